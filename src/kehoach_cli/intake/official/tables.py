"""Tasks told by tables: from an assignment table's rows to tasks under their groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.citing import cite
from kehoach_cli.intake.official.columns import columns_of, grid_of
from kehoach_cli.intake.official.labels import split_labels
from kehoach_cli.intake.official.rows import RowReader, TableRow
from kehoach_cli.intake.official.told import Told
from kehoach_cli.intake.official.who import People, heading_people, partners, people_of
from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from kehoach_cli.intake.official.columns import Columns
    from kehoach_cli.intake.official.structure import Node
    from kehoach_cli.model.register import Register

_ROMAN = re.compile(r"[IVX]+|[A-ZĐ]")


class Group(NamedTuple):
    """A row that only names what the rows below belong to."""

    number: str
    text: str
    place: str


class TableTasks:
    """Reads the assignment tables of one document; a table without a header goes on from the last."""

    def __init__(self, register: Register | None) -> None:
        self._register = register
        self._columns: Columns | None = None
        self._width = 0
        self._groups: list[Group] = []
        self.left: list[Group] = []
        self.found: set[Node] = set()  # where an assignment table stands
        self.goals: list[Told] = []  # rows of tables of goals: duties, but no work of its own

    def read(self, node: Node) -> list[Told]:
        """The tasks of the table at a node; none if it is no assignment table."""
        table = node.table
        assert table is not None
        grid = grid_of(table)
        columns = columns_of(table, grid)
        if (
            columns is None
            and self._columns is not None
            and table.columns == self._width
            and len(table.rows) > 1
        ):
            columns = self._columns._replace(first_row=0)  # a page ended inside the table
        if columns is None:
            return []
        self._columns, self._width = columns, table.columns
        self.found.add(node)
        rows = list(RowReader(table, grid, columns).read())
        reader = _OneTable(node, self._register, self.left, self._groups if columns.first_row == 0 else [])
        tasks = reader.tasks(rows)
        self._groups = reader.groups
        if columns.is_goals:
            self.goals += tasks
        return [] if columns.is_goals else tasks


class _OneTable:
    def __init__(self, node: Node, register: Register | None, left: list[Group], groups: list[Group]) -> None:
        self._register = register
        self._base = cite(node)
        headings = [
            n for n in node.ancestors() if n.text and (n.rank > 1 or n.text.upper().startswith("PHỤ LỤC"))
        ]
        self._above = next((p for n in headings if (p := heading_people(n.text, register)).lead), People())
        self._heading = headings[0].text if headings else None
        self.groups = list(groups)
        self._told: list[Told] = []
        self._numbers: list[str] = []
        self._left = left

    def tasks(self, rows: list[TableRow]) -> list[Told]:
        for index, row in enumerate(rows):
            if row.kind == "group" and self._is_task_alone(row, rows[index + 1 :]):
                self._left.append(Group(row.number, row.text, row.place))
            elif row.kind == "group":
                self._open_group(row)
            elif row.kind == "more" and self._told:
                self._add(row)
            elif any(map(str.isalpha, row.text)):  # figures are no work: «120.000»
                self._take(row)
        return self._told

    @staticmethod
    def _is_task_alone(row: TableRow, below: list[TableRow]) -> bool:
        """A numbered row of words alone is a heading only if rows of its own follow it."""
        if not row.number or _ROMAN.fullmatch(row.number):
            return False
        following = below[0] if below else None
        return following is None or (
            following.number.isdigit()
            and row.number.isdigit()
            and int(following.number) == int(row.number) + 1
        )

    def _open_group(self, row: TableRow) -> None:
        level = _level(row.number)
        self.groups = [g for g in self.groups if _level(g.number) < level]
        self.groups.append(Group(row.number, row.text, row.place))

    def _add(self, row: TableRow) -> None:
        """More of the task above: further words, leads or times."""
        last = self._told[-1]
        people = last.people.with_more(self._people(row))
        text = f"{last.text} {row.text}" if row.text else last.text
        timing = "; ".join(dict.fromkeys(filter(None, (last.timing, _time(row)))))
        self._told[-1] = last._replace(people=people, text=text, timing=timing or None)

    def _take(self, row: TableRow) -> None:
        people = self._people(row)
        if not people.lead and not people.optional:
            people = self._inherited(row, people)
        if not people.lead and not row.timing and not people.coordinating and not people.optional:
            self._left.append(Group(row.number, row.text, row.place))
            return
        ref = ".".join(
            filter(None, (self._base, *self._group_numbers(row.number), row.number or self._running()))
        )
        group = self.groups[-1].text if self.groups else self._heading
        self._told.append(Told(row.place, ref, row.text.rstrip(" ;,"), people, _time(row), group))
        self._numbers.append(row.number)

    def _running(self) -> str:
        """A row without a number goes on from the one above it, or is the first of its group."""
        beside = [
            number for told, number in zip(self._told, self._numbers, strict=True) if self._same_group(told)
        ]
        return next((number for number in reversed(beside) if number), str(len(beside) + 1))

    def _group_numbers(self, number: str) -> list[str]:
        """The numbers of the groups, without what the row's own number says already (1 in 1.1)."""
        return [g.number for g in self.groups if g.number and not number.startswith(f"{g.number}.")]

    def _people(self, row: TableRow) -> People:
        found = People()
        for role, value in (("lead", row.lead), ("both", row.both), ("coordinating", row.coordinating)):
            if value.strip(" -–"):
                found = found.with_more(people_of(role, value, self._register))
        if not found.lead and row.person:
            found = found.with_more(people_of("person", row.person, self._register))
        return found

    def _inherited(self, row: TableRow, people: People) -> People:
        """Who leads where the cell is empty: as in the row it goes on from, the group, the heading."""
        last = self._told[-1] if self._told else None
        goes_on = last is not None and (not row.number or row.number.startswith(f"{self._numbers[-1]}."))
        if last is not None and goes_on and last.people.lead and self._same_group(last):
            return (
                last.people._replace(coordinating=()).with_more(people)
                if people.coordinating
                else last.people
            )
        for group in reversed(self.groups):
            leads = heading_people(group.text, self._register)
            if leads.lead:
                return self._as_above(leads).with_more(people)
        found = self._above.with_more(people).with_more(partners(row.text, self._register))
        if last is not None and not found.lead and last.people.lead and self._same_group(last):
            helping = found.coordinating or last.people.coordinating  # a merged cell that lost its merge
            return last.people._replace(coordinating=helping)
        return found

    def _as_above(self, leads: People) -> People:
        """A group's name in capitals, in the spelling of the rows above it if they have it."""
        rows = (told.people for told in self._told)
        spelled = (p for p in rows if [*map(fold, p.lead)] == [*map(fold, leads.lead)])
        return next(spelled, leads)._replace(coordinating=())

    def _same_group(self, last: Told) -> bool:
        return last.group == (self.groups[-1].text if self.groups else self._heading)


def _level(number: str) -> int:
    """How deep a group's number is: A. over I. over 1. over 1.1; without a number it is the deepest."""
    if not number:
        return 9
    if number in {"A", "B", "C", "D", "Đ", "E"}:
        return 0
    return 1 if _ROMAN.fullmatch(number) else 2 + number.count(".")


def _time(row: TableRow) -> str | None:
    """When: its own cell, or a label in the cell of who does it («Chủ trì: …; Thời gian: …»)."""
    words = row.timing
    if not words:
        labels = split_labels(row.both)[1] or split_labels(row.lead)[1]
        words = next((label.value for label in labels if label.role == "timing"), "")
    return " ".join(words.split()).rstrip(" .;") or None
