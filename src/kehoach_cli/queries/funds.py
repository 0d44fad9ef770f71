"""Money over the reports of a period: whole đồng, a missing sum never taken for 0."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.report import Fund
    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.sources import Sent, Source

SOURCES = ("ngân sách huyện", "ngân sách xã", "nguồn hợp pháp khác")


class FundLine(NamedTuple):
    """One line of one report."""

    agencies: tuple[Naming, ...]
    ref: str | None  # None: for the plan as a whole
    fund: str  # one of SOURCES
    planned: int | None
    used: int | None
    note: str | None
    source: Source


class Money(NamedTuple):
    """Sums of some lines; None where no line has a figure. `agencies` gave the sum that was used."""

    planned: int | None
    used: int | None
    agencies: int


class SourceSum(NamedTuple):
    """What came from one source."""

    fund: str
    sums: Money


class TaskSum(NamedTuple):
    """What one task cost; `ref` None: what was given for the plan as a whole."""

    ref: str | None
    title: str | None
    sums: Money


class FundsView(NamedTuple):
    """The money of a period; sums leave out reports sent back."""

    total: Money
    by_source: tuple[SourceSum, ...]  # only those of which a figure was given
    by_task: tuple[TaskSum, ...]  # likewise, in the plan's order; the plan as a whole comes last
    lines: tuple[FundLine, ...]  # every line, also of reports sent back
    unstated: tuple[Naming, ...]  # who gave a line without what was used


class _Given(NamedTuple):
    fund: Fund
    speakers: tuple[str, ...]


def funds_of(plan: Plan, sent: tuple[Sent, ...], namer: Namer) -> FundsView:
    """Everything that the reports say of money; nothing of it is counted twice."""
    counted = [one for one in sent if one.source.returned is None and not _is_replaced(one, sent)]
    given = [_Given(fund, one.speakers) for one in counted for fund in one.report.funds]
    titles = {t.ref: t.short for t in (*plan.tasks, *plan.organisation)}
    refs = [*titles, *dict.fromkeys(g.fund.ref for g in given if g.fund.ref not in titles and g.fund.ref)]
    by_source = [(s, _sums(g for g in given if g.fund.source == s)) for s in SOURCES]
    by_task = [(r, _sums(g for g in given if g.fund.ref == r)) for r in (*refs, None)]
    return FundsView(
        total=_sums(given),
        by_source=tuple(SourceSum(s, sums) for s, sums in by_source if _is_given(sums)),
        by_task=tuple(TaskSum(r, titles.get(r or ""), sums) for r, sums in by_task if _is_given(sums)),
        lines=tuple(_lines(sent, namer)),
        unstated=namer(id_ for g in given if g.fund.used is None for id_ in g.speakers),
    )


def _is_replaced(one: Sent, sent: tuple[Sent, ...]) -> bool:
    """True of what an agency gave before it ended, once one that follows it tells of money itself."""
    return any(other.report.funds and not set(other.speakers).isdisjoint(one.followed_by) for other in sent)


def _sums(given: Iterable[_Given]) -> Money:
    every = [*given]
    agencies = {id_ for g in every if g.fund.used is not None for id_ in g.speakers}
    planned, used = _sum(g.fund.planned for g in every), _sum(g.fund.used for g in every)
    return Money(planned, used, len(agencies))


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [n for n in numbers if n is not None]
    return sum(known) if known else None


def _is_given(sums: Money) -> bool:
    return sums.planned is not None or sums.used is not None


def _lines(sent: Iterable[Sent], namer: Namer) -> Iterator[FundLine]:
    for one in sent:
        for fund in one.report.funds:
            agencies = namer(one.speakers)
            yield FundLine(agencies, fund.ref, fund.source, fund.planned, fund.used, fund.note, one.source)
