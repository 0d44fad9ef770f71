"""Đề cương báo cáo: what a unit that reports in words writes, with only its own duties."""
# ruff: noqa: E501, INP001, D103  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_frame import BODY, CELL, H1, H2, KEEP_NEXT, MIDDLE, SPACE_BEFORE_SIGNATURE, each, when
from word_parts import PORTRAIT, PORTRAIT_ROOM, p, row, row_tag, section, table, widths

HINT = "Nguon"  # italic: what stands in it is to be replaced
DOTS = "…………"
WORK = "kết quả thực hiện {{ cong_tac }} {{ ky.name }}"


def hint(words: str) -> str:
    return p(HINT, f"[{words}]")


def _tight(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'


def head() -> str:
    columns = widths(PORTRAIT_ROOM, 63, 102)
    left = (
        each("dong in chu_quan", p("CoQuanChuQuan", "{{ dong }}"))
        + each("dong in ten_don_vi", p("CoQuan", "{{ dong }}"))
        + p("KeNgan")
    )
    right = (
        p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + p("KeBangChu")
    )
    blank = " " * 6
    day = p("NgayThang", f"{DOTS}, ngày{blank}tháng{blank}năm {{{{ giay.year }}}}")
    rows = [row(columns, [left, right]), row(columns, [p("SoKyHieu", f"Số:{blank} /{{{{ ky_hieu }}}}"), day])]
    return (
        table(columns, rows, is_ruled=False)
        + p("Title", "BÁO CÁO")
        + p("Subtitle", "{{ tieu_de }}")
        + p("KeNgan")
        + p("KinhGui", "Kính gửi: {{ giay.issuer_full }}", more=_tight(240, 0))
        + p("KinhGui", "(qua {{ noi_nhan }})", more=_tight(0, 120))
        + hint(
            "Đề cương gửi {{ don_vi }}. {{ kem_theo }}. Viết vào dưới các dòng gợi ý, xóa các dòng gợi ý "
            "(chữ nghiêng trong ngoặc vuông) trước khi ký. Gửi {{ han }} về {{ noi_nhan }}{% if lien_he %}, liên hệ "
            "{{ lien_he }}{% endif %}. Không nêu họ tên, địa chỉ, thông tin riêng của trẻ em."
        )
        + p(
            BODY,
            "Thực hiện {% if muc %}Mục {{ muc }} {% endif %}Kế hoạch số {{ ke_hoach.number }} ngày "
            "{{ ke_hoach.issued|day }} của {{ ke_hoach.issuer }}{{ ke_hoach|amended }}, {{ don_vi }} báo cáo "
            + WORK
            + " như sau "
            "(số liệu thực hiện tính đến hết ngày {% if ky.cutoff %}{{ ky.cutoff|day }}{% else %}…/…/{{ giay.year }}"
            "{% endif %}{% if ky.estimate_until %}; số ước thực hiện tính đến hết ngày {{ ky.estimate_until|day }}"
            "{% endif %}):",
        )
    )


def directives() -> str:
    return (
        p(H1, "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
        + p(H2, "1. Ban hành văn bản")
        + hint("Tên loại, số, ký hiệu, ngày, trích yếu của từng văn bản đã ban hành.")
        + p(H2, "2. Hội nghị, tập huấn, kiểm tra")
        + hint("Nội dung, thời gian, số người tham dự hoặc số nơi được kiểm tra.")
    )


def results() -> str:
    told = (
        "Tình trạng thực hiện; kết quả, số liệu cụ thể trong kỳ. Không có việc hoặc vụ việc: ghi “không phát sinh”. "
        "Chưa triển khai, tạm dừng, không thuộc nhiệm vụ của đơn vị: nêu lý do."
    )
    return (
        p(H1, "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
        + when("not nhiem_vu", p(BODY, "{{ khong_co_nhiem_vu }}"))
        + each(
            "mot in nhiem_vu",
            p(
                H2,
                "{{ loop.index }}. {{ mot.name }} (Mục {{ mot.ref }}; {{ vai_tro[mot.part] }})",
            ),
            when("loop.first", hint(told)),
            when("not loop.first", hint("Tình trạng; kết quả trong kỳ.")),
            when(
                "mot.previous and mot.previous.words",
                hint("Kỳ trước ({{ ky_truoc }}) đã báo cáo: {{ mot.previous.words|inline|truncate(300) }}"),
            ),
        )
        + when("chi_tieu", p(H2, "{{ nhiem_vu|length + 1 }}. Số liệu"), _figures())
        + p(H2, "{{ nhiem_vu|length + (2 if chi_tieu else 1) }}. Kinh phí, nguồn lực")
        + hint(
            "Từng nhiệm vụ, từng nguồn (ngân sách huyện, ngân sách xã, nguồn hợp pháp khác): dự toán giao, đã sử dụng."
        )
    )


def _figures() -> str:
    columns = widths(PORTRAIT_ROOM, 11, 62, 20, 24, 24, 24)
    heads = ("TT", "Chỉ tiêu", "ĐVT", "Cùng kỳ năm trước", "Thực hiện trong kỳ", "Ước cả kỳ")
    cells = [p(MIDDLE, "{{ loop.index }}"), p(CELL, "{{ o.name }}"), p(MIDDLE, "{{ o.unit }}")]
    rows = [
        row(columns, [p("DauBang", h) for h in heads], is_header=True),
        row_tag("for o in chi_tieu", len(columns)),
        row(columns, cells + [p(CELL)] * 3),
        row_tag("endfor", len(columns)),
    ]
    return (
        hint("Số liệu bằng không: ghi 0; chưa có số liệu: để trống và nêu lý do dưới bảng.")
        + p(
            "NgatPhan",
            more='<w:keepNext/><w:spacing w:before="120" w:after="0" w:line="20" w:lineRule="exact"/>',
        )
        + table(columns, rows, is_ruled=True)
    )


def rest() -> str:
    to = each(
        "noi in kien_nghi",
        p(H2, "{{ loop.index }}. Đối với {{ noi }}"),
        when("loop.first", hint("Nội dung đề xuất, kiến nghị; không có thì ghi “không có kiến nghị”.")),
    )
    return (
        p(H1, "III. ĐÁNH GIÁ CHUNG")
        + p(H2, "1. Ưu điểm")
        + p(H2, "2. Tồn tại, hạn chế; khó khăn, vướng mắc")
        + hint("Nêu rõ việc nào vượt thẩm quyền của đơn vị; không có thì ghi “không có khó khăn, vướng mắc”.")
        + p(H2, "3. Nguyên nhân")
        + p(H1, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ {{ ky.next_title|upper }}")
        + hint("Các việc chính sẽ làm, thời gian hoàn thành.")
        + p(H1, "V. KIẾN NGHỊ, ĐỀ XUẤT")
        + to
        + p(
            BODY,
            "Trên đây là báo cáo " + WORK + "; {{ don_vi }} báo cáo {{ giay.issuer }} theo dõi, tổng hợp./.",
            more=KEEP_NEXT,
        )
    )


def sign() -> str:
    columns = widths(PORTRAIT_ROOM, 80, 85)
    left = (
        p("NoiNhan", "Nơi nhận:")
        + p("NoiNhanDong", "- Như trên;")
        + p("NoiNhanDong", f"- {DOTS};")
        + p("NoiNhanDong", "- Lưu: VT.")
    )
    right = p("ChuKy", "THỦ TRƯỞNG ĐƠN VỊ") + p("ChuKy") * 5
    return p("NgatPhan", more=KEEP_NEXT + SPACE_BEFORE_SIGNATURE) + table(
        columns, [row(columns, [left, right])], is_ruled=False
    )


def outline() -> str:
    """The whole document."""
    return (
        head() + directives() + results() + rest() + sign() + p("NgatPhan") + section(PORTRAIT, is_new=False)
    )
