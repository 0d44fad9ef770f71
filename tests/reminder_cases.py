"""Reminders of plan 61 for tests: reports laid in, letters recorded, and the view of one day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kehoach_cli.model.issued import Issued
from kehoach_cli.model.office import Contact, Office
from kehoach_cli.model.register import Register
from kehoach_cli.model.workspace import Sent, Workspace
from kehoach_cli.queries.reminders import ReminderView, reminder_view
from made_up_reports import Node, plan_61, six_months

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

SECOND = date(2025, 5, 20)
THIRD = date(2025, 5, 27)
CONTACT = {
    "name": "Nguyễn Văn A",
    "title": "chuyên viên Văn phòng",
    "phone": "0912 345 678",
    "email": "vp@sontay.example",
}
FEW = (
    "phong-tu-phap",
    "phong-noi-vu",
    "hoi-cuu-chien-binh",
    "ubnd-xa-son-bua",
    "ubnd-xa-son-lap",
    "cong-an-xa-son-bua",
    "cong-an-xa-son-lap",
)
"""Who is late in the office's own example of letter 2."""


def reporters() -> list[str]:
    """The ids of all 31, in register order."""
    return [a.addressees[0].id for a in reminder(date(2025, 4, 22)).each]


def all_but(ids: Collection[str]) -> dict[str, Node]:
    """Reports of everybody else, in time for every stage."""
    return {id_: {"received": "2025-04-20"} for id_ in reporters() if id_ not in ids}


def letter(stage: str, number: str, dated: str, agencies: Sequence[str], before: str | None = None) -> Node:
    """The record of a letter that went out."""
    return {"stage": stage, "number": number, "dated": dated, "agencies": agencies, "before": before}


def workspace_of(
    names: Mapping[str, str] | None = None,
    contact: Mapping[str, str] | None = None,
    superior: str | None = None,
) -> Workspace:
    """Plan 61 with other names by agency id; `superior` is that of Trung tâm Y tế."""
    workspace = plan_61()
    changes = {id_: {"name": name} for id_, name in (names or {}).items()}
    if superior:
        changes["trung-tam-y-te"] = {"superior": superior}
    register = workspace.register
    agencies = [
        a.model_copy(update={"aliases": (*a.aliases, a.name), **changes[a.id]}) if a.id in changes else a
        for a in register.agencies.values()
    ]
    office = workspace.office
    assert office is not None
    if contact:
        office = office.model_copy(update={"contacts": (Contact.model_validate(contact),)})
    return workspace._replace(register=Register(agencies, register.groups.values()), office=office)


def reminder(
    as_of: date,
    reports: Mapping[str, Node] | None = None,
    *,
    stage: str | None = None,
    new_limit: date | None = None,
    sent: Sequence[Node] = (),
    kept: Collection[str] | None = None,
    workspace: Workspace | None = None,
    office: Office | None = None,
    **deadline: Any,  # noqa: ANN401
) -> ReminderView:
    """The view of plan 61's six months; `deadline` replaces fields of the deadline."""
    folder, found = six_months(reports or {}, **deadline)
    blank = {"schema": "1", "document": "cong-van", "period": "6thang"}
    records = tuple(Sent(f"{n}.yaml", Issued.model_validate(blank | s)) for n, s in enumerate(sent))
    base = workspace or plan_61()
    made = base._replace(plans=(folder._replace(sent=records),), office=office or base.office)
    issuer = made.office.issuer_on(as_of) if made.office else None
    assert issuer is not None
    return reminder_view(
        made, made.plans[0], found, as_of, issuer, stage=stage, new_limit=new_limit, kept=kept
    )
