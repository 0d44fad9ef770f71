"""Plain text: paragraphs put together again, the letterhead cut in two, tables with pipes or tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.blocks import Cell, Paragraph, Row, Table
from kehoach_cli.intake.official.letterhead import halves_at, table_of_halves
from kehoach_cli.intake.official.letters import printed
from kehoach_cli.intake.official.markdown_tables import made, table_at
from kehoach_cli.intake.official.wrapping import TextLine, paragraphs_in, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    Block = Paragraph | Table

_RULE = re.compile(r"^\s*(?:[-_=*~.·–—]{3,}|\|)\s*$")  # a pipe alone is the border of a lost table
_PAGE = re.compile(r"^\s*(?:[-–] *)?\d{1,3}(?: *[-–])?\s*$")
_MARKED = re.compile(r"^#{1,4} \S|\*\*[^*\n]+\*\*", re.MULTILINE)
_FIELDS = 3  # of a row: two columns by tabs may be anything
_CENTRE = 12  # blanks before a centred line


def read_plain(text: str) -> list[Block]:
    """The blocks of a file; one with marks of Markdown is read as such, whatever its name."""
    if len(_MARKED.findall(text)) > 1:
        from kehoach_cli.intake.official.markdown import read_markdown

        return read_markdown(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return list(_Reader(lines).blocks())


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = [line.replace("\f", "") for line in lines]
        self._page_ends = {n for n, line in enumerate(lines) if "\f" in line}
        self._tables = 0
        followed = (n for n in range(len(lines) - 1) if lines[n + 1].strip() and "|" not in lines[n])
        self._width = width_of(len(lines[n].rstrip()) for n in followed if lines[n].strip())

    def blocks(self) -> Iterator[Block]:
        at = 0
        held: list[int] = []
        while at < len(self._lines):
            special, end = self._special(at)
            if end == at and self._lines[at].strip():
                held.append(at)
                at += 1
                continue
            yield from self._paragraphs(held)
            held = []
            if special is not None:
                yield special
            at = max(end, at + 1)
        yield from self._paragraphs(held)

    def _special(self, at: int) -> tuple[Block | None, int]:
        """What begins at a line and is no paragraph, and the line after it; `at` itself for none."""
        line = self._lines[at]
        if _RULE.match(line) or (_PAGE.match(line) and self._is_between_pages(at)):
            return None, at + 1
        if "   " in line or "\t" in line:
            halves = halves_at(self._lines, at)
            if halves is not None:
                return table_of_halves(halves, f"dòng {at + 1}"), halves.end
        found = table_at(self._lines, at)
        if found is not None:
            self._tables += 1
            return made(found, f"bảng {self._tables}"), found.end
        if line.count("\t") >= _FIELDS - 1:
            return self._tabbed(at)
        return None, at

    def _is_between_pages(self, at: int) -> bool:
        """Whether a figure alone in its line is the number of a page: blank lines or a page end beside it."""
        beside = [self._lines[n].strip() for n in (at - 1, at + 1) if 0 <= n < len(self._lines)]
        return at in self._page_ends or at + 1 in self._page_ends or not any(beside)

    def _tabbed(self, at: int) -> tuple[Block | None, int]:
        """Rows of equally many fields with tabs between; a line without tabs amid them is a row of one."""
        width = len(self._fields(at))
        rows: list[int] = []
        n = at
        while n < len(self._lines) and self._lines[n].strip():
            is_row = len(self._fields(n)) == width
            is_group = "\t" not in self._lines[n].strip() and n + 1 < len(self._lines)
            if not is_row and not (is_group and len(self._fields(n + 1)) == width):
                break
            rows.append(n)
            n += 1
        if len(rows) < 2:  # noqa: PLR2004 - a head and a row at least
            return None, at
        self._tables += 1
        name = f"bảng {self._tables}"
        made_rows = tuple(Row(self._cells(n, width), f"{name}, dòng {n + 1}") for n in rows)
        return Table(made_rows, width, name), n

    def _fields(self, at: int) -> list[str]:
        return self._lines[at].rstrip("\n").split("\t")

    def _cells(self, at: int, width: int) -> tuple[Cell, ...]:
        fields = self._fields(at)
        if len(fields) != width:
            return (Cell(self._lines[at], 0, width),)
        return tuple(Cell(field, column) for column, field in enumerate(fields))

    def _paragraphs(self, numbers: list[int]) -> Iterator[Block]:
        lines = [_text_line(self._lines[n], n + 1) for n in numbers]
        for line in paragraphs_in(lines, self._width):
            is_centred = line.indent >= _CENTRE and len(line.text) < max(self._width, _CENTRE)
            yield Paragraph(line.text, f"dòng {line.number}", centred=is_centred)


def _text_line(raw: str, number: int) -> TextLine:
    flat = raw.expandtabs(8)
    return TextLine(printed(raw), number, indent=len(flat) - len(flat.lstrip()))
