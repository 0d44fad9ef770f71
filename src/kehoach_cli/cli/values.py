"""What an option takes: typer's own types made to speak Vietnamese, and days."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from typer._click import types
from typer._click.exceptions import BadParameter
from typer._types import TyperChoice
from typer.models import TyperPath

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from typer._click.core import Context, Parameter
    from typer._click.shell_completion import CompletionItem

ANY = "GIÁ_TRỊ"
_METAVARS: tuple[tuple[type[types.ParamType], str], ...] = (
    (types.IntParamType, "SỐ"),
    (types.FloatParamType, "SỐ"),
    (types.DateTime, "NGÀY"),
    (types.File, "TỆP"),
    (types.UUIDParameterType, "MÃ"),
)


class Spoken(types.ParamType):
    """One of typer's types with its refusals, its place in help and its completion in Vietnamese."""

    def __init__(self, inner: types.ParamType) -> None:
        self.inner = inner
        self.name = metavar_of(inner)

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Any:  # noqa: ANN401
        try:
            if isinstance(self.inner, types.FuncParamType):
                return self.inner.func(value)  # a BadParameter from the app's parser goes through
            return self.inner.convert(value, param, ctx)
        except ValueError:
            pass
        except BadParameter:
            if isinstance(self.inner, types.FuncParamType):
                raise
        raise BadParameter(refusal(self.inner, value), ctx, param)

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        return self.inner.split_envvar_value(rv)

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
        from typer._click.shell_completion import CompletionItem

        if isinstance(self.inner, TyperPath):
            kind = "file" if self.inner.file_okay else "dir"
            return [CompletionItem(incomplete, type=kind)]
        if isinstance(self.inner, TyperChoice):
            from kehoach_cli.cli.completion import matching

            return [CompletionItem(c) for c, _ in matching(((c, "") for c in allowed(self)), incomplete)]
        return self.inner.shell_complete(ctx, param, incomplete)


class Day(types.ParamType):
    """A day as people type it, 2025-05-14 or 14/5/2025 → `datetime.date`."""

    name = "NGÀY"

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> Any:  # noqa: ANN401
        from kehoach_cli.model.days import DayError, parse_day

        if not isinstance(value, str):
            return value  # a default that is a day already
        try:
            return parse_day(value.strip())
        except DayError as error:
            raise BadParameter(_day_refusal(error.kind, value, error.nearest), ctx, param) from None


def spoken(kind: types.ParamType) -> types.ParamType:
    """A type of typer's wrapped; the app's own types speak for themselves."""
    return Spoken(kind) if type(kind).__module__.startswith("typer.") else kind


def allowed(kind: types.ParamType) -> list[str]:
    """The values of a choice, as they are typed; nothing for any other type."""
    if isinstance(kind, Spoken) and isinstance(kind.inner, TyperChoice):
        return [kind.inner.normalize_choice(c, None) for c in kind.inner.choices]
    return []


def metavar_of(kind: types.ParamType) -> str:
    """The word for a value in help when the app gives none; never typer's English type name."""
    if isinstance(kind, TyperChoice):
        return "|".join(kind.normalize_choice(c, None) for c in kind.choices)
    if isinstance(kind, TyperPath):
        return "TỆP" if not kind.dir_okay else "ĐƯỜNG_DẪN" if kind.file_okay else "THƯ_MỤC"
    if type(kind).__module__.startswith("typer."):
        return next((word for cls, word in _METAVARS if isinstance(kind, cls)), ANY)
    return kind.name if kind.name.isupper() else ANY


def refusal(kind: types.ParamType, value: object) -> str:
    """Why a value was refused by one of typer's types: what is wrong with it, then what may stand there."""
    text = quoted(str(value))
    if isinstance(kind, TyperChoice):
        return _choice_refusal(str(value), [kind.normalize_choice(c, None) for c in kind.choices])
    if isinstance(kind, TyperPath):
        return _path_refusal(kind, str(value))
    if isinstance(kind, (types.IntParamType, types.FloatParamType)):
        return f"{text} không phải là {_number_words(kind)}."
    if isinstance(kind, types.DateTime):
        return f"{text} không phải là một ngày có trong lịch."
    return (
        f"không mở được tệp {text}." if isinstance(kind, types.File) else f"không dùng được giá trị {text}."
    )


def range_words(least: float | None, most: float | None) -> str:
    """The bounds of a number in words; at least one is given."""
    if least is None:
        return f"không quá {most}"
    return f"từ {least} trở lên" if most is None else f"từ {least} đến {most}"


def quoted(text: str) -> str:
    """What a person wrote, in “ ”: NFC, control signs made visible, and cut when very long."""
    from unicodedata import normalize

    seen = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in normalize("NFC", text)
    )
    return f"“{seen if len(seen) <= 120 else seen[:119] + '…'}”"  # noqa: PLR2004


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word most like the one typed; None when none is near.

    Case, diacritics and the dashes before an option do not count.
    """
    from difflib import get_close_matches

    from kehoach_cli.model.folding import fold

    by_core = {fold(k): k for k in known}
    found = get_close_matches(fold(word), by_core, n=1)
    return by_core[found[0]] if found else None


def _number_words(kind: types.ParamType) -> str:
    word = "số nguyên" if isinstance(kind, types.IntParamType) else "số"
    if isinstance(kind, types._NumberRangeBase) and (kind.min is not None or kind.max is not None):  # noqa: SLF001
        return f"{word} {range_words(kind.min, kind.max)}"
    return word


def _choice_refusal(value: str, choices: Sequence[str]) -> str:
    near = nearest(value, choices)
    hint = f" Gần nhất: “{near}”." if near else ""
    return f"không có giá trị {quoted(value)}; các giá trị: {', '.join(choices)}.{hint}"


def _path_refusal(kind: TyperPath, path: str) -> str:
    """Which of the path's conditions fails, in the order typer tests them."""
    text = quoted(path)
    if not os.path.lexists(path):
        return f"không có {'thư mục' if not kind.file_okay else 'tệp'} {text}."
    if not kind.file_okay and not os.path.isdir(path):  # noqa: PTH112
        return f"{text} là tệp, ở đây cần một thư mục."
    if not kind.dir_okay and os.path.isdir(path):  # noqa: PTH112
        return f"{text} là thư mục, ở đây cần một tệp."
    if kind.readable and not os.access(path, os.R_OK):
        return f"không đọc được {text}: không có quyền đọc."
    return f"không ghi được vào {text}: không có quyền ghi."


def _day_refusal(kind: str, value: str, last: date | None) -> str:
    text = quoted(value)
    if kind == "year":
        return f"ngày {text} chưa rõ năm; viết đủ như 14/5/2025."
    if kind == "calendar":
        why = f" (tháng {last:%m/%Y} chỉ có {last.day} ngày)" if last else ""
        return f"ngày {text} không có trong lịch{why}."
    return f"{text} không phải là ngày; viết như 2025-05-14 hoặc 14/5/2025."
