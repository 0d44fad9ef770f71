"""Whether anybody is known who receives and consolidates the reports of a deadline."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import ended_on, has_ended, heirs

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import Workspace

ONE_DAY = timedelta(days=1)


class Vacancy(NamedTuple):
    """Who received and consolidated the reports and is no more, without anybody known in its place."""

    names: tuple[str, ...]  # who issued the documents, who consolidated
    since: date  # the first day without them


def vacancy_of(workspace: Workspace, deadline: Deadline, as_of: date) -> Vacancy | None:
    """Judged, like the owner of a slot, on the earlier of `as_of` and the last day.

    None where somebody is there, or where office.yaml never named anybody.
    """
    office, day = workspace.office, min(as_of, deadline.last_day)
    if office is None:
        return None
    issuer = office.issuer_on(day)
    if issuer is not None:
        gone = _gone(workspace, issuer.consolidator, day)
        since = ended_on(gone) if gone else None
        return Vacancy((gone.name,), since) if gone and since else None
    ended = [i for i in office.office if i.until is not None and i.until < day]
    last = max(ended, key=lambda i: i.until or day, default=None)
    if last is None or last.until is None:
        return None
    gone = _gone(workspace, last.consolidator, day)
    return Vacancy((last.name, *((gone.name,) if gone else ())), last.until + ONE_DAY)


def _gone(workspace: Workspace, name: str, day: date) -> Agency | None:
    agency = workspace.register.find_agency(name)
    if agency is None or not has_ended(agency, day) or heirs(workspace.register, agency, day):
        return None
    return agency
