"""Lines and paragraphs that belong together: a sentence that a line end or a page break cut in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.blocks import Paragraph, Table
from kehoach_cli.intake.official.labels import label_of
from kehoach_cli.intake.official.marks import cut_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Block = Paragraph | Table

FULL = 60
"""Letters of a line that was surely broken for want of room, where no width is known."""

_ENDS = (".", ";", ":", "!", "?", "…", "/.", "./", '."', ".”", ".)", ";)", ":)")
_DASHED = re.compile(r"[-–—] ?(?=[^\W\d_])")
# a line that goes on may begin with the number of a document (30-TB/TGV), a quarter (I/2026), a clause cited
_CITED = re.compile(
    r"\d{1,4} ?[-–/] ?[A-ZĐ][\wĐ]*[-–/]|[IVX]+ ?/ ?\d|(?:Điều|Phần|Chương|Mục) [\dIVX]+(?! *[.:])"
)
# no sentence ends so: «… trước ngày⏎15/6/2026»
_OPEN_END = re.compile(r"\s(?:ngày|tháng|và|của|với|các|về|theo|tại|từ|đến|cho|do|hoặc|những)$")
_LONGEST = 20_000  # letters of one joined paragraph: beyond, the text has no ends to go by


def begins_anew(line: str) -> bool:
    """Whether a line begins with a mark («-», «a)», «1.», «Điều 3.») or a label («Thời gian thực hiện:»)."""
    return cut_mark(line)[0] is not None or label_of(line) is not None


def runs_on(before: str, line: str, *, is_full: bool) -> bool:
    """Whether `line` goes on with the sentence of `before`; `is_full`: `before` had no room for more.

    A dash or a number may be one inside the sentence: «chính trị⏎- xã hội», «Quý⏎IV/2025».
    """
    if not before or not line or before.endswith(_ENDS):
        return False
    if begins_anew(line):
        return is_full and _is_inside_sentence(line)
    if _small(line) or before.endswith(",") or _OPEN_END.search(before):
        return True
    return is_full and (not _is_capitals(before) or _is_capitals(line))


def _is_inside_sentence(line: str) -> bool:
    """Whether what looks like a mark or a label may stand amid a sentence as well."""
    dash = _DASHED.match(line)
    if dash is not None:
        return label_of(line[dash.end() :]) is None
    return _CITED.match(line) is not None or (_small(line) and cut_mark(line)[0] is None)


def one_line(before: str, line: str) -> str:
    """Both with a blank between; a word cut at its hyphen needs none, but «10-⏎CTr/TU» keeps it."""
    return f"{before} {line}" if before else line


def lines_apart(text: str) -> Iterator[str]:
    """The lines of a paragraph with line ends in it, one that goes on with a sentence joined to the last."""
    held = ""
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if held and runs_on(held, line, is_full=len(held) >= FULL):
            held = one_line(held, line)
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a paragraph that goes on with a sentence in small letters is joined to the one before."""
    held: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Table):
            if held is not None:
                yield held
            held = None
            yield block
        elif held is not None and _goes_on(held, block):
            held = _both(held, block)
        else:
            if held is not None:
                yield held
            held = block
    if held is not None:
        yield held


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Never a label line, a list item, or after a heading; a comma at the end asks for more of any kind."""
    if after.number or after.level or begins_anew(after.text) or len(before.text) > _LONGEST:
        return False
    if before.text.endswith(_ENDS) or before.level or before.centred != after.centred:
        return False
    if _is_capitals(before.text):
        return False
    return _small(after.text) or (before.text.endswith(",") and not _is_capitals(after.text))


def _both(before: Paragraph, after: Paragraph) -> Paragraph:
    return before._replace(
        text=one_line(before.text, after.text),
        bold=before.bold and after.bold,
        italic=before.italic and after.italic,
    )


def _small(text: str) -> bool:
    """Whether it begins with a small letter."""
    return text[:1].islower()


def _is_capitals(text: str) -> bool:
    return text.isupper() and len(text) > 3  # noqa: PLR2004 - an abbreviation is no heading
