"""A plan taken from its document: what its file will say, and what the document leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

UNKNOWN = "CHƯA RÕ"
"""What stands in plan.yaml for a text that the document does not print and the file cannot lack."""


class Head(NamedTuple):
    """The document itself; None or empty where it is silent. `year_is_titled`: its title names the year.

    `letterhead` is the issuer as printed, where `issuer` is it in small letters.
    """

    number: str | None
    issued: date | None
    year: int | None
    year_is_titled: bool
    issuer: str | None
    place: str | None
    title: str | None
    basis: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    signer: str | None
    letterhead: str | None = None


class Task(NamedTuple):
    """A task, or a clause of the organisation; `printed` is the clause as printed where `ref` is not it."""

    ref: str
    text: str
    lead: tuple[str, ...]
    optional: tuple[str, ...]
    coordinating: tuple[str, ...]
    timing: str | None
    place: str
    group: str | None = None  # the heading it stands under
    printed: str | None = None


class Limit(NamedTuple):
    """A duty to report. `why` is empty where it is a deadline; else what keeps it from being one.

    With `is_likely` the period and the day are only what the words most likely mean first.
    """

    text: str  # the sentence it was read from
    place: str
    period: str | None
    label: str | None
    before: date | None
    by: date | None
    reporters: tuple[str, ...]
    receiver: str | None
    recurring: str | None
    why: str = ""
    is_likely: bool = False


class Left(NamedTuple):
    """Words that looked like an assignment and were not understood, with the reason in Vietnamese."""

    text: str
    place: str
    why: str


class Imported(NamedTuple):
    """Everything that was taken from one document."""

    head: Head
    tasks: tuple[Task, ...]
    organisation: tuple[Task, ...]
    limits: tuple[Limit, ...]
    left: tuple[Left, ...]

    @property
    def deadlines(self) -> tuple[Limit, ...]:
        return tuple(limit for limit in self.limits if not limit.why)

    @property
    def open_limits(self) -> tuple[Limit, ...]:
        return tuple(limit for limit in self.limits if limit.why)

    @property
    def is_empty(self) -> bool:
        return not (self.tasks or self.organisation or self.limits or self.left)

    @property
    def leaderless(self) -> tuple[Task, ...]:
        """What nobody is said to lead."""
        return tuple(task for task in (*self.tasks, *self.organisation) if not task.lead)
