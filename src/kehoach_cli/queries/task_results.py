"""One task of the consolidated report: every answer, every silence, what the draft says and must still settle."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.answers import (
    NOTHING,
    Answer,
    Silence,
    absent_on,
    answers_on,
    open_groups_on,
    parties_of,
    silences_on,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.plan import Task
    from kehoach_cli.model.report import OfficeText
    from kehoach_cli.queries.answers import Known
    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.sources import Source

NOT_ITS_DUTY = "không thuộc nhiệm vụ"
_CASES = {
    "đang thực hiện": "ongoing",
    "đã hoàn thành": "done",
    "chưa triển khai": "not_started",
    "tạm dừng": "paused",
    NOTHING: "nothing",
}
_LACKS = {"ongoing": "result_missing", "done": "result_missing", "not_started": "reason_missing", "paused": "reason_missing"}
_TITLE_LENGTH = 90


class Statement(NamedTuple):
    """One thing that the draft says in the district's voice."""

    case: str  # office · later · ongoing · done · not_started · paused · nothing · all_nothing · coordinators
    agencies: tuple[Naming, ...]  # who says so; empty where the draft does not name it
    words: str | None
    expected: str | None


class Note(NamedTuple):
    """One thing to settle before signing; equal notes of several clauses fall together with their refs."""

    case: str
    agencies: tuple[Naming, ...] = ()
    source: Source | None = None
    refs: tuple[str, ...] = ()  # empty where the note stands in the task itself


class TaskView(NamedTuple):
    """One task or clause: the working copy has its answers and silences, the draft its statements and notes."""

    ref: str
    number: int
    title: str  # the Office's short name, else the beginning of the text
    text: str
    is_organisation: bool
    office_text: str | None
    is_later: bool
    answers: tuple[Answer, ...]
    silences: tuple[Silence, ...]
    absent: tuple[Naming, ...]
    open_groups: tuple[str, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]


def task_view(task: Task, number: int, office: OfficeText | None, known: Known, *, organisation: bool) -> TaskView:
    parties = parties_of(task, known.register)
    answers, silences = answers_on(task.ref, parties, known), silences_on(task.ref, parties, known)
    counted = [a for a in answers if a.source.returned is None]
    firm_leads = sum(p.role == "lead" and p.is_firm for p in parties)
    # the Office's words settle every note of the task: it has decided what the report says
    notes = () if office else tuple(_notes(counted, silences, known.namer, firm_leads))
    return TaskView(
        ref=task.ref,
        number=number,
        title=task.short or _beginning(task.text),
        text=task.text,
        is_organisation=organisation,
        office_text=office.text if office else None,
        is_later=office is not None and office.later,
        answers=answers,
        silences=silences,
        absent=absent_on(parties, known),
        open_groups=tuple(dict.fromkeys(open_groups_on(task, known.register))),
        statements=tuple(_statements(counted, silences, office, known.namer, firm_leads)),
        notes=notes,
    )


def _beginning(text: str) -> str:
    """The first words of a long text, cut between words."""
    first = " ".join(text.split())
    if len(first) <= _TITLE_LENGTH:
        return first.rstrip(" .;,:")
    return first[:_TITLE_LENGTH].rpartition(" ")[0].rstrip(" .;,:") + " …"


def _statements(
    answers: list[Answer], silences: Iterable[Silence], office: OfficeText | None, namer: Namer, firm_leads: int
) -> Iterator[Statement]:
    leads = [a for a in answers if a.role == "lead" and a.status != NOT_ITS_DUTY]
    if office and office.text:
        yield Statement("office", (), office.text, None)
    elif office and not leads:
        yield Statement("later", (), None, None)
    elif _all_nothing(answers, silences):
        yield Statement("all_nothing", (), None, None)
        return
    else:
        yield from _said_by_leads(leads, namer, is_named=max(firm_leads, len(leads)) > 1)
    if any(a.role != "lead" and _has_content(a) for a in answers):
        yield Statement("coordinators", (), None, None)


def _all_nothing(answers: list[Answer], silences: Iterable[Silence]) -> bool:
    """True when a lead answered and nobody who answered or had to has anything to tell."""
    return (
        any(a.role == "lead" for a in answers)
        and all(a.status == NOTHING and not a.words for a in answers)
        and all(s.case == "exempt" for s in silences)
    )


def _said_by_leads(leads: list[Answer], namer: Namer, *, is_named: bool) -> Iterator[Statement]:
    """One statement an answer; those of whom nothing came up are named together at the end."""
    for answer in leads:
        case = _CASES[answer.status]
        if case != "nothing" or answer.words:
            named = is_named or case == "nothing"
            yield Statement(case, answer.agencies if named else (), answer.words, answer.expected)
    idle = [id_ for a in leads if a.status == NOTHING and not a.words for id_ in a.ids]
    if idle:
        yield Statement("nothing", namer(idle), None, None)


def _has_content(answer: Answer) -> bool:
    return answer.status not in (NOTHING, NOT_ITS_DUTY) or bool(answer.words)


def _notes(
    answers: list[Answer], silences: tuple[Silence, ...], namer: Namer, firm_leads: int
) -> Iterator[Note]:
    if _is_unheard(answers, silences):
        yield Note("nobody")
        return
    for case in ("reason_missing", "result_missing"):
        lacking = [a for a in answers if a.role == "lead" and _lack(a) == case]
        if lacking:
            yield Note(case, namer(id_ for a in lacking for id_ in a.ids))
    strangers = [id_ for a in answers if a.status == NOT_ITS_DUTY for id_ in a.ids]
    if strangers:
        yield Note("not_its_duty", namer(strangers))
    missing = [s for s in silences if s.role == "lead"]
    is_partial = sum(len(s.ids) for s in missing if s.case == "silent") < firm_leads
    yield from _notes_of_silences(missing, namer, is_partial=is_partial)


def _lack(answer: Answer) -> str | None:
    return None if answer.words else _LACKS.get(_CASES.get(answer.status, ""))


def _is_unheard(answers: list[Answer], silences: tuple[Silence, ...]) -> bool:
    """True when no report speaks of the task, none waits to be read, and the leads sent none."""
    waiting = any(s.case in ("not_entered", "returned") for s in silences)
    return not answers and not waiting and not any(s.role == "lead" and s.case == "not_stated" for s in silences)


def _notes_of_silences(silences: list[Silence], namer: Namer, *, is_partial: bool) -> Iterator[Note]:
    """Those of whom the same is to be said in one note, whatever the state of their slots."""
    together: dict[tuple[str, Source | None], list[str]] = {}
    for silence in silences:
        case = "silent" if silence.case == "unlisted" else silence.case
        together.setdefault((case, silence.source), []).extend(silence.ids)
    for (case, source), ids in together.items():
        if case == "silent":
            case = "co_lead_silent" if is_partial else "lead_silent"
        yield Note(case, namer(ids), source)


def merged_notes(views: Iterable[TaskView]) -> tuple[Note, ...]:
    """The notes of several clauses, equal ones once with all their refs."""
    refs: dict[Note, list[str]] = {}
    for view in views:
        for note in view.notes:
            refs.setdefault(note, []).append(view.ref)
    return tuple(note._replace(refs=tuple(found)) for note, found in refs.items())
