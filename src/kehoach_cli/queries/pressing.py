"""Reports that are overdue or soon due, by what the letters recorded ask for next."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kehoach_cli.model.days import is_weekend
from kehoach_cli.queries.chasing import addressed
from kehoach_cli.queries.working import AHEAD_DAYS, made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.queries.chasing import Chase
    from kehoach_cli.queries.status import DeadlineStatus
    from kehoach_cli.queries.working import Work

_ONE_DAY = timedelta(days=1)
_DAYS_TO_WRITE = 3


def owed_works(
    status: DeadlineStatus, chase: Chase, letters: Sequence[Issued], workspace: Workspace
) -> Iterator[Work]:
    """Overdue slots: never urged, urged in vain, urged with days left."""
    limits = _new_limits(letters, workspace.register)
    groups: dict[tuple[str, str, date | None], list[Slot]] = {}
    for slot in status.slots:
        if slot.state == "overdue":
            kind, step = _owed(chase, slot)
            limit = limits.get(slot.agency.id) if kind in ("lapsed", "urged") else None
            groups.setdefault((kind, step, limit), []).append(slot)
    proposed = _proposed(workspace, status.as_of)
    for (kind, step, limit), slots in groups.items():
        day = min(s.last_day for s in slots)
        work = made(kind, status, step, slots, day=day)
        yield work._replace(new_limit=limit, proposed=proposed if step != "status" else None)


def _owed(chase: Chase, slot: Slot) -> tuple[str, str]:
    """The kind of work and its step; `remind` would decide the same."""
    first = chase.case(slot, "2", is_derived=True)
    if first is None:
        return "overdue", "urge"
    if first.reason == "ended":  # nobody is there to be urged
        return "left", "status"
    if first.reason == "not_past":  # the very day of «trước ngày»: late, but not urged yet
        return "overdue", "status"
    if first.reason == "again" and chase.case(slot, "3", is_derived=False) is None:
        return "lapsed", "urge_again"
    return "urged", "status"


def due_works(status: DeadlineStatus, chase: Chase) -> Iterator[Work]:
    """What is due within seven days, by its day; further ahead only who was never asked by letter."""
    groups: dict[date, list[Slot]] = {}
    ahead: list[Slot] = []
    for slot in status.slots:
        if slot.state == "due_soon":
            groups.setdefault(slot.last_day, []).append(slot)
        elif slot.state == "not_due" and slot.days <= AHEAD_DAYS and _is_unasked(chase, slot):
            ahead.append(slot)
    for day, slots in groups.items():
        step = "ask" if any(_is_unasked(chase, s) for s in slots) else "status"
        yield made("due_soon", status, step, slots, day=day)
    if ahead:
        yield made("unasked", status, "ask", ahead, day=min(s.last_day for s in ahead))


def left_works(status: DeadlineStatus) -> Iterator[Work]:
    """Reports of bodies that are no more and that nobody is known to follow."""
    ended = [s for s in status.slots if s.state == "ended"]
    if ended and status.days_left <= AHEAD_DAYS:
        yield made("ended", status, "status", ended)


def _is_unasked(chase: Chase, slot: Slot) -> bool:
    return chase.case(slot, "1", is_derived=True) is None


def _new_limits(letters: Iterable[Issued], register: Register) -> dict[str, date]:
    """Agency id → the new limit that the last letter to it set."""
    found: dict[str, date] = {}
    for letter in letters:
        if letter.before:
            found |= dict.fromkeys(addressed(letter, register), letter.before)
    return found


def _proposed(workspace: Workspace, as_of: date) -> date:
    """Three days on, or the first day after that which is neither a weekend nor off in calendar.yaml.

    Public holidays are the matter of `remind`, which names the one that a new limit falls on: knowing
    them costs more than the whole page.
    """
    off = {d.date for d in workspace.calendar.off} if workspace.calendar else set()
    day = as_of + timedelta(days=_DAYS_TO_WRITE)
    while is_weekend(day) or day in off:
        day += _ONE_DAY
    return day
