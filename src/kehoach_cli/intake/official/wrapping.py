"""Lines of a text file to paragraphs: what was wrapped at some 75 columns is one paragraph again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.joining import begins_anew, one_line, runs_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NARROWEST, _WIDEST = 50, 130
_SLACK = 3  # columns by which editors break a line early
_INDENT = 2  # blanks by which a paragraph begins further right than the line before


class TextLine(NamedTuple):
    """One line; `hard`: its end was meant."""

    text: str
    number: int  # in the file, from 1
    bold: bool = False
    italic: bool = False
    hard: bool = False
    indent: int = 0


def width_of(lengths: Iterable[int]) -> int:
    """The column a text was wrapped at, by the lengths of lines that another follows; 0: it was not."""
    found = sorted(lengths)
    if not found:
        return 0
    width = found[min(len(found) * 19 // 20, len(found) - 1)]
    return width if _NARROWEST <= width <= _WIDEST else 0


def paragraphs_in(lines: Sequence[TextLine], width: int) -> list[TextLine]:
    """The paragraphs of lines without a blank line between, each at the number of its first."""
    found: list[TextLine] = []
    last = TextLine("", 0)
    for line in lines:
        if found and _goes_on(found[-1], last, line, width):
            first = found[-1]
            found[-1] = first._replace(
                text=one_line(first.text, line.text),
                bold=first.bold and line.bold,
                italic=first.italic and line.italic,
            )
        elif line.text:
            found.append(line)
        last = line
    return found


def _goes_on(paragraph: TextLine, last: TextLine, line: TextLine, width: int) -> bool:
    is_full = not last.hard and bool(width) and _has_no_room(last, line, width)
    if runs_on(paragraph.text, line.text, is_full=is_full):
        return True
    is_indented = line.indent >= last.indent + _INDENT and not begins_anew(last.text)
    return is_full and not is_indented and not begins_anew(line.text) and not _is_heading(paragraph, line)


def _is_heading(before: TextLine, line: TextLine) -> bool:
    """Capitals beside small letters, or bold beside plain ones: one of the two is a heading."""
    return before.text.isupper() != line.text.isupper() or before.bold != line.bold


def _has_no_room(last: TextLine, line: TextLine, width: int) -> bool:
    """Whether the first word of a line did not fit in the last; for a dash there is almost always room."""
    word = len(line.text.partition(" ")[0])
    return last.indent + len(last.text) + 1 + word > width - (_SLACK if word > 1 else 0)
