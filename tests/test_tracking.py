"""kehoach status --register: the office's book of reports, against reports laid in by hand."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from kehoach_cli.queries.status import status_view
from kehoach_cli.queries.tracking import tracking_view
from kehoach_cli.render.tracking_table import COLUMNS, tracking_forms
from made_up_reports import REPORTS, plan_61, six_months
from program import ENTERED, PLAN, Office, add_second_plan, golden
from test_lists import AS_OF

if TYPE_CHECKING:
    from pathlib import Path

JOINT = "covers:\n  - cong-an-xa-son-mua\nrest: không phát sinh\n"
BOOK = {
    "Trung tâm Y tế": {
        "Số, ký hiệu": "45/BC-TTYT",
        "Ngày văn bản": "10/5/2025",
        "Người ký": "Nguyễn Văn A",
        "Ngày đến": "12/5/2025",
        "Số đến": "1203",
        "Hình thức": "Trục liên thông/phần mềm QLVB",
        "Tình trạng": "Đã gửi đúng hạn",
        "Ghi chú": "Báo cáo không phát sinh",
    },
    "Phòng Tư pháp": {
        "Ngày đến": "16/5/2025",
        "Hình thức": "Bản mềm (chưa có văn bản); Thư điện tử",
        "Tình trạng": "Đã gửi, trễ 2 ngày",
        "Đôn đốc (số, ngày công văn)": "312/UBND-TH, 15/5/2025",
        "Ghi chú": "Đã có bản mềm, chờ văn bản chính thức; Đã nhận, chưa nhập nội dung",
    },
    "Phòng Nội vụ": {
        "Số, ký hiệu": "9/BC-NV",
        "Ngày đến": "13/5/2025",
        "Tình trạng": "Trả lại để bổ sung (ngày 14/5/2025)",
        "Ghi chú": "Lý do trả lại: Thiếu số liệu",
    },
    "Hội Nông dân huyện": {"Tình trạng": "Quá hạn, chưa gửi (6 ngày)", "Ghi chú": "Liên hệ: chị Hoa, 0912 345 678"},
    "Huyện đoàn": {"Tình trạng": "Không phải báo cáo kỳ này", "Ghi chú": "Lý do: Sáp nhập"},
    "UBND xã Sơn Dung": {
        "Tình trạng": "Quá hạn, chưa gửi (6 ngày)",
        "Đôn đốc (số, ngày công văn)": "312/UBND-TH, 15/5/2025; 330/UBND-TH, 19/5/2025",
    },
    "UBND xã Sơn Mùa": {
        "Ngày đến": "15/5/2025",
        "Tình trạng": "Đã gửi, trễ 1 ngày (đúng ngày mốc)",
        "Đôn đốc (số, ngày công văn)": "330/UBND-TH, 19/5/2025",
        "Ghi chú": "Báo cáo chung với Công an xã Sơn Mùa; Báo cáo không phát sinh",
    },
    "Công an xã Sơn Mùa": {
        "Ngày đến": "15/5/2025",
        "Hình thức": "Lồng ghép trong báo cáo của UBND xã Sơn Mùa",
        "Tình trạng": "Đã gửi, trễ 1 ngày (đúng ngày mốc)",
        "Ghi chú": "Báo cáo chung với UBND xã Sơn Mùa; Báo cáo không phát sinh",
    },
}  # fmt: skip


def letter(
    office: Office, number: str, dated: str, stage: int, *agencies: str, period: str = "6thang"
) -> None:
    path = office.file(f"plan/61-kh-ubnd-2025/issued/{dated}-{number.replace('/', '-').lower()}.yaml")
    path.parent.mkdir(exist_ok=True)
    listed = "".join(f"  - {name}\n" for name in agencies)
    path.write_text(
        f"schema: 1\ndocument: cong-van\nperiod: {period}\nnumber: {number}\ndated: {dated}\nstage: {stage}\n"
        f"agencies:\n{listed}",
        encoding="utf-8",
    )


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Reports in every state, three letters of this period and one of the next."""
    made = Office(tmp_path)
    made.report(
        "trung-tam-y-te",
        "2025-05-12",
        f"{ENTERED}number: 45/BC-TTYT\ndated: 2025-05-10\nsigner: Nguyễn Văn A\narrival_number: 1203\n"
        "channel: Trục liên thông/phần mềm QLVB\n",
    )
    made.report("phong-tu-phap", "2025-05-16", "draft: true\nchannel: Thư điện tử\n")
    returned = "number: 9/BC-NV\nreturned:\n  date: 2025-05-14\n  reason: Thiếu số liệu\n"
    made.report("phong-noi-vu", "2025-05-13", returned)
    made.report("ubnd-xa-son-mua", "2025-05-15", JOINT)
    made.edit(
        PLAN,
        "    receiver:",
        "    exempt:\n      - agency: Huyện đoàn\n        reason: Sáp nhập\n    receiver:",
    )
    made.edit(
        "plan/agencies.yaml",
        "    name: Hội Nông dân huyện\n",
        "    name: Hội Nông dân huyện\n    contact: chị Hoa, 0912 345 678\n",
    )
    letter(made, "301/UBND-TH", "2025-05-05", 1, "Phòng Tư pháp", "UBND xã Sơn Dung")
    letter(made, "312/UBND-TH", "2025-05-15", 2, "Phòng Tư pháp", "ubnd-xa-son-dung")
    letter(made, "330/UBND-TH", "2025-05-19", 3, "ubnd-xa-son-mua", "UBND xã Sơn Dung")
    letter(made, "340/UBND-TH", "2025-05-19", 2, "Phòng Tư pháp", period="nam")
    letter(made, "350/UBND-TH", "2025-05-25", 3, "Phòng Tư pháp")
    return made


def book(office: Office, *words: str) -> dict[str, dict[str, str]]:
    """Agency → the filled cells of its row, as CSV has them."""
    head, *rows = office.run("status", "--register", "-p", "6thang", "--format", "csv", *words).rows
    assert head == ["Kế hoạch", "Kỳ báo cáo", "Khối", "Liên hệ", *COLUMNS[1:]]
    lines = [dict(zip(head, row, strict=True)) for row in rows]
    return {
        line.pop("Cơ quan, đơn vị"): {k: v for k, v in line.items() if v and k in COLUMNS} for line in lines
    }


def test_every_cell_is_what_the_files_say(office: Office) -> None:
    found = book(office)
    assert len(found) == 31
    assert {name: found[name] for name in BOOK} == BOOK
    quiet = [name for name, cells in found.items() if name not in BOOK and name.startswith("Công an")]
    assert [found[name] for name in quiet] == [{"Tình trạng": "Quá hạn, chưa gửi (6 ngày)"}] * 8


def test_the_whole_book(office: Office) -> None:
    out = office.run("status", "--register", "-p", "6thang").out
    golden("status/so-theo-doi.txt", out)
    lines = out.splitlines()
    assert lines[:2] == [
        "SỔ THEO DÕI BÁO CÁO",
        "Kỳ 6 tháng đầu năm 2025 (Kế hoạch số 61/KH-UBND ngày 04/4/2025)",
    ]
    blocks = [line for line in lines if line[1:3] == ". "]
    assert blocks == [
        "A. Phòng, ban, đơn vị",
        "B. Mặt trận và các tổ chức chính trị - xã hội",
        "C. UBND các xã",
        "D. Công an các xã",
    ]
    assert "Cộng: phải báo cáo 30; đã gửi 4 (đúng hạn 1, trễ 3); chưa gửi 26; không phải báo cáo 1" in lines
    assert lines[-1] == "Bảng này phục vụ theo dõi, không thay sổ đăng ký văn bản đến của văn thư."


@pytest.mark.parametrize("width", [60, 100, 240])
def test_on_a_terminal_nothing_is_lost(office: Office, width: int) -> None:
    out = office.run("status", "--register", "-p", "6thang", width=width).out
    assert max(map(len, out.splitlines())) <= width
    words = {word for cells in book(office).values() for cell in cells.values() for word in cell.split()}
    assert words <= {*out.split()}
    assert "Cộng: phải báo cáo 30; đã gửi 4" in " ".join(out.split())


def test_letters_that_had_not_gone_out_are_not_told(office: Office) -> None:
    def urged(as_of: str) -> list[object]:
        rows = office.run("status", "--register", "-p", "6thang", "--format", "json", as_of=as_of).data
        [row] = [r for r in rows["deadlines"][0]["rows"] if r["agency"]["id"] == "phong-tu-phap"]
        return [(found["number"], found["dated"], found["stage"]) for found in row["letters"]]

    assert urged("2025-05-14") == []
    assert urged("2025-05-15") == [("312/UBND-TH", "2025-05-15", 2)]
    assert urged("2025-05-25") == [("312/UBND-TH", "2025-05-15", 2), ("350/UBND-TH", "2025-05-25", 3)]


def test_json_is_as_promised(office: Office) -> None:
    answer = office.run("status", "--register", "--format", "json").data
    assert [*answer] == ["schema", "as_of", "deadlines"]
    assert (answer["schema"], answer["as_of"]) == ("kehoach/register-of-reports/1", "2025-05-20")
    first, second = answer["deadlines"]
    assert [first["period"], second["period"]] == ["6thang", "nam"]
    assert first["counts"] == {
        "expected": 30, "received": 4, "on_time": 1, "late": 3, "missing": 26, "overdue": 25, "exempt": 1,
    }  # fmt: skip
    rows = {row["agency"]["id"]: row for row in first["rows"]}
    assert rows["cong-an-xa-son-mua"] == {
        "agency": {"id": "cong-an-xa-son-mua", "name": "Công an xã Sơn Mùa"},
        "block": "Công an các xã",
        "number": None,
        "dated": None,
        "signer": None,
        "received": "2025-05-15",
        "arrival_number": None,
        "channel": None,
        "draft": False,
        "joint_with": ["UBND xã Sơn Mùa"],
        "state": "late",
        "days": 1,
        "last_day": "2025-05-14",
        "letters": [],
        "contact": None,
        "origin": None,
    }
    assert rows["hoi-nong-dan"]["contact"] == "chị Hoa, 0912 345 678"
    assert rows["hoi-nong-dan"]["draft"] is None


def test_the_book_has_the_slots_of_the_status() -> None:
    folder, _ = six_months(REPORTS)
    workspace = plan_61()._replace(plans=(folder,))
    status, view = status_view(workspace, AS_OF), tracking_view(workspace, AS_OF)
    assert [d.status for d in view.deadlines] == [*status.deadlines]
    assert [tuple(t.slot for t in d.tracked) for d in view.deadlines] == [d.slots for d in status.deadlines]


def test_for_one_agency_and_for_one_that_owes_nothing(office: Office) -> None:
    assert [*book(office, "-a", "ttyt")] == ["Trung tâm Y tế"]
    out = office.run("status", "--register", "-p", "6thang", "-a", "van-phong").out
    assert "Văn phòng HĐND & UBND huyện không thuộc đối tượng báo cáo kỳ 6thang.\n" in out


def test_fail_late_holds_for_the_book_too(office: Office) -> None:
    assert office.run("status", "--register", "-p", "6thang", "--fail-late").code == 1
    assert office.run("status", "--register", "-p", "nam", "--fail-late").code == 0


def test_a_sheet_a_deadline_named_by_period_and_plan(office: Office) -> None:
    add_second_plan(office)
    import openpyxl

    assert office.run("status", "--register", "-o", "so.xlsx").err == "Đã ghi so.xlsx.\n"
    names = openpyxl.load_workbook(office.file("so.xlsx")).sheetnames
    assert names == [
        "61-KH-UBND 6 tháng đầu năm 2025",
        "12-KH-UBND 6 tháng đầu năm 2025",
        "61-KH-UBND năm 2025",
    ]


def test_markdown_has_the_sum_in_its_last_row(office: Office) -> None:
    out = office.run("status", "--register", "-p", "6thang", "--format", "md").out
    rows = [line for line in out.splitlines() if line.startswith("|")]
    assert rows[-1].startswith("|  | **Cộng: phải báo cáo 30; đã gửi 4")
    assert {row.count("|") for row in rows} == {len(COLUMNS) + 1}


def test_in_a_workbook_the_sum_is_the_last_row_across_the_table(office: Office) -> None:
    import openpyxl

    office.run("status", "--register", "-p", "6thang", "-o", "so.xlsx")
    [sheet] = openpyxl.load_workbook(io.BytesIO(office.file("so.xlsx").read_bytes())).worksheets
    said: list[Any] = [row[0] for row in sheet.iter_rows(values_only=True)]
    at = next(n for n, text in enumerate(said) if str(text).startswith("Cộng: "))
    assert said[at - 1] == 31
    assert f"A{at + 1}:K{at + 1}" in {str(found) for found in sheet.merged_cells.ranges}


def test_forms_of_nothing_say_so() -> None:
    workspace = plan_61()._replace(plans=())
    [table] = tracking_forms(tracking_view(workspace, AS_OF)).tables()
    assert table.foot[0] == "Chưa có hạn báo cáo nào."


def test_the_form_a_report_was_read_from_is_told(tmp_path: Path) -> None:
    office = Office(tmp_path)
    origin = "origin:\n  file: Bieu-mau_05.xlsx\n  hash: 0123456789abcdef0123456789abcdef\n"
    office.report("phong-tu-phap", "2025-05-12", ENTERED + origin)
    out = office.run("status", "--register", "-p", "6thang").out
    assert "Nhập từ biểu mẫu Bieu-mau_05.xlsx (mã băm 01234567)" in out
    (row,) = (
        row
        for row in office.run("status", "--register", "-p", "6thang", "--format", "json").data["deadlines"][
            0
        ]["rows"]
        if row["agency"]["id"] == "phong-tu-phap"
    )
    assert row["origin"] == {"file": "Bieu-mau_05.xlsx", "hash": "0123456789abcdef0123456789abcdef"}
