"""Timing words at the end of a paragraph about something else."""

from __future__ import annotations

import re

from kehoach_cli.model.timing import parse_timing

_LABEL = re.compile(
    r"(?:(?<=[.;!?)\]…])|(?<=\n)|^)\s*[-+*•]?\s*(?:Thời gian|Thời hạn|Tiến độ)"
    r"(?: (?:thực hiện|hoàn thành|ban hành|triển khai|trình|dự kiến(?: hoàn thành)?))*\s*:\s*"
    r"(?P<timing>[^\n:]{3,160}?)\s*[.;]?\s*$"
)
_SENTENCE = re.compile(
    r"(?<=[.;])\s+(?P<timing>(?:Hoàn thành|(?:Triển khai t|Tổ chức t|T)hực hiện|Xong)\s"
    r"[^.;\n]{3,80})[.;]?\s*$"
)
_BRACKET = re.compile(
    r"\s*\((?P<timing>(?:[Hh]oàn thành|[Xx]ong|[Tt]hời gian(?: thực hiện)?:)\s[^()]{3,80})\)\s*[.;]?\s*$"
)
_CLAUSE = re.compile(
    r"[,;]\s+(?:và\s+)?(?P<timing>(?:hoàn thành|thực hiện xong|xong)\s[^,;.\n]{3,60})[.;]?\s*$"
)
_YEAR = re.compile(r"\b(20\d\d)\b")


def split_timing(text: str) -> tuple[str, str | None]:
    """A paragraph without the timing it ends with, and that timing; None where it ends with none.

    «… gửi Bộ Tài chính. Thời gian hoàn thành: Trước ngày 31/5/2026.» is labelled; any other tail counts only
    if its words are understood to the last («Hoàn thành trong quý II/2026.»). Behind a comma it stays in the
    text, whose sentence needs it.
    """
    labelled = _LABEL.search(text)
    if labelled is not None:
        return text[: labelled.start()].rstrip(), labelled["timing"].strip()
    for pattern in (_SENTENCE, _BRACKET):
        match = pattern.search(text)
        if match is not None and _is_timing(match["timing"]):
            return text[: match.start()].rstrip(), match["timing"].strip()
    clause = _CLAUSE.search(text)
    if clause is not None and _is_timing(clause["timing"]):
        return text, clause["timing"].strip()
    return text, None


def _is_timing(words: str) -> bool:
    year = _YEAR.search(words)
    bare = words.partition(":")[2] if words.lower().startswith("thời gian") else words
    return parse_timing(re.sub(r"^(?:thực hiện )?xong", "hoàn thành", bare.strip().lower()),
                        int(year[1]) if year else 2025).kind not in {"unknown", "event"}  # fmt: skip
