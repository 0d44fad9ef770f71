"""kehoach check: every problem, all at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.options import AsOf, Directory

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
    directory: Directory = None,
) -> None:
    """Kiểm tra mọi tệp trong thư mục plan và kể ra mọi lỗi, mọi cảnh báo.

    Mỗi lỗi có tệp, dòng, cột, chỗ sai và cách sửa; giải thích thêm bằng “kehoach explain MÃ”.
    """
    from kehoach_cli.cli.opening import find_workspace, load_workspace, today
    from kehoach_cli.render.diagnostics import problems_json, problems_text, summary_line

    root = find_workspace(directory)
    loaded = load_workspace(root, as_of or today(), thorough=True)
    if format_ == "json":
        text = problems_json(loaded.problems, loaded.files, root, Path.cwd())
    else:
        text = problems_text(loaded.problems, root, Path.cwd()) + summary_line(loaded.problems, loaded.files)
    sys.stdout.write(text)
    if loaded.has_errors or (strict and loaded.problems):
        raise typer.Exit(1)
