"""kehoach check: every problem, all at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.options import AsOf, At, Directory

EXAMPLES = """Ví dụ:
kehoach check
kehoach check --strict --format json"""


def check(
    strict: Annotated[
        bool, typer.Option("--strict", help="Coi cảnh báo như lỗi: kết thúc với mã 1.", show_default=False)
    ] = False,
    format_: Annotated[
        Literal["text", "json"],
        typer.Option("--format", "-f", help="Dạng kết quả."),
    ] = "text",
    as_of: AsOf = None,
    at: At = None,
    directory: Directory = None,
) -> None:
    """Kiểm tra mọi tệp trong thư mục plan và kể ra mọi lỗi, mọi cảnh báo.

    Mỗi lỗi có tệp, dòng, cột, chỗ sai và cách sửa; giải thích thêm bằng “kehoach explain MÃ”.
    """
    from kehoach_cli.cli.opening import find_workspace, load_workspace, today
    from kehoach_cli.cli.revision import at_data, folder_at, tell
    from kehoach_cli.render.diagnostics import problems_json, problems_text, summary_line

    root = find_workspace(directory)
    day = as_of or today()
    folder = folder_at(root, at) if at is not None else None
    revision = folder.revision if folder else None
    loaded = load_workspace(root, day, thorough=True, folder=folder)
    if format_ == "json":
        source = at_data(revision) if revision else None
        text = problems_json(loaded.problems, loaded.files, root, Path.cwd(), source)
    else:
        short = revision.short if revision else ""
        text = problems_text(loaded.problems, root, Path.cwd(), short)
        text += summary_line(loaded.problems, loaded.files)
    sys.stdout.write(text)
    tell(revision, day)
    if loaded.has_errors or (strict and loaded.problems):
        raise typer.Exit(1)
