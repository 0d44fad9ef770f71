"""Tables as Markdown, for pasting into other documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.render.table import Table


def markdown_text(tables: Iterable[Table]) -> str:
    return "\n".join(_table(table) for table in tables)


def _table(table: Table) -> str:
    from kehoach_cli.render.markdown import escape, escape_cell

    lines = [f"## {escape(table.titles[0])}", ""] if table.titles else []
    for title in table.titles[1:]:
        lines += [escape(title), ""]
    if table.rows:
        lines += [_row(table.columns), _row("---" for _ in table.columns)]
        for part in table.parts:
            if part.heading:
                lines.append(_row(["", f"**{escape_cell(part.heading)}**", *[""] * (len(table.columns) - 2)]))
            lines += [_row(map(escape_cell, row)) for row in part.rows]
        lines.append("")
    for line in table.foot:
        lines += [escape(line), ""]
    return "\n".join(lines[:-1] if lines and not lines[-1] else lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
