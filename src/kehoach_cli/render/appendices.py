"""Which appendices a report has, and their numbers: one place for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kehoach_cli.queries.consolidation import Consolidation

_ROMAN = ("I", "II", "III", "IV", "V", "VI")


class Appendix(NamedTuple):
    """One appendix; its texts are empty where the report has none of the kind."""

    title: str  # «Phụ lục II»; «Phụ lục» where there is no other
    mention: str  # as the body points to it: «Phụ lục II», «Phụ lục kèm theo»


class Appendices(NamedTuple):
    """In the order in which they stand."""

    figures: Appendix
    results: Appendix
    sending: Appendix
    sources: Appendix  # where every sentence and figure comes from


def appendices_of(
    view: Consolidation, *, working: bool, with_status: bool, with_sources: bool = False
) -> Appendices:
    """Roman numbers where there are two or more (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1).

    A draft has no appendix that would be empty; the working copy tells that nothing has come.
    """
    figures = view.figures.has_cells if working else view.figures.is_given
    is_there = (figures, working or has_results(view), working or with_status, with_sources)
    is_lone = sum(is_there) == 1
    numbers = iter(_ROMAN)
    titles = [("Phụ lục" if is_lone else f"Phụ lục {next(numbers)}") if there else "" for there in is_there]
    return Appendices(*(_appendix(title, is_lone=is_lone) for title in titles))


def _appendix(title: str, *, is_lone: bool) -> Appendix:
    return Appendix(title, f"{title} kèm theo" if title and is_lone else title)


def has_results(view: Consolidation) -> bool:
    """True when a report that was not sent back answers a task or tells what comes next."""
    answered = any(a.source.returned is None for t in view.tasks + view.organisation for a in t.answers)
    rests = any(r.source.returned is None for r in view.rests)
    return answered or rests or any(not p.is_returned for p in view.next)
