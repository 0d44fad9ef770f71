"""Everything a folder says, as records: what the questions are asked of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kehoach_cli.model.calendar import CalendarFile
    from kehoach_cli.model.closing import Closed
    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.office import Office
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Report, Summary
    from kehoach_cli.model.urgent import Urgent


class Filed(NamedTuple):
    """A report and the file it stands in (relative to the workspace, with /)."""

    file: str
    report: Report


class Sent(NamedTuple):
    """A document that went out and the file that records it (relative to the workspace, with /)."""

    file: str
    issued: Issued


class Raised(NamedTuple):
    """A difficulty reported outside the calendar and its file (relative to the workspace, with /)."""

    file: str
    urgent: Urgent


class Closing(NamedTuple):
    """A period that was closed; the reports as they were, by the files they stood in.

    A closing that was undone holds no reports.
    """

    file: str  # of the record
    closed: Closed
    reports: tuple[Filed, ...] = ()
    raised: tuple[Raised, ...] = ()
    copies: Mapping[str, str] = {}  # the file a report stood in → the copy that was read


class PlanFolder(NamedTuple):
    """One plan with what was sent in and out for it; `id` is the folder's name."""

    id: str
    plan: Plan
    source: str | None
    reports: tuple[Filed, ...]
    summaries: dict[str, Summary]
    sent: tuple[Sent, ...] = ()  # in the order of their days and numbers
    raised: tuple[Raised, ...] = ()  # in the order of their days
    closings: tuple[Closing, ...] = ()  # in the order of their days; those undone are among them
    amending: Mapping[str, str] = {}  # name in amendments/ → the words of an amendment

    def reports_of(self, period: str) -> tuple[Filed, ...]:
        return tuple(f for f in self.reports if f.report.period == period)

    def closing_of(self, period: str) -> Closing | None:
        """The closing of a period that holds; None while its figures are open."""
        held = (c for c in self.closings if c.closed.period == period and c.closed.reopened is None)
        return next(held, None)

    def copies_of(self, period: str) -> Mapping[str, str]:
        """The file a report stood in → its copy, of a closed period; of an open one nothing."""
        closing = self.closing_of(period)
        return closing.copies if closing else {}

    def letters_of(self, period: str, as_of: date) -> tuple[Issued, ...]:
        """The letters of a period that had gone out by `as_of`, oldest first."""
        found = (s.issued for s in self.sent)
        return tuple(i for i in found if i.document == "cong-van" and i.period == period and i.dated <= as_of)


class Workspace(NamedTuple):
    """The register, the office and all plans, in the order of their folders' names."""

    register: Register
    office: Office | None
    plans: tuple[PlanFolder, ...]
    calendar: CalendarFile | None = None
