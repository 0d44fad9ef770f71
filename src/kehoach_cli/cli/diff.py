"""kehoach diff: what changed between two states of the folder, in meaning."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.options import Directory, PlanId

EXAMPLES = """Ví dụ:
kehoach diff
kehoach diff 14/5/2025
kehoach diff 3f2a1c9 HEAD --plan 61-kh-ubnd-2025
kehoach diff ../ban-cu . --format md"""

First = Annotated[
    str | None,
    typer.Argument(
        metavar="BẢN_TRƯỚC",
        help="Bản trước: mã, nhãn, nhánh trong git, một ngày, hoặc một thư mục có plan bên trong; "
        "nếu không ghi là bản ghi lại gần nhất (HEAD).",
        show_default=False,
    ),
]
Second = Annotated[
    str | None,
    typer.Argument(
        metavar="BẢN_SAU",
        help="Bản sau, ghi như trên; nếu không ghi là các tệp đang có.",
        show_default=False,
    ),
]
Format = Annotated[Literal["text", "md", "json"], typer.Option("--format", "-f", help="Dạng kết quả.")]


def diff(
    first: First = None,
    second: Second = None,
    plan: PlanId = None,
    format_: Format = "text",
    directory: Directory = None,
) -> None:
    """So sánh hai bản dữ liệu và kể các thay đổi theo ý nghĩa, không theo dòng.

    Ví dụ: bổ sung, bãi bỏ, sửa đổi, đánh số lại nhiệm vụ; chuyển chủ trì; lùi hạn; nhận báo cáo.
    """
    from kehoach_cli.cli.comparing import compared, only_plan
    from kehoach_cli.cli.streams import is_terminal, terminal_width
    from kehoach_cli.queries.changes import changes_view
    from kehoach_cli.render.changes_text import changes_data, changes_markdown, changes_text

    old, new = compared(first, second, directory)
    view = changes_view(old.workspace, new.workspace)
    if plan is not None:
        view = only_plan(view, old, new, plan)
    if format_ == "json":
        from kehoach_cli.render.machine import json_text

        text = json_text(changes_data(view, old.side, new.side))
    elif format_ == "md":
        text = changes_markdown(view, old.side, new.side)
    else:
        text = changes_text(view, old.side, new.side, terminal_width() if is_terminal() else None)
    sys.stdout.write(text)
