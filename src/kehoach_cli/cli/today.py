"""kehoach without a command: what waits to be done today, over all plans."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer.core import TyperGroup

from kehoach_cli.cli.values import Day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.render.today_steps import Here

ALONE = "Khi không ghi lệnh (việc cần làm)"
"""The part of the help page, and the mark, of options that no command takes from the program."""
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        click_type=Day(),
        help="Việc cần làm vào ngày này, viết 2025-05-14 hoặc 14/5/2025; nếu không ghi là hôm nay.",
        show_default=False,
        rich_help_panel=ALONE,
    ),
]
Format = Annotated[
    Literal["table", "json"] | None,
    typer.Option(
        "--format",
        "-f",
        help="Dạng kết quả; nếu không ghi là table.",
        show_default=False,
        rich_help_panel=ALONE,
    ),
]
_WITH_VALUE = ("-C", "--as-of", "--format", "-f")


def is_alone(words: Sequence[str]) -> bool:
    """Whether a call is nothing but the program and options of its own: no command is needed."""
    rest = iter(words)
    for word in rest:
        if word in _WITH_VALUE:
            next(rest, None)
        elif word.partition("=")[0] not in ("--as-of", "--format"):
            return False
    return True


def refuse_before_command(ctx: typer.Context, asked: Mapping[str, object]) -> None:
    """`kehoach --as-of 14/5/2025 status`: the command has that option itself, or no use for it."""
    group, called = ctx.command, ctx.invoked_subcommand or ""
    command = group.commands.get(called) if isinstance(group, TyperGroup) else None
    for name in (name for name, value in asked.items() if value is not None):
        if command is not None and any(name in p.opts for p in command.params):
            place = f"{ctx.command_path} {called} {name} …"
            raise typer.BadParameter(f"tùy chọn “{name}” viết sau tên lệnh: {place}")
        raise typer.BadParameter(f"tùy chọn “{name}” không dùng cùng lệnh {called}.")


def print_today(
    directory: Path | None, as_of: date | None, format_: str | None, commands: Sequence[str]
) -> None:
    """The page on stdout; where there is no workspace and nothing was asked, how to begin."""
    from kehoach_cli.cli.opening import open_workspace

    if directory is None and as_of is None and format_ is None and _is_nowhere():
        raise typer.BadParameter(
            f"chưa ghi tên lệnh. Các lệnh: {', '.join(commands)}. Để bắt đầu: chuyển vào thư mục làm việc "
            "rồi gõ “kehoach” để xem việc cần làm, hoặc tạo thư mục làm việc mới bằng “kehoach init THƯ_MỤC”."
        )
    from kehoach_cli.render.today_steps import Here

    opened = open_workspace(directory, as_of, remembered=True)

    def shown(file: str) -> str:
        from kehoach_cli.render.diagnostics import shown_path

        return shown_path(opened.root, file, Path.cwd())

    here = Here(as_of, str(directory) if directory is not None else None, shown)
    sys.stdout.write(_json(opened, here) if format_ == "json" else _page(opened, here))


def _page(opened: Opened, here: Here) -> str:
    from kehoach_cli.cli.demonstrating import is_demo
    from kehoach_cli.cli.streams import is_terminal, terminal_width
    from kehoach_cli.queries.today import today_view
    from kehoach_cli.render.today_words import today_text

    view = today_view(opened.workspace, opened.as_of)
    text = today_text(view, here, terminal_width() if is_terminal() else None)
    if not is_demo(opened):
        return text
    from kehoach_cli.model.demonstration import MARK

    return f"{text}\n{MARK}\n"


def _json(opened: Opened, here: Here) -> str:
    from kehoach_cli.cli.demonstrating import is_demo
    from kehoach_cli.queries.today import today_view
    from kehoach_cli.render.machine import json_text
    from kehoach_cli.render.today_words import today_data

    data = today_data(today_view(opened.workspace, opened.as_of), here)
    return json_text(data | {"demo": True} if is_demo(opened) else data)


def _is_nowhere() -> bool:
    from kehoach_cli.store.folder import find_root

    return not os.environ.get("KEHOACH_DIR") and find_root(Path.cwd()) is None
