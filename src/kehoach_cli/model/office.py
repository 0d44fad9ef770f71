"""Records of office.yaml: who we are, who signs what, whom to ask."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import Literal

from pydantic import Field

from kehoach_cli.model.conduct import DatedConduct, OfficeConduct
from kehoach_cli.model.scalars import Day, Flag, Record, Text, Texts


class Dated(DatedConduct, Record):
    """Một mục có thời gian hiệu lực."""

    from_: Day | None = Field(None, alias="from", description="Có hiệu lực từ ngày; để trống nếu từ đầu.")
    until: Day | None = Field(None, description="Ngày cuối còn hiệu lực; để trống nếu chưa kết thúc.")
    basis: Text | None = Field(None, description="Văn bản làm căn cứ.")


class Issuer(Dated):
    """Cơ quan ban hành văn bản."""

    name: Text = Field(description="Tên thường dùng, ví dụ UBND huyện Sơn Tây.")
    full: Text = Field(description="Tên đầy đủ, ví dụ Ủy ban nhân dân huyện Sơn Tây.")
    short: Text = Field(description="Tên gọi trong câu, ví dụ UBND huyện.")
    letterhead: Texts = Field(description="Các dòng tên cơ quan ở đầu văn bản, chữ in hoa.")
    place: Text = Field(description="Địa danh ghi trước ngày tháng.")
    symbol: Text = Field(description="Ký hiệu cơ quan trong số văn bản, ví dụ UBND trong BC-UBND.")
    consolidator: Text = Field(description="Cơ quan nhận và tổng hợp báo cáo; một tên trong agencies.yaml.")
    archive: Text = Field(description="Nơi lưu, ví dụ VT, TH.")


class Signature(Dated):
    """Thẩm quyền ký một loại văn bản."""

    document: Literal["bao-cao", "cong-van"] = Field(description="Loại văn bản: bao-cao hoặc cong-van.")
    stages: tuple[Literal["1", "2", "3"], ...] = Field(
        (), description="Công văn của các giai đoạn nào (1, 2, 3); để trống là mọi giai đoạn."
    )
    lines: Texts = Field(description="Các dòng quyền hạn, chức vụ của người ký.")
    name: Text | None = Field(None, description="Họ tên người ký; để trống nếu chưa biết.")


class Contact(Dated):
    """Người để các cơ quan liên hệ."""

    name: Text = Field(description="Họ tên.")
    title: Text | None = Field(None, description="Chức vụ.")
    phone: Text | None = Field(None, description="Điện thoại.")
    email: Text | None = Field(None, description="Thư điện tử.")


class Office(OfficeConduct, Record):
    """Tệp office.yaml: thông tin của cơ quan dùng chương trình."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    office: tuple[Issuer, ...] = Field(description="Cơ quan ban hành, theo từng thời kỳ.")
    signatures: tuple[Signature, ...] = Field((), description="Ai ký loại văn bản nào, theo từng thời kỳ.")
    recipients: Texts = Field((), description="Nơi nhận của báo cáo tổng hợp, mỗi dòng một nơi.")
    letter_recipients: Texts = Field(
        (), description="Nơi nhận của công văn yêu cầu báo cáo, đôn đốc, mỗi dòng một nơi."
    )
    contacts: tuple[Contact, ...] = Field((), description="Đầu mối liên hệ.")
    demo: Flag = Field(
        False,
        description="true: thư mục dùng thử; mọi văn bản ghi «SỐ LIỆU MINH HỌA» và không ghi tên người ký.",
    )
