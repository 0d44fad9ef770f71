"""The consolidated report as one frozen view: the draft for signature and the working copy print the same."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.amending import duties_of_period
from kehoach_cli.queries.answers import Known
from kehoach_cli.queries.closing import as_closed, closing_view
from kehoach_cli.queries.figures import figures_of
from kehoach_cli.queries.funds import funds_of
from kehoach_cli.queries.left_open import left_open
from kehoach_cli.queries.naming import Namer
from kehoach_cli.queries.points import addressee_of, difficulties, issued, points, proposals
from kehoach_cli.queries.report_frame import (
    office_view,
    period_view,
    plan_view,
    report_paper,
)
from kehoach_cli.queries.sending import sending_of
from kehoach_cli.queries.sources import sent_reports
from kehoach_cli.queries.status import status_of
from kehoach_cli.queries.task_results import merged_notes, task_view
from kehoach_cli.queries.trace_rows import Marks
from kehoach_cli.queries.urgent import of_period, urgent_views

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kehoach_cli.model.office import Issuer, Office
    from kehoach_cli.model.plan import Deadline, Plan, Task
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Summary
    from kehoach_cli.model.slots import Counts
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.closing import ClosingView
    from kehoach_cli.queries.figures import FiguresView
    from kehoach_cli.queries.funds import FundsView
    from kehoach_cli.queries.left_open import LeftOpen
    from kehoach_cli.queries.naming import Naming
    from kehoach_cli.queries.points import Issued, Point
    from kehoach_cli.queries.report_frame import OfficeView, PaperView, PeriodView, PlanView
    from kehoach_cli.queries.reviewing import Review
    from kehoach_cli.queries.sending import Sending
    from kehoach_cli.queries.sources import Sent, Source
    from kehoach_cli.queries.statements import Note
    from kehoach_cli.queries.status import DeadlineStatus
    from kehoach_cli.queries.task_results import TaskView
    from kehoach_cli.queries.trace_rows import TraceRow
    from kehoach_cli.queries.urgent import UrgentView


class RestView(NamedTuple):
    """A report's one answer for the duties it does not list."""

    agencies: tuple[Naming, ...]
    partners: tuple[Naming, ...]
    source: Source
    is_successors: bool = False  # as in queries.answers.Answer: it stands under its sender's own name


class Consolidation(NamedTuple):
    """Everything both texts print, in the order they print it."""

    as_of: date
    plan: PlanView
    period: PeriodView
    paper: PaperView
    office: OfficeView
    counts: Counts
    sources: tuple[Source, ...]  # every report that had come in
    has_reports: bool  # of others than the consolidating agency
    unread: tuple[Naming, ...]  # whose report is logged, its content not entered
    documents: tuple[Issued, ...]
    activities: tuple[Issued, ...]
    tasks: tuple[TaskView, ...]
    organisation: tuple[TaskView, ...]
    organisation_notes: tuple[Note, ...]
    left_open: tuple[LeftOpen, ...]
    strengths: tuple[Point, ...]
    limitations: tuple[Point, ...]
    difficulties: tuple[Point, ...]
    no_difficulties: str | None  # all · some · unread · nobody: what may be said where there are none
    causes: tuple[Point, ...]
    next: tuple[Point, ...]
    proposals: tuple[Point, ...]
    rests: tuple[RestView, ...]
    figures: FiguresView
    funds: FundsView
    sending: Sending
    own_clause: str | None  # the clause of the plan that has us consolidate
    urgent: tuple[UrgentView, ...] = ()  # reported outside the calendar, oldest first
    closing: ClosingView | None = None
    trace: tuple[TraceRow, ...] = ()  # where everything comes from, only where it is asked for
    marks: Marks = Marks()


def issuer_for(office: Office | None, deadline: Deadline, as_of: date) -> Issuer | None:
    """Who issues the report, judged on the earlier of `as_of` and the last day; None: nobody named does."""
    return office.issuer_on(min(as_of, deadline.last_day)) if office else None


def consolidation(
    workspace: Workspace, folder: PlanFolder, deadline: Deadline, as_of: date, issuer: Issuer
) -> Consolidation:
    """Reports received after `as_of` do not exist yet; of a closed period only those of its closing do."""
    closing = closing_view(folder, deadline.period, workspace.register, as_of)
    asked, as_of = as_of, min(as_of, closing.date) if closing else as_of
    folder = duties_of_period(as_closed(folder, deadline.period), deadline, as_of)
    register = workspace.register.on(min(as_of, deadline.last_day))
    namer = Namer(register)
    status = status_of(folder, deadline, register, as_of)
    sent = sent_reports(folder, deadline, register, namer, as_of)
    summary = folder.summaries.get(deadline.period)
    own = _id_of(issuer.consolidator, register)
    slots = {s.agency.id: s for s in status.slots}
    known = Known(register, namer, sent, slots, own, _reviews(folder, status))
    tasks, organisation = (_task_views(folder.plan, summary, known, organisation=o) for o in (False, True))
    found = difficulties(sent, namer)
    classify = _classifier(deadline, issuer, register)
    urgent = urgent_views(folder, of_period(folder, deadline), register, as_of, classify)
    return Consolidation(
        as_of=as_of,
        plan=plan_view(folder.id, folder.plan.document, issuer),
        period=period_view(deadline, folder.plan.document),
        paper=report_paper(workspace, folder, deadline, asked, issuer),
        office=office_view(summary),
        counts=status.counts,
        sources=tuple(s.source for s in sent),
        has_reports=any(s.sender != own for s in sent),
        unread=namer(s.sender for s in sent if not s.source.is_entered and not s.source.returned),
        documents=issued(sent, documents=True),
        activities=issued(sent, documents=False),
        tasks=tasks,
        organisation=organisation,
        organisation_notes=merged_notes(organisation),
        left_open=left_open((*tasks, *organisation), namer),
        strengths=points(sent, namer, lambda r: [r.strengths]),
        limitations=points(sent, namer, lambda r: [r.limitations]),
        difficulties=found,
        no_difficulties=None if urgent or _in_draft(found) else _silence(sent, own, status.counts),
        causes=points(sent, namer, lambda r: (d.cause for d in r.difficulties)),
        next=points(sent, namer, lambda r: r.next),
        proposals=proposals(sent, summary.proposals if summary else (), namer, classify),
        rests=tuple(RestView(namer([s.sender]), s.source.partners, s.source) for s in sent if s.report.rest),
        figures=figures_of(folder.plan, deadline, register, namer, sent),
        funds=funds_of(folder.plan, sent, namer),
        sending=sending_of(status, register, namer, folder.letters_of(deadline.period, as_of)),
        own_clause=_clause_of(own, folder.plan.organisation, register),
        urgent=urgent,
        closing=closing,
    )


def _classifier(deadline: Deadline, issuer: Issuer, register: Register) -> Callable[[str], str]:
    to = deadline.send_up.to if deadline.send_up else None
    return partial(addressee_of, send_up=to, issuer=issuer, register=register)


def _reviews(folder: PlanFolder, status: DeadlineStatus) -> dict[str, Review]:
    """By the file that the report names as its source, in a closed period its copy."""
    copies = folder.copies_of(status.deadline.period)
    return {copies.get(file, file): review for file, review in status.reviews.items()}


def _id_of(name: str, register: Register) -> str | None:
    agency = register.find_agency(name)
    return agency.id if agency else None


def _clause_of(own: str | None, organisation: tuple[Task, ...], register: Register) -> str | None:
    """The first clause of the plan's organisation that names the consolidating agency itself."""
    named = (t.ref for t in organisation if own in {_id_of(name, register) for name in t.lead})
    return next(named, None) if own else None


def _in_draft(found: tuple[Point, ...]) -> bool:
    return any(not p.is_returned for p in found)


def _silence(sent: tuple[Sent, ...], own: str | None, counts: Counts) -> str:
    """Where nobody told of difficulties: nothing is said of reports that nobody has read."""
    accepted = [s for s in sent if s.sender != own and not s.source.returned]
    if not accepted:
        return "nobody"
    if any(not s.source.is_entered for s in accepted):
        return "unread"
    return "some" if counts.missing else "all"


def _task_views(
    plan: Plan, summary: Summary | None, known: Known, *, organisation: bool
) -> tuple[TaskView, ...]:
    tasks = plan.organisation if organisation else plan.tasks
    written = {t.ref: t for t in summary.tasks} if summary else {}
    numbers = _numbers([t.ref for t in tasks])
    return tuple(
        task_view(task, number, written.get(task.ref), known, organisation=organisation)
        for task, number in zip(tasks, numbers, strict=True)
    )


def _numbers(refs: list[str]) -> list[int]:
    """The plan's own numbers where every ref ends in one and they rise; else counted from 1."""
    ends = [ref.rpartition(".")[2] for ref in refs]
    numbers = [int(e) for e in ends if e.isascii() and e.isdigit()]
    is_rising = all(a < b for a, b in pairwise(numbers))
    return numbers if len(numbers) == len(refs) and is_rising else list(range(1, len(refs) + 1))
