"""Rules of agencies.yaml: ids, names, members, circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding, LineOf
from kehoach_cli.model.folding import squeeze
from kehoach_cli.model.names import NearestName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    for index, agency in enumerate(register.listed_agencies):
        yield "agencies", index, agency
    for index, group in enumerate(register.listed_groups):
        yield "groups", index, group


def ids_used_twice(case: Case) -> Iterator[Finding]:
    """Two entries with one id; what the second says hides the first."""
    first: dict[str, Path] = {}
    for section, index, entry in _entries(case.workspace.register):
        path = (section, index, "id")
        if entry.id in first:
            yield _find("L202", path, {"id": entry.id, "first": LineOf(first[entry.id])})
        first.setdefault(entry.id, path)


def names_claimed_twice(case: Case) -> Iterator[Finding]:
    """A name, alias or id that two entries claim, so that nobody knows who is meant."""
    owner: dict[str, Entry] = {}
    for section, index, entry in _entries(case.workspace.register):
        names: list[tuple[Path, str]] = [
            ((section, index, "id"), entry.id),
            ((section, index, "name"), entry.name),
        ]
        names += [((section, index, "aliases", n), alias) for n, alias in enumerate(entry.aliases)]
        for path, name in names:
            other = owner.setdefault(squeeze(name), entry)
            if other.id != entry.id:
                yield _find("L203", path, {"name": name, "first": other.name, "second": entry.name})


def unknown_members(case: Case) -> Iterator[Finding]:
    """Members of groups, certain or possible, that are no entry."""
    if not case.register_is_sound:
        return
    register = case.workspace.register
    nearest = NearestName(register.entries())
    for index, group in enumerate(register.listed_groups):
        for key, names in (("members", group.members), ("possible", group.possible)):
            for n, name in enumerate(names):
                if register.find(name) is None:
                    words = {"group": group.name, "name": name, "meant": nearest(name)}
                    yield _find("L204", ("groups", index, key, n), words)


def everyone_is_known(register: Register, names: Iterable[str]) -> bool:
    """True when every name, and every member of the groups among them, is in the register.

    Where one is not, who belongs cannot be told, and nobody may be said to be missing.
    """
    waiting, seen = list(names), set()
    while waiting:
        entry = register.find(waiting.pop())
        if entry is None:
            return False
        group = register.groups.get(entry.id)
        if group is not None and group.id not in seen:
            seen.add(group.id)
            waiting += [*group.members, *group.possible]
    return True


def groups_in_a_circle(case: Case) -> Iterator[Finding]:
    """One finding a circle, at the group that stands first in the file."""
    register = case.workspace.register
    told: set[frozenset[str]] = set()
    for index, group in enumerate(register.listed_groups):
        circle = _circle(register, group)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            names = " → ".join(register.groups[id_].name for id_ in (*circle, circle[0]))
            yield _find("L205", ("groups", index, *_step(register, group, circle)), {"circle": names})


def _step(register: Register, group: Group, circle: tuple[str, ...]) -> Path:
    """Where a group names the next one of its circle."""
    following = circle[1] if len(circle) > 1 else group.id
    for key, names in (("members", group.members), ("possible", group.possible)):
        for n, name in enumerate(names):
            inner = register.find(name)
            if inner is not None and inner.id == following:
                return (key, n)
    return ("members",)


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
    """A group without members that is not said to be open."""
    for index, group in enumerate(case.workspace.register.listed_groups):
        if not group.members and not group.open:
            yield _find("L206", ("groups", index, "name"), {"group": group.name})
