"""From the answers of one form to the report file it becomes, beside what is filed already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.cli.privacy import reason_for
from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import squeeze
from kehoach_cli.model.owing import senders_of
from kehoach_cli.model.slots import report_of
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.cli.submitting import Call
    from kehoach_cli.intake.claim import Claim
    from kehoach_cli.intake.form import Taken
    from kehoach_cli.intake.telling import Telling
    from kehoach_cli.model.report import Report

    Facts = dict[str, Any]

_LOGGED = ("number", "dated", "arrival_number", "signer", "channel", "draft", "covers")
_SAID = {"number": "số, ký hiệu", "dated": "ngày báo cáo", "signer": "người ký"}


class Entry(NamedTuple):
    """A report ready to be written to `file` (in the workspace)."""

    claim: Claim
    file: str
    report: Report
    text: str
    contact: str
    replaces: bool  # a file is there already
    earlier: date | None  # the day the report was received that must be kept
    is_known: bool  # the very same form was entered before: nothing to write
    keeps_received: bool  # the day is that of the earlier file, not of the call


def entry_of(
    opened: Opened, taken: Taken, call: Call, origin: dict[str, str], telling: Telling
) -> Entry | None:
    """None where the report may not be written; why is told."""
    from kehoach_cli.store.layout import report_path
    from kehoach_cli.store.report_file import report_of_data, report_yaml

    claim = taken.claim
    period, agency = claim.deadline.period, claim.agency
    filed = report_of(claim.folder, period, opened.workspace.register, agency)
    known = filed.report if filed else None
    is_same = bool(known and known.origin and known.origin.hash == origin["hash"] and not known.returned)
    if known and known.is_entered and not call.replace and not is_same:
        telling.add("L424", name=agency.name, period=period, received=print_day(known.received))
        return None
    answers = dict(taken.answers.data)
    box = {key: answers.pop(key) for key in _LOGGED if key in answers}
    facts = _facts(box, call, known, telling)
    facts |= {"received": _received(opened, call, known).isoformat()}
    data = {"agency": agency.name, "period": period, **facts, **answers, "origin": origin}
    if telling.has("L375"):
        data["personal_data"] = kept_for(opened, claim, call)
    report = report_of_data(data)
    _judge(opened, claim, report, telling)
    kept = known is not None and (known.is_entered or known.returned is not None)
    return Entry(
        claim=claim,
        file=filed.file if filed else report_path(claim.folder.id, period, agency.id),
        report=known if is_same and known and not call.replace else report,
        text=report_yaml(data, f"Nhập từ biểu mẫu {one_line(origin['file'])} bằng kehoach submit."),
        contact=taken.answers.contact,
        replaces=known is not None,
        earlier=known.received if known and kept else None,
        is_known=is_same and not call.replace,
        keeps_received=_is_same_arrival(known) and call.received is None,
    )


def kept_for(opened: Opened, claim: Claim, call: Call) -> dict[str, str]:
    """Why personal data may stay in the report: as said now, else as it was recorded for the same arrival."""
    filed = report_of(claim.folder, claim.deadline.period, opened.workspace.register, claim.agency)
    known = filed.report.personal_data if filed and _is_same_arrival(filed.report) else None
    if call.allowed is None and known:
        return {"reason": known.reason, "date": str(known.date)}
    return reason_for(call.allowed, opened.as_of)


def write_entry(root: Path, entry: Entry) -> None:
    """The file, whole or not at all; the report it replaces is kept first."""
    from kehoach_cli.store.report_file import put_report

    put_report(root, entry.file, entry.text, replace=entry.replaces, keep=entry.earlier)


def _is_same_arrival(known: Report | None) -> bool:
    """A report sent back comes again as a new arrival; any other file speaks of the same one."""
    return known is not None and known.returned is None


def _received(opened: Opened, call: Call, known: Report | None) -> date:
    """As said; else as logged, so that entering it later makes no slot late; else the day asked about."""
    if call.received is not None:
        return call.received
    return known.received if known and known.returned is None else opened.as_of


def _facts(box: Facts, call: Call, known: Report | None, telling: Telling) -> Facts:
    """The call comes first, then what was logged from the paper itself, then the box of the form.

    What stands in a report that is replaced may come from the box of its own form: there the new box wins.
    """
    said = {key: squeeze(one_line(value)) for key, value in call.facts.items()}
    logged = _logged(known) if known and _is_same_arrival(known) else {}
    if known and known.is_entered:
        return _in_order({**logged, **box, **said})
    for key, name in _SAID.items():
        if key in box and key in logged and key not in said and box[key] != logged[key]:
            words = {"what": name, "value": _printed(box[key]), "known": _printed(logged[key])}
            telling.add("L425", **words)
    return _in_order({**box, **logged, **said})


def _in_order(facts: Facts) -> Facts:
    return {key: facts[key] for key in _LOGGED if facts.get(key)}


def _printed(text: str) -> str:
    from datetime import date

    try:
        return print_day(date.fromisoformat(text))
    except ValueError:
        return text


def _logged(known: Report) -> Facts:
    """The facts of a report file as plain data, those that are there."""
    facts: Facts = {key: getattr(known, key) for key in _LOGGED}
    facts["draft"] = "true" if known.draft else ""
    facts["covers"] = list(known.covers)
    facts["dated"] = known.dated.isoformat() if known.dated else ""
    return {key: value for key, value in facts.items() if value}


def _judge(opened: Opened, claim: Claim, report: Report, telling: Telling) -> None:
    """What the rules over all reports would find in the file as soon as it is there."""
    from kehoach_cli.cli.senders import objection

    register = opened.workspace.register
    why = objection(opened, claim.deadline, claim.agency, report.received, is_option=False)
    if why is not None:
        telling.add("L426", why=why, received=print_day(report.received))
    owing = senders_of(claim.deadline, register)
    for name in report.covers:
        partner = register.find_agency(name)
        if partner is not None and partner.id not in owing:
            telling.add("L302", name=partner.name, period=report.period)
    if report.dated and report.dated > report.received:
        telling.add("L311", received=print_day(report.received), dated=print_day(report.dated))
