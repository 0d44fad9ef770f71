"""The foot of a document: who receives it, who signed it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.marks import UPPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.intake.official.lines import Line

_RECEIVED = re.compile(r"\W*Nơi nhận\W*", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:T/?M\.?|KT\.|TL\.|TUQ\.|Q\.|K/T)\s")
_OFFICE = re.compile(
    r"(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG (?:BAN|PHÒNG)|BỘ TRƯỞNG|"
    r"THỨ TRƯỞNG|THỦ TƯỚNG)"
)
_CUTS = re.compile(rf"\s+(?=(?:KT|TL|TUQ)\. )|(?<=[{UPPER}]) (?=PHÓ (?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG))")
_WORD = rf"[{UPPER}](?:(?![{UPPER}])[^\W\d_])+"
_PERSON = re.compile(rf"(?:{_WORD} ){{1,5}}{_WORD}")
_ITEM = re.compile(r"[;.]\s*[-–]\s*")


class Foot(NamedTuple):
    """Recipients as printed, the lines of authority and office, and the name under them."""

    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    signer: str | None = None
    at: int | None = None  # the line where the foot begins


def foot_of(lines: Sequence[Line]) -> Foot:
    """Recipients and signature of the first foot in the document; an appendix may follow it."""
    start = next((n for n, line in enumerate(lines) if _RECEIVED.match(line.text)), None)
    if start is None:
        return Foot()
    recipients: list[str] = []
    signature: list[str] = []
    signer = None
    for n, line in enumerate(lines[start : start + 60]):
        text = _RECEIVED.sub("", line.text, count=1) if n == 0 else line.text
        if text.upper().startswith("PHỤ LỤC") or signer:
            break
        if _is_signature(text):
            named, signer = _signed(text)
            signature += named
        elif signature and _PERSON.fullmatch(text):
            signer = text
        elif not signature:
            recipients += _items(text, is_item=line.mark is not None, has_some=bool(recipients))
    signer = signer or _signer_above(lines[:start])
    return Foot(tuple(filter(None, recipients)), tuple(signature), signer, start)


def _items(text: str, *, is_item: bool, has_some: bool) -> list[str]:
    """The recipients of one line: «- A;» is one, «- A; - B; - C.» are three; other words are none."""
    parts = _ITEM.split(text.lstrip("- –"))
    if not (is_item or len(parts) > 1 or not has_some):
        return []
    return [part.strip(" ;") if part.startswith("Lưu") else part.strip(" ;.") for part in parts]


def _is_signature(text: str) -> bool:
    return bool(_AUTHORITY.match(text) or _OFFICE.match(text))


def _signed(text: str) -> tuple[list[str], str | None]:
    """The lines of one paragraph of signature, and the name where it ends in one."""
    name = re.search(rf"(?<=\s)({_PERSON.pattern})$", text)
    return _CUTS.split(text[: name.start()].strip() if name else text), name[1] if name else None


def _signer_above(lines: Sequence[Line]) -> str | None:
    """The signature may stand before the recipients, as tables are read."""
    near = [line.text for line in lines[-6:]]
    if not any(_AUTHORITY.match(text) for text in near):
        return None
    return next((text for text in reversed(near) if _PERSON.fullmatch(text)), None)
