"""Numbers as Vietnamese documents print them: 5.432; 26,9; exact unless rounding is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from kehoach_cli.queries.figure_totals import Comparison

    Number = Fraction | Decimal | int

_MILLION = 10**6
_MOST_PLACES = 24


def figure_words(number: Number, kind: str = "count") -> str:
    """A rate to one decimal, half up; anything else as it is, or to one decimal where it never ends."""
    from fractions import Fraction

    exact = Fraction(number)
    places = None if kind == "rate" else _places(exact)
    return _rounded(exact, 1 if places is None else places)


def thousands_words(number: int) -> str:
    """«125.500.000»."""
    return f"{number:,}".replace(",", ".")


def millions_words(dong: int) -> str:
    """Whole đồng in millions, exactly: «125,5»."""
    from fractions import Fraction

    return figure_words(Fraction(dong, _MILLION))


def comparison_words(found: Comparison) -> str:
    """«98,5», per cent; «+1,2 điểm» between two rates."""
    said = _rounded(found.number, 1)
    if not found.is_points:
        return said
    return f"{'' if said.startswith('-') or said == '0,0' else '+'}{said} điểm"


def _places(number: Fraction) -> int | None:
    """How many decimals say the number exactly; None where none do."""
    return next((n for n in range(_MOST_PLACES + 1) if (number * 10**n).denominator == 1), None)


def _rounded(number: Fraction, places: int) -> str:
    """Half away from zero."""
    scaled = int(abs(number) * 10**places * 2 + 1) // 2
    whole, rest = divmod(scaled, 10**places)
    decimals = f",{rest:0{places}d}" if places else ""
    return f"{'-' if number < 0 and scaled else ''}{thousands_words(whole)}{decimals}"
