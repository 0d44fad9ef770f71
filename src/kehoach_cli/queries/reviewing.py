"""Reports that were made for duties an amendment has changed since: to be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.amending import SECTIONS, in_order, refs_ever, touched, versions
from kehoach_cli.queries.duties import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Amendment, Deadline, Plan, Task
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Report
    from kehoach_cli.model.workspace import PlanFolder


class Review(NamedTuple):
    """Why a report is to be looked at again."""

    refs: tuple[str, ...]  # in the plan's order: clauses its agencies had a part in, before or after
    amendments: tuple[Amendment, ...]  # in the order in which they came into force


def reviews_of(folder: PlanFolder, deadline: Deadline, register: Register, as_of: date) -> dict[str, Review]:
    """File of a report → why it is to be looked at again; reports that need not be are not in it.

    An amendment counts that came into force after the report had come (and after anybody last recorded that
    it still stands), within its period and by `as_of`, and that changes a duty of an agency it is from. A
    report that was sent back is owed anew: there is nothing to look at.
    """
    issued = folder.plan.as_issued
    if not issued.amendments:
        return {}
    until, order = min(as_of, deadline.last_day), refs_ever(issued)
    steps = [step for step in _steps(issued) if step.amendment.since <= until]
    found = {}
    for filed in folder.reports_of(deadline.period):
        report = filed.report
        if report.received <= as_of and not (report.returned and report.returned.date <= as_of):
            since = max([report.received, *(r.date for r in report.reviewed if r.date <= as_of)])
            review = _review([s for s in steps if s.amendment.since > since], report, register)
            if review:
                found[filed.file] = review._replace(refs=tuple(sorted(review.refs, key=order.index)))
    return found


class _Step(NamedTuple):
    """An amendment with the clauses it changes, each as it was and as it is from then on."""

    amendment: Amendment
    changed: tuple[tuple[str, tuple[Task, ...]], ...]


def _steps(issued: Plan) -> Iterator[_Step]:
    plans = versions(issued)
    for n, amendment in enumerate(in_order(issued)):
        sides = [{t.ref: t for s in SECTIONS for t in getattr(plan, s)} for plan in plans[n : n + 2]]
        refs = touched(amendment)
        yield _Step(amendment, tuple((ref, tuple(s[ref] for s in sides if ref in s)) for ref in refs))


def _review(steps: list[_Step], report: Report, register: Register) -> Review | None:
    names = (report.agency, *report.covers) if steps else ()
    agencies = [a for name in names if (a := register.find_agency(name))]
    refs: dict[str, None] = {}
    amendments = []
    for step in steps:
        mine = [ref for ref, tasks in step.changed if _is_concerned(tasks, agencies, register)]
        refs |= dict.fromkeys(mine)
        amendments += [step.amendment] if mine else []
    return Review(tuple(refs), tuple(amendments)) if refs else None


def _is_concerned(tasks: tuple[Task, ...], agencies: list[Agency], register: Register) -> bool:
    parts = (part for task in tasks for agency in agencies for part in parts_of(task, register, agency))
    return any(part.certain for part in parts)
