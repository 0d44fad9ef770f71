"""Slots: one reporter times one deadline, the state it is in on a day, and the counts over them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.owing import Arrivals, owed_by
from kehoach_cli.model.succession import has_ended

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.owing import Owed
    from kehoach_cli.model.plan import Deadline, Exempt, Extension
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import Filed, PlanFolder

DUE_SOON_DAYS = 7
RECEIVED = ("on_time", "late")
OWED = ("not_due", "due_soon", "overdue", "returned")
"""Missing, and somebody is there who owes it."""
MISSING = (*OWED, "ended")
STATES = (*RECEIVED, *MISSING, "exempt")


class Slot(NamedTuple):
    """One agency's duty to report by one deadline, as it stands on the day asked about.

    Of several reporters of the plan that have one successor it is one slot, the successor's. `ended`: its
    agency is no more and nobody is known to follow it; the report is missing, but nobody is late with it.
    """

    agency: Agency
    via: tuple[str, ...]  # names of the groups it reports through, outermost first
    last_day: date  # extension included
    state: str  # one of STATES
    days: int  # late: days late; overdue: days overdue; missing and not overdue: days left; else 0
    filed: Filed | None  # the report that had reached the Office by that day (its own, or a joint one)
    is_joint: bool  # another agency's report covers this slot
    extension: Extension | None
    exempt: Exempt | None
    predecessors: tuple[Agency, ...] = ()  # reporters of the plan whose work its agency has taken over
    parts: tuple[Filed, ...] = ()  # what came for some of them, where `filed` does not speak for all


class Counts(NamedTuple):
    """received = on_time + late; missing = the states of MISSING; expected = both.

    `ended` is expected and missing: the plan asks for the report, whoever will have to send it.
    """

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
    ended: int = 0


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
    arrivals = Arrivals(folder, deadline.period, register, as_of)
    return tuple(_slot(owed, arrivals, as_of) for owed in owed_by(deadline, register, as_of))


def _slot(owed: Owed, arrivals: Arrivals, as_of: date) -> Slot:
    agency, exempt = owed.agency, owed.exempt
    filed, parts = arrivals.for_slot(owed)
    state, days = ("exempt", 0) if exempt else _standing(owed.last_day, as_of, filed)
    if state in OWED and has_ended(agency, min(as_of, owed.last_day)):
        came = (filed, *parts) if filed else parts
        state, days, filed, parts = "ended", 0, None, came
    return Slot(
        agency,
        owed.via,
        owed.last_day,
        state,
        days,
        filed,
        filed is not None and arrivals.is_joint(filed, owed),
        owed.extension,
        exempt,
        tuple(r for r in owed.reporters if r.id != agency.id),
        parts,
    )


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


def report_of(folder: PlanFolder, period: str, register: Register, agency: Agency) -> Filed | None:
    """The agency's own report of a period; a joint one of another agency does not count."""
    found = folder.reports_of(period)
    return next((f for f in found if (e := register.find(f.report.agency)) and e.id == agency.id), None)


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
        ended=n["ended"],
    )
