"""Paragraphs as lines to read: marks cut off, marks of layout dropped; broken sentences come joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.blocks import Paragraph, Table
from kehoach_cli.intake.official.marks import Mark, cut_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RULE = re.compile(r"^[\s_*=.…·–—-]*$")  # a line of dashes or dots
_FRAMED = re.compile(
    r"CỘNG HÒA|CỘNG HOÀ|Độc lập|ĐẢNG CỘNG SẢN|Nơi nhận|NƠI NHẬN|PHỤ LỤC|Phụ lục|TM\. |KT\. |^Số:",
    re.MULTILINE,
)
_FRAME_ROWS, _FRAME_COLUMNS = 4, 3


class Line(NamedTuple):
    """One paragraph without its mark."""

    text: str
    place: str
    mark: Mark | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    level: int = 0


def lines_of(blocks: Iterable[Paragraph | Table]) -> Iterator[Line | Table]:
    """Every paragraph with its mark cut off, and every table, in reading order."""
    for block in blocks:
        yield from _lines(block)


def _lines(block: Paragraph | Table) -> Iterator[Line | Table]:
    """A paragraph as a line, a table as it is; a frame for letterhead or signature as the lines it holds."""
    if isinstance(block, Paragraph):
        parts = [block]
    elif is_frame(block):
        parts = [
            Paragraph(words, row.place)
            for row in block.rows
            for cell in row.cells
            for words in cell.text.split("\n")
        ]
    else:
        yield block
        return
    yield from filter(None, map(_line, parts))


def is_frame(table: Table) -> bool:
    """Whether a table only places words on the page: the letterhead, the signature, a box of one column."""
    if table.columns == 1:
        return True
    words = " ".join(cell.text for row in table.rows[:_FRAME_ROWS] for cell in row.cells)
    return table.columns <= _FRAME_COLUMNS and _FRAMED.search(words) is not None


def _line(paragraph: Paragraph) -> Line | None:
    words = clean(paragraph.words)
    if not words or _RULE.match(words):
        return None
    mark, text = cut_mark(words)
    return Line(
        text.strip(),
        paragraph.place,
        mark,
        paragraph.bold,
        paragraph.italic,
        paragraph.centred,
        paragraph.level,
    )


def clean(words: str) -> str:
    """Single blanks, no footnote marks «[1]» glued to a word, no marks of bold or italics left over."""
    words = re.sub(r"(?<=\w)\[\d{1,2}\]", "", words)
    words = re.sub(r"\*{2,}|(?<!\w)_{2,}|_{2,}(?!\w)", "", words)
    return " ".join(words.split())
