"""What a report that was logged or entered means: the slot's state, the sum, the line to send back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.model.workspace import Filed, PlanFolder
    from kehoach_cli.queries.status import DeadlineStatus


class Standing(NamedTuple):
    """One agency's report by one deadline, in sentences."""

    received: date
    state: str
    sum: str  # of the whole deadline, with the day asked about
    reply: str  # to paste into a message to the sender; empty for the consolidating agency


def standing_of(
    folder: PlanFolder, deadline: Deadline, register: Register, agency: Agency, as_of: date
) -> Standing:
    """The agency has its own report in `folder`."""
    from kehoach_cli.model.slots import report_of
    from kehoach_cli.queries.status import status_of
    from kehoach_cli.render.sentences import acknowledgement, as_of_words, state_words, sum_line

    filed = report_of(folder, deadline.period, register, agency)
    assert filed is not None
    status = status_of(folder, deadline, register, as_of)
    slot = _slot_of(status, agency, filed)
    return Standing(
        received=filed.report.received,
        state=state_words(slot, deadline) if slot else "Cơ quan tổng hợp, không tính trong bảng",
        sum=f"{sum_line(status)} {as_of_words(as_of)}",
        reply=acknowledgement(filed.report, agency.name, deadline, as_of) if slot else "",
    )


def _slot_of(status: DeadlineStatus, agency: Agency, filed: Filed) -> Slot | None:
    """The agency's own slot, else that of one in whose place it reports, or of one that follows it."""
    own = next((s for s in status.slots if s.agency.id == agency.id), None)
    theirs = (s for s in status.slots if filed is s.filed or filed in s.parts)
    return own or next(theirs, None)


def shown_file(opened: Opened, file: str) -> str:
    """A file of the workspace as the person would type it from where they stand."""
    from kehoach_cli.render.diagnostics import shown_path

    return shown_path(opened.root, file, Path.cwd())
