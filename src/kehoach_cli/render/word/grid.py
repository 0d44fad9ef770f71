"""Tables whose columns come from the data: the grid that Word asks for, from what the cells ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.render.word.names import CELL, ROW, SPAN, TABLE, VAL, WIDTH, w

if TYPE_CHECKING:
    Element = Any  # lxml tells its types nowhere

_AFTER_SPAN = tuple(
    w(name)
    for name in (
        *("hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign"),
        *("hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange"),
    )
)


def settle_grids(root: Element) -> None:
    """Give every table with a `colwidth` its grid, and its cells the widths and spans they asked for.

    The first row that asks for widths makes the grid; a cell that spans more columns than are left ends
    with the table. A wish that is no whole number counts as none.
    """
    for table in root.iter(TABLE):
        rows = table.findall(ROW)
        grid = next((widths for row in rows if (widths := _widths(row))), None)
        for row in rows:
            _settle_row(row, grid)
        if grid is not None:
            _set_grid(table, grid)


def _widths(row: Element) -> list[int] | None:
    """The widths of a row in which every cell asks for one."""
    asked = [_number(cell, WIDTH) for cell in row.findall(CELL)]
    return [width for width in asked if width] if asked and all(asked) else None


def _settle_row(row: Element, grid: list[int] | None) -> None:
    start = 0
    for cell in row.findall(CELL):
        span = _number(cell, SPAN) or 1
        asked = [child for child in cell if child.tag in (WIDTH, SPAN)]
        for child in asked:
            cell.remove(child)
        if grid is None:
            continue
        covered = grid[start : start + span] or grid[-1:]
        start += len(covered)
        _set_cell(cell, sum(covered), len(covered))


def _number(cell: Element, name: str) -> int:
    found = cell.find(name)
    said = "".join(found.itertext()).strip() if found is not None else ""
    return int(said) if said.isascii() and said.isdecimal() else 0


def _set_cell(cell: Element, width: int, span: int) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = cell.makeelement(w("tcPr"))
        cell.insert(0, properties)
    for old in [*properties.findall(w("tcW")), *properties.findall(w("gridSpan"))]:
        properties.remove(old)
    first = 1 if len(properties) and properties[0].tag == w("cnfStyle") else 0
    properties.insert(first, properties.makeelement(w("tcW"), {w("w"): str(width), w("type"): "dxa"}))
    if span > 1:
        at = next((i for i, c in enumerate(properties) if c.tag in _AFTER_SPAN), len(properties))
        properties.insert(at, properties.makeelement(w("gridSpan"), {VAL: str(span)}))


def _set_grid(table: Element, grid: list[int]) -> None:
    """The table's grid and its own width; LibreOffice reads the one, Word the other."""
    columns = table.find(w("tblGrid"))
    if columns is None:
        columns = table.makeelement(w("tblGrid"))
        table.insert(list(table).index(table.find(ROW)), columns)
    for old in list(columns):
        columns.remove(old)
    columns.extend(columns.makeelement(w("gridCol"), {w("w"): str(width)}) for width in grid)
    whole = table.find(f"{w('tblPr')}/{w('tblW')}")
    if whole is not None:
        whole.set(w("w"), str(sum(grid)))
        whole.set(w("type"), "dxa")
