"""kehoach schema: JSON Schema for editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kehoach_cli.checks.json_schema import FILES
from kehoach_cli.cli.options import Force
from kehoach_cli.cli.values import quoted

EXAMPLES = """Ví dụ:
kehoach schema plan
kehoach schema -o .kehoach"""


def schema(
    *,
    name: Annotated[
        Literal["agencies", "office", "plan", "report", "summary", "calendar", "issued", "urgent", "closed"]
        | None,
        typer.Argument(
            metavar="TỆP",
            help="Loại tệp: agencies, office, plan, report, summary, calendar, issued, urgent, closed.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="THƯ_MỤC",
            file_okay=False,
            help=f"Ghi mẫu vào thư mục này; không ghi TỆP thì ghi cả {len(FILES)} mẫu.",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
) -> None:
    """In mẫu dữ liệu (JSON Schema) để trình soạn thảo gợi ý khóa và báo lỗi khi gõ.

    Trong VS Code, cài tiện ích YAML rồi khai mẫu ở mục yaml.schemas (xem README).
    """
    from kehoach_cli.checks.json_schema import json_schema
    from kehoach_cli.render.machine import json_text

    if output is not None:
        texts = {f"{n}.schema.json": json_text(json_schema(n)) for n in ([name] if name else FILES)}
        _write_all(output, texts, force=force)
        sys.stderr.write(f"Đã ghi {len(texts)} mẫu dữ liệu vào {quoted(str(output))}.\n")
    elif name is None:
        raise typer.BadParameter(
            f"chọn một loại tệp ({', '.join(FILES)}), hoặc thêm -o THƯ_MỤC để ghi cả {len(FILES)} mẫu."
        )
    else:
        sys.stdout.write(json_text(json_schema(name)))


def _write_all(directory: Path, texts: dict[str, str], *, force: bool) -> None:
    """All of the files or, where one is there with other content and is to be kept, none."""
    from kehoach_cli.cli.answering import Overwriting, write_all
    from kehoach_cli.store.writing import refusal_of

    try:
        directory.mkdir(parents=True, exist_ok=True)
        same = {n for n, text in texts.items() if _is_written(directory / n, text)}
    except OSError as error:
        raise typer.BadParameter(
            f"không ghi được vào {quoted(str(directory))}: {refusal_of(error)}. Không có tệp nào bị thay đổi."
        ) from None
    kept = [n for n in texts if n not in same and (directory / n).exists()]
    if kept and not force:
        raise typer.BadParameter(
            f"trong {quoted(str(directory))} đã có {', '.join(kept)}; thêm --force để ghi đè. "
            "Không có tệp nào bị thay đổi."
        )
    write_all(directory, {n: text for n, text in texts.items() if n not in same}, Overwriting(force))


def _is_written(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
