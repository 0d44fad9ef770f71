"""The consolidated report as one frozen view: the draft for signature and the working copy print the same."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.answers import Known
from kehoach_cli.queries.naming import Namer
from kehoach_cli.queries.points import addressee_of, issued, points, proposals
from kehoach_cli.queries.report_frame import office_view, paper_view, period_view, plan_view
from kehoach_cli.queries.sending import sending_of
from kehoach_cli.queries.sources import sent_reports
from kehoach_cli.queries.status import status_of
from kehoach_cli.queries.task_results import merged_notes, task_view

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.office import Issuer, Office
    from kehoach_cli.model.plan import Deadline, Task
    from kehoach_cli.model.report import Summary
    from kehoach_cli.model.slots import Counts
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.naming import Naming
    from kehoach_cli.queries.points import Issued, Point
    from kehoach_cli.queries.report_frame import OfficeView, PaperView, PeriodView, PlanView
    from kehoach_cli.queries.sending import Sending
    from kehoach_cli.queries.sources import Sent, Source
    from kehoach_cli.queries.statements import Note
    from kehoach_cli.queries.task_results import TaskView


class RestView(NamedTuple):
    """A report's one answer for the duties it does not list."""

    agencies: tuple[Naming, ...]
    partners: tuple[Naming, ...]
    source: Source


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
    difficulties: tuple[Point, ...]
    no_difficulties: str | None  # all · some · unread · nobody: what may be said where there are none
    causes: tuple[Point, ...]
    next: tuple[Point, ...]
    proposals: tuple[Point, ...]
    rests: tuple[RestView, ...]
    sending: Sending


def issuer_for(office: Office | None, deadline: Deadline, as_of: date) -> Issuer | None:
    """Who issues the report, judged on the earlier of `as_of` and the last day; None: nobody named does."""
    return office.issuer_on(min(as_of, deadline.last_day)) if office else None


def consolidation(
    workspace: Workspace, folder: PlanFolder, deadline: Deadline, as_of: date, issuer: Issuer
) -> Consolidation:
    """Reports received after `as_of` do not exist yet; those sent back are marked, for drafts omit them."""
    register, namer = workspace.register, Namer(workspace.register)
    status = status_of(folder, deadline, register, as_of)
    sent = sent_reports(folder, deadline, register, namer, as_of)
    summary = folder.summaries.get(deadline.period)
    consolidator = register.find_agency(issuer.consolidator)
    own = consolidator.id if consolidator else None
    known = Known(register, namer, sent, {s.agency.id: s for s in status.slots}, own)
    organisation = _task_views(folder.plan.organisation, summary, known, organisation=True)
    difficulties = points(sent, namer, lambda r: (d.text for d in r.difficulties))
    to = deadline.send_up.to if deadline.send_up else None
    return Consolidation(
        as_of=as_of,
        plan=plan_view(folder.id, folder.plan.document, issuer),
        period=period_view(deadline, folder.plan.document),
        paper=paper_view(workspace, issuer, deadline, summary, as_of),
        office=office_view(summary),
        counts=status.counts,
        sources=tuple(s.source for s in sent),
        has_reports=any(s.sender != own for s in sent),
        unread=namer(s.sender for s in sent if not s.source.is_entered and not s.source.returned),
        documents=issued(sent, documents=True),
        activities=issued(sent, documents=False),
        tasks=_task_views(folder.plan.tasks, summary, known, organisation=False),
        organisation=organisation,
        organisation_notes=merged_notes(organisation),
        difficulties=difficulties,
        no_difficulties=None
        if _in_draft(difficulties)
        else _silence_on_difficulties(sent, own, status.counts),
        causes=points(sent, namer, lambda r: (d.cause for d in r.difficulties)),
        next=points(sent, namer, lambda r: r.next),
        proposals=proposals(
            sent, summary.proposals if summary else (), namer, lambda p: addressee_of(p, to, issuer, register)
        ),
        rests=tuple(RestView(namer([s.sender]), s.source.partners, s.source) for s in sent if s.report.rest),
        sending=sending_of(status, register),
    )


def _in_draft(found: tuple[Point, ...]) -> bool:
    return any(not p.is_returned for p in found)


def _silence_on_difficulties(sent: tuple[Sent, ...], own: str | None, counts: Counts) -> str:
    """Nothing is said of reports that nobody has read."""
    accepted = [s for s in sent if s.sender != own and not s.source.returned]
    if not accepted:
        return "nobody"
    if any(not s.source.is_entered for s in accepted):
        return "unread"
    return "some" if counts.missing else "all"


def _task_views(
    tasks: tuple[Task, ...], summary: Summary | None, known: Known, *, organisation: bool
) -> tuple[TaskView, ...]:
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
