"""XML of a stranger's file, read as events: no DTD, no entities, no depth without end."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from kehoach_cli.intake.guard import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    Attributes = dict[str, str]

_DEEPEST = 64


def read_xml(
    raw: bytes,
    name: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call back with the local names of elements and attributes, whatever their namespaces.

    Unreadable for a DTD (the door of external entities and of the billion laughs) and for broken XML.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    depth = 0

    def begin(tag: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise Unreadable("L404", what=f"phần “{name}” lồng quá nhiều tầng")
        start(_local(tag), {_local(key): value for key, value in attributes.items()})

    def finish(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(_local(tag))

    def refuse(*_: object) -> None:
        raise Unreadable("L405")

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.buffer_text = True
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(raw, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise Unreadable("L403", what=f"phần “{name}” không đọc được") from None


def _local(name: str) -> str:
    return name.rpartition("}")[2]
