"""Records of a document that went out: a letter to agencies, or the consolidated report."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import Literal

from pydantic import Field

from kehoach_cli.model.scalars import Day, PeriodId, Record, Text, Texts


class Issued(Record):
    """Tệp trong issued/: một văn bản đã phát hành, với số và ngày do văn thư cấp."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    document: Literal["cong-van", "bao-cao"] = Field(
        description="Loại văn bản: cong-van (yêu cầu báo cáo, đôn đốc) hoặc bao-cao (báo cáo tổng hợp)."
    )
    period: PeriodId = Field(description="Kỳ báo cáo.")
    number: Text = Field(description="Số, ký hiệu do văn thư cấp, ví dụ 312/UBND-TH.")
    dated: Day = Field(description="Ngày ban hành.")
    stage: Literal["1", "2", "3"] | None = Field(
        None, description="Công văn: 1 yêu cầu báo cáo, 2 đôn đốc, 3 đôn đốc lần 2."
    )
    before: Day | None = Field(
        None, description="Công văn đôn đốc: hạn mới, cơ quan phải gửi trước ngày này."
    )
    agencies: Texts = Field((), description="Công văn: các cơ quan nhận, tên như trong agencies.yaml.")
