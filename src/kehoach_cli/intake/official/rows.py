"""The rows of an assignment table: header again, group, task, or more of the task above."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.aligning import is_number, realigned
from kehoach_cli.intake.official.columns import is_header_again
from kehoach_cli.intake.official.marks import cut_mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.official.blocks import Cell, Row, Table
    from kehoach_cli.intake.official.columns import Columns, Grid

_INDEX_CELL = re.compile(r"^\(?\d{1,2}\)?$")
_TOTAL = re.compile(r"^(?:tổng(?: cộng| số)?|cộng|ghi chú)\b", re.IGNORECASE)
_DITTO = re.compile(r"[-–\s]*(?:nt|như trên|//|[\"”〃]+)[-–\s.]*", re.IGNORECASE)


class TableRow(NamedTuple):
    """One row, its cells by what they tell; `kind` is task, group, more or header."""

    kind: str
    number: str
    text: str
    place: str
    lead: str = ""
    coordinating: str = ""
    both: str = ""
    person: str = ""
    timing: str = ""

    @property
    def names_leads(self) -> bool:
        return bool(self.lead or self.both or self.person)


class RowReader:
    """Reads the rows of one table below its header."""

    def __init__(self, table: Table, grid: Grid, columns: Columns) -> None:
        self._table, self._grid, self._columns = table, grid, columns
        self._covers = _covers(table)

    def read(self) -> Iterator[TableRow]:
        """Every row that says something; header rows, index rows, totals and empty rows are left out."""
        above: list[str] = []
        for index in range(self._columns.first_row, len(self._grid)):
            cells = realigned(self._aligned(index), self._columns, above)
            cells = [
                up if _DITTO.fullmatch(cell) else cell for cell, up in zip(cells, above or cells, strict=True)
            ]
            said = [c for c in dict.fromkeys(cells) if c]
            if not said or is_header_again(cells, self._columns) or _is_index(said) or _TOTAL.match(said[0]):
                continue
            row = self._row(cells, index)
            above = [] if row.kind == "group" else cells  # nothing is merged across a group
            yield row

    def _aligned(self, index: int) -> list[str]:
        """A row that lacks the cell of its number stands one place to the left: moved to its columns."""
        row, cells = self._table.rows[index], self._grid[index]
        if (
            not _lacks_one(row, self._table.columns)
            or self._columns.number[:1] != (0,)
            or is_number(cells[0])
        ):
            return cells
        return ["", *cells[:-1]]

    def _row(self, cells: list[str], index: int) -> TableRow:
        columns, place = self._columns, self._table.rows[index].place
        number = next((_one_line(cells[j]) for j in columns.number if is_number(cells[j])), "")
        text, is_new = self._content(cells, index)
        told = (columns.lead, columns.coordinating, columns.both, columns.person, columns.timing)
        values = ["; ".join(dict.fromkeys(cells[j] for j in where if cells[j])) for where in told]
        alone = _says_one_thing(cells, number)
        if alone and not (_is_detail(number, text) and len(set(cells)) > 1):
            mark, words = _group_mark(alone)
            return TableRow("group", number or mark, words, place)
        if not any(values):
            return TableRow("more" if _is_detail(number, text) else "group", *_numbered(number, text), place)
        if not text or not is_new:
            return TableRow("more", number, "", place, *values)
        return TableRow("task", *_numbered(number, text), place, *values)

    def _content(self, cells: list[str], index: int) -> tuple[str, bool]:
        """What is to be done, and whether it begins here.

        Of several such columns one that goes on over rows beside a fresh one is the heading of them.
        """
        covers = {j: self._covers[index].get(j) for j in self._columns.content}
        tall = [j for j, cover in covers.items() if cover is not None and cover[1].rows > 1]
        used = [j for j in covers if j not in tall] if 0 < len(tall) < len(covers) else list(covers)
        text = " ".join(dict.fromkeys(_one_line(cells[j]) for j in used if cells[j]))
        return text, any((cover := covers[j]) is None or cover[0] == index for j in used)


def _covers(table: Table) -> list[dict[int, tuple[int, Cell]]]:
    """For each row and grid column the cell that stands there, with the row it begins in."""
    covers: list[dict[int, tuple[int, Cell]]] = [{} for _ in table.rows]
    for index, row in enumerate(table.rows):
        for cell in row.cells:
            for below in range(index, min(index + max(cell.rows, 1), len(covers))):
                for column in range(cell.column, cell.column + max(cell.columns, 1)):
                    covers[below][column] = (index, cell)
    return covers


def _lacks_one(row: Row, columns: int) -> bool:
    return len(row.cells) == columns - 1 and all(
        c.columns == 1 and c.column == n for n, c in enumerate(row.cells)
    )


def _is_index(said: list[str]) -> bool:
    return len(said) > 1 and all(_INDEX_CELL.match(c) for c in said)


def _says_one_thing(cells: list[str], number: str) -> str:
    """What one cell says over the whole row, or every cell but the number's says again; empty else."""
    said = {c for c in cells if c and c != number}
    return said.pop() if len(said) == 1 else ""


def _group_mark(text: str) -> tuple[str, str]:
    mark, rest = cut_mark(_one_line(text))
    return (mark.value, rest) if mark is not None and not mark.bullet and rest else ("", _one_line(text))


def _numbered(number: str, text: str) -> tuple[str, str]:
    """Where the number stands in the cell of the words: «1. Rà soát …», «I. NÂNG CAO …»."""
    return (number.rstrip(".)"), text) if number else _group_mark(text)


def _is_detail(number: str, text: str) -> bool:
    """A row without a number that begins with a dash says more of the task above it."""
    mark, _ = cut_mark(text)
    return not number and mark is not None and (mark.bullet or mark.kind == "letter")


def _one_line(text: str) -> str:
    return " ".join(text.split())
