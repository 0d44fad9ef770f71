"""How wide the columns of a table are, so that it fits a terminal and no word is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

GAP = 2
_EASY = 14  # a column of long texts that is narrower is hard to read


class Column(NamedTuple):
    """The fewest characters a column can do with, the most it can use, and how much text it has."""

    least: int
    widest: int
    text: int


def columns_of(rows: Sequence[Sequence[str]], narrow: Collection[int]) -> list[Column]:
    """What the columns of clean one-line cells need; `narrow` ones are never broken over lines."""
    return [_column(cells, is_narrow=n in narrow) for n, cells in enumerate(zip(*rows, strict=True))]


def _column(cells: Sequence[str], *, is_narrow: bool) -> Column:
    widest = max(map(len, cells))
    longest_word = max(len(word) for cell in cells for word in cell.split() or [""])
    least = widest if is_narrow else max(longest_word, min(widest, _EASY))
    return Column(least, widest, sum(map(len, cells)))


def total(widths: Sequence[int]) -> int:
    """The width of a whole line."""
    return sum(widths) + GAP * (len(widths) - 1)


def fitted(columns: Sequence[Column], width: int) -> list[int] | None:
    """The widths with which a table fits, few texts broken; None where it cannot.

    Beyond what is needed, each character goes to the column whose texts take the most lines.
    """
    widths = [column.least for column in columns]
    left = width - total(widths)
    if left < 0:
        return None
    for _ in range(left):
        broken = [n for n, column in enumerate(columns) if widths[n] < column.widest]
        if not broken:
            break
        widths[max(broken, key=lambda n: columns[n].text / widths[n])] += 1
    return widths
