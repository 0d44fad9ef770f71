"""Working days: what the law, the Government's notices and the office's own calendar.yaml say of a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from kehoach_cli.model.days import is_weekend, parse_day, print_day

if TYPE_CHECKING:
    from holidays import HolidayBase

    from kehoach_cli.model.calendar import CalendarFile

_ONE_DAY = timedelta(days=1)

# Day off → the day of rest that was worked for it, where the `holidays` package (0.109) has no record.
_SWAPPED = {
    date(2026, 1, 2): date(2026, 1, 10),  # Văn bản số 12729/VPCP-KGVX ngày 25/12/2025
}
_SUBSTITUTED = re.compile(r"thay cho ngày (\d{2}/\d{2}/\d{4})")  # how the package names such a day off


class WorkCalendar:
    """Which days an office works: calendar.yaml beats the Government's notices, they beat the law.

    Saturdays and Sundays rest; so do the days of Điều 112 Bộ luật Lao động 2019, with the day after for
    one that falls on a weekend, and 24/11 from 2026 (Nghị quyết 28/2026/QH16). `holidays` knows these
    and most notices by which a working day was swapped for a day of rest. It is loaded only when asked.
    """

    def __init__(self, file: CalendarFile | None = None) -> None:
        self._off = {d.date: d.name for d in file.off} if file else {}
        self._working = {d.date for d in file.working} if file else set()

    def is_working_day(self, day: date) -> bool:
        """True when the office is at work; a day that calendar.yaml names twice counts as worked."""
        if day in self._working:
            return True
        if day in self._off:
            return False
        if is_weekend(day):
            return day in swapped_days(day.year).values()
        return day not in swapped_days(day.year) and holiday_name(day) is None

    def working_days_before(self, day: date, n: int) -> date:
        """The nth working day strictly before `day`; n is 1 or more."""
        for _ in range(n):
            day = self._nearest(day, -_ONE_DAY)
        return day

    def next_working_day(self, day: date) -> date:
        """The first working day strictly after `day`."""
        return self._nearest(day, _ONE_DAY)

    def _nearest(self, day: date, step: timedelta) -> date:
        day += step
        while not self.is_working_day(day):
            day += step
        return day

    def rest_name(self, day: date) -> str | None:
        """«nghỉ lễ: Quốc khánh», «nghỉ hoán đổi với ngày 26/4/2025», or the office's own reason.

        None on working days, and on weekends that are nothing more than that.
        """
        if self.is_working_day(day):
            return None
        if day in self._off:
            return _with_nghi(self._off[day])
        if worked := swapped_days(day.year).get(day):
            return f"nghỉ hoán đổi với ngày {print_day(worked)}"
        name = holiday_name(day)
        return f"nghỉ lễ: {name}" if name else None

    def is_certain(self, year: int) -> bool:
        """False while only the law is known, not how that year's days off were arranged.

        Each year has its own notice of swapped days. It is known where calendar.yaml speaks of a day of
        that year, or where a swap of that year is on record here or in the `holidays` package.
        """
        own = any(day.year == year for day in (*self._off, *self._working))
        return own or any(day.year == year for day in swapped_days(year))


def _with_nghi(name: str | None) -> str:
    """The office's reason as a sentence goes on with it."""
    if name is None:
        return "nghỉ theo lịch của cơ quan"
    if name.lower().startswith("nghỉ"):
        return name[:1].lower() + name[1:]
    return f"nghỉ: {name}"


def holiday_name(day: date) -> str | None:
    """What the law calls a public holiday; None on other days, also on those off by a mere swap."""
    name = _law().get(day)
    return name if name and not _SUBSTITUTED.search(name) else None


@cache
def swapped_days(year: int) -> dict[date, date]:
    """Days off by the Government's notice → the days of rest worked for them; one of the two is in `year`."""
    found = dict(_SWAPPED)
    law = _law()
    for near in (year - 1, year, year + 1):
        law.get(date(near, 1, 1))  # the package fills in a year when it is asked about it
    for day, name in law.items():
        if swapped := _SUBSTITUTED.search(name):
            found[day] = parse_day(swapped[1])
    return {off: worked for off, worked in found.items() if year in (off.year, worked.year)}


@cache
def _law() -> HolidayBase:
    """The package's own calendar of Vietnam, which grows by the years it is asked about."""
    from holidays import country_holidays

    return country_holidays("VN", language="vi")
