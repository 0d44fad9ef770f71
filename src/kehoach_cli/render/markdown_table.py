"""Tables as Markdown, for pasting into other documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.markdown_escape import escape, escape_cell
from kehoach_cli.render.table import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.render.table import Table


def markdown_text(tables: Iterable[Table]) -> str:
    """Every table under a heading of its own, sum and foot lines as paragraphs."""
    return "\n".join(_table(table) for table in tables)


def _table(table: Table) -> str:
    blocks = [f"## {_text(table.titles[0])}"] if table.titles else []
    blocks += map(_text, table.titles[1:])
    if table.rows:
        blocks.append("\n".join(_rows(table)))
    blocks += map(_text, table.foot)
    return "\n\n".join(blocks) + "\n"


def _rows(table: Table) -> Iterator[str]:
    yield _row(map(_cell, table.columns))
    yield _row("---" for _ in table.columns)
    for part in table.parts:
        if part.heading:
            yield _row(["", f"**{_cell(part.heading)}**", *[""] * (len(table.columns) - 2)])
        yield from (_row(map(_cell, row)) for row in part.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    return escape(harmless(text))


def _cell(text: str) -> str:
    return escape_cell(harmless(text))
