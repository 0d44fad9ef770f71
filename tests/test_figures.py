"""Figures over the reports of a period, against a simple model of what totals mean; every figure is made up."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.plan import Indicator
from kehoach_cli.queries.figure_totals import Comparison, Entry, Way, against_previous, compare, total_of
from kehoach_cli.queries.figures import FiguresView, FigureView, figures_of
from kehoach_cli.queries.naming import Namer
from kehoach_cli.queries.sources import sent_reports
from made_up_reports import AS_OF, COMMUNES, POLICE, Node, named, plan_61, six_months, view_of

F = Fraction
MUA, DUNG, LIEN = COMMUNES[:3]
CHILDREN: Node = {
    "id": "tre-em",
    "name": "Trẻ em",
    "unit": "trẻ em",
    "kind": "count",
    "total": "sum",
    "givers": ["UBND các xã"],
    "compare": ["Trung tâm Y tế"],
    "target": "2000",
}
RATE: Node = {
    "id": "ty-le",
    "name": "Tỷ lệ",
    "unit": "%",
    "kind": "rate",
    "total": "weighted",
    "weight": "tre-em",
    "givers": ["UBND các xã"],
}


def figures(reports: dict[str, Node], *indicators: Node, as_of: date = AS_OF, **deadline: Any) -> FiguresView:  # noqa: ANN401
    """The view of plan 61 with these indicators instead of its own."""
    folder, found = six_months(reports, **deadline)
    plan = folder.plan.model_copy(
        update={"indicators": tuple(Indicator.model_validate(i) for i in indicators)}
    )
    register = plan_61().register
    namer = Namer(register)
    sent = sent_reports(folder._replace(plan=plan), found, register, namer, as_of)
    return figures_of(plan, found, register, namer, sent)


def first(reports: dict[str, Node], *indicators: Node, **deadline: Any) -> FigureView:  # noqa: ANN401
    return figures(reports, *(indicators or (CHILDREN,)), **deadline).indicators[0]


def gives(value: str | None = None, *, id_: str = "tre-em", **more: str) -> Node:
    """A report with one figure."""
    return {"figures": [{"indicator": id_, **({"value": value} if value is not None else {}), **more}]}


# Totals


def test_a_sum_covers_who_gave_and_misses_the_others() -> None:
    view = first({MUA: gives("10"), DUNG: gives("0"), LIEN: gives(None, note="chưa rà soát")})
    assert (view.value.number, view.value.covered) == (F(10), 2)
    assert named(view.value.missing) == (
        "UBND các xã: Sơn Liên, Sơn Bua, Sơn Tân, Sơn Màu, Sơn Tinh, Sơn Long, Sơn Lập"
    )


def test_zero_is_a_figure_and_silence_is_none() -> None:
    assert first({MUA: gives("0")}).value.number == 0
    assert first({MUA: {"rest": "không phát sinh"}}).value.number is None


def test_done_and_expected_stay_apart() -> None:
    view = first({MUA: gives("10", estimate="25"), DUNG: gives("5"), LIEN: gives(estimate="7", previous="6")})
    assert (view.value.number, view.estimate.number, view.previous.number) == (F(15), F(32), F(6))
    assert (view.value.ids, view.estimate.ids) == ((MUA, DUNG), (MUA, LIEN))


def test_only_givers_count_and_those_to_check_against_are_never_added() -> None:
    reports = {MUA: gives("10"), "trung-tam-y-te": gives("99"), "phong-tu-phap": gives("5")}
    view = first(reports)
    assert view.value.number == 10
    assert [(c.part, c.value) for c in view.cells] == [
        ("compare", F(99)),
        ("other", F(5)),
        ("giver", F(10)),
    ]


def test_a_report_sent_back_counts_for_nothing_but_stays_in_sight() -> None:
    back = {"returned": {"date": "2025-05-16", "reason": "Thiếu."}}
    view = first({MUA: gives("10") | back, DUNG: gives("5")})
    assert view.value.number == 5
    assert [(c.value, c.is_counted) for c in view.cells] == [(F(10), False), (F(5), True)]
    assert "Sơn Mùa" in named(view.value.missing)


def test_a_report_received_later_does_not_exist_yet() -> None:
    view = figures({MUA: gives("10") | {"received": "2025-05-21"}}, CHILDREN)
    assert not view.is_given


def test_who_owes_no_report_is_not_missing() -> None:
    exempt = [{"agency": "UBND xã Sơn Mùa", "reason": "Đã sáp nhập."}]
    deadline = {
        "exempt": plan_61()
        .plans[0]
        .plan.deadlines[0]
        .model_validate(
            {"period": "6thang", "before": "2025-05-15", "exempt": exempt},
        )
        .exempt
    }
    view = first({DUNG: gives("5")}, **deadline)
    assert "Sơn Mùa" not in named(view.value.missing)
    assert [c.is_owed for c in view.communes] == [False] + [True] * 8


def test_a_joint_figure_is_one_figure_of_all_it_covers() -> None:
    view = first({MUA: gives("10") | {"covers": ["UBND xã Sơn Dung", "Công an xã Sơn Mùa"]}})
    assert (view.value.number, view.value.ids) == (F(10), (MUA, DUNG))
    assert [(c.value, c.owner) for c in view.communes[:3]] == [(F(10), None), (None, "Sơn Mùa"), (None, None)]


def test_a_rate_is_weighed_by_the_same_agencies_figures() -> None:
    both = {"figures": [{"indicator": "tre-em", "value": "300"}, {"indicator": "ty-le", "value": "10"}]}
    other = {"figures": [{"indicator": "tre-em", "value": "100"}, {"indicator": "ty-le", "value": "50,4"}]}
    view = figures({MUA: both, DUNG: other, LIEN: gives("90", id_="ty-le")}, CHILDREN, RATE)
    rate = view.indicators[1]
    assert rate.value.number == F(10 * 300 + F("50.4") * 100, 400)
    assert rate.value.ids == (MUA, DUNG)
    assert "Sơn Liên" in named(rate.value.missing)


def test_the_latest_figure_is_the_one_received_last() -> None:
    latest = CHILDREN | {"total": "latest"}
    early = gives("1") | {"received": "2025-05-10"}
    view = first({MUA: early, DUNG: gives("2"), LIEN: gives("3")}, latest)
    assert (view.value.number, view.value.ids, view.value.missing) == (F(2), (DUNG,), ())


def test_no_total_where_the_plan_wants_none() -> None:
    view = first({MUA: gives("10", previous="8")}, CHILDREN | {"total": "none"})
    assert (view.value.number, view.value.missing, view.on_previous) == (None, (), None)
    assert view.is_given


# Comparisons


def test_totals_compare_only_over_agencies_that_gave_both() -> None:
    view = first({MUA: gives("30", previous="20"), DUNG: gives("100"), LIEN: gives(previous="50")})
    assert view.on_previous == Comparison(F(150), is_points=False, is_partial=True)
    whole = first({MUA: gives("30", previous="20")})
    assert whole.on_previous == Comparison(F(150), is_points=False, is_partial=False)


def test_nothing_compares_with_nothing() -> None:
    view = first({MUA: gives("30", previous="0")})
    assert (view.previous.number, view.on_previous) == (F(0), None)
    assert first({MUA: gives("30")}, CHILDREN | {"target": "0"}).on_target is None
    assert compare(None, F(3), is_rate=False) is None


def test_the_years_target_is_met_by_what_is_done_and_by_what_is_expected() -> None:
    view = first({MUA: gives("500", estimate="1000")})
    assert (view.on_target, view.estimate_on_target) == (
        Comparison(F(25), is_points=False, is_partial=False),
        Comparison(F(50), is_points=False, is_partial=False),
    )


def test_rates_compare_in_points() -> None:
    rate = RATE | {"total": "latest", "givers": ["Trung tâm Y tế"], "target": "12,5"}
    view = first({"trung-tam-y-te": gives("12", id_="ty-le", previous="13,2")}, rate)
    assert view.on_previous == Comparison(F("-1.2"), is_points=True, is_partial=False)
    assert view.on_target == Comparison(F("-0.5"), is_points=True, is_partial=False)


# Two sources


def all_communes(value: str) -> dict[str, Node]:
    return dict.fromkeys(COMMUNES, gives(value))


def test_two_whole_sources_that_differ_are_told_with_both() -> None:
    view = first(all_communes("10") | {"trung-tam-y-te": gives("12") | {"number": "45/BC-TTYT"}})
    (found,) = view.discrepancies
    assert (found.column, found.givers.number, found.others.number) == ("value", F(90), F(12))
    assert (found.givers.size, found.givers.kind, named(found.others.agencies)) == (
        9,
        "ubnd-xa",
        "Trung tâm Y tế",
    )
    assert (len(found.givers.sources), [s.number for s in found.others.sources]) == (9, ["45/BC-TTYT"])


@pytest.mark.parametrize(
    ("communes", "centre", "disagree"),
    [
        (all_communes("10"), "90", False),
        ({MUA: gives("10")}, "90", False),  # the others may still come
        ({MUA: gives("100")}, "90", True),  # already more than the whole
        (all_communes("0"), None, False),
    ],
)
def test_a_sum_that_may_still_grow_disagrees_with_nothing_above_it(
    communes: dict[str, Node], centre: str | None, disagree: bool
) -> None:
    view = first(communes | {"trung-tam-y-te": gives(centre)})
    assert bool(view.discrepancies) is disagree


def test_a_rate_of_one_body_is_checked_as_it_stands() -> None:
    both = {"figures": [{"indicator": "tre-em", "value": "300"}, {"indicator": "ty-le", "value": "10"}]}
    rate = RATE | {"compare": ["Trung tâm Y tế"]}
    reports = dict.fromkeys(COMMUNES, both) | {"trung-tam-y-te": gives("11", id_="ty-le")}
    (found,) = figures(reports, CHILDREN | {"compare": []}, rate).indicators[1].discrepancies
    assert (found.givers.number, found.others.number) == (F(10), F(11))


# The opening


def test_the_share_of_children_is_told_of_the_same_agencies_alone() -> None:
    people = CHILDREN | {"id": "dan-so", "compare": []}
    children = CHILDREN | {"id": "tre-em-duoi-16", "compare": []}
    two = {
        "figures": [
            {"indicator": "dan-so", "value": "1000"},
            {"indicator": "tre-em-duoi-16", "value": "269"},
        ]
    }
    view = figures({MUA: two}, people, children)
    assert view.opening is not None
    assert (view.opening.children.number, view.opening.share) == (F(269), F("26.9"))
    lacking = figures({MUA: two, DUNG: gives("10", id_="tre-em-duoi-16")}, people, children)
    assert lacking.opening is not None
    assert (lacking.opening.children.number, lacking.opening.share) == (F(279), None)
    assert figures({MUA: gives("10")}, CHILDREN).opening is None


def test_plan_61_asks_only_agencies_that_report_and_weighs_by_what_they_give() -> None:
    indicators = plan_61().plans[0].plan.indicators
    assert len({i.id for i in indicators}) == len(indicators) == 20
    assert {i.id: i.code for i in indicators if i.code} == {"tre-em-bi-xam-hai": "0101"}
    assert all(i.source or i.id == "dan-so" for i in indicators)
    view = view_of({id_: gives("2", id_="tre-em-bi-xam-hai") for id_ in POLICE})
    abused = next(f for f in view.figures.indicators if f.id == "tre-em-bi-xam-hai")
    assert (abused.value.number, abused.value.missing, abused.communes) == (F(18), (), ())
    assert view.figures.communes == (
        "Sơn Mùa", "Sơn Dung", "Sơn Liên", "Sơn Bua", "Sơn Tân", "Sơn Màu", "Sơn Tinh", "Sơn Long", "Sơn Lập",
    )  # fmt: skip


# Against a simple model

NUMBERS = st.none() | st.decimals(0, 10**6, places=1).map(Fraction)
ENTRIES = st.lists(
    st.builds(
        Entry,
        ids=st.just(()),
        received=st.dates(date(2025, 5, 1), date(2025, 5, 9)),
        value=NUMBERS,
        estimate=NUMBERS,
        previous=NUMBERS,
    ),
    max_size=6,
).map(lambda found: [e._replace(ids=(f"xa-{n}",)) for n, e in enumerate(found)])


@given(ENTRIES)
def test_a_sum_is_what_adding_on_paper_gives(entries: list[Entry]) -> None:
    total = total_of(entries, Way("sum"), "value")
    paper = [(e.ids[0], e.value) for e in entries if e.value is not None]
    assert total.ids == tuple(id_ for id_, _ in paper)
    assert total.number == (sum(v for _, v in paper) if paper else None)


@given(ENTRIES, ENTRIES)
def test_a_weighted_rate_lies_between_its_parts_and_weighs_whole(
    rates: list[Entry], weights: list[Entry]
) -> None:
    total = total_of(rates, Way("weighted", tuple(weights)), "value")
    weight_of = {e.ids: e.value for e in weights}
    pairs = [
        (e.ids, e.value, w) for e in rates if e.value is not None and (w := weight_of.get(e.ids)) is not None
    ]
    whole = sum(w for _, _, w in pairs)
    if not whole:
        assert total == (None, ())
        return
    assert total.ids == tuple(i for ids, _, _ in pairs for i in ids)
    assert total.number is not None
    assert total.number * whole == sum(r * w for _, r, w in pairs)
    weighty = [r for _, r, w in pairs if w]
    assert min(weighty) <= total.number <= max(weighty)


@given(ENTRIES)
def test_equal_weights_give_the_plain_mean(rates: list[Entry]) -> None:
    same = tuple(e._replace(value=F(7)) for e in rates)
    given_ = [e.value for e in rates if e.value is not None]
    expected = sum(given_) / len(given_) if given_ else None
    assert total_of(rates, Way("weighted", same), "value").number == expected


@given(ENTRIES)
def test_a_comparison_never_mixes_agencies(entries: list[Entry]) -> None:
    both = [(e.value, e.previous) for e in entries if e.value is not None and e.previous is not None]
    before = sum(p for _, p in both)
    found = against_previous(entries, Way("sum"), "value", is_rate=False)
    if not before:
        assert found is None
    else:
        assert found is not None
        assert found.number == sum(v for v, _ in both) * 100 / before
        gave_one = [e for e in entries if (e.value is None) != (e.previous is None)]
        assert found.is_partial is bool(gave_one)


@given(ENTRIES, st.sampled_from(["sum", "weighted", "latest", "none"]))
def test_silence_changes_no_total(entries: list[Entry], how: str) -> None:
    way = Way(how, tuple(entries))
    heard = [e for e in entries if e.value is not None]
    assert total_of(heard, way, "value") == total_of(entries, way, "value")


@given(st.lists(st.decimals(0, 10**19, places=3).map(str), min_size=1, max_size=9))
def test_sums_are_exact_whatever_their_length(numbers: list[str]) -> None:
    written = [n.replace(".", ",") for n in numbers]
    view = first(dict(zip(COMMUNES, map(gives, written), strict=False)))
    assert view.value.number == sum(F(n) for n in numbers)
