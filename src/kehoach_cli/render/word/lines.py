"""Settled lines as paragraphs of Word, in the place of the paragraph that they were printed in."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.word.names import SECTION, P
from kehoach_cli.render.word.properties import keep_with_next, properties_of, set_indent, set_style
from kehoach_cli.render.word.runs import add_run
from kehoach_cli.render.word.tree import child_of

if TYPE_CHECKING:
    from kehoach_cli.render.word.runs import Piece
    from kehoach_cli.render.word.styles import Styles

    Element = Any  # lxml tells its types nowhere

_INDENT = 567  # twips a level of an agency's own list stands further in: 1 cm


class Line(NamedTuple):
    """One paragraph to be."""

    pieces: list[Piece]
    level: int  # of an agency's own list: 0 outside and at its first level
    is_source: bool  # what the template sets off with two blanks: where the words above come from

    @property
    def is_blank(self) -> bool:
        return not any(p.thing is not None or p.text.strip() for p in self.pieces)


def put_lines(paragraph: Element, properties: Element | None, lines: list[Line], styles: Styles) -> None:
    """Put the lines in the paragraph's place, each with its properties; a paragraph without lines goes.

    The first line has the paragraph itself and what it held: of most there is one, and copies are dear.
    """
    section = child_of(properties, SECTION) if properties is not None else None
    if not lines:
        if section is None and not _is_needed(paragraph):
            paragraph.getparent().remove(paragraph)
            return
        lines = [Line([], 0, is_source=False)]
    paragraph.clear()
    if properties is not None:
        paragraph.append(properties)
    if section is not None:
        section.getparent().remove(section)
    places = [paragraph]
    for _ in lines[1:]:
        places[-1].addnext(_another(paragraph, properties))
        places.append(places[-1].getnext())
    taken: set[Element] = set()
    for place, line in zip(places, lines, strict=True):
        _fill(place, line, styles, taken)
    if section is not None:
        properties_of(places[-1]).append(section)


def _is_needed(paragraph: Element) -> bool:
    """True for the only paragraph of its cell, text box or page."""
    return len(paragraph.getparent().findall(P)) == 1


def _another(paragraph: Element, properties: Element | None) -> Element:
    made = paragraph.makeelement(P)
    if properties is not None:
        made.append(copy.deepcopy(properties))
    return made


def _fill(paragraph: Element, line: Line, styles: Styles, taken: set[Element]) -> None:
    """`taken`: the properties of runs that already stand in a run of the lines; others need a copy."""
    if line.is_source and styles.source is not None:
        set_style(paragraph, styles.source)
    elif line.level:
        set_indent(paragraph, left=line.level * _INDENT, first_line=_INDENT)
    pieces = line.pieces
    if pieces and pieces[-1].text.rstrip().endswith(":"):
        keep_with_next(paragraph)
    for index, piece in enumerate(pieces):
        is_last = index == len(pieces) - 1
        add_run(paragraph, piece._replace(text=piece.text.rstrip()) if is_last else piece, taken)
