"""kehoach init: a new workspace."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.values import quoted

EXAMPLES = """Ví dụ:
kehoach init cong-tac-tre-em-2026
kehoach init --demo dung-thu"""

Demo = Annotated[
    bool,
    typer.Option(
        "--demo",
        help="Thư mục để dùng thử: Kế hoạch số 61/KH-UBND với báo cáo đặt ra cho cả hai kỳ; "
        "mọi văn bản in từ đó đều ghi “SỐ LIỆU MINH HỌA”.",
        show_default=False,
    ),
]


def init(
    directory: Annotated[
        Path,
        typer.Argument(metavar="THƯ_MỤC", file_okay=False, help="Thư mục làm việc mới.", show_default=False),
    ],
    demo: Demo = False,
) -> None:
    """Tạo thư mục làm việc mới với các tệp mẫu có chú thích, sẵn sàng để sửa thành kế hoạch của cơ quan."""
    from kehoach_cli.store.packaged import demo_files, starter_files
    from kehoach_cli.store.writing import make_directory, refusal_of

    try:
        make_directory(directory / "plan", demo_files() if demo else starter_files())
    except FileExistsError:
        raise typer.BadParameter(
            f"{quoted(str(directory))} đã có thư mục plan; chọn thư mục khác. Không có tệp nào bị thay đổi."
        ) from None
    except OSError as error:
        raise typer.BadParameter(f"không tạo được {quoted(str(directory))}: {refusal_of(error)}.") from None
    shown = quoted(str(directory))[1:-1]
    shown = f'"{shown}"' if " " in shown else shown
    made = f"Đã tạo {quoted(str(directory / 'plan'))}"
    if demo:
        told = f"{made} với số liệu minh họa. Bước tiếp theo: kehoach status -C {shown} --as-of 20/5/2025\n"
    else:
        told = f"{made}. Bước tiếp theo: sửa các tệp trong đó, rồi chạy: kehoach check -C {shown}\n"
    sys.stderr.write(told)
