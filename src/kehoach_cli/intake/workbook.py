"""A workbook → its sheets and filled cells, in one pass over bounded XML.

openpyxl is not used here: measured, it takes ten times as long, inflates without bound, believes a sheet
that says it has a million rows, fails on styles of other programs, and shows either the formulas or what
they gave. A form needs values, number formats, formulas and merged cells, no more.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import count
from posixpath import normpath
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.cells import Book, Cell, Sheet, clean, column_name, position
from kehoach_cli.intake.guard import Archive, Unreadable
from kehoach_cli.intake.markup import read_xml
from kehoach_cli.intake.number_formats import kinds_of_formats

if TYPE_CHECKING:
    from kehoach_cli.intake.markup import Attributes

_MAX_ROW, _MAX_COLUMN = 5_000, 100
_MAX_CELLS = 20_000
_LONGEST_TEXT = 32_767  # Excel's own bound of a cell
_MAX_SHEETS = 60
_MAX_MERGED = 5_000
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_FIRST_SERIAL, _LAST_SERIAL = 61, 109_575  # before it 1900 has a 29 February; after it is 2199
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WORKBOOK, _RELATIONS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_PICTURES = ("xl/media/", "xl/drawings/drawing")


class _Style(NamedTuple):
    """What every sheet of a book needs to read its cells."""

    strings: list[str]
    formats: list[str]
    epoch: date


def read_book(raw: bytes) -> Book:
    """The sheets in the order of their tabs; Unreadable for what is no workbook or no harmless one."""
    archive = Archive(raw)
    entries, is_1904 = _entries(archive)
    if len(entries) > _MAX_SHEETS:
        raise Unreadable("L404", what=f"có {len(entries)} trang")
    style = _Style(_strings(archive), kinds_of_formats(archive), _EPOCH_1904 if is_1904 else _EPOCH)
    targets = _targets(archive)
    counter = count(1)
    sheets = []
    for name, relation, state in entries:
        target = targets.get(relation, "")
        if target is None:
            continue
        if not archive.has(target):
            raise Unreadable("L403", what=f"thiếu phần của trang “{name}”")
        reader = _SheetReader(name, style, counter)
        read_xml(archive.read(target), target, reader.start, reader.end, reader.text)
        sheets.append(Sheet(name, state != "visible", reader.rows, tuple(reader.merged), reader.beyond))
    return Book(tuple(sheets), any(name.startswith(_PICTURES) for name in archive.names()))


def _entries(archive: Archive) -> tuple[list[tuple[str, str, str]], bool]:
    """Name, relation and state of each sheet; and whether days are counted from 1904."""
    entries: list[tuple[str, str, str]] = []
    is_1904 = False

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal is_1904
        if tag == "sheet":
            name = " ".join(clean(attributes.get("name", "")).split())
            entries.append((name, attributes.get("id", ""), attributes.get("state", "visible")))
        elif tag == "workbookPr":
            is_1904 = attributes.get("date1904") in ("1", "true")

    read_xml(archive.read(_WORKBOOK), _WORKBOOK, start)
    return entries, is_1904


def _targets(archive: Archive) -> dict[str, str | None]:
    """Relation → part; None for what holds no cells (a sheet that is one chart).

    A relation that points out of the archive leads to no part.
    """
    targets: dict[str, str | None] = {}

    def start(tag: str, attributes: Attributes) -> None:
        if tag != "Relationship":
            return
        target = attributes.get("Target", "").replace("\\", "/")
        full = target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")
        is_sheet = attributes.get("Type", "").endswith("/worksheet")
        targets[attributes.get("Id", "")] = full if is_sheet else None

    read_xml(archive.read(_RELATIONS), _RELATIONS, start)
    return targets


def _strings(archive: Archive) -> list[str]:
    """The texts that cells point to; what is printed above a word (phonetic) is no part of it."""
    if not archive.has(_STRINGS):
        return []
    strings: list[str] = []
    pieces: list[str] = []
    is_text = is_aside = False

    def start(tag: str, _: Attributes) -> None:
        nonlocal is_text, is_aside
        if tag == "si":
            pieces.clear()
        elif tag == "rPh":
            is_aside = True
        is_text = tag == "t" and not is_aside

    def end(tag: str) -> None:
        nonlocal is_text, is_aside
        is_text = False
        if tag == "rPh":
            is_aside = False
        elif tag == "si":
            strings.append("".join(pieces))

    def text(data: str) -> None:
        if is_text:
            pieces.append(data)

    read_xml(archive.read(_STRINGS), _STRINGS, start, end, text)
    return strings


class _SheetReader:
    """Takes the events of one sheet; keeps only what stands within the bounds of a form."""

    def __init__(self, name: str, style: _Style, counter: count[int]) -> None:
        self.name = name
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.beyond = ""
        self._style = style
        self._counter = counter  # of the filled cells of all sheets
        self._row = self._column = 0
        self._type = self._format = ""
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._is_aside = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "v" or (tag == "t" and not self._is_aside):
            self._into = self._value
        elif tag == "f":
            self._into = self._formula = []
        elif tag == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdigit() and len(number) < 9 else self._row + 1  # noqa: PLR2004
            self._column = 0
        elif tag == "rPh":
            self._is_aside = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _begin_cell(self, attributes: Attributes) -> None:
        found = position(attributes.get("r", ""))
        self._row, self._column = found or (self._row, self._column + 1)
        self._type, self._format = attributes.get("t", "n"), attributes.get("s", "")
        self._value, self._formula = [], None

    def end(self, tag: str) -> None:
        if tag in ("v", "t", "f"):
            self._into = None
        elif tag == "rPh":
            self._is_aside = False
        elif tag == "c" and (self._value or self._formula is not None):
            self._keep()

    def text(self, data: str) -> None:
        if self._into is not None:
            self._into.append(data)

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        top_left, bottom_right = position(first), position(last)
        if top_left and bottom_right and len(self.merged) < _MAX_MERGED:
            self.merged.append((*top_left, *bottom_right))

    def _keep(self) -> None:
        value, kind = self._typed("".join(self._value))
        formula = "".join(self._formula) if self._formula is not None else ""
        if not value and self._formula is None:
            return
        if self._row > _MAX_ROW or self._column > _MAX_COLUMN or self._row < 1:
            self.beyond = self.beyond or f"{column_name(self._column)}{self._row}"
            return
        if len(value) > _LONGEST_TEXT:
            raise Unreadable("L404", what=f"ô {column_name(self._column)}{self._row} có quá nhiều chữ")
        if next(self._counter) > _MAX_CELLS:
            raise Unreadable("L404", what=f"có hơn {_MAX_CELLS} ô có nội dung")
        kind, formula = ("formula", f"={formula}") if self._formula is not None else (kind, "")
        cell = Cell(self.name, self._row, self._column, value, kind, formula)
        self.rows.setdefault(self._row, {})[self._column] = cell

    def _typed(self, raw: str) -> tuple[str, str]:
        """The value as text, and its kind."""
        if self._type == "s":
            return clean(_unescaped(self._shared(raw))), "text"
        if self._type in ("str", "inlineStr"):
            return clean(_unescaped(raw)), "text"
        if self._type == "b":
            return ("TRUE" if raw.strip() == "1" else "FALSE"), "truth"
        if self._type == "e":
            return clean(raw), "error"
        if self._type == "d":
            return raw.strip()[:10], "date"
        return self._numeric(raw.strip())

    def _shared(self, raw: str) -> str:
        index = raw.strip()
        if index.isdigit() and len(index) < 9 and int(index) < len(self._style.strings):  # noqa: PLR2004
            return self._style.strings[int(index)]
        raise Unreadable("L403", what=f"trang “{self.name}” trỏ đến chữ không có trong tệp")

    def _numeric(self, raw: str) -> tuple[str, str]:
        """A number in plain digits as the sheet shows it (15 digits), or the day it stands for."""
        if not raw:
            return "", "number"
        try:
            number = float(raw)
        except ValueError:
            return clean(raw), "text"
        if not abs(number) < 1e15:  # noqa: PLR2004  # beyond it a sheet no longer holds every unit; also nan
            return clean(raw), "text"
        kind = self._kind_of_format()
        if kind == "date" and _FIRST_SERIAL <= number < _LAST_SERIAL:
            return (self._style.epoch + timedelta(days=int(number))).isoformat(), "date"
        if kind == "percent":
            return plain_number(number * 100), "percent"
        return plain_number(number), "number"

    def _kind_of_format(self) -> str:
        index = int(self._format) if self._format.isdigit() and len(self._format) < 9 else 0  # noqa: PLR2004
        return self._style.formats[index] if index < len(self._style.formats) else "number"


def plain_number(number: float) -> str:
    """The shortest digits, without exponent: 12, 98.5; a sheet computes with 15 digits."""
    text = f"{number:.15g}"
    if "e" in text:
        text = f"{number:.15f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _unescaped(text: str) -> str:
    """Signs that XML cannot hold stand as _x000D_."""
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text
