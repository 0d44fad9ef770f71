"""Who had reported by a day, as plain rows for the appendix of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.chasing import urged_by

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.slots import Counts, Slot
    from kehoach_cli.queries.chasing import Earlier
    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.status import DeadlineStatus

_OWED = ("not_due", "due_soon", "overdue")


class SlotView(NamedTuple):
    """One slot with everything a table says of it."""

    agency: str
    kind: str  # the agency's kind, by which the table has its khối
    number: str | None
    dated: date | None
    received: date | None
    state: str  # as in model.slots
    days: int
    is_on_limit_day: bool  # late by one day, on the very day of «trước ngày»
    is_draft: bool
    is_entered: bool  # true where nothing has come in
    is_nothing: bool  # the whole report says không phát sinh
    partners: tuple[str, ...]  # báo cáo chung: the other agencies of its report
    extended_until: date | None
    returned: date | None
    reason: str | None  # why it was sent back, or why none is due
    taken_over: tuple[Naming, ...] = ()  # in whose place the agency reports
    before: tuple[str, ...] = ()  # of these, who had reported itself, where that is not in the agency's own


class Sending(NamedTuple):
    """The slots in register order; what stands outside the counts apart."""

    last_day: date  # the common one, without extensions
    counts: Counts
    slots: tuple[SlotView, ...]
    own: str | None  # the consolidating agency, where it has a report of its own
    open_groups: tuple[str, ...]
    drafts: int  # reports of which only a bản mềm has come
    unread: int
    missing: tuple[Naming, ...]  # who has sent nothing yet
    sent_back: tuple[Naming, ...]  # whose report was returned to be completed
    urged: tuple[Earlier, ...]  # the letters that urged, oldest first
    to_review: tuple[Naming, ...] = ()  # whose duties an amendment has changed since they reported


def sending_of(
    status: DeadlineStatus, register: Register, namer: Namer, letters: Iterable[Issued]
) -> Sending:
    """A joint report counts once among the drafts and the unread; `letters` are those of the deadline."""
    slots = tuple(
        _slot_view(s, status.deadline.before, status.partners.get(s.agency.id, ()))._replace(
            taken_over=status.taken_over.get(s.agency.id, ()),
            before=tuple(_name(f.report.agency, register) for f in s.parts),
        )
        for s in status.slots
    )
    accepted = {s.filed.file: s.filed.report for s in status.slots if s.filed and s.state != "returned"}
    return Sending(
        last_day=status.deadline.last_day,
        counts=status.counts,
        slots=slots,
        own=_name(status.own.report.agency, register) if status.own else None,
        open_groups=status.open_groups,
        drafts=sum(r.draft for r in accepted.values()),
        unread=sum(not r.is_entered for r in accepted.values()),
        missing=namer(s.agency.id for s in status.slots if s.state in _OWED),
        sent_back=namer(s.agency.id for s in status.slots if s.state == "returned"),
        urged=urged_by(letters),
        to_review=namer(s.agency.id for s in status.slots if status.review_of(s)),
    )


def _slot_view(slot: Slot, before: date | None, partners: tuple[str, ...]) -> SlotView:
    report = slot.filed.report if slot.filed else None
    back = report.returned if report and slot.state == "returned" else None
    return SlotView(
        agency=slot.agency.name,
        kind=slot.agency.kind,
        number=report.number if report else None,
        dated=report.dated if report else None,
        received=report.received if report else None,
        state=slot.state,
        days=slot.days,
        is_on_limit_day=slot.days == 1 and report is not None and report.received == before,
        is_draft=report is not None and report.draft,
        is_entered=report is None or report.is_entered,
        is_nothing=_is_nothing(slot),
        partners=partners,
        extended_until=slot.extension.until if slot.extension else None,
        returned=back.date if back else None,
        reason=slot.exempt.reason if slot.exempt else back.reason if back else None,
    )


def _name(written: str, register: Register) -> str:
    """The agency's name, however the file writes it."""
    agency = register.find_agency(written)
    return agency.name if agency else written


def _is_nothing(slot: Slot) -> bool:
    report = slot.filed.report if slot.filed else None
    if report is None or report.directives or report.difficulties:
        return False
    answers = {t.status for t in report.tasks} | ({report.rest} if report.rest else set())
    return answers == {"không phát sinh"}
