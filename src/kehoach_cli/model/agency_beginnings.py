"""How a name begins: its type word, the head it shares with its neighbours, a name of the register."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kehoach_cli.model import agency_grammar as grammar
from kehoach_cli.model.agency_fields import field_end, pair_end
from kehoach_cli.model.agency_items import Item, Share
from kehoach_cli.model.agency_openings import Opening, opening_at, unit_at
from kehoach_cli.model.agency_tokens import tokens_of
from kehoach_cli.model.known_names import known_names

if TYPE_CHECKING:
    from kehoach_cli.model.register import Register


_BLANKS = re.compile(r"[^\S\n]+")
_NUMBER = re.compile(r"(^|[\n;])\s*(?:\d{1,2}[.)]|[a-zđ]\))\s+(?=[^\W\d])")  # «1. Sở Y tế; 2. …» is a list


class Beginnings:
    """The tokens of one text, the names that may begin at them, and the head that names share just now."""

    def __init__(self, text: str, register: Register | None = None) -> None:
        self.text = _NUMBER.sub(r"\1- ", _BLANKS.sub(" ", unicodedata.normalize("NFC", text)))
        self.tokens = tokens_of(self.text)
        self.length = len(self.tokens) - 1
        self._known = known_names(register) if register is not None else None
        self._share = Share()

    def _opening(self, at: int) -> Opening:
        return opening_at(self.tokens, at, self.text)

    def _known_size(self, at: int) -> int:
        return self._known.size_at(self.tokens, at) if self._known is not None else 0

    def _begin(self, at: int, *, only_openings: bool) -> Item | None:
        opening = self._opening(at)
        known = self._known_size(at)
        if known >= max(opening.size, 1):
            self._share = Share()
            item = Item(
                at, opening if opening.kind else Opening("known", 0), self._plain(at, at + opening.size)
            )
            item.joined_to = at + known
            return item
        if opening.kind == "group":
            return self._begin_group(at, opening)
        if self._is_shared(at, opening):
            return self._begin_shared(at)
        if only_openings and (not opening.kind or opening.kind == "letters"):
            return None
        return self._begin_headed(at, opening)

    def _is_shared(self, at: int, opening: Opening) -> bool:
        """A name that leaves its type word to the names before it; «Công an» among ministries is one."""
        if self._share.printed.lower() == "bộ" and self._plain(at, at + 2) == "công an":
            return self.tokens[at + 2].kind != "word"
        if self._share.kind == "fields" or opening.kind == "letters":
            return (
                bool(self._share.kind) and opening.kind in {"", "letters"} and field_end(self.tokens, at) > 0
            )
        return bool(self._share.kind) and not opening.kind

    def _begin_shared(self, at: int) -> Item:
        unit = unit_at(self.tokens, at)
        printed = self._share.head if unit.is_named and self._share.head else self._share.printed
        if unit.is_named and self._share.head:
            self._share = self._share._replace(printed=f"{printed} {self._printed(at, at + unit.size)}")
        item = Item(at, Opening("shared", 0), self._share.printed.lower(), printed)
        if self._share.kind != "places":
            item.joined_to = field_end(self.tokens, at) or pair_end(self.tokens, at)
        return item

    def _begin_headed(self, at: int, opening: Opening) -> Item:
        item = Item(at, opening, self._plain(at, at + opening.size))
        behind = at + opening.size
        self._share = Share()
        if item.head in grammar.FIELD_HEADS:
            self._share = Share(self._printed(at, behind), "fields")
            item.joined_to = field_end(self.tokens, behind)
        elif opening.kind == "head":
            item.joined_to = pair_end(self.tokens, behind)
            return self._of_places(item, behind)
        elif opening.kind == "person" and self.tokens[behind].plain == "các":
            item.is_group = True
        return item

    def _begin_group(self, at: int, opening: Opening) -> Item:
        """«các Sở Tài chính, Xây dựng» shares its head; «các sở, ban, ngành» is one group."""
        head = at + opening.size
        field = field_end(self.tokens, head + 1) if self.tokens[head].plain in grammar.FIELD_HEADS else 0
        if field and self.tokens[head + 1].is_capital and self.tokens[field].plain in {",", "và"}:
            self._share = Share(capital(self._printed(head, head + 1)), "fields")
            item = Item(head + 1, Opening("shared", 0), self.tokens[head].plain, self._share.printed)
            item.joined_to = field
            return item
        self._share = Share()
        noun = self._opening(head)
        return Item(at, Opening("group", opening.size + noun.size), self._plain(at, head))

    def _of_places(self, item: Item, at: int) -> Item:
        """«UBND các xã Tân An, Bình Hòa» shares «UBND xã» between places; «UBND các xã» is a group."""
        several = self.tokens[at].plain == "các"
        unit = unit_at(self.tokens, at + several)
        if item.first not in grammar.PLACE_HEADS or not (unit.size or several):
            return item
        place = at + several + unit.size
        if unit.is_named:
            head = self._printed(item.start, at)
            self._share = Share(f"{head} {self._printed(at + several, place)}", "places", head)
            return Item(place, Opening("shared", 0), item.head, self._share.printed) if several else item
        item.is_group = several or self.tokens[at].plain == "cấp" or self._lists_units(place)
        return item

    def _lists_units(self, at: int) -> bool:
        """Another level follows, «xã, phường»."""
        return self.tokens[at].plain in {",", "và", "-"} and unit_at(self.tokens, at + 1).size > 0

    def _printed(self, start: int, end: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def _plain(self, start: int, end: int) -> str:
        return " ".join(token.plain for token in self.tokens[start:end])


def capital(text: str) -> str:
    """«phòng» of «các phòng:» as it begins a name."""
    return text[:1].upper() + text[1:]
