"""A template as its author meant it, without what Word adds while a person writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.render.word.names import RPR, w

if TYPE_CHECKING:
    Element = Any  # lxml tells its types nowhere

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DROPPED = tuple(
    w(name)
    for name in (
        *("proofErr", "lastRenderedPageBreak", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("del", "moveFrom", "delText", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("sectPrChange", "numberingChange", "tblGridChange", "tblPrExChange", "moveFromRangeStart"),
        *("moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    )
)
_UNWRAPPED = tuple(w(name) for name in ("ins", "moveTo", "smartTag", "sdtContent", "sdt", "customXml"))
_OF_CONTROLS = tuple(w(name) for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"))
_OF_LANGUAGE = tuple(w(name) for name in ("lang", "noProof"))


def tidy(root: Element) -> None:
    """Take away marks of spelling, comments and old page breaks; accept tracked changes; open controls.

    A text box is kept once, where Word holds it twice for programs before 2010.
    """
    for element in list(root.iter(*_DROPPED, *_OF_CONTROLS)):
        _drop(element)
    for element in list(root.iter(f"{_MC}Fallback")):
        if next(element.iter(w("txbxContent")), None) is not None:
            _drop(element)
    for element in list(root.iter(*_UNWRAPPED)):
        _unwrap(element)
    for properties in root.iter(RPR):
        for child in [c for c in properties if c.tag in _OF_LANGUAGE]:
            properties.remove(child)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    """Its children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)
