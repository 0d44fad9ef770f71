"""Tables where the output is no terminal: a row a line, whole, aligned by blanks, ready for grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach_cli.render.table import Table

_WIDEST = 100  # a cell longer than this does not push the others to the right


def plain_text(tables: Iterable[Table]) -> str:
    """Every table with its titles and foot, a blank line between them."""
    return "\n".join(_table(table) for table in tables)


def _table(table: Table) -> str:
    """Titles, rows and foot with a blank line between those there are."""
    blocks = [[*map(one_line, table.titles)], _rows(table), [*map(one_line, table.foot)]]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _rows(table: Table) -> list[str]:
    rows = [[*map(one_line, row)] for row in (table.columns, *table.rows)]
    if not table.rows:
        return []
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    said = [lines.pop(0)]
    for part in table.parts:
        said += [one_line(part.heading)] if part.heading else []
        said += lines[: len(part.rows)]
        del lines[: len(part.rows)]
    return said


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
