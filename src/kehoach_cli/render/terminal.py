"""Tables on a terminal, through rich; plan text is never read as markup, and no word is lost or broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.table import Part, one_line
from kehoach_cli.render.widths import GAP, columns_of, fitted, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from kehoach_cli.render.table import Table

_TALL = 2.5  # lines a row: above that rows stand apart


def terminal_text(tables: Iterable[Table], width: int, *, colour: bool) -> str:
    """The tables for a terminal of `width` columns; the sum and foot lines stand below each."""
    import io

    from rich.console import Console

    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        for n, table in enumerate(tables):
            if n:
                console.print()
            for block in _blocks(_clean(table), width):
                console.print(block)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _clean(table: Table) -> Table:
    def lines(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(one_line, texts))

    parts = tuple(Part(one_line(part.heading), tuple(map(lines, part.rows))) for part in table.parts)
    return table._replace(
        titles=lines(table.titles), columns=lines(table.columns), parts=parts, foot=lines(table.foot)
    )


def _blocks(table: Table, width: int) -> Iterator[RenderableType]:
    """Titles, rows and foot with a blank line between them."""
    from rich.text import Text

    for n, title in enumerate(table.titles):
        yield Text(title, style="" if n else "bold")
    if table.rows:
        yield ""
        yield from _body(table, width)
    if table.foot:
        yield ""
        yield from map(Text, table.foot)


def _body(table: Table, width: int) -> Iterator[RenderableType]:
    """The rows as a table; where it cannot fit, a grid in pieces and other rows told one by one.

    On a screen too narrow for whole lines, columns that hold nothing give their room to the others.
    """
    wanted = columns_of([table.columns, *table.rows], range(len(table.columns)))
    if fitted(wanted, width) is None and not table.is_grid:
        table = _piece(table, [n for n in range(len(table.columns)) if any(row[n] for row in table.rows)])
    for pieces in _layouts(table):
        fits = [fitted(columns_of([piece.columns, *piece.rows], piece.narrow), width) for piece in pieces]
        widths = [w for w in fits if w is not None]
        if len(widths) == len(pieces):
            for n, (piece, each) in enumerate(zip(pieces, widths, strict=True)):
                yield from [""] if n else []
                yield from _drawn(piece, each)
            return
    yield from _told(table)


def _layouts(table: Table) -> Iterator[list[Table]]:
    """The table whole; a grid also in ever more pieces of its columns, each with the key columns."""
    yield [table]
    others = range(table.keys, len(table.columns)) if table.is_grid else range(0)
    for count in range(2, len(others) + 1):
        size = -(-len(others) // count)
        cuts = [others[n : n + size] for n in range(0, len(others), size)]
        yield [_piece(table, [*range(table.keys), *cut]) for cut in cuts]


def _piece(table: Table, kept: Sequence[int]) -> Table:
    def cut(row: Sequence[str]) -> tuple[str, ...]:
        return tuple(row[n] for n in kept)

    parts = tuple(part._replace(rows=tuple(map(cut, part.rows))) for part in table.parts)
    narrow = tuple(n for n, column in enumerate(kept) if column in table.narrow)
    return table._replace(columns=cut(table.columns), parts=parts, narrow=narrow)


def _drawn(table: Table, widths: Sequence[int]) -> Iterator[RenderableType]:
    """Heads, a rule, then part by part its heading and its rows."""
    from rich.text import Text

    yield _grid([table.columns], widths, style="bold")
    yield Text("─" * total(widths))
    heights = [max(-(-len(cell) // w) for cell, w in zip(row, widths, strict=True)) for row in table.rows]
    is_tall = sum(heights) > _TALL * len(heights)
    for n, part in enumerate(table.parts):
        if part.heading:
            yield from [""] if n else []
            yield Text(part.heading, style="bold")
        if part.rows:
            yield _grid(part.rows, widths, is_tall=is_tall)


def _grid(
    rows: Sequence[Sequence[str]], widths: Sequence[int], *, style: str = "", is_tall: bool = False
) -> RenderableType:
    from rich.text import Text

    if not is_tall and _is_one_line_each(rows, widths):
        return Text("\n".join(_line(row, widths) for row in rows), style=style, no_wrap=True)
    from rich.table import Table as RichTable

    grid = RichTable(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    for n, row in enumerate(rows):
        if n and is_tall:
            grid.add_row()
        grid.add_row(*(Text(cell, style=style) for cell in row))
    return grid


def _is_one_line_each(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> bool:
    from rich.cells import cell_len

    return all(cell_len(cell) <= width for row in rows for cell, width in zip(row, widths, strict=True))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """A row whose cells need no breaking: what a grid would print, without measuring it a second time."""
    from rich.cells import set_cell_size

    gap = " " * GAP
    return gap.join(set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True))


def _told(table: Table) -> Iterator[RenderableType]:
    """Row by row: what it is about, and below that every filled cell after the head of its column."""
    from rich.text import Text

    gap: list[RenderableType] = []
    for part in table.parts:
        if part.heading:
            yield from gap
            yield Text(part.heading, style="bold")
            gap = [""]
        for row in part.rows:
            yield from gap
            yield _told_row(table, row)
            gap = [""]


def _told_row(table: Table, row: Sequence[str]) -> RenderableType:
    from rich.console import Group
    from rich.table import Table as RichTable
    from rich.text import Text

    about, cells = row[: table.keys], zip(table.columns[table.keys :], row[table.keys :], strict=True)
    lines = [Text(about[-1], style="bold"), *(Text(f"{head}: {cell}") for head, cell in cells if cell)]
    grid = RichTable(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
    grid.add_row(Text("  ".join(about[:-1]), style="bold"), Group(*lines))
    return grid
