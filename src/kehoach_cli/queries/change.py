"""One change of meaning, and how two records, two lists of names or two lists of records are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kehoach_cli.model.folding import squeeze
from kehoach_cli.model.matching import moved, rewordings
from kehoach_cli.model.register import names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from kehoach_cli.model.matching import Rewording
    from kehoach_cli.model.register import Entry, Register

    Value = str | int | bool | date | Decimal | None
    T = TypeVar("T")


_LONG = 11  # blanks: a text of more words is compared word by word


class Change(NamedTuple):
    """One thing that became another; `kind` says which of the facts below it has."""

    kind: str  # «task_added», «deadline_limit», …: render.change_words has a sentence for each
    of: str = ""  # a task's clause, a period, the name of an agency, the number of a document
    field: str = ""  # the key in the file whose value changed
    old: Value = None
    new: Value = None
    removed: tuple[str, ...] = ()  # names as they were printed
    added: tuple[str, ...] = ()
    words: tuple[Rewording, ...] = ()
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()  # key in the file → clauses, indicators, … inside
    record: Any = None  # what it is about, as it is now (for what is gone: as it was)
    earlier: Any = None  # the record before
    group: str = ""  # the list it stands in: tasks or organisation, off or working, …
    who: str = ""  # an agency inside `of`
    since: date | None = None  # what an amendment changes: the day from which it holds
    is_alone: bool = False  # nothing else of it changed; of agencies: nobody of before is left


class Listed(NamedTuple):
    """How a list of texts differs from another."""

    removed: tuple[str, ...]
    added: tuple[str, ...]
    is_reordered: bool  # what both have stands in another order


class Names:
    """Which names of two registers mean the same agency or group, whatever it is called in either."""

    def __init__(self, old: Register, new: Register, became: Mapping[str, str]) -> None:
        """`became`: the id of an old entry → its id in the new register, where that is another."""
        self.old, self.new = old, new
        self._became = became

    @property
    def may_differ(self) -> bool:
        """Whether a name may mean another agency now than before."""
        return self.old is not self.new

    def old_key(self, name: str) -> str:
        entry = self.old.find(name)
        return self._became.get(entry.id, entry.id) if entry else squeeze(name)

    def new_key(self, name: str) -> str:
        entry = self.new.find(name)
        return entry.id if entry else squeeze(name)

    def listed(self, old: Sequence[str], new: Sequence[str]) -> Listed:
        """What was removed, added, put in another order; another spelling of one agency is none of it."""
        return listed(old, new, self.old_key, self.new_key)

    def respelt(self, old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
        """The names that mean the same agency and are written otherwise.

        What only follows a new official name is left out: the register's own change tells it.
        """
        before = {self.old_key(name): name for name in old}
        pairs = [(before[key], name) for name in new if (key := self.new_key(name)) in before]
        return [(a, b) for a, b in pairs if a not in new and b not in old and not self._follows(a, b)]

    def _follows(self, old: str, new: str) -> bool:
        before, now = self.old.find(old), self.new.find(new)
        return bool(before and now and old == before.name and new == now.name)

    def shown(self, name: str) -> str:
        """The agency's own name, in the new register if it is there."""
        entry = self.new.find(name) or self.old.find(name)
        return entry.name if entry else name

    def was_shown(self, name: str) -> str:
        """The agency's own name in the old register."""
        entry = self.old.find(name)
        return entry.name if entry else name


def listed(
    old: Sequence[str],
    new: Sequence[str],
    old_key: Callable[[str], str] = str,
    new_key: Callable[[str], str] = str,
) -> Listed:
    """Two lists of texts compared by their keys, each key counted once."""
    before = {old_key(text): text for text in old}
    after = {new_key(text): text for text in new}
    common = [key for key in before if key in after]
    return Listed(
        tuple(text for key, text in before.items() if key not in after),
        tuple(text for key, text in after.items() if key not in before),
        common != [key for key in after if key in before],
    )


def fields(old: object, new: object, besides: Collection[str] = ()) -> Iterator[tuple[str, Any, Any]]:
    """Key, old and new value of each field of two records of one kind that differs."""
    before, after = dict(_items(old)), dict(_items(new))
    for key, value in after.items():
        if key not in besides and key != "schema_" and value != before.get(key):
            yield key, before.get(key), value


def _items(record: Any) -> list[tuple[str, Any]]:  # noqa: ANN401  # a pydantic record gives its fields in turn
    return list(record)


def field_changes(
    kind: str,
    of: str,
    old: object,
    new: object,
    besides: Collection[str] = (),
    **more: Any,  # noqa: ANN401
) -> Iterator[Change]:
    """A change for each plain value that differs; of lists of texts what was removed and added."""
    for key, before, after in fields(old, new, besides):
        name = key.rstrip("_")
        if isinstance(before, tuple) or isinstance(after, tuple):
            found = listed([*map(str, before or ())], [*map(str, after or ())])
            yield Change(f"{kind}_list", of, name, removed=found.removed, added=found.added, **more)
        else:
            words = rewordings(before, after) if _is_long(before) and _is_long(after) else ()
            yield Change(f"{kind}_field", of, name, before, after, words=words, **more)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and value.count(" ") >= _LONG


def paired(
    old: Iterable[T], new: Iterable[T], *keys: Callable[[T], object]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pairs, what is only old, what is only new; the first key settles whom it can, then the next."""
    before, after = list(old), list(new)
    pairs: list[tuple[int, T, T]] = []
    order = {id(item): n for n, item in enumerate(after)}
    for key in keys:
        waiting: dict[object, list[T]] = {}
        for item in before:
            waiting.setdefault(key(item), []).append(item)
        for item in list(after):
            if places := waiting.get(key(item)):
                partner = places.pop(0)
                pairs.append((order[id(item)], partner, item))
                before = [i for i in before if i is not partner]
                after = [i for i in after if i is not item]
    return [(a, b) for _, a, b in sorted(pairs, key=lambda p: p[0])], before, after


def is_moved(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Of what both lists have, the fewest that must have moved to make one order of the other."""
    common = set(old) & set(new)
    return moved([k for k in old if k in common], [k for k in new if k in common])


def spellings(entry: Entry) -> set[str]:
    """All that a file may write for an entry."""
    return {squeeze(name) for name in names_of(entry)}
