"""Which clause a label line belongs to: its own, or the one above whose points it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.intake.official.labels import ROLES, split_labels

if TYPE_CHECKING:
    from kehoach_cli.intake.official.structure import Node

_POINTS = frozenset({"letter", "bracket", "small", "dash", "plus", "star"})


def owners_in(root: Node) -> dict[Node, None]:
    """The clauses that labels say something of, in the order of the document.

    Labels after the last of several points («a)», «b)», «-») are moved to the clause that has the points.
    """
    owners: dict[Node, None] = {}
    for node in root.walk():
        owner = _owner(node)
        if owner is not None and owner is not root:
            owners.setdefault(owner)
    for owner in list(owners):
        above = owner.parent
        if above is not None and _closes_points(owner, above, owners):
            above = next(n for n in (above, *above.ancestors()) if n.label is None)
            _lift(owner, above)
            del owners[owner]
            owners.setdefault(above)
    return owners


def _owner(node: Node) -> Node | None:
    has_inside = node.table is None and any(label.role in ROLES for label in split_labels(node.text)[1])
    if node.label is not None:
        if node.label.role not in ROLES and not has_inside:
            return None
        return next((n for n in node.ancestors() if n.label is None), None)
    return node if has_inside else None  # «…, gửi Bộ. Thời gian hoàn thành: …» inside the clause itself


def _closes_points(owner: Node, above: Node, owners: dict[Node, None]) -> bool:
    """Whether the labels under the last point are of all of them: no other point has any."""
    if above.parent is None or above.is_section or owner.mark is None or owner.mark.kind not in _POINTS:
        return False
    points = [n for n in above.children if n.mark is not None and n.label is None]
    if split_labels(owner.text)[1] or owner is not points[-1]:
        return False
    return (len(points) > 1 or owner.is_bullet) and not any(n in owners for n in points[:-1])


def _lift(owner: Node, above: Node) -> None:
    moved = [n for n in owner.children if n.label is not None]
    owner.children = [n for n in owner.children if n.label is None]
    for node in moved:
        node.parent = above
    above.children += moved
