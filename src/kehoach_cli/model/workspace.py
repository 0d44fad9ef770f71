"""Everything a folder says, as records: what the questions are asked of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kehoach_cli.model.office import Office
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Report, Summary


class Filed(NamedTuple):
    """A report and the file it stands in (relative to the workspace, with /)."""

    file: str
    report: Report


class PlanFolder(NamedTuple):
    """One plan with what was sent in for it; `id` is the folder's name."""

    id: str
    plan: Plan
    source: str | None
    reports: tuple[Filed, ...]
    summaries: dict[str, Summary]

    def reports_of(self, period: str) -> tuple[Filed, ...]:
        return tuple(f for f in self.reports if f.report.period == period)


class Workspace(NamedTuple):
    """The register, the office and all plans, in the order of their folders' names."""

    register: Register
    office: Office | None
    plans: tuple[PlanFolder, ...]
