"""Label lines: «- Cơ quan chủ trì: Sở Y tế», «Thời gian thực hiện:», «a) Cơ quan phối hợp»."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach_cli.intake.official.label_words import kinds_in, role_begun, role_of
from kehoach_cli.intake.official.subjects import names_begin

ROLES = frozenset({"lead", "coordinating", "both", "timing"})
"""What labels say of who and when."""
NO_WORDS = ROLES | {"result", "money", "person", "carrier"}
"""Labels that are no words of the task itself."""
_LONGEST = 90  # letters of a label
_INLINE = ROLES | {"result"}
# «Thời gian thực hiện sau khi …»: without a colon only before words that begin a time
_TIME_WITHOUT_COLON = re.compile(
    r"((?:Thời (?:gian|hạn)|Tiến độ) (?:thực hiện|hoàn thành|triển khai))\s+"
    r"((?:sau|trước|từ|trong|quý|tháng|năm|theo|khi|đến|ngày|hằng|hàng|thường|chậm|xong|hoàn thành)\b.*)",
    re.IGNORECASE,
)
# where a label may begin inside a paragraph: after a stop, a semicolon, an opening bracket or a line end
_INSIDE = re.compile(
    r"(?:(?<=[.;,)\n”]\s)|(?<=\()|(?<=\n)|^)"
    r"(?=(?:Cơ quan|Đơn vị|Bộ phận|Thời|Tiến độ|Kết quả|Sản phẩm|Chủ trì|Phối hợp|Phân công|Trách nhiệm)"
    r"[^:.;\n]{0,80}:)",
    re.IGNORECASE,
)
_LED = re.compile(r"\(([^()]*\bchủ trì\b[^()]*)\)[.;]?$")


class Label(NamedTuple):
    """What a line says of itself; `value` is what follows the colon, empty when it stands below."""

    role: str  # lead, coordinating, both, timing, result, content, money, person, carrier
    value: str
    words: str  # the label as printed


def label_of(text: str) -> Label | None:
    """The label that a line (its mark cut off) begins with; None for every other line."""
    head, colon, value = text.partition(":")
    head = _bare(head)
    if len(head) > _LONGEST:
        return None
    role = role_of(head)
    if colon and role is None:
        role = role_begun(head) or _who_alone(head, value) or _carrier(head, value)
    if colon and role is not None:
        return Label(role, value.strip(" *_") if role == "content" else _bare(value), head)
    if not colon and role in ROLES and _stands_alone(text):
        return Label(role, "", head)
    match = _TIME_WITHOUT_COLON.match(_bare(text))
    return Label("timing", match[2], match[1]) if match else None


def _stands_alone(line: str) -> bool:
    """«a) Cơ quan chủ trì» over a list; «Chủ trì kiểm tra.» is a sentence, capitals are a chapter."""
    begins = (kinds_in(_bare(line)) or ("",))[0]
    return begins in {"who", "time"} and not line.endswith(".") and not line.isupper()


def _carrier(head: str, value: str) -> str | None:
    """«b) Tổ chức thực hiện:» only carries the labels below it."""
    return "carrier" if not value.strip() and set(kinds_in(head) or ()) == {"do"} else None


def _who_alone(head: str, value: str) -> str | None:
    """«Đơn vị: Sở Tài chính» says who acts; «Đơn vị: triệu đồng» does not."""
    return "lead" if set(kinds_in(head) or ()) == {"who"} and names_begin(value) else None


def _bare(words: str) -> str:
    return words.strip(" *_\t\n-–").removesuffix("/.").removesuffix(".")


def split_labels(text: str) -> tuple[str, tuple[Label, ...]]:
    """The words before the first label inside a paragraph or a cell, and the labels in their order."""
    starts: list[int] = []
    for match in _INSIDE.finditer(text):
        if not starts or ":" in text[starts[-1] : match.start()]:  # «Cơ quan, đơn vị phối hợp:» is one
            starts.append(match.start())
    cuts: list[tuple[int, Label]] = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        label = label_of(text[start:end])
        if label is not None and label.role in _INLINE:
            cuts.append((start, label))
    if not cuts:
        return _closing_brackets(text)
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    labels = tuple(
        label._replace(value=_value(text[start:end])) for (start, label), end in zip(cuts, ends, strict=True)
    )
    return text[: cuts[0][0]].strip(" (\n"), labels


def _closing_brackets(text: str) -> tuple[str, tuple[Label, ...]]:
    """What closes a paragraph in brackets: «Tăng cường tuyên truyền (Sở Nội vụ chủ trì)»."""
    match = _LED.search(text)
    if match is None or not names_begin(match[1]):
        return text, ()
    return text[: match.start()].strip(), (Label("both", match[1], "chủ trì"),)


def _value(words: str) -> str:
    value = words.partition(":")[2].strip(" \n*_;,.")
    if value.endswith(")") and value.count(")") > value.count("("):
        value = value[:-1]
    return value.strip(" .;,")
