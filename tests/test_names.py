"""From what a person types to the agency that is meant, on the register of plan 61."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.folding import fold
from kehoach_cli.model.names import Lookup, NearestName, look_up, nearest_text
from kehoach_cli.model.register import names_of
from test_register import REAL, agency, group, register

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.model.agencies import Agency, Group

ENTRIES = list(REAL.entries())
SPELLINGS = [(name, entry) for entry in ENTRIES for name in names_of(entry)]
SYMBOLS = [(e.symbol, e) for e in REAL.agencies.values() if e.symbol]


def unaccented(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


WAYS: dict[str, Callable[[str], str]] = {
    "as written": lambda name: name,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "capitals": str.upper,
    "small": str.lower,
    "no accents": unaccented,
    "no accents, small": lambda name: unaccented(name).lower(),
    "more blanks": lambda name: f"  {name.replace(' ', '  ')} ",
    "other dashes": lambda name: name.replace("–", "-").replace(" - ", "—"),
    "other sign for and": lambda name: name.replace("&", " và "),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_spelling_of_plan_61_is_found_however_typed(way: str) -> None:
    for name, entry in [*SPELLINGS, *SYMBOLS]:
        assert look_up(WAYS[way](name), ENTRIES) == Lookup(entry, (), ()), (way, name)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sơn mùa", ["ubnd-xa-son-mua", "cong-an-xa-son-mua"]),
        ("Phòng", ["phong-giao-duc-va-dao-tao", "phong-van-hoa-khoa-hoc-va-thong-tin", "phong-dan-toc-va-ton-giao", "phong-tu-phap", "phong-noi-vu", "phong-tai-chinh-ke-hoach", "van-phong"]),
        ("son mau", ["ubnd-xa-son-mau", "cong-an-xa-son-mau"]),
    ],
)  # fmt: skip
def test_ambiguous_names_list_their_candidates(typed: str, expected: list[str]) -> None:
    found = look_up(typed, ENTRIES)
    assert (found.found, found.nearest) == (None, ())
    assert sorted(e.id for e in found.candidates) == sorted(expected)
    assert len({e.id for e in found.candidates}) == len(found.candidates)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("tư pháp", "phong-tu-phap"),
        ("noi vu", "phong-noi-vu"),
        ("UBND xã Sơn Mùa", "ubnd-xa-son-mua"),
        ("sở y", "so-y-te"),
        ("quỹ", "quy-bao-tro-tre-em"),
        ("cựu chiến binh", "hoi-cuu-chien-binh"),
        ("UBND các xã", "ubnd-cac-xa"),
        ("ttyt", "trung-tam-y-te"),
    ],
)
def test_beginning_of_a_word_is_enough(typed: str, expected: str) -> None:
    found = look_up(typed, ENTRIES).found
    assert found is not None
    assert found.id == expected


def test_accents_that_agree_beat_accents_that_do_not() -> None:
    entries = [agency("a0", "Sơn Màu"), agency("a1", "Sơn Mau")]
    assert look_up("sơn màu", entries).found == entries[0]
    assert look_up("Sơn Mau", entries).found == entries[1]
    assert look_up("son mau", entries).candidates == tuple(entries)
    assert look_up("sơn mà", entries).found == entries[0]


def test_exact_beats_folded_beats_beginning() -> None:
    whole, folded, longer = agency("a0", "Y tế"), agency("a1", "Y te"), agency("a2", "Y tế xã")
    entries = [longer, folded, whole]
    assert look_up("Y tế", entries).found == whole
    assert look_up("y tê", [longer, folded]).found == folded
    assert look_up("y tê", [longer]).found == longer
    assert look_up("tế", [longer]).found == longer
    assert look_up("ế", [longer]).found is None


@pytest.mark.parametrize("typed", ["", "  ", "–", "&%$", "Bưu điện", "xyz", "日本", "Trung tâm Y tếế"])
def test_unknown_names_give_the_three_nearest(typed: str) -> None:
    found = look_up(typed, ENTRIES)
    if typed != "&%$":  # «&» is «và», which begins a word of many
        assert (found.found, found.candidates) == (None, ())
        assert len({e.id for e in found.nearest}) == 3


def test_nearest_are_the_likely_ones() -> None:
    assert look_up("Trung tân Y tế", ENTRIES).nearest[0].id == "trung-tam-y-te"
    assert look_up("Phong Tu phab", ENTRIES).nearest[0].id == "phong-tu-phap"


def test_few_entries_give_fewer_nearest() -> None:
    assert look_up("x", [agency("a0")]) == Lookup(None, (), (agency("a0"),))
    assert look_up("x", []) == Lookup(None, (), ())


@given(st.text(max_size=30))
def test_any_text_has_one_kind_of_answer(typed: str) -> None:
    found = look_up(typed, ENTRIES)
    assert [found.found is not None, bool(found.candidates), bool(found.nearest)].count(True) == 1
    assert len(found.candidates) != 1


@given(st.sampled_from(SPELLINGS), st.integers(1, 40))
def test_a_beginning_finds_the_entry_or_names_it_among_others(
    spelling: tuple[str, Agency | Group], length: int
) -> None:
    name, entry = spelling
    begun = name[:length]
    if fold(begun):
        found = look_up(begun, ENTRIES)
        answers = [found.found] if found.found else list(found.candidates)
        exact = [e for n, e in [*SPELLINGS, *SYMBOLS] if fold(n) == fold(begun)]
        assert entry in answers or exact
        assert answers


NEAREST = NearestName(ENTRIES)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("Trung tâm Y tề", "Trung tâm Y tế"),
        ("Trung tam Y te", "Trung tâm Y tế"),
        ("trung-tam-y-tee", "trung-tam-y-te"),
        ("ubnd-xa-son-muaa", "ubnd-xa-son-mua"),
        ("UBND xã Sơn Mủa", "UBND xã Sơn Mùa"),
        ("Phòng Tư Pháp", "Phòng Tư pháp"),
        ("HĐN&UBND  huyện", "HĐN&UBND huyện"),
        ("Phòng Y tế", ""),
        ("Phòng Nông nghiệp", ""),
        ("Sở Nội vụ", ""),
        ("Bưu điện", ""),
        ("", ""),
    ],
)
def test_nearest_name_is_a_misspelling_or_nothing(wrong: str, expected: str) -> None:
    assert (NEAREST(wrong), NEAREST(wrong)) == (expected, expected)


@given(st.sampled_from(SPELLINGS), st.data())
def test_one_wrong_letter_in_a_long_name_is_mended(
    spelling: tuple[str, Agency | Group], data: st.DataObject
) -> None:
    name, entry = spelling
    if len(name) < 12:
        return
    at = data.draw(st.integers(0, len(name) - 1))
    near = NEAREST(name[:at] + "x" + name[at + 1 :])
    assert near
    assert REAL.find(near) is not None
    assert entry.id


@pytest.mark.parametrize(
    ("wrong", "known", "expected"),
    [
        ("coordinatng", ["lead", "coordinating"], "coordinating"),
        ("leed", ["lead", "coordinating"], "lead"),
        ("xyz", ["lead", "coordinating"], None),
        ("II.22", ["II.1", "II.2"], "II.2"),
        ("x", [], None),
    ],
)
def test_nearest_text(wrong: str, known: list[str], expected: str | None) -> None:
    assert nearest_text(wrong, known) == expected


def test_register_helpers_make_what_they_say() -> None:
    found = register(agency("a0"), group("g0", ["a0"]))
    assert [e.id for e in found.entries()] == ["a0", "g0"]
