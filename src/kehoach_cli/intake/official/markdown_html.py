"""Tables that Markdown carries as HTML: merged cells with their columns and rows."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kehoach_cli.intake.official.blocks import Cell, Row, Table

_MOST = 63  # columns or rows that one cell may take
_FIGURES = re.compile(r"[0-9]{1,5}")
_BREAKS = frozenset({"br", "p", "div", "li"})
_BOLD = frozenset({"b", "strong", "th"})


class _Piece:
    """A cell being read."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.text: list[str] = []
        self.bold = True


class _TableReader(HTMLParser):
    """Rows and cells; a table within a cell gives its words to that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[_Piece]] = []
        self._depth = 0
        self._bold = 0
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag == "table"
        self._bold += tag in _BOLD
        if tag in _BREAKS or self._depth > 1:
            self._add("\n")
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            said = dict(attrs)
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(_Piece(_count(said.get("colspan")), _count(said.get("rowspan"))))
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "table"
        self._bold = max(self._bold - (tag in _BOLD), 0)
        if tag in {"td", "th"} and self._depth <= 1:
            self._open = False

    def handle_data(self, data: str) -> None:
        self._add(" ".join(data.split("\n")))
        if self._open and self._bold == 0 and any(letter.isalnum() for letter in data):
            self.rows[-1][-1].bold = False

    def _add(self, text: str) -> None:
        if self._open and self.rows and self.rows[-1]:
            self.rows[-1][-1].text.append(text)


def html_table(text: str, name: str, place: str) -> Table | None:
    """The table in a piece of HTML; None where it holds no cells."""
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    taken: dict[int, int] = {}  # column → rows below that a cell from above still takes
    rows: list[Row] = []
    for pieces in reader.rows:
        cells, taken = _placed(pieces, taken)
        rows.append(Row(tuple(cells), f"{name}, {place}, hàng {len(rows) + 1}"))
    width = max((cell.column + cell.columns for row in rows for cell in row.cells), default=0)
    return Table(tuple(rows), width, name) if width else None


def _placed(pieces: list[_Piece], taken: dict[int, int]) -> tuple[list[Cell], dict[int, int]]:
    """The cells of a row in the columns that those above leave free."""
    below = {column: rows - 1 for column, rows in taken.items() if rows > 1}
    cells: list[Cell] = []
    column = 0
    for piece in pieces:
        while column in taken:
            column += 1
        text = "".join(piece.text)
        is_bold = piece.bold and any(letter.isalnum() for letter in text)
        cells.append(Cell(text, column, piece.columns, piece.rows, is_bold))
        if piece.rows > 1:
            below |= dict.fromkeys(range(column, column + piece.columns), piece.rows - 1)
        column += piece.columns
    return cells, below


def _count(said: str | None) -> int:
    return min(max(int(said), 1), _MOST) if said and _FIGURES.fullmatch(said) else 1
