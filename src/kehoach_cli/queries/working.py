"""One thing that waits to be done, as the day's page tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.slots import DUE_SOON_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kehoach_cli.model.plan import Deadline, Document
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.queries.status import DeadlineStatus

SOON_DAYS = DUE_SOON_DAYS
AHEAD_DAYS = 30
"""From so many days before a deadline on, what must be prepared for it is told."""
RANKS = {
    "lapsed": 1,
    "overdue": 1,
    "due_soon": 2,
    "unanswered": 3,
    "returned": 3,
    "unentered": 3,
    "draft": 3,
    "review": 3,
    "urged": 4,
    "left": 4,
    "ended": 4,
    "unissued": 4,
    "send_up": 4,
    "undated": 4,
    "unsettled": 4,
    "unasked": 4,
}
"""Kinds of work → how much they press: 1 late, 2 due, 3 in hand, 4 to have in mind."""


class Work(NamedTuple):
    """One line of the page: so many reports, agencies or difficulties of one plan.

    lapsed: overdue, and the new limit of the letter that urged has passed too · overdue: never urged yet ·
    urged: overdue, its new limit to come · left: overdue since before its body ended, nobody is there to be
    urged · ended: not yet due then, of bodies that nobody is known to follow · due_soon ·
    returned · unentered · draft · review: made for duties that changed since · send_up: our own report,
    by `day` · undated: our own report, nobody knows by when · unissued: closed on `day`, no number recorded ·
    unanswered, unsettled: difficulties outside the calendar · unasked: no letter asked for the reports yet.
    """

    kind: str  # a key of RANKS
    plan: str
    document: Document
    deadline: Deadline | None  # none of a difficulty
    step: str  # what to do next: ask · urge · urge_again · status · review · report · issue · open
    amount: int  # of reports, agencies or difficulties
    day: date | None  # by which it is or was due, or since when it waits
    days: tuple[int, int]  # the fewest and the most: overdue, left, waiting; of no meaning without a `day`
    agencies: tuple[str, ...] = ()  # names
    files: tuple[str, ...] = ()  # relative to the workspace
    new_limit: date | None = None  # lapsed, urged: «trước ngày» of the letter
    proposed: date | None = None  # urge, urge_again: a «trước ngày» for the next letter
    sender: str = ""  # of our own report
    receiver: str = ""
    symbol: str = ""
    rank: int = 4
    is_several: bool = False  # other plans have the period too (or difficulties)


def made(
    kind: str, status: DeadlineStatus, step: str, slots: Sequence[Slot], *, day: date | None = None
) -> Work:
    """Work on slots of one deadline; without slots its days run from or to `day`."""
    days = [s.days for s in slots] or [abs((status.as_of - day).days) if day else 0]
    files = dict.fromkeys(s.filed.file for s in slots if s.filed)
    return Work(
        kind,
        status.plan,
        status.document,
        status.deadline,
        step,
        len(slots),
        day,
        (min(days), max(days)),
        tuple(s.agency.name for s in slots),
        tuple(files),
        rank=RANKS[kind],
    )
