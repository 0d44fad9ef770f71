"""Rules of report deadlines that can only warn: days of rest, reporters, cut-off days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import every_deadline_of, file_of
from kehoach_cli.model.days import print_day, print_short_day, weekday

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.working_days import WorkCalendar
    from kehoach_cli.model.workspace import PlanFolder

    Path = tuple[str | int, ...]


def _deadlines(case: Case) -> Iterator[tuple[PlanFolder, Path, Deadline]]:
    for folder in case.workspace.plans:
        for path, deadline in every_deadline_of(folder.plan):
            yield folder, path, deadline


def day_of_rest(case: Case) -> Iterator[Finding]:
    """The last day, or for «trước ngày» the day printed, is a weekend or a public holiday."""
    from kehoach_cli.model.working_days import WorkCalendar

    calendar = WorkCalendar(case.workspace.calendar)
    for folder, path, deadline in _deadlines(case):
        key = "before" if deadline.before else "by"
        last = deadline.last_day
        words: Words = {
            "limit": f"{'trước' if deadline.before else 'chậm nhất'} ngày {print_day(deadline.limit)}",
            "last": print_short_day(last),
        }
        if not calendar.is_working_day(last):
            earlier = calendar.working_days_before(last, 1)
            words = {
                **words,
                "weekday": _rest(calendar, last),
                "earlier": print_short_day(earlier),
                "earlier_weekday": weekday(earlier),
            }
            yield Finding("L214", (*path, key), words, file_of(folder))
        elif not calendar.is_working_day(deadline.limit):
            words = {
                **words,
                "weekday": _rest(calendar, deadline.limit),
                "last_weekday": weekday(last),
                "day": print_short_day(deadline.limit),
            }
            yield Finding("L215", (*path, key), words, file_of(folder))


def _rest(calendar: WorkCalendar, day: date) -> str:
    """«Chủ nhật», «thứ Năm (nghỉ lễ: Ngày Quốc tế Lao động)»."""
    name = calendar.rest_name(day)
    return f"{weekday(day)} ({name})" if name else weekday(day)


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
    from kehoach_cli.model.working_days import WorkCalendar

    calendar = WorkCalendar(case.workspace.calendar)
    for folder, path, deadline in _deadlines(case):
        if deadline.cutoff and deadline.cutoff > calendar.working_days_before(deadline.last_day, 1):
            words: Words = {"cutoff": print_day(deadline.cutoff), "last": print_day(deadline.last_day)}
            yield Finding("L223", (*path, "cutoff"), words, file_of(folder))
