"""From views to what the person gets: the terminal, a pipe, or a file that is never half written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

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
        raise typer.BadParameter(f"không biết ghi tệp “{output.name}”: đuôi tệp phải là một trong {endings}.")
    return format_


def give(text: str, output: Path | None, *, force: bool = False) -> None:
    """The answer on stdout, or in a file that did not exist before (unless `force`)."""
    if output is None:
        sys.stdout.write(text)
        return
    write_new(output, text, force=force)
    sys.stderr.write(f"Đã ghi {output}.\n")


def write_new(output: Path, text: str, *, force: bool) -> None:
    """Write a file whole or not at all; an existing one is kept unless `force`."""
    from kehoach_cli.store.writing import write_atomic

    try:
        write_atomic(output, text, replace=force)
    except FileExistsError:
        raise typer.BadParameter(
            f"tệp “{output}” đã có; thêm --force để ghi đè. Không có tệp nào bị thay đổi."
        ) from None
    except OSError as error:
        from kehoach_cli.store.reading import reason_of

        raise typer.BadParameter(
            f"không ghi được “{output}”: {reason_of(error)}. Không có tệp nào bị thay đổi."
        ) from None


def tables_text(tables: Sequence[Table], *, to_file: bool) -> str:
    """For people: drawn by rich on a terminal, else whole lines for grep."""
    from kehoach_cli.cli.streams import is_terminal, terminal_width

    if to_file or not is_terminal():
        from kehoach_cli.render.plain import plain_text

        return plain_text(tables)
    import os

    from kehoach_cli.render.terminal import terminal_text

    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return terminal_text(tables, terminal_width(), colour=colour)


def give_forms(forms: Forms, format_: str, output: Path | None, *, force: bool = False) -> None:
    """The answer in the format asked for: a form for programs, or tables for people."""
    writer = forms.writers.get(format_)
    text = writer() if writer else tables_text(forms.tables(), to_file=output is not None)
    give(text, output, force=force)
