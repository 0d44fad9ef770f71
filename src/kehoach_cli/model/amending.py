"""The plan as it holds on a day: as it was issued, with what its amendments had changed by then.

plan.yaml keeps the tasks as first issued; each amendment says what it adds, replaces and repeals. Amendments
count in the order of the days from which they hold, those of one day in the order of the file.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from kehoach_cli.model.plan import (
        AddedTask,
        Amendment,
        Deadline,
        DeadlineChange,
        Plan,
        Task,
        TaskChange,
    )
    from kehoach_cli.model.workspace import PlanFolder, Workspace

R = TypeVar("R")

SECTIONS = ("tasks", "organisation")
DUTY = ("text", "lead", "optional", "coordinating", "timing")
"""What makes a duty another one; the Office's short name does not."""

_DEADLINE = (
    "label",
    "reporters",
    "reporters_basis",
    "cutoff",
    "estimate_until",
    "receiver",
    "send_up",
    "source",
)


def plan_on(plan: Plan, day: date) -> Plan:
    """The plan as it holds on that day; the very same record where no amendment has come into force.

    A plan that was asked for another day already is asked anew, from its file.
    """
    issued = plan.as_issued
    held = [a for a in in_order(issued) if a.since <= day]
    return _folded(issued, held) if held else issued


def in_order(plan: Plan) -> list[Amendment]:
    """All amendments in the order in which they come into force."""
    return sorted(plan.amendments, key=lambda a: a.since)


def versions(plan: Plan) -> tuple[Plan, ...]:
    """The plan as issued and after each amendment in turn: whatever it says, said or is going to say."""
    issued = plan.as_issued
    order = in_order(issued)
    return (issued, *(_folded(issued, order[: n + 1]) for n in range(len(order))))


def tasks_ever(plan: Plan) -> list[Task]:
    """Every wording of every task and organisation duty, whenever it holds, in the order of the versions."""
    found = (task for version in versions(plan) for s in SECTIONS for task in getattr(version, s))
    return list({id(task): task for task in found}.values())


def refs_ever(plan: Plan) -> list[str]:
    """Every clause that the plan has, had or is going to have."""
    return list(dict.fromkeys(task.ref for task in tasks_ever(plan)))


def deadlines_ever(plan: Plan, period: str) -> list[Deadline]:
    """Every form that the deadline of a period has, had or is going to have."""
    found = [version.deadline(period) for version in versions(plan)]
    return list({id(deadline): deadline for deadline in found if deadline is not None}.values())


def periods_ever(plan: Plan) -> list[str]:
    """Every period that has, had or is going to have a deadline."""
    return list(dict.fromkeys(d.period for version in versions(plan) for d in version.deadlines))


def workspace_on(workspace: Workspace, day: date) -> Workspace:
    """Every plan as it holds on that day."""
    if not any(folder.plan.as_issued.amendments for folder in workspace.plans):
        return workspace
    plans = (folder._replace(plan=plan_on(folder.plan, day)) for folder in workspace.plans)
    return workspace._replace(plans=tuple(plans))


def duties_of_period(folder: PlanFolder, deadline: Deadline, as_of: date) -> PlanFolder:
    """The plan with the duties that a period's reports answer for: of its last day, before that of `as_of`.

    Its deadlines are those of `as_of`. A task that was repealed within the period after some agency had
    reported on it stays, at its place: nothing that an agency wrote is lost.
    """
    issued = folder.plan.as_issued
    if not issued.amendments:
        return folder
    reports = [f.report for f in folder.reports_of(deadline.period) if f.report.received <= as_of]
    answered = {result.ref for report in reports for result in report.tasks}
    day = min(as_of, deadline.last_day)
    duties = _folded(issued, [a for a in in_order(issued) if a.since <= day], answered)
    now = plan_on(issued, as_of)
    return folder._replace(plan=_with(duties, deadlines=now.deadlines, document=now.document))


def touched(amendment: Amendment) -> tuple[str, ...]:
    """The clauses whose duties an amendment adds, changes or repeals, in the order of the file."""
    added = (task.ref for section in SECTIONS for task in part_of(amendment, "add", section))
    changed = (
        change.ref
        for change in part_of(amendment, "replace", "tasks")
        if any(getattr(change, key) is not None for key in DUTY)
    )
    return tuple(dict.fromkeys([*added, *changed, *part_of(amendment, "repeal", "tasks")]))


def part_of(amendment: Amendment, action: str, kind: str) -> tuple[Any, ...]:
    """What an amendment does (add, replace, repeal) to tasks, organisation or deadlines."""
    found = getattr(amendment, action)
    return getattr(found, kind) if found is not None else ()


def place_in_file(plan: Plan, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Where plan.yaml says what stands at that path in a plan as it holds on a day.

    The last amendment in force that gives the words, else the clause or deadline as first written.
    """
    if plan.as_issued is plan or len(path) < 2 or not isinstance(path[1], int):  # noqa: PLR2004
        return path
    section, index, *rest = path
    if section not in (*SECTIONS, "deadlines"):
        return path
    name = "period" if section == "deadlines" else "ref"
    wanted = getattr(getattr(plan, str(section))[index], name)
    of_section = "deadlines" if section == "deadlines" else "tasks"
    found = path
    for n, item in enumerate(getattr(plan.as_issued, str(section))):
        if getattr(item, name) == wanted:
            found = (section, n, *rest)
    for amendment in plan.document.amended_by:
        at = plan.as_issued.amendments.index(amendment)
        for n, item in enumerate(part_of(amendment, "add", str(section))):
            if getattr(item, name) == wanted:
                found = ("amendments", at, "add", section, n, *rest)
        for n, item in enumerate(part_of(amendment, "replace", of_section)):
            if getattr(item, name) == wanted and rest and getattr(item, str(rest[0]), None) is not None:
                found = ("amendments", at, "replace", of_section, n, *rest)
    return found


def _folded(issued: Plan, held: Iterable[Amendment], answered: Collection[str] = ()) -> Plan:
    """The plan after these amendments, in this order; repealed tasks that are `answered` stay, marked."""
    sections: dict[str, list[Task]] = {section: [*getattr(issued, section)] for section in SECTIONS}
    deadlines = list(issued.deadlines)
    done = tuple(held)
    for amendment in done:
        for section in SECTIONS:
            sections[section] = _tasks_after(sections[section], amendment, section, answered)
        deadlines = _deadlines_after(deadlines, amendment)
    return _with(
        issued,
        document=_with(issued.document, _amended_by=done),
        tasks=tuple(sections["tasks"]),
        organisation=tuple(sections["organisation"]),
        deadlines=tuple(deadlines),
        _as_issued=issued,
    )


def _tasks_after(
    tasks: Sequence[Task], amendment: Amendment, section: str, answered: Collection[str]
) -> list[Task]:
    changes: dict[str, TaskChange] = {c.ref: c for c in part_of(amendment, "replace", "tasks")}
    repealed = part_of(amendment, "repeal", "tasks")
    found = []
    for task in tasks:
        if task.ref in repealed:
            if task.ref in answered:
                found.append(_with(task, _repealed_by=amendment))
            continue
        found.append(_changed(task, changes[task.ref], amendment) if task.ref in changes else task)
    for added in part_of(amendment, "add", section):
        found.insert(_place(found, added, amendment), _with(added, _amended_by=(amendment,)))
    return found


def _place(tasks: Sequence[Task], added: AddedTask, amendment: Amendment) -> int:
    """Behind the clause it names and what the same amendment put there before it; else at the end."""
    refs = [task.ref for task in tasks]
    if added.after not in refs:
        return len(refs)
    place = refs.index(added.after) + 1
    siblings = [t.ref for s in SECTIONS for t in part_of(amendment, "add", s) if t.after == added.after]
    while place < len(refs) and refs[place] in siblings:
        place += 1
    return place


def _changed(task: Task, change: TaskChange, amendment: Amendment) -> Task:
    given = {key: value for key in ("short", *DUTY) if (value := getattr(change, key)) is not None}
    if given.keys() & set(DUTY):
        given["_amended_by"] = (*task.amended_by, amendment)
    return _with(task, **given)


def _deadlines_after(deadlines: Sequence[Deadline], amendment: Amendment) -> list[Deadline]:
    """What comes into force after a deadline has passed does not change it, unless it moves it on."""
    changes: dict[str, DeadlineChange] = {c.period: c for c in part_of(amendment, "replace", "deadlines")}
    repealed = part_of(amendment, "repeal", "deadlines")
    found = []
    for deadline in deadlines:
        if deadline.period in repealed and amendment.since <= deadline.last_day:
            continue
        change = changes.get(deadline.period)
        moved = _moved(deadline, change, amendment) if change else deadline
        found.append(moved if amendment.since <= max(deadline.last_day, moved.last_day) else deadline)
    return [*found, *(_with(d, _amended_by=(amendment,)) for d in part_of(amendment, "add", "deadlines"))]


def _moved(deadline: Deadline, change: DeadlineChange, amendment: Amendment) -> Deadline:
    given = {key: value for key in _DEADLINE if (value := getattr(change, key)) is not None}
    if change.before or change.by:
        given |= {"before": change.before, "by": change.by}
    return _with(deadline, **given, _amended_by=(*deadline.amended_by, amendment))


def _with(record: R, **fields: object) -> R:
    """A copy of a frozen record with some of its fields, or facts kept beside them, set."""
    made = copy(record)
    vars(made).update(fields)
    return made
