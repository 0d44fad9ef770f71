"""The head and the foot of official documents."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.intake.official.blocks import Cell, Paragraph, Row, Table
from kehoach_cli.intake.official.foot import foot_of
from kehoach_cli.intake.official.heading import body_start, heading_of
from kehoach_cli.intake.official.lines import Line, lines_of

if TYPE_CHECKING:
    from kehoach_cli.intake.official.draft import Heading


def lines(*words: str) -> list[Line]:
    found = lines_of([Paragraph(text, f"dòng {n}") for n, text in enumerate(words, 1)])
    return [line for line in found if isinstance(line, Line)]


def head(*words: str) -> Heading:
    return heading_of(lines(*words))


NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def test_a_letterhead_in_lines() -> None:
    found = head(
        "ỦY BAN NHÂN DÂN",
        "TỈNH LONG GIANG",
        "-------",
        *NATION,
        "Số: 210/KH-UBND",
        "Long Giang, ngày 20 tháng 12 năm 2025",
        "KẾ HOẠCH",
        "THỰC HIỆN NGHỊ QUYẾT SỐ 12",
        "VỀ TĂNG TRƯỞNG XANH",
        "Căn cứ Luật Bảo vệ môi trường ngày 17/11/2020;",
        "Thực hiện Nghị quyết số 12-NQ/TU ngày 01/10/2025; Kế hoạch số 3/KH-BNNMT; UBND tỉnh ban hành Kế hoạch:",
        "I. MỤC TIÊU",
        "Căn cứ tình hình thực tế, phấn đấu tăng trưởng.",
    )
    assert found.number == "210/KH-UBND"
    assert (found.issued, found.place) == (date(2025, 12, 20), "Long Giang")
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH LONG GIANG"
    assert found.title == "THỰC HIỆN NGHỊ QUYẾT SỐ 12 VỀ TĂNG TRƯỞNG XANH"
    assert found.basis == (
        "Luật Bảo vệ môi trường ngày 17/11/2020",
        "Nghị quyết số 12-NQ/TU ngày 01/10/2025",
        "Kế hoạch số 3/KH-BNNMT",
    )


def test_a_letterhead_in_a_table() -> None:
    cells = ("UBND XÃ PHÚ AN\nSố: 07/KH-UBND", "\n".join((*NATION, "Phú An, ngày 5 tháng 01 năm 2026")))
    row = Row(tuple(Cell(text, n) for n, text in enumerate(cells)), "bảng 1, hàng 1")
    blocks: list[Paragraph | Table] = [
        Table((row,), 2, "bảng 1"),
        Paragraph("KẾ HOẠCH", "đoạn 1"),
        Paragraph("Chuyển đổi số", "đoạn 2"),
    ]
    found = heading_of([line for line in lines_of(blocks) if isinstance(line, Line)])
    assert (found.number, found.issued, found.issuer, found.place, found.title) == (
        "07/KH-UBND",
        date(2026, 1, 5),
        "UBND XÃ PHÚ AN",
        "Phú An",
        "Chuyển đổi số",
    )


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 61 /KH-UBND", "61/KH-UBND"),
        ("Số 12-KH/ĐU", "12-KH/ĐU"),
        ("Số: 55/2007/QĐ-UBND", "55/2007/QĐ-UBND"),
        ("Số: 05/CTr-UBND", "05/CTr-UBND"),
        ("Số:      /KH-UBND", None),
        ("Số: …/KH-UBND", None),
    ],
)
def test_numbers(printed: str, number: str | None) -> None:
    assert head(printed, "KẾ HOẠCH", "Năm 2025").number == number


@pytest.mark.parametrize(
    "printed", ["Phú An, ngày    tháng 3 năm 2026", "Phú An, ngày 31 tháng 02 năm 2026", "Phú An, tháng 3"]
)
def test_days_that_are_blank_or_do_not_exist(printed: str) -> None:
    assert head(printed, "KẾ HOẠCH", "Năm 2026").issued is None


def test_a_title_in_the_paragraph_of_its_kind() -> None:
    assert head("Số: 1/KH-UBND", "KẾ HOẠCH tuyên truyền năm 2025").title == "tuyên truyền năm 2025"
    assert head("CHƯƠNG TRÌNH HÀNH ĐỘNG", "Thực hiện Nghị quyết").title == "Thực hiện Nghị quyết"


def test_a_letter_has_its_subject_for_a_title() -> None:
    words = ("Số: 77/UBND-VX", "V/v phòng, chống đuối nước", "Kính gửi: Các phòng, ban", "1. Tuyên truyền.")
    assert head(*words).title == "phòng, chống đuối nước"
    assert body_start(lines(*words)) == 2


def test_a_plan_wrapped_in_a_decision_is_cited_by_the_decision() -> None:
    found = head(
        "Số: 1024/QĐ-UBND",
        "Tân Lộc, ngày 05 tháng 5 năm 2025",
        "QUYẾT ĐỊNH",
        "VỀ VIỆC BAN HÀNH KẾ HOẠCH PHÒNG, CHỐNG THIÊN TAI",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN TÂN LỘC",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.",
        "KẾ HOẠCH",
        "PHÒNG, CHỐNG THIÊN TAI",
    )
    assert (found.number, found.title) == ("1024/QĐ-UBND", "VỀ VIỆC BAN HÀNH KẾ HOẠCH PHÒNG, CHỐNG THIÊN TAI")


def test_a_plan_without_its_decision_is_cited_by_it_too() -> None:
    found = head(
        "KẾ HOẠCH", "Năm 2025", "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 03/4/2025 của UBND huyện)"
    )
    assert (found.number, found.issued) == ("12/QĐ-UBND", date(2025, 4, 3))


def test_recipients_and_signature() -> None:
    foot = foot_of(
        lines(
            "Yêu cầu các đơn vị thực hiện./.",
            "Nơi nhận:",
            "- Sở Y tế;",
            "- Như trên;",
            "- Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Đinh Trường Giang",
            "PHỤ LỤC",
            "- Không phải nơi nhận",
        )
    )
    assert foot.recipients == ("Sở Y tế", "Như trên", "Lưu: VT.")
    assert foot.signature == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert (foot.signer, foot.at) == ("Đinh Trường Giang", 1)


def test_a_foot_on_two_lines() -> None:
    foot = foot_of(
        lines(
            "Nơi nhận: - Bộ Y tế; - CT, các PCT; - Lưu: VT.",
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Huỳnh Minh Tuấn",
        )
    )
    assert foot.recipients == ("Bộ Y tế", "CT, các PCT", "Lưu: VT.")
    assert foot.signature == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert foot.signer == "Huỳnh Minh Tuấn"


def test_a_document_without_head_and_foot() -> None:
    found = head("Một đoạn văn.", "Một đoạn nữa.")
    assert found == heading_of([])
    assert (found.number, found.title, found.recipients) == (None, None, ())
