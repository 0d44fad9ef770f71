"""The reports that had come in by a day: who speaks in each, and how its source is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import forebears, heirs

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Report
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.naming import Namer, Naming


class Source(NamedTuple):
    """Where words come from."""

    agency: str  # the sender
    partners: tuple[Naming, ...]  # báo cáo chung: the agencies it covers too
    number: str | None  # as the sender wrote it
    dated: date | None
    received: date
    is_entered: bool
    is_draft: bool  # bản mềm, the official paper is still to come
    is_exempt: bool  # sent although no report was due
    returned: date | None  # sent back to be completed, by the day asked about
    reason: str | None  # why it was sent back
    file: str = ""  # that it was read from, relative to the workspace
    form: str | None = None  # the name of the filled-in form that it was taken from


class Sent(NamedTuple):
    """One report that had come in, with the ids of its sender and of everyone it speaks for."""

    report: Report
    sender: str
    covered: tuple[str, ...]  # without those that sent one of their own
    named: tuple[str, ...]  # everyone the report says it is from
    source: Source
    heirs: tuple[str, ...] = ()  # who does the sender's work on the register's day, where it has ended
    followed_by: tuple[str, ...] = ()  # of these, whose own report came after that and stands

    @property
    def speakers(self) -> tuple[str, ...]:
        return (self.sender, *self.covered)


def sent_reports(
    folder: PlanFolder, deadline: Deadline, register: Register, namer: Namer, as_of: date
) -> tuple[Sent, ...]:
    """In register order; what was received after `as_of` has not been received yet.

    On the register's day a report covers, too, whose work its sender did when it came, and who is alive on
    that day and sent nothing itself: a successor's late report, by a deadline from before it was there.
    """
    copies = folder.copies_of(deadline.period)
    exempt = {a.id for e in deadline.exempt if (a := register.find_agency(e.agency))}
    files = {
        agency.id: filed
        for filed in folder.reports_of(deadline.period)
        if filed.report.received <= as_of and (agency := register.find_agency(filed.report.agency))
    }
    visible = {id_: filed.report for id_, filed in files.items()}
    speakers = _speakers(visible, register)
    found = []
    for id_ in sorted(visible, key=lambda i: register.position(register.agencies[i])):
        report = visible[id_]
        partners = _partners(id_, report, register)
        covered = tuple(p for p in partners if speakers[p] == id_)
        covered += tuple(a for a in _taken_over(id_, report, register) if a not in speakers)
        source = _source(report, register.agencies[id_].name, namer(partners), as_of)
        source = source._replace(is_exempt=id_ in exempt, file=copies.get(files[id_].file, files[id_].file))
        found.append(Sent(report, id_, covered, (id_, *partners), source, _heirs(id_, register)))
    return tuple(one._replace(followed_by=_followed_by(one, found, register)) for one in found)


def _followed_by(one: Sent, every: list[Sent], register: Register) -> tuple[str, ...]:
    until = register.agencies[one.sender].until
    if not one.heirs or until is None:
        return ()
    later = [s for s in every if s.source.returned is None and s.source.received > until]
    return tuple(id_ for id_ in one.heirs if any(id_ in s.speakers for s in later))


def _taken_over(sender: str, report: Report, register: Register) -> list[str]:
    day = register.day
    if day is None or report.received <= day:
        return []
    before = forebears(register, register.agencies[sender], report.received)
    return [a.id for a in before if a.holds_on(day)]


def _heirs(sender: str, register: Register) -> tuple[str, ...]:
    day, agency = register.day, register.agencies[sender]
    return tuple(a.id for a in heirs(register, agency, day)) if day else ()


def _speakers(visible: dict[str, Report], register: Register) -> dict[str, str]:
    """Agency id → the sender that speaks for it: itself, else the first whose joint report came in."""
    speakers = {id_: id_ for id_ in visible}
    for id_ in sorted(visible, key=lambda i: visible[i].received):
        for partner in _partners(id_, visible[id_], register):
            speakers.setdefault(partner, id_)
    return speakers


def _partners(sender: str, report: Report, register: Register) -> tuple[str, ...]:
    found = [a.id for name in report.covers if (a := register.find_agency(name)) and a.id != sender]
    return tuple(dict.fromkeys(found))


def _source(report: Report, name: str, partners: tuple[Naming, ...], as_of: date) -> Source:
    back = report.returned
    is_back = back is not None and report.received <= back.date <= as_of
    return Source(
        agency=name,
        partners=partners,
        number=report.number,
        dated=report.dated,
        received=report.received,
        is_entered=report.is_entered,
        is_draft=report.draft,
        is_exempt=False,
        returned=back.date if back and is_back else None,
        reason=back.reason if back and is_back else None,
        form=report.origin.file if report.origin else None,
    )
