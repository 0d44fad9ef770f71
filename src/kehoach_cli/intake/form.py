"""One filled-in form from its bytes: opened, recognised, claimed for a slot, read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.answers import Answers, answers_of
from kehoach_cli.intake.claim import Asked, Claim, claim_of
from kehoach_cli.intake.guard import Unreadable
from kehoach_cli.intake.recognise import recognise
from kehoach_cli.intake.workbook import read_book

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.intake.reading import Expected
    from kehoach_cli.intake.telling import Telling
    from kehoach_cli.model.workspace import Workspace


class Taken(NamedTuple):
    """A form that was read: the slot it answers, and its answers."""

    claim: Claim
    answers: Answers


def read_form(
    raw: bytes,
    workspace: Workspace,
    asked: Asked,
    expected_of: Callable[[Claim], Expected],
    telling: Telling,
) -> Taken | None:
    """None where the form cannot be taken; every reason is in `telling`, and so are its warnings."""
    try:
        book = read_book(raw)
    except Unreadable as error:
        telling.refuse(error)
        return None
    telling.sheets = [sheet.name for sheet in book.sheets]
    form = recognise(book)
    if not form.tables:
        telling.add("L410")
        return None
    claim = claim_of(form, workspace, asked, telling)
    if claim is None:
        return None
    answers = answers_of(form, book, expected_of(claim), telling)
    return None if telling.has_errors() else Taken(claim, answers)
