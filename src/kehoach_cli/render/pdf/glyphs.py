"""Which characters the packaged font cannot print, read from the font's own table (OpenType `cmap`)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_USUAL = r"\n -~\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018\u2019\u201c\u201d\u2026"
_UNUSUAL = re.compile(f"[^{_USUAL}]")
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}  # no sign of their own: nothing is lost
_SEGMENTS = 4  # the format of a table for the letters up to U+FFFF


def unprintable(text: str, font: Path) -> str:
    """The characters of a text for which the font has no sign, as often and in the order they stand."""
    unusual = _UNUSUAL.findall(text)
    if not unusual:
        return ""
    known = letters_of(font)
    return "".join(c for c in unusual if ord(c) not in known and _is_seen(c))


def _is_seen(char: str) -> bool:
    """False for what only changes the sign before it, as well."""
    return unicodedata.category(char) not in _UNSEEN and not "\ufe00" <= char <= "\ufe0f"


@cache
def letters_of(font: Path) -> frozenset[int]:
    """The code points up to U+FFFF that a font has a sign for."""
    data = font.read_bytes()
    tables = (unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(unpack_from(">H", data, 4)[0]))
    start = next(offset for name, _, offset, _ in tables if name == b"cmap")
    for n in range(unpack_from(">H", data, start + 2)[0]):
        at = start + unpack_from(">L", data, start + 8 + 8 * n)[0]
        if unpack_from(">H", data, at)[0] == _SEGMENTS:
            return frozenset(_segments(data, at))
    return frozenset()


def _segments(data: bytes, at: int) -> set[int]:
    """The letters of a table of format 4: runs of letters, and how the number of a sign follows from each."""
    count = unpack_from(">H", data, at + 6)[0] // 2
    ends, starts, deltas, ranges = (at + 14 + 2 * count * n + (2 if n else 0) for n in range(4))
    found = set()
    for n in range(count):
        first, last = (unpack_from(">H", data, base + 2 * n)[0] for base in (starts, ends))
        delta, offset = (unpack_from(">H", data, base + 2 * n)[0] for base in (deltas, ranges))
        for code in range(first, last + 1):
            sign = code
            if offset:
                sign = unpack_from(">H", data, ranges + 2 * n + offset + 2 * (code - first))[0]
            if (offset and not sign) or (sign + delta) % 65536 == 0:
                continue
            found.add(code)
    return found - {0xFFFF}
