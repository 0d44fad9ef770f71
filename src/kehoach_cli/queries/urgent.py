"""Difficulties reported outside the calendar: what each waits for, how long, and which report carries it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document
    from kehoach_cli.model.register import Entry, Register
    from kehoach_cli.model.urgent import Urgent
    from kehoach_cli.model.workspace import PlanFolder, Raised, Workspace

STATES = {
    "reported": "đã báo cáo lãnh đạo",
    "directed": "đã có ý kiến chỉ đạo",
    "forwarded": "đã kiến nghị cấp trên",
    "settled": "đã giải quyết",
}
"""The states an answer gives, as programs and as the files name them; without one: «waiting»."""
_BY_WORDS = {words: state for state, words in STATES.items()}
WAITING, SETTLED = "waiting", "settled"


class AnswerView(NamedTuple):
    """One step, as far as it had been taken by the day asked about."""

    state: str  # a key of STATES
    date: date
    by: str | None
    text: str | None
    document: str | None
    is_number: bool  # the document is told by its number alone


class UrgentView(NamedTuple):
    """One difficulty as it stands on the day asked about."""

    id: str  # the file's name without its ending
    file: str
    plan: str
    document: Document
    agency_id: str
    agency: str
    number: str | None
    dated: date | None
    received: date
    ref: str | None
    text: str
    since: date | None
    asked: str | None
    to: str | None
    addressee: str | None  # of what is asked: up, others or internal; None where nobody judged it
    state: str  # waiting, or a key of STATES
    days: int  # from the day it came to the day asked about, or to the day it was settled
    answers: tuple[AnswerView, ...]  # oldest first

    @property
    def is_open(self) -> bool:
        return self.state != SETTLED


class OpenView(NamedTuple):
    """The answer of `status --open`: the longest wait first."""

    as_of: date
    open: tuple[UrgentView, ...]
    settled: int  # the others that the question is about
    is_several: bool  # of more than one plan


def open_view(
    workspace: Workspace, as_of: date, period: str | None = None, entry: Entry | None = None
) -> OpenView:
    """`period` keeps what its consolidated report carries; `entry` the agencies it means."""
    kept = {m.agency.id for m in workspace.register.members(entry) if m.certain} if entry else None
    found: list[UrgentView] = []
    for folder in workspace.plans:
        deadlines = [d for d in folder.plan.deadlines if period in (None, d.period)]
        raised = folder.raised if period is None else [r for d in deadlines for r in of_period(folder, d)]
        found += urgent_views(folder, raised, workspace.register, as_of)
    shown = [u for u in found if kept is None or u.agency_id in kept]
    waiting = sorted((u for u in shown if u.is_open), key=lambda u: (u.received, len(u.file), u.file))
    return OpenView(as_of, tuple(waiting), len(shown) - len(waiting), len(workspace.plans) > 1)


def of_period(folder: PlanFolder, deadline: Deadline) -> list[Raised]:
    """What the consolidated report of a deadline carries.

    Part V of a plan asks for these reports between the periodic ones: they belong to the report that comes
    next. From the day after the deadline before (the first takes all that came earlier) to the last day of
    the deadline after; what comes in while a report is being put together stands in that report and, as the
    period goes on, in the next one too, for nothing may fall between two reports.
    """
    days = sorted({d.last_day for d in folder.plan.deadlines})
    at = days.index(deadline.last_day)
    before = days[at - 1] if at else None
    after = days[at + 1] if at + 1 < len(days) else None
    return [
        r
        for r in folder.raised
        if (before is None or r.urgent.received > before) and (after is None or r.urgent.received <= after)
    ]


def urgent_views(
    folder: PlanFolder,
    raised: Iterable[Raised],
    register: Register,
    as_of: date,
    classify: Callable[[str], str] | None = None,
) -> tuple[UrgentView, ...]:
    """Those that had come in by `as_of`, in that order, with the answers of that day.

    `classify` judges addressees; what is asked of nobody in particular is asked of the district: internal.
    """
    come = [r for r in raised if r.urgent.received <= as_of]
    come.sort(key=lambda r: (r.urgent.received, len(r.file), r.file))  # …-2.yaml after the first of a day
    return tuple(_view(folder, r, register, as_of, classify) for r in come)


def _view(
    folder: PlanFolder,
    raised: Raised,
    register: Register,
    as_of: date,
    classify: Callable[[str], str] | None,
) -> UrgentView:
    file, urgent = raised
    answers = _answers(urgent, as_of)
    state = answers[-1].state if answers else WAITING
    until = answers[-1].date if state == SETTLED else as_of
    agency = register.find_agency(urgent.agency)
    addressee = (classify(urgent.to) if urgent.to else "internal") if classify else None
    return UrgentView(
        id=file.rpartition("/")[2].removesuffix(".yaml"),
        file=file,
        plan=folder.id,
        document=folder.plan.document,
        agency_id=agency.id if agency else urgent.agency,
        agency=agency.name if agency else urgent.agency,
        number=urgent.number,
        dated=urgent.dated,
        received=urgent.received,
        ref=urgent.ref,
        text=urgent.text,
        since=urgent.since,
        asked=urgent.asked,
        to=urgent.to,
        addressee=addressee,
        state=state,
        days=max((until - urgent.received).days, 0),
        answers=answers,
    )


def _answers(urgent: Urgent, as_of: date) -> tuple[AnswerView, ...]:
    """By their days; of one day in the order of the file."""
    known = sorted((a for a in urgent.answers if a.date <= as_of), key=lambda a: a.date)
    return tuple(
        AnswerView(_BY_WORDS[a.state], a.date, a.by, a.text, a.document, (a.document or "")[:1].isdigit())
        for a in known
    )
