"""The register: which agency or group a name means, and who belongs to a group, on a day or at all."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.folding import squeeze
from kehoach_cli.model.succession import owners

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kehoach_cli.model.agencies import Agency, Group

    Entry = Agency | Group


class Member(NamedTuple):
    """One agency of a group: through which groups (outermost first), and whether that is certain."""

    agency: Agency
    via: tuple[Group, ...]
    certain: bool


class Inner(NamedTuple):
    """A group inside another: through which groups (outermost first), and whether that is certain."""

    via: tuple[Group, ...]
    certain: bool


class Register:
    """Agencies and groups in the order of the file, which is the order of every table.

    As it is made it stands for no day: members are those that the file names. `on` gives it as it is on a
    day: whoever has ended then is, as a member, those who do its work. Every name is found on every day.
    """

    def __init__(self, agencies: Iterable[Agency], groups: Iterable[Group]) -> None:
        self.listed_agencies = tuple(agencies)  # as written, also where an id is used twice
        self.listed_groups = tuple(groups)
        self.agencies = {a.id: a for a in self.listed_agencies}
        self.groups = {g.id: g for g in self.listed_groups}
        self._order = {id_: n for n, id_ in enumerate((*self.agencies, *self.groups))}
        self._names: dict[str, Entry] = {}
        listed: list[Entry] = [*self.listed_agencies, *self.listed_groups]
        for entry in listed:
            for name in names_of(entry):
                self._names.setdefault(squeeze(name), entry)
        self._members: dict[str, tuple[Member, ...]] = {}
        self._owners: dict[tuple[str, date], tuple[Agency, ...]] = {}
        self.day: date | None = None
        self.timeless = self
        self.has_lives = any(a.from_ or a.until for a in self.listed_agencies)
        self._days: dict[date, Register] = {}

    def on(self, day: date) -> Register:
        """The register on a day; the very same where no agency begins or ends."""
        if not self.has_lives:
            return self
        if day not in self._days:
            found = copy(self.timeless)
            found.__dict__ |= {"day": day, "_members": {}}
            self._days[day] = found
        return self._days[day]

    def owners(self, agency: Agency, day: date) -> tuple[Agency, ...]:
        """Who does the work of an agency on a day (see model.succession), in register order."""
        if not self.has_lives:
            return (agency,)
        key = (agency.id, day)
        if key not in self._owners:
            self._owners[key] = tuple(sorted(owners(agency, day, self.find_agency), key=self.position))
        return self._owners[key]

    def entries(self) -> Iterator[Entry]:
        yield from self.agencies.values()
        yield from self.groups.values()

    def find(self, name: str) -> Entry | None:
        """The entry that a name in a file means: name, alias or id, exact after NFC and white space."""
        return self._names.get(name) or self._names.get(squeeze(name))

    def find_agency(self, name: str) -> Agency | None:
        entry = self.find(name)
        return self.agencies.get(entry.id) if entry else None

    def is_group(self, entry: Entry) -> bool:
        return entry.id in self.groups

    def position(self, entry: Entry) -> int:
        """Where the entry stands in the register: the order of precedence."""
        return self._order[entry.id]

    def members(self, entry: Entry) -> tuple[Member, ...]:
        """Every agency that the entry means, each once, in register order.

        An agency means itself, and on a day after its end those who do its work then. Of several ways
        into a group the certain one counts, then the shortest. Who only may belong to an open group comes
        with `certain` false.
        """
        if entry.id not in self._members:
            self._members[entry.id] = self._spread(entry)
        return self._members[entry.id]

    def _spread(self, entry: Entry) -> tuple[Member, ...]:
        return self._walk(entry)[0]

    def inner_groups(self, entry: Entry) -> dict[str, Inner]:
        """The groups inside an entry by id, each by its shortest certain (else possible) way."""
        return self._walk(entry)[1]

    def _walk(self, entry: Entry) -> tuple[tuple[Member, ...], dict[str, Inner]]:
        found: dict[str, Member] = {}
        groups: dict[str, Inner] = {}
        level: list[tuple[Entry, tuple[Group, ...], bool]] = [(entry, (), True)]
        later: list[tuple[Entry, tuple[Group, ...], bool]] = []
        seen: set[tuple[str, bool]] = set()
        while level or later:
            if not level:  # every certain way has been walked; now the merely possible ones
                level, later = later, []
            following: list[tuple[Entry, tuple[Group, ...], bool]] = []
            for item, via, certain in level:
                if (item.id, certain) in seen:
                    continue
                seen.add((item.id, certain))
                group = self.groups.get(item.id)
                if group is None:
                    found.setdefault(item.id, Member(self.agencies[item.id], via, certain))
                    continue
                groups.setdefault(item.id, Inner(via, certain))
                inner = (*via, group)
                following += [(e, inner, certain) for e in self._entries(group.members)]
                later += [(e, inner, False) for e in self._entries(group.possible)]
            level = following
        members = sorted(self._living(found.values()), key=lambda m: self._order[m.agency.id])
        return tuple(members), groups

    def _living(self, named: Iterable[Member]) -> Iterable[Member]:
        """The members on the day of this register, each by its best way; the best ways come first."""
        if self.day is None:
            return named
        found: dict[str, Member] = {}
        for member in named:
            for owner in self.owners(member.agency, self.day):
                found.setdefault(owner.id, member._replace(agency=owner))
        return found.values()

    def _entries(self, names: Iterable[str]) -> list[Entry]:
        return [e for e in map(self.find, names) if e is not None]

    def open_groups(self, entry: Entry) -> list[Group]:
        """The open groups met inside an entry (itself included): their members nobody enumerated."""
        met: dict[str, Group] = {}
        waiting = [entry.id]
        while waiting:
            group = self.groups.get(waiting.pop(0))
            if group is not None and group.id not in met:
                met[group.id] = group
                waiting += [e.id for e in self._entries(group.members)]
        return [group for group in met.values() if group.open]

    def groups_of(self, agency: Agency) -> list[tuple[Group, Member]]:
        """The groups an agency belongs or may belong to, in register order."""
        return [(g, m) for g in self.groups.values() for m in self.members(g) if m.agency.id == agency.id]


def names_of(entry: Entry) -> tuple[str, ...]:
    """Name, aliases and id: what a file may write for the entry."""
    return (entry.name, *entry.aliases, entry.id)
