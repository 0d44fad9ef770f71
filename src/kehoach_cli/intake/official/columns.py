"""Which table assigns work, and which of its columns says what: told by the words of its header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.label_words import is_number_head, kinds_in, role_begun, role_of
from kehoach_cli.intake.official.subjects import names_begin

if TYPE_CHECKING:
    from kehoach_cli.intake.official.blocks import Row, Table

_HEADER_ROWS = 6  # a title or a note may stand above the header inside the table
_WORK = re.compile(r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|đầu việc")  # goals only beside them
_TWO = 2
_HEADER_WORDS = 5

Grid = list[list[str]]
"""Text by row and grid column; what a merged cell says stands in every place it covers."""


class Columns(NamedTuple):
    """Grid columns by what they tell; a role may have several, most have none."""

    number: tuple[int, ...]
    content: tuple[int, ...]
    lead: tuple[int, ...]
    coordinating: tuple[int, ...]
    both: tuple[int, ...]
    timing: tuple[int, ...]
    person: tuple[int, ...]
    first_row: int  # the first row below the header
    is_goals: bool  # its rows are goals with somebody to answer for them, no work with a time

    @property
    def telling(self) -> tuple[int, ...]:
        """The columns that say who and when."""
        return (*self.lead, *self.coordinating, *self.both, *self.timing)


def grid_of(table: Table) -> Grid:
    """The table as a rectangle, merged cells filled in downwards and to the right."""
    grid = [[""] * table.columns for _ in table.rows]
    for r, row in enumerate(table.rows):
        for cell in row.cells:
            for i in range(r, min(r + max(cell.rows, 1), len(grid))):
                for j in range(cell.column, min(cell.column + max(cell.columns, 1), table.columns)):
                    grid[i][j] = cell.text.strip()
    return grid


def columns_of(table: Table, grid: Grid) -> Columns | None:
    """The columns of a table that assigns work; None for every other table."""
    for index in range(min(_HEADER_ROWS, len(grid))):
        columns = _read_header(grid, index)
        if columns is not None and _is_header(table.rows[index], columns):
            return columns
    return None


def _is_header(row: Row, columns: Columns) -> bool:
    """A header names at least two things in cells of their own: what, and who or when."""
    roles = [
        role_of(_flat(cell.text)) or ("number" if is_number_head(cell.text) else None) for cell in row.cells
    ]
    return len([role for role in roles if role]) >= _TWO and bool(
        columns.lead or columns.both or columns.person
    )


def _read_header(grid: Grid, index: int) -> Columns | None:
    heads = [_flat(cell) for cell in grid[index]]
    first_row = index + 1
    if first_row < len(grid) and _is_second_row(grid[first_row], grid[index]):
        heads = [_joined(up, _flat(down)) for up, down in zip(heads, grid[first_row], strict=True)]
        first_row += 1
    roles = ["number" if is_number_head(head) else role_of(head) or role_begun(head) for head in heads]
    found = {role: tuple(j for j, r in enumerate(roles) if r == role) for role in set(roles) if role}
    content = found.get("content", ())
    if not any(role in found for role in ("lead", "both", "person")):
        found["lead"] = _of_names(grid, first_row, heads)
    if not any(found.get(role) for role in ("lead", "both", "person")):
        return None
    content = tuple(j for j in content if _WORK.search(heads[j].lower())) or content
    content = content or _widest(grid, first_row, [j for j, role in enumerate(roles) if role is None])
    if not content:
        return None
    return Columns(
        found.get("number") or _unnamed_number(heads),
        content,
        found.get("lead", ()),
        found.get("coordinating", ()),
        found.get("both", ()),
        found.get("timing", ()),
        found.get("person", ()),
        first_row,
        _are_goals(heads, content) and not found.get("timing") and not found.get("coordinating"),
    )


def _unnamed_number(heads: list[str]) -> tuple[int, ...]:
    """The first column numbers the rows where its header is empty."""
    return (0,) if not heads[0] else ()


def _are_goals(heads: list[str], content: tuple[int, ...]) -> bool:
    return all(
        re.fullmatch(r"(?:các |tên )?(?:chỉ tiêu|mục tiêu|tiêu chí).*", heads[j].lower()) for j in content
    )


def _of_names(grid: Grid, first_row: int, heads: list[str]) -> tuple[int, ...]:
    """A column headed only «Đơn vị» or «Cơ quan» says who acts if most of its cells begin as names do."""
    for j, head in enumerate(heads):
        cells = [row[j] for row in grid[first_row:] if row[j]]
        if set(kinds_in(head) or ()) == {"who"} and sum(map(names_begin, cells)) * 2 > len(cells):
            return (j,)
    return ()


def _is_second_row(row: list[str], above: list[str]) -> bool:
    """A second header row splits a wide cell («Phân công»: «Chủ trì», «Phối hợp») and repeats the rest."""
    different = [
        _flat(cell) for cell, up in zip(row, above, strict=True) if cell and _flat(cell) != _flat(up)
    ]
    return bool(different) and all(role_of(cell) and len(cell.split()) <= _HEADER_WORDS for cell in different)


def _joined(up: str, down: str) -> str:
    """The lower header where it says more; «Cơ quan» over «Chủ trì» says «Chủ trì»."""
    return down if down and role_of(down) else up


def _widest(grid: Grid, first_row: int, unknown: list[int]) -> tuple[int, ...]:
    """Of the columns without a known header the one with most to read: what is to be done."""
    widths = {j: sum(len(row[j]) for row in grid[first_row:]) for j in unknown}
    best = max(widths, key=lambda j: widths[j], default=None)
    return (best,) if best is not None and widths[best] else ()


def is_header_again(cells: list[str], columns: Columns) -> bool:
    """Whether a row repeats the header, with or without the column of numbers."""
    roles = [role_of(_flat(cell)) for cell in cells if cell]
    known = [role for role in roles if role in {"lead", "coordinating", "both", "timing"}]
    return (
        len(known) >= min(_TWO, len(columns.telling))
        and len(known) + roles.count("content") >= len(roles) - 2
    )


def _flat(cell: str) -> str:
    return " ".join(cell.split()).strip(" *:.")
