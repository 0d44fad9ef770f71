"""The draft as a whole: report deadlines, what is left, order and places."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.blocks import Paragraph, Source
from kehoach_cli.intake.official.understanding import understand

if TYPE_CHECKING:
    from kehoach_cli.intake.official.draft import Draft

HEAD = ("Số: 5/KH-UBND", "Phú An, ngày 15 tháng 01 năm 2025", "KẾ HOẠCH", "Công tác trẻ em năm 2025")


def read(*words: str) -> Draft:
    blocks = tuple(Paragraph(text, f"đoạn {n}") for n, text in enumerate((*HEAD, *words), 1))
    return understand(Source("x.docx", blocks, "\n".join(words)), None)


def test_an_empty_document_gives_an_empty_draft() -> None:
    draft = understand(Source("x", (), ""), None)
    assert (draft.tasks, draft.organisation, draft.deadlines, draft.names, draft.left) == ((), (), (), (), ())


def test_who_reports_by_when_to_whom() -> None:
    (deadline,) = read(
        "IV. TỔ CHỨC", "1. UBND các xã báo cáo kết quả về Phòng Nội vụ trước ngày 30/11/2025."
    ).deadlines
    assert (deadline.before, deadline.by) == (date(2025, 11, 30), None)
    assert (deadline.reporters, deadline.receiver) == (("UBND các xã",), "Phòng Nội vụ")


def test_the_agency_above_reports_where_the_sentence_names_nobody() -> None:
    draft = read("IV. TỔ CHỨC", "1. Công an huyện", "- Báo cáo UBND huyện chậm nhất ngày 10/10/2025.")
    assert [(d.by, d.reporters) for d in draft.deadlines] == [(date(2025, 10, 10), ("Công an huyện",))]


def test_trouble_is_no_deadline_and_no_duty() -> None:
    draft = read(
        "IV. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Nội vụ theo dõi.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị báo cáo UBND huyện xem xét./.",
    )
    assert ([o.ref for o in draft.organisation], draft.deadlines, draft.left) == (["IV.1"], (), ())


def test_a_chapter_of_reports_gives_deadlines_not_duties() -> None:
    draft = read(
        "V. CHẾ ĐỘ BÁO CÁO", "Các xã báo cáo UBND huyện trước ngày 15/5/2025 và trước ngày 15/11/2025."
    )
    assert draft.organisation == ()
    assert [d.before for d in draft.deadlines] == [date(2025, 5, 15), date(2025, 11, 15)]


def test_aims_assign_nothing() -> None:
    draft = read("I. MỤC ĐÍCH, YÊU CẦU", "1. Các sở, ngành chủ trì, phối hợp chặt chẽ với UBND các xã.")
    assert (draft.tasks, draft.organisation, draft.left) == ((), (), ())


def test_what_only_looks_like_an_assignment_is_listed() -> None:
    draft = read("II. NỘI DUNG", "1. Đơn vị nào thuận lợi hơn thì chủ trì.", "2. Thời gian: quý I.")
    assert [(left.text, left.place) for left in draft.left] == [
        ("Đơn vị nào thuận lợi hơn thì chủ trì.", "đoạn 6"),
        ("Thời gian: quý I.", "đoạn 7"),
    ]


def test_the_foot_is_no_part_of_the_work_and_the_appendix_is() -> None:
    draft = read(
        "II. NỘI DUNG",
        "1. Tuyên truyền",
        "- Cơ quan chủ trì: Phòng Nội vụ.",
        "Nơi nhận:",
        "- Phòng Tư pháp chủ trì;",
        "PHỤ LỤC",
        "1. Kiểm tra",
        "- Cơ quan chủ trì: Phòng Tư pháp.",
    )
    assert [(t.ref, t.lead) for t in draft.tasks] == [
        ("II.1", ("Phòng Nội vụ",)),
        ("PL.1", ("Phòng Tư pháp",)),
    ]
    assert draft.heading.recipients == ("Phòng Tư pháp chủ trì",)


def test_every_name_once_with_where_it_stands_first() -> None:
    draft = read(
        "II. NỘI DUNG",
        "1. Tuyên truyền",
        "- Cơ quan chủ trì: Phòng Nội vụ.",
        "- Cơ quan phối hợp: UBND các xã; các đơn vị liên quan.",
        "2. Kiểm tra",
        "- Cơ quan chủ trì: Phòng Nội vụ.",
    )
    assert [(n.name, n.is_group, n.is_open, n.place) for n in draft.names] == [
        ("Phòng Nội vụ", False, False, "đoạn 6"),
        ("UBND các xã", True, False, "đoạn 6"),
        ("các đơn vị liên quan", True, True, "đoạn 6"),
    ]


def test_sentences_are_the_work_only_where_nothing_else_tells_it() -> None:
    shared_out = (
        "II. PHÂN CÔNG NHIỆM VỤ",
        "1. Phòng Nội vụ",
        "- Chủ trì kiểm tra.",
        "III. TỔ CHỨC THỰC HIỆN",
    )
    duty = "1. UBND các xã tuyên truyền."
    draft = read(*shared_out, duty)
    assert [(t.ref, t.lead) for t in draft.tasks] == [("II.1.1", ("Phòng Nội vụ",))]
    assert [o.ref for o in draft.organisation] == ["III.1"]
    draft = read(*shared_out, duty, "IV. NHIỆM VỤ", "1. Tập huấn", "- Cơ quan chủ trì: Phòng Tư pháp.")
    assert [t.ref for t in draft.tasks] == ["IV.1"]
    assert [o.ref for o in draft.organisation] == ["II.1.1", "III.1"]


def test_a_heading_that_only_carries_labels_is_no_task() -> None:
    draft = read(
        "II. NHIỆM VỤ",
        "1. Tập huấn",
        "a) Nội dung: Tập huấn kỹ năng. Thời gian: Quý I.",
        "b) Tổ chức thực hiện:",
        "- Cơ quan chủ trì: Phòng Nội vụ.",
        "3. Tổ chức thực hiện:",
        "- Phòng Tư pháp theo dõi.",
    )
    assert [(t.ref, t.text, t.lead, t.timing) for t in draft.tasks] == [
        ("II.1", "Tập huấn Tập huấn kỹ năng.", ("Phòng Nội vụ",), "Quý I")
    ]
    assert [(o.ref, o.lead) for o in draft.organisation] == [("II.3.1", ("Phòng Tư pháp",))]
