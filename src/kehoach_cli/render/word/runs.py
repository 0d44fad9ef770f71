"""Runs of a settled paragraph: the text as it is, notes in italics on grey."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.word.names import RPR, SPACE, VAL, R, T, w

if TYPE_CHECKING:
    Element = Any  # lxml tells its types nowhere

NOTE = "[Ghi chú:"
_SHADE = "D9D9D9"
_TAB = w("tab")
_KEPT_BLANKS = {SPACE: "preserve"}
_BEFORE_ITALIC = tuple(w(n) for n in ("rStyle", "rFonts", "b", "bCs"))
_AFTER_SHADE = tuple(
    w(n)
    for n in ("fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")
)


class Piece(NamedTuple):
    """One run to be."""

    properties: Element | None
    text: str
    thing: Element | None  # what is no text
    in_note: bool


def add_run(paragraph: Element, piece: Piece, taken: set[Element]) -> None:
    """Put the piece at the paragraph's end as a run; a tab in a text becomes Word's tab.

    What is no text moves there. So do the properties, into the first run that has them as they are;
    they are `taken` then, and other runs get copies.
    """
    made = paragraph.makeelement(R)
    paragraph.append(made)
    properties = piece.properties
    if piece.in_note:
        made.append(_noted(copy.deepcopy(properties), made))
    elif properties is not None:
        made.append(copy.deepcopy(properties) if properties in taken else properties)
        taken.add(properties)
    if piece.thing is not None:
        made.append(piece.thing)
        return
    for index, part in enumerate(piece.text.split("\t")):
        if index:
            made.append(made.makeelement(_TAB))
        if part:
            text = made.makeelement(T, _KEPT_BLANKS)
            text.text = part
            made.append(text)


def _noted(properties: Element | None, parent: Element) -> Element:
    """The same properties, in italics on grey: a note must be seen, on paper too."""
    made = parent.makeelement(RPR) if properties is None else properties
    for child in list(made):
        if child.tag in (w("i"), w("iCs"), w("shd"), w("highlight")):
            made.remove(child)
    at = next((i for i, child in enumerate(made) if child.tag not in _BEFORE_ITALIC), len(made))
    made.insert(at, made.makeelement(w("i")))
    made.insert(at + 1, made.makeelement(w("iCs")))
    shade = made.makeelement(w("shd"), {VAL: "clear", w("color"): "auto", w("fill"): _SHADE})
    at = next((i for i, child in enumerate(made) if child.tag in _AFTER_SHADE), len(made))
    made.insert(at, shade)
    return made
