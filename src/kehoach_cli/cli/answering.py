"""From views to what the person gets: the terminal, a pipe, or a file that is never half written."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.render.table import Forms, Table

_ENDINGS = {
    ".json": "json",
    ".csv": "csv",
    ".md": "md",
    ".txt": "table",
    ".xlsx": "xlsx",
    ".docx": "docx",
}
_OF_OFFICES = {"xlsx": "Excel", "docx": "Word"}


def chosen_format(asked: str | None, output: Path | None) -> str:
    """--format, else what the ending of -o says, else a table; Word and Excel need a file to stand in."""
    if output is None and asked in _OF_OFFICES:
        raise typer.BadParameter(f"tệp {_OF_OFFICES[asked]} phải ghi vào tệp; thêm -o TỆP.{asked}.")
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


class Overwriting(NamedTuple):
    """Which files that exist may be replaced: any (`force`), and Word files a person edited since."""

    force: bool = False
    edited: bool = False

    def judge(self) -> None:
        """--overwrite-edited alone is a wrong call, before anything is made."""
        if self.edited and not self.force:
            raise typer.BadParameter(
                "--overwrite-edited chỉ dùng cùng --force. Không có tệp nào bị thay đổi."
            )


KEEP = Overwriting()


def give(
    content: str | bytes, output: Path | None, *, over: Overwriting = KEEP, announce: bool = True
) -> None:
    """The answer on stdout, or in a file that did not exist before (unless `over` allows it).

    Bytes are a file of an office program, which no terminal shows: a wrong call without -o.
    """
    if output is not None:
        write_new(output, content, over)
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


def check_free(output: Path, over: Overwriting) -> None:
    """A wrong call where `write_new` would refuse for what is there: asked before several files are written.

    A Word file counts as edited unless its own digest shows that nobody saved it since kehoach made it.
    """
    over.judge()
    if not os.path.lexists(output):
        return
    shown = quoted(str(output))
    if not over.force:
        raise typer.BadParameter(f"tệp {shown} đã có; thêm --force để ghi đè. Không có tệp nào bị thay đổi.")
    if over.edited or output.suffix.lower() != ".docx":
        return
    from kehoach_cli.render.word.stamp import is_untouched

    if not is_untouched(output):
        raise typer.BadParameter(
            f"tệp {shown} đã có người sửa từ khi tạo (hoặc không do kehoach tạo); "
            "ghi vào tệp khác, hoặc thêm --overwrite-edited nếu chắc chắn bỏ bản đã sửa. "
            "Không có tệp nào bị thay đổi."
        )


def write_new(output: Path, content: str | bytes, over: Overwriting = KEEP) -> None:
    """Write a file whole or not at all; an existing one is kept unless `over` allows it."""
    from kehoach_cli.store.writing import refusal_of, write_atomic

    if not os.path.isdir(output):  # noqa: PTH112  # answers for every path there can be
        check_free(output, over)
    try:
        write_atomic(output, content, replace=over.force)
    except OSError as error:
        shown = quoted(str(output))
        if os.path.isdir(output):  # noqa: PTH112  # answers for every path there can be
            why = f"không ghi được {shown}: đây là thư mục; ghi thêm tên tệp."
        elif isinstance(error, FileExistsError):
            why = f"tệp {shown} đã có; thêm --force để ghi đè."
        else:
            why = f"không ghi được {shown}: {refusal_of(error)}."
        raise typer.BadParameter(f"{why} Không có tệp nào bị thay đổi.") from None


def write_all(folder: Path, files: Mapping[str, str | bytes], over: Overwriting = KEEP) -> None:
    """Write files of one folder: all of them or none; those that exist are kept unless `over` allows it."""
    from kehoach_cli.store.writing import refusal_of, write_together

    for name in files:
        check_free(folder / name, over)
    try:
        write_together(folder, files, replace=over.force)
    except OSError as error:
        raise typer.BadParameter(
            f"không ghi được vào {quoted(str(folder))}: {refusal_of(error)}. Không có tệp nào bị thay đổi."
        ) from None


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


def give_forms(
    forms: Forms, format_: str, output: Path | None, opened: Opened, over: Overwriting = KEEP
) -> None:
    """The answer in the format asked for: a form for programs, a file of an office, or tables for people."""
    from kehoach_cli.cli.demonstrating import named, presented
    from kehoach_cli.cli.papers import written

    over.judge()
    forms, output = presented(opened, forms), named(opened, output) if output else None
    if opened.at is not None:
        from kehoach_cli.cli.revision import dated_forms, tell

        forms = dated_forms(forms, opened.at)
        if format_ == "csv":
            tell(opened.at, opened.as_of)
    content = written(forms, format_, opened)
    if content is None:
        content = tables_text(forms.tables(), to_file=output is not None)
    give(content, output, over=over)
