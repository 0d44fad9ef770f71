"""How wide letters are in Times, the face that Nghị định 30/2020 prescribes for every document."""

from __future__ import annotations

import unicodedata
from functools import cache

_LOWER = (
    "444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444"
)
_UPPER = (
    "722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611"
)
_LOWER_BOLD = (
    "500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444"
)
_UPPER_BOLD = (
    "722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667"
)
_SIGNS = {
    " ": 250,
    ",": 250,
    ".": 250,
    ";": 278,
    ":": 278,
    "/": 278,
    "-": 333,
    "(": 333,
    ")": 333,
    "đ": 500,
    "Đ": 722,
}
_SIGNS |= {"&": 778, "%": 833, "“": 444, "”": 444, '"': 408, "'": 180, "’": 333, "+": 564, "=": 564, "_": 500}
_OTHER = 500
"""Thousandths of the size; the last for figures, dashes and everything else."""


def _table(lower: str, upper: str) -> dict[str, int]:
    letters = {chr(ord("a") + n): int(width) for n, width in enumerate(lower.split())}
    return letters | {chr(ord("A") + n): int(width) for n, width in enumerate(upper.split())} | _SIGNS


_PLAIN, _BOLD = _table(_LOWER, _UPPER), _table(_LOWER_BOLD, _UPPER_BOLD)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in points; a guess for other faces, whose widths stand in the fonts of the file."""
    return sum(_letter(letter, bold) for letter in text) * size / 1000


@cache
def _letter(letter: str, bold: bool) -> int:
    """An accent takes no room: ế is as wide as e."""
    table = _BOLD if bold else _PLAIN
    found = table.get(letter)
    return table.get(unicodedata.normalize("NFD", letter)[0], _OTHER) if found is None else found
