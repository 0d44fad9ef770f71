"""The internal compilation: every agency's words with their source; its sentences are the Markdown copy's."""
# ruff: noqa: E501, INP001  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_appendices import appendix_2, appendix_3, appendix_sources
from word_figures import appendix_1
from word_frame import BODY, H1, H2, H3, each, section_break, when
from word_parts import LANDSCAPE, PORTRAIT, p, section

_CASES = (
    (
        "1. Ban hành văn bản",
        "issuing",
        ('tung_viec(van_ban, "Chưa cơ quan nào báo cáo việc ban hành văn bản triển khai.")',),
    ),
    (
        "2. Hướng dẫn, kiểm tra, đôn đốc",
        "guidance",
        ('tung_viec(hoat_dong, "Chưa cơ quan nào báo cáo nội dung này.")',),
    ),
)
_JUDGED = (
    ("1. Ưu điểm", "strengths", ('tung_y(uu_diem, "Chưa cơ quan nào nêu ưu điểm.")',)),
    (
        "2. Tồn tại, hạn chế; khó khăn, vướng mắc",
        "limitations",
        (
            'tung_y(han_che, "Chưa cơ quan nào nêu tồn tại, hạn chế.")',
            'tung_y(kho_khan, "Chưa cơ quan nào nêu khó khăn, vướng mắc.")',
        ),
    ),
    ("3. Nguyên nhân", "causes", ('tung_y(nguyen_nhan, "Chưa cơ quan nào nêu nguyên nhân.")',)),
)


def _clauses(cases: tuple[tuple[str, str, tuple[str, ...]], ...]) -> str:
    return "".join(
        p(H2, title)
        + p(BODY, f"{{{{ loi_van_phong(vp.{field}) }}}}")
        + "".join(p(BODY, f"{{{{ {made} }}}}") for made in points)
        + (
            each("viec in view.urgent", p(BODY, "{{ dot_xuat_noi_bo(viec) }}"))
            if field == "limitations"
            else ""
        )
        for title, field, points in cases
    )


def _begin() -> str:
    theory = (
        "Theo Kế hoạch số {{ ke_hoach.number }} ngày {{ ke_hoach.issued|day }} của {{ ke_hoach.issuer }}"
        "{{ ke_hoach|amended }} (tính đến ngày "
        "{{ view.as_of|day }}). Tài liệu nội bộ phục vụ tổng hợp, không gửi kèm báo cáo."
    )
    counts = (
        "Đến hết ngày {{ view.as_of|day }}, {% if so_lieu.received %}đã có {{ so_lieu.received|two }}/"
        "{{ so_lieu.expected|two }} cơ quan, đơn vị, địa phương gửi báo cáo ({% if so_lieu.on_time %}"
        '{{ so_lieu.on_time|two }} đơn vị đúng hạn{% endif %}{{ ", " if so_lieu.on_time and so_lieu.late }}'
        "{% if so_lieu.late %}{{ so_lieu.late|two }} đơn vị chậm{% endif %}){% if so_lieu.missing %}; còn "
        "{{ so_lieu.missing|two }} đơn vị chưa gửi{% endif %}.{% else %}chưa có cơ quan, đơn vị, địa phương nào trong "
        "{{ so_lieu.expected|two }} nơi phải báo cáo gửi báo cáo.{% endif %}"
        '{{ view.marks.counts or "" }}{% if so_lieu.returned %} Trả lại để bổ sung: '
        "{{ so_lieu.returned|two }}.{% endif %}{% if gui.drafts %} Chờ văn bản chính thức: {{ gui.drafts|two }}."
        "{% endif %}{% if gui.unread %} Chưa nhập nội dung: {{ gui.unread|two }}.{% endif %}"
        '{% if gui.to_review %} Cần rà soát lại vì nhiệm vụ đã thay đổi: {{ gui.to_review|names(" ") }}.{% endif %}'
        "{% if so_lieu.exempt %} "
        "Không phải báo cáo kỳ này: {{ so_lieu.exempt|two }}.{% endif %}{% if view.closing %} Đã chốt số liệu tính đến "
        "ngày {{ view.closing.date|day }}.{% endif %}"
    )
    return (
        p("Title", "BẢNG TỔNG HỢP BÁO CÁO")
        + p("Subtitle", "Kết quả thực hiện {{ cong_tac(view) }} {{ ky.name }}")
        + p("KeNgan")
        + p(BODY, theory)
        + p(BODY, counts)
    )


def _results() -> str:
    return (
        p(H1, "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ")
        + each(
            "nhiem_vu in view.tasks",
            p(H2, "{{ nhiem_vu.number }}. {{ nhiem_vu.title }} (Mục {{ nhiem_vu.ref }})"),
            p(BODY, "{{ mot_nhiem_vu(nhiem_vu) }}"),
        )
        + when(
            "view.organisation",
            p(H2, "{{ so_cuoi + 1 }}. Tổ chức thực hiện"),
            each(
                "khoan in view.organisation",
                p(H3, "{{ loop.index|letter }}) {{ khoan.title }} (Mục {{ khoan.ref }})"),
                p(BODY, "{{ mot_nhiem_vu(khoan) }}"),
            ),
        )
        + p(H2, "{{ so_cuoi + (2 if view.organisation else 1) }}. Kinh phí, nguồn lực")
        + p(BODY, "{{ loi_van_phong(vp.funding) }}")
        + when("view.funds.lines", p(BODY, "{{ kinh_phi_tung_noi(view) }}"))
    )


def _proposals() -> str:
    groups = (
        ('1. Đối với {{ giay.to_short or "cấp trên" }}', "len_tren", "dx_tren"),
        ("2. Đối với UBND tỉnh và các sở, ngành", "noi_khac", "dx_khac"),
        ("3. Đối với {{ giay.issuer_short }}", "noi_bo", "dx_noi_bo"),
    )
    one = (
        '- {% if y.agencies %}{{ y.agencies|names(" ") }}{% else %}Văn phòng{% endif %} (kiến nghị với {{ y.to }}): '
        "{{ y.text }}"
    )
    made = p(H1, "V. KIẾN NGHỊ, ĐỀ XUẤT")
    for title, name, urgent in groups:
        made += p(H2, title)
        made += each(
            f"y in {name}", p(BODY, one), when("y.sources", p("Nguon", "{{ nguon_chung(y.sources) }}"))
        )
        made += each(f"viec in {urgent}", p(BODY, "{{ de_nghi_noi_bo(viec) }}"))
        made += when(f"not {name} and not {urgent}", p(BODY, "Chưa có kiến nghị, đề xuất."))
    return made + when("noi_bo and vp.internal", p(BODY, "Xử lý của Văn phòng: {{ vp.internal }}"))


def working_copy() -> str:
    """The whole document."""
    return (
        _begin()
        + p(H1, "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
        + _clauses(_CASES)
        + _results()
        + p(H1, "III. ĐÁNH GIÁ CHUNG")
        + _clauses(_JUDGED)
        + p(H1, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ {{ ky.next_title|upper }}")
        + each("viec in vp.next", p(BODY, "{{ loi_van_phong(viec) }}"))
        + when("not vp.next", p(BODY, '{{ loi_van_phong("") }}'))
        + p(BODY, '{{ tung_y(phuong_huong, "Chưa cơ quan nào nêu phương hướng, nhiệm vụ.") }}')
        + _proposals()
        + section_break(PORTRAIT, is_new=False)
        + when(
            "phu_luc.figures.title",
            appendix_1(working=True),
            section_break(LANDSCAPE, is_new=True),
        )
        + appendix_2(working=True)
        + section_break(LANDSCAPE, is_new=True)
        + appendix_3(working=True)
        + when("view.trace", section_break(LANDSCAPE, is_new=True), appendix_sources(working=True))
        + section(LANDSCAPE, is_new=True)
    )
