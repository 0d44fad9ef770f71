"""How the cells of the form look: each look made once a workbook, then copied to its cells."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
BODY, TITLE = 12, 14
_GREY, _PALE, _YELLOW = "FFD9D9D9", "FFF2F2F2", "FFFFF2CC"
_TEXT, _WHOLE, _ANY = "@", "#,##0", "General"
# «@»: what a person types stays as typed: «- Đã tổ chức» is no formula, «5/4/2025» no day of May


class Look(NamedTuple):
    """One look; `marks` of b and i."""

    size: int = BODY
    marks: str = ""
    horizontal: str = "left"
    vertical: str = "top"
    is_wrapped: bool = True
    ruled: str = "lrtb"  # at which sides: left, right, top, bottom
    fill: str = ""
    number_format: str = _ANY
    is_open: bool = False  # not locked


_BARE = Look(vertical="center", ruled="")
_ANSWER = Look(fill=_YELLOW, number_format=_TEXT, is_open=True)
_LOOKS = {
    "title": _BARE._replace(size=TITLE, marks="b", horizontal="center"),
    "subtitle": _BARE._replace(size=13, marks="b", horizontal="center"),
    "note": _BARE._replace(marks="i", horizontal="center"),
    "says": _BARE._replace(size=13),
    "heading": _BARE._replace(size=13, marks="b", is_wrapped=False),
    "sign": _BARE._replace(size=13, marks="b", horizontal="center", is_wrapped=False),
    "head": Look(marks="b", horizontal="center", vertical="center", fill=_GREY),
    "group": Look(marks="b", vertical="center", is_wrapped=False, ruled="tb", fill=_PALE),
    "label": Look(marks="b", vertical="center"),
    "text": Look(),
    "middle": Look(horizontal="center"),
    "number": Look(horizontal="right"),
    "whole": Look(horizontal="right", number_format=_WHOLE),
    "answer": _ANSWER,
    "answer number": _ANSWER._replace(horizontal="right", number_format=_ANY),
    "answer whole": _ANSWER._replace(horizontal="right", number_format=_WHOLE),
    "tick": _ANSWER._replace(marks="b", horizontal="center", vertical="center", is_wrapped=False),
}


class Looks:
    """The looks of one workbook by name."""

    def __init__(self, sheet: Worksheet) -> None:
        from openpyxl.cell import Cell

        self._made: dict[str, Any] = {}
        for name, look in _LOOKS.items():
            cell: Any = Cell(sheet, row=1, column=1)
            _dress(cell, look)
            self._made[name] = cell._style  # noqa: SLF001  # six properties a cell take ten times as long

    def put_on(self, cell: Any, name: str) -> None:  # noqa: ANN401  # a cell, merged or not
        """The cell looks so from now on."""
        cell._style = copy(self._made[name])  # noqa: SLF001  # likewise


def _dress(cell: Cell, look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    cell.font = Font(name=FONT, size=look.size, bold="b" in look.marks, italic="i" in look.marks)
    cell.alignment = Alignment(
        horizontal=look.horizontal,
        vertical=look.vertical,
        wrap_text=look.is_wrapped,
    )
    thin = Side(style="thin", color="FF000000")
    left, right, top, bottom = (thin if side in look.ruled else None for side in "lrtb")
    cell.border = Border(left=left, right=right, top=top, bottom=bottom)
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    cell.number_format = look.number_format
    cell.protection = Protection(locked=not look.is_open)
