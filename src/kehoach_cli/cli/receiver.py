"""What is told with forms and letters that name a receiver who is no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.plan import Deadline


def receiver_words(opened: Opened, deadline: Deadline) -> list[str]:
    """One sentence, or none where the receiver is there on the day of the form or letter."""
    from kehoach_cli.queries.vacancy import receiver_gone
    from kehoach_cli.render.succession_words import vacancy_words

    gone = receiver_gone(opened.workspace, deadline, opened.as_of)
    return [vacancy_words(gone)] if gone else []
