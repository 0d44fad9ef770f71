"""kehoach status: who has reported, who is late; the words are those of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from program import ENTERED, PLAN, ROOT, Office, Outcome, add_second_plan, golden, kehoach, read_csv
from test_plan_61 import DUTIES, OWE_NO_REPORT

if TYPE_CHECKING:
    from pathlib import Path

REPORTERS = [agency for agency in DUTIES if agency not in OWE_NO_REPORT]
OPEN_GROUPS = "      - Công an các xã\n      - Hội, đoàn thể\n      - Các cơ quan, ban, ngành\n"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def status(office: Office, *words: str, as_of: str = "2025-05-20") -> Outcome:
    return office.run("status", "--period", "6thang", *words, as_of=as_of)


def sum_line(office: Office, *words: str, as_of: str) -> str:
    """The first line below the table."""
    return status(office, *words, as_of=as_of).out.split("\n\n")[2].splitlines()[0]


def row(office: Office, agency: str, as_of: str = "2025-05-20") -> tuple[str, str]:
    """What the table says of one agency: state and notes."""
    out = office.run("status", "-p", "6thang", "--format", "csv", as_of=as_of).out
    head, *rows = read_csv(out)
    found = [dict(zip(head, line, strict=True)) for line in rows]
    [line] = [line for line in found if line["Cơ quan, đơn vị"] == agency]
    return line["Tình trạng"], line["Ghi chú"]


def exempt(agency: str) -> str:
    return f"    exempt:\n      - agency: {agency}\n        reason: Mới thành lập\n"


def extended(agency: str, until: str) -> str:
    return (
        f"    extended:\n      - agency: {agency}\n        until: {until}\n        basis: Lãnh đạo đồng ý\n"
    )


def amend(office: Office, more: str) -> None:
    """Add keys to the first deadline."""
    office.edit(PLAN, "    receiver:", f"{more}    receiver:")


@pytest.mark.parametrize(
    ("as_of", "received", "more", "state"),
    [
        ("2025-05-01", "", "", "Chưa đến hạn"),
        ("2025-05-06", "", "", "Chưa đến hạn"),
        ("2025-05-07", "", "", "Sắp đến hạn (còn 7 ngày)"),
        ("2025-05-10", "", "", "Sắp đến hạn (còn 4 ngày)"),
        ("2025-05-14", "", "", "Đến hạn hôm nay"),
        ("2025-05-15", "", "", "Quá hạn, chưa gửi (1 ngày)"),
        ("2025-05-20", "", "", "Quá hạn, chưa gửi (6 ngày)"),
        ("2025-05-20", "2025-05-14", ENTERED, "Đã gửi đúng hạn"),
        ("2025-05-20", "2025-05-15", ENTERED, "Đã gửi, trễ 1 ngày (đúng ngày mốc)"),
        ("2025-05-20", "2025-05-16", ENTERED, "Đã gửi, trễ 2 ngày"),
        ("2025-05-15", "2025-05-16", ENTERED, "Quá hạn, chưa gửi (1 ngày)"),
        (
            "2025-05-20",
            "2025-05-12",
            "returned:\n  date: 2025-05-13\n  reason: Thiếu số liệu\n",
            "Trả lại để bổ sung (ngày 13/5/2025)",
        ),
        ("2025-05-12", "2025-05-12", "returned:\n  date: 2025-05-13\n  reason: Thiếu\n", "Đã gửi đúng hạn"),
        ("2025-05-20", "2025-05-14", "returned:\n  date: 2025-05-13\n  reason: Thiếu\n", "Đã gửi đúng hạn"),
    ],
)
def test_states_in_the_words_of_the_office(
    office: Office, as_of: str, received: str, more: str, state: str
) -> None:
    if received:
        office.report("phong-tu-phap", received, more)
    assert row(office, "Phòng Tư pháp", as_of)[0] == state


@pytest.mark.parametrize(
    ("more", "notes"),
    [
        ("", "Đã nhận, chưa nhập nội dung"),
        (ENTERED, "Báo cáo không phát sinh"),
        ("tasks:\n  - ref: II.6\n    status: không phát sinh\n", "Báo cáo không phát sinh"),
        ("tasks:\n  - ref: II.6\n    status: đang thực hiện\n    result: Đã làm\n", ""),
        (f"{ENTERED}directives:\n  - Kế hoạch số 1\n", ""),
        (f"{ENTERED}difficulties:\n  - text: Thiếu người\n", ""),
        (f"{ENTERED}draft: true\n", "Đã có bản mềm, chờ văn bản chính thức; Báo cáo không phát sinh"),
        ("draft: true\n", "Đã có bản mềm, chờ văn bản chính thức; Đã nhận, chưa nhập nội dung"),
        ("returned:\n  date: 2025-05-13\n  reason: Thiếu số liệu\n", "Lý do trả lại: Thiếu số liệu"),
    ],
)
def test_marks_in_the_words_of_the_office(office: Office, more: str, notes: str) -> None:
    office.report("phong-tu-phap", "2025-05-12", more)
    assert row(office, "Phòng Tư pháp")[1] == notes


def test_a_joint_report_fills_the_slots_of_all_it_covers(office: Office) -> None:
    office.report(
        "ubnd-xa-son-mua", "2025-05-16", f"{ENTERED}number: 9/BC-UBND\ncovers:\n  - cong-an-xa-son-mua\n"
    )
    late = "Đã gửi, trễ 2 ngày"
    assert row(office, "UBND xã Sơn Mùa") == (
        late,
        "Báo cáo chung với Công an xã Sơn Mùa; Báo cáo không phát sinh",
    )
    assert row(office, "Công an xã Sơn Mùa") == (
        late,
        "Báo cáo chung với UBND xã Sơn Mùa; Báo cáo không phát sinh",
    )
    assert sum_line(office, as_of="2025-05-20").startswith("Đã nhận 2/31 báo cáo (đúng hạn 0, trễ 2)")
    office.report("cong-an-xa-son-mua", "2025-05-14")
    assert row(office, "Công an xã Sơn Mùa") == ("Đã gửi đúng hạn", "Đã nhận, chưa nhập nội dung")


def test_a_report_that_covers_two_is_counted_once_where_files_are_counted(office: Office) -> None:
    office.report("ubnd-xa-son-mua", "2025-05-12", "draft: true\ncovers:\n  - cong-an-xa-son-mua\n")
    assert sum_line(office, as_of="2025-05-20") == (
        "Đã nhận 2/31 báo cáo (đúng hạn 2, trễ 0); chưa gửi 29, đã quá hạn 6 ngày; "
        "chờ văn bản chính thức 1; chưa nhập nội dung 1."
    )


def test_exempt_and_extended(office: Office) -> None:
    amend(office, exempt("Phòng Nội vụ") + extended("Phòng Tư pháp", "2025-05-19"))
    assert row(office, "Phòng Nội vụ") == ("Không phải báo cáo kỳ này", "Lý do: Mới thành lập")
    assert row(office, "Phòng Tư pháp", "2025-05-16") == (
        "Sắp đến hạn (còn 3 ngày)",
        "Được gia hạn đến ngày 19/5/2025",
    )
    office.report("phong-tu-phap", "2025-05-19", ENTERED)
    assert row(office, "Phòng Tư pháp") == (
        "Đã gửi đúng hạn",
        "Được gia hạn đến ngày 19/5/2025; Báo cáo không phát sinh",
    )
    office.report("phong-tu-phap", "2025-05-20", ENTERED)
    assert row(office, "Phòng Tư pháp")[0] == "Đã gửi, trễ 1 ngày"  # D itself was the 15th
    assert sum_line(office, as_of="2025-05-20") == (
        "Đã nhận 1/30 báo cáo (đúng hạn 0, trễ 1); chưa gửi 29, đã quá hạn 6 ngày; không phải báo cáo 1."
    )


def test_before_the_day_with_nothing_yet(office: Office) -> None:
    assert sum_line(office, as_of="2025-05-04") == (
        "Kỳ 6 tháng đầu năm 2025: chưa nhận được báo cáo nào trong 31 báo cáo phải gửi. "
        "Hạn cuối: hết ngày 14/5/2025 (còn 10 ngày)."
    )


def twelve_reports(office: Office) -> None:
    """Nine on time by 10 May, three late by 20 May."""
    for agency in REPORTERS[:9]:
        office.report(agency, "2025-05-09", ENTERED)
    for agency in REPORTERS[9:12]:
        office.report(agency, "2025-05-17", ENTERED)


@pytest.mark.parametrize(
    ("as_of", "line"),
    [
        ("2025-05-10", "Đã nhận 9/31 báo cáo; chưa gửi 22. Hạn cuối: hết ngày 14/5/2025 (còn 4 ngày)."),
        ("2025-05-14", "Đã nhận 9/31 báo cáo; chưa gửi 22. Hôm nay là ngày cuối (trước ngày 15/5/2025)."),
        ("2025-05-20", "Đã nhận 12/31 báo cáo (đúng hạn 9, trễ 3); chưa gửi 19, đã quá hạn 6 ngày."),
    ],
)
def test_sum_before_on_and_after_the_last_day(office: Office, as_of: str, line: str) -> None:
    twelve_reports(office)
    assert sum_line(office, as_of=as_of) == line


def test_rates_stand_with_their_counts(office: Office) -> None:
    twelve_reports(office)
    foot = status(office).out.split("\n\n")[2].splitlines()
    assert foot[1] == "Tỷ lệ gửi báo cáo: 12/31 (38,7%); đúng hạn: 9/31 (29,0%)."
    assert foot[-1] == "Tính đến ngày 20/5/2025."


def test_all_reports_are_in(office: Office) -> None:
    for n, agency in enumerate(REPORTERS):
        office.report(agency, "2025-05-14" if n < 27 else "2025-05-18", ENTERED)
    assert sum_line(office, as_of="2025-05-20") == "Đã nhận đủ 31/31 báo cáo (đúng hạn 27, trễ 4)."
    assert "Tỷ lệ gửi báo cáo: 31/31 (100,0%); đúng hạn: 27/31 (87,1%)." in status(office).out


def test_what_else_the_sum_tells(office: Office) -> None:
    twelve_reports(office)
    office.edit(PLAN, "      - Công an các xã\n    reporters_basis", f"{OPEN_GROUPS}    reporters_basis")
    amend(office, exempt("Công an xã Sơn Lập"))
    office.report(REPORTERS[0], "2025-05-09", f"{ENTERED}returned:\n  date: 2025-05-10\n  reason: Thiếu\n")
    for agency in REPORTERS[1:3]:
        office.report(agency, "2025-05-09", f"{ENTERED}draft: true\n")
    for agency in REPORTERS[3:6]:
        office.report(agency, "2025-05-09")
    assert sum_line(office, as_of="2025-05-20") == (
        "Đã nhận 11/30 báo cáo (đúng hạn 8, trễ 3); chưa gửi 19 (quá hạn 18, trả lại để bổ sung 1); "
        "chờ văn bản chính thức 2; chưa nhập nội dung 3; không phải báo cáo 1; "
        "chưa xác định thành phần: 2 nhóm."
    )
    assert (
        "Chưa xác định thành phần, không tính: Hội, đoàn thể; Các cơ quan, ban, ngành.\n"
        in status(office).out
    )


def test_nobody_is_called_overdue_who_has_more_time(office: Office) -> None:
    for agency in REPORTERS[1:]:
        office.report(agency, "2025-05-09", ENTERED)
    amend(office, extended("Trung tâm Y tế", "2025-05-25"))
    assert sum_line(office, as_of="2025-05-20") == (
        "Đã nhận 30/31 báo cáo (đúng hạn 30, trễ 0); chưa gửi 1. Hạn cuối: hết ngày 14/5/2025 (đã qua 6 ngày)."
    )
    assert status(office, "--fail-late").code == 0


def test_days_overdue_only_where_they_are_everybodys(office: Office) -> None:
    for agency in REPORTERS[:18]:
        office.report(agency, "2025-05-09", ENTERED)
    last, before = REPORTERS[-1], REPORTERS[-2]
    amend(office, extended(last, "2025-05-25"))
    office.report(before, "2025-05-09", f"{ENTERED}returned:\n  date: 2025-05-10\n  reason: Thiếu\n")
    begin = "Đã nhận 18/31 báo cáo (đúng hạn 18, trễ 0); chưa gửi 13"
    assert sum_line(office, as_of="2025-05-20") == (
        f"{begin} (quá hạn 11, được gia hạn 1, trả lại để bổ sung 1)."
    )
    assert sum_line(office, "-a", last, as_of="2025-05-20") == (
        "Đã nhận 0/1 báo cáo; chưa gửi 1. Hạn cuối: hết ngày 14/5/2025 (đã qua 6 ngày)."
    )
    office.report_file(before).unlink()
    assert sum_line(office, as_of="2025-05-26") == f"{begin}, đều đã quá hạn."  # one of them by one day
    office.report(last, "2025-05-25", ENTERED)
    assert sum_line(office, as_of="2025-05-26") == (
        "Đã nhận 19/31 báo cáo (đúng hạn 19, trễ 0); chưa gửi 12, đã quá hạn 12 ngày."
    )


def test_no_reporter_is_left(office: Office) -> None:
    office.edit(
        PLAN,
        "reporters:                         # 31 nơi: 7 cơ quan, Mặt trận và 5 đoàn thể, 9 UBND xã, 9 Công an xã\n      - Trung tâm Y tế\n",
        "reporters:\n      - Hội, đoàn thể\n#",
    )
    text = office.file(PLAN).read_text(encoding="utf-8")
    start, end = text.index("#      - Phòng Giáo"), text.index("    reporters_basis")
    office.file(PLAN).write_text(text[:start] + text[end:], encoding="utf-8")
    out = status(office).out
    assert "Chưa có cơ quan nào phải báo cáo kỳ này; chưa xác định thành phần: 1 nhóm.\n" in out
    assert "Tỷ lệ" not in out


def test_rows_stand_by_block_in_the_order_of_the_register(office: Office) -> None:
    out = status(office).out
    golden("status/6thang-chua-co-gi.txt", out)
    blocks = [line for line in out.splitlines() if line[1:3] == ". "]
    assert blocks == [
        "A. Phòng, ban, đơn vị",
        "B. Mặt trận và các tổ chức chính trị - xã hội",
        "C. UBND các xã",
        "D. Công an các xã",
    ]
    numbers = [int(line.split()[0]) for line in out.splitlines() if line[:1].isdigit()]
    assert numbers == [*range(1, 32)]


def test_golden_tables(office: Office) -> None:
    twelve_reports(office)
    office.report(
        "ubnd-xa-son-mua", "2025-05-14", "draft: true\nnumber: 45/BC-UBND\ncovers:\n  - Công an xã Sơn Mùa\n"
    )
    office.report("phong-noi-vu", "2025-05-12", "returned:\n  date: 2025-05-13\n  reason: Thiếu số liệu\n")
    for name, words in {
        "6thang.txt": [],
        "6thang.md": ["--format", "md"],
        "6thang.csv": ["--format", "csv"],
        "6thang.json": ["--format", "json"],
        "cong-an-cac-xa.txt": ["--agency", "Công an các xã"],
    }.items():
        golden(f"status/{name}", status(office, *words).out)
    for width in (80, 120):
        golden(f"status/6thang-{width}.txt", office.run("status", "-p", "6thang", width=width).out)


def test_every_deadline_has_its_table(office: Office) -> None:
    add_second_plan(office)
    out = office.run("status").out
    titles = [line for line in out.splitlines() if line.startswith(("TÌNH HÌNH", "theo "))]
    assert titles == [
        "TÌNH HÌNH GỬI BÁO CÁO 6 THÁNG ĐẦU NĂM 2025",
        "theo Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây",
        "TÌNH HÌNH GỬI BÁO CÁO 6 THÁNG ĐẦU NĂM 2025",
        "theo Kế hoạch số 12/KH-UBND ngày 03/02/2025 của UBND huyện Sơn Tây",
        "TÌNH HÌNH GỬI BÁO CÁO NĂM 2025",
        "theo Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây",
    ]
    one = office.run("status", "--plan", "12/KH-UBND").out
    assert "Hạn cuối: hết ngày 05/6/2025 (còn 16 ngày).\n" in one  # «chậm nhất ngày 05/6» includes it
    assert "chưa xác định thành phần: 2 nhóm" in one
    assert "Huyện đoàn" in one  # the known member of an open group owes a report


def test_one_period_only(office: Office) -> None:
    found = office.run("status", "--period", "nam", "--format", "json").data
    assert [d["period"] for d in found["deadlines"]] == ["nam"]
    told = office.run("status", "--period", "9thang").told
    assert told == "không kế hoạch nào có hạn báo cáo kỳ “9thang”. Các kỳ đang có: 6thang, nam."


@pytest.mark.parametrize(
    ("agency", "slots"),
    [
        ("Phòng Tư pháp", ["phong-tu-phap"]),
        ("UBND các xã", [r for r in REPORTERS if r.startswith("ubnd")]),
        ("Đoàn thanh niên các cấp", ["huyen-doan"]),
    ],
)
def test_one_agency_or_one_group(office: Office, agency: str, slots: list[str]) -> None:
    found = status(office, "--agency", agency, "--format", "json").data
    [deadline] = found["deadlines"]
    assert [slot["agency"]["id"] for slot in deadline["slots"]] == slots
    assert deadline["counts"]["expected"] == len(slots)
    assert "Danh sách do Văn phòng" not in status(office, "--agency", agency).out
    assert sum_line(office, "-a", agency, as_of="2025-05-20").startswith(f"Đã nhận 0/{len(slots)} báo cáo;")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["-a", "so-y-te"], "Sở Y tế không thuộc đối tượng báo cáo kỳ nào."),
        (
            ["-a", "van-phong", "-p", "nam"],
            "Văn phòng HĐND & UBND huyện không thuộc đối tượng báo cáo kỳ nam.",
        ),
        (["-a", "Hội, đoàn thể"], "Hội, đoàn thể không thuộc đối tượng báo cáo kỳ nào."),
    ],
)
def test_who_owes_nothing_is_told_so(office: Office, words: list[str], told: str) -> None:
    assert office.run("status", *words).out == f"TÌNH HÌNH GỬI BÁO CÁO\n\n{told}\nTính đến ngày 20/5/2025.\n"
    assert office.run("status", *words, "--format", "json").data["deadlines"] == []
    assert office.run("status", *words, "--format", "csv").out.count("\r\n") == 1


def test_the_office_itself_is_no_slot_but_is_told(office: Office) -> None:
    office.report("van-phong", "2025-05-12")
    out = status(office).out
    assert "Văn phòng HĐND & UBND huyện  " not in out
    assert "van-phong: đã có báo cáo; là cơ quan tổng hợp nên không tính trong bảng.\n" in out
    assert "Đã nhận 0/31 báo cáo; chưa gửi 31, đã quá hạn 6 ngày.\n" in out


def test_whom_to_call_stands_beside_what_is_missing(office: Office) -> None:
    office.edit(
        "plan/agencies.yaml", "    symbol: TP\n", "    symbol: TP\n    contact: chị Hoa, 0912 345 678\n"
    )
    line = next(line for line in status(office).out.splitlines() if "Phòng Tư pháp" in line)
    assert line.endswith("Quá hạn, chưa gửi (6 ngày)  Liên hệ: chị Hoa, 0912 345 678")
    office.report("phong-tu-phap", "2025-05-12", ENTERED)
    assert "Liên hệ" not in status(office).out


def test_fail_late_ends_with_one_while_somebody_is_overdue(office: Office) -> None:
    assert status(office, "--fail-late", as_of="2025-05-14").code == 0
    late = status(office, "--fail-late", as_of="2025-05-15")
    assert (late.code, late.err) == (1, "")
    assert late.out == status(office, as_of="2025-05-15").out
    assert status(office, as_of="2025-05-15").code == 0
    assert status(office, "--fail-late", "-a", "so-y-te").code == 0
    office.report("phong-tu-phap", "2025-05-18")  # late, yet here
    assert status(office, "--fail-late", "-a", "Phòng Tư pháp").code == 0


def test_json_is_as_promised(office: Office) -> None:
    office.report("trung-tam-y-te", "2025-05-15", "number: 45/BC-TTYT\n")
    office.report("phong-giao-duc-va-dao-tao", "2025-05-09")
    office.report("phong-noi-vu", "2025-05-09", "returned:\n  date: 2025-05-10\n  reason: Thiếu\n")
    amend(office, exempt("Phòng Tư pháp"))
    answer: Any = status(office, "--format", "json").data
    assert [*answer] == ["schema", "as_of", "deadlines"]
    assert (answer["schema"], answer["as_of"]) == ("kehoach/status/1", "2025-05-20")
    [deadline] = answer["deadlines"]
    assert [*deadline] == ["plan", "period", "last_day", "counts", "slots"]
    assert (deadline["plan"], deadline["period"], deadline["last_day"]) == (
        "61-kh-ubnd-2025",
        "6thang",
        "2025-05-14",
    )
    counts = {
        "expected": 30,
        "received": 2,
        "on_time": 1,
        "late": 1,
        "missing": 28,
        "overdue": 27,
        "exempt": 1,
    }
    assert [*deadline["counts"].items()] == [*counts.items()]
    assert [slot["agency"]["id"] for slot in deadline["slots"]] == REPORTERS
    slots = {slot["agency"]["id"]: slot for slot in deadline["slots"]}
    assert [*slots["trung-tam-y-te"].items()] == [
        ("agency", {"id": "trung-tam-y-te", "name": "Trung tâm Y tế"}),
        ("via", []),
        ("state", "late"),
        ("received", "2025-05-15"),
        ("days_late", 1),
        ("number", "45/BC-TTYT"),
    ]
    told = {id_: (s["state"], s["received"], s["days_late"], s["number"]) for id_, s in slots.items()}
    assert told["phong-giao-duc-va-dao-tao"] == ("on_time", "2025-05-09", 0, None)
    assert told["phong-noi-vu"] == ("returned", "2025-05-09", None, None)
    assert told["phong-tu-phap"] == ("exempt", None, None, None)
    assert told["huyen-doan"] == ("overdue", None, 6, None)
    assert slots["ubnd-xa-son-lap"]["via"] == ["UBND các xã"]
    early = status(office, "--format", "json", as_of="2025-05-10").data["deadlines"][0]["slots"]
    assert {(s["state"], s["days_late"]) for s in early if s["agency"]["id"] == "huyen-doan"} == {
        ("due_soon", None)
    }


def test_csv_has_all_deadlines_in_one_table(office: Office) -> None:
    out = office.run("status", "--format", "csv").out
    assert out.startswith("\ufeff")
    head, *rows = read_csv(out)
    assert head == [
        "Kế hoạch",
        "Kỳ báo cáo",
        "Khối",
        "Liên hệ",
        "Cơ quan, đơn vị",
        "Số, ký hiệu",
        "Ngày đến",
        "Tình trạng",
        "Ghi chú",
    ]
    assert len(rows) == 62
    assert rows[0] == [
        "61/KH-UBND",
        "6 tháng đầu năm 2025",
        "Phòng, ban, đơn vị",
        "",
        "Trung tâm Y tế",
        "",
        "",
        "Quá hạn, chưa gửi (6 ngày)",
        "",
    ]


def test_an_old_period_stays_answerable_in_any_year() -> None:
    out = kehoach("status", "-p", "6thang", "--as-of", "2030-01-01", cwd=ROOT).out
    assert "chưa gửi 31, đã quá hạn 1693 ngày.\n" in out
