"""kehoach answer: how a difficulty reported outside the calendar was answered."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated, Literal

import typer

from kehoach_cli.cli.candidates import open_difficulties
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, Directory, PlanId
from kehoach_cli.cli.values import Day

EXAMPLES = """Ví dụ:
kehoach answer ttyt --state reported --by "Chánh Văn phòng" --date 13/5/2025
kehoach answer 2025-05-12-trung-tam-y-te --state directed --document "Công văn số 215/UBND-TH"
kehoach answer 2025-05-12-trung-tam-y-te --state settled --text "Đã bố trí kinh phí" """


def _text(name: str, metavar: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=text, show_default=False)
    return option


Which = Annotated[
    str,
    typer.Argument(
        metavar="MÃ",
        click_type=Completed("MÃ", open_difficulties),
        help="Mã của khó khăn, vướng mắc (xem kehoach status --open), tệp của nó, hoặc tên cơ quan.",
        show_default=False,
    ),
]
State = Annotated[
    Literal["reported", "directed", "forwarded", "settled"],
    typer.Option(
        "--state",
        help="reported: đã báo cáo lãnh đạo; directed: đã có ý kiến chỉ đạo; "
        "forwarded: đã kiến nghị cấp trên; settled: đã giải quyết.",
        show_default=False,
    ),
]
On = Annotated[
    date | None,
    typer.Option(
        "--date", click_type=Day(), help="Ngày xử lý; nếu không ghi là ngày đang xét.", show_default=False
    ),
]
By = Annotated[str | None, _text("--by", "AI", "Ai xử lý, cho ý kiến.")]
Text = Annotated[str | None, _text("--text", "NỘI_DUNG", "Nội dung trả lời, chỉ đạo.")]
Document = Annotated[str | None, _text("--document", "VĂN_BẢN", "Văn bản trả lời, ví dụ “Công văn số …”.")]


def answer(
    which: Which,
    *,
    state: State,
    on: On = None,
    by: By = None,
    text: Text = None,
    document: Document = None,
    plan: PlanId = None,
    as_of: AsOf = None,
    directory: Directory = None,
) -> None:
    """Ghi việc xử lý, trả lời một khó khăn, vướng mắc mà cơ quan đã báo cáo đột xuất.

    Mỗi lần xử lý thêm một mục vào tệp, các mục trước được giữ lại; sửa tệp bằng tay cũng được.
    """
    from kehoach_cli.cli.opening import open_workspace
    from kehoach_cli.cli.urgent import Step, record_answer

    step = Step(state, on, by, text, document)
    sys.stdout.write(record_answer(open_workspace(directory, as_of, plan), which, step))
