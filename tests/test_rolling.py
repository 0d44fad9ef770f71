"""Rolling a plan's words and days into another year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.rolling import (
    Shifted,
    mentions,
    next_id,
    shift_day,
    shift_timing,
    shift_words,
    unknown_number,
    years_in,
)
from kehoach_cli.model.timing import parse_timing

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(DAYS, st.integers(1, 60))
def test_a_day_stays_on_its_place_in_the_year(day: date, years: int) -> None:
    shifted = shift_day(day, years)
    assert shifted.year == day.year + years
    assert (shifted.month, shifted.day) == (day.month, day.day) or (
        (day.month, day.day, shifted.month, shifted.day) == (2, 29, 2, 28)
    )


@given(DAYS, DAYS, st.integers(1, 60))
def test_days_keep_their_order(one: date, other: date, years: int) -> None:
    first, second = sorted((one, other))
    assert shift_day(first, years) <= shift_day(second, years)


@pytest.mark.parametrize(
    ("text", "shifted"),
    [
        ("công tác trẻ em năm 2025", "công tác trẻ em năm 2026"),
        ("Năm 2025, tháng 6 năm 2025", "Năm 2026, tháng 6 năm 2026"),
        ("năm\n      2025, Tết Trung thu", "năm\n      2026, Tết Trung thu"),
        ("giai đoạn 2021 - 2025", None),
        ("năm 2025 - 2030", None),
        ("đến năm 2025, tầm nhìn 2030", None),
        ("ngày 04 tháng 4 năm 2025", None),
        ("Thông tư 13/2025/TT-BLĐTBXH ngày 12/3/2025", None),
        ("năm 20250", None),
        ("trong năm 2024", None),
    ],
)
def test_only_the_plans_own_year_moves(text: str, shifted: str | None) -> None:
    assert shift_words(text, 2025, 2026) == (shifted or text)


@given(st.text(alphabet="nămđếgio 2025-/\n", max_size=40), st.integers(2026, 2099))
def test_moving_words_changes_digits_only(text: str, year: int) -> None:
    moved = shift_words(text, 2025, year)
    assert len(moved) == len(text)
    assert moved.replace(str(year), "2025") == text.replace(str(year), "2025")


def test_years_are_those_of_dates_not_of_numbers() -> None:
    assert years_in("Luật 72/2025/QH15, ngày 31/3/2024, giai đoạn 2021-2025, 2030.") == [
        2024,
        2021,
        2025,
        2030,
    ]
    assert mentions("giai đoạn 2021 - 2025; năm 2025; hết ngày 31/12/2025", 2025) == (
        "giai đoạn 2021 - 2025",
        "hết ngày 31/12/2025",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quý II, IV năm 2025", Shifted("Quý II, IV năm 2026", is_certain=True)),
        ("Trước ngày 30/11/2025", Shifted("Trước ngày 30/11/2026", is_certain=True)),
        ("Từ tháng 3/2025 đến tháng 5/2025", Shifted("Từ tháng 3/2026 đến tháng 5/2026", is_certain=True)),
        ("Thường xuyên trong năm", Shifted("Thường xuyên trong năm", is_certain=True)),
        ("Quý IV/2025 - quý I/2026", Shifted("Quý IV/2025 - quý I/2026", is_certain=False)),
        ("Năm học 2025-2026", Shifted("Năm học 2025-2026", is_certain=False)),
        ("Sau đợt 1 năm 2025 một ít", Shifted("Sau đợt 1 năm 2025 một ít", is_certain=False)),
    ],
)
def test_timing_moves_where_it_is_understood(text: str, expected: Shifted) -> None:
    assert shift_timing(text, 2025, 2026) == expected


def test_timing_on_the_29th_of_february_is_left_to_a_person() -> None:
    assert shift_timing("Ngày 29/02/2024", 2024, 2025) == Shifted("Ngày 29/02/2024", is_certain=False)


UNITS = st.sampled_from(["Quý {q} năm {y}", "Tháng {m} năm {y}", "Trước ngày 15/{m}/{y}", "Hết năm {y}"])


@given(UNITS, st.integers(1, 4), st.integers(1, 12), st.integers(2000, 2090), st.integers(1, 9))
def test_shifted_timing_means_the_shifted_days(form: str, q: int, m: int, year: int, more: int) -> None:
    text = form.format(q="I II III IV".split()[q - 1], m=m, y=year)  # noqa: SIM905  # reads better
    shifted = shift_timing(text, year, year + more)
    assert shifted.is_certain
    old, new = parse_timing(text, year), parse_timing(shifted.text, year + more)
    assert new.kind == old.kind
    starts = [shift_day(w.start, more) for w in old.windows]
    assert [w.start for w in new.windows] == starts
    ends = [(w.end.year + more, w.end.month) for w in old.windows if w.end]
    assert [(w.end.year, w.end.month) for w in new.windows if w.end] == ends


@pytest.mark.parametrize(
    ("number", "id_", "unknown", "following"),
    [
        ("61/KH-UBND", "61-kh-ubnd-2025", "…/KH-UBND", "kh-ubnd-2026"),
        ("12/KHLT-UBND-MTTQ", "lien-tich", "…/KHLT-UBND-MTTQ", "khlt-ubnd-mttq-2026"),
        ("61", "ke-hoach-2025", "…", "ke-hoach-2026"),
        ("61", "ke-hoach", "…", "ke-hoach-2026"),
    ],
)
def test_a_number_not_yet_given(number: str, id_: str, unknown: str, following: str) -> None:
    assert unknown_number(number) == unknown
    assert next_id(number, id_, 2025, 2026) == following
