"""Days: two ways to write one, and how Nghị định 30 has it printed."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.days import (
    WEEKDAYS,
    DayError,
    is_weekend,
    parse_day,
    print_day,
    print_long_day,
    print_short_day,
    weekday,
)

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(days)
def test_what_is_printed_is_read_back(day: date) -> None:
    assert parse_day(print_day(day)) == day
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_day(f"{day.day:02}/{day.month:02}/{day.year}") == day
    assert parse_day(f"{day.year}-{day.month}-{day.day}") == day
    assert parse_day(f" {day.day} / {day.month} / {day.year} ") == day


@given(days)
def test_padding_of_decree_30(day: date) -> None:
    """Days below 10 and the months 1 and 2 take a zero, no others (Phụ lục I, II.4b)."""
    found = re.fullmatch(r"(\d+)/(\d+)/(\d{4})", print_day(day))
    assert found
    printed_day, printed_month, printed_year = found.groups()
    assert printed_day == (f"0{day.day}" if day.day < 10 else str(day.day))
    assert printed_month == (f"0{day.month}" if day.month <= 2 else str(day.month))
    assert printed_year == str(day.year)
    assert print_short_day(day) == f"{printed_day}/{printed_month}"
    assert print_long_day(day) == f"ngày {printed_day} tháng {printed_month} năm {day.year}"


@pytest.mark.parametrize(
    ("day", "printed", "long"),
    [
        (date(2025, 4, 4), "04/4/2025", "ngày 04 tháng 4 năm 2025"),
        (date(2025, 1, 5), "05/01/2025", "ngày 05 tháng 01 năm 2025"),
        (date(2025, 2, 28), "28/02/2025", "ngày 28 tháng 02 năm 2025"),
        (date(2025, 5, 15), "15/5/2025", "ngày 15 tháng 5 năm 2025"),
        (date(2025, 11, 15), "15/11/2025", "ngày 15 tháng 11 năm 2025"),
    ],
)
def test_days_as_an_office_prints_them(day: date, printed: str, long: str) -> None:
    assert (print_day(day), print_long_day(day)) == (printed, long)


@pytest.mark.parametrize(
    ("text", "kind", "nearest"),
    [
        ("2025-02-30", "calendar", date(2025, 2, 28)),
        ("30/2/2024", "calendar", date(2024, 2, 29)),
        ("31/11/2025", "calendar", date(2025, 11, 30)),
        ("2025-13-01", "calendar", None),
        ("32/1/2025", "calendar", None),
        ("0/1/2025", "calendar", None),
        ("1800-01-01", "year", None),
        ("0025-05-15", "year", None),
        ("15/5/25", "year", date(2025, 5, 15)),
        ("15-5-25", "year", date(2025, 5, 15)),
        ("15.5.25", "year", date(2025, 5, 15)),
        ("15/5", "year", None),
        ("15-5", "year", None),
        ("15-5-2025", "form", date(2025, 5, 15)),
        ("15.5.2025", "form", date(2025, 5, 15)),
        ("2025/5/15", "form", date(2025, 5, 15)),
        ("2025.5.15", "form", date(2025, 5, 15)),
        ("30-2-2025", "form", None),
        ("15-5-205", "form", None),
        ("5/2025", "form", None),
        ("2025-05", "form", None),
        ("2025", "form", None),
        ("", "form", None),
        ("hôm nay", "form", None),
        ("ngày 15/5/2025", "form", None),
        ("2025-05-15T08:00", "form", None),
        ("1_0/5/2025", "form", None),
        ("+1/5/2025", "form", None),
        ("１５/5/2025", "form", None),
        ("²/5/2025", "form", None),
        ("1/2/3/2025", "form", None),
        ("15/5/2025.", "form", None),
        ("15/5/20255", "form", None),
    ],
)
def test_what_is_no_day(text: str, kind: str, nearest: date | None) -> None:
    with pytest.raises(DayError) as caught:
        parse_day(text)
    assert (caught.value.kind, caught.value.text, caught.value.nearest) == (kind, text, nearest)


@given(st.text())
def test_any_text_is_a_day_or_a_day_error(text: str) -> None:
    try:
        day = parse_day(text)
    except DayError as error:
        assert error.kind in ("form", "year", "calendar")  # noqa: PT017
        assert error.nearest is None or date(1900, 1, 1) <= error.nearest <= date(2200, 12, 31)  # noqa: PT017
    else:
        assert 1900 <= day.year <= 2200


def test_weekdays_are_spelt_as_decree_30_has_them() -> None:
    monday = date(2025, 5, 12)
    assert [weekday(monday + timedelta(days=n)) for n in range(7)] == list(WEEKDAYS)
    assert [is_weekend(monday + timedelta(days=n)) for n in range(7)] == [False] * 5 + [True] * 2
    assert WEEKDAYS[-1] == "Chủ nhật"
