"""The appendices, row by row: figures, results by agency, who has reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.queries.answers import NOTHING
from kehoach_cli.queries.trace_tasks import answers_of

if TYPE_CHECKING:
    from kehoach_cli.queries.trace_ledger import Ledger


def appendices(ledger: Ledger, *, working: bool, with_status: bool) -> None:
    """Those that the document has."""
    figures = ledger.view.figures
    if figures.is_given or (working and any(one.cells for one in figures.indicators)):
        _figures(ledger, working=working)
    _results(ledger, working=working)
    if working or with_status:
        _sending(ledger)


def _figures(ledger: Ledger, *, working: bool) -> None:
    for i, one in enumerate(ledger.view.figures.indicators):
        ledger.figure(("figures", "indicators", i, "name"), i, one, working=working)
    for n, gap in enumerate(ledger.view.figures.gaps):
        numbers = dict.fromkeys(number for _, several in gap.places for number in several)
        found = [ledger.files.of_plan("indicators", number - 1, "givers") for number in numbers]
        at = ("figures", "gaps", n, "missing", len(gap.missing) - 1)
        ledger.add(at, "figures", found, "missing")


def _results(ledger: Ledger, *, working: bool) -> None:
    view, files = ledger.view, ledger.files
    for part in ("tasks", "organisation"):
        for i, task in enumerate(getattr(view, part)):
            if any(working or not a.source.returned for a in task.answers):
                ledger.title(part, i, task)
            answers_of(ledger, part, i, task, with_returned=working)
    for i, rest in enumerate(view.rests):
        if working or not rest.source.returned:
            at = ("rests", i, "agencies", len(rest.agencies) - 1)
            ledger.add(at, NOTHING, [files.of_report(rest.source, ("rest",))], "status")
    ledger.points("next", "next", None, with_returned=working)


def _sending(ledger: Ledger) -> None:
    view, files = ledger.view, ledger.files
    for i, slot in enumerate(view.sending.slots):
        found = [files.of_slot(slot.agency, slot.partners)]
        ledger.add(("sending", "slots", i, "agency"), slot.agency, found, "slot")
    counts(ledger)
    if view.sending.own:
        found = [files.of_slot(view.sending.own)]
        ledger.add(("sending", "own"), view.sending.own, found, "slot")
    for i, later in enumerate(view.closing.later if view.closing else ()):
        found = [files.of_slot(later.agency)]
        ledger.add(("closing", "later", i, "agency"), later.agency, found, "slot")
    groups = view.sending.open_groups
    if groups:
        found = [files.of_deadline("reporters")]
        ledger.add(("sending", "open_groups", len(groups) - 1), groups[-1], found)


def counts(ledger: Ledger) -> None:
    """How many had to report and did: the plan's list, and the day each report came."""
    files = ledger.files
    filled = [s for s in ledger.view.sending.slots if s.received]
    found = [files.of_deadline("reporters"), *(files.of_slot(s.agency, s.partners) for s in filled)]
    ledger.add(("marks", "counts"), "counts", found, "counts")
