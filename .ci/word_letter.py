"""The letter that asks for reports or urges them: mẫu 1.5 of Nghị định 30/2020/NĐ-CP."""
# ruff: noqa: E501, INP001, D103  # sentences stand whole; this folder is no package

from __future__ import annotations

from word_frame import BODY, CELL, GAP, KEEP_NEXT, MIDDLE, each, section_break, signature, when
from word_parts import PORTRAIT, PORTRAIT_ROOM, p, row, row_tag, section, table, wide_row, widths

REPORT = "kết quả thực hiện {{ cong_tac }} {{ ky.name }}"
PLAN = (
    "{% if muc %}Mục {{ muc }} {% endif %}Kế hoạch số {{ ke_hoach.number }} ngày {{ ke_hoach.issued|day }} "
    "của {{ ke_hoach.issuer_short }}"
)
US = "{{ giay.issuer_short }}"
TO_US = f"{US} (qua {{{{ noi_nhan_bao_cao }}}})"
UP = '{{ cap_tren or "cấp trên" }}'
LIMIT = (
    "{% if truoc %}trước ngày {{ moc|day }} (chậm nhất hết ngày {{ ngay_cuoi|day }})"
    "{% else %}chậm nhất hết ngày {{ ngay_cuoi|day }}{% endif %}"
)
SHORT_LIMIT = "{{ 'trước' if truoc else 'chậm nhất' }} ngày {{ moc|day }}"
NEW_LIMIT = "trước ngày {{ moc_moi|day }} (chậm nhất hết ngày {{ ngay_cuoi_moi|day }})"
IN_LIST = "{% if trong_danh_sach %} có tên trong danh sách kèm theo{% endif %}"
DEMAND = (
    f"{{% if yeu_cau %}}yêu cầu {{{{ yeu_cau }}}}{IN_LIST}{{% endif %}}{{{{ '; ' if yeu_cau and de_nghi }}}}"
    f"{{% if de_nghi %}}đề nghị {{{{ de_nghi }}}}{IN_LIST}{{% endif %}}"
)
PART = (  # of all who owe the report, those addressed; «quá hạn» only where it tells them from the rest
    "{{ so_lieu.missing|two }} cơ quan, đơn vị, địa phương chưa gửi báo cáo, trong đó có {{ so_noi|two }} cơ quan, "
    "đơn vị, địa phương có tên "
    "{% if co_danh_sach %}trong danh sách kèm theo{% else %}tại phần Kính gửi{% endif %}"
    "{% if not noi_khac_qua_han %} đã quá hạn{% endif %}"
)
WHO = "{{ lien_he.name }}{% if lien_he.title %}, {{ lien_he.title }}{% endif %}{% if lien_he.phone %}, điện thoại {{ lien_he.phone }}{% endif %}"
CONTACT = f"{{% if lien_he %}}{WHO}{{% else %}}[Ghi chú: bổ sung đầu mối liên hệ]{{% endif %}}"
EVERYBODY = "các cơ quan, đơn vị, địa phương"
LETTER_1, LETTER_2, LETTER_3 = 'giai_doan == "1"', 'giai_doan == "2"', 'giai_doan == "3"'
BLANK_DATE = "ngày      tháng      năm {{ giay.year }}"
BLANK_NUMBER = "      /{{ giay.symbol }}"
SUBJECT = "SoKyHieu"  # 13 upright, centred, 6 pt below the number: what row 5b asks for


def head() -> str:
    """Letterhead with V/v under the number; number, place and date wait for the registry."""
    columns = widths(PORTRAIT_ROOM, 63, 102)
    left = each("dong in giay.letterhead", p("CoQuan", "{{ dong }}")) + p("KeNgan")
    right = (
        p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + p("KeBangChu")
    )
    urging = "V/v đôn đốc (lần 2) "
    number = (
        p("SoKyHieu", f"Số:{BLANK_NUMBER}")
        + when(LETTER_1, p(SUBJECT, f"V/v báo cáo {REPORT}"))
        + when(LETTER_2, p(SUBJECT, f"V/v đôn đốc gửi báo cáo {REPORT}"))
        + when(
            f"{LETTER_3} and yeu_cau",
            p(SUBJECT, f"{urging}và chấn chỉnh việc thực hiện chế độ báo cáo {{{{ cong_tac }}}}"),
        )
        + when(f"{LETTER_3} and not yeu_cau", p(SUBJECT, f"{urging}gửi báo cáo {REPORT}"))
    )
    date = p("NgayThang", f"{{{{ giay.place }}}}, {BLANK_DATE}")
    rows = [row(columns, [left, right]), row(columns, [number, date])]
    return table(columns, rows, is_ruled=False)


def addressees() -> str:
    """The dashes stand under the colon (Phụ lục I, II.9)."""
    begin = (
        '<w:keepNext/><w:spacing w:before="200" w:after="0"/><w:ind w:firstLine="1560"/><w:jc w:val="left"/>'
    )
    line = '<w:keepNext/><w:ind w:left="2552" w:firstLine="0"/>'
    listed = "Kính gửi: Các cơ quan, đơn vị, địa phương (có danh sách kèm theo)"
    return (
        when("co_danh_sach", p("KinhGui", listed))
        + when("not co_danh_sach and mot_dong", p("KinhGui", "Kính gửi: {{ mot_dong }}"))
        + when(
            "not co_danh_sach and not mot_dong",
            p("KinhGui", "Kính gửi:", more=begin),
            each(
                "noi in kinh_gui",
                p("KinhGuiDong", '- {{ noi }}{{ "." if loop.last else ";" }}', more=line),
            ),
        )
    )


def asking() -> str:
    figures = (
        "Số liệu thực hiện tính đến hết ngày {% if ky.cutoff %}{{ ky.cutoff|day }}{% else %}[Ghi chú: bổ sung ngày "
        "chốt số liệu]{% endif %}{% if ky.estimate_until %}; số ước thực hiện tính đến hết ngày "
        "{{ ky.estimate_until|day }}{% endif %}."
    )
    mail = (
        "{% if lien_he and lien_he.email %}{{ lien_he.email }}{% else %}[Ghi chú: bổ sung địa chỉ thư điện tử]"
        "{% endif %}"
    )
    return when(
        LETTER_1,
        p(
            BODY,
            f"Thực hiện chế độ báo cáo quy định tại {PLAN} {{{{ ke_hoach.title|lower_first }}}}"
            f"{{{{ ke_hoach|amended }}}}, {US} {DEMAND} "
            "thực hiện các nội dung sau:",
        ),
        p(
            BODY,
            f"1. Báo cáo {REPORT} theo nhiệm vụ được phân công (theo biểu mẫu gửi kèm). {figures}",
        ),
        p(
            BODY,
            "2. Nhiệm vụ không phát sinh trong kỳ ghi rõ “không phát sinh”; nội dung chưa có số liệu ghi rõ “chưa có số "
            "liệu”, không bỏ trống. Không nêu họ tên, địa chỉ, thông tin riêng của trẻ em trong báo cáo.",
        ),
        p(
            BODY,
            f"3. Gửi báo cáo bằng văn bản về {TO_US} {LIMIT}, đồng thời gửi tệp biểu mẫu đã điền về địa chỉ {mail} "
            f"để tổng hợp, báo cáo {UP} theo quy định.",
        ),
        returned(),
        p(
            BODY,
            f"Trong quá trình thực hiện, nếu có vướng mắc, liên hệ {CONTACT} để phối hợp giải quyết./.",
            more=KEEP_NEXT,
        ),
    )


def returned() -> str:
    return when(
        "tra_lai",
        p(
            BODY,
            "Riêng {{ tra_lai }}: báo cáo đã gửi được trả lại để bổ sung; đề nghị hoàn thiện và gửi lại trong thời hạn nêu "
            "trên.",
        ),
    )


def urging() -> str:
    cited = (
        "{% if cong_van_truoc %} và {% for mot in cong_van_truoc %}Công văn số {{ mot.number }} ngày {{ mot.dated|day }}"
        '{{ ", " if not loop.last }}{% endfor %}{% endif %}'
    )
    count = (
        f"{US} đã nhận được {{{{ so_lieu.received }}}}/{{{{ so_lieu.expected }}}} báo cáo; còn "
        f"{{% if so_noi < so_lieu.missing %}}{PART}{{% else %}}{{{{ so_noi|two }}}} cơ quan, đơn vị, địa phương "
        "{% if co_danh_sach %}(danh sách kèm theo){% else %}có tên tại phần Kính gửi{% endif %} chưa gửi báo cáo"
        "{% endif %}."
    )
    single = (
        f"{US} chưa nhận được báo cáo{{{{ ' bổ sung, hoàn thiện' if tra_lai }}}} của {{{{ mot_co_quan }}}}."
    )
    return when(
        LETTER_2,
        p(
            BODY,
            f"Theo {PLAN}{{{{ ke_hoach|amended }}}}{cited}, {EVERYBODY} báo cáo {REPORT} về {US} {SHORT_LIMIT}. Đến hết ngày {{{{ view.as_of|day }}}}, "
            f"{{% if mot_co_quan %}}{single}{{% else %}}{count}{{% endif %}}",
        ),
        p(
            BODY,
            f"Để kịp thời tổng hợp, báo cáo {UP} theo quy định, {US} {DEMAND} khẩn trương hoàn thành báo cáo, gửi về "
            f"{TO_US} {NEW_LIMIT}. Nhiệm vụ không phát sinh trong kỳ vẫn phải báo cáo, ghi rõ “không phát sinh”.",
        ),
        returned(),
        p(
            BODY,
            "Trường hợp đã gửi báo cáo trước khi nhận được Công văn này, đề nghị thông tin số, ngày văn bản để "
            f"{{{{ noi_nhan_bao_cao }}}} đối chiếu (liên hệ {CONTACT})./.",
            more=KEEP_NEXT,
        ),
    )


def urging_again() -> str:
    cited = (
        "{% if cong_van_truoc|length == 1 %}Ngày {{ cong_van_truoc[0].dated|day }}, "
        f"{US} đã có Công văn số {{{{ cong_van_truoc[0].number }}}}{{% else %}}{US} đã có "
        "{% for mot in cong_van_truoc %}Công văn số {{ mot.number }} ngày {{ mot.dated|day }}"
        '{{ ", " if not loop.last }}{% endfor %}{% endif %}'
    )
    silent = (
        f"{{% if mot_co_quan %}}{US} vẫn chưa nhận được báo cáo{{{{ ' bổ sung, hoàn thiện' if tra_lai }}}} của "
        f"{{{{ mot_co_quan }}}}{{% else %}}vẫn còn {{% if so_noi < so_lieu.missing %}}{PART}{{% else %}}"
        "{{ so_noi|two }} cơ quan, đơn vị, địa phương{% if co_danh_sach %} (danh sách kèm theo){% endif %} "
        "chưa gửi báo cáo{% endif %}{% endif %}"
    )
    heads = (
        "{% if trong_danh_sach %}Thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các xã có tên trong danh sách kèm theo"
        "{% else %}{% if thu_truong %}{% if so_thu_truong == 1 %}người đứng đầu {% else %}Thủ trưởng các cơ quan, đơn vị: "
        "{% endif %}{{ thu_truong }}{% endif %}{{ '; ' if thu_truong and chu_tich }}"
        "{% if chu_tich %}Chủ tịch {{ chu_tich }}{% endif %}{% endif %}"
    )
    third = (
        f"{{{{ 3 if de_nghi else 2 }}}}. Giao {{{{ noi_nhan_bao_cao }}}} theo dõi; sau thời hạn trên, tổng hợp danh sách cơ quan, "
        f"đơn vị, địa phương chưa gửi báo cáo, báo cáo Chủ tịch {US} xem xét, chỉ đạo."
    )
    return when(
        LETTER_3,
        p(
            BODY,
            f"{cited} đôn đốc gửi báo cáo {REPORT}. Tuy nhiên, đến hết ngày {{{{ view.as_of|day }}}}, {silent}, ảnh hưởng đến "
            f"tiến độ tổng hợp, báo cáo {UP}.{{% if yeu_cau %}} {US} có ý kiến như sau:{{% endif %}}",
        ),
        when(
            "yeu_cau",
            p(
                BODY,
                f"1. Yêu cầu {heads} nghiêm túc rút kinh nghiệm trong việc chấp hành chế độ báo cáo; trực tiếp chỉ đạo hoàn "
                f"thành báo cáo, gửi về {TO_US} {NEW_LIMIT}, nêu rõ lý do chậm báo cáo.",
            ),
            when(
                "de_nghi",
                p(
                    BODY,
                    f"2. Đề nghị {{{{ de_nghi }}}}{IN_LIST} quan tâm, gửi báo cáo trong thời hạn nêu trên.",
                ),
            ),
            p(BODY, third),
            returned(),
            p(
                BODY,
                f"{{{{ 'Đề nghị' if de_nghi else 'Yêu cầu' }}}} {{% if mot_co_quan %}}{{{{ mot_co_quan }}}}{{% else %}}{EVERYBODY}"
                "{% endif %} nghiêm túc thực hiện./.",
                more=KEEP_NEXT,
            ),
        ),
        when(
            "not yeu_cau",
            returned(),
            p(
                BODY,
                f"{US} rất mong {{{{ de_nghi }}}}{IN_LIST} quan tâm, gửi báo cáo về {TO_US} {NEW_LIMIT}./.",
                more=KEEP_NEXT,
            ),
        ),
    )


def listed() -> str:
    """Everybody addressed, on a page of their own."""
    columns = widths(PORTRAIT_ROOM, 12, 78, 45, 30)
    state = "{% if o.returned %}Trả lại để bổ sung (ngày {{ o.returned|day }}){% else %}Chưa gửi{% endif %}"
    days = '{% if giai_doan == "1" %}{{ o.last_day|day }}{% else %}{{ o.days }}{% endif %}'
    last = "{{ 'Hạn cuối' if giai_doan == '1' else 'Số ngày quá hạn' }}"
    heads = ("TT", "Cơ quan, đơn vị, địa phương", "Tình trạng", last)
    cells = [p(MIDDLE, "{{ o.number }}"), p(CELL, "{{ o.name }}"), p(CELL, state), p(MIDDLE, days)]
    name = p("DauBang", "{{ mot.letter }}. {{ mot.name }}", more=KEEP_NEXT + '<w:jc w:val="left"/>')
    rows = [
        row(columns, [p("DauBang", h) for h in heads], is_header=True),
        row_tag("for mot in khoi", len(columns)),
        wide_row(columns, p(MIDDLE), name),
        row_tag("for o in mot.rows", len(columns)),
        row(columns, cells),
        row_tag("endfor", len(columns)),
        row_tag("endfor", len(columns)),
    ]
    work = "{{ cong_tac|upper }}"
    return (
        p("TenPhuLuc", "DANH SÁCH CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG")
        + when(LETTER_1, p("TenPhuLuc", f"BÁO CÁO KẾT QUẢ THỰC HIỆN {work}"))
        + when(f"not {LETTER_1}", p("TenPhuLuc", f"CHƯA GỬI BÁO CÁO KẾT QUẢ THỰC HIỆN {work}"))
        + p("TenPhuLuc", "{{ ky.name|upper }}")
        + p("KemTheo", f"(Kèm theo Công văn số{BLANK_NUMBER} {BLANK_DATE} của {{{{ giay.issuer }}}})")
        + p("KeNgan")
        + p("NgatPhan", more=GAP)
        + table(columns, rows, is_ruled=True)
    )


def letter() -> str:
    return (
        head()
        + addressees()
        + asking()
        + urging()
        + urging_again()
        + signature()
        + when("co_danh_sach", section_break(PORTRAIT, is_new=False), listed())
        + section(PORTRAIT, is_new=True)
    )
