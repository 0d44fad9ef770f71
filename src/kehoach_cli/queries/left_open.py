"""What the draft leaves open, gathered for the leaders: one line a kind of question, not one a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.task_results import TaskView

_SAME = {"co_lead_silent": "lead_silent"}
_ORDER = (
    "nobody", "lead_silent", "returned", "not_entered", "not_stated", "own", "exempt",
    "not_its_duty", "repealed", "review", "reason_missing", "result_missing",
)  # fmt: skip


class LeftOpen(NamedTuple):
    """One kind of question with everyone and every clause it concerns."""

    case: str  # as in queries.statements.Note, «đồng chủ trì» with «chủ trì»
    agencies: tuple[Naming, ...]  # in register order, those of a group under its name
    refs: tuple[str, ...]


def left_open(views: Iterable[TaskView], namer: Namer) -> tuple[LeftOpen, ...]:
    """The notes of all tasks by kind, most urgent kind first, refs in the plan's order."""
    ids: dict[str, set[str]] = {}
    refs: dict[str, dict[str, None]] = {}
    for view in views:
        for note in view.notes:
            case = _SAME.get(note.case, note.case)
            refs.setdefault(case, {})[view.ref] = None
            ids.setdefault(case, set()).update(note.ids)
    return tuple(LeftOpen(case, namer(ids[case]), _outermost(refs[case])) for case in _ORDER if case in refs)


def _outermost(refs: Iterable[str]) -> tuple[str, ...]:
    """Without the points of a clause that is named itself: IV.5 says IV.5.1 too."""
    every = tuple(refs)
    return tuple(r for r in every if r.rpartition(".")[0] not in every)
