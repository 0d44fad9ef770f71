"""The YAML of a report just logged: the facts known today, and in comments what to type later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SAFE_SIGNS = " ./-–&(),“”"

# Words stand behind two signs, lines to fill in behind one: whoever takes one sign off every line
# (an editor does that for a whole selection) has a file that is right.
_HEAD = """\
## Báo cáo của {agency}, kỳ {period}.
## Nội dung chưa nhập: bỏ dấu # ở đầu các dòng cần dùng rồi điền; dòng nào không có thì để nguyên.
## Dòng có hai dấu # là lời giải thích.
## Không ghi họ tên, địa chỉ, thông tin riêng của trẻ em; chỉ nêu số lượng.
schema: 1
"""

_CONTENT = """
## Văn bản đã ban hành, hội nghị, kiểm tra:
# directives:
#   - Kế hoạch số … ngày … về …

{tasks}
## Một câu trả lời cho các nhiệm vụ không nêu ở trên:
# rest: không phát sinh

## Khó khăn, vướng mắc:
# difficulties:
#   - text: …
#     cause: …

## Phương hướng, nhiệm vụ thời gian tới:
# next:
#   - …

## Đề xuất, kiến nghị; to là UBND huyện, Sở Y tế, hoặc UBND tỉnh, sở, ngành khác:
# proposals:
#   - text: …
#     to: UBND huyện
"""

_TASKS = """\
## Kết quả từng nhiệm vụ. Tình trạng (status) là một trong: chưa triển khai, đang thực hiện,
## đã hoàn thành, tạm dừng, không phát sinh, không thuộc nhiệm vụ.
## Chưa triển khai, tạm dừng, không thuộc nhiệm vụ: ghi lý do ở result.
# tasks:
"""

_TASK = """\
#   - ref: {ref:<8}  # {role}: {short}
#     status: đang thực hiện
#     result: >-
#       …
"""


class Stub(NamedTuple):
    """One duty of the sender, to be filled in: the clause, the role in small letters, a short name."""

    ref: str
    role: str
    short: str


def report_text(
    facts: Mapping[str, str | Sequence[str] | Mapping[str, str]],
    stubs: Iterable[Stub],
    agency: str,
    period: str,
) -> str:
    """The file of a logged report. `facts` are its keys in order; texts are clean single lines."""
    listed = "".join(_TASK.format(ref=scalar(s.ref), role=s.role, short=s.short) for s in stubs)
    tasks = _TASKS + listed if listed else "## Kế hoạch không giao nhiệm vụ riêng cho cơ quan này.\n"
    head = _HEAD.format(agency=agency, period=period)
    return head + "".join(map(_fact, facts, facts.values())) + _CONTENT.format(tasks=tasks)


def _fact(key: str, value: str | Sequence[str] | Mapping[str, str]) -> str:
    if isinstance(value, str):
        return f"{key}: {scalar(value)}\n"
    if not value:
        return ""
    if hasattr(value, "items"):
        return f"{key}:\n" + "".join(f"  {k}: {scalar(v)}\n" for k, v in value.items())
    return f"{key}:\n" + "".join(f"  - {scalar(item)}\n" for item in value)


def scalar(text: str) -> str:
    """The text as a YAML value: plain where nothing in it could be misread, else in double quotes."""
    plain = text[:1].isalnum() and text == text.strip() and text.lower() != "null"
    if plain and all(c.isalnum() or c in _SAFE_SIGNS for c in text):
        return text
    import json

    return json.dumps(text, ensure_ascii=False)
