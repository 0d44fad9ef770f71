"""kehoach submit: filled-in forms become reports; the good ones are written, the bad ones told."""

from __future__ import annotations

import io
import random
import re
import signal
import subprocess
import sys
import time
from datetime import date, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING
from unittest import mock

import pytest

from kehoach_cli.intake.cells import clean
from kehoach_cli.model import form as layout
from program import KILLED
from submitting_desk import FILE, Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from form_books import FormBook
    from program import Outcome

ROLE_KEYS = {"Chủ trì": "lead", "Phối hợp": "coordinating"}
UNTOUCHED = "Không có tệp nào bị thay đổi."
RECEIVED = ("receive", "-p", "6thang", "-a", "Phòng Tư pháp", "--received", "10/5/2025")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def taken(outcome: Outcome) -> str:
    """What was said of forms that were all taken without a word of doubt."""
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def codes(outcome: Outcome) -> list[str]:
    return re.findall(r": (?:lỗi|cảnh báo) (L\d{3}): ", outcome.err)


def full(desk: Desk) -> FormBook:
    """Every part of a form filled in."""
    form = desk.answered()
    for key, value in (
        ("number", "45/BC-TP"),
        ("dated", date(2025, 5, 10)),
        ("signer", "Đinh Văn A, Trưởng phòng"),
        ("author", "Lê Thị B"),
        ("phone", "0255 123 456"),
        ("covers", "Công an xã Sơn Mùa; UBND xã Sơn Dung"),
    ):
        form.box(key, value)
    form.answer("IV.3", "Chưa triển khai", "Chờ hướng dẫn của cấp trên.", "Báo cáo sau")
    form.add(
        layout.DOCUMENTS,
        kind="Kế hoạch",
        symbol="12/KH-TP",
        date="20/4/2025",
        title="Triển khai công tác trẻ em",
    )
    form.add(
        layout.DOCUMENTS, kind="Công văn", symbol="30/TP", date=date(2025, 5, 2), title="về việc báo cáo"
    )
    form.add(layout.DOCUMENTS, title="UBND huyện giao nhiệm vụ")
    form.add(layout.MEETINGS, text="01 hội nghị tập huấn cho 45 người")
    form.assess("Phối hợp tốt.", "Thiếu cán bộ.\nĐịa bàn rộng.")
    form.add(layout.OUTLOOK, text="Tiếp tục tuyên truyền")
    form.figure("luot-tro-giup", previous=10, value=12, estimate="1.234")
    form.figure("ty-le-tro-giup", value="98,5", note="theo sổ theo dõi")
    form.figure("so-gio", value=7.5)
    form.add(
        layout.FUNDS,
        ref="II.6 – Trợ giúp pháp lý",
        source="Ngân sách huyện",
        planned=125500000,
        used="80.000.000",
    )
    form.add(layout.FUNDS, source="nguồn hợp pháp khác", used="1.000.000 đồng")
    form.add(
        layout.DIFFICULTIES,
        text="Thiếu kinh phí",
        cause="Ngân sách hẹp",
        ref="II.6",
        proposal="Bổ sung kinh phí",
        to="Sở Y tế",
        beyond="Có",
    )
    form.add(layout.DIFFICULTIES, proposal="Tổ chức tập huấn", to="UBND huyện")
    return form


def test_whole_form_becomes_a_file_that_a_clerk_can_edit(desk: Desk) -> None:
    raw = full(desk).raw()
    said = taken(desk.submit(raw))
    assert said == (
        "Đã nhập báo cáo của Phòng Tư pháp, đến ngày 13/5/2025. Đã gửi đúng hạn.\n"
        "  Nội dung: 2 nhiệm vụ; các nhiệm vụ còn lại không phát sinh; 4 văn bản, hội nghị; 3 số liệu; "
        "2 dòng kinh phí; 1 khó khăn, vướng mắc; 1 nhiệm vụ thời gian tới; 2 kiến nghị; đánh giá chung.\n"
        "  Người lập biểu: Lê Thị B, 0255 123 456 (không ghi vào tệp).\n"
        f"  Tệp: {FILE.format('phong-tu-phap')}.\n"
        "  Gửi lại đơn vị: Văn phòng đã nhận Báo cáo số 45/BC-TP ngày 10/5/2025 của Phòng Tư pháp, "
        "đến ngày 13/5/2025. Cảm ơn đơn vị!\n"
        "Đã nhận 3/31 báo cáo; chưa gửi 28. Hạn cuối: hết ngày 14/5/2025 (còn 1 ngày). "
        "Tính đến ngày 13/5/2025.\n"
    )
    digest = blake2b(raw, digest_size=16).hexdigest()
    assert desk.office.report_file("phong-tu-phap").read_text(encoding="utf-8") == (
        "# Nhập từ biểu mẫu a.xlsx bằng kehoach submit.\n"
        "schema: 1\n"
        "agency: Phòng Tư pháp\n"
        "period: 6thang\n"
        "number: 45/BC-TP\n"
        "dated: 2025-05-10\n"
        "received: 2025-05-13\n"
        "signer: Đinh Văn A, Trưởng phòng\n"
        "covers:\n"
        "  - Công an xã Sơn Mùa\n"
        "  - UBND xã Sơn Dung\n"
        "directives:\n"
        "  - Kế hoạch số 12/KH-TP ngày 20/4/2025 về triển khai công tác trẻ em\n"
        "  - Công văn số 30/TP ngày 02/5/2025 về việc báo cáo\n"
        "  - Văn bản về UBND huyện giao nhiệm vụ\n"
        "  - 01 hội nghị tập huấn cho 45 người\n"
        "tasks:\n"
        "  - ref: II.6\n"
        "    status: đang thực hiện\n"
        "    result: Đã trợ giúp 12 lượt.\n"
        "  - ref: IV.3\n"
        "    status: chưa triển khai\n"
        "    result: Chờ hướng dẫn của cấp trên.\n"
        "    note: Báo cáo sau\n"
        "rest: không phát sinh\n"
        "difficulties:\n"
        "  - text: Thiếu kinh phí\n"
        "    cause: Ngân sách hẹp\n"
        "    ref: II.6\n"
        "    beyond: true\n"
        "next:\n"
        "  - Tiếp tục tuyên truyền\n"
        "proposals:\n"
        "  - text: Bổ sung kinh phí\n"
        "    to: Sở Y tế\n"
        "  - text: Tổ chức tập huấn\n"
        "    to: UBND huyện\n"
        "figures:\n"
        "  - indicator: luot-tro-giup\n"
        "    value: 12\n"
        "    estimate: 1234\n"
        "    previous: 10\n"
        "  - indicator: ty-le-tro-giup\n"
        "    value: 98,5\n"
        "    note: theo sổ theo dõi\n"
        "  - indicator: so-gio\n"
        "    value: 7,5\n"
        "funds:\n"
        "  - ref: II.6\n"
        "    source: ngân sách huyện\n"
        "    planned: 125500000\n"
        "    used: 80000000\n"
        "  - source: nguồn hợp pháp khác\n"
        "    used: 1000000\n"
        "strengths: Phối hợp tốt.\n"
        "limitations: |-\n"
        "  Thiếu cán bộ.\n"
        "  Địa bàn rộng.\n"
        "origin:\n"
        "  file: a.xlsx\n"
        f"  hash: {digest}\n"
    )
    assert desk.report().is_entered


# The least answers, and a form changed in ways that must make no difference.

LEAST = {
    "tasks": [{"ref": "II.6", "status": "đang thực hiện", "result": "Đã trợ giúp 12 lượt."}],
    "rest": "không phát sinh",
}


def blank_rows(form: FormBook) -> None:
    form.tasks.insert_rows(7, 2)
    form.tasks.insert_rows(5)


def a_column_before(form: FormBook) -> None:
    form.tasks.insert_cols(1)


def a_column_between(form: FormBook) -> None:
    form.tasks.insert_cols(6)


def sorted_rows(form: FormBook) -> None:
    first, last = form.rows["II.6"], form.rows["IV.3"]
    for column in range(1, 10):
        one, other = form.tasks.cell(first, column), form.tasks.cell(last, column)
        one.value, other.value = other.value, one.value


def columns_swapped(form: FormBook) -> None:
    for row in range(5, 12):
        one, other = form.tasks.cell(row, 6), form.tasks.cell(row, 7)
        one.value, other.value = other.value, one.value


def decomposed(form: FormBook) -> None:
    from unicodedata import normalize

    for sheet in form.book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = normalize("NFD", cell.value)


def stray_blanks(form: FormBook) -> None:
    form.answer("II.6", " Đang  thực hiện\xa0", "\xa0Đã trợ\xa0giúp \u200b12 lượt. \n ")


def titles_reworded(form: FormBook) -> None:
    form.tasks["F5"] = "TÌNH TRẠNG THỰC HIỆN (chọn)"
    form.tasks["G5"] = "Kết qủa thực hiện trong kỳ"
    form.tasks["B5"] = "mục"


def clause_column_gone(form: FormBook) -> None:
    form.tasks.delete_cols(2)


def file_word_for_the_status(form: FormBook) -> None:
    form.answer("II.6", "dang thuc hien", "Đã trợ giúp 12 lượt.")


def sloppy_clause(form: FormBook) -> None:
    form.tasks[f"B{form.rows['II.6']}"] = "ii. 6."


def tasks_twice(form: FormBook) -> None:
    form.book.copy_worksheet(form.tasks)


def empty_sheets_more(form: FormBook) -> None:
    form.book.create_sheet("Sheet1", 0)


def numbers_by_formula(form: FormBook) -> None:
    form.tasks[f"A{form.rows['II.6']}"] = "=ROW()-6"


def rest_behind_its_label(form: FormBook) -> None:
    row = form.rows[layout.REST]
    form.tasks[f"F{row}"] = None
    form.tasks[f"C{row}"] = "Các nhiệm vụ còn lại: không phát sinh"


@pytest.mark.parametrize(
    "change",
    [
        blank_rows,
        a_column_before,
        a_column_between,
        sorted_rows,
        columns_swapped,
        decomposed,
        stray_blanks,
        titles_reworded,
        clause_column_gone,
        file_word_for_the_status,
        sloppy_clause,
        tasks_twice,
        empty_sheets_more,
        numbers_by_formula,
        rest_behind_its_label,
    ],
)
def test_what_people_do_to_a_form_makes_no_difference(desk: Desk, change: Callable[[FormBook], None]) -> None:
    form = desk.answered()
    change(form)
    taken(desk.submit(form))
    assert desk.data() == LEAST


def copied(form: FormBook, *sheets: str) -> bytes:
    """Sheets copied into a file of the agency's own: no hidden sheet, other names on the tabs."""
    import openpyxl

    own = openpyxl.Workbook()
    own.worksheets[0]["A1"] = "BÁO CÁO"
    for number, name in enumerate(sheets):
        sheet = own.create_sheet(f"Trang {number}")
        for row in form[name].iter_rows():
            for cell in row:
                sheet[cell.coordinate] = cell.value
    target = io.BytesIO()
    own.save(target)
    return target.getvalue()


def test_sheet_copied_into_another_file_is_taken(desk: Desk) -> None:
    outcome = desk.submit(copied(desk.answered(), "Nhiệm vụ"))
    assert (outcome.code, codes(outcome)) == (0, ["L470"])
    assert "Sheet: cảnh báo L470: 1 ô có nội dung nhưng không thuộc chỗ nào của biểu mẫu" in outcome.err
    assert "không được nhập: A1 “BÁO CÁO”" in outcome.err
    assert desk.data() == LEAST


def test_copied_sheet_without_titles_needs_to_be_told_whose_it_is(desk: Desk) -> None:
    form = desk.answered()
    form.tasks.delete_rows(1, 3)
    raw = copied(form, "Nhiệm vụ")
    assert codes(desk.submit(raw)) == ["L412", "L418"]
    outcome = desk.submit(raw, options=("--agency", "tu phap", "--period", "6thang"))
    assert outcome.code == 0
    assert desk.data() == LEAST


def test_sheets_of_lists_stand_anywhere(desk: Desk) -> None:
    whole = full(desk)
    names = [sheet.name for sheet in reversed(layout.SHEETS)]
    outcome = desk.submit(copied(whole, *names))
    assert (outcome.code, codes(outcome)) == (0, ["L470"])
    alone = desk.data()
    taken(desk.submit(whole, options=("--replace",)))
    box = {"number", "dated", "signer", "covers"}
    assert {k: v for k, v in desk.data().items() if k not in box} == alone


def test_headings_of_a_list_survive_without_titles(desk: Desk) -> None:
    form = desk.answered()
    form.add(layout.OUTLOOK, text="Tiếp tục tuyên truyền")
    form.add(layout.MEETINGS, text="01 hội nghị")
    sheet, row = form.heads[layout.OUTLOOK.key]
    sheet.delete_rows(row)
    taken(desk.submit(form))
    assert desk.data() == {**LEAST, "next": ["Tiếp tục tuyên truyền"], "directives": ["01 hội nghị"]}


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (date(2025, 4, 20), "20/4/2025"),
        (
            datetime(2025, 4, 20, 8, 30),  # noqa: DTZ001  # a sheet knows no zones
            "20/4/2025",
        ),  # a sheet knows no zones
        (45767, "20/4/2025"),
        ("20/4/2025", "20/4/2025"),
        ("20-04-2025", "20/4/2025"),
        ("20.4.2025", "20/4/2025"),
        ("2025-04-20", "20/4/2025"),
        ("ngày 20 tháng 4 năm 2025", "20/4/2025"),
        ("ngày 20/04/2025", "20/4/2025"),
    ],
)
def test_days_in_every_dress(desk: Desk, value: object, day: str) -> None:
    form = desk.answered()
    form.add(layout.DOCUMENTS, kind="Kế hoạch", symbol="12/KH-TP", date=value)
    taken(desk.submit(form))
    assert desk.report().directives == (f"Kế hoạch số 12/KH-TP ngày {day}",)


def test_days_counted_from_1904(desk: Desk) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    form = desk.answered()
    form.book.epoch = CALENDAR_MAC_1904
    form.box("dated", date(2025, 5, 10))
    taken(desk.submit(form))
    assert desk.report().dated == date(2025, 5, 10)


def test_percentages_are_taken_as_they_are_seen(desk: Desk) -> None:
    form = desk.answered()
    form.figure("ty-le-tro-giup", value=0.985)
    form["Số liệu"].cell(form.rows["ty-le-tro-giup"], 7).number_format = "0.0%"
    taken(desk.submit(form))
    assert str(desk.report().figures[0].value) == "98.5"


def test_empty_figure_is_never_nought(desk: Desk) -> None:
    form = desk.answered()
    form.figure("luot-tro-giup", value="…", estimate=0)
    form.figure("so-gio", note="chưa thống kê")
    taken(desk.submit(form))
    assert desk.data()["figures"] == [
        {"indicator": "luot-tro-giup", "estimate": "0"},
        {"indicator": "so-gio", "note": "chưa thống kê"},
    ]


def test_same_answer_twice_is_one(desk: Desk) -> None:
    form = desk.answered()
    form.add(layout.MEETINGS, text="01 hội nghị")
    form.book.copy_worksheet(form["Chỉ đạo, phương hướng"])
    taken(desk.submit(form))
    assert desk.report().directives == ("01 hội nghị",)


LISTED = "ô có nội dung nhưng không thuộc chỗ nào của biểu mẫu, không được nhập: "


def test_what_stands_below_the_signatures_is_listed(desk: Desk) -> None:
    form = desk.answered()
    foot = next(c.row for c in form.tasks["A"] if c.value == "NGƯỜI LẬP BIỂU")
    for column, value in (("A", 9), ("C", "Việc thêm"), ("G", "Đã giúp 12 em")):
        form.tasks[f"{column}{foot + 3}"] = value
    form.tasks[f"F{foot + 4}"] = "Đang thực hiện"
    form.tasks[f"A{foot + 5}"], form.tasks[f"E{foot + 5}"] = "Lê Thị B", "Đinh Văn A"
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L470"])
    cells = (
        f"A{foot + 3} “9”, C{foot + 3} “Việc thêm”, G{foot + 3} “Đã giúp 12 em”, F{foot + 4} “Đang thực hiện”"
    )
    assert f"Nhiệm vụ: cảnh báo L470: 4 {LISTED}{cells}\n" in outcome.err


def test_words_in_the_column_of_numbers_are_listed(desk: Desk) -> None:
    form = desk.answered()
    form.tasks["A7"] = "xem phụ lục"
    form.tasks["A8"] = "2."
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L470"])
    assert f"Nhiệm vụ: cảnh báo L470: 1 {LISTED}A7 “xem phụ lục”\n" in outcome.err


def test_more_words_beside_the_rest_are_listed(desk: Desk) -> None:
    form = desk.answered()
    row = form.rows[layout.REST]
    form.tasks[f"D{row}"], form.tasks[f"G{row}"] = "cả năm", "Đã tổ chức 3 lớp"
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L470"])
    assert f"Nhiệm vụ: cảnh báo L470: 2 {LISTED}D{row} “cả năm”, G{row} “Đã tổ chức 3 lớp”\n" in outcome.err
    assert desk.data() == LEAST


def test_words_in_the_columns_of_the_form_are_listed(desk: Desk) -> None:
    form = desk.answered()
    form.tasks["H7"], form.tasks["E7"], form.tasks["D8"] = "Đã làm 5 việc", "quý III", "Không tham gia"
    form.tasks["C8"] = "Đã tổ chức xong"
    form["Số liệu"]["E6"] = 200
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L470", "L470"])
    cells = "E7 “quý III”, H7 “Đã làm 5 việc”, C8 “Đã tổ chức xong”, D8 “Không tham gia”"
    assert f"Nhiệm vụ: cảnh báo L470: 4 {LISTED}{cells}\n" in outcome.err
    assert f"Số liệu: cảnh báo L470: 1 {LISTED}E6 “200”\n" in outcome.err
    assert desk.data() == LEAST


def test_equal_lines_of_money_are_two_lines_but_a_copied_sheet_is_one(desk: Desk) -> None:
    form = desk.answered()
    for _ in range(2):
        form.add(layout.FUNDS, ref="II.6", source="ngân sách xã", used=5)
    form.book.copy_worksheet(form["Kinh phí"])
    assert taken(desk.submit(form))
    line = {"ref": "II.6", "source": "ngân sách xã", "used": 5}
    assert desk.data()["funds"] == [line, line]


def test_form_of_an_older_plan_is_taken_with_what_changed(desk: Desk) -> None:
    form = desk.answered()
    form.set_meta("duty:II.6", layout.duty_digest("II.6", "lời cũ", "lead"))
    form.set_meta("duty:IV.3", "không còn")
    meta = form[layout.META]
    meta.append(("duty:II.99", "x"))
    next(row for row in meta.iter_rows() if row[0].value == "duty:IV.3")[0].value = "duty:II.1"
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L421"])
    assert (
        "a.xlsx: cảnh báo L421: biểu mẫu phát hành trước khi kế hoạch thay đổi: "
        "nhiệm vụ II.1 không còn giao cho đơn vị; nhiệm vụ II.6 đã sửa lời; thêm nhiệm vụ IV.3; bỏ nhiệm vụ II.99\n"
    ) in outcome.err
    assert desk.data() == LEAST


CHANGED = "cảnh báo L421: biểu mẫu phát hành trước khi kế hoạch thay đổi: "


def renumbered(form: FormBook, ref: str, other: str) -> None:
    """The form went out when the clause that is `other` in today's plan was `ref`."""
    row, meta = form.rows[other], form[layout.META]
    form.tasks[f"B{row}"] = ref
    text, role = (str(form.tasks[f"{c}{row}"].value) for c in "CD")
    kept = next(r for r in meta.iter_rows() if r[0].value == f"duty:{other}")
    kept[0].value, kept[1].value = f"duty:{ref}", layout.duty_digest(ref, text, ROLE_KEYS.get(role, role))


def test_clauses_that_changed_numbers_are_filed_by_their_words(desk: Desk) -> None:
    form = desk.answered()
    form.answer("IV.3", "Đã hoàn thành", "Đã rà soát.")
    keys = {row[0].value: row[1] for row in form[layout.META].iter_rows()}
    for ref, other in (("II.6", "IV.3"), ("IV.3", "II.6")):
        row = form.rows[other]
        form.tasks[f"B{row}"] = ref
        text, role = (str(form.tasks[f"{c}{row}"].value) for c in "CD")
        keys[f"duty:{ref}"].value = layout.duty_digest(ref, text, ROLE_KEYS.get(role, role))
    form.add(layout.FUNDS, ref="IV.3 – Trợ giúp pháp lý", source="ngân sách xã", used=5)
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L421"] * 4)
    assert f"a.xlsx: {CHANGED}mục II.6 nay là mục IV.3; mục IV.3 nay là mục II.6\n" in outcome.err
    where = f"a.xlsx:Nhiệm vụ!B{form.rows['II.6']}"
    assert f"{where}: {CHANGED}mục IV.3 ghi ở đây nay là mục II.6\n" in outcome.err
    assert desk.data() == LEAST | {
        "tasks": [*LEAST["tasks"], {"ref": "IV.3", "status": "đã hoàn thành", "result": "Đã rà soát."}],
        "funds": [{"ref": "II.6", "source": "ngân sách xã", "used": 5}],
    }


def test_words_tell_the_clause_where_the_hidden_sheet_is_gone(desk: Desk) -> None:
    form = desk.answered()
    del form.book[layout.META]
    form.tasks[f"B{form.rows['II.6']}"] = "IV.3"
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L421"])
    assert "mục IV.3 ghi ở đây nay là mục II.6\n" in outcome.err
    assert desk.data() == LEAST


def test_line_of_a_clause_that_is_gone_is_kept_without_it(desk: Desk) -> None:
    form = desk.answered()
    form[layout.META].append(("duty:II.99", "x"))
    renumbered(form, "II.66", "IV.3")
    form.add(layout.FUNDS, ref="II.99 – Việc cũ", source="ngân sách xã", used=5)
    form.add(layout.DIFFICULTIES, text="Thiếu cán bộ", ref="II.66")
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L421", "L436", "L421"])
    assert (
        "a.xlsx:Kinh phí!B6: cảnh báo L436: nhiệm vụ II.99 không còn trong kế hoạch; "
        "dòng này được nhập, không ghi nhiệm vụ\n"
    ) in outcome.err
    said = f"a.xlsx:Khó khăn, kiến nghị!D9: {CHANGED}mục II.66 ghi ở đây nay là mục IV.3\n"
    assert said in outcome.err
    assert desk.data() == LEAST | {
        "difficulties": [{"text": "Thiếu cán bộ", "ref": "IV.3"}],
        "funds": [{"source": "ngân sách xã", "used": 5}],
    }


def test_changed_role_is_told_as_such(desk: Desk) -> None:
    form = desk.answered()
    text = str(form.tasks[f"C{form.rows['II.6']}"].value)
    form.set_meta("duty:II.6", layout.duty_digest("II.6", text, "coordinating"))
    assert "thay đổi: nhiệm vụ II.6 đã đổi vai trò\n" in desk.submit(form).err


# Several files, and what is there already.


def test_good_files_are_written_and_bad_ones_told(desk: Desk) -> None:
    other = desk.form("Phòng Nội vụ")
    other.rest()
    outcome = desk.submit(desk.answered(), desk.form("Trung tâm Y tế"), other, "khong-co.xlsx")
    assert outcome.code == 1
    assert outcome.err == (
        "b.xlsx: lỗi L420: biểu mẫu chưa điền\n"
        "   gợi ý: kiểm tra lại tệp, hoặc đề nghị đơn vị gửi biểu mẫu đã điền.\n"
        "khong-co.xlsx: lỗi L407: không đọc được tệp: tệp hoặc liên kết trỏ đến tệp không còn\n"
        "   gợi ý: kiểm tra đường dẫn; nếu tệp đang mở trong Excel thì đóng lại.\n"
        "Có 2 lỗi trong 4 biểu mẫu.\n"
        "Không nhập 2/4 tệp: b.xlsx; khong-co.xlsx.\n"
    )
    assert outcome.out.endswith(
        "Đã nhập 2 báo cáo.\nĐã nhận 2/31 báo cáo; chưa gửi 29. "
        "Hạn cuối: hết ngày 14/5/2025 (còn 1 ngày). Tính đến ngày 13/5/2025.\n"
    )
    assert desk.data("phong-noi-vu") == {"rest": "không phát sinh"}
    assert not desk.office.report_file("trung-tam-y-te").exists()


def test_dry_run_says_the_same_and_writes_nothing(desk: Desk) -> None:
    before = desk.plan_files()
    said = taken(desk.submit(desk.answered(), options=("--dry-run",)))
    assert desk.plan_files() == before
    assert said.startswith("Sẽ nhập báo cáo của Phòng Tư pháp, đến ngày 13/5/2025. Đã gửi đúng hạn.\n")
    assert "Đã nhận 1/31 báo cáo; chưa gửi 30." in said
    assert "Gửi lại đơn vị" not in said
    assert said.endswith("Chạy thử (--dry-run): không có tệp nào bị thay đổi.\n")


def test_form_for_a_closed_period_is_told_so(desk: Desk) -> None:
    closed = desk.office.run("close", "-p", "6thang", as_of="2025-05-13")
    assert closed.code == 0
    raw = desk.answered().raw()
    would = taken(desk.submit(raw, options=("--dry-run",)))
    assert "Kỳ này đã chốt số liệu; báo cáo sẽ được ghi “bổ sung sau khi chốt”.\n" in would
    said = "Kỳ này đã chốt số liệu; báo cáo được ghi “bổ sung sau khi chốt”.\n"
    assert said in taken(desk.submit(raw))
    assert said not in taken(desk.submit(raw))


def test_two_files_for_one_slot_are_both_refused(desk: Desk) -> None:
    before = desk.plan_files()
    again = desk.answered()
    again.answer("IV.3", "Đang thực hiện", "Khác.")
    outcome = desk.submit(desk.answered(), again)
    assert (outcome.code, codes(outcome), outcome.out) == (1, ["L423", "L423"], "")
    assert outcome.err.endswith(f"Không nhập 2/2 tệp: a.xlsx; b.xlsx. {UNTOUCHED}\n")
    assert desk.plan_files() == before


def test_twins_of_one_name_are_told_by_their_paths(desk: Desk) -> None:
    for folder in ("x", "y"):
        (desk.root / folder).mkdir()
        desk.answered().save(desk.root / folder / "bc.xlsx")
    said = desk.submit("x/bc.xlsx", "y/bc.xlsx").err
    assert "còn có ở tệp khác trong cùng lần nhập: y/bc.xlsx\n" in said
    assert "còn có ở tệp khác trong cùng lần nhập: x/bc.xlsx\n" in said


def test_form_that_was_entered_before_is_no_mistake(desk: Desk) -> None:
    raw = desk.answered().raw()
    taken(desk.submit(raw))
    before = desk.plan_files()
    said = taken(desk.submit(raw))
    assert said.startswith(
        "Phòng Tư pháp: biểu mẫu này đã nhập từ trước, đến ngày 13/5/2025. Đã gửi đúng hạn.\n"
    )
    assert desk.plan_files() == before


def test_entered_report_is_replaced_only_when_asked_and_kept(desk: Desk) -> None:
    taken(desk.submit(desk.answered(), options=("--received", "12/5/2025", "--number", "45/BC-TP")))
    file = desk.office.report_file("phong-tu-phap")
    first = file.read_bytes()
    better = desk.answered()
    better.answer("II.6", "Đã hoàn thành", "Đã xong.")
    better.box("number", "46/BC-TP")
    outcome = desk.submit(better)
    assert (outcome.code, codes(outcome)) == (1, ["L424"])
    assert file.read_bytes() == first
    said = taken(desk.submit(better, options=("--replace",)))
    assert "đến ngày 12/5/2025 (như đã ghi khi nhận)" in said
    assert "; bản trước được giữ trong thư mục _truoc.\n" in said
    kept = file.parent / "_truoc" / "2025-05-12-phong-tu-phap.yaml"
    assert kept.read_bytes() == first
    assert (desk.report().number, desk.report().received) == ("46/BC-TP", date(2025, 5, 12))
    checked = desk.office.run("check", as_of="2025-05-13")
    assert checked.out.endswith("(1 bản trước được giữ lại).\n") or "1 bản trước được giữ lại" in checked.err
    assert "_truoc" not in checked.out + checked.err


def test_each_replaced_report_is_kept_once(desk: Desk) -> None:
    taken(desk.submit(desk.answered()))
    for n in range(3):
        form = desk.answered()
        form.answer("IV.3", "Đang thực hiện", f"Lần {n}.")
        taken(desk.submit(form, options=("--replace",)))
    folder = desk.office.report_file("phong-tu-phap").parent / "_truoc"
    assert sorted(p.name for p in folder.iterdir()) == [
        "2025-05-13-phong-tu-phap-2.yaml",
        "2025-05-13-phong-tu-phap-3.yaml",
        "2025-05-13-phong-tu-phap.yaml",
    ]


def test_logged_report_is_completed_and_keeps_what_was_logged(desk: Desk) -> None:
    logged = (
        "--number",
        "45/BC-TP",
        "--arrival-number",
        "1043",
        "--channel",
        "Bản giấy",
        "--covers",
        "Phòng Nội vụ",
    )
    desk.office.run(*RECEIVED, *logged, as_of="2025-05-13")
    form = desk.answered()
    form.box("number", "45/BC-TPP")
    form.box("signer", "Đinh Văn A")
    outcome = desk.submit(form)
    assert (outcome.code, codes(outcome)) == (0, ["L425"])
    assert (
        "số, ký hiệu trong biểu mẫu là “45/BC-TPP”, khác “45/BC-TP” đã ghi khi nhận; giữ bản đã ghi"
        in outcome.err
    )
    assert desk.data() == {
        **LEAST,
        "number": "45/BC-TP",
        "arrival_number": "1043",
        "channel": "Bản giấy",
        "signer": "Đinh Văn A",
        "covers": ["Phòng Nội vụ"],
    }
    assert desk.report().received == date(2025, 5, 10)
    assert not (desk.office.report_file("phong-tu-phap").parent / "_truoc").exists()


def test_what_the_call_says_comes_first(desk: Desk) -> None:
    desk.office.run(*RECEIVED, "--number", "45/BC-TP", "--draft", as_of="2025-05-13")
    options = (
        "--number",
        "50/BC-TP",
        "--received",
        "11/5/2025",
        "--signer",
        "Lê  Văn C",
        "--dated",
        "9/5/2025",
    )
    taken(desk.submit(desk.answered(), options=options))
    assert desk.data() == {
        **LEAST,
        "number": "50/BC-TP",
        "dated": "2025-05-09",
        "signer": "Lê Văn C",
        "draft": True,
    }
    assert desk.report().received == date(2025, 5, 11)


def test_report_that_was_sent_back_comes_again_as_a_new_arrival(desk: Desk) -> None:
    returned = ("--returned", "11/5/2025", "--reason", "Thiếu số liệu", "--number", "45/BC-TP")
    desk.office.run(*RECEIVED, *returned, as_of="2025-05-13")
    taken(desk.submit(desk.answered()))
    assert desk.data() == LEAST
    assert desk.report().received == date(2025, 5, 13)
    folder = desk.office.report_file("phong-tu-phap").parent / "_truoc"
    assert [p.name for p in folder.iterdir()] == ["2025-05-10-phong-tu-phap.yaml"]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (
            ("--received", "14/5/2025"),
            "ngày đến 14/5/2025 ở sau ngày đang xét 13/5/2025; kiểm tra ngày đến, hoặc thêm --as-of",
        ),
        (("--agency", "UBND các xã"), None),
        (("--plan", "62"), None),
    ],
)
def test_wrong_calls_change_nothing(desk: Desk, options: tuple[str, ...], why: str | None) -> None:
    before = desk.plan_files()
    told = desk.submit(desk.answered(), options=options).told
    assert why is None or told == f"{why}. {UNTOUCHED}"
    assert desk.plan_files() == before


def test_facts_of_one_report_fit_one_file(desk: Desk) -> None:
    told = desk.submit(desk.answered(), desk.form("Phòng Nội vụ"), options=("--number", "1/BC")).told
    assert told.startswith(
        "--agency, --number, --dated, --arrival-number và --signer chỉ dùng khi nhập một tệp."
    )


@pytest.mark.parametrize("name", ["bie\u0302\u0309u ma\u0302\u0303u (1).xlsx", "a\u0007b: #1.xlsx"])
def test_any_file_name_is_recorded(desk: Desk, name: str) -> None:
    desk.answered().save(desk.root / name)
    taken(desk.submit(name))
    origin = desk.report().origin
    assert origin is not None
    assert origin.file == clean(name)


def test_lock_of_excel_is_no_form(desk: Desk) -> None:
    (desk.root / "~$a.xlsx").write_bytes(b"\x05Clerk")
    outcome = desk.submit(desk.answered(), "~$a.xlsx")
    assert (outcome.code, outcome.err) == (0, "Bỏ qua tệp khóa tạm của Excel: ~$a.xlsx.\n")


def test_file_that_cannot_be_written_is_told_and_the_others_are_not_lost(desk: Desk) -> None:
    from kehoach_cli.store import report_file

    whole = report_file.put_report

    def full_disk(root: Path, file: str, text: str, **more: object) -> str | None:
        if "phong-tu-phap" in file:
            raise OSError(28, "full")
        return whole(root, file, text, **more)  # type: ignore[arg-type]

    other = desk.form("Phòng Nội vụ")
    other.rest()
    with mock.patch.object(report_file, "put_report", full_disk):
        outcome = desk.submit(desk.answered(), other)
    assert (outcome.code, codes(outcome)) == (1, ["L406"])
    assert f"không ghi được tệp báo cáo {FILE.format('phong-tu-phap')}: ổ đĩa đã đầy" in outcome.err
    assert desk.data("phong-noi-vu") == {"rest": "không phát sinh"}


LOADED = "cli.submitting store.report_file store.loading"


def test_kill_at_any_moment_loses_nothing(desk: Desk) -> None:
    taken(desk.submit(desk.answered()))
    file = desk.office.report_file("phong-tu-phap")
    better = desk.answered()
    better.answer("II.6", "Đã hoàn thành", "Đã xong. " * 400)
    better.save(desk.root / "b.xlsx")
    words = ["submit", "b.xlsx", "--replace", "--as-of", "2025-05-13"]
    draw = random.Random(61)  # noqa: S311  # moments, no secrets
    for _ in range(6):
        before = file.read_bytes()
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, LOADED, *words],
            cwd=desk.root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert child.stdin
        assert child.stdout
        child.stdout.readline()
        child.stdin.write(b"\n")
        child.stdin.flush()
        time.sleep(draw.uniform(0.0, 0.12))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        found = desk.report()  # whole, old or new, and the workspace is in order
        kept = [p.read_bytes() for p in (file.parent / "_truoc").glob("*.yaml")]
        assert file.read_bytes() == before or before in kept
        assert found.is_entered


def test_form_as_it_goes_out_comes_back(desk: Desk) -> None:
    import openpyxl

    made = desk.office.run(
        "form", "-p", "6thang", "-a", "Phòng Tư pháp", "-o", "out.xlsx", as_of="2025-04-22"
    )
    assert made.code == 0
    assert codes(desk.submit("out.xlsx")) == ["L420"]  # nothing in it is mistaken for an answer
    book = openpyxl.load_workbook(desk.root / "out.xlsx")
    tasks = book["Nhiệm vụ"]
    rows = {tasks.cell(row, 2).value or tasks.cell(row, 3).value: row for row in range(5, tasks.max_row + 1)}
    tasks.cell(rows["II.6"], 6, "Đang thực hiện")
    tasks.cell(rows["II.6"], 7, "Đã trợ giúp 12 lượt.")
    tasks.cell(rows[layout.REST], 6, "Không phát sinh trong kỳ")
    book["Số liệu"].cell(6, 7, 12)
    book.save(desk.root / "out.xlsx")
    taken(desk.submit("out.xlsx"))
    assert desk.data() == {**LEAST, "figures": [{"indicator": "luot-tro-giup", "value": "12"}]}


def test_examples_in_help_are_good_calls(desk: Desk) -> None:
    import shlex

    _, _, examples = desk.office.run("submit", "--help").out.partition("Ví dụ:\n")
    desk.root.joinpath("nhan-ve").mkdir()
    for line in examples.splitlines():
        _, _, file, *options = shlex.split(line)
        name = file.replace("*", "a")
        desk.answered().save(desk.root / name)
        taken(desk.submit(name, options=(*options, "--replace")))
