"""kehoach issued: record the number and the day that the registry gave a document."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.candidates import senders
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory, PeriodName, PlanId
from kehoach_cli.cli.values import Day

EXAMPLES = """Ví dụ:
kehoach issued cong-van.docx --number 312/UBND-TH --date 20/5/2025
kehoach issued bao-cao.docx --number 210/BC-UBND --date 28/5/2025
kehoach issued -p 6thang --stage 3 -a ttyt --before 29/5/2025 --number 330/UBND-TH --date 27/5/2025"""

File = Annotated[
    Path | None,
    typer.Argument(
        metavar="TỆP",
        dir_okay=False,
        exists=True,
        help="Tệp Word do kehoach tạo (đã sửa cũng được): kỳ, giai đoạn, cơ quan nhận lấy từ đó.",
        show_default=False,
    ),
]
Number = Annotated[
    str,
    typer.Option("--number", metavar="SỐ_KÝ_HIỆU", help="Số, ký hiệu do văn thư cấp.", show_default=False),
]
Dated = Annotated[
    date, typer.Option("--date", click_type=Day(), help="Ngày ban hành, ví dụ 20/5/2025.", show_default=False)
]
IsReport = Annotated[
    bool,
    typer.Option("--report", help="Văn bản là báo cáo tổng hợp (khi không có TỆP).", show_default=False),
]
Stage = Annotated[
    Literal["1", "2", "3"] | None,
    typer.Option(
        "--stage",
        help="Công văn: 1 yêu cầu báo cáo, 2 đôn đốc, 3 đôn đốc lần 2 (khi không có TỆP).",
        show_default=False,
    ),
]
Addressees = Annotated[
    list[str] | None,
    typer.Option(
        "--agency",
        "-a",
        click_type=Completed("TÊN", senders),
        help="Cơ quan nhận công văn; mỗi cơ quan một lần --agency. Giai đoạn 1 không ghi là mọi cơ quan.",
        show_default=False,
    ),
]
Before = Annotated[
    date | None,
    typer.Option(
        "--before",
        click_type=Day(),
        help="Hạn mới trong công văn: phải gửi trước ngày này.",
        show_default=False,
    ),
]


def issued(
    *,
    file: File = None,
    number: Number,
    dated: Dated,
    period: PeriodName = None,
    report: IsReport = False,
    stage: Stage = None,
    agency: Addressees = None,
    before: Before = None,
    plan: PlanId = None,
    as_of: AsOf = None,
    directory: Directory = None,
) -> None:
    """Ghi nhận số, ngày của công văn hoặc báo cáo tổng hợp sau khi văn thư phát hành.

    Lần đôn đốc sau biết ai đã được nhắc; báo cáo tổng hợp in số và ngày đã ghi.
    """
    from kehoach_cli.cli.opening import open_workspace
    from kehoach_cli.cli.recording import Said, record_issued

    said = Said(
        file=file,
        number=number,
        dated=dated,
        period=period,
        report=report,
        stage=stage,
        agencies=tuple(agency or ()),
        before=before,
        plan=plan,
    )
    sys.stdout.write(record_issued(open_workspace(directory, as_of, plan), said))
