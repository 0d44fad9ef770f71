"""The draft and the working copy as a reader meets them: the sentence of every case, the frame, whole documents."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from kehoach_cli.model.plan import Exempt, SendUp
from kehoach_cli.queries.status import status_of
from kehoach_cli.render.sentences import marks, state_words
from made_up_reports import (
    AS_OF,
    COMMUNES,
    POLICE,
    REPORTS,
    SUMMARY,
    Node,
    answer,
    draft,
    plan_61,
    rendered,
    six_months,
    under,
    view_of,
    visible,
    working,
)

GOLDEN = Path(__file__).parent / "golden" / "report"
EXEMPT = (Exempt(agency="Liên đoàn Lao động huyện", reason="Không có nhiệm vụ trong kỳ"),)
OTHERS = "Sơn Dung, Sơn Liên, Sơn Bua, Sơn Tân, Sơn Màu, Sơn Tinh, Sơn Long, Sơn Lập"
COORDINATED = (
    "Kết quả phối hợp thực hiện của các cơ quan, đơn vị, địa phương được tổng hợp tại Phụ lục kèm theo."
)


def both(reports: dict[str, Node], number: int, summary: Node | None = None) -> tuple[list[str], list[str]]:
    """What draft and working copy say of one task."""
    view = view_of(reports, summary)
    return under(draft(view), f"### {number}. "), under(working(view), f"### {number}. ")


# The table of cases, office 8.7


def test_lead_reported() -> None:
    report = answer("II.5", result="Tiêm chủng 210 trẻ em.", number="45/BC-TTYT", dated="2025-05-13")
    signed, inner = both({"trung-tam-y-te": report}, 5)
    assert signed == ["Tiêm chủng 210 trẻ em."]
    assert inner[:2] == [
        "- Trung tâm Y tế (chủ trì): Tiêm chủng 210 trẻ em.",
        "  Tình trạng: đang thực hiện. Nguồn: Trung tâm Y tế, BC số 45/BC-TTYT ngày 13/5/2025.",
    ]


def test_several_leads() -> None:
    signed, _ = both(
        {
            "trung-tam-y-te": answer("II.9", result="Đã lập kế hoạch."),
            "phong-van-hoa-khoa-hoc-va-thong-tin": answer("II.9", result="Đã dựng kịch bản"),
        },
        9,
    )
    assert signed == [
        "- Trung tâm Y tế: Đã lập kế hoạch.",
        "- Phòng Văn hóa, Khoa học và Thông tin: Đã dựng kịch bản.",
    ]


def test_coordinators_reported() -> None:
    signed, inner = both(
        {
            "trung-tam-y-te": answer("II.5", result="Tiêm chủng 210 trẻ em."),
            "ubnd-xa-son-mua": answer("II.5", result="Thăm 03 gia đình."),
        },
        5,
    )
    assert signed == ["Tiêm chủng 210 trẻ em.", COORDINATED]
    assert "- UBND xã Sơn Mùa (phối hợp): Thăm 03 gia đình." in inner


def test_nothing_came_up_for_the_lead() -> None:
    signed, inner = both({"phong-tu-phap": answer("II.6", "không phát sinh")}, 6)
    assert signed == ["Theo báo cáo của Phòng Tư pháp, trong kỳ không phát sinh nội dung thuộc nhiệm vụ này."]
    assert inner[0] == "- Phòng Tư pháp (chủ trì): không phát sinh trong kỳ."


def test_nothing_came_up_for_anybody() -> None:
    everyone = ["phong-tu-phap", "phong-giao-duc-va-dao-tao", *COMMUNES, *POLICE]
    signed, inner = both({key: {"rest": "không phát sinh"} for key in everyone}, 6)
    assert signed == ["Trong kỳ không phát sinh nội dung thuộc nhiệm vụ này."]
    assert [p for p in inner if not p.startswith("  Nguồn: ")] == [
        "- Phòng Tư pháp (chủ trì): không phát sinh trong kỳ (trả lời chung cho các nhiệm vụ còn lại).",
        (
            "- Phòng Giáo dục và Đào tạo, UBND các xã, Công an các xã (phối hợp): không phát sinh trong kỳ "
            "(trả lời chung cho các nhiệm vụ còn lại)."
        ),
        "Nhóm chưa xác định thành phần, không tính báo cáo: Hội, đoàn thể.",
    ]


def test_nothing_came_up_for_some_leads() -> None:
    signed, _ = both({p: {"rest": "không phát sinh"} for p in POLICE[:2]}, 3)
    assert signed[0] == (
        "Theo báo cáo của Công an các xã Sơn Mùa, Sơn Dung, trong kỳ không phát sinh nội dung thuộc nhiệm vụ này."
    )


def test_not_started() -> None:
    report = {
        "tasks": [
            {"ref": "II.6", "status": "chưa triển khai", "result": "Chờ hướng dẫn", "expected": "quý III"}
        ]
    }
    signed, inner = both({"phong-tu-phap": report}, 6)
    assert signed == [
        "Đến thời điểm báo cáo, nhiệm vụ chưa được triển khai. Lý do: Chờ hướng dẫn. Dự kiến thực hiện: quý III."
    ]
    assert inner[:2] == [
        "- Phòng Tư pháp (chủ trì): chưa triển khai. Lý do: Chờ hướng dẫn",
        "  Dự kiến thực hiện: quý III",
    ]


def test_not_started_without_a_reason() -> None:
    signed, inner = both({"phong-tu-phap": answer("II.6", "chưa triển khai")}, 6)
    assert signed == [
        "Đến thời điểm báo cáo, nhiệm vụ chưa được triển khai.",
        "[Ghi chú: báo cáo của Phòng Tư pháp chưa nêu lý do.]",
    ]
    assert inner[0] == "- Phòng Tư pháp (chủ trì): chưa triển khai. Lý do: chưa nêu."


def test_paused() -> None:
    signed, _ = both({"phong-tu-phap": answer("II.6", "tạm dừng", "Chờ kinh phí.")}, 6)
    assert signed == ["Nhiệm vụ đang tạm dừng thực hiện. Lý do: Chờ kinh phí."]


def test_a_status_without_words() -> None:
    signed, inner = both({"phong-tu-phap": answer("II.6", "đã hoàn thành")}, 6)
    assert signed == [
        "Nhiệm vụ đã hoàn thành.",
        "[Ghi chú: báo cáo của Phòng Tư pháp chưa nêu kết quả cụ thể.]",
    ]
    assert inner[0] == "- Phòng Tư pháp (chủ trì): đã hoàn thành."


def test_lead_silent() -> None:
    signed, inner = both({"ubnd-xa-son-mua": answer("II.6", result="Tư vấn 02 lượt.")}, 6)
    assert signed == [COORDINATED, "[Ghi chú: chưa có báo cáo của cơ quan chủ trì là Phòng Tư pháp.]"]
    assert "Chưa có báo cáo của cơ quan chủ trì: Phòng Tư pháp (quá hạn 6 ngày)." in inner


def test_lead_silent_and_the_office_decided() -> None:
    signed, inner = both({}, 6, {"tasks": [{"ref": "II.6", "later": "true"}]})
    assert signed == [
        "Đến thời điểm tổng hợp, UBND huyện chưa có số liệu về kết quả thực hiện nhiệm vụ này và sẽ báo cáo bổ sung."
    ]
    assert inner[0] == "Văn phòng: chưa có số liệu, sẽ báo cáo bổ sung."
    assert "Chưa có báo cáo của cơ quan chủ trì: Phòng Tư pháp (quá hạn 6 ngày)." in inner


def test_some_of_several_leads_silent() -> None:
    sent = {
        p: answer("II.3", result="Có.")
        for p in POLICE
        if p not in ("cong-an-xa-son-bua", "cong-an-xa-son-lap")
    }
    signed, inner = both(sent, 3)
    assert signed[-1] == (
        "[Ghi chú: chưa có báo cáo của cơ quan đồng chủ trì là Công an các xã: Sơn Bua, Sơn Lập.]"
    )
    assert (
        "Chưa có báo cáo của cơ quan đồng chủ trì là Công an các xã: Sơn Bua, Sơn Lập (quá hạn 6 ngày)."
        in inner
    )


def test_coordinators_silent() -> None:
    signed, inner = both({"trung-tam-y-te": answer("II.5", result="Tiêm chủng 210 trẻ em.")}, 5)
    assert signed == ["Tiêm chủng 210 trẻ em."]
    assert "Chưa có báo cáo của cơ quan phối hợp: UBND các xã (quá hạn 6 ngày)." in inner


def test_nobody_reported() -> None:
    signed, inner = both({}, 6)
    assert signed == ["[Ghi chú: chưa cơ quan nào báo cáo về nhiệm vụ này.]"]
    assert inner == [
        "Chưa nhận được báo cáo nào về nhiệm vụ này.",
        "Chưa có báo cáo của cơ quan chủ trì: Phòng Tư pháp (quá hạn 6 ngày).",
        "Chưa có báo cáo của cơ quan phối hợp: Phòng Giáo dục và Đào tạo, UBND các xã, Công an các xã (quá hạn 6 ngày).",
        "Nhóm chưa xác định thành phần, không tính báo cáo: Hội, đoàn thể.",
    ]


def test_reported_but_silent_on_this_task() -> None:
    signed, inner = both({"phong-tu-phap": answer("IV.3", result="Xong.")}, 6)
    assert signed == ["[Ghi chú: báo cáo của Phòng Tư pháp không nêu nhiệm vụ này.]"]
    assert "Phòng Tư pháp đã gửi báo cáo nhưng không nêu nhiệm vụ này (chủ trì)." in inner


def test_received_but_not_entered() -> None:
    signed, inner = both({"phong-tu-phap": {"number": "08/BC-TP"}}, 6)
    note = "[Ghi chú: đã nhận Báo cáo số 08/BC-TP của Phòng Tư pháp, chưa nhập nội dung.]"
    assert signed == [note]
    assert note in inner


def test_received_without_a_number() -> None:
    signed, _ = both({"phong-tu-phap": {}}, 6)
    assert signed == ["[Ghi chú: đã nhận báo cáo đến ngày 12/5/2025 của Phòng Tư pháp, chưa nhập nội dung.]"]


def test_not_its_duty() -> None:
    signed, inner = both({"phong-tu-phap": answer("II.6", "không thuộc nhiệm vụ", "Đã chuyển.")}, 6)
    assert signed == [
        "[Ghi chú: Phòng Tư pháp cho rằng nhiệm vụ không thuộc chức năng của cơ quan; báo cáo lãnh đạo xem xét.]"
    ]
    assert inner[0] == "- Phòng Tư pháp (chủ trì): không thuộc nhiệm vụ của cơ quan. Lý do: Đã chuyển."


def test_optional_lead_absent() -> None:
    signed, inner = both({"van-phong": answer("II.12", result="Vận động 12 triệu đồng.")}, 12)
    assert signed == ["Vận động 12 triệu đồng."]
    assert "Quỹ Bảo trợ trẻ em: kế hoạch ghi “Nếu có”, không tính báo cáo." in inner


def test_joint_report() -> None:
    report = answer("II.3", result="Gặp gỡ tại 04 thôn.", covers=["Công an xã Sơn Mùa"], number="31/BC-UBND")
    signed, inner = both({"ubnd-xa-son-mua": report}, 3)
    assert signed == [
        "- Công an xã Sơn Mùa: Gặp gỡ tại 04 thôn.",
        f"[Ghi chú: chưa có báo cáo của cơ quan đồng chủ trì là Công an các xã: {OTHERS}.]",
    ]
    assert inner[:2] == [
        "- Công an xã Sơn Mùa (chủ trì; báo cáo chung với UBND xã Sơn Mùa): Gặp gỡ tại 04 thôn.",
        (
            "  Tình trạng: đang thực hiện. Nguồn: UBND xã Sơn Mùa, BC số 31/BC-UBND "
            "(báo cáo chung với Công an xã Sơn Mùa)."
        ),
    ]


def test_returned_report() -> None:
    back = {"date": "2025-05-16", "reason": "Thiếu số liệu."}
    report = answer(
        "II.6", result="Trợ giúp 01 lượt.", returned=back, number="08/BC-TP", next=["Sẽ làm tiếp."]
    )
    view = view_of({"phong-tu-phap": report})
    assert under(draft(view), "### 6. ") == [
        "[Ghi chú: báo cáo của Phòng Tư pháp đã trả lại để bổ sung ngày 16/5/2025, chờ báo cáo bổ sung.]"
    ]
    assert under(working(view), "### 6. ")[:2] == [
        "- Phòng Tư pháp (chủ trì): Trợ giúp 01 lượt.",
        (
            "  Tình trạng: đang thực hiện. Nguồn: Phòng Tư pháp, BC số 08/BC-TP; "
            "đã trả lại để bổ sung ngày 16/5/2025: Thiếu số liệu."
        ),
    ]
    assert "Trợ giúp 01 lượt." not in draft(view)
    assert "Sẽ làm tiếp." not in draft(view)
    assert "Sẽ làm tiếp." in working(view)


def test_a_draft_copy_is_marked_in_the_working_copy_only() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", result="Có.", draft="true", number="08/BC-TP")})
    assert "bản mềm" not in draft(view)
    assert under(working(view), "### 6. ")[1].endswith("BC số 08/BC-TP; bản mềm, chờ văn bản chính thức.")


def test_a_sender_without_a_part_in_the_task() -> None:
    view = view_of({"phong-noi-vu": answer("II.6", result="Cũng đã làm.", number="15/BC-NV")})
    row = "| 1 | II.6. Trợ giúp pháp lý cho trẻ em; quản lý công tác nuôi con nuôi | Phòng Nội vụ | – | "
    assert f"{row}Đang thực hiện | Cũng đã làm. | 15/BC-NV |" in draft(view)
    assert "- Phòng Nội vụ (–): Cũng đã làm." in working(view)


def test_no_report_at_all() -> None:
    result = rendered(view_of({}))
    assert (
        "[Ghi chú: đến ngày 20/5/2025 chưa nhận được báo cáo của cơ quan, đơn vị, địa phương nào; "
        "dự thảo chưa đủ căn cứ trình ký.]"
    ) in result.text
    assert "Phụ lục" not in result.text
    assert "Chưa có nội dung báo cáo của cơ quan, đơn vị, địa phương nào." in working(view_of({}))
    assert result.notes == result.text.count("[Ghi chú:") == 25


# The other parts


def test_documents_issued() -> None:
    directives = ["Kế hoạch số 12/KH-TTYT ngày 20/4/2025.", "Công văn số 15/TTYT"]
    signed = draft(
        view_of({"trung-tam-y-te": {"directives": directives}}, {"issuing": "Đã kiện toàn Ban điều hành"})
    )
    assert under(signed, "### 1. ") == [
        (
            "UBND huyện đã ban hành Kế hoạch số 61/KH-UBND ngày 04/4/2025, phân công nhiệm vụ cho các cơ quan, đơn vị, "
            "địa phương. Đã kiện toàn Ban điều hành. Trên cơ sở đó, 01 cơ quan, đơn vị, địa phương đã ban hành văn bản "
            "triển khai thực hiện: Trung tâm Y tế (Kế hoạch số 12/KH-TTYT ngày 20/4/2025; Công văn số 15/TTYT)."
        )
    ]


def test_no_documents_issued() -> None:
    assert under(draft(view_of({})), "### 1. ")[1:] == [
        "[Ghi chú: chưa cơ quan nào báo cáo việc ban hành văn bản triển khai.]"
    ]


def test_guidance() -> None:
    view = view_of({"trung-tam-y-te": {"directives": ["Họp giao ban"]}}, {"guidance": "Đã đôn đốc 02 lần."})
    assert under(draft(view), "### 2. ") == ["Đã đôn đốc 02 lần.", "- Trung tâm Y tế: Họp giao ban."]


def test_organisation_clauses_are_points_with_their_notes_at_the_end() -> None:
    signed = draft(view_of({"phong-tu-phap": answer("IV.3", result="Đã có kế hoạch.")}))
    found = under(signed, "### 14. ")
    assert found[:3] == [
        "a) Xây dựng kế hoạch của cơ quan, đoàn thể (Mục IV.3)",
        "- Phòng Tư pháp: Đã có kế hoạch.",
        "[Ghi chú: chưa cơ quan nào báo cáo về Mục IV.1, IV.2, IV.4, IV.5, IV.5.1, IV.5.2, IV.5.3, IV.5.4, IV.5.5.]",
    ]
    assert found[3].startswith(
        "[Ghi chú: chưa có báo cáo của cơ quan cùng thực hiện là Phòng Giáo dục và Đào tạo; "
    )
    assert found[3].endswith(" (Mục IV.3).]")


def test_funding() -> None:
    assert under(draft(view_of({})), "### 15. ") == ["[Ghi chú: chưa có số liệu kinh phí.]"]
    assert under(draft(view_of({}, {"funding": "Đã sử dụng 10 triệu đồng"})), "### 15. ") == [
        "Đã sử dụng 10 triệu đồng."
    ]


def difficulties(reports: dict[str, Node], summary: Node | None = None) -> list[str]:
    return under(draft(view_of(reports, summary)), "### 2. Tồn tại")


def test_difficulties() -> None:
    same: Node = {"difficulties": [{"text": "Thiếu người."}]}
    assert difficulties({"ubnd-xa-son-bua": same, "ubnd-xa-son-lap": same}, {"limitations": "Còn chậm."}) == [
        "Còn chậm.",
        "- Thiếu người (theo báo cáo của UBND các xã Sơn Bua, Sơn Lập).",
    ]


def test_no_difficulties() -> None:
    nothing: Node = {"rest": "không phát sinh"}
    slots = [s.agency for s in view_of({}).sending.slots]
    assert difficulties(dict.fromkeys(slots, nothing)) == [
        "Các cơ quan, đơn vị, địa phương không phản ánh khó khăn, vướng mắc."
    ]
    assert difficulties({"phong-tu-phap": nothing}) == [
        "Các cơ quan, đơn vị, địa phương đã gửi báo cáo không phản ánh khó khăn, vướng mắc."
    ]
    assert difficulties({}) == ["[Ghi chú: chưa có báo cáo để tổng hợp khó khăn, vướng mắc.]"]
    assert difficulties({"phong-noi-vu": {}, "phong-tu-phap": nothing}) == [
        "[Ghi chú: chưa nhập nội dung báo cáo của Phòng Nội vụ; kiểm tra khó khăn, vướng mắc nêu trong báo cáo.]"
    ]


def test_outlook() -> None:
    heading = "## IV. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025"
    begin = (
        "Trong 6 tháng cuối năm 2025, UBND huyện tiếp tục chỉ đạo các cơ quan, đơn vị, địa phương thực hiện các "
        "nhiệm vụ tại Kế hoạch số 61/KH-UBND, trong đó tập trung:"
    )
    assert under(draft(view_of({})), heading) == [begin, "[Ghi chú: Văn phòng bổ sung.]"]
    written = draft(view_of({}, {"next": ["Việc một", "Việc hai."]}))
    assert under(written, heading) == [begin, "1. Việc một.", "2. Việc hai."]


def test_the_agencies_outlook_stands_in_the_appendix() -> None:
    signed = draft(view_of({"phong-tu-phap": {"next": ["Mở 02 lớp."], "number": "08/BC-TP"}}))
    assert "| 1 | Phòng Tư pháp | Mở 02 lớp. | 08/BC-TP |" in signed


def proposals(*items: tuple[str, str], internal: str | None = None) -> str:
    report = {"proposals": [{"text": text, "to": to} for text, to in items]}
    return draft(view_of({"trung-tam-y-te": report}, {"internal": internal} if internal else None))


def test_proposals_by_addressee() -> None:
    signed = proposals(
        ("Hỗ trợ tài liệu", "Sở Y tế"), ("Hỗ trợ vốn.", "UBND tỉnh, sở, ngành khác"), ("A.", "Sở Nội vụ")
    )
    assert under(signed, "### 1. Đối với Sở Y tế") == ["- Hỗ trợ tài liệu."]
    assert under(signed, "### 2. Đối với UBND tỉnh và các sở, ngành")[:2] == [
        "- Hỗ trợ vốn.",
        "- A (kiến nghị với Sở Nội vụ).",
    ]


def test_proposals_to_the_province_alone_are_counted_from_one() -> None:
    assert under(proposals(("Hỗ trợ vốn.", "UBND tỉnh")), "### 1. Đối với UBND tỉnh và các sở, ngành")[0] == (
        "- Hỗ trợ vốn (kiến nghị với UBND tỉnh)."
    )


def test_no_proposals() -> None:
    view = view_of({"phong-tu-phap": {"rest": "không phát sinh"}})
    assert under(draft(view), "## V. ")[0] == "UBND huyện Sơn Tây không có kiến nghị, đề xuất."


def test_proposals_to_the_district_are_internal() -> None:
    signed = proposals(("Bố trí kinh phí.", "UBND huyện"))
    assert under(signed, "## V. ")[:2] == [
        "UBND huyện Sơn Tây không có kiến nghị, đề xuất.",
        "[Ghi chú: có 01 kiến nghị với UBND huyện, không đưa vào báo cáo; xem phiếu trình.]",
    ]
    assert "Bố trí kinh phí." not in signed
    settled = proposals(("Bố trí kinh phí.", "UBND huyện"), internal="Đã báo cáo lãnh đạo.")
    assert "kiến nghị với UBND huyện" not in settled
    view = view_of({"trung-tam-y-te": {"proposals": [{"text": "Bố trí kinh phí.", "to": "UBND huyện"}]}})
    assert under(working(view), "### 3. Đối với UBND huyện")[0] == (
        "- Trung tâm Y tế (kiến nghị với UBND huyện): Bố trí kinh phí."
    )


# The frame


def test_the_heading_and_the_closing_sentence() -> None:
    signed = draft(view_of({}))
    title = (
        "kết quả thực hiện công tác trẻ em 6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm 2025 "
        "trên địa bàn huyện"
    )
    assert f"# BÁO CÁO\n\n**K{title[1:]}**\n\nKính gửi: Sở Y tế tỉnh Quảng Ngãi\n" in signed
    assert (
        f"Trên đây là báo cáo {title}; UBND huyện Sơn Tây báo cáo Sở Y tế theo dõi, tổng hợp./.\n" in signed
    )
    assert signed.count("./.") == 1


def test_the_opening() -> None:
    view = view_of({}, cutoff=date(2025, 4, 30), estimate_until=date(2025, 6, 30))
    assert (
        "Thực hiện Kế hoạch số 65/UBND ngày 31/3/2025 của tỉnh Quảng Ngãi về ban hành Kế hoạch triển khai chương "
        "trình hành động vì trẻ em tỉnh Quảng Ngãi năm 2025 [Ghi chú: kiểm tra lại số, ký hiệu văn bản của tỉnh]; "
        "Kế hoạch số 61/KH-UBND ngày 04/4/2025 của Ủy ban nhân dân (UBND) huyện Sơn Tây triển khai thực hiện công tác "
        "trẻ em trên địa bàn huyện năm 2025, UBND huyện Sơn Tây báo cáo kết quả thực hiện công tác trẻ em 6 tháng đầu "
        "năm 2025 như sau (số liệu thực hiện tính đến ngày 30/4/2025; số ước thực hiện tính đến ngày 30/6/2025):\n"
    ) in draft(view)
    assert "như sau [Ghi chú: bổ sung ngày chốt số liệu]:\n" in draft(view_of({}))


def test_number_and_date_stay_blank_until_given() -> None:
    blank = draft(view_of(REPORTS))
    assert "| Số:       /BC-UBND | *Sơn Tây, ngày      tháng      năm 2025* |" in blank
    assert (
        "*(Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2025 của UBND huyện Sơn Tây)*" in blank
    )
    given_number = draft(view_of(REPORTS, {"number": "210", "dated": "2025-05-08"}))
    assert "| Số: 210/BC-UBND | *Sơn Tây, ngày 08 tháng 5 năm 2025* |" in given_number
    assert (
        "*(Kèm theo Báo cáo số 210/BC-UBND ngày 08 tháng 5 năm 2025 của UBND huyện Sơn Tây)*" in given_number
    )


def test_recipients_and_signature() -> None:
    assert (
        "| ***Nơi nhận:*** | **TM. ỦY BAN NHÂN DÂN** |\n"
        "|:---|:---:|\n"
        "| - Như trên; | **KT. CHỦ TỊCH** |\n"
        "| - Thường trực Huyện ủy (b/c); | **PHÓ CHỦ TỊCH** |\n"
        "| - Thường trực HĐND huyện (b/c); |  |\n"
        "| - CT, các PCT UBND huyện; |  |\n"
        "| - Trung tâm Y tế; |  |\n"
        "| - CVP, PCVP HĐND&UBND huyện; |  |\n"
        "| - Lưu: VT, TH. |  |\n"
    ) in draft(view_of({}))


def test_without_an_addressee() -> None:
    assert "Kính gửi: [Ghi chú: bổ sung nơi nhận báo cáo.]\n" in draft(view_of({}, send_up=None))
    other = draft(view_of({}, send_up=SendUp(to="UBND tỉnh")))
    assert "UBND huyện Sơn Tây báo cáo UBND tỉnh theo dõi, tổng hợp./." in other


def test_the_years_report() -> None:
    signed = draft(view_of({}, period="nam", as_of=date(2025, 6, 30)))
    assert (
        "**Kết quả thực hiện công tác trẻ em năm 2025 và phương hướng, nhiệm vụ năm 2026 trên địa bàn huyện**"
        in signed
    )
    assert "## IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026\n\nTrong năm 2026, UBND huyện tiếp tục chỉ đạo" in signed
    assert "thực hiện công tác trẻ em, trong đó tập trung:" in signed


def test_who_has_reported_only_where_asked_for() -> None:
    view = view_of(REPORTS, exempt=EXEMPT)
    assert "## Phụ lục\n" in draft(view)
    assert "Tình hình gửi báo cáo" not in draft(view)
    told = rendered(view, with_status=True).text
    assert "Tình hình gửi báo cáo của các cơ quan, đơn vị, địa phương được tổng hợp tại Phụ lục II." in told
    assert "TÌNH HÌNH GỬI BÁO CÁO 6 THÁNG ĐẦU NĂM 2025" in told
    assert "Cộng: phải báo cáo 30; đã gửi 12 (đúng hạn 10, trễ 2); chưa gửi 18" in told


def test_the_appendix_says_of_each_slot_what_status_says() -> None:
    status = status_of(*six_months(REPORTS, exempt=EXEMPT), plan_61().register, AS_OF)
    told = rendered(view_of(REPORTS, exempt=EXEMPT), with_status=True).text
    for slot in status.slots:
        said = "; ".join(marks(slot, status.partners.get(slot.agency.id, ())))
        (row,) = re.findall(
            rf"\| \d+ \| {slot.agency.name} \| [^|]* \| [^|]* \| ([^|]*) \| ([^|]*) \|\n", told
        )
        assert row == (state_words(slot, status.deadline), said)


def test_the_working_copy_counts_in_a_sentence() -> None:
    assert (
        "Đến hết ngày 20/5/2025, đã có 12/30 cơ quan, đơn vị, địa phương gửi báo cáo (10 đơn vị đúng hạn, 02 đơn vị "
        "chậm); còn 18 đơn vị chưa gửi. Trả lại để bổ sung: 01. Chờ văn bản chính thức: 01. Chưa nhập nội dung: 01. "
        "Không phải báo cáo kỳ này: 01.\n"
    ) in working(view_of(REPORTS, exempt=EXEMPT))
    assert (
        "Đến hết ngày 20/5/2025, chưa có cơ quan, đơn vị, địa phương nào trong 31 nơi phải báo cáo gửi báo cáo."
    ) in working(view_of({}))


# Golden files

DOCUMENTS = {
    "none-draft": (False, False, False),
    "none-working": (False, True, False),
    "rich-draft": (True, False, False),
    "rich-draft-with-status": (True, False, True),
    "rich-working": (True, True, False),
}


def document(name: str) -> str:
    is_rich, is_working, with_status = DOCUMENTS[name]
    if not is_rich:
        return rendered(view_of({}), working=is_working, with_status=with_status).text
    view = view_of(
        REPORTS, SUMMARY, cutoff=date(2025, 4, 30), estimate_until=date(2025, 6, 30), exempt=EXEMPT
    )
    return rendered(view, working=is_working, with_status=with_status).text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_whole_documents(name: str) -> None:
    text, path = document(name), GOLDEN / f"{name}.md"
    if os.environ.get("KEHOACH_UPDATE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_read_well(name: str) -> None:
    """No doubled punctuation or words, no sentence that begins small, no blank before a stop."""
    for part in visible(document(name)):
        for line in part.split("\n"):
            assert not re.search(r"\.\.(?!\.)|;;|,,|;\.|:\.|,\.| [.,;:]|\( | \)", line), line
            assert not re.search(r"\b(\w{2,}) \1\b", line, re.IGNORECASE), line
            assert not any(m[1].islower() for m in re.finditer(r"\. (\w)", line)), line
