"""The plan against the version that git last kept: who has to do what may not change in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import file_of
from kehoach_cli.model.amending import DUTY, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.plan import Plan, Task

_MOST_TOLD = 4
_LIMITS = ("before", "by", "reporters")


class Committed(NamedTuple):
    """A plan as the last commit holds it."""

    revision: str  # «3f2a1c9, ngày 14/5/2025»
    plan: Any  # a Plan


def version_stood_still(case: Case) -> Iterator[Finding]:
    """Assignments that differ from the last commit while `version` did not rise."""
    for folder in case.workspace.plans:
        kept = case.committed.get(folder.id)
        if kept is None or file_of(folder) not in case.sound or folder.plan.version > kept.plan.version:
            continue
        changed = list(dict.fromkeys(_changed(kept.plan, folder.plan)))
        if changed:
            more = f" và {len(changed) - _MOST_TOLD} chỗ khác" if len(changed) > _MOST_TOLD else ""
            words = {
                "revision": kept.revision,
                "version": str(folder.plan.version),
                "next": str(kept.plan.version + 1),
                "what": f"{'; '.join(changed[:_MOST_TOLD])}{more}",
            }
            yield Finding("L501", ("version",), words, file_of(folder))


def _changed(old: Plan, new: Plan) -> Iterator[str]:
    """What differs, in the words of the work; the order of the file and of names is no assignment."""
    before, after = _tasks(old), _tasks(new)
    for ref in (*before, *(ref for ref in after if ref not in before)):
        if before.get(ref) != after.get(ref):
            yield f"nhiệm vụ {ref}"
    deadlines = [{d.period: _facts(d, _LIMITS) for d in plan.deadlines} for plan in (old, new)]
    for period in (*deadlines[0], *deadlines[1]):
        if deadlines[0].get(period) != deadlines[1].get(period):
            yield f"hạn báo cáo kỳ {period}"
    amendments = [{a.number: a for a in plan.amendments} for plan in (old, new)]
    for number in (*amendments[0], *amendments[1]):
        if amendments[0].get(number) != amendments[1].get(number):
            yield f"văn bản sửa đổi, bổ sung {number}"


def _tasks(plan: Plan) -> dict[str, tuple[object, ...]]:
    tasks: list[tuple[str, Task]] = [(s, task) for s in SECTIONS for task in getattr(plan, s)]
    return {task.ref: (section, *_facts(task, DUTY)) for section, task in tasks}


def _facts(record: object, keys: tuple[str, ...]) -> tuple[object, ...]:
    """The values of these keys: texts whatever their line breaks, names whatever their order."""
    values = (getattr(record, key) for key in keys)
    return tuple(
        " ".join(v.split()) if isinstance(v, str) else frozenset(v) if isinstance(v, tuple) else v
        for v in values
    )
