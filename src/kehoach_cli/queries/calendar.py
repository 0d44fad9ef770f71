"""The days an office must not miss: report deadlines, extensions, its own deadline to the level above."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.working_days import WorkCalendar
from kehoach_cli.queries.report_frame import short_addressee
from kehoach_cli.queries.status import status_view

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.slots import Counts
    from kehoach_cli.model.workspace import Workspace
    from kehoach_cli.queries.status import DeadlineStatus

ALARMS = (7, 3, 1)
"""On which working days before a last day to be reminded of it."""


class Event(NamedTuple):
    """One last day, which is a whole day of the calendar."""

    kind: str  # deadline (everyone's) · extension (of `agencies`) · send_up (the Office's own) · urged
    plan: str  # the plan's id
    document: Document
    deadline: Deadline
    day: date  # the last day on time
    rest: str | None  # why the office rests that day, where that is more than a weekend
    alarms: tuple[date, ...]  # working days, the earliest first
    is_certain: bool  # false while that year's days off are known from the law alone
    counts: Counts
    agencies: tuple[str, ...]  # extension, urged: who may send until then; else empty
    to: str | None  # send_up: who gets the consolidated report
    stage: str | None = None  # urged: the stage of the letter that sets this day


class CalendarView(NamedTuple):
    """The events in the order of their days."""

    as_of: date
    events: tuple[Event, ...]
    is_demo: bool = False  # of a workspace made to try the program on: every event says so


def calendar_view(workspace: Workspace, as_of: date, period: str | None = None) -> CalendarView:
    """Every deadline of every plan, or those of one period; past ones too."""
    calendar = WorkCalendar(workspace.calendar)
    found = [
        event
        for status in status_view(workspace, as_of, period).deadlines
        for event in _events(status, workspace.register, calendar)
    ]
    is_demo = workspace.office is not None and workspace.office.demo
    return CalendarView(as_of, tuple(sorted(found, key=lambda e: (e.day, e.plan))), is_demo)


def with_new_limit(
    view: CalendarView, workspace: Workspace, day: date, stage: str, agencies: tuple[str, ...]
) -> CalendarView:
    """The calendar of one deadline and the last day that a letter of stage 2 or 3 sets for its addressees.

    Reminders of that day are those that still lie ahead.
    """
    calendar = WorkCalendar(workspace.calendar)
    made = next(e for e in view.events if e.kind == "deadline")._replace(
        kind="urged",
        day=day,
        rest=calendar.rest_name(day),
        alarms=tuple(a for n in ALARMS if (a := calendar.working_days_before(day, n)) > view.as_of),
        is_certain=calendar.is_certain(day.year),
        agencies=agencies,
        stage=stage,
    )
    return view._replace(events=tuple(sorted((*view.events, made), key=lambda e: (e.day, e.plan))))


def _events(status: DeadlineStatus, register: Register, calendar: WorkCalendar) -> list[Event]:
    common = status.deadline.last_day
    extended: dict[date, list[str]] = {}
    for slot in status.slots:
        if slot.last_day != common and slot.state != "exempt":
            extended.setdefault(slot.last_day, []).append(slot.agency.name)
    events = [_event("deadline", common, status, calendar)]
    for day, names in sorted(extended.items()):
        events.append(_event("extension", day, status, calendar)._replace(agencies=tuple(names)))
    send_up = status.deadline.send_up
    if send_up and send_up.by:
        own = _event("send_up", send_up.by, status, calendar)
        events.append(own._replace(to=short_addressee(status.deadline, register)))
    return events


def _event(kind: str, day: date, status: DeadlineStatus, calendar: WorkCalendar) -> Event:
    return Event(
        kind=kind,
        plan=status.plan,
        document=status.document,
        deadline=status.deadline,
        day=day,
        rest=calendar.rest_name(day),
        alarms=tuple(calendar.working_days_before(day, n) for n in ALARMS),
        is_certain=calendar.is_certain(day.year),
        counts=status.counts,
        agencies=(),
        to=None,
    )
