"""Records of a difficulty beyond an agency's authority, reported at once and answered step by step."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import Literal

from pydantic import Field

from kehoach_cli.model.report import PERSONAL_DATA, PersonalData
from kehoach_cli.model.scalars import Day, Record, Ref, Text

AnswerState = Literal[
    "đã báo cáo lãnh đạo",
    "đã có ý kiến chỉ đạo",
    "đã kiến nghị cấp trên",
    "đã giải quyết",
]


class Answer(Record):
    """Một bước xử lý, trả lời."""

    date: Day = Field(description="Ngày xử lý, trả lời.")
    state: AnswerState = Field(description="Tình trạng từ ngày này.")
    by: Text | None = Field(None, description="Ai xử lý, cho ý kiến.")
    text: Text | None = Field(None, description="Nội dung trả lời, chỉ đạo.")
    document: Text | None = Field(None, description="Văn bản trả lời, ví dụ Công văn số 215/UBND-TH.")


class Urgent(Record):
    """Tệp trong reports/dot-xuat/: một khó khăn, vướng mắc vượt thẩm quyền báo cáo đột xuất."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    agency: Text = Field(description="Cơ quan báo cáo.")
    number: Text | None = Field(None, description="Số, ký hiệu văn bản như bên gửi ghi.")
    dated: Day | None = Field(None, description="Ngày ghi trên văn bản.")
    received: Day = Field(description="Ngày đến Văn phòng.")
    ref: Ref | None = Field(None, description="Liên quan nhiệm vụ nào (mục), ví dụ II.3.")
    text: Text = Field(description="Khó khăn, vướng mắc gì.")
    since: Day | None = Field(None, description="Phát sinh từ ngày nào.")
    asked: Text | None = Field(None, description="Đề nghị gì.")
    to: Text | None = Field(
        None, description="Đề nghị với ai: UBND huyện, Sở Y tế, UBND tỉnh, sở, ngành khác."
    )
    personal_data: PersonalData | None = Field(None, description=PERSONAL_DATA)
    answers: tuple[Answer, ...] = Field((), description="Các bước xử lý, trả lời.")
