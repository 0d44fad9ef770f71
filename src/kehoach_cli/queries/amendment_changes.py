"""What changed in the amendments of a plan: which came, went or say something else, and what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.amending import in_order, versions
from kehoach_cli.queries.change import Change, Names, field_changes, paired

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.model.plan import Amendment, Plan

    Effects = Callable[[Plan, Plan, Names], Iterator[Change]]
    """What differs between two plans in tasks and deadlines."""

_CONTENT = ("add", "replace", "repeal")


def amendment_changes(old: Plan, new: Plan, names: Names, effects: Effects) -> Iterator[Change]:
    """Of one that came, or says something else, also what it changes from its day on (`since`).

    The effects are those on the plan as it stands then, told with the names of the new register.
    """
    pairs, gone, come = paired(old.amendments, new.amendments, lambda a: a.number)
    yield from (Change("amendment_removed", a.number, record=a) for a in gone)
    for amendment in come:
        yield Change("amendment_added", amendment.number, record=amendment)
        yield from _effects(new, amendment, names, effects)
    for before, after in pairs:
        yield from field_changes("amendment", after.number, before, after, _CONTENT, record=after)
        if any(getattr(before, key) != getattr(after, key) for key in _CONTENT):
            yield Change("amendment_changed", after.number, record=after, earlier=before)
            yield from _effects(new, after, names, effects)


def _effects(plan: Plan, amendment: Amendment, names: Names, effects: Effects) -> Iterator[Change]:
    n = next(n for n, a in enumerate(in_order(plan)) if a is amendment)
    before, after = versions(plan)[n : n + 2]
    for change in effects(before, after, Names(names.new, names.new, {})):
        yield change._replace(since=amendment.since)
