"""Rules of plan.yaml that stop an answer: names, refs, leads, periods."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding, LineOf
from kehoach_cli.checks.register_rules import everyone_is_known
from kehoach_cli.model.amending import SECTIONS, part_of
from kehoach_cli.model.names import NearestName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.plan import AddedTask, Deadline, Plan, Task, TaskChange
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import PlanFolder

    Path = tuple[str | int, ...]

_PARTS = {
    "lead": "phần chủ trì",
    "optional": "phần chủ trì nếu có",
    "coordinating": "phần phối hợp",
}
_OFTEN = 3
_MOST_PIECES = 4  # of one name that commas have cut up


def file_of(folder: PlanFolder) -> str:
    """The file that a plan was read from."""
    return f"plan/{folder.id}/plan.yaml"


def tasks_of(plan: Plan) -> Iterator[tuple[Path, Task]]:
    """Every task and organisation duty with its path in the file."""
    for section in ("tasks", "organisation"):
        for index, task in enumerate(getattr(plan, section)):
            yield (section, index), task


def added_tasks_of(plan: Plan) -> Iterator[tuple[Path, AddedTask]]:
    """Every task and organisation duty that an amendment adds, with its path in the file."""
    for index, amendment in enumerate(plan.amendments):
        for section in SECTIONS:
            for n, task in enumerate(part_of(amendment, "add", section)):
                yield ("amendments", index, "add", section, n), task


def changes_of(plan: Plan) -> Iterator[tuple[Path, TaskChange]]:
    """What amendments say anew of tasks and organisation duties; a part that stays is None."""
    for index, amendment in enumerate(plan.amendments):
        for n, change in enumerate(part_of(amendment, "replace", "tasks")):
            yield ("amendments", index, "replace", "tasks", n), change


def every_task_of(plan: Plan) -> Iterator[tuple[Path, Task]]:
    """As issued and as added."""
    yield from tasks_of(plan)
    yield from added_tasks_of(plan)


def clauses_of(plan: Plan) -> Iterator[tuple[Path, Task | TaskChange]]:
    """Whatever names agencies or a time: tasks as issued, as added, and what is said anew of them."""
    yield from every_task_of(plan)
    yield from changes_of(plan)


def added_deadlines_of(plan: Plan) -> Iterator[tuple[Path, Deadline]]:
    """Every deadline that an amendment adds."""
    for index, amendment in enumerate(plan.amendments):
        for n, deadline in enumerate(part_of(amendment, "add", "deadlines")):
            yield ("amendments", index, "add", "deadlines", n), deadline


def every_deadline_of(plan: Plan) -> Iterator[tuple[Path, Deadline]]:
    """As issued and as added."""
    yield from ((("deadlines", n), deadline) for n, deadline in enumerate(plan.deadlines))
    yield from added_deadlines_of(plan)


def every_name_is_known(case: Case) -> bool:
    """False when the register lacks a name of some clause: nobody knows then who is named nowhere else."""
    tasks = [task for f in case.workspace.plans for _, task in clauses_of(f.plan)]
    names = {name for task in tasks for _, name, _ in printed_names(task)}
    return case.register_is_sound and all(map(case.workspace.register.find, names))


def printed_names(task: Task | TaskChange) -> Iterator[tuple[Path, str, str]]:
    """Each agency name of a task as printed: its path below the task, the name, the part in words."""
    for key, part in _PARTS.items():
        for index, name in enumerate(getattr(task, key) or ()):
            yield (key, index), name, part


def no_plan(case: Case) -> Iterator[Finding]:
    """No folder below plan/ has anything of a plan; what is broken or misplaced is told elsewhere."""
    if not case.workspace.plans and not any(path.count("/") > 1 for path in case.read):
        yield Finding("L022", file="plan")


def unknown_names(case: Case) -> Iterator[Finding]:
    """Names that the register has not; neighbours that together are a known name are told as one."""
    if not case.register_is_sound:
        return
    register = case.workspace.register
    nearest = NearestName(register.entries())
    for folder in case.workspace.plans:
        found: list[Finding] = []
        for path, names, where in _name_lists(folder.plan):
            if not all(map(register.find, names)):
                found += _unknown(register, nearest, path, names, where)
        for finding in _often_told_once(found):
            yield finding._replace(file=file_of(folder))
        for path, name, where in _single_names(folder.plan):
            for finding in no_agency(register, nearest, path, name, where):
                yield finding._replace(file=file_of(folder))


def _often_told_once(found: list[Finding]) -> Iterator[Finding]:
    """A name wrong in many places is no slip there but missing from the register: told at the first."""
    places = Counter(f.words["name"] for f in found if f.code == "L201")
    told = set()
    for finding in found:
        name = finding.words.get("name", "")
        if finding.code != "L201" or places[name] < _OFTEN:
            yield finding
        elif name not in told:
            told.add(name)
            where = f"{finding.words['where']}, và {places[name] - 1} chỗ khác"
            yield finding._replace(words={**finding.words, "where": where})


def no_agency(
    register: Register, nearest: NearestName, path: Path, name: str, where: str
) -> Iterator[Finding]:
    """Where one agency must stand: a name that nobody has, or that of a group."""
    entry = register.find(name)
    if entry is None:
        words = {"name": name, "where": where, "meant": nearest(name)}
        yield Finding("L201", path, words)
    elif register.is_group(entry):
        yield Finding("L226", path, {"name": name, "where": where})


def _name_lists(plan: Plan) -> Iterator[tuple[Path, tuple[str, ...], str]]:
    for path, task in clauses_of(plan):
        for key, words in _PARTS.items():
            yield (*path, key), getattr(task, key) or (), f"nhiệm vụ {task.ref}, {words}"
    changed = (
        (("amendments", index, "replace", "deadlines", n), change)
        for index, amendment in enumerate(plan.amendments)
        for n, change in enumerate(part_of(amendment, "replace", "deadlines"))
    )
    for path, deadline in (*every_deadline_of(plan), *changed):
        where = f"hạn báo cáo kỳ {deadline.period}, phần cơ quan phải báo cáo"
        yield (*path, "reporters"), deadline.reporters or (), where


def _single_names(plan: Plan) -> Iterator[tuple[Path, str, str]]:
    for path, deadline in every_deadline_of(plan):
        for key, words in (("exempt", "phần không phải báo cáo"), ("extended", "phần gia hạn")):
            for n, item in enumerate(getattr(deadline, key)):
                where = f"hạn báo cáo kỳ {deadline.period}, {words}"
                yield (*path, key, n, "agency"), item.agency, where


def _unknown(
    register: Register, nearest: NearestName, path: Path, names: tuple[str, ...], where: str
) -> Iterator[Finding]:
    skipped = -1
    for index, name in enumerate(names):
        if index <= skipped:
            continue
        end = _split_at(register, names, index)
        if end:
            skipped = end
            whole = ", ".join(names[index : end + 1])
            words = {"first": name, "second": names[index + 1], "whole": whole, "where": where}
            yield Finding("L209", (*path, index), words)
        elif register.find(name) is None:
            words = {"name": name, "where": where, "meant": nearest(name)}
            yield Finding("L201", (*path, index), words)


def _split_at(register: Register, names: tuple[str, ...], start: int) -> int:
    """The index up to which the names from `start` on make one known name with commas; 0: they do not.

    Only where one of the pieces is no name of its own: two known agencies side by side stay two.
    """
    for end in range(min(start + _MOST_PIECES, len(names)) - 1, start, -1):
        pieces = names[start : end + 1]
        if register.find(", ".join(pieces)) and not all(map(register.find, pieces)):
            return end
    return 0


def unknown_consolidator(case: Case) -> Iterator[Finding]:
    """Who consolidates, as office.yaml names it, must be one agency of the register."""
    office = case.workspace.office
    if office is None or not case.register_is_sound:
        return
    register = case.workspace.register
    nearest = NearestName(register.entries())
    for index, issuer in enumerate(office.office):
        path = ("office", index, "consolidator")
        where = "phần cơ quan ban hành, cơ quan tổng hợp"
        for finding in no_agency(register, nearest, path, issuer.consolidator, where):
            yield finding._replace(file="plan/office.yaml")


def refs_used_twice(case: Case) -> Iterator[Finding]:
    """Two clauses of one plan with the same number."""
    for folder in case.workspace.plans:
        first: dict[str, Path] = {}
        for path, task in tasks_of(folder.plan):
            place = (*path, "ref")
            if task.ref in first:
                words: Words = {"ref": task.ref, "first": LineOf(first[task.ref]), "second": LineOf(place)}
                yield Finding("L207", place, words, file_of(folder))
            first.setdefault(task.ref, place)


def nobody_leads(case: Case) -> Iterator[Finding]:
    """A clause without a lead, unless it says that the plan names none; «nếu có» alone is none."""
    for folder in case.workspace.plans:
        for path, task in every_task_of(folder.plan):
            if not task.lead and not task.open:
                yield Finding("L208", (*path, "ref"), {"ref": task.ref}, file_of(folder))
        for path, change in changes_of(folder.plan):
            if change.lead == ():
                yield Finding("L208", (*path, "lead"), {"ref": change.ref}, file_of(folder))


def periods_used_twice(case: Case) -> Iterator[Finding]:
    """Two deadlines of one plan for the same period."""
    for folder in case.workspace.plans:
        first: dict[str, Path] = {}
        for index, deadline in enumerate(folder.plan.deadlines):
            place: Path = ("deadlines", index, "period")
            if deadline.period in first:
                words: Words = {
                    "period": deadline.period,
                    "first": LineOf(first[deadline.period]),
                    "second": LineOf(place),
                }
                yield Finding("L216", place, words, file_of(folder))
            first.setdefault(deadline.period, place)


def not_a_reporter(case: Case) -> Iterator[Finding]:
    """Who is exempt or extended must be a reporter: else the name is mistaken and nothing would happen."""
    from kehoach_cli.model.owing import senders_of

    register = case.workspace.register
    if not case.register_is_sound:
        return
    for folder in case.workspace.plans:
        for path, deadline in every_deadline_of(folder.plan):
            names = deadline.reporters
            if not (deadline.exempt or deadline.extended) or not everyone_is_known(register, names):
                continue
            reporters = senders_of(deadline, register)
            for key, what in (("exempt", "miễn báo cáo"), ("extended", "gia hạn")):
                for n, item in enumerate(getattr(deadline, key)):
                    entry = register.find(item.agency)
                    if entry and not register.is_group(entry) and entry.id not in reporters:
                        words = {"name": entry.name, "period": deadline.period, "what": what}
                        place = (*path, key, n, "agency")
                        yield Finding("L218", place, words, file_of(folder))
