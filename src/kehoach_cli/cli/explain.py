"""kehoach explain: one entry of the catalogue of problems, or the list of all."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.completion import Completed

EXAMPLES = """Ví dụ:
kehoach explain L201
kehoach explain"""
_WIDEST = 100  # a line of running text


def _codes(_: object) -> list[tuple[str, str]]:
    from kehoach_cli.render.catalogue import code_titles

    return code_titles()


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            click_type=Completed("MÃ", _codes),
            help="Mã lỗi hoặc cảnh báo, ví dụ L201; nếu không ghi thì kể ra mọi mã.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Giải thích một mã lỗi hoặc cảnh báo: nghĩa là gì, vì sao, sửa thế nào."""
    from kehoach_cli.cli.streams import is_terminal, terminal_width
    from kehoach_cli.cli.values import quoted
    from kehoach_cli.render.catalogue import all_codes_text, explanation, nearest_code

    width = terminal_width() if is_terminal() else None
    if code is None:
        sys.stdout.write(all_codes_text(width))
        return
    text = explanation(code, min(width or _WIDEST, _WIDEST))
    if text is None:
        raise typer.BadParameter(f"không có mã {quoted(code)}. Gần nhất: {nearest_code(code)}.")
    sys.stdout.write(text)
