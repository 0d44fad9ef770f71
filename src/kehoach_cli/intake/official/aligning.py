"""Rows that lack the cells merged from above: each cell put into the column its words belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.subjects import names_begin

if TYPE_CHECKING:
    from kehoach_cli.intake.official.columns import Columns

_NUMBER = re.compile(r"^(?:[IVXLC]+|[A-ZĐ]|[a-zđ]|\d+(?:\.\d+)*)\s*[.)]?$")
_TIME = re.compile(
    r"(?:hoàn thành |thực hiện |ban hành )?(?:trước |trong |từ |sau |chậm nhất )*"
    r"(?:ngày |tháng |qu[ýí] |năm )|"
    r"thường xuyên|h[ằà]ng |giai đoạn|sau khi|khi có|theo (?:kế hoạch|tiến độ)|\d{4}\b|\d{1,2}[/-]\d",
    re.IGNORECASE,
)
_SHORT_NUMBER, _WORDS, _CLEARLY = 8, 3, 3


def is_number(cell: str) -> bool:
    """Whether a cell numbers its row, or is empty."""
    return not cell or (len(cell) < _SHORT_NUMBER and _NUMBER.match(cell) is not None)


def realigned(cells: list[str], columns: Columns, above: list[str]) -> list[str]:
    """The row as it reads under its header.

    A row with fewer words than columns may have lost the cells that are merged with the row above: if its
    cells clearly fit better further to the right, they go there, and the others say what the row above says.
    """
    said = list(cells)
    while said and not said[-1]:
        said.pop()
    if len([cell for cell in said if cell]) < 2 or len(said) == len(cells) or not above:  # noqa: PLR2004 - a group
        return cells
    fits = [[_fit(cell, column, columns) for column in range(len(cells))] for cell in said]
    score, places = _best(fits, len(cells))
    if score < sum(fits[n][n] for n in range(len(said))) + _CLEARLY:
        return cells
    told = {*columns.number, *columns.telling, *columns.person}
    row = [above[column] if column in told else "" for column in range(len(cells))]
    for cell, column in zip(said, places, strict=True):
        row[column] = cell
    return row


def _best(fits: list[list[int]], width: int) -> tuple[int, list[int]]:
    """The placing in order with the highest score: its score, and the column of each cell."""
    best: dict[tuple[int, int], tuple[int, list[int]]] = {(0, column): (0, []) for column in range(width + 1)}
    for n, fit in enumerate(fits, 1):
        for column in range(n, width + 1):
            score, places = best[n - 1, column - 1]
            placed = (score + fit[column - 1], [*places, column - 1])
            skipped = best.get((n, column - 1))
            best[n, column] = placed if skipped is None or placed[0] > skipped[0] else skipped
    return best[len(fits), width]


def _fit(cell: str, column: int, columns: Columns) -> int:
    """How well words fit a column: above 0 they belong there, below 0 they do not."""
    if not cell:
        return 0
    is_time, is_name = _TIME.match(cell) is not None, names_begin(cell)
    if column in columns.number:
        return 3 if is_number(cell) else -4
    if column in columns.timing:
        return 3 if is_time else -3 if is_name else -1
    if column in {*columns.telling, *columns.person}:
        return 2 if is_name else -3 if is_time else -1
    if column in columns.content:
        return -1 if is_time or is_name else 2 if len(cell.split()) >= _WORDS else 0
    return 0
