"""Letters that ask for reports or urge them: which stage, to whom, on which facts, and who is left out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.slots import OWED
from kehoach_cli.model.working_days import WorkCalendar
from kehoach_cli.queries.addressing import Addresser
from kehoach_cli.queries.chasing import Case, Chase, Earlier, Skipped
from kehoach_cli.queries.report_frame import paper_view, period_view, plan_view
from kehoach_cli.queries.status import status_of
from kehoach_cli.queries.vacancy import receiver_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.slots import Counts, Slot
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.addressing import Addressed
    from kehoach_cli.queries.report_frame import PaperView, PeriodView, PlanView

ASKED_KINDS = ("mat-tran-doan-the", "cong-an", "cap-tren")
"""Kinds that the district's committee asks («đề nghị») and cannot tell («yêu cầu»)."""


class Addressee(NamedTuple):
    """One agency that the letter goes to."""

    number: int  # among all reporters of the deadline, in register order
    id: str
    name: str
    kind: str
    contact: str | None
    is_demanded: bool  # «yêu cầu»; false: «đề nghị»
    last_day: date  # its own, an extension included
    days: int  # overdue; 0 while it is not
    returned: date | None  # its report was sent back on that day and is owed again
    reports: int = 1  # that it owes: of several agencies that it follows, theirs


class Letter(NamedTuple):
    """A letter and whom it addresses; the facts that differ from letter to letter of one run."""

    addressees: tuple[Addressee, ...]
    lines: tuple[Addressed, ...]
    demanded: tuple[Addressed, ...]
    asked: tuple[Addressed, ...]
    returned: tuple[Addressed, ...]
    earlier: tuple[Earlier, ...]  # the letters to them that this one cites, oldest first


class ContactView(NamedTuple):
    """Whom the agencies may ask."""

    name: str
    title: str | None
    phone: str | None
    email: str | None


class Rest(NamedTuple):
    """A day of the new deadline on which nobody works."""

    day: date
    is_limit: bool  # the day of «trước ngày» itself, else the last day before it
    name: str | None  # of a holiday; None on a plain weekend
    working_day: date  # the nearest one before


class ReminderView(NamedTuple):
    """Everything the letters and messages of one run say."""

    as_of: date
    stage: str  # 1 asks before the deadline, 2 urges, 3 urges again
    why: str  # chosen · before · first · again: how the stage came about
    plan: PlanView
    period: PeriodView
    paper: PaperView
    source: str | None  # the clause of the plan
    limit: date
    is_before: bool  # «trước ngày» the limit, else «chậm nhất ngày»
    last_day: date  # without extensions
    urging_from: date  # the first day on which agencies without extension may be urged
    new_limit: date | None  # stages 2 and 3: «trước ngày»
    rest: Rest | None
    counts: Counts  # over all reporters, whoever was asked about
    is_whole: bool  # the letter goes to everybody who may owe this report
    is_narrowed: bool  # only the agencies named were looked at; counts are over all reporters all the same
    others_overdue: int  # of those who owe the report and get no letter in this run
    receiver: str
    letter: Letter
    each: tuple[Letter, ...]  # the same, one agency a letter
    skipped: tuple[Skipped, ...]
    contact: ContactView | None

    @property
    def new_last_day(self) -> date | None:
        """The last day that a new «trước ngày» leaves."""
        return self.new_limit - timedelta(days=1) if self.new_limit else None


def reminder_view(
    workspace: Workspace,
    folder: PlanFolder,
    deadline: Deadline,
    as_of: date,
    issuer: Issuer,
    stage: str | None = None,
    new_limit: date | None = None,
    kept: Collection[str] | None = None,
) -> ReminderView:
    """The stage follows from the facts where it is None; `kept` (agency ids) leaves out all others."""
    register = workspace.register.on(as_of)
    status = status_of(folder, deadline, register, as_of)
    slots = [s for s in status.slots if kept is None or s.agency.id in kept]
    chase = Chase(folder.letters_of(deadline.period, as_of), register, deadline, as_of)
    stage, why = (stage, "chosen") if stage else chase.stage(slots)
    cases = [(slot, chase.case(slot, stage, is_derived=why != "chosen")) for slot in slots]
    numbers = {s.agency.id: n for n, s in enumerate(status.slots, 1)}
    owing = [slot for slot, case in cases if case is None]
    found = _addressees(owing, chase, numbers, as_of)
    addresser = Addresser(register)
    citations = {a.id: chase.cited(a.id, stage) for a in found}
    return ReminderView(
        as_of=as_of,
        stage=stage,
        why=why,
        plan=plan_view(folder.id, folder.plan.document, issuer),
        period=period_view(deadline, folder.plan.document),
        paper=_paper(workspace, issuer, deadline, as_of, stage),
        source=deadline.source,
        limit=deadline.limit,
        is_before=deadline.before is not None,
        last_day=deadline.last_day,
        urging_from=deadline.limit + timedelta(days=1),
        new_limit=new_limit,
        rest=_rest(new_limit, WorkCalendar(workspace.calendar)) if new_limit else None,
        counts=status.counts,
        is_whole=len(owing) == status.counts.expected,
        is_narrowed=kept is not None,
        others_overdue=_overdue(status.slots, as_of) - _overdue(owing, as_of),
        receiver=receiver_of(workspace, deadline, issuer, as_of),
        letter=_letter(found, addresser, citations),
        each=tuple(_letter([a], addresser, citations) for a in found),
        skipped=_skipped(cases),
        contact=_contact(workspace, as_of),
    )


def _overdue(slots: Iterable[Slot], as_of: date) -> int:
    """Who owes the report past its own last day, one sent back included."""
    return sum(s.state in OWED and as_of > s.last_day for s in slots)


def _addressees(owing: Iterable[Slot], chase: Chase, numbers: dict[str, int], as_of: date) -> list[Addressee]:
    """Everyone to be asked, once, in register order of the slots; the oldest of several reports counts."""
    found: dict[str, Addressee] = {}
    for slot in owing:
        for agency in chase.asked(slot):
            made, known = _addressee(slot, agency, numbers[slot.agency.id], as_of), found.get(agency.id)
            if known is not None:
                first = min(made, known, key=lambda a: a.last_day)
                made = first._replace(number=known.number, reports=known.reports + 1)
            found[agency.id] = made
    return list(found.values())


def _addressee(slot: Slot, agency: Agency, number: int, as_of: date) -> Addressee:
    report = slot.filed.report if slot.filed else None
    back = report.returned if report and slot.state == "returned" else None
    return Addressee(
        number=number,
        id=agency.id,
        name=agency.name,
        kind=agency.kind,
        contact=agency.contact,
        is_demanded=agency.kind not in ASKED_KINDS and agency.superior is None,
        last_day=slot.last_day,
        days=max(0, (as_of - slot.last_day).days),
        returned=back.date if back else None,
    )


def _letter(
    found: list[Addressee], addresser: Addresser, citations: dict[str, tuple[Earlier, ...]]
) -> Letter:
    cited = {letter for a in found for letter in citations[a.id]}
    return Letter(
        addressees=tuple(found),
        lines=addresser.lines(a.id for a in found),
        demanded=addresser.lines(a.id for a in found if a.is_demanded),
        asked=addresser.lines(a.id for a in found if not a.is_demanded),
        returned=addresser.lines(a.id for a in found if a.returned),
        earlier=tuple(sorted(cited, key=lambda e: (e.dated, e.number))),
    )


def _paper(workspace: Workspace, issuer: Issuer, deadline: Deadline, as_of: date, stage: str) -> PaperView:
    """The letter's own frame: its symbol ends in the drafting office, the last of «Lưu: VT, TH»."""
    office = workspace.office
    signature = office.signature_on("cong-van", as_of, stage) if office else None
    return paper_view(workspace, issuer, deadline, None, as_of)._replace(
        symbol=f"{issuer.symbol}-{issuer.archive.rpartition(',')[2].strip()}",
        year=as_of.year,
        signature=signature.lines if signature else (),
        signer=signature.name if signature else None,
        recipients=office.letter_recipients if office else (),
    )


def _rest(new_limit: date, calendar: WorkCalendar) -> Rest | None:
    for day in (new_limit - timedelta(days=1), new_limit):
        if not calendar.is_working_day(day):
            name, nearest = calendar.rest_name(day), calendar.working_days_before(day, 1)
            return Rest(day, day == new_limit, name, nearest)
    return None


def _contact(workspace: Workspace, as_of: date) -> ContactView | None:
    contact = workspace.office.contact_on(as_of) if workspace.office else None
    return ContactView(contact.name, contact.title, contact.phone, contact.email) if contact else None


def _skipped(cases: Iterable[tuple[Slot, Case | None]]) -> tuple[Skipped, ...]:
    """Who is left out, by reason and day, in the order of reasons that a sentence has."""
    together: dict[Case, list[str]] = {}
    for slot, case in cases:
        if case is not None:
            together.setdefault(case, []).append(slot.agency.name)
    return tuple(Skipped(case, tuple(names)) for case, names in sorted(together.items()))
