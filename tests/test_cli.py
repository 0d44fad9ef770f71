"""What all commands share: where they look, what they write, how they end; as a person runs them."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach_cli import __version__
from kehoach_cli.cli.app import COMMANDS
from program import AS_OF, GOLDEN, PLAN, ROOT, Office, Outcome, add_second_plan, golden, kehoach, read_json
from test_issued import LETTER, REPORT, lay_out

# One good call of every command that asks the workspace a question.
QUESTIONS = {
    "tasks": ["tasks", "-a", "ttyt"],
    "matrix": ["tasks", "--matrix"],
    "status": ["status"],
    "agencies": ["agencies"],
    "agency": ["agencies", "ttyt"],
    "check": ["check"],
}
FORMATTED = {name: words for name, words in QUESTIONS.items() if name != "check"}
RECEIVE = ["receive", "-p", "6thang", "-a", "ttyt", "--received", "12/5/2025"]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


@pytest.mark.parametrize("words", QUESTIONS.values(), ids=QUESTIONS)
def test_an_answer_is_on_stdout_alone(words: list[str]) -> None:
    outcome = kehoach(*words, cwd=ROOT)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.endswith("\n")
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize("words", [*QUESTIONS.values(), RECEIVE], ids=[*QUESTIONS, "receive"])
def test_a_wrong_call_is_told_on_stderr_alone(words: list[str]) -> None:
    for wrong in (["--as-of", "30/2/2025"], ["--nope"], ["-C", "/khong/co"]):
        outcome = kehoach(*words, *wrong, cwd=ROOT)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith("Cách dùng: kehoach ")


@pytest.mark.parametrize(
    "words",
    [*FORMATTED.values(), RECEIVE, ["tasks", "--format", "json"]],
    ids=[*FORMATTED, "receive", "json"],
)
def test_errors_in_the_files_stop_every_answer(office: Office, words: list[str]) -> None:
    office.edit(PLAN, "      - Trung tâm Y tế\n", "      - Trung tâm Y tề\n")
    outcome = kehoach(*words, cwd=office.root)
    assert (outcome.code, outcome.out) == (1, "")
    lines = outcome.err.splitlines()
    assert lines[0].startswith(
        "plan/61-kh-ubnd-2025/plan.yaml:76:9: lỗi L201: không tìm thấy cơ quan “Trung tâm Y tề”"
    )
    assert lines[-1].startswith("Có 1 lỗi trong ")


def test_a_bad_file_fails_every_command(office: Office) -> None:
    office.file("plan/61-kh-ubnd-2025/reports/6thang").mkdir(parents=True)
    office.report_file("phong-noi-vu").write_bytes(b"agency: Ph\xf2ng")
    for words in (*FORMATTED.values(), RECEIVE):
        outcome = kehoach(*words, cwd=office.root)
        assert (outcome.code, outcome.out) == (1, "")
        assert "lỗi L002" in outcome.err
        assert "1 tệp hỏng" in outcome.err


def test_warnings_stop_nothing_unless_strict(office: Office) -> None:
    assert kehoach("tasks", cwd=office.root).err == ""
    plain, strict = (kehoach("check", *more, cwd=office.root) for more in ([], ["--strict"]))
    assert (plain.code, strict.code) == (0, 1)
    assert plain.out == strict.out
    assert plain.out.endswith(" cảnh báo trong 5 tệp đã đọc.\n")
    assert "lỗi L" not in plain.out


def test_check_tells_everything_at_once_errors_first(office: Office) -> None:
    office.edit(PLAN, "      - Trung tâm Y tế\n", "      - Trung tâm Y tề\n")
    office.report("phong-noi-vu", "2025-02-30")
    office.report("phong-tu-phap", "2025-05-12", "tasks:\n  - ref: II.99\n    status: tạm dừng\n")
    outcome = office.run("check")
    golden("check/ba-loi.txt", outcome.out)
    assert (outcome.code, outcome.err) == (1, "")
    kinds = [line.split(": ")[1].split()[0] for line in outcome.out.splitlines() if line.startswith("plan/")]
    assert kinds == sorted(kinds, key=lambda kind: kind != "lỗi")
    assert kinds.count("lỗi") == 3


def test_check_in_json(office: Office) -> None:
    office.report("phong-noi-vu", "2025-02-30")
    outcome = office.run("check", "--format", "json")
    assert (outcome.code, outcome.err) == (1, "")
    answer = read_json(outcome.out)
    assert [*answer] == ["schema", "problems", "files"]
    assert answer["schema"] == "kehoach/check/1"
    assert [*answer["files"].items()] == [("read", 6), ("bad", 1), ("ignored", 0), ("kept", 0)]
    assert [*map(list, answer["problems"])] == [
        ["code", "severity", "file", "line", "column", "message", "hint"]
    ] * len(answer["problems"])
    first = answer["problems"][0]
    assert (first["code"], first["severity"], first["line"], first["column"]) == ("L110", "error", 4, 11)
    assert first["file"] == "plan/61-kh-ubnd-2025/reports/6thang/phong-noi-vu.yaml"
    assert {p["severity"] for p in answer["problems"][1:]} == {"warning"}


def test_golden_check() -> None:
    golden("check/ke-hoach-61.txt", kehoach("check", "--as-of", AS_OF, cwd=ROOT).out)


def test_a_wrong_call_never_writes_to_the_terminal() -> None:
    for words in (
        ["tasks", "\x1b[31m", "b"],
        ["\x1b"],
        ["tasks", "--\x1b"],
        ["init", "\x1b", "b"],
        ["tasks", "-o", "\x1b.x"],
    ):
        outcome = kehoach(*words, cwd=ROOT)
        assert outcome.code == 2
        assert [c for c in outcome.err if not c.isprintable() and c != "\n"] == []


# Where the workspace is.


def test_from_a_folder_below(office: Office) -> None:
    for below in ("plan", "plan/61-kh-ubnd-2025"):
        assert kehoach("tasks", cwd=office.file(below)).code == 0
    outcome = kehoach("check", cwd=office.file("plan/61-kh-ubnd-2025"))
    assert outcome.out.startswith("plan.yaml:76:9: cảnh báo L213")


def test_minus_c_before_and_after_the_command(office: Office, tmp_path: Path) -> None:
    direct = kehoach("status", "--as-of", AS_OF, cwd=office.root)
    for where in (str(office.root), "office", "./office/../office/", str(office.file("plan"))):
        assert kehoach("-C", where, "status", "--as-of", AS_OF, cwd=tmp_path) == direct
        assert kehoach("status", "-C", where, "--as-of", AS_OF, cwd=tmp_path) == direct
    assert kehoach("-C", "khong-co", "status", "-C", "office", "--as-of", AS_OF, cwd=tmp_path) == direct


def test_the_environment_names_it_where_no_parent_has_a_plan(office: Office, tmp_path: Path) -> None:
    env = {"KEHOACH_DIR": str(office.root)}
    assert kehoach("tasks", cwd=tmp_path, env=env).code == 0
    empty = tmp_path / "empty"
    (empty / "plan").mkdir(parents=True)
    assert kehoach("tasks", cwd=empty, env=env).code == 1  # the nearest parent comes first: no plan in it
    told = kehoach("tasks", cwd=tmp_path, env={"KEHOACH_DIR": "khong-co"}).told
    assert told == (
        f"thư mục “{tmp_path}/khong-co” (theo KEHOACH_DIR) không có trên máy này. "
        "Kiểm tra lại đường dẫn, hoặc tạo mới bằng “kehoach init THƯ_MỤC”."
    )


def test_nowhere(tmp_path: Path) -> None:
    assert kehoach("tasks", cwd=tmp_path).told == (
        f"không tìm thấy thư mục plan ở “{tmp_path}” và các thư mục trên nó. "
        "Chuyển vào thư mục làm việc, thêm -C THƯ_MỤC, hoặc tạo mới bằng “kehoach init THƯ_MỤC”."
    )
    told = kehoach("tasks", "-C", "x" * 300, cwd=tmp_path).told
    assert told.endswith(
        "(theo -C) không có trên máy này. Kiểm tra lại đường dẫn, hoặc tạo mới bằng “kehoach init THƯ_MỤC”."
    )
    assert kehoach("tasks", "-C", ".", cwd=tmp_path).told.startswith(
        f"thư mục “{tmp_path}” (theo -C) không có thư mục plan bên trong."
    )


# Which plan, which day.


@pytest.mark.parametrize("typed", ["61-kh-ubnd-2025", "61/KH-UBND", "61", "61 KH", "61-KH-UBND"])
def test_one_plan_by_its_folder_or_number(office: Office, typed: str) -> None:
    add_second_plan(office)
    found = office.run("status", "--plan", typed, "--format", "json").data["deadlines"]
    assert {d["plan"] for d in found} == {"61-kh-ubnd-2025"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("99", "không có kế hoạch “99”. Các kế hoạch: 12-kh-ubnd-2025, 61-kh-ubnd-2025."),
        ("", "không có kế hoạch “”. Các kế hoạch: 12-kh-ubnd-2025, 61-kh-ubnd-2025."),
        ("1", "“1” ứng với 2 kế hoạch: 12-kh-ubnd-2025, 14-kh-ubnd-2025. Ghi rõ hơn."),
    ],
)
def test_a_plan_that_is_not_clear(office: Office, typed: str, told: str) -> None:
    add_second_plan(office)
    if typed == "1":
        folder = office.file("plan/12-kh-ubnd-2025")
        text = (folder / "plan.yaml").read_text(encoding="utf-8").replace("12/KH", "14/KH")
        folder.with_name("14-kh-ubnd-2025").mkdir()
        (folder.with_name("14-kh-ubnd-2025") / "plan.yaml").write_text(text, encoding="utf-8")
    assert office.run("status", "--plan", typed).told == told


@pytest.mark.parametrize("typed", ["2025-05-14", "14/5/2025", "14/05/2025", "2025-5-14", " 14/5/2025 "])
def test_days_as_people_write_them(typed: str) -> None:
    assert kehoach("tasks", "--as-of", typed, "--format", "json", cwd=ROOT).data["as_of"] == "2025-05-14"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("30/2/2025", "ngày “30/2/2025” không có trong lịch (tháng 02/2025 chỉ có 28 ngày)."),
        ("14/5/25", "ngày “14/5/25” chưa rõ năm; viết đủ như 14/5/2025."),
        ("14-5", "ngày “14-5” chưa rõ năm; viết đủ như 14/5/2025."),
        ("hôm nay", "“hôm nay” không phải là ngày; viết như 2025-05-14 hoặc 14/5/2025."),
        ("", "“” không phải là ngày; viết như 2025-05-14 hoặc 14/5/2025."),
    ],
)
def test_what_is_no_day(typed: str, told: str) -> None:
    assert kehoach("tasks", "--as-of", typed, cwd=ROOT).told == f"tùy chọn “--as-of”: {told}"


def test_today_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    monkeypatch.setattr("kehoach_cli.cli.opening.today", lambda: date(2025, 5, 14))
    for words in ("tasks", "status", "agencies"):
        assert kehoach(words, "--format", "json", cwd=ROOT).data["as_of"] == "2025-05-14"
    assert "hôm nay là ngày cuối" in kehoach("tasks", cwd=ROOT).out


@pytest.mark.parametrize("words", FORMATTED.values(), ids=FORMATTED)
def test_every_answer_says_for_which_day(words: list[str]) -> None:
    for format_ in ("table", "md"):
        out = kehoach(*words, "--as-of", AS_OF, "--format", format_, cwd=ROOT).out
        assert "ính đến ngày 20/5/2025" in out
    assert kehoach(*words, "--as-of", AS_OF, "--format", "json", cwd=ROOT).data["as_of"] == "2025-05-20"


# Where the answer goes.


@pytest.mark.parametrize(
    ("ending", "format_"), [("json", "json"), ("csv", "csv"), ("md", "md"), ("txt", "table"), ("CSV", "csv")]
)
@pytest.mark.parametrize("words", FORMATTED.values(), ids=FORMATTED)
def test_the_ending_of_a_file_picks_the_format(
    words: list[str], ending: str, format_: str, tmp_path: Path
) -> None:
    target = tmp_path / f"kết quả.{ending}"
    outcome = kehoach(*words, "--as-of", AS_OF, "-o", str(target), cwd=ROOT)
    assert outcome == Outcome(0, "", f"Đã ghi {target}.\n")
    direct = kehoach(*words, "--as-of", AS_OF, "--format", format_, cwd=ROOT).out
    assert target.read_bytes().decode("utf-8") == direct
    assert [*tmp_path.iterdir()] == [target]


def test_the_format_asked_for_beats_the_ending(tmp_path: Path) -> None:
    kehoach("tasks", "--format", "json", "-o", str(tmp_path / "a.csv"), cwd=ROOT)
    kehoach("tasks", "--format", "json", "-o", str(tmp_path / "khong-duoi"), cwd=ROOT)
    for name in ("a.csv", "khong-duoi"):
        assert read_json((tmp_path / name).read_text(encoding="utf-8"))["schema"] == "kehoach/tasks/1"


def test_a_file_that_exists_is_kept_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("của tôi", encoding="utf-8")
    told = kehoach("tasks", "-o", str(target), cwd=ROOT).told
    assert told == f"tệp “{target}” đã có; thêm --force để ghi đè. Không có tệp nào bị thay đổi."
    assert target.read_text(encoding="utf-8") == "của tôi"
    assert kehoach("tasks", "-o", str(target), "--force", cwd=ROOT).code == 0
    assert target.read_text(encoding="utf-8").startswith("{")
    assert [*tmp_path.iterdir()] == [target]


def test_force_writes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("cũ", encoding="utf-8")
    (tmp_path / "b.md").symlink_to("a.md")
    assert kehoach("status", "-o", "b.md", "-C", str(ROOT), cwd=tmp_path).code == 2
    assert kehoach("status", "-o", "b.md", "--force", "-C", str(ROOT), cwd=tmp_path).code == 0
    assert (tmp_path / "b.md").is_symlink()
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("## TÌNH HÌNH")


def test_a_device_stays_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "p.csv"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert kehoach("agencies", "-o", str(pipe), "--force", cwd=ROOT).code == 0
    assert os.read(reader, 3) == b"\xef\xbb\xbf"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (
            "x.pdf",
            "không biết ghi tệp “x.pdf”: đuôi tệp phải là một trong .json, .csv, .md, .txt, .xlsx, .docx.",
        ),
        ("x", "không biết ghi tệp “x”: đuôi tệp phải là một trong .json, .csv, .md, .txt, .xlsx, .docx."),
        (
            "khong/co/x.md",
            "không ghi được “khong/co/x.md”: không có thư mục này. Không có tệp nào bị thay đổi.",
        ),
        (
            "tep/x.md",
            "không ghi được “tep/x.md”: một phần của đường dẫn là tệp, không phải thư mục. Không có tệp nào bị thay đổi.",
        ),
        (
            "thu-muc.md",
            "không ghi được “thu-muc.md”: đây là thư mục; ghi thêm tên tệp. Không có tệp nào bị thay đổi.",
        ),
        ("d" * 300 + ".md", f"không ghi được “{'d' * 119}…”: tên quá dài. Không có tệp nào bị thay đổi."),
    ],
)
def test_what_cannot_be_written(tmp_path: Path, target: str, told: str) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    (tmp_path / "thu-muc.md").mkdir()
    for more in ([], ["--force"]):
        assert kehoach("tasks", "-C", str(ROOT), "-o", target, *more, cwd=tmp_path).told == told
    assert sorted(p.name for p in tmp_path.iterdir()) == ["tep", "thu-muc.md"]


def test_a_format_that_is_not_there() -> None:
    told = kehoach("status", "--format", "ods", cwd=ROOT).told
    assert told == (
        "tùy chọn “--format”: không có giá trị “ods”; các giá trị: table, json, csv, md, xlsx, docx."
    )


# The frame.


def test_version() -> None:
    assert kehoach("--version", cwd=ROOT) == Outcome(0, f"kehoach {__version__}\n", "")


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_has_its_help(name: str) -> None:
    words = [name] if name else []
    outcome = kehoach(*words, "--help", cwd=Path("/"))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome == kehoach(*words, "-h", cwd=Path("/"))
    assert "Ví dụ:\n  kehoach " in outcome.out
    assert max(len(line) for line in outcome.out.splitlines() if "kehoach " not in line) <= 80
    if name != "report":  # still growing
        golden(f"help/{name or 'kehoach'}.txt", outcome.out)


def test_examples_in_help_are_good_calls(office: Office) -> None:
    for name in COMMANDS:
        if name in ("completion", "report", "init", "schema", "submit", "diff", "log", "review", "import"):
            continue
        if name == "issued":
            lay_out(office, "cong-van.docx", **LETTER)
            lay_out(office, "bao-cao.docx", **REPORT)
        _, _, examples = kehoach(name, "--help", cwd=office.root).out.partition("Ví dụ:\n")
        for line in examples.splitlines():
            _, *words = shlex.split(line)
            outcome = kehoach(*words, cwd=office.root)
            expected = {0, 1} if {"--strict", "--fail-late"} & {*words} else {0}
            assert outcome.code in expected, (line, outcome.err)


def test_no_golden_file_is_left_over() -> None:
    held = {f"help/{name}.txt" for name in ("kehoach", *COMMANDS) if name != "report"}
    found = {f"help/{path.name}" for path in (GOLDEN / "help").iterdir()}
    assert found == held


# The process itself.


def process(
    *words: str, env: dict[str, str] | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[bytes]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON", "KEHOACH"))}
    return subprocess.run(
        [sys.executable, "-m", "kehoach_cli", *words],
        cwd=cwd,
        env={**clean, **(env or {})},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "cp1258", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    ],
    ids=["cp1258", "C", "ascii"],
)
def test_every_stream_is_utf8_whatever_the_console_says(env: dict[str, str], office: Office) -> None:
    words = ["tasks", "-a", "Trung tâm Y tế", "--as-of", AS_OF]
    done = process(*words, env=env)
    assert done.stderr == b""
    assert done.stdout.decode("utf-8") == kehoach(*words, cwd=ROOT).out
    told = process("tasks", "-a", "Sơn Mùa", env=env)
    assert (told.returncode, told.stdout) == (2, b"")
    assert "tên “Sơn Mùa” ứng với 2 cơ quan".encode() in told.stderr
    logged = process(*RECEIVE, "--signer", "Đinh Văn Á", cwd=office.root, env=env)
    assert "Đã ghi nhận báo cáo".encode() in logged.stdout
    assert "signer: Đinh Văn Á\n".encode() in office.report_file("trung-tam-y-te").read_bytes()
    assert "--as-of NGÀY".encode() in process("tasks", "--help", env=env).stdout


def test_the_reader_may_leave_early() -> None:
    command = f"{shlex.quote(sys.executable)} -m kehoach_cli agencies --format json | head -1"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")


def test_a_terminal_gets_its_own_width_and_bold_heads() -> None:
    import termios

    master, slave = os.openpty()
    termios.tcsetwinsize(slave, (24, 97))
    env = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")} | {"TERM": "xterm"}
    words = ["tasks", "-a", "ttyt", "--role", "lead", "--as-of", AS_OF]
    with subprocess.Popen([sys.executable, "-m", "kehoach_cli", *words], cwd=ROOT, env=env, stdout=slave):
        os.close(slave)
        drawn = b""
        while piece := _read(master):
            drawn += piece
    os.close(master)
    text = drawn.decode("utf-8").replace("\r\n", "\n")
    assert text.startswith("\x1b[1mNHIỆM VỤ GIAO TRUNG TÂM Y TẾ")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    expected = kehoach(*words, cwd=ROOT, width=97).out
    assert [line.rstrip() for line in plain.splitlines()] == expected.splitlines()


def _read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # the other end is closed
        return b""


def test_csv_on_a_pipe_has_the_bytes_of_a_file(tmp_path: Path) -> None:
    done = process("status", "--format", "csv", "--as-of", AS_OF)
    kehoach("status", "--as-of", AS_OF, "-o", str(tmp_path / "a.csv"), cwd=ROOT)
    assert done.stdout == (tmp_path / "a.csv").read_bytes()
    assert done.stdout.startswith(b"\xef\xbb\xbf")


def test_the_same_question_has_the_same_bytes() -> None:
    words = ["tasks", "-a", "UBND các xã", "--as-of", AS_OF, "--format", "json"]
    one, two = (process(*words, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2"))
    assert one == two


# Completion with Tab, with the real commands.


def tab(line: str, cwd: Path) -> list[str]:
    env = {"_KEHOACH_COMPLETE": "complete_zsh", "_KEHOACH_LINE": line, "_KEHOACH_BREAKS": ""}
    outcome = kehoach(cwd=cwd, env=env)
    assert (outcome.code, outcome.err) == (0, "")
    return [row.split("\t")[0] for row in outcome.out.splitlines() if "\t" in row]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("kehoach ", [*COMMANDS]),
        ("kehoach st", ["status"]),
        ("kehoach tasks --agency 'y te", ["Trung tâm Y tế", "Sở Y tế"]),
        (
            "kehoach tasks -a hoi",
            ["Hội Liên hiệp Phụ nữ huyện", "Hội Nông dân huyện", "Hội Cựu chiến binh huyện", "Hội, đoàn thể"],
        ),
        (
            "kehoach receive -a hoi",
            ["Hội Liên hiệp Phụ nữ huyện", "Hội Nông dân huyện", "Hội Cựu chiến binh huyện"],
        ),
        ("kehoach agencies 'ubnd cac", ["UBND các xã"]),
        ("kehoach status -p ", ["6thang", "nam"]),
        ("kehoach status --plan 12 --period ", ["6thang"]),
        ("kehoach receive --period n", ["nam"]),
        ("kehoach tasks --plan ", ["12-kh-ubnd-2025", "61-kh-ubnd-2025"]),
        ("kehoach tasks --role ", ["lead", "coordinating"]),
        ("kehoach status --format j", ["json"]),
        ("kehoach explain L20", ["L201", "L202", "L203", "L204", "L205", "L206", "L207", "L208", "L209"]),
        ("kehoach schema p", ["plan"]),
        ("kehoach status --fail", ["--fail-late"]),
    ],
)
def test_tab(office: Office, line: str, found: list[str]) -> None:
    add_second_plan(office)
    assert tab(line, office.root) == found


def test_tab_knows_the_workspace_named_on_the_line(office: Office, tmp_path: Path) -> None:
    assert tab("kehoach -C office status -p ", tmp_path) == ["6thang", "nam"]
    assert tab("kehoach status -C office -p n", tmp_path) == ["nam"]
    assert tab("kehoach status -p ", tmp_path) == []  # no workspace: nothing to offer, and no noise
