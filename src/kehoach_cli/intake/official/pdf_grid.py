"""Tables of a PDF by their ruled lines: which lines make cells, and what stands in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.blocks import Cell
from kehoach_cli.intake.official.pdf_page import Piece, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NEAR = 3.0  # points: lines nearer than this are one, ends nearer than this meet
_MOST_RULES = 20_000


class Grid(NamedTuple):
    """The lines between rows from top to bottom and between columns from left to right."""

    rows: list[float]
    columns: list[float]
    level: list[Rule]
    upright: list[Rule]

    @property
    def top(self) -> float:
        return self.rows[0]

    def holds(self, piece: Piece) -> bool:
        """Whether a piece of text stands inside."""
        x, y = _anchor(piece)
        return self.columns[0] - _NEAR <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]


def grids_in(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that lines make, from top to bottom; boxes and underlines are none."""
    found = [grid for group in _groups(rules[:_MOST_RULES]) if (grid := _grid(group)) is not None]
    return sorted(found, key=lambda grid: -grid.top)


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that touch, directly or by way of others."""
    groups: list[tuple[Rule, list[Rule]]] = []  # the box around each group, and the group
    for rule in sorted(rules, key=lambda rule: (-rule.y1, rule.x0)):
        box, members = rule, [rule]
        while touching := [n for n, (other, _) in enumerate(groups) if _touch(box, other)]:
            for n in reversed(touching):
                other, theirs = groups.pop(n)
                box = _around(box, other)
                members = theirs + members
        groups.append((box, members))
    return [members for _, members in groups]


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.x0 - _NEAR <= other.x1
        and other.x0 - _NEAR <= one.x1
        and one.y0 - _NEAR <= other.y1
        and other.y0 - _NEAR <= one.y1
    )


def _around(one: Rule, other: Rule) -> Rule:
    return Rule(min(one.x0, other.x0), min(one.y0, other.y0), max(one.x1, other.x1), max(one.y1, other.y1))


def _grid(rules: list[Rule]) -> Grid | None:
    level = [rule for rule in rules if not rule.is_upright]
    upright = [rule for rule in rules if rule.is_upright]
    rows = _merged(rule.y0 for rule in level)[::-1]
    columns = _merged(rule.x0 for rule in upright)
    has_cells = len(columns) > 2 and len(rows) > 1  # noqa: PLR2004 - one column is a box around text
    return Grid(rows, columns, level, upright) if has_cells else None


def _merged(places: Iterable[float]) -> list[float]:
    """Places in order, those close together as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


class Field(NamedTuple):
    """One cell of a grid with the pieces in it."""

    row: int
    column: int
    rows: int
    columns: int
    pieces: list[Piece]


def fields_of(grid: Grid, pieces: Iterable[Piece]) -> list[Field]:
    """Every cell in reading order, those without a line between as one."""
    owner = _owners(grid)
    inside: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        x, y = _anchor(piece)
        column = _slot(grid.columns, x)
        row = len(grid.rows) - 2 - _slot(grid.rows[::-1], y)
        inside.setdefault(owner[row, column], []).append(piece)
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for (row, column), first in owner.items():
        down, right = spans.get(first, (1, 1))
        spans[first] = max(down, row - first[0] + 1), max(right, column - first[1] + 1)
    return [Field(*first, *spans[first], inside.get(first, [])) for first in sorted(spans)]


def _slot(places: list[float], at: float) -> int:
    """Between which two places something stands; what overhangs goes to the nearest."""
    below = sum(place <= at + _NEAR / 2 for place in places) - 1
    return min(max(below, 0), len(places) - 2)


def _owners(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For each field of the grid the first field of its cell: a rectangle without lines inside."""
    height, width = len(grid.rows) - 1, len(grid.columns) - 1
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(height):
        for column in range(width):
            if (row, column) in owner:
                continue
            right = column + 1
            while right < width and (row, right) not in owner and not _has_upright(grid, row, right):
                right += 1
            below = row + 1
            while below < height and not any(_has_level(grid, below, c) for c in range(column, right)):
                below += 1
            for r in range(row, below):
                for c in range(column, right):
                    owner.setdefault((r, c), (row, column))
    return owner


def _has_upright(grid: Grid, row: int, column: int) -> bool:
    """Whether a line parts a field from the one to its left."""
    x, y = grid.columns[column], (grid.rows[row] + grid.rows[row + 1]) / 2
    return any(abs(rule.x0 - x) <= _NEAR and rule.y0 <= y <= rule.y1 for rule in grid.upright)


def _has_level(grid: Grid, row: int, column: int) -> bool:
    """Whether a line parts a field from the one above it."""
    y, x = grid.rows[row], (grid.columns[column] + grid.columns[column + 1]) / 2
    return any(abs(rule.y0 - y) <= _NEAR and rule.x0 <= x <= rule.x1 for rule in grid.level)


def _anchor(piece: Piece) -> tuple[float, float]:
    """A point that surely lies inside the cell of a piece: in its first letter."""
    return piece.x + piece.size * 0.1, piece.y + piece.size * 0.3


def cell_of(field: Field, text: str) -> Cell:
    """A cell with its text; bold where every letter is."""
    lettered = [piece for piece in field.pieces if any(letter.isalnum() for letter in piece.text)]
    bold = bool(lettered) and all(piece.bold for piece in lettered)
    return Cell(text, field.column, field.columns, field.rows, bold)
