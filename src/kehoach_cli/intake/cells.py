"""Cells as they stand in a workbook: the value, what kind it is, and where."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_LETTERS = 26
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_INVISIBLE = dict.fromkeys(
    map(ord, "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
)
_BREAKS = {ord(c): "\n" for c in "\x0b\x0c\x85\u2028\u2029"}


class Cell(NamedTuple):
    """A cell that holds something.

    `kind` is text, number, percent (`value` as shown: 98.5 for 98,5 %), date (`value` is 2025-05-12),
    truth («TRUE», «FALSE»), error (#REF!) or formula (`value` is what it gave last, `formula` its text).
    """

    sheet: str
    row: int
    column: int
    value: str
    kind: str
    formula: str = ""

    @property
    def place(self) -> str:
        """As Excel names it across sheets: Nhiệm vụ!F7."""
        return f"{self.sheet}!{self.address}"

    @property
    def address(self) -> str:
        return f"{column_name(self.column)}{self.row}"


class Sheet(NamedTuple):
    """A sheet with its filled cells by row and column (from 1), rows in order."""

    name: str
    is_hidden: bool
    rows: dict[int, dict[int, Cell]]
    merged: tuple[tuple[int, int, int, int], ...]  # first row, first column, last row, last column
    beyond: str = ""  # the first filled cell beyond the bounds of a form; it was not read

    def cell(self, row: int, column: int) -> Cell | None:
        return self.rows.get(row, {}).get(column)

    def cell_over(self, row: int, column: int) -> Cell | None:
        """The cell, or the one of a higher row that is merged over it."""
        for top, left, bottom, right in self.merged:
            if top < row <= bottom and left <= column <= right:
                return self.cell(top, left)
        return self.cell(row, column)


class Book(NamedTuple):
    """A workbook as far as a form needs it."""

    sheets: tuple[Sheet, ...]
    has_pictures: bool


def position(address: str) -> tuple[int, int] | None:
    """Row and column of an address like F7; None where it is none."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(match[2]), column


def column_name(number: int) -> str:
    """1 → A, 27 → AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def clean(text: str) -> str:
    """Text as a report file holds it: NFC, plain blanks, line feeds, nothing invisible, no blank at the ends.

    Line breaks inside stay; of several empty lines one is left.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS).translate(_INVISIBLE)
    text = unicodedata.normalize("NFC", text)
    lines = [" ".join(_printable(line).split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _printable(line: str) -> str:
    return line if line.isprintable() else "".join(c if c.isprintable() else " " for c in line)
