"""Sentences that a line end or a page cut in two; labels and list items that stay apart."""

from __future__ import annotations

import pytest

from kehoach_cli.checks.source_text import SourceText
from kehoach_cli.intake.official.blocks import Cell, Paragraph, Row, Table
from kehoach_cli.intake.official.joining import joined, lines_apart, runs_on
from kehoach_cli.intake.official.source_text import source_text

TABLE = Table(
    (Row((Cell("STT", 0), Cell("Việc | làm", 1)), "r"), Row((Cell("1\n2", 0, 2),), "r")), 2, "bảng 1"
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tăng cường các biện pháp phòng,", "chống dịch bệnh cho trẻ em"),
        ("- Cơ quan phối hợp: các phòng", "ban của huyện"),
        ("Các Phòng: Giáo dục,", "Tư pháp và các xã"),
    ],
)
def test_sentence_goes_on(before: str, after: str) -> None:
    found = list(joined([Paragraph(before, "đoạn 1", bold=True), Paragraph(after, "đoạn 2")]))
    assert found == [Paragraph(f"{before} {after}", "đoạn 1")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Paragraph("Việc một.", ""), Paragraph("việc hai", "")),
        (Paragraph("Các phòng,", ""), Paragraph("a) Sở Y tế", "")),
        (Paragraph("Các phòng,", ""), Paragraph("- xã", "")),
        (Paragraph("Các phòng", ""), Paragraph("xã", "", "1.")),
        (Paragraph("Các phòng,", ""), Paragraph("Thời gian thực hiện: quý I", "")),
        (Paragraph("II. NHIỆM VỤ", ""), Paragraph("các việc", "")),
        (Paragraph("Nhiệm vụ", "", level=2), Paragraph("các việc", "")),
        (Paragraph("Nhiệm vụ", "", centred=True), Paragraph("các việc", "")),
        (Paragraph("Các phòng", ""), Paragraph("Sở Y tế", "")),
        (Paragraph("Các phòng,", ""), Paragraph("TM. ỦY BAN", "")),
    ],
)
def test_what_stays_apart(before: Paragraph, after: Paragraph) -> None:
    assert list(joined([before, after])) == [before, after]


def test_table_parts_sentences() -> None:
    parts: list[Paragraph | Table] = [Paragraph("Các phòng,", ""), TABLE, Paragraph("ban", "")]
    assert list(joined(parts)) == parts


@pytest.mark.parametrize(
    ("before", "line", "full", "same"),
    [
        ("Sở Nội vụ, Sở", "Giáo dục", True, True),
        ("Sở Nội vụ", "Giáo dục", False, False),
        ("các phòng", "ban", False, True),
        ("Việc xong.", "Việc", True, False),
        ("chính trị", "- xã hội", True, True),
        ("chính trị", "- xã hội", False, False),
        ("Phòng Tài chính", "– Kế hoạch chủ trì", True, True),
        ("Thông báo số", "30-TB/TGV ngày", True, True),
        ("Thực hiện quý", "IV/2025", True, True),
        ("quy định tại", "Điều 3 Luật", True, True),
        ("Việc chung", "Điều 3. Việc riêng", True, False),
        ("Việc chung", "- Cơ quan chủ trì: Sở Y tế", True, False),
        ("KẾ HOẠCH", "Triển khai", True, False),
        ("THỰC HIỆN", "CÔNG TÁC", True, True),
        ("", "ban", True, False),
    ],
)
def test_lines(before: str, line: str, full: bool, same: bool) -> None:
    assert runs_on(before, line, is_full=full) is same


def test_lines_of_a_paragraph() -> None:
    long = "Thực hiện Kế hoạch của tỉnh về chương trình hành động của Sở Nội vụ, Sở"
    assert list(lines_apart(f"{long}\n Giáo dục.\n\nViệc hai\nViệc ba")) == [
        f"{long} Giáo dục.",
        "Việc hai",
        "Việc ba",
    ]


def test_text_of_a_document() -> None:
    text = source_text([Paragraph("Việc", "", "1."), TABLE], ["Ghi chú"])
    assert text == "1. Việc\n\n| STT | Việc \\| làm |\n|---|---|\n| 1 2 |  |\n\n[1] Ghi chú\n"


def test_wording_is_found_in_the_text() -> None:
    duty = "Rà soát, kịp thời cụ thể hoá các cơ chế."
    rows = tuple(Row((Cell(str(n), 0), Cell(duty, 1), Cell("Sở Y tế;\nSở Nội vụ", 2)), "") for n in range(3))
    source = SourceText(source_text([Paragraph("Kế hoạch", ""), Table(rows, 3, "")]))
    assert source.find(duty) > 0
    assert source.find("Sở Y tế; Sở Nội vụ") > 0
    assert source.rest(source.find(duty), duty) == ""
