"""kehoach report: the consolidated report."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.candidates import periods
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, At, Directory, Force, Output, OverwriteEdited, PlanId

EXAMPLES = """Ví dụ:
kehoach report --period 6thang
kehoach report --period 6thang -o bao-cao.docx
kehoach report --period 6thang -o bao-cao.pdf
kehoach report --period 6thang --cover -o phieu-trinh.docx
kehoach report --period 6thang --working -o bang-tong-hop.html
kehoach report --period 6thang --trace -o du-thao-co-nguon.html"""

Period = Annotated[
    str, typer.Option("--period", "-p", click_type=Completed("KỲ", periods), help="Kỳ báo cáo, ví dụ 6thang.")
]
Working = Annotated[
    bool,
    typer.Option(
        "--working",
        help="Bảng tổng hợp nội bộ: đủ lời của mọi cơ quan, kèm nguồn và nơi chưa báo cáo.",
        show_default=False,
    ),
]
Final = Annotated[
    bool,
    typer.Option("--final", help="Bản trình ký: từ chối khi còn ghi chú chưa xử lý.", show_default=False),
]
WithStatus = Annotated[
    bool,
    typer.Option("--with-status", help="Thêm phụ lục tình hình gửi báo cáo.", show_default=False),
]
Format = Annotated[
    Literal["md", "html", "docx", "pdf"] | None,
    typer.Option(
        "--format", "-f", help="Dạng kết quả; nếu không ghi thì theo đuôi tệp, hoặc md.", show_default=False
    ),
]
ENDINGS = {".md": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
_FILES = {"docx": "Word", "pdf": "PDF"}  # no terminal shows them
Cover = Annotated[
    bool,
    typer.Option(
        "--cover", help="Phiếu trình kèm dự thảo (Word): những gì dự thảo còn để ngỏ.", show_default=False
    ),
]
Trace = Annotated[
    bool,
    typer.Option(
        "--trace",
        help="Thêm phụ lục Nguồn thông tin: mỗi câu, mỗi số lấy từ báo cáo nào, tệp nào, dòng nào.",
        show_default=False,
    ),
]


def report(
    period: Period,
    working: Working = False,
    final: Final = False,
    with_status: WithStatus = False,
    cover: Cover = False,
    trace: Trace = False,
    plan: PlanId = None,
    as_of: AsOf = None,
    at: At = None,
    format_: Format = None,
    output: Output = None,
    force: Force = False,
    overwrite_edited: OverwriteEdited = False,
    directory: Directory = None,
) -> None:
    """Tổng hợp báo cáo của các cơ quan thành một báo cáo: dự thảo trình ký, hoặc bảng tổng hợp nội bộ.

    Chỗ nào còn phải xử lý trước khi trình ký được ghi bằng “[Ghi chú: …]”.
    """
    from kehoach_cli.cli.answering import Overwriting, ending, give
    from kehoach_cli.cli.closing import as_of_closing, later_told
    from kehoach_cli.cli.demonstrating import named
    from kehoach_cli.cli.opening import open_workspace, pick_deadline
    from kehoach_cli.cli.reporting import Kind, told, write_report
    from kehoach_cli.cli.revision import tell

    chosen = format_ or (ending(output, ENDINGS) if output else "md")
    if chosen in _FILES and output is None:
        raise typer.BadParameter(f"tệp {_FILES[chosen]} phải ghi vào tệp; thêm -o TỆP.{chosen}.")
    over = Overwriting(force, overwrite_edited)
    over.judge()
    opened = open_workspace(directory, as_of, plan, at=at, remembered=True)
    folder, deadline = pick_deadline(opened.workspace, period)
    later = later_told(opened, folder, period)
    if as_of is None:
        opened = as_of_closing(opened, folder, period)
    kind = Kind(chosen, working=working, final=final, with_status=with_status, cover=cover, trace=trace)
    made = write_report(opened, folder, deadline, kind)
    output = named(opened, output) if output else None
    give(made.content, output, over=over, announce=False)
    sys.stderr.write(told(made, output) + later)
    tell(opened.at, opened.as_of)
