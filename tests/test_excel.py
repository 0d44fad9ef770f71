"""Workbooks: every word of a table in a cell, as text, laid out for paper; whatever the text is."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from kehoach_cli.render.excel import shown, workbook_bytes
from kehoach_cli.render.page_layout import laid_out, squeezed, width_of, wrapped
from kehoach_cli.render.table import Origin, Part, Table
from test_markdown_text import TEXT

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ORIGIN = Origin("UBND huyện Sơn Tây", date(2025, 5, 20), ())
COLUMNS = ("TT", "Cơ quan, đơn vị", "Ngày đến", "Ghi chú")


def table(*rows: tuple[str, ...], **more: Any) -> Table:  # noqa: ANN401
    made = Table(
        ("SỔ THEO DÕI", "Kỳ 6 tháng đầu năm 2025"),
        COLUMNS,
        (Part("A. Phòng, ban, đơn vị", rows), Part("Cộng: phải báo cáo 31", ())),
        ("Tính đến ngày 20/5/2025.",),
        narrow=(0, 2),
        name="6 tháng đầu năm 2025",
    )
    return made._replace(**more)


ROW = ("1", "Trung tâm Y tế", "12/5/2025", "Báo cáo không phát sinh")


def sheets(*tables: Table) -> list[Worksheet]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(tables, ORIGIN)))
    return [book[name] for name in book.sheetnames]


def cells(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def noted(text: str) -> list[tuple[object, object]]:
    """The first and the last cell of the rows that a long last cell takes."""
    [sheet] = sheets(table((*ROW[:3], text), foot=()))
    rows = cells(sheet)[5:-1]
    return [(row[0], row[3]) for row in rows]


def test_every_word_stands_in_its_cell() -> None:
    [sheet] = sheets(table(ROW))
    blank = [None] * 4
    assert cells(sheet) == [
        ["SỔ THEO DÕI", None, None, None],
        ["Kỳ 6 tháng đầu năm 2025", None, None, None],
        blank,
        [*COLUMNS],
        ["A. Phòng, ban, đơn vị", None, None, None],
        [1, "Trung tâm Y tế", "12/5/2025", "Báo cáo không phát sinh"],
        ["Cộng: phải báo cáo 31", None, None, None],
        blank,
        ["Tính đến ngày 20/5/2025.", None, None, None],
    ]
    merged = {str(found) for found in sheet.merged_cells.ranges}
    assert merged == {"A1:D1", "A2:D2", "A5:D5", "A7:D7", "A9:D9"}
    assert sheet.title == "6 tháng đầu năm 2025"


def test_only_the_running_number_is_a_number() -> None:
    [sheet] = sheets(table(("12", "12", "2025", "31"), keys=1))
    assert [(c.value, c.data_type) for c in sheet[6]] == [(12, "n"), ("12", "s"), ("2025", "s"), ("31", "s")]


@pytest.mark.parametrize(
    "text", ["=1+1", "+84 912", "-5", "@SUM(A1)", '=HYPERLINK("x")', "\t=1", "'a", "{=1}", "#N/A", "TRUE"]
)  # fmt: skip
def test_what_somebody_wrote_is_text_and_no_formula(text: str) -> None:
    [sheet] = sheets(table((text, text, text, text)))
    assert [(c.value, c.data_type) for c in sheet[6]] == [(text, "s")] * 4


def test_what_looks_like_an_escape_of_excel_is_told_apart() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook_bytes([table((*ROW[:3], "_x0041_"))], ORIGIN))) as packed:
        assert b"<t>_x005F_x0041_</t>" in packed.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Chuông \x07, \x00 và \ufffe", "Chuông \ufffd, \ufffd và \ufffd"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ('<b>&"]]> [khẩn] {{x}} 😀', '<b>&"]]> [khẩn] {{x}} 😀'),
        ("  hai đầu  ", "  hai đầu  "),
    ],
)
def test_awkward_texts(text: str, seen: str) -> None:
    [sheet] = sheets(table((*ROW[:3], text)))
    assert sheet["D6"].value == seen


def test_a_long_text_goes_on_in_the_rows_below_and_loses_nothing() -> None:
    long = " ".join(f"từ{n}" for n in range(12_000))
    assert len(long) > 32_767  # what one cell can hold
    rows = noted(long)
    assert "".join(str(text) for _, text in rows) == long
    assert [number for number, _ in rows] == [1, *["(tiếp)"] * (len(rows) - 1)]
    [sheet] = sheets(table((*ROW[:3], long)))
    assert max(d.height or 0 for d in sheet.row_dimensions.values()) <= 409


def test_a_foot_longer_than_a_row_goes_on_below() -> None:
    long = " ".join(f"từ{n}" for n in range(6_000))
    [sheet] = sheets(table(ROW, foot=(long,)))
    assert "".join(str(row[0]) for row in cells(sheet)[8:]) == long


@settings(max_examples=60)
@given(TEXT)
def test_whatever_the_text_its_words_are_there(text: str) -> None:
    assert "".join(str(said or "") for _, said in noted(text)) == shown(text)


@given(TEXT)
def test_lines_joined_are_the_text(text: str) -> None:
    lines = wrapped(text, 12, 90)
    assert "".join(lines) == text
    assert all("\n" not in line[:-1] for line in lines)


def test_no_line_is_wider_than_its_column() -> None:
    text = "Chương trình hành động vì trẻ em; https://example.vn/" + "a" * 400
    assert all(width_of(line.rstrip(), 12) <= 90 for line in wrapped(text, 12, 90))


def test_equal_tables_give_equal_bytes() -> None:
    first = workbook_bytes([table(ROW)], ORIGIN)
    assert workbook_bytes([table(ROW)], ORIGIN) == first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2025-05-20T00:00:00Z" in packed.read("docProps/core.xml")


def test_laid_out_for_a_landscape_page() -> None:
    [sheet] = sheets(table(ROW))
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$4:$4", "C5")
    assert sheet.HeaderFooter.differentFirst
    assert sheet.oddHeader is not None
    assert (sheet.oddHeader.center.text, sheet.oddHeader.center.size) == ("&P", 13)
    assert sheet.firstHeader is None or not sheet.firstHeader.center.text


def test_every_cell_is_in_times_new_roman_and_wraps() -> None:
    [sheet] = sheets(table(ROW, attached="(Kèm theo Công văn số …)"))
    used = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.font.name for cell in used} == {"Times New Roman"}
    assert all(cell.alignment.wrap_text for cell in used)
    assert sheet["A3"].value == "(Kèm theo Công văn số …)"
    heads = sheet[5]
    assert all(cell.font.bold and cell.border.top.style == "thin" for cell in heads)
    assert {cell.fill.fgColor.rgb for cell in heads} == {"FFD9D9D9"}


def test_rows_are_as_high_as_their_lines() -> None:
    text = "Đã nhận, chưa nhập nội dung; " * 12
    [sheet] = sheets(table(ROW, (*ROW[:3], text)))
    width = sheet.column_dimensions["D"].width * 5.25
    lines = len(wrapped(text, 12 * 0.96, width - 7))
    assert lines > 3
    assert sheet.row_dimensions[7].height == pytest.approx(lines * 12 * 1.31 + 3, abs=0.1)
    [sheet] = sheets(table(ROW))
    assert sheet.row_dimensions[6].height == pytest.approx(12 * 1.31 + 3, abs=0.1)


def test_heads_of_signs_run_upwards() -> None:
    grid = Table(
        ("BẢNG",),
        ("Mục", "Nhiệm vụ", *(f"UBND xã {n}" for n in range(40))),
        (Part("", (("II.1", "Truyền thông", *["P*"] * 40),)),),
        (),
        narrow=(0, *range(2, 42)),
        is_grid=True,
    )
    [sheet] = sheets(grid)
    assert [sheet.cell(3, n).alignment.textRotation for n in (1, 2, 3, 42)] == [0, 0, 90, 90]
    assert {sheet.cell(4, n).alignment.horizontal for n in range(3, 43)} == {"center"}
    assert sheet.freeze_panes == "C4"
    assert (sheet.row_dimensions[3].height or 0) > width_of("UBND xã 39", 10)


@pytest.mark.parametrize(
    ("name", "tab"),
    [
        ("6 tháng đầu năm 2025", "6 tháng đầu năm 2025"),
        ("61/KH-UBND [a]: *?\\", "61-KH-UBND -a-- ---"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam huyện", "Ủy ban Mặt trận Tổ quốc Việt Na"),
        ("'", "Bảng"),
        ("", "Bảng"),
    ],
)
def test_tabs_have_names_that_excel_takes(name: str, tab: str) -> None:
    found = [sheet.title for sheet in sheets(table(ROW, name=name), table(ROW, name=name.upper()))]
    assert found[0] == tab
    assert len({title.casefold() for title in found}) == 2
    assert all(len(title) <= 31 for title in found)


def test_a_table_without_rows_says_why() -> None:
    [sheet] = sheets(Table(("SỔ",), COLUMNS, (), ("Chưa có hạn báo cáo nào.",)))
    assert [row[0] for row in cells(sheet)] == ["SỔ", None, None, "Chưa có hạn báo cáo nào."]


# Widths, for Word as well


def test_columns_fill_the_page_and_narrow_ones_are_never_broken() -> None:
    layout = laid_out(table((*ROW[:3], "Ghi chú rất dài. " * 30)), (13, 11), padding=8)
    assert (layout.size, sum(layout.widths)) == (13, 714)
    assert layout.widths[2] >= width_of("12/5/2025", 13) + 8
    assert layout.widths[3] > max(layout.widths[:3])


def test_many_columns_take_smaller_letters_and_still_fit() -> None:
    columns = tuple(f"Cột số {n}" for n in range(14))
    wide = Table((), columns, (Part("", (("nội dung dài",) * 14,)),), ())
    layout = laid_out(wide, (13, 11), padding=8)
    assert (layout.size, sum(layout.widths)) == (11, 714)


def test_what_fits_no_page_is_squeezed_in_proportion() -> None:
    columns = tuple(f"Cột{n}" for n in range(30))
    wide = Table((), columns, (Part("", (("mộttừrấtdài" * 3,) * 30,)),), ())
    layout = laid_out(wide, (13, 11), padding=8)
    assert sum(layout.widths) > 714
    assert 0 < sum(squeezed(layout).widths) <= 714
