"""Where in the files each sentence of a report stands: report, task, line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.amending import place_in_file
from kehoach_cli.model.folding import fold
from kehoach_cli.queries.trace_rows import Evidence, Path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.report import Report
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.answers import Answer
    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.figure_cells import Cell
    from kehoach_cli.queries.sources import Source
    from kehoach_cli.queries.task_results import Idle
    from kehoach_cli.queries.trace_rows import Where
    from kehoach_cli.queries.urgent import UrgentView

_USES = {"giver": "counted", "compare": "compared", "other": "unused", "replaced": "unused"}


class Files:
    """The records behind a view; of a closed period the closing's copies."""

    def __init__(self, view: Consolidation, folder: PlanFolder, where: Where) -> None:
        self.view, self.where, self.plan = view, where, folder.plan
        self.summary = folder.summaries.get(view.period.id)
        self._copies = folder.copies_of(view.period.id)
        reports = folder.reports_of(view.period.id)
        self._reports = {self._copies.get(f.file, f.file): f.report for f in reports}
        self.raised = folder.raised
        self.sources = {s.agency: s for s in view.sources}

    def of_plan(self, *path: str | int, ref: str | None = None) -> Evidence:
        """The plan itself, or the amendment that says it so."""
        plan, file = self.view.plan, self.where.plan
        place = place_in_file(self.plan, path)
        number, issued = plan.number, plan.issued
        if place[0] == "amendments" and isinstance(place[1], int):
            amendment = self.plan.as_issued.amendments[place[1]]
            number, issued = amendment.number, amendment.issued
        line = self.where.line(file, place)
        return Evidence(plan.issuer, number, issued, None, str(path[0]), ref, file, line)

    def of_party(self, part: str, index: int, name: str, ref: str) -> Evidence:
        """Where a task names an agency or group; a group within another has the lists' own line."""
        task = (self.plan.tasks if part == "tasks" else self.plan.organisation)[index]
        for key in ("lead", "optional", "coordinating"):
            for n, printed in enumerate(getattr(task, key)):
                if fold(name) in fold(printed):
                    return self.of_plan(part, index, key, n, ref=ref)
        return self.of_plan(part, index, "coordinating", ref=ref)

    def of_deadline(self, key: str) -> Evidence:
        """The plan's words on the deadline."""
        periods = [d.period for d in self.plan.deadlines]
        return self.of_plan("deadlines", periods.index(self.view.period.id), key)

    def of_office(self, *path: str | int, ref: str | None = None) -> Evidence:
        """The Office's own words."""
        paper, file = self.view.paper, self.where.summary
        return Evidence(
            paper.consolidator, None, None, None, "office", ref, file, self.where.line(file, path)
        )

    def of_summary_task(self, ref: str, key: str) -> Evidence:
        refs = [t.ref for t in self.summary.tasks] if self.summary else []
        return self.of_office("tasks", refs.index(ref), key, ref=ref)

    def of_report(self, source: Source, path: Path, ref: str | None = None, use: str = "") -> Evidence:
        """One report."""
        line = self.where.line(source.file, path)
        told = (source.agency, source.number, source.dated, source.received)
        part = str(path[0]) if path else "report"
        return Evidence(*told, part, ref, source.file, line, source.form, use)

    def of_answer(self, answer: Answer, ref: str, key: str = "") -> Evidence:
        """Its words, else its state, else the one answer for all that the report does not list."""
        index = _index(self.report(answer.source).tasks, "ref", ref)
        if index is None:
            return self.of_report(answer.source, ("rest",), ref)
        key = key or ("result" if answer.words else "status")
        return self.of_report(answer.source, ("tasks", index, key), ref)

    def of_idle(self, idle: Iterable[Idle], ref: str) -> Iterator[Evidence]:
        for one in idle:
            for source in one.sources:
                yield self.of_report(source, ("rest",), ref)

    def of_text(self, sources: Iterable[Source], text: str, part: str, key: str | None) -> Iterator[Evidence]:
        """The text in each of its reports' lists; `key` where the items of the list are records."""
        for source in sources:
            items = getattr(self.report(source), part)
            if isinstance(items, str):  # the one text of the kind that a report has
                yield self.of_report(source, (part,))
                continue
            for index, item in enumerate(items):
                if text == (getattr(item, key) if key else item):
                    yield self.of_report(source, (part, index, *((key,) if key else ())))
                    break

    def of_cell(self, cell: Cell, indicator: str) -> Evidence:
        index = _index(self.report(cell.source).figures, "indicator", indicator) or 0
        column = next((c for c in ("value", "estimate", "previous") if getattr(cell, c) is not None), "note")
        use = _USES[cell.part] if cell.is_counted else "returned"
        found = self.of_report(cell.source, ("figures", index, column), None, use)
        return found._replace(value=getattr(cell, column) if column != "note" else None)

    def of_urgent(self, one: UrgentView, *path: str | int) -> Evidence:
        """A difficulty reported outside the calendar."""
        file = self._copies.get(one.file, one.file)
        told = (one.agency, one.number, one.dated, one.received)
        return Evidence(*told, "urgent", one.ref, file, self.where.line(file, path))

    def of_slot(self, agency: str, partners: Iterable[str] = ()) -> Evidence:
        """The day its report came, or that of a partner's joint report; else the plan's list of reporters."""
        source = next((self.sources[name] for name in (agency, *partners) if name in self.sources), None)
        return self.of_report(source, ("received",)) if source else self.of_deadline("reporters")

    def report(self, source: Source) -> Report:
        return self._reports[source.file]


def files_named(view: Consolidation, folder: PlanFolder, plan: str, summary: str) -> list[str]:
    """Every file that a trace of the view may name."""
    files = dict.fromkeys([plan, summary, *(s.file for s in view.sources)])
    copies = folder.copies_of(view.period.id)
    return [*files, *(copies.get(r.file, r.file) for r in folder.raised)]


def _index(items: Iterable[Any], key: str, wanted: str) -> int | None:
    return next((n for n, item in enumerate(items) if getattr(item, key) == wanted), None)
