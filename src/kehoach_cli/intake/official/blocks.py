"""A document as it reads, whatever file it came in: paragraphs and tables, each with its place."""

from __future__ import annotations

from typing import NamedTuple


class Paragraph(NamedTuple):
    """One paragraph in reading order; `text` has single spaces, NFC, no marks of layout."""

    text: str
    place: str  # where a person finds it: «đoạn 12», «dòng 40», «trang 3, dòng 5»
    number: str = ""  # what Word numbers by itself and the text lacks: «1.», «a)», «-»; else empty
    bold: bool = False  # every letter of it
    italic: bool = False
    centred: bool = False
    level: int = 0  # a heading by its style or by # marks: 1 to 9; 0 says nothing of it

    @property
    def words(self) -> str:
        """The paragraph as printed, its automatic number included."""
        return f"{self.number} {self.text}" if self.number else self.text


class Cell(NamedTuple):
    """What stands in one cell, its paragraphs joined by line ends; merged cells stand once."""

    text: str
    column: int  # of the grid, from 0
    columns: int = 1  # how many columns of the grid it takes
    rows: int = 1  # how many rows it takes, this one included; the rows below leave the column out
    bold: bool = False


class Row(NamedTuple):
    """One row of a table; `place` as in Paragraph: «bảng 2, hàng 5»."""

    cells: tuple[Cell, ...]
    place: str


class Table(NamedTuple):
    """A table in reading order, with the width of its grid."""

    rows: tuple[Row, ...]
    columns: int
    place: str


class Source(NamedTuple):
    """A whole document: its blocks, and its text word for word as source.md keeps it."""

    name: str  # of the file, for sentences
    blocks: tuple[Paragraph | Table, ...]
    text: str
    unread: tuple[str, ...] = ()  # what could not be read, for a person: «trang 5 là hình, không có chữ»
