"""The draft for signature: mẫu 1.4 of Nghị định 30/2020/NĐ-CP."""
# ruff: noqa: E501, INP001, D103  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_appendices import appendix_2, appendix_3, appendix_sources
from word_figures import appendix_1, disagreements
from word_frame import BODY, H1, H2, H3, KEEP_NEXT, each, letterhead, section_break, signature, when
from word_parts import LANDSCAPE, PORTRAIT, p, section

TITLE = "{{ ten_bao_cao(view)|upper_first }}"
ADDED = "[Ghi chú: Văn phòng bổ sung.]"


def directives_issued() -> str:
    issued = (
        "{{ ke_hoach.issuer_short }} đã ban hành Kế hoạch số {{ ke_hoach.number }} ngày {{ ke_hoach.issued|day }}"
        "{{ ke_hoach|amended }}, "
        "phân công nhiệm vụ cho các cơ quan, đơn vị, địa phương.{{ sap_xep(view) }}{% if vp.issuing %} {{ vp.issuing }}.{% endif %}"
        "{% if van_ban %} Trên cơ sở đó, {{ van_ban|length|two }} cơ quan, đơn vị, địa phương đã ban hành văn bản triển "
        "khai thực hiện: {% for mot in van_ban %}{{ mot.agency }} ({% for ten in mot.texts %}{{ ten|inline }}"
        '{{ "; " if not loop.last }}{% endfor %}){{ "; " if not loop.last else "." }}{% endfor %}{% endif %}'
    )
    return (
        p(H1, "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
        + p(H2, "1. Ban hành văn bản")
        + p(BODY, issued)
        + when(
            "not van_ban and not vp.issuing",
            p(BODY, "[Ghi chú: chưa cơ quan nào báo cáo việc ban hành văn bản triển khai.]"),
        )
        + p(H2, "2. Hướng dẫn, kiểm tra, đôn đốc")
        + when("vp.guidance", p(BODY, "{{ vp.guidance }}."))
        + each("mot in hoat_dong", each("viec in mot.texts", p(BODY, "- {{ mot.agency }}: {{ viec }}.")))
        + when("not vp.guidance and not hoat_dong", p(BODY, ADDED))
        + when(
            "with_status",
            p(
                BODY,
                "Tình hình gửi báo cáo của các cơ quan, đơn vị, địa phương được tổng hợp tại {{ phu_luc.sending.mention }}.",
            ),
        )
    )


def results() -> str:
    sentence = "{{ cau(noi_dung, giay, phu_luc.results.mention) }}"
    whose = "{% if ket_qua or con_lai %}Kết quả{% else %}Phương hướng, nhiệm vụ{% endif %} theo từng cơ quan, đơn vị, địa phương"
    said = each("noi_dung in nhiem_vu.statements", p(BODY, sentence))
    said_of_clause = each("noi_dung in khoan.statements", p(BODY, sentence))
    return (
        p(H1, "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
        + when("view.figures.is_given", p(BODY, "{{ cau_so_lieu(view, phu_luc.figures.mention) }}"))
        + disagreements(working=False)
        + when(
            "nhac_phu_luc",
            p(BODY, whose + " được tổng hợp tại {{ phu_luc.results.mention }}."),
        )
        + each(
            "nhiem_vu in view.tasks",
            p(H2, "{{ nhiem_vu.number }}. {{ nhiem_vu.title }}"),
            said,
            each("note in nhiem_vu.notes", p(BODY, "{{ ghi_chu(note) }}")),
        )
        + when(
            "view.organisation",
            p(H2, "{{ so_cuoi + 1 }}. Tổ chức thực hiện"),
            each(
                "khoan in to_chuc",
                p(H3, "{{ loop.index|letter }}) {{ khoan.title }} (Mục {{ khoan.ref }})"),
                said_of_clause,
            ),
            each("note in view.organisation_notes", p(BODY, "{{ ghi_chu(note) }}")),
        )
        + p(H2, "{{ so_cuoi + (2 if view.organisation else 1) }}. Kinh phí, nguồn lực")
        + p(
            BODY,
            "{% if vp.funding %}{{ vp.funding }}.{% else %}{{ cau_kinh_phi(view) }}{% endif %}",
        )
    )


def urgent() -> str:
    begin = "Khó khăn, vướng mắc vượt thẩm quyền đã báo cáo trong kỳ:"
    return when("view.urgent|length == 1", p(BODY, begin + " {{ dot_xuat(view.urgent[0], giay) }}.")) + when(
        "view.urgent|length > 1",
        p(BODY, begin, more=KEEP_NEXT),
        each("viec in view.urgent", p(BODY, "- {{ dot_xuat(viec, giay) }}.")),
    )


def assessment() -> str:
    by = 'theo báo cáo của {{ mot.agencies|names(" ") }}).'
    unread = "[Ghi chú: chưa nhập nội dung báo cáo của {{ view.unread|names }}; kiểm tra khó khăn, vướng mắc nêu trong báo cáo.]"
    return (
        p(H1, "III. ĐÁNH GIÁ CHUNG")
        + p(H2, "1. Ưu điểm")
        + when(
            "vp.strengths or not uu_diem",
            p(BODY, "{% if vp.strengths %}{{ vp.strengths }}.{% else %}" + ADDED + "{% endif %}"),
        )
        + when("not vp.strengths", each("mot in uu_diem", p(BODY, "- {{ mot.text }} (" + by)))
        + p(H2, "2. Tồn tại, hạn chế; khó khăn, vướng mắc")
        + when("vp.limitations", p(BODY, "{{ vp.limitations }}."))
        + each("mot in han_che", p(BODY, "- {{ mot.text }} (" + by))
        + each(
            "mot in kho_khan", p(BODY, "- {{ mot.text }} ({{ 'vượt thẩm quyền; ' if mot.is_beyond }}" + by)
        )
        + urgent()
        + when(
            'view.no_difficulties == "all"',
            p(
                BODY,
                "Các cơ quan, đơn vị, địa phương không phản ánh khó khăn, vướng mắc."
                '{{ view.marks.no_difficulties or "" }}',
            ),
        )
        + when(
            'view.no_difficulties == "some"',
            p(
                BODY,
                "Các cơ quan, đơn vị, địa phương đã gửi báo cáo không phản ánh khó khăn, vướng mắc."
                '{{ view.marks.no_difficulties or "" }}',
            ),
        )
        + when(
            'view.no_difficulties == "nobody" and not vp.limitations',
            p(BODY, "[Ghi chú: chưa có báo cáo để tổng hợp khó khăn, vướng mắc.]"),
        )
        + when("view.unread", p(BODY, unread))
        + p(H2, "3. Nguyên nhân")
        + when("vp.causes", p(BODY, "{{ vp.causes }}."))
        + each("mot in nguyen_nhan", p(BODY, "- {{ mot.text }} (" + by))
        + when("not vp.causes and not nguyen_nhan", p(BODY, ADDED))
    )


def outlook_and_proposals() -> str:
    begin = (
        "Trong {{ ky.next_title }}, {{ giay.issuer_short }} tiếp tục chỉ đạo các cơ quan, đơn vị, địa phương thực hiện "
        '{% if ky.is_next_year %}{{ cong_tac(view) }}{{ view.marks.subject or "" }}{% else %}'
        "các nhiệm vụ tại Kế hoạch số {{ ke_hoach.number }}"
        "{% endif %}, trong đó tập trung:"
    )
    none = (
        "{% if view.unread %}[Ghi chú: chưa nhập nội dung báo cáo của {{ view.unread|names }}; kiểm tra kiến nghị, đề "
        "xuất nêu trong báo cáo.]{% elif not view.has_reports %}[Ghi chú: chưa có báo cáo để tổng hợp kiến nghị, đề "
        "xuất.]{% else %}{{ giay.issuer }} không có kiến nghị, đề xuất."
        '{{ view.marks.no_proposals or "" }}{% endif %}'
    )
    others = '- {{ mot.text }}{% if mot.to != "UBND tỉnh, sở, ngành khác" %} (kiến nghị với {{ mot.to }}){% endif %}.'
    asked = "- {{ de_nghi_dot_xuat(viec, giay) }}."
    internal = (
        "[Ghi chú: có {{ noi_bo|length|two }} kiến nghị với {{ giay.issuer_short }}, không đưa vào báo cáo; "
        'xem phiếu trình.]{{ view.marks.internal or "" }}'
    )
    closing = (
        'Trên đây là báo cáo {{ ten_bao_cao(view) }}{{ view.marks.subject or "" }}; {{ giay.issuer }} báo cáo {{ giay.to_short or "cấp trên" }} '
        "theo dõi, tổng hợp./."
    )
    return (
        p(H1, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ {{ ky.next_title|upper }}")
        + p(BODY, begin, more=KEEP_NEXT)
        + each("viec in vp.next", p(BODY, "{{ loop.index }}. {{ viec }}."))
        + when("not vp.next", p(BODY, ADDED))
        + p(H1, "V. KIẾN NGHỊ, ĐỀ XUẤT")
        + when(
            "len_tren or dx_tren",
            p(H2, "1. Đối với {{ giay.to_short }}"),
            each("mot in len_tren", p(BODY, "- {{ mot.text }}.")),
            each("viec in dx_tren", p(BODY, asked)),
        )
        + when(
            "noi_khac or dx_khac",
            p(H2, "{{ 2 if len_tren or dx_tren else 1 }}. Đối với UBND tỉnh và các sở, ngành"),
            each("mot in noi_khac", p(BODY, others)),
            each("viec in dx_khac", p(BODY, asked)),
        )
        + when("not len_tren and not noi_khac and not dx_tren and not dx_khac", p(BODY, none))
        + when("noi_bo and not vp.internal", p(BODY, internal))
        + p(BODY, closing, more=KEEP_NEXT)
    )


def draft() -> str:
    to = "Kính gửi: {% if giay.to %}{{ giay.to }}{% else %}[Ghi chú: bổ sung nơi nhận báo cáo.]{% endif %}"
    nobody = (
        "[Ghi chú: đến ngày {{ view.as_of|day }} chưa nhận được báo cáo của cơ quan, đơn vị, địa phương nào; "
        "dự thảo chưa đủ căn cứ trình ký.]"
    )
    left = each("dong in giay.letterhead", p("CoQuan", "{{ dong }}"))
    return (
        letterhead(left, number='Số:{{ " " if not giay.number }}{{ so(giay) }}')
        + p("Title", "BÁO CÁO")
        + p("Subtitle", TITLE)
        + p("KeNgan")
        + p("KinhGui", to)
        + p(BODY, "{{ mo_dau(view) }}")
        + when("not view.has_reports", p(BODY, nobody))
        + directives_issued()
        + results()
        + assessment()
        + outlook_and_proposals()
        + signature()
        + section_break(PORTRAIT, is_new=False)
        + when("phu_luc.figures.title", appendix_1(working=False), section_break(LANDSCAPE, is_new=True))
        + when("phu_luc.results.title", appendix_2(working=False), section_break(LANDSCAPE, is_new=True))
        + when("with_status", appendix_3(working=False), section_break(LANDSCAPE, is_new=True))
        + when("view.trace", appendix_sources(working=False), section_break(LANDSCAPE, is_new=True))
        + section(LANDSCAPE, is_new=True)
    )
