"""Numbers, amounts and days as people write them into cells; what may mean two things is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.intake.cells import Cell
from kehoach_cli.intake.values import COUNT, MONEY, Refused, Wanted, day_in, number_in, shown
from kehoach_cli.model.report import Figure, Fund

PERCENT, MEASURE = Wanted(is_percent=True), Wanted()


def cell(value: str, kind: str = "text") -> Cell:
    return Cell("A", 1, 1, value, kind)


@pytest.mark.parametrize(
    ("text", "wanted", "number"),
    [
        ("12", COUNT, "12"),
        ("012", COUNT, "12"),
        ("0", COUNT, "0"),
        ("1.234", COUNT, "1234"),
        ("1.234.567", COUNT, "1234567"),
        ("1,234,567", COUNT, "1234567"),
        ("1 234", COUNT, "1234"),
        ("12,0", COUNT, "12"),
        ("12,5", MEASURE, "12,5"),
        ("12,50", MEASURE, "12,5"),
        ("12.5", MEASURE, "12,5"),
        ("98.75", MEASURE, "98,75"),
        ("1.234,5", MEASURE, "1234,5"),
        ("1.234.567", MEASURE, "1234567"),
        ("98,5%", PERCENT, "98,5"),
        ("98,5 %", PERCENT, "98,5"),
        ("125.500.000", MONEY, "125500000"),
        ("125.500.000 đồng", MONEY, "125500000"),
        ("125.500.000đ", MONEY, "125500000"),
        ("125.500.000 VNĐ", MONEY, "125500000"),
        ("125,500,000", MONEY, "125500000"),
        ("…", COUNT, None),
        ("...", COUNT, None),
        ("chưa có số liệu", COUNT, None),
    ],
)
def test_numbers_in_text(text: str, wanted: Wanted, number: str | None) -> None:
    assert number_in(cell(text), wanted) == number


@pytest.mark.parametrize(
    ("text", "wanted", "code"),
    [
        ("1.234", MEASURE, "L443"),
        ("1.234", PERCENT, "L443"),
        ("1,234", COUNT, "L443"),
        ("125,500", MONEY, "L443"),
        ("-", COUNT, "L443"),
        ("–", COUNT, "L443"),
        ("12,5", COUNT, "L444"),
        ("98.5", COUNT, "L442"),
        ("12.34", COUNT, "L442"),
        ("12 em", COUNT, "L442"),
        ("12/15", COUNT, "L442"),
        ("1.23.456", COUNT, "L442"),
        ("125,5 triệu", MONEY, "L442"),
        ("12%", COUNT, "L442"),
        ("✓", COUNT, "L442"),
        ("không", COUNT, "L442"),
        ("１２", COUNT, "L442"),
        ("-5", COUNT, "L445"),
        ("9" * 30, COUNT, "L442"),
    ],
)
def test_what_is_no_number_or_may_be_two(text: str, wanted: Wanted, code: str) -> None:
    with pytest.raises(Refused) as refused:
        number_in(cell(text), wanted)
    assert refused.value.code == code


def test_hint_is_in_plain_digits() -> None:
    with pytest.raises(Refused) as refused:
        number_in(cell("１２"), COUNT)
    assert refused.value.words == {"value": "１２", "meant": "12"}


@pytest.mark.parametrize(
    ("found", "wanted", "code"),
    [
        (cell("2025-05-12", "date"), COUNT, "L442"),
        (cell("TRUE", "truth"), COUNT, "L442"),
        (cell("12.5", "number"), COUNT, "L444"),
        (cell("98.5", "percent"), COUNT, "L453"),
        (cell("98.5", "percent"), MEASURE, "L453"),
        (cell("12", "formula")._replace(formula="=A1"), COUNT, "L440"),
        (cell("#REF!", "error"), COUNT, "L441"),
    ],
)
def test_other_kinds_of_cells(found: Cell, wanted: Wanted, code: str) -> None:
    with pytest.raises(Refused) as refused:
        number_in(found, wanted)
    assert refused.value.code == code


@given(st.integers(0, 10**15))
def test_a_whole_number_comes_through_in_every_dress(n: int) -> None:
    grouped = f"{n:,}".replace(",", ".")
    for text, kind in (
        (str(n), "number"),
        (str(n), "text"),
        (grouped, "text"),
        (grouped.replace(".", " "), "text"),
    ):
        found = number_in(cell(text, kind), COUNT)
        assert found == str(n)
        assert Figure.model_validate({"indicator": "a", "value": found}).value == n
        assert Fund.model_validate({"source": "ngân sách xã", "used": found}).used == n


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    for wanted in (COUNT, MONEY, PERCENT, MEASURE):
        try:
            found = number_in(cell(text.strip()), wanted)
        except Refused:
            continue
        if found is not None:
            Figure.model_validate({"indicator": "a", "value": found})


@pytest.mark.parametrize(
    "text", ["2025", "31/2/2025", "12/5", "12/5/25", "32/1/2025", "1.5", "ngày mai", "12/13/2025"]
)
def test_no_day(text: str) -> None:
    with pytest.raises(Refused) as refused:
        day_in(cell(text))
    assert refused.value.code == "L446"


@given(st.text(max_size=24))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        assert isinstance(day_in(cell(text)), date)
    except Refused:
        return


@pytest.mark.parametrize(
    ("found", "seen"),
    [
        (cell("2025-05-02", "date"), "2/5/2025"),
        (cell("12.5", "number"), "12,5"),
        (cell("98.5", "percent"), "98,5%"),
        (cell("a\nb"), "a b"),
        (cell("", "formula")._replace(formula="=A1"), "=A1"),
    ],
)
def test_shown(found: Cell, seen: str) -> None:
    assert shown(found) == seen
