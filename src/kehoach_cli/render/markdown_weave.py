"""What a template printed, as Markdown: marked texts escaped for the place each has come to stand in."""

from __future__ import annotations

import re
from typing import NamedTuple

from kehoach_cli.render.foreign import CLOSE, OPEN
from kehoach_cli.render.markdown_escape import (
    HOLD,
    escape_start,
    hold_cell,
    hold_heading,
    hold_inline,
    release,
    text_lines,
)

NOTE = "[Ghi chú:"
_SPAN = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*)(?:{CLOSE}|(?={OPEN})|$)")
_CONTAINER = re.compile(r"\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*")
_STOPS = (".", "!", "?", "…")
_MARKS = (".", ";", ",", ":")
_QUOTES = "”’»\"'"
_END = "./."


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
        if (
            following.startswith(_MARKS)
            and not following.startswith(_END)
            and text.rstrip().endswith(following[0])
        ):
            following = following[1:]
        if self._line.lstrip().startswith("|"):
            self.add(hold_cell(text))
            return following
        if self._line.startswith("#"):
            self.add(hold_heading(" ".join(text_lines(text))))
            return following
        text, following = self._meet(text.strip(), following)
        if _stays_on_line(self._line):
            self.add(hold_inline(" ".join(text_lines(text))))
            return following
        return self._add_blocks(_blocks(text), following)

    def _meet(self, text: str, following: str) -> tuple[str, str]:
        """One full stop where text and template both have one; none before what continues the sentence."""
        if not self._verbatim and text.endswith(_END):
            text = text.removesuffix(_END).rstrip() + "."
        if following.startswith(".") and not following.startswith(_END):
            if text.rstrip(_QUOTES).endswith(_STOPS):
                return text, following[1:]
            return (text if self._verbatim else text.rstrip(";,:")), following
        continues = following.startswith((";", ",", ")", " ("))
        if continues and not self._verbatim and not text.endswith("..."):
            return text.rstrip(".;,"), following
        return text, following

    def _add_blocks(self, blocks: list[_Block], following: str) -> str:
        container = _CONTAINER.match(self._line)
        indent = " " * (container.end() if container else 0)
        at_start = len(indent) == len(self._line)
        previous: _Block | None = None
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
        if following.startswith(".") and not following.startswith(_END):
            self.add(".")
            following = following[1:]
        is_continued = following.partition("\n")[0].strip()
        return f"\n\n{indent}{following.lstrip(' ')}" if is_continued else following


class _Block(NamedTuple):
    """A paragraph or list item of a text; items are nested by their indentation."""

    text: str
    is_item: bool
    level: int


def _blocks(text: str) -> list[_Block]:
    blocks: list[_Block] = []
    columns: list[int] = []  # where the open list levels begin
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            continue
        item = line.removeprefix("-").strip() if line.startswith(("- ", "-\t")) else ""
        if not item:
            columns.clear()
            blocks.append(_Block(line, is_item=False, level=0))
            continue
        column = len(raw) - len(raw.lstrip())
        while columns and columns[-1] > column:
            columns.pop()
        if not columns or columns[-1] < column:
            columns.append(column)
        blocks.append(_Block(item, is_item=True, level=len(columns) - 1))
    return blocks


def _stays_on_line(line: str) -> bool:
    """True inside emphasis or a note, which a paragraph break would tear."""
    stars = re.findall(rf"(?<![\\{HOLD}])\*+", line.removeprefix("* "))
    is_emphasised = any(sum(s == run for s in stars) % 2 for run in ("*", "**", "***"))
    _, mark, note = line.rpartition(NOTE)
    return is_emphasised or (bool(mark) and "]" not in note)
