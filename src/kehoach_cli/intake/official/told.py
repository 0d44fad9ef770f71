"""What a place of the document tells of one task, before it has a ref of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kehoach_cli.intake.official.structure import Node
    from kehoach_cli.intake.official.who import People


class Told(NamedTuple):
    """A task as read: names and wording as printed."""

    place: str
    ref: str  # as people cite it; the same number may come twice
    text: str
    people: People
    timing: str | None
    group: str | None


def group_of(node: Node) -> str | None:
    """The heading that a clause stands under."""
    above = (n for n in node.ancestors() if n.text and n.label is None and n.rank > 1)
    return next((n.text.rstrip(" :.") for n in above), None)
