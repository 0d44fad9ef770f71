"""Records of office.yaml: who we are, who signs what, whom to ask."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from kehoach_cli.model.demonstration import UNSIGNED
from kehoach_cli.model.scalars import Day, Flag, Record, Text, Texts

if TYPE_CHECKING:
    from datetime import date


class Dated(Record):
    """Một mục có thời gian hiệu lực."""

    from_: Day | None = Field(None, alias="from", description="Có hiệu lực từ ngày; để trống nếu từ đầu.")
    until: Day | None = Field(None, description="Ngày cuối còn hiệu lực; để trống nếu chưa kết thúc.")
    basis: Text | None = Field(None, description="Văn bản làm căn cứ.")

    def holds_on(self, day: "date") -> bool:
        """True on every day from `from` to `until`, both included."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


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


class Office(Record):
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

    def issuer_on(self, day: "date") -> Issuer | None:
        """Who issues documents on that day; None when nobody named does any more."""
        return next((i for i in self.office if i.holds_on(day)), None)

    def signature_on(self, document: str, day: "date", stage: str | None = None) -> Signature | None:
        """Who signs on that day; one named for the letter's stage beats one for all stages.

        In a demo nobody does: the name is UNSIGNED, whoever the file names.
        """
        fit = [s for s in self.signatures if s.document == document and s.holds_on(day)]
        named = next((s for s in fit if stage is not None and stage in s.stages), None)
        found = named or next((s for s in fit if not s.stages), None)
        return found.model_copy(update={"name": UNSIGNED}) if found and self.demo else found

    def contact_on(self, day: "date") -> Contact | None:
        """Whom agencies may ask on that day."""
        return next((c for c in self.contacts if c.holds_on(day)), None)
