"""Records of calendar.yaml: the days on which this office rests or works other than the law says."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import Literal

from pydantic import Field

from kehoach_cli.model.scalars import Day, Record, Text


class SpecialDay(Record):
    """Một ngày nghỉ hoặc ngày làm việc riêng."""

    date: Day = Field(description="Ngày.")
    name: Text | None = Field(None, description="Lý do, ví dụ Nghỉ hoán đổi dịp 30/4.")
    basis: Text | None = Field(None, description="Văn bản làm căn cứ.")


class CalendarFile(Record):
    """Tệp calendar.yaml: ngày nghỉ, ngày làm bù của cơ quan, ngoài ngày nghỉ theo luật."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    off: tuple[SpecialDay, ...] = Field((), description="Ngày nghỉ thêm (nghỉ bù, nghỉ hoán đổi).")
    working: tuple[SpecialDay, ...] = Field(
        (), description="Ngày làm việc dù là thứ Bảy, Chủ nhật hoặc ngày lễ (làm bù, hoán đổi)."
    )
