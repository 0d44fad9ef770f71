"""Rules of calendar.yaml: days named twice, days that need no naming."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding, LineOf
from kehoach_cli.model.days import is_weekend, print_day, weekday

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case

    Path = tuple[str | int, ...]

FILE = "plan/calendar.yaml"
_LISTS = {"off": "ngày nghỉ", "working": "ngày làm việc"}


def _days(case: Case) -> Iterator[tuple[str, Path, date]]:
    """Every day of the file with its list and its path."""
    calendar = case.workspace.calendar
    for key in _LISTS if calendar else ():
        for index, special in enumerate(getattr(calendar, key)):
            yield key, (key, index, "date"), special.date


def off_and_working(case: Case) -> Iterator[Finding]:
    """A day in both lists: nobody knows whether the office is at work."""
    off = {day: path for key, path, day in reversed([*_days(case)]) if key == "off"}
    for key, path, day in _days(case):
        if key == "working" and day in off:
            words: Words = {"day": print_day(day), "first": LineOf(off[day]), "second": LineOf(path)}
            yield Finding("L229", path, words, FILE)


def listed_twice(case: Case) -> Iterator[Finding]:
    """A day twice in one list."""
    first: dict[tuple[str, date], Path] = {}
    for key, path, day in _days(case):
        if (known := first.setdefault((key, day), path)) != path:
            words: Words = {
                "day": print_day(day),
                "what": _LISTS[key],
                "first": LineOf(known),
                "second": LineOf(path),
            }
            yield Finding("L230", path, words, FILE)


def says_nothing_new(case: Case) -> Iterator[Finding]:
    """A day off that rests by law anyway; a working day that is one like any other.

    A day that only the Government's notice swaps may be named: it is how an office confirms the notice.
    """
    from kehoach_cli.model.working_days import WorkCalendar, holiday_name, swapped_days

    lawful = WorkCalendar()
    for key, path, day in _days(case):
        holiday = holiday_name(day)
        swapped = swapped_days(day.year)
        if key == "off" and (is_weekend(day) or holiday) and day not in swapped.values():
            why = f"{weekday(day)}, nghỉ lễ: {holiday}" if holiday else weekday(day)
            yield Finding("L231", path, {"day": print_day(day), "why": why}, FILE)
        elif key == "working" and lawful.is_working_day(day) and not is_weekend(day):
            yield Finding("L232", path, {"day": print_day(day), "weekday": weekday(day)}, FILE)
