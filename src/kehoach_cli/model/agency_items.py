"""A name while it is being read from a list, and whether a separator ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model import agency_grammar as grammar
from kehoach_cli.model.agency_fields import field_end
from kehoach_cli.model.agency_openings import opening_at, unit_at, verb_at
from kehoach_cli.model.agency_tokens import phrase_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kehoach_cli.model.agency_openings import Opening
    from kehoach_cli.model.agency_tokens import Token

_HARD = frozenset((";", ".", "("))
_TYPE_WORDS = frozenset(["sở", "ban", "ngành", "bộ", "hội", "viện", "trường", "báo", "đài", "phòng", "khoa"])


class Share(NamedTuple):
    """A head that the names after it do not print: «Sở» of fields, «UBND xã» of places, «Cục» of a colon."""

    printed: str = ""
    kind: str = ""  # fields, places or listed
    head: str = ""  # «UBND» of «UBND xã»


class Item:
    """A name being read: its first token, its type word, and up to where separators belong to it."""

    __slots__ = ("ended", "head", "is_group", "is_optional", "joined_to", "kind", "shared", "size", "start")

    def __init__(self, start: int, opening: Opening, head: str, shared: str = "") -> None:
        self.start, self.size, self.kind, self.head = start, opening.size, opening.kind, head
        self.shared = shared
        self.is_group = opening.kind in {"group", "noun"}
        self.is_optional = False
        self.joined_to = 0
        self.ended = 0  # the token where an aside or a parenthesis ended it

    @property
    def first(self) -> str:
        return self.head.partition(" ")[0]


def cuts(tokens: Sequence[Token], item: Item, share: Share, at: int, following: int, text: str) -> bool:
    """Whether the separators from `at` to `following` end a name."""
    marks = {token.plain for token in tokens[at:following]}
    if item.ended or marks & _HARD or {"\n", "-"} <= marks:
        return True
    if tokens[following].kind != "word":
        return tokens[following].kind != "paren"
    return verb_at(tokens, following, is_complete=False) or _begins(tokens, item, share, at, following, text)


def _begins(tokens: Sequence[Token], item: Item, share: Share, at: int, following: int, text: str) -> bool:
    """Whether the word behind a separator begins another name."""
    unit = unit_at(tokens, following)
    if unit.size:
        return unit.is_named and share.kind == "places"
    opening = opening_at(tokens, following, text)
    if opening.kind == "noun":
        return _cuts_nouns(tokens, item, following, opening.size)
    if opening.kind == "group":
        return not _adds_places(tokens, item, following + opening.size)
    if opening.kind == "person" and _wants_office(tokens, item, at):
        return False
    if opening.kind and not (opening.kind == "letters" and share.kind == "fields"):
        return not _holds_heads(tokens, item, at, following)
    return _starts_shared(tokens, item, share, following)


def _adds_places(tokens: Sequence[Token], item: Item, level: int) -> bool:
    """«UBND các xã, các phường» is one group; «Trạm Y tế phường, các tổ dân phố» are two."""
    is_unit = unit_at(tokens, level).size > 0 and not phrase_at(grammar.HAMLETS, tokens, level)
    return is_unit and item.first in grammar.PLACE_HEADS


def _wants_office(tokens: Sequence[Token], item: Item, at: int) -> bool:
    """«Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND xã» is one person."""
    offices = range(item.start + item.size, at)
    return item.head in grammar.ADDRESSES and not any(phrase_at(grammar.PERSONS, tokens, n) for n in offices)


def _starts_shared(tokens: Sequence[Token], item: Item, share: Share, following: int) -> bool:
    """A piece without a type word is a name of its own only under a shared head."""
    if share.kind == "places":
        return tokens[following].is_capital
    if share.kind == "fields":
        return item.joined_to > 0 and field_end(tokens, following) > 0
    return share.kind == "listed"


def _holds_heads(tokens: Sequence[Token], item: Item, at: int, following: int) -> bool:
    """«Văn phòng HĐND và UBND», and a bare type word: «Báo, Đài Phát thanh - Truyền hình»."""
    so_far = " ".join(token.plain for token in tokens[item.start : at])
    if so_far in grammar.OFFICES and tokens[following].plain in {"hđnd", "ubnd", "ủy", "hội"}:
        return True
    return so_far in {"báo", "hội", "viện", "đài"} or (
        so_far == "cấp ủy" and tokens[following].plain == "chính"
    )


def _cuts_nouns(tokens: Sequence[Token], item: Item, following: int, size: int) -> bool:
    """Nouns go on with a group that is not complete; behind any other name they begin one."""
    noun = " ".join(token.plain for token in tokens[following : following + size])
    if not item.is_group:
        return not (
            item.size == 1 and following <= item.start + 3 and tokens[item.start].plain in _TYPE_WORDS
        )
    if _is_closed(tokens, item, following):
        return True
    after = tokens[following + size]
    if after.kind == "word" and after.is_capital and not unit_at(tokens, following + size).size:
        return True  # «các sở, ban, ngành, trường Đại học Tây Bắc»
    if item.kind == "noun":
        mine = " ".join(token.plain for token in tokens[item.start : item.start + item.size])
        return mine in grammar.ALONE or noun in grammar.ALONE
    return False


def _is_closed(tokens: Sequence[Token], item: Item, following: int) -> bool:
    """«… có liên quan» and the level in «các sở, ngành tỉnh» complete a group; «các sở, huyện» does not."""
    at = following - 1
    while tokens[at].kind != "word" or tokens[at].plain in grammar.JOINERS:
        at -= 1
    last, before = tokens[at].plain, tokens[at - 1]
    if last == "quan" and before.plain == "liên":
        return True
    if last == grammar.CITY and before.plain == "thành":
        at, before = at - 1, tokens[at - 2]
    elif last not in {"tỉnh", "huyện", "xã", "phường", "ương"}:
        return False
    return (
        at > item.start + 1
        and before.kind == "word"
        and before.plain not in {*grammar.JOINERS, "các", "những"}
    )
