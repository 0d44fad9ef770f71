"""Records of one agency's report and of the Office's own words for the consolidated report."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kehoach_cli.model.conduct import ReportConduct
from kehoach_cli.model.scalars import Day, Flag, Money, Number, PeriodId, Record, Ref, Slug, Text, Texts

Status = Literal[
    "chưa triển khai",
    "đang thực hiện",
    "đã hoàn thành",
    "tạm dừng",
    "không phát sinh",
    "không thuộc nhiệm vụ",
]
FundSource = Literal["ngân sách huyện", "ngân sách xã", "nguồn hợp pháp khác"]
PERSONAL_DATA = "Lý do giữ lại họ tên, số định danh … trong tệp này; có phần này thì lỗi thành cảnh báo."
NEEDS_REASON = ("chưa triển khai", "tạm dừng", "không thuộc nhiệm vụ")


class Result(Record):
    """Kết quả một nhiệm vụ."""

    ref: Ref = Field(description="Mục của nhiệm vụ trong kế hoạch, ví dụ II.1.")
    status: Status = Field(description="Tình trạng thực hiện.")
    result: Text | None = Field(
        None, description="Kết quả; với chưa triển khai, tạm dừng, không thuộc: lý do."
    )
    expected: Text | None = Field(None, description="Thời gian dự kiến thực hiện, khi chưa triển khai.")
    note: Text | None = Field(None, description="Ghi chú của cơ quan báo cáo.")


class Difficulty(Record):
    """Một khó khăn, vướng mắc."""

    text: Text = Field(description="Nội dung.")
    cause: Text | None = Field(None, description="Nguyên nhân.")
    ref: Ref | None = Field(None, description="Liên quan nhiệm vụ nào (mục).")
    beyond: Flag = Field(False, description="true: vượt thẩm quyền của cơ quan báo cáo.")


class Proposal(Record):
    """Một đề xuất, kiến nghị."""

    text: Text = Field(description="Nội dung.")
    to: Text = Field(description="Kiến nghị với ai: UBND huyện, Sở Y tế, UBND tỉnh, sở, ngành khác.")


class Figure(Record):
    """Số liệu của một chỉ tiêu."""

    indicator: Slug = Field(description="Mã chỉ tiêu, như ở phần indicators của plan.yaml.")
    value: Number | None = Field(None, description="Thực hiện trong kỳ; để trống là chưa có số liệu.")
    estimate: Number | None = Field(None, description="Ước thực hiện cả kỳ.")
    previous: Number | None = Field(None, description="Cùng kỳ năm trước.")
    note: Text | None = Field(None, description="Ghi chú, lý do chưa có số liệu.")


class Fund(Record):
    """Kinh phí của một nhiệm vụ từ một nguồn."""

    ref: Ref | None = Field(None, description="Mục của nhiệm vụ; để trống là chung cho kế hoạch.")
    source: FundSource = Field(description="Nguồn kinh phí.")
    planned: Money | None = Field(None, description="Dự toán giao, đồng.")
    used: Money | None = Field(None, description="Đã sử dụng, đồng; để trống là chưa có số liệu.")
    note: Text | None = Field(None, description="Ghi chú.")


class Origin(Record):
    """Báo cáo được đọc từ tệp biểu mẫu nào."""

    file: Text = Field(description="Tên tệp.")
    hash: Text = Field(description="Mã băm nội dung tệp (BLAKE2b 128 bit).")


class Returned(Record):
    """Trả lại để bổ sung."""

    date: Day = Field(description="Ngày trả lại.")
    reason: Text = Field(description="Lý do, nội dung cần bổ sung.")


class Reviewed(Record):
    """Một lần rà soát lại."""

    date: Day = Field(description="Ngày rà soát.")
    by: Text | None = Field(None, description="Ai rà soát.")
    note: Text | None = Field(None, description="Vì sao báo cáo vẫn dùng được.")


class PersonalData(Record):
    """Thông tin riêng của một người được giữ lại trong tệp."""

    reason: Text = Field(description="Vì sao buộc phải giữ lại, ai cho phép.")
    date: Day = Field(description="Ngày ghi lý do.")


class Report(ReportConduct, Record):
    """Tệp báo cáo của một cơ quan cho một kỳ."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    agency: Text = Field(description="Cơ quan gửi báo cáo.")
    period: PeriodId = Field(description="Kỳ báo cáo.")
    number: Text | None = Field(None, description="Số, ký hiệu báo cáo như bên gửi ghi.")
    dated: Day | None = Field(None, description="Ngày ghi trên báo cáo.")
    received: Day = Field(description="Ngày đến Văn phòng; ngày này quyết định đúng hạn hay trễ.")
    arrival_number: Text | None = Field(None, description="Số đến.")
    signer: Text | None = Field(None, description="Người ký.")
    channel: Text | None = Field(None, description="Hình thức gửi.")
    draft: Flag = Field(False, description="true khi mới có bản mềm, chờ văn bản chính thức.")
    covers: Texts = Field((), description="Báo cáo chung: các cơ quan khác mà báo cáo này gồm cả.")
    returned: Returned | None = Field(None, description="Trả lại để bổ sung.")
    reviewed: tuple[Reviewed, ...] = Field(
        (),
        description="Các lần rà soát lại sau khi nhiệm vụ thay đổi, do lệnh kehoach review ghi: báo cáo vẫn "
        "dùng được.",
    )
    personal_data: PersonalData | None = Field(None, description=PERSONAL_DATA)
    directives: Texts = Field((), description="Văn bản đã ban hành, hội nghị, kiểm tra.")
    tasks: tuple[Result, ...] = Field((), description="Kết quả từng nhiệm vụ.")
    rest: Literal["không phát sinh"] | None = Field(
        None, description="Một câu trả lời cho các nhiệm vụ còn lại."
    )
    difficulties: tuple[Difficulty, ...] = Field((), description="Khó khăn, vướng mắc.")
    next: Texts = Field((), description="Phương hướng, nhiệm vụ thời gian tới.")
    proposals: tuple[Proposal, ...] = Field((), description="Đề xuất, kiến nghị.")

    figures: tuple[Figure, ...] = Field((), description="Số liệu theo chỉ tiêu.")
    funds: tuple[Fund, ...] = Field((), description="Kinh phí đã sử dụng.")
    strengths: Text | None = Field(None, description="Đánh giá chung: ưu điểm.")
    limitations: Text | None = Field(None, description="Đánh giá chung: tồn tại, hạn chế.")
    origin: Origin | None = Field(None, description="Tệp biểu mẫu đã đọc.")


class OfficeText(Record):
    """Lời của Văn phòng cho một nhiệm vụ."""

    ref: Ref = Field(description="Mục của nhiệm vụ.")
    text: Text | None = Field(None, description="Lời văn đã biên tập, thay cho lời của cơ quan chủ trì.")
    later: Flag = Field(False, description="true: chưa có số liệu, UBND huyện sẽ báo cáo bổ sung.")

    @model_validator(mode="after")
    def _one_answer(self) -> "OfficeText":
        if (self.text is None) != self.later:
            raise PydanticCustomError("one_answer", "text or later")
        return self


class Summary(Record):
    """Tệp _tong-hop.yaml: phần lời của Văn phòng trong báo cáo tổng hợp."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    period: PeriodId = Field(description="Kỳ báo cáo.")
    number: Text | None = Field(None, description="Số của báo cáo tổng hợp do văn thư cấp, nếu đã có.")
    dated: Day | None = Field(None, description="Ngày của báo cáo tổng hợp, nếu đã có.")
    personal_data: PersonalData | None = Field(None, description=PERSONAL_DATA)
    issuing: Text | None = Field(None, description="I.1: đoạn của Văn phòng về việc ban hành văn bản.")
    guidance: Text | None = Field(
        None, description="I.2: đoạn của Văn phòng về hướng dẫn, kiểm tra, đôn đốc."
    )
    tasks: tuple[OfficeText, ...] = Field((), description="II: lời văn đã biên tập theo từng nhiệm vụ.")
    funding: Text | None = Field(None, description="II.15: kinh phí, nguồn lực.")
    strengths: Text | None = Field(None, description="III.1: ưu điểm.")
    limitations: Text | None = Field(None, description="III.2: tồn tại, hạn chế do Văn phòng nêu.")
    causes: Text | None = Field(None, description="III.3: nguyên nhân do Văn phòng nêu.")
    next: Texts = Field((), description="IV: các nhiệm vụ trọng tâm thời gian tới.")
    proposals: tuple[Proposal, ...] = Field((), description="V: kiến nghị của UBND huyện.")
    internal: Text | None = Field(
        None,
        description="V: kiến nghị với chính UBND huyện đã được xử lý thế nào; có dòng này thì thôi ghi chú.",
    )
