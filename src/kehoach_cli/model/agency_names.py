"""Lists of agencies as official documents print them, cut into names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model import agency_grammar as grammar
from kehoach_cli.model.agency_beginnings import Beginnings, capital
from kehoach_cli.model.agency_fields import field_end
from kehoach_cli.model.agency_items import Share, cuts
from kehoach_cli.model.agency_openings import verb_at
from kehoach_cli.model.agency_tokens import phrase_at
from kehoach_cli.model.folding import squeeze

if TYPE_CHECKING:
    from kehoach_cli.model.agency_items import Item
    from kehoach_cli.model.register import Register


class Named(NamedTuple):
    """One agency or group that a text names.

    `printed` is what stands in the text; `name` differs from it where a head is shared: «Các Phòng: Tư pháp,
    Nội vụ» names «Phòng Tư pháp». `members` are the names in the parenthesis behind a group.
    """

    name: str
    printed: str
    optional: bool = False  # «(nếu có)»
    is_group: bool = False
    is_open: bool = False  # a group whose members the words do not tell
    members: tuple[str, ...] = ()


def names_in(text: str, register: Register | None = None) -> tuple[Named, ...]:
    """The agencies and groups that a value names, in order; of a sentence, those who act in it."""
    reader = ListReader(text, register)
    found, at = reader.read(reader.after_orders(0))
    while at < reader.length:
        at = reader.next_clause(at)
        some, at = reader.read(at, only_openings=True)
        known = {named.name.lower() for named in found}
        found += [named for named in some if named.name.lower() not in known]
    return tuple(found)


class ListReader(Beginnings):
    """Reads names from the tokens of one text; the names of the register come first, the longest of them."""

    def __init__(self, text: str, register: Register | None = None) -> None:
        super().__init__(text, register)
        self._found: list[Named] = []

    def after_orders(self, at: int) -> int:
        """The token behind «Đề nghị», «Giao», «Đồng thời,»."""
        while size := phrase_at(grammar.ORDERS, self.tokens, at):
            at += size
            while self.tokens[at].kind == "mark":
                at += 1
        return self._after_circumstances(at)

    def _after_circumstances(self, at: int) -> int:
        """The token behind «Căn cứ Kế hoạch này,» where an agency stands there."""
        if self.tokens[at].plain in grammar.CIRCUMSTANCES:
            for pause in range(at + 1, self.length):
                if self.tokens[pause].plain in {";", "\n", ":"}:
                    break
                if self.tokens[pause].plain == "," and self._opening(pause + 1).kind in {
                    "head",
                    "group",
                    "noun",
                }:
                    return pause + 1
        return at

    def next_clause(self, at: int) -> int:
        """The token behind the next semicolon, line end or full stop, and behind «Đồng thời,» there."""
        while at < self.length:
            at += 1
            if self.tokens[at - 1].plain == ";" or self._stops(at - 1) or self._ends_line(at - 1):
                return self.after_orders(at)
        return at

    def _ends_line(self, at: int) -> bool:
        """A line end that is no more than the width of the page does not end a sentence."""
        if self.tokens[at].plain != "\n" or at == 0:
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        if before.kind == "mark" or after.kind != "word":
            return before.plain not in {",", "-"}
        return after.is_capital and bool(self._opening(at + 1).kind) and before.plain not in grammar.OPEN_ENDS

    def read(self, at: int, *, only_openings: bool = False) -> tuple[list[Named], int]:
        """The names from a token on, and the token of the verb that ends their list (or the number of all).

        With `only_openings` nothing is read unless an agency or a group stands there.
        """
        self._share, self._found = Share(), []
        item: Item | None = None
        while at < self.length:
            if item is None:
                item, at = self._next_item(at, only_openings=only_openings)
                if item is None:
                    break
                continue
            following, item = self._go_on(at, item)
            if following == at and item is not None:
                break
            at = following
        if item is not None:
            self._found.append(self._named(item, at))
        return self._found, at

    def _next_item(self, at: int, *, only_openings: bool) -> tuple[Item | None, int]:
        """The name that begins next; none, and where, at a verb or the end."""
        while at < self.length:
            token = self.tokens[at]
            if token.kind == "maybe" and self._found:
                self._found[-1] = self._found[-1]._replace(optional=True)
            if token.kind == "word" and token.plain not in grammar.JOINERS:
                if verb_at(self.tokens, at, is_complete=False):
                    return None, at
                item = self._begin(at, only_openings=only_openings and not self._share.kind)
                return item, max(item.start + max(item.size, 1), item.joined_to) if item else at
            at += 1
        return None, at

    def _go_on(self, at: int, item: Item) -> tuple[int, Item | None]:
        """One step inside a name: the next token, and the name unless it has ended; `at` again at a verb."""
        token = self.tokens[at]
        if at < item.joined_to:
            return item.joined_to, item
        if token.kind in {"aside", "maybe"}:
            item.is_optional |= token.kind == "maybe"
            item.ended = item.ended or at
            return at + 1, item
        if token.plain == "được" and self.tokens[at + 1].plain in {"giao", "phân"}:
            return self._after_charge(at, item), item
        return (at, item) if self._ends_list(at, item) else self._beyond(at, item)

    def _beyond(self, at: int, item: Item) -> tuple[int, Item | None]:
        """One step at a mark, at a joining word or within the words of a name."""
        if self.tokens[at].plain == ":":
            return self._after_colon(at, item)
        if self._separates(at):
            return self._after_separator(at, item)
        if self._opens_inside(at):
            self._found.append(self._named(item, at))
            return at, None
        return at + 1, item

    def _ends_list(self, at: int, item: Item) -> bool:
        """A verb stands there: what follows is no name."""
        token = self.tokens[at]
        if token.kind != "word" or token.is_capital or token.plain in grammar.JOINERS:
            return False
        behind = item.start + item.size
        if phrase_at(grammar.ACTING, self.tokens, at):
            return True
        if not item.size and at == behind:
            return False
        if item.head in grammar.WANTING and verb_at(self.tokens, behind, is_complete=True):
            return False  # «Hội đồng phối hợp phổ biến, giáo dục pháp luật»
        is_complete = item.joined_to == at or self._is_whole(at)
        if not verb_at(self.tokens, at, is_complete=is_complete):
            return False
        return "nơi" not in {t.plain for t in self.tokens[item.start : at]}

    def _is_whole(self, at: int) -> bool:
        """The words before are the last of a name: «liên quan», «các sở, ngành», «UBND các xã»."""
        last, before = self.tokens[at - 1].plain, self.tokens[at - 2].plain
        return last in grammar.LAST_WORDS or (last == "quan" and before == "liên")

    def _after_charge(self, at: int, item: Item) -> int:
        """«các cơ quan được giao chủ trì nhiệm vụ» is one group; of other names this says no more."""
        item.ended = item.ended or at
        while self.tokens[at].plain in grammar.CHARGED:
            at += 1
        if item.kind in {"group", "noun"}:
            item.ended = at
        return at

    def _separates(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == "word":
            return token.plain in {"và", "cùng", "hoặc"}
        if token.plain == ".":
            return self._stops(at)
        if token.plain == "/" or (token.plain == "-" and self.tokens[0].plain == "-"):
            return self._opening(at + 1).kind in {"head", "group"}
        return token.plain in {",", ";", "\n"}

    def _stops(self, at: int) -> bool:
        """A full stop behind a whole word and before a capital; «TP. Huế» has none."""
        if self.tokens[at].plain != "." or not 0 < at < self.length - 1:
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        return after.is_capital and after.start > self.tokens[at].end and before.end - before.start > 2  # noqa: PLR2004

    def _after_separator(self, at: int, item: Item) -> tuple[int, Item | None]:
        following = self._following(at)
        if following < self.length and not self._cuts(at, following, item):
            if item.first in grammar.FIELD_HEADS:
                item.joined_to = field_end(self.tokens, following)
            return max(following, at + 1), item
        self._found.append(self._named(item, at))
        return following, None

    def _cuts(self, at: int, following: int, item: Item) -> bool:
        """A name of the register begins there, or the grammar says so; a group's nouns go on with it."""
        if self._known_size(following) and (
            item.kind == "known" or not item.is_group or self._opening(following).kind != "noun"
        ):
            return True
        return cuts(self.tokens, item, self._share, at, following, self.text)

    def _following(self, at: int) -> int:
        """The first token behind separators and joining words."""
        while at < self.length:
            token = self.tokens[at]
            if token.kind not in {"word", "mark"} or (
                token.kind == "word" and token.plain not in grammar.JOINERS
            ):
                return at
            at += 1
        return at

    def _opens_inside(self, at: int) -> bool:
        """A name that begins without a separator: «Sở Khoa học và Công nghệ Sở Công Thương»."""
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.plain not in grammar.FIELD_HEADS or not token.is_capital or before.kind != "word":
            return False
        if before.plain == token.plain or before.plain in grammar.BEFORE_HEADS:
            return False
        return field_end(self.tokens, at + 1) > 0

    def _after_colon(self, at: int, item: Item) -> tuple[int, Item | None]:
        """«Các Phòng:» shares its head; any other group before a colon is told by what follows it."""
        inner = self.tokens[item.start : at]
        if not item.is_group and item.kind in {"head", "shared", "known", "letters", "person"}:
            self._found.append(self._named(item, at))
            return self._clause_end(at), None
        start = item.start + (item.kind == "group")
        before = ""
        if item.kind == "person":
            start = item.start + item.size + 1
            before = f"{self._printed(item.start, item.start + item.size)} "
        heads = [n for n, t in enumerate(inner, item.start) if t.plain in grammar.FIELD_HEADS and n >= start]
        if heads:
            self._share = Share(before + capital(self._printed(heads[0], heads[0] + 1)), "listed")
        elif item.is_group and item.kind == "head":  # «UBND các xã: Tân An, Bình Hòa»
            head = self._printed(item.start, item.start + item.size)
            self._share = Share(f"{head} {self._printed(at - 1, at)}", "places", head)
        elif item.kind and at > start and all(t.kind == "word" for t in self.tokens[start:at]):
            self._share = Share(before + capital(self._printed(start, at)), "listed")
        return at + 1, None

    def _clause_end(self, at: int) -> int:
        while at < self.length and self.tokens[at].plain not in {";", "\n"} and not self._stops(at):
            at += 1
        return at

    def _named(self, item: Item, end: int) -> Named:
        end = self._trimmed(item, item.ended or end)
        members: tuple[str, ...] = ()
        if self.tokens[end - 1].kind == "paren" and end - 1 > item.start:
            inner = self.tokens[end - 1].plain[1:-1]
            if item.is_group and inner[:1].isupper():
                members = tuple(named.name for named in names_in(inner))
            if members or not (inner.lstrip()[:1].isupper() or inner.startswith("hoặc ")):
                end = self._trimmed(item, end - 1)
        printed = squeeze(self._printed(item.start, end))
        words = {token.plain for token in self.tokens[item.start : end]}
        name = squeeze(f"{item.shared} {printed}")
        known = self._known.groups(name) if self._known is not None else None
        is_group = item.is_group or {"các", "cấp"} <= words
        is_open = is_group and not members and (item.kind in {"group", "noun", "person"} or "liên" in words)
        return Named(name, printed, item.is_optional, *(known or (is_group, is_open)), members)

    def _trimmed(self, item: Item, end: int) -> int:
        while end > item.start + 1 and (
            self.tokens[end - 1].kind in {"mark", "aside", "maybe"}
            or self.tokens[end - 1].plain in grammar.JOINERS
        ):
            end -= 1
        return end
