"""Phiếu trình giải quyết công việc: one page that goes to the leaders with the draft."""
# ruff: noqa: E501, INP001  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_frame import KEEP_NEXT, each, letterhead, when
from word_parts import PORTRAIT, PORTRAIT_ROOM, p, row, section, table, widths

SHORT = "YKien"  # tighter than the body: all of it must stay on one page
_DISAGREE = 'view.figures.indicators|selectattr("discrepancies")|list'
_WORDS = (
    ("nobody", "Chưa cơ quan nào báo cáo về Mục {refs}."),
    ("lead_silent", "Thiếu báo cáo của cơ quan chủ trì, thực hiện: {agencies} (Mục {refs})."),
    ("returned", "Báo cáo đã trả lại, chờ bổ sung: {agencies} (Mục {refs})."),
    ("not_stated", "Báo cáo không nêu nhiệm vụ được giao: {agencies} (Mục {refs})."),
    ("own", "{agencies} bổ sung kết quả phần việc của cơ quan (Mục {refs})."),
    ("exempt", "Không phải báo cáo kỳ này, Văn phòng bổ sung: {agencies} (Mục {refs})."),
    (
        "not_its_duty",
        "Nhiệm vụ đề nghị điều chỉnh (không thuộc chức năng): {agencies} (Mục {refs}).",
    ),
    ("repealed", "Nhiệm vụ đã bãi bỏ trong kỳ mà có cơ quan báo cáo (Mục {refs})."),
    ("review", "Nhiệm vụ đã thay đổi sau khi báo cáo, cần rà soát lại: {agencies} (Mục {refs})."),
    ("reason_missing", "Chưa nêu lý do chưa thực hiện: {agencies} (Mục {refs})."),
    ("result_missing", "Chưa nêu kết quả cụ thể: {agencies} (Mục {refs})."),
)


def _question() -> str:
    """One line a kind of question; the conditions stand in one paragraph so that a clerk sees all wordings."""
    names, refs = (
        "{{ mot.agencies|names_within(90) }}",
        '{{ mot.refs|join(", ") }}',
    )
    made = "".join(
        f'{{% {"elif" if i else "if"} mot.case == "{case}" %}}{words.format(agencies=names, refs=refs)}'
        for i, (case, words) in enumerate(_WORDS)
    )
    return p(SHORT, "- " + made + "{% endif %}")


def _questions() -> str:
    own = (
        '- Văn phòng còn phải bổ sung: {{ van_phong_thieu|join("; ") }}{% if view.unread %}'
        '{{ "; " if van_phong_thieu }}nội dung báo cáo của {{ view.unread|names_within(90) }} (chưa nhập){% endif %}.'
    )
    proposals = (
        "- Kiến nghị với {{ giay.issuer_short }} ({{ noi_bo|length|two }} kiến nghị, không đưa vào báo cáo): "
        '{% for mot in noi_bo[:3] %}{{ mot.text|inline|truncate(90) }} ({{ mot.agencies|names_within(80, " ") }})'
        '{{ "; " if not loop.last }}{% endfor %}{% if noi_bo|length > 3 %}; và {{ (noi_bo|length - 3)|two }} kiến nghị '
        "khác, xem bảng tổng hợp{% endif %}.{% if vp.internal %} Xử lý của Văn phòng: {{ vp.internal|inline|truncate(100) }}."
        "{% endif %}"
    )
    urgent = (
        "- Khó khăn, vướng mắc báo cáo đột xuất chưa giải quyết ({{ dx_cho|length|two }}): {% for viec in dx_cho[:3] %}"
        "{{ viec.text|inline|truncate(90) }} ({{ viec.agency }}, đã chờ {{ viec.days }} ngày{% if viec.asked %}; đề nghị: "
        '{{ viec.asked|inline|truncate(60) }}{% endif %}){{ "; " if not loop.last }}{% endfor %}'
        "{% if dx_cho|length > 3 %}; và {{ (dx_cho|length - 3)|two }} nội dung khác, xem bảng tổng hợp{% endif %}."
    )
    beyond = (
        "- Khó khăn vượt thẩm quyền ({{ vuot_tham_quyen|length|two }}): "
        '{% for mot in vuot_tham_quyen[:3] %}{{ mot.text|inline|truncate(90) }} ({{ mot.agencies|names_within(80, " ") }})'
        '{{ "; " if not loop.last }}{% endfor %}{% if vuot_tham_quyen|length > 3 %}; và '
        "{{ (vuot_tham_quyen|length - 3)|two }} nội dung khác, xem bảng tổng hợp{% endif %}."
    )
    disagree = (
        f'- Số liệu chưa thống nhất: {{{{ ({_DISAGREE})[:4]|map(attribute="name")|join("; ") }}}}'
        f"{{% if ({_DISAGREE})|length > 4 %}}; và {{{{ (({_DISAGREE})|length - 4)|two }}}} chỉ tiêu khác, xem bảng "
        "tổng hợp{% endif %}."
    )
    return (
        p(
            SHORT,
            "4. Nội dung cần xin ý kiến{% if so_ghi_chu %} (dự thảo còn {{ so_ghi_chu|two }} ghi chú){% endif %}:",
        )
        + each('mot in con_mo|rejectattr("case", "equalto", "not_entered")', _question())
        + when(_DISAGREE, p(SHORT, disagree))
        + when("van_phong_thieu or view.unread", p(SHORT, own))
        + when("noi_bo", p(SHORT, proposals))
        + when("vuot_tham_quyen", p(SHORT, beyond))
        + when("dx_cho", p(SHORT, urgent))
        + when(
            "not con_mo and not van_phong_thieu and not view.unread and not noi_bo and not vuot_tham_quyen and not dx_cho and not ("
            + _DISAGREE
            + ")",
            p(SHORT, "- Nội dung dự thảo báo cáo."),
        )
    )


def _sending() -> str:
    return (
        "3. Tình hình gửi báo cáo: đã nhận {{ so_lieu.received }}/{{ so_lieu.expected }} (đúng hạn {{ so_lieu.on_time }}, "
        "trễ {{ so_lieu.late }}){% if chua_gui %}; chưa gửi: {{ chua_gui|names_within(400) }}{% endif %}"
        "{% if tra_lai %}; đã trả lại để bổ sung: {{ tra_lai|names_within(200) }}{% endif %}"
        "{% if gui.to_review %}; cần rà soát lại vì nhiệm vụ đã thay đổi: {{ gui.to_review|names_within(200) }}{% endif %}"
        "{% if gui.urged %}; đã đôn đốc: {% for mot in gui.urged %}Công văn số {{ mot.number }} ngày {{ mot.dated|day }}"
        '{{ ", " if not loop.last }}{% endfor %}{% elif so_lieu.overdue %}; chưa có công văn đôn đốc{% endif %}.'
    )


def _opinions() -> str:
    columns = widths(PORTRAIT_ROOM, 48, 56, 61)
    heads = (
        "Ý kiến của chuyên viên",
        "Ý kiến của Chánh Văn phòng",
        "Ý kiến của lãnh đạo {{ giay.issuer_short }}",
    )
    blank = p("OBang") * 3
    return table(
        columns,
        [row(columns, [p("DauBang", h, more=KEEP_NEXT) for h in heads]), row(columns, [blank] * 3)],
        is_ruled=True,
    )


def cover() -> str:
    """The whole document."""
    above = p("CoQuanChuQuan", "{{ giay.issuer|upper }}")  # a commune may consolidate itself
    left = when("giay.issuer != giay.consolidator", above) + p("CoQuan", "{{ giay.consolidator|upper }}")
    leader = '{{ giay.signature[-1]|lower|replace("chủ tịch", "Chủ tịch")|upper_first if giay.signature else "Lãnh đạo" }}'
    basis = (
        "2. Căn cứ: {% if ky.source %}{{ ky.source|clause }} {% endif %}{% if view.own_clause %}"
        '{{ "và " if ky.source }}{{ view.own_clause|clause }} {% endif %}'
        "Kế hoạch số {{ ke_hoach.number }} "
        "ngày {{ ke_hoach.issued|day }} của {{ ke_hoach.issuer }}{{ ke_hoach|amended }}."
    )
    return (
        letterhead(left, number="")
        + p("Title", "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC", more='<w:spacing w:before="120" w:after="0"/>')
        + p("KeNgan")
        + p(
            "KinhGui",
            "Kính gửi: Chánh Văn phòng; "
            + leader
            + " {{ giay.issuer_short }}{% if giay.signer %} {{ giay.signer }}{% endif %}",
            more='<w:spacing w:before="120" w:after="60"/>',
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
        + p("NgatPhan", more='<w:spacing w:before="120" w:after="0" w:line="20" w:lineRule="exact"/>')
        + _opinions()
        + p("NgatPhan")
        + section(PORTRAIT, is_new=False)
    )
