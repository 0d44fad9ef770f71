"""Tables of a report for typst: letterhead, recipients with signature, and tables of data."""

from __future__ import annotations

from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.html.tables import column_widths
from kehoach_cli.render.pdf.runs import Run, is_bold, runs_of, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

Cell = list[Run]
_LETTERS_A_PERCENT = 1.1  # in a line of a cell; fewer than fit
_SURELY_A_PAGE = 12  # lines of a row that fits any page


def table_node(block: Sequence[Token]) -> dict[str, Any]:
    """A table's tokens as data.

    Two columns, both centred, are the letterhead; the first left and the second centred, the recipients
    with the signature. The alignment is the template's: nothing that others wrote decides it.
    """
    rows, aligned = _rows(block)
    if aligned == ["center", "center"]:
        return _letterhead(rows)
    if aligned == ["left", "center"]:
        return _closing(rows)
    return _data(rows, aligned)


def _rows(block: Sequence[Token]) -> tuple[list[list[Cell]], list[str]]:
    rows: list[list[Cell]] = []
    aligned = []
    for token in block:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(runs_of(token, in_cell=True))
        elif token.type == "th_open":
            aligned.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
    return rows, aligned


def _letterhead(rows: list[list[Cell]]) -> dict[str, Any]:
    """Each column down to its last bold line, under which the rule goes; then what stands below, in rows."""
    columns: list[list[Cell]] = []
    below = []
    for column in zip(*rows, strict=True):
        ruled = max((n for n, cell in enumerate(column) if is_bold(cell)), default=-1)
        columns.append([cell for cell in column[: ruled + 1] if cell])
        below.append([cell for cell in column[ruled + 1 :] if cell])
    return {
        "kind": "letterhead",
        "left": columns[0],
        "right": columns[1],
        "below": list(zip_longest(*below, fillvalue=[])),
    }


def _closing(rows: list[list[Cell]]) -> dict[str, Any]:
    """Recipients on the left; on the right who signs and, in the last row, the name."""
    return {
        "kind": "closing",
        "recipients": [row[0] for row in rows if row[0]],
        "signature": [row[1] for row in rows[:-1] if row[1]],
        "name": rows[-1][1],
    }


def _data(rows: list[list[Cell]], aligned: list[str]) -> dict[str, Any]:
    head, *body = rows
    widths = column_widths([[text_of(cell) for cell in row] for row in rows])
    return {
        "kind": "table",
        "widths": [round(width, 2) for width in widths],
        "align": ["center" if side == "right" else side or "left" for side in aligned],
        "head": head,
        "rows": [_row(row, widths) for row in body],
    }


def _row(row: list[Cell], widths: list[float]) -> dict[str, Any]:
    """A row whose only text is bold runs over all columns: the name of a khối, or the sum.

    `is_long` marks a row that might be higher than a page.
    """
    filled = [cell for cell in row if cell]
    if len(row) > 1 and filled == [row[1]] and is_bold(row[1]):
        return {"across": row[1]}
    lines = max(
        sum(ceil(len(line) / (width * _LETTERS_A_PERCENT)) for line in text_of(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
    return {"cells": row, "is_long": lines > _SURELY_A_PAGE}
