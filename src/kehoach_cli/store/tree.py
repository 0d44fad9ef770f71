"""What a YAML file says, and where in the file each key and value stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kehoach_cli.checks.finding import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.checks.finding import Finding

Path = tuple[str | int, ...]

_WORD = re.compile(r"\S+")


class Place:
    """Where a node stands: the span of its key (if it has one), its own span, its children's places."""

    __slots__ = ("children", "key", "value")

    def __init__(self, key: Span | None, value: Span, children: dict[str | int, Place] | None = None) -> None:
        self.key = key
        self.value = value
        self.children = children  # None: a scalar


class Tree:
    """The data of a file (dict, list, str, None) and what is wrong with its text.

    `is_broken`: reading had to stop, so what is missing is not known. `places` reads the text a second
    time, only when somebody asks for a place: files in order need none.
    """

    def __init__(
        self,
        text: str,
        data: Any,  # noqa: ANN401
        findings: list[Finding],
        places: Callable[[str], Place] | None = None,
    ) -> None:
        self.data = data
        self.empty: set[Path] = set()  # keys that stand in the file without a value; the data lacks them
        self.findings = findings
        self.is_broken = places is None
        self._text = text
        self._places = places
        self._top: Place | None = None

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The span of the value at a path (of its key: `key`), or of the nearest node above that exists.

        A value of several lines is shown by its key; without one by its own first line.
        """
        node = self._place()
        for step in path:
            child = (node.children or {}).get(step)
            if child is None:
                key = True
                break
            node = child
        if key or not _is_one_line(node):
            return node.key or node.value
        return _dash(node.value) if _is_empty(node.value) else node.value

    def word_span(self, path: Path, number: int, words: int) -> Span:
        """The span of one of the words (counted from 0) of the text at a path, which has so many words.

        Where they cannot be told apart in the file (escapes in quotes), the span of the whole.
        """
        place = self.place(path)
        found = _words(self._text.split("\n"), place.value) if place else []
        return found[number] if len(found) == words and number < words else self.span(path)

    def lines(self) -> dict[Path, int]:
        """The line (from 1) on which each value begins, by its path; of a block of text its first words."""
        lines = self._text.split("\n")
        found: dict[Path, int] = {}
        waiting: list[tuple[Path, Place]] = [((), self._place())]
        while waiting:
            path, place = waiting.pop()
            if place.children is None:
                words = _words(lines, place.value)
                found[path] = (words[0] if words else place.value).line + 1
                continue
            found[path] = (place.key or place.value).line + 1
            waiting += (((*path, step), child) for step, child in place.children.items())
        return found

    def place(self, path: Path) -> Place | None:
        """Where the node at a path stands; None where the file has none there."""
        node: Place | None = self._place()
        for step in path:
            node = (node.children or {}).get(step) if node else None
        return node

    def _place(self) -> Place:
        if self._top is None:
            self._top = self._places(self._text) if self._places else Place(None, Span(0, 0, 0, 1))
        return self._top


def _is_one_line(node: Place) -> bool:
    """True for scalars and for lists in brackets that end on the line of their key."""
    if node.children is None:
        return True
    lines = {node.value.line, node.value.end_line, node.key.line if node.key else node.value.line}
    return len(lines) == 1


def _is_empty(span: Span) -> bool:
    return (span.line, span.column) == (span.end_line, span.end_column)


def _dash(span: Span) -> Span:
    """The dash before an item that was left empty."""
    return Span(span.line, max(0, span.column - 1), span.line, max(1, span.column))


def _words(lines: list[str], span: Span) -> list[Span]:
    """The words of a scalar's text as it stands in the file, without the sign that opens a block."""
    found = []
    for number in range(span.line, min(span.end_line + 1, len(lines))):
        start = span.column if number == span.line else 0
        end = span.end_column if number == span.end_line else len(lines[number])
        if number == span.line and lines[number][start : start + 1] in ("|", ">"):
            continue
        found += [Span(number, m.start(), number, m.end()) for m in _WORD.finditer(lines[number], start, end)]
    return found
