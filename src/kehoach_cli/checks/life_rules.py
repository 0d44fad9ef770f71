"""Rules of agencies.yaml about lives: days in order, successors that are known and there in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.model.days import print_day
from kehoach_cli.model.names import NearestName
from kehoach_cli.model.succession import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.register import Register

    Path = tuple[str | int, ...]

FILE = "plan/agencies.yaml"


def _find(code: str, path: Path, words: Words) -> Finding:
    return Finding(code, path, words, FILE)


def _successors(case: Case) -> Iterator[tuple[Path, Agency, str]]:
    for index, agency in enumerate(case.workspace.register.listed_agencies):
        for n, name in enumerate(agency.successors):
            yield ("agencies", index, "successors", n), agency, name


def unknown_successors(case: Case) -> Iterator[Finding]:
    """A successor that is no agency of the register; a group cannot follow anybody."""
    if not case.register_is_sound:
        return
    register = case.workspace.register
    nearest = NearestName(register.agencies.values())
    for path, agency, name in _successors(case):
        entry = register.find(name)
        if entry is None:
            yield _find("L270", path, {"agency": agency.name, "name": name, "meant": nearest(name)})
        elif register.is_group(entry):
            yield _find("L226", path, {"name": entry.name, "where": f"cơ quan kế thừa của {agency.name}"})


def days_reversed(case: Case) -> Iterator[Finding]:
    """An agency that ends before it begins."""
    for index, agency in enumerate(case.workspace.register.listed_agencies):
        if agency.from_ and agency.until and agency.until < agency.from_:
            words: Words = {
                "agency": agency.name,
                "from": print_day(agency.from_),
                "until": print_day(agency.until),
            }
            yield _find("L271", ("agencies", index, "until"), words)


def successors_in_a_circle(case: Case) -> Iterator[Finding]:
    """One finding a circle, at the agency that stands first in the file."""
    register = case.workspace.register
    told: set[frozenset[str]] = set()
    for index, agency in enumerate(register.listed_agencies):
        circle = _circle(register, agency)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            names = " → ".join(register.agencies[id_].name for id_ in (*circle, agency.id))
            yield _find("L272", ("agencies", index, "successors"), {"circle": names})


def _circle(register: Register, start: Agency) -> tuple[str, ...]:
    """The shortest way from an agency back to itself, as ids; empty where there is none."""
    level: list[tuple[str, ...]] = [(start.id,)]
    seen: set[str] = set()
    while level:
        following: list[tuple[str, ...]] = []
        for way in level:
            for name in register.agencies[way[-1]].successors:
                heir = register.find_agency(name)
                if heir is not None and heir.id == start.id:
                    return way
                if heir is not None and heir.id not in seen:
                    seen.add(heir.id)
                    following.append((*way, heir.id))
        level = following
    return ()


def not_there_in_time(case: Case) -> Iterator[Finding]:
    """A successor that is not there on the day after: nobody does the work until it is, or ever."""
    register = case.workspace.register
    for path, agency, name in _successors(case):
        heir = register.find_agency(name)
        if heir is None or agency.until is None or _circle(register, agency):
            continue
        day = agency.until + ONE_DAY
        words: Words = {"agency": agency.name, "heir": heir.name, "day": print_day(day)}
        if heir.from_ is not None and day < heir.from_:
            yield _find("L273", path, {**words, "from": print_day(heir.from_)})
        elif heir.until is not None and heir.until < day:
            yield _find("L274", path, {**words, "until": print_day(heir.until)})


def follows_the_living(case: Case) -> Iterator[Finding]:
    """Successors of an agency that does not end: they take nothing over."""
    register = case.workspace.register
    for index, agency in enumerate(register.listed_agencies):
        if agency.successors and agency.until is None:
            heirs = (register.find_agency(name) for name in agency.successors)
            names = ", ".join(heir.name for heir in heirs if heir)
            yield _find("L275", ("agencies", index, "successors"), {"agency": agency.name, "names": names})
