"""Everything a person reads is Vietnamese: answers, help, wrong calls and problems, searched for English."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.checks.catalogue import CATALOGUE
from kehoach_cli.cli.app import COMMANDS
from kehoach_cli.store.packaged import starter_files
from program import AS_OF, PLAN, ROOT, Office, kehoach

if TYPE_CHECKING:
    from pathlib import Path

# Words of click, typer, pydantic, PyYAML, Python and of any English sentence.
ENGLISH = re.findall(
    r"\w+",
    """
    a about after agency all already an and any are argument arguments at bad be been before but by call can cannot
    choice choose choices code column command commands could create created date day days deadline default delete
    did directory do does empty error errors exactly exception exist exists exit expected extra failed false field file
    files for format found from group has have help here if ignored in information input instead integer into invalid
    is it item key keys late left line list make mapping match may message missing more most must name names nearest
    need new no none not nothing null number object of off on one only open option options optional or other output
    parse path permission plan please possible problem read reason received record repeated report reports required
    row run same scalar see sequence should show status string such table task tasks than that the there this through
    to too traceback try type unable unexpected unknown until usage use valid validation value values version warning
    warnings was when where which will with without wrong write you your
    """,
)

# What may stand there all the same: typed as it is, or a name of its own.
ALLOWED = {
    "to",  # «to» (big) and the key of that name
    "do",  # vì (do)
    "an",  # công an
    "in",  # bản in
    "on",
    "at",
    "no",
    "a",
    "line",
}
IN_QUOTES = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|'[^']*'|`[^`]*`|‹[^›]*›")
TYPED = re.compile(
    r"(?<!\w)-{1,2}[a-zA-Z][\w-]*"  # options
    r"|\bkehoach(?: [a-z]+)?"  # the program and its command
    r"|[\w.‹›*-]+(?:/[\w.‹›*-]+)+"  # paths
    r"|[\w‹›*-]+\.(?:yaml|md|json|csv|txt|py)\b"
    r"|\b\w+(?:\|\w+)+\b"  # choices
    r"|\([a-z]+\)"  # a key or value beside its meaning
    r"|\b[a-z_]+:"  # a key of a file
    r"|VS Code|JSON Schema|Times New Roman"
)
KEYS = {
    "agencies",
    "office",
    "plan",
    "report",
    "summary",
    "reporters",
    "exempt",
    "extended",
    "returned",
    "reason",
    "covers",
    "cutoff",
    "deadlines",
    "coordinating",
    "lead",
    "optional",
    "possible",
    "members",
    "open",
    "result",
    "rest",
    "schema",
    "status",
    "table",
    "json",
    "csv",
    "md",
    "tasks",
    "text",
    "true",
    "false",
    "null",
    "before",
    "by",
    "until",
    "date",
    "directives",
    "difficulties",
    "next",
    "proposals",
    "internal",
    "contact",
    "symbol",
    "kind",
    "later",
    "received",
    "version",
    "document",
    "year",
    "number",
    "issued",
    "organisation",
    "timing",
    "short",
    "ref",
    "receiver",
    "source",
    "groups",
    "reports",
    "aliases",
    "name",
    "id",
    "period",
    "label",
    "send_up",
    "from",
    "basis",
    "consolidator",
    "letterhead",
    "signatures",
    "recipients",
    "arrival_number",
    "dated",
    "estimate_until",
}


def english_in(text: str) -> list[str]:
    """English words outside what is quoted or typed; a key of the files counts only where words stand around it."""
    rest = TYPED.sub(" ", IN_QUOTES.sub(" ", text))
    found = re.findall(r"(?<![\w-])[A-Za-z]+(?![\w-])", rest)
    return [w for w in found if w.lower() in ENGLISH and w.lower() not in ALLOWED and w not in KEYS]


def clean(text: str) -> None:
    assert english_in(text) == []
    assert unicodedata.is_normalized("NFC", text)


def test_the_search_finds_english() -> None:
    assert len(set(ENGLISH)) >= 80
    assert english_in("Error: Missing option '--agency'.") == ["Error", "Missing", "option"]
    assert english_in("Usage: kehoach tasks [OPTIONS]") == ["Usage", "OPTIONS"]
    assert english_in("Field required") == ["Field", "required"]
    assert english_in("Lỗi: thiếu tùy chọn bắt buộc “--agency TÊN”; sửa reporters trong plan.yaml.") == []


ANSWERS = [
    ["--as-of", "20/5/2025"],
    ["tasks"],
    ["tasks", "-a", "ttyt"],
    ["tasks", "-a", "UBND xã Sơn Mùa", "--why"],
    ["tasks", "-a", "so-y-te"],
    ["tasks", "--matrix"],
    ["status"],
    ["status", "-a", "so-y-te"],
    ["agencies", "Hội, đoàn thể"],
    ["agencies", "ttyt"],
    ["check"],
    ["explain"],
    ["report", "-p", "6thang", "--as-of", "10/5/2025"],
    ["report", "-p", "6thang", "--working", "--as-of", "10/5/2025"],
]


@pytest.mark.parametrize("call", ANSWERS, ids=" ".join)
def test_answers(call: list[str]) -> None:
    for width in (None, 80):
        outcome = kehoach(*call, cwd=ROOT, width=width)
        clean(re.sub(r"\b[a-z]+(-[a-z]+)+\b", " ", outcome.out) + outcome.err)  # ids


def test_the_register_has_vietnamese_heads() -> None:
    lines = kehoach("agencies", "--as-of", AS_OF, cwd=ROOT).out.splitlines()
    clean("\n".join(line for line in lines if not line[:1].isdigit()))


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help(name: str) -> None:
    page = kehoach(*([name] if name else []), "--help", cwd=ROOT).out
    body, _, examples = page.partition("Ví dụ:")
    commands = re.compile(rf"^  (?:{'|'.join(COMMANDS)})  ", re.MULTILINE)
    clean(commands.sub("  ", body))
    assert examples


@pytest.mark.parametrize("code", CATALOGUE)
def test_explanations(code: str) -> None:
    clean(kehoach("explain", code, cwd=ROOT).out)


WRONG = [
    ["--as-of", "hôm qua"],
    ["taks"],
    ["tasks", "--agenc", "x"],
    ["tasks", "--agency"],
    ["tasks", "--agency", "--why"],
    ["tasks", "-a", "xyz"],
    ["tasks", "-a", "Sơn Mùa"],
    ["tasks", "-a", ""],
    ["tasks", "thừa"],
    ["tasks", "--why=1"],
    ["tasks", "--why"],
    ["tasks", "--matrix", "--why"],
    ["tasks", "--role", "chu-tri"],
    ["tasks", "--format", "pdf"],
    ["tasks", "--as-of", "mai"],
    ["tasks", "--as-of", "31/6/2025"],
    ["tasks", "-o", "x.pdf"],
    ["tasks", "-o", "/khong/co/x.md"],
    ["tasks", "-o", "."],
    ["tasks", "-C", "/khong/co"],
    ["tasks", "-C", "/"],
    ["tasks", "--plan", "khong-co"],
    ["status", "-p", "quy9"],
    ["status", "—agency", "x"],
    ["receive"],
    ["receive", "-p", "6thang"],
    ["receive", "-p", "6thang", "-a", "ttyt", "--received", "hôm qua"],
    ["receive", "-p", "6thang", "-a", "UBND các xã", "--received", "1/5/2025"],
    ["receive", "-p", "6thang", "-a", "so-y-te", "--received", "1/5/2025"],
    ["receive", "-p", "6thang", "-a", "ttyt", "--received", "1/5/2099"],
    ["receive", "-p", "6thang", "-a", "ttyt", "--received", "1/5/2025", "--dated", "2/5/2025"],
    ["receive", "-p", "6thang", "-a", "ttyt", "--received", "1/5/2025", "--reason", "x"],
    ["report"],
    ["report", "-p", "quy1"],
    ["report", "-p", "6thang", "--working", "--final"],
    ["report", "-p", "6thang", "-o", "x.odt"],
    ["check", "--format", "xml"],
    ["agencies", "khong-co-ai"],
    ["agencies", "a", "b"],
    ["explain", "L999"],
    ["schema"],
    ["schema", "ke-hoach"],
    ["init"],
    ["init", str(ROOT)],
    ["completion", "cmd"],
]


@pytest.mark.parametrize("call", WRONG, ids=" ".join)
def test_wrong_calls(call: list[str]) -> None:
    outcome = kehoach(*call, cwd=ROOT)
    assert (outcome.code, outcome.out) == (2, "")
    lines = outcome.err.splitlines()
    assert len(lines) == 3
    clean(lines[1].replace(", ".join(COMMANDS), ""))
    assert lines[1][-1] in ".)"


BREAKS = {
    "L101": ("    lead:\n", "    laed:\n"),
    "L104": ("  title: ", "  title:\n    - "),
    "L201": ("      - Trung tâm Y tế\n", "      - Trung tâm Y tề\n"),
    "L110": ("before: 2025-05-15", "before: 2025-02-30"),
    "L011": ("\nversion: 1", "\nversion: 1\nversion: 2"),
    "L010": ("  number: ", "\tnumber: "),
    "L012": ("  issuer: ", "  issuer: *ai "),
    "L114": ("period: 6thang", "period: 6 tháng"),
    "L118": ("before: 2025-05-15", "by: 2025-05-15\n    before: 2025-05-15"),
    "L122": ("  year: 2025", "  year: 12"),
    "L017": ("  place: ", '  place: "'),
}


@pytest.mark.parametrize("code", BREAKS)
def test_problems(tmp_path: Path, code: str) -> None:
    office = Office(tmp_path)
    office.edit(PLAN, *BREAKS[code])
    for outcome in (office.run("check"), office.run("tasks")):
        told = outcome.out + outcome.err
        assert f"lỗi {code}" in told
        said = [line for line in told.splitlines() if not re.match(r" *(\d+)? *\|", line)]  # without excerpts
        clean("\n".join(line.split(": ", 1)[-1] for line in said))


def test_logging_a_report(tmp_path: Path) -> None:
    office = Office(tmp_path)
    outcome = office.run("receive", "-p", "6thang", "-a", "ttyt", "--received", "12/5/2025")
    clean(outcome.out)
    comments = [
        line
        for line in office.report_file("trung-tam-y-te").read_text(encoding="utf-8").splitlines()
        if line.startswith("##")
    ]
    assert len(comments) >= 10
    clean("\n".join(comments))


def test_files_of_a_new_workspace() -> None:
    for name, text in starter_files().items():
        if name.endswith(".yaml"):
            clean("\n".join(line.partition("#")[2] for line in text.splitlines()))


def test_the_end_of_a_run(tmp_path: Path) -> None:
    clean(kehoach("tasks", "-o", str(tmp_path / "a.md"), cwd=ROOT).err.replace(str(tmp_path), ""))
    clean(kehoach("schema", "-o", "b", cwd=tmp_path).err)
    clean(kehoach("init", "c", cwd=tmp_path).err)
