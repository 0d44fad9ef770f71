"""How a table stands on paper: the size of its letters, the widths of its columns, the lines of its cells."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.render.word.rule_lines import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kehoach_cli.render.table import Table

_MM_AN_INCH = 25.4
LANDSCAPE_ROOM = 714  # points between the margins of A4 on its side: 297 less 30 and 15 mm
_EASY = 4.8  # sizes of its letters: a column of texts that is narrower is hard to read
_EASY_BESIDE_SIGNS = 190  # points, for the texts of a grid that fits no page anyway
_WIDEST_WORD = 150  # a longer one (an address of the web) is broken
_WORDS = re.compile(r"\S+[^\S\n]*|[^\S\n]+")


_CROWDED = 0.8  # of the room: where the least that columns need is more, smaller letters read better
_STEP = 2  # points given to a column at a time
_TALL = 2  # how much more a tall cell counts than many low ones: its row is as high as it is


class Column(NamedTuple):
    """Points: the least a column can do with, the most it can use; and how much its cells press for room."""

    least: int
    widest: int
    pressure: float


class Layout(NamedTuple):
    """Points: the size of the letters and the widths of the columns, padding included."""

    size: int
    widths: tuple[int, ...]


def laid_out(
    table: Table, sizes: Sequence[int], *, padding: int, room: int = LANDSCAPE_ROOM, tall_heads: bool = False
) -> Layout:
    """The largest of `sizes` at which the table is not crowded, and widths that fill the room.

    A table that fits at none is laid out at the smallest, as wide as it then needs to be. `tall_heads`:
    the heads of a grid's signs run upwards and need no width.
    """
    columns: list[Column] = []
    widths: list[int] = []
    for size, easy, share in (*((size, _EASY, _CROWDED) for size in sizes), (sizes[-1], 0.0, 1.0)):
        columns = _columns(table, size, padding, easy * size, tall_heads=tall_heads)
        widths = [column.least for column in columns]
        if sum(widths) <= room * share:
            return Layout(size, tuple(_filled(_shared(columns, room), table, room)))
    for n in range(table.keys if table.is_grid else 0):
        widths[n] = max(widths[n], min(columns[n].widest, _EASY_BESIDE_SIGNS))
    return Layout(sizes[-1], tuple(widths))


def squeezed(layout: Layout, room: int = LANDSCAPE_ROOM) -> Layout:
    """The same columns, in proportion, where they are wider than the room."""
    whole = sum(layout.widths)
    if whole <= room:
        return layout
    return layout._replace(widths=tuple(max(1, width * room // whole) for width in layout.widths))


def _columns(table: Table, size: int, padding: int, easy: float, *, tall_heads: bool) -> list[Column]:
    """What every column needs; those of signs are all as wide as the widest of them."""
    signs = range(table.keys, len(table.columns)) if table.is_grid else range(0)
    made = []
    for n, title in enumerate(table.columns):
        cells = [row[n] for row in table.rows]
        head = "" if tall_heads and n in signs else title
        is_narrow = n in table.narrow or n in signs
        made.append(_column(head, cells, size, padding, math.inf if is_narrow else easy))
    widest = max((made[n].least for n in signs), default=0)
    for n in signs:
        made[n] = Column(widest, widest, 0)
    return made


def _column(head: str, cells: Sequence[str], size: int, padding: int, easy: float) -> Column:
    """`easy`: cells up to this width are not broken; a head may always be, between its words."""
    widths = [max(width_of(line, size) for line in cell.split("\n")) for cell in cells]
    words = [width_of(word, size) for text in (head, *cells) for word in text.split()]
    widest = max([*widths, *words], default=0.0)
    wanted = min(max(widest, 0 if easy == math.inf else width_of(head, size) / 2), easy)
    least = int(min(max([wanted, *words]), _WIDEST_WORD)) + 1 + padding
    pressure = sum(width**_TALL for width in widths)
    return Column(least, max(least, int(max(widest, width_of(head, size))) + 1 + padding), pressure)


def _shared(columns: Sequence[Column], room: int) -> list[int]:
    """Every column with the least it needs; the rest of the room where it saves the most height."""
    widths = [column.least for column in columns]

    def saved(n: int) -> float:
        now = float(widths[n])
        return columns[n].pressure * (now**-_TALL - (now + _STEP) ** -_TALL)

    for _ in range((room - sum(widths)) // _STEP):
        broken = [n for n, column in enumerate(columns) if widths[n] < column.widest]
        if not broken:
            break
        widths[max(broken, key=saved)] += _STEP
    return widths


def _filled(widths: list[int], table: Table, room: int) -> list[int]:
    """What is left of the room goes to the columns of texts, in proportion."""
    texts = [n for n in range(len(widths)) if n not in table.narrow]
    texts = [n for n in texts if not table.is_grid or n < table.keys] or [*range(len(widths))]
    left, whole = room - sum(widths), sum(widths[n] for n in texts)
    added = {n: left * widths[n] // whole for n in texts}
    added[texts[-1]] += left - sum(added.values())
    return [width + added.get(n, 0) for n, width in enumerate(widths)]


def width_of(text: str, size: float) -> float:
    """How long one line of bold letters is, in points; others need a little less."""
    return sum(map(_em, text)) * size


@cache
def _em(char: str) -> float:
    return text_width(char, 1)


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The lines on which a text stands in a column; joined they are the text, its line breaks included."""
    return [line for block in text.splitlines(keepends=True) or [""] for line in _lines(block, size, width)]


def _lines(block: str, size: float, width: float) -> Iterable[str]:
    line, used = "", 0.0
    for word in _WORDS.findall(block):
        for piece in _pieces(word, size, width):
            needed = width_of(piece.rstrip(), size)
            if line and used + needed > width:
                yield line
                line, used = "", 0.0
            line += piece
            used += width_of(piece, size)
    yield line + ("\n" if block.endswith("\n") else "")


def _pieces(word: str, size: float, width: float) -> Iterable[str]:
    """A word that no line holds, cut into pieces that one does."""
    if width_of(word.rstrip(), size) <= width:
        return [word]
    count = max(1, int(width / size))
    return [word[n : n + count] for n in range(0, len(word), count)]


class Margins(NamedTuple):
    """Of a printed sheet, in millimetres; `edge` lies above the head and below the foot."""

    left: float
    right: float
    top: float
    bottom: float
    edge: float


def lay_landscape(sheet: Worksheet, margins: Margins) -> None:
    """A4 on its side, as wide as the sheet, as many pages high as it takes."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    laid = sheet.page_margins
    laid.left, laid.right, laid.top, laid.bottom = (side / _MM_AN_INCH for side in margins[:4])
    laid.header = laid.footer = margins.edge / _MM_AN_INCH
    sheet.print_options.horizontalCentered = True
