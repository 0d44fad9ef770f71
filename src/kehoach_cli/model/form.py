"""The layout of the report form: its sheets, columns and answers, as the writer and the reader share them."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

FORM_VERSION = "1"
META = "_kehoach"
"""The hidden sheet: a key and a value a row (see META_KEYS, and duty_key for one more a duty)."""

META_KEYS = ("form", "plan", "plan_version", "period", "agency", "duties")

LISTS = "_danh_muc"
"""A second hidden sheet, only where a drop-down offers too much for its cell; it says nothing of its own."""


class Column(NamedTuple):
    """One column of a sheet; `width` in characters of the body font."""

    key: str
    title: str
    width: int
    is_answer: bool = False


class Table(NamedTuple):
    """A table on a sheet: who fills it in knows it by `heading` (empty: the sheet's only one)."""

    key: str
    heading: str
    columns: tuple[Column, ...]
    spare: int = 0  # empty rows for answers, where rows are not given


class Sheet(NamedTuple):
    """A sheet by the name on its tab."""

    name: str
    tables: tuple[Table, ...]


TASKS = Table(
    "tasks",
    "",
    (
        Column("number", "TT", 5),
        Column("ref", "Mục", 8),
        Column("text", "Nội dung nhiệm vụ", 44),
        Column("role", "Vai trò", 12),
        Column("timing", "Thời gian thực hiện", 16),
        Column("status", "Tình trạng thực hiện", 20, is_answer=True),
        Column("result", "Kết quả thực hiện trong kỳ", 46, is_answer=True),
        Column("previous", "Kết quả kỳ trước (để đối chiếu)", 28),
        Column("note", "Ghi chú", 18, is_answer=True),
    ),
)
DOCUMENTS = Table(
    "documents",
    "1. Văn bản đã ban hành",
    (
        Column("number", "TT", 5),
        Column("kind", "Tên loại", 16, is_answer=True),
        Column("symbol", "Số, ký hiệu", 20, is_answer=True),
        Column("date", "Ngày", 14, is_answer=True),
        Column("title", "Trích yếu", 70, is_answer=True),
    ),
    spare=8,
)
MEETINGS = Table(
    "meetings",
    "2. Hội nghị, tập huấn, kiểm tra",
    (Column("number", "TT", 5), Column("text", "Nội dung", 120, is_answer=True)),
    spare=6,
)
ASSESSMENT = Table(
    "assessment",
    "3. Đánh giá chung",
    (Column("what", "Mục", 26), Column("text", "Nội dung", 99, is_answer=True)),
)
OUTLOOK = Table(
    "next",
    "4. Phương hướng, nhiệm vụ thời gian tới",
    (Column("number", "TT", 5), Column("text", "Nội dung", 120, is_answer=True)),
    spare=8,
)
FIGURES = Table(
    "figures",
    "",
    (
        Column("number", "TT", 5),
        Column("id", "Mã", 22),
        Column("name", "Chỉ tiêu", 44),
        Column("unit", "ĐVT", 10),
        Column("target", "Kế hoạch năm", 14),
        Column("previous", "Cùng kỳ năm trước", 16, is_answer=True),
        Column("value", "Thực hiện trong kỳ", 16, is_answer=True),
        Column("estimate", "Ước thực hiện cả kỳ", 16, is_answer=True),
        Column("note", "Ghi chú", 24, is_answer=True),
    ),
)
FUNDS = Table(
    "funds",
    "",
    (
        Column("number", "TT", 5),
        Column("ref", "Nhiệm vụ", 52, is_answer=True),
        Column("source", "Nguồn kinh phí", 26, is_answer=True),
        Column("planned", "Dự toán giao (đồng)", 22, is_answer=True),
        Column("used", "Đã sử dụng (đồng)", 22, is_answer=True),
        Column("note", "Ghi chú", 26, is_answer=True),
    ),
    spare=12,
)
DIFFICULTIES = Table(
    "difficulties",
    "",
    (
        Column("number", "TT", 5),
        Column("text", "Khó khăn, vướng mắc", 40, is_answer=True),
        Column("cause", "Nguyên nhân", 28, is_answer=True),
        Column("ref", "Liên quan nhiệm vụ (Mục)", 14, is_answer=True),
        Column("proposal", "Đề xuất, kiến nghị", 40, is_answer=True),
        Column("to", "Kiến nghị với", 22, is_answer=True),
        Column("beyond", "Vượt thẩm quyền (Có/Không)", 14, is_answer=True),
    ),
    spare=10,
)
SHEETS = (
    Sheet("Nhiệm vụ", (TASKS,)),
    Sheet("Chỉ đạo, phương hướng", (DOCUMENTS, MEETINGS, ASSESSMENT, OUTLOOK)),
    Sheet("Số liệu", (FIGURES,)),
    Sheet("Kinh phí", (FUNDS,)),
    Sheet("Khó khăn, kiến nghị", (DIFFICULTIES,)),
)
GUIDE = "Hướng dẫn"
"""The first sheet: how to fill in the form, and the box «Thông tin báo cáo»."""

INFORMATION = (
    ("number", "Số, ký hiệu báo cáo"),
    ("dated", "Ngày báo cáo"),
    ("signer", "Người ký (chức vụ)"),
    ("author", "Người lập biểu"),
    ("phone", "Điện thoại"),
    ("covers", "Báo cáo chung cho (nếu có)"),
)
"""Rows of the box «Thông tin báo cáo»: key and label; the answer stands at the right of the label."""

STATUS_LABELS = {
    "chưa triển khai": "Chưa triển khai",
    "đang thực hiện": "Đang thực hiện",
    "đã hoàn thành": "Đã hoàn thành",
    "tạm dừng": "Tạm dừng",
    "không phát sinh": "Không phát sinh trong kỳ",
    "không thuộc nhiệm vụ": "Không thuộc nhiệm vụ của cơ quan",
}
"""What the drop-down offers for each status of a report file."""

REST = "Các nhiệm vụ còn lại"
"""The last row of the duties: one answer for all that are not answered above."""

GROUPS = ("A. Nhiệm vụ chủ trì", "B. Nhiệm vụ phối hợp", "C. Tổ chức thực hiện")
ASSESSMENTS = (("strengths", "Ưu điểm"), ("limitations", "Tồn tại, hạn chế"))
FUND_SOURCES = ("ngân sách huyện", "ngân sách xã", "nguồn hợp pháp khác")
OTHERS_ABOVE = "UBND tỉnh, sở, ngành khác"
"""What «Kiến nghị với» offers last, after the issuing district and the body it reports to."""

YES_NO = ("Có", "Không")
REF_MARK = " – "
"""Between the clause and the duty's name where a drop-down offers duties: “II.1 – Truyền thông …”."""
NOTHING = (
    ("no_difficulties", "Không có khó khăn, vướng mắc"),
    ("no_proposals", "Không có kiến nghị"),
)
"""The two boxes to tick at the top of «Khó khăn, kiến nghị» (any sign in the cell at the left)."""


def duty_key(ref: str) -> str:
    """The key under which the hidden sheet keeps the digest of one duty."""
    return f"duty:{ref}"


def duty_digest(ref: str, text: str, role: str) -> str:
    """Changes when the duty's words or the agency's role (lead, coordinating) change."""
    return blake2b(f"{ref}\0{text}\0{role}".encode(), digest_size=8).hexdigest()


def duties_digest(duties: Iterable[tuple[str, str, str]]) -> str:
    """Of all (ref, text, role) of an agency, in the order of the form."""
    joined = "\n".join(duty_digest(*duty) for duty in duties)
    return blake2b(joined.encode(), digest_size=8).hexdigest()
