"""Plan 61 imported from its own text equals the plan that was made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from kehoach_cli.intake.official.opening import read_source
from kehoach_cli.intake.official.understanding import understand
from kehoach_cli.model.agencies import AgenciesFile
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.register import Register

if TYPE_CHECKING:
    from kehoach_cli.intake.official.draft import Draft, DraftTask
    from kehoach_cli.model.plan import Task

FOLDER = Path(__file__).resolve().parents[1] / "plan"
SOURCE = FOLDER / "61-kh-ubnd-2025" / "source.md"


def yaml_text(path: Path) -> object:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes nothing but text


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan.model_validate(yaml_text(SOURCE.parent / "plan.yaml"))


def register() -> Register:
    file = AgenciesFile.model_validate(yaml_text(FOLDER / "agencies.yaml"))
    return Register(file.agencies, file.groups)


@pytest.fixture(scope="module", params=[True, False], ids=["register", "no-register"])
def draft(request: pytest.FixtureRequest) -> Draft:
    source = read_source(SOURCE.read_bytes(), "source.md")
    return understand(source, register() if request.param else None)


def said(task: Task | DraftTask) -> tuple[object, ...]:
    return (task.ref, task.text, task.lead, task.optional, task.coordinating, task.timing)


def test_every_task_equals_the_one_made_by_hand(draft: Draft, plan: Plan) -> None:
    assert [said(task) for task in draft.tasks] == [said(task) for task in plan.tasks]


def test_every_clause_of_the_organisation_equals_the_one_made_by_hand(draft: Draft, plan: Plan) -> None:
    assert [said(task) for task in draft.organisation] == [said(task) for task in plan.organisation]


def test_the_head_and_the_foot_are_read(draft: Draft, plan: Plan) -> None:
    head, document = draft.heading, plan.document
    assert (head.number, head.issued, head.place, head.title) == (
        document.number,
        document.issued,
        document.place,
        document.title,
    )
    assert head.issuer is None  # the text has no letterhead
    assert head.basis == tuple(basis.as_printed for basis in document.basis)
    assert head.recipients == document.recipients
    assert document.signature is not None
    assert (head.signature, head.signer) == (document.signature.lines, document.signature.name)


def test_both_deadlines_are_read(draft: Draft, plan: Plan) -> None:
    assert [(d.before, d.by, d.recurring) for d in draft.deadlines] == [
        (d.before, d.by, None) for d in plan.deadlines
    ]
    assert {d.reporters for d in draft.deadlines} == {("Các cơ quan, ban, ngành, đoàn thể, địa phương",)}


def test_nothing_is_left_over(draft: Draft) -> None:
    assert draft.left == ()


def test_every_name_is_in_the_register(draft: Draft) -> None:
    known = register()
    assert [n.name for n in draft.names if known.find(n.name) is None] == []


def test_places_are_lines_of_the_text(draft: Draft) -> None:
    lines = SOURCE.read_text(encoding="utf-8").split("\n")
    for task in (*draft.tasks, *draft.organisation):
        line = lines[int(task.place.removeprefix("dòng ")) - 1]
        assert " ".join(line.split())[:40].lstrip("0123456789.- ").startswith(task.text[:20])
