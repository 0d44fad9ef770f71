"""kehoach remind: letters that ask for reports before the deadline, and urge them after it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.candidates import agencies, periods
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, At, Directory, Force, OverwriteEdited, PlanId
from kehoach_cli.cli.values import Day

EXAMPLES = """Ví dụ:
kehoach remind --period 6thang --as-of 22/4/2025
kehoach remind --period 6thang --as-of 20/5/2025 --before 23/5/2025 -o don-doc
kehoach remind -p 6thang -a "UBND các xã" --each --as-of 20/5/2025 --before 23/5/2025 -o don-doc-xa"""

Period = Annotated[
    str, typer.Option("--period", "-p", click_type=Completed("KỲ", periods), help="Kỳ báo cáo, ví dụ 6thang.")
]
Stage = Annotated[
    Literal["1", "2", "3"] | None,
    typer.Option(
        "--stage",
        help="1 yêu cầu báo cáo (trước hạn), 2 đôn đốc, 3 đôn đốc lần 2; nếu không ghi thì theo tình hình.",
        show_default=False,
    ),
]
Before = Annotated[
    date | None,
    typer.Option(
        "--before",
        click_type=Day(),
        help="Hạn mới khi đôn đốc (giai đoạn 2, 3): các cơ quan phải gửi trước ngày này.",
        show_default=False,
    ),
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="THƯ_MỤC",
        help="Ghi công văn, tin nhắn (nhan-tin.txt) và lịch (han-bao-cao.ics) vào thư mục này; "
        "nếu không ghi thì chỉ xem trước.",
        show_default=False,
    ),
]
Each = Annotated[
    bool,
    typer.Option(
        "--each", help="Mỗi cơ quan một công văn, thay cho một công văn gửi chung.", show_default=False
    ),
]
Agencies = Annotated[
    list[str] | None,
    typer.Option(
        "--agency",
        "-a",
        click_type=Completed("TÊN", agencies),
        help="Chỉ xét cơ quan, nhóm này.",
        show_default=False,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Chỉ cho biết sẽ tạo gì, không ghi tệp nào.", show_default=False)
]
NameLate = Annotated[
    bool,
    typer.Option(
        "--name-late", help="Ghi tên các cơ quan chưa gửi vào tin nhắn của nhóm.", show_default=False
    ),
]


def remind(
    *,
    period: Period,
    stage: Stage = None,
    before: Before = None,
    output: Folder = None,
    each: Each = False,
    agency: Agencies = None,
    dry_run: DryRun = False,
    name_late: NameLate = False,
    force: Force = False,
    overwrite_edited: OverwriteEdited = False,
    plan: PlanId = None,
    as_of: AsOf = None,
    at: At = None,
    directory: Directory = None,
) -> None:
    """Soạn công văn yêu cầu báo cáo, đôn đốc các cơ quan chưa gửi, kèm tin nhắn và lịch.

    Một công văn gửi chung; ai đã gửi, được gia hạn hoặc vừa được đôn đốc thì không gửi nữa.
    """
    from kehoach_cli.cli.answering import Overwriting
    from kehoach_cli.cli.opening import open_workspace
    from kehoach_cli.cli.reminding import Call, remind_agencies
    from kehoach_cli.cli.revision import tell

    over = Overwriting(force=force, edited=overwrite_edited)
    over.judge()
    call = Call(period, stage, before, tuple(agency or ()), output, each, dry_run, name_late, over)
    opened = open_workspace(directory, as_of, plan, at=at, remembered=True)
    sys.stdout.write(remind_agencies(opened, call))
    tell(opened.at, opened.as_of)
