"""The frame of the command line: help, wrong calls and endings, all in Vietnamese."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from datetime import date  # noqa: TC003 - typer reads it
from enum import Enum
from io import StringIO
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import Annotated

import pytest
import typer
from typer._click.exceptions import ClickException, FileError
from typer.testing import CliRunner

from kehoach_cli.cli import streams
from kehoach_cli.cli.frame import VietnameseCommand, VietnameseGroup, run
from kehoach_cli.cli.values import Day


class Shape(Enum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def six(text: str) -> str:
    if text != "6thang":
        raise typer.BadParameter(f"không có kỳ báo cáo “{text}”.")
    return text


ENDINGS: dict[str, BaseException] = {
    "chết": KeyError("x"),
    "dừng": KeyboardInterrupt(),
    "bỏ": typer.Abort(),
    "hết": EOFError(),
    "đầy": OSError(errno.ENOSPC, "No space left on device", "bao-cao.docx"),
    "vỡ": BrokenPipeError(errno.EPIPE, "Broken pipe"),
    "tệp": FileError("a.txt"),
    "sai": typer.BadParameter("không tìm thấy cơ quan “sai”.", param_hint="--agency"),
    "lỗi": ClickException("kế hoạch chưa có kỳ báo cáo nào."),
    "thoát": typer.Exit(1),
    "sys": SystemExit(5),
}


def make_app() -> typer.Typer:
    app = typer.Typer(
        name="kehoach",
        cls=VietnameseGroup,
        add_completion=False,
        pretty_exceptions_enable=False,
        epilog='Ví dụ:\n  kehoach tasks\n  kehoach tasks --agency "Phòng Tư pháp"',
    )

    @app.callback()
    def root(
        folder: Annotated[
            Path | None,
            typer.Option("-C", exists=True, file_okay=False, envvar="KEHOACH_DIR", help="Thư mục làm việc."),
        ] = None,
    ) -> None:
        """Theo dõi kế hoạch của cơ quan: giao việc, thu báo cáo, đôn đốc, tổng hợp."""

    @app.command(cls=VietnameseCommand, epilog="Ví dụ:\n  kehoach tasks --why")
    def tasks(
        agency: Annotated[
            str | None,
            typer.Option(
                metavar="TÊN",
                help="Chỉ xem nhiệm vụ của một cơ quan hoặc một nhóm; ghi tên, tên viết tắt hoặc mã.",
            ),
        ] = None,
        shape: Annotated[Shape, typer.Option("--format", help="Dạng kết quả.")] = Shape.TABLE,
        output: Annotated[Path | None, typer.Option("-o", "--output", help="Ghi vào tệp.")] = None,
        as_of: Annotated[
            date | None, typer.Option(click_type=Day(), show_default="hôm nay", help="Tính đến ngày.")
        ] = None,
        *,
        why: Annotated[bool, typer.Option("--why/--brief", help="Vì sao.")] = True,
    ) -> None:
        """Xem nhiệm vụ. Câu này không hiện trong danh sách lệnh.

        Đoạn này dài hơn bề ngang của màn hình nên phải xuống dòng ở khoảng trắng, không cắt giữa
        một tiếng.

          dòng thụt vào
          giữ nguyên
        """
        typer.echo(f"{agency}|{shape.value}|{output}|{as_of}|{why}")

    @app.command(cls=VietnameseCommand)
    def receive(
        name: Annotated[str, typer.Argument(metavar="TÊN", help="Cơ quan gửi báo cáo.")],
        files: Annotated[list[Path] | None, typer.Argument(exists=True, dir_okay=False)] = None,
        *,
        period: Annotated[str, typer.Option(parser=six, metavar="KỲ")],
        shape: Annotated[Shape, typer.Option("--as")],
        count: Annotated[int, typer.Option(min=1, max=12)] = 1,
        rate: Annotated[float, typer.Option(max=100)] = 0.5,
        note: Annotated[list[str] | None, typer.Option()] = None,
        number: Annotated[int | None, typer.Option(parser=int)] = None,
    ) -> int:
        """Ghi nhận một báo cáo."""
        if name in ENDINGS:
            raise ENDINGS[name]
        return 3

    @app.command(cls=VietnameseCommand, hidden=True)
    def secret() -> None:
        """Lệnh ẩn."""

    return app


def call(*args: str, width: int = 80) -> tuple[int, str, str]:
    result = CliRunner(env={"COLUMNS": str(width)}).invoke(make_app(), list(args), prog_name="kehoach")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


GROUP_HELP = """\
Cách dùng: kehoach [TÙY CHỌN] LỆNH …

Theo dõi kế hoạch của cơ quan: giao việc, thu báo cáo, đôn đốc, tổng hợp.

Lệnh:
  tasks    Xem nhiệm vụ.
  receive  Ghi nhận một báo cáo.

Tùy chọn:
  -C THƯ_MỤC  Thư mục làm việc. [biến môi trường: KEHOACH_DIR]
  -h, --help  Hiện hướng dẫn này rồi thoát.

Ví dụ:
  kehoach tasks
  kehoach tasks --agency "Phòng Tư pháp"
"""

TASKS_HELP = """\
Cách dùng: kehoach tasks [TÙY CHỌN]

Xem nhiệm vụ. Câu này không hiện trong danh sách lệnh.

Đoạn này dài hơn bề ngang của màn hình nên phải xuống dòng ở khoảng trắng, không
cắt giữa một tiếng.

  dòng thụt vào
  giữ nguyên

Tùy chọn:
  --agency TÊN             Chỉ xem nhiệm vụ của một cơ quan hoặc một nhóm; ghi
                           tên, tên viết tắt hoặc mã.
  --format table|json|csv  Dạng kết quả. [mặc định: table]
  -o, --output ĐƯỜNG_DẪN   Ghi vào tệp.
  --as-of NGÀY             Tính đến ngày. [mặc định: hôm nay]
  --why / --brief          Vì sao. [mặc định: --why]
  -h, --help               Hiện hướng dẫn này rồi thoát.

Ví dụ:
  kehoach tasks --why
"""

RECEIVE_HELP = """\
Cách dùng: kehoach receive [TÙY CHỌN] TÊN [TỆP…]

Ghi nhận một báo cáo.

Tham số:
  TÊN   Cơ quan gửi báo cáo. [bắt buộc]
  TỆP…

Tùy chọn:
  --period KỲ          [bắt buộc]
  --as table|json|csv  [bắt buộc]
  --count SỐ           [từ 1 đến 12] [mặc định: 1]
  --rate SỐ            [không quá 100] [mặc định: 0.5]
  --note GIÁ_TRỊ       [ghi được nhiều lần]
  --number GIÁ_TRỊ
  -h, --help           Hiện hướng dẫn này rồi thoát.
"""


@pytest.mark.parametrize(
    ("args", "page"),
    [(["--help"], GROUP_HELP), (["tasks", "-h"], TASKS_HELP), (["receive", "--help"], RECEIVE_HELP)],
)
def test_help_pages(args: list[str], page: str) -> None:
    assert call(*args) == (0, page, "")


def test_help_on_a_narrow_terminal_never_cuts_a_word() -> None:
    code, page, _ = call("tasks", "--help", width=20)
    assert code == 0
    assert max(map(len, page.splitlines())) <= 40
    assert sorted(set(page.split())) == sorted(set(call("tasks", "--help", width=300)[1].split()))


def test_help_is_never_wider_than_100() -> None:
    widths = [len(line) for line in call("tasks", "--help", width=300)[1].splitlines()]
    assert 80 < max(widths) <= 100


TASKS, RECEIVE, ROOT = (
    "kehoach tasks [TÙY CHỌN]",
    "kehoach receive [TÙY CHỌN] TÊN [TỆP…]",
    "kehoach [TÙY CHỌN] LỆNH …",
)

WRONG = [
    (["tasks", "--agenci", "x"], TASKS, "không có tùy chọn “--agenci”. Gần nhất: “--agency”."),
    (["tasks", "-agency", "x"], TASKS, "không có tùy chọn “-agency”. Gần nhất: “--agency”."),
    (["tasks", "--zzz"], TASKS, "không có tùy chọn “--zzz”."),
    (["tasks", "-z"], TASKS, "không có tùy chọn “-z”."),
    (["tasks", "-C", "x"], TASKS, "tùy chọn “-C” viết trước tên lệnh: kehoach -C … tasks"),
    (["--agency", "x"], ROOT, "tùy chọn “--agency” viết sau tên lệnh: kehoach tasks --agency …"),
    (["taks"], ROOT, "không có lệnh “taks”. Gần nhất: “tasks”."),
    (["xyz"], ROOT, "không có lệnh “xyz”. Các lệnh: tasks, receive."),
    (
        ["\x1b[31m" + "a" * 130],
        ROOT,
        "không có lệnh “\\x1b[31m" + "a" * 111 + "…”. Các lệnh: tasks, receive.",
    ),
    (["–C", "x"], ROOT, "“–C” có dấu gạch dài; tùy chọn viết bằng dấu gạch ngắn: “-C”."),
    ([], ROOT, "chưa ghi tên lệnh. Các lệnh: tasks, receive."),
    (["tasks", "--agency"], TASKS, "tùy chọn “--agency” cần một giá trị."),
    (["tasks", "--agency", "--why", "x"], TASKS, "tùy chọn “--agency” cần một giá trị."),
    (["tasks", "-o"], TASKS, "tùy chọn “-o” cần một giá trị."),
    (["tasks", "--why=1"], TASKS, "tùy chọn “--why” không nhận giá trị."),
    (["tasks", "--brief=1"], TASKS, "tùy chọn “--brief” không nhận giá trị."),
    (["tasks", "x"], TASKS, "thừa tham số “x”."),
    (
        ["tasks", "--agency", "Phòng", "Tư", "pháp"],
        TASKS,
        'thừa tham số “Tư”, “pháp”. Tên có dấu cách phải đặt trong dấu nháy: "Phòng Tư pháp".',
    ),
    (
        ["tasks", "--agency", "“Tư", "pháp”"],
        TASKS,
        'thừa tham số “pháp””. Dấu nháy cong không dùng được ở đây; dùng dấu nháy thẳng ".',
    ),
    (
        ["tasks", "—agency", "x"],
        TASKS,
        "“—agency” có dấu gạch dài; tùy chọn viết bằng dấu gạch ngắn: “--agency”.",
    ),
    (
        ["tasks", "--format", "tabel"],
        TASKS,
        "tùy chọn “--format”: không có giá trị “tabel”; các giá trị: table, json, csv. Gần nhất: “table”.",
    ),
    (
        ["tasks", "--format", "?"],
        TASKS,
        "tùy chọn “--format”: không có giá trị “?”; các giá trị: table, json, csv.",
    ),
    (
        ["tasks", "--as-of", "2025-02-30"],
        TASKS,
        "tùy chọn “--as-of”: ngày “2025-02-30” không có trong lịch (tháng 02/2025 chỉ có 28 ngày).",
    ),
    (["tasks", "--as-of", "1/13/2025"], TASKS, "tùy chọn “--as-of”: ngày “1/13/2025” không có trong lịch."),
    (
        ["tasks", "--as-of", "15-5-25"],
        TASKS,
        "tùy chọn “--as-of”: ngày “15-5-25” chưa rõ năm; viết đủ như 14/5/2025.",
    ),
    (
        ["tasks", "--as-of", "mai"],
        TASKS,
        "tùy chọn “--as-of”: “mai” không phải là ngày; viết như 2025-05-14 hoặc 14/5/2025.",
    ),
    (["receive"], RECEIVE, "thiếu tham số “TÊN”."),
    (["receive", "x"], RECEIVE, "thiếu tùy chọn bắt buộc “--period KỲ”."),
    (
        ["receive", "x", "--period", "6thang"],
        RECEIVE,
        "thiếu tùy chọn bắt buộc “--as table|json|csv”. Các giá trị: table, json, csv.",
    ),
    (["receive", "x", "--period", "quý"], RECEIVE, "tùy chọn “--period”: không có kỳ báo cáo “quý”."),
    (
        ["receive", "x", "--count", "z"],
        RECEIVE,
        "tùy chọn “--count”: “z” không phải là số nguyên từ 1 đến 12.",
    ),
    (
        ["receive", "x", "--count", "13"],
        RECEIVE,
        "tùy chọn “--count”: “13” không phải là số nguyên từ 1 đến 12.",
    ),
    (["receive", "x", "--rate", "1,5"], RECEIVE, "tùy chọn “--rate”: “1,5” không phải là số không quá 100."),
    (["receive", "x", "--number", "z"], RECEIVE, "tùy chọn “--number”: không dùng được giá trị “z”."),
    (["receive", "x", "khong-co.xlsx"], RECEIVE, "tham số “TỆP…”: không có tệp “khong-co.xlsx”."),
    (["-C", "khong-co", "tasks"], ROOT, "tùy chọn “-C”: không có thư mục “khong-co”."),
    (["receive", "x", "/"], RECEIVE, "tham số “TỆP…”: “/” là thư mục, ở đây cần một tệp."),
    (["-C", __file__, "tasks"], ROOT, f"tùy chọn “-C”: “{__file__}” là tệp, ở đây cần một thư mục."),
]


@pytest.mark.parametrize(("args", "usage", "message"), WRONG, ids=[" ".join(w[0])[:40] for w in WRONG])
def test_wrong_calls(args: list[str], usage: str, message: str) -> None:
    path = usage.partition(" [")[0]
    expected = f"Cách dùng: {usage}\nLỗi: {message}\nXem “{path} --help”.\n"
    assert call(*args) == (2, "", expected)


ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|errors?|missing|required|default|show|message|exit|try|for|help|invalid"
    r"|values?|no such|did you|mean|possible|text|integer|int|float|path|file|filename|directory|boolean|choice|env"
    r"|var|requires|takes?|does|not|is|are|one of|the|choose|from|got|unexpected|extra|aborted|deprecated|range"
    r"|dynamic|could|open|unknown|this|and|or|with|str|uuid)\b",
    re.IGNORECASE,
)


def test_no_english_word_shows() -> None:
    pages = [call(*args)[1] for args in (["--help"], ["tasks", "--help"], ["receive", "--help"])]
    pages += [call(*args)[2] for args, _, _ in WRONG if args != ["-C", __file__, "tasks"]]
    text = re.sub(r"--?[a-z][a-z-]*|[\w-]+\.xlsx", " ", " ".join(pages))
    assert ENGLISH.findall(text) == []
    assert [sign for sign in ("<", "{", "[OPTIONS]") if sign in text] == []


RECEIVED = ["receive", "--period", "6thang", "--as", "json"]


def usage_error(message: str) -> str:
    return f"Cách dùng: {RECEIVE}\nLỗi: {message}\nXem “kehoach receive --help”.\n"


@pytest.mark.parametrize(
    ("name", "code", "err"),
    [
        ("y tế", 3, ""),
        ("thoát", 1, ""),
        ("sys", 5, ""),
        ("dừng", 130, "Đã dừng.\n"),
        ("bỏ", 130, "Đã dừng.\n"),
        ("hết", 130, "Đã dừng.\n"),
        ("vỡ", 141, ""),
        ("sai", 2, usage_error("tùy chọn “--agency”: không tìm thấy cơ quan “sai”.")),
        ("lỗi", 1, "Lỗi: kế hoạch chưa có kỳ báo cáo nào.\n"),
        ("tệp", 1, "Lỗi: không mở được tệp “a.txt”.\n"),
    ],
)
def test_endings_are_the_same_under_the_runner_and_under_run(
    name: str, code: int, err: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "silence_stdout", lambda: None)
    monkeypatch.setenv("COLUMNS", "80")
    assert call(*RECEIVED, name) == (code, "", err)
    assert run(make_app(), [*RECEIVED, name]) == code
    assert capsys.readouterr() == ("", err)


def test_a_mistake_of_ours_reaches_the_runner() -> None:
    with pytest.raises(KeyError):
        call(*RECEIVED, "chết")


def test_a_mistake_of_ours_is_worded_by_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KEHOACH_DEBUG", raising=False)
    assert run(make_app(), [*RECEIVED, "chết"]) == 70
    assert capsys.readouterr().err == (
        "Lỗi trong chương trình kehoach (không phải lỗi của kế hoạch): KeyError: 'x'\n"
        "Đặt biến môi trường KEHOACH_DEBUG=1 rồi chạy lại để xem chi tiết; "
        "gửi kèm chi tiết đó khi báo lỗi.\n"
    )


def test_debug_shows_the_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEHOACH_DEBUG", "1")
    assert run(make_app(), [*RECEIVED, "chết"]) == 70
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "Traceback (most recent call last):"
    assert err[-1] == "Lỗi trong chương trình kehoach (không phải lỗi của kế hoạch): KeyError: 'x'"


def test_a_full_disk_is_no_mistake_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(make_app(), [*RECEIVED, "đầy"]) == 74
    assert capsys.readouterr().err == "Lỗi: không đọc hoặc ghi được “bao-cao.docx”: ổ đĩa đã đầy.\n"


def test_values_arrive_typed() -> None:
    assert call("tasks", "--as-of", "14/5/2025", "--format", "csv", "-o", "a.csv", "--brief") == (
        0,
        "None|csv|a.csv|2025-05-14|False\n",
        "",
    )
    assert call("tasks", "--agency=--why", "--", *[]) == (0, "--why|table|None|None|True\n", "")


def test_a_command_of_plain_typer_is_refused() -> None:
    app = make_app()

    @app.command()
    def plain() -> None:
        """Quên cls."""

    with pytest.raises(TypeError, match="plain"):
        typer.main.get_command(app)


def test_a_single_command_speaks_vietnamese_too() -> None:
    app = typer.Typer(add_completion=False)

    @app.command(cls=VietnameseCommand)
    def only(name: str) -> None:
        """Một lệnh."""

    result = CliRunner(env={"COLUMNS": "80"}).invoke(app, [], prog_name="kehoach")
    assert (result.exit_code, result.stderr) == (
        2,
        "Cách dùng: kehoach [TÙY CHỌN] GIÁ_TRỊ\nLỗi: thiếu tham số “GIÁ_TRỊ”.\nXem “kehoach --help”.\n",
    )


def test_no_arguments_may_mean_help() -> None:
    app = typer.Typer(cls=VietnameseGroup, add_completion=False, no_args_is_help=True)
    app.command("a", cls=VietnameseCommand)(lambda: None)
    app.command("b", cls=VietnameseCommand)(lambda: None)
    result = CliRunner(env={"COLUMNS": "80"}).invoke(app, [], prog_name="kehoach")
    assert (result.exit_code, result.stdout, result.stderr.splitlines()[0]) == (
        2,
        "",
        "Cách dùng: kehoach [TÙY CHỌN] LỆNH …",
    )


def python(code: str, sent: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code],
        input=sent,
        capture_output=True,
        check=False,
        env={**os.environ, **env},
        timeout=60,
    )


def test_utf8_on_a_console_with_another_code_page() -> None:
    code = (
        "from kehoach_cli.cli.streams import use_utf8, flush_and_exit\n"
        "import sys\n"
        "use_utf8()\n"
        "print('Tiếng Việt', sys.stdin.read() == 'Hoà\\udcff')\n"
        "print('\\udcff \\ud800', file=sys.stderr)\n"
        "flush_and_exit(3)\n"
    )
    done = python(code, "Hoà".encode() + b"\xff", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (done.returncode, done.stdout.decode().split(), done.stderr.decode().split()) == (
        3,
        ["Tiếng", "Việt", "True"],
        ["\\udcff", "\\ud800"],
    )


def test_leaving_with_streams_that_are_gone() -> None:
    code = (
        "import sys\n"
        "from kehoach_cli.cli.streams import flush_and_exit, use_utf8, is_terminal\n"
        "sys.stdin = None\n"
        "use_utf8()\n"
        "sys.stdout.close()\n"
        "assert not is_terminal()\n"
        "sys.stderr = None\n"
        "flush_and_exit(4)\n"
    )
    assert python(code).returncode == 4


READER_LEFT = """
import os, sys
from kehoach_cli.cli.streams import flush_and_exit, silence_stdout, use_utf8
use_utf8()
here, there = os.pipe()
os.dup2(there, sys.stdout.fileno())
os.close(here)
os.close(there)
print("còn trong bộ đệm")
{then}
"""


@pytest.mark.parametrize("then", ["flush_and_exit(1)", "silence_stdout(); sys.stdout.flush(); sys.exit(1)"])
def test_a_reader_who_has_gone_leaves_no_noise(then: str) -> None:
    done = python(READER_LEFT.format(then=then), PYTHONUNBUFFERED="")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_a_wrong_call_nobody_listens_to_still_ends_with_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf(StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError(errno.EPIPE, text)

    monkeypatch.setattr(sys, "stderr", Deaf())
    assert [run(make_app(), args) for args in (["taks"], [*RECEIVED, "dừng"], [*RECEIVED, "chết"])] == [
        2,
        130,
        70,
    ]


def test_an_answer_that_cannot_be_written_is_no_success() -> None:
    code = (
        "import sys\n"
        "from kehoach_cli.cli.streams import flush_and_exit, use_utf8\n"
        "use_utf8()\n"
        "def full(): raise OSError(28, 'No space left on device')\n"
        "sys.stdout.flush = full\n"
        "flush_and_exit(0)\n"
    )
    done = python(code)
    assert (done.returncode, done.stderr.decode().strip()) == (
        74,
        "Lỗi: không ghi được kết quả ra ngoài (ổ đĩa đã đầy, hoặc thiết bị ngừng nhận).",
    )


@pytest.mark.parametrize(("said", "width"), [("72", 72), ("0", 80), ("rộng", 80), ("", 80)])
def test_terminal_width(said: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", said)
    # pytest -v asks for it too while the test runs, with arguments of its own
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_, **__: os.terminal_size((80, 24)))
    assert streams.terminal_width() == width


def test_the_frame_imports_little() -> None:
    code = (
        "import sys\n"
        "from kehoach_cli.cli.frame import run\n"
        "heavy = {'rich', 'pydantic', 'yaml', 'jinja2', 'kehoach_cli.cli.usage_errors',\n"
        "         'kehoach_cli.cli.help_page', 'kehoach_cli.cli.completion', 'kehoach_cli.cli.shells'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    assert python(code).stdout.split() == [b"[]"]
