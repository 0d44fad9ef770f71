"""What a report says of each task, traced to the answers it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.queries.answers import NOTHING
from kehoach_cli.queries.statements import NOT_ITS_DUTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.queries.answers import Answer
    from kehoach_cli.queries.statements import Note, Statement
    from kehoach_cli.queries.task_results import TaskView
    from kehoach_cli.queries.trace_ledger import Ledger
    from kehoach_cli.queries.trace_rows import Evidence, Path

_STATES = {
    "ongoing": "đang thực hiện",
    "done": "đã hoàn thành",
    "not_started": "chưa triển khai",
    "paused": "tạm dừng",
    "nothing": NOTHING,
    "all_nothing": NOTHING,
}


def said_of(ledger: Ledger, part: str, index: int, task: TaskView) -> None:
    """The draft's statements on one task."""
    for j, said in enumerate(task.statements):
        at = (part, index, "statements", j)
        if said.case == "office":
            ledger.add(at, said.words, [ledger.files.of_summary_task(task.ref, "text")])
        elif said.case == "later":
            found = [ledger.files.of_summary_task(task.ref, "later")]
            ledger.add(at, task.title, found, "later")
        elif said.case in _STATES:
            text, kind = (said.words, "words") if said.words else (_STATES[said.case], "status")
            ledger.add(at, text, _behind(ledger, task, said), kind)


def _behind(ledger: Ledger, task: TaskView, said: Statement) -> Iterator[Evidence]:
    """The answers that a statement repeats."""
    for answer in _counted(task):
        is_lead = answer.role == "lead" or said.case == "all_nothing"
        if is_lead and answer.status == _STATES[said.case] and answer.words == said.words:
            is_same = said.words is None or not said.agencies or said.agencies == answer.agencies
            if is_same:
                yield ledger.files.of_answer(answer, task.ref)
    if said.words is None and said.case in ("nothing", "all_nothing"):
        idle = [one for one in task.idle if one.role == "lead" or said.case == "all_nothing"]
        for found in ledger.files.of_idle(idle, task.ref):
            if ledger.files.sources[found.agency].returned is None:
                yield found


def _counted(task: TaskView) -> list[Answer]:
    return [a for a in task.answers if a.source.returned is None]


def note_on(ledger: Ledger, at: Path, note: Note, tasks: list[tuple[str, int, TaskView]]) -> None:
    """A note to settle: the report that it speaks of, else the plan's words on who leads."""
    found: list[Evidence] = []
    for part, index, task in tasks:
        answers = [a for a in _counted(task) if _is_meant(a, note)]
        found += (ledger.files.of_answer(a, task.ref) for a in answers)
        if not answers and note.source is None:
            found.append(ledger.files.of_plan(part, index, "lead", ref=task.ref))
    if note.source is not None:
        key = "returned" if note.case == "returned" else "received"
        found.append(ledger.files.of_report(note.source, (key,)))
    ledger.add(at, "; ".join(task.title for _, _, task in tasks), found, "note")


def _is_meant(answer: Answer, note: Note) -> bool:
    if note.case == "not_its_duty":
        return answer.status == NOT_ITS_DUTY
    if note.case in ("reason_missing", "result_missing"):
        states = ("chưa triển khai", "tạm dừng")
        is_state = (answer.status in states) == (note.case == "reason_missing")
        return answer.role == "lead" and not answer.words and is_state and answer.status != NOTHING
    return False


def everything_on(ledger: Ledger, part: str, index: int, task: TaskView) -> None:
    """The working copy's sentences on one task: every answer and every silence."""
    files = ledger.files
    if task.office_text:
        found = [files.of_summary_task(task.ref, "text")]
        ledger.add((part, index, "office_text"), task.office_text, found)
    answers_of(ledger, part, index, task, with_returned=True)
    for j, idle in enumerate(task.idle):
        at = (part, index, "idle", j, "agencies", len(idle.agencies) - 1)
        ledger.add(at, NOTHING, files.of_idle([idle], task.ref), "status")
    heard = {a.source for a in task.answers}
    for j, silence in enumerate(task.silences):
        if silence.case == "returned" and silence.source in heard:
            continue  # told with its answer
        at = (part, index, "silences", j, "agencies", len(silence.agencies) - 1)
        source = [files.of_report(silence.source, ("received",))] if silence.source else []
        led = files.of_plan(part, index, silence.role, ref=task.ref)
        ledger.add(at, task.title, source or [led], "note")
    optional = [files.of_plan(part, index, "optional", ref=task.ref)]
    if task.absent:
        ledger.add((part, index, "absent", len(task.absent) - 1), task.title, optional, "note")
    for j, group in enumerate(task.open_groups):
        found = [files.of_party(part, index, group, task.ref)]
        ledger.add((part, index, "open_groups", j), group, found, "note")


def answers_of(ledger: Ledger, part: str, index: int, task: TaskView, *, with_returned: bool) -> None:
    """Each agency's words; its state where it wrote none."""
    for j, answer in enumerate(task.answers):
        if with_returned or not answer.source.returned:
            text, kind = (answer.words, "words") if answer.words else (answer.status, "status")
            found = [ledger.files.of_answer(answer, task.ref)]
            ledger.add((part, index, "answers", j), text, found, kind)
            if answer.note:
                found = [ledger.files.of_answer(answer, task.ref, "note")]
                ledger.add((part, index, "answers", j, "note"), answer.note, found)
