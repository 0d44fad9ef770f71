"""Tables where the output is no terminal: a row a line, whole, aligned by blanks, ready for grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.render.table import Table

_WIDEST = 100  # a cell longer than this does not push the others to the right


def plain_text(tables: Iterable[Table]) -> str:
    """Every table with its titles and foot, a blank line between them."""
    return "\n".join(_table(table) for table in tables)


def _table(table: Table) -> str:
    lines = list(table.titles)
    rows = [tuple(map(one_line, row)) for row in table.rows]
    if rows:
        widths = [
            min(_WIDEST, max(len(row[n]) for row in [table.columns, *rows])) for n in range(len(table.columns))
        ]
        lines += ["", _line(table.columns, widths)]
        taken = iter(rows)
        for part in table.parts:
            lines += [part.heading] if part.heading else []
            lines += [_line(next(taken), widths) for _ in part.rows]
        lines.append("")
    return "".join(f"{line}\n" for line in [*lines, *table.foot])


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
