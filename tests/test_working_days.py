"""Working days: the law, the Government's notices, the office's own calendar, in that rising order."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.calendar import CalendarFile
from kehoach_cli.model.working_days import WorkCalendar, holiday_name, swapped_days
from program import ROOT

LAW = WorkCalendar()
DAYS = st.dates(date(2014, 1, 1), date(2050, 12, 31))


def calendar(off: list[date], working: list[date], name: str | None = None) -> WorkCalendar:
    def listed(days: list[date]) -> list[dict[str, str]]:
        return [{"date": str(day), **({"name": name} if name else {})} for day in days]

    file = {"schema": "1", "off": listed(off), "working": listed(working)}
    return WorkCalendar(CalendarFile.model_validate(file))


# The law and the notices


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 1, 1), "nghỉ lễ: Tết Dương lịch"),
        (date(2025, 1, 29), "nghỉ lễ: Tết Nguyên Đán"),
        (date(2025, 4, 7), "nghỉ lễ: Ngày Giỗ Tổ Hùng Vương"),
        (date(2025, 4, 30), "nghỉ lễ: Ngày Chiến thắng"),
        (date(2025, 5, 1), "nghỉ lễ: Ngày Quốc tế Lao động"),
        (date(2025, 5, 2), "nghỉ hoán đổi với ngày 26/4/2025"),
        (date(2025, 9, 1), "nghỉ lễ: Quốc khánh"),
        (date(2025, 9, 2), "nghỉ lễ: Quốc khánh"),
        (date(2026, 1, 2), "nghỉ hoán đổi với ngày 10/01/2026"),
        (date(2026, 4, 27), "nghỉ lễ: Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"),
        (date(2026, 8, 31), "nghỉ hoán đổi với ngày 22/8/2026"),
        (date(2026, 11, 24), "nghỉ lễ: Ngày Văn hóa Việt Nam"),
        (date(2030, 11, 25), "nghỉ lễ: Ngày Văn hóa Việt Nam (nghỉ bù)"),
        (date(2026, 4, 26), "nghỉ lễ: Ngày Giỗ Tổ Hùng Vương"),  # a Sunday
        (date(2025, 5, 4), None),  # a Sunday and nothing else
    ],
)
def test_days_of_rest(day: date, name: str | None) -> None:
    assert not LAW.is_working_day(day)
    assert LAW.rest_name(day) == name


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 11, 24),  # the day of culture begins in 2026
        date(2025, 4, 29),
        date(2025, 4, 26),  # Saturdays worked by notice
        date(2026, 1, 10),
        date(2026, 8, 22),
        date(2024, 5, 4),
        date(2014, 12, 27),  # for a day off in the next year
    ],
)
def test_days_of_work(day: date) -> None:
    assert LAW.is_working_day(day)
    assert LAW.rest_name(day) is None


def test_a_swap_is_no_holiday_of_the_law() -> None:
    assert holiday_name(date(2025, 5, 2)) is None
    assert holiday_name(date(2025, 5, 1)) == "Ngày Quốc tế Lao động"
    assert swapped_days(2025) == {date(2025, 5, 2): date(2025, 4, 26)}
    assert swapped_days(2014)[date(2015, 1, 2)] == date(2014, 12, 27)
    assert swapped_days(2026) == {
        date(2026, 1, 2): date(2026, 1, 10),
        date(2026, 8, 31): date(2026, 8, 22),
    }


@pytest.mark.parametrize(
    ("day", "n", "before"),
    [
        (date(2025, 5, 14), 1, date(2025, 5, 13)),
        (date(2025, 5, 14), 3, date(2025, 5, 9)),
        (date(2025, 5, 14), 7, date(2025, 5, 5)),
        (date(2025, 5, 5), 1, date(2025, 4, 29)),  # over 30/4, 1/5, 2/5 and a weekend
        (date(2025, 5, 5), 4, date(2025, 4, 25)),  # Saturday 26/4 is worked
        (date(2025, 5, 3), 1, date(2025, 4, 29)),
    ],
)
def test_counting_back(day: date, n: int, before: date) -> None:
    assert LAW.working_days_before(day, n) == before


def test_the_next_working_day() -> None:
    assert LAW.next_working_day(date(2025, 4, 29)) == date(2025, 5, 5)
    assert LAW.next_working_day(date(2025, 4, 25)) == date(2025, 4, 26)
    assert LAW.next_working_day(date(2025, 12, 31)) == date(2026, 1, 5)


# The office's own calendar


def test_the_office_wins_both_ways() -> None:
    own = calendar([date(2025, 5, 13)], [date(2025, 5, 2), date(2025, 9, 2), date(2025, 5, 4)])
    assert not own.is_working_day(date(2025, 5, 13))
    assert all(own.is_working_day(d) for d in (date(2025, 5, 2), date(2025, 9, 2), date(2025, 5, 4)))
    assert own.rest_name(date(2025, 5, 13)) == "nghỉ theo lịch của cơ quan"
    assert own.working_days_before(date(2025, 5, 14), 1) == date(2025, 5, 12)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nghỉ hoán đổi dịp 30/4", "nghỉ hoán đổi dịp 30/4"),
        ("Ngày truyền thống", "nghỉ: Ngày truyền thống"),
    ],
)
def test_the_reason_of_the_office(name: str, said: str) -> None:
    assert calendar([date(2025, 5, 13)], [], name).rest_name(date(2025, 5, 13)) == said


def test_a_year_is_certain_once_somebody_spoke_of_it() -> None:
    assert [LAW.is_certain(year) for year in (2025, 2026, 2040)] == [True, True, False]
    assert calendar([date(2040, 5, 2)], []).is_certain(2040)
    assert calendar([], [date(2040, 4, 28)]).is_certain(2040)
    assert not calendar([date(2039, 5, 2)], []).is_certain(2040)


# Laws of arithmetic


@given(DAYS, st.integers(1, 30))
def test_n_working_days_lie_between(day: date, n: int) -> None:
    before = LAW.working_days_before(day, n)
    between = [before + timedelta(days=k) for k in range((day - before).days)]
    assert LAW.is_working_day(before)
    assert sum(map(LAW.is_working_day, between)) == n


@given(DAYS)
def test_next_and_before_are_each_other(day: date) -> None:
    following = LAW.next_working_day(day)
    assert following > day
    assert LAW.is_working_day(following)
    if LAW.is_working_day(day):
        assert LAW.working_days_before(following, 1) == day


@given(DAYS)
def test_only_days_of_rest_have_a_name(day: date) -> None:
    if LAW.is_working_day(day):
        assert LAW.rest_name(day) is None
    else:
        assert LAW.rest_name(day) or day.weekday() >= 5


@given(st.lists(DAYS, max_size=20, unique=True), st.data())
def test_whatever_the_office_says_holds(days: list[date], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(days)))
    own = calendar(days[:cut], days[cut:])
    assert not any(map(own.is_working_day, days[:cut]))
    assert all(map(own.is_working_day, days[cut:]))


@given(st.integers(2014, 2050))
def test_a_year_has_the_days_of_the_labour_code(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    named = {holiday_name(day) for day in days}
    assert {
        "Tết Dương lịch",
        "Ngày Chiến thắng",
        "Ngày Quốc tế Lao động",
        "Quốc khánh",
        "Ngày Giỗ Tổ Hùng Vương",
    } <= named
    assert ("Ngày Văn hóa Việt Nam" in named) == (year >= 2026)


def test_daily_questions_do_not_load_the_holidays() -> None:
    code = (
        "import io, sys\n"
        "from kehoach_cli.cli.app import make_app\n"
        "from kehoach_cli.cli.frame import run\n"
        "sys.stdout = io.StringIO()\n"
        "for words in (['tasks'], ['status']):\n"
        "    assert run(make_app(words), words) == 0\n"
        "sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from kehoach_cli.model.working_days import WorkCalendar\n"
        "WorkCalendar(None)\n"
        "sys.exit(bool({'pydantic', 'holidays'} & {*sys.modules}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
