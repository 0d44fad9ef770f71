"""The YAML of a report just logged: the facts known today, and in comments what to type later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SAFE_SIGNS = " ./-–&(),“”"

_HEAD = """\
# Báo cáo của {agency}, kỳ {period}.
# Nội dung chưa nhập: bỏ dấu # ở các dòng dưới rồi điền. Dòng nào không có thì để nguyên dấu #.
# Không ghi họ tên, địa chỉ, thông tin riêng của trẻ em; chỉ nêu số lượng.
schema: 1
"""

_CONTENT = """
# Văn bản đã ban hành, hội nghị, kiểm tra:
# directives:
#   - Kế hoạch số … ngày … về …

# Kết quả từng nhiệm vụ. Tình trạng là một trong: chưa triển khai · đang thực hiện · đã hoàn thành ·
# tạm dừng · không phát sinh · không thuộc nhiệm vụ (chưa triển khai, tạm dừng, không thuộc: ghi lý do ở result).
# tasks:
{tasks}
# Một câu trả lời cho các nhiệm vụ không nêu ở trên:
# rest: không phát sinh

# difficulties:
#   - text: khó khăn, vướng mắc
#     cause: nguyên nhân

# Phương hướng, nhiệm vụ thời gian tới:
# next:
#   - …

# proposals:
#   - text: nội dung kiến nghị
#     to: UBND huyện
"""

_TASK = """\
#   - ref: {ref}            # {role}: {short}
#     status: đang thực hiện
#     result: >-
#       …
"""


def report_text(
    facts: Mapping[str, str | Sequence[str] | Mapping[str, str]],
    duties: Iterable[tuple[str, str, str]],
    agency: str,
    period: str,
) -> str:
    """The file of a logged report. `facts` are its keys in order; `duties` are ref, role and short name."""
    tasks = "".join(_TASK.format(ref=ref, role=role, short=short) for ref, role, short in duties)
    content = _CONTENT.format(tasks=tasks or "#   - ref: …\n")
    return _HEAD.format(agency=agency, period=period) + "".join(map(_fact, facts, facts.values())) + content


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
    plain = text[:1].isalnum() and text == text.strip() and text != "null"
    if plain and all(c.isalnum() or c in _SAFE_SIGNS for c in text):
        return text
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\x85")
