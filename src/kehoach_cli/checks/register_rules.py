"""Rules of agencies.yaml: ids, names, members, circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding, LineOf
from kehoach_cli.model.folding import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.agencies import Group
    from kehoach_cli.model.register import Entry, Register

    Path = tuple[str | int, ...]

FILE = "plan/agencies.yaml"


def _find(code: str, path: Path, words: Words) -> Finding:
    return Finding(code, path, words, FILE)


def _entries(register: Register) -> Iterator[tuple[str, int, Entry]]:
    """Every entry as written, also those whose id is used twice."""
    for section, entries in (("agencies", register.listed_agencies), ("groups", register.listed_groups)):
        for index, entry in enumerate(entries):
            yield section, index, entry


def ids_used_twice(case: Case) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for section, index, entry in _entries(case.workspace.register):
        path = (section, index, "id")
        if entry.id in first:
            yield _find("L202", path, {"id": entry.id, "first": LineOf(first[entry.id])})
        first.setdefault(entry.id, path)


def names_claimed_twice(case: Case) -> Iterator[Finding]:
    owner: dict[str, Entry] = {}
    for section, index, entry in _entries(case.workspace.register):
        names = [((section, index, "name"), entry.name)]
        names += [((section, index, "aliases", n), alias) for n, alias in enumerate(entry.aliases)]
        for path, name in names:
            other = owner.setdefault(squeeze(name), entry)
            if other.id != entry.id:
                yield _find("L203", path, {"name": name, "first": other.name, "second": entry.name})


def unknown_members(case: Case) -> Iterator[Finding]:
    if not case.register_is_sound:
        return
    register = case.workspace.register
    for index, group in enumerate(register.listed_groups):
        for key, names in (("members", group.members), ("possible", group.possible)):
            for n, name in enumerate(names):
                if register.find(name) is None:
                    words = {"group": group.name, "name": name, "meant": nearest_id(register, name)}
                    yield _find("L204", ("groups", index, key, n), words)


def nearest_id(register: Register, name: str) -> str:
    from kehoach_cli.model.names import nearest_text

    names = [n for e in register.entries() for n in (e.id, e.name, *e.aliases)]
    return nearest_text(name, names) or ""


def groups_in_a_circle(case: Case) -> Iterator[Finding]:
    """One finding a circle, at the group that stands first in the file."""
    register = case.workspace.register
    told: set[frozenset[str]] = set()
    for index, group in enumerate(register.listed_groups):
        circle = _circle(register, group)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            names = " → ".join(register.groups[id_].name for id_ in (*circle, circle[0]))
            yield _find("L205", ("groups", index, "members"), {"circle": names})


def _circle(register: Register, start: Group) -> tuple[str, ...]:
    """The shortest way from a group back to itself, as ids; empty where there is none."""
    level: list[tuple[str, ...]] = [(start.id,)]
    seen: set[str] = set()
    while level:
        following: list[tuple[str, ...]] = []
        for way in level:
            group = register.groups[way[-1]]
            for name in (*group.members, *group.possible):
                inner = register.find(name)
                if inner is None or inner.id not in register.groups or inner.id in seen:
                    continue
                if inner.id == start.id:
                    return way
                seen.add(inner.id)
                following.append((*way, inner.id))
        level = following
    return ()


def empty_groups(case: Case) -> Iterator[Finding]:
    for index, group in enumerate(case.workspace.register.listed_groups):
        if not group.members and not group.open:
            yield _find("L206", ("groups", index, "name"), {"group": group.name})
