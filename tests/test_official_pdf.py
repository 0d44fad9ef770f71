"""PDFs with a text layer: lines to paragraphs, ruled tables to tables, page after page."""

from __future__ import annotations

import logging

import pytest

from kehoach_cli.intake.official.blocks import Cell, Paragraph, Table
from kehoach_cli.intake.official.opening import read_source
from kehoach_cli.intake.official.pdf_widths import width_of
from official_files import PdfPage, pdf

LEFT = 85.0
FULL = (
    "Thực hiện Kế hoạch số 65/UBND ngày 31/3/2025 của tỉnh Quảng Ngãi về ban",
    "hành Kế hoạch triển khai chương trình hành động vì trẻ em; Phòng Nội vụ, Sở",
    "Giáo dục và Đào tạo và các tổ chức chính trị xã hội phối hợp với chính quyền",
)


def blocks(*pages: PdfPage) -> tuple[Paragraph | Table, ...]:
    return read_source(pdf(*pages), "van-ban.pdf").blocks


def texts(*pages: PdfPage) -> list[str]:
    return [block.text for block in blocks(*pages) if isinstance(block, Paragraph)]


def cells(table: Paragraph | Table) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_lines_are_paragraphs_again() -> None:
    page = PdfPage().lines(
        LEFT, 700, *FULL, "địa phương.", "I. MỤC ĐÍCH", "1. Việc một", "- Cơ quan chủ trì: Sở Y tế."
    )
    assert blocks(page) == (
        Paragraph(" ".join((*FULL, "địa phương.")), "trang 1, dòng 1"),
        Paragraph("I. MỤC ĐÍCH", "trang 1, dòng 5"),
        Paragraph("1. Việc một", "trang 1, dòng 6"),
        Paragraph("- Cơ quan chủ trì: Sở Y tế.", "trang 1, dòng 7"),
    )


def test_sentence_goes_on_over_the_page_and_its_number() -> None:
    one = PdfPage().lines(LEFT, 700, *FULL)
    two = PdfPage().text(290, 800, "2").lines(LEFT, 760, "địa phương.", "II. NHIỆM VỤ")
    assert blocks(one, two) == (
        Paragraph(" ".join((*FULL, "địa phương.")), "trang 1, dòng 1"),
        Paragraph("II. NHIỆM VỤ", "trang 2, dòng 2"),
    )


def test_running_heads_are_dropped() -> None:
    pages = [
        PdfPage()
        .text(LEFT, 800, f"Kế hoạch 61 - Trang {n}")
        .text(LEFT, 700, f"Đoạn thứ {word}.")
        .text(290, 30, f"- {n} -")
        for n, word in enumerate(("nhất", "hai", "ba", "tư"), 1)
    ]
    assert texts(*pages) == ["Đoạn thứ nhất.", "Đoạn thứ hai.", "Đoạn thứ ba.", "Đoạn thứ tư."]


def test_distance_and_indent_begin_paragraphs() -> None:
    page = PdfPage().lines(LEFT, 700, *FULL[:2]).lines(LEFT, 640, "Ủy ban nhân dân huyện ban hành.")
    page.lines(LEFT + 36, 621, "Các cơ quan thực hiện Kế hoạch.")
    assert texts(page)[1:] == ["Ủy ban nhân dân huyện ban hành.", "Các cơ quan thực hiện Kế hoạch."]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "hành Kế hoạch triển khai chương trình hành động; Thông báo của huyện số",
            "30-TB/TGV ngày 13/6/2025.",
        ),
        (
            "hành Kế hoạch triển khai chương trình hành động vì trẻ em của các tổ chức chính trị xã",
            "- hội huyện.",
        ),
        (
            "hành Kế hoạch triển khai chương trình hành động vì trẻ em theo quy định của luật tại",
            "Điều 3 Luật Trẻ em.",
        ),
        (
            "hành Kế hoạch triển khai chương trình hành động vì trẻ em từ tháng này đến hết quý",
            "IV/2025 thực hiện xong.",
        ),
        (
            "hành Kế hoạch triển khai chương trình hành động vì trẻ em theo tiến độ của cơ quan",
            "chủ trì soạn thảo.",
        ),
    ],
)
def test_what_looks_like_a_mark_may_go_on(above: str, below: str) -> None:
    assert texts(PdfPage().lines(LEFT, 700, FULL[0], above, below)) == [" ".join((FULL[0], above, below))]


def test_letterhead_is_cut_in_two() -> None:
    page = PdfPage(13)
    page.text(100, 780, "ỦY BAN NHÂN DÂN").text(260, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", font="F2")
    page.text(110, 763, "HUYỆN SƠN TÂY").text(330, 763, "VIỆT NAM", font="F2")
    page.rule(130, 758, 170, 758).text(310, 747, "Độc lập - Tự do - Hạnh phúc", font="F2")
    page.text(100, 725, "Số:         /KH-UBND").text(130, 725, "61").text(
        290, 725, "Sơn Tây, ngày      tháng 4 năm"
    )
    page.text(382, 725, "04").text(340, 708, "2025")
    page.text(260, 670, "KẾ HOẠCH", font="F2").lines(LEFT, 640, *FULL)
    head, title, *_ = blocks(page)
    assert cells(head) == [
        [
            "ỦY BAN NHÂN DÂN\nHUYỆN SƠN TÂY\nSố: 61 /KH-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Tây, ngày 04 tháng 4 năm 2025",
        ]
    ]
    assert title == Paragraph("KẾ HOẠCH", "trang 1, dòng 6", bold=True, centred=True)


def test_foot_is_cut_in_two() -> None:
    page = (
        PdfPage().lines(LEFT, 700, *FULL).text(LEFT, 600, "Nơi nhận:").text(350, 600, "TM. ỦY BAN NHÂN DÂN")
    )
    page.text(LEFT, 585, "- Sở Y tế;").text(390, 585, "CHỦ TỊCH").text(LEFT, 570, "- Lưu: VT.")
    assert cells(blocks(page)[-1]) == [["Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]]


XS, YS = [80.0, 120, 300, 400, 520], [700.0, 660, 620, 580]


@pytest.mark.parametrize("boxes", [False, True])
def test_ruled_table(boxes: bool) -> None:
    page = PdfPage(12).text(LEFT, 750, "PHỤ LỤC").grid(XS, YS, boxes=boxes)
    for x, words in zip(XS, ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian"), strict=False):
        page.text(x + 5, 680, words, font="F2")
    page.text(85, 645, "1").lines(125, 648, "Rà soát, kịp thời cụ thể hoá", "cơ chế.", leading=14)
    page.lines(305, 648, "Sở Y tế;", "Sở Nội vụ", leading=14).text(405, 645, "Quý IV/2025")
    page.text(85, 605, "2").text(125, 605, "Việc hai")
    page.text(LEFT, 550, "Sau bảng.")
    first, table, last = blocks(page)
    assert isinstance(first, Paragraph)
    assert isinstance(table, Table)
    assert isinstance(last, Paragraph)
    assert (first.text, last.text, table.columns, table.place) == (
        "PHỤ LỤC",
        "Sau bảng.",
        4,
        "bảng 1 (trang 1)",
    )
    assert table.rows[0].cells[0] == Cell("STT", 0, bold=True)
    assert cells(table)[1:] == [
        ["1", "Rà soát, kịp thời cụ thể hoá cơ chế.", "Sở Y tế;\nSở Nội vụ", "Quý IV/2025"],
        ["2", "Việc hai", "", ""],
    ]


def test_missing_lines_merge_cells() -> None:
    page = PdfPage(12)
    for y in YS:
        page.rule(XS[0] if y != YS[2] else XS[1], y, XS[-1], y)
    for x in XS:
        inner = x in (XS[0], XS[-1])
        page.rule(x, YS[-1], x, YS[0] if inner else YS[1])
    page.text(85, 680, "I. NHÓM MỘT").text(85, 640, "1").text(125, 640, "a").text(125, 600, "b")
    (table,) = blocks(page)
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [
        (Cell("I. NHÓM MỘT", 0, 4),),
        (Cell("1", 0, rows=2), Cell("a", 1), Cell("", 2), Cell("", 3)),
        (Cell("b", 1), Cell("", 2), Cell("", 3)),
    ]


def test_table_goes_on_over_pages() -> None:
    def part(number: int, *rows: tuple[str, str, str]) -> PdfPage:
        page = PdfPage(12).text(290, 800, str(number))
        page.grid([80, 120, 400, 520], [700 - 40.0 * n for n in range(len(rows) + 2)])
        for n, row in enumerate((("STT", "Nhiệm vụ", "Chủ trì"), *rows)):
            for x, words in zip((85, 125, 405), row, strict=True):
                page.text(x, 680 - 40 * n, words)
        return page

    pages = [
        part(1, ("1", "Việc một", "Sở Y tế"), ("2", "Việc hai của các tổ chức,", "Sở Nội vụ")),
        part(2, ("", "cá nhân.", ""), ("3", "Việc ba", "Sở Tài chính")),
    ]
    (table,) = blocks(*pages)
    assert isinstance(table, Table)
    assert cells(table) == [
        ["STT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Việc một", "Sở Y tế"],
        ["2", "Việc hai của các tổ chức, cá nhân.", "Sở Nội vụ"],
        ["3", "Việc ba", "Sở Tài chính"],
    ]
    assert [row.place for row in table.rows[2:]] == ["bảng 1, hàng 3 (trang 1)", "bảng 1, hàng 4 (trang 2)"]


def test_box_and_underline_are_no_table() -> None:
    page = PdfPage().grid([80, 520], [720, 660]).lines(LEFT, 700, "KHUNG CHỮ").rule(LEFT, 690, 200, 690)
    assert texts(page) == ["KHUNG CHỮ"]


def test_page_on_its_side_is_turned() -> None:
    page = PdfPage()
    page.turn = "/Rotate 90"
    page.text(100, -100, "Dòng trên").text(100, -130, "và dòng dưới.")
    assert texts(page) == ["Dòng trên và dòng dưới."]


def test_marks_of_notes_are_dropped() -> None:
    page = (
        PdfPage()
        .text(LEFT, 700, "Luật Trẻ em")
        .text(LEFT + 80, 705, "1", size=8)
        .text(LEFT + 90, 700, " năm 2016.")
    )
    assert texts(page) == ["Luật Trẻ em năm 2016."]


def test_page_that_is_a_picture_is_told() -> None:
    source = read_source(pdf(PdfPage().text(LEFT, 700, "Kế hoạch."), PdfPage().raw("/Im1 Do")), "a.pdf")
    assert source.unread == ("trang 2 là hình, không có chữ để đọc",)


def test_remarks_of_the_reader_are_silent(capfd: pytest.CaptureFixture[str]) -> None:
    read_source(pdf(PdfPage().text(LEFT, 700, "Kế hoạch.")).replace(b"startxref\n", b"startxref\n9"), "a.pdf")
    assert capfd.readouterr() == ("", "")
    assert not logging.getLogger("pypdf").isEnabledFor(logging.ERROR)


def test_widths() -> None:
    assert width_of("ế", 10) == width_of("e", 10) == pytest.approx(4.44)
    assert width_of("Sở", 10, bold=True) == pytest.approx(5.56 + 5)
