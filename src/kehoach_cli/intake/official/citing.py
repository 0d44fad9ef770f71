"""Refs: a clause as people cite it (II.5, II.1.a, IV.5.2), each once in a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.intake.official.structure import Node

_APPENDIX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?: +(?:SỐ +|số +)?(\d{1,2}|[IVX]+|[A-Z])\b)?")


class Refs:
    """Hands out refs; the same clause number a second time takes «(2)»."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def take(self, ref: str) -> str:
        ref = ref or "1"
        self._used[ref] = self._used.get(ref, 0) + 1
        return ref if self._used[ref] == 1 else self.take(f"{ref}({self._used[ref]})")


def cite(node: Node) -> str:
    """The number of the clause with those it stands in; a dash counts its place among the dashes."""
    parts: list[str] = []
    number = ""
    for step in (node, *node.ancestors()):
        value = _value(step)
        if not value or number.startswith(f"{value}."):
            continue  # 1. is said already in 1.1
        if step.mark is not None and step.mark.kind == "number":
            number = value
        parts.append(value)
    return ".".join(reversed(parts))


def _value(node: Node) -> str:
    if node.mark is None:
        return appendix_of(node.text) if node.rank == 1 else ""
    if node.mark.bullet:
        beside = (
            [n for n in node.parent.children if n.is_bullet and n.label is None] if node.parent else [node]
        )
        return str(beside.index(node) + 1) if node in beside else ""
    if node.mark.kind in {"part", "article"}:
        return {"part": "P", "article": "Đ"}[node.mark.kind] + node.mark.value
    return node.mark.value


def appendix_of(text: str) -> str:
    """«PL» or «PL2» for the title of an appendix; empty for other titles."""
    match = _APPENDIX.match(text)
    return f"PL{match[1] or ''}" if match else ""
