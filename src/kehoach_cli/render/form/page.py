"""One sheet of the form as it grows row by row: heads, tables, foot; its paper and its protection."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.excel import shown
from kehoach_cli.render.form.look import BODY, FONT, TITLE
from kehoach_cli.render.page_layout import Margins, lay_landscape, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kehoach_cli.model.form import Table
    from kehoach_cli.render.form.choices import Choices, Rule
    from kehoach_cli.render.form.look import Looks

    Value = str | Decimal | int | None

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as a letter
_POINTS_A_CHARACTER = 5.25  # of a column's width, with Times New Roman 11 as the workbook's usual letters
_PADDING = 8  # points a cell keeps free, left and right together
_LINE = 1.34  # height of a line, in sizes of its letters
_TALLEST = 408.0  # points; Excel shows no row higher
_MARGINS = Margins(20, 15, 15, 17, edge=8)
_SIGNS = (("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"), ("THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)"))
_SIZES = {"title": TITLE, "subtitle": 13, "says": 13}


class Page:
    """A sheet with columns of the given widths, in characters."""

    def __init__(self, sheet: Worksheet, looks: Looks, choices: Choices, widths: Sequence[int]) -> None:
        from openpyxl.utils import get_column_letter

        self.sheet, self.looks, self.choices, self.widths = sheet, looks, choices, tuple(widths)
        self.row = 0
        self.signer = ""  # what stands where people sign; empty: what they are to write
        self.letters = [get_column_letter(n) for n in range(1, len(self.widths) + 1)]
        self._rules: dict[Rule, Any] = {}
        sheet.merged_cells = _ordered()()
        for letter, width in zip(self.letters, widths, strict=True):
            sheet.column_dimensions[letter].width = width

    def put(self, column: int, value: Value, look: str, last: int = 0) -> None:
        """A cell, over the columns up to `last`; text is text, whatever sign it begins with."""
        last = max(column, last)
        for n in range(column, last + 1):
            self.looks.put_on(self.sheet.cell(self.row, n), look)
        if last > column:
            # `merge_cells` would dress every cell anew, for half of the time that a form takes
            self.sheet.merged_cells.add(
                f"{self.letters[column - 1]}{self.row}:{self.letters[last - 1]}{self.row}"
            )
        cell = self.sheet.cell(self.row, column)
        if isinstance(value, str) and value:
            cell.value = _ESCAPE.sub("_x005F_", shown(value))
            cell.data_type = "s"
        elif isinstance(value, (int, Decimal)):
            cell.value = value

    def across(self, text: str, look: str) -> None:
        """A line over all columns, as high as it needs to be."""
        self.row += 1
        self.put(1, text, look, len(self.widths))
        size = _SIZES.get(look, BODY)
        self.height(_lines(text, sum(self.widths), size), size)

    def height(self, lines: float, size: int = BODY, *, grows: bool = False) -> None:
        """The row's height; one that grows is fitted again as soon as a person writes into it."""
        points = min(_TALLEST, round(lines * size * _LINE + 4, 1))
        if grows:
            made = _growing()(self.sheet, index=self.row, ht=points)
            self.sheet.row_dimensions[self.row] = made
        else:
            self.sheet.row_dimensions[self.row].height = points

    def header(self, table: Table) -> int:
        """The heads of a table's columns; returns their row."""
        self.row += 1
        spans = self.spans(table)
        for column, (first, last) in zip(table.columns, spans, strict=True):
            self.put(first, column.title, "head", last)
        titles = zip(table.columns, spans, strict=True)
        self.height(max(_lines(c.title, self._width(*span)) for c, span in titles))
        return self.row

    def fill(
        self,
        table: Table,
        values: Mapping[str, Value],
        looks: Mapping[str, str] | None = None,
        *,
        least: float = 1,
    ) -> None:
        """A row of a table: what is given by column, answers empty and yellow; `least` lines high."""
        self.row += 1
        lines, spans = least, self.spans(table)
        for column, (first, last) in zip(table.columns, spans, strict=True):
            usual = "answer" if column.is_answer else "middle" if column.key == "number" else "text"
            value = values.get(column.key)
            self.put(first, value, (looks or {}).get(column.key, usual), last)
            if isinstance(value, str):
                lines = max(lines, _lines(value, self._width(first, last)))
        # only rows without merged cells are fitted by Excel itself
        self.height(lines, grows=all(first == last for first, last in spans))

    def spans(self, table: Table) -> list[tuple[int, int]]:
        """First and last column of the sheet for each column of a table, the nearest to its width."""
        edges = [sum(self.widths[:n]) for n in range(len(self.widths) + 1)]
        spans, first, wanted = [], 1, 0
        for column in table.columns:
            wanted += column.width
            last = min(range(first, len(edges)), key=lambda n: abs(edges[n] - wanted))
            spans.append((first, last))
            first = last + 1
        return spans

    def _width(self, first: int, last: int) -> int:
        return sum(self.widths[first - 1 : last])

    def rule(self, rule: Rule, column: int, first: int, last: int = 0) -> None:
        """What the cells of a column take, from row `first` to row `last`."""
        if rule not in self._rules:
            self._rules[rule] = self.choices.validation(rule)
            self.sheet.add_data_validation(self._rules[rule])
        letter = self.letters[column - 1]
        self._rules[rule].add(f"{letter}{first}:{letter}{last}" if last > first else f"{letter}{first}")

    def foot(self) -> None:
        """Who made it and who answers for it."""
        edges = [sum(self.widths[:n]) for n in range(len(self.widths) + 1)]
        half = min(range(1, len(edges) - 1), key=lambda n: abs(edges[n] - edges[-1] / 2))
        self.row += 1
        for n, look in enumerate(("sign", "note")):
            self.row += 1
            left, right = (self.signer, self.signer) if n and self.signer else (_SIGNS[0][n], _SIGNS[1][n])
            self.put(1, left, look, half)
            self.put(half + 1, right, look, len(self.widths))
            self.height(1, 13)
        self.row += 4

    def paper(self, *, heads: int = 0, keys: int = 0) -> None:
        """A4 on its side, as wide as the sheet; row `heads` on every page, it and `keys` columns in sight."""
        sheet = self.sheet
        lay_landscape(sheet, _MARGINS)
        foot: Any = sheet.oddFooter
        foot.center.text, foot.center.font, foot.center.size = "Trang &P/&N", f"{FONT},Regular", 11
        if heads:
            sheet.print_title_rows = f"{heads}:{heads}"
            sheet.freeze_panes = f"{self.letters[keys]}{heads + 1}"

    def protect(self) -> None:
        """Without a password: rows may be added and sorted, cells and columns formatted."""
        shield = self.sheet.protection
        shield.sheet = True
        for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort"):
            setattr(shield, allowed, False)  # Excel's flags say what is forbidden
        shield.objects = shield.scenarios = False


@cache
def _growing() -> Any:  # noqa: ANN401  # a class of a library that is loaded on use
    """The height of a row that Excel may fit again; openpyxl would fix every height it is given."""
    from openpyxl.worksheet.dimensions import RowDimension

    class Growing(RowDimension):
        customHeight = False  # noqa: N815  # its name in the file

    return Growing


@cache
def _ordered() -> Any:  # noqa: ANN401  # likewise
    """Merged cells that are written in their order; openpyxl would write a set of them in any."""
    from openpyxl.worksheet.cell_range import MultiCellRange

    class Ordered(MultiCellRange):
        def __iter__(self) -> Iterator[Any]:
            return iter(self.sorted())

    return Ordered


@cache
def _lines(text: str, width: int, size: int = BODY) -> int:
    """On how many lines a text stands in a column so many characters wide."""
    return len(wrapped(shown(text), size, width * _POINTS_A_CHARACTER - _PADDING))
