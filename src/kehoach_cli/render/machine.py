"""Answers for programs: CSV that Excel opens with its accents, and the frame of every JSON answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.render.table import Table

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table, extra: Iterable[str] = ()) -> str:
    """One header, one row a row; no titles, no sums. `extra` names further columns of the rows."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*table.columns, *extra])
    writer.writerows([_cell(c) for c in row] for row in table.rows)
    return _BOM + out.getvalue()


def _cell(text: str) -> str:
    """Text that a spreadsheet would run as a formula is marked as text; numbers stay numbers."""
    if text.startswith(_FORMULA) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    return text[1:].replace(".", "", 1).replace(",", "", 1).isdigit() if text[:1] == "-" else False


def json_text(data: dict[str, Any]) -> str:
    import json

    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
