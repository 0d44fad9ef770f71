"""A task is recognised under another number and in other words; what differs is told word by word."""

from __future__ import annotations

import itertools
import random
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.model import matching
from kehoach_cli.model.matching import (
    ALIKE,
    Clause,
    Rewording,
    _best,
    _greedy,
    _hungarian,
    match,
    moved,
    rewordings,
)
from kehoach_cli.store.yaml_text import parse
from program import ROOT

if TYPE_CHECKING:
    import pytest

WORDS = [
    "tổ",
    "chức",
    "kiểm",
    "tra",
    "định",
    "kỳ",
    "hằng",
    "quý",
    "báo",
    "cáo",
    "số",
    "liệu",
    "cụ",
    "thể",
    "rõ",
]


@cache
def clauses() -> tuple[Clause, ...]:
    """The 23 duties of plan 61."""
    data = parse((ROOT / "plan/61-kh-ubnd-2025/plan.yaml").read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    return tuple(Clause(t["ref"], t["text"]) for key in ("tasks", "organisation") for t in data[key])


def test_the_threshold_lies_far_from_different_duties() -> None:
    from rapidfuzz import fuzz

    pairs = itertools.combinations([c.text.split() for c in clauses()], 2)
    assert max(fuzz.ratio(a, b) for a, b in pairs) < 31 < ALIKE


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """The text with up to a third of its words replaced, dropped or added to."""
    words = text.split()
    for _ in range(draw(st.integers(0, len(words) // 3))):
        at = draw(st.integers(0, len(words) - 1))
        word = draw(st.sampled_from(WORDS))
        how = draw(st.sampled_from(["replace", "drop", "add"]))
        if how == "replace":
            words[at] = word
        elif how == "drop" and len(words) > 1:
            del words[at]
        else:
            words.insert(at, word)
    return " ".join(words)


@settings(max_examples=40)
@given(st.data())
def test_renumbered_moved_and_reworded_duties_are_recovered_exactly(data: st.DataObject) -> None:
    old = clauses()
    order = data.draw(st.permutations(range(len(old))))
    refs = data.draw(st.permutations([c.ref for c in old]))
    new = [Clause(refs[j], data.draw(edited(old[i].text))) for j, i in enumerate(order)]
    assert match(old, new) == [(i, j) for j, i in enumerate(order)]


@settings(max_examples=40)
@given(st.data())
def test_what_was_taken_out_and_put_in_is_paired_with_nothing(data: st.DataObject) -> None:
    old = clauses()
    kept = data.draw(st.permutations(range(len(old))))[: data.draw(st.integers(0, len(old)))]
    new = [Clause(f"VI.{n}", old[i].text) for n, i in enumerate(kept)]
    new.append(Clause("VII.1", "Lập đội bóng chuyền của huyện và thi đấu giao hữu với các huyện bạn."))
    assert match(old, new) == [(i, j) for j, i in enumerate(kept)]


def test_an_equal_clause_decides_between_equal_wordings() -> None:
    text = "UBND các xã xây dựng kế hoạch."
    old = [Clause("II.1", text), Clause("II.2", text)]
    assert match(old, [Clause("II.2", text), Clause("II.1", text)]) == [(1, 0), (0, 1)]
    assert match(old, [Clause("II.2", text)]) == [(1, 0)]
    assert match(old, [Clause("II.9", text)]) == [(0, 0)]


def test_white_space_is_no_wording() -> None:
    assert match([Clause("II.1", "a  b\nc")], [Clause("II.4", "a b c")]) == [(0, 0)]


def test_what_stands_under_its_old_number_was_replaced() -> None:
    assert match([Clause("II.1", "một hai ba bốn")], [Clause("II.1", "năm sáu bảy tám")]) == [(0, 0)]
    assert match([Clause("II.1", "một hai ba bốn")], [Clause("II.2", "năm sáu bảy tám")]) == []


def test_the_best_assignment_beats_the_first_best_pair() -> None:
    scores = {(0, 0): 90.0, (0, 1): 89.0, (1, 0): 88.0}
    assert sorted(_best(scores)) == [(0, 1), (1, 0)]
    assert _greedy(scores) == [(0, 0)]
    turned = {(j, i): s for (i, j), s in scores.items()}
    assert sorted(_best(turned)) == [(0, 1), (1, 0)]


@given(
    st.integers(1, 5).flatmap(
        lambda h: st.lists(st.lists(st.integers(0, 30), min_size=6, max_size=6), min_size=h, max_size=h)
    )
)
def test_no_assignment_costs_less(rows: list[list[int]]) -> None:
    cost = [[float(c) for c in row] for row in rows]
    chosen = _hungarian(cost)
    assert len(set(chosen)) == len(rows)
    least = min(
        sum(cost[r][c] for r, c in enumerate(way)) for way in itertools.permutations(range(6), len(rows))
    )
    assert sum(cost[r][c] for r, c in enumerate(chosen)) == least


def test_hundreds_of_duties_that_all_look_alike() -> None:
    def text(n: int) -> str:
        return f"Triển khai chương trình số {n} về bảo vệ, chăm sóc trẻ em trên địa bàn các xã"

    old = [Clause(f"II.{n}", text(n)) for n in range(150)]
    new = [Clause(f"II.{n}", text(n + 1000)) for n in range(150)]
    random.Random(3).shuffle(new)  # noqa: S311  # an order, no secret
    assert [(old[i].ref, new[j].ref) for i, j in match(old, new)] == [(c.ref, c.ref) for c in new]


def test_of_very_many_a_clause_that_stayed_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MANY", 3)
    old = [Clause("II.1", "một hai ba bốn"), Clause("II.2", "năm sáu bảy tám")]
    new = [Clause("II.2", "năm sáu bảy"), Clause("II.3", "một hai ba"), Clause("II.1", "chín mười")]
    assert match(old, new) == [(1, 0), (0, 1)]


def test_words_replaced_added_and_dropped() -> None:
    old = "Thực hiện các giải pháp phòng, chống suy dinh dưỡng cho mọi trẻ em theo độ tuổi"
    new = "Thực hiện ngay các giải pháp phòng, chống béo phì cho trẻ em theo độ tuổi"
    before = "Thực hiện các giải pháp phòng, chống"
    assert rewordings(old, new) == (
        Rewording("", "ngay", "Thực hiện"),
        Rewording("suy dinh dưỡng cho mọi", "béo phì cho", before),  # one word between: told as one
    )
    assert rewordings("a b", "a  b\n") == ()
    assert rewordings("a b c", "a c") == (Rewording("b", "", "a"),)
    assert rewordings("a b c d", "x b y d") == (Rewording("a b c", "x b y", ""),)


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.lists(st.sampled_from(WORDS), max_size=30))
def test_the_changed_words_make_the_new_text(old: list[str], new: list[str]) -> None:
    made, at = [], 0
    for change in rewordings(" ".join(old), " ".join(new)):
        start = len(change.after.split())
        made += old[at:start] + change.new.split()
        at = start + len(change.old.split())
        assert old[start:at] == change.old.split()
    assert made + old[at:] == new


@given(st.permutations("abcdefgh"))
def test_who_stayed_kept_the_order(new: list[str]) -> None:
    gone = moved("abcdefgh", new)
    assert [c for c in new if c not in gone] == [c for c in "abcdefgh" if c not in gone]
    assert (gone == ()) == (new == list("abcdefgh"))


def test_the_fewest_moved() -> None:
    assert moved(["a", "b", "c", "d"], ["d", "a", "b", "c"]) == ("d",)
    assert moved(["a"], ["a"]) == ()
