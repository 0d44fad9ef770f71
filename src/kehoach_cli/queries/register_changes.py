"""What changed in the register: agencies and groups renamed, added, removed, merged; members of groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.folding import squeeze
from kehoach_cli.queries.change import Change, Names, field_changes, is_moved, listed, spellings
from kehoach_cli.queries.life_changes import TOLD, endings, newly_ended

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.model.register import Entry, Register


class Kinship(NamedTuple):
    """Which entries of two registers are one: kept under their id, under another one, or merged into one."""

    kept: tuple[tuple[Entry, Entry], ...]
    merged: tuple[tuple[tuple[Entry, ...], Entry], ...]
    removed: tuple[Entry, ...]
    added: tuple[Entry, ...]

    @property
    def became(self) -> dict[str, str]:
        """Old id → new id, where that is another."""
        pairs = [*self.kept, *((old, new) for olds, new in self.merged for old in olds)]
        return {old.id: new.id for old, new in pairs if old.id != new.id}


def kinship(old: Register, new: Register) -> Kinship:
    """Who of the old register is who in the new one.

    An id that stays is the same agency. Whose id is gone lives on where its name is now found: alone under
    a new id (renamed), with others or in an agency that was there before (merged).
    """
    before = {e.id: e for e in old.entries()}
    after = {e.id: e for e in new.entries()}
    kept = [(before[id_], e) for id_, e in after.items() if id_ in before]
    gone = [e for id_, e in before.items() if id_ not in after]
    heirs: dict[str, list[Entry]] = {}
    for entry in gone:
        heir = _heir(entry, new)
        if heir is not None and old.is_group(entry) == new.is_group(heir):
            heirs.setdefault(heir.id, []).append(entry)
    merged = []
    for id_, olds in heirs.items():
        if id_ not in before and len(olds) == 1:
            kept.append((olds[0], after[id_]))
        else:
            merged.append((tuple(olds), after[id_]))
    living = {e.id for olds in heirs.values() for e in olds}
    added = [e for id_, e in after.items() if id_ not in before and id_ not in heirs]
    kept.sort(key=lambda pair: new.position(pair[1]))
    return Kinship(tuple(kept), tuple(merged), tuple(e for e in gone if e.id not in living), tuple(added))


def _heir(entry: Entry, new: Register) -> Entry | None:
    """Who has the name of an agency that is gone."""
    return new.find(entry.name) or next((e for a in entry.aliases if (e := new.find(a))), None)


def register_changes(names: Names, kin: Kinship) -> Iterator[Change]:
    """In the order: merged, ended, removed, added, then what changed of each that stayed, then the order."""
    was = {e.id for e in names.old.entries()}
    for olds, heir in kin.merged:
        yield Change(
            "agencies_merged", heir.name, removed=tuple(e.name for e in olds), is_alone=heir.id not in was
        )
    yield from endings(kin, names.new)
    for entry in kin.removed:
        group = "groups" if names.old.is_group(entry) else "agencies"
        yield Change("agency_removed", entry.name, record=entry, group=group)
    for entry in kin.added:
        group = "groups" if names.new.is_group(entry) else "agencies"
        yield Change("agency_added", entry.name, record=entry, group=group)
    inherited = {heir.id: set().union(*map(spellings, olds)) for olds, heir in kin.merged}
    ended = newly_ended(kin, names.new)
    for old, new in kin.kept:
        told = TOLD if new.id in ended else ()
        yield from _entry_changes(old, new, names, inherited.get(new.id, set()), told)
    yield from _order(names, kin)


_OWN = ("id", "name", "aliases", "members", "possible")


def _entry_changes(
    old: Entry, new: Entry, names: Names, inherited: set[str], told: tuple[str, ...]
) -> Iterator[Change]:
    is_group = names.new.is_group(new)
    if old is new:
        return
    group = "groups" if is_group else "agencies"
    if old.name != new.name:
        yield Change("agency_renamed", new.name, "name", old.name, new.name, group=group, record=new)
    if old.id != new.id:
        yield Change("agency_field", new.name, "id", old.id, new.id, group=group)
    known = listed(old.aliases, new.aliases)
    added = [a for a in known.added if squeeze(a) not in {squeeze(old.name)} | inherited]
    removed = [a for a in known.removed if squeeze(a) != squeeze(new.name)]
    if added or removed:
        yield Change("agency_aliases", new.name, "aliases", removed=(*removed,), added=(*added,), group=group)
    for key in ("members", "possible"):
        found = names.listed(getattr(old, key, ()), getattr(new, key, ()))
        if found.removed or found.added:
            gone, come = _shown(found.removed, names), _shown(found.added, names)
            yield Change("group_members", new.name, key, removed=gone, added=come, group=group)
    yield from field_changes("agency", new.name, old, new, (*_OWN, *told), group=group)


def _shown(written: Sequence[str], names: Names) -> tuple[str, ...]:
    return tuple(map(names.shown, written))


def _order(names: Names, kin: Kinship) -> Iterator[Change]:
    """Agencies alone: the order of groups says nothing in any table."""
    became = kin.became
    before = [became.get(id_, id_) for id_ in names.old.agencies]
    found = is_moved([*dict.fromkeys(before)], [*names.new.agencies])
    if found and not kin.merged:
        yield Change("agencies_order", added=tuple(names.new.agencies[id_].name for id_ in found))
