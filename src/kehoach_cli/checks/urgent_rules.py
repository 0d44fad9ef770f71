"""Rules of reports/dot-xuat/*.yaml: difficulties outside the calendar, and how they were answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import file_of, no_agency
from kehoach_cli.model.amending import refs_ever
from kehoach_cli.model.days import print_day
from kehoach_cli.model.names import NearestName, nearest_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.workspace import PlanFolder, Raised

_MORE = re.compile(r"(-[2-9]|-[1-9]\d+)?\.yaml")
"""What may follow day and agency in a file name: the second of a day ends in -2."""


def _all(case: Case) -> Iterator[tuple[PlanFolder, Raised]]:
    for folder in case.workspace.plans:
        for raised in folder.raised:
            yield folder, raised


def unknown_names(case: Case) -> Iterator[Finding]:
    """Senders that are no agency of the register."""
    register = case.workspace.register
    found = [*_all(case)]
    if not found or not case.register_is_sound:
        return
    nearest = NearestName(register.entries())
    for _, (file, urgent) in found:
        for finding in no_agency(register, nearest, ("agency",), urgent.agency, "cơ quan báo cáo"):
            yield finding._replace(file=file)


def not_in_its_place(case: Case) -> Iterator[Finding]:
    """The file name tells the day and the agency; the content must say the same."""
    for folder, (file, urgent) in _all(case):
        agency = case.workspace.register.find_agency(urgent.agency)
        if agency is None:
            continue
        meant = f"plan/{folder.id}/reports/dot-xuat/{urgent.received.isoformat()}-{agency.id}"
        if not (file.startswith(meant) and _MORE.fullmatch(file.removeprefix(meant))):
            words = {"agency": agency.name, "received": print_day(urgent.received), "path": f"{meant}.yaml"}
            yield Finding("L350", ("received",), words, file)


def unknown_refs(case: Case) -> Iterator[Finding]:
    """Difficulties with a clause that the plan has not."""
    for folder, (file, urgent) in _all(case):
        known = refs_ever(folder.plan)
        if urgent.ref and urgent.ref not in known and file_of(folder) in case.sound:
            words = {"ref": urgent.ref, "meant": nearest_text(urgent.ref, known) or ""}
            yield Finding("L303", ("ref",), words, file)


def days_reversed(case: Case) -> Iterator[Finding]:
    """Answered before it came in; come in before it was written or had happened."""
    for _, (file, urgent) in _all(case):
        received = print_day(urgent.received)
        for index, answer in enumerate(urgent.answers):
            if answer.date < urgent.received:
                words: Words = {"date": print_day(answer.date), "received": received}
                yield Finding("L351", ("answers", index, "date"), words, file)
        if urgent.since and urgent.since > urgent.received:
            words = {"since": print_day(urgent.since), "received": received}
            yield Finding("L353", ("since",), words, file)
        if urgent.dated and urgent.dated > urgent.received:
            words = {"dated": print_day(urgent.dated), "received": received}
            yield Finding("L311", ("received",), words, file)


def directed_in_silence(case: Case) -> Iterator[Finding]:
    """An instruction that nobody could look up: neither its document nor its words."""
    for _, (file, urgent) in _all(case):
        for index, answer in enumerate(urgent.answers):
            if answer.state == "đã có ý kiến chỉ đạo" and not (answer.document or answer.text):
                yield Finding("L352", ("answers", index, "state"), file=file)


def received_later(case: Case) -> Iterator[Finding]:
    """A difficulty from after the day asked about: it counts as not received yet."""
    for _, (file, urgent) in _all(case):
        if urgent.received > case.as_of:
            words: Words = {"received": print_day(urgent.received), "as_of": print_day(case.as_of)}
            yield Finding("L305", ("received",), words, file)
