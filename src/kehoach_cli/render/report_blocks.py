"""A report's Markdown taken apart for pages: sections, their blocks, what a paragraph of the head is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

HeadRole = Literal["", "subject", "attached", "to"]
"""Of a paragraph between title and text: trích yếu, «(Kèm theo …)», «Kính gửi: …»; empty for any other."""

_BREAK = "<br>"
_SIGN = re.compile(r"[\n\\`*_&<]")  # what the rules of inline text below, and _line_break, begin with
_BAR = re.compile(r"(?<!\\)\|")
_RULES = (
    "table", "blockquote", "hr", "list", "heading", "paragraph",
    "newline", "escape", "backticks", "emphasis", "entity",
)  # fmt: skip


@cache
def parser() -> MarkdownIt:
    """Only what a report is made of: no links, no images, no HTML but the line break of a cell."""
    from importlib import import_module

    from markdown_it import MarkdownIt

    # the library's own goes through every row letter by letter
    vars(import_module("markdown_it.rules_block.table"))["escapedSplit"] = cells_of
    made = MarkdownIt("zero", {"html": False}).enable(list(_RULES))
    made.inline.ruler.before("entity", "br", _line_break)
    made.core.ruler.at("inline", _read_inline)
    return made


def cells_of(row: str) -> list[str]:
    """A row of a table cut at its bars; one behind a backslash is a sign of the cell."""
    return [cell.replace("\\|", "|") for cell in _BAR.split(row)]


def _read_inline(state: StateCore) -> None:
    """As markdown-it's own rule; words without a sign that a rule reads, as in most cells, are one text."""
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if _SIGN.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children.append(Token("text", "", 0, content=token.content))


def _line_break(state: StateInline, silent: bool) -> bool:
    """A bare `<br>`, which only our tables hold: in what others wrote its `<` is escaped."""
    if not state.src.startswith(_BREAK, state.pos):
        return False
    if not silent:
        state.push("hardbreak", "br", 0)
    state.pos += len(_BREAK)
    return True


def sections(markdown: str) -> list[list[list[Token]]]:
    """The outermost blocks of the document, cut where a rule stands between them: report, appendices."""
    made: list[list[list[Token]]] = [[]]
    for block in _blocks(parser().parse(markdown)):
        if block[0].type == "hr":
            made.append([])
        else:
            made[-1].append(block)
    return [s for s in made if s]


def _blocks(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each block that stands at the outermost level."""
    block: list[Token] = []
    for token in tokens:
        token.hidden = False  # items of a tight list are paragraphs as well
        block.append(token)
        if token.level == 0 and token.nesting <= 0 and token.type != "inline":
            yield block
            block = []


def ends_head(block: list[Token], *, is_first: bool) -> bool:
    """Whether a section's text begins here: at its first heading below the title."""
    return block[0].tag == ("h2" if is_first else "h3")


def head_role(block: list[Token]) -> HeadRole:
    """What a paragraph of a section's head is."""
    children = [c for c in block[1].children or [] if c.content or c.nesting]
    if not children:
        return ""
    if children[0].type == "strong_open" and children[-1].type == "strong_close":
        return "subject"
    if children[0].type == "em_open" and children[-1].type == "em_close":
        return "attached"
    return "to" if block[1].content.startswith("Kính gửi:") else ""
