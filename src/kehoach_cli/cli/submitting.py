"""What `submit` does once the workspace is open: read every form, then write the good ones, then say it."""

from __future__ import annotations

import sys
from collections import Counter
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.entering import Entry, entry_of, kept_for, write_entry
from kehoach_cli.cli.opening import pick_agency, pick_plan
from kehoach_cli.cli.privacy import OPTION, reason_for, refuse_personal_data
from kehoach_cli.intake.cells import clean
from kehoach_cli.intake.claim import Asked
from kehoach_cli.intake.form import Taken, read_form
from kehoach_cli.intake.printed import previous_answers
from kehoach_cli.intake.reading import Expected
from kehoach_cli.intake.telling import Telling
from kehoach_cli.model.days import print_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.intake.claim import Claim
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.workspace import Workspace

_UNTOUCHED = "Không có tệp nào bị thay đổi."
_LOCK = "~$"  # what Excel lays beside an open file; a pattern like *.xlsx names it too
_OF_ONE = ("number", "dated", "arrival_number", "signer")


class Call(NamedTuple):
    """What the person says about the forms; `facts` are keys of the report file."""

    received: date | None
    facts: dict[str, str]
    plan: str | None
    period: str | None
    agency: str | None
    dry_run: bool
    replace: bool
    allowed: str | None = None  # why personal data may stay in the report


class Form(NamedTuple):
    """One file of the call: what it says, and the digest of its bytes."""

    path: Path
    telling: Telling
    taken: Taken | None
    digest: str


def submit_files(opened: Opened, files: Sequence[Path], call: Call) -> bool:
    """True when every form was taken (or had been before); what came of each is told.

    Of a form that had been taken before its warnings are not told again.
    """
    asked = _judged(opened, files, call)
    locks = [path.name for path in files if path.name.startswith(_LOCK)]
    forms = [_read(opened, path, asked, call) for path in files if path.name not in locks]
    _refuse_twins(forms)
    entries = [(form, _entry(opened, form, call)) for form in forms]
    done = [entry for form, entry in entries if entry and _written(opened, form, entry, call)]
    refused = [form for form in forms if form.telling.has_errors()]
    news = [form for form, entry in entries if not (entry and entry.is_known)]
    _say_problems(opened, news)
    if locks:
        sys.stderr.write(f"Bỏ qua tệp khóa tạm của Excel: {'; '.join(locks)}.\n")
    from kehoach_cli.cli.submitted import told

    sys.stdout.write(told(opened, done, dry_run=call.dry_run))
    if refused:
        names = "; ".join(clean(form.path.name) for form in refused)
        others = "" if any(not e.is_known for e in done) and not call.dry_run else f" {_UNTOUCHED}"
        sys.stderr.write(f"Không nhập {len(refused)}/{len(forms)} tệp: {names}.{others}\n")
    return not refused


def _judged(opened: Opened, files: Sequence[Path], call: Call) -> Asked:
    """A call that cannot be meant so changes nothing."""
    if len(files) > 1 and (call.agency or any(key in call.facts for key in _OF_ONE)):
        raise typer.BadParameter(
            "--agency, --number, --dated, --arrival-number và --signer chỉ dùng khi nhập một tệp. "
            f"{_UNTOUCHED}"
        )
    kept = reason_for(call.allowed, opened.as_of)
    if kept and len(files) > 1:
        raise typer.BadParameter(
            f"{OPTION} chỉ dùng khi nhập một tệp: mỗi báo cáo cần một lý do riêng. {_UNTOUCHED}"
        )
    typed = (*_OF_ONE, "channel")
    refuse_personal_data({f"--{key.replace('_', '-')}": call.facts.get(key) for key in typed}, kept)
    if call.received and call.received > opened.as_of:
        raise typer.BadParameter(
            f"ngày đến {print_day(call.received)} ở sau ngày đang xét {print_day(opened.as_of)}; "
            f"kiểm tra ngày đến, hoặc thêm --as-of. {_UNTOUCHED}"
        )
    plan = pick_plan(opened.workspace.plans, call.plan) if call.plan else None
    agency = pick_agency(opened.workspace, call.agency) if call.agency else None
    return Asked(plan, call.period, agency)


def _read(opened: Opened, path: Path, asked: Asked, call: Call) -> Form:
    """One file, read whole and never beyond the size a form can have."""
    from kehoach_cli.model.amending import duties_of_period
    from kehoach_cli.store.folder import DiskFolder
    from kehoach_cli.store.reading import reason_of

    here = Path.cwd()
    telling = Telling(str(here / path))
    try:
        raw = DiskFolder(here).read(str(path))
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "tên tệp có ký tự lạ"
        telling.add("L407", reason=reason)
        return Form(path, telling, None, "")
    workspace = opened.workspace

    def expected_of(claim: Claim) -> Expected:
        reason = kept_for(opened, claim, call).get("reason", "")
        asked_then = duties_of_period(claim.folder, claim.deadline, opened.as_of)
        there = workspace.register.on(_alive(claim.agency, min(opened.as_of, claim.deadline.last_day)))
        then = workspace._replace(register=there)
        return _expected(then, claim._replace(folder=asked_then))._replace(allowed=reason)

    taken = read_form(raw, workspace, asked, expected_of, telling)
    return Form(path, telling, taken, blake2b(raw, digest_size=16).hexdigest())


def _alive(agency: Agency, day: date) -> date:
    """The day itself, or the nearest one on which the agency is there: its form asks what was its to do."""
    if agency.from_ is not None and day < agency.from_:
        return agency.from_
    return min(day, agency.until) if agency.until is not None else day


def _expected(workspace: Workspace, claim: Claim) -> Expected:
    """The plan's clauses, and which of them and of its figures are the sender's."""
    from kehoach_cli.queries.duties import parts_of

    register, agency, plan = workspace.register, claim.agency, claim.folder.plan
    roles: dict[str, str] = {}
    possible: set[str] = set()
    for task in (*plan.tasks, *plan.organisation):
        for part in parts_of(task, register, agency):
            if part.certain:
                roles.setdefault(task.ref, part.role)
            else:
                possible.add(task.ref)
    given = [
        indicator.id
        for indicator in plan.indicators
        for name in (*indicator.givers, *indicator.compare)
        if (entry := register.find(name))
        and any(m.certain and m.agency.id == agency.id for m in register.members(entry))
    ]
    tasks = {task.ref: task for task in (*plan.tasks, *plan.organisation)}
    indicators = {i.id: i for i in plan.indicators}
    previous = previous_answers(claim.folder, claim.deadline, register, agency)
    figures = (indicators, frozenset(given))
    return Expected(agency.name, register, tasks, roles, frozenset(possible), *figures, previous)


def _refuse_twins(forms: Sequence[Form]) -> None:
    """Two files for one slot: nobody can say which is the last; neither is taken."""
    slots = Counter(_slot(form) for form in forms if form.taken)
    for form in forms:
        if form.taken and slots[_slot(form)] > 1:
            others = [
                clean(str(f.path)) for f in forms if f.taken and f is not form and _slot(f) == _slot(form)
            ]
            claim = form.taken.claim
            form.telling.add(
                "L423", name=claim.agency.name, period=claim.deadline.period, other="; ".join(others)
            )


def _slot(form: Form) -> tuple[str, str, str]:
    assert form.taken
    claim = form.taken.claim
    return claim.folder.id, claim.deadline.period, claim.agency.id


def _entry(opened: Opened, form: Form, call: Call) -> Entry | None:
    """What would be written; None for a form that is refused."""
    if form.taken is None or form.telling.has_errors():
        return None
    entry = entry_of(
        opened, form.taken, call, {"file": clean(form.path.name), "hash": form.digest}, form.telling
    )
    return None if form.telling.has_errors() else entry


def _written(opened: Opened, form: Form, entry: Entry, call: Call) -> bool:
    if call.dry_run or entry.is_known:
        return True
    try:
        write_entry(opened.root, entry)
    except OSError as error:
        from kehoach_cli.store.writing import refusal_of

        form.telling.add("L406", file=entry.file, reason=refusal_of(error))
        return False
    return True


def _say_problems(opened: Opened, forms: Sequence[Form]) -> None:
    """Errors of all forms before warnings, on stderr."""
    from kehoach_cli.render.diagnostics import forms_line, problems_text

    problems = [p for form in forms for p in form.telling.problems]
    problems.sort(key=lambda p: p.severity != "error")
    if problems:
        text = problems_text(problems, opened.root, Path.cwd())
        sys.stderr.write(text + forms_line(problems, len(forms)))
