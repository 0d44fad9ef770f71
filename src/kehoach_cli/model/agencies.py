"""Records of agencies.yaml: the agencies, in order of precedence, and the groups they form."""

# annotations stand as they are, not deferred: pydantic would compile each again at every start

from typing import Literal

from pydantic import Field

from kehoach_cli.model.conduct import DatedConduct
from kehoach_cli.model.scalars import Day, Flag, Record, Slug, Text, Texts

Kind = Literal["phong-ban", "don-vi-su-nghiep", "mat-tran-doan-the", "ubnd-xa", "cong-an", "cap-tren"]


class Agency(DatedConduct, Record):
    """Một cơ quan, đơn vị trong danh mục."""

    id: Slug = Field(description="Mã của cơ quan: chữ thường không dấu, nối bằng gạch, ví dụ trung-tam-y-te.")
    name: Text = Field(description="Tên cơ quan như trong văn bản.")
    aliases: Texts = Field((), description="Các cách viết khác của tên, kể cả cách viết nhầm trong văn bản.")
    kind: Kind = Field(description="Loại cơ quan; dùng để chia khối trong bảng và chọn lời văn đôn đốc.")
    symbol: Text | None = Field(None, description="Ký hiệu trong số văn bản, ví dụ TTYT trong 12/BC-TTYT.")
    superior: Text | None = Field(
        None,
        description="Cơ quan chủ quản khi không thuộc UBND huyện, ví dụ Sở Y tế; công văn gửi cơ quan này "
        "ghi “đề nghị”.",
    )
    contact: Text | None = Field(None, description="Người, số điện thoại để liên hệ khi đôn đốc.")
    from_: Day | None = Field(None, alias="from", description="Hoạt động từ ngày; để trống nếu từ trước.")
    until: Day | None = Field(None, description="Ngày cuối còn hoạt động; để trống nếu chưa kết thúc.")
    successors: Texts = Field(
        (),
        description="Các cơ quan kế thừa nhiệm vụ từ sau ngày đó: mã hoặc tên; để trống nếu chưa xác định.",
    )
    basis: Text | None = Field(
        None, description="Văn bản làm căn cứ thành lập, đổi tên, sắp xếp hoặc kết thúc hoạt động."
    )
    note: Text | None = Field(None, description="Ghi chú của Văn phòng.")


class Group(Record):
    """Một nhóm cơ quan được gọi bằng một tên chung."""

    id: Slug = Field(description="Mã của nhóm: chữ thường không dấu, nối bằng gạch.")
    name: Text = Field(description="Tên nhóm như trong văn bản.")
    aliases: Texts = Field((), description="Các cách viết khác của tên nhóm.")
    members: Texts = Field((), description="Thành viên đã rõ: mã hoặc tên của cơ quan hay nhóm khác.")
    open: Flag = Field(False, description="true khi kế hoạch không nêu đủ thành viên (ví dụ «… liên quan»).")
    possible: Texts = Field(
        (), description="Cơ quan có thể thuộc nhóm; chỉ để tham khảo, không bao giờ tính."
    )
    note: Text | None = Field(None, description="Ghi chú của Văn phòng.")


class AgenciesFile(Record):
    """Tệp agencies.yaml: danh mục cơ quan và nhóm, dùng chung cho mọi kế hoạch."""

    schema_: Literal["1"] = Field(alias="schema", description="Phiên bản cấu trúc tệp; hiện là 1.")
    agencies: tuple[Agency, ...] = Field(description="Các cơ quan, theo thứ tự trong bảng và văn bản.")
    groups: tuple[Group, ...] = Field((), description="Các nhóm cơ quan.")
