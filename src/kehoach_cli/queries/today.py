"""What waits to be done on a day, over all plans: the most urgent first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import ended_on
from kehoach_cli.queries.chasing import Chase
from kehoach_cli.queries.pressing import due_works, left_works, owed_works
from kehoach_cli.queries.report_frame import registered_report, short_addressee
from kehoach_cli.queries.status import status_of
from kehoach_cli.queries.urgent import urgent_views
from kehoach_cli.queries.working import AHEAD_DAYS, RANKS, SOON_DAYS, Work, made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.status import DeadlineStatus
    from kehoach_cli.queries.urgent import UrgentView

UNANSWERED = ("waiting", "reported", "forwarded")
_NEEDS_ISSUER = ("ask", "urge", "urge_again")


class Ended(NamedTuple):
    """Nobody issues letters on the day asked about; who last did, and since when not, if anybody."""

    name: str | None
    since: date | None


class Next(NamedTuple):
    """The deadline that comes next."""

    plan: str
    document: Document
    deadline: Deadline
    days: int


class TodayView(NamedTuple):
    """The answer of the bare program."""

    as_of: date
    works: tuple[Work, ...]
    ended: Ended | None  # only where a letter waits to be written
    next: Next | None


def today_view(workspace: Workspace, as_of: date) -> TodayView:
    """A period whose consolidated report has gone out with its number leaves nothing to do."""
    found = [w for folder in workspace.plans for w in _of_plan(workspace, folder, as_of)]
    found.sort(key=lambda w: (w.rank, w.day or as_of, w.plan))
    ended = None
    if any(w.step in _NEEDS_ISSUER for w in found):
        ended = _ended(workspace, as_of)
    if ended is not None:
        found = _joined(w._replace(step="status") if w.step in _NEEDS_ISSUER else w for w in found)
    return TodayView(as_of, tuple(found), ended, _next(workspace, as_of))


def _joined(works: Iterable[Work]) -> list[Work]:
    """Lines that only a letter told apart, which nobody can write, as one."""
    found: list[Work] = []
    for work in works:
        last = found[-1] if found else None
        if last and work.kind == "overdue" and last[:5] == work[:5]:
            days = (min(last.days[0], work.days[0]), max(last.days[1], work.days[1]))
            both = last._replace(amount=last.amount + work.amount, days=days)
            found[-1] = both._replace(agencies=(*last.agencies, *work.agencies), proposed=None)
        else:
            found.append(work)
    return found


def _of_plan(workspace: Workspace, folder: PlanFolder, as_of: date) -> Iterator[Work]:
    for deadline in folder.plan.deadlines:
        if not _is_sent(folder, deadline, as_of):
            several = sum(p.plan.deadline(deadline.period) is not None for p in workspace.plans) > 1
            for work in _of_deadline(workspace, folder, deadline, as_of):
                yield work._replace(is_several=several)
    views = urgent_views(folder, folder.raised, workspace.register, as_of)
    is_several = sum(bool(p.raised) for p in workspace.plans) > 1
    for kind, states in (("unanswered", UNANSWERED), ("unsettled", ("directed",))):
        waiting = [v for v in views if v.state in states]
        if waiting:
            yield _difficulties(kind, folder, waiting)._replace(is_several=is_several)


def _difficulties(kind: str, folder: PlanFolder, waiting: list[UrgentView]) -> Work:
    days = [v.days for v in waiting]
    return Work(
        kind,
        folder.id,
        folder.plan.document,
        None,
        "open",
        len(waiting),
        min(v.received for v in waiting),
        (min(days), max(days)),
        tuple(dict.fromkeys(v.agency for v in waiting)),
        tuple(v.file for v in waiting),
        rank=RANKS[kind],
    )


def _of_deadline(workspace: Workspace, folder: PlanFolder, deadline: Deadline, as_of: date) -> Iterator[Work]:
    register = workspace.register
    status = status_of(folder, deadline, register, as_of)
    letters = folder.letters_of(deadline.period, as_of)
    chase = Chase(letters, register, deadline, as_of)
    yield from owed_works(status, chase, letters, workspace)
    yield from due_works(status, chase)
    yield from left_works(status)
    yield from _in_hand(status)
    yield from _sending(workspace, folder, status)


def _in_hand(status: DeadlineStatus) -> Iterator[Work]:
    """Reports that have come and are not done with; a joint one counts once, by who sent it if it can."""
    back = [s for s in status.slots if s.state == "returned"]
    if back:
        yield made("returned", status, "status", back)
    came = sorted((s for s in status.slots if s.filed and s.state != "returned"), key=lambda s: s.is_joint)
    by_file = {s.filed.file: (s, s.filed.report) for s in reversed(came) if s.filed}
    held = [by_file[file] for file in dict.fromkeys(s.filed.file for s in came if s.filed)]
    empty = [slot for slot, report in held if not report.is_entered]
    drafts = [slot for slot, report in held if report.draft]
    if empty:
        yield made("unentered", status, "status", empty)
    if drafts:
        yield made("draft", status, "status", drafts)
    again = [slot for slot, _ in held if status.review_of(slot)]
    if again:
        yield made("review", status, "review", again)


def _sending(workspace: Workspace, folder: PlanFolder, status: DeadlineStatus) -> Iterator[Work]:
    """The consolidated report: by when it goes up, and that its number is to be recorded."""
    deadline, as_of, up = status.deadline, status.as_of, status.deadline.send_up
    closing = folder.closing_of(deadline.period)
    is_closed = closing is not None and closing.closed.date <= as_of
    day = min(as_of, deadline.last_day)
    issuer = workspace.office.issuer_on(day) if workspace.office else None
    can_report = issuer is not None and as_of > deadline.last_day
    if up is not None:
        limit = min(up.by or deadline.last_day, deadline.last_day)
        if limit - as_of <= timedelta(days=AHEAD_DAYS):
            step = "report" if can_report and not is_closed else "status"
            sender = issuer.short if issuer else folder.plan.document.issuer
            work = made("send_up" if up.by else "undated", status, step, (), day=up.by)
            to = short_addressee(deadline, workspace.register) or up.to
            yield work._replace(sender=sender, receiver=to, rank=_rank_of(up.by, as_of))
    if is_closed and closing:
        work = made("unissued", status, "issue" if issuer else "status", (), day=closing.closed.date)
        yield work._replace(symbol=issuer.symbol if issuer else "")


def _rank_of(by: date | None, as_of: date) -> int:
    """A day of our own presses as the agencies' days do."""
    if by is None or (by - as_of).days > SOON_DAYS:
        return 4
    return 1 if by < as_of else 2


def _is_sent(folder: PlanFolder, deadline: Deadline, as_of: date) -> bool:
    """True once the consolidated report has a number, in issued/ or in the Office's own words."""
    summary = folder.summaries.get(deadline.period)
    if summary and summary.number and summary.dated and summary.dated <= as_of:
        return True
    return registered_report(folder, deadline.period, as_of) is not None


def _ended(workspace: Workspace, as_of: date) -> Ended | None:
    office = workspace.office
    if office is not None and office.issuer_on(as_of) is not None:
        return None
    last = office.last_ended(as_of) if office else None
    return Ended(last.name, ended_on(last)) if last else Ended(None, None)


def _next(workspace: Workspace, as_of: date) -> Next | None:
    coming = [
        Next(f.id, f.plan.document, d, (d.last_day - as_of).days)
        for f in workspace.plans
        for d in f.plan.deadlines
        if d.last_day >= as_of and not _is_sent(f, d, as_of)
    ]
    return min(coming, key=lambda n: n.days, default=None)
