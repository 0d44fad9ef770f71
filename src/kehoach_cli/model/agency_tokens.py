"""Agency lists as tokens: words, marks, parentheses and asides, each with its place in the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.agency_grammar import OPTIONAL, QUALIFIER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.model.agency_grammar import Table

_TOKEN = re.compile(r"\([^()]*\)|\n|[^\W_]+|[^\w\s]")
_DASHES = frozenset("-‐‑‒–—―−+•*")
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe",
    "oẽ": "õe", "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


class Token(NamedTuple):
    """`kind` is word, mark (, ; : . / & - or a line end), paren, aside (cut off), maybe («nếu có») or end."""

    kind: str
    plain: str  # lower case, tone marks in the newer style; a dash of any kind is «-»
    start: int
    end: int
    is_capital: bool = False


def tokens_of(text: str) -> list[Token]:
    """The text in tokens, an «end» last; white space other than line ends is none."""
    found: list[Token] = []
    at = 0
    for start, end, kind in sorted(_asides(text)):
        if start >= at:
            found += _plain_tokens(text, at, start)
            found.append(Token(kind, "", start, end))
            at = end
    found += _plain_tokens(text, at, len(text))
    found.append(Token("end", "", len(text), len(text)))
    return found


def _asides(text: str) -> list[tuple[int, int, str]]:
    asides = [(*m.span(), "maybe") for m in OPTIONAL.finditer(text)] if "ếu có" in text else []
    return asides + [(*m.span(), "aside") for m in QUALIFIER.finditer(text)]


def _plain_tokens(text: str, start: int, end: int) -> list[Token]:
    return [_token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def _token(raw: str, start: int, end: int) -> Token:
    first = raw[0]
    if first.isalnum():
        return Token("word", plain_word(raw), start, end, first.isupper())
    if first == "(" and len(raw) > 1:
        return Token("paren", raw, start, end)
    return Token("mark", "-" if first in _DASHES else first, start, end)


@lru_cache(maxsize=4096)
def plain_word(word: str) -> str:
    """Lower case, with the tone mark where the newer spelling has it: Uỷ → ủy, hoá → hóa; quý stays."""
    word = word.lower()
    tail = _TONES.get(word[-2:])
    return word[:-2] + tail if tail and not word.startswith("qu") else word


def phrase_at(table: Table, tokens: Sequence[Token], at: int) -> int:
    """How many tokens the longest phrase of the table has that stands there word for word; 0 for none."""
    for phrase in table.get(tokens[at].plain, ()):
        size = len(phrase)
        if size == 1 or tuple([t.plain for t in tokens[at : at + size]]) == phrase:
            return size
    return 0
