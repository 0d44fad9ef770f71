"""Money over the reports of a period; every sum is made up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.queries.funds import FundsView, Money
from made_up_reports import COMMUNES, Node, named, view_of

MUA, DUNG, LIEN = COMMUNES[:3]
DISTRICT, COMMUNE = "ngân sách huyện", "ngân sách xã"


def fund(used: str | None = None, source: str = COMMUNE, ref: str | None = None, **more: str) -> Node:
    return {
        "source": source,
        **({"used": used} if used else {}),
        **({"ref": ref} if ref else {}),
        **more,
    }


def funds(reports: dict[str, list[Node]]) -> FundsView:
    return view_of({id_: {"funds": lines} for id_, lines in reports.items()}).funds


def test_sums_by_source_and_by_task() -> None:
    view = funds({
        MUA: [fund("1.000.000", ref="II.5"), fund("500.000", DISTRICT, "II.1")],
        DUNG: [fund("250.000", ref="II.5", planned="300.000"), fund("40.000")],
    })  # fmt: skip
    assert view.total == Money(planned=300_000, used=1_790_000, agencies=2)
    assert view.by_source == ((DISTRICT, (None, 500_000, 1)), (COMMUNE, (300_000, 1_290_000, 2)))
    assert [(t.ref, t.sums.used) for t in view.by_task] == [
        ("II.1", 500_000),
        ("II.5", 1_250_000),
        (None, 40_000),
    ]


def test_a_missing_sum_stays_missing_and_nothing_spent_is_a_sum() -> None:
    view = funds({MUA: [fund(planned="300.000")], DUNG: [fund("0")]})
    assert view.total == Money(planned=300_000, used=0, agencies=1)
    assert named(view.unstated) == "UBND xã Sơn Mùa"
    assert funds({MUA: [fund(planned="300.000")]}).total.used is None
    assert funds({}).total == Money(None, None, 0)


def test_a_joint_report_speaks_for_all_and_one_sent_back_for_nobody() -> None:
    joint = {"funds": [fund("10")], "covers": ["UBND xã Sơn Dung"]}
    back = {"funds": [fund("99")], "returned": {"date": "2025-05-16", "reason": "Thiếu."}}
    view = view_of({MUA: joint, LIEN: back}).funds
    assert view.total == Money(planned=None, used=10, agencies=2)
    assert [(named(line.agencies), line.used) for line in view.lines] == [
        ("UBND các xã: Sơn Mùa, Sơn Dung", 10),
        ("UBND xã Sơn Liên", 99),
    ]


SUMS = st.none() | st.integers(0, 10**15)
LINES = st.lists(
    st.tuples(st.sampled_from([DISTRICT, COMMUNE, "nguồn hợp pháp khác"]), SUMS, SUMS), max_size=5
)


@given(st.lists(LINES, max_size=4))
def test_the_parts_make_the_whole(reports: list[list[tuple[str, int | None, int | None]]]) -> None:
    view = funds({
        id_: [
            {"source": s, **({} if u is None else {"used": u}), **({} if p is None else {"planned": p})}
            for s, u, p in lines
        ]
        for id_, lines in zip(COMMUNES, reports, strict=False)
    })  # fmt: skip
    used = [u for lines in reports for _, u, _ in lines if u is not None]
    assert view.total.used == (sum(used) if used else None)
    assert sum(s.sums.used or 0 for s in view.by_source) == sum(used)
    assert sum(t.sums.used or 0 for t in view.by_task) == sum(used)
    assert view.total.agencies == sum(any(u is not None for _, u, _ in lines) for lines in reports)
