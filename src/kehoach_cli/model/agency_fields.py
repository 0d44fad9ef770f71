"""Fields of work inside agency names: how far «Văn hóa, Thể thao và Du lịch» reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.agency_grammar import FIELDS, PAIRS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.model.agency_grammar import Table
    from kehoach_cli.model.agency_tokens import Token

_JOINING = frozenset(("và", "-", "&", ".", "\n"))
_LONGEST = 8
_NEAR = 4


class _Word(NamedTuple):
    plain: str
    end: int  # the token behind it
    has_comma: bool  # before it


def field_end(tokens: Sequence[Token], at: int) -> int:
    """The token behind the longest known field of work that stands there; 0 for none."""
    return _reach(tokens, at, FIELDS)


def pair_end(tokens: Sequence[Token], at: int) -> int:
    """The token behind a known pair that begins within the next words; 0 for none."""
    for start in range(at, min(at + _NEAR, len(tokens) - 1)):
        if tokens[start].kind != "word":
            break
        end = _reach(tokens, start, PAIRS)
        if end:
            return end
    return 0


def _reach(tokens: Sequence[Token], at: int, table: Table) -> int:
    phrases = table.get(tokens[at].plain)
    if not phrases:
        return 0
    words = _words(tokens, at)
    for phrase in phrases:
        if _starts(words, phrase) and not _is_two(words[: len(phrase)], words):
            return words[len(phrase) - 1].end
    return 0


def _words(tokens: Sequence[Token], at: int) -> list[_Word]:
    """The next words, without what may join them."""
    found: list[_Word] = []
    has_comma = False
    while len(found) < _LONGEST:
        token = tokens[at]
        if token.kind == "word" and token.plain != "và":
            found.append(_Word(token.plain, at + 1, has_comma))
            has_comma = False
        elif token.plain == ",":
            has_comma = True
        elif token.plain not in _JOINING:
            break
        at += 1
    return found


def _starts(words: list[_Word], phrase: tuple[str, ...]) -> bool:
    return tuple([word.plain for word in words[: len(phrase)]]) == phrase


def _is_two(inner: list[_Word], words: list[_Word]) -> bool:
    """«Tài chính, Kế hoạch và Đầu tư»: the first comma between complete fields separates them."""
    comma = next((at for at, word in enumerate(inner) if word.has_comma), 0)
    left = tuple(word.plain for word in inner[:comma])
    return left in FIELDS.get(left[0] if left else "", ()) and any(
        _starts(words[comma:], phrase) for phrase in FIELDS.get(inner[comma].plain, ())
    )
