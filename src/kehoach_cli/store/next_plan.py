"""The file of a plan carried over into another year: made from the old one, proved before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.store.plan_edits import edited, meant
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.store.folder import Folder
    from kehoach_cli.store.plan_edits import Edit
    from kehoach_cli.store.tree import Path


class NextPlan(NamedTuple):
    """The text; each edited path's line (from 1), None where it is gone; lines whose comment names a year."""

    text: str
    lines: dict[Path, int | None]
    comments: tuple[int, ...]


def next_plan(text: str, edits: Sequence[Edit], head: Sequence[str], year: int) -> NextPlan | None:
    """The old file's text after the edits, below `head`; `year` is the old one.

    None where the file is laid out so that the edits cannot be made safely: what is given says exactly
    what the old file said and the edits changed.
    """
    tree = parse(text)
    if tree.findings or not isinstance(tree.data, dict):
        return None
    made = edited(tree, text, edits)
    again = parse(made.text)
    if again.findings or again.data != meant(tree.data, edits):
        return None
    lines = {path: line and line + len(head) for path, line in made.lines.items()}
    body = made.text.split("\n")
    comments = tuple(
        number
        for number, line in enumerate(body, len(head) + 1)
        if line.lstrip().startswith("#") and str(year) in line
    )
    return NextPlan("".join(f"{line}\n" for line in head) + made.text, lines, comments)


class Beside:
    """A folder with one file more, as if it were written already."""

    def __init__(self, folder: Folder, path: str, content: bytes) -> None:
        self._folder, self._path, self._content = folder, path, content

    def files(self) -> list[str]:
        return sorted([*self._folder.files(), self._path])

    def read(self, path: str) -> bytes:
        return self._content if path == self._path else self._folder.read(path)
