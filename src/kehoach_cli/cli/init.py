"""kehoach init: a new workspace."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.candidates import plans
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory
from kehoach_cli.cli.values import quoted

EXAMPLES = """Ví dụ:
kehoach init cong-tac-tre-em-2026
kehoach init --demo dung-thu
kehoach init --from 61-kh-ubnd-2025 --year 2026 --dry-run
kehoach init --from 61-kh-ubnd-2025 --year 2026"""

Demo = Annotated[
    bool,
    typer.Option(
        "--demo",
        help="Thư mục để dùng thử: Kế hoạch số 61/KH-UBND với báo cáo đặt ra cho cả hai kỳ; "
        "mọi văn bản in từ đó đều ghi “SỐ LIỆU MINH HỌA”.",
        show_default=False,
    ),
]

From = Annotated[
    str | None,
    typer.Option(
        "--from",
        click_type=Completed("MÃ", plans),
        help="Kế hoạch đang có để chuyển sang năm sau: thêm một kế hoạch vào thư mục làm việc đang có, "
        "tệp cũ giữ nguyên.",
        show_default=False,
    ),
]
Year = Annotated[
    int | None,
    typer.Option("--year", help="Với --from: năm mới; nếu không ghi là năm liền sau.", show_default=False),
]
Id = Annotated[
    str | None,
    typer.Option(
        "--id",
        metavar="MÃ",
        help="Với --from: tên thư mục của kế hoạch mới; nếu không ghi thì lấy ký hiệu của kế hoạch cũ "
        "và năm mới, ví dụ kh-ubnd-2026.",
        show_default=False,
    ),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", help="Với --from: chỉ cho biết sẽ chuyển thế nào, không ghi tệp.", show_default=False
    ),
]


def init(
    *,
    directory: Annotated[
        Path | None,
        typer.Argument(metavar="THƯ_MỤC", file_okay=False, help="Thư mục làm việc mới.", show_default=False),
    ] = None,
    demo: Demo = False,
    from_: From = None,
    year: Year = None,
    id_: Id = None,
    dry_run: DryRun = False,
    as_of: AsOf = None,
    workspace: Directory = None,
) -> None:
    """Tạo thư mục làm việc mới với các tệp mẫu có chú thích, sẵn sàng để sửa thành kế hoạch của cơ quan.

    Với --from: chuyển một kế hoạch đang có sang năm sau. Ngày, năm được đổi; cơ quan đã kết thúc hoạt động
    thay bằng cơ quan kế thừa; mọi chỗ cần người quyết định được kể ra và đánh dấu “CẦN QUYẾT ĐỊNH” trong tệp.
    """
    beside = (("--year", year), ("--id", id_), ("--dry-run", dry_run or None))
    if from_ is not None:
        from kehoach_cli.cli.rolling import Asked, roll

        if directory is not None or demo:
            other = "--demo" if demo else "THƯ_MỤC"
            raise typer.BadParameter(
                f"--from thêm kế hoạch vào thư mục làm việc đang có, không dùng cùng {other}."
            )
        roll(workspace, as_of, Asked(from_, year, id_, dry_run))
        return
    if lone := ", ".join(name for name, value in beside if value is not None):
        raise typer.BadParameter(f"{lone} chỉ dùng cùng --from.")
    if directory is None:
        raise typer.BadParameter("thiếu tham số “THƯ_MỤC”.")
    _new(directory, demo=demo)


def _new(directory: Path, *, demo: bool) -> None:
    """A workspace where none was."""
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
