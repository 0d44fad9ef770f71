"""The styles of a Word document: what a paragraph or a run has without saying so itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.official.docx_xml import child, local, number, parts_of, switched, value

if TYPE_CHECKING:
    from kehoach_cli.intake.official.docx_xml import Element

_HEADING = re.compile(r"(?:heading|đề mục|tiêu đề) ?([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"toc ?\d|mục lục \d", re.IGNORECASE)
_DEEPEST = 30  # styles based on each other


class Style(NamedTuple):
    """What a style says; None where it is silent."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    centred: bool | None = None
    level: int | None = None  # of a heading, from 1; 0: says that it is none
    numbering: str | None = None  # numId
    depth: int | None = None  # ilvl
    contents: bool = False  # a line of a table of contents


class Styles:
    """The styles by their ids, each resolved when it is first asked for."""

    def __init__(self, root: Element) -> None:
        self._raw: dict[str, Element] = {}
        self._done: dict[str, Style] = {"": Style()}
        self.default = ""
        for style in root if root is not None else ():
            if local(style.tag) == "style":
                self._raw[value(style, "styleId")] = style
                if value(style, "type") == "paragraph" and value(style, "default") in {"1", "true", "on"}:
                    self.default = value(style, "styleId")

    def get(self, style_id: str, depth: int = 0) -> Style:
        """A style with what it takes over from those it is based on."""
        found = self._done.get(style_id)
        if found is None:
            raw = self._raw.get(style_id)
            found = Style() if raw is None or depth > _DEEPEST else self._resolve(raw, depth)
            self._done[style_id] = found
        return found

    def _resolve(self, raw: Element, depth: int) -> Style:
        based_on = child(raw, "basedOn")
        above = self.get(value(based_on), depth + 1) if based_on is not None else Style()
        own = paragraph_says(child(raw, "pPr"), child(raw, "rPr"))
        merged = over(own, above)
        name = child(raw, "name")
        words = value(name) if name is not None else ""
        heading = _HEADING.match(words)
        if heading and own.level is None:
            merged = merged._replace(level=int(heading[1]))
        return merged._replace(contents=above.contents or bool(_CONTENTS.match(words)))


def paragraph_says(p_pr: Element, r_pr: Element) -> Style:
    """What properties of a paragraph and of its letters say by themselves."""
    centred = level = numbering = depth = None
    letters = parts_of(r_pr)
    for inner in p_pr if p_pr is not None else ():
        name = local(inner.tag)
        if name == "jc":
            centred = value(inner) == "center"
        elif name == "outlineLvl":
            level = number(inner, default=9) + 1
            level = level if level <= 9 else 0  # noqa: PLR2004 - the tenth level is body text
        elif name == "numPr":
            numbering, depth = _numbering(inner)
    return Style(
        switched(letters, "b"),
        switched(letters, "i"),
        switched(letters, "vanish"),
        switched(letters, "caps"),
        centred,
        level,
        numbering,
        depth,
    )


def over(own: Style, below: Style) -> Style:
    """What is said nearer to the text, and below it what it leaves unsaid."""
    said = {key: mine for key, mine in own._asdict().items() if mine is not None and key != "contents"}
    return below._replace(**said)


def _numbering(num_pr: Element) -> tuple[str | None, int | None]:
    num, depth = child(num_pr, "numId"), child(num_pr, "ilvl")
    return (value(num) if num is not None else None, number(depth) if depth is not None else None)
