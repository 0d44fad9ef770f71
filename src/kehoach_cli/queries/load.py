"""An agency's load at a glance: how many duties each plan gives it, how many reports it still owes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.slots import OWED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kehoach_cli.model.plan import Document
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.queries.duties import Duty, TasksView
    from kehoach_cli.queries.status import DeadlineStatus, StatusView


class Load(NamedTuple):
    """Duties and reports of one plan, or of all together; what is only possible is counted apart."""

    lead: int
    coordinating: int
    organisation: int  # duties of the organisation, in whatever role
    possible: int  # through a group that nobody enumerated, and «nếu có»
    reports: int  # to be sent, those not due yet among them
    owed: int  # of these, not sent yet
    overdue: int
    due_soon: int


class PlanLoad(NamedTuple):
    """The load from one plan, and the next report: the first last day that has not passed."""

    plan: str
    document: Document
    load: Load
    next_day: date | None
    next_status: DeadlineStatus | None


class LoadView(NamedTuple):
    """The plans that give something, those with the earliest report still owed first."""

    as_of: date
    plans: tuple[PlanLoad, ...]
    total: Load


def load_view(tasks: TasksView, status: StatusView) -> LoadView:
    """`tasks` and `status` of one agency or group on the same day; a group owes its members' reports."""
    documents = {d.plan: d.document for d in tasks.duties} | {s.plan: s.document for s in status.deadlines}
    duties: dict[str, list[Duty]] = {plan: [] for plan in sorted(documents)}
    statuses: dict[str, list[DeadlineStatus]] = {plan: [] for plan in documents}
    for duty in tasks.duties:
        duties[duty.plan].append(duty)
    for deadline in status.deadlines:
        if kept := _own(deadline.slots, tasks):
            statuses[deadline.plan].append(deadline._replace(slots=kept))
    found = [_of_plan(p, documents[p], duties[p], statuses[p], tasks.as_of) for p in duties]
    found.sort(key=lambda p: _first_owed(statuses[p.plan]))
    return LoadView(tasks.as_of, tuple(found), _sum(p.load for p in found))


def _of_plan(
    plan: str, document: Document, duties: list[Duty], statuses: list[DeadlineStatus], as_of: date
) -> PlanLoad:
    slots = [slot for s in statuses for slot in s.slots]
    coming = [(slot.last_day, n) for n, s in enumerate(statuses) for slot in _owed(s.slots)]
    coming = sorted(pair for pair in coming if pair[0] >= as_of)
    day, status = (coming[0][0], statuses[coming[0][1]]) if coming else (None, None)
    return PlanLoad(plan, document, _count(duties, slots), day, status)


def _count(duties: list[Duty], slots: list[Slot]) -> Load:
    certain = [d for d in duties if d.certain]
    roles = [d.role for d in certain if d.kind == "task"]
    states = [slot.state for slot in slots]
    return Load(
        lead=roles.count("lead"),
        coordinating=roles.count("coordinating"),
        organisation=len(certain) - len(roles),
        possible=len(duties) - len(certain),
        reports=len(states) - states.count("exempt"),
        owed=len(_owed(slots)),
        overdue=states.count("overdue"),
        due_soon=states.count("due_soon"),
    )


def _own(slots: tuple[Slot, ...], tasks: TasksView) -> tuple[Slot, ...]:
    """What an agency itself owes: who follows it bears the rest, also where one asks by its old name."""
    if tasks.is_group or tasks.entry is None:
        return slots
    return tuple(slot for slot in slots if slot.agency.id == tasks.entry.id)


def _owed(slots: Iterable[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.state in OWED]


def _first_owed(statuses: list[DeadlineStatus]) -> tuple[bool, int]:
    """Plans with nothing owed come last."""
    days = [slot.last_day for s in statuses for slot in _owed(s.slots)]
    return not days, min(days).toordinal() if days else 0


def _sum(loads: Iterable[Load]) -> Load:
    listed = [*loads]
    return Load(*map(sum, zip(*listed, strict=True))) if listed else Load(0, 0, 0, 0, 0, 0, 0, 0)
