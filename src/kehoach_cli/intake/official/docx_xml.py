"""XML of a Word document as a tree: nothing fetched, nothing expanded, no tree without bounds."""

from __future__ import annotations

import re
from typing import Any

from kehoach_cli.intake.guard import Unreadable

Element = Any  # lxml tells its types nowhere

_TAGS_ALLOWED = 1_000_000
"""Of one part, opening and closing ones: a hundred pages of Word have some 300,000."""

_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]+)["']""")
_ENCODINGS = frozenset({b"utf-8", b"us-ascii", b"ascii"})
_DECLARATIONS = tuple(
    word.encode(coding) for word in ("<!DOCTYPE", "<!ENTITY") for coding in ("ascii", "utf-16-le")
)
_COUNT = re.compile(r"-?[0-9]{1,6}")
_MOST_NAMES = 1000  # a document may bring names without end
_NAMES: dict[str, str] = {}


def tree_of(raw: bytes, name: str) -> Element:
    """The root of one part; Unreadable for a declaration, for broken XML, for what is no text by its size."""
    from lxml import etree  # type: ignore[import-untyped]

    if any(word in raw for word in _DECLARATIONS):
        raise Unreadable("L605")
    if raw.count(b"<") > _TAGS_ALLOWED:
        raise Unreadable("L604", what=f"phần “{name}” có quá nhiều nội dung")
    said = _ENCODING.match(raw[:400])
    if said is not None and said[1].lower() not in _ENCODINGS:
        raise Unreadable("L603", what=f"phần “{name}” ghi theo bảng mã lạ")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        what = "lồng quá nhiều tầng" if "depth" in str(error) else "không đọc được"
        raise Unreadable("L603", what=f"phần “{name}” {what}") from None


def local(tag: str) -> str:
    """The name of an element or an attribute without its namespace: Word writes two generations."""
    found = _NAMES.get(tag)
    if found is None:
        found = tag.rpartition("}")[2]
        if len(_NAMES) < _MOST_NAMES:
            _NAMES[tag] = found
    return found


def child(element: Element, name: str) -> Element:
    """The first child of that name, or None."""
    for inner in element:
        if local(inner.tag) == name:
            return inner
    return None


def value(element: Element, name: str = "val", default: str = "") -> str:
    """An attribute by its name without the namespace."""
    for key, said in element.items():
        if local(key) == name:
            return str(said)
    return default


def number(element: Element, name: str = "val", default: int = 0) -> int:
    """An attribute that counts something; `default` where it is no number."""
    said = value(element, name)
    return int(said) if _COUNT.fullmatch(said) else default


def parts_of(properties: Element) -> dict[str, Element]:
    """The single properties in an element such as rPr, by their names; none where it is missing."""
    return {local(inner.tag): inner for inner in properties} if properties is not None else {}


def switched(parts: dict[str, Element], name: str) -> bool | None:
    """Whether a property such as bold is on, off, or (None) not spoken of."""
    inner = parts.get(name)
    return None if inner is None else value(inner, default="true") not in {"0", "false", "off", "none"}
