"""Slots: one reporter times one deadline, the state it is in on a day, and the counts over them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline, Exempt, Extension
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import Filed, PlanFolder

DUE_SOON_DAYS = 7
RECEIVED = ("on_time", "late")
MISSING = ("not_due", "due_soon", "overdue", "returned")
STATES = (*RECEIVED, *MISSING, "exempt")


class Slot(NamedTuple):
    """One agency's duty to report by one deadline, as it stands on the day asked about."""

    agency: Agency
    via: tuple[str, ...]  # names of the groups it reports through, outermost first
    last_day: date  # extension included
    state: str  # one of STATES
    days: int  # late: days late; overdue: days overdue; missing and not overdue: days left; else 0
    filed: Filed | None  # the report that had reached the Office by that day (its own, or a joint one)
    is_joint: bool  # another agency's report covers this slot
    extension: Extension | None
    exempt: Exempt | None


class Counts(NamedTuple):
    """received = on_time + late; missing = not_due + due_soon + overdue + returned; expected = both."""

    expected: int
    received: int
    on_time: int
    late: int
    missing: int
    not_due: int
    due_soon: int
    overdue: int
    returned: int
    exempt: int


def state_of(last_day: date, as_of: date, received: date | None, returned: date | None) -> str:
    """The state of a slot that is not exempt.

    What was received after `as_of` has not been received yet. A report sent back counts as missing
    from that day on, until one received later takes its place.
    """
    if received is not None and received <= as_of:
        if returned is not None and received <= returned <= as_of:
            return "returned"
        return "on_time" if received <= last_day else "late"
    if as_of > last_day:
        return "overdue"
    return "due_soon" if last_day - as_of <= timedelta(days=DUE_SOON_DAYS) else "not_due"


def slots_of(folder: PlanFolder, deadline: Deadline, register: Register, as_of: date) -> tuple[Slot, ...]:
    """The slots of a deadline, each agency once, in register order.

    Only who certainly belongs to a reporter is a slot: an open group never is one by itself.
    """
    reports = _reports_by_agency(folder, deadline.period, register, as_of)
    exempt = {_id(register, e.agency): e for e in deadline.exempt}
    extended = {_id(register, e.agency): e for e in deadline.extended}
    slots = []
    for agency, via in reporters_of(deadline, register):
        filed = reports.get(agency.id)
        extension = extended.get(agency.id)
        last_day = max(deadline.last_day, extension.until) if extension else deadline.last_day
        state, days = ("exempt", 0) if agency.id in exempt else _standing(last_day, as_of, filed)
        is_joint = filed is not None and _id(register, filed.report.agency) != agency.id
        slots.append(
            Slot(agency, via, last_day, state, days, filed, is_joint, extension, exempt.get(agency.id))
        )
    return tuple(slots)


def _standing(last_day: date, as_of: date, filed: Filed | None) -> tuple[str, int]:
    """The state, and the days that belong to it (see Slot.days)."""
    received = filed.report.received if filed else None
    returned = filed.report.returned.date if filed and filed.report.returned else None
    state = state_of(last_day, as_of, received, returned)
    return state, _days(state, last_day, as_of, received)


def _days(state: str, last_day: date, as_of: date, received: date | None) -> int:
    if state == "late" and received:
        return (received - last_day).days
    if state in MISSING:
        return abs((as_of - last_day).days)
    return 0


def reporters_of(deadline: Deadline, register: Register) -> list[tuple[Agency, tuple[str, ...]]]:
    """Who owes a report, each agency once by its shortest way, in register order."""
    found: dict[str, tuple[Agency, tuple[str, ...]]] = {}
    for name in deadline.reporters:
        entry = register.find(name)
        for member in register.members(entry) if entry else ():
            via = tuple(g.name for g in member.via)
            known = found.get(member.agency.id)
            if member.certain and (known is None or len(via) < len(known[1])):
                found[member.agency.id] = (member.agency, via)
    return sorted(found.values(), key=lambda pair: register.position(pair[0]))


def _reports_by_agency(folder: PlanFolder, period: str, register: Register, as_of: date) -> dict[str, Filed]:
    """Agency id → its report among those received by `as_of`.

    An agency's own report beats a joint one that covers it; of joint ones the first received counts.
    """
    reports = [f for f in folder.reports_of(period) if f.report.received <= as_of]
    found: dict[str, Filed] = {}
    for filed in sorted(reports, key=lambda f: f.report.received):
        for name in filed.report.covers:
            found.setdefault(_id(register, name), filed)
    found.update({_id(register, f.report.agency): f for f in reports})
    return found


def report_of(folder: PlanFolder, period: str, register: Register, agency: Agency) -> Filed | None:
    """The agency's own report of a period; a joint one of another agency does not count."""
    return next((f for f in folder.reports_of(period) if _id(register, f.report.agency) == agency.id), None)


def _id(register: Register, name: str) -> str:
    entry = register.find(name)
    return entry.id if entry else name


def count(slots: Iterable[Slot]) -> Counts:
    """How many slots are in each state, and the sums that every table prints."""
    states = [s.state for s in slots]
    n = {state: states.count(state) for state in STATES}
    received = sum(n[s] for s in RECEIVED)
    missing = sum(n[s] for s in MISSING)
    return Counts(
        expected=received + missing,
        received=received,
        on_time=n["on_time"],
        late=n["late"],
        missing=missing,
        not_due=n["not_due"],
        due_soon=n["due_soon"],
        overdue=n["overdue"],
        returned=n["returned"],
        exempt=n["exempt"],
    )
