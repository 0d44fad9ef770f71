"""Rows of a recognised table: answers out of their cells, every cell that was read remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kehoach_cli.checks.privacy_rules import judge
from kehoach_cli.intake.older import Older, ref_among
from kehoach_cli.intake.titles import is_form_text
from kehoach_cli.intake.values import Refused, Wanted, day_in, number_in, refuse_made_up, shown
from kehoach_cli.model.names import nearest_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from kehoach_cli.intake.cells import Cell
    from kehoach_cli.intake.recognise import Found
    from kehoach_cli.intake.telling import Telling
    from kehoach_cli.model.plan import Indicator, Task
    from kehoach_cli.model.register import Register

_T = TypeVar("_T")


class Expected(NamedTuple):
    """What the Office expects of the sender: the plan's clauses, its own duties and figures."""

    agency: str  # name
    register: Register
    tasks: Mapping[str, Task]  # every clause of the plan
    roles: Mapping[str, str]  # the sender's certain duties: clause → lead or coordinating
    possible: frozenset[str]  # clauses that may concern it through open groups
    indicators: Mapping[str, Indicator]  # every figure of the plan
    given: frozenset[str]  # ids of those that the sender gives or compares
    previous: Mapping[str, set[str]]  # clause → its earlier answers as printed, folded
    allowed: str = ""  # why personal data may stay in the report; empty: they may not

    def ref(self, typed: str) -> str | None:
        """The clause meant: «ii.5», «II.5.», or what a drop-down offers, «II.5 – Dinh dưỡng …»."""
        return ref_among(typed, self.tasks)

    def nearest_ref(self, typed: str) -> str:
        """The clause most like one that is not there; empty for what looks like several."""
        is_one = not set(typed.strip()) & set(" ,;\n")
        return (nearest_text(typed, self.tasks) or "") if is_one else ""


class Reading:
    """One workbook being read: where problems go, and which cells were understood."""

    def __init__(self, telling: Telling, expected: Expected, older: Older) -> None:
        self.telling = telling
        self.expected = expected
        self.older = older
        self._used: set[tuple[str, int, int]] = set()
        self._met: list[Cell] = []

    def rows(self, tables: Iterable[Found]) -> Iterator[Row]:
        """Every row; a plain number in the list says nothing and counts as understood."""
        for found in tables:
            for number in found.rows:
                self._met += found.sheet.rows[number].values()
                row = Row(self, found, number)
                row.take_number()
                yield row

    def take(self, *cells: Cell) -> None:
        """Note that these cells were understood."""
        self._used.update((c.sheet, c.row, c.column) for c in cells)

    def clause_of_today(self, typed: str, printed: str, cell: Cell | None) -> str | None:
        """The clause meant by a number of the form; one with another number today is told with its cell."""
        now = self.older.now(typed, printed, self.expected.tasks)
        if now is None:
            return self.expected.ref(typed)
        if cell is not None:
            said = self.older.ref(typed) or typed
            self.telling.add("L421", cell, changes=f"mục {said} ghi ở đây nay là mục {now}")
        return now

    def judge_privacy(self, *more: Cell) -> None:
        """Tell of personal data in every text that was read, and in `more`."""
        understood = (c for c in self._met if (c.sheet, c.row, c.column) in self._used)
        for cell in dict.fromkeys((*understood, *more)):
            for code, words, _ in judge(cell.value, self.expected.allowed) if cell.kind == "text" else ():
                self.telling.add(code, cell, **words)

    def leftover(self) -> list[Cell]:
        """Filled cells of the rows met that nothing was read from."""
        return [c for c in self._met if (c.sheet, c.row, c.column) not in self._used]


class Row:
    """One row of a table; what is asked for by the key of its column is marked as understood."""

    def __init__(self, reading: Reading, found: Found, number: int) -> None:
        self.reading = reading
        self.found = found
        self.at = number

    def cell(self, key: str, *, over: bool = False) -> Cell | None:
        """The filled cell; with `over` also one merged over this row from above."""
        column = self.found.columns.get(key)
        if column is None:
            return None
        sheet = self.found.sheet
        cell = sheet.cell_over(self.at, column) if over else sheet.cell(self.at, column)
        if cell is not None and (cell.value or cell.formula):
            self.reading.take(cell)
            return cell
        return None

    def cells(self) -> list[Cell]:
        return [*self.found.sheet.rows[self.at].values()]

    def given(self, key: str) -> str:
        """A text that the form itself brings; the last result of a formula will do."""
        cell = self.cell(key)
        return cell.value if cell else ""

    def take_number(self) -> None:
        """The number of the row and the words of the form, such as the heading of a group."""
        column = self.found.columns.get("number", 0)
        cell = self.found.sheet.cell(self.at, column)
        if cell is None:
            return
        said = cell.value.strip(" .)")
        if said.isdigit() or is_form_text(cell.value) or (cell.formula and not said):
            self.reading.take(cell)

    def seen(self, key: str) -> str:
        """What stands there, without reading it."""
        cell = self.found.sheet.cell(self.at, self.found.columns.get(key, 0))
        return cell.value if cell else ""

    def take_given(self, is_printed: Callable[[str, Cell], bool] | None = None) -> None:
        """The row was recognised, so what the form itself filled in needs no reading; anything else does."""
        for column in self.found.table.columns:
            cell = self.found.sheet.cell(self.at, self.found.columns.get(column.key, 0))
            if column.is_answer or column.key == "number" or cell is None:
                continue
            if cell.formula or is_printed is None or is_printed(column.key, cell):
                self.cell(column.key)

    def text(self, key: str, *, over: bool = False) -> str:
        """An answer in words; a day that the sheet made of it is told."""
        cell = self.cell(key, over=over)
        if cell is None or not self._is_typed(cell):
            return ""
        if cell.kind == "date":
            self.reading.telling.add("L447", cell, value=shown(cell))
        return cell.value if cell.kind == "text" else shown(cell)

    def number(self, key: str, wanted: Wanted) -> str | None:
        """A figure as a report file writes it; what cannot be taken is told."""
        return self._valued(key, lambda cell: number_in(cell, wanted))

    def day(self, key: str) -> date | None:
        return self._valued(key, day_in)

    def _valued(self, key: str, read: Callable[[Cell], _T | None]) -> _T | None:
        cell = self.cell(key)
        if cell is None:
            return None
        try:
            return read(cell)
        except Refused as error:
            self.reading.telling.refuse(error, cell)
            return None

    def _is_typed(self, cell: Cell) -> bool:
        try:
            refuse_made_up(cell)
        except Refused as error:
            self.reading.telling.refuse(error, cell)
            return False
        return True

    def answers(self) -> list[Cell]:
        """The filled cells of the columns that are for answers, without reading them."""
        keys = [c.key for c in self.found.table.columns if c.is_answer]
        columns = {self.found.columns[k] for k in keys if k in self.found.columns}
        return [cell for cell in self.cells() if cell.column in columns]

    def only_text(self, key: str = "text") -> str:
        """The words of a list with a single column, also where its titles are gone."""
        if key in self.found.columns:
            return self.text(key)
        cells = [c for c in self.cells() if not c.value.strip(".)").isdigit() or c.formula]
        self.reading.take(*(c for c in self.cells() if c not in cells[1:]))
        return cells[0].value if cells and self._is_typed(cells[0]) else ""
