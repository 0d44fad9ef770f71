"""The plan as it holds on a day: a fold of what its amendments add, replace and repeal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.amending import (
    SECTIONS,
    deadlines_ever,
    duties_of_period,
    in_order,
    periods_ever,
    place_in_file,
    plan_on,
    refs_ever,
    touched,
    versions,
    workspace_on,
)
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.register import Register
from kehoach_cli.model.report import Report
from kehoach_cli.model.workspace import Filed, PlanFolder, Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

START = date(2025, 1, 1)
ISSUED = ("I.1", "I.2", "I.3")
COMING = ("I.4", "I.5", "II.1")


def task(ref: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # values of a file
    return {"ref": ref, "text": f"Việc {ref}.", "lead": ["Trung tâm Y tế"], **more}


def amendment(number: int, day: date, **changes: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"number": f"{number}/KH-UBND", "issued": str(START), "effective": str(day), **changes}


def plan_of(amendments: Sequence[dict[str, Any]] = (), deadlines: Sequence[dict[str, Any]] = ()) -> Plan:
    document = {"number": "1/KH-UBND", "issued": str(START), "year": "2025", "issuer": "A", "title": "B"}
    return Plan.model_validate(
        {
            "schema": "1",
            "version": "1",
            "document": document,
            "tasks": [task(ref) for ref in ISSUED[:2]],
            "organisation": [task(ref) for ref in ISSUED[2:]],
            "deadlines": list(deadlines) or [{"period": "nam", "before": "2025-11-15", "reporters": ["X"]}],
            "amendments": list(amendments),
        }
    )


def refs(plan: Plan) -> list[str]:
    return [t.ref for section in SECTIONS for t in getattr(plan, section)]


# A simple model of the same: texts by ref, changed in the order of days.

CHANGES = st.tuples(
    st.integers(0, 40),  # the day from which it holds
    st.dictionaries(st.sampled_from((*ISSUED, *COMING)), st.sampled_from("abc"), max_size=3),  # replaced
    st.sets(st.sampled_from((*ISSUED, *COMING)), max_size=2),  # repealed
)


def expected(changes: Sequence[tuple[int, dict[str, str], set[str]]], day: int) -> dict[str, str]:
    """The third of the clauses to come is added by the third amendment, and so on."""
    held = {ref: f"Việc {ref}." for ref in ISSUED}
    for n, (since, replaced, repealed) in sorted(enumerate(changes), key=lambda pair: pair[1][0]):
        if since > day:
            break
        held = {ref: replaced.get(ref, text) for ref, text in held.items() if ref not in repealed}
        held |= {COMING[n]: f"Việc {COMING[n]}."}
    return held


@given(st.lists(CHANGES, max_size=3), st.integers(-1, 41))
def test_plan_on_is_a_fold_of_the_changes(
    changes: list[tuple[int, dict[str, str], set[str]]], day: int
) -> None:
    listed = [
        amendment(
            n,
            START + timedelta(since),
            add={SECTIONS[n % 2]: [task(COMING[n])]},
            replace={"tasks": [{"ref": ref, "text": text} for ref, text in replaced.items()]},
            repeal={"tasks": sorted(repealed)},
        )
        for n, (since, replaced, repealed) in enumerate(changes)
    ]
    plan = plan_of(listed)
    held = plan_on(plan, START + timedelta(day))
    found = {t.ref: t.text for section in SECTIONS for t in getattr(held, section)}
    assert found == expected(changes, day)
    assert [a.number for a in held.document.amended_by] == [
        a.number for a in in_order(plan) if a.since <= START + timedelta(day)
    ]
    # asked again, and for any other day, it answers as the plan itself does
    for other in (day, -1, 20, 41):
        again = plan_on(held, START + timedelta(other))
        assert again == plan_on(plan, START + timedelta(other))
        assert [t.amended_by for t in again.tasks] == [
            t.amended_by for t in plan_on(plan, START + timedelta(other)).tasks
        ]
    assert set(refs_ever(plan)) >= set(found)
    assert len(versions(plan)) == len(changes) + 1


def test_plan_without_amendments_is_the_very_same() -> None:
    plan = plan_of()
    folder = PlanFolder("a", plan, None, (), {})
    workspace = Workspace(Register((), ()), None, (folder,))
    assert plan_on(plan, START) is plan
    assert versions(plan) == (plan,)
    assert workspace_on(workspace, START) is workspace
    assert duties_of_period(folder, plan.deadlines[0], START) is folder
    later = plan_of([amendment(1, date(2025, 6, 1), repeal={"tasks": ["I.1"]})])
    assert plan_on(later, date(2025, 5, 31)) is later


def test_only_what_is_said_changes() -> None:
    change = {"ref": "I.1", "coordinating": ["UBND các xã"]}
    plan = plan_of([amendment(1, START, replace={"tasks": [change, {"ref": "I.2", "short": "Tên"}]})])
    first, second = plan_on(plan, START).tasks
    assert (first.text, first.lead, first.coordinating) == (
        "Việc I.1.",
        ("Trung tâm Y tế",),
        ("UBND các xã",),
    )
    assert first.amended_by == plan.amendments
    assert (second.short, second.amended_by) == ("Tên", ())  # the Office's own name is no duty
    assert plan.tasks[0].coordinating == ()
    assert plan.tasks[0].amended_by == ()
    assert touched(plan.amendments[0]) == ("I.1",)


def test_an_empty_list_means_nobody() -> None:
    change = {"ref": "I.1", "lead": ["Phòng Nội vụ"], "coordinating": []}
    first = amendment(1, START, replace={"tasks": [{"ref": "I.1", "coordinating": ["UBND các xã"]}]})
    plan = plan_of([first, amendment(2, START, replace={"tasks": [change]})])
    held = plan_on(plan, START).tasks[0]
    assert (held.lead, held.coordinating, held.amended_by) == (("Phòng Nội vụ",), (), plan.amendments)


def test_added_clauses_stand_where_they_are_put() -> None:
    added = [task("I.1a", after="I.1"), task("I.1b", after="I.1"), task("I.9")]
    first = amendment(1, START, add={"tasks": added, "organisation": [task("II.9", after="I.3")]})
    second = amendment(2, START, add={"tasks": [task("I.1c", after="I.1a")]})
    assert refs(plan_on(plan_of([first, second]), START)) == [
        "I.1", "I.1a", "I.1c", "I.1b", "I.2", "I.9", "I.3", "II.9",
    ]  # fmt: skip


def test_order_is_that_of_days_then_of_the_file() -> None:
    late = amendment(1, date(2025, 3, 1), replace={"tasks": [{"ref": "I.1", "text": "sau"}]})
    early = amendment(2, date(2025, 2, 1), replace={"tasks": [{"ref": "I.1", "text": "trước"}]})
    same = amendment(3, date(2025, 3, 1), replace={"tasks": [{"ref": "I.1", "text": "sau nữa"}]})
    plan = plan_of([late, early, same])
    said = [plan_on(plan, date(2025, month, 1)).tasks[0].text for month in (1, 2, 3)]
    assert said == ["Việc I.1.", "trước", "sau nữa"]
    assert [a.number for a in in_order(plan)] == ["2/KH-UBND", "1/KH-UBND", "3/KH-UBND"]


def test_effective_is_the_day_of_issue_where_none_is_said() -> None:
    plan = plan_of([{"number": "2/KH", "issued": "2025-02-01", "repeal": {"tasks": ["I.1"]}}])
    assert plan.amendments[0].since == date(2025, 2, 1)
    assert refs(plan_on(plan, date(2025, 2, 1))) == ["I.2", "I.3"]


# Deadlines.


def last_day(plan: Plan, day: date, period: str = "nam") -> date | None:
    deadline = plan_on(plan, day).deadline(period)
    return deadline.last_day if deadline else None


def test_deadline_moves_from_its_day_on() -> None:
    plan = plan_of(
        [amendment(1, date(2025, 6, 1), replace={"deadlines": [{"period": "nam", "by": "2025-12-01"}]})]
    )
    assert last_day(plan, date(2025, 5, 31)) == date(2025, 11, 14)
    assert last_day(plan, date(2025, 6, 1)) == date(2025, 12, 1)
    moved = plan_on(plan, date(2025, 6, 1)).deadlines[0]
    assert (moved.before, moved.by, moved.reporters) == (None, date(2025, 12, 1), ("X",))
    assert moved.amended_by == plan.amendments
    assert len(deadlines_ever(plan, "nam")) == 2


def test_a_period_that_is_past_stays_as_it_was() -> None:
    """Unless the amendment moves the very deadline on."""
    day = date(2025, 11, 20)
    other = amendment(1, day, replace={"deadlines": [{"period": "nam", "reporters": ["Y"]}]})
    repealed = amendment(1, day, repeal={"deadlines": ["nam"]})
    moved = amendment(1, day, replace={"deadlines": [{"period": "nam", "before": "2025-11-25"}]})
    for late in (other, repealed):
        plan = plan_of([late])
        assert plan_on(plan, day).deadlines == plan.deadlines
    assert last_day(plan_of([moved]), day) == date(2025, 11, 24)


def test_period_is_added_and_repealed() -> None:
    new = {"period": "9thang", "by": "2025-09-10", "reporters": ["X"]}
    plan = plan_of([
        amendment(1, date(2025, 6, 1), add={"deadlines": [new]}, repeal={"deadlines": ["nam"]}),
    ])  # fmt: skip
    assert [d.period for d in plan_on(plan, date(2025, 5, 31)).deadlines] == ["nam"]
    assert [d.period for d in plan_on(plan, date(2025, 6, 1)).deadlines] == ["9thang"]
    assert periods_ever(plan) == ["nam", "9thang"]


# The duties of a period.


def test_a_period_answers_for_the_duties_of_its_last_day() -> None:
    plan = plan_of([amendment(1, date(2025, 12, 1), repeal={"tasks": ["I.1"]})])
    folder = PlanFolder("a", plan_on(plan, date(2026, 1, 1)), None, (), {})
    assert refs(folder.plan) == ["I.2", "I.3"]
    asked = duties_of_period(folder, plan.deadlines[0], date(2026, 1, 1)).plan
    assert refs(asked) == ["I.1", "I.2", "I.3"]
    assert asked.document.amended_by == plan.amendments  # what is cited is cited as of today


def test_a_repealed_task_stays_where_somebody_had_reported_on_it() -> None:
    plan = plan_of([amendment(1, date(2025, 6, 1), repeal={"tasks": ["I.1", "I.2"]})])
    report = Report.model_validate(
        {
            "schema": "1",
            "agency": "X",
            "period": "nam",
            "received": "2025-05-01",
            "tasks": [{"ref": "I.1", "status": "đã hoàn thành"}],
        }
    )
    folder = PlanFolder("a", plan, None, (Filed("f", report),), {})
    deadline = plan.deadlines[0]
    (kept,) = duties_of_period(folder, deadline, date(2025, 7, 1)).plan.tasks
    assert (kept.ref, kept.repealed_by) == ("I.1", plan.amendments[0])
    assert duties_of_period(folder, deadline, date(2025, 4, 30)).plan.tasks == plan.tasks
    assert plan_on(plan, date(2025, 7, 1)).tasks == ()


# Where the file says it.


def test_place_in_file_is_that_of_the_last_words() -> None:
    change = {"ref": "I.2", "lead": ["Phòng Nội vụ"]}
    deadline = {"period": "nam", "before": "2025-12-01"}
    first = amendment(1, START, add={"tasks": [task("I.1a", after="I.1")]}, repeal={"tasks": ["I.3"]})
    second = amendment(2, START, replace={"tasks": [change], "deadlines": [deadline]})
    plan = plan_of([first, second])
    held = plan_on(plan, START)
    assert [t.ref for t in held.tasks] == ["I.1", "I.1a", "I.2"]
    placed = {path: place_in_file(held, path) for path in (
        ("tasks", 0, "text"), ("tasks", 1, "lead", 0), ("tasks", 2, "text"), ("tasks", 2, "lead", 0),
        ("deadlines", 0, "before"), ("deadlines", 0, "reporters"), ("document", "number"),
    )}  # fmt: skip
    assert list(placed.values()) == [
        ("tasks", 0, "text"),
        ("amendments", 0, "add", "tasks", 0, "lead", 0),
        ("tasks", 1, "text"),
        ("amendments", 1, "replace", "tasks", 0, "lead", 0),
        ("amendments", 1, "replace", "deadlines", 0, "before"),
        ("deadlines", 0, "reporters"),
        ("document", "number"),
    ]
    assert place_in_file(plan, ("tasks", 1, "lead")) == ("tasks", 1, "lead")
