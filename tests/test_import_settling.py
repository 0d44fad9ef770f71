"""From a draft to what the files say: numbers, years, deadlines; who is new and who is only written otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from kehoach_cli.intake.official.draft import Draft, DraftDeadline, DraftTask, Heading, Left, Named
from kehoach_cli.intake.official.settling import names_of, settle
from kehoach_cli.model.agencies import Agency, Group
from kehoach_cli.model.kinds import kind_of
from kehoach_cli.model.newcomers import Additions, Newcomer, Respelt, Wanted, additions
from kehoach_cli.model.register import Register
from kehoach_cli.model.spelling import shortens, spelling_key
from kehoach_cli.model.wording import clean

ISSUED = date(2025, 11, 17)
HEADING = Heading(number="308/KH-UBND", issued=ISSUED, title="Triển khai Nghị quyết số 214")
TASK = DraftTask("II.1", "Rà soát.", ("Sở Tài chính",), (), (), None, "đoạn 9")
DUTY = DraftDeadline("đoạn 20", "báo cáo")


def draft(
    *tasks: DraftTask,
    heading: Heading = HEADING,
    organisation: tuple[DraftTask, ...] = (),
    deadlines: tuple[DraftDeadline, ...] = (),
    names: tuple[Named, ...] = (),
    left: tuple[Left, ...] = (),
) -> Draft:
    return Draft(heading, tasks, organisation, deadlines, names, left)


@pytest.mark.parametrize(
    ("title", "year", "is_titled"),
    [
        ("Công tác trẻ em năm 2025", 2025, True),
        ("Công tác trẻ em năm 2026", 2026, True),
        ("Lộ trình đến năm 2026", 2025, False),
        ("Chương trình giai đoạn năm 2026 - 2030", 2025, False),
        ("Tổng kết năm 2025, phương hướng năm 2026", 2025, False),
        ("Thi hành Luật Trẻ em năm 2016", 2025, False),
        (None, 2025, False),
    ],
)
def test_year_is_that_of_the_title_or_of_the_issue(title: str | None, year: int, is_titled: bool) -> None:
    head = settle(draft(heading=HEADING._replace(title=title))).head
    assert (head.year, head.year_is_titled) == (year, is_titled)


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "UBND thành phố Hà Nội"),
        ("UỶ BAN NHÂN DÂN HUYỆN SƠN TÂY", "UBND huyện Sơn Tây"),
        ("ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "UBND tỉnh Bà Rịa - Vũng Tàu"),
        ("UBND huyện Sơn Tây", "UBND huyện Sơn Tây"),
        ("TỈNH ỦY LAI CHÂU", "TỈNH ỦY LAI CHÂU"),
    ],
)
def test_letterhead_in_small_letters(printed: str, issuer: str) -> None:
    head = settle(draft(heading=HEADING._replace(issuer=printed))).head
    assert (head.issuer, head.letterhead) == (issuer, None if printed == issuer else printed)


def test_day_of_issue_is_asked_only_where_none_is_printed() -> None:
    assert settle(draft(heading=HEADING._replace(issued=None))).head.issued is None
    assert settle(draft(heading=HEADING._replace(issued=None)), date(2026, 1, 5)).head.year == 2026
    assert settle(draft(), date(2026, 1, 5)).head.issued == ISSUED


def test_equal_numbers_become_two() -> None:
    tasks = (TASK, TASK, TASK._replace(ref="II.1 a"), TASK._replace(ref=""), TASK._replace(text=" \u200b "))
    plan = settle(draft(*tasks, organisation=(TASK,)))
    assert [(t.ref, t.printed) for t in (*plan.tasks, *plan.organisation)] == [
        ("II.1", None),
        ("II.1-2", "II.1"),
        ("II.1-a", "II.1 a"),
        ("?", "không có số"),
        ("II.1-3", "II.1"),
    ]


def days(*deadlines: DraftDeadline) -> list[tuple[str | None, date | None, date | None, bool]]:
    return [(x.period, x.before, x.by, bool(x.why)) for x in settle(draft(deadlines=deadlines)).limits]


def test_deadlines_of_one_day_and_one_period_count() -> None:
    day = date(2025, 12, 15)
    assert days(
        DUTY._replace(before=day, period="nam"),
        DUTY._replace(by=day, period="nam"),
        DUTY._replace(by=day, period="quy4"),
        DUTY._replace(before=day, by=day, period="6thang"),
        DUTY._replace(by=day),
        DUTY._replace(by=day, period="tuần"),
    ) == [
        ("nam", day, None, False),
        ("nam", None, day, True),
        ("quy4", None, day, False),
        ("6thang", day, None, True),
        (None, None, day, True),
        (None, None, day, True),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "định kỳ trước ngày 01/6 và 15/11 hằng năm",
            [("6thang", date(2026, 6, 1), None), ("nam", date(2026, 11, 15), None)],
        ),
        ("chậm nhất ngày 20 tháng 12 hàng năm", [("nam", None, date(2025, 12, 20))]),
        ("trước ngày 20 hằng tháng", [("thang11", date(2025, 11, 20), None)]),
        ("chậm nhất ngày 15 hàng tháng", [("thang12", None, date(2025, 12, 15))]),
        ("trước ngày 31 hằng tháng", [("thang12", date(2025, 12, 31), None)]),
        ("hằng năm theo quy định", [(None, None, None)]),
        ("căn cứ Kế hoạch ngày 01/6, hằng năm báo cáo", [(None, None, None)]),
        ("trước ngày 31/11 hằng năm", [(None, None, None)]),
        ("trước ngày 15/11/2025", [(None, None, None)]),
    ],
)
def test_what_comes_again_is_proposed_never_taken(
    text: str, found: list[tuple[str | None, date | None, date | None]]
) -> None:
    limits = settle(draft(deadlines=(DUTY._replace(text=text, recurring=text),))).limits
    assert [(x.period, x.before, x.by) for x in limits] == found
    assert all(x.why for x in limits)
    assert all(x.is_likely == bool(x.before or x.by) for x in limits)


def test_nothing_is_lost_on_the_way() -> None:
    left = Left("Giao  Sở\u00a0A", "đoạn 3", "không rõ")
    plan = settle(draft(left=(left,)))
    assert [(x.text, x.place, x.why) for x in plan.left] == [("Giao Sở A", "đoạn 3", "không rõ")]
    assert not plan.is_empty
    assert settle(draft()).is_empty


def test_names_are_those_described_and_those_used() -> None:
    task = TASK._replace(optional=("Quỹ",), coordinating=("Các sở, ngành liên quan", "Sở Tài chính"))
    deadline = DUTY._replace(reporters=("UBND các xã",))
    named = Named("Sở Tài chính", is_group=False, is_open=False, members=(), place="đoạn 1")
    assert names_of(draft(task, deadlines=(deadline,), names=(named,))) == [
        Wanted("Sở Tài chính", False, False, (), "đoạn 1"),
        Wanted("Quỹ", False, False, (), "đoạn 9"),
        Wanted("Các sở, ngành liên quan", True, True, (), "đoạn 9"),
        Wanted("UBND các xã", True, True, (), "đoạn 20"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Trung tâm Y tế", "Trung tâm y tế", True),
        ("Trung tâm Văn hoá", "Trung tâm Văn hóa", True),
        ("Uỷ ban nhân dân các xã", "UBND các xã", True),
        ("Văn phòng HĐND & UBND", "Văn phòng HĐND và UBND", True),
        ("Phòng Tài chính – Kế hoạch", "Phòng Tài chính - Kế hoạch", True),
        ("UBND xã Sơn Mùa", "UBND xã Sơn Mua", False),
        ("Phòng Tư pháp", "Phòng Tư Pháp huyện", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, is_same: bool) -> None:
    assert (spelling_key(one) == spelling_key(other)) is is_same


@pytest.mark.parametrize(
    ("short", "full", "does"),
    [
        ("Sở KH&CN", "Sở Khoa học và Công nghệ", True),
        ("Phòng VH,KH&TT", "Phòng Văn hóa, Khoa học và Thông tin", True),
        ("Sở NN&MT tỉnh", "Sở Nông nghiệp và Môi trường tỉnh", True),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ tỉnh", False),
        ("Sở KH&ĐT", "Sở Khoa học và Công nghệ", False),
        ("Phòng KH&CN", "Sở Khoa học và Công nghệ", False),
        ("Sở KH&CN", "Sở", False),
        ("Sở Khoa học", "Sở Khoa học", False),
    ],
)
def test_initials(short: str, full: str, does: bool) -> None:
    assert shortens(short, full) is does


HUYEN, TINH = "UBND huyện Sơn Tây", "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"


@pytest.mark.parametrize(
    ("name", "of_district", "of_province"),
    [
        ("Phòng Tư pháp", "phong-ban", "phong-ban"),
        ("Sở Y tế", "cap-tren", "phong-ban"),
        ("Bộ Công an", "cap-tren", "cap-tren"),
        ("Bộ Chỉ huy Quân sự tỉnh", "cap-tren", "phong-ban"),
        ("UBND tỉnh", "cap-tren", "phong-ban?"),
        ("UBND xã Sơn Mùa", "ubnd-xa", "ubnd-xa"),
        ("Uỷ ban nhân dân phường 1", "ubnd-xa", "ubnd-xa"),
        ("Công an xã", "cong-an", "cong-an"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam huyện", "mat-tran-doan-the", "mat-tran-doan-the"),
        ("Huyện đoàn Sơn Tây", "mat-tran-doan-the", "mat-tran-doan-the"),
        ("Liên đoàn Lao động huyện", "mat-tran-doan-the", "mat-tran-doan-the"),
        ("Hội đồng giáo dục", "phong-ban?", "phong-ban?"),
        ("Trung tâm Y tế", "don-vi-su-nghiep", "don-vi-su-nghiep"),
        ("Trường Cao đẳng Y tế", "don-vi-su-nghiep", "don-vi-su-nghiep"),
        ("Viện kiểm sát nhân dân", "phong-ban?", "phong-ban?"),
        ("Doanh nghiệp", "phong-ban?", "phong-ban?"),
    ],
)
def test_kinds_by_name(name: str, of_district: str, of_province: str) -> None:
    found = [f"{k.name}{'?' * k.is_guess}" for k in (kind_of(name, HUYEN), kind_of(name, TINH))]
    assert found == [of_district, of_province]


def test_without_an_issuer_only_ministries_stand_above() -> None:
    assert [kind_of(n, "").name for n in ("Sở Y tế", "UBND xã A", "Bộ Y tế")] == [
        "phong-ban",
        "ubnd-xa",
        "cap-tren",
    ]


REGISTER = Register(
    (
        Agency(id="so-khcn", name="Sở Khoa học và Công nghệ", kind="phong-ban"),
        Agency(id="ttyt", name="Trung tâm Y tế", aliases=("TTYT",), kind="don-vi-su-nghiep"),
        Agency(id="phong-tu-phap", name="Tư pháp", kind="phong-ban"),
    ),
    (Group(id="cac-so", name="Các sở, ngành", open=True),),
)


def want(name: str, place: str, *members: str, is_group: bool = False, is_open: bool = False) -> Wanted:
    return Wanted(name, is_group or bool(members), is_open, members, place)


def test_who_is_new_and_who_is_written_otherwise() -> None:
    found = additions(
        [
            want("Sở KH&CN", "1"),
            want("TTYT", "2"),
            want("Các sở ngành", "3", is_group=True, is_open=True),
            want("Phòng GD&ĐT", "4"),
            want("Phòng Giáo dục và Đào tạo", "5"),
            want("Phòng Tư pháp", "6"),
            want("Các xã", "7", "UBND xã A", "Trung tâm y tế", "UBND xã A"),
            want("UBND  xã A", "8"),
        ],
        REGISTER,
        HUYEN,
    )
    district = kind_of("Phòng", HUYEN)
    assert found == Additions(
        (
            Newcomer(
                "phong-giao-duc-va-dao-tao",
                "Phòng Giáo dục và Đào tạo",
                "5",
                (("Phòng GD&ĐT", "4"),),
                district,
            ),
            Newcomer("phong-tu-phap-2", "Phòng Tư pháp", "6", (), district),
            Newcomer("ubnd-xa-a", "UBND xã A", "7", (), kind_of("UBND xã A", HUYEN)),
        ),
        (Newcomer("cac-xa", "Các xã", "7", (), None, False, ("ubnd-xa-a", "ttyt")),),
        (
            Respelt("so-khcn", "Sở Khoa học và Công nghệ", "Sở KH&CN", "1"),
            Respelt("cac-so", "Các sở, ngành", "Các sở ngành", "3"),
            Respelt("ttyt", "Trung tâm Y tế", "Trung tâm y tế", "7"),
        ),
    )


def test_initials_that_fit_two_names_are_nobody() -> None:
    two = [want("Sở Tài nguyên và Môi trường", "1"), want("Sở Tư pháp và Mặt trận", "2"), want("Sở T&M", "3")]
    assert [a.name for a in additions(two, Register((), ()), "").agencies] == [w.name for w in two]
    four = [
        want("Sở Tài nguyên và Môi trường", "1"),
        want("Sở Truyền nghề và Mỹ thuật", "2"),
        want("Sở TN&MT", "3"),
    ]
    assert [a.name for a in additions(four, Register((), ()), "").agencies] == [w.name for w in four]


def test_one_name_that_begins_another_is_asked_about() -> None:
    wanted = [want("Huyện đoàn", "1"), want("Huyện đoàn Sơn Tây", "2"), want("Trung tâm Y tế huyện", "3")]
    wanted += [want("Các sở", "4", is_group=True), want("Các sở, ngành tỉnh", "5"), want("Phòng", "6")]
    found = additions(wanted, REGISTER, HUYEN)
    assert [(a.name, a.alike) for a in found.agencies] == [
        ("Huyện đoàn", ""),
        ("Huyện đoàn Sơn Tây", "Huyện đoàn"),
        ("Trung tâm Y tế huyện", "Trung tâm Y tế"),
        ("Các sở, ngành tỉnh", ""),
        ("Phòng", ""),
    ]


def test_ids_end_at_a_word_and_are_never_taken() -> None:
    long = "Các cơ quan " + "rất dài " * 20
    names = [want(long + end, end) for end in ("một", "hai")]
    names += [want("…", "3"), want("phong-x", "4"), want("Phòng X", "5")]
    ids = [e.id for e in additions(names, Register((), ()), "").agencies]
    assert ids == [
        "cac-co-quan-rat-dai-rat-dai-rat-dai-rat-dai-rat-dai-rat-dai",
        "cac-co-quan-rat-dai-rat-dai-rat-dai-rat-dai-rat-dai-rat-dai-2",
        "co-quan",
        "phong-x",
        "phong-x-2",
    ]


def test_what_no_file_may_hold_is_taken_out() -> None:
    assert clean("  Phòng\u00a0 Tư\u200b pháp\ufeff\u2028\x07 A \ue000") == "Phòng Tư pháp A"
    assert clean("ho\u0300a") == "h\u00f2a"
