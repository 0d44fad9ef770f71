"""From what a person types to the agency or group that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.folding import fold, slug, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.model.register import Entry

_NEAREST = 3


class Lookup(NamedTuple):
    """One entry found, or the candidates of an ambiguous name, or the nearest names of an unknown one."""

    found: Entry | None
    candidates: tuple[Entry, ...]
    nearest: tuple[Entry, ...]


def look_up(typed: str, entries: Iterable[Entry]) -> Lookup:
    """Exact beats folded beats the beginning of the name or of a word in it.

    Names, aliases, ids and symbols count alike; a spelling that agrees in its diacritics beats one
    that agrees only without them.
    """
    keys = [(key, e) for e in entries for key in _typed_names(e)]
    for spelling, matches in _WAYS:
        wanted = spelling(typed)
        if not fold(typed):
            break
        hits = {e.id: e for key, e in keys if matches(wanted, spelling(key))}
        if len(hits) == 1:
            return Lookup(next(iter(hits.values())), (), ())
        if hits:
            return Lookup(None, tuple(hits.values()), ())
    return Lookup(None, (), _nearest(typed, keys))


def _typed_names(entry: Entry) -> tuple[str, ...]:
    symbol: str | None = getattr(entry, "symbol", None)  # only agencies have one
    names = (entry.name, *entry.aliases, entry.id)
    return (*names, symbol) if symbol else names


def _equal(wanted: str, key: str) -> bool:
    return wanted == key


def _begins_word(wanted: str, key: str) -> bool:
    return f" {wanted}" in f" {key}"


def _lower(text: str) -> str:
    return squeeze(text).lower()


_WAYS: tuple[tuple[Callable[[str], str], Callable[[str, str], bool]], ...] = (
    (squeeze, _equal),
    (_lower, _equal),
    (fold, _equal),
    (_lower, _begins_word),
    (fold, _begins_word),
)


def _nearest(typed: str, keys: list[tuple[str, Entry]]) -> tuple[Entry, ...]:
    """The three entries whose names look most like what was typed."""
    from rapidfuzz import fuzz, process

    wanted = fold(typed)
    ranked = process.extract(wanted, [fold(k) for k, _ in keys], scorer=fuzz.WRatio, limit=None)
    found = {keys[index][1].id: keys[index][1] for _, _, index in ranked}
    return tuple(found.values())[:_NEAREST]


def nearest_text(wrong: str, known: Iterable[str], at_least: int = 60) -> str | None:
    """The known text that looks most like the wrong one; None where none is near (0 to 100)."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(
        fold(wrong), {k: fold(k) for k in known}, scorer=fuzz.ratio, score_cutoff=at_least
    )
    return best[2] if best else None


class NearestName:
    """What wrong names in files probably meant; each is looked up once, however often it stands there."""

    def __init__(self, entries: Iterable[Entry], at_least: int = 78) -> None:
        """At 78 of 100 «Trung tâm Y tề» is near, and «Phòng Y tế» no misspelt «Phòng Tư pháp»."""
        self._entries = tuple(entries)
        self._at_least = at_least
        self._folded: dict[bool, dict[str, str]] = {}  # ids, or names and aliases → folded
        self._found: dict[str, str] = {}

    def __call__(self, wrong: str) -> str:
        """The nearest name or alias, or an id for what is written like one; empty where none is near."""
        if wrong not in self._found:
            self._found[wrong] = self._search(wrong)
        return self._found[wrong]

    def _search(self, wrong: str) -> str:
        from rapidfuzz import fuzz, process

        is_id = slug(wrong) == wrong
        if is_id not in self._folded:
            names = [n for e in self._entries for n in ((e.id,) if is_id else (e.name, *e.aliases))]
            self._folded[is_id] = {name: fold(name) for name in names}
        known = self._folded[is_id]
        ranked = process.extract(
            fold(wrong), known, scorer=fuzz.ratio, score_cutoff=self._at_least, limit=None
        )
        best = [name for _, score, name in ranked if score == ranked[0][1]]
        return max(best, key=lambda name: fuzz.ratio(wrong, name), default="")
