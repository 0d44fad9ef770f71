"""The program as a person runs it, in this process; and offices (workspaces of plan 61) to run it in."""

from __future__ import annotations

import io
import os
import shutil
import unicodedata
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from kehoach_cli.cli.app import make_app
from kehoach_cli.cli.frame import run

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).with_name("golden")
UPDATE = os.environ.get("KEHOACH_UPDATE_GOLDEN") == "1"
PLAN = "plan/61-kh-ubnd-2025/plan.yaml"
AS_OF = "2025-05-20"
Node = dict[str, Any]


class Outcome(NamedTuple):
    """What one run gave."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:  # noqa: ANN401
        """The JSON answer of a run that went well."""
        assert (self.code, self.err) == (0, "")
        return read_json(self.out)

    @property
    def rows(self) -> list[list[str]]:
        """The CSV answer of a run that went well, as a spreadsheet reads it."""
        assert (self.code, self.err) == (0, "")
        return read_csv(self.out)

    @property
    def told(self) -> str:
        """What a wrong call was told: the line of the mistake."""
        assert (self.code, self.out) == (2, ""), self
        usage, mistake, hint = self.err.splitlines()
        assert usage.startswith("Cách dùng: kehoach ")
        assert hint.startswith("Xem “kehoach ")
        return mistake.removeprefix("Lỗi: ")


def read_json(text: str) -> Any:  # noqa: ANN401
    """JSON as any program reads it."""
    import json

    return json.loads(text)


def read_csv(text: str) -> list[list[str]]:
    """CSV with its mark for Excel, head and rows."""
    import csv

    assert text.startswith("\ufeff")
    return [*csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]


def kehoach(*words: str, cwd: Path, width: int | None = None, env: dict[str, str] | None = None) -> Outcome:
    """One run, standing in `cwd`; with a `width` stdout is a terminal of so many columns."""
    out, err = io.StringIO(), io.StringIO()
    clean = {"COLUMNS": str(width or 80), "NO_COLOR": "1", **(env or {})}
    with ExitStack() as stack:
        stack.enter_context(mock.patch.dict(os.environ, clean))
        stack.enter_context(chdir(cwd))
        if width is not None:
            stack.enter_context(mock.patch("kehoach_cli.cli.streams.is_terminal", return_value=True))
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(err))
        code = run(make_app(list(words)), list(words))
    outcome = Outcome(code, out.getvalue(), err.getvalue())
    for text in outcome[1:]:
        assert text == unicodedata.normalize("NFC", text)
    return outcome


class Office:
    """A workspace of plan 61 that a test changes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "plan", root / "plan", ignore=shutil.ignore_patterns("reports"))

    def run(self, *words: str, as_of: str = AS_OF, width: int | None = None) -> Outcome:
        return kehoach(*words, "--as-of", as_of, cwd=self.root, width=width)

    def file(self, name: str) -> Path:
        return self.root / name

    def report_file(self, agency: str, period: str = "6thang") -> Path:
        return self.file(f"plan/61-kh-ubnd-2025/reports/{period}/{agency}.yaml")

    def files(self) -> dict[str, str]:
        """Every file of the workspace with its text: nothing may change by accident."""
        return {
            str(path.relative_to(self.root)): path.read_text(encoding="utf-8")
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace the first place where the old text stands."""
        text = self.file(file).read_text(encoding="utf-8")
        assert old in text
        self.file(file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def report(self, agency: str, received: str, more: str = "", period: str = "6thang") -> None:
        """A report as it lies in its file; `more` are further lines of YAML."""
        path = self.report_file(agency, period)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"schema: 1\nagency: {agency}\nperiod: {period}\nreceived: {received}\n{more}"
        path.write_text(text, encoding="utf-8")


KILLED = """
import sys
from importlib import import_module
from kehoach_cli.cli.app import make_app
from kehoach_cli.cli.frame import run
modules, *words = sys.argv[1:]
app = make_app(words)
for name in modules.split():
    import_module(f"kehoach_cli.{name}")
print("ready", flush=True)
sys.stdin.readline()
run(app, words)
"""
"""A call for a child process: modules that are loaded before it waits for a line, then its words."""

ENTERED = "rest: không phát sinh\n"


def golden(name: str, text: str) -> None:
    """The text is what the file holds; KEHOACH_UPDATE_GOLDEN=1 writes it."""
    path = GOLDEN / name
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_bytes().decode("utf-8") == text


SECOND_PLAN = """\
schema: 1
version: 1
document:
  number: 12/KH-UBND
  issued: 2025-02-03
  year: 2025
  issuer: UBND huyện Sơn Tây
  title: Phòng, chống dịch bệnh
tasks:
  - ref: II.1
    text: Tiêm chủng cho trẻ em ngoài trường học [khẩn].
    lead:
      - Trung tâm Y tế
    coordinating:
      - Hội, đoàn thể
    timing: Quý II năm 2025
deadlines:
  - period: 6thang
    by: 2025-06-05
    reporters:
      - Trung tâm Y tế
      - Đoàn thanh niên các cấp
      - Hội, đoàn thể
    source: IV
"""


def add_second_plan(office: Office) -> None:
    """A plan beside plan 61, with «chậm nhất ngày» and open groups among its reporters."""
    folder = office.file("plan/12-kh-ubnd-2025")
    folder.mkdir()
    (folder / "plan.yaml").write_text(SECOND_PLAN, encoding="utf-8")
