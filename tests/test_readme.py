"""What README shows is what the program does, and what .ci/run runs is what README says."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from kehoach_cli.cli.app import COMMANDS, make_app
from kehoach_cli.cli.frame import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
UPDATE = os.environ.get("KEHOACH_UPDATE_GOLDEN") == "1"


def sessions() -> list[str]:
    return re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def commands(session: str) -> list[str]:
    """What is typed in a session, in order; what the program prints is left out."""
    return [line for line in session.splitlines() if line.startswith(("$ ", "# "))]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def answer(typed: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines printed for a line typed; `#` begins a remark."""
    if typed.startswith("# "):
        return []
    program, *words = shlex.split(typed.removeprefix("$ "))
    if program == "cd":
        os.chdir(words[0])
        return []
    assert program == "kehoach"
    assert run(make_app(words), words) == 0, typed
    out, err = capsys.readouterr()
    return [line.rstrip() for line in (out + err).splitlines()]


def test_sessions_show_what_the_program_prints(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewritten = README
    assert len(sessions()) >= 3
    for session in sessions():
        os.chdir(office)
        shown = [line for typed in commands(session) for line in (typed, *answer(typed, capsys))]
        rewritten = rewritten.replace(session, "".join(f"{line}\n" for line in shown))
    if UPDATE:
        (ROOT / "README.md").write_text(rewritten, encoding="utf-8")
    else:
        assert README == rewritten


def test_a_year_in_ten_commands() -> None:
    (year,) = [s for s in sessions() if s.startswith("$ kehoach init --demo ")]
    assert "## Thử một năm làm việc trong mười lệnh\n" in README
    assert len([c for c in commands(year) if c.startswith("$ kehoach ")]) == 10


def test_every_command_is_shown() -> None:
    assert [name for name in COMMANDS if f"kehoach {name}" not in README] == []


def test_commands_in_tables_are_calls_the_program_understands(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = re.findall(r"^\|.*\| `(kehoach [^`|]*)` \|$", README, re.MULTILINE)
    assert len(rows) >= 8
    for row in rows:
        words = shlex.split(row)[1:]
        expected = (0, 1) if "--final" in words else (0,)
        assert run(make_app(words), words) in expected, row
    capsys.readouterr()


def test_ci_runs_the_test_command_word_for_word() -> None:
    command = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)[1]
    assert "pytest" in command
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_glossary_has_the_words_of_the_house() -> None:
    for word in ("kế hoạch", "nhiệm vụ", "cơ quan", "chủ trì", "phối hợp", "hạn báo cáo", "kỳ báo cáo"):
        assert word in README
