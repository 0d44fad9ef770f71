"""Which text is whose: the titles of columns, headings of tables and fixed words of the form, folded."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model import form
from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.model.form import Table

TABLES = tuple(table for sheet in form.SHEETS for table in sheet.tables)
_TELLING = {
    "tasks": ("ref", "status", "result"),
    "documents": ("kind", "symbol", "date", "title"),
    "figures": ("id", "name", "value", "estimate"),
    "funds": ("source", "planned", "used"),
    "difficulties": ("text", "cause", "proposal", "to", "beyond"),
}
"""The columns that tell what table a row of titles begins; two of them must be there."""

_NEEDED = 2
_MOST_TITLE = 60
_AT_LEAST = 82
_SHORTEST_BEGINNING = 7
_NUMBERED = re.compile(r"^(?:\d+|[a-z]|[ivx]+) ")
_BEGINNINGS = tuple(
    map(
        fold,
        (
            "BIỂU MẪU BÁO CÁO",
            "Đơn vị báo cáo",
            "(Kèm theo Công văn",
            "Chỉ điền vào ô nền vàng",
            "Số liệu thực hiện tính đến",
            "Không có việc hoặc vụ việc trong kỳ",
            "Không ghi họ tên, địa chỉ",
            "Nhiệm vụ thường xuyên trong năm",
            "Gửi tệp này kèm báo cáo",
            "Báo cáo, số liệu gồm cả phần của",
            "Kế hoạch không giao nhiệm vụ riêng cho",
            "Kế hoạch không quy định chỉ tiêu",
            "Cột “Kết quả kỳ trước”",
        ),
    )
)
_WHOLE = frozenset(map(fold, ("HƯỚNG DẪN", "Thông tin báo cáo", *(group[3:] for group in form.GROUPS))))
FOOT = "thu truong don vi"
"""Who signs at the foot; «Người lập biểu» beside it is also a label of the box of the guide."""


class Head(NamedTuple):
    """A row of titles that was recognised: the table and the column of each key."""

    table: Table
    columns: Mapping[str, int]


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A title or heading without case, marks and the number before it."""
    return _NUMBERED.sub("", fold(text), count=1)


def is_form_text(text: str) -> bool:
    """True for words that stand in every form and answer nothing."""
    said = folded(text)
    return said in _WHOLE or said.startswith(_BEGINNINGS)


def heading_of(text: str) -> Table | None:
    """The table whose heading a text is: «2. Hội nghị, tập huấn, kiểm tra»."""
    if len(text) > _MOST_TITLE + 20:
        return None
    said = folded(text)
    return next((t for t in TABLES if t.heading and said.startswith(folded(t.heading))), None)


def head_of(row: Mapping[int, str], under: Table | None) -> Head | None:
    """The table that a row of titles begins; `under` is the one whose heading stands above.

    A title need not be exact: its beginning, or what looks much like it, will do.
    """
    short = {column: folded(text) for column, text in row.items() if len(text) <= _MOST_TITLE}
    if under is not None and under.key not in _TELLING:
        columns = _columns(under, short)
        return Head(under, columns) if "text" in columns else None
    best: Head | None = None
    for table in TABLES:
        telling = _TELLING.get(table.key, ())
        columns = _columns(table, short) if telling else {}
        enough = len([key for key in telling if key in columns]) >= _NEEDED
        if enough and (best is None or len(columns) > len(best.columns)):
            best = Head(table, columns)
    return best


def _columns(table: Table, row: Mapping[int, str]) -> dict[str, int]:
    """Key → column: exact titles first, then beginnings, then what looks alike."""
    wanted = {c.key: folded(c.title) for c in table.columns}
    found: dict[str, int] = {}
    for column, text in row.items():
        key = next((k for k, title in wanted.items() if title == text and k not in found), None)
        if key is not None:
            found[key] = column
    if not found:
        return found
    for column, text in row.items():
        if column in found.values() or not text:
            continue
        left = {k: title for k, title in wanted.items() if k not in found}
        key = _beginning(text, left) or _alike(text, left)
        if key is not None:
            found[key] = column
    return found


def _beginning(text: str, titles: Mapping[str, str]) -> str | None:
    """A title cut short («Kết quả thực hiện») or carried on («Đã sử dụng (đồng) đến 30/4»)."""
    hits = [
        key
        for key, title in titles.items()
        if min(len(text), len(title)) >= _SHORTEST_BEGINNING
        and (title.startswith(text) or text.startswith(title))
    ]
    return hits[0] if len(hits) == 1 else None


def _alike(text: str, titles: Mapping[str, str]) -> str | None:
    from kehoach_cli.model.names import nearest_text

    meant = nearest_text(text, titles.values(), _AT_LEAST)
    return next((key for key, title in titles.items() if title == meant), None)
