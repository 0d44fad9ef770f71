"""The figures of a period: what each agency gave, the totals, and how they compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.owing import owed_by
from kehoach_cli.queries.figure_cells import (
    Asked,
    by_commune,
    cells_of,
    communes_of,
    entries_of,
    fraction,
    owing,
    way_of,
)
from kehoach_cli.queries.figure_checks import discrepancies_of
from kehoach_cli.queries.figure_overlaps import overlaps_of
from kehoach_cli.queries.figure_totals import COLUMNS, against_previous, compare, total_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from kehoach_cli.model.plan import Deadline, Indicator, Plan
    from kehoach_cli.model.register import Register
    from kehoach_cli.queries.figure_cells import Cell, CommuneCell
    from kehoach_cli.queries.figure_checks import Discrepancy
    from kehoach_cli.queries.figure_overlaps import Overlap
    from kehoach_cli.queries.figure_totals import Comparison, Way
    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.sources import Sent

CHILDREN, POPULATION, SPECIAL = "tre-em-duoi-16", "dan-so", "tre-em-hoan-canh-dac-biet"
"""The indicators that the opening of the report speaks of, where the plan has them."""


class TotalView(NamedTuple):
    """A total, whom it covers and whom it should cover too."""

    number: Fraction | None
    ids: tuple[str, ...]  # of the agencies it covers
    missing: tuple[Naming, ...]  # without those that owe no report
    lacking: int  # how many are missing
    kind: str | None  # of all of them, covered and missing, where they are alike: «ubnd-xa»
    is_mixed: bool = False  # units from before and after a merger stand side by side: not to be counted

    @property
    def covered(self) -> int:
        return len(self.ids)


class FigureView(NamedTuple):
    """One indicator with everything that was given for it."""

    id: str
    code: str | None
    name: str
    unit: str
    kind: str
    way: str  # sum · weighted · latest · none
    basis: str | None  # the document that prescribes it
    target: Fraction | None
    cells: tuple[Cell, ...]  # of givers and of others, in register order, also from reports sent back
    value: TotalView
    estimate: TotalView
    previous: TotalView
    on_previous: Comparison | None
    estimate_on_previous: Comparison | None
    on_target: Comparison | None
    estimate_on_target: Comparison | None
    discrepancies: tuple[Discrepancy, ...]
    communes: tuple[CommuneCell, ...]  # as FiguresView.communes; empty where no commune gives it

    @property
    def is_given(self) -> bool:
        """True when a giver's report that counts has a number."""
        return any(c.part == "giver" and c.is_counted and c.has_number for c in self.cells)


class Opening(NamedTuple):
    """The figures that part II begins with."""

    children: TotalView
    share: Fraction | None  # per cent of the population, where exactly the same agencies gave both
    special: TotalView


class Gap(NamedTuple):
    """Agencies that some printed totals do not cover."""

    missing: tuple[Naming, ...]
    places: tuple[tuple[str, tuple[int, ...]], ...]  # column → numbers of the indicators, from 1


class FiguresView(NamedTuple):
    """All indicators of the plan, in its order."""

    indicators: tuple[FigureView, ...]
    communes: tuple[str, ...]  # heads of the table by commune: «Sơn Mùa»
    is_given: bool  # at least one figure counts
    opening: Opening | None
    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...] = ()  # reports whose figures may be in the totals twice

    @property
    def has_targets(self) -> bool:
        """True when the plan sets a figure for the year on any indicator."""
        return any(i.target is not None for i in self.indicators)

    @property
    def has_cells(self) -> bool:
        """True when any report holds a figure, one that counts or not."""
        return any(i.cells for i in self.indicators)


def figures_of(
    plan: Plan, deadline: Deadline, register: Register, namer: Namer, sent: tuple[Sent, ...]
) -> FiguresView:
    """Only `givers` count; `compare` is a cross-check and never added. Who is exempt is never missing."""
    exempt = frozenset(a.id for e in deadline.exempt if (a := register.find_agency(e.agency)))
    if register.day:
        exempt |= {owed.agency.id for owed in owed_by(deadline, register, register.day) if owed.exempt}
    asked = Asked(register, namer, sent, exempt, {i.id: i for i in plan.indicators})
    communes = communes_of(plan.indicators, asked)
    views = tuple(_figure_view(i, asked, communes) for i in plan.indicators)
    heads = tuple(namer.end(id_) for id_ in communes)
    overlaps = tuple(overlaps_of(asked, tuple(c for v in views for c in v.cells)))
    is_given = any(v.is_given for v in views)
    return FiguresView(views, heads, is_given, _opening(views), tuple(_gaps(views)), overlaps)


def _gaps(views: tuple[FigureView, ...]) -> Iterator[Gap]:
    """Whom printed totals lack, the same agencies once."""
    found: dict[tuple[Naming, ...], dict[str, list[int]]] = {}
    for number, view in enumerate(views, 1):
        for column in COLUMNS:
            total: TotalView = getattr(view, column)
            if total.missing and total.number is not None:
                found.setdefault(total.missing, {}).setdefault(column, []).append(number)
    for missing, places in found.items():
        yield Gap(missing, tuple((c, tuple(places[c])) for c in COLUMNS if c in places))


def _opening(views: tuple[FigureView, ...]) -> Opening | None:
    nothing = TotalView(None, (), (), 0, None)
    found = {v.id: v.value for v in views}
    children, population, special = (found.get(id_, nothing) for id_ in (CHILDREN, POPULATION, SPECIAL))
    if children.number is None:
        return None
    share = None
    if population.number and population.ids == children.ids:
        share = children.number * 100 / population.number
    return Opening(children, share, special)


def _figure_view(indicator: Indicator, asked: Asked, communes: tuple[str, ...]) -> FigureView:
    cells = tuple(cells_of(indicator, asked))
    given = entries_of(cells, "giver")
    way, is_rate = way_of(indicator, asked, "giver"), indicator.kind == "rate"
    value, estimate, previous = (_total(indicator, cells, way, column, asked) for column in COLUMNS)
    target = fraction(indicator.target)
    return FigureView(
        id=indicator.id,
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        kind=indicator.kind,
        way=indicator.total,
        basis=indicator.source,
        target=target,
        cells=cells,
        value=value,
        estimate=estimate,
        previous=previous,
        on_previous=against_previous(given, way, "value", is_rate=is_rate),
        estimate_on_previous=against_previous(given, way, "estimate", is_rate=is_rate),
        on_target=compare(value.number, target, is_rate=is_rate),
        estimate_on_target=compare(estimate.number, target, is_rate=is_rate),
        discrepancies=tuple(discrepancies_of(indicator, cells, asked)),
        communes=by_commune(indicator, cells, communes, asked),
    )


def _total(indicator: Indicator, cells: tuple[Cell, ...], way: Way, column: str, asked: Asked) -> TotalView:
    """Of the latest figure alone nobody is missing: it speaks for all."""
    total = total_of(entries_of(cells, "giver"), way, column)
    is_whole = indicator.total == "none" or (indicator.total == "latest" and total.ids)
    owed = () if is_whole else owing(indicator.givers, cells, asked)
    missing = [id_ for id_ in owed if id_ not in total.ids and id_ not in asked.exempt]
    meant = [asked.register.agencies[id_] for id_ in (*total.ids, *missing)]
    kinds, day = {agency.kind for agency in meant}, asked.register.day
    kind = kinds.pop() if len(kinds) == 1 else None
    is_mixed = day is not None and len({agency.holds_on(day) for agency in meant}) > 1
    return TotalView(total.number, total.ids, asked.namer(missing), len(missing), kind, is_mixed)
