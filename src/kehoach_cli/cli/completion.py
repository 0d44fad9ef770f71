"""Completion with Tab: which names may stand at the cursor, matched the way people type them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from typer._click.core import Command, Context
from typer._click.shell_completion import CompletionItem, _resolve_context, _resolve_incomplete
from typer._click.types import ParamType
from typer.core import TyperGroup

if TYPE_CHECKING:
    from typer._click.core import Parameter

COMPLETE_VAR = "_KEHOACH_COMPLETE"
"""Set by the shell scripts to `complete_<shell>`; typer's name for it."""

Candidates = Callable[[Context], Iterable[tuple[str, str]]]
"""The values that may stand here, each with a word of help; the context knows -C and --plan."""


class Completed(ParamType):
    """A text the shell can complete; it accepts any text, judging it is the command's business."""

    def __init__(self, metavar: str, candidates: Candidates) -> None:
        self.name = metavar
        self.candidates = candidates

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> str:  # noqa: ANN401, ARG002
        return str(value)

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        found = matching(self.candidates(ctx), incomplete)
        return [CompletionItem(value, help=text) for value, text in found]


def matching(candidates: Iterable[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    """Those that begin with what is typed, failing that those with a word that does; order kept.

    Case, diacritics and dashes do not count: “son mua” finds UBND xã Sơn Mùa.
    """
    from kehoach_cli.model.folding import fold

    wanted = f" {fold(typed)}"
    rows = [(f" {fold(value)}", value, text) for value, text in dict(candidates).items()]
    begins = [row for row in rows if row[0].startswith(wanted)]
    return [(value, text) for _, value, text in begins or [row for row in rows if wanted in row[0]]]


def candidates_at(command: Command, prog_name: str, words: list[str], typed: str) -> list[CompletionItem]:
    """What may follow the complete `words`, given the beginning that is typed."""
    ctx = _resolve_context(command, {}, prog_name, list(words))
    if isinstance(ctx.command, TyperGroup) and ctx._protected_args:  # noqa: SLF001
        return []  # a command that does not exist
    target, typed = _resolve_incomplete(ctx, list(words), typed)
    found = target.shell_complete(ctx, typed)
    if not found and not typed and isinstance(target, Command):
        found = target.shell_complete(ctx, "-")
    return found


def answer(command: Command, prog_name: str) -> None:
    """Print the candidates for the shell named in _KEHOACH_COMPLETE, the line being in _KEHOACH_LINE.

    Whatever goes wrong (a plan in pieces, an unknown shell) prints nothing: a person is typing.
    """
    try:
        from kehoach_cli.cli.shells import read_line, reply

        shell = os.environ[COMPLETE_VAR].partition("_")[2]
        line = read_line(os.environ.get("_KEHOACH_LINE", ""), shell)
        found = candidates_at(command, prog_name, line.words[1:], line.word)
        text = reply(shell, found, line, os.environ.get("_KEHOACH_BREAKS", ""))
    except (Exception, SystemExit):  # noqa: BLE001
        return
    sys.stdout.write(text)
