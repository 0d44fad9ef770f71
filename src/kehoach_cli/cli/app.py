"""The app: which commands there are, and which modules a call needs."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.frame import VietnameseCommand, VietnameseGroup
from kehoach_cli.cli.today import AsOf, Format, is_alone, print_today, refuse_before_command

COMMANDS = (
    "tasks",
    "status",
    "report",
    "form",
    "receive",
    "submit",
    "answer",
    "review",
    "remind",
    "issued",
    "close",
    "reopen",
    "diff",
    "log",
    "check",
    "agencies",
    "import",
    "template",
    "explain",
    "schema",
    "init",
    "completion",
)
EXAMPLES = """Ví dụ:
kehoach --as-of 20/5/2025
kehoach tasks --agency "Trung tâm Y tế"
kehoach status
kehoach report --period 6thang"""


def make_app(words: list[str] | None = None) -> typer.Typer:
    """The app with every command; with the words of a call, only what that call can need."""
    app = typer.Typer(cls=VietnameseGroup, add_completion=False, rich_markup_mode=None, name="kehoach")
    app.callback(epilog=EXAMPLES, invoke_without_command=True)(kehoach)
    for name in _needed(words):
        module = import_module(f"kehoach_cli.cli.{_MODULES.get(name, name)}")
        function = getattr(module, _FUNCTIONS.get(name, name))
        app.command(name, cls=VietnameseCommand, epilog=module.EXAMPLES)(function)
    return app


_MODULES = {"completion": "completion_script", "import": "import_plan"}
_FUNCTIONS = {"import": "import_plan"}  # where the command's name can be no name in Python


def _needed(words: list[str] | None) -> tuple[str, ...]:
    """The one command that a call begins with; all of them for help, mistakes and completion."""
    if words is not None and is_alone(words) and not os.environ.get("_KEHOACH_COMPLETE"):
        return ()
    first = words[0] if words else ""
    return (first,) if first in COMMANDS else COMMANDS


def _show_version(ctx: typer.Context, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from kehoach_cli import __version__

        typer.echo(f"kehoach {__version__}")
        raise typer.Exit


def kehoach(
    ctx: typer.Context,
    *,
    directory: Annotated[
        Path | None,
        typer.Option("-C", metavar="THƯ_MỤC", help="Thư mục làm việc cho lệnh đi sau.", show_default=False),
    ] = None,
    as_of: AsOf = None,
    format_: Format = None,
    version: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--version",
            help="Hiện phiên bản rồi thoát.",
            callback=_show_version,
            is_eager=True,
            show_default=False,
        ),
    ] = False,
) -> None:
    """Theo dõi kế hoạch: ai làm gì, ai đã báo cáo, tổng hợp thành một báo cáo.

    Gõ “kehoach” không kèm lệnh để xem việc cần làm hôm nay của mọi kế hoạch.

    Dữ liệu là các tệp trong thư mục plan; chương trình chạy trên máy này, không cần mạng.
    """
    ctx.obj = directory
    if ctx.invoked_subcommand is None:
        print_today(directory, as_of, format_, COMMANDS)
    else:
        refuse_before_command(ctx, {"--as-of": as_of, "--format": format_})
