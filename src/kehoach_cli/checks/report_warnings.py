"""Rules of the reports received that can only warn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import tasks_of
from kehoach_cli.checks.report_rules import reports_of
from kehoach_cli.model.days import print_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import PlanFolder

_NEEDS_REASON = ("chưa triển khai", "tạm dừng", "không thuộc nhiệm vụ")


def no_part_in_it(case: Case) -> Iterator[Finding]:
    """A task that the plan gives the agency in no way, not even through a group that is open."""
    register = case.workspace.register
    for folder, filed in reports_of(case):
        agency = register.find_agency(filed.report.agency)
        parties = _parties(folder, register)
        for index, result in enumerate(filed.report.tasks):
            if agency and result.ref in parties and agency.id not in parties[result.ref]:
                words: Words = {"name": agency.name, "ref": result.ref}
                yield Finding("L304", ("tasks", index, "ref"), words, filed.file)


def _parties(folder: PlanFolder, register: Register) -> dict[str, set[str]]:
    """Task ref → ids of everyone with a part in it, certain or possible."""
    found: dict[str, set[str]] = {}
    for _, task in tasks_of(folder.plan):
        entries = [register.find(n) for n in (*task.lead, *task.optional, *task.coordinating)]
        found[task.ref] = {m.agency.id for e in entries if e for m in register.members(e)}
    return found


def received_later(case: Case) -> Iterator[Finding]:
    for _, filed in reports_of(case):
        if filed.report.received > case.as_of:
            words: Words = {
                "received": print_day(filed.report.received),
                "as_of": print_day(case.as_of),
            }
            yield Finding("L305", ("received",), words, filed.file)


def partner_reported(case: Case) -> Iterator[Finding]:
    register = case.workspace.register
    for folder, filed in reports_of(case):
        if not filed.report.covers:
            continue
        same_period = folder.reports_of(filed.report.period)
        own = {a.id: f.file for f in same_period if (a := register.find_agency(f.report.agency))}
        for index, name in enumerate(filed.report.covers):
            partner = register.find_agency(name)
            if partner and own.get(partner.id, filed.file) != filed.file:
                words: Words = {"name": partner.name, "file": own[partner.id].rpartition("/")[2]}
                yield Finding("L307", ("covers", index), words, filed.file)


def reason_missing(case: Case) -> Iterator[Finding]:
    for _, filed in reports_of(case):
        for index, result in enumerate(filed.report.tasks):
            if result.status in _NEEDS_REASON and not result.result:
                words: Words = {"ref": result.ref, "status": result.status}
                yield Finding("L309", ("tasks", index, "status"), words, filed.file)


def days_reversed(case: Case) -> Iterator[Finding]:
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
    register = case.workspace.register
    for folder, filed in reports_of(case):
        deadline = folder.plan.deadline(filed.report.period)
        exempt = [register.find(e.agency) for e in deadline.exempt] if deadline else []
        agency = register.find_agency(filed.report.agency)
        if agency and agency in exempt:
            yield Finding("L314", ("agency",), {"name": agency.name}, filed.file)
