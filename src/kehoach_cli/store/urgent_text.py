"""The YAML of a difficulty reported outside the calendar, and an answer added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.store.appending import with_item
from kehoach_cli.store.report_text import scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

# as in report_text: words behind two signs, lines to fill in behind one
_HEAD = """\
## Khó khăn, vướng mắc vượt thẩm quyền, {agency} báo cáo đột xuất.
## Không ghi họ tên, địa chỉ, thông tin riêng của trẻ em; chỉ nêu số lượng.
schema: 1
"""
_ANSWERS = """
## Xử lý, trả lời: dùng lệnh kehoach answer, hoặc bỏ dấu # ở đầu các dòng dưới rồi điền.
## Tình trạng (state) là một trong: đã báo cáo lãnh đạo, đã có ý kiến chỉ đạo, đã kiến nghị cấp trên,
## đã giải quyết.
# answers:
#   - date: …
#     state: đã báo cáo lãnh đạo
#     by: …
#     text: …
#     document: …
"""


def urgent_text(facts: Mapping[str, str], agency: str, kept: Mapping[str, str] | None = None) -> str:
    """The file of a difficulty. `facts` are its keys in order; texts are clean single lines.

    `kept` says why personal data stay in it (reason, date).
    """
    lines = "".join(f"{key}: {scalar(value)}\n" for key, value in facts.items() if value)
    if kept:
        lines += "personal_data:\n" + "".join(f"  {key}: {scalar(value)}\n" for key, value in kept.items())
    return _HEAD.format(agency=agency) + lines + _ANSWERS


def answered_text(raw: bytes, answer: Mapping[str, str]) -> bytes | None:
    """The file with one answer more, everything else as a person left it; None as in `with_item`."""
    return with_item(raw, "answers", answer)
