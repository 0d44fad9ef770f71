"""The outline of a document: every paragraph under the clause it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.blocks import Table
from kehoach_cli.intake.official.labels import Label, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.intake.official.lines import Line
    from kehoach_cli.intake.official.marks import Mark

# the higher, the deeper; 1.1 is one deeper than 1.
_RANKS = {
    "part": 1, "article": 10, "roman": 10, "number": 20, "letter": 30, "small": 38, "dash": 50, "plus": 60,
}  # fmt: skip
# these stand above or below others as each document likes: first seen inside that kind → its rank there, else
_HABITS = {"capital": ("roman", 15, 5), "bracket": ("letter", 34, 29), "star": ("dash", 70, 45)}
_SECTIONS = frozenset({"part", "article", "roman", "capital"})
_TITLE_RANK, _UNDER_LABEL, _TEXT_RANK = 10, 45, 90
_NEW_DOCUMENT = (
    "kế hoạch",
    "chương trình",
    "đề án",
    "phương án",
    "phụ lục",
    "danh mục",
    "biểu",
    "quyết định",
)
_CLOSING = (
    "trong quá trình", "trên đây là", "quá trình triển khai", "quá trình thực hiện", "yêu cầu các",
    "yêu cầu thủ trưởng", "đề nghị các cơ quan, đơn vị", "nhận được",
)  # fmt: skip


@dataclass(eq=False)
class Node:
    """A paragraph or table of the document with what stands under it."""

    text: str
    place: str
    mark: Mark | None = None
    label: Label | None = None
    table: Table | None = None
    bold: bool = False
    rank: int = 0
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def is_section(self) -> bool:
        """Whether it is a part, an article, a Roman chapter or an unnumbered title."""
        return (self.mark is not None and self.mark.kind in _SECTIONS) or 0 < self.rank <= _TITLE_RANK

    @property
    def is_bullet(self) -> bool:
        return self.mark is not None and self.mark.bullet

    @property
    def printed(self) -> str:
        """The words with their mark, as they stand in a longer text."""
        return f"{self.mark.printed} {self.text}" if self.mark else self.text

    def walk(self) -> Iterator[Node]:
        """Everything under the node, in reading order, the node itself left out."""
        for child in self.children:
            yield child
            yield from child.walk()

    def ancestors(self) -> Iterator[Node]:
        """From the nearest to the whole document."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


class Outline:
    """Builds the tree, a line at a time."""

    def __init__(self, lines: Iterable[Line | Table]) -> None:
        self.root = Node("", "")
        self._stack: list[Node] = [self.root]
        self._habits: dict[str, int] = {}
        for line in lines:
            if isinstance(line, Table):
                self._put(Node("", line.place, table=line, rank=_TEXT_RANK), keep=False)
            elif line.mark is None:
                self._put_unmarked(line)
            else:
                self._put_marked(line, line.mark)

    def _put_marked(self, line: Line, mark: Mark) -> None:
        label = None if mark.kind in _SECTIONS else label_of(line.text)
        if label is not None and label.role == "carrier" and mark.kind == "number":
            label = None  # a chapter: «3. Tổ chức thực hiện:»
        node = Node(line.text, line.place, mark, label, bold=line.bold, rank=self._rank(mark))
        self._rise(node.rank)
        self._put(node, keep=not _is_complete(label))

    def _put_unmarked(self, line: Line) -> None:
        """A paragraph without a mark belongs to what stands above it, a title to the whole document."""
        if _is_title(line):
            self._put_title(line)
            return
        if line.text.lower().startswith(_CLOSING):
            while len(self._stack) > 1 and not self._stack[-1].is_section:
                self._stack.pop()
        node = Node(line.text, line.place, None, label_of(line.text), bold=line.bold, rank=_TEXT_RANK)
        if node.label is not None:
            self._leave_labels()
        waits = node.label is not None and not _is_complete(node.label)
        node.rank = _UNDER_LABEL if waits else _TEXT_RANK  # its value is the list of dashes below
        self._put(node, keep=waits)

    def _leave_labels(self) -> None:
        """A label does not stand inside the label before it, nor inside what that one lists."""
        labels = [n for n, node in enumerate(self._stack) if node.label is not None]
        if labels:
            del self._stack[labels[0] :]

    def _put_title(self, line: Line) -> None:
        above = self._stack[-1]
        is_new = line.text.lower().startswith(_NEW_DOCUMENT)
        if not is_new and above.is_section and not above.children and above.text == above.text.upper():
            above.text = f"{above.text} {line.text}".strip()  # the second line of a heading
            return
        node = Node(line.text, line.place, bold=line.bold, rank=1 if is_new else _TITLE_RANK)
        self._rise(node.rank)
        self._put(node, keep=True)

    def _rise(self, rank: int) -> None:
        while len(self._stack) > 1 and self._stack[-1].rank >= rank:
            self._stack.pop()

    def _put(self, node: Node, *, keep: bool) -> None:
        node.parent = self._stack[-1]
        node.parent.children.append(node)
        if keep:
            self._stack.append(node)

    def _rank(self, mark: Mark) -> int:
        if mark.kind == "number":
            return _RANKS["number"] + mark.depth
        if mark.kind in _HABITS:
            beside, inside, outside = _HABITS[mark.kind]
            is_inside = any(node.mark is not None and node.mark.kind == beside for node in self._stack)
            return self._habits.setdefault(mark.kind, inside if is_inside else outside)
        return _RANKS[mark.kind]


def _is_complete(label: Label | None) -> bool:
    """Whether a label has its value on its own line: nothing below it belongs to it."""
    return (
        label is not None and bool(label.value) and not label.value.endswith(":") and label.role != "content"
    )


def _is_title(line: Line) -> bool:
    """A heading in capitals without a number: «TỔ CHỨC THỰC HIỆN», «PHỤ LỤC II»."""
    letters = sum(c.isalpha() for c in line.text)
    return line.text.startswith("PHỤ LỤC") or (letters > 5 and line.text == line.text.upper())  # noqa: PLR2004 - longer than an abbreviation
