"""Plain text files: hard-wrapped lines, the letterhead in two columns, tables with tabs."""

from __future__ import annotations

from kehoach_cli.intake.official.blocks import Cell, Paragraph, Table
from kehoach_cli.intake.official.opening import read_source

LETTER = """\
   ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   HUYỆN SƠN TÂY                       Độc lập - Tự do - Hạnh phúc
     -------                             --------------------
   Số: 61/KH-UBND
                                   Sơn Tây, ngày 04 tháng 4 năm 2025

                              KẾ HOẠCH
   Thực hiện Kế hoạch số 65/UBND ngày 31/3/2025 của tỉnh Quảng Ngãi, Phòng
Nội vụ, Sở Giáo dục và Đào tạo; các phòng. Tiếp tục thực hiện trong cả năm
nay.
   I. MỤC ĐÍCH
   - Cơ quan chủ trì: Phòng Nội vụ, Phòng Giáo dục và Đào tạo, Phòng Văn hóa,
     Khoa học và Thông tin.

                                   2

STT\tNội dung\tChủ trì
I. NHÓM MỘT
1\tLàm việc A\tSở Y tế

| STT | Việc |
| 1   | a    |

Nơi nhận:                            TM. ỦY BAN NHÂN DÂN
- Như trên;                              CHỦ TỊCH
- Lưu: VT.
                                       Nguyễn Văn A
PHỤ LỤC
"""


def blocks(text: str) -> tuple[Paragraph | Table, ...]:
    return read_source(text.encode(), "van-ban.txt").blocks


def test_letter() -> None:
    head, *middle, tabbed, piped, foot, last = blocks(LETTER)
    assert isinstance(head, Table)
    assert head.rows[0].cells == (
        Cell("ỦY BAN NHÂN DÂN\nHUYỆN SƠN TÂY\nSố: 61/KH-UBND", 0),
        Cell(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Tây, ngày 04 tháng 4 năm 2025",
            1,
        ),
    )
    assert middle == [
        Paragraph("KẾ HOẠCH", "dòng 7", centred=True),
        Paragraph(
            "Thực hiện Kế hoạch số 65/UBND ngày 31/3/2025 của tỉnh Quảng Ngãi, Phòng Nội vụ, Sở Giáo dục và Đào tạo; "
            "các phòng. Tiếp tục thực hiện trong cả năm nay.",
            "dòng 8",
        ),
        Paragraph("I. MỤC ĐÍCH", "dòng 11"),
        Paragraph(
            "- Cơ quan chủ trì: Phòng Nội vụ, Phòng Giáo dục và Đào tạo, Phòng Văn hóa, Khoa học và Thông tin.",
            "dòng 12",
        ),
    ]
    assert isinstance(tabbed, Table)
    assert [(row.place, row.cells) for row in tabbed.rows] == [
        ("bảng 1, dòng 17", (Cell("STT", 0), Cell("Nội dung", 1), Cell("Chủ trì", 2))),
        ("bảng 1, dòng 18", (Cell("I. NHÓM MỘT", 0, 3),)),
        ("bảng 1, dòng 19", (Cell("1", 0), Cell("Làm việc A", 1), Cell("Sở Y tế", 2))),
    ]
    assert isinstance(piped, Table)
    assert [cell.text for cell in piped.rows[1].cells] == ["1", "a"]
    assert isinstance(foot, Table)
    assert [cell.text for cell in foot.rows[0].cells] == [
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A",
    ]
    assert last == Paragraph("PHỤ LỤC", "dòng 28")


def test_lines_that_were_never_wrapped_stay_apart() -> None:
    text = "Kế hoạch này giao việc cho các cơ quan của huyện và các xã " * 4
    assert [b.text for b in blocks(f"{text}\nNội vụ\nTư pháp\n") if isinstance(b, Paragraph)] == [
        text.strip(),
        "Nội vụ",
        "Tư pháp",
    ]


def test_marks_of_markdown_are_read_whatever_the_name() -> None:
    assert blocks("## KẾ HOẠCH\n\n**Nơi nhận:**\n") == (
        Paragraph("KẾ HOẠCH", "dòng 1", level=2),
        Paragraph("Nơi nhận:", "dòng 3", bold=True),
    )


def test_page_ends_and_page_numbers_are_no_text() -> None:
    assert [
        b.text for b in blocks("Các phòng,\n\n  - 3 -\n\fban của huyện.\n") if isinstance(b, Paragraph)
    ] == ["Các phòng, ban của huyện."]
