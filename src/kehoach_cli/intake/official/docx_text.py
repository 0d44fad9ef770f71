"""The letters of one paragraph of a Word document: what is printed, without what is deleted or hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.docx_styles import over
from kehoach_cli.intake.official.docx_xml import child, local, parts_of, switched, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.official.docx_styles import Style, Styles
    from kehoach_cli.intake.official.docx_xml import Element

_LETTER = re.compile(r"\w")
_GONE = frozenset({"del", "moveFrom", "pPr", "rPr", "rt", "sdtPr", "instrText", "delText", "delInstrText"})
"""Deleted under tracked changes, or no text: what is inserted or moved to stays."""

_SYMBOLS = {
    "F0B3": "≥",
    "F0A3": "≤",
    "F0B4": "×",
    "F0B1": "±",
    "F0B0": "°",
    "F0B7": "•",
    "F02D": "-",
    "F0AE": "→",
}
"""Of the fonts Symbol and Wingdings; others are signs to look at, not to read."""


class Letters(NamedTuple):
    r"""What a paragraph prints: its line ends as \n, its tabs as \t; the text boxes anchored in it."""

    text: str
    bold: bool
    italic: bool
    boxes: tuple[Element, ...] = ()


class LetterReader:
    """Reads paragraph after paragraph: a field may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._codes: list[bool] = []  # of each open field, whether its code is still being read
        self._out: list[str] = []
        self._boxes: list[Element] = []
        self._marked = [True, True]  # every letter so far bold, italic
        self._style: Style

    def read(self, paragraph: Element, style: Style) -> Letters:
        self._out, self._boxes, self._marked, self._style = [], [], [True, True], style
        self._walk(paragraph)
        text = "".join(self._out)
        has_letters = _LETTER.search(text) is not None
        return Letters(
            text, has_letters and self._marked[0], has_letters and self._marked[1], tuple(self._boxes)
        )

    def _walk(self, element: Element) -> None:
        for inner in element:
            name = local(inner.tag)
            if name == "r":
                self._run(inner)
            elif name == "AlternateContent":
                self._alternate(inner)
            elif name == "t":  # of a formula
                self._out.append(inner.text or "")
            elif name not in _GONE:
                self._walk(inner)

    def _alternate(self, element: Element) -> None:
        """The first way to show it; the others show the same again."""
        first = next(iter(element), None)
        if first is not None:
            self._run(first)

    def _run(self, run: Element) -> None:
        said = parts_of(child(run, "rPr"))
        style = self._style
        if "rStyle" in said:
            style = over(self._styles.get(value(said["rStyle"])), style)
        if _is(said, "vanish", style.hidden):
            return
        before = len(self._out)
        for inner in run:
            self._piece(local(inner.tag), inner)
        letters = "".join(self._out[before:])
        if not letters or not _LETTER.search(letters):
            return
        if _is(said, "caps", style.capitals):
            self._out[before:] = [letters.upper()]
        self._marked[0] &= _is(said, "b", style.bold)
        self._marked[1] &= _is(said, "i", style.italic)

    def _piece(self, name: str, inner: Element) -> None:
        if name == "fldChar":
            self._field(value(inner, "fldCharType"))
        elif any(self._codes) or name in _GONE:
            return
        elif name == "t":
            self._out.append(inner.text or "")
        elif name in _SIGNS:
            self._out.append(_SIGNS[name])
        elif name == "sym":
            self._out.append(_SYMBOLS.get(value(inner, "char").upper(), " "))
        elif name == "AlternateContent":
            self._alternate(inner)
        elif name in {"drawing", "pict", "object"}:
            self._boxes += _boxes_in(inner)
        elif name == "ruby":
            self._walk(inner)

    def _field(self, step: str) -> None:
        if step == "begin":
            self._codes.append(True)
        elif step == "separate" and self._codes:
            self._codes[-1] = False
        elif step == "end" and self._codes:
            self._codes.pop()


_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def _boxes_in(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing; one within another is met when that is read."""
    for inner in drawing:
        if local(inner.tag) == "txbxContent":
            yield inner
        else:
            yield from _boxes_in(inner)


def _is(said: dict[str, Element], name: str, otherwise: bool | None) -> bool:
    here = switched(said, name)
    return bool(otherwise) if here is None else here
