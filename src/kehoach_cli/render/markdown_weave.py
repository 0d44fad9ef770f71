"""What a template printed, as Markdown: marked texts escaped for the place each has come to stand in."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach_cli.render.foreign import CLOSE, OPEN
from kehoach_cli.render.joining import (
    Block,
    begins_with_stop,
    blocks_of,
    lines_of,
    meet,
    without_doubled_mark,
)
from kehoach_cli.render.markdown_escape import (
    HOLD,
    escape_start,
    hold_cell,
    hold_heading,
    hold_inline,
    release,
)

NOTE = "[Ghi chú:"
_SPAN = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*)(?:{CLOSE}|(?={OPEN})|$)")
_CONTAINER = re.compile(r"\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*")
_STARS = re.compile(rf"(?<![\\{HOLD}])\*+")


class Rendered(NamedTuple):
    """A document and how many notes of ours it holds; an agency may write «[Ghi chú:» too, uncounted."""

    text: str
    notes: int


def weave(printed: str, *, verbatim: bool) -> Rendered:
    """Settle every marked text in what a template printed.

    Outside tables and unless `verbatim`, a text's closing «./.» becomes a stop and its last stop gives
    way to the template's punctuation: the document's own «./.» is then the only one in running text.
    """
    pieces = _SPAN.split(printed)
    notes = sum(piece.count(NOTE) for piece in pieces[::2])
    weaver = _Weaver(verbatim=verbatim)
    for index, piece in enumerate(pieces):
        if index % 2:
            pieces[index + 1] = weaver.add_foreign(piece, pieces[index + 1])
        else:
            weaver.add(piece.replace(CLOSE, ""))
    return Rendered(_tidy(weaver.text()), notes)


def _tidy(text: str) -> str:
    """Line beginnings escaped, held signs settled, blanks at line ends and runs of empty lines removed."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        before, mark, after = line.partition(OPEN)
        settled = (before + escape_start(after) if mark else line).rstrip()
        if not settled or settled.startswith("|"):
            blocks.append([])  # a row of a table is a block of its own
        blocks[-1].append(settled)
    joined = "\n".join(release("\n".join(block)) for block in blocks if block)
    return re.sub(r"\n{3,}", "\n\n", joined).strip("\n") + "\n"


class _Weaver:
    """Collects the document; knows the line that is being written."""

    def __init__(self, *, verbatim: bool) -> None:
        self._parts: list[str] = []
        self._line = ""
        self._verbatim = verbatim

    def text(self) -> str:
        return "".join(self._parts)

    def add(self, text: str) -> None:
        self._parts.append(text)
        _, newline, last = text.rpartition("\n")
        self._line = last if newline else self._line + last

    def add_foreign(self, text: str, following: str) -> str:
        """Write a marked text; returns what is left of the template's text after it."""
        if self._line.lstrip().startswith("|"):
            self.add(hold_cell(text))
            return without_doubled_mark(text, following)
        if self._line.startswith("#"):
            self.add(hold_heading(" ".join(lines_of(text))))
            return without_doubled_mark(text, following)
        text, following = meet(text, following, verbatim=self._verbatim)
        if _stays_on_line(self._line):
            self.add(hold_inline(" ".join(lines_of(text))))
            return following
        return self._add_blocks(blocks_of(text), following)

    def _add_blocks(self, blocks: list[Block], following: str) -> str:
        container = _CONTAINER.match(self._line)
        indent = " " * (container.end() if container else 0)
        at_start = len(indent) == len(self._line)
        previous: Block | None = None
        for block in blocks:
            if previous is not None:
                self.add("\n" if block.is_item and previous.is_item else "\n\n")
                self.add(indent + "  " * block.level)
            elif block.is_item and not at_start:
                self.add(f"\n{indent}")
            elif not at_start:
                self.add(hold_inline(block.text))
                previous = block
                continue
            self.add(("- " if block.is_item else "") + OPEN + hold_inline(block.text))
            previous = block
        return self._leave_list(indent, following) if previous and previous.is_item else following

    def _leave_list(self, indent: str, following: str) -> str:
        """After a text that ends in a list: the template's stop joins the last item, its words do not."""
        if begins_with_stop(following):
            self.add(".")
            following = following[1:]
        is_continued = following.partition("\n")[0].strip()
        return f"\n\n{indent}{following.lstrip(' ')}" if is_continued else following


def _stays_on_line(line: str) -> bool:
    """True inside emphasis or a note, which a paragraph break would tear."""
    stars = _STARS.findall(line.removeprefix("* "))
    is_emphasised = any(sum(s == run for s in stars) % 2 for run in ("*", "**", "***"))
    _, mark, note = line.rpartition(NOTE)
    return is_emphasised or (bool(mark) and "]" not in note)
