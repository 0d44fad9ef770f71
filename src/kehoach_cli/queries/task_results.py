"""One task of the consolidated report: every answer and silence, and what the draft makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.answers import absent_on, answers_on, open_groups_on, parties_of, silences_on
from kehoach_cli.queries.statements import Note, notes_on, statements_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.plan import Task
    from kehoach_cli.model.report import OfficeText
    from kehoach_cli.queries.answers import Answer, Known, Silence
    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.sources import Source
    from kehoach_cli.queries.statements import Statement

_TITLE_LENGTH = 90


class Idle(NamedTuple):
    """Those whose one answer for the duties they do not list covers this task."""

    role: str | None
    agencies: tuple[Naming, ...]
    sources: tuple[Source, ...]


class TaskView(NamedTuple):
    """One task or clause: answers and silences for the working copy, statements and notes for the draft."""

    ref: str
    number: int
    title: str  # the Office's short name, else the beginning of the text
    text: str
    is_organisation: bool
    office_text: str | None
    is_later: bool
    answers: tuple[Answer, ...]
    idle: tuple[Idle, ...]
    silences: tuple[Silence, ...]
    absent: tuple[Naming, ...]
    open_groups: tuple[str, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    is_repealed: bool = False  # within the period, after some agency had reported on it


def task_view(
    task: Task, number: int, office: OfficeText | None, known: Known, *, organisation: bool
) -> TaskView:
    """`office` is what the Office wrote for this task, None where it wrote nothing."""
    parties = parties_of(task, known.register, known.sent)
    is_repealed = task.repealed_by is not None  # nobody need answer it any more; who did is heard
    answers = answers_on(task.ref, parties, known)
    silences = () if is_repealed else silences_on(task.ref, parties, known)
    counted = [a for a in answers if a.source.returned is None]
    firm_leads = sum(p.role == "lead" and p.is_firm for p in parties)
    # the Office's words settle every note of the task: it has decided what the report says
    found = (Note("repealed"),) if is_repealed else notes_on(counted, silences, known.namer, firm_leads)
    notes = () if office else (*found, *(() if is_repealed else _to_review(task.ref, known)))
    return TaskView(
        ref=task.ref,
        number=number,
        title=task.short or _beginning(task.text),
        text=task.text,
        is_organisation=organisation,
        office_text=office.text if office else None,
        is_later=office is not None and office.later,
        answers=tuple(a for a in answers if not a.is_rest),
        idle=tuple(_idle(answers, known.namer)),
        silences=silences,
        absent=absent_on(parties, known),
        open_groups=tuple(dict.fromkeys(open_groups_on(task, known.register))),
        statements=tuple(statements_on(counted, silences, office, known.namer, firm_leads)),
        notes=notes,
        is_repealed=is_repealed,
    )


def _idle(answers: Iterable[Answer], namer: Namer) -> Iterator[Idle]:
    for role in ("lead", "coordinating"):
        same = [a for a in answers if a.is_rest and a.role == role]
        if same:
            yield Idle(role, namer(id_ for a in same for id_ in a.ids), tuple(a.source for a in same))


def _to_review(ref: str, known: Known) -> Iterator[Note]:
    """Who reported before an amendment changed the task, in one note."""
    reviews = ((s.sender, known.reviews.get(s.source.file)) for s in known.sent if not s.source.returned)
    ids = tuple(sender for sender, review in reviews if review and ref in review.refs)
    if ids:
        yield Note("review", known.namer(ids), ids=ids)


def _beginning(text: str) -> str:
    """The first words of a long text, cut between words."""
    first = " ".join(text.split())
    if len(first) <= _TITLE_LENGTH:
        return first.rstrip(" .;,:")
    return first[:_TITLE_LENGTH].rpartition(" ")[0].rstrip(" .;,:") + " …"


def merged_notes(views: Iterable[TaskView]) -> tuple[Note, ...]:
    """The notes of several clauses, equal ones once with all their refs."""
    refs: dict[Note, list[str]] = {}
    for view in views:
        for note in view.notes:
            refs.setdefault(note, []).append(view.ref)
    return tuple(note._replace(refs=tuple(found)) for note, found in refs.items())
