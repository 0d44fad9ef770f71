"""Closed periods: the reports their figures rest on, and what came or changed afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import Closing, PlanFolder


class Later(NamedTuple):
    """What is in the folder now and was not, or not so, when the period was closed."""

    kind: str  # added · changed · gone · urgent (a difficulty outside the calendar)
    agency: str
    received: date
    number: str | None


class ClosingView(NamedTuple):
    """The closing of one period, as the status and the documents tell of it."""

    date: date
    received: int
    expected: int
    later: tuple[Later, ...]


def as_closed(folder: PlanFolder, period: str) -> PlanFolder:
    """The plan with the reports of a closed period as they were; the same plan where it is open."""
    closing = folder.closing_of(period)
    if closing is None:
        return folder
    others = tuple(f for f in folder.reports if f.report.period != period)
    return folder._replace(reports=(*others, *closing.reports), raised=closing.raised)


def closing_view(folder: PlanFolder, period: str, register: Register, as_of: date) -> ClosingView | None:
    """None where the period is open. On the closing's own day, and before it, nothing has come later."""
    closing = folder.closing_of(period)
    if closing is None:
        return None
    counts, day = closing.closed.counts, closing.closed.date
    later = later_than(folder, closing, register, as_of) if as_of > day else ()
    return ClosingView(day, counts.received, counts.expected, later)


def later_than(folder: PlanFolder, closing: Closing, register: Register, as_of: date) -> tuple[Later, ...]:
    """Whatever differs from the closing, by register order; what came in after `as_of` does not exist yet."""
    found = [*_reports(folder, closing, as_of), *_urgent(folder, closing, as_of)]
    known = [(register.find_agency(later.agency), later) for later in found]
    named = [(agency, later._replace(agency=agency.name)) for agency, later in known if agency]
    named.sort(key=lambda pair: (pair[1].kind == "urgent", register.position(pair[0])))
    return tuple(later for _, later in named)


def _reports(folder: PlanFolder, closing: Closing, as_of: date) -> Iterator[Later]:
    before = {filed.file: filed.report for filed in closing.reports}
    now = {f.file: f.report for f in folder.reports_of(closing.closed.period)}
    for file, report in now.items():
        kind = "changed" if file in before else "added"
        if report != before.get(file) and report.received <= as_of:
            yield Later(kind, report.agency, report.received, report.number)
    for file, report in before.items():
        if file not in now:
            yield Later("gone", report.agency, report.received, report.number)


def _urgent(folder: PlanFolder, closing: Closing, as_of: date) -> Iterator[Later]:
    """An answer given later is no news of the period: `status --open` tells it."""
    before = {raised.file for raised in closing.raised}
    for file, urgent in folder.raised:
        if file not in before and urgent.received <= as_of:
            yield Later("urgent", urgent.agency, urgent.received, urgent.number)
