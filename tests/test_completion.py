"""Completion with Tab: what is offered, how each shell wants it, and the scripts themselves."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import TYPE_CHECKING, Annotated, Literal

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kehoach_cli.cli.completion import Completed, matching
from kehoach_cli.cli.frame import VietnameseCommand, VietnameseGroup
from kehoach_cli.cli.shells import SCRIPTS, Line, read_line, script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer._click.core import Context

AGENCIES = [
    ("Trung tâm Y tế", "trung-tam-y-te"),
    ("Phòng Tư pháp", "phong-tu-phap"),
    ("Phòng Tài chính – Kế hoạch", ""),
    ("Văn phòng HĐND & UBND", ""),
    ("UBND xã Sơn Mùa", ""),
    ("Công an xã Sơn Mùa", ""),
    ("Hội: “A” (số 1)", ""),
]


def agencies(ctx: Context) -> Iterable[tuple[str, str]]:
    folder = ctx.params.get("folder")
    if folder == "hong":
        raise ValueError("kế hoạch hỏng")
    if folder == "thoat":
        raise SystemExit(1)
    return [("Cơ quan khác", "")] if folder == "khac" else AGENCIES


def make_app() -> typer.Typer:
    app = typer.Typer(name="kehoach", cls=VietnameseGroup, add_completion=False)

    @app.command(cls=VietnameseCommand)
    def tasks(
        folder: Annotated[Path | None, typer.Option("-C", file_okay=False)] = None,
        output: Annotated[Path | None, typer.Option("-o")] = None,
        agency: Annotated[str | None, typer.Option(click_type=Completed("TÊN", agencies))] = None,
        role: Annotated[
            Literal["lead", "coordinating"] | None, typer.Option(help="Vai trò:\n chủ trì. " + "dài " * 30)
        ] = None,
    ) -> None:
        """Xem nhiệm vụ. Câu sau không hiện."""
        typer.echo(f"chạy {agency}")

    @app.command(cls=VietnameseCommand)
    def agencies_(name: Annotated[str, typer.Argument(click_type=Completed("TÊN", agencies))]) -> None:
        """Xem danh mục."""

    return app


BREAKS = " \t\n\"'@><=;|&(:"


def tab(line: str, shell: str = "zsh", breaks: str = BREAKS) -> list[str]:
    env = {"_KEHOACH_COMPLETE": f"complete_{shell}", "_KEHOACH_LINE": line, "_KEHOACH_BREAKS": breaks}
    result = CliRunner(env=env).invoke(make_app(), [], prog_name="kehoach")
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [name for name, _ in AGENCIES]),
        ("phong t", ["Phòng Tư pháp", "Phòng Tài chính – Kế hoạch"]),
        ("PHÒNG TÀI CHÍNH - k", ["Phòng Tài chính – Kế hoạch"]),
        ("tu", ["Phòng Tư pháp"]),
        ("y tế", ["Trung tâm Y tế"]),
        ("son mua", ["UBND xã Sơn Mùa", "Công an xã Sơn Mùa"]),
        ("ubnd", ["UBND xã Sơn Mùa"]),
        ("hđnd va", ["Văn phòng HĐND & UBND"]),
        ("áp", []),
        ("zzz", []),
    ],
)
def test_names_match_as_people_type_them(typed: str, found: list[str]) -> None:
    assert [name for name, _ in matching(AGENCIES, typed)] == found


@given(st.sampled_from([name for name, _ in AGENCIES]), st.integers(0, 30))
def test_the_beginning_of_a_name_finds_it(name: str, length: int) -> None:
    assert name in dict(matching(AGENCIES, name[:length]))


@pytest.mark.parametrize(
    ("text", "shell", "line"),
    [
        ("kehoach ", "bash", Line(["kehoach"], "", "", "", "")),
        ("kehoach ta", "bash", Line(["kehoach"], "ta", "ta", "", "")),
        ("kehoach 'a b' c\\ d", "bash", Line(["kehoach", "a b"], "c d", "c\\ d", "", "")),
        ('kehoach "a b', "bash", Line(["kehoach"], "a b", '"a b', '"', "")),
        ('kehoach --x="a \\" \\b', "bash", Line(["kehoach"], '--x=a " \\b', '--x="a \\" \\b', '"', "--x=")),
        ("kehoach 'a\\", "bash", Line(["kehoach"], "a\\", "'a\\", "'", "")),
        ("kehoach a\\", "bash", Line(["kehoach"], "a", "a\\", "", "")),
        ("kehoach a` b\\c", "powershell", Line(["kehoach"], "a b\\c", "a` b\\c", "", "")),
        ('kehoach "a`"', "powershell", Line(["kehoach"], 'a"', '"a`"', '"', "")),
    ],
)
def test_a_line_is_read_as_its_shell_reads_it(text: str, shell: str, line: Line) -> None:
    assert read_line(text, shell) == line


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("kehoach ", ["tasks\ttasks  (Xem nhiệm vụ.)", "agencies-\tagencies-  (Xem danh mục.)"]),
        ("kehoach ta", ["tasks\ttasks  (Xem nhiệm vụ.)"]),
        ("kehoach tasks --agency y", ["Trung tâm Y tế\tTrung tâm Y tế  (trung-tam-y-te)"]),
        ("kehoach tasks --agency=y", ["Trung tâm Y tế\tTrung tâm Y tế  (trung-tam-y-te)"]),
        ("kehoach agencies- hoi", ["Hội: “A” (số 1)\tHội: “A” (số 1)"]),
        ("kehoach tasks --role c", ["coordinating\tcoordinating"]),
        ("kehoach tasks --role ", ["lead\tlead", "coordinating\tcoordinating"]),
        (
            "kehoach tasks --agency son",
            [":list", "UBND xã Sơn Mùa\tUBND xã Sơn Mùa", "Công an xã Sơn Mùa\tCông an xã Sơn Mùa"],
        ),
        ("kehoach tasks -C khac --agency ", ["Cơ quan khác\tCơ quan khác"]),
        (
            "kehoach tasks --agency x --ro",
            ["--role\t--role  (Vai trò: chủ trì. dài dài dài dài dài dài dài dài dài dài…)"],
        ),
        ("kehoach tasks -C ", [":dirs"]),
        ("kehoach tasks -o a", [":files"]),
        ("kehoach tasks --agency zzz", []),
        ("kehoach khong-co --agency ", []),
        ("kehoach tasks -C hong --agency ", []),
        ("kehoach tasks -C thoat --agency ", []),
    ],
)
def test_what_may_stand_at_the_cursor(line: str, found: list[str]) -> None:
    assert tab(line) == found


def test_after_a_command_without_arguments_its_options_are_offered() -> None:
    offered = [line.partition("\t")[0] for line in tab("kehoach tasks ")]
    assert (offered[:4], sorted(offered[4:])) == (["-C", "-o", "--agency", "--role"], ["--help", "-h"])


def test_an_unknown_shell_or_request_is_answered_with_silence() -> None:
    assert (tab("kehoach ", "tcsh"), tab("kehoach khong-co ", "bash"), tab("kehoach 'x", "zsh")) == (
        [],
        [],
        [],
    )


@pytest.mark.parametrize(
    ("line", "replies"),
    [
        ("kehoach tasks --agency tu", ["Phòng\\ Tư\\ pháp"]),
        ('kehoach tasks --agency "tu', ["Phòng Tư pháp"]),
        ("kehoach tasks --agency 'tu", ["Phòng Tư pháp"]),
        ("kehoach tasks --agency=tu", ["Phòng\\ Tư\\ pháp"]),
        ('kehoach tasks --agency="tu', ["Phòng Tư pháp"]),
        ("kehoach tasks --agency phong\\ t", ["Phòng\\ Tư\\ pháp", "Phòng\\ Tài\\ chính\\ –\\ Kế\\ hoạch"]),
        ("kehoach tasks --agency hoi", ["Hội\\:\\ “A”\\ \\(số\\ 1\\)"]),
        ("kehoach tasks --agency Hội\\:\\ a", ["Hội\\:\\ “A”\\ \\(số\\ 1\\)"]),
        ("kehoach tasks --agency Hội:a", []),
        ("kehoach tasks --agency van", ["Văn\\ phòng\\ HĐND\\ \\&\\ UBND"]),
        ("kehoach tasks --agency mua", ["UBND\\ xã\\ Sơn\\ Mùa", "Công\\ an\\ xã\\ Sơn\\ Mùa", " "]),
        ('kehoach tasks --agency "Phòng Tư"', []),
        ('kehoach tasks --agency Phòng" t', [" Tư pháp", " Tài chính – Kế hoạch"]),
        ("kehoach ta", ["tasks"]),
        ("kehoach tasks -C ", [":dirs"]),
    ],
)
def test_bash_gets_what_readline_puts_in(line: str, replies: list[str]) -> None:
    assert tab(line, "bash") == replies


def test_bash_with_other_break_signs_gets_the_option_too() -> None:
    assert tab("kehoach tasks --agency=tu", "bash", " \t\n") == ["--agency=Phòng\\ Tư\\ pháp"]


NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1).filter(lambda t: t == t.strip())


@given(NAMES)
def test_bash_reads_back_every_name(name: str) -> None:
    from kehoach_cli.cli.shells import _bash_text

    bare = _bash_text(name, "", Line([], "", "", "", ""), BREAKS)
    quoted = _bash_text(name, "", Line([], "", '"', '"', ""), BREAKS)
    assert bare is not None
    assert shlex.split(bare) == [name]
    assert [read_line(text, "bash").word for text in (bare, f'"{quoted}"')] == [name, name]


@pytest.mark.parametrize(
    ("line", "replies"),
    [
        ("kehoach tasks --agency y", ["Trung tâm Y tế\ttrung-tam-y-te"]),
        ("kehoach tasks --agency Phòng\\ T", ["Phòng Tư pháp\tphong-tu-phap", "Phòng Tài chính – Kế hoạch"]),
        ("kehoach tasks --agency tu", ["phong tu phap\tPhòng Tư pháp"]),
        ("kehoach tasks --agency=tu", ["--agency=phong tu phap\tPhòng Tư pháp"]),
        ("kehoach tasks --agency 'phòng tu", ["phòng tu phap\tPhòng Tư pháp"]),
        ("kehoach tasks -o ", [":files"]),
    ],
)
def test_fish_gets_only_what_holds_the_letters_typed(line: str, replies: list[str]) -> None:
    assert tab(line, "fish") == replies


@pytest.mark.parametrize(
    ("line", "replies"),
    [
        ("kehoach ta", ["tasks\ttasks\tXem nhiệm vụ."]),
        ("kehoach tasks --agency 'tu", ["'Phòng Tư pháp'\tPhòng Tư pháp\tphong-tu-phap"]),
        (
            'kehoach tasks --agency "văn',
            ["'Văn phòng HĐND & UBND'\tVăn phòng HĐND & UBND\tVăn phòng HĐND & UBND"],
        ),
        ("kehoach tasks --role=l", ["--role=lead\tlead\tlead"]),
        ("kehoach tasks -C ", [":dirs"]),
    ],
)
def test_powershell_gets_quoted_text_a_label_and_a_tooltip(line: str, replies: list[str]) -> None:
    assert tab(line, "powershell") == replies


def test_powershell_doubles_every_sign_it_takes_for_a_quote() -> None:
    from kehoach_cli.cli.shells import _powershell_text

    assert _powershell_text("Hội ‘A’ 'b'") == "'Hội ‘‘A’’ ''b'''"


def test_without_the_variable_the_program_runs() -> None:
    result = CliRunner().invoke(make_app(), ["tasks", "--agency", "Phòng Tư pháp"], prog_name="kehoach")
    assert (result.exit_code, result.stdout) == (0, "chạy Phòng Tư pháp\n")


@pytest.mark.parametrize("shell", SCRIPTS)
def test_scripts_ask_the_program_in_their_own_name(shell: str) -> None:
    text = script(shell)
    assert text.isascii()  # PowerShell 5 reads its profile in the machine's code page
    assert f"complete_{shell}" in text
    assert "_KEHOACH_LINE" in text
    assert text.endswith("\n")


def test_the_powershell_script_reads_utf8_and_leaves_nothing_behind() -> None:
    text = script("powershell")
    assert text.startswith(
        "Register-ArgumentCompleter -Native -CommandName kehoach, kehoach.exe -ScriptBlock {\n"
    )
    assert (text.count("{"), text.count("(")) == (text.count("}"), text.count(")"))
    tail = text[text.index("finally") :]
    left = ("$env:_KEHOACH_COMPLETE = $null", "$env:_KEHOACH_LINE = $null", "OutputEncoding = $encoding")
    assert [name for name in left if name not in tail] == []


def shells_here() -> list[str]:
    """On Windows `bash` may be a stub that installs Linux."""
    return [shell for shell in ("bash", "zsh", "fish") if os.name == "posix" and shutil.which(shell)]


def in_shell(shell: str, code: str, folder: Path) -> str:
    """What the shell prints, with a stand-in for the program that answers from the file `replies`."""
    program = folder / "kehoach"
    program.write_text(f'#!/bin/sh\nprintf %s "$_KEHOACH_LINE" > {folder}/line\ncat {folder}/replies\n')
    program.chmod(0o755)
    (folder / "script").write_text(script(shell))
    plain = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    env = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [shell, *plain, "-c", code], capture_output=True, check=True, env=env, cwd=folder, timeout=60
    )
    return done.stdout.decode()


DRIVERS = {
    "bash": """source ./script
COMP_LINE='kehoach tasks --agency "tu'; COMP_POINT=${#COMP_LINE}
_kehoach_completion kehoach
printf '%s\\n' "${COMPREPLY[@]}"
complete -p kehoach""",
    "zsh": """compdef() { print -r -- "compdef $*" }
compadd() { shift $(( $# - 4 )); print -rl -- "${values[@]}" "${shown[@]}" }
source ./script
words=(kehoach tasks --agency '"tu'); CURRENT=4; QIPREFIX='"'; PREFIX=tu
_kehoach""",
    "fish": """source ./script; complete -C 'kehoach tasks --agency "tu'""",
}
REPLIES = {
    "bash": "Phòng Tư pháp\r\nHội \\&\n",
    "zsh": "Phòng Tư pháp\tPhòng Tư pháp  (tp)\nHội\tHội\n",
    "fish": "phong tu phap\tPhòng Tư pháp\nHội\n",
}
PRINTED = {
    "bash": "Phòng Tư pháp\nHội \\&\ncomplete -o nosort -F _kehoach_completion kehoach\n",
    "zsh": "compdef _kehoach kehoach\nPhòng Tư pháp\nHội\nPhòng Tư pháp  (tp)\nHội\n",
    "fish": "phong tu phap\tPhòng Tư pháp\n",
}


def test_the_shells_of_this_machine_run_their_scripts(tmp_path: Path) -> None:
    for shell in shells_here():
        folder = tmp_path / shell
        folder.mkdir()
        (folder / "replies").write_text(REPLIES[shell], encoding="utf-8")
        assert in_shell(shell, DRIVERS[shell], folder) == PRINTED[shell]
        assert (folder / "line").read_text() == 'kehoach tasks --agency "tu'
