"""Amendments as a clerk meets them: duties, deadlines and documents of each day, with plan 61."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest

from amended_plan import AFTER, AMENDED, AMENDMENT, BEFORE, CITED, LATER, MARK, amend
from program import PLAN, Office, golden, kehoach
from repositories import Repository, needs_git

if TYPE_CHECKING:
    from pathlib import Path

FORUM = """\
tasks:
  - ref: II.8
    status: đang thực hiện
    result: Đã tổ chức 01 diễn đàn trẻ em.
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    amend(made)
    return made


def sheet_of(path: Path) -> list[list[Any]]:
    """The rows of a form's sheet of duties."""
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(path.read_bytes()))["Nhiệm vụ"]
    return [[cell.value for cell in row] for row in sheet.rows]


def duties(office: Office, agency: str, as_of: str) -> dict[str, str]:
    data = office.run("tasks", "-a", agency, "--format", "json", as_of=as_of).data
    return {t["ref"]: t["role"] for t in data["tasks"] if t["certain"]}


# The duties of a day.


def test_tasks_change_on_the_day_and_say_so(office: Office) -> None:
    assert office.run("tasks", as_of=BEFORE) == plain(office).run("tasks", as_of=BEFORE)
    golden("tasks/amended.txt", office.run("tasks", "-a", "phòng nội vụ", as_of=AFTER).out)
    assert duties(office, "phòng nội vụ", BEFORE) == {"II.13": "lead"}
    assert duties(office, "phòng nội vụ", AFTER) == {"II.6": "lead", "II.13": "lead"}
    assert "II.6" not in duties(office, "phòng tư pháp", AFTER)
    assert "II.8" not in duties(office, "huyện đoàn", AFTER)
    assert duties(office, "phòng giáo dục", AFTER)["II.14"] == "lead"


def plain(office: Office) -> Office:
    """The same office without the amendment."""
    return Office(office.root.with_name(f"{office.root.name}-plain"))


def test_json_gains_a_key_where_a_task_was_amended(office: Office) -> None:
    data = office.run("tasks", "--format", "json", as_of=AFTER).data
    amended = {t["ref"]: t["amended_by"] for t in data["tasks"] if "amended_by" in t}
    said = [{"number": "85/KH-UBND", "issued": "2025-05-05", "effective": "2025-05-08"}]
    assert amended == {"II.6": said, "II.14": said}
    assert [d["period"] for d in data["deadlines"]] == ["6thang", "quy3", "nam"]
    assert data["deadlines"][0]["before"] == "2025-05-20"


def test_every_table_of_tasks_marks_them(office: Office) -> None:
    rows = office.run("tasks", "--format", "csv", as_of=AFTER).rows
    assert [row[0] for row in rows if row[1].endswith(MARK)] == ["II.6", "II.14"]
    matrix = office.run("tasks", "--matrix", "--format", "csv", as_of=AFTER).rows
    assert [row[0] for row in matrix if row[1].endswith(MARK)] == ["II.6", "II.14"]
    assert office.run("tasks", "-a", "ttyt", "-o", "a.docx", as_of=AFTER).code == 0
    titles = [p.text for p in docx.Document(str(office.file("a.docx"))).paragraphs]
    assert any(f"của UBND huyện Sơn Tây{AMENDED} (tính đến" in t for t in titles)


def test_deadline_is_seen_to_move(office: Office) -> None:
    before, after = (office.run("status", "-p", "6thang", as_of=day).out for day in (BEFORE, AFTER))
    assert "Hạn cuối: hết ngày 14/5/2025 (còn 7 ngày)" in before
    assert "Hạn cuối: hết ngày 19/5/2025 (còn 11 ngày)" in after
    assert f"theo Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây{AMENDED}\n" in after
    assert AMENDED not in before
    refused = office.run("status", "-p", "quy3", as_of=BEFORE)
    assert (refused.code, "Các kỳ đang có: 6thang, nam." in refused.err) == (2, True)
    assert len(office.run("status", "-p", "quy3", "--format", "json", as_of=AFTER).data["deadlines"]) == 1
    assert "trước ngày 20/5" in office.run(as_of=AFTER).out + office.run("tasks", as_of=AFTER).out


def test_letters_forms_and_calendar_agree(office: Office) -> None:
    assert office.run("remind", "-p", "6thang", "-o", "cv", as_of=AFTER).code == 0
    letter = docx.Document(str(office.file("cv/cong-van-giai-doan-1-6thang.docx")))
    text = "\n".join(p.text for p in letter.paragraphs)
    assert f"năm 2025{AMENDED}, UBND huyện yêu cầu" in text
    assert "trước ngày 20/5/2025" in text
    calendar = office.file("cv/han-bao-cao.ics").read_bytes().decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20250519" in calendar
    assert CITED in calendar
    assert office.run("form", "-p", "6thang", "-a", "phòng nội vụ", "-o", "f.xlsx", as_of=AFTER).code == 0
    clauses = [row[1] for row in sheet_of(office.file("f.xlsx")) if str(row[1]).startswith("II.")]
    assert clauses == ["II.6", "II.13"]


def test_form_of_the_duties_then_is_read_after_they_changed(office: Office) -> None:
    """A form answers for its period: one filled in late is no form of an older plan."""
    path = office.file(PLAN)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("effective: 2025-05-08", "effective: 2025-05-22"), encoding="utf-8")
    office.edit(
        PLAN,
        "        - period: 6thang\n          before: 2025-05-20\n",
        "        - period: nam\n          before: 2025-11-20\n",
    )
    made = [
        office.run("form", "-p", "6thang", "-a", "phòng tư pháp", "-o", f"{day}.xlsx", as_of=day).code
        for day in ("2025-05-10", "2025-05-25")
    ]
    assert made == [0, 0]
    said = [sheet_of(office.file(f"{day}.xlsx")) for day in ("2025-05-10", "2025-05-25")]
    assert [row[1] for row in said[0]] == [row[1] for row in said[1]]
    assert "II.6" in [row[1] for row in said[1]]


# The consolidated report.


def report(office: Office, *words: str, as_of: str) -> str:
    outcome = office.run("report", *words, as_of=as_of)
    assert outcome.code == 0, outcome.err
    return outcome.out


def test_report_answers_for_the_duties_of_its_last_day(office: Office) -> None:
    """Made long afterwards, it still shows what the plan asked for then."""
    office.edit(PLAN, "effective: 2025-05-08", "effective: 2025-05-18")
    office.edit(
        PLAN,
        "        - period: 6thang\n          before: 2025-05-20\n",
        "        - period: nam\n          before: 2025-11-20\n",
    )
    office.report("phong-tu-phap", "2025-05-10", "rest: không phát sinh\n")
    made = report(office, "-p", "6thang", as_of="2025-06-20")
    assert "### 8. Thúc đẩy quyền tham gia của trẻ em" in made
    assert "Dạy bơi" not in made
    working = report(office, "-p", "6thang", "--working", as_of="2025-06-20")
    assert "Phòng Tư pháp (chủ trì): không phát sinh trong kỳ" in working
    assert made.count(AMENDED) == 2  # the plan is cited as it is today


def test_report_within_the_period_has_the_new_duties(office: Office) -> None:
    office.report("huyen-doan", "2025-05-06", FORUM)
    golden("report/amended.md", report(office, "-p", "6thang", as_of="2025-05-21"))
    working = report(office, "-p", "6thang", "--working", as_of="2025-05-21")
    assert "Nhiệm vụ này đã được bãi bỏ trong kỳ; giữ lại vì trước đó đã có cơ quan báo cáo." in working
    assert "Đã tổ chức 01 diễn đàn trẻ em." in working
    assert "Cần rà soát lại vì nhiệm vụ đã thay đổi: Huyện đoàn." in working
    assert "### 14. Dạy bơi, phòng, chống đuối nước (Mục II.14)" in working
    before = report(office, "-p", "6thang", "--working", as_of=BEFORE)
    assert "bãi bỏ" not in before


def test_every_word_format_cites_the_amendment(office: Office) -> None:
    for words in ((), ("--working",), ("--cover",)):
        name = f"van-ban{''.join(words)}.docx"
        report(office, "-p", "6thang", *words, "-o", name, as_of=AFTER)
        text = "\n".join(p.text for p in docx.Document(str(office.file(name))).paragraphs)
        assert AMENDED in text, words


def test_trace_names_the_amendment_and_its_line(office: Office) -> None:
    made = report(office, "-p", "6thang", "--working", "--trace", as_of=AFTER)
    lines = office.file(PLAN).read_text(encoding="utf-8").splitlines()
    places = {row.split(f"{PLAN}:")[1].split(" ")[0]: row for row in made.splitlines() if f"{PLAN}:" in row}
    cited = {number: row for number, row in places.items() if "85/KH-UBND ngày 05/5/2025" in row}
    said = {lines[int(number) - 1].strip() for number in cited}
    assert said >= {"short: Dạy bơi, phòng, chống đuối nước", "lead:"}
    assert all(int(number) > len(lines) - AMENDMENT.count("\n") for number in cited)


# What it costs, what it leaves alone.


def test_plan_with_an_amendment_to_come_says_nothing_of_it(office: Office) -> None:
    other = plain(office)
    for words in (("status",), ("tasks", "--matrix"), ("report", "-p", "6thang"), ("status", "--register")):
        assert office.run(*words, as_of=BEFORE) == other.run(*words, as_of=BEFORE)


def test_periods_to_come_are_completed(office: Office) -> None:
    from kehoach_cli.cli.candidates import periods

    class Context:
        def __init__(self) -> None:
            self.params = {"directory": str(office.root)}

        def find_root(self) -> Context:
            return self

    assert [p for p, _ in periods(Context())] == ["6thang", "nam", "quy3"]  # type: ignore[arg-type]


def test_report_may_name_any_clause_and_period_there_ever_is(office: Office) -> None:
    office.report("huyen-doan", "2025-05-06", FORUM)
    office.report("phong-giao-duc-va-dao-tao", "2025-05-10", FORUM.replace("II.8", "II.14"))
    office.report("phong-noi-vu", "2025-09-10", "", "quy3")
    told = office.run("check", "--format", "json", as_of="2025-10-01").data["problems"]
    assert [p for p in told if p["severity"] == "error" or p["code"] in ("L303", "L304", "L312")] == []


# Told as changes.


@needs_git
def test_diff_tells_what_an_amendment_changes(tmp_path: Path) -> None:
    made = Office(tmp_path / "w")
    repository = Repository(made.root)
    repository.commit("2025-05-01")
    amend(made)
    golden("diff/amendment-added.txt", kehoach("diff", cwd=made.root).out)
    since = [c.get("since") for s in diff(made) for c in s["changes"]]
    assert since == [None, *["2025-05-08"] * 5]
    repository.commit("2025-05-06")
    path = made.file(PLAN)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("        - II.8\n", "        - II.7\n").replace(
            "effective: 2025-05-08", "effective: 2025-05-09"
        ),
        encoding="utf-8",
    )
    golden("diff/amendment-changed.txt", kehoach("diff", cwd=made.root).out)
    path.write_text(text.replace(AMENDMENT, ""), encoding="utf-8")
    golden("diff/amendment-removed.txt", kehoach("diff", cwd=made.root).out)


def diff(office: Office) -> list[dict[str, Any]]:
    data = kehoach("diff", "--format", "json", cwd=office.root).data
    sections: list[dict[str, Any]] = data["sections"]
    return sections


def test_two_amendments_are_cited_in_the_order_they_came(tmp_path: Path) -> None:
    made = Office(tmp_path)
    amend(made, LATER)
    out = made.run("tasks", "-a", "phòng nội vụ", as_of="2025-05-16").out
    assert f"(được sửa đổi, bổ sung bởi {CITED}, Kế hoạch số 90/KH-UBND ngày 16/5/2025)" in out
    assert f"(sửa đổi, bổ sung theo {CITED}, Kế hoạch số 90/KH-UBND ngày 16/5/2025)" in out
    assert "90/KH-UBND" not in made.run("tasks", as_of="2025-05-15").out
