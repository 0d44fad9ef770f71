"""Markdown as converters and people write it: what it prints, with the line of the file for each paragraph.

Read as lines rather than by the rules of HTML: a list mark keeps its sign, a number its figure, and a text
wrapped at some 75 columns is put together again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.blocks import Paragraph, Table
from kehoach_cli.intake.official.letters import printed
from kehoach_cli.intake.official.markdown_html import html_table
from kehoach_cli.intake.official.markdown_inline import HARD, plain
from kehoach_cli.intake.official.markdown_tables import made, table_at
from kehoach_cli.intake.official.wrapping import TextLine, paragraphs_in, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    Block = Paragraph | Table

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:\s+|$)(.*?)\s*#*\s*$")
# a pipe alone is the border of a table that lost its shape
_RULE = re.compile(r"^\s*(?:(?:[-_*=] ?){3,}|\\?[-_*=]{2,}|\|)\s*$")
_FENCE = re.compile(r"^\s*(?:```|~~~|:::)")
_QUOTE = re.compile(r"^\s*(?:> ?)+")
_STAR = re.compile(r"^[*•●]\s+")
_ATTRIBUTES = re.compile(r"\s*\{[#.][^}\n]{0,200}\}\s*$")  # pandoc's {#id .class} behind a heading
_FRONT = re.compile(r"\A---\n(?:[A-Za-z_-]+:.*\n|[ \t-].*\n)*?(?:---|\.\.\.)\n")
_NOTE = re.compile(r"^\[\^[^\]]{1,20}\]:")
_CENTRED = re.compile(r"<center|align\s*=\s*[\"']?center|text-align\s*:\s*center", re.IGNORECASE)


def read_markdown(text: str) -> list[Block]:
    """The blocks of a file, each with its line; comments and what stands above the text are left out."""
    text = _FRONT.sub(_blank, _COMMENT.sub(_blank, text.replace("\r\n", "\n").replace("\r", "\n")))
    reader = _Reader([_QUOTE.sub("", line) for line in text.expandtabs(4).split("\n")])
    return list(reader.blocks())


def _blank(match: re.Match[str]) -> str:
    """Nothing but its line ends: the numbers of the lines below stay."""
    return "\n" * match[0].count("\n")


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._tables = 0
        followed = (n for n in range(len(lines) - 1) if lines[n + 1].strip() and "|" not in lines[n])
        self._width = width_of(len(lines[n].strip()) for n in followed if lines[n].strip())

    def blocks(self) -> Iterator[Block]:
        at = 0
        held: list[int] = []
        while at < len(self._lines):
            special, end = self._special(at)
            if end > at or not self._lines[at].strip():
                yield from self._paragraphs(held)
                held = []
                yield from special
                at = max(end, at + 1)
            else:
                held.append(at)
                at += 1
        yield from self._paragraphs(held)

    def _special(self, at: int) -> tuple[list[Block], int]:
        """What begins at a line and is no paragraph, and the line after it; `at` itself for none."""
        line = self._lines[at]
        heading = _HEADING.match(line)
        if heading:
            return self._heading(at, heading), at + 1
        if line.lstrip().lower().startswith("<table"):
            return self._html(at)
        found = table_at(self._lines, at)
        if found is not None:
            self._tables += 1
            return [made(found, f"bảng {self._tables}")], found.end
        return [], at + bool(_RULE.match(line) or _FENCE.match(line))

    def _heading(self, at: int, heading: re.Match[str]) -> list[Block]:
        return [
            paragraph._replace(level=len(heading[1]))
            for paragraph in self._read(_ATTRIBUTES.sub("", heading[2]), [at])
        ]

    def _html(self, at: int) -> tuple[list[Block], int]:
        end = at
        depth = 0
        for end in range(at, len(self._lines)):
            line = self._lines[end].lower()
            depth += line.count("<table") - line.count("</table")
            if depth <= 0:
                break
        self._tables += 1
        table = html_table("\n".join(self._lines[at : end + 1]), f"bảng {self._tables}", f"dòng {at + 1}")
        return ([table] if table else []), end + 1

    def _paragraphs(self, numbers: list[int]) -> list[Paragraph]:
        return self._read("\n".join(self._lines[n] for n in numbers), numbers) if numbers else []

    def _read(self, raw: str, numbers: list[int]) -> list[Paragraph]:
        """The paragraphs of lines that no blank line parts."""
        is_centred = "<" in raw and bool(_CENTRED.search(raw))
        return [
            Paragraph(line.text, f"dòng {line.number}", "", line.bold, line.italic, is_centred)
            for line in paragraphs_in(_lines_of(raw, numbers), self._width)
        ]


def _lines_of(raw: str, numbers: list[int]) -> list[TextLine]:
    marked = plain(raw)
    found: list[TextLine] = []
    start = at = 0
    for piece in re.split(f"([\n{HARD}])", marked.text):
        if piece in {"\n", HARD}:
            if found and piece == HARD:
                found[-1] = found[-1]._replace(hard=True)
            at += piece == "\n"
            start += 1
            continue
        bold = _all(marked.bold, piece, start)
        italic = _all(marked.italic, piece, start)
        start += len(piece)
        text = _STAR.sub("- ", printed(piece))
        if text:
            found.append(TextLine(text, numbers[min(at, len(numbers) - 1)] + 1, bold, italic))
    return found


def _all(flags: list[bool], piece: str, start: int) -> bool:
    """Whether every letter of a piece carries a flag."""
    letters = [flags[start + n] for n, letter in enumerate(piece) if letter.isalnum()]
    return bool(letters) and all(letters)
