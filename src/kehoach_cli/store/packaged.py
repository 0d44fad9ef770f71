"""What comes with the program: the templates, and the files of a new workspace."""

from __future__ import annotations

from pathlib import Path

_STARTER = "khoi-tao"
_DEMO, _ADDED = "minh-hoa", "them-vao"
_ANCHORS = {"office.yaml": "schema: 1\n", "61-kh-ubnd-2025/plan.yaml": "  - period: 6thang\n"}
"""What the demo adds to a file of the project's plan, it adds after this line, the first one that is so."""


def packaged_templates() -> Path:
    """The templates of this very program: those of its source tree, else those in the wheel.

    An editable install copies templates/ once and the copy grows stale, so a source tree comes first.
    """
    return _packaged("templates")


def _packaged(name: str) -> Path:
    package = Path(__file__).resolve().parents[1]
    source = package.parents[1]
    if (source / "pyproject.toml").is_file() and (source / name).is_dir():
        return source / name
    return package / f"_{name}"


def starter_files() -> dict[str, str]:
    """The files of a new workspace's plan/, by their path in it."""
    return _texts(packaged_templates() / _STARTER)


def demo_files() -> dict[str, str]:
    """The files of a workspace to try the program on: the project's plan 61 with made-up reports.

    The plan lies once in the project; the demo has only what it adds: files of its own, and under
    them-vao/ the lines it puts into the plan's.
    """
    plan = _packaged("plan")
    paths = [plan / f"{name}.yaml" for name in ("agencies", "calendar", "office")]
    paths += [plan / "61-kh-ubnd-2025" / name for name in ("plan.yaml", "source.md")]
    files = {path.relative_to(plan).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    for name, text in _texts(packaged_templates() / _DEMO).items():
        meant = name.removeprefix(f"{_ADDED}/")
        files[meant] = text if meant == name else _added(files[meant], _ANCHORS[meant], text)
    return files


def _added(text: str, anchor: str, more: str) -> str:
    before, found, after = text.partition(anchor)
    assert found  # the anchors stand in files of this project
    return before + found + more + after


def _texts(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
