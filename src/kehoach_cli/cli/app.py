"""The app: which commands there are, and which modules a call needs."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.frame import VietnameseCommand, VietnameseGroup

COMMANDS = (
    "tasks",
    "status",
    "report",
    "receive",
    "check",
    "agencies",
    "explain",
    "schema",
    "init",
    "completion",
)
EXAMPLES = """Ví dụ:
kehoach tasks --agency "Trung tâm Y tế"
kehoach status
kehoach report --period 6thang"""


def make_app(words: list[str] | None = None) -> typer.Typer:
    """The app with every command; with the words of a call, only what that call can need."""
    app = typer.Typer(cls=VietnameseGroup, add_completion=False, rich_markup_mode=None, name="kehoach")
    app.callback(epilog=EXAMPLES)(kehoach)
    for name in _needed(words):
        module = import_module(f"kehoach_cli.cli.{_MODULES.get(name, name)}")
        app.command(name, cls=VietnameseCommand, epilog=module.EXAMPLES)(getattr(module, name))
    return app


_MODULES = {"completion": "completion_script"}


def _needed(words: list[str] | None) -> tuple[str, ...]:
    """The one command that a call begins with; all of them for help, mistakes and completion."""
    first = words[0] if words else ""
    return (first,) if first in COMMANDS else COMMANDS


def _show_version(ctx: typer.Context, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from kehoach_cli import __version__

        typer.echo(f"kehoach {__version__}")
        raise typer.Exit


def kehoach(
    ctx: typer.Context,
    directory: Annotated[
        Path | None,
        typer.Option("-C", metavar="THƯ_MỤC", help="Thư mục làm việc cho lệnh đi sau.", show_default=False),
    ] = None,
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

    Dữ liệu là các tệp trong thư mục plan; chương trình chạy trên máy này, không cần mạng.
    """
    ctx.obj = directory
