"""XML of a part to a tree and back: the one place that imports lxml. Nothing is fetched, nothing expanded."""

from __future__ import annotations

from typing import Any


class MalformedError(ValueError):
    """The content is no well-formed XML."""


def parsed(content: bytes) -> Any:  # noqa: ANN401  # lxml tells its types nowhere
    """The root element, without comments and processing instructions."""
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as e:
        raise MalformedError(str(e)) from e


def child_of(element: Any, tag: str) -> Any:  # noqa: ANN401
    """The first child with that tag, or None; `find` would take it for a path, which costs thrice as much."""
    for child in element:
        if child.tag == tag:
            return child
    return None


def text_form(root: Any) -> str:  # noqa: ANN401
    """As one string, without a declaration."""
    from lxml import etree

    return str(etree.tostring(root, encoding="unicode"))


def part_form(root: Any) -> bytes:  # noqa: ANN401
    """As a part of a document."""
    from lxml import etree

    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))
