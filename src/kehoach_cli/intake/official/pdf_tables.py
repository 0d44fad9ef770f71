"""Tables that go on from page to page of a PDF: their halves put together, repeated heads dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.joining import runs_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.intake.official.blocks import Cell, Row, Table
    from kehoach_cli.intake.official.pdf_lines import PdfLine


class Part(NamedTuple):
    """One page: its free lines, and its tables with the height at which each begins."""

    lines: list[PdfLine]
    tables: list[tuple[float, Table]]
    page: int


def joined_tables(parts: Sequence[Part]) -> list[Part]:
    """The pages, a table at the top of one put to that at the end of the page before."""
    found: list[Part] = []
    count = 0
    last: tuple[int, int] | None = None  # where the table stands that may go on: part and table
    for part in parts:
        kept: list[tuple[float, Table]] = []
        for n, (top, table) in enumerate(part.tables):
            begins_page = n == 0 and not any(line.y > top for line in part.lines)
            if (
                begins_page
                and last is not None
                and found[last[0]].tables[last[1]][1].columns == table.columns
            ):
                whole = found[last[0]].tables[last[1]]
                found[last[0]].tables[last[1]] = (whole[0], _both(whole[1], table, part.page))
                continue
            count += 1
            kept.append((top, _placed(table, f"bảng {count}", 1, part.page)))
        found.append(part._replace(tables=kept))
        last = _open_table(found, last)
    return found


def _open_table(parts: list[Part], last: tuple[int, int] | None) -> tuple[int, int] | None:
    """The table with which the last page ends; a page taken up whole by one that goes on leaves it open."""
    part = parts[-1]
    if part.tables:
        top = part.tables[-1][0]
        return None if any(line.y < top for line in part.lines) else (len(parts) - 1, len(part.tables) - 1)
    return last if not part.lines else None


def _placed(table: Table, name: str, first: int, page: int) -> Table:
    rows = tuple(
        row._replace(place=f"{name}, hàng {number} (trang {page})")
        for number, row in enumerate(table.rows, first)
    )
    return table._replace(rows=rows, place=f"{name} (trang {page})")


def _both(table: Table, more: Table, page: int) -> Table:
    """Both halves; the head of the table printed again is dropped, a row cut by the page is made whole."""
    rows = more.rows
    heads = 0
    while heads < min(len(rows), len(table.rows)) and _same(rows[heads], table.rows[heads]):
        heads += 1
    rows = rows[heads:]
    kept = list(table.rows)
    if rows and kept and _is_rest(kept[-1], rows[0]):
        kept[-1] = _whole(kept[-1], rows[0])
        rows = rows[1:]
    name = table.place.partition(" (")[0]
    placed = _placed(more._replace(rows=rows), name, len(kept) + 1, page)
    return table._replace(rows=(*kept, *placed.rows))


def _same(one: Row, other: Row) -> bool:
    return [c.text for c in one.cells] == [c.text for c in other.cells] and any(c.text for c in one.cells)


def _is_rest(before: Row, row: Row) -> bool:
    """Whether a row at the top of a page is the rest of one: it has no number, and a sentence goes on."""
    if not row.cells or row.cells[0].text or _columns(before) != _columns(row):
        return False
    texts = {cell.column: cell.text for cell in before.cells}
    pairs = [(texts[cell.column], cell.text) for cell in row.cells if cell.text]
    return any(runs_on(_last(above), below, is_full=True) for above, below in pairs) and all(
        above or not below for above, below in pairs
    )


def _columns(row: Row) -> list[int]:
    return [cell.column for cell in row.cells]


def _last(text: str) -> str:
    return text.rpartition("\n")[2]


def _whole(before: Row, rest: Row) -> Row:
    cells: list[Cell] = []
    for one, other in zip(before.cells, rest.cells, strict=True):
        between = " " if runs_on(_last(one.text), other.text, is_full=True) else "\n"
        cells.append(one._replace(text=f"{one.text}{between}{other.text}" if other.text else one.text))
    return before._replace(cells=tuple(cells))
