"""The register of reports: what came in, how, and who was urged by which letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.chasing import addressed
from kehoach_cli.queries.status import status_view

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.register import Entry, Register
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.status import DeadlineStatus

URGING = ("2", "3")
"""Stages of letters that urge; a letter of stage 1 only asks for reports."""


class Letter(NamedTuple):
    """A letter that urged, as the registry numbered it."""

    number: str
    dated: date
    stage: str


class Tracked(NamedTuple):
    """One slot with everything the register says of it."""

    slot: Slot
    sender: str | None  # the agency in whose joint report this one's stands
    letters: tuple[Letter, ...]  # oldest first


class DeadlineRegister(NamedTuple):
    """One deadline with its slots in register order."""

    status: DeadlineStatus
    tracked: tuple[Tracked, ...]


class TrackingView(NamedTuple):
    """The answer of `status --register`: the deadlines that are due first come first."""

    as_of: date
    deadlines: tuple[DeadlineRegister, ...]


def tracking_view(
    workspace: Workspace, as_of: date, period: str | None = None, entry: Entry | None = None
) -> TrackingView:
    """`entry` keeps the slots of one agency, or of a group's certain members."""
    folders = {folder.id: folder for folder in workspace.plans}
    view = status_view(workspace, as_of, period, entry)
    found = (_register_of(status, folders[status.plan], workspace.register) for status in view.deadlines)
    return TrackingView(as_of, tuple(found))


def _register_of(status: DeadlineStatus, folder: PlanFolder, register: Register) -> DeadlineRegister:
    letters = [
        (letter, addressed(letter, register))
        for letter in folder.letters_of(status.deadline.period, status.as_of)
        if letter.stage in URGING
    ]
    tracked = (
        Tracked(
            slot,
            _sender(slot, register),
            tuple(
                Letter(letter.number, letter.dated, letter.stage or "")
                for letter, agencies in letters
                if slot.agency.id in agencies
            ),
        )
        for slot in status.slots
    )
    return DeadlineRegister(status, tuple(tracked))


def _sender(slot: Slot, register: Register) -> str | None:
    """Who sent the joint report that fills the slot; None where the agency sent its own."""
    if not slot.is_joint or slot.filed is None:
        return None
    written = slot.filed.report.agency
    agency = register.find_agency(written)
    return agency.name if agency else written
