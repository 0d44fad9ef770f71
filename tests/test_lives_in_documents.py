"""A merger in mid-year as documents, forms and letters of plan 61 tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

from amended_plan import amend
from program import Office

if TYPE_CHECKING:
    from pathlib import Path

ENDED = "(đã kết thúc hoạt động, chưa xác định cơ quan kế thừa)"
DONE = "tasks:\n  - ref: II.2\n    status: đang thực hiện\n    result: Đã truyền thông.\n"
FIGURE = "figures:\n  - indicator: tre-em-duoi-16\n    value: {}\n"
RECEIVER = (
    "Cơ quan nhận báo cáo ghi trong kế hoạch (Văn phòng HĐND & UBND huyện) đã kết thúc hoạt động từ ngày "
    "01/7/2025. Cần quyết định cơ quan nhận báo cáo, kèm văn bản làm căn cứ, rồi khai receiver của kỳ này ở "
    "amendments trong plan.yaml."
)


@pytest.fixture(name="office")
def _office(tmp_path: Path) -> Office:
    """With an issuer that is still there in November; who consolidates is a commune."""
    office = Office(tmp_path)
    office.edit("plan/office.yaml", "    until: 2025-06-30", "    until: 2026-06-30")
    office.edit(
        "plan/office.yaml", "consolidator: Văn phòng HĐND & UBND huyện", "consolidator: Trung tâm Y tế"
    )
    return office


def test_late_report_of_a_successor_stands_for_who_sent_nothing(office: Office) -> None:
    """It is no joint report, and its figures may hold those that two of its predecessors gave themselves."""
    for name, children in (("mau", 200), ("tinh", 180)):
        office.report(f"ubnd-xa-son-{name}", "2025-05-12", DONE + FIGURE.format(children))
    office.report("ubnd-xa-son-tay-ha", "2025-07-06", DONE + FIGURE.format(540))
    draft = office.run("report", "-p", "6thang", as_of="2025-07-10").out
    assert "UBND xã Sơn Lập (trong báo cáo của UBND xã Sơn Tây Hạ)" in draft
    assert "báo cáo chung" not in draft
    assert (
        "Số liệu tổng hợp từ báo cáo của 03/09 xã; chưa gồm UBND các xã: Sơn Mùa, Sơn Dung, Sơn Liên, Sơn Bua, "
        "Sơn Tân, Sơn Long. [Ghi chú: số liệu của UBND xã Sơn Tây Hạ có thể đã gồm UBND các xã: Sơn Màu, Sơn Tinh "
        "(đã có báo cáo riêng); kiểm tra để không cộng hai lần.]"
    ) in draft
    before = office.run("report", "-p", "6thang", as_of="2025-07-05").out
    assert "cộng hai lần" not in before


def test_a_successor_that_stands_for_all_is_not_doubted(office: Office) -> None:
    office.report("ubnd-xa-son-tay-ha", "2025-07-06", FIGURE.format(540))
    assert "cộng hai lần" not in office.run("report", "-p", "6thang", as_of="2025-07-10").out


def test_communes_of_before_and_after_are_not_counted_together(office: Office) -> None:
    office.report("ubnd-xa-son-mua", "2025-06-20", FIGURE.format(310), period="nam")
    office.report("ubnd-xa-son-tay", "2025-11-10", FIGURE.format(1120), period="nam")
    draft = office.run("report", "-p", "nam", as_of="2025-11-12").out
    assert (
        "Số liệu tổng hợp từ báo cáo của các xã trước và sau sắp xếp; chưa gồm UBND các xã: Sơn Liên, Sơn Bua, "
        "Sơn Tây Hạ."
    ) in draft
    assert "| Trẻ em (dưới 16 tuổi) | trẻ em | 1.430 (\\*) | 1.120 | 310 (\\*) | … |" in draft


@pytest.mark.parametrize("command", [["report"], ["report", "--working"]])
def test_who_ended_and_whom_nobody_follows_is_said_to(office: Office, command: list[str]) -> None:
    office.report("ubnd-xa-son-tay", "2025-11-10", DONE.replace("II.2", "II.4"), period="nam")
    text = office.run(*command, "-p", "nam", as_of="2025-11-12").out
    assert "Phòng Giáo dục và Đào tạo" in text
    assert ENDED in text
    assert ENDED not in office.run(*command, "-p", "6thang", as_of="2025-11-12").out


def test_draft_tells_who_took_over(office: Office) -> None:
    """The nine communes and their police, in one sentence; nothing of a period that ended before."""
    office.report("ubnd-xa-son-tay", "2025-11-10", DONE, period="nam")
    draft = office.run("report", "-p", "nam", as_of="2025-11-12").out
    assert (
        "Do sắp xếp tổ chức, UBND xã Sơn Tây kế thừa nhiệm vụ của UBND các xã: Sơn Dung, Sơn Tân, Sơn Long; "
        in draft
    )
    assert draft.count("kế thừa nhiệm vụ của") == 6
    office.run("report", "-p", "nam", "-o", "x.docx", as_of="2025-11-12")
    assert "Do sắp xếp tổ chức" not in office.run("report", "-p", "6thang", as_of="2025-11-12").out


def test_draft_asks_to_look_again_at_what_was_said_of_a_changed_task(office: Office) -> None:
    amend(office)
    office.report("phong-tu-phap", "2025-05-06", DONE.replace("II.2", "II.6"))
    draft = office.run("report", "-p", "6thang", as_of="2025-05-12").out
    note = "[Ghi chú: nhiệm vụ này đã thay đổi sau khi có báo cáo của Phòng Tư pháp; rà soát lại nội dung báo cáo.]"
    assert draft.count(note) == 1
    assert note not in office.run("report", "-p", "6thang", as_of="2025-05-07").out
    office.run("review", "-p", "6thang", "-a", "Phòng Tư pháp", as_of="2025-05-12")
    assert note not in office.run("report", "-p", "6thang", as_of="2025-05-12").out


def test_receiver_that_is_no_more_is_told(office: Office) -> None:
    assert f"{RECEIVER}\n" in office.run("status", "-p", "nam", as_of="2025-11-01").out
    assert RECEIVER not in office.run("status", "-p", "6thang", as_of="2025-11-01").out
    made = office.run("form", "-p", "nam", "-a", "UBND xã Sơn Tây", "-o", "a.xlsx", as_of="2025-11-01")
    assert f"{RECEIVER}\n" in made.out + made.err
    letter = office.run("remind", "-p", "6thang", "--before", "2025-11-24", as_of="2025-11-20")
    assert f"{RECEIVER}\n" in letter.out + letter.err
    early = office.run("form", "-p", "nam", "-a", "UBND xã Sơn Mùa", "-o", "b.xlsx", as_of="2025-06-30")
    assert RECEIVER not in early.out + early.err


def test_no_paper_sends_anybody_to_a_receiver_that_is_no_more(office: Office) -> None:
    assert "Văn phòng HĐND và UBND huyện" not in "\n".join(filled(office, "UBND xã Sơn Tây", "2025-11-01"))
    assert (
        office.run("remind", "-p", "nam", "--before", "2025-11-24", "-o", "cv", as_of="2025-11-20").code == 0
    )
    letter = docx.Document(str(office.file("cv/cong-van-giai-doan-2-nam.docx")))
    assert "(qua Văn phòng" not in "\n".join(p.text for p in letter.paragraphs)


def filled(office: Office, agency: str, as_of: str) -> list[str]:
    """The form of an agency for the year with one answer in a.xlsx; the guide that stands in it."""
    from openpyxl import load_workbook

    office.run("form", "-p", "nam", "-a", agency, "-o", "a.xlsx", as_of=as_of)
    book = load_workbook(office.file("a.xlsx"))
    sheet = book["Nhiệm vụ"]
    (row,) = (c.row for c in sheet["B"] if c.value == "II.1")
    sheet.cell(row, 6).value, sheet.cell(row, 7).value = "Đang thực hiện", "Đã triển khai."
    book.save(office.file("a.xlsx"))
    return [str(cell.value) for (cell,) in book["Hướng dẫn"].iter_rows(max_col=1) if cell.value]


def test_form_of_a_new_commune_says_whom_it_speaks_for(office: Office) -> None:
    """Its guide is none of the answers that come back."""
    assert (
        "7. Báo cáo, số liệu gồm cả phần của các đơn vị trước sắp xếp: UBND xã Sơn Tây kế thừa nhiệm vụ của "
        "UBND các xã: Sơn Dung, Sơn Tân, Sơn Long."
    ) in filled(office, "UBND xã Sơn Tây", "2025-11-01")
    outcome = office.run("submit", "a.xlsx", "--received", "2025-11-13", as_of="2025-11-13")
    assert (outcome.code, "L470" in outcome.err) == (0, False)


def test_form_of_an_old_commune_comes_too_late(office: Office) -> None:
    """L426: after the merger its successor sends; what came before is taken whenever it is typed in."""
    assert not any(line.startswith("7.") for line in filled(office, "UBND xã Sơn Mùa", "2025-06-20"))
    late = office.run("submit", "a.xlsx", "--received", "2025-11-14", as_of="2025-11-14")
    assert late.code == 1
    assert late.err.startswith(
        "a.xlsx: lỗi L426: UBND xã Sơn Mùa đã kết thúc hoạt động từ ngày 01/7/2025 (Nghị quyết số "
        "1677/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội); báo cáo kỳ nam do cơ quan kế thừa gửi: "
        "“UBND xã Sơn Tây Thượng” (báo cáo đến ngày 14/11/2025)\n"
        "   gợi ý: kiểm tra ngày đến (--received); sau ngày sắp xếp thì cơ quan kế thừa điền và gửi biểu mẫu của "
        "mình.\n"
    )
    taken = office.run("submit", "a.xlsx", "--received", "2025-06-25", as_of="2025-11-14")
    assert (taken.code, "L421" in taken.err) == (0, False)
    assert "UBND xã Sơn Mùa, đến ngày 25/6/2025" in taken.out
