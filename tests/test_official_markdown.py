"""Markdown as people and converters write it: what it prints, line by line of the file."""

from __future__ import annotations

import pytest

from kehoach_cli.intake.official.blocks import Cell, Paragraph, Table
from kehoach_cli.intake.official.markdown_inline import plain
from kehoach_cli.intake.official.opening import read_source


def blocks(*lines: str) -> tuple[Paragraph | Table, ...]:
    return read_source("\n".join(lines).encode(), "van-ban.md").blocks


def texts(*lines: str) -> list[str]:
    return [block.text for block in blocks(*lines) if isinstance(block, Paragraph)]


def cells(*lines: str) -> list[list[str]]:
    (table,) = [block for block in blocks(*lines) if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_headings_lists_and_looks() -> None:
    found = blocks(
        "## KẾ HOẠCH ##",
        "#### **IV. TỔ CHỨC** {#to-chuc .x}",
        "",
        "**III. KINH PHÍ:** Nguồn ngân sách.",
        "- Cơ quan chủ trì: *Sở Y tế*.",
        "+ Cấp dưới",
        "* Dấu sao",
        "1\\. Việc một",
        "*Nơi nhận:*",
        "***",
        "> Trích dẫn",
        "<!-- ẩn",
        "ẩn -->Hiện",
        "<center>Giữa</center>",
    )
    assert found == (
        Paragraph("KẾ HOẠCH", "dòng 1", level=2),
        Paragraph("IV. TỔ CHỨC", "dòng 2", bold=True, level=4),
        Paragraph("III. KINH PHÍ: Nguồn ngân sách.", "dòng 4"),
        Paragraph("- Cơ quan chủ trì: Sở Y tế.", "dòng 5"),
        Paragraph("+ Cấp dưới", "dòng 6"),
        Paragraph("- Dấu sao", "dòng 7"),
        Paragraph("1. Việc một", "dòng 8"),
        Paragraph("Nơi nhận:", "dòng 9", italic=True),
        Paragraph("Trích dẫn", "dòng 11"),
        Paragraph("Hiện", "dòng 13", centred=True),
        Paragraph("Giữa", "dòng 14", centred=True),
    )


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("Quy*ế*t *đị*nh", "Quyết định"),
        ("*Đơn vị chủ trì: *Các sở", "Đơn vị chủ trì: Các sở"),
        ("**1. **100% xã", "1. 100% xã"),
        ("chỉ tiêu (*)", "chỉ tiêu (*)"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("ten_tep_dai và _nghiêng_ và __đậm__", "ten_tep_dai và nghiêng và đậm"),
        ("\\*\\*giữ\\*\\* a\\_b", "**giữ** a_b"),
        ("[Cổng](https://a.vn) ![ảnh](b.png) <https://c.vn>", "Cổng ảnh https://c.vn"),
        ("[gạch]{.underline} chú thích[^1]", "gạch chú thích"),
        ("HĐND &amp; UBND &lt;xã&gt; <b>a</b><i>b</i>", "HĐND & UBND <xã> ab"),
        ("Số: ____/KH", "Số: ____/KH"),
    ],
)
def test_marks_go_and_letters_stay(marked: str, text: str) -> None:
    assert plain(marked).text == text


def test_wrapped_lines_are_one_paragraph() -> None:
    lines = [
        "Thực hiện Kế hoạch số 65/UBND của tỉnh về chương trình hành động, Sở Nội vụ, Sở",
        "Giáo dục và Đào tạo và tổ chức chính trị xã hội triển khai. Các cơ quan của xã",
        "và tổ chức chính trị xã hội phối hợp thực hiện các nội dung theo phân công của",
        "Ủy ban nhân dân huyện. Trung tâm Y tế theo dõi, đôn đốc các cơ quan, tổ chức -",
        "đơn vị. Thông báo số",
        "- Cơ quan chủ trì: Trung tâm Y tế, Phòng Văn hóa, Khoa học và Thông tin, Phòng",
        "Nội vụ",
        "Thời gian thực hiện: Quý II",
        "II. NHIỆM VỤ",
    ]
    assert texts(*lines) == [" ".join(lines[:5]), " ".join(lines[5:7]), lines[7], lines[8]]


def test_hard_line_ends() -> None:
    assert texts("KT. CHỦ TỊCH  ", "PHÓ CHỦ TỊCH\\", "Đinh Trường Giang<br>ký") == [
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Đinh Trường Giang ký",
    ]


def test_front_matter_and_fences_are_no_text() -> None:
    assert texts("---", "title: a", "date: b", "---", "Kế hoạch", "```", "Trong khung", "```") == [
        "Kế hoạch",
        "Trong khung",
    ]


def test_pipe_table() -> None:
    table = blocks(
        "Trước",
        "| STT | **Nhiệm vụ** | Chủ trì |",
        "|:---|---:|---|",
        "| 1 | Việc a<br>- ý một | Sở A \\| Sở B |",
        "|  |  |  |",
        "| 2 | Việc *b* |",
        "",
        "Sau",
    )[1]
    assert isinstance(table, Table)
    assert (table.columns, table.place) == (3, "bảng 1")
    assert [row.place for row in table.rows] == ["bảng 1, dòng 2", "bảng 1, dòng 4", "bảng 1, dòng 6"]
    assert [row.cells for row in table.rows] == [
        (Cell("STT", 0), Cell("Nhiệm vụ", 1, bold=True), Cell("Chủ trì", 2)),
        (Cell("1", 0), Cell("Việc a\n- ý một", 1), Cell("Sở A | Sở B", 2)),
        (Cell("2", 0), Cell("Việc b", 1), Cell("", 2)),
    ]


def test_grid_table() -> None:
    assert cells(
        "+-----+--------------+",
        "| STT | Nhiệm vụ     |",
        "+=====+==============+",
        "| 1   | Rà soát các  |",
        "|     | cơ chế       |",
        "+-----+--------------+",
        "| 2   | Việc hai     |",
        "+-----+--------------+",
    ) == [["STT", "Nhiệm vụ"], ["1", "Rà soát các cơ chế"], ["2", "Việc hai"]]


def test_ruled_tables() -> None:
    simple = (
        "STT  Nhiệm vụ      Chủ trì",
        "---  ------------  ---------",
        "1    Việc một      Sở Y tế",
        "2    Việc hai      Sở A",
    )
    assert cells(*simple, "", "Sau") == [
        ["STT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Việc một", "Sở Y tế"],
        ["2", "Việc hai", "Sở A"],
    ]
    tall = (
        "---------------------------",
        "STT  Nhiệm vụ      Chủ trì",
        "---  ------------  --------",
        "1    Rà soát các   Sở Y tế",
        "     cơ chế",
        "",
        "2    Việc hai      Sở A",
        "---------------------------",
    )
    assert cells(*tall, "", "Sau") == [
        ["STT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát các cơ chế", "Sở Y tế"],
        ["2", "Việc hai", "Sở A"],
    ]


def test_html_table_with_merged_cells() -> None:
    table = blocks(
        "<table><tr><th>STT</th><th>Việc</th><th>Chủ trì</th></tr>",
        '<tr><td colspan="3"><b>I. NHÓM</b></td></tr>',
        "<tr><td rowspan=2>1</td><td>a<br/>b</td><td>X &amp; Y</td></tr>",
        "<tr><td>c</td><td><table><tr><td>trong</td></tr></table></td></tr></table>",
        "Sau",
    )[0]
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [
        (Cell("STT", 0, bold=True), Cell("Việc", 1, bold=True), Cell("Chủ trì", 2, bold=True)),
        (Cell("I. NHÓM", 0, 3, bold=True),),
        (Cell("1", 0, rows=2), Cell("a\nb", 1), Cell("X & Y", 2)),
        (Cell("c", 1), Cell("trong", 2)),
    ]


@pytest.mark.parametrize(
    "text", ["*" * 100_000, "[" * 50_000, "<table>" * 2_000, "|" * 50_000, "<!--" * 20_000, "# " * 50_000]
)
def test_odd_files_end(text: str) -> None:
    source = read_source(f"Kế hoạch\n\n{text}".encode(), "a.md")
    assert source.blocks[0] == Paragraph("Kế hoạch", "dòng 1")
