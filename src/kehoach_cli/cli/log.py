"""kehoach log: who changed what and when, commit by commit."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.options import Directory, PlanId

EXAMPLES = """Ví dụ:
kehoach log
kehoach log -n 5
kehoach log --plan 61-kh-ubnd-2025 -n 100"""

Most = Annotated[
    int,
    typer.Option("-n", metavar="SỐ", min=1, help="Nhiều nhất bao nhiêu lần sửa.", show_default="20"),
]


def log(plan: PlanId = None, most: Most = 20, directory: Directory = None) -> None:
    """Kể các lần ghi lại (commit) thư mục plan, mới nhất trước: ai, khi nào, thay đổi gì.

    Khi ghép nhánh (merge), mọi thay đổi nhánh đó mang vào được kể một lần, ở lần ghép.
    """
    from kehoach_cli.cli.comparing import history
    from kehoach_cli.cli.streams import is_terminal, terminal_width
    from kehoach_cli.render.log_text import more_text, step_text

    width = terminal_width() if is_terminal() else None
    told, total = history(directory, plan, most)
    for number, entry in enumerate(told):
        sys.stdout.write(("\n" if number else "") + step_text(entry, width))
    sys.stdout.write(more_text(total, most))
