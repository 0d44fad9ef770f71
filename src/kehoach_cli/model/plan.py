"""Records of plan.yaml: the document, its tasks, the clauses of its organisation, its report deadlines."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kehoach_cli.model.conduct import AmendableConduct, AmendmentConduct, DeadlineConduct, PlanConduct
from kehoach_cli.model.scalars import Count, Day, Flag, Number, PeriodId, Record, Ref, Slug, Text, Texts, Year


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


class Document(AmendableConduct, Record):
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


class Task(AmendableConduct, Record):
    """Một nhiệm vụ của kế hoạch."""

    ref: Ref = Field(description="Mục, khoản như người ta viện dẫn, ví dụ II.5.")
    short: Text | None = Field(None, description="Tên ngắn do Văn phòng đặt, dùng trong bảng và tiêu đề.")
    text: Text = Field(description="Nội dung nhiệm vụ, đúng từng chữ như văn bản.")
    lead: Texts = Field((), description="Cơ quan chủ trì, mỗi dòng một tên như in.")
    open: Flag = Field(False, description="true khi kế hoạch không nêu ai chủ trì nhiệm vụ này.")
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


class Deadline(AmendableConduct, DeadlineConduct, Record):
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


class AddedTask(Task):
    """Một nhiệm vụ của kế hoạch. Được bổ sung; viết như ở tasks."""

    after: Ref | None = Field(
        None, description="Đứng ngay sau mục, khoản này; nếu không ghi thì đứng cuối phần của nó."
    )


class TaskChange(Record):
    """Một nhiệm vụ của kế hoạch. Được sửa đổi: ref và những khóa thay đổi; danh sách thay cả danh sách."""

    ref: Ref = Field(description="Mục, khoản được sửa đổi, ở tasks hay ở organisation.")
    short: Text | None = Field(None, description="Tên ngắn mới.")
    text: Text | None = Field(None, description="Nội dung mới, đúng từng chữ như văn bản sửa đổi.")
    lead: Texts | None = Field(None, description="Các cơ quan chủ trì từ nay, ghi đủ.")
    optional: Texts | None = Field(None, description="Các cơ quan chủ trì «nếu có» từ nay, ghi đủ.")
    coordinating: Texts | None = Field(
        None, description="Các cơ quan phối hợp từ nay, ghi đủ; [] là không còn cơ quan nào."
    )
    timing: Text | None = Field(None, description="Thời gian thực hiện mới, đúng lời văn bản sửa đổi.")


class DeadlineChange(Record):
    """Một hạn báo cáo. Được sửa đổi: period và những khóa thay đổi."""

    period: PeriodId = Field(description="Kỳ báo cáo được sửa đổi.")
    label: Text | None = Field(None, description="Tên kỳ mới.")
    before: Day | None = Field(None, description="«Trước ngày» này từ nay; thay cho before hoặc by cũ.")
    by: Day | None = Field(None, description="«Chậm nhất ngày» này từ nay; thay cho before hoặc by cũ.")
    reporters: Texts | None = Field(None, description="Cơ quan, nhóm phải báo cáo từ nay, ghi đủ.")
    reporters_basis: Text | None = Field(None, description="Căn cứ mới của danh sách phải báo cáo.")
    cutoff: Day | None = Field(None, description="Ngày chốt số liệu mới.")
    estimate_until: Day | None = Field(None, description="Số ước thực hiện tính đến ngày mới.")
    receiver: Text | None = Field(None, description="Cơ quan nhận báo cáo từ nay.")
    send_up: SendUp | None = Field(None, description="Báo cáo tổng hợp gửi cấp trên từ nay.")
    source: Text | None = Field(None, description="Mục của văn bản quy định hạn này.")

    @model_validator(mode="after")
    def _one_limit(self) -> "DeadlineChange":
        if self.before is not None and self.by is not None:
            raise PydanticCustomError("one_limit", "before or by")
        return self


class Added(Record):
    """Phần bổ sung."""

    tasks: tuple[AddedTask, ...] = Field((), description="Nhiệm vụ mới.")
    organisation: tuple[AddedTask, ...] = Field((), description="Khoản mới của tổ chức thực hiện.")
    deadlines: tuple[Deadline, ...] = Field((), description="Hạn báo cáo mới; viết như ở deadlines.")


class Replaced(Record):
    """Phần sửa đổi."""

    tasks: tuple[TaskChange, ...] = Field((), description="Nhiệm vụ, khoản tổ chức thực hiện sửa đổi.")
    deadlines: tuple[DeadlineChange, ...] = Field((), description="Hạn báo cáo sửa đổi.")


class Repealed(Record):
    """Phần bãi bỏ."""

    tasks: tuple[Ref, ...] = Field((), description="Mục, khoản bãi bỏ, ví dụ II.8.")
    deadlines: tuple[PeriodId, ...] = Field((), description="Kỳ báo cáo bãi bỏ.")


class Amendment(AmendmentConduct, Record):
    """Một văn bản sửa đổi, bổ sung kế hoạch: những gì thay đổi từ ngày nó có hiệu lực."""

    number: Text = Field(description="Số, ký hiệu, ví dụ 85/KH-UBND.")
    issued: Day = Field(description="Ngày ban hành.")
    effective: Day | None = Field(None, description="Ngày có hiệu lực; nếu không ghi là ngày ban hành.")
    title: Text | None = Field(None, description="Trích yếu.")
    source: Text | None = Field(
        None,
        description="Tên tệp lời văn trong thư mục amendments cạnh plan.yaml, ví dụ 85-kh-ubnd.md; "
        "nội dung mới được đối chiếu với tệp này.",
    )
    add: Added | None = Field(None, description="Bổ sung nhiệm vụ, khoản, hạn báo cáo.")
    replace: Replaced | None = Field(None, description="Sửa đổi nhiệm vụ, khoản, hạn báo cáo đã có.")
    repeal: Repealed | None = Field(None, description="Bãi bỏ nhiệm vụ, khoản, hạn báo cáo.")


class Plan(PlanConduct, Record):
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
    amendments: tuple[Amendment, ...] = Field(
        (),
        description="Các văn bản sửa đổi, bổ sung. Các phần trên giữ nguyên như ban hành; trước ngày có hiệu "
        "lực của mỗi văn bản, --as-of vẫn thấy như cũ.",
    )
