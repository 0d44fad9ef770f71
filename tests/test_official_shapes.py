"""Documents in the shapes that offices really write: what is read from each, whole.

The documents are in tests/official, what must be read from them in tests/golden/official.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.intake.official.opening import read_source
from kehoach_cli.intake.official.understanding import understand
from program import golden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.official.draft import Draft, DraftDeadline, DraftTask

DOCUMENTS = sorted((Path(__file__).parent / "official").glob("*.md"))


def told(task: DraftTask) -> Iterator[str]:
    yield f"{task.ref} ({task.place}; {task.group})"
    yield f"    {task.text}"
    yield from (f"    chủ trì: {name}" for name in task.lead)
    yield from (f"    chủ trì, nếu có: {name}" for name in task.optional)
    yield from (f"    phối hợp: {name}" for name in task.coordinating)
    if task.timing:
        yield f"    thời gian: {task.timing}"


def due(deadline: DraftDeadline) -> str:
    when = f"trước {deadline.before}" if deadline.before else f"đến {deadline.by}"
    when = when if deadline.before or deadline.by else f"lặp lại: {deadline.recurring}"
    return f"{when} | {deadline.period} | {'; '.join(deadline.reporters)} → {deadline.receiver}"


def page(draft: Draft) -> Iterator[str]:
    head = draft.heading
    yield f"số {head.number}, ngày {head.issued}, {head.place}; {head.issuer}"
    yield f"{head.title}"
    yield from (f"ký: {line}" for line in (*head.signature, head.signer) if line)
    yield from (f"căn cứ: {basis}" for basis in head.basis)
    yield "\nNHIỆM VỤ"
    for task in draft.tasks:
        yield from told(task)
    yield "\nTỔ CHỨC THỰC HIỆN"
    for task in draft.organisation:
        yield from told(task)
    yield "\nHẠN BÁO CÁO"
    yield from map(due, draft.deadlines)
    yield "\nCHƯA HIỂU"
    yield from (f"{left.place}: {left.text} ({left.why})" for left in draft.left)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_what_is_read(path: Path) -> None:
    draft = understand(read_source(path.read_bytes(), path.name), None)
    golden(f"official/{path.stem}.txt", "\n".join(page(draft)) + "\n")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_refs_are_single_and_every_name_is_listed(path: Path) -> None:
    draft = understand(read_source(path.read_bytes(), path.name), None)
    tasks = (*draft.tasks, *draft.organisation)
    refs = [task.ref for task in tasks]
    assert len(set(refs)) == len(refs)
    used = {name for task in tasks for name in (*task.lead, *task.optional, *task.coordinating)}
    assert used <= {named.name for named in draft.names}
