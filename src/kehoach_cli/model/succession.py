"""Who does an agency's work on a day: itself while it is alive, then those who follow it.

An agency is alive from `from` to `until`, both days included. Its successors take over on the day after
`until`, and theirs from them: a merger is several agencies with one successor, a split one agency with
several, a new name one agency with one successor (a new entry of the register).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.register import Register

    Find = Callable[[str], Agency | None]

ONE_DAY = timedelta(days=1)


def owners(agency: Agency, day: date, find: Find) -> tuple[Agency, ...]:
    """Who does the work of an agency on a day; nobody while the agency is not yet there.

    Where an agency has ended and nobody who is there follows it, it stands for itself: its work is never
    dropped, and never given to somebody whom no document names. Of a chain that breaks off it is the last.
    """
    if agency.from_ is not None and day < agency.from_:
        return ()
    return tuple(_follow(agency, day, find, {}).values())


def _follow(agency: Agency, day: date, find: Find, known: dict[str, dict[str, Agency]]) -> dict[str, Agency]:
    """By id; `known` holds who was asked before, nobody yet for those being asked (a circle)."""
    if agency.holds_on(day):
        return {agency.id: agency}
    if agency.id in known:
        return known[agency.id]
    known[agency.id] = {}
    found: dict[str, Agency] = {}
    for name in agency.successors:
        heir = find(name)
        if heir is not None and not (heir.from_ is not None and day < heir.from_):
            found |= _follow(heir, day, find, known)
    known[agency.id] = found or {agency.id: agency}
    return known[agency.id]


def has_ended(agency: Agency, day: date) -> bool:
    """True from the day after its last one."""
    return agency.until is not None and agency.until < day


def ended_on(body: Agency | Issuer) -> date | None:
    """«Kết thúc hoạt động từ ngày …»: the first day without it."""
    return body.until + ONE_DAY if body.until else None


def is_born_of(agency: Agency, before: Collection[Agency]) -> bool:
    """True of one that began only when all those before it had ended: it has no part beside theirs."""
    first = agency.from_
    return first is not None and bool(before) and all(b.until is not None and b.until < first for b in before)


def heirs(register: Register, agency: Agency, day: date) -> tuple[Agency, ...]:
    """Who has taken over from an agency that has ended, in register order; nobody while none is known."""
    if not has_ended(agency, day):
        return ()
    return tuple(o for o in register.owners(agency, day) if o.holds_on(day))


def forebears(register: Register, agency: Agency, day: date) -> tuple[Agency, ...]:
    """Whose work an agency has taken over by a day, in register order; theirs of earlier ones included."""
    if not register.has_lives:
        return ()
    return tuple(
        other
        for other in register.agencies.values()
        if has_ended(other, day) and other.id != agency.id and agency in register.owners(other, day)
    )


def ancestry(register: Register, agency: Agency) -> dict[str, Agency]:
    """By id, the agency and everyone whose successors lead to it, whatever the day."""
    found = {agency.id: agency}
    size = 0
    while register.has_lives and size < len(found):
        size = len(found)
        for other in register.agencies.values():
            next_ones = (register.find_agency(name) for name in other.successors)
            if any(heir.id in found for heir in next_ones if heir):
                found[other.id] = other
    return found
