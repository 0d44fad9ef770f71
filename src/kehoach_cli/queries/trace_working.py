"""The working copy, sentence by sentence, in the order of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.queries.trace_appendices import counts
from kehoach_cli.queries.trace_tasks import everything_on

if TYPE_CHECKING:
    from kehoach_cli.queries.trace_ledger import Ledger


def working_copy(ledger: Ledger) -> None:
    """The compilation without its appendices."""
    view = ledger.view
    ledger.plan()
    counts(ledger)
    for key, part in (("issuing", "documents"), ("guidance", "activities")):
        ledger.office(key)
        ledger.issued(part, with_returned=True)
    for part in ("tasks", "organisation"):
        for i, task in enumerate(getattr(view, part)):
            ledger.title(part, i, task)
            everything_on(ledger, part, i, task)
    ledger.office("funding")
    _money(ledger)
    for key in ("strengths", "limitations"):
        ledger.office(key)
        ledger.points(key, key, None, with_returned=True)
    ledger.points("difficulties", "difficulties", "text", with_returned=True)
    for i, one in enumerate(view.urgent):
        ledger.urgent(i, one, "text", with_steps=True)
    ledger.office("causes")
    ledger.points("causes", "difficulties", "cause", with_returned=True)
    for i, text in enumerate(view.office.next):
        ledger.add(("office", "next", i), text, [ledger.files.of_office("next", i)])
    ledger.points("next", "next", None, with_returned=True)
    for to in ("up", "others", "internal"):
        _proposals(ledger, to)
    ledger.office("internal")


def _money(ledger: Ledger) -> None:
    """Each line of each report."""
    at: dict[str, int] = {}
    for n, line in enumerate(ledger.view.funds.lines):
        index = at[line.source.file] = at.get(line.source.file, -1) + 1
        found = [ledger.files.of_report(line.source, ("funds", index, "source"), line.ref)]
        place = ("funds", "lines", n, "agencies", len(line.agencies) - 1)
        ledger.add(place, line.fund, found)


def _proposals(ledger: Ledger, to: str) -> None:
    for i, point in enumerate(ledger.view.proposals):
        if point.addressee == to:
            ledger.proposal(i, point)
    for i, one in enumerate(ledger.view.urgent):
        if one.asked and one.addressee == to:
            ledger.urgent(i, one, "asked", with_steps=True)
