"""kehoach schema: JSON Schema for editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

EXAMPLES = """Ví dụ:
kehoach schema plan
kehoach schema -o .kehoach"""


def schema(
    name: Annotated[
        Literal["agencies", "office", "plan", "report", "summary"] | None,
        typer.Argument(
            metavar="TỆP", help="Loại tệp: agencies, office, plan, report, summary.", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="THƯ_MỤC",
            file_okay=False,
            help="Ghi cả năm mẫu vào thư mục này.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """In mẫu dữ liệu (JSON Schema) để trình soạn thảo gợi ý khóa và báo lỗi khi gõ.

    Trong VS Code, cài tiện ích YAML rồi khai mẫu ở mục yaml.schemas (xem README).
    """
    from kehoach_cli.checks.json_schema import FILES, json_schema
    from kehoach_cli.cli.answering import write_new
    from kehoach_cli.render.machine import json_text

    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        for each in [name] if name else FILES:
            write_new(output / f"{each}.schema.json", json_text(json_schema(each)), force=True)
        sys.stderr.write(f"Đã ghi mẫu dữ liệu vào {output}.\n")
    elif name is None:
        raise typer.BadParameter(
            f"chọn một loại tệp ({', '.join(FILES)}), hoặc thêm -o THƯ_MỤC để ghi cả năm."
        )
    else:
        sys.stdout.write(json_text(json_schema(name)))
