"""Who has to do what: the duties of one agency, of one group, or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.owing import reporters_of
from kehoach_cli.model.slots import slots_of
from kehoach_cli.queries.lives import life_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document, Task
    from kehoach_cli.model.register import Entry, Member, Register
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.lives import Life


class Duty(NamedTuple):
    """One task for whoever was asked about; `role` is None when nobody was."""

    plan: str  # the plan's id
    document: Document
    kind: str  # "task" or "organisation"
    task: Task
    role: str | None
    certain: bool  # false through an open group, and for a lead that counts only if it exists
    optional: bool  # «nếu có»
    via: tuple[str, ...]  # groups, outermost first, as the register has them
    heir_of: tuple[str, ...] = ()  # agencies named in the task whose work the one asked about has taken over
    due: date | None = None  # in an answer over several plans: the day it is sorted by (see due_order)


class ReportDue(NamedTuple):
    """One report deadline; with the agency's slot when one agency was asked about."""

    plan: str
    document: Document
    deadline: Deadline
    last_day: date  # the agency's own: extension included
    days_left: int  # negative once the day has passed
    slot: Slot | None


class TasksView(NamedTuple):
    """The answer of `tasks`."""

    as_of: date
    entry: Entry | None
    is_group: bool
    role: str | None  # the only role asked for
    duties: tuple[Duty, ...]
    deadlines: tuple[ReportDue, ...]
    life: Life | None = None  # of an agency that began, ended or took over from another


def tasks_view(workspace: Workspace, as_of: date, entry: Entry | None, role: str | None = None) -> TasksView:
    """Duties in the order of the plan, of several plans by the day they are due on.

    `role` keeps only that role and needs an entry.

    An agency has the duties of those whose work it does on that day; one that others follow has none.
    """
    register = workspace.register.on(as_of)
    duties = [d for folder in workspace.plans for d in _duties(folder, register, entry)]
    deadlines = [d for folder in workspace.plans for d in _deadlines(folder, register, as_of, entry)]
    duties = [d for d in duties if role is None or d.role == role]
    deadlines.sort(key=lambda d: (d.last_day, d.plan))
    if len({d.plan for d in duties} | {d.plan for d in deadlines}) > 1:
        from kehoach_cli.queries.due_order import duties_by_day, reports_by_day

        duties, deadlines = duties_by_day(duties, as_of), reports_by_day(deadlines)
    return TasksView(
        as_of,
        entry,
        entry is not None and register.is_group(entry),
        role,
        tuple(duties),
        tuple(deadlines),
        life_of(register, register.agencies.get(entry.id) if entry else None, as_of),
    )


def _duties(folder: PlanFolder, register: Register, entry: Entry | None) -> Iterator[Duty]:
    for kind, tasks in (("task", folder.plan.tasks), ("organisation", folder.plan.organisation)):
        for task in tasks:
            duty = Duty(folder.id, folder.plan.document, kind, task, None, True, False, ())
            if entry is None:
                yield duty
                continue
            for part in parts_of(task, register, entry):
                yield duty._replace(**part._asdict())


class Part(NamedTuple):
    """How an agency or group comes into a task."""

    role: str
    certain: bool
    optional: bool
    via: tuple[str, ...]
    heir_of: tuple[str, ...] = ()


def parts_of(task: Task, register: Register, entry: Entry) -> list[Part]:
    """The parts that count, at most one a role.

    Direct hides through a group, the shortest way wins, certain hides possible, and a certain lead
    hides coordinating.
    """
    best: dict[str, Part] = {}
    for role, optional, names in (
        ("lead", False, task.lead),
        ("lead", True, task.optional),
        ("coordinating", False, task.coordinating),
    ):
        for name in names:
            way = _way(register, name, entry)
            if way is None:
                continue
            certain = way.certain and not optional
            part = Part(role, certain, optional, tuple(g.name for g in way.via), way.heir_of)
            known = best.get(role)
            if known is None or _rank(part) < _rank(known):
                best[role] = part
            elif _rank(part) == _rank(known) and part.heir_of:
                best[role] = known._replace(heir_of=tuple(dict.fromkeys((*known.heir_of, *part.heir_of))))
    lead, coordinating = best.get("lead"), best.get("coordinating")
    if lead and coordinating and (lead.certain or lead.optional or not coordinating.certain):
        del best["coordinating"]
    return list(best.values())


def _rank(part: Part) -> tuple[bool, bool, int, bool]:
    return (not part.certain, not part.optional, len(part.via), bool(part.heir_of))


class _Way(NamedTuple):
    certain: bool
    via: tuple[Entry, ...]
    heir_of: tuple[str, ...] = ()


def _way(register: Register, name: str, entry: Entry) -> _Way | None:
    """How a printed name means the entry: itself, one it follows, or through groups; None: not at all."""
    named = register.find(name)
    if named is None:
        return None
    if register.is_group(entry):
        return _Way(certain=True, via=()) if named.id == entry.id else _way_to_group(register, named, entry)
    member = _member(register, named, entry)
    if member is None:
        return None
    is_heir = named.id != entry.id and not register.is_group(named)
    return _Way(member.certain, member.via, (named.name,) if is_heir else ())


def _member(register: Register, named: Entry, entry: Entry) -> Member | None:
    return next((m for m in register.members(named) if m.agency.id == entry.id), None)


def _way_to_group(register: Register, named: Entry, entry: Entry) -> _Way | None:
    found = register.inner_groups(named).get(entry.id)
    return _Way(found.certain, found.via) if found else None


def _deadlines(
    folder: PlanFolder, register: Register, as_of: date, entry: Entry | None
) -> Iterator[ReportDue]:
    for deadline in folder.plan.deadlines:
        due = ReportDue(folder.id, folder.plan.document, deadline, deadline.last_day, 0, None)
        if entry is not None and not register.is_group(entry):
            slots = slots_of(folder, deadline, register, as_of)
            slot = next((s for s in slots if s.agency.id == entry.id), None)
            if slot is None:
                continue
            due = due._replace(last_day=slot.last_day, slot=slot)
        elif entry is not None and not _reports(deadline, register, entry):
            continue
        yield due._replace(days_left=(due.last_day - as_of).days)


def _reports(deadline: Deadline, register: Register, group: Entry) -> bool:
    reporters = {agency.id for agency, _ in reporters_of(deadline, register.timeless)}
    reporters |= {agency.id for agency, _ in reporters_of(deadline, register)}
    return any(m.certain and m.agency.id in reporters for m in register.members(group))
