"""The register: whom a name means, and who belongs to a group, whatever the groups hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import TESTS
from kehoach_cli.model.agencies import Agency, Group
from kehoach_cli.model.register import Member, Register, names_of
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.yaml_text import parse

AGENCY_IDS = [f"a{n}" for n in range(6)]
GROUP_IDS = [f"g{n}" for n in range(5)]


def agency(id_: str, *aliases: str) -> Agency:
    return Agency(id=id_, name=f"Cơ quan {id_}", aliases=aliases, kind="phong-ban")


def group(
    id_: str, members: list[str] | None = None, possible: list[str] | None = None, *, is_open: bool = False
) -> Group:
    return Group(
        id=id_, name=f"Nhóm {id_}", members=tuple(members or ()), possible=tuple(possible or ()), open=is_open
    )


def register(*entries: Agency | Group) -> Register:
    agencies = [e for e in entries if isinstance(e, Agency)]
    return Register(agencies, [e for e in entries if isinstance(e, Group)])


def real_register() -> Register:
    data = parse(DiskFolder(TESTS.parent).read("plan/agencies.yaml").decode()).data
    return Register(map(Agency.model_validate, data["agencies"]), map(Group.model_validate, data["groups"]))


REAL = real_register()
some_ids = st.lists(st.sampled_from(AGENCY_IDS + GROUP_IDS), max_size=5)


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Six agencies and five groups of anything, circles and groups inside themselves included."""
    groups = [group(id_, draw(some_ids), draw(some_ids), is_open=draw(st.booleans())) for id_ in GROUP_IDS]
    return Register(map(agency, AGENCY_IDS), groups)


def reachable(found: Register, start: str, *, possible: bool) -> set[str]:
    """The agencies in a group by walking it, through `possible` too if asked."""
    waiting, seen = [start], set()
    while waiting:
        id_ = waiting.pop()
        if id_ in seen:
            continue
        seen.add(id_)
        inner = found.groups.get(id_)
        if inner:
            waiting += [*inner.members, *(inner.possible if possible else ())]
    return {id_ for id_ in seen if id_ in found.agencies}


@given(registers())
def test_members_are_everyone_reachable_once_in_order(found: Register) -> None:
    for start in found.groups.values():
        members = found.members(start)
        ids = [m.agency.id for m in members]
        assert ids == sorted(set(ids))
        assert {m.agency.id for m in members if m.certain} == reachable(found, start.id, possible=False)
        assert set(ids) == reachable(found, start.id, possible=True)


@given(registers())
def test_ways_are_real_and_begin_at_the_group(found: Register) -> None:
    for start in found.groups.values():
        for member in found.members(start):
            assert member.via[0] == start
            steps = [*(g.id for g in member.via), member.agency.id]
            for outer, inner in zip(member.via, steps[1:], strict=True):
                assert inner in (outer.members if member.certain else (*outer.members, *outer.possible))
            assert len(steps) == len(set(steps))


@given(registers())
def test_inner_groups_hold_the_group_itself_and_no_circle(found: Register) -> None:
    for start in found.groups.values():
        inner = found.inner_groups(start)
        assert inner[start.id] == ((), True)
        assert set(inner) <= set(found.groups)


@given(registers())
def test_open_groups_end_whatever_the_circles(found: Register) -> None:
    for start in found.groups.values():
        names = [g.id for g in found.open_groups(start)]
        assert len(names) == len(set(names))
        assert all(found.groups[id_].open for id_ in names)
        assert (start.id in names) == start.open


@given(registers())
def test_groups_of_is_the_other_side_of_members(found: Register) -> None:
    for one in found.agencies.values():
        expected = [(g, m) for g in found.groups.values() for m in found.members(g) if m.agency == one]
        assert expected == found.groups_of(one)


def test_an_agency_means_itself() -> None:
    found = register(agency("a0"))
    assert found.members(found.agencies["a0"]) == (Member(found.agencies["a0"], (), certain=True),)
    assert found.open_groups(found.agencies["a0"]) == []


def test_the_shortest_certain_way_counts() -> None:
    outer = group("g0", ["g1", "a0"], ["a1"])
    inner = group("g1", ["a0", "a1", "g2"])
    deep = group("g2", ["a1"])
    found = register(agency("a0"), agency("a1"), outer, inner, deep)
    assert found.members(outer) == (
        Member(found.agencies["a0"], (outer,), certain=True),
        Member(found.agencies["a1"], (outer, inner), certain=True),
    )


def test_what_is_certain_beats_what_is_shorter() -> None:
    outer = group("g0", ["g1"], ["a0"], is_open=True)
    inner = group("g1", ["a0"])
    found = register(agency("a0"), outer, inner)
    assert found.members(outer) == (Member(found.agencies["a0"], (outer, inner), certain=True),)


def test_everyone_below_a_possible_group_is_only_possible() -> None:
    outer = group("g0", [], ["g1"], is_open=True)
    inner = group("g1", ["a0"])
    found = register(agency("a0"), outer, inner)
    assert found.members(outer) == (Member(found.agencies["a0"], (outer, inner), certain=False),)
    assert found.inner_groups(outer) == {"g0": ((), True), "g1": ((outer,), False)}


def test_circles_end() -> None:
    one, other = group("g0", ["g1"]), group("g1", ["g0", "a0"])
    found = register(agency("a0"), one, other)
    assert [m.agency.id for m in found.members(one)] == ["a0"]
    assert found.open_groups(one) == []


def test_names_are_found_exactly_but_for_blanks_and_composition() -> None:
    found = register(agency("a0", "Trung tâm Y tế"))
    for name in (
        "Trung tâm Y tế",
        " Trung  tâm Y\u00a0tế ",
        "Trung ta\u0302m Y te\u0302\u0301",
        "a0",
        "Cơ quan a0",
    ):
        assert found.find(name) == found.agencies["a0"]
    for name in ("trung tâm Y tế", "Trung tam Y te", "Trung tâm Y", ""):
        assert found.find(name) is None


def test_members_may_be_written_as_names() -> None:
    found = register(agency("a0"), group("g0", ["Cơ quan a0"]), group("g1", ["Nhóm g0", "nobody"]))
    assert [m.agency.id for m in found.members(found.groups["g1"])] == ["a0"]


def test_of_two_with_one_id_the_names_of_both_are_known() -> None:
    first, second = agency("a0", "Một"), Agency(id="a0", name="Hai", kind="cong-an")
    found = register(first, second)
    assert found.find("Một") == first
    assert found.find_agency("Một") == second  # the records keep the last; checks tell the pair
    assert found.listed_agencies == (first, second)
    assert list(found.agencies) == ["a0"]


@pytest.mark.parametrize("entry", list(REAL.entries()), ids=lambda e: e.id)
def test_every_spelling_of_plan_61_is_found(entry: Agency | Group) -> None:
    for name in names_of(entry):
        assert REAL.find(name) == entry
        assert REAL.is_group(entry) == (entry.id in REAL.groups)


def test_groups_of_plan_61() -> None:
    counts = {
        g.id: (sum(m.certain for m in REAL.members(g)), len(REAL.members(g))) for g in REAL.groups.values()
    }
    assert counts == {
        "ubnd-cac-xa": (9, 9),
        "cong-an-cac-xa": (9, 9),
        "cac-to-chuc-chinh-tri-xa-hoi": (5, 5),
        "cac-co-quan-huyen": (9, 9),
        "cac-co-quan-ban-nganh": (0, 9),
        "cac-co-quan-lien-quan": (0, 15),
        "hoi-doan-the": (0, 6),
        "doan-thanh-nien-cac-cap": (1, 1),
        "cac-so-ban-nganh-va-dia-phuong": (0, 18),
    }
    assert [REAL.position(a) for a in REAL.agencies.values()] == list(range(len(REAL.agencies)))
