"""The YAML of a difficulty reported outside the calendar, and an answer added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.store.decoding import decode
from kehoach_cli.store.report_text import scalar
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.store.tree import Tree

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
    """The file with one answer more, everything else as a person left it.

    None where the file is laid out so that no line can be put in safely; what is given says exactly what
    the file said and the answer besides.
    """
    text, wrong = decode(raw)
    tree = parse(text)
    if wrong or tree.findings or not isinstance(tree.data, dict):
        return None
    facts = {key: value for key, value in answer.items() if value}
    expected = {**tree.data, "answers": [*tree.data.get("answers", []), facts]}
    lines = text.removesuffix("\n").split("\n")
    at, head = _place(tree, lines)
    indent, *rest = head
    added = [*rest, *_item(facts, indent)]
    made = "\n".join([*lines[:at], *added, *lines[at:]]) + "\n"
    again = parse(made)
    return made.encode() if not again.findings and again.data == expected else None


def _place(tree: Tree, lines: list[str]) -> tuple[int, list[str]]:
    """Before which line the answer goes; the indent of its dash, and the key where it must be written."""
    keys = list(tree.data)
    if ("answers",) in tree.empty:
        return tree.span(("answers",), key=True).line + 1, ["  "]
    if "answers" not in keys:
        return len(lines), ["  ", "answers:"]
    following = keys[keys.index("answers") + 1 :]
    end = tree.span((following[0],), key=True).line if following else len(lines)
    begin = tree.span(("answers",), key=True).line + 1
    dashes = (line for line in lines[begin:end] if line.lstrip().startswith("-"))
    first = next(dashes, "  -")
    return end, [first[: len(first) - len(first.lstrip())]]


def _item(facts: Mapping[str, str], indent: str) -> list[str]:
    said = [f"{key}: {scalar(value)}" for key, value in facts.items()]
    return [f"{indent}{'- ' if n == 0 else '  '}{line}" for n, line in enumerate(said)]
