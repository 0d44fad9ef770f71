"""Numbers as Vietnamese documents print them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.queries.figure_totals import Comparison
from kehoach_cli.render.numbers import comparison_words, figure_words, millions_words, thousands_words


@pytest.mark.parametrize(
    ("number", "kind", "printed"),
    [
        (Fraction(5432), "count", "5.432"),
        (Fraction(1234567), "count", "1.234.567"),
        (Fraction("12.50"), "amount", "12,5"),
        (Fraction("0.001"), "amount", "0,001"),
        (Fraction(1, 3), "amount", "0,3"),
        (Fraction("26.85"), "rate", "26,9"),
        (Fraction("26.849999"), "rate", "26,8"),
        (Fraction(0), "rate", "0,0"),
        (Fraction("99.95"), "rate", "100,0"),
        (Fraction(2, 3), "rate", "0,7"),
    ],
)
def test_figures(number: Fraction, kind: str, printed: str) -> None:
    assert figure_words(number, kind) == printed


def test_money() -> None:
    assert (millions_words(125_500_000), millions_words(1), millions_words(0)) == ("125,5", "0,000001", "0")
    assert thousands_words(125_500_000) == "125.500.000"


@pytest.mark.parametrize(
    ("number", "is_points", "printed"),
    [
        (Fraction(150), False, "150,0"),
        (Fraction(1005, 10), False, "100,5"),
        (Fraction("-0.75"), True, "-0,8 điểm"),
        (Fraction("1.2"), True, "+1,2 điểm"),
        (Fraction("-0.01"), True, "0,0 điểm"),
    ],
)
def test_comparisons(number: Fraction, is_points: bool, printed: str) -> None:
    assert comparison_words(Comparison(number, is_points=is_points, is_partial=False)) == printed


@given(st.decimals(0, 10**9, places=4))
def test_a_rate_is_rounded_half_up(number: Decimal) -> None:
    expected = f"{number.quantize(Decimal('0.1'), ROUND_HALF_UP):,}".translate(str.maketrans(",.", ".,"))
    assert figure_words(number, "rate") == expected


@given(st.integers(0, 10**15))
def test_money_loses_nothing(dong: int) -> None:
    printed = millions_words(dong).replace(".", "").replace(",", ".")
    assert Fraction(printed) * 10**6 == dong
