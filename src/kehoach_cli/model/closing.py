"""Records of a closing: which reports the figures of a period rest on, and when it was opened again."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import Literal

from pydantic import Field

from kehoach_cli.model.scalars import Count, Day, PeriodId, Record, Text


class Copy(Record):
    """Một tệp đã chốt."""

    file: Text = Field(description="Tên tệp; bản sao cùng tên nằm cạnh, trong bao-cao hoặc dot-xuat.")
    hash: Text = Field(description="Mã băm nội dung tệp lúc chốt (BLAKE2b 128 bit).")


class ClosedCounts(Record):
    """Số báo cáo của các cơ quan lúc chốt."""

    expected: Count = Field(description="Phải báo cáo.")
    received: Count = Field(description="Đã gửi: đúng hạn cộng trễ.")
    on_time: Count = Field(description="Đã gửi đúng hạn.")
    late: Count = Field(description="Đã gửi trễ.")


class Reopened(Record):
    """Mở lại kỳ báo cáo."""

    date: Day = Field(description="Ngày mở lại.")
    reason: Text = Field(description="Lý do.")


class Closed(Record):
    """Tệp _chot/<ngày>/chot.yaml: chốt số liệu một kỳ, do lệnh kehoach close ghi."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    period: PeriodId = Field(description="Kỳ báo cáo.")
    date: Day = Field(description="Chốt tính đến ngày này.")
    version: Count = Field(description="Phiên bản của kế hoạch lúc chốt.")
    counts: ClosedCounts = Field(description="Số báo cáo lúc chốt: phải gửi, đã gửi, đúng hạn, trễ.")
    reports: tuple[Copy, ...] = Field((), description="Các báo cáo đã chốt.")
    urgent: tuple[Copy, ...] = Field((), description="Các khó khăn báo cáo đột xuất đã chốt.")
    reopened: Reopened | None = Field(None, description="Mở lại kỳ báo cáo: ngày và lý do.")
