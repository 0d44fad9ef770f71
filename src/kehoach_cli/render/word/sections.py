"""Sections that a template's conditions left empty: without this the last one prints a blank page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.render.word.names import PPR, SECTION, P, w

if TYPE_CHECKING:
    Element = Any  # lxml tells its types nowhere


def close_sections(root: Element) -> None:
    """Where nothing stands between the last section break and the end, the section before is the last."""
    body = root.find(w("body"))
    end = body.find(SECTION) if body is not None else None
    last = end.getprevious() if end is not None else None
    if last is None or last.tag != P:
        return
    properties = last.find(PPR)
    section = properties.find(SECTION) if properties is not None else None
    if section is None or "".join(last.itertext()).strip():
        return
    body.replace(end, section)
    before = last.getprevious()
    if before is not None and before.tag == P:  # after a table Word needs the paragraph
        body.remove(last)
