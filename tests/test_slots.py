"""Slots: what state each is in on a day, and that the counts always add up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kehoach_cli.model.owing import reporters_of
from kehoach_cli.model.plan import Deadline, Exempt, Extension, Plan
from kehoach_cli.model.report import Report, Returned
from kehoach_cli.model.slots import (
    MISSING,
    RECEIVED,
    STATES,
    Counts,
    Slot,
    count,
    slots_of,
    state_of,
)
from kehoach_cli.model.workspace import Filed, PlanFolder
from test_register import agency, group, register

if TYPE_CHECKING:
    from kehoach_cli.model.register import Register

IDS = [f"a{n}" for n in range(5)]
REGISTER = register(
    *map(agency, IDS), group("g0", ["a0", "a1"]), group("g1", ["g0", "a2"], ["a3"], is_open=True)
)
LAST = date(2025, 5, 14)
near = st.dates(date(2025, 4, 20), date(2025, 6, 10))


def day(text: str) -> date:
    day_, month = text.split("/")
    return date(2025, int(month), int(day_))


def report(agency_: str, received: date, returned: date | None = None, covers: tuple[str, ...] = ()) -> Filed:
    back = Returned(date=returned, reason="thiếu số liệu") if returned else None
    record = Report(
        schema="1", agency=agency_, period="6thang", received=received, returned=back, covers=covers
    )
    return Filed(f"plan/p/reports/6thang/{agency_}.yaml", record)


def deadline(**changed: object) -> Deadline:
    return Deadline.model_validate(
        {"period": "6thang", "before": date(2025, 5, 15), "reporters": tuple(IDS), **changed}
    )


def folder(*reports: Filed) -> PlanFolder:
    plan = Plan.model_validate(
        {
            "schema": "1",
            "version": "1",
            "document": {
                "number": "1/KH",
                "issued": "2025-01-02",
                "year": "2025",
                "issuer": "UBND",
                "title": "Kế hoạch",
            },
            "tasks": [],
        }
    )
    return PlanFolder("p", plan, None, reports, {})


class Situation(NamedTuple):
    """A deadline with what was sent in for it."""

    deadline: Deadline
    folder: PlanFolder

    def slots(self, as_of: date, names: Register = REGISTER) -> tuple[Slot, ...]:
        return slots_of(self.folder, self.deadline, names, as_of)

    def slot(self, id_: str, as_of: date) -> Slot:
        (found,) = (s for s in self.slots(as_of) if s.agency.id == id_)
        return found


some_ids = st.lists(st.sampled_from(IDS), unique=True, max_size=3)


@st.composite
def situations(draw: st.DrawFn, *, returns: bool = True) -> Situation:
    reports = []
    for id_ in draw(st.lists(st.sampled_from(IDS), unique=True)):
        back = draw(st.none() | near) if returns else None
        reports.append(report(id_, draw(near), back, tuple(draw(some_ids))))
    exempt = tuple(Exempt(agency=id_, reason="x") for id_ in draw(some_ids))
    extended = tuple(Extension(agency=id_, until=draw(near), basis="x") for id_ in draw(some_ids))
    before = draw(st.sampled_from([date(2025, 5, 15), None]))
    limit = deadline(exempt=exempt, extended=extended, before=before, by=None if before else LAST)
    return Situation(limit, folder(*reports))


# One slot


@pytest.mark.parametrize(
    ("received", "returned", "as_of", "expected"),
    [
        (None, None, "6/5", "not_due"),
        (None, None, "7/5", "due_soon"),
        (None, None, "14/5", "due_soon"),
        (None, None, "15/5", "overdue"),
        ("14/5", None, "14/5", "on_time"),
        ("14/5", None, "13/5", "due_soon"),
        ("15/5", None, "15/5", "late"),
        ("15/5", None, "14/5", "due_soon"),
        ("10/5", "12/5", "11/5", "on_time"),
        ("10/5", "12/5", "12/5", "returned"),
        ("10/5", "12/5", "20/5", "returned"),
        ("13/5", "12/5", "20/5", "on_time"),  # what came after it was sent back takes its place
        ("12/5", "12/5", "12/5", "returned"),
        ("16/5", "12/5", "20/5", "late"),
        ("16/5", "12/5", "15/5", "overdue"),
    ],
)
def test_state(received: str | None, returned: str | None, as_of: str, expected: str) -> None:
    back = day(returned) if returned else None
    assert state_of(LAST, day(as_of), day(received) if received else None, back) == expected


@given(near, near, st.none() | near, st.none() | near)
def test_state_is_one_of_the_known(
    last: date, as_of: date, received: date | None, returned: date | None
) -> None:
    state = state_of(last, as_of, received, returned)
    assert state in STATES
    has_come = received is not None and received <= as_of
    assert has_come or state in ("not_due", "due_soon", "overdue")
    assert (state == "overdue") == (not has_come and as_of > last)


def test_before_a_day_ends_on_the_day_before_and_by_a_day_on_it() -> None:
    assert deadline().last_day == LAST
    by = deadline(before=None, by=LAST)
    assert (by.last_day, by.limit) == (LAST, LAST)
    assert Situation(deadline(), folder(report("a0", LAST))).slot("a0", LAST).state == "on_time"
    assert Situation(deadline(), folder(report("a0", day("15/5")))).slot("a0", day("15/5")).state == "late"
    assert (
        Situation(deadline(before=None, by=day("15/5")), folder(report("a0", day("15/5"))))
        .slot("a0", day("15/5"))
        .state
        == "on_time"
    )


@given(near, near)
def test_days_of_a_slot_are_exact(received: date, as_of: date) -> None:
    slot = Situation(deadline(), folder(report("a0", received))).slot("a0", as_of)
    expected = {
        "on_time": 0,
        "late": (received - LAST).days,
        "overdue": (as_of - LAST).days,
        "due_soon": (LAST - as_of).days,
        "not_due": (LAST - as_of).days,
    }[slot.state]
    assert slot.days == expected
    assert slot.days >= 0
    assert slot.state != "due_soon" or slot.days <= 7
    assert slot.state != "not_due" or slot.days > 7
    assert slot.state != "late" or slot.days >= 1


def test_extension_moves_its_own_slot_only() -> None:
    longer = Extension(agency="a0", until=day("20/5"), basis="Công văn 5")
    situation = Situation(
        deadline(extended=(longer,)), folder(report("a0", day("18/5")), report("a1", day("18/5")))
    )
    states = {s.agency.id: (s.state, s.last_day, s.extension) for s in situation.slots(day("19/5"))}
    assert states["a0"] == ("on_time", day("20/5"), longer)
    assert states["a1"] == ("late", LAST, None)


def test_extension_that_is_shorter_changes_nothing() -> None:
    shorter = Extension(agency="a0", until=day("1/5"), basis="nhầm")
    assert Situation(deadline(extended=(shorter,)), folder()).slot("a0", LAST).last_day == LAST


def test_exempt_slot_is_in_no_count() -> None:
    free = Exempt(agency="a0", reason="sáp nhập")
    situation = Situation(deadline(exempt=(free,)), folder(report("a0", day("10/5"))))
    slot = situation.slot("a0", LAST)
    assert (slot.state, slot.days, slot.exempt) == ("exempt", 0, free)
    counts = count(situation.slots(LAST))
    assert (counts.expected, counts.received, counts.exempt) == (4, 0, 1)


def test_joint_report_covers_its_partners() -> None:
    situation = Situation(deadline(), folder(report("a0", day("10/5"), covers=("a1", "Cơ quan a2"))))
    found = {s.agency.id: (s.state, s.is_joint) for s in situation.slots(LAST)}
    assert found == {
        "a0": ("on_time", False),
        "a1": ("on_time", True),
        "a2": ("on_time", True),
        "a3": ("due_soon", False),
        "a4": ("due_soon", False),
    }


def test_own_report_beats_a_joint_one_from_the_day_it_came() -> None:
    joint, own = report("a0", day("10/5"), covers=("a1",)), report("a1", day("16/5"))
    situation = Situation(deadline(), folder(joint, own))
    before, after = situation.slot("a1", day("12/5")), situation.slot("a1", day("16/5"))
    assert (before.state, before.filed, before.is_joint) == ("on_time", joint, True)
    assert (after.state, after.filed, after.is_joint) == ("late", own, False)


def test_of_joint_reports_the_first_that_came_counts() -> None:
    later, first = report("a0", day("13/5"), covers=("a2",)), report("a1", day("9/5"), covers=("a2",))
    situation = Situation(deadline(), folder(later, first))
    assert situation.slot("a2", LAST).filed == first


def test_report_of_another_period_is_no_report() -> None:
    other = report("a0", day("10/5"))
    other = Filed(other.file, other.report.model_copy(update={"period": "nam"}))
    assert Situation(deadline(), folder(other)).slot("a0", LAST).state == "due_soon"


# Who owes a report


def test_groups_owe_through_their_certain_members() -> None:
    found = reporters_of(deadline(reporters=("g1", "a4")), REGISTER)
    assert [(a.id, via) for a, via in found] == [
        ("a0", ("Nhóm g1", "Nhóm g0")),
        ("a1", ("Nhóm g1", "Nhóm g0")),
        ("a2", ("Nhóm g1",)),
        ("a4", ()),
    ]


def test_each_agency_owes_once_by_its_shortest_way() -> None:
    found = reporters_of(deadline(reporters=("g1", "Cơ quan a0", "g0", "nobody")), REGISTER)
    assert [(a.id, via) for a, via in found] == [("a0", ()), ("a1", ("Nhóm g0",)), ("a2", ("Nhóm g1",))]


def test_open_group_alone_owes_nothing() -> None:
    names = register(agency("a0"), group("g0", [], ["a0"], is_open=True))
    assert reporters_of(deadline(reporters=("g0",)), names) == []
    assert count(Situation(deadline(reporters=("g0",)), folder()).slots(LAST, names)) == Counts(*[0] * 10)


# All slots


@given(situations(), near)
def test_counts_add_up(situation: Situation, as_of: date) -> None:
    slots = situation.slots(as_of)
    counts = count(slots)
    assert [s.agency.id for s in slots] == IDS
    assert 0 <= counts.on_time <= counts.received <= counts.expected
    assert counts.received == counts.on_time + counts.late
    assert counts.missing == counts.not_due + counts.due_soon + counts.overdue + counts.returned
    assert counts.expected == counts.received + counts.missing
    assert counts.expected + counts.exempt == len(slots)
    assert counts.exempt == len({e.agency for e in situation.deadline.exempt})
    assert set(RECEIVED) | set(MISSING) | {"exempt"} == set(STATES)


@given(situations(), near)
def test_slot_and_its_report_agree(situation: Situation, as_of: date) -> None:
    for slot in situation.slots(as_of):
        assert slot.state in STATES
        assert slot.days >= 0
        if slot.filed is not None:
            assert slot.filed.report.received <= as_of
            assert slot.is_joint == (slot.filed.report.agency != slot.agency.id)
            assert slot.agency.id in (slot.filed.report.agency, *slot.filed.report.covers)
        else:
            assert slot.state in ("not_due", "due_soon", "overdue", "exempt")
        if slot.state in ("on_time", "late", "returned"):
            assert slot.filed is not None
        if slot.state == "on_time":
            assert slot.filed is not None
            assert slot.filed.report.received <= slot.last_day
        assert slot.last_day >= situation.deadline.last_day


@given(situations(returns=False), near, st.integers(0, 40))
def test_what_has_come_stays(situation: Situation, as_of: date, later: int) -> None:
    before, after = situation.slots(as_of), situation.slots(as_of + timedelta(days=later))
    assert count(before).received <= count(after).received
    assert count(before).expected == count(after).expected
    for one, other in zip(before, after, strict=True):
        assert one.state not in RECEIVED or other.state in RECEIVED


@given(situations(), near)
def test_reports_of_the_future_change_nothing(situation: Situation, as_of: date) -> None:
    known = [f for f in situation.folder.reports if f.report.received <= as_of]
    assert situation.slots(as_of) == Situation(situation.deadline, folder(*known)).slots(as_of)


@given(situations(), near)
def test_order_of_files_changes_nothing_but_equal_joint_reports(situation: Situation, as_of: date) -> None:
    days_ = [f.report.received for f in situation.folder.reports]
    assume(len(days_) == len(set(days_)))
    turned = Situation(situation.deadline, folder(*reversed(situation.folder.reports)))
    assert situation.slots(as_of) == turned.slots(as_of)


@given(near, st.integers(0, 30))
def test_returned_report_is_missing_until_another_comes(received: date, after: int) -> None:
    back = received + timedelta(days=after)
    situation = Situation(deadline(), folder(report("a0", received, back)))
    assert situation.slot("a0", back).state == "returned"
    assert situation.slot("a0", back).days == abs((back - LAST).days)
    again = Situation(deadline(), folder(report("a0", back + timedelta(days=1), back)))
    assert again.slot("a0", back + timedelta(days=1)).state in RECEIVED
    assert again.slot("a0", back).state not in (*RECEIVED, "returned")
