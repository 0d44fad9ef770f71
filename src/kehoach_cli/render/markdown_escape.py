"""Plain text as Markdown that prints exactly that text: only what Markdown would change is escaped."""

from __future__ import annotations

import re

from kehoach_cli.render.joining import lines_of

HOLD = "\x04"
"""Stands before a sign that means something only where its block holds another of its kind."""

_PUNCTUATION = r"!-/:-@\[-`{-~"
_ALWAYS = re.compile(
    rf"\\(?=[{_PUNCTUATION}]|$)"  # a backslash that would escape what follows
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]*;)"
    r"|\](?=[(\[])"
)
_IN_PAIRS = re.compile(
    r"`"
    r"|\*(?!(?<=\s\*)(?=\s))"  # not a star between blanks
    r"|_(?!(?<=\s_)(?=\s))(?!(?<=[^\W_]_)(?=[^\W_]))"  # nor an underscore between blanks or inside a word
    r"|~(?=~)|~(?<=\S~)"  # no tilde that could only open
)
_START = re.compile(
    r"#{1,6}(?=\s|$)"
    r"|>"
    r"|[-+](?=\s|$)"
    r"|-(?=[-\s]*$)"
    r"|=+\s*$"
    r"|\[(?=[^\n]*\]:)"
    r"|\[(?=[ xX]\](?:\s|$))"
)
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_STAR = re.compile(rf"{HOLD}\*(?=\s|$)")


def hold_inline(line: str) -> str:
    """One line, wherever in a paragraph it stands; what only a pair changes is held for `release`.

    The line's ends count as touching other text.
    """
    return _IN_PAIRS.sub(_held, _ALWAYS.sub(_escaped, line))


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _held(sign: re.Match[str]) -> str:
    return f"{HOLD}{sign[0]}"


def release(block: str) -> str:
    """Escape what was held where the block has two of the sign, else let it stand."""
    if HOLD not in block:
        return block
    for sign in "*_`~":
        count = len(re.findall(rf"(?<!\\)\{sign}", block))
        block = block.replace(HOLD + sign, f"\\{sign}" if count > 1 else sign)
    return block


def escape_start(line: str) -> str:
    """The beginning of a line that must not become a heading, a quotation, a list or a definition.

    The rest of the line is escaped or held already; it may hold more than the text that begins it.
    """
    if _STAR.match(line):
        return f"\\{line[1:]}"
    if _START.match(line):
        return f"\\{line}"
    return _NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line


def hold_heading(line: str) -> str:
    """One line inside a heading, where closing `#` would vanish."""
    return hold_inline(line).replace("#", "\\#")


def hold_cell(text: str) -> str:
    """A text as a table cell, its line breaks kept."""
    return "<br>".join(hold_inline(line) for line in lines_of(text)).replace("|", "\\|")


def escape(text: str) -> str:
    """A text as one paragraph on one line."""
    return release(escape_start(hold_inline(" ".join(lines_of(text)))))


def escape_cell(text: str) -> str:
    """A text as a table cell of its own."""
    return release(hold_cell(text))
