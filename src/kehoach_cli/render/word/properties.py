"""Properties of a paragraph, put in the order that Word asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.render.word.names import PPR, VAL, w

if TYPE_CHECKING:
    Element = Any  # lxml tells its types nowhere

_AFTER_INDENT = tuple(
    w(name)
    for name in (
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
_OF_STYLE = tuple(w(name) for name in ("pStyle", "ind", "jc", "spacing"))


def properties_of(paragraph: Element) -> Element:
    """The paragraph's properties, made where it has none."""
    found = paragraph.find(PPR)
    if found is None:
        found = paragraph.makeelement(PPR)
        paragraph.insert(0, found)
    return found


def set_style(paragraph: Element, style: str) -> None:
    """Another style, with its own indent, spacing and alignment."""
    properties = properties_of(paragraph)
    for child in [c for c in properties if c.tag in _OF_STYLE]:
        properties.remove(child)
    properties.insert(0, properties.makeelement(w("pStyle"), {VAL: style}))


def keep_with_next(paragraph: Element) -> None:
    """The paragraph does not stand alone at the foot of a page."""
    properties = properties_of(paragraph)
    if properties.find(w("keepNext")) is None:
        at = 1 if len(properties) and properties[0].tag == w("pStyle") else 0
        properties.insert(at, properties.makeelement(w("keepNext")))


def set_indent(paragraph: Element, *, left: int, right: int = 0, first_line: int = 0) -> None:
    """In twips; whatever indent the paragraph had of its own goes."""
    properties = properties_of(paragraph)
    for old in properties.findall(w("ind")):
        properties.remove(old)
    sides = (("left", left), ("right", right), ("firstLine", first_line))
    made = properties.makeelement(w("ind"), {w(name): str(value) for name, value in sides})
    at = next((i for i, child in enumerate(properties) if child.tag in _AFTER_INDENT), len(properties))
    properties.insert(at, made)
