"""Tables of a report as HTML: letterhead, signature block, and tables that fit paper and phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

COLUMNS_OF_A_WIDE_TABLE = 7
_LONGEST_WORD = 15  # letters for which a column makes room; longer words are broken
_NARROWEST = 4.5  # letters, blanks at the sides included
_LONGEST_TEXT = 400  # letters of a cell from which on it gets no wider


class _Cell(NamedTuple):
    html: str
    text: str
    align: str  # left, center, right; empty where the table does not say
    is_bold: bool


def columns_of(block: Sequence[Token]) -> int:
    """How many columns a table's tokens have."""
    return sum(t.type == "th_open" for t in block)


def html_table(block: Sequence[Token], inline: Callable[[Token], str]) -> str:
    """A table's tokens as HTML; `inline` renders the content of one cell.

    Two columns, both centred, are the letterhead; the first left and the second centred, the recipients
    with the signature. The alignment is the template's: nothing that others wrote decides it.
    """
    rows = list(_rows(block, inline))
    aligned = [cell.align for cell in rows[0]]
    if aligned == ["center", "center"]:
        return _letterhead(rows)
    if aligned == ["left", "center"]:
        return _closing(rows)
    return _data_table(rows)


def _rows(block: Sequence[Token], inline: Callable[[Token], str]) -> Iterator[list[_Cell]]:
    row: list[_Cell] = []
    align = ""
    for token in block:
        if token.type in ("th_open", "td_open"):
            align = str(token.attrs.get("style", "")).removeprefix("text-align:")
        elif token.type == "inline":
            children = [c for c in token.children or [] if c.content or c.nesting]
            is_bold = bool(children) and children[0].type == "strong_open"
            text = "".join(c.content if c.type != "hardbreak" else "\n" for c in children)
            row.append(_Cell(inline(token), text, align, is_bold))
        elif token.type == "tr_close":
            yield row
            row = []


def _letterhead(rows: list[list[_Cell]]) -> str:
    """Cells column by column, so that a phone has the agency first; the last bold of each gets its rule."""
    made = [f'<header class="dau-van-ban" style="--hang:{len(rows)}">']
    for column, side in enumerate(("trai", "phai")):
        cells = [row[column] for row in rows]
        ruled = max((n for n, c in enumerate(cells) if c.is_bold), default=-1)
        for n, cell in enumerate(cells):
            rule = " ke" if n == ruled else ""
            made.append(f'<div class="{side}{rule}">{cell.html}</div>')
    return "\n".join([*made, "</header>"])


def _closing(rows: list[list[_Cell]]) -> str:
    """Recipients on the left; on the right who signs, room for the signature, the name in the last row."""
    recipients = [f"<p>{row[0].html}</p>" for row in rows if row[0].html]
    signature = [f"<p>{row[1].html}</p>" for row in rows[:-1] if row[1].html]
    name = f'<p class="ho-ten">{rows[-1][1].html}</p>'
    left = ['<div class="noi-nhan">', *recipients, "</div>"]
    return "\n".join(
        [
            '<footer class="cuoi-van-ban">',
            *left,
            '<div class="chu-ky">',
            *signature,
            name,
            "</div>",
            "</footer>",
        ]
    )


def _data_table(rows: list[list[_Cell]]) -> str:
    """Column widths follow what the columns hold; on a phone each cell tells the name of its column."""
    head, *body = rows
    widths = column_widths([[cell.text for cell in row] for row in rows])
    columns = "".join(f'<col style="width:{width:.1f}%">' for width in widths)
    names = "".join(f'<th scope="col">{cell.html}</th>' for cell in head)
    wide = ' class="rong"' if len(head) >= COLUMNS_OF_A_WIDE_TABLE else ""
    made = [
        f"<table{wide}>",
        f"<colgroup>{columns}</colgroup>",
        f"<thead><tr>{names}</tr></thead>",
        "<tbody>",
    ]
    made += [_row(row, head) for row in body]
    return "\n".join([*made, "</tbody>", "</table>"])


def _row(row: list[_Cell], head: list[_Cell]) -> str:
    """A row whose only text is bold runs over all columns: the name of a khối, or the sum."""
    filled = [cell for cell in row if cell.text]
    if len(row) > 1 and filled == [row[1]] and row[1].is_bold:
        return f'<tr class="khoi"><td colspan="{len(row)}">{row[1].html}</td></tr>'
    return f"<tr>{''.join(map(_cell, row, head))}</tr>"


def _cell(cell: _Cell, head: _Cell) -> str:
    name = f' data-cot="{head.html}"' if head.html and "<" not in head.html else ""
    right = ' class="so"' if cell.align == "right" else ""
    return f"<td{right}{name}>{cell.html}</td>"


def column_widths(rows: list[list[str]]) -> list[float]:
    """In percent, of the texts row by row: at least the longest word, more for the columns that hold most."""
    columns = list(zip(*([row for row in rows if sum(map(bool, row)) > 1] or rows), strict=True))
    weights = []
    for column in columns:
        words = [len(word) for cell in column for word in cell.split()]
        longest = min(max(words, default=1), _LONGEST_WORD) + 1
        texts = [min(len(cell), _LONGEST_TEXT) for cell in column[1:] if cell]
        usual = (sum(n * n for n in texts) / len(texts)) ** 0.5 if texts else len(column[0]) / 3
        weights.append(max(longest, 3.2 * usual**0.5, _NARROWEST))
    return [100 * weight / sum(weights) for weight in weights]
