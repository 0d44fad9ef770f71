"""Names of a document that the register lacks: new agencies, new groups, new spellings of known ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.folding import slug, squeeze
from kehoach_cli.model.kinds import kind_of
from kehoach_cli.model.register import names_of
from kehoach_cli.model.spelling import initials, is_shortened, shortens, spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.model.kinds import Kind
    from kehoach_cli.model.register import Entry, Register

    Key = tuple[str, ...]

_LONGEST_ID = 60  # letters; reports are files of that name
_WITHOUT_NAME = "co-quan"
_TELLING = 2  # words that a name must share with a longer one to be held against it
_GROUP = re.compile(r"\b(?:các|những|liên quan|đoàn thể)\b", re.IGNORECASE)


class Wanted(NamedTuple):
    """A name that the plan uses; `members` are names that the document enumerates for a group."""

    name: str
    is_group: bool
    is_open: bool
    members: tuple[str, ...]
    place: str


class Newcomer(NamedTuple):
    """An entry to add; `kind` is None for a group. Spellings come with their places, members as ids.

    `alike` is the name of another agency, known or new, that this one may be: one name begins the other.
    """

    id: str
    name: str
    place: str
    aliases: tuple[tuple[str, str], ...]
    kind: Kind | None
    open: bool = False
    members: tuple[str, ...] = ()
    alike: str = ""


class Respelt(NamedTuple):
    """Another way of writing the name of an entry that the register has."""

    id: str
    known: str
    name: str
    place: str


class Additions(NamedTuple):
    """What goes into agencies.yaml, in the order of the document."""

    agencies: tuple[Newcomer, ...]
    groups: tuple[Newcomer, ...]
    spellings: tuple[Respelt, ...]


def additions(wanted: Iterable[Wanted], register: Register, issuer: str) -> Additions:
    """Whom to add so that every name is found; `issuer` tells which bodies stand above us.

    Names that `spelling_key` holds for one are one entry. Initials (Sở KH&CN) are one with the only name
    they can stand for, never with one of several.
    """
    gathering = _Gathering(register)
    listed = [*_each_once(wanted)]
    for want in sorted(listed, key=lambda w: is_shortened(w.name)):
        gathering.take(want)
    return gathering.result([w.name for w in listed], issuer)


def _each_once(wanted: Iterable[Wanted]) -> Iterator[Wanted]:
    """Every name once, members of groups too, white space single."""
    seen: set[str] = set()
    for want in wanted:
        members = tuple(map(squeeze, want.members))
        inner = (Wanted(m, _sounds_like_many(m), _sounds_like_many(m), (), want.place) for m in members)
        for found in (want._replace(name=squeeze(want.name), members=members), *inner):
            if found.name and found.name not in seen:
                seen.add(found.name)
                yield found


def unlisted(names: Iterable[tuple[str, str]], listed: Iterable[Wanted]) -> Iterator[Wanted]:
    """Those of the names (each with its place) that nobody has described; the wording tells a group."""
    known = {squeeze(want.name) for want in listed}
    for name, place in names:
        if squeeze(name) not in known:
            is_group = _sounds_like_many(name)
            yield Wanted(name, is_group, is_group, (), place)


def _sounds_like_many(name: str) -> bool:
    return bool(_GROUP.search(name))


def _are_group(wants: Iterable[Wanted]) -> bool:
    """A name that is an agency's in one of its spellings is so in all."""
    return all(want.is_group for want in wants)


class _Gathering:
    """The new entries so far, by the key of their spelling."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._keys: dict[Key, Entry] = {}
        self._initials: dict[str, dict[Key, str]] = {}  # initials → key → name
        self._new: dict[Key, list[Wanted]] = {}  # the first of each list gives the name
        self._respelt: list[Respelt] = []
        self._taken = {squeeze(n) for e in register.entries() for n in names_of(e)}
        self._ids: dict[str, str] = {}  # name → id, of whoever is new
        self._wholes: dict[Key, str] = {}  # of agencies: key → name
        self._begun: dict[Key, str] = {}  # what begins a key → the first such name
        for entry in register.entries():
            for name in (entry.name, *entry.aliases):
                self._keys.setdefault(spelling_key(name), entry)
                self._initials.setdefault(initials(name), {}).setdefault(spelling_key(entry.name), name)
        for agency in register.agencies.values():
            self._learn(spelling_key(agency.name), agency.name)

    def take(self, want: Wanted) -> None:
        if self._register.find(want.name) is not None:
            return
        key = self._key(want.name)
        entry = self._keys.get(key)
        if entry is not None:
            self._respelt.append(Respelt(entry.id, entry.name, want.name, want.place))
        else:
            self._new.setdefault(key, []).append(want)
            self._initials.setdefault(initials(want.name), {}).setdefault(key, want.name)

    def _key(self, name: str) -> Key:
        key = spelling_key(name)
        if key in self._keys or key in self._new or not is_shortened(name):
            return key
        alike = self._initials.get(initials(name), {})
        meant = [k for k, full in alike.items() if shortens(name, full)]
        return meant[0] if len(meant) == 1 else key

    def result(self, order: Sequence[str], issuer: str) -> Additions:
        position = {name: n for n, name in enumerate(order)}
        ordered = sorted(self._new.values(), key=lambda wants: min(position[w.name] for w in wants))
        names = {w.name for wants in ordered for w in wants}
        for wants in ordered:
            id_ = self._free_id(wants[0].name, names)
            self._ids |= {want.name: id_ for want in wants}
        made = [self._newcomer(wants, issuer) for wants in ordered]
        return Additions(
            tuple(n for n in made if n.kind),
            tuple(n for n in made if not n.kind),
            tuple(sorted(self._respelt, key=lambda r: position[r.name])),
        )

    def _free_id(self, name: str, names: set[str]) -> str:
        """The slug of the name, whole words up to the limit, with a number where it is taken.

        An id may not be the name of somebody else either: files may name everyone by both.
        """
        whole = slug(name) or _WITHOUT_NAME
        base = whole if len(whole) <= _LONGEST_ID else whole[: _LONGEST_ID + 1].rpartition("-")[0]
        base = base or whole[:_LONGEST_ID]
        number, id_ = 1, base
        while id_ in self._taken or (id_ in names and id_ != name):
            number += 1
            id_ = f"{base}-{number}"
        self._taken.add(id_)
        return id_

    def _newcomer(self, wants: list[Wanted], issuer: str) -> Newcomer:
        first = wants[0]
        id_ = self._ids[first.name]
        aliases = tuple((want.name, want.place) for want in wants[1:])
        if not _are_group(wants):
            alike = self._alike(first.name)
            return Newcomer(id_, first.name, first.place, aliases, kind_of(first.name, issuer), alike=alike)
        listed = [self._id_of(m) for want in wants for m in want.members]
        members = tuple(dict.fromkeys(m for m in listed if m and m != id_))
        is_open = any(want.is_open for want in wants)
        return Newcomer(id_, first.name, first.place, aliases, None, is_open, members)

    def _alike(self, name: str) -> str:
        """The agency before it whose name this one begins or goes on: Huyện đoàn, Huyện đoàn Sơn Tây."""
        key = spelling_key(name)
        parts = (key[:length] for length in range(len(key) - 1, _TELLING - 1, -1))
        found = next((self._wholes[part] for part in parts if part in self._wholes), "")
        found = found or (self._begun.get(key, "") if len(key) >= _TELLING else "")
        self._learn(key, name)
        return found

    def _learn(self, key: Key, name: str) -> None:
        self._wholes.setdefault(key, name)
        for length in range(_TELLING, len(key)):
            self._begun.setdefault(key[:length], name)

    def _id_of(self, name: str) -> str | None:
        entry = self._register.find(name) or self._keys.get(self._key(name))
        return entry.id if entry else self._ids.get(name)
