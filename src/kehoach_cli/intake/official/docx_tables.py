"""Tables of a Word document: every cell once, merged ones with the columns and rows they take."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.blocks import Cell, Row, Table
from kehoach_cli.intake.official.docx_xml import child, local, number, parts_of, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.intake.official.docx_xml import Element

    ReadCell = Callable[[Element], "Content"]

_COLUMNS = 63  # Word allows no more
_WRAPPED = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


class Content(NamedTuple):
    """What one cell prints: its lines, and whether every letter is bold."""

    text: str
    bold: bool


class _Open:
    """A cell that may still grow downwards."""

    def __init__(self, content: Content, column: int, columns: int) -> None:
        self.content, self.column, self.columns, self.rows = content, column, columns, 1

    def closed(self) -> Cell:
        return Cell(self.content.text, self.column, self.columns, self.rows, self.content.bold)


def table_of(element: Element, name: str, read_cell: ReadCell) -> Table:
    """One table; `name` is its place, such as «bảng 2»; `read_cell` is asked in reading order."""
    rows: list[list[_Open]] = []
    above: dict[int, _Open] = {}  # by its first column, what a cell merged downwards belongs to
    for tr in _inside(element, "tr"):
        properties = child(tr, "trPr")
        if properties is not None and child(properties, "del") is not None:
            continue
        rows.append(_row(tr, properties, above, read_cell))
    width = max((cell.column + cell.columns for row in rows for cell in row), default=0)
    frozen = tuple(
        Row(tuple(cell.closed() for cell in row), f"{name}, hàng {at}") for at, row in enumerate(rows, 1)
    )
    return Table(frozen, width, name)


def _row(tr: Element, properties: Element, above: dict[int, _Open], read_cell: ReadCell) -> list[_Open]:
    cells: list[_Open] = []
    column = _skipped(properties)
    seen: dict[int, _Open] = {}
    for tc in _inside(tr, "tc"):
        said = parts_of(child(tc, "tcPr"))
        columns = min(max(number(said["gridSpan"], default=1), 1), _COLUMNS) if "gridSpan" in said else 1
        content = read_cell(tc)  # also where it does not show: its numbers count
        if "cellDel" in said:
            continue
        if "hMerge" in said and value(said["hMerge"], default="continue") == "continue" and cells:
            cells[-1].columns += columns
        elif "vMerge" in said and value(said["vMerge"], default="continue") == "continue" and column in above:
            above[column].rows += 1
            seen[column] = above[column]
        else:
            cells.append(_Open(content, column, columns))
            if "vMerge" in said:
                seen[column] = cells[-1]
        column += columns
    above.clear()
    above.update(seen)
    return cells


def _skipped(properties: Element) -> int:
    before = child(properties, "gridBefore") if properties is not None else None
    return min(max(number(before), 0), _COLUMNS) if before is not None else 0


def _inside(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those within content controls."""
    for inner in element:
        tag = local(inner.tag)
        if tag == name:
            yield inner
        elif tag in _WRAPPED:
            yield from _inside(inner, name)


def nested_text(table: Table) -> str:
    """The lines of a table that stands within a cell of another."""
    return "\n".join(cell.text for row in table.rows for cell in row.cells if cell.text)
