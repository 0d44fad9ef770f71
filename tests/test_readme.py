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


def calls(session: str) -> list[tuple[str, str]]:
    """Each command of a session with the output shown for it."""
    found: list[tuple[str, str]] = []
    for line in session.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], ""))
        elif found:
            command, output = found[-1]
            found[-1] = (command, output + line + "\n")
    return found


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def test_sessions_show_what_the_program_prints(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewritten = README
    assert len(sessions()) >= 3
    for session in sessions():
        actual = ""
        for command, _ in calls(session):
            program, *words = shlex.split(command)
            assert program == "kehoach"
            assert run(make_app(words), words) == 0, command
            out, err = capsys.readouterr()
            lines = [f"$ {command}", *(line.rstrip() for line in (out + err).splitlines())]
            actual += "\n".join(lines) + "\n"
        rewritten = rewritten.replace(session, actual)
    if UPDATE:
        (ROOT / "README.md").write_text(rewritten, encoding="utf-8")
    else:
        assert README == rewritten


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
