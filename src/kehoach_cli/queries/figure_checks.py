"""Where two sources of one figure cannot both be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.figure_cells import entries_of, owing, way_of
from kehoach_cli.queries.figure_totals import Way, total_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from kehoach_cli.model.plan import Indicator
    from kehoach_cli.queries.figure_cells import Asked, Cell
    from kehoach_cli.queries.naming import Naming
    from kehoach_cli.queries.sources import Source


class Side(NamedTuple):
    """One of two sources that disagree."""

    number: Fraction
    agencies: tuple[Naming, ...]
    size: int  # how many agencies
    kind: str | None  # of all of them alike, as in the register: «ubnd-xa»
    is_whole: bool  # false while some of them have not given it
    sources: tuple[Source, ...]


class Discrepancy(NamedTuple):
    """Those who give a figure and those it is checked against say different things."""

    column: str
    givers: Side
    others: Side


def discrepancies_of(indicator: Indicator, cells: tuple[Cell, ...], asked: Asked) -> Iterator[Discrepancy]:
    """Two totals that cannot both be right, of thực hiện and of ước thực hiện."""
    for column in ("value", "estimate"):
        givers = _side(indicator, "giver", column, cells, asked)
        others = _side(indicator, "compare", column, cells, asked)
        if givers and others and not _may_agree(givers, others, grows=indicator.total == "sum"):
            yield Discrepancy(column, givers, others)


def _may_agree(one: Side, other: Side, *, grows: bool) -> bool:
    """While agencies are lacking a total may change; a sum can then only grow."""
    if one.number == other.number:
        return True
    if not grows:
        return not (one.is_whole and other.is_whole)
    return not min(one, other, key=lambda side: side.number).is_whole


def _side(indicator: Indicator, part: str, column: str, cells: tuple[Cell, ...], asked: Asked) -> Side | None:
    """The total of the givers, or of those they are checked against (one alone needs no weight)."""
    owed = owing(indicator.givers if part == "giver" else indicator.compare, cells, asked)
    is_alone = part == "compare" and len(owed) == 1 and indicator.total == "weighted"
    way = Way("latest") if is_alone else way_of(indicator, asked, part)
    total = total_of(entries_of(cells, part), way, column)
    if total.number is None:
        return None
    sources = tuple(c.source for c in cells if c.part == part and c.is_counted and set(c.ids) & {*total.ids})
    kinds = {asked.register.agencies[id_].kind for id_ in total.ids}
    return Side(
        number=total.number,
        agencies=asked.namer(total.ids),
        size=len(total.ids),
        kind=kinds.pop() if len(kinds) == 1 else None,
        is_whole=indicator.total == "latest" or {*owed} <= {*total.ids},
        sources=sources,
    )
