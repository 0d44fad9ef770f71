"""kehoach init: a new workspace."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.values import quoted

EXAMPLES = """Ví dụ:
kehoach init cong-tac-tre-em-2026"""


def init(
    directory: Annotated[
        Path,
        typer.Argument(metavar="THƯ_MỤC", file_okay=False, help="Thư mục làm việc mới.", show_default=False),
    ],
) -> None:
    """Tạo thư mục làm việc mới với các tệp mẫu có chú thích, sẵn sàng để sửa thành kế hoạch của cơ quan."""
    from kehoach_cli.store.packaged import starter_files
    from kehoach_cli.store.writing import make_directory, refusal_of

    try:
        make_directory(directory / "plan", starter_files())
    except FileExistsError:
        raise typer.BadParameter(
            f"{quoted(str(directory))} đã có thư mục plan; chọn thư mục khác. Không có tệp nào bị thay đổi."
        ) from None
    except OSError as error:
        raise typer.BadParameter(f"không tạo được {quoted(str(directory))}: {refusal_of(error)}.") from None
    shown = quoted(str(directory))[1:-1]
    shown = f'"{shown}"' if " " in shown else shown
    sys.stderr.write(
        f"Đã tạo {quoted(str(directory / 'plan'))}. Bước tiếp theo: sửa các tệp trong đó, "
        f"rồi chạy: kehoach check -C {shown}\n"
    )
