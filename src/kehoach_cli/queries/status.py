"""Who has reported, who is late, by how many days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.owing import reporters_of
from kehoach_cli.model.slots import Counts, Slot, count, slots_of
from kehoach_cli.queries.closing import closing_view
from kehoach_cli.queries.naming import Namer
from kehoach_cli.queries.reviewing import reviews_of
from kehoach_cli.queries.vacancy import vacancy_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document
    from kehoach_cli.model.register import Entry, Register
    from kehoach_cli.model.workspace import Filed, PlanFolder, Workspace
    from kehoach_cli.queries.closing import ClosingView
    from kehoach_cli.queries.naming import Naming
    from kehoach_cli.queries.reviewing import Review
    from kehoach_cli.queries.vacancy import Vacancy


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
    reviews: Mapping[str, Review] = {}  # file of a report → why it is to be looked at again
    taken_over: Mapping[str, tuple[Naming, ...]] = {}  # agency id → in whose place it reports
    vacancy: Vacancy | None = None  # where nobody is known who receives the reports

    def review_of(self, slot: Slot) -> Review | None:
        """Why the report that fills the slot is to be looked at again; None where it need not be."""
        return self.reviews.get(slot.filed.file) if slot.filed else None

    @property
    def days_left(self) -> int:
        """Days to the common last day; negative once it has passed."""
        return (self.deadline.last_day - self.as_of).days


class StatusView(NamedTuple):
    """The answer of `status`: the deadlines that are due first come first.

    Of several plans those that nobody owes a report for any more come last.
    """

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
        days = (workspace.register.timeless, workspace.register.on(as_of))
        kept = {m.agency.id for register in days for m in register.members(entry) if m.certain}
    found = [
        status_of(folder, deadline, workspace.register, as_of, kept)._replace(
            vacancy=vacancy_of(workspace, deadline, as_of)
        )
        for folder in workspace.plans
        for deadline in folder.plan.deadlines
        if period in (None, deadline.period)
    ]
    shown = [d for d in found if kept is None or d.slots]
    shown.sort(key=lambda d: (d.deadline.last_day, d.plan))
    if len({d.plan for d in shown}) > 1:
        from kehoach_cli.queries.due_order import statuses_by_day

        shown = statuses_by_day(shown)
    return StatusView(as_of, tuple(shown))


def status_of(
    folder: PlanFolder,
    deadline: Deadline,
    register: Register,
    as_of: date,
    kept: set[str] | None = None,
) -> DeadlineStatus:
    """One deadline; `kept` (agency ids) leaves out all other slots and what only concerns the whole.

    A slot is kept for its agency and for those in whose place that reports.
    """
    every = slots_of(folder, deadline, register, as_of)
    slots = tuple(s for s in every if kept is None or kept & {s.agency.id, *(p.id for p in s.predecessors)})
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
        _own(folder, deadline, register, as_of) if kept is None else None,
        {id_: names for id_, names in partners.items() if names},
        kept is None,
        closing_view(folder, deadline.period, register, as_of),
        reviews_of(folder, deadline, register.on(min(as_of, deadline.last_day)), as_of),
        _taken_over(slots, register),
    )


def _taken_over(slots: Iterable[Slot], register: Register) -> dict[str, tuple[Naming, ...]]:
    followers = [s for s in slots if s.predecessors]
    namer = Namer(register.timeless) if followers else None
    return {s.agency.id: namer(p.id for p in s.predecessors) for s in followers} if namer else {}


def _own(folder: PlanFolder, deadline: Deadline, register: Register, as_of: date) -> Filed | None:
    """A report of neither a reporter nor anybody who did the work of one when it came."""
    reporters = [agency for agency, _ in reporters_of(deadline, register.timeless)]
    known = {agency.id for agency in reporters}
    for filed in folder.reports_of(deadline.period):
        agency, day = register.find_agency(filed.report.agency), filed.report.received
        if agency is None or day > as_of or agency.id in known:
            continue
        if not any(o.id == agency.id for r in reporters if r.until for o in register.owners(r, day)):
            return filed
    return None


def _partners(slot: Slot, register: Register) -> tuple[str, ...]:
    """The other agencies of the report that fills the slot."""
    report = slot.filed.report if slot.filed else None
    names = [report.agency, *report.covers] if report and report.covers else []
    agencies = [a for name in names if (a := register.find_agency(name))]
    return tuple(a.name for a in agencies if a.id != slot.agency.id)
