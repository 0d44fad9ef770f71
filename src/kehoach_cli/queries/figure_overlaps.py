"""Figures that may be in a total twice: a successor's late report beside its predecessors' own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import forebears

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.queries.figure_cells import Asked, Cell
    from kehoach_cli.queries.naming import Naming


class Overlap(NamedTuple):
    """A report of who follows several, of whom some had given figures themselves: both are in the totals."""

    agency: str  # the sender's name
    others: tuple[Naming, ...]  # whose own figures its figures may hold too


def overlaps_of(asked: Asked, cells: tuple[Cell, ...]) -> Iterator[Overlap]:
    """Of a period that ended before the sender was there; `cells` are those of all indicators.

    Nothing in its report tells whether it speaks of the whole new unit or only of those that were missing.
    """
    givers = {id_ for c in cells if c.part == "giver" and c.is_counted and c.has_number for id_ in c.ids}
    for one in asked.sent:
        stands_for = set(one.covered) - set(one.named)
        if one.source.returned or stands_for.isdisjoint(givers):
            continue
        before = forebears(asked.register, asked.register.agencies[one.sender], one.source.received)
        others = [a.id for a in before if a.id in givers and a.id not in one.speakers]
        if others:
            yield Overlap(one.source.agency, asked.namer(others))
