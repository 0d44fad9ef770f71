"""Deadlines that come again: which days their words most likely mean first, for a person to confirm."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.model.imported import Limit

_DAY = re.compile(
    r"(?:(?P<strict>trước)|(?P<last>chậm nhất|muộn nhất))?\s*(?:vào\s+|là\s+)?(?:ngày\s+|và\s+)"
    r"(?P<day>\d{1,2})\s*(?:/|tháng\s+)\s*(?P<month>\d{1,2})(?![/\d])",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(
    r"(?:(?P<strict>trước)|(?P<last>chậm nhất|muộn nhất))?\s*(?:vào\s+|là\s+)?ngày\s+"
    r"(?P<day>\d{1,2})(?:\s+của)?\s+h[àằ]ng tháng",
    re.IGNORECASE,
)
_HALF, _YEAR_END = 7, 9  # a day up to July speaks of the first half year, one from September of the year
_JANUARY = 1

Reading = tuple[str | None, date | None, date | None]
"""Period, «trước ngày», «chậm nhất ngày»."""


def likely_days(limit: Limit, begin: date | None) -> list[Reading]:
    """For each day that the words print, the first one behind `begin`; nothing where they print none."""
    if limit.before or limit.by:
        day = limit.before or limit.by
        assert day
        return [(limit.period or _period(day), limit.before, limit.by)]
    if begin is None:
        return []
    found: list[Reading] = []
    text = f"{limit.recurring} {limit.text}" if limit.recurring not in (None, limit.text) else limit.text
    for place in _OF_MONTH.finditer(text):
        day = _next_month_day(int(place["day"]), begin)
        found += [_reading(day, f"thang{day.month:02d}", place)] if day else []
    if found:
        return _once(found)
    is_strict = None
    for place in _DAY.finditer(text):
        if place["strict"] or place["last"]:
            is_strict = bool(place["strict"])
        elif is_strict is None:
            continue
        day = _next_year_day(int(place["day"]), int(place["month"]), begin)
        if day:
            found.append((_period(day), day, None) if is_strict else (_period(day), None, day))
    return _once(found)


def _once(found: list[Reading]) -> list[Reading]:
    return [*dict.fromkeys(found)]


def _reading(day: date, period: str, place: re.Match[str]) -> Reading:
    return (period, day, None) if place["strict"] else (period, None, day)


def _period(day: date) -> str | None:
    """A yearly day near the middle or the end of the year tells its period; January ends the year before."""
    if _HALF - 2 <= day.month <= _HALF:
        return "6thang"
    return "nam" if day.month > _YEAR_END or day.month == _JANUARY else None


def _next_year_day(day: int, month: int, begin: date) -> date | None:
    for year in (begin.year, begin.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            return None
        if found > begin:
            return found
    return None


def _next_month_day(day: int, begin: date) -> date | None:
    first = begin.replace(day=1)
    for _ in range(3):
        try:
            found = first.replace(day=day)
        except ValueError:
            found = None
        if found and found > begin:
            return found
        first = (first + timedelta(days=32)).replace(day=1)
    return None
