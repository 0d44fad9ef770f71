"""Items of a list that belong to another list: the line that opened theirs was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.places import place_in_words
from kehoach_cli.checks.records import called, keys_at, record_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.scalars import Record

    Path = tuple[str | int, ...]

_AT_LEAST = 2  # keys that only the other list takes; one will do where a key of this list is missing


def strange_items(
    unknown: Iterable[Path],
    missing: Iterable[Path],
    data: Any,  # noqa: ANN401
    top: type[Record],
) -> Iterator[Finding]:
    """One finding an item whose keys are those of another list of the file; its path is the item's."""
    incomplete = {path[:2] for path in missing}
    found: dict[Path, set[str]] = {}
    for path in unknown:
        if len(path) == 3 and isinstance(path[1], int):  # noqa: PLR2004  # list, item, key
            found.setdefault(path[:2], set()).add(str(path[2]))
    for item, strange in found.items():
        here = str(item[0])
        other = next(
            (key for key in keys_at((), top) if key != here and strange <= set(keys_at((key,), top))), None
        )
        record = record_at((other,), top) if other else None
        if len(strange) + (item in incomplete) >= _AT_LEAST and other and record:
            words = {"owner": called(record), "section": other, "where": place_in_words(item, data)}
            yield Finding("L124", item, words)


def first_of_each_list(strangers: Iterable[Finding]) -> Iterator[Finding]:
    """The line that was lost stood above the first item; those that follow it say nothing new."""
    told = set()
    for finding in strangers:
        lost = (finding.path[0], finding.words["section"])
        if lost not in told:
            told.add(lost)
            yield finding
