"""The names of the register inside running text, the longest first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach_cli.model.agency_grammar import JOINERS
from kehoach_cli.model.agency_openings import verb_at
from kehoach_cli.model.agency_tokens import tokens_of
from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach_cli.model.agency_tokens import Token
    from kehoach_cli.model.register import Entry, Register

_Words = tuple[str, ...]


class KnownNames:
    """Names and aliases of entries, by the first of their folded words."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        found: dict[str, dict[_Words, Entry]] = {}
        for entry in entries:
            for name in (entry.name, *entry.aliases):
                words = tuple(_folded(token.plain) for token in tokens_of(name)[:-1])
                if words:
                    found.setdefault(words[0], {}).setdefault(words, entry)
        self._entries = {words: entry for some in found.values() for words, entry in some.items()}
        self._names = {first: sorted(some.items(), key=_longest) for first, some in found.items()}

    def entry_at(self, tokens: Sequence[Token], at: int) -> tuple[Entry | None, int]:
        """The entry of the longest name that stands there, and how many tokens the name has."""
        for words, entry in self._names.get(_folded(tokens[at].plain), ()):
            if _stands(tokens, at, words):
                return entry, len(words)
        return None, 1

    def groups(self, name: str) -> tuple[bool, bool] | None:
        """Whether a known name is of a group, and of an open one; None for any other name."""
        entry = self._entries.get(tuple([_folded(token.plain) for token in tokens_of(name)[:-1]]))
        if entry is None:
            return None
        return hasattr(entry, "members"), bool(getattr(entry, "open", False))  # agencies have neither

    def size_at(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens the longest known name has that stands there whole; 0 for none."""
        for words, _ in self._names.get(_folded(tokens[at].plain), ()):
            end = at + len(words)
            if _stands(tokens, at, words) and _is_whole(tokens, end):
                return len(words)
        return 0


def _longest(pair: tuple[_Words, Entry]) -> int:
    return -len(pair[0])


def _stands(tokens: Sequence[Token], at: int, words: _Words) -> bool:
    return tuple([_folded(token.plain) for token in tokens[at : at + len(words)]]) == words


def _is_whole(tokens: Sequence[Token], end: int) -> bool:
    """No word goes on with the name."""
    token = tokens[end]
    return token.kind != "word" or token.plain in JOINERS or verb_at(tokens, end, is_complete=True)


@lru_cache(maxsize=4096)
def _folded(plain: str) -> str:
    return fold(plain) or plain


@lru_cache(maxsize=4)
def known_names(register: Register) -> KnownNames:
    """The names of a register, prepared once."""
    return KnownNames(register.entries())
