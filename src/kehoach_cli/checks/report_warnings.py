"""Rules of the reports received that can only warn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.register_rules import everyone_is_known
from kehoach_cli.checks.report_rules import placed_reports, reports_of, summary_file
from kehoach_cli.model.amending import tasks_ever
from kehoach_cli.model.days import print_day
from kehoach_cli.model.report import NEEDS_REASON
from kehoach_cli.model.succession import ancestry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.plan import Task
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import PlanFolder


def no_part_in_it(case: Case) -> Iterator[Finding]:
    """A task that the plan gives neither the agency nor whom it reports for, not even by an open group.

    Nor anyone whose work these have taken over.
    """
    if not case.register_is_sound:
        return
    register = case.workspace.register
    parties: dict[str, dict[str, set[str]]] = {}
    for folder, filed, agency in placed_reports(case):
        if folder.id not in parties:
            parties[folder.id] = _parties(folder, register)
        refs = parties[folder.id]
        partners = [a for name in filed.report.covers if (a := register.find_agency(name))]
        senders = {id_ for a in (agency, *partners) for id_ in ancestry(register, a)}
        for index, result in enumerate(filed.report.tasks):
            if result.ref in refs and not senders & refs[result.ref]:
                words: Words = {"name": agency.name, "ref": result.ref}
                yield Finding("L304", ("tasks", index, "ref"), words, filed.file)


def _parties(folder: PlanFolder, register: Register) -> dict[str, set[str]]:
    """Task ref → ids of everyone with a part in it, certain or possible; none where a name is unknown."""
    found: dict[str, set[str]] = {}
    for task in tasks_ever(folder.plan):
        names = (*task.lead, *task.optional, *task.coordinating)
        if task.lead and everyone_is_known(register, names):
            entries = [register.find(n) for n in names]
            ids = {m.agency.id for e in entries if e for m in register.members(e)}
            found.setdefault(task.ref, set()).update(ids)
    return found


def received_later(case: Case) -> Iterator[Finding]:
    """A report from after the day asked about: it counts as not received yet."""
    for _, filed in reports_of(case):
        if filed.report.received > case.as_of:
            words: Words = {
                "received": print_day(filed.report.received),
                "as_of": print_day(case.as_of),
            }
            yield Finding("L305", ("received",), words, filed.file)


def partner_reported(case: Case) -> Iterator[Finding]:
    """A joint report for somebody who sent one of their own."""
    register = case.workspace.register
    for folder, filed, agency in placed_reports(case):
        own = {
            a.id: f.file
            for f in folder.reports_of(filed.report.period)
            if (a := register.find_agency(f.report.agency))
        }
        for index, name in enumerate(filed.report.covers):
            partner = register.find_agency(name)
            if partner and partner.id != agency.id and partner.id in own:
                words: Words = {"name": partner.name, "file": own[partner.id].rpartition("/")[2]}
                yield Finding("L307", ("covers", index), words, filed.file)


def reason_missing(case: Case) -> Iterator[Finding]:
    """A status that needs a reason, without one."""
    for _, filed in reports_of(case):
        for index, result in enumerate(filed.report.tasks):
            if result.status in NEEDS_REASON and not result.result:
                words: Words = {"ref": result.ref, "status": result.status}
                yield Finding("L309", ("tasks", index, "status"), words, filed.file)


def days_reversed(case: Case) -> Iterator[Finding]:
    """Received before it was written, or sent back before it was received."""
    for _, filed in reports_of(case):
        report = filed.report
        received = print_day(report.received)
        if report.dated and report.received < report.dated:
            words: Words = {"received": received, "dated": print_day(report.dated)}
            yield Finding("L311", ("received",), words, filed.file)
        if report.returned and report.returned.date < report.received:
            words = {"returned": print_day(report.returned.date), "received": received}
            yield Finding("L315", ("returned", "date"), words, filed.file)


def exempt_but_sent(case: Case) -> Iterator[Finding]:
    """A report of somebody who owes none this time: read, but in no count."""
    register = case.workspace.register
    for folder, filed, agency in placed_reports(case):
        deadline = folder.plan.deadline(filed.report.period)
        exempt = [register.find(e.agency) for e in deadline.exempt] if deadline else []
        if agency in exempt:
            yield Finding("L314", ("agency",), {"name": agency.name}, filed.file)


def later_but_reported(case: Case) -> Iterator[Finding]:
    """«Sẽ báo cáo bổ sung» on a task of which a lead has told: the draft prints the lead's words instead."""
    if not case.register_is_sound:
        return
    for folder in (f for f in case.workspace.plans if f.summaries):
        leads: dict[str, set[str]] = {}
        for task_then in tasks_ever(folder.plan):
            leads.setdefault(task_then.ref, set()).update(_leads(task_then, case.workspace.register))
        for period, summary in folder.summaries.items():
            for index, task in enumerate(summary.tasks):
                senders = _told_by(folder, period, task.ref, leads.get(task.ref, set()), case)
                if task.later and senders:
                    words: Words = {"ref": task.ref, "names": ", ".join(senders)}
                    yield Finding("L325", ("tasks", index, "later"), words, summary_file(folder, period))


def _leads(task: Task, register: Register) -> set[str]:
    entries = [e for name in (*task.lead, *task.optional) if (e := register.find(name))]
    return {m.agency.id for e in entries for m in register.members(e) if m.certain}


def _told_by(folder: PlanFolder, period: str, ref: str, leads: set[str], case: Case) -> list[str]:
    """Names of the leads that speak of the task in a report that had come in and was not sent back."""
    register = case.workspace.register
    found = []
    for filed in folder.reports_of(period):
        report = filed.report
        is_back = report.returned is not None and report.received <= report.returned.date <= case.as_of
        if report.received > case.as_of or is_back:
            continue
        status = next((r.status for r in report.tasks if r.ref == ref), report.rest)
        speakers = (register.find_agency(name) for name in (report.agency, *report.covers))
        if status not in (None, "không thuộc nhiệm vụ"):
            found += [a.name for a in speakers if a and not leads.isdisjoint(ancestry(register, a))]
    return list(dict.fromkeys(found))
