"""Which templates there are and whose is used, as a table and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.names import nearest_text
from kehoach_cli.render.table import Part, Table
from kehoach_cli.render.template_registry import known_names, purpose_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SHARED = "_"


class Row(NamedTuple):
    """One template; `purpose` is None for a file that no command uses, `nearest` then what it may be."""

    name: str
    purpose: str | None
    is_own: bool
    nearest: str | None


def template_rows(own: Path, packaged: Path) -> list[Row]:
    """Every template that comes with the program, then the office's files that no command uses."""
    mine = own_files(own)
    known = [name for name in known_names() if (packaged / name).is_file()]
    rows = [Row(name, purpose_of(name), name in mine, None) for name in known]
    return rows + [Row(name, None, True, nearest_text(name, known)) for name in mine if name not in known]


def own_files(own: Path) -> list[str]:
    """The files of the office's templates/, by name; what Word or the system leaves there is none."""
    if not own.is_dir():
        return []
    litter = (".", "~$", "Thumbs.db", "desktop.ini")
    return sorted(path.name for path in own.iterdir() if path.is_file() and not path.name.startswith(litter))


def template_table(rows: Sequence[Row]) -> Table:
    """For people."""
    named = [(row, row.name.startswith(_SHARED)) for row in rows if row.purpose]
    parts = (
        Part("Mẫu của từng văn bản", tuple(_cells(row) for row, is_shared in named if not is_shared)),
        Part("Phần dùng chung", tuple(_cells(row) for row, is_shared in named if is_shared)),
        Part("Tệp không lệnh nào dùng", tuple(_cells(row) for row in rows if not row.purpose)),
    )
    count = sum(row.is_own for row in rows if row.purpose)
    foot = f"Đang dùng {count} mẫu riêng trong thư mục templates." if count else "Chưa có mẫu riêng."
    columns = ("Tên mẫu", "Dùng cho", "Đang dùng")
    return Table(("Mẫu văn bản",), columns, tuple(p for p in parts if p.rows), (foot,), (2,), 1)


def _cells(row: Row) -> tuple[str, ...]:
    if row.purpose is None:
        near = f"có phải “{row.nearest}”?" if row.nearest else "không rõ"
        return (row.name, near, "không")
    return (row.name, row.purpose, "mẫu riêng" if row.is_own else "mẫu đi kèm")


def templates_json(rows: Sequence[Row]) -> str:
    """The answer `kehoach/templates/1`."""
    from kehoach_cli.render.machine import json_text

    return json_text({"schema": "kehoach/templates/1", "templates": [row._asdict() for row in rows]})
