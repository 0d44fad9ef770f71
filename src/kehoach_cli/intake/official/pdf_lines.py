"""Pieces of text on a page of a PDF to lines as they are read, and lines to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.joining import begins_anew, one_line, runs_on
from kehoach_cli.intake.official.letters import printed
from kehoach_cli.intake.official.marks import cut_mark
from kehoach_cli.intake.official.pdf_widths import width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach_cli.intake.official.pdf_page import Piece

_SAME_LINE = 0.5  # of the letters' height: by how much pieces of one line stray
_COLUMN = 0.45  # of the letters' height: one column of a line laid out with blanks
_RAISED = 0.75  # of the height of a line: letters smaller than this, and raised, are marks of notes
_WIDER = 1.3  # times the usual distance of lines: a new paragraph
_INDENT = 9.0  # points by which a paragraph begins further right
_NARROWEST = 300.0  # points of the text of a page, where all its lines are short
_SLACK = 5.0  # points by which a guessed width may fall short
_CENTRE = 14.0  # points by which a centred line strays from the middle


_MEASURE = re.compile(r"\b[kcdm]?m$")  # km², m³


class PdfLine(NamedTuple):
    """One line: `laid` has blanks where the page has them, `text` single ones."""

    text: str
    laid: str
    x: float
    right: float
    y: float
    size: float
    bold: bool
    italic: bool
    page: int
    number: int = 0  # in its page, from 1, once page numbers are gone


class Shape(NamedTuple):
    """How a document is set: its margins and the distance of its lines."""

    left: float
    right: float
    leading: float
    lefts: frozenset[int]  # where many lines begin: the margin, the indents of paragraphs and of list items


def lines_in(pieces: Iterable[Piece], page: int) -> list[PdfLine]:
    """The lines of a page from top to bottom."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if rows and abs(rows[-1][0].y - piece.y) <= _SAME_LINE * max(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    ordered = [sorted(row, key=lambda piece: piece.x) for row in rows]
    later = Counter(round(piece.x) for row in ordered for piece in row[1:] if piece.text.strip())
    columns = {x for x, count in later.items() if count > 1}
    return [line for row in ordered if (line := _line(row, page, columns)).text]


def _line(row: list[Piece], page: int, columns: set[int]) -> PdfLine:
    """One line; `columns`: where pieces begin in the midst of several lines."""
    size = max(piece.size for piece in row)
    laid = ""
    end = 0.0
    base = min((piece.y for piece in row if piece.size > size * _RAISED), default=row[0].y)
    for piece in row:
        if _is_note_mark(piece, size, base, laid):
            continue
        laid += _blanks(laid, end, piece, size, round(piece.x) in columns) + piece.text
        end = piece.x + width_of(piece.text, piece.size, bold=piece.bold)
    lettered = [piece for piece in row if any(letter.isalnum() for letter in piece.text)]
    return PdfLine(
        printed(laid),
        laid,
        next((piece.x for piece in row if piece.text.strip()), row[0].x),
        end,
        row[0].y,
        size,
        bool(lettered) and all(piece.bold for piece in lettered),
        bool(lettered) and all(piece.italic for piece in lettered),
        page,
    )


def _is_note_mark(piece: Piece, size: float, base: float, before: str) -> bool:
    is_small = piece.size < size * _RAISED and piece.y > base + size * 0.15
    return is_small and piece.text.strip(" []()").isdigit() and not _MEASURE.search(before)


def _blanks(laid: str, end: float, piece: Piece, size: float, begins_column: bool) -> str:
    """What stands between a piece and the one before: many blanks between columns, one between words."""
    at = round(piece.x / (size * _COLUMN))
    if not laid.strip():
        return " " * max(at - len(laid), 0)
    gap = piece.x - end
    doubt = len(laid.strip()) * size * 0.015  # widths are guessed: the longer the line, the less is known
    if gap > size * 1.2 + doubt or (begins_column and gap > size * 0.3):
        return " " * max(3, at - len(laid))
    has_blank = laid.endswith(" ") or piece.text.startswith(" ")
    return " " if not has_blank and gap > size * 0.2 + doubt else ""


def cell_text(pieces: Iterable[Piece], right: float, page: int) -> str:
    """The lines of a cell; those broken for want of room, up to `right`, put together."""
    found: list[str] = []
    last: PdfLine | None = None
    for line in lines_in(pieces, page):
        if found and last is not None and _goes_on_in_cell(found[-1], last, line, right):
            found[-1] = one_line(found[-1], line.text)
        else:
            found.append(line.text)
        last = line
    return "\n".join(found)


def _goes_on_in_cell(before: str, last: PdfLine, line: PdfLine, right: float) -> bool:
    word = line.text.partition(" ")[0]
    is_full = last.right + width_of(f" {word}", last.size, bold=last.bold) > right - last.size
    if line.text[:1].islower() and not before.endswith((".", ";", ":")) and cut_mark(line.text)[0] is None:
        return True  # «Cơ quan⏎phối hợp»: in a narrow cell no label
    if begins_anew(line.text):
        return runs_on(before, line.text, is_full=is_full)
    return is_full or runs_on(before, line.text, is_full=False)


def shape_of(lines: Sequence[PdfLine]) -> Shape:
    """The margins that most lines keep, and how far apart most of them are."""
    lefts = Counter(round(line.x) for line in lines)
    rights = sorted(line.right for line in lines)
    gaps = Counter(
        round((one.y - two.y) * 2) / 2
        for one, two in pairwise(lines)
        if one.page == two.page and one.y > two.y
    )
    leading = gaps.most_common(1)[0][0] if gaps else 0.0
    often = {x for x, count in lefts.items() if count >= max(3, len(lines) // 20)}
    left = lefts.most_common(1)[0][0]
    right = max(rights[len(rights) * 19 // 20], left + _NARROWEST)
    return Shape(left, right, leading, frozenset(often))


def is_centred(line: PdfLine, shape: Shape) -> bool:
    """A line with as much room to its left as to its right, that begins where few others do."""
    room = line.x - shape.left
    if round(line.x) in shape.lefts:
        return False
    return room > _INDENT / 2 and abs(room - (shape.right - line.right)) < 2 * _CENTRE


class PdfParagraph(NamedTuple):
    """Lines put together; the first tells the place."""

    text: str
    first: PdfLine
    bold: bool
    italic: bool
    centred: bool


def paragraphs_of(lines: Sequence[PdfLine], shape: Shape) -> list[PdfParagraph]:
    """Lines that go on with a sentence as one; distances, indents and marks begin a new one."""
    found: list[PdfParagraph] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if found and before is not None and _goes_on(found[-1], before, line, shape):
            found[-1] = _longer(found[-1], line, shape)
        else:
            found.append(PdfParagraph(line.text, line, line.bold, line.italic, is_centred(line, shape)))
    return found


def _longer(paragraph: PdfParagraph, line: PdfLine, shape: Shape) -> PdfParagraph:
    return PdfParagraph(
        one_line(paragraph.text, line.text),
        paragraph.first,
        paragraph.bold and line.bold,
        paragraph.italic and line.italic,
        is_centred(line, shape),  # the lines above it may be as wide as the page
    )


def _goes_on(paragraph: PdfParagraph, before: PdfLine, line: PdfLine, shape: Shape) -> bool:
    is_far = before.page == line.page and before.y - line.y > max(shape.leading, line.size) * _WIDER
    both_centred = is_centred(before, shape) and is_centred(line, shape)
    is_indented = (
        line.x > shape.left + _INDENT and line.x > before.x + _INDENT and not is_centred(line, shape)
    )
    is_full = _is_full(before, line, shape, centred=both_centred)
    if paragraph.bold and not line.bold and begins_anew(line.text):
        return False
    if runs_on(paragraph.text, line.text, is_full=is_full and not is_far and not is_indented):
        return not (is_far and paragraph.text.endswith(","))
    if is_far or is_indented or not is_full or begins_anew(line.text):
        return False
    return before.bold == line.bold and paragraph.text.isupper() == line.text.isupper()


def _is_full(before: PdfLine, line: PdfLine, shape: Shape, *, centred: bool) -> bool:
    """Whether the next word had no room; a centred line may take the room on both its sides."""
    word = width_of(f" {line.text.partition(' ')[0]}", before.size, bold=line.bold)
    end = shape.left + before.right - before.x if centred else before.right
    return end + word > shape.right - _SLACK
