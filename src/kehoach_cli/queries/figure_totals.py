"""The arithmetic of figures: totals over several agencies, exact, a missing figure never taken for 0."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

COLUMNS = ("value", "estimate", "previous")
_HUNDRED = 100


class Entry(NamedTuple):
    """What one report says of one indicator: thực hiện, ước thực hiện, cùng kỳ năm trước."""

    ids: tuple[str, ...]  # of the agencies it speaks for; one figure of several is theirs together
    received: date
    value: Fraction | None
    estimate: Fraction | None
    previous: Fraction | None

    def number(self, column: str) -> Fraction | None:
        """The number of one of COLUMNS."""
        found: Fraction | None = getattr(self, column)
        return found


class Way(NamedTuple):
    """How a total comes about, as the plan says; `weights` only where it is weighted."""

    total: str  # sum · weighted · latest · none
    weights: tuple[Entry, ...] = ()


class Total(NamedTuple):
    """A total with whom it covers; None where nobody gave a figure, or where there is to be no total."""

    number: Fraction | None
    ids: tuple[str, ...]


class Comparison(NamedTuple):
    """Two numbers set against each other."""

    number: Fraction  # in per cent; for rates the difference in points
    is_points: bool
    is_partial: bool  # made without agencies that gave only one of the two


def total_of(entries: Sequence[Entry], way: Way, column: str) -> Total:
    """The total of one column; an agency that lacks its weight is not covered."""
    given = [e for e in entries if e.number(column) is not None]
    return _TOTALS[way.total](given, way, column) if given else Total(None, ())


def _sum(given: list[Entry], _way: Way, column: str) -> Total:
    from fractions import Fraction

    return Total(sum((_exact(e, column) for e in given), Fraction(0)), _ids(given))


def _weighted(given: list[Entry], way: Way, column: str) -> Total:
    from fractions import Fraction

    weights = _weights(way, column)
    covered = [e for e in given if e.ids in weights]
    whole = sum((weights[e.ids] for e in covered), Fraction(0))
    if not whole:
        return Total(None, ())
    return Total(sum(_exact(e, column) * weights[e.ids] for e in covered) / whole, _ids(covered))


def _weights(way: Way, column: str) -> Mapping[tuple[str, ...], Fraction]:
    """What the same agencies gave in the same column of the weighing indicator."""
    return {e.ids: number for e in way.weights if (number := e.number(column)) is not None}


def _latest(given: list[Entry], _way: Way, column: str) -> Total:
    """The most recently received; of several on one day the first in register order."""
    newest = max(given, key=lambda e: e.received)
    return Total(newest.number(column), newest.ids)


def _none(_given: list[Entry], _way: Way, _column: str) -> Total:
    return Total(None, ())


_TOTALS: dict[str, Callable[[list[Entry], Way, str], Total]] = {
    "sum": _sum,
    "weighted": _weighted,
    "latest": _latest,
    "none": _none,
}


def _exact(entry: Entry, column: str) -> Fraction:
    number = entry.number(column)
    assert number is not None
    return number


def _ids(entries: list[Entry]) -> tuple[str, ...]:
    return tuple(id_ for e in entries for id_ in e.ids)


def against_previous(entries: Sequence[Entry], way: Way, column: str, *, is_rate: bool) -> Comparison | None:
    """So với cùng kỳ: both totals over those agencies alone that are in both; None where none is, or of 0."""
    both = [e for e in entries if e.number(column) is not None and e.previous is not None]
    if way.total == "weighted":
        weighing = _weights(way, column).keys() & _weights(way, "previous").keys()
        both = [e for e in both if e.ids in weighing]
    now, before = total_of(both, way, column), total_of(both, way, "previous")
    found = compare(now.number, before.number, is_rate=is_rate)
    if found is None:
        return None
    printed = {*total_of(entries, way, column).ids, *total_of(entries, way, "previous").ids}
    return found._replace(is_partial=printed != set(now.ids))


def compare(now: Fraction | None, base: Fraction | None, *, is_rate: bool) -> Comparison | None:
    """Per cent of the base (none of 0); a rate is told by its distance in points."""
    if now is None or base is None:
        return None
    if is_rate:
        return Comparison(now - base, is_points=True, is_partial=False)
    return Comparison(now * _HUNDRED / base, is_points=False, is_partial=False) if base else None
