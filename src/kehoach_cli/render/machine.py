"""Answers for programs: CSV that Excel opens with its accents, and the frame of every JSON answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.render.table import harmless

if TYPE_CHECKING:
    from kehoach_cli.render.table import Table

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table) -> str:
    """One header, one row a row; no titles, no headings, no sums."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_cell(c) for c in row] for row in (table.columns, *table.rows))
    return _BOM + out.getvalue()


def _cell(text: str) -> str:
    """Text that a spreadsheet would run as a formula is marked as text; numbers stay numbers."""
    clean = harmless(text)
    return f"'{clean}" if text.startswith(_FORMULA) and not _is_number(text) else clean


def _is_number(text: str) -> bool:
    return text[:1] == "-" and text[1:].replace(".", "", 1).replace(",", "", 1).isdecimal()


def json_text(data: dict[str, Any]) -> str:
    """Readable by people too: two blanks a level, letters as they are."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
