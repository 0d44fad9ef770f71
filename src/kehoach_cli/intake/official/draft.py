"""A plan as read from its document: everything with its place, and what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Heading(NamedTuple):
    """What the head, the title and the foot of the document say; None or empty where they are silent."""

    number: str | None = None  # 61/KH-UBND
    issued: date | None = None
    issuer: str | None = None  # as printed above the number, on one line
    place: str | None = None  # the name before the date
    title: str | None = None  # the trích yếu, without «KẾ HOẠCH»
    basis: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()  # lines of authority and office
    signer: str | None = None


class DraftTask(NamedTuple):
    """A task, or a clause of the organisation; names and wording as printed."""

    ref: str  # the clause as people cite it: II.5, II.1.a, PL1.3
    text: str
    lead: tuple[str, ...]
    optional: tuple[str, ...]  # leads that count only if they exist
    coordinating: tuple[str, ...]
    timing: str | None
    place: str
    group: str | None = None  # the heading it stands under


class DraftDeadline(NamedTuple):
    """One duty to report; without a day where the document prints none, or none of one year."""

    place: str
    text: str  # the sentence it was read from
    before: date | None = None
    by: date | None = None
    period: str | None = None  # 6thang, nam …; None where the wording does not tell
    label: str | None = None
    recurring: str | None = None  # the words that make it come again: «hằng năm», «trước ngày 20 hằng tháng»
    reporters: tuple[str, ...] = ()
    receiver: str | None = None


class Left(NamedTuple):
    """Words that looked like an assignment or a deadline and were not understood."""

    text: str
    place: str
    why: str  # Vietnamese, for a person: «không rõ ai chủ trì»


class Named(NamedTuple):
    """A name that the document uses for an agency or a group, as it goes into the register."""

    name: str
    is_group: bool
    is_open: bool  # a group whose members nobody enumerated
    members: tuple[str, ...]  # names, where the document enumerates them
    place: str


class Draft(NamedTuple):
    """Everything that was read from one document."""

    heading: Heading
    tasks: tuple[DraftTask, ...]
    organisation: tuple[DraftTask, ...]
    deadlines: tuple[DraftDeadline, ...]
    names: tuple[Named, ...]  # each once, in the order of the document
    left: tuple[Left, ...]
