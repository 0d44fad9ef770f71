"""Which of the duties and deadlines of several plans comes first: the order of the days they are due on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kehoach_cli.model.slots import OWED
from kehoach_cli.model.timing import parse_timing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kehoach_cli.queries.duties import Duty, ReportDue
    from kehoach_cli.queries.status import DeadlineStatus


def duties_by_day(duties: Iterable[Duty], as_of: date) -> list[Duty]:
    """Each duty with its day: what is due next comes first, then what passed last, those without a day last.

    Equal ones keep the order they came in.
    """
    dated = [d._replace(due=due_day(d.task.timing, d.document.year, as_of)) for d in duties]
    return sorted(dated, key=lambda d: _rank(d.due, as_of))


def _rank(due: date | None, as_of: date) -> tuple[int, int]:
    if due is None:
        return 2, 0
    days = (due - as_of).days
    return (0, days) if days >= 0 else (1, -days)


@lru_cache(maxsize=4096)
def due_day(timing: str | None, year: int, as_of: date) -> date | None:
    """The day on which a window of the timing ends: the next from `as_of` on, else the last that passed.

    None for what goes on all year or has no window: nothing is due on a day of its own.
    """
    understood = parse_timing(timing, year)
    if understood.kind == "ongoing":
        return None
    ends = sorted(window.end for window in understood.windows if window.end is not None)
    return next((end for end in ends if end >= as_of), ends[-1] if ends else None)


def reports_by_day(deadlines: Iterable[ReportDue]) -> list[ReportDue]:
    """What is still owed first, each part by its last day."""
    return sorted(
        deadlines, key=lambda d: (d.slot is not None and d.slot.state not in OWED, d.last_day, d.plan)
    )


def statuses_by_day(statuses: Iterable[DeadlineStatus]) -> list[DeadlineStatus]:
    """Deadlines with a report still owed first, each part by the last day."""
    return sorted(
        statuses,
        key=lambda s: (all(slot.state not in OWED for slot in s.slots), s.deadline.last_day, s.plan),
    )
