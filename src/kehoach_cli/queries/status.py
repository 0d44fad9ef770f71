"""Who has reported, who is late, by how many days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.slots import Counts, Slot, count, slots_of
from kehoach_cli.queries.closing import closing_view

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document
    from kehoach_cli.model.register import Entry, Register
    from kehoach_cli.model.workspace import Filed, PlanFolder, Workspace
    from kehoach_cli.queries.closing import ClosingView


class DeadlineStatus(NamedTuple):
    """One deadline with its slots, in register order, and the counts over exactly these slots."""

    plan: str  # the plan's id
    document: Document
    deadline: Deadline
    as_of: date
    counts: Counts
    slots: tuple[Slot, ...]
    open_groups: tuple[str, ...]  # named as reporters, but nobody enumerated them; in no count
    own: Filed | None  # the consolidating agency's own report, which is no slot
    partners: dict[str, tuple[str, ...]]  # agency id → names of who else is in its joint report
    is_whole: bool  # false where only some slots were asked for
    closing: ClosingView | None = None  # where the period is closed: the slots are today's all the same

    @property
    def days_left(self) -> int:
        """Days to the common last day; negative once it has passed."""
        return (self.deadline.last_day - self.as_of).days


class StatusView(NamedTuple):
    """The answer of `status`: the deadlines that are due first come first."""

    as_of: date
    deadlines: tuple[DeadlineStatus, ...]


def status_view(
    workspace: Workspace, as_of: date, period: str | None = None, entry: Entry | None = None
) -> StatusView:
    """`entry` keeps the slots of one agency, or of a group's certain members.

    Deadlines without a slot are then left out.
    """
    kept = None
    if entry is not None:
        kept = {m.agency.id for m in workspace.register.members(entry) if m.certain}
    found = [
        status_of(folder, deadline, workspace.register, as_of, kept)
        for folder in workspace.plans
        for deadline in folder.plan.deadlines
        if period in (None, deadline.period)
    ]
    shown = [d for d in found if kept is None or d.slots]
    return StatusView(as_of, tuple(sorted(shown, key=lambda d: (d.deadline.last_day, d.plan))))


def status_of(
    folder: PlanFolder,
    deadline: Deadline,
    register: Register,
    as_of: date,
    kept: set[str] | None = None,
) -> DeadlineStatus:
    """One deadline; `kept` (agency ids) leaves out all other slots and what only concerns the whole."""
    every = slots_of(folder, deadline, register, as_of)
    slots = tuple(s for s in every if kept is None or s.agency.id in kept)
    entries = [e for name in deadline.reporters if (e := register.find(name))]
    open_groups = dict.fromkeys(g.name for e in entries for g in register.open_groups(e))
    partners = {s.agency.id: _partners(s, register) for s in slots if s.filed and s.state != "exempt"}
    return DeadlineStatus(
        folder.id,
        folder.plan.document,
        deadline,
        as_of,
        count(slots),
        slots,
        tuple(open_groups) if kept is None else (),
        _own(folder, deadline, register, as_of, {s.agency.id for s in every}) if kept is None else None,
        {id_: names for id_, names in partners.items() if names},
        kept is None,
        closing_view(folder, deadline.period, register, as_of),
    )


def _own(
    folder: PlanFolder, deadline: Deadline, register: Register, as_of: date, reporters: set[str]
) -> Filed | None:
    for filed in folder.reports_of(deadline.period):
        agency = register.find_agency(filed.report.agency)
        if agency and agency.id not in reporters and filed.report.received <= as_of:
            return filed
    return None


def _partners(slot: Slot, register: Register) -> tuple[str, ...]:
    """The other agencies of the report that fills the slot."""
    report = slot.filed.report if slot.filed else None
    names = [report.agency, *report.covers] if report and report.covers else []
    agencies = [a for name in names if (a := register.find_agency(name))]
    return tuple(a.name for a in agencies if a.id != slot.agency.id)
