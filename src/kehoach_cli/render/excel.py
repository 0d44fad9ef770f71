"""Tables as a workbook: a sheet each, laid out for A4 on its side; every cell is text, none a formula."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.render.page_layout import Layout, Margins, laid_out, lay_landscape, width_of, wrapped
from kehoach_cli.render.word.archive import CORE, core_properties, packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.cell import Cell, MergedCell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kehoach_cli.render.table import Origin, Table

FONT = "Times New Roman"
_SIZES = (12, 11)
_TITLE_SIZE, _FOOT_SIZE, _TALL_SIZE = 14, 13, 10
_PADDING = 7  # points a cell keeps free, left and right together
_LINE = 1.31  # height of a line, in sizes of its letters
_REGULAR = 0.96  # of the width of bold letters, with some room left
_TALLEST = 400  # points; Excel shows no row higher than 409
_TALLEST_HEAD = 300
_POINTS_A_CHARACTER = 5.25  # of a column's width, with the usual letters of the workbook
_COUNTED = "TT"
_CONTINUED = "(tiếp)"
_LONGEST_NAME = 31
_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as a letter
_MARGINS = Margins(30, 15, 20, 20, edge=10)  # of Nghị định 30


class Look(NamedTuple):
    """The styles of the cells, made once a workbook."""

    title: Font
    subtitle: Font
    note: Font
    tall: Font  # of heads that run upwards
    foot: Font
    line: Border
    grey: PatternFill


def workbook_bytes(tables: Sequence[Table], origin: Origin) -> bytes:
    """One sheet a table, in their order; equal tables give equal bytes.

    A text too long for one row goes on in the next, marked «(tiếp)»; a control character, which no
    workbook can hold, is shown as U+FFFD.
    """
    from openpyxl.styles import Font
    from openpyxl.workbook import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book._named_styles["Normal"].font = Font(name=FONT, size=11)  # type: ignore[attr-defined]  # noqa: SLF001  # no other way to it
    look = _look()
    for table in tables:
        _Sheet(book.create_sheet(_sheet_name(table.name, book)), table, look).write()
    return _saved(book, tables[0].titles[0] if tables and tables[0].titles else "", origin)


def _saved(book: Workbook, title: str, origin: Origin) -> bytes:
    """The file's bytes without the moment at which it was made."""
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    return packed(parts | {CORE: core_properties(shown(title), shown(origin.author), origin.day)})


def _sheet_name(name: str, book: Workbook) -> str:
    """What Excel takes for a tab: at most 31 characters, some signs never, each once."""
    taken = {sheet.title.casefold() for sheet in book.worksheets}
    plain = " ".join(_NO_NAME.sub("-", name).split()).strip("'")[:_LONGEST_NAME].strip() or "Bảng"
    found, number = plain, 1
    while found.casefold() in taken:
        number += 1
        found = f"{plain[: _LONGEST_NAME - len(str(number)) - 3]} ({number})"
    return found


def _look() -> Look:
    from openpyxl.styles import Border, PatternFill, Side

    thin = Side(style="thin", color="FF000000")
    return Look(
        title=_font(_TITLE_SIZE, bold=True),
        subtitle=_font(_FOOT_SIZE, bold=True),
        note=_font(_FOOT_SIZE, italic=True),
        tall=_font(_TALL_SIZE, bold=True),
        foot=_font(_FOOT_SIZE),
        line=Border(left=thin, right=thin, top=thin, bottom=thin),
        grey=PatternFill("solid", fgColor="FFD9D9D9"),
    )


def _font(size: int, *, bold: bool = False, italic: bool = False) -> Font:
    from openpyxl.styles import Font

    return Font(name=FONT, size=size, bold=bold, italic=italic)


def shown(text: str) -> str:
    """The text as a cell can hold it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("\ufffd", lines)


class _Sheet:
    """One sheet as it grows, row by row."""

    def __init__(self, sheet: Worksheet, table: Table, look: Look) -> None:
        self.sheet, self.table, self.look = sheet, table, look
        layout = laid_out(table, _SIZES, padding=_PADDING, tall_heads=True)
        self.layout: Layout = layout
        self.head, self.cell = _font(layout.size, bold=True), _font(layout.size)
        self.count = len(table.columns)
        self.row = 0

    def write(self) -> None:
        from openpyxl.utils import get_column_letter

        for n, width in enumerate(self.layout.widths, 1):
            self.sheet.column_dimensions[get_column_letter(n)].width = width / _POINTS_A_CHARACTER
        self._titles()
        head = self._heads() if self.table.rows else 0
        for part in self.table.parts:
            if part.heading:
                self._heading(part.heading)
            for row in part.rows:
                self._cells(row)
        self.row += bool(self.table.foot)
        for line in self.table.foot:
            self._across(line, self.look.foot, _FOOT_SIZE, "left")
        self._page(head)

    def _titles(self) -> None:
        look, table = self.look, self.table
        for n, title in enumerate(table.titles):
            font, size = (look.subtitle, _FOOT_SIZE) if n else (look.title, _TITLE_SIZE)
            self._across(title, font, size, "center")
        if table.attached:
            self._across(table.attached, look.note, _FOOT_SIZE, "center")
        self.row += bool(table.titles)

    def _across(self, text: str, font: Font, size: int, horizontal: str) -> None:
        """A line over all columns, as high as it needs to be, in as many rows as that takes."""
        lines = wrapped(shown(text), size, sum(self.layout.widths) - _PADDING)
        most = int(_TALLEST / (size * _LINE))
        for first in range(0, len(lines), most):
            cut = lines[first : first + most]
            self.row += 1
            if self.count > 1:
                self.sheet.merge_cells(
                    start_row=self.row, end_row=self.row, start_column=1, end_column=self.count
                )
            self._put(1, "".join(cut), font, _alignment(horizontal))
            self.sheet.row_dimensions[self.row].height = _height(len(cut), size)

    def _put(self, column: int, text: str, font: Font, alignment: Alignment) -> Cell | MergedCell:
        cell = self.sheet.cell(self.row, column)
        cell.value = _ESCAPE.sub("_x005F_", shown(text))
        if text:
            cell.data_type = "s"  # «=1+1» is what somebody wrote, not a sum
        cell.font, cell.alignment = font, alignment
        return cell

    def _heads(self) -> int:
        """The heads of the columns, those of signs running upwards; returns their row."""
        self.row += 1
        heights = []
        for n, head in enumerate(self.table.columns):
            is_tall = self.table.is_grid and n >= self.table.keys
            font, rotation = (self.look.tall, 90) if is_tall else (self.head, 0)
            cell = self._put(n + 1, head, font, _alignment("center", rotation=rotation))
            cell.border, cell.fill = self.look.line, self.look.grey
            heights.append(self._head_height(n, is_tall=is_tall))
        self.sheet.row_dimensions[self.row].height = max(heights)
        return self.row

    def _head_height(self, n: int, *, is_tall: bool) -> float:
        head, size = shown(self.table.columns[n]), self.layout.size
        if not is_tall:
            return _height(len(wrapped(head, size, self.layout.widths[n] - _PADDING)), size)
        return min(_TALLEST_HEAD, width_of(head, _TALL_SIZE)) + 2 * _PADDING

    def _heading(self, text: str) -> None:
        first = self.row + 1
        self._across(text, self.head, self.layout.size, "left")
        for row in range(first, self.row + 1):
            for n in range(self.count):
                self.sheet.cell(row, n + 1).border = self.look.line

    def _cells(self, row: Sequence[str]) -> None:
        """The row, in as many rows of the sheet as its longest cell needs."""
        for number, (cells, lines) in enumerate(self._pieces(row)):
            self.row += 1
            for n, text in enumerate(cells):
                said = _CONTINUED if number and not n and not text else text
                cell = self._put(n + 1, said, self.cell, _alignment(self._side(n), vertical="top"))
                cell.border = self.look.line
                if self.table.columns[n] == _COUNTED and text.isascii() and text.isdecimal():
                    cell.value, cell.data_type = int(text), "n"
            self.sheet.row_dimensions[self.row].height = _height(lines, self.layout.size)

    def _side(self, n: int) -> str:
        is_sign = self.table.is_grid and n >= self.table.keys
        return "center" if is_sign or n in self.table.narrow else "left"

    def _pieces(self, row: Sequence[str]) -> Iterator[tuple[list[str], int]]:
        """Cells that one row of a sheet can show, and their lines; what is longer follows."""
        most = int(_TALLEST / (self.layout.size * _LINE))
        wide = zip(row, self.layout.widths, strict=True)
        size = self.layout.size * _REGULAR
        lines = [wrapped(shown(cell), size, width - _PADDING) for cell, width in wide]
        for first in range(0, max(map(len, lines)), most):
            cut = [each[first : first + most] for each in lines]
            yield ["".join(each) for each in cut], max(map(len, cut))

    def _page(self, head: int) -> None:
        """A4 on its side, as wide as the table, heads on every page, its number above from the second."""
        from openpyxl.utils import get_column_letter

        sheet = self.sheet
        lay_landscape(sheet, _MARGINS)
        sheet.HeaderFooter.differentFirst = True
        assert sheet.oddHeader is not None  # openpyxl makes one for every sheet
        number = sheet.oddHeader.center
        number.text, number.font, number.size = "&P", f"{FONT},Regular", 13
        if head:
            sheet.print_title_rows = f"{head}:{head}"
            column = get_column_letter(min(self.table.keys, self.count - 1) + 1)
            sheet.freeze_panes = f"{column}{head + 1}"


def _height(lines: int, size: int) -> float:
    return round(lines * size * _LINE + 3, 1)


@cache
def _alignment(horizontal: str, *, vertical: str = "center", rotation: int = 0) -> Alignment:
    from openpyxl.styles import Alignment

    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, text_rotation=rotation)
