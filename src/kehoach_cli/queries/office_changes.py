"""What changed in the office's own facts (who issues, signs, answers) and in its calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.queries.change import Change, field_changes, listed, paired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.calendar import CalendarFile
    from kehoach_cli.model.office import Office

_LISTS = {"office": "name", "signatures": "document", "contacts": "name"}


def office_changes(old: Office | None, new: Office | None) -> Iterator[Change]:
    """Each list by itself; an entry is known by its name or document and the day it holds from."""
    if old is new:
        return
    if old is None or new is None:
        yield Change("office_file_added" if old is None else "office_file_removed")
        return
    for group, key in _LISTS.items():
        yield from _entries(getattr(old, group), getattr(new, group), group, key)
    for key in ("recipients", "letter_recipients"):
        found = listed(getattr(old, key), getattr(new, key))
        if found.removed or found.added or found.is_reordered:
            yield Change("office_list", "", key, removed=found.removed, added=found.added)


def _entries(old: tuple[Any, ...], new: tuple[Any, ...], group: str, key: str) -> Iterator[Change]:
    pairs, gone, come = paired(
        old,
        new,
        lambda e: e,
        lambda e: (getattr(e, key), getattr(e, "stages", ()), e.from_),
        lambda e: getattr(e, key),
        lambda e: e.from_,
    )
    yield from (Change("office_removed", getattr(e, key), group=group, record=e) for e in gone)
    yield from (Change("office_added", getattr(e, key), group=group, record=e) for e in come)
    for before, after in pairs:
        yield from field_changes("office", getattr(after, key), before, after, group=group, record=after)


def calendar_changes(old: CalendarFile | None, new: CalendarFile | None) -> Iterator[Change]:
    """Days off and working days, each known by its date."""
    if old is new:
        return
    for group in ("off", "working"):
        before_days, days = (getattr(file, group) if file else () for file in (old, new))
        pairs, gone, come = paired(before_days, days, lambda d: d.date)
        yield from (Change("day_removed", print_day(d.date), old=d.date, group=group, record=d) for d in gone)
        yield from (Change("day_added", print_day(d.date), new=d.date, group=group, record=d) for d in come)
        for before, after in pairs:
            yield from field_changes("day", print_day(after.date), before, after, group=group, record=after)
