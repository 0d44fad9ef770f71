"""kehoach import: a plan's official document becomes a plan of the workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.options import Directory
from kehoach_cli.cli.values import Day

EXAMPLES = """Ví dụ:
kehoach import "Ke hoach 61.docx" --dry-run
kehoach import "Ke hoach 61.docx"
kehoach import ke-hoach.pdf -o plan/12-kh-ubnd-2026"""

File = Annotated[
    Path,
    typer.Argument(
        metavar="TỆP",
        dir_okay=False,
        help="Văn bản kế hoạch: .docx, .md, .txt, hoặc .pdf có chữ (không phải ảnh chụp).",
        show_default=False,
    ),
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="plan/MÃ",
        help="Thư mục của kế hoạch mới. Nếu không ghi thì đặt theo số, ký hiệu và năm, ví dụ "
        "plan/61-kh-ubnd-2025; văn bản không có số thì theo tên tệp. Thư mục đã có được giữ nguyên.",
        show_default=False,
    ),
]
Issued = Annotated[
    date | None,
    typer.Option(
        "--issued",
        click_type=Day(),
        help="Ngày ban hành, khi văn bản không ghi ngày.",
        show_default=False,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Chỉ đọc và báo kết quả, không ghi tệp nào.", show_default=False)
]
Format = Annotated[
    Literal["text", "json"],
    typer.Option("--format", "-f", help="Dạng kết quả; với json thì không ghi tệp nào."),
]


def import_plan(
    *,
    file: File,
    output: Folder = None,
    issued: Issued = None,
    dry_run: DryRun = False,
    format_: Format = "text",
    directory: Directory = None,
) -> None:
    """Lập plan.yaml từ văn bản kế hoạch (Word, PDF có chữ, văn bản thường).

    Ghi plan.yaml và source.md (đúng từng chữ) vào thư mục mới, thêm cơ quan và nhóm mới vào agencies.yaml,
    không sửa dòng nào đang có. Mỗi điều lấy được đều ghi chỗ trong văn bản; điều chưa hiểu được kể đủ lời.
    """
    from kehoach_cli.cli.importing import Call, import_file

    if not import_file(Call(file, output, issued, dry_run, format_ == "json", directory)):
        raise typer.Exit(1)
