"""The consolidated report besides its tasks: naming, directives, difficulties, proposals, the frame."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach_cli.model.owing import reporters_of
from kehoach_cli.queries.consolidation import issuer_for
from kehoach_cli.queries.naming import Namer, Naming
from kehoach_cli.queries.points import is_document
from made_up_reports import POLICE, REPORTS, Node, named, plan_61, view_of

# Naming


def test_members_of_one_group_are_named_together_in_register_order() -> None:
    name = Namer(plan_61().register)
    ids = ["cong-an-xa-son-lap", "phong-tu-phap", "cong-an-xa-son-bua", "ubnd-xa-son-mua"]
    assert name(ids) == (
        Naming("Phòng Tư pháp", ()),
        Naming("UBND xã Sơn Mùa", ()),
        Naming("Công an các xã", ("Sơn Bua", "Sơn Lập"), 2),
    )


def test_a_whole_group_is_named_by_its_name_alone() -> None:
    assert Namer(plan_61().register)(POLICE) == (Naming("Công an các xã", (), 9),)


# The other parts


@pytest.mark.parametrize(
    ("directive", "expected"),
    [
        ("Kế hoạch số 12/KH-TTYT ngày 20/4/2025 về …", True),
        ("KH số 12/KH-TTYT", True),
        ("Công văn 15/UBND", True),
        ("Quyết định kiện toàn Ban điều hành", True),
        ("Hướng dẫn số 05/HD-PGDĐT ngày 20/4/2025", True),
        ("Hướng dẫn các trường rà soát học sinh", False),
        ("Báo cáo chuyên đề ngày 12/4/2025", True),
        ("Thông báo đến từng thôn", False),
        ("Tổ chức hội nghị triển khai Kế hoạch số 61", False),
        ("Kiểm tra 03 trường", False),
        ("Chương trình hành động vì trẻ em", True),
    ],
)
def test_documents_are_told_from_activities(directive: str, expected: bool) -> None:
    assert is_document(directive) is expected


def test_directives_fall_into_the_two_clauses_and_none_is_lost() -> None:
    directives = ["Họp giao ban.", "Kế hoạch số 12/KH-TTYT", "Kiểm tra 02 xã."]
    view = view_of({"trung-tam-y-te": {"directives": directives}})
    assert [i.texts for i in view.documents] == [("Kế hoạch số 12/KH-TTYT",)]
    assert [i.texts for i in view.activities] == [("Họp giao ban.", "Kiểm tra 02 xã.")]


def test_equal_difficulties_are_one_point_with_all_who_wrote_it() -> None:
    same = {"difficulties": [{"text": "Thiếu người.", "cause": "Chưa tuyển."}]}
    view = view_of({"ubnd-xa-son-bua": same, "ubnd-xa-son-lap": same})
    assert [(p.text, named(p.agencies)) for p in view.difficulties] == [
        ("Thiếu người.", "UBND các xã: Sơn Bua, Sơn Lập")
    ]
    assert [(p.text, named(p.agencies)) for p in view.causes] == [
        ("Chưa tuyển.", "UBND các xã: Sơn Bua, Sơn Lập")
    ]


def test_what_may_be_said_where_nobody_has_difficulties() -> None:
    deadline = plan_61().plans[0].plan.deadlines[0]
    reporters = [agency.id for agency, _ in reporters_of(deadline, plan_61().register)]
    nothing: Node = {"rest": "không phát sinh"}
    assert view_of({}).no_difficulties == "nobody"
    assert view_of({"phong-tu-phap": nothing}).no_difficulties == "some"
    assert view_of({"phong-tu-phap": nothing, "phong-noi-vu": {}}).no_difficulties == "unread"
    assert view_of(dict.fromkeys(reporters, nothing)).no_difficulties == "all"
    assert view_of({"phong-tu-phap": nothing | {"difficulties": [{"text": "Có."}]}}).no_difficulties is None


@pytest.mark.parametrize(
    ("to", "addressee"),
    [
        ("Sở Y tế", "up"),
        ("Sở Y tế tỉnh Quảng Ngãi", "up"),
        ("sở y tế", "up"),
        ("UBND tỉnh", "others"),
        ("UBND tỉnh, sở, ngành khác", "others"),
        ("Sở Giáo dục và Đào tạo", "others"),
        ("UBND huyện", "internal"),
        ("Ủy ban nhân dân huyện Sơn Tây", "internal"),
        ("Chủ tịch UBND huyện", "internal"),
        ("Phòng Nội vụ", "internal"),
        ("UBND các xã", "internal"),
    ],
)
def test_proposals_go_by_addressee(to: str, addressee: str) -> None:
    view = view_of({"trung-tam-y-te": {"proposals": [{"text": "Hỗ trợ.", "to": to}]}})
    assert [(p.to, p.addressee) for p in view.proposals] == [(to, addressee)]


def test_the_offices_proposal_takes_up_an_agencys_equal_one() -> None:
    same = [{"text": "Hỗ trợ kinh phí.", "to": "UBND tỉnh"}]
    view = view_of({"trung-tam-y-te": {"proposals": same}}, {"proposals": same})
    assert [(p.text, named(p.agencies)) for p in view.proposals] == [("Hỗ trợ kinh phí.", "Trung tâm Y tế")]


# The frame


def test_the_issuer_is_judged_on_the_last_day_at_the_latest() -> None:
    office = plan_61().office
    six_months, year = plan_61().plans[0].plan.deadlines
    found = issuer_for(office, six_months, date(2026, 12, 1))
    assert found is not None
    assert found.name == "UBND huyện Sơn Tây"
    assert issuer_for(office, year, date(2026, 12, 1)) is None
    assert issuer_for(office, year, date(2025, 6, 30)) is not None
    assert issuer_for(None, six_months, date(2025, 5, 1)) is None


def test_the_frame_of_the_document() -> None:
    view = view_of({}, {"number": "210", "dated": "2025-05-28"}, cutoff=date(2025, 4, 30))
    paper = view.paper
    assert (paper.letterhead, paper.number, paper.dated) == (
        ("ỦY BAN NHÂN DÂN", "HUYỆN SƠN TÂY"),
        "210",
        date(2025, 5, 28),
    )
    assert (paper.to, paper.to_short) == ("Sở Y tế tỉnh Quảng Ngãi", "Sở Y tế")
    assert (view.period.title, view.period.next_title, view.period.cutoff) == (
        "6 tháng đầu năm",
        "6 tháng cuối năm 2025",
        date(2025, 4, 30),
    )
    assert [b.is_checked for b in view.plan.basis] == [False]


def test_the_years_report_looks_into_the_next_year() -> None:
    view = view_of({}, period="nam", as_of=date(2025, 6, 30))
    assert (view.period.title, view.period.next_title, view.period.is_next_year) == (
        "năm 2025",
        "năm 2026",
        True,
    )


def test_the_rows_of_who_has_reported() -> None:
    rows = {s.agency: s for s in view_of(REPORTS).sending.slots}
    assert (rows["Công an xã Sơn Mùa"].partners, rows["Công an xã Sơn Mùa"].number) == (
        ("UBND xã Sơn Mùa",),
        "31/BC-UBND",
    )
    assert rows["Phòng Văn hóa, Khoa học và Thông tin"].is_on_limit_day
    assert not rows["UBND xã Sơn Long"].is_on_limit_day
    assert rows["UBND xã Sơn Bua"].returned == date(2025, 5, 16)
    assert rows["Phòng Tư pháp"].is_nothing
    assert not rows["Phòng Nội vụ"].is_entered


def test_the_view_is_plain_and_frozen() -> None:
    view = view_of(REPORTS)
    assert hash(view) == hash(view_of(REPORTS))
    assert view == view_of(REPORTS)
