"""The rows of the appendix of sources as they grow: one number for one text from the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.queries.trace_rows import Evidence, TraceRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.figures import FigureView
    from kehoach_cli.queries.points import Point
    from kehoach_cli.queries.task_results import TaskView
    from kehoach_cli.queries.trace_evidence import Files
    from kehoach_cli.queries.trace_rows import Path
    from kehoach_cli.queries.urgent import UrgentView

_SILENT = ("waiting", "reported")  # states of which the draft names no document


class Ledger:
    """Takes every traced place of a document in its order."""

    def __init__(self, view: Consolidation, files: Files) -> None:
        self.view, self.files = view, files
        self._rows: dict[tuple[str, str, tuple[Evidence, ...]], TraceRow] = {}

    def rows(self) -> tuple[TraceRow, ...]:
        """In the order of their numbers."""
        return tuple(self._rows.values())

    def add(self, at: Path, text: str | None, evidence: Iterable[Evidence], kind: str = "words") -> None:
        """A sentence; nothing is said of one that has no words or rests on nothing."""
        found = tuple(dict.fromkeys(evidence))
        if text and found:
            self.add_row(at, TraceRow(0, kind, text, found))

    def add_row(self, at: Path, row: TraceRow) -> None:
        """A row that may be there already: then the place bears its number too."""
        key = (row.kind, row.text, row.evidence)
        row = self._rows.get(key) or row._replace(number=len(self._rows) + 1)
        self._rows[key] = row if at in row.at else row._replace(at=(*row.at, at))

    def plan(self) -> None:
        """The plan's number, wherever it stands."""
        files = self.files
        told = (files.of_plan("document", key) for key in ("number", "issued", "title"))
        self.add(("plan", "number"), self.view.plan.title, told, "plan")

    def office(self, key: str) -> None:
        """A passage of the Office's."""
        text = getattr(self.view.office, key)
        self.add(("office", key), text, [self.files.of_office(key)] if text else ())

    def issued(self, part: str, *, with_returned: bool) -> None:
        """The documents, or the activities, of each report."""
        for i, one in enumerate(getattr(self.view, part)):
            if with_returned or not one.source.returned:
                for j, text in enumerate(one.texts):
                    found = self.files.of_text([one.source], text, "directives", None)
                    self.add((part, i, "texts", j), text, found)

    def title(self, part: str, index: int, task: TaskView) -> None:
        """The name of a task, the Office's short one or the beginning of its text."""
        records = self.files.plan.tasks if part == "tasks" else self.files.plan.organisation
        key = "short" if records[index].short else "text"
        self.add((part, index, "title"), task.title, [self.files.of_plan(part, index, key, ref=task.ref)])

    def points(self, part: str, records: str, key: str | None, *, with_returned: bool) -> None:
        """Difficulties, causes or outlook, each with all reports that wrote it so."""
        for i, point in enumerate(getattr(self.view, part)):
            if with_returned or not point.is_returned:
                found = self.files.of_text(point.sources, point.text, records, key)
                self.add((part, i, "text"), point.text, found)

    def proposal(self, index: int, point: Point) -> None:
        """One proposal, of reports or of the Office itself."""
        found = [*self.files.of_text(point.sources, point.text, "proposals", "text")]
        own = self.files.summary.proposals if self.files.summary else ()
        if not point.sources:
            at = next(n for n, p in enumerate(own) if (p.text, p.to) == (point.text, point.to))
            found.append(self.files.of_office("proposals", at, "text"))
        self.add(("proposals", index, "text"), point.text, found)

    def urgent(self, index: int, one: UrgentView, key: str, *, with_steps: bool = False) -> None:
        """A difficulty reported outside the calendar, or what is asked, and the document that answers it.

        `with_steps`: the words of each step too, which the working copy has.
        """
        self.add(("urgent", index, key), getattr(one, key), [self.files.of_urgent(one, key)])
        last = len(one.answers) - 1
        if one.answers and (with_steps or one.state not in _SILENT):
            self._step(index, one, last, "document")
        for n in range(len(one.answers)) if with_steps and key == "text" else ():
            self._step(index, one, n, "text")

    def _step(self, index: int, one: UrgentView, n: int, part: str) -> None:
        step = one.answers[n]
        record = next(r.urgent for r in self.files.raised if r.file == one.file)
        at = next(k for k, a in enumerate(record.answers) if (a.date, a.text) == (step.date, step.text))
        found = [self.files.of_urgent(one, "answers", at, part)]
        self.add(("urgent", index, "answers", n, part), getattr(step, part), found)

    def figure(self, at: Path, index: int, view: FigureView, *, working: bool) -> None:
        """A total with all reports it adds up, and those it is checked against."""
        cells = [c for c in view.cells if working or (c.is_counted and c.part != "other")]
        indicator = self.files.plan.indicators[index]
        names = {i.id: i.name for i in self.files.plan.indicators}
        found = [self.files.of_cell(c, view.id) for c in cells]
        row = TraceRow(
            number=0,
            kind="figure",
            text=view.name,
            evidence=tuple(found) or (self.files.of_plan("indicators", index, "name"),),
            total=view.value.number if view.value.number is not None else view.estimate.number,
            unit=view.unit,
            figure=view.kind,
            way=view.way if found else None,
            weight=names.get(indicator.weight or ""),
        )
        self.add_row(at, row)
        self.add_row(("figures", "indicators", index, "name"), row)
