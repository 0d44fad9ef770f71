"""Whose form it is: plan, period and sender, by the hidden sheet, by the titles, by what was asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.folding import fold, squeeze
from kehoach_cli.model.names import NearestName, look_up
from kehoach_cli.model.owing import senders_of
from kehoach_cli.model.periods import describe_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.recognise import Recognised
    from kehoach_cli.intake.telling import Telling
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.names import Lookup
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import PlanFolder, Workspace

_MOST_NAMED = 4
_PLAN_NUMBER = re.compile(r"kế hoạch số\s+(\d+\s*/\s*[\w&Đđ-]+)", re.IGNORECASE)


class Asked(NamedTuple):
    """What the person who files the form says of it; None: as the form says."""

    plan: PlanFolder | None = None
    period: str | None = None
    agency: Agency | None = None


class Claim(NamedTuple):
    """The slot a form answers."""

    folder: PlanFolder
    deadline: Deadline
    agency: Agency


def claim_of(form: Recognised, workspace: Workspace, asked: Asked, telling: Telling) -> Claim | None:
    """None where it is not clear, or where no report is owed; every reason is told."""
    folder = _plan(form, workspace, asked, telling)
    agency = _agency(form, workspace, asked, telling)
    deadline = _deadline(form, folder, asked, telling) if folder else None
    if folder is None or deadline is None or agency is None:
        return None
    if not _may_report(workspace, deadline, agency):
        telling.add("L302", name=agency.name, period=deadline.period)
        return None
    return Claim(folder, deadline, agency)


def _plan(form: Recognised, workspace: Workspace, asked: Asked, telling: Telling) -> PlanFolder | None:
    said = squeeze(form.meta.get("plan", "")) or _printed_plan(form)
    plans = workspace.plans
    if said:
        meant = [p for p in plans if said in (p.id, p.plan.document.number)]
        if not meant or (asked.plan is not None and meant[0].id != asked.plan.id):
            named = meant[0].plan.document.number if meant else said
            telling.add("L414", plan=named)
            return None
        return meant[0]
    if asked.plan is not None:
        return asked.plan
    titles = [fold(c.value) for c in form.lines]
    subjects = {p.id: fold(p.plan.document.subject or "") for p in plans}
    about = [p for p in plans if subjects[p.id] and any(subjects[p.id] in title for title in titles)]
    found = about if len(about) == 1 else list(plans)
    if len(found) == 1:
        return found[0]
    telling.add("L415", known=", ".join(p.id for p in plans))
    return None


def _printed_plan(form: Recognised) -> str:
    found = (_PLAN_NUMBER.search(cell.value) for cell in form.lines)
    return next((re.sub(r"\s", "", match[1]) for match in found if match), "")


def _deadline(form: Recognised, folder: PlanFolder, asked: Asked, telling: Telling) -> Deadline | None:
    """The hidden sheet and the titles must agree, unless the person says which of them is right."""
    plan = folder.plan
    hidden = squeeze(form.meta.get("period", ""))
    said = dict.fromkeys(filter(None, (hidden, *_printed_periods(form, folder))))
    if asked.period is not None and said and asked.period not in said:
        telling.add("L416", period=", ".join(said), asked=asked.period)
        return None
    period = asked.period or next(iter(said), "")
    if len(said) > 1 and asked.period is None:
        telling.add("L417", periods=" và ".join(said))
        return None
    if not period and len(plan.deadlines) == 1:
        return plan.deadlines[0]
    known = ", ".join(d.period for d in plan.deadlines)
    if not period:
        telling.add("L418", known=known)
        return None
    deadline = plan.deadline(period)
    if deadline is None:
        telling.add("L312", period=period, known=known)
    return deadline


def _printed_periods(form: Recognised, folder: PlanFolder) -> Iterator[str]:
    """The periods named in titles: the longest name that fits, for «năm 2025» stands in many."""
    year = folder.plan.document.year
    names = {d.period: fold(d.label or describe_period(d.period, year).name) for d in folder.plan.deadlines}
    for cell in form.lines:
        title = fold(cell.value)
        if not title.startswith("bieu mau bao cao"):
            continue
        fitting = [period for period, name in names.items() if title.endswith(name)]
        if fitting:
            yield max(fitting, key=lambda period: len(names[period]))


def _agency(form: Recognised, workspace: Workspace, asked: Asked, telling: Telling) -> Agency | None:
    """Likewise; a name in a title may be typed in any of the ways people type it."""
    register = workspace.register
    found: dict[str, Agency] = {}
    hidden = form.meta.get("agency", "")
    if hidden and (agency := register.find_agency(hidden)):
        found[agency.id] = agency
    for cell in form.names:
        lookup = look_up(cell.value, register.agencies.values())
        if lookup.found is None and asked.agency is None:
            telling.add("L411", cell, value=cell.value, meant=probable_names(cell.value, lookup, register))
            return None
        if lookup.found is not None:
            found[lookup.found.id] = register.agencies[lookup.found.id]
    if asked.agency is not None and (not found or asked.agency.id in found):
        return asked.agency
    if len(found) == 1 and asked.agency is None:
        return next(iter(found.values()))
    names = [a.name for a in found.values()]
    if asked.agency is not None:
        telling.add("L413", names=" và ".join(names), asked=asked.agency.name)
    elif names:
        telling.add("L419", names=" và ".join(names))
    else:
        telling.add("L412", value=hidden)
    return None


def probable_names(typed: str, lookup: Lookup, register: Register) -> str:
    """The agencies that a name nobody has may mean: those that begin so, else the one most like it."""
    near = NearestName(register.agencies.values())(typed)
    names = [e.name for e in lookup.candidates[:_MOST_NAMED]] or ([near] if near else [])
    return ", ".join(f"“{name}”" for name in names)


def _may_report(workspace: Workspace, deadline: Deadline, agency: Agency) -> bool:
    register, office = workspace.register, workspace.office
    if agency.id in senders_of(deadline, register):
        return True
    issuers = office.office if office else ()
    return any(register.find_agency(i.consolidator) is agency for i in issuers)
