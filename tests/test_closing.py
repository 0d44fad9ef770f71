"""kehoach close and reopen: figures that were closed stand still, whatever comes later or breaks off."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from datetime import date
from typing import TYPE_CHECKING
from unittest import mock

import pytest
import yaml

from kehoach_cli.model.closing import Closed
from kehoach_cli.model.workspace import Closing
from kehoach_cli.queries.closing import Later, as_closed, closing_view
from kehoach_cli.store.closing import closing_text, digest, free_closing
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.layout import role_of
from kehoach_cli.store.loading import load
from made_up_reports import REPORTS, SUMMARY
from program import ENTERED, KILLED, PLAN, Office, Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_cli.model.workspace import PlanFolder

UNTOUCHED = "Không có tệp nào bị thay đổi."
REPORTS_DIR = "plan/61-kh-ubnd-2025/reports/6thang"
FOLDER = f"{REPORTS_DIR}/_chot"
LATER = "2025-06-30"
ROUNDS = 12


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Three reports and a difficulty by 20/5."""
    made = Office(tmp_path)
    made.report("trung-tam-y-te", "2025-05-12", "number: 45/BC-TTYT\ndirectives: [Kế hoạch số 12/KH-TTYT]\n")
    made.report("phong-tu-phap", "2025-05-19", ENTERED)
    made.report("van-phong", "2025-05-14", ENTERED)
    urgent = ("receive", "--urgent", "-a", "ttyt", "--received", "8/5/2025", "--text", "Hết vắc xin")
    assert made.run(*urgent).code == 0
    return made


def close(office: Office, as_of: str = "2025-05-20") -> Outcome:
    return office.run("close", "-p", "6thang", as_of=as_of)


def reopen(office: Office, reason: str = "Đính chính", as_of: str = "2025-05-26") -> Outcome:
    return office.run("reopen", "-p", "6thang", "--reason", reason, as_of=as_of)


def refused(office: Office, outcome: Outcome, before: dict[str, str]) -> str:
    assert office.files() == before
    assert outcome.told.endswith(UNTOUCHED)
    return outcome.told.removesuffix(f". {UNTOUCHED}")


def plan_of(office: Office, *, thorough: bool = False) -> PlanFolder:
    """The plan as the program reads it; without errors."""
    found = load(DiskFolder(office.root), date(2025, 6, 30), thorough=thorough)
    assert not found.has_errors, found.problems
    return found.workspace.plans[0]


def codes(office: Office) -> list[str]:
    """What is wrong below reports/, as `check` tells it."""
    found = load(DiskFolder(office.root), date(2025, 6, 30), thorough=True)
    return [p.code for p in found.problems if "/reports/" in p.file]


def change_everything(office: Office) -> None:
    """What a month may bring: new reports, changed ones, one lost, news of difficulties."""
    office.report("phong-noi-vu", "2025-05-22", "number: 15/BC-NV\n")
    office.report("ubnd-xa-son-mua", "2025-05-13", "covers: [Công an xã Sơn Mùa]\n")  # logged too late
    office.report("trung-tam-y-te", "2025-05-12", "number: 46/BC-TTYT\nrest: không phát sinh\n")
    office.report_file("phong-tu-phap").unlink()
    answered = ("answer", "ttyt", "--state", "settled", "--date", "10/5/2025")
    assert office.run(*answered, as_of=LATER).code == 0
    again = (
        "receive",
        "--urgent",
        "-a",
        "Phòng Nội vụ",
        "--received",
        "9/5/2025",
        "--text",
        "Thiếu kinh phí",
    )
    assert office.run(*again, as_of=LATER).code == 0
    letter = ("issued", "-p", "6thang", "--report", "--number", "210/BC-UBND", "--date", "28/5/2025")
    assert office.run(*letter, as_of=LATER).code == 0


def documents(office: Office, name: str, *words: str) -> list[bytes]:
    """The report of the closed period in every format, on whichever day it is asked for."""
    made = []
    for ending in ("md", "html", "docx"):
        outcome = office.run("report", "-p", "6thang", "-o", f"{name}.{ending}", *words, as_of="2025-05-20")
        assert outcome.code == 0, outcome
        made.append(office.file(f"{name}.{ending}").read_bytes())
    return made


def today(office: Office, *words: str, day: date = date(2025, 6, 30)) -> Outcome:
    """A call without --as-of, on that day."""
    from program import kehoach

    with mock.patch("kehoach_cli.cli.opening.today", return_value=day):
        return kehoach(*words, cwd=office.root)


# Closing


def test_closing_keeps_what_there_is(office: Office) -> None:
    office.report("phong-noi-vu", "2025-05-21", ENTERED)  # after the day asked about
    assert close(office) == Outcome(
        0,
        "Đã chốt kỳ 6 tháng đầu năm 2025 lúc tính đến ngày 20/5/2025: 2/31 báo cáo.\n"
        "Đã nhận 2/31 báo cáo (đúng hạn 1, trễ 1); chưa gửi 29, đã quá hạn 6 ngày.\n"
        "Báo cáo gửi đến sau khi chốt được ghi “bổ sung sau khi chốt”.\n"
        f"Bản sao các báo cáo đã chốt: {FOLDER}/2025-05-20.\n",
        "",
    )
    place = office.file(f"{FOLDER}/2025-05-20")
    names = ["phong-tu-phap.yaml", "trung-tam-y-te.yaml", "van-phong.yaml"]
    assert sorted(p.name for p in (place / "bao-cao").iterdir()) == names
    hashes = {name: digest(office.file(f"{REPORTS_DIR}/{name}").read_bytes()) for name in names}
    assert {name: digest((place / "bao-cao" / name).read_bytes()) for name in names} == hashes
    told = yaml.safe_load((place / "chot.yaml").read_text(encoding="utf-8"))
    urgent = told.pop("urgent")
    assert told == {
        "schema": 1,
        "period": "6thang",
        "date": date(2025, 5, 20),
        "version": 1,
        "counts": {"expected": 31, "received": 2, "on_time": 1, "late": 1},
        "reports": [{"file": name, "hash": hashes[name]} for name in names],
    }
    assert [u["file"] for u in urgent] == ["2025-05-08-trung-tam-y-te.yaml"]
    assert codes(office) == []


def test_a_period_without_any_report_can_be_closed(tmp_path: Path) -> None:
    office = Office(tmp_path)
    assert close(office).out.startswith(
        "Đã chốt kỳ 6 tháng đầu năm 2025 lúc tính đến ngày 20/5/2025: 0/31 báo cáo.\n"
    )
    held = plan_of(office).closing_of("6thang")
    assert held is not None
    assert (held.reports, held.raised) == ((), ())


def test_closed_twice_is_refused_with_the_remedy(office: Office) -> None:
    close(office)
    before = office.files()
    assert refused(office, close(office, "2025-05-26"), before) == (
        "đã chốt kỳ 6 tháng đầu năm 2025 tính đến ngày 20/5/2025; muốn chốt lại thì mở lại kỳ trước bằng kehoach reopen"
    )


def test_two_at_once_make_one_closing(office: Office) -> None:
    """The second one had read the folder before the first one wrote."""
    from kehoach_cli.store import closing

    whole = closing.put_closing

    def late(*given: object) -> None:
        whole(*given)  # type: ignore[arg-type]
        whole(*given)  # type: ignore[arg-type]

    with mock.patch.object(closing, "put_closing", late):
        assert close(office).told.startswith("đã chốt kỳ 6 tháng đầu năm 2025 tính đến ngày 20/5/2025; ")
    assert len(plan_of(office).closings) == 1


def test_a_disk_that_refuses_leaves_nothing(office: Office) -> None:
    before = office.files()
    with mock.patch("kehoach_cli.store.writing.os.fsync", side_effect=OSError(28, "No space left")):
        told = refused(office, close(office), before)
    assert told == f"không ghi được vào “{FOLDER}/2025-05-20”: ổ đĩa đã đầy"
    assert not office.file(FOLDER).exists()


@pytest.mark.parametrize("number", range(5))
def test_a_break_at_any_file_leaves_nothing(office: Office, number: int) -> None:
    """Record, three reports and a difficulty: five files are written before the folder gets its name."""
    from kehoach_cli.store import writing

    written: list[str] = []
    whole = writing._write_beside  # noqa: SLF001  # the place where a disk fails

    def broken(beside: Path, raw: bytes) -> None:
        if len(written) == number:
            raise OSError(28, "full")
        written.append(beside.name)
        whole(beside, raw)

    before = office.files()
    with mock.patch.object(writing, "_write_beside", broken):
        assert refused(office, close(office), before).endswith("ổ đĩa đã đầy")
    assert len(written) == number
    assert not office.file(FOLDER).exists()


LOADED = (
    "cli.closing cli.opening store.closing store.loading model.closing model.plan model.agencies model.report"
)


def test_kill_at_any_moment_leaves_all_or_nothing(office: Office) -> None:
    for name in REPORTS:
        office.report(name, "2025-05-13", ENTERED)
    words = ["close", "-p", "6thang", "--as-of", "2025-05-20"]
    draw = random.Random(61)  # noqa: S311  # moments, no secrets
    made = []
    for _ in range(ROUNDS):
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, LOADED, *words],
            cwd=office.root,
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
        held = plan_of(office).closing_of("6thang")  # the workspace is in order
        made.append(held is not None)
        if held is not None:
            assert len(held.reports) == len(held.closed.reports) == len(REPORTS)
            assert codes(office) == []
            assert reopen(office).code == 0
    assert close(office).code == 0  # what broke off stands in nobody's way, and goes
    assert [p.name for p in office.file(FOLDER).iterdir() if p.name.startswith(".")] == []
    assert len(made) == ROUNDS


# A report of a closed period


def test_nothing_that_comes_later_changes_a_byte(office: Office) -> None:
    open_before = documents(office, "mo", "--with-status")
    close(office)
    drafts, inner = documents(office, "a", "--with-status"), documents(office, "a-nb", "--working")
    assert drafts == open_before
    change_everything(office)
    assert documents(office, "b", "--with-status") == drafts
    assert documents(office, "b-nb", "--working") == inner
    for ending, content in zip(("md", "html", "docx"), drafts, strict=True):
        outcome = today(office, "report", "-p", "6thang", "--with-status", "-o", f"c.{ending}")
        assert (outcome.code, office.file(f"c.{ending}").read_bytes()) == (0, content)
    reopen(office, as_of=LATER)
    assert documents(office, "d", "--with-status") != drafts


def test_what_came_later_is_named(office: Office) -> None:
    close(office)
    quiet = today(office, "report", "-p", "6thang", day=date(2025, 5, 20))
    assert quiet.err.splitlines()[1:] == [
        "Kỳ đã chốt tính đến ngày 20/5/2025 (2/31 báo cáo): dùng đúng các báo cáo đã chốt."
    ]
    change_everything(office)
    told = today(office, "report", "-p", "6thang")
    assert told.err.splitlines()[1:] == [
        "Kỳ đã chốt tính đến ngày 20/5/2025 (2/31 báo cáo): dùng đúng các báo cáo đã chốt.",
        "Thay đổi sau khi chốt (ngày đến 12/5/2025): báo cáo của Trung tâm Y tế, số 46/BC-TTYT.",
        "Không còn tệp sau khi chốt: báo cáo của Phòng Tư pháp.",
        "Bổ sung sau khi chốt (ngày 22/5/2025): báo cáo của Phòng Nội vụ, số 15/BC-NV.",
        "Bổ sung sau khi chốt (ngày 13/5/2025): báo cáo của UBND xã Sơn Mùa.",
        "Bổ sung sau khi chốt (ngày 09/5/2025): Phòng Nội vụ báo cáo đột xuất khó khăn, vướng mắc.",
    ]
    assert "sau khi chốt" not in told.out
    for words in (["--with-status"], ["--working"]):
        later = office.run("report", "-p", "6thang", *words, as_of=LATER)
        lines = [line for line in later.out.splitlines() if "sau khi chốt" in line]
        assert lines == told.err.splitlines()[2:]
        word = office.run("report", "-p", "6thang", *words, "-o", "c.docx", "--force", as_of=LATER)
        assert word.code == 0
        from docx import Document

        paragraphs = [p.text for p in Document(str(office.file("c.docx"))).paragraphs]
        assert [p for p in paragraphs if "sau khi chốt" in p] == lines


def test_a_changed_copy_stops_every_answer(office: Office) -> None:
    close(office)
    copy = office.file(f"{FOLDER}/2025-05-20/bao-cao/trung-tam-y-te.yaml")
    raw = copy.read_bytes()
    copy.write_bytes(raw.replace(b"45/BC", b"54/BC"))
    outcome = office.run("report", "-p", "6thang")
    assert (outcome.code, outcome.out) == (1, "")
    assert "lỗi L361: bản sao đã chốt của trung-tam-y-te.yaml không còn như lúc chốt" in outcome.err
    copy.unlink()
    assert "lỗi L360: thiếu bản sao đã chốt của trung-tam-y-te.yaml" in office.run("status").err
    assert reopen(office).code == 0  # the remedy that the hint names
    assert codes(office) == []
    copy.parent.mkdir(exist_ok=True)
    assert close(office, "2025-05-26").code == 0


def test_a_copy_with_a_mark_and_other_line_ends_is_kept_byte_by_byte(office: Office) -> None:
    file = office.report_file("trung-tam-y-te")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    close(office)
    assert office.file(f"{FOLDER}/2025-05-20/bao-cao/trung-tam-y-te.yaml").read_bytes() == file.read_bytes()
    assert codes(office) == []


def test_only_a_report_that_says_something_else_has_changed(office: Office) -> None:
    close(office)
    file = office.report_file("trung-tam-y-te")
    file.write_text(file.read_text(encoding="utf-8") + "# đã đối chiếu\n", encoding="utf-8")
    assert codes(office) == []
    office.edit(f"{REPORTS_DIR}/trung-tam-y-te.yaml", "45/BC", "46/BC")
    assert codes(office) == ["L362"]


# Status


def test_status_tells_today_and_that_the_period_is_closed(office: Office) -> None:
    close(office)
    change_everything(office)
    out = office.run("status", "-p", "6thang", as_of="2025-05-30").out.splitlines()
    assert (
        out[-6]
        == "Đã nhận 4/31 báo cáo (đúng hạn 3, trễ 1); chưa gửi 27, đã quá hạn 16 ngày; chưa nhập nội dung 2."
    )
    assert out[-3] == (
        "Đã chốt số liệu tính đến ngày 20/5/2025: 2/31 báo cáo; bổ sung sau khi chốt: Phòng Nội vụ, UBND xã Sơn Mùa; "
        "thay đổi sau khi chốt: Trung tâm Y tế, Phòng Tư pháp."
    )
    data = office.run("status", "-p", "6thang", "--format", "json", as_of="2025-05-30").data["deadlines"][0]
    closed = data["closed"]
    assert (closed["date"], closed["received"], closed["expected"]) == ("2025-05-20", 2, 31)
    assert [one["kind"] for one in closed["later"]] == ["changed", "gone", "added", "added", "urgent"]
    assert "closed" not in office.run("status", "-p", "nam", "--format", "json").data["deadlines"][0]


def test_a_report_logged_later_is_told_so(office: Office) -> None:
    close(office)
    logged = office.run(
        "receive", "-p", "6thang", "-a", "Phòng Nội vụ", "--received", "22/5/2025", as_of=LATER
    )
    assert "Kỳ này đã chốt số liệu; báo cáo được ghi “bổ sung sau khi chốt”.\n" in logged.out


# Reopening


def test_reopening_is_on_record_and_the_next_closing_is_another(office: Office) -> None:
    close(office)
    assert reopen(office, "Trung tâm Y tế: đính chính số liệu.") == Outcome(
        0,
        "Đã mở lại kỳ báo cáo. Lý do: Trung tâm Y tế: đính chính số liệu.\n"
        f"Lần chốt trước được giữ lại: {FOLDER}/2025-05-20/chot.yaml.\n",
        "",
    )
    [undone] = plan_of(office).closings
    assert undone.closed.reopened is not None
    assert undone.closed.reopened.date == date(2025, 5, 26)
    assert undone.closed.reopened.reason == "Trung tâm Y tế: đính chính số liệu."
    assert undone.reports == ()
    assert office.file(f"{FOLDER}/2025-05-20/bao-cao/trung-tam-y-te.yaml").is_file()
    assert close(office).code == 0  # the same day once more
    assert [c.file.split("/")[-2] for c in plan_of(office).closings] == ["2025-05-20", "2025-05-20-2"]
    assert close(office).code == 2
    assert codes(office) == []


@pytest.mark.parametrize(
    ("reason", "as_of", "told"),
    [
        ("x", "2025-05-19", "ngày mở lại 19/5/2025 ở trước ngày chốt 20/5/2025; kiểm tra --as-of"),
        (" ", "2025-05-26", "chưa ghi lý do mở lại; ghi bằng --reason"),
    ],
)
def test_reopenings_that_cannot_be(office: Office, reason: str, as_of: str, told: str) -> None:
    close(office)
    before = office.files()
    assert refused(office, reopen(office, reason, as_of), before) == told


def test_an_open_period_cannot_be_reopened(office: Office) -> None:
    before = office.files()
    assert refused(office, reopen(office), before) == (
        "kỳ 6 tháng đầu năm 2025 chưa chốt; chốt bằng kehoach close"
    )


def test_an_amended_plan_is_told(office: Office) -> None:
    close(office)
    office.edit(PLAN, "version: 1 ", "version: 2 ")
    assert codes(office) == ["L367"]


# The parts


def test_the_record_reads_back_as_it_was_written() -> None:
    closed = Closed.model_validate(
        {
            "schema": "1",
            "period": "nam",
            "date": date(2025, 11, 20),
            "version": 3,
            "counts": {"expected": 3, "received": 2, "on_time": 1, "late": 1},
            "reports": [{"file": "a.yaml", "hash": digest(b"a")}, {"file": "b.yaml", "hash": "0" * 32}],
        }
    )
    text = closing_text(closed, "Kỳ năm 2025", "20/11/2025")
    assert Closed.model_validate(yaml.load(text, Loader=yaml.BaseLoader)) == closed  # noqa: S506  # as text
    assert free_closing("61-kh", "nam", closed.date, []) == "plan/61-kh/reports/nam/_chot/2025-11-20"
    taken = ["plan/61-kh/reports/nam/_chot/2025-11-20/chot.yaml"]
    assert free_closing("61-kh", "nam", closed.date, taken) == "plan/61-kh/reports/nam/_chot/2025-11-20-2"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("2025-05-20/chot.yaml", "closed"),
        ("2025-05-20/bao-cao/a.yaml", "copy"),
        ("2025-05-20/dot-xuat/a.yaml", "copy"),
        ("2025-05-20/a.yaml", "misplaced"),
        ("2025-05-20/bao-cao/a.txt", "ignored"),
        (".2025-05-20.0a1b2c3d.tmp/chot.yaml", "ignored"),
    ],
)
def test_every_file_of_a_closing_has_its_role(path: str, kind: str) -> None:
    assert role_of(f"plan/61-kh/reports/6thang/_chot/{path}").kind == kind


def test_an_open_plan_is_the_very_same(office: Office) -> None:
    folder = plan_of(office)
    assert as_closed(folder, "6thang") is folder
    close(office)
    closed = plan_of(office)
    [closing] = closed.closings
    assert isinstance(closing, Closing)
    office.report("phong-noi-vu", "2025-05-22")
    now = plan_of(office)
    assert {f.file for f in as_closed(now, "6thang").reports} == {f.file for f in closing.reports}
    register = load(DiskFolder(office.root), date(2025, 6, 30)).workspace.register
    assert closing_view(now, "nam", register, date(2025, 6, 30)) is None
    late = closing_view(now, "6thang", register, date(2025, 5, 22))
    assert late is not None
    assert late.later == (Later("added", "Phòng Nội vụ", date(2025, 5, 22), None),)
    for day in (date(2025, 5, 20), date(2025, 5, 21)):
        early = closing_view(now, "6thang", register, day)
        assert early is not None
        assert early.later == ()


def test_rich_reports_close_alike(tmp_path: Path) -> None:
    """Every part of a report survives the copy: the working copy is the same before and after."""
    office = Office(tmp_path)
    for agency, report in REPORTS.items():
        path = office.report_file(agency)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = {"schema": 1, "agency": agency, "period": "6thang", "received": "2025-05-12", **report}
        path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    summary = {"schema": 1, "period": "6thang", **SUMMARY}
    office.report_file("_tong-hop").write_text(yaml.safe_dump(summary, allow_unicode=True), encoding="utf-8")
    before = office.run("report", "-p", "6thang", "--working").out
    assert close(office).code == 0
    for agency in REPORTS:
        office.report_file(agency).unlink()
    after = office.run("report", "-p", "6thang", "--working").out
    assert after.replace(" Đã chốt số liệu tính đến ngày 20/5/2025.", "") == before


def test_a_later_day_tells_of_the_day_of_closing(office: Office) -> None:
    office.report("trung-tam-y-te", "2025-05-12", ENTERED)
    close(office)
    office.report("huyen-doan", "2025-05-21", ENTERED)
    working = office.run("report", "-p", "6thang", "--working", as_of="2025-05-30").out
    assert "Đến hết ngày 20/5/2025" in working
    assert "Quá hạn, chưa gửi (16 ngày)" not in working
    assert "Quá hạn, chưa gửi (6 ngày)" in working


def test_another_day_changes_no_byte_of_a_word_document(office: Office) -> None:
    office.report("trung-tam-y-te", "2025-05-12", ENTERED)
    close(office)
    for name, day in (("a", "2025-05-20"), ("b", "2025-05-30")):
        assert office.run("report", "-p", "6thang", "-o", f"{name}.docx", as_of=day).code == 0
    assert office.file("a.docx").read_bytes() == office.file("b.docx").read_bytes()


def test_line_ends_that_git_changed_are_no_change(office: Office) -> None:
    office.report("trung-tam-y-te", "2025-05-12", ENTERED)
    close(office)
    for path in office.file("plan").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert office.run("check").code == 0
    assert office.run("report", "-p", "6thang", "--working").code == 0


def test_a_day_before_the_closing_is_not_told_of_it(office: Office) -> None:
    close(office)
    assert "đã chốt" not in office.run("report", "-p", "6thang", as_of="2025-05-19").err
    assert "Kỳ đã chốt tính đến ngày 20/5/2025" in office.run("report", "-p", "6thang").err
