"""Help pages and usage lines in Vietnamese, for commands and groups made with typer."""

from __future__ import annotations

import inspect
import textwrap
from typing import TYPE_CHECKING, Any

from typer._click.types import _NumberRangeBase
from typer.core import TyperArgument, TyperGroup, TyperOption

from kehoach_cli.cli.streams import terminal_width
from kehoach_cli.cli.values import ANY, Spoken, range_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer._click.core import Command, Context, Parameter

OPTIONS = "[TÙY CHỌN]"
_WIDEST, _NARROWEST, _FIRST_COLUMN = 100, 40, 30


def usage_line(command: Command, ctx: Context) -> str:
    """«Cách dùng: kehoach tasks [TÙY CHỌN]», wrapped to the terminal."""
    pieces = [OPTIONS if command.options_metavar == "[OPTIONS]" else command.options_metavar or ""]
    for param in command.params:
        if isinstance(param, TyperArgument) and not param.hidden:
            name = metavar(param)
            pieces.append(name if param.required else f"[{name}]")
    if isinstance(command, TyperGroup):
        pieces.append("[LỆNH …]" if command.invoke_without_command else "LỆNH …")
    head = f"Cách dùng: {ctx.command_path} "
    return "\n".join(_wrap(head + " ".join(filter(None, pieces)), _width(), " " * 4))


def help_page(command: Command, ctx: Context) -> str:
    """The whole page: usage, text, arguments, commands, options, examples."""
    text = inspect.cleandoc(command.help or "").partition("\f")[0].strip()
    parts = [usage_line(command, ctx)]
    parts += [paragraph for paragraph in _paragraphs(text) if paragraph]
    for title, rows in _sections(command, ctx).items():
        parts.append(f"{title}:\n{_table(rows)}")
    if command.epilog:
        parts.append("\n".join(map(_example, command.epilog.strip().splitlines())))
    return "\n\n".join(parts)


def first_sentence(command: Command) -> str:
    """What the list of commands says of one: its short help, else the first sentence of its help."""
    text = command.short_help or (command.help or "").strip().partition("\n\n")[0]
    words = " ".join(text.split())
    sentence, end, _ = words.partition(". ")
    return sentence + end.strip()


def metavar(param: Parameter) -> str:
    """The word for the value of a parameter: the author's, else one for its type; «…» if it repeats."""
    name = param.metavar
    if name is None:
        name = param.type.name if isinstance(param.type, Spoken) or param.type.name.isupper() else ANY
    return f"{name}…" if param.nargs == -1 and not name.endswith("…") else name


def _sections(command: Command, ctx: Context) -> dict[str, list[tuple[str, str]]]:
    """Title → rows, in the order they are printed; a panel named by the author is its own section."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for title, name, text in _entries(command, ctx):
        sections.setdefault(title, []).append((name, text))
    return sections


def _entries(command: Command, ctx: Context) -> Iterable[tuple[str, str, str]]:
    """Section, name and description: arguments, then commands, then options."""
    params = command.get_params(ctx)
    for param in params:
        if isinstance(param, TyperArgument) and not param.hidden:
            yield _panel(param, "Tham số"), metavar(param), _described(param, ctx)
    for name, sub in command.commands.items() if isinstance(command, TyperGroup) else ():
        if not sub.hidden:
            yield _panel(sub, "Lệnh"), name, first_sentence(sub)
    for param in params:
        if isinstance(param, TyperOption) and not param.hidden:
            yield _panel(param, "Tùy chọn"), _spelled(param), _described(param, ctx)


def _panel(owner: object, title: str) -> str:
    panel = getattr(owner, "rich_help_panel", None)
    return panel if isinstance(panel, str) else title


def _spelled(option: TyperOption) -> str:
    """`-o, --output TỆP`: short names first."""
    names = ", ".join(sorted(option.opts, key=len))
    if option.secondary_opts:
        names = f"{names} / {', '.join(sorted(option.secondary_opts, key=len))}"
    return names if option.is_flag or option.count else f"{names} {metavar(option)}"


def _described(param: TyperArgument | TyperOption, ctx: Context) -> str:
    """The help of a parameter and, in brackets, what else there is to know of it."""
    notes = [f"[{note}]" for note in _notes(param, ctx)]
    return " ".join(filter(None, [" ".join((param.help or "").split()), *notes]))


def _notes(param: TyperArgument | TyperOption, ctx: Context) -> Iterable[str]:
    if param.required:
        yield "bắt buộc"
    if getattr(param, "multiple", False):
        yield "ghi được nhiều lần"
    kind = param.type.inner if isinstance(param.type, Spoken) else param.type
    if isinstance(kind, _NumberRangeBase) and (kind.min is not None or kind.max is not None):
        yield range_words(kind.min, kind.max)
    default = _default_words(param, ctx)
    if default:
        yield f"mặc định: {default}"
    if param.show_envvar and param.envvar:
        names = [param.envvar] if isinstance(param.envvar, str) else param.envvar
        yield f"biến môi trường: {', '.join(names)}"


def _default_words(param: TyperArgument | TyperOption, ctx: Context) -> str:
    """The default as it would be typed; a text given as `show_default` stands for it."""
    if isinstance(param.show_default, str):
        return param.show_default
    value = param.get_default(ctx, call=False)
    if not param.show_default or value is None or callable(value):
        return ""
    if isinstance(value, bool):
        secondary = param.secondary_opts[0] if param.secondary_opts else ""
        return param.opts[0] if value else secondary
    return ", ".join(map(_plain, value)) if isinstance(value, (list, tuple)) else _plain(value)


def _plain(value: Any) -> str:  # noqa: ANN401
    return str(getattr(value, "value", value))  # an Enum is typed by its value


def _paragraphs(text: str) -> Iterable[str]:
    """Paragraphs wrapped to the width; one with an indented line stays as written."""
    for block in text.split("\n\n"):
        if any(line.startswith("  ") for line in block.splitlines()):
            yield block
        else:
            yield "\n".join(_wrap(" ".join(block.split()), _width()))


def _example(line: str) -> str:
    """A line of the epilog under its heading, whole: it must be possible to copy it."""
    line = line.strip()
    return line if line.endswith(":") or not line else f"  {line}"


def _table(rows: list[tuple[str, str]]) -> str:
    """Two columns, indented; a first column too long for its place stands alone on its line."""
    first = min(max(len(name) for name, _ in rows), _FIRST_COLUMN, _width() // 2)
    lines: list[str] = []
    for name, text in rows:
        body = _wrap(text, _width() - first - 4)
        fits = len(name) <= first and body
        lines.append(f"  {name:<{first}}  {body[0]}" if fits else f"  {name}")
        lines += [f"{'':{first + 4}}{line}" for line in (body[1:] if fits else body)]
    return "\n".join(lines)


def _wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Lines of whole words: Vietnamese syllables, options and addresses are never cut."""
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _width() -> int:
    return max(min(terminal_width(), _WIDEST), _NARROWEST)
