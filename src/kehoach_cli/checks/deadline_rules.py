"""Rules of report deadlines that can only warn: weekends, reporters, cut-off days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import file_of
from kehoach_cli.model.days import is_weekend, print_day, print_short_day, weekday, working_day_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder

    Path = tuple[str | int, ...]


def _deadlines(case: Case) -> Iterator[tuple[PlanFolder, Path, Deadline]]:
    for folder in case.workspace.plans:
        for index, deadline in enumerate(folder.plan.deadlines):
            yield folder, ("deadlines", index), deadline


def weekend(case: Case) -> Iterator[Finding]:
    """The last day, or for «trước ngày» the day printed, is a Saturday or Sunday."""
    for folder, path, deadline in _deadlines(case):
        key = "before" if deadline.before else "by"
        limit = f"{'trước' if deadline.before else 'chậm nhất'} ngày {print_day(deadline.limit)}"
        last = deadline.last_day
        if is_weekend(last):
            earlier = working_day_before(last)
            words: Words = {
                "limit": limit,
                "last": print_short_day(last),
                "weekday": weekday(last),
                "earlier": print_short_day(earlier),
                "earlier_weekday": weekday(earlier),
            }
            yield Finding("L214", (*path, key), words, file_of(folder))
        elif is_weekend(deadline.limit):
            words = {
                "limit": limit,
                "weekday": weekday(deadline.limit),
                "last": print_short_day(last),
                "last_weekday": weekday(last),
                "day": print_short_day(deadline.limit),
            }
            yield Finding("L215", (*path, key), words, file_of(folder))


def no_reporter(case: Case) -> Iterator[Finding]:
    """A deadline that nobody is named for."""
    for folder, path, deadline in _deadlines(case):
        if not deadline.reporters:
            yield Finding("L217", (*path, "period"), {"period": deadline.period}, file_of(folder))


def open_reporter(case: Case) -> Iterator[Finding]:
    """A reporter, or a group inside it, whose members nobody enumerated."""
    register = case.workspace.register
    for folder, path, deadline in _deadlines(case):
        for index, name in enumerate(deadline.reporters):
            entry = register.find(name)
            for group in register.open_groups(entry) if entry else []:
                words: Words = {"name": group.name, "period": deadline.period}
                yield Finding("L220", (*path, "reporters", index), words, file_of(folder))


def short_extension(case: Case) -> Iterator[Finding]:
    """An extension that ends no later than the deadline itself."""
    for folder, path, deadline in _deadlines(case):
        for index, extension in enumerate(deadline.extended):
            if extension.until <= deadline.last_day:
                words: Words = {
                    "name": extension.agency,
                    "until": print_day(extension.until),
                    "last": print_day(deadline.last_day),
                }
                yield Finding("L221", (*path, "extended", index, "until"), words, file_of(folder))


def cutoff_missing(case: Case) -> Iterator[Finding]:
    """A deadline without the day that its figures are counted to."""
    for folder, path, deadline in _deadlines(case):
        if deadline.cutoff is None:
            yield Finding("L222", (*path, "period"), {"period": deadline.period}, file_of(folder))


def cutoff_late(case: Case) -> Iterator[Finding]:
    """At least one working day lies between cut-off and deadline (Nghị định 09/2019/NĐ-CP, Điều 8.5)."""
    for folder, path, deadline in _deadlines(case):
        if deadline.cutoff and deadline.cutoff > working_day_before(deadline.last_day):
            words: Words = {"cutoff": print_day(deadline.cutoff), "last": print_day(deadline.last_day)}
            yield Finding("L223", (*path, "cutoff"), words, file_of(folder))
