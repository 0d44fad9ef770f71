"""Reports made for duties that changed since: marked, counted, recorded as still standing."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from amended_plan import CITED, LATER, amend
from kehoach_cli.store.appending import with_item
from program import Office, Outcome, golden, kehoach
from repositories import Repository, needs_git

if TYPE_CHECKING:
    from pathlib import Path

UNTOUCHED = ". Không có tệp nào bị thay đổi."
NAME = "báo cáo kỳ 6 tháng đầu năm 2025 của Phòng Tư pháp"
MARK = f"Nhiệm vụ II.6 đã thay đổi sau khi báo cáo (theo {CITED}), cần rà soát lại"
REPORT = """\
number: 9/BC-TP
# nhận qua phần mềm
rest: không phát sinh   # theo công văn
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Phòng Tư pháp led II.6 until 7 May; it reported on the 5th."""
    made = Office(tmp_path)
    amend(made, LATER)
    made.report("phong-tu-phap", "2025-05-05", REPORT)
    return made


def review(office: Office, *words: str, agency: str = "tu phap", as_of: str = "2025-05-10") -> Outcome:
    return office.run("review", "-p", "6thang", "-a", agency, *words, as_of=as_of)


def due(office: Office, as_of: str) -> dict[str, list[str]]:
    """Agency → the clauses for which its report is to be looked at again, as every answer says them."""
    data = office.run("status", "-p", "6thang", "--format", "json", as_of=as_of).data
    found = {s["agency"]["id"]: s["review"] for s in data["deadlines"][0]["slots"] if "review" in s}
    book = office.run("status", "-p", "6thang", "--register", "--format", "json", as_of=as_of).data
    assert found == {r["agency"]["id"]: r["review"] for r in book["deadlines"][0]["rows"] if "review" in r}
    return found


# When it is due.


def test_due_from_the_day_the_duty_changes(office: Office) -> None:
    assert due(office, "2025-05-07") == {}
    assert due(office, "2025-05-08") == {"phong-tu-phap": ["II.6"]}


def test_who_reported_that_day_or_later_is_not_asked(office: Office) -> None:
    office.report("phong-noi-vu", "2025-05-08")
    office.report("phong-giao-duc-va-dao-tao", "2025-05-07")
    office.report("hoi-nong-dan", "2025-05-01")  # no part in what changed
    assert due(office, "2025-05-09") == {
        "phong-giao-duc-va-dao-tao": ["II.6", "II.8", "II.14"],
        "phong-tu-phap": ["II.6"],
    }


def test_joint_report_is_due_for_any_of_its_agencies(office: Office) -> None:
    office.report("hoi-nong-dan", "2025-05-01", "covers:\n  - Huyện đoàn\n")
    found = due(office, "2025-05-10")
    assert (found["hoi-nong-dan"], found["huyen-doan"]) == (["II.8"], ["II.8"])


def test_report_sent_back_is_owed_anew(office: Office) -> None:
    office.report("phong-tu-phap", "2025-05-05", "returned:\n  date: 2025-05-09\n  reason: Thiếu số liệu\n")
    assert due(office, "2025-05-08") == {"phong-tu-phap": ["II.6"]}
    assert due(office, "2025-05-09") == {}
    told = review(office).told
    assert told == f"{NAME} đã trả lại ngày 09/5/2025, chờ bản bổ sung{UNTOUCHED}"


def test_what_comes_into_force_after_the_last_day_is_no_matter_of_the_period(office: Office) -> None:
    office.edit("plan/61-kh-ubnd-2025/plan.yaml", "effective: 2025-05-08", "effective: 2025-05-15")
    office.edit("plan/61-kh-ubnd-2025/plan.yaml", "issued: 2025-05-16", "issued: 2025-06-16")
    assert due(office, "2025-05-15") == {"phong-tu-phap": ["II.6"]}  # the same amendment moved the deadline
    assert due(office, "2025-07-01") == {"phong-tu-phap": ["II.6"]}
    office.edit("plan/61-kh-ubnd-2025/plan.yaml", "before: 2025-05-20", "before: 2025-05-10")
    assert due(office, "2025-07-01") == {}


# How it is shown.


def test_status_and_register_say_so_beside_the_state(office: Office) -> None:
    out = office.run("status", "-p", "6thang", as_of="2025-05-10").out
    assert f"{MARK}; Báo cáo không phát sinh" in out
    assert "Đã nhận 1/31 báo cáo; chưa gửi 30; cần rà soát lại 1." in out
    assert "Đã gửi đúng hạn" in out
    assert MARK in office.run("status", "-p", "6thang", "--register", as_of="2025-05-10").out
    counts = office.run("status", "-p", "6thang", "--format", "json", as_of="2025-05-10").data["deadlines"][
        0
    ]["counts"]
    assert (counts["received"], counts["on_time"], counts["missing"]) == (1, 1, 30)


def test_today_counts_it_with_the_command_to_type(office: Office) -> None:
    out = kehoach("--as-of", "10/5/2025", cwd=office.root).out
    line = "Nhiệm vụ đã thay đổi sau khi báo cáo, cần rà soát lại: 1 báo cáo (KH 61, 6 tháng đầu năm 2025): Phòng Tư pháp\n"
    assert line in out
    command = '    kehoach review -p 6thang -a "Phòng Tư pháp" --as-of 10/5/2025\n'
    assert command in out
    assert (
        kehoach("review", "-p", "6thang", "-a", "Phòng Tư pháp", "--as-of", "10/5/2025", cwd=office.root).code
        == 0
    )
    assert "rà soát" not in kehoach("--as-of", "10/5/2025", cwd=office.root).out


# The record.


def test_review_is_recorded_and_nothing_else_changes(office: Office) -> None:
    before = office.files()
    outcome = review(office, "--reason", "Phần việc đến 08/5: không đổi", "--by", "Nguyễn Thị Lan")
    golden("status/reviewed.txt", outcome.out)
    file = "plan/61-kh-ubnd-2025/reports/6thang/phong-tu-phap.yaml"
    added = (
        'reviewed:\n  - date: 2025-05-10\n    by: Nguyễn Thị Lan\n    note: "Phần việc đến 08/5: không đổi"\n'
    )
    assert office.files() == before | {file: before[file] + added}
    assert due(office, "2025-05-10") == {}
    assert due(office, "2025-05-09") == {"phong-tu-phap": ["II.6"]}  # nobody had looked by then
    assert office.run("check", as_of="2025-05-10").code == 0
    said = "Đã rà soát lại ngày 10/5/2025 (Nguyễn Thị Lan): Phần việc đến 08/5: không đổi"
    for day, is_told in (("2025-05-10", True), ("2025-05-09", False)):
        book = office.run("status", "-p", "6thang", "--register", as_of=day).out
        assert (said in book) == is_told


def test_a_later_amendment_makes_it_due_again(office: Office) -> None:
    office.report("phong-noi-vu", "2025-05-09")  # leads II.6 since the 8th
    assert review(office).code == 0
    assert due(office, "2025-05-15") == {}
    assert due(office, "2025-05-16") == {"phong-noi-vu": ["II.6"]}  # Phòng Tư pháp has no part in it now
    assert review(office, agency="phòng nội vụ", as_of="2025-05-17").code == 0
    assert due(office, "2025-05-17") == {}
    assert due(office, "2025-05-16") == {"phong-noi-vu": ["II.6"]}


def test_a_possible_part_is_none(office: Office) -> None:
    """Through a group that nobody enumerated: whether it concerns them is not known."""
    plan = "plan/61-kh-ubnd-2025/plan.yaml"
    office.edit(plan, "        - ref: II.6\n          timing", "        - ref: II.9\n          timing")
    office.report("phong-noi-vu", "2025-05-09")
    assert due(office, "2025-05-16") == {"phong-tu-phap": ["II.6"]}


def test_second_review_stands_below_the_first(office: Office) -> None:
    office.report("phong-noi-vu", "2025-05-09", "reviewed:\n  - date: 2025-05-10\nrest: không phát sinh\n")
    assert due(office, "2025-05-16")["phong-noi-vu"] == ["II.6"]
    assert review(office, "--by", "Lan", agency="phòng nội vụ", as_of="2025-05-17").code == 0
    text = office.report_file("phong-noi-vu").read_text(encoding="utf-8")
    assert text.endswith(
        "reviewed:\n  - date: 2025-05-10\n  - date: 2025-05-17\n    by: Lan\nrest: không phát sinh\n"
    )


# What is refused.


def test_nothing_to_review_is_refused(office: Office) -> None:
    before = office.files()
    told = review(office, as_of="2025-05-07").told
    assert (
        told
        == f"{NAME} không cần rà soát lại: từ ngày đến 05/5/2025 không nhiệm vụ nào của cơ quan thay đổi{UNTOUCHED}"
    )
    assert review(office, agency="ttyt").told == (
        f"chưa nhận được báo cáo kỳ 6 tháng đầu năm 2025 của Trung tâm Y tế{UNTOUCHED}"
    )
    assert office.files() == before
    assert review(office).code == 0
    once = office.files()
    told = review(office).told
    assert told.startswith(f"{NAME} không cần rà soát lại: từ ngày rà soát gần nhất 10/5/2025 ")
    assert office.files() == once


def test_a_closed_period_is_opened_first(office: Office) -> None:
    assert office.run("close", "-p", "6thang", as_of="2025-05-21").code == 0
    told = review(office, as_of="2025-05-22").told
    assert told == (
        "kỳ 6 tháng đầu năm 2025 đã chốt số liệu ngày 21/5/2025; mở lại bằng kehoach reopen rồi mới ghi rà soát"
        + UNTOUCHED
    )
    assert office.run("reopen", "-p", "6thang", "--reason", "Rà soát", as_of="2025-05-22").code == 0
    assert review(office, as_of="2025-05-22").code == 0


def test_personal_data_is_refused(office: Office) -> None:
    before = office.files()
    assert review(office, "--reason", "cháu Nguyễn Văn An, sinh ngày 01/02/2015").code == 2
    assert office.files() == before


@needs_git
def test_diff_tells_of_a_review(tmp_path: Path) -> None:
    made = Office(tmp_path / "w")
    amend(made)
    made.report("phong-tu-phap", "2025-05-05", REPORT)
    Repository(made.root).commit("2025-05-09")
    assert review(made).code == 0
    assert (
        "- Rà soát lại báo cáo của Phòng Tư pháp (6 tháng đầu năm 2025) ngày 10/5/2025: vẫn dùng được."
        in kehoach("diff", cwd=made.root).out
    )


# An item more in a list.

LINE = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x1EF9, exclude_categories=["C"]), min_size=1, max_size=20
)


@given(LINE.filter(str.strip), st.booleans(), st.booleans())
def test_an_item_more_is_the_only_difference(said: str, has_list: bool, is_last: bool) -> None:
    listed = "reviewed:\n- date: 2025-05-01\n" if has_list else ""
    text = f"# đầu\nagency: A\n{'' if is_last else listed}rest: b  # c\n{listed if is_last else ''}"
    made = with_item(text.encode(), "reviewed", {"date": "2025-05-10", "by": "", "note": said.strip()})
    assert made is not None
    lines = made.decode().splitlines()
    assert [line for line in text.splitlines() if line not in lines] == []
    data = yaml.load(made.decode(), Loader=yaml.BaseLoader)  # noqa: S506  # scalars as text
    assert data["reviewed"][-1] == {
        "date": "2025-05-10",
        "note": unicodedata.normalize("NFC", said.strip()),
    }
    assert len(data["reviewed"]) == 1 + has_list


@pytest.mark.parametrize("text", ["reviewed: [{date: 2025-05-01}]\n", "agency: 'A\n", "- a\n", ""])
def test_what_cannot_be_put_in_safely_is_left(text: str) -> None:
    assert with_item(text.encode(), "reviewed", {"date": "2025-05-10"}) is None
