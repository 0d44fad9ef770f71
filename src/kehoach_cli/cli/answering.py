"""From views to what the person gets: the terminal, a pipe, or a file that is never half written."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kehoach_cli.render.table import Forms, Table

_ENDINGS = {".json": "json", ".csv": "csv", ".md": "md", ".txt": "table"}


def chosen_format(asked: str | None, output: Path | None) -> str:
    """--format, else what the ending of -o says, else a table."""
    if asked is not None or output is None:
        return asked or "table"
    return ending(output, _ENDINGS)


def ending(output: Path, known: Mapping[str, str]) -> str:
    """The format that a file's ending means; a wrong call names the endings that are known."""
    format_ = known.get(output.suffix.lower())
    if format_ is None:
        endings = ", ".join(known)
        raise typer.BadParameter(
            f"không biết ghi tệp {quoted(output.name)}: đuôi tệp phải là một trong {endings}."
        )
    return format_


def give(content: str | bytes, output: Path | None, *, force: bool = False, announce: bool = True) -> None:
    """The answer on stdout, or in a file that did not exist before (unless `force`).

    Bytes are a file of an office program, which no terminal shows: a wrong call without -o.
    """
    if output is not None:
        write_new(output, content, force=force)
        if announce:
            sys.stderr.write(f"Đã ghi {quoted(str(output))[1:-1]}.\n")
    elif isinstance(content, str):
        _say(content)
    else:
        raise typer.BadParameter("dạng này phải ghi vào tệp; thêm -o TỆP.")


def _say(text: str) -> None:
    """On stdout the very bytes a file would hold: Windows would write a carriage return before each CR LF."""
    from io import TextIOWrapper

    if "\r" in text and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(newline="")
    sys.stdout.write(text)


def write_new(output: Path, content: str | bytes, *, force: bool) -> None:
    """Write a file whole or not at all; an existing one is kept unless `force`."""
    from kehoach_cli.store.writing import refusal_of, write_atomic

    try:
        write_atomic(output, content, replace=force)
    except OSError as error:
        shown = quoted(str(output))
        if os.path.isdir(output):  # noqa: PTH112  # answers for every path there can be
            why = f"không ghi được {shown}: đây là thư mục; ghi thêm tên tệp."
        elif isinstance(error, FileExistsError):
            why = f"tệp {shown} đã có; thêm --force để ghi đè."
        else:
            why = f"không ghi được {shown}: {refusal_of(error)}."
        raise typer.BadParameter(f"{why} Không có tệp nào bị thay đổi.") from None


def tables_text(tables: Sequence[Table], *, to_file: bool) -> str:
    """For people: drawn by rich on a terminal, else whole lines for grep."""
    from kehoach_cli.cli.streams import is_terminal, terminal_width

    if to_file or not is_terminal():
        from kehoach_cli.render.plain import plain_text

        return plain_text(tables)
    from kehoach_cli.render.terminal import terminal_text

    return terminal_text(tables, terminal_width(), colour=_has_colour())


def _has_colour() -> bool:
    """Whether bold letters may be sent; a console of Windows must first be told to read them."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if sys.platform != "win32":
        return True
    import ctypes

    kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
    console = kernel.GetStdHandle(-11)
    is_console = kernel.GetConsoleMode(console, ctypes.byref(mode))
    return bool(is_console and kernel.SetConsoleMode(console, mode.value | 4))


def give_forms(forms: Forms, format_: str, output: Path | None, *, force: bool = False) -> None:
    """The answer in the format asked for: a form for programs, or tables for people."""
    text = forms.written(format_)
    if text is None:
        text = tables_text(forms.tables(), to_file=output is not None)
    give(text, output, force=force)
