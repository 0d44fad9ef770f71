"""The frame of the command line: typer's groups and commands speaking Vietnamese, and how a run ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import typer
from typer._click.core import Command
from typer._click.exceptions import ClickException, NoSuchOption, UsageError
from typer.core import TyperCommand, TyperGroup, TyperOption

from kehoach_cli.cli.values import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Context

HELP_NAMES = ["-h", "--help"]
PIPE_CLOSED = 141
"""Exit code when the reader left in the middle, as a shell reports SIGPIPE."""


class _Vietnamese(Command):
    """What groups and commands share: help, usage, wrong calls and endings in Vietnamese."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        settings = {"help_option_names": HELP_NAMES, **(kwargs.get("context_settings") or {})}
        kwargs.update(context_settings=settings, rich_markup_mode=None)
        super().__init__(*args, **kwargs)
        for param in self.params:
            param.type = spoken(param.type)

    def get_help(self, ctx: Context) -> str:
        from kehoach_cli.cli.help_page import help_page

        return help_page(self, ctx)

    def get_usage(self, ctx: Context) -> str:
        from kehoach_cli.cli.help_page import usage_line

        return usage_line(self, ctx)

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002
        from kehoach_cli.cli.help_page import first_sentence

        return first_sentence(self)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện hướng dẫn này rồi thoát."
        return option

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """As typer does, but what it would say in English is raised in our words."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        given = list(args)
        _refuse_option_as_value(self, ctx, given)
        strict, ctx.allow_extra_args = not ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            if isinstance(error, NoSuchOption):
                error.option_name = _as_typed(error.option_name, given)
            raise
        if rest and strict:
            from kehoach_cli.cli.usage_errors import extra_words

            raise extra_words(rest, given, ctx)
        return rest

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,  # noqa: ARG002
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401
    ) -> int:
        """Run; the exit code is returned, or given to sys.exit in standalone mode.

        An `int` a command returns is its exit code. An exception nobody provided for goes through:
        tests see it, `run` words it.
        """
        prog_name = prog_name or "kehoach"
        if os.environ.get("_KEHOACH_COMPLETE"):
            from kehoach_cli.cli.completion import answer

            answer(self, prog_name)
            code = 0
        else:
            code = self._ended(_words(args, expand=windows_expand_args), prog_name, extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def _ended(self, args: list[str], prog_name: str, extra: dict[str, Any]) -> int:
        """The exit code of one run, every foreseen end put into words."""
        try:
            with self.make_context(prog_name, args, **extra) as ctx:
                result = self.invoke(ctx)
        except typer.Exit as end:
            return end.exit_code
        except ClickException as error:
            from kehoach_cli.cli.usage_errors import report

            return report(error)
        except (typer.Abort, KeyboardInterrupt, EOFError):
            from kehoach_cli.cli.usage_errors import report_stop

            return report_stop()
        except OSError as error:
            return _ended_by_pipe(error)
        return result if type(result) is int else 0

    def _main_shell_completion(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Typer's own completion is never asked: `main` answers."""


class VietnameseCommand(_Vietnamese, TyperCommand):
    """A command; give it to every `app.command(cls=VietnameseCommand)`."""


class VietnameseGroup(_Vietnamese, TyperGroup):
    """A group; give it to `typer.Typer(cls=VietnameseGroup)`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        foreign = [name for name, command in self.commands.items() if not isinstance(command, _Vietnamese)]
        if foreign:
            raise TypeError(f"commands without cls=VietnameseCommand: {', '.join(foreign)}")

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401
        if not ctx._protected_args and not self.invoke_without_command:  # noqa: SLF001
            from kehoach_cli.cli.usage_errors import missing_command

            raise missing_command(ctx)
        return super().invoke(ctx)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            from kehoach_cli.cli.usage_errors import unknown_command

            raise unknown_command(args[0], ctx)
        return super().resolve_command(ctx, args)


def run(app: typer.Typer, args: list[str] | None = None, prog_name: str = "kehoach") -> int:
    """Run the app once and return its exit code; nothing is raised, a mistake of ours is 70."""
    try:
        command = typer.main.get_command(app)
        return int(command.main(args, prog_name, standalone_mode=False))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        from kehoach_cli.cli.usage_errors import report_stop

        return report_stop()
    except Exception as error:  # noqa: BLE001
        from kehoach_cli.cli.usage_errors import report_failure

        return report_failure(error)


def _words(args: Sequence[str] | None, *, expand: bool) -> list[str]:
    """The arguments; on Windows, where no shell does it, `*.xlsx` becomes the files it means."""
    if args is not None:
        return list(args)
    if os.name == "nt" and expand:
        from typer._click.utils import _expand_args

        return _expand_args(sys.argv[1:], env=False)
    return sys.argv[1:]


def _ended_by_pipe(error: OSError) -> int:
    """A reader who has gone is no error worth a word; any other error of the system goes on."""
    from kehoach_cli.cli.streams import is_closed_pipe, silence_stdout

    if not is_closed_pipe(error):
        raise error
    silence_stdout()
    return PIPE_CLOSED


def _refuse_option_as_value(command: Command, ctx: Context, given: list[str]) -> None:
    """`--period --agency X`: typer would take --agency as the period and stumble over X."""
    options = [p for p in command.get_params(ctx) if isinstance(p, TyperOption)]
    known = {name for p in options for name in p.opts + p.secondary_opts}
    takers = {name for p in options if not p.is_flag and not p.count for name in p.opts}
    words = iter(given)
    for word in words:
        if word == "--" or (not word.startswith("-") and not ctx.allow_interspersed_args):
            return
        if word in takers and next(words, None) in known:
            from kehoach_cli.cli.usage_errors import value_forgotten

            raise value_forgotten(word, ctx)


def _as_typed(name: str, given: list[str]) -> str:
    """`-agency` as it stands there, where typer speaks of «-a»."""
    if len(name) > 2:  # noqa: PLR2004
        return name
    return next((word for word in given if word.startswith(name)), name)
