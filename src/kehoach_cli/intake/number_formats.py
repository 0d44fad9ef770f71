"""What the number format of a cell makes of its number: a date, a percentage, or a plain number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.intake.markup import read_xml

if TYPE_CHECKING:
    from kehoach_cli.intake.guard import Archive

_STYLES = "xl/styles.xml"
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENT = frozenset((9, 10))
_ASIDE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Parts of a format that are shown as they are, colours and conditions, room for a sign."""


def kinds_of_formats(archive: Archive) -> list[str]:
    """«number», «date» or «percent» for every cell format, in the order in which cells point to them."""
    if not archive.has(_STYLES):
        return []
    codes: dict[int, str] = {}
    formats: list[int] = []
    inside = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag in ("cellXfs", "cellStyleXfs", "dxfs"):
            inside = tag
        elif tag == "numFmt" and inside != "dxfs":
            codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif tag == "xf" and inside == "cellXfs":
            formats.append(_number(attributes.get("numFmtId")))

    read_xml(archive.read(_STYLES), _STYLES, start)
    return [_kind(id_, codes.get(id_, "")) for id_ in formats]


def _kind(id_: int, code: str) -> str:
    if id_ in _DATES:
        return "date"
    if id_ in _PERCENT:
        return "percent"
    plain = _ASIDE.sub("", code).lower()
    if "%" in plain:
        return "percent"
    return "date" if set("dmyhs") & set(plain) else "number"


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 9 else 0  # noqa: PLR2004
