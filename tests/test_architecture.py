"""The walls of the house: who may import whom, who alone may touch a library, what a command loads."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import kehoach_cli

PACKAGE = Path(kehoach_cli.__file__).parent
ROOT = Path(__file__).parents[1]
ROOMS = {
    "model": {"model"},
    "checks": {"checks", "model"},
    "store": {"store", "checks", "model"},
    "queries": {"queries", "model"},
    "render": {"render", "queries", "model", "checks"},
    "intake": {"intake", "model", "checks"},
    "cli": {"cli", "intake", "render", "queries", "store", "checks", "model"},
}
OWNERS = {
    "typer": {"cli"},
    "yaml": {"store"},
    "rich": {"render"},
    "jinja2": {"render"},
    "pydantic": {"model", "store"},
    "pydantic_core": {"model", "checks"},
    "markdown_it": {"render"},
    "lxml": {"render", "intake"},
    "pypdf": {"intake"},
    "rapidfuzz": {"model"},
    "openpyxl": {"render"},
    "icalendar": {"render"},
    "typst": {"render"},
    "holidays": {"model"},
    "subprocess": {"store"},
}
WITHOUT_PYDANTIC = (
    "folding",
    "names",
    "named_entries",
    "timing",
    "timing_grammar",
    "days",
    "periods",
    "register",
    "slots",
    "owing",
    "succession",
    "workspace",
    "working_days",
    "form",
    "personal_data",
    "named_children",
    "person_names",
    "private_numbers",
    "matching",
    "document_numbers",
    "amending",
    "agency_grammar",
    "agency_tokens",
    "agency_fields",
    "agency_openings",
    "agency_items",
    "agency_beginnings",
    "known_names",
    "agency_names",
    "agency_roles",
    "report_limits",
    "report_duties",
    "timing_tail",
)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


@cache
def imports_of(path: Path, *, typing_too: bool = True, inner_too: bool = True) -> set[str]:
    """Every module that a file imports, as absolute names."""
    found: set[str] = set()

    def visit(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING" and not typing_too:
                continue
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)) and not inner_too:
                continue
            if isinstance(child, ast.Import):
                found.update(alias.name for alias in child.names)
            if isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: relative import"
                assert child.module
                found.update(f"{child.module}.{alias.name}" for alias in child.names)
            visit(child)

    visit(ast.parse(path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    room = room_of(path)
    if not room:
        return
    inner = {i.split(".")[1] for i in imports_of(path) if i.startswith("kehoach_cli.")}
    assert inner & set(ROOMS) <= ROOMS[room]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_library_has_its_rooms(path: Path) -> None:
    room = room_of(path)
    for library, rooms in OWNERS.items():
        if any(i.split(".")[0] == library for i in imports_of(path, typing_too=False)):
            assert room in rooms, f"{name_of(path)} imports {library}"


def test_every_room_is_in_the_table() -> None:
    assert {p.name for p in PACKAGE.iterdir() if p.is_dir() and not p.name.startswith("_")} == set(ROOMS)


def test_no_cycles() -> None:
    graph: dict[str, set[str]] = {}
    names = {name_of(p) for p in modules()}
    for path in modules():
        wanted = imports_of(path, typing_too=False, inner_too=False)
        graph[name_of(path)] = {n for i in wanted for n in (i, i.rpartition(".")[0]) if n in names} - {
            name_of(path)
        }
    done: set[str] = set()

    def walk(node: str, way: tuple[str, ...]) -> None:
        assert node not in way, " → ".join((*way, node))
        if node in done:
            return
        for following in graph[node]:
            if not node.startswith(following + "."):  # a package and its own modules are one
                walk(following, (*way, node))
        done.add(node)

    for name in graph:
        walk(name, ())


@pytest.mark.parametrize("module", WITHOUT_PYDANTIC)
def test_what_a_cache_will_feed_needs_no_pydantic(module: str) -> None:
    code = f"import sys, kehoach_cli.model.{module}; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_queries_meet_records_only_in_type_checking() -> None:
    records = ("agencies", "office", "plan", "report", "scalars")
    for path in (PACKAGE / "queries").glob("*.py"):
        used = imports_of(path, typing_too=False)
        assert not {i for i in used if i.startswith(tuple(f"kehoach_cli.model.{r}" for r in records))}, path


def test_queries_and_render_ask_records_what_light_ones_know_too() -> None:
    for path in (p for room in ("queries", "render") for p in (PACKAGE / room).rglob("*.py")):
        named = {n.attr for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Attribute)}
        assert not {name for name in named if name.startswith("model_")} - {"model_copy"}, path


def test_only_opening_reads_the_clock() -> None:
    for path in modules():
        text = path.read_text(encoding="utf-8")
        if name_of(path) != "kehoach_cli.cli.opening":
            assert "date.today(" not in text, path
            assert "datetime.now(" not in text, path


def test_ceilings_of_size() -> None:
    for path in modules():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 300, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                size = (node.end_lineno or 0) - node.lineno + 1
                assert size <= 60 if room_of(path) == "cli" else size <= 50, f"{path}: {node.name}"


LOADED = """
import io, sys
from kehoach_cli.cli.app import make_app
from kehoach_cli.cli.frame import run
words = sys.argv[1:]
sys.stdout = io.StringIO()
code = run(make_app(words), words)
sys.stdout = sys.__stdout__
print(code, *(m for m in ("typer", "yaml", "pydantic", "rich", "jinja2", "rapidfuzz", "difflib", "docx", "openpyxl", "lxml", "markdown_it", "typst", "holidays", "icalendar", "json") if m in sys.modules))
"""


USED: list[tuple[list[str], set[str]]] = [
    (["--version"], {"typer"}),
    (["--help"], {"typer"}),
    (["tasks", "--help"], {"typer"}),
    (["tasks", "--agency", "ttyt"], {"typer", "yaml", "pydantic"}),
    (["status"], {"typer", "yaml", "pydantic"}),
    (["report", "--period", "6thang"], {"typer", "yaml", "pydantic", "jinja2"}),
    (
        ["report", "--period", "6thang", "-o", "{out}.html"],
        {"typer", "yaml", "pydantic", "jinja2", "markdown_it"},
    ),
    (
        ["report", "--period", "6thang", "-o", "{out}.docx"],
        {"typer", "yaml", "pydantic", "jinja2", "lxml"},
    ),
    (
        ["report", "--period", "6thang", "-o", "{out}.pdf"],
        {"typer", "yaml", "pydantic", "jinja2", "markdown_it", "typst"},
    ),
    ([], {"typer", "yaml", "pydantic"}),
    (["tasks", "-o", "{out}.xlsx"], {"typer", "yaml", "pydantic", "openpyxl", "lxml"}),
    (["tasks", "-o", "{out}.docx"], {"typer", "yaml", "pydantic", "jinja2", "lxml"}),
    (
        ["form", "-p", "6thang", "-a", "ttyt", "-o", "{out}.xlsx"],
        {"typer", "yaml", "pydantic", "openpyxl", "lxml"},
    ),
    (["check"], {"typer", "yaml", "pydantic", "holidays"}),
    (["import", "plan/61-kh-ubnd-2025/source.md", "--format", "json"], {"typer", "yaml", "pydantic"}),
]


def used_by(words: list[str], folder: Path, **env: str) -> set[str]:
    """The libraries that a command has loaded when it ends."""
    words = [word.replace("{out}", str(folder / "bao-cao")) for word in words]
    call = [sys.executable, "-c", LOADED, *words]
    env = {**os.environ, "PYDANTIC_DISABLE_PLUGINS": "__all__", **env}
    result = subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    code, *found = result.stdout.split()
    assert code == "0"
    return set(found) - {"json", "difflib"}  # others load these two themselves


def ids_of(value: list[str] | set[str]) -> str:
    return " ".join(sorted(value) if isinstance(value, set) else value) or "không lệnh"


@pytest.mark.parametrize(("words", "loaded"), USED, ids=ids_of)
def test_a_command_loads_only_what_it_uses(words: list[str], loaded: set[str], tmp_path: Path) -> None:
    assert used_by(words, tmp_path) == loaded


@pytest.fixture(scope="module")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where a first command, which reads the files, has kept what it read."""
    folder = tmp_path_factory.mktemp("remembered")
    env = {"XDG_CACHE_HOME": str(folder / "cache"), "KEHOACH_NO_CACHE": ""}
    assert used_by(["agencies"], folder, **env) >= {"yaml", "pydantic"}
    return env


@pytest.mark.parametrize(("words", "loaded"), USED, ids=ids_of)
def test_what_is_remembered_needs_neither_yaml_nor_pydantic(
    words: list[str], loaded: set[str], remembered: dict[str, str], tmp_path: Path
) -> None:
    spared = set() if words[:1] in (["check"], ["import"]) else {"yaml", "pydantic"}
    assert used_by(words, tmp_path, **remembered) == loaded - spared
