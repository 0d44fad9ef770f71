"""Tables whose columns come from the data: the grid that Word asks for, from what the cells ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.template_faults import TemplateFault
from kehoach_cli.render.word.names import CELL, ROW, SPAN, TABLE, VAL, WIDTH, w

if TYPE_CHECKING:
    Element = Any  # lxml tells its types nowhere

_MOST_DIGITS = 5  # 99999 twips are wider than the widest page of Word
_AFTER_SPAN = tuple(
    w(name)
    for name in (
        *("hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign"),
        *("hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange"),
    )
)


class Asked(NamedTuple):
    """A cell and what it asks for: its width in twips (0: nothing), over how many columns it runs."""

    cell: Element
    width: int
    span: int


def settle_grids(root: Element, file: str) -> None:
    """Give every table with a `colwidth` its grid, and its cells the widths and spans they asked for.

    The first row that asks for widths makes the grid; a cell that spans more columns than are left ends
    with the table. A wish that is no whole number counts as none; one that no page could meet is a fault
    of the template `file` (TemplateFault).
    """
    for table in root.iter(TABLE):
        if next(table.iter(WIDTH, SPAN), None) is None:
            continue  # most tables have their grid in the template
        rows = [_asked(row, file) for row in table.findall(ROW)]
        grid = next((widths for row in rows if (widths := _widths(row))), None)
        for row in rows:
            _settle_row(row, grid)
        if grid is not None:
            _set_grid(table, grid)


def _asked(row: Element, file: str) -> list[Asked]:
    """What the cells of a row ask for; what they asked in is taken out."""
    found = []
    for cell in row.findall(CELL):
        found.append(Asked(cell, _number(cell, WIDTH, file), _number(cell, SPAN, file) or 1))
        for child in [child for child in cell if child.tag in (WIDTH, SPAN)]:
            cell.remove(child)
    return found


def _widths(row: list[Asked]) -> list[int] | None:
    """The widths of a row in which every cell asks for one."""
    return [a.width for a in row] if row and all(a.width for a in row) else None


def _settle_row(row: list[Asked], grid: list[int] | None) -> None:
    if grid is None:
        return
    start = 0
    for cell, _, span in row:
        covered = grid[start : start + span] or grid[-1:]
        start += len(covered)
        _set_cell(cell, sum(covered), len(covered))


def _number(cell: Element, name: str, file: str) -> int:
    found = cell.find(name)
    said = "".join(found.itertext()).strip() if found is not None else ""
    if not (said.isascii() and said.isdecimal()):
        return 0
    if len(said) > _MOST_DIGITS:
        what = "colwidth" if name == WIDTH else "colspan"
        begin = f"{said[:_MOST_DIGITS]}…"
        raise TemplateFault(
            file, 0, f"{what} của một ô trong bảng là {begin}, số quá lớn ({len(said)} chữ số)"
        )
    return int(said)


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
