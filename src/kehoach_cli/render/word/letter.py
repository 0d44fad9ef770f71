"""The letters that ask for reports or urge them, as Word documents: mẫu 1.5 of Nghị định 30/2020."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.reminder_names import only, reminder_names, title_of
from kehoach_cli.render.word.document import About, WordFile, legible, word_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.queries.reminders import Letter, ReminderView

LETTER = "cong-van.docx"


def word_letter(view: ReminderView, letter: Letter, folders: Sequence[Path]) -> WordFile:
    """One letter of the view; a fault in the template raises TemplateFault.

    Its facts name the agencies by id, so that the letter can be recorded once it has its number.
    """
    facts = {
        "document": "cong-van",
        "plan": view.plan.id,
        "period": view.period.id,
        "stage": view.stage,
        "before": view.new_limit.isoformat() if view.new_limit else "",
        "agencies": " ".join(a.id for a in letter.addressees),
    }
    about = About(title_of(view), view.paper.issuer, view.as_of, facts, view.paper.is_demo)
    return word_document(LETTER, reminder_names(legible(only(view, letter))), folders, about)


def word_letters(
    view: ReminderView, letters: Sequence[Letter], folders: Sequence[Path]
) -> tuple[WordFile, ...]:
    """Each of the letters, in order; none where the template is at fault (TemplateFault)."""
    return tuple(word_letter(view, letter, folders) for letter in letters)
