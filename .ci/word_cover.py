"""Phiếu trình giải quyết công việc: one page that goes to the leaders with the draft."""
# ruff: noqa: E501, INP001  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_frame import each, letterhead, when
from word_parts import PORTRAIT, PORTRAIT_ROOM, p, row, section, table, widths

SHORT = "YKien"  # tighter than the body: all of it must stay on one page
_DISAGREE = 'view.figures.indicators|selectattr("discrepancies")|list'
_WORDS = (
    ("nobody", "Chưa cơ quan nào báo cáo về mục {refs}."),
    ("lead_silent", "Thiếu báo cáo của cơ quan chủ trì, thực hiện: {agencies} (mục {refs})."),
    ("returned", "Báo cáo đã trả lại, chờ bổ sung: {agencies} (mục {refs})."),
    ("not_stated", "Báo cáo không nêu nhiệm vụ được giao: {agencies} (mục {refs})."),
    ("own", "{agencies} bổ sung kết quả phần việc của cơ quan (mục {refs})."),
    ("exempt", "Không phải báo cáo kỳ này, Văn phòng bổ sung: {agencies} (mục {refs})."),
    (
        "not_its_duty",
        "Nhiệm vụ đề nghị điều chỉnh, cơ quan cho rằng không thuộc chức năng: {agencies} (mục {refs}).",
    ),
    ("reason_missing", "Chưa nêu lý do chưa thực hiện: {agencies} (mục {refs})."),
    ("result_missing", "Chưa nêu kết quả cụ thể: {agencies} (mục {refs})."),
)


def _question() -> str:
    """One line a kind of question; the conditions stand in one paragraph so that a clerk sees all wordings."""
    names, refs = (
        "{{ mot.agencies|names|truncate(140 if con_mo|length > 4 else 300) }}",
        '{{ mot.refs|join(", ") }}',
    )
    made = "".join(
        f'{{% {"elif" if i else "if"} mot.case == "{case}" %}}{words.format(agencies=names, refs=refs)}'
        for i, (case, words) in enumerate(_WORDS)
    )
    return p(SHORT, "- " + made + "{% endif %}")


def _questions() -> str:
    own = '- Văn phòng còn phải bổ sung: {% for ten in van_phong_thieu %}{{ ten }}{{ "; " if not loop.last else "." }}{% endfor %}'
    proposals = (
        "- Kiến nghị với {{ giay.issuer_short }} ({{ noi_bo|length|two }} kiến nghị, không đưa vào báo cáo): "
        '{% for mot in noi_bo[:3] %}{{ mot.text|inline|truncate(110) }} ({{ mot.agencies|names(" ") }})'
        '{{ "; " if not loop.last }}{% endfor %}{% if noi_bo|length > 3 %}; và {{ (noi_bo|length - 3)|two }} kiến nghị '
        "khác, xem bảng tổng hợp{% endif %}.{% if vp.internal %} Xử lý của Văn phòng: {{ vp.internal|inline|truncate(140) }}."
        "{% endif %}"
    )
    return (
        p(
            SHORT,
            "4. Nội dung cần xin ý kiến{% if so_ghi_chu %} (dự thảo còn {{ so_ghi_chu|two }} ghi chú){% endif %}:",
        )
        + each('mot in con_mo|rejectattr("case", "equalto", "not_entered")', _question())
        + when(
            "view.unread", p(SHORT, "- Chưa nhập nội dung báo cáo của {{ view.unread|names|truncate(140) }}.")
        )
        + when(
            _DISAGREE,
            p(SHORT, "- Số liệu chưa thống nhất: {{ " + _DISAGREE + '|map(attribute="name")|join("; ") }}.'),
        )
        + when("van_phong_thieu", p(SHORT, own))
        + when("noi_bo", p(SHORT, proposals))
        + when(
            "not con_mo and not van_phong_thieu and not noi_bo and not (" + _DISAGREE + ")",
            p(SHORT, "- Nội dung dự thảo báo cáo."),
        )
    )


def _sending() -> str:
    return (
        "3. Tình hình gửi báo cáo: đã nhận {{ so_lieu.received }}/{{ so_lieu.expected }} (đúng hạn {{ so_lieu.on_time }}, "
        "trễ {{ so_lieu.late }}){% if chua_gui %}; chưa gửi: {{ chua_gui|names|truncate(420) }}{% endif %}"
        "{% if so_lieu.missing %}; đã đôn đốc: Công văn số ………… ngày …………{% endif %}."
    )


def _opinions() -> str:
    columns = widths(PORTRAIT_ROOM, 55, 55, 55)
    heads = (
        "Ý kiến của chuyên viên",
        "Ý kiến của Chánh Văn phòng",
        "Ý kiến của lãnh đạo {{ giay.issuer_short }}",
    )
    blank = p("OBang") * 3
    return table(
        columns, [row(columns, [p("DauBang", h) for h in heads]), row(columns, [blank] * 3)], is_ruled=True
    )


def cover() -> str:
    """The whole document."""
    left = p("CoQuanChuQuan", "{{ giay.issuer|upper }}") + p("CoQuan", "{{ giay.consolidator|upper }}")
    leader = '{{ giay.signature[-1]|lower|replace("chủ tịch", "Chủ tịch")|upper_first if giay.signature else "Lãnh đạo" }}'
    basis = (
        "2. Căn cứ: Kế hoạch số {{ ke_hoach.number }} "
        "ngày {{ ke_hoach.issued|day }} của {{ ke_hoach.issuer }}."
    )
    return (
        letterhead(left, number="")
        + p("Title", "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC")
        + p("KeNgan")
        + p(
            "KinhGui",
            "Kính gửi: Chánh Văn phòng; "
            + leader
            + " {{ giay.issuer_short }}{% if giay.signer %} {{ giay.signer }}{% endif %}",
        )
        + p(
            SHORT,
            "1. Nội dung trình: Dự thảo Báo cáo kết quả thực hiện {{ cong_tac(view) }} {{ ky.name }} gửi "
            '{{ giay.to_short or "cấp trên" }}.',
        )
        + p(SHORT, basis)
        + p(SHORT, _sending())
        + _questions()
        + p(SHORT, "5. Hồ sơ kèm theo: dự thảo báo cáo; bảng tổng hợp; tình hình gửi báo cáo.")
        + p("NgatPhan", more='<w:spacing w:before="160" w:after="0" w:line="20" w:lineRule="exact"/>')
        + _opinions()
        + p("NgatPhan")
        + section(PORTRAIT, is_new=False)
    )
