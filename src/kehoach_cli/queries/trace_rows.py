"""What the appendix of sources says: a row for every sentence and figure, with where each came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

Path = tuple[str | int, ...]
"""The way to a thing: of a text in its YAML file, or of a sentence in the view."""


class Where(NamedTuple):
    """The files of the plan and of the Office's own words, and the line of each value by file and path."""

    plan: str
    summary: str
    lines: Mapping[str, Mapping[Path, int]]

    def line(self, file: str, path: Path) -> int:
        """Of the value at a path, or of the nearest above it that the file has; 1 where it has none."""
        known = self.lines.get(file, {})
        while path and path not in known:
            path = path[:-1]
        return known.get(path, 1) if path else 1


class Evidence(NamedTuple):
    """One place that a sentence or figure rests on."""

    agency: str
    number: str | None
    dated: date | None
    received: date | None
    part: str  # of its file: tasks, directives, figures, document …; office: the Office's own words
    ref: str | None  # the plan's clause that it speaks of
    file: str
    line: int
    form: str | None = None  # the name of the filled-in form that the file was read from
    use: str = ""  # of a figure: counted · compared · unused · returned; of money the source it is from
    value: Fraction | int | None = None  # of a figure, of money (đồng): what it gives


class TraceRow(NamedTuple):
    """One row; a sum rests on several places."""

    number: int
    kind: str  # words · status · note · plan · day · figure · money · missing · counts · slot · all
    text: str
    evidence: tuple[Evidence, ...]
    total: Fraction | int | None = None  # of a figure, of money (đồng)
    unit: str | None = None
    figure: str | None = None  # count · rate · amount
    way: str | None = None  # how a total comes about: sum · weighted · latest · none
    weight: str | None = None  # the name of the indicator that weighs
    at: tuple[Path, ...] = ()  # the places in the view that bear its number
    anchor: str | None = None  # what a document puts for the number, so that marks can lead to it


class Marks(NamedTuple):
    """The marks of sentences that no single text of the view stands for; None without a trace."""

    opening: str | None = None
    funds: str | None = None
    counts: str | None = None
    cutoff: str | None = None
    subject: str | None = None
    no_difficulties: str | None = None
    no_proposals: str | None = None
    internal: str | None = None
