"""The form as a workbook, read back: every sheet of the layout, what cells take, what nobody may break."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kehoach_cli.model.form import (
    DIFFICULTIES,
    FIGURES,
    FUNDS,
    GUIDE,
    INFORMATION,
    LISTS,
    META,
    META_KEYS,
    REST,
    SHEETS,
    STATUS_LABELS,
    duty_key,
)
from kehoach_cli.model.plan import Indicator
from kehoach_cli.queries.reminders import ContactView
from kehoach_cli.render.form.words import STATUS_ADVICE
from kehoach_cli.render.form.workbook import form_workbook
from made_up_reports import answer
from test_forms import form_of

if TYPE_CHECKING:
    from kehoach_cli.model.form import Table
    from kehoach_cli.queries.forms import FormView

AGENCIES = ("trung-tam-y-te", "ubnd-xa-son-mua", "phong-tu-phap", "huyen-doan")
FIGURE = {"id": "tre-em", "name": "Số trẻ em", "unit": "em", "kind": "count", "total": "sum"}
INDICATORS = (Indicator.model_validate(FIGURE | {"givers": ["UBND các xã"], "target": "5500"}),)


def opened(view: FormView) -> Any:  # noqa: ANN401
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(form_workbook(view)))


def rows(sheet: Any) -> list[list[object]]:  # noqa: ANN401
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def head_of(sheet: Any, table: Table) -> int:  # noqa: ANN401
    """The row in which exactly the heads of a table stand, below its heading."""
    titles = [c.title for c in table.columns]
    found = [n for n, row in enumerate(rows(sheet), 1) if [v for v in row if v is not None] == titles]
    found = [n for n in found if not table.heading or sheet.cell(n - 1, 1).value == table.heading]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_sheet_and_table_of_the_layout(agency: str) -> None:
    book = opened(form_of(agency, indicators=INDICATORS))
    assert book.sheetnames[:6] == [GUIDE, *(s.name for s in SHEETS)]
    for layout in SHEETS:
        assert len(layout.name) <= 31
        if layout.name == "Số liệu" and agency != "ubnd-xa-son-mua":
            continue
        for table in layout.tables:
            head_of(book[layout.name], table)


@pytest.mark.parametrize("agency", AGENCIES)
def test_every_duty_stands_under_its_group_word_for_word(agency: str) -> None:
    view = form_of(agency)
    sheet = opened(view)["Nhiệm vụ"]
    found = [row for row in rows(sheet) if isinstance(row[0], int)]
    assert [(row[1], row[2], row[4]) for row in found] == [(d.ref, d.text, d.timing) for d in view.duties]
    assert [row[0] for row in found] == list(range(1, len(view.duties) + 1))
    headings = [str(row[0])[:2] for row in rows(sheet) if str(row[0])[1:2] == "."]
    groups = {d.group for d in view.duties}
    assert headings == [
        f"{letter}."
        for letter, group in zip("ABC", ("lead", "coordinating", "organisation"), strict=True)
        if group in groups
    ]
    assert [row[2] for row in rows(sheet)].count(REST) == 1


def test_the_head_of_every_sheet_and_its_foot() -> None:
    book = opened(form_of("phong-tu-phap"))
    for name in book.sheetnames[:6]:
        sheet = book[name]
        assert [sheet.cell(n, 1).value for n in (1, 2, 3)] == [
            "BIỂU MẪU BÁO CÁO CÔNG TÁC TRẺ EM 6 THÁNG ĐẦU NĂM 2025",
            "Đơn vị báo cáo: Phòng Tư pháp",
            "(Kèm theo Công văn số      /UBND-TH ngày      tháng      năm 2025 của UBND huyện Sơn Tây)",
        ]
        said = [v for row in rows(sheet) for v in row if v]
        assert said[-4:] == [
            "NGƯỜI LẬP BIỂU",
            "THỦ TRƯỞNG ĐƠN VỊ",
            "(Ký, ghi rõ họ tên)",
            "(Ký tên, đóng dấu)",
        ]


def test_the_guide_says_by_when_up_to_which_day_and_whom_to_ask() -> None:
    view = form_of("phong-tu-phap", cutoff=date(2025, 5, 5), estimate_until=date(2025, 6, 30))
    view = view._replace(contact=ContactView("Nguyễn Văn A", None, "0912 345 678", None))
    said = [row[0] for row in rows(opened(view)[GUIDE])]
    assert (
        "2. Số liệu thực hiện tính đến hết ngày 05/5/2025; số ước thực hiện tính đến hết ngày 30/6/2025."
        in said
    )
    assert (
        "6. Gửi tệp này kèm báo cáo bằng văn bản trước ngày 15/5/2025 (chậm nhất hết ngày 14/5/2025) về "
        "Văn phòng HĐND và UBND huyện, liên hệ Nguyễn Văn A, 0912 345 678." in said
    )
    blank = [row[0] for row in rows(opened(form_of("phong-tu-phap"))[GUIDE])]
    assert "2. Số liệu thực hiện tính đến ngày ghi tại công văn gửi kèm." in blank
    box = [row[1] for row in rows(opened(view)[GUIDE]) if row[1]]
    assert box[: len(INFORMATION)] == [label for _, label in INFORMATION]


def test_an_extension_is_told_to_its_agency() -> None:
    view = form_of("phong-tu-phap")._replace(last_day=date(2025, 5, 20), is_extended=True)
    said = [row[0] for row in rows(opened(view)[GUIDE])]
    assert any("chậm nhất hết ngày 20/5/2025 (đã được gia hạn) về" in str(line) for line in said)


def validations(sheet: Any) -> dict[str, Any]:  # noqa: ANN401
    """The rule of each cell that has one."""
    from openpyxl.utils import get_column_letter

    found = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for line in area.rows:
                found.update({f"{get_column_letter(c)}{r}": rule for r, c in line})
    return found


def choices(book: Any, rule: Any) -> list[str]:  # noqa: ANN401
    """What a drop-down offers, wherever its list stands."""
    if rule.formula1.startswith('"'):
        assert len(rule.formula1) <= 257
        return str(rule.formula1).strip('"').split(",")
    name, area = rule.formula1.split("!")
    return [cell.value for line in book[name.strip("'")][area] for cell in line]


def test_what_may_be_chosen() -> None:
    book = opened(form_of("ubnd-xa-son-mua"))
    sheet = book["Nhiệm vụ"]
    rules = validations(sheet)
    by_ref = {row[1].value: row[5].coordinate for row in sheet.iter_rows() if isinstance(row[0].value, int)}
    assert len(by_ref) == 19
    for cell in by_ref.values():
        assert choices(book, rules[cell]) == list(STATUS_LABELS.values())
        assert rules[cell].prompt == STATUS_ADVICE
        assert rules[cell].showErrorMessage
    assert rules[by_ref["II.1"]].promptTitle == "Nên chọn: Đang thực hiện"
    assert rules[by_ref["II.9"]].promptTitle == "Tình trạng thực hiện"
    last = next(row for row in sheet.iter_rows() if row[2].value == REST)
    assert choices(book, rules[last[5].coordinate]) == ["Không phát sinh trong kỳ"]
    funds = validations(book["Kinh phí"])
    head = head_of(book["Kinh phí"], FUNDS)
    assert choices(book, funds[f"B{head + 1}"])[0] == (
        "II.1 – Thực hiện các chương trình, chiến lược, kế hoạch về trẻ em"
    )
    assert choices(book, funds[f"C{head + 1}"]) == ["ngân sách huyện", "ngân sách xã", "nguồn hợp pháp khác"]
    assert (funds[f"D{head + 1}"].type, funds[f"E{head + 12}"].type) == ("whole", "whole")
    difficult = validations(book["Khó khăn, kiến nghị"])
    head = head_of(book["Khó khăn, kiến nghị"], DIFFICULTIES)
    assert choices(book, difficult[f"F{head + 1}"]) == ["UBND huyện", "Sở Y tế", "UBND tỉnh, sở, ngành khác"]
    assert choices(book, difficult[f"G{head + 1}"]) == ["Có", "Không"]
    assert choices(book, difficult[f"D{head + 1}"])[-1] == "IV.5.5"
    assert not difficult["A5"].showErrorMessage  # any sign will do


def test_every_advice_fits_into_excels_boxes() -> None:
    for agency in AGENCIES:
        for sheet in opened(form_of(agency, indicators=INDICATORS)).worksheets:
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.promptTitle or "") <= 32
                assert len(rule.prompt or "") < 255
                assert len(rule.error or "") < 225
                assert len(rule.formula1 or "") <= 257


def test_figures_are_numbers_with_the_plans_target() -> None:
    sheet = opened(form_of("ubnd-xa-son-mua", indicators=INDICATORS))["Số liệu"]
    head = head_of(sheet, FIGURES)
    assert [c.value for c in sheet[head + 1]] == [
        1,
        "tre-em",
        "Số trẻ em",
        "em",
        5500,
        None,
        None,
        None,
        None,
    ]
    rules = validations(sheet)
    for column in "FGH":
        rule = rules[f"{column}{head + 1}"]
        assert (rule.type, rule.operator, rule.formula1) == ("decimal", "greaterThanOrEqual", "0")
        assert sheet[f"{column}{head + 1}"].number_format == "#,##0"
    said = rows(opened(form_of("phong-tu-phap"))["Số liệu"])
    assert said[4][0] == (
        "Kế hoạch không quy định chỉ tiêu số liệu đối với Phòng Tư pháp; không phải điền trang này."
    )


def test_only_yellow_cells_are_open_and_there_is_no_password() -> None:
    from openpyxl.cell import Cell

    book = opened(form_of("ubnd-xa-son-mua", indicators=INDICATORS))
    for sheet in book.worksheets[:6]:
        shield = sheet.protection
        assert (shield.sheet, shield.password, shield.hashValue) == (True, None, None)
        assert not any((shield.insertRows, shield.sort, shield.formatColumns, shield.formatRows))
        cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell)]
        assert {c.fill.fgColor.rgb for c in cells if not c.protection.locked} <= {"FFFFF2CC"}
        assert all(not c.protection.locked for c in cells if c.fill.fgColor.rgb == "FFFFF2CC")
        assert any(not c.protection.locked for c in cells)
        assert {c.font.name for c in cells if c.value is not None} == {"Times New Roman"}


def test_words_are_typed_as_text() -> None:
    """«- Đã tổ chức …» must not become a formula, nor «5/4/2025» a day of May."""
    sheet = opened(form_of("phong-tu-phap"))["Nhiệm vụ"]
    duty = next(row for row in sheet.iter_rows() if row[1].value == "II.6")
    assert [duty[n].number_format for n in (5, 6, 8)] == ["@"] * 3


def test_paper() -> None:
    for sheet in opened(form_of("ubnd-xa-son-mua")).worksheets[:6]:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.center.text == "Trang &P/&N"
    tasks = opened(form_of("ubnd-xa-son-mua"))["Nhiệm vụ"]
    assert (tasks.print_title_rows, tasks.freeze_panes) == ("$5:$5", "C6")


def test_a_row_is_high_enough_for_its_duty() -> None:
    sheet = opened(form_of("trung-tam-y-te"))["Nhiệm vụ"]
    heights = {row[1].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows()}
    assert 200 < heights["II.1"] < 300  # some fourteen lines
    assert heights["II.10"] < heights["II.2"] < heights["II.1"]


def test_rows_grow_again_where_no_cells_are_merged() -> None:
    with zipfile.ZipFile(io.BytesIO(form_workbook(form_of("phong-tu-phap")))) as packed:
        tasks = packed.read("xl/worksheets/sheet2.xml").decode()
        guide = packed.read("xl/worksheets/sheet1.xml").decode()
    heights = {row.split('"')[1]: "customHeight" in row for row in re.findall("<row [^>]*>", tasks)}
    assert (heights["5"], heights["7"]) == (True, False)  # the heads, the first duty
    assert all("customHeight" in row for row in re.findall("<row [^>]*ht=[^>]*>", guide))


def test_the_hidden_sheet_says_what_the_form_is_about() -> None:
    view = form_of("phong-tu-phap")
    book = opened(view)
    assert book[META].sheet_state == "veryHidden"
    assert {str(row[0]): row[1] for row in rows(book[META])} == {
        **dict(
            zip(META_KEYS, ("1", "61-kh-ubnd-2025", "1", "6thang", "phong-tu-phap", view.digest), strict=True)
        ),
        **{duty_key(d.ref): d.digest for d in view.duties},
    }
    assert book[LISTS].sheet_state == "veryHidden"
    assert book.active.title == GUIDE


def test_what_was_answered_before_can_be_read_not_changed() -> None:
    report = answer("II.6", result="Đã trợ giúp 3 vụ.")
    view = form_of("phong-tu-phap", period="nam", reports={"phong-tu-phap": report}, as_of=date(2025, 6, 15))
    sheet = opened(view)["Nhiệm vụ"]
    duty = next(row for row in sheet.iter_rows() if row[1].value == "II.6")
    assert duty[7].value == "Đang thực hiện\nĐã trợ giúp 3 vụ."
    assert duty[7].protection.locked
    assert sheet.cell(5, 1).value == "(Cột “Kết quả kỳ trước”: theo báo cáo 6 tháng đầu năm 2025 của đơn vị.)"


def test_whoever_has_no_duty_is_told_so() -> None:
    view = form_of("phong-tu-phap")._replace(duties=())
    book = opened(view)
    assert book["Nhiệm vụ"].cell(5, 1).value == (
        "Kế hoạch không giao nhiệm vụ riêng cho Phòng Tư pháp; cơ quan vẫn phải báo cáo theo Mục V "
        "(trước ngày 15/5/2025 (chậm nhất hết ngày 14/5/2025))."
    )
    assert [v for row in rows(book["Nhiệm vụ"]) for v in row].count(REST) == 1
    assert "B" not in {cell[0] for cell in validations(book["Kinh phí"])}


NASTY = '=HYPERLINK("http://x","y")'


def test_no_word_is_a_formula_and_what_no_cell_can_hold_is_shown() -> None:
    view = form_of("phong-tu-phap")
    duty = view.duties[0]._replace(ref="+1", text=NASTY, name=f"{NASTY}, a\x07b", timing="-1 _x0041_")
    book = opened(view._replace(agency_name="=1+1", duties=(duty,), addressees=("@a", "=b, c")))
    cells = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} == {"s", "n"}
    said = [c.value for c in cells]
    assert NASTY in said
    assert "-1 _x005F_x0041_" in said  # which Excel shows as it was written
    assert f"+1 – {NASTY}, a\ufffdb" in said


def test_equal_views_give_equal_bytes() -> None:
    from openpyxl.utils import range_boundaries

    assert form_workbook(form_of("ubnd-xa-son-mua")) == form_workbook(form_of("ubnd-xa-son-mua"))
    first = form_workbook(form_of("ubnd-xa-son-mua"))
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        sheet = packed.read("xl/worksheets/sheet3.xml").decode()
    areas = [part.split('"')[0] for part in sheet.split('<mergeCell ref="')[1:]]
    places = [range_boundaries(area) for area in areas]
    assert len(places) > 20
    assert places == sorted(places)
