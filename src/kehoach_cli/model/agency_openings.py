"""What may begin at a word of a list: an agency, a group, a person, a place, a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model import agency_grammar as grammar
from kehoach_cli.model.agency_tokens import phrase_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.model.agency_tokens import Token

_SHORTEST_LETTERS = 3


class Opening(NamedTuple):
    """`kind` is group («các …»), noun («sở» in it), person, head or letters (BHXH); empty for none."""

    kind: str = ""
    size: int = 0  # tokens of the type word


_NONE = Opening()


class Unit(NamedTuple):
    """A level or kind of place: «xã», «xã» of «xã Tân An»."""

    size: int = 0
    is_named: bool = False


_NO_UNIT = Unit()


def opening_at(tokens: Sequence[Token], at: int, text: str) -> Opening:
    """With what type word a name begins there."""
    if tokens[at].kind != "word" or phrase_at(grammar.NOT_HEADS, tokens, at):
        return _NONE
    size = phrase_at(grammar.GROUP_WORDS, tokens, at)
    if size and tokens[at + size].kind == "word":
        return Opening("group", size)
    noun = phrase_at(grammar.NOUNS, tokens, at)
    head = phrase_at(grammar.HEADS, tokens, at)
    if noun >= max(head, 1) and _is_bare(tokens, at + noun):
        return Opening("noun", noun)
    size = phrase_at(grammar.PERSONS, tokens, at)
    return Opening("person", size) if size else _headed(tokens, at, noun, head, text)


def _headed(tokens: Sequence[Token], at: int, noun: int, head: int, text: str) -> Opening:
    """A type word, or a noun that something describes: «cơ quan báo chí»."""
    token = tokens[at]
    if head > noun or (head and (tokens[at + head].is_capital or (head == noun and token.is_capital))):
        return Opening("head", head)
    if token.plain in grammar.CAPITAL_HEADS and (token.is_capital or tokens[at + 1].is_capital):
        return Opening("head", 1)
    if noun > 1 or head:
        return Opening("noun", noun) if noun > 1 else Opening("head", head)
    return Opening("letters", 1) if _is_letters(text[token.start : token.end]) else _NONE


def _is_bare(tokens: Sequence[Token], at: int) -> bool:
    """Nothing describes the noun before: a separator, a level or «liên quan» follows."""
    token = tokens[at]
    return token.kind != "word" or token.plain in grammar.AFTER_NOUNS or unit_at(tokens, at).size > 0


def _is_letters(word: str) -> bool:
    """«BHXH»; the «II» of a list is none."""
    return (
        len(word) >= _SHORTEST_LETTERS and word.isupper() and word.isalpha() and not set(word) <= set("IVX")
    )


def unit_at(tokens: Sequence[Token], at: int) -> Unit:
    """The level or kind of place that stands there; none in «Huyện đoàn», «xã hội», «Bản quyền»."""
    token = tokens[at]
    size = phrase_at(grammar.UNITS, tokens, at) if token.kind == "word" else 0
    if not size or phrase_at(grammar.HEADS, tokens, at) > size:
        return _NO_UNIT
    following = tokens[at + size]
    if following.kind != "word":  # «TP. Huế»
        return Unit(size, is_named=following.plain == "." and tokens[at + size + 1].is_capital)
    if following.is_capital:
        return Unit(size, is_named=True)
    describes = token.is_capital and following.plain not in grammar.AFTER_NOUNS
    return _NO_UNIT if describes or following.plain in {"hội", "viên", "đoàn", "ủy"} else Unit(size)


def verb_at(tokens: Sequence[Token], at: int, *, is_complete: bool) -> bool:
    """A verb of a sentence; behind a complete name also one that a name may contain."""
    token = tokens[at]
    if token.kind != "word" or token.is_capital:
        return False
    if phrase_at(grammar.VERBS, tokens, at):
        return True
    return is_complete and phrase_at(grammar.OTHER_VERBS, tokens, at) > 0
