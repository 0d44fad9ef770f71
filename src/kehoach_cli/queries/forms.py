"""What each agency's report form asks: its duties, its figures, by when, and what it answered last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.amending import duties_of_period
from kehoach_cli.model.form import OTHERS_ABOVE, duties_digest, duty_digest
from kehoach_cli.model.slots import RECEIVED, slots_of
from kehoach_cli.model.timing import parse_timing
from kehoach_cli.queries.duties import parts_of
from kehoach_cli.queries.naming import Namer
from kehoach_cli.queries.reminders import ContactView
from kehoach_cli.queries.report_frame import paper_view, period_view, plan_view
from kehoach_cli.queries.vacancy import receiver_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.plan import Deadline, Indicator, Task
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Report
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.naming import Naming
    from kehoach_cli.queries.report_frame import PaperView, PeriodView, PlanView

NOTHING = "không phát sinh"
GROUPS = ("lead", "coordinating", "organisation")


class Previous(NamedTuple):
    """What the agency answered on a duty in an earlier period."""

    status: str  # as in report files: «đang thực hiện»
    words: str | None


class FormDuty(NamedTuple):
    """One certain duty of the agency."""

    group: str  # one of GROUPS
    role: str  # lead or coordinating
    ref: str
    name: str  # the Office's short name, else the text
    text: str  # word for word
    timing: str | None
    is_ongoing: bool  # «thường xuyên trong năm»
    previous: Previous | None

    @property
    def digest(self) -> str:
        """Changes with the duty's words and the agency's role."""
        return duty_digest(self.ref, self.text, self.role)


class FormIndicator(NamedTuple):
    """A figure that the agency gives, counted or only compared."""

    id: str
    name: str
    unit: str
    is_count: bool
    target: Decimal | None


class Unit(NamedTuple):
    """What the register knows of the agency's own papers."""

    kind: str
    symbol: str | None
    superior: str | None  # to whom it belongs, where that is not the district


class FormView(NamedTuple):
    """One agency's form for one period."""

    as_of: date
    plan: PlanView
    plan_version: int
    period: PeriodView
    paper: PaperView  # who issues the form; its symbol is that of the letter that brings it
    agency: str  # id
    agency_name: str
    unit: Unit
    number: int  # among all reporters of the deadline, in register order; 0: not one of them
    limit: date
    is_before: bool  # «trước ngày» the limit, else «chậm nhất ngày»
    last_day: date  # the agency's own
    is_extended: bool
    source: str | None  # the clause that asks for the report
    receiver: str
    addressees: tuple[str, ...]  # whom proposals may be addressed to
    duties: tuple[FormDuty, ...]  # in the order of GROUPS, each in the plan's
    indicators: tuple[FormIndicator, ...]
    earlier: str | None  # name of the period that the previous answers are from
    taken_over: tuple[Naming, ...]  # in whose place the agency reports
    contact: ContactView | None

    @property
    def digest(self) -> str:
        """Of all duties together."""
        return duties_digest((d.ref, d.text, d.role) for d in self.duties)


class LeftOut(NamedTuple):
    """An agency that need not report this time."""

    name: str
    reason: str


class FormsView(NamedTuple):
    """The forms of a period, in register order, and who gets none."""

    forms: tuple[FormView, ...]
    exempt: tuple[LeftOut, ...]
    ended: tuple[str, ...] = ()  # who is no more and whom nobody is known to follow


def forms_view(
    workspace: Workspace,
    folder: PlanFolder,
    deadline: Deadline,
    as_of: date,
    issuer: Issuer,
    only: Agency | None = None,
) -> FormsView:
    """`only` asks for one agency, which need not be a reporter (the consolidating one is none)."""
    register = workspace.register.on(min(as_of, deadline.last_day))
    folder = duties_of_period(folder, deadline, as_of)
    slots = slots_of(folder, deadline, register, as_of)
    asked = [(n, s.agency, s) for n, s in enumerate(slots, 1) if only is None or s.agency.id == only.id]
    wanted: list[tuple[int, Agency, Slot | None]] = [
        a for a in asked if not a[2].exempt and a[2].state != "ended"
    ]
    if only is not None and not asked:
        wanted.append((0, only, None))
    frame = _frame(workspace, folder, deadline, as_of, issuer)
    earlier = [_answers(folder, d, register, as_of) for d in _earlier(folder, deadline)]
    return FormsView(
        tuple(_form(frame, folder, register, earlier, *one) for one in wanted),
        tuple(LeftOut(s.agency.name, s.exempt.reason) for _, _, s in asked if s.exempt),
        tuple(s.agency.name for _, _, s in asked if s.state == "ended"),
    )


def _frame(
    workspace: Workspace, folder: PlanFolder, deadline: Deadline, as_of: date, issuer: Issuer
) -> FormView:
    """What all forms of the period share; the agency's own is left blank."""
    paper = paper_view(workspace, issuer, deadline, None, as_of)
    contact = workspace.office.contact_on(as_of) if workspace.office else None
    return FormView(
        as_of=as_of,
        plan=plan_view(folder.id, folder.plan.document, issuer),
        plan_version=folder.plan.version,
        period=period_view(deadline, folder.plan.document),
        paper=paper._replace(symbol=f"{issuer.symbol}-{issuer.archive.rpartition(',')[2].strip()}"),
        agency="",
        agency_name="",
        unit=Unit("", None, None),
        number=0,
        limit=deadline.limit,
        is_before=deadline.before is not None,
        last_day=deadline.last_day,
        is_extended=False,
        source=deadline.source,
        receiver=receiver_of(workspace, deadline, issuer, as_of),
        addressees=tuple(dict.fromkeys(filter(None, (issuer.short, paper.to_short, OTHERS_ABOVE)))),
        duties=(),
        indicators=(),
        earlier=None,
        taken_over=(),
        contact=ContactView(contact.name, contact.title, contact.phone, contact.email) if contact else None,
    )


class _Answers(NamedTuple):
    """The reports of an earlier period by agency id, those that were accepted and hold something."""

    period: str
    reports: Mapping[str, Report]


def _earlier(folder: PlanFolder, deadline: Deadline) -> list[Deadline]:
    """The plan's periods that were due before this one, the nearest first."""
    before = [d for d in folder.plan.deadlines if d.last_day < deadline.last_day]
    return sorted(before, key=lambda d: d.last_day, reverse=True)


def _answers(folder: PlanFolder, deadline: Deadline, register: Register, as_of: date) -> _Answers:
    """Also of who is no reporter and sent one all the same (the consolidating agency)."""
    found: dict[str, Report] = {}
    for filed in folder.reports_of(deadline.period):
        sender = register.find_agency(filed.report.agency)
        if sender and filed.report.received <= as_of and not filed.report.returned:
            found[sender.id] = filed.report
    for slot in slots_of(folder, deadline, register, as_of):
        if slot.filed and slot.state in RECEIVED:
            found[slot.agency.id] = slot.filed.report
    entered = {id_: report for id_, report in found.items() if report.is_entered}
    return _Answers(period_view(deadline, folder.plan.document).name, entered)


def _form(
    frame: FormView,
    folder: PlanFolder,
    register: Register,
    earlier: Iterable[_Answers],
    number: int,
    agency: Agency,
    slot: Slot | None,
) -> FormView:
    last = next((answers for answers in earlier if agency.id in answers.reports), None)
    report = last.reports[agency.id] if last else None
    return frame._replace(
        agency=agency.id,
        agency_name=agency.name,
        unit=Unit(agency.kind, agency.symbol, agency.superior),
        number=number,
        last_day=slot.last_day if slot else frame.last_day,
        is_extended=slot is not None and slot.extension is not None and slot.last_day > frame.last_day,
        duties=tuple(_duties(folder, register, agency, report)),
        indicators=tuple(_indicators(folder.plan.indicators, register, agency)),
        earlier=last.period if last else None,
        taken_over=Namer(register.timeless)(p.id for p in slot.predecessors) if slot else (),
    )


def _duties(
    folder: PlanFolder, register: Register, agency: Agency, report: Report | None
) -> Iterator[FormDuty]:
    plan = folder.plan
    parts = [
        (p.role, p.role, task) for task in plan.tasks for p in parts_of(task, register, agency) if p.certain
    ]
    parts += [
        (GROUPS[-1], p.role, task)
        for task in plan.organisation
        for p in parts_of(task, register, agency)
        if p.certain
    ]
    for group, role, task in sorted(parts, key=lambda part: GROUPS.index(part[0])):
        yield FormDuty(
            group=group,
            role=role,
            ref=task.ref,
            name=task.short or task.text,
            text=task.text,
            timing=task.timing,
            is_ongoing=parse_timing(task.timing, plan.document.year).kind == "ongoing",
            previous=_previous(task, report),
        )


def _previous(task: Task, report: Report | None) -> Previous | None:
    if report is None:
        return None
    result = next((r for r in report.tasks if r.ref == task.ref), None)
    if result is not None:
        return Previous(result.status, result.result)
    return Previous(NOTHING, None) if report.rest else None


def _indicators(
    indicators: Iterable[Indicator], register: Register, agency: Agency
) -> Iterator[FormIndicator]:
    for one in indicators:
        entries = [e for e in map(register.find, (*one.givers, *one.compare)) if e is not None]
        members = (m for entry in entries for m in register.members(entry))
        if any(m.certain and m.agency.id == agency.id for m in members):
            yield FormIndicator(one.id, one.name, one.unit, one.kind == "count", one.target)
