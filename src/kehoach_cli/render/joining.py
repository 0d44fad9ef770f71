"""Where a text of others meets the template's words: one stop, no end mark, lines as paragraphs."""

from __future__ import annotations

from typing import NamedTuple

from kehoach_cli.render.trace_marks import parted

_STOPS = (".", "!", "?", "…")
_MARKS = (".", ";", ",", ":")
_QUOTES = "”’»\"'"
_END = "./."


class Block(NamedTuple):
    """A paragraph or list item of a text; items are nested by their indentation."""

    text: str
    is_item: bool
    level: int


def without_doubled_mark(text: str, following: str) -> str:
    """What follows a text, without the mark that the text already ends with; «./.» is no such mark."""
    is_doubled = (
        following.startswith(_MARKS)
        and not following.startswith(_END)
        and parted(text)[0].rstrip().endswith(following[0])
    )
    return following[1:] if is_doubled else following


def meet(text: str, following: str, *, verbatim: bool) -> tuple[str, str]:
    """Text and template as they follow each other: one full stop, none before what continues the sentence.

    Unless `verbatim`, a closing «./.» becomes a stop: the document's own is then the only one. The mark of a
    trace stays at the end of the text.
    """
    text, signs = parted(text)
    text, following = _met(text, following, verbatim=verbatim)
    return text + signs, following


def _met(text: str, following: str, *, verbatim: bool) -> tuple[str, str]:
    following = without_doubled_mark(text, following)
    text = text.strip()
    if not any(char.isalnum() for char in text):  # «./.», «-»: as it was written
        return text, following[1:] if begins_with_stop(following) else following
    if not verbatim and text.endswith(_END):
        text = text.removesuffix(_END).rstrip() + "."
    if begins_with_stop(following):
        if text.rstrip(_QUOTES).endswith(_STOPS):
            return text, following[1:]
        return (text if verbatim else text.rstrip(";,:")), following
    continues = following.startswith((";", ",", ")", " ("))
    if continues and not verbatim and not text.endswith("..."):
        return text.rstrip(".;,"), following
    return text, following


def begins_with_stop(following: str) -> bool:
    """True for the template's full stop, not for the end mark of the document."""
    return following.startswith(".") and not following.startswith(_END)


def lines_of(text: str) -> list[str]:
    """The lines that are not blank, without the blanks around them."""
    return [line for raw in text.split("\n") if (line := raw.strip())]


def blocks_of(text: str) -> list[Block]:
    """An agency's own lines: paragraphs, and items where a line begins with a dash."""
    blocks: list[Block] = []
    columns: list[int] = []  # where the open list levels begin
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            continue
        item = line.removeprefix("-").strip() if line.startswith(("- ", "-\t")) else ""
        if not item:
            columns.clear()
            blocks.append(Block(line, is_item=False, level=0))
            continue
        column = len(raw) - len(raw.lstrip())
        while columns and columns[-1] > column:
            columns.pop()
        if not columns or columns[-1] < column:
            columns.append(column)
        blocks.append(Block(item, is_item=True, level=len(columns) - 1))
    return blocks
