"""Rules of closed periods: one closing holds, it stands in its place, and what changed since is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import file_of
from kehoach_cli.model.amending import periods_ever
from kehoach_cli.model.days import print_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.workspace import Closing, PlanFolder


def _all(case: Case) -> Iterator[tuple[PlanFolder, Closing]]:
    for folder in case.workspace.plans:
        for closing in folder.closings:
            yield folder, closing


def _held(case: Case) -> Iterator[tuple[PlanFolder, Closing]]:
    """Without the closings that were undone."""
    return (pair for pair in _all(case) if pair[1].closed.reopened is None)


def not_in_its_place(case: Case) -> Iterator[Finding]:
    """The folders tell period and day; the content must say the same."""
    for folder, closing in _all(case):
        closed = closing.closed
        day = closed.date.isoformat()
        meant = f"plan/{folder.id}/reports/{closed.period}/_chot/{day}"
        found, _, _ = closing.file.rpartition("/")
        if found != meant and not (
            found.startswith(f"{meant}-") and found.removeprefix(f"{meant}-").isdigit()
        ):
            words = {"period": closed.period, "date": print_day(closed.date), "path": meant}
            yield Finding("L365", ("date",), words, closing.file)


def unknown_period(case: Case) -> Iterator[Finding]:
    """A closed period that the plan has no deadline for any more."""
    for folder, closing in _held(case):
        known = periods_ever(folder.plan)
        if closing.closed.period not in known and file_of(folder) in case.sound:
            words = {"period": closing.closed.period, "known": ", ".join(known)}
            yield Finding("L312", ("period",), words, closing.file)


def closed_twice(case: Case) -> Iterator[Finding]:
    """Two closings of one period, neither of them undone."""
    first: dict[tuple[str, str], Closing] = {}
    for folder, closing in _held(case):
        other = first.setdefault((folder.id, closing.closed.period), closing)
        if other is not closing:
            words = {"period": closing.closed.period, "file": other.file}
            yield Finding("L364", ("period",), words, closing.file)


def unknown_names(case: Case) -> Iterator[Finding]:
    """Senders of closed reports that the register has lost since."""
    if not case.register_is_sound:
        return
    for _, closing in _held(case):
        positions = {copy.file: index for index, copy in enumerate(closing.closed.reports)}
        for filed in closing.reports:
            if case.workspace.register.find_agency(filed.report.agency) is None:
                name = filed.file.rpartition("/")[2]
                words = {"file": name, "name": filed.report.agency}
                yield Finding("L368", ("reports", positions[name], "file"), words, closing.file)


def changed_since(case: Case) -> Iterator[Finding]:
    """Reports that say something else now, or that are gone; the closing keeps what they said."""
    for folder, closing in _held(case):
        now = {filed.file: filed.report for filed in folder.reports}
        told: Words = {"period": closing.closed.period, "date": print_day(closing.closed.date)}
        positions = {copy.file: index for index, copy in enumerate(closing.closed.reports)}
        for filed in closing.reports:
            if filed.file in now and now[filed.file] != filed.report:
                yield Finding("L362", ("agency",), told, filed.file)
            elif filed.file not in case.read and case.workspace.register.find_agency(filed.report.agency):
                name = filed.file.rpartition("/")[2]
                copy = f"{closing.file.rpartition('/')[0]}/bao-cao/{name}"
                words = {"file": filed.file, "copy": copy}
                yield Finding("L363", ("reports", positions[name], "file"), words, closing.file)


def other_version(case: Case) -> Iterator[Finding]:
    """The plan was amended since: the closed reports answer other words."""
    for folder, closing in _held(case):
        if closing.closed.version != folder.plan.version and file_of(folder) in case.sound:
            words = {"version": str(closing.closed.version), "now": str(folder.plan.version)}
            yield Finding("L367", ("version",), words, closing.file)
