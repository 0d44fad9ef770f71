"""One commit of the folder's history as text: who, when, in whose words, and what it meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.days import print_day
from kehoach_cli.render.changes_text import section_lines
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from kehoach_cli.queries.changes import ChangesView

_INDENT = "    "
_NO_MEANING = "(không thay đổi nội dung: chú thích, cách trình bày, hoặc tệp không thuộc dữ liệu)"


class Entry(NamedTuple):
    """A commit with what it changed; `unreadable` are files with an error before or after it."""

    id: str
    made: datetime
    author: str
    subject: str
    view: ChangesView
    unreadable: tuple[str, ...]


def step_text(entry: Entry, width: int | None) -> str:
    """«3f2a1c9  14/5/2025 09:12  Nguyễn Văn A: nhận báo cáo», then the changes."""
    when = f"{print_day(entry.made.date())} {entry.made:%H:%M}"
    said = one_line(entry.subject)
    lines = [f"{entry.id[:7]}  {when}  {one_line(entry.author)}" + (f": {said}" if said else "")]
    lines += section_lines(entry.view, width, _INDENT)
    for path in entry.unreadable:
        lines.append(
            f"{_INDENT}- Tệp {one_line(path)} có lỗi ở lần này hoặc lần trước đó nên không so sánh được; "
            f"xem bằng “kehoach check --at {entry.id[:7]}”."
        )
    if len(lines) == 1:
        lines.append(f"{_INDENT}{_NO_MEANING}")
    return "".join(f"{line}\n" for line in lines)


def more_text(total: int, most: int) -> str:
    """What was left out, or that there is nothing."""
    if not total:
        return "Chưa có lần ghi lại nào chạm đến dữ liệu.\n"
    if total <= most:
        return ""
    return f"\nCòn {total - most} lần ghi lại trước đó; xem thêm bằng -n {min(total, most * 10)}.\n"
