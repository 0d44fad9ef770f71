"""The appendices of the consolidated report on results and on who has sent, landscape."""
# ruff: noqa: E501, INP001, D103  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_frame import BODY, CELL, GAP, H2, KEEP_NEXT, MIDDLE, each, when
from word_parts import LANDSCAPE_ROOM, p, row, row_tag, table, wide_row, widths


def attached() -> str:
    return p("KemTheo", "(Kèm theo Báo cáo số{{ so(giay) }} {{ ngay(giay) }} của {{ giay.issuer }})") + p(
        "KeNgan"
    )


def _source(name: str, working: bool) -> str:
    marks = f"{{{{ dau_hieu({name}) }}}}" if working else ""
    return f"{{{{ so_ngay({name}) }}}}{marks}"


def appendix_2(*, working: bool) -> str:
    columns = widths(LANDSCAPE_ROOM, 11, 46, 39, 21, 27, 74, 34)
    heads = (
        "TT",
        "Nhiệm vụ",
        "Cơ quan, đơn vị",
        "Vai trò",
        "Tình trạng",
        "Kết quả trong kỳ",
        "Số, ngày báo cáo",
    )
    cells = [
        p(MIDDLE, "{{ dong.number }}"),
        p(CELL, "{{ dong.task.ref }}{% if dong.is_first %}. {{ dong.task.title }}{% endif %}"),
        p(CELL, "{{ co_quan(dong.answer) }}"),
        p(MIDDLE, "{{ vai_tro(dong.answer.role, dong.task)|upper_first }}"),
        p(CELL, "{{ tinh_trang(dong.answer)|upper_first }}"),
        p(CELL, '{{ dong.answer.words or "" }}{{ dong.answer.mark or "" }}')
        + when("dong.answer.expected", p(CELL, "Dự kiến thực hiện: {{ dong.answer.expected }}"))
        + when("dong.answer.note", p(CELL, "Ghi chú: {{ dong.answer.note }}")),
        p(CELL, _source("dong.answer.source", working)),
    ]
    rest = [
        p(MIDDLE, "{{ so_ket_qua + loop.index }}"),
        p(CELL, "Các nhiệm vụ còn lại"),
        p(CELL, "{{ co_quan(dong) }}"),
        p(MIDDLE, "–"),
        p(CELL, "Không phát sinh trong kỳ"),
        p(CELL),
        p(CELL, _source("dong.source", working)),
    ]
    rows = [
        row(columns, [p("DauBang", h) for h in heads], is_header=True),
        row_tag("for dong in ket_qua", len(columns)),
        row(columns, cells),
        row_tag("endfor", len(columns)),
        row_tag("for dong in con_lai", len(columns)),
        row(columns, rest),
        row_tag("endfor", len(columns)),
    ]
    nobody = "Chưa có nội dung báo cáo của cơ quan, đơn vị, địa phương nào."
    return (
        p("PhuLuc", "{{ phu_luc.results.title }}")
        + p("TenPhuLuc", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG")
        + ("" if working else attached())
        + when("phuong_huong and (ket_qua or con_lai)", p(H2, "A. Kết quả thực hiện nhiệm vụ"))
        + when("ket_qua or con_lai", p("NgatPhan", more=GAP), table(columns, rows, is_ruled=True))
        + when("not ket_qua and not con_lai and not phuong_huong", p(BODY, nobody))
        + appendix_2_outlook(working=working)
    )


def appendix_2_outlook(*, working: bool) -> str:
    columns = widths(LANDSCAPE_ROOM, 12, 60, 140, 40)
    heads = ("TT", "Cơ quan, đơn vị", "Nội dung", "Số, ngày báo cáo")
    sources = (
        "{% for nguon in mot.sources %}"
        + _source("nguon", working)
        + '{{ "; " if not loop.last }}{% endfor %}'
    )
    cells = [
        p(MIDDLE, "{{ loop.index }}"),
        p(CELL, "{{ mot.agencies|names }}"),
        p(CELL, "{{ mot.text }}"),
        p(CELL, sources),
    ]
    rows = [
        row(columns, [p("DauBang", h) for h in heads], is_header=True),
        row_tag("for mot in phuong_huong", len(columns)),
        row(columns, cells),
        row_tag("endfor", len(columns)),
    ]
    return when(
        "phuong_huong",
        p(
            H2,
            '{{ "B. " if ket_qua or con_lai }}Phương hướng, nhiệm vụ do các cơ quan, đơn vị, địa phương nêu',
        ),
        p("NgatPhan", more=GAP),
        table(columns, rows, is_ruled=True),
    )


def appendix_3(*, working: bool) -> str:
    columns = widths(LANDSCAPE_ROOM, 11, 58, 56, 25, 56, 46)
    heads = ("TT", "Cơ quan, đơn vị", "Số, ký hiệu, ngày báo cáo", "Ngày đến", "Tình trạng", "Ghi chú")
    number = '{{ o.slot.number or "" }}{% if o.slot.dated %}{{ ", " if o.slot.number }}{{ o.slot.dated|day }}{% endif %}'
    cells = [
        p(MIDDLE, "{{ o.number }}"),
        p(CELL, "{{ ten_noi_gui(o.slot) }}"),
        p(CELL, number),
        p(MIDDLE, "{% if o.slot.received %}{{ o.slot.received|day }}{% endif %}"),
        p(CELL, "{{ tinh_trang_gui(o.slot) }}"),
        p(CELL, "{{ ghi_chu_gui(o.slot) }}"),
    ]
    bold = "DauBang"
    left = '<w:jc w:val="left"/>'
    total = (
        "Cộng: phải báo cáo {{ so_lieu.expected }}; đã gửi {{ so_lieu.received }} (đúng hạn {{ so_lieu.on_time }}, "
        "trễ {{ so_lieu.late }}); chưa gửi {{ so_lieu.missing }}"
        '{{ view.marks.counts or "" }}'
    )
    rows = [
        row(columns, [p(bold, h) for h in heads], is_header=True),
        row_tag("for mot in khoi", len(columns)),
        wide_row(columns, p(MIDDLE), p(bold, "{{ mot.letter }}. {{ mot.name }}", more=KEEP_NEXT + left)),
        row_tag("for o in mot.rows", len(columns)),
        row(columns, cells),
        row_tag("endfor", len(columns)),
        row_tag("endfor", len(columns)),
        wide_row(columns, p(MIDDLE), p(bold, total, more=left)),
    ]
    own = "{{ gui.own }} (cơ quan tổng hợp) đã có báo cáo riêng, không tính trong bảng."
    open_groups = 'Chưa xác định thành phần, không tính trong bảng: {{ gui.open_groups|join("; ") }}.'
    return (
        p("PhuLuc", "{{ phu_luc.sending.title }}")
        + p("TenPhuLuc", "TÌNH HÌNH GỬI BÁO CÁO {{ ky.name|upper }}")
        + (
            ""
            if working
            else p("KemTheo", "(Kèm theo Báo cáo số{{ so(giay) }} {{ ngay(giay) }} của {{ giay.issuer }})")
        )
        + p("KemTheo", "(tính đến ngày {{ view.as_of|day }})")
        + p("KeNgan")
        + p("NgatPhan", more=GAP)
        + table(columns, rows, is_ruled=True)
        + when("gui.own", p(BODY, own))
        + when("view.closing", each("mot in view.closing.later", p(BODY, "{{ bo_sung_sau_chot(mot) }}")))
        + when("gui.open_groups", p(BODY, open_groups))
    )


def appendix_sources(*, working: bool) -> str:
    """Where every sentence and figure comes from; only with --trace."""
    columns = widths(LANDSCAPE_ROOM, 12, 76, 40, 34, 34, 56)
    heads = ("TT", "Nội dung trong báo cáo", "Cơ quan", "Số, ngày báo cáo", "Mục", "Tệp, dòng")
    cells = [
        p(MIDDLE, "{% if loop.first %}{{ dong.anchor }}{% endif %}"),
        p(CELL, "{% if loop.first %}{{ noi_dung_dong(dong) }}{% endif %}"),
        p(CELL, "{{ nguon.agency }}"),
        p(CELL, "{{ so_ngay_nguon(nguon) }}"),
        p(CELL, "{{ muc_nguon(nguon, dong) }}"),
        p(CELL, "{{ tep_dong(nguon) }}"),
    ]
    rows = [
        row(columns, [p("DauBang", h) for h in heads], is_header=True),
        row_tag("for dong in view.trace", len(columns)),
        row_tag("for nguon in dong.evidence", len(columns)),
        row(columns, cells),
        row_tag("endfor", len(columns)),
        row_tag("endfor", len(columns)),
    ]
    told = "(số trong ngoặc vuông ở báo cáo là số thứ tự của bảng này; tệp ghi theo thư mục làm việc)"
    return (
        p("PhuLuc", "{{ phu_luc.sources.title }}")
        + p("TenPhuLuc", "NGUỒN THÔNG TIN")
        + (
            ""
            if working
            else p("KemTheo", "(Kèm theo Báo cáo số{{ so(giay) }} {{ ngay(giay) }} của {{ giay.issuer }})")
        )
        + p("KemTheo", told)
        + p("KeNgan")
        + p("NgatPhan", more=GAP)
        + table(columns, rows, is_ruled=True)
    )
