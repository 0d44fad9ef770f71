"""Rules of issued/*.yaml: the documents that went out, their numbers, days and addressees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import file_of, no_agency
from kehoach_cli.model.amending import periods_ever
from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import slug
from kehoach_cli.model.names import NearestName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.report import Summary
    from kehoach_cli.model.workspace import PlanFolder, Sent, Workspace

_LETTER_KEYS = {"stage": "giai đoạn", "agencies": "cơ quan nhận"}
_NOT_IN_REPORTS = {"stage": "giai đoạn", "before": "hạn mới", "agencies": "cơ quan nhận"}
_REMINDERS = ("2", "3")


def _all(case: Case) -> Iterator[tuple[PlanFolder, Sent]]:
    for folder in case.workspace.plans:
        for sent in folder.sent:
            yield folder, sent


def _place_of(folder: PlanFolder, issued: Issued) -> str:
    return f"plan/{folder.id}/issued/{issued.dated.isoformat()}-{slug(issued.number)}.yaml"


def not_in_its_place(case: Case) -> Iterator[Finding]:
    """The file name tells day and number; the content must say the same."""
    for folder, (file, issued) in _all(case):
        path = _place_of(folder, issued)
        if path != file:
            words: Words = {"number": issued.number, "dated": print_day(issued.dated), "path": path}
            yield Finding("L316", ("number",), words, file)


def unknown_period(case: Case) -> Iterator[Finding]:
    """A period that the plan has no deadline for."""
    for folder, (file, issued) in _all(case):
        known = periods_ever(folder.plan)
        if issued.period not in known and file_of(folder) in case.sound:
            words = {"period": issued.period, "known": ", ".join(known)}
            yield Finding("L312", ("period",), words, file)


def unknown_names(case: Case) -> Iterator[Finding]:
    """Addressees that are no agency of the register."""
    register = case.workspace.register
    sent = [*_all(case)]
    if not sent or not case.register_is_sound:
        return
    nearest = NearestName(register.entries())
    for _, (file, issued) in sent:
        for index, name in enumerate(issued.agencies):
            for finding in no_agency(register, nearest, ("agencies", index), name, "phần cơ quan nhận"):
                yield finding._replace(file=file)


def number_used_twice(case: Case) -> Iterator[Finding]:
    """A registry gives a number once a year; one letter may be on record in several plans."""
    sent = [*_all(case)]
    for position, (folder, (file, issued)) in enumerate(sent):
        others = [s for f, s in sent[:position] if is_same_number(case.workspace, s.issued, issued)]
        others = [s for s in others if s.issued.dated != issued.dated or s.file.split("/")[1] == folder.id]
        if others:
            words = {"number": issued.number, "year": str(issued.dated.year), "file": others[0].file}
            yield Finding("L317", ("number",), words, file)


def is_same_number(workspace: Workspace, one: Issued, other: Issued) -> bool:
    """True for two numbers of one registry and one year, however their signs are set."""
    office = workspace.office
    issuers = [office.issuer_on(i.dated) for i in (one, other)] if office else [None, None]
    return (
        slug(one.number) == slug(other.number)
        and one.dated.year == other.dated.year
        and issuers[0] is issuers[1]
    )


def parts_of_its_kind(case: Case) -> Iterator[Finding]:
    """A letter has a stage and addressees; the consolidated report has neither, nor a new deadline."""
    for _, (file, issued) in _all(case):
        if issued.document == "cong-van":
            lacking = [f"{key} ({said})" for key, said in _LETTER_KEYS.items() if not getattr(issued, key)]
            if lacking:
                yield Finding("L318", ("document",), {"keys": " và ".join(lacking)}, file)
        else:
            for key, said in _NOT_IN_REPORTS.items():
                if getattr(issued, key):
                    yield Finding("L319", (key,), {"key": key, "said": said}, file, at_key=True)


def other_than_summary(case: Case) -> Iterator[Finding]:
    """Number and day of the consolidated report, where _tong-hop.yaml names them too."""
    for folder, (file, issued) in _all(case):
        summary = folder.summaries.get(issued.period)
        if issued.document == "bao-cao" and summary and (said := against_summary(issued, summary)):
            key = "number" if "số" in said else "dated"
            yield Finding("L323", (key,), {"said": said}, file)


def against_summary(issued: Issued, summary: Summary) -> str:
    """What the Office's own file says otherwise: «số 211/BC-UBND», «ngày 29/5/2025»; empty where nothing.

    The number may stand there without its symbol: «210», to which the report's template adds it.
    """
    said = []
    number = slug(issued.number)
    if summary.number and slug(summary.number) not in (number, number.partition("-")[0]):
        said.append(f"số {summary.number}")
    if summary.dated and summary.dated != issued.dated:
        said.append(f"ngày {print_day(summary.dated)}")
    return " ".join(said)


def without_new_limit(case: Case) -> Iterator[Finding]:
    """A reminder that names no day to send by: whoever gets it may think there is none."""
    for _, (file, issued) in _all(case):
        if issued.document == "cong-van" and issued.stage in _REMINDERS and issued.before is None:
            yield Finding("L320", ("stage",), file=file)


def days_reversed(case: Case) -> Iterator[Finding]:
    """Dated before the plan it is about; a new deadline that had passed when the letter went out."""
    for folder, (file, issued) in _all(case):
        dated, document = print_day(issued.dated), folder.plan.document
        if issued.dated < document.issued:
            words: Words = {"dated": dated, "number": document.number, "issued": print_day(document.issued)}
            yield Finding("L321", ("dated",), words, file)
        if issued.before and issued.before <= issued.dated:
            words = {"before": print_day(issued.before), "dated": dated}
            yield Finding("L322", ("before",), words, file)


def issued_later(case: Case) -> Iterator[Finding]:
    """A document from after the day asked about: it counts as not issued yet."""
    for _, (file, issued) in _all(case):
        if issued.dated > case.as_of:
            words: Words = {"dated": print_day(issued.dated), "as_of": print_day(case.as_of)}
            yield Finding("L324", ("dated",), words, file)
