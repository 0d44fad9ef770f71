"""Problems as text or JSON: place, sentence, the line with the part underlined, the remedy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.checks.finding import FileCounts, Problem

_KINDS = {"error": "lỗi", "warning": "cảnh báo"}
_MOST_COLUMNS = 120


def problems_text(problems: Sequence[Problem], root: Path, here: Path, revision: str = "") -> str:
    """Every problem in the form of design §6, paths relative to where the person stands.

    `revision` is the commit that the files were read from: nobody shall look for the fault on the disk.
    """
    more = f" (bản {revision})" if revision else ""
    return "".join(_problem_text(p, shown_path(root, p.file, here), more) for p in problems)


def shown_path(root: Path, file: str, here: Path) -> str:
    """A workspace file as the person would type it from where they stand, with /."""
    try:
        return os.path.relpath(root / file, here).replace(os.sep, "/")
    except ValueError:  # another drive
        return str(root / file)


def _problem_text(problem: Problem, path: str, more: str) -> str:
    place = f"{path}:{problem.line}:{problem.column}" if problem.line else path
    place += f":{problem.cell}" if problem.cell else ""
    head = f"{place}{more}: {_KINDS[problem.severity]} {problem.code}: {problem.message}"
    hint = f"   gợi ý: {_plain(problem.hint)}\n" if problem.hint else ""
    return f"{_plain(head)}\n{_excerpt(problem)}{hint}"


def _excerpt(problem: Problem) -> str:
    """The line and carets under the part meant; a long line is cut around it."""
    if not problem.excerpt.strip():
        return ""
    line = problem.excerpt.replace("\t", " ")
    start = problem.column - 1
    cut = max(0, start - _MOST_COLUMNS // 3) if len(line) > _MOST_COLUMNS else 0
    shown = ("…" if cut else "") + line[cut : cut + _MOST_COLUMNS].rstrip()
    shown += "…" if cut + _MOST_COLUMNS < len(line) else ""
    offset = start - cut + (1 if cut else 0)
    carets = "^" * max(1, min(problem.length, len(shown) - offset))
    return f"{problem.line:5} | {_plain(shown)}\n      | {' ' * offset}{carets}\n"


def _plain(text: str) -> str:
    """Control characters shown as a dot, so that no plan text can write to the terminal."""
    return "".join(c if c.isprintable() else "·" for c in text)


def summary_line(problems: Sequence[Problem], files: FileCounts) -> str:
    """«Có 3 lỗi, 2 cảnh báo trong 5 tệp đã đọc.» with the files that were bad or left unread."""
    said = f"Có {_counted(problems)}" if problems else "Không có lỗi"
    more = [f"{files.bad} tệp hỏng"] if files.bad else []
    more += [f"{files.ignored} tệp không đọc"] if files.ignored else []
    more += [f"{files.kept} bản trước được giữ lại"] if files.kept else []
    tail = f" ({', '.join(more)})" if more else ""
    return f"{said} trong {files.read} tệp đã đọc{tail}.\n"


def forms_line(problems: Sequence[Problem], forms: int) -> str:
    """The sum of the problems: «Có 1 lỗi, 2 cảnh báo trong 3 biểu mẫu.»."""
    return f"Có {_counted(problems)} trong {forms} biểu mẫu.\n"


def _counted(problems: Sequence[Problem]) -> str:
    """«3 lỗi, 2 cảnh báo»; empty where nothing is wrong."""
    errors = sum(p.severity == "error" for p in problems)
    warnings = len(problems) - errors
    return ", ".join(f"{n} {word}" for n, word in ((errors, "lỗi"), (warnings, "cảnh báo")) if n)


def problems_json(
    problems: Sequence[Problem], files: FileCounts, root: Path, here: Path, at: dict[str, str] | None = None
) -> str:
    """The answer `kehoach/check/1`; `at` names the commit that the files were read from."""
    import json

    data = {
        "schema": "kehoach/check/1",
        "problems": [
            {
                "code": p.code,
                "severity": p.severity,
                "file": shown_path(root, p.file, here),
                "line": p.line,
                "column": p.column,
                "message": p.message,
                "hint": p.hint,
            }
            for p in problems
        ],
        "files": files._asdict(),
    } | ({"at": at} if at else {})
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
