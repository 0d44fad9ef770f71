"""Tables on a terminal, through rich; plan text is never read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.table import Table as RichTable

    from kehoach_cli.render.table import Table


def terminal_text(tables: Iterable[Table], width: int, *, colour: bool) -> str:
    """The tables drawn for a terminal of `width` columns; the sum and foot lines stand below each."""
    import io

    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for n, table in enumerate(tables):
        if n:
            console.print()
        for i, title in enumerate(table.titles):
            console.print(Text(title, style="bold" if i == 0 else ""), justify="center", soft_wrap=False)
        if table.rows:
            console.print(_drawn(table))
        for line in table.foot:
            console.print(Text(line))
    return out.getvalue()


def _drawn(table: Table) -> RichTable:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(box=box.ROUNDED, show_lines=_needs_lines(table), expand=False, header_style="bold")
    for n, column in enumerate(table.columns):
        drawn.add_column(Text(column), no_wrap=n in table.narrow, overflow="fold")
    for part in table.parts:
        if part.heading:
            drawn.add_section()
            drawn.add_row("", Text(part.heading, style="bold"))
        for row in part.rows:
            drawn.add_row(*(Text(one_line(cell)) for cell in row))
    return drawn


def _needs_lines(table: Table) -> bool:
    """Rules between rows, where rows take several lines."""
    return any(sum(map(len, row)) > 150 for row in table.rows)  # noqa: PLR2004
