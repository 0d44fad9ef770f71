"""kehoach without a command: what waits to be done, the most urgent first, with what to type."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.cli.app import COMMANDS, make_app
from kehoach_cli.cli.today import is_alone
from kehoach_cli.model.issued import Issued
from kehoach_cli.model.slots import count
from kehoach_cli.model.workspace import Sent
from kehoach_cli.queries.status import status_of
from kehoach_cli.queries.today import today_view
from kehoach_cli.queries.working import RANKS
from made_up_reports import Node, plan_61, six_months
from program import ENTERED, PLAN, ROOT, Office, Outcome, add_second_plan, golden, kehoach
from reminder_cases import FEW, all_but, letter
from test_issued import LETTER, lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kehoach_cli.queries.today import TodayView

DAYS = ("2025-04-20", "2025-05-10", "2025-05-14", "2025-05-20", "2025-11-10")
SIX = "KH 61, 6 tháng đầu năm 2025"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


def day_of(office: Office, day: str) -> Outcome:
    return kehoach("--as-of", day, cwd=office.root)


def told(office: Office, day: str) -> list[str]:
    """The page without its title."""
    outcome = day_of(office, day)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out.splitlines()[2:]


def settle_sending(office: Office, by: str | None = None) -> None:
    """Nobody waits for the district's own reports, or for the first by the day given."""
    up = "    send_up:\n      to: Sở Y tế tỉnh Quảng Ngãi      # IV.1: «báo cáo Sở Y tế theo quy định»; kế hoạch không ghi hạn\n"
    office.edit(PLAN, up, f"    send_up: {{to: Sở Y tế tỉnh Quảng Ngãi, by: {by}}}\n" if by else "")
    office.edit(PLAN, up, "")


def busy(office: Office) -> None:
    """One of everything: by 20/5/2025."""
    office.report("trung-tam-y-te", "2025-05-12")
    office.report("phong-tu-phap", "2025-05-14", f"draft: true\n{ENTERED}")
    returned = "returned:\n  date: 2025-05-14\n  reason: Thiếu số liệu\n"
    office.report("phong-noi-vu", "2025-05-13", returned + ENTERED)
    joint = "covers:\n  - cong-an-xa-son-mua\n"
    office.report("ubnd-xa-son-mua", "2025-05-13", joint)
    words = ("receive", "--urgent", "-a", "ttyt", "--received", "8/5/2025", "--text", "Hết vắc xin sởi")
    assert office.run(*words).code == 0


def view_of(as_of: date, reports: Mapping[str, Node], sent: Sequence[Node] = ()) -> TodayView:
    folder, _ = six_months(reports)
    blank = {"schema": "1", "document": "cong-van", "period": "6thang"}
    records = tuple(Sent(f"{n}.yaml", Issued.model_validate(blank | s)) for n, s in enumerate(sent))
    return today_view(plan_61()._replace(plans=(folder._replace(sent=records),)), as_of)


# The page


@pytest.mark.parametrize("day", DAYS)
def test_golden_days_of_plan_61(office: Office, day: str) -> None:
    golden(f"today/{day}.txt", day_of(office, day).out)


def test_golden_of_a_busy_day(office: Office) -> None:
    busy(office)
    settle_sending(office, "2025-05-28")
    golden("today/nhieu-viec.txt", day_of(office, "2025-05-20").out)
    golden("today/nhieu-viec.json", kehoach("--as-of", "20/5/2025", "--format", "json", cwd=office.root).out)


def test_nothing_to_do(office: Office) -> None:
    settle_sending(office)
    assert told(office, "2025-04-10") == [
        "Không có việc nào cần làm. Hạn báo cáo gần nhất: hết ngày 14/5/2025 (KH 61, 6 tháng đầu năm 2025; còn 34 ngày)."
    ]
    text = office.file(PLAN).read_text(encoding="utf-8")
    without = f"{text.partition(chr(10) + 'deadlines:')[0]}\n"
    office.file(PLAN).write_text(without, encoding="utf-8")
    assert told(office, "2025-05-20") == ["Không có việc nào cần làm."]


def test_several_plans_due_first_each_command_names_its_plan(office: Office) -> None:
    add_second_plan(office)
    settle_sending(office)
    lines = told(office, "2025-06-06")
    assert [line.partition(": ")[0] for line in lines if not line.startswith(" ")] == ["Quá hạn", "Quá hạn"]
    assert [line.partition(" (")[2] for line in lines if not line.startswith(" ")] == [
        f"{SIX}; quá 23 ngày)",
        "KH 12, 6 tháng đầu năm 2025; quá 1 ngày): Trung tâm Y tế; Huyện đoàn",
    ]
    commands = [line.strip() for line in lines if line.startswith(" ")]
    assert [c.partition(" --plan ")[2].split()[0] for c in commands] == ["61-kh-ubnd-2025", "12-kh-ubnd-2025"]


def test_plans_of_one_number_are_told_apart(office: Office) -> None:
    add_second_plan(office)
    office.edit("plan/12-kh-ubnd-2025/plan.yaml", "number: 12/KH-UBND", "number: 61/KH-HĐND")
    page = "\n".join(told(office, "2025-06-06"))
    assert "(KH 61/KH-UBND năm 2025, " in page
    assert "(KH 61/KH-HĐND năm 2025, " in page


def test_what_is_typed_answers_the_same_question_from_the_same_place(office: Office, tmp_path: Path) -> None:
    busy(office)
    (tmp_path / "nơi khác").mkdir()
    there = tmp_path / "nơi khác"
    out = kehoach("-C", "../office", "--as-of", "20/5/2025", cwd=there).out
    assert "trong send_up của kỳ 6thang, tệp ../office/plan/61-kh-ubnd-2025/plan.yaml" in out
    commands = [line.strip() for line in out.splitlines() if line.startswith("    kehoach ")]
    assert len(commands) == 6
    for command in commands:
        assert command.endswith(" --as-of 20/5/2025 -C ../office")
        assert kehoach(*shlex.split(command)[1:], cwd=there).code == 0, command
    office.root.rename(tmp_path / "văn phòng")
    out = kehoach("-C", str(tmp_path / "văn phòng"), "--as-of", "20/5/2025", cwd=there).out
    assert f'kehoach status -p 6thang --as-of 20/5/2025 -C "{tmp_path / "văn phòng"}"\n' in out


def test_on_a_terminal_sentences_are_broken_and_commands_are_not(office: Office) -> None:
    whole, narrow = (kehoach("--as-of", "20/5/2025", cwd=office.root, width=w).out for w in (500, 40))
    assert whole == day_of(office, "2025-05-20").out
    assert narrow.split() == whole.split()
    assert max(len(line) for line in narrow.splitlines() if not line.startswith("    ")) <= 40
    assert "    kehoach remind -p 6thang --before 23/5/2025 --as-of 20/5/2025\n" in narrow


def test_today_is_the_day(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach_cli.cli.opening.today", lambda: date(2025, 5, 20))
    page = kehoach(cwd=office.root).out
    assert page.startswith("VIỆC CẦN LÀM – thứ Ba, 20/5/2025\n\nQuá hạn: 31 báo cáo ")
    assert page == day_of(office, "2025-05-20").out.replace(" --as-of 20/5/2025", "")


# Letters, closing, the report that went out


def test_letters_decide_what_overdue_reports_wait_for(office: Office) -> None:
    settle_sending(office)
    office.run("issued", "-p", "6thang", "--stage", "1", "--number", "250/UBND-TH", "--date", "22/4/2025")
    assert told(office, "2025-04-30") == [
        "Không có việc nào cần làm. Hạn báo cáo gần nhất: hết ngày 14/5/2025 (KH 61, 6 tháng đầu năm 2025; còn 14 ngày)."
    ]
    assert told(office, "2025-05-10")[1] == "    kehoach status -p 6thang --as-of 10/5/2025"
    lay_out(office, "cong-van.docx", **LETTER)
    words = ("--number", "312/UBND-TH", "--date", "20/5/2025")
    assert office.run("issued", "cong-van.docx", *words, as_of="2025-05-26").code == 0
    asked = len(told(office, "2025-05-21"))
    assert asked
    for day, kind in (("2025-05-21", "Quá hạn, đã đôn đốc"), ("2025-05-27", "Quá hạn, hạn mới cũng đã qua")):
        assert [line for line in told(office, day) if line.startswith(f"{kind}: ")], day


def test_three_states_of_overdue_reports() -> None:
    reports = all_but(FEW)
    urged, lapsed, never = FEW[:2], FEW[2:4], FEW[4:]
    sent = [
        letter("2", "312/UBND-TH", "2025-05-16", lapsed, "2025-05-19"),
        letter("2", "320/UBND-TH", "2025-05-20", urged, "2025-05-23"),
    ]
    works = view_of(date(2025, 5, 21), reports, sent).works
    found = [
        (w.kind, w.step, w.amount, w.days, w.new_limit, w.proposed)
        for w in works
        if w.proposed or w.new_limit
    ]
    asked = date(2025, 5, 26)  # 24/5 is a Saturday
    assert sorted(found, key=str) == sorted(
        [
            ("urged", "status", 2, (7, 7), date(2025, 5, 23), None),
            ("lapsed", "urge_again", 2, (7, 7), date(2025, 5, 19), asked),
            ("overdue", "urge", 3, (7, 7), None, asked),
        ],
        key=str,
    )
    assert [len(w.agencies) for w in works if w.amount] == [w.amount for w in works if w.amount]
    assert len(never) == 3


def test_on_the_very_day_of_the_limit_nobody_is_urged() -> None:
    (work,) = (w for w in view_of(date(2025, 5, 15), {}).works if w.kind == "overdue")
    assert (work.step, work.amount, work.proposed) == ("status", 31, None)


def test_a_closed_period_waits_for_the_number_of_its_report(office: Office) -> None:
    settle_sending(office, "2025-05-28")
    assert office.run("close", "-p", "6thang").code == 0
    unissued = f"Đã chốt số liệu tính đến ngày 20/5/2025, chưa ghi số báo cáo tổng hợp ({SIX})"
    lines = told(office, "2025-05-22")
    at = lines.index(unissued)
    assert lines[at + 1 : at + 3] == [
        "    kehoach report -p 6thang -o bao-cao-6thang.docx --as-of 22/5/2025",
        "    sau khi văn thư cấp số: kehoach issued -p 6thang --report --number …/BC-UBND --date …",
    ]
    assert unissued not in told(office, "2025-05-19")
    words = ("--report", "--number", "210/BC-UBND", "--date", "28/5/2025")
    assert office.run("issued", "-p", "6thang", *words, as_of="2025-05-28").code == 0
    assert unissued in told(office, "2025-05-27")
    assert told(office, "2025-05-28") == [
        "Không có việc nào cần làm. Hạn báo cáo gần nhất: hết ngày 14/11/2025 (KH 61, năm 2025; còn 170 ngày)."
    ]


@pytest.mark.parametrize(
    ("day", "words", "is_first"),
    [
        ("2025-05-14", "còn 14 ngày", False),
        ("2025-05-27", "còn 1 ngày", False),
        ("2025-05-28", "hôm nay là ngày cuối", False),
        ("2025-05-30", "đã quá 2 ngày", False),
    ],
)
def test_our_own_deadline(office: Office, day: str, words: str, is_first: bool) -> None:
    settle_sending(office, "2025-05-28")
    own = [n for n, line in enumerate(told(office, day)) if line.startswith("UBND huyện phải gửi Sở Y tế: ")]
    said = told(office, day)[own[0]]
    assert said == f"UBND huyện phải gửi Sở Y tế: chậm nhất ngày 28/5/2025 ({SIX}; {words})"
    assert (own[0] == 0) is is_first


def test_difficulties_until_they_are_settled(office: Office) -> None:
    busy(office)
    settle_sending(office)

    def said(day: str) -> list[str]:
        return [line for line in told(office, day) if line.startswith("Khó khăn")]

    assert said("2025-05-07") == []
    assert said("2025-05-20") == ["Khó khăn, vướng mắc chờ trả lời: 1 (KH 61; 12 ngày): Trung tâm Y tế"]
    answer = ("answer", "ttyt", "--state", "directed", "--date", "21/5/2025", "--text", "Mua bổ sung")
    assert office.run(*answer, as_of="2025-05-21").code == 0
    assert said("2025-05-22") == [
        "Khó khăn, vướng mắc đã có ý kiến chỉ đạo, chưa giải quyết: 1 (KH 61; 14 ngày): Trung tâm Y tế"
    ]
    assert office.run("answer", "ttyt", "--state", "settled", as_of="2025-05-23").code == 0
    assert said("2025-05-23") == []


def test_an_extension_has_its_own_day(office: Office) -> None:
    more = (
        "    extended:\n      - agency: Phòng Tư pháp\n        until: 2025-05-22\n        basis: CVP đồng ý\n"
    )
    office.edit(PLAN, "    receiver: Văn phòng", f"{more}    receiver: Văn phòng")
    lines = told(office, "2025-05-20")
    assert lines[0] == f"Quá hạn: 30 báo cáo ({SIX}; quá 6 ngày)"
    soon = f"Đến hạn trong 7 ngày: 1 báo cáo ({SIX}; hết ngày 22/5/2025, còn 2 ngày, được gia hạn): Phòng Tư pháp"
    assert soon in lines
    assert f"Đến hạn hôm nay: 1 báo cáo ({SIX}; hết ngày 22/5/2025, được gia hạn): Phòng Tư pháp" in told(
        office, "2025-05-22"
    )
    office.report("phong-noi-vu", "2025-05-12", ENTERED)
    assert told(office, "2025-05-24")[0] == f"Quá hạn: 30 báo cáo ({SIX}; quá 2 đến 10 ngày)"


LATE = ("overdue", "lapsed", "urged", "left")


@settings(max_examples=40, deadline=None)
@given(st.dates(date(2025, 4, 4), date(2025, 12, 31)), st.sets(st.sampled_from(FEW)))
def test_the_page_counts_what_status_counts(as_of: date, silent: set[str]) -> None:
    reports = all_but(silent)
    view = view_of(as_of, reports)
    folder, deadline = six_months(reports)
    counts = count(status_of(folder, deadline, plan_61().register, as_of).slots)
    six = [w for w in view.works if w.deadline and w.deadline.period == "6thang"]
    assert sum(w.amount for w in six if w.kind in LATE) == counts.overdue
    assert sum(w.amount for w in six if w.kind == "due_soon") == counts.due_soon
    assert [w.rank for w in view.works] == sorted(w.rank for w in view.works)
    assert {w.kind for w in view.works} <= set(RANKS)


# The bare call


def test_outside_a_workspace_it_says_how_to_begin(tmp_path: Path) -> None:
    assert kehoach(cwd=tmp_path).told == (
        f"chưa ghi tên lệnh. Các lệnh: {', '.join(COMMANDS)}. Để bắt đầu: chuyển vào thư mục làm việc "
        "rồi gõ “kehoach” để xem việc cần làm, hoặc tạo thư mục làm việc mới bằng “kehoach init THƯ_MỤC”."
    )
    nowhere = f"không tìm thấy thư mục plan ở “{tmp_path}” và các thư mục trên nó. "
    assert kehoach("--as-of", "20/5/2025", cwd=tmp_path).told.startswith(nowhere)
    assert kehoach("-C", "khong-co", cwd=tmp_path).told.endswith("bằng “kehoach init THƯ_MỤC”.")


def test_the_environment_names_the_workspace(office: Office, tmp_path: Path) -> None:
    env = {"KEHOACH_DIR": str(office.root)}
    assert kehoach(cwd=tmp_path, env=env).out.startswith("VIỆC CẦN LÀM – ")
    assert kehoach(cwd=tmp_path, env={"KEHOACH_DIR": "khong-co"}).told.startswith("thư mục “")


def test_problems_stop_it(office: Office) -> None:
    office.edit(PLAN, "      - Trung tâm Y tế\n", "      - Trung tâm Y tề\n")
    outcome = kehoach(cwd=office.root)
    assert (outcome.code, outcome.out) == (1, "")
    assert "lỗi L201" in outcome.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--as-of", "20/5/2025", "status"], "tùy chọn “--as-of” viết sau tên lệnh: kehoach status --as-of …"),
        (["-f", "json", "status"], "tùy chọn “--format” viết sau tên lệnh: kehoach status --format …"),
        (["--format", "json", "completion"], "tùy chọn “--format” không dùng cùng lệnh completion."),
        (["--as-of", "30/2/2025"], "tùy chọn “--as-of”: ngày “30/2/2025” không có trong lịch (tháng 02/2025 chỉ có 28 ngày)."),
        (["--as-of"], "tùy chọn “--as-of” cần một giá trị."),
        (["--format", "csv"], "tùy chọn “--format”: không có giá trị “csv”; các giá trị: table, json."),
        (["--period", "6thang"], "tùy chọn “--period” viết sau tên lệnh: kehoach status --period …"),
        (["init", "--format", "json"], "không có tùy chọn “--format”."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)  # fmt: skip
def test_wrong_calls(words: list[str], message: str) -> None:
    assert kehoach(*words, cwd=ROOT).told.startswith(message)


def test_no_command_is_loaded_for_it() -> None:
    assert [*map(is_alone, ([], ["-C", "x"], ["--as-of=1"], ["status"], ["-C", "x", "status"], ["--help"]))] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
    assert make_app([]).registered_commands == []
    assert [c.name for c in make_app(["--help"]).registered_commands] == [*COMMANDS]


def test_what_it_loads() -> None:
    code = (
        "import io, sys\n"
        "from kehoach_cli.cli.app import make_app\n"
        "from kehoach_cli.cli.frame import run\n"
        "words, sys.stdout = ['--as-of', '2025-05-20'], io.StringIO()\n"
        "code, sys.stdout = run(make_app(words), words), sys.__stdout__\n"
        "heavy = ('rich', 'jinja2', 'holidays', 'rapidfuzz', 'docx', 'openpyxl', 'lxml', 'kehoach_cli.cli.status')\n"
        "print(code, *(m for m in heavy if m in sys.modules))\n"
    )
    env = {**os.environ, "PYDANTIC_DISABLE_PLUGINS": "__all__"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, check=True)
    assert done.stdout.split() == [b"0"]


def test_a_demo_says_so(tmp_path: Path) -> None:
    assert kehoach("init", "--demo", "thu", cwd=tmp_path).code == 0
    page = kehoach("--as-of", "20/5/2025", cwd=tmp_path / "thu").out
    assert page.endswith("\n\nSỐ LIỆU MINH HỌA\n")
    assert kehoach("--as-of", "20/5/2025", "-f", "json", cwd=tmp_path / "thu").data["demo"] is True
