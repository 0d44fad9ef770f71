"""Wrong calls and broken ends in Vietnamese: what is said on stderr, and with which exit code."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from typer._click import exceptions as click
from typer.core import TyperArgument, TyperGroup, TyperOption

from kehoach_cli.cli.help_page import metavar
from kehoach_cli.cli.streams import WRITE_FAILED
from kehoach_cli.cli.values import allowed, nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Context, Parameter

INTERRUPTED = 130
CRASHED = 70
_LONG_DASHES = "–—−‒"
_CURLY_QUOTES = "“”‘’"
_TROUBLES = {
    errno.EACCES: "không có quyền, hoặc tệp đang mở trong chương trình khác",
    errno.EPERM: "không có quyền, hoặc tệp đang mở trong chương trình khác",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đã đầy",
}


def report(error: click.ClickException) -> int:
    """Say on stderr what is wrong with the call; returns the exit code."""
    _say(_page(error))
    return error.exit_code


def report_stop() -> int:
    """The person stopped the program (Ctrl+C, or no more input)."""
    _say("\nĐã dừng." if sys.stderr.isatty() else "Đã dừng.")
    return INTERRUPTED


def report_failure(error: Exception) -> int:
    """An end nobody provided for: the disk's (exit 74) or a mistake of ours (exit 70).

    KEHOACH_DEBUG=1 shows the traceback first.
    """
    debug = os.environ.get("KEHOACH_DEBUG", "") not in ("", "0")
    if debug:
        import traceback

        traceback.print_exception(error)
    trouble = _TROUBLES.get(error.errno or 0) if isinstance(error, OSError) else None
    if trouble and isinstance(error, OSError):
        where = f" {quoted(str(error.filename))}" if error.filename else ""
        _say(f"Lỗi: không đọc hoặc ghi được{where}: {trouble}.")
        return WRITE_FAILED
    what = ": ".join(filter(None, [type(error).__name__, str(error)]))
    _say(f"Lỗi trong chương trình kehoach (không phải lỗi của kế hoạch): {what}")
    if not debug:
        _say(
            "Đặt biến môi trường KEHOACH_DEBUG=1 rồi chạy lại để xem chi tiết; "
            "gửi kèm chi tiết đó khi báo lỗi."
        )
    return CRASHED


def _say(text: str) -> None:
    """To stderr; nobody listening there is no reason to fail."""
    with suppress(OSError):
        print(text, file=sys.stderr)


def _page(error: click.ClickException) -> str:
    """Usage, the mistake, where to read more; without a context only the mistake."""
    if isinstance(error, click.NoArgsIsHelpError):
        return error.message  # the help page itself
    text = f"Lỗi: {explain(error)}"
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return text
    return f"{ctx.get_usage()}\n{text}\nXem “{ctx.command_path} --help”."


def explain(error: click.ClickException) -> str:
    """What was wrong, in a sentence. Errors raised by the app carry their own Vietnamese words."""
    match error:
        case click.NoSuchOption():
            text = _no_such_option(error.option_name, error.ctx)
        case click.BadOptionUsage():
            text = _bad_use(error.option_name, error.ctx)
        case click.MissingParameter():
            text = _missing(error.param, error.param_hint)
        case click.BadParameter():
            label = _label(error.param, error.param_hint)
            text = f"{label}: {error.message}" if label else error.message
        case click.BadArgumentUsage():
            text = "tham số chưa đủ giá trị."
        case click.FileError():
            text = f"không mở được tệp {quoted(error.ui_filename)}."
        case _:
            text = error.format_message()
    return text


def unknown_command(name: str, ctx: Context) -> click.UsageError:
    """A name that is no command, with the nearest one or all of them."""
    names = _command_names(ctx)
    near = nearest(name, names)
    hint = f"Gần nhất: “{near}”." if near else f"Các lệnh: {', '.join(names)}."
    return click.UsageError(_long_dash([name]) or f"không có lệnh {quoted(name)}. {hint}", ctx)


def missing_command(ctx: Context) -> click.UsageError:
    """A group called without one of its commands."""
    return click.UsageError(f"chưa ghi tên lệnh. Các lệnh: {', '.join(_command_names(ctx))}.", ctx)


def value_forgotten(option: str, ctx: Context) -> click.BadOptionUsage:
    """An option that takes a value stands before another option, or at the end."""
    return click.BadOptionUsage(option, "", ctx)


def extra_words(extra: Sequence[str], given: Sequence[str], ctx: Context) -> click.UsageError:
    """Words with no place; mostly a name with blanks typed without quotes, or signs Word has changed."""
    text = f"thừa tham số {', '.join(map(quoted, extra))}."
    name = _run_of_words(extra[0], given)
    if any(sign in "".join(given) for sign in _CURLY_QUOTES):
        text += ' Dấu nháy cong không dùng được ở đây; dùng dấu nháy thẳng ".'
    elif name:
        text += f' Tên có dấu cách phải đặt trong dấu nháy: "{quoted(name)[1:-1]}".'
    return click.UsageError(_long_dash(extra) or text, ctx)


def _long_dash(words: Sequence[str]) -> str | None:
    """Word and chat programs turn `--agency` into `–agency`, which typer takes for a plain word."""
    word = next((w for w in words if w[:1] in _LONG_DASHES and len(w) > 1), None)
    if word is None:
        return None
    core = word.lstrip(_LONG_DASHES + "-")
    plain = f"--{core}" if len(core) > 1 else f"-{core}"
    return f"{quoted(word)} có dấu gạch dài; tùy chọn viết bằng dấu gạch ngắn: “{plain}”."


def _run_of_words(word: str, given: Sequence[str]) -> str:
    """The words around an extra one that are no options: most likely one name."""
    end = start = list(given).index(word)
    while start > 0 and not given[start - 1].startswith("-"):
        start -= 1
    while end < len(given) and not given[end].startswith("-"):
        end += 1
    return " ".join(given[start:end]) if end - start > 1 else ""


def _no_such_option(name: str, ctx: Context | None) -> str:
    """With the place it belongs to when another command has it, else with the nearest option."""
    text = quoted(name)
    owner = _owner_below(name, ctx) if ctx else None
    if ctx and owner:
        return f"tùy chọn {text} viết sau tên lệnh: {ctx.command_path} {owner} {name} …"
    if ctx and ctx.parent and any(name in p.opts for p in ctx.parent.command.params if not _is_apart(p)):
        return f"tùy chọn {text} viết trước tên lệnh: {ctx.parent.command_path} {name} … {ctx.info_name}"
    near = nearest(name, _option_names(ctx)) if ctx else None
    return f"không có tùy chọn {text}." + (f" Gần nhất: “{near}”." if near else "")


def _is_apart(param: Parameter) -> bool:
    """An option of the program in a part of its own help page is for calls without a command."""
    return isinstance(param, TyperOption) and param.rich_help_panel is not None


def _owner_below(option: str, ctx: Context) -> str | None:
    """The first command of a group that has this option."""
    if not isinstance(ctx.command, TyperGroup):
        return None
    commands = ctx.command.commands.items()
    return next((n for n, c in commands if not c.hidden and any(option in p.opts for p in c.params)), None)


def _bad_use(name: str, ctx: Context | None) -> str:
    """An option that wants a value and has none, or the other way round."""
    params = ctx.command.get_params(ctx) if ctx else []
    option = next((p for p in params if name in p.opts + p.secondary_opts), None)
    if isinstance(option, TyperOption) and option.is_flag:
        return f"tùy chọn “{name}” không nhận giá trị."
    number = option.nargs if option is not None and option.nargs > 1 else "một"
    return f"tùy chọn “{name}” cần {number} giá trị."


def _missing(param: Parameter | None, hint: Sequence[str] | str | None) -> str:
    if isinstance(param, TyperOption):
        text = f"thiếu tùy chọn bắt buộc “{max(param.opts, key=len)} {metavar(param)}”."
    else:
        text = f"thiếu tham số “{metavar(param) if param else hint}”."
    choices = allowed(param.type) if param else []
    return f"{text} Các giá trị: {', '.join(choices)}." if choices else text


def _label(param: Parameter | None, hint: Sequence[str] | str | None) -> str:
    """Which option or argument a bad value belongs to."""
    if hint is not None:
        name = hint if isinstance(hint, str) else ", ".join(hint)
    elif isinstance(param, TyperArgument):
        name = metavar(param)
    else:
        name = max(param.opts, key=len) if param else ""
    name = name.strip("'\"“”")
    kind = "tùy chọn" if name.startswith("-") else "tham số"
    return f"{kind} “{name}”" if name else ""


def _command_names(ctx: Context) -> list[str]:
    group = ctx.command
    return [n for n, c in group.commands.items() if not c.hidden] if isinstance(group, TyperGroup) else []


def _option_names(ctx: Context) -> list[str]:
    params = [p for p in ctx.command.get_params(ctx) if isinstance(p, TyperOption) and not p.hidden]
    return [name for param in params for name in param.opts + param.secondary_opts]
