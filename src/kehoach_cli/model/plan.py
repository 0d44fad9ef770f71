"""Records of plan.yaml: the document, its tasks, the clauses of its organisation, its report deadlines."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from datetime import date, timedelta
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kehoach_cli.model.scalars import Count, Day, Number, PeriodId, Record, Ref, Slug, Text, Texts, Year


class Basis(Record):
    """Một văn bản làm căn cứ của kế hoạch."""

    as_printed: Text = Field(description="Đúng như in trong kế hoạch, kể cả chỗ in nhầm.")
    cite: Text | None = Field(
        None, description="Cách viện dẫn trong báo cáo, sau khi đã kiểm tra số, ký hiệu."
    )


class PlanSignature(Record):
    """Phần ký của kế hoạch."""

    lines: Texts = Field(description="Các dòng quyền hạn, chức vụ như in.")
    name: Text | None = Field(None, description="Họ tên người ký.")


class Document(Record):
    """Thông tin của văn bản kế hoạch."""

    number: Text = Field(description="Số, ký hiệu, ví dụ 61/KH-UBND.")
    issued: Day = Field(description="Ngày ban hành.")
    year: Year = Field(description="Năm của kế hoạch: «trong năm» là năm này.")
    issuer: Text = Field(description="Cơ quan ban hành.")
    place: Text | None = Field(None, description="Địa danh ghi trên kế hoạch.")
    title: Text = Field(description="Trích yếu của kế hoạch.")
    subject: Text | None = Field(None, description="Tên công tác dùng trong tiêu đề báo cáo.")
    scope: Text | None = Field(
        None, description="Phạm vi dùng trong tiêu đề báo cáo, ví dụ trên địa bàn huyện."
    )
    basis: tuple[Basis, ...] = Field((), description="Các văn bản làm căn cứ.")
    proposal: Text | None = Field(None, description="Phần «theo đề nghị của …» như in.")
    recipients: Texts = Field((), description="Nơi nhận, mỗi dòng một nơi như in.")
    signature: PlanSignature | None = Field(None, description="Phần ký của kế hoạch.")


class Task(Record):
    """Một nhiệm vụ của kế hoạch."""

    ref: Ref = Field(description="Mục, khoản như người ta viện dẫn, ví dụ II.5.")
    short: Text | None = Field(None, description="Tên ngắn do Văn phòng đặt, dùng trong bảng và tiêu đề.")
    text: Text = Field(description="Nội dung nhiệm vụ, đúng từng chữ như văn bản.")
    lead: Texts = Field((), description="Cơ quan chủ trì, mỗi dòng một tên như in.")
    optional: Texts = Field((), description="Cơ quan chủ trì chỉ tính khi có («nếu có»).")
    coordinating: Texts = Field((), description="Cơ quan phối hợp, mỗi dòng một tên như in.")
    timing: Text | None = Field(None, description="Thời gian thực hiện, đúng lời văn bản.")


class Exempt(Record):
    """Một cơ quan không phải báo cáo kỳ này."""

    agency: Text = Field(description="Tên cơ quan.")
    reason: Text = Field(description="Lý do.")


class Extension(Record):
    """Một cơ quan được gia hạn."""

    agency: Text = Field(description="Tên cơ quan.")
    until: Day = Field(description="Được gửi đến hết ngày.")
    basis: Text = Field(description="Căn cứ: ai đồng ý, văn bản nào.")


class SendUp(Record):
    """Báo cáo tổng hợp gửi cấp trên."""

    to: Text = Field(description="Nơi nhận báo cáo tổng hợp (Kính gửi).")
    by: Day | None = Field(None, description="Hạn của chính cơ quan ta, nếu biết.")


class Deadline(Record):
    """Một hạn báo cáo."""

    period: PeriodId = Field(description="Kỳ báo cáo: 6thang, nam, 9thang, quy1 … quy4, thang01 … thang12.")
    label: Text | None = Field(None, description="Tên kỳ, ví dụ 6 tháng đầu năm 2025.")
    before: Day | None = Field(None, description="«Trước ngày» này: ngày cuối đúng hạn là ngày liền trước.")
    by: Day | None = Field(None, description="«Chậm nhất ngày» này: ngày cuối đúng hạn là chính ngày đó.")
    reporters: Texts = Field((), description="Cơ quan, nhóm phải báo cáo.")
    reporters_basis: Text | None = Field(
        None, description="Căn cứ của danh sách phải báo cáo, khi kế hoạch không nêu tên."
    )
    exempt: tuple[Exempt, ...] = Field((), description="Cơ quan không phải báo cáo kỳ này.")
    extended: tuple[Extension, ...] = Field((), description="Cơ quan được gia hạn.")
    cutoff: Day | None = Field(None, description="Số liệu thực hiện tính đến hết ngày (chốt số liệu).")
    estimate_until: Day | None = Field(None, description="Số ước thực hiện tính đến ngày.")
    receiver: Text | None = Field(None, description="Cơ quan nhận báo cáo.")
    send_up: SendUp | None = Field(None, description="Báo cáo tổng hợp gửi cấp trên.")
    source: Text | None = Field(None, description="Mục của kế hoạch quy định hạn này.")

    @model_validator(mode="after")
    def _one_limit(self) -> "Deadline":
        if (self.before is None) == (self.by is None):
            raise PydanticCustomError("one_limit", "before or by")
        return self

    @property
    def limit(self) -> date:
        """The day that the plan prints, whichever way it limits."""
        limit = self.before or self.by
        assert limit is not None
        return limit

    @property
    def last_day(self) -> date:
        """The last day on time: «trước ngày D» ends on the day before D, «chậm nhất ngày D» on D."""
        return self.before - timedelta(days=1) if self.before else self.limit


class Indicator(Record):
    """Một chỉ tiêu số liệu."""

    id: Slug = Field(description="Mã dùng trong tệp và biểu mẫu, ví dụ tre-em-duoi-16.")
    code: Text | None = Field(None, description="Mã chỉ tiêu trong văn bản quy định, nếu có.")
    name: Text = Field(description="Tên chỉ tiêu.")
    unit: Text = Field(description="Đơn vị tính.")
    kind: Literal["count", "rate", "amount"] = Field(
        description="count số đếm, rate tỷ lệ, amount đại lượng đo được."
    )
    total: Literal["sum", "weighted", "latest", "none"] = Field(
        description="Cách tính chung: sum cộng; weighted bình quân theo weight; latest số mới nhất; "
        "none không tính."
    )
    weight: Slug | None = Field(None, description="Với weighted: mã chỉ tiêu làm quyền số.")
    givers: Texts = Field(description="Cơ quan hoặc nhóm cung cấp số liệu này.")
    compare: Texts = Field(
        (), description="Cơ quan hoặc nhóm cũng có số liệu này: chỉ để đối chiếu, không bao giờ cộng thêm."
    )
    target: Number | None = Field(None, description="Chỉ tiêu kế hoạch năm.")
    source: Text | None = Field(None, description="Văn bản quy định chỉ tiêu.")


class Plan(Record):
    """Tệp plan.yaml: một kế hoạch."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    version: Count = Field(description="Phiên bản của kế hoạch; tăng khi phân công thay đổi.")
    document: Document = Field(description="Thông tin văn bản.")
    tasks: tuple[Task, ...] = Field(description="Các nhiệm vụ.")
    organisation: tuple[Task, ...] = Field(
        (), description="Tổ chức thực hiện: cơ quan được nêu là người thực hiện."
    )
    deadlines: tuple[Deadline, ...] = Field((), description="Các hạn báo cáo.")
    indicators: tuple[Indicator, ...] = Field((), description="Các chỉ tiêu số liệu của báo cáo.")

    def deadline(self, period: str) -> Deadline | None:
        return next((d for d in self.deadlines if d.period == period), None)
