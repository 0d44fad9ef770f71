"""Rules of plan.yaml that can only warn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import (
    clauses_of,
    every_name_is_known,
    file_of,
    printed_names,
    tasks_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Entry, Member, Register

    Path = tuple[str | int, ...]


def no_task(case: Case) -> Iterator[Finding]:
    """A plan read whole that has no tasks."""
    for folder in case.workspace.plans:
        if not folder.plan.tasks and file_of(folder) in case.sound:
            yield Finding("L225", ("tasks",), file=file_of(folder), at_key=True)


def named_twice(case: Case) -> Iterator[Finding]:
    """Whoever one clause names more than once, under whichever name."""
    register = case.workspace.register
    for folder in case.workspace.plans:
        for path, task in clauses_of(folder.plan):
            first: dict[str, str] = {}
            for inner, name, part in printed_names(task):
                entry = register.find(name)
                if entry is None:
                    continue
                if entry.id in first:
                    words: Words = {
                        "name": name,
                        "ref": task.ref,
                        "parts": f"{first[entry.id]} và {part}",
                    }
                    yield Finding("L224", (*path, *inner), words, file_of(folder))
                first.setdefault(entry.id, part)


def timing_not_understood(case: Case) -> Iterator[Finding]:
    """Timing words that give no window of days and are no known kind either."""
    from kehoach_cli.model.timing import parse_timing

    for folder in case.workspace.plans:
        if file_of(folder) not in case.sound:
            continue  # the year may be a stand-in
        year = folder.plan.document.year
        tasks = list(clauses_of(folder.plan))
        wordings = {task.timing for _, task in tasks if task.timing}
        unknown = {timing for timing in wordings if parse_timing(timing, year).kind == "unknown"}
        for path, task in tasks:
            if task.timing and task.timing in unknown:
                words: Words = {"timing": task.timing, "ref": task.ref}
                yield Finding("L219", (*path, "timing"), words, file_of(folder))


def leads_but_no_recipient(case: Case) -> Iterator[Finding]:
    """One finding an agency or group, at the first task it leads. Groups cover their certain members."""
    from kehoach_cli.model.named_entries import entries_in

    if not every_name_is_known(case):
        return
    register = case.workspace.register
    for folder in case.workspace.plans:
        lines = folder.plan.document.recipients
        if not lines or file_of(folder) not in case.sound:
            continue
        reached = {e.id for line in lines for e in entries_in(line, register)}
        reached |= {m.agency.id for id_ in reached for m in _certain(register, id_)}
        for entry, places in _leaders(folder.plan, register).values():
            wanted = {m.agency.id for m in _certain(register, entry.id)}
            if entry.id not in reached and not (wanted and wanted <= reached):
                words: Words = {"name": entry.name, "duties": _duties(places)}
                yield Finding("L213", places[0], words, file_of(folder))


def _duties(places: list[Path]) -> str:
    led = sum(path[0] == "tasks" for path in places)
    return f"chủ trì {led} nhiệm vụ" if led else f"được giao {len(places)} nội dung tổ chức thực hiện"


def _certain(register: Register, id_: str) -> list[Member]:
    entry = register.find(id_)
    return [m for m in register.members(entry) if m.certain] if entry else []


def _leaders(plan: Plan, register: Register) -> dict[str, tuple[Entry, list[Path]]]:
    """Everyone who leads a task or is addressed by a clause of the organisation, with the places."""
    found: dict[str, tuple[Entry, list[Path]]] = {}
    for path, task in tasks_of(plan):
        for index, name in enumerate(task.lead):
            entry = register.find(name)
            if entry is not None:
                found.setdefault(entry.id, (entry, []))[1].append((*path, "lead", index))
    return found
