"""Report deadlines: the clauses that say who reports by when, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.intake.official.draft import DraftDeadline
from kehoach_cli.intake.official.subjects import cut_subject, names_begin, without_opening
from kehoach_cli.intake.official.who import heading_people, people_of
from kehoach_cli.model.folding import fold
from kehoach_cli.model.report_duties import report_duties_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.official.structure import Node
    from kehoach_cli.model.register import Register


class Deadlines:
    """Reads the report deadlines of an outline; `found` holds every clause that has one."""

    def __init__(self, year: int, register: Register | None) -> None:
        self._year, self._register = year, register
        self.found: set[Node] = set()

    def read(self, root: Node) -> Iterator[DraftDeadline]:
        """Every duty to report, in the order of the document; tables do not ask for reports."""
        for node in root.walk():
            if node.table is not None or "báo cáo" not in node.text.lower():
                continue
            for duty in report_duties_in(node.text, self._year):
                self.found.add(node)
                yield DraftDeadline(
                    node.place,
                    duty.text,
                    duty.before,
                    duty.by,
                    duty.period,
                    duty.label,
                    duty.recurring,
                    self._reporters(node, duty.reporters),
                    duty.receiver,
                )

    def _reporters(self, node: Node, named: tuple[str, ...]) -> tuple[str, ...]:
        """Who the sentence names, who its paragraph is about, or the agency the clause stands under."""
        named = tuple(name for name in named if names_begin(name))
        cut = cut_subject(without_opening(node.text))
        is_same = bool(named) and fold(cut.subject).startswith(fold(named[0]))
        if cut.subject and cut.predicate and (is_same or not named):
            named = people_of("lead", cut.subject, self._register).lead
        if named:
            return named
        for above in node.ancestors():
            people = heading_people(above.text, self._register)
            if people.lead:
                return people.lead
        return ()
