"""What frames the consolidated report: plan, period, letterhead, signature, the Office's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from kehoach_cli.model.document_numbers import print_number
from kehoach_cli.model.periods import describe_period

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.plan import Deadline, Document
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Summary
    from kehoach_cli.model.workspace import PlanFolder, Workspace


class BasisView(NamedTuple):
    """A document the plan is based on."""

    text: str
    is_checked: bool  # false while only the plan's own wording is known


class Amending(Protocol):
    """A document that amends the plan, as far as it is cited."""

    @property
    def number(self) -> str: ...
    @property
    def issued(self) -> date: ...


class AmendingView(NamedTuple):
    """A document that amends the plan."""

    number: str
    issued: date


class PlanView(NamedTuple):
    """What the text says of the plan itself."""

    id: str
    number: str
    issued: date
    year: int
    title: str
    subject: str | None
    scope: str | None
    issuer: str  # «UBND huyện Sơn Tây»
    issuer_full: str
    issuer_short: str
    basis: tuple[BasisView, ...]
    amended_by: tuple[AmendingView, ...] = ()  # in the order in which they came into force


class PeriodView(NamedTuple):
    """The period in a sentence, in the title, and the one that the outlook speaks of."""

    id: str
    name: str
    title: str
    next_title: str
    is_next_year: bool  # the outlook leaves the plan's year
    cutoff: date | None
    estimate_until: date | None
    source: str | None = None  # the clause of the plan that asks for the report


class PaperView(NamedTuple):
    """The frame of the document: letterhead, number, addressee, signature, recipients."""

    issuer: str
    issuer_full: str
    issuer_short: str
    letterhead: tuple[str, ...]
    place: str
    symbol: str
    archive: str
    consolidator: str
    number: str | None  # given by the registry; blank until then
    dated: date | None
    year: int
    to: str | None
    to_short: str | None  # as running text has it
    signature: tuple[str, ...]
    signer: str | None
    recipients: tuple[str, ...]
    is_demo: bool = False  # of a workspace made to try the program on: everything says so


class OfficeView(NamedTuple):
    """The Office's own words; None where it has written none."""

    issuing: str | None
    guidance: str | None
    funding: str | None
    strengths: str | None
    limitations: str | None
    causes: str | None
    next: tuple[str, ...]
    internal: str | None  # what became of the proposals to the district itself


def plan_view(id_: str, document: Document, issuer: Issuer) -> PlanView:
    """The plan's issuer by its full and short names where it is the one that reports."""
    is_ours = document.issuer in (issuer.name, issuer.full, issuer.short)
    return PlanView(
        id=id_,
        number=document.number,
        issued=document.issued,
        year=document.year,
        title=document.title,
        subject=document.subject,
        scope=document.scope,
        issuer=document.issuer,
        issuer_full=issuer.full if is_ours else document.issuer,
        issuer_short=issuer.short if is_ours else document.issuer,
        basis=tuple(BasisView(b.cite or b.as_printed, b.cite is not None) for b in document.basis),
        amended_by=tuple(AmendingView(a.number, a.issued) for a in document.amended_by),
    )


def period_view(deadline: Deadline, document: Document) -> PeriodView:
    """The title leaves the year to the outlook's, which comes later in it, unless that is the next year."""
    period = describe_period(deadline.period, document.year)
    is_next_year = not period.next_title.endswith(f" {document.year}")
    return PeriodView(
        id=deadline.period,
        name=deadline.label or period.name,
        title=period.name if is_next_year else period.title,
        next_title=period.next_title,
        is_next_year=is_next_year,
        cutoff=deadline.cutoff,
        estimate_until=deadline.estimate_until,
        source=deadline.source,
    )


def paper_view(
    workspace: Workspace,
    issuer: Issuer,
    deadline: Deadline,
    summary: Summary | None,
    as_of: date,
    registered: Issued | None = None,
) -> PaperView:
    """Who signs is judged, like the issuer, on the earlier of `as_of` and the last day.

    Number and day stand in the Office's own words, else in `registered`, the record of the report's issue.
    """
    day = min(as_of, deadline.last_day)
    signature = workspace.office.signature_on("bao-cao", day) if workspace.office else None
    given, dated = (summary.number, summary.dated) if summary else (None, None)
    number = given or (registered.number if registered else None)
    return PaperView(
        issuer=issuer.name,
        issuer_full=issuer.full,
        issuer_short=issuer.short,
        letterhead=issuer.letterhead,
        place=issuer.place,
        symbol=issuer.symbol,
        archive=issuer.archive,
        consolidator=issuer.consolidator,
        number=print_number(number) if number else None,
        dated=dated or (registered.dated if registered else None),
        year=day.year,
        to=deadline.send_up.to if deadline.send_up else None,
        to_short=short_addressee(deadline, workspace.register),
        signature=signature.lines if signature else (),
        signer=signature.name if signature else None,
        recipients=workspace.office.recipients if workspace.office else (),
        is_demo=workspace.office is not None and workspace.office.demo,
    )


def report_paper(
    workspace: Workspace, folder: PlanFolder, deadline: Deadline, as_of: date, issuer: Issuer
) -> PaperView:
    """The frame of the consolidated report, with the number and day that are on record."""
    summary = folder.summaries.get(deadline.period)
    registered = registered_report(folder, deadline.period, as_of)
    return paper_view(workspace, issuer, deadline, summary, as_of, registered)


def registered_report(folder: PlanFolder, period: str, as_of: date) -> Issued | None:
    """The record of the consolidated report's issue; one from after `as_of` does not exist yet."""
    sent = [s.issued for s in folder.sent if s.issued.document == "bao-cao" and s.issued.period == period]
    return next((i for i in reversed(sent) if i.dated <= as_of), None)


def short_addressee(deadline: Deadline, register: Register) -> str | None:
    """«Sở Y tế» for «Sở Y tế tỉnh Quảng Ngãi», where the register knows both."""
    if deadline.send_up is None:
        return None
    agency = register.find_agency(deadline.send_up.to)
    return agency.name if agency else deadline.send_up.to


def office_view(summary: Summary | None) -> OfficeView:
    """Nothing but blanks where the Office has no file yet."""
    if summary is None:
        return OfficeView(None, None, None, None, None, None, (), None)
    return OfficeView(
        issuing=summary.issuing,
        guidance=summary.guidance,
        funding=summary.funding,
        strengths=summary.strengths,
        limitations=summary.limitations,
        causes=summary.causes,
        next=summary.next,
        internal=summary.internal,
    )
