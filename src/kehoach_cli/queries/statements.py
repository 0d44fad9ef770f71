"""What the draft says of a task in the district's voice, and what must be settled before signing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.answers import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.report import OfficeText
    from kehoach_cli.queries.answers import Answer, Silence
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
_LACKS = {
    "ongoing": "result_missing",
    "done": "result_missing",
    "not_started": "reason_missing",
    "paused": "reason_missing",
}


class Statement(NamedTuple):
    """One thing that the draft says in the district's voice."""

    case: str  # office · later · ongoing · done · not_started · paused · nothing · all_nothing · coordinators
    agencies: tuple[Naming, ...]  # who says so; empty where the draft does not name it
    words: str | None
    expected: str | None
    mark: str | None = None  # of a trace, where there are no words to bear it


class Note(NamedTuple):
    """One thing to settle before signing; equal notes of several clauses fall together with their refs."""

    case: str
    agencies: tuple[Naming, ...] = ()
    source: Source | None = None
    refs: tuple[str, ...] = ()  # empty where the note stands in the task itself
    ids: tuple[str, ...] = ()  # of the agencies
    mark: str | None = None  # of a trace
    is_ended: bool = False  # nobody was heard: they are no more, and nobody is known to follow them


def statements_on(
    answers: list[Answer],
    silences: Iterable[Silence],
    office: OfficeText | None,
    namer: Namer,
    firm_leads: int,
) -> Iterator[Statement]:
    """The leads' words or the Office's instead; `answers` without those of reports sent back.

    Where the plan names several leads each is named with its words: what holds in one commune must not
    read as if it held in the district. «Sẽ báo cáo bổ sung» gives way to a lead that has answered.
    """
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
    return answer.status != NOT_ITS_DUTY and (answer.status != NOTHING or bool(answer.words))


def notes_on(
    answers: list[Answer], silences: tuple[Silence, ...], namer: Namer, firm_leads: int
) -> Iterator[Note]:
    """What the leads' answers and silences leave open; of other agencies only that a task is not theirs."""
    if _is_unheard(answers, silences):
        yield Note("nobody")
        return
    for case in ("reason_missing", "result_missing"):
        lacking = [a for a in answers if a.role == "lead" and _lack(a) == case]
        if lacking:
            yield _note(case, [id_ for a in lacking for id_ in a.ids], namer)
    strangers = [id_ for a in answers if a.status == NOT_ITS_DUTY for id_ in a.ids]
    if strangers:
        yield _note("not_its_duty", strangers, namer)
    # one that owes no report is missed only where no lead speaks at all
    is_spoken_of = any(a.role == "lead" for a in answers)
    missing = [s for s in silences if s.role == "lead" and not (s.case == "exempt" and is_spoken_of)]
    is_partial = sum(len(s.ids) for s in missing if s.case == "silent") < firm_leads
    yield from _notes_of_silences(missing, namer, is_partial=is_partial)


def _note(case: str, ids: list[str], namer: Namer, source: Source | None = None) -> Note:
    return Note(case, namer(ids), source, ids=tuple(ids))


def _lack(answer: Answer) -> str | None:
    """«./.» or a lone dash is an answer that says nothing."""
    if any(char.isalnum() for char in answer.words or ""):
        return None
    return _LACKS.get(_CASES.get(answer.status, ""))


def _is_unheard(answers: list[Answer], silences: tuple[Silence, ...]) -> bool:
    """True when no report speaks of the task, none waits to be read, and the leads sent none."""
    waiting = any(s.case in ("not_entered", "returned") for s in silences)
    return (
        not answers and not waiting and not any(s.role == "lead" and s.case == "not_stated" for s in silences)
    )


def _notes_of_silences(silences: list[Silence], namer: Namer, *, is_partial: bool) -> Iterator[Note]:
    """Those of whom the same is to be said in one note, whatever the state of their slots."""
    together: dict[tuple[str, Source | None, bool], list[str]] = {}
    for silence in silences:
        case = "silent" if silence.case == "unlisted" else silence.case
        is_ended = case == "silent" and silence.state == "ended"
        together.setdefault((case, silence.source, is_ended), []).extend(silence.ids)
    for (case, source, is_ended), ids in together.items():
        silent = "co_lead_silent" if is_partial else "lead_silent"
        yield _note(silent if case == "silent" else case, ids, namer, source)._replace(is_ended=is_ended)
