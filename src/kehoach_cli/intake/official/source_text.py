"""A document word for word as source.md keeps it: one paragraph a line, tables with pipes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.intake.official.blocks import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.intake.official.blocks import Paragraph, Row


def source_text(blocks: Iterable[Paragraph | Table], notes: Iterable[str] = ()) -> str:
    """The blocks with blank lines between, then the footnotes; ends with a line end."""
    parts = [_table(block) if isinstance(block, Table) else block.words for block in blocks]
    parts += [f"[{number}] {note}" for number, note in enumerate(notes, 1)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(table: Table) -> str:
    """The table's first row as its head, as Markdown wants it; merged cells stand in their first field."""
    lines = [_row(row, table.columns) for row in table.rows]
    return "\n".join([*lines[:1], "|" + "---|" * table.columns, *lines[1:]])


def _row(row: Row, columns: int) -> str:
    fields = [""] * columns
    for cell in row.cells:
        fields[cell.column] = " ".join(cell.text.split()).replace("|", "\\|")
    return "".join(f"| {field} " for field in fields) + "|"
