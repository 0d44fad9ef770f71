"""The draft for signature, sentence by sentence, in the order of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.queries.figures import CHILDREN, POPULATION, SPECIAL
from kehoach_cli.queries.trace_rows import TraceRow
from kehoach_cli.queries.trace_tasks import note_on, said_of

if TYPE_CHECKING:
    from kehoach_cli.queries.trace_ledger import Ledger
    from kehoach_cli.queries.trace_rows import Evidence


def draft(ledger: Ledger) -> None:
    """The report without its appendices."""
    _opening(ledger)
    ledger.office("issuing")
    ledger.issued("documents", with_returned=False)
    ledger.office("guidance")
    ledger.issued("activities", with_returned=False)
    _figures(ledger)
    _tasks(ledger)
    if ledger.view.office.funding:
        ledger.office("funding")
    else:
        funds(ledger)
    _assessment(ledger)
    _outlook(ledger)
    ledger.add(("marks", "subject"), ledger.view.plan.subject, [ledger.files.of_plan("document", "subject")])


def _opening(ledger: Ledger) -> None:
    files, period = ledger.files, ledger.view.period
    for i, basis in enumerate(files.plan.document.basis):
        key = "cite" if basis.cite else "as_printed"
        found = [files.of_plan("document", "basis", i, key)]
        ledger.add(("plan", "basis", i, "text"), ledger.view.plan.basis[i].text, found)
    ledger.plan()
    days = [key for key in ("cutoff", "estimate_until") if getattr(period, key)]
    ledger.add(("marks", "cutoff"), "days", map(files.of_deadline, days), "day")


def _figures(ledger: Ledger) -> None:
    figures = ledger.view.figures
    for i, one in enumerate(figures.indicators):
        if figures.opening and one.id in (CHILDREN, POPULATION, SPECIAL) and one.is_given:
            ledger.figure(("marks", "opening"), i, one, working=False)
    for i, one in enumerate(figures.indicators):
        if one.discrepancies:
            ledger.figure(("figures", "indicators", i, "name"), i, one, working=False)


def _tasks(ledger: Ledger) -> None:
    view = ledger.view
    for i, task in enumerate(view.tasks):
        ledger.title("tasks", i, task)
        said_of(ledger, "tasks", i, task)
        for j, note in enumerate(task.notes):
            note_on(ledger, ("tasks", i, "notes", j), note, [("tasks", i, task)])
    for i, task in enumerate(view.organisation):
        if task.statements:
            ledger.title("organisation", i, task)
            said_of(ledger, "organisation", i, task)
    for j, note in enumerate(view.organisation_notes):
        meant = [("organisation", i, t) for i, t in enumerate(view.organisation) if t.ref in note.refs]
        note_on(ledger, ("organisation_notes", j), note, meant)


def funds(ledger: Ledger) -> None:
    """Money used: the whole, each source of it, and who gave no sum."""
    view, files = ledger.view.funds, ledger.files
    counts: dict[str, int] = {}
    found: list[Evidence] = []
    unstated: list[Evidence] = []
    for line in view.lines:
        index = counts[line.source.file] = counts.get(line.source.file, -1) + 1
        if line.source.returned is None:
            key = "used" if line.used is not None else "source"
            place = files.of_report(line.source, ("funds", index, key), line.ref, line.fund)
            place = place._replace(value=line.used)
            (unstated if line.used is None else found).append(place)
    for j, one in enumerate(view.by_source):
        of_source = tuple(place for place in found if place.use == one.fund)
        if of_source:
            at = ("funds", "by_source", j, "fund")
            ledger.add_row(at, TraceRow(0, "money", one.fund, of_source, one.sums.used))
    if found:
        ledger.add_row(("marks", "funds"), TraceRow(0, "money", "", tuple(found), view.total.used))
    if found and view.unstated:
        ledger.add(("funds", "unstated", len(view.unstated) - 1), "used", unstated, "missing")


def _assessment(ledger: Ledger) -> None:
    view, files = ledger.view, ledger.files
    ledger.office("strengths")
    if not view.office.strengths:
        ledger.points("strengths", "strengths", None, with_returned=False)
    ledger.office("limitations")
    ledger.points("limitations", "limitations", None, with_returned=False)
    ledger.points("difficulties", "difficulties", "text", with_returned=False)
    for i, one in enumerate(view.urgent):
        ledger.urgent(i, one, "text")
    counted = [files.of_report(s, ()) for s in view.sources if not s.returned]
    if view.no_difficulties in ("all", "some"):
        ledger.add(("marks", "no_difficulties"), "difficulties", counted, "all")
    if view.unread:
        waiting = [files.of_report(s, ("received",)) for s in view.sources if not s.is_entered]
        ledger.add(("unread", len(view.unread) - 1), "unread", waiting, "missing")
    ledger.office("causes")
    ledger.points("causes", "difficulties", "cause", with_returned=False)


def _outlook(ledger: Ledger) -> None:
    view, files = ledger.view, ledger.files
    for i, text in enumerate(view.office.next):
        ledger.add(("office", "next", i), text, [files.of_office("next", i)])
    told = [(i, p) for i, p in enumerate(view.proposals) if not p.is_returned]
    asked = [(i, u) for i, u in enumerate(view.urgent) if u.asked and u.is_open]
    for to in ("up", "others"):
        for i, point in told:
            if point.addressee == to:
                ledger.proposal(i, point)
        for i, one in asked:
            if one.addressee == to:
                ledger.urgent(i, one, "asked")
    if not any(p.addressee != "internal" for _, p in told) and not asked and view.has_reports:
        counted = [files.of_report(s, ()) for s in view.sources if not s.returned]
        ledger.add(("marks", "no_proposals"), "proposals", counted, "all")
    internal = [p for _, p in told if p.addressee == "internal"]
    if internal and not view.office.internal:
        found = [e for p in internal for e in files.of_text(p.sources, p.text, "proposals", "text")]
        ledger.add(("marks", "internal"), "internal", found, "all")
