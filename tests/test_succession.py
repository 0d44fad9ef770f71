"""Agencies live and end: who does whose work on a day, whose slots are whose, and that counts add up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.agencies import Agency
from kehoach_cli.model.plan import Exempt, Extension
from kehoach_cli.model.slots import MISSING, OWED, RECEIVED, count, slots_of
from kehoach_cli.model.succession import ancestry, ended_on, forebears, has_ended, heirs, is_born_of, owners
from test_register import group, register
from test_slots import deadline, folder, report

if TYPE_CHECKING:
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.model.workspace import Filed

ONE_DAY = timedelta(days=1)
MERGED = date(2025, 6, 30)  # the last day of those that end
LAST = date(2025, 11, 14)


def body(
    id_: str, until: date | None = None, heirs_: tuple[str, ...] = (), from_: date | None = None
) -> Agency:
    return Agency.model_validate(
        {"id": id_, "name": id_, "kind": "ubnd-xa", "from": from_, "until": until, "successors": heirs_}
    )


def ids(agencies: tuple[Agency, ...]) -> list[str]:
    return [a.id for a in agencies]


# Who does the work


COMMUNES = register(
    body("a", MERGED, ("new",)),
    body("b", MERGED, ("new",)),
    body("phong", MERGED),
    body("old-name", MERGED, ("new-name",)),
    body("big", MERGED, ("one", "two")),
    body("stays"),
    body("new", from_=MERGED + ONE_DAY),
    body("new-name", from_=MERGED + ONE_DAY),
    body("one", from_=MERGED + ONE_DAY),
    body("two", date(2025, 8, 31), ("three",), MERGED + ONE_DAY),
    body("three", from_=date(2025, 9, 1)),
    group("all", ["a", "b", "phong", "old-name", "big", "stays"]),
    group("also-new", ["a", "b", "new"]),
)


@pytest.mark.parametrize(
    ("id_", "before", "after", "later"),
    [
        ("a", ["a"], ["new"], ["new"]),
        ("phong", ["phong"], ["phong"], ["phong"]),
        ("old-name", ["old-name"], ["new-name"], ["new-name"]),
        ("big", ["big"], ["one", "two"], ["one", "three"]),
        ("stays", ["stays"], ["stays"], ["stays"]),
        ("new", [], ["new"], ["new"]),
    ],
)
def test_who_does_the_work(id_: str, before: list[str], after: list[str], later: list[str]) -> None:
    agency = COMMUNES.agencies[id_]
    assert ids(COMMUNES.owners(agency, MERGED)) == before
    assert ids(COMMUNES.owners(agency, MERGED + ONE_DAY)) == after
    assert ids(COMMUNES.owners(agency, date(2025, 9, 1))) == later


def test_groups_are_taken_as_of_the_day() -> None:
    everybody = COMMUNES.groups["all"]
    names = ["a", "b", "phong", "old-name", "big", "stays"]
    assert [m.agency.id for m in COMMUNES.members(everybody)] == names
    assert [m.agency.id for m in COMMUNES.on(MERGED).members(everybody)] == names
    after = [m.agency.id for m in COMMUNES.on(MERGED + ONE_DAY).members(everybody)]
    assert after == ["phong", "stays", "new", "new-name", "one", "two"]
    also = COMMUNES.groups["also-new"]
    assert [m.agency.id for m in COMMUNES.on(MERGED).members(also)] == ["a", "b"]
    assert [m.agency.id for m in COMMUNES.on(LAST).members(also)] == ["new"]
    assert [m.agency.id for m in COMMUNES.on(LAST).members(COMMUNES.agencies["a"])] == ["new"]


def test_every_name_is_found_on_every_day() -> None:
    for day in (MERGED, LAST):
        assert {id_ for id_ in COMMUNES.agencies if COMMUNES.on(day).find(id_)} == set(COMMUNES.agencies)


def test_a_register_without_lives_is_the_same_on_every_day() -> None:
    plain = register(body("a"), group("g", ["a"]))
    assert plain.on(LAST) is plain
    assert COMMUNES.on(LAST) is COMMUNES.on(LAST)
    assert COMMUNES.on(LAST).on(MERGED) is COMMUNES.on(MERGED)
    assert COMMUNES.on(LAST).timeless is COMMUNES


def test_forebears_and_heirs() -> None:
    agencies = COMMUNES.agencies
    assert ids(forebears(COMMUNES, agencies["new"], LAST)) == ["a", "b"]
    assert forebears(COMMUNES, agencies["new"], MERGED) == ()
    assert ids(forebears(COMMUNES, agencies["three"], LAST)) == ["big", "two"]
    assert ids(heirs(COMMUNES, agencies["big"], LAST)) == ["one", "three"]
    assert heirs(COMMUNES, agencies["phong"], LAST) == ()
    assert heirs(COMMUNES, agencies["a"], MERGED) == ()
    assert [*ancestry(COMMUNES, agencies["three"])] == ["three", "two", "big"]
    assert ended_on(agencies["a"]) == date(2025, 7, 1)
    assert ended_on(agencies["stays"]) is None
    assert (has_ended(agencies["a"], MERGED), has_ended(agencies["a"], MERGED + ONE_DAY)) == (False, True)
    assert is_born_of(agencies["new"], [agencies["a"], agencies["b"]])
    assert not is_born_of(agencies["stays"], [agencies["a"]])
    assert not is_born_of(agencies["new"], [])


def test_circles_and_gaps_end() -> None:
    round_ = register(body("a", MERGED, ("b",)), body("b", MERGED, ("a",)))
    assert ids(round_.owners(round_.agencies["a"], LAST)) == ["b"]
    late = register(body("a", MERGED, ("b",)), body("b", from_=date(2025, 8, 1)))
    assert ids(late.owners(late.agencies["a"], date(2025, 7, 31))) == ["a"]
    assert ids(late.owners(late.agencies["a"], date(2025, 8, 1))) == ["b"]


# Slots of a merger in mid-year, with reports from before and after


def slots(names: Register, as_of: date, *reports: Filed, **changed: object) -> dict[str, Slot]:
    year = deadline(before=LAST + ONE_DAY, reporters=("all",), **changed)
    return {s.agency.id: s for s in slots_of(folder(*reports), year, names, as_of)}


def states(found: dict[str, Slot]) -> dict[str, str]:
    return {id_: slot.state for id_, slot in found.items()}


def test_before_the_merger_everybody_owes_its_own() -> None:
    assert states(slots(COMMUNES, MERGED)) == dict.fromkeys(
        ["a", "b", "phong", "old-name", "big", "stays"], "not_due"
    )


def test_after_it_the_successors_do() -> None:
    found = slots(COMMUNES, date(2025, 12, 1))
    assert states(found) == {
        "phong": "ended",
        "stays": "overdue",
        "new": "overdue",
        "new-name": "overdue",
        "one": "overdue",
        "three": "overdue",
    }
    assert {id_: ids(s.predecessors) for id_, s in found.items() if s.predecessors} == {
        "new": ["a", "b"],
        "new-name": ["old-name"],
        "one": ["big"],
        "three": ["big"],
    }
    counts = count(found.values())
    assert (counts.expected, counts.received, counts.missing, counts.overdue, counts.ended) == (6, 0, 6, 5, 1)


def test_what_was_due_before_the_end_keeps_its_name() -> None:
    half = deadline(reporters=("all",))
    for as_of in (date(2025, 5, 1), date(2025, 5, 20), MERGED + ONE_DAY, date(2026, 11, 1)):
        found = slots_of(folder(), half, COMMUNES, as_of)
        assert [s.agency.id for s in found] == ["a", "b", "phong", "old-name", "big", "stays"]
        assert {s.state for s in found} <= {"due_soon", "not_due", "overdue"}


def test_an_extension_moves_the_day_that_decides() -> None:
    half = deadline(
        reporters=("a", "b"), extended=(Extension(agency="a", until=date(2025, 7, 15), basis="x"),)
    )
    found = {s.agency.id: s for s in slots_of(folder(), half, COMMUNES, date(2025, 7, 10))}
    assert states(found) == {"b": "overdue", "new": "due_soon"}
    assert (found["new"].last_day, ids(found["new"].predecessors)) == (date(2025, 7, 15), ["a"])
    assert [s.agency.id for s in slots_of(folder(), half, COMMUNES, MERGED)] == ["a", "b"]


def test_one_report_of_the_successor_covers_all() -> None:
    found = slots(COMMUNES, LAST, report("new", date(2025, 11, 3)))
    assert (found["new"].state, found["new"].is_joint, found["new"].parts) == ("on_time", False, ())


def test_reports_of_some_predecessors_are_kept_but_do_not_settle_it() -> None:
    early = report("a", date(2025, 6, 20))
    found = slots(COMMUNES, LAST, early)["new"]
    assert (found.state, found.filed, found.parts) == ("due_soon", None, (early,))
    later = report("new", date(2025, 11, 20))
    found = slots(COMMUNES, date(2025, 11, 21), early, later)["new"]
    assert (found.state, found.days, found.filed, found.parts) == ("late", 6, later, (early,))


def test_reports_of_all_predecessors_settle_it_on_the_last_one_s_day() -> None:
    first, second = report("a", date(2025, 6, 20)), report("b", date(2025, 6, 25))
    found = slots(COMMUNES, LAST, first, second)["new"]
    assert (found.state, found.filed, found.parts) == ("on_time", second, (first,))
    late = report("new", date(2025, 11, 20))  # comes on top: the slot was filled in time
    found = slots(COMMUNES, date(2025, 11, 21), first, second, late)["new"]
    assert (found.state, found.filed) == ("on_time", second)
    assert slots(COMMUNES, date(2025, 6, 22), first, second)["b"].state == "not_due"


def test_a_successor_that_was_there_before_speaks_for_the_other_only_afterwards() -> None:
    absorbed = register(body("a", MERGED, ("b",)), body("b"), group("all", ["a", "b"]))
    own, other = report("b", date(2025, 6, 1)), report("a", date(2025, 6, 2))
    found = slots(absorbed, LAST, own)["b"]
    assert (found.state, found.parts) == ("due_soon", (own,))
    assert slots(absorbed, LAST, own, other)["b"].state == "on_time"
    assert slots(absorbed, LAST, report("b", date(2025, 7, 1)))["b"].state == "on_time"


def test_a_successor_s_late_report_settles_what_its_predecessors_owed() -> None:
    half = deadline(reporters=("a", "b"))
    sent = folder(report("b", date(2025, 5, 10)), report("new", date(2025, 7, 10)))
    found = {s.agency.id: s for s in slots_of(sent, half, COMMUNES, date(2025, 7, 12))}
    assert states(found) == {"a": "late", "b": "on_time"}
    assert (found["a"].is_joint, found["b"].is_joint) == (True, False)
    before = folder(report("new", date(2025, 6, 10)))  # not yet there on that day
    assert {s.state for s in slots_of(before, half, COMMUNES, date(2025, 7, 12))} == {"overdue"}


def test_what_an_ended_body_sent_in_time_counts() -> None:
    sent = report("phong", date(2025, 6, 20))
    assert slots(COMMUNES, LAST, sent)["phong"].state == "on_time"
    back = report("phong", date(2025, 6, 20), returned=date(2025, 6, 22))
    found = slots(COMMUNES, LAST, back)["phong"]
    assert (found.state, found.filed, found.parts) == ("ended", None, (back,))


def test_exemptions_of_some_and_of_all() -> None:
    one = (Exempt(agency="a", reason="x"),)
    assert slots(COMMUNES, LAST, report("b", date(2025, 6, 1)), exempt=one)["new"].state == "on_time"
    both = (*one, Exempt(agency="b", reason="y"))
    assert slots(COMMUNES, LAST, exempt=both)["new"].state == "exempt"
    assert slots(COMMUNES, LAST, exempt=(Exempt(agency="new", reason="z"),))["new"].state == "exempt"


# Against a simple model


near = st.dates(date(2025, 4, 1), date(2025, 12, 31))


class World(NamedTuple):
    """Agencies with lives, a deadline all of them but those born later are asked by, and reports."""

    register: Register
    asked: tuple[str, ...]
    reports: tuple[Filed, ...]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    size = draw(st.integers(2, 7))
    names = [f"a{n}" for n in range(size)]
    agencies = []
    for n, name in enumerate(names):
        from_ = draw(st.none() | near)
        until = draw(st.none() | near)
        if from_ and until and until < from_:
            from_, until = until, from_
        later = names[n + 1 :]
        followers = draw(st.lists(st.sampled_from(later), unique=True, max_size=2)) if until and later else []
        agencies.append(body(name, until, tuple(followers), from_))
    asked = tuple(draw(st.lists(st.sampled_from(names), unique=True, min_size=1)))
    reports = tuple(report(name, draw(near)) for name in draw(st.lists(st.sampled_from(names), unique=True)))
    return World(register(*agencies), asked, reports)


def model_owners(world: World, name: str, day: date) -> set[str]:
    """Plainly: walk on from whoever has ended to those who are there; whoever leads nowhere stays."""
    agency = world.register.agencies[name]
    if agency.from_ and day < agency.from_:
        return set()
    if agency.until is None or day <= agency.until:
        return {name}
    found = set().union(*(model_owners(world, heir, day) for heir in agency.successors), set())
    return found or {name}


def model_slots(world: World, last: date, as_of: date) -> dict[str, set[str]]:
    """Owner → the reporters whose slot it has."""
    found: dict[str, set[str]] = {}
    for name in world.asked:
        for owner in model_owners(world, name, min(as_of, last)):
            found.setdefault(owner, set()).add(name)
    return found


def model_is_received(world: World, owner: str, names: set[str], last: date, as_of: date) -> bool:
    """Every reporter of the slot has a report that speaks for it."""
    day = min(as_of, last)
    others = {world.register.agencies[n] for n in names - {owner}}
    if is_born_of(world.register.agencies[owner], others):
        names = names - {owner}
    sent = {f.report.agency: f.report.received for f in world.reports if f.report.received <= as_of}

    def speaks(sender: str, name: str) -> bool:
        if sender == name:
            return True
        came = sent[sender]
        does_it = sender in model_owners(world, name, came)
        is_kin = owner in model_owners(world, sender, day) or sender in model_owners(world, owner, came)
        return does_it and is_kin

    return all(any(speaks(sender, name) for sender in sent) for name in names)


@given(worlds(), near, near)
def test_counts_agree_with_a_simple_model(world: World, last: date, as_of: date) -> None:
    limit = deadline(before=None, by=last, reporters=world.asked)
    found = slots_of(folder(*world.reports), limit, world.register, as_of)
    expected = model_slots(world, last, as_of)
    assert [s.agency.id for s in found] == sorted(expected)
    for slot in found:
        names = expected[slot.agency.id]
        assert {p.id for p in slot.predecessors} == names - {slot.agency.id}
        is_received = model_is_received(world, slot.agency.id, names, last, as_of)
        assert (slot.state in RECEIVED) == is_received
    counts = count(found)
    received = sum(model_is_received(world, o, names, last, as_of) for o, names in expected.items())
    assert (counts.expected, counts.received) == (len(expected), received)


@given(worlds(), near, near)
def test_nothing_is_dropped_and_nobody_is_blamed(world: World, last: date, as_of: date) -> None:
    limit = deadline(before=None, by=last, reporters=world.asked)
    found = slots_of(folder(*world.reports), limit, world.register, as_of)
    counts, day = count(found), min(as_of, last)
    assert counts.received + counts.missing == counts.expected == len(found)
    assert counts.on_time <= counts.received <= counts.expected
    for slot in found:
        gone = has_ended(slot.agency, day)
        assert slot.state in (*RECEIVED, *MISSING)
        assert not (gone and slot.state in OWED)
        assert (slot.state == "ended") == (gone and slot.state not in RECEIVED)
    told = {id_ for slot in found for id_ in (slot.agency.id, *(p.id for p in slot.predecessors))}
    there = {
        n
        for n in world.asked
        if not ((first := world.register.agencies[n].from_) is not None and day < first)
    }
    assert there <= told


@given(worlds(), near, near, near)
def test_history_is_not_rewritten(world: World, last: date, one: date, other: date) -> None:
    """From the last day on, a slot's owner is the same whenever one asks."""
    limit = deadline(before=None, by=last, reporters=world.asked)
    days = [max(last, one), max(last, other)]
    first, second = ([s.agency.id for s in slots_of(folder(), limit, world.register, day)] for day in days)
    assert first == second


@given(worlds(), near, near)
def test_one_more_report_takes_nothing_away(world: World, last: date, as_of: date) -> None:
    limit = deadline(before=None, by=last, reporters=world.asked)
    for n in range(len(world.reports)):
        fewer = count(slots_of(folder(*world.reports[:n]), limit, world.register, as_of))
        more = count(slots_of(folder(*world.reports[: n + 1]), limit, world.register, as_of))
        assert (fewer.expected, fewer.received <= more.received) == (more.expected, True)
        assert fewer.on_time <= more.on_time


@given(worlds(), near)
def test_owners_are_as_the_simple_model_has_them(world: World, day: date) -> None:
    for agency in world.register.agencies.values():
        found = owners(agency, day, world.register.find_agency)
        assert {a.id for a in found} == model_owners(world, agency.id, day)
