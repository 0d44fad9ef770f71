"""What comes with the program: the templates, and the files of a new workspace."""

from __future__ import annotations

from pathlib import Path

_STARTER = "khoi-tao"


def packaged_templates() -> Path:
    """The templates of this very program: those of its source tree, else those in the wheel.

    An editable install copies templates/ once and the copy grows stale, so a source tree comes first.
    """
    package = Path(__file__).resolve().parents[1]
    source = package.parents[1]
    if (source / "pyproject.toml").is_file() and (source / "templates").is_dir():
        return source / "templates"
    return package / "_templates"


def starter_files() -> dict[str, str]:
    """The files of a new workspace's plan/, by their path in it."""
    folder = packaged_templates() / _STARTER
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
