"""Words of a page for typst: pieces of text with their marks; a word longer than a line may be broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.render.html.notes import BEGIN, END
from kehoach_cli.render.trace_marks import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

Run = str | list[str]
"""A text as it is, or [marks, text] with marks of b(old), i(talic), n(ote).

Of a trace, alone: v, the number of the row that a sentence comes from, and r, that of the row itself.

"\\n" alone is a line break; the empty text a place where a long word may be broken.
"""

_PIECES = re.compile(f"([{BEGIN}{END}])")
_MARKS = {"strong_open": "b", "em_open": "i"}
_CLOSED = {"strong_close": "b", "em_close": "i"}
_LONG = re.compile(r"\S{60,}")
_LONG_IN_CELL = re.compile(r"\S{40,}|[^\s\-/]{16,}")
# letters that belong together stay together: combining marks, and what a joiner joins
_FOUR = re.compile(r".{1,4}(?:[\u0300-\u036f\ufe00-\ufe0f]|\u200d.)*", re.DOTALL)


def runs_of(inline: Token, *, in_cell: bool = False) -> list[Run]:
    """The words of one paragraph, heading or cell; a note that is not closed ends with it."""
    made: list[Run] = []
    marks, is_note = "", False
    for child in inline.children or []:
        if child.type in _MARKS:
            marks += _MARKS[child.type]
        elif child.type in _CLOSED:
            marks = marks.replace(_CLOSED[child.type], "", 1)
        elif child.type in ("softbreak", "hardbreak"):
            made.append("\n" if child.type == "hardbreak" else " ")
        else:
            for piece in _PIECES.split(child.content):
                if piece in (BEGIN, END):
                    is_note = piece == BEGIN
                elif piece:
                    made += _runs(piece, marks + "n" * is_note, in_cell=in_cell)
    return made


def _runs(said: str, marks: str, *, in_cell: bool) -> Iterator[Run]:
    for kind, text, number in pieces(said):
        if kind == "text":
            yield from _marked(_breakable(text, in_cell=in_cell), marks)
        else:
            yield ["v" if kind == "mark" else "r", str(number)]


def _marked(texts: Iterable[str], marks: str) -> list[Run]:
    return [[marks, text] if marks and text else text for text in texts]


def _breakable(text: str, *, in_cell: bool) -> list[str]:
    """The text, with empty ones between the pieces of its long words."""
    made: list[str] = []
    at = 0
    for found in (_LONG_IN_CELL if in_cell else _LONG).finditer(text):
        for piece in (text[at : found.start()], *_FOUR.findall(found[0])):
            made += [piece, ""] if piece else []
        at = found.end()
    return [*made, text[at:]] if at < len(text) else made


def text_of(runs: Iterable[Run]) -> str:
    """The words without their marks."""
    return "".join(run if isinstance(run, str) else run[1] for run in runs)


def is_bold(runs: list[Run]) -> bool:
    """Whether the words begin in bold: what a template makes bold in its tables, it makes bold whole."""
    return bool(runs) and isinstance(runs[0], list) and "b" in runs[0][0]
