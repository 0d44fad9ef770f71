"""Whether anybody is known who receives and consolidates the reports of a deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import ended_on, has_ended, heirs

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import Workspace


class Vacancy(NamedTuple):
    """Who received and consolidated the reports and is no more, without anybody known in its place."""

    names: tuple[str, ...]  # who issued the documents, who consolidated
    since: date  # the first day without them
    is_receiver: bool = False  # only whom the plan's deadline names as the receiver is no more


def vacancy_of(workspace: Workspace, deadline: Deadline, as_of: date) -> Vacancy | None:
    """Judged, like the owner of a slot, on the earlier of `as_of` and the last day.

    None where somebody is there, or where office.yaml never named anybody.
    """
    office, day = workspace.office, min(as_of, deadline.last_day)
    if office is None:
        return None
    issuer = office.issuer_on(day)
    if issuer is not None:
        return _vacant(workspace, issuer.consolidator, day) or receiver_gone(workspace, deadline, day)
    last = office.last_ended(day)
    since = ended_on(last) if last else None
    if last is None or since is None:
        return None
    gone = _gone(workspace, last.consolidator, day)
    return Vacancy((last.name, *((gone.name,) if gone else ())), since)


def receiver_gone(workspace: Workspace, deadline: Deadline, day: date) -> Vacancy | None:
    """Where whom the plan has the reports sent to is no more on a day, and nobody is known to follow it."""
    found = _vacant(workspace, deadline.receiver, day) if deadline.receiver else None
    return found._replace(is_receiver=True) if found else None


def receiver_of(workspace: Workspace, deadline: Deadline, issuer: Issuer, day: date) -> str:
    """Where reports are to be sent on a day: whom the plan names, else who consolidates.

    A paper never sends anybody to a body that is no more; that the plan still names it is told beside.
    """
    named = None if receiver_gone(workspace, deadline, day) else deadline.receiver
    return named or issuer.consolidator


def _vacant(workspace: Workspace, name: str, day: date) -> Vacancy | None:
    gone = _gone(workspace, name, day)
    since = ended_on(gone) if gone else None
    return Vacancy((gone.name,), since) if gone and since else None


def _gone(workspace: Workspace, name: str, day: date) -> Agency | None:
    agency = workspace.register.find_agency(name)
    if agency is None or not has_ended(agency, day) or heirs(workspace.register, agency, day):
        return None
    return agency
