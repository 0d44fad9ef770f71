"""The labels of one clause: usually of one task, sometimes of several that follow each other in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.labels import NO_WORDS, ROLES, split_labels

if TYPE_CHECKING:
    from collections.abc import Container

    from kehoach_cli.intake.official.labels import Label
    from kehoach_cli.intake.official.structure import Node

_LEADS = frozenset({"lead", "both"})


@dataclass
class Segment:
    """Labels that belong together, with the words before them."""

    content: list[Node] = field(default_factory=list)
    labels: list[tuple[Node, Label]] = field(default_factory=list)

    def roles(self) -> set[str]:
        return {label.role for _, label in self.labels} & ROLES

    def leads(self) -> bool:
        return bool(self.roles() & _LEADS)


def segments_of(owner: Node, owners: Container[Node]) -> list[Segment]:
    """The sets of labels under a clause; clauses with labels of their own are left out."""
    segments = [Segment(labels=[(owner, label) for label in split_labels(owner.text)[1]])]
    for child in owner.children:
        if child.label is not None and child.label.role in NO_WORDS:
            segments[-1].labels += _labels_of(child, child.label)
        elif child not in owners and child.table is None:
            is_label = child.label is not None
            if segments[-1].roles() and not (is_label and not any(n.label for n in segments[-1].content)):
                segments.append(Segment())
            segments[-1].content.append(child)
            if is_label:  # «Nội dung: … Cơ quan chủ trì: …»
                inside = [(child, label) for label in split_labels(child.text)[1]]
                segments[-1].labels += [*inside, *_below(child)]
    return _merged(segments)


def _labels_of(node: Node, label: Label) -> list[tuple[Node, Label]]:
    """A line's labels: «Đơn vị chủ trì: …; Thời gian: …» has two; others may stand under it."""
    several = split_labels(node.text)[1]
    return [*([(node, each) for each in several] if len(several) > 1 else [(node, label)]), *_below(node)]


def _below(node: Node) -> list[tuple[Node, Label]]:
    """Labels that stand under a label: «b) Cơ quan thực hiện:» with «- Đơn vị chủ trì: …»."""
    return [(n, n.label) for n in node.walk() if n.label is not None and n.label.role in ROLES]


def _merged(segments: list[Segment]) -> list[Segment]:
    """Segments that tell nothing new of who or when belong to the one before."""
    kept = [segments[0]]
    for segment in segments[1:]:
        last, roles = kept[-1], segment.roles()
        if last.roles() and roles and (segment.leads() or roles & last.roles()):
            kept.append(segment)
        elif roles or not last.roles() or all(n.is_bullet for n in segment.content):
            last.content += segment.content
            last.labels += segment.labels
    return kept
