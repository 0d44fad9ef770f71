"""One task of the consolidated report: who answered what, who did not, what the draft says and leaves open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.model.plan import Exempt, Extension
from made_up_reports import COMMUNES, POLICE, Node, answer, named, view_of

if TYPE_CHECKING:
    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.task_results import TaskView


def task(view: Consolidation, ref: str) -> TaskView:
    (found,) = (t for t in (*view.tasks, *view.organisation) if t.ref == ref)
    return found


def said(view: Consolidation, ref: str) -> list[tuple[str, str, str | None]]:
    """The draft's statements: case, who is named, words."""
    return [(s.case, named(s.agencies), s.words) for s in task(view, ref).statements]


def open_points(view: Consolidation, ref: str) -> list[tuple[str, str]]:
    return [(n.case, named(n.agencies)) for n in task(view, ref).notes]


def silent(view: Consolidation, ref: str) -> list[tuple[str, str, str]]:
    return [(s.case, s.role, named(s.agencies)) for s in task(view, ref).silences]


DONE: Node = {"status": "đã hoàn thành", "result": "Xong."}
ALL_COMMUNES = "UBND các xã"
OTHERS = "Sơn Dung, Sơn Liên, Sơn Bua, Sơn Tân, Sơn Màu, Sơn Tinh, Sơn Long, Sơn Lập"


# Leads


def test_a_single_lead_is_not_named() -> None:
    view = view_of({"trung-tam-y-te": answer("II.5", result="Tiêm chủng 210 trẻ em.")})
    assert said(view, "II.5") == [("ongoing", "", "Tiêm chủng 210 trẻ em.")]
    assert open_points(view, "II.5") == []


def test_several_leads_are_named_each() -> None:
    view = view_of(
        {
            "trung-tam-y-te": answer("II.9", result="Đã lập kế hoạch."),
            "phong-van-hoa-khoa-hoc-va-thong-tin": answer("II.9", result="Đã dựng kịch bản."),
        }
    )
    assert said(view, "II.9") == [
        ("ongoing", "Trung tâm Y tế", "Đã lập kế hoạch."),
        ("ongoing", "Phòng Văn hóa, Khoa học và Thông tin", "Đã dựng kịch bản."),
    ]


def test_the_one_lead_of_several_that_answered_is_named_too() -> None:
    """What one commune's police reports must not read as if it held in the whole district."""
    view = view_of({"cong-an-xa-son-mua": answer("II.3", result="Tiếp nhận 01 tin báo.")})
    assert said(view, "II.3") == [("ongoing", "Công an xã Sơn Mùa", "Tiếp nhận 01 tin báo.")]
    assert open_points(view, "II.3") == [("co_lead_silent", f"Công an các xã: {OTHERS}")]


def test_a_status_without_words_is_said_and_noted() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", "đã hoàn thành")})
    assert said(view, "II.6") == [("done", "", None)]
    assert open_points(view, "II.6") == [("result_missing", "Phòng Tư pháp")]


@pytest.mark.parametrize(("status", "case"), [("chưa triển khai", "not_started"), ("tạm dừng", "paused")])
def test_what_is_not_going_on_needs_its_reason(status: str, case: str) -> None:
    with_reason = view_of({"phong-tu-phap": answer("II.6", status, "Chờ hướng dẫn.")})
    without = view_of({"phong-tu-phap": answer("II.6", status)})
    assert said(with_reason, "II.6") == [(case, "", "Chờ hướng dẫn.")]
    assert open_points(with_reason, "II.6") == []
    assert open_points(without, "II.6") == [("reason_missing", "Phòng Tư pháp")]


def test_silent_lead_with_coordinators_that_answered() -> None:
    view = view_of({"ubnd-xa-son-mua": answer("II.6", result="Tư vấn 02 lượt.")})
    assert said(view, "II.6") == [("coordinators", "", None)]
    assert open_points(view, "II.6") == [("lead_silent", "Phòng Tư pháp")]


def test_nobody_reported() -> None:
    view = view_of({})
    assert said(view, "II.6") == []
    assert open_points(view, "II.6") == [("nobody", "")]
    assert silent(view, "II.6") == [
        ("silent", "lead", "Phòng Tư pháp"),
        ("silent", "coordinating", "Phòng Giáo dục và Đào tạo; UBND các xã; Công an các xã"),
    ]


def test_a_report_that_leaves_its_task_out() -> None:
    view = view_of({"trung-tam-y-te": answer("II.1", result="Xong.")})
    assert open_points(view, "II.5") == [("not_stated", "Trung tâm Y tế")]
    assert silent(view, "II.5")[0] == ("not_stated", "lead", "Trung tâm Y tế")


def test_received_but_not_entered_is_no_silence() -> None:
    view = view_of({"phong-tu-phap": {"number": "08/BC-TP"}})
    assert open_points(view, "II.6") == [("not_entered", "Phòng Tư pháp")]
    assert [n.source.number for n in task(view, "II.6").notes if n.source] == ["08/BC-TP"]
    assert named(view.unread) == "Phòng Tư pháp"


def test_an_unread_coordinator_leaves_open_whether_nobody_reported() -> None:
    view = view_of({"ubnd-xa-son-mua": {}})
    assert open_points(view, "II.6") == [("lead_silent", "Phòng Tư pháp")]


def test_not_its_duty_is_no_result() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", "không thuộc nhiệm vụ", "Đã chuyển đơn vị khác.")})
    assert said(view, "II.6") == []
    assert open_points(view, "II.6") == [("not_its_duty", "Phòng Tư pháp")]


def test_a_coordinator_may_say_so_too() -> None:
    view = view_of(
        {
            "phong-tu-phap": answer("II.6", result="Trợ giúp 01 lượt."),
            "cong-an-xa-son-bua": answer("II.6", "không thuộc nhiệm vụ", "Không có chức năng."),
        }
    )
    assert said(view, "II.6") == [("ongoing", "", "Trợ giúp 01 lượt.")]
    assert open_points(view, "II.6") == [("not_its_duty", "Công an xã Sơn Bua")]


def test_the_consolidating_agencys_own_gap() -> None:
    view = view_of(
        {"trung-tam-y-te": answer("II.13", result="Đang soạn."), "phong-noi-vu": answer("II.13", **DONE)}
    )
    assert open_points(view, "II.13") == [("own", "Văn phòng HĐND & UBND huyện")]


def test_an_optional_lead_is_absent_not_silent() -> None:
    view = view_of({"van-phong": answer("II.12", result="Vận động 12 triệu đồng.")})
    assert said(view, "II.12") == [("ongoing", "", "Vận động 12 triệu đồng.")]
    assert open_points(view, "II.12") == []
    assert named(task(view, "II.12").absent) == "Quỹ Bảo trợ trẻ em"


def test_open_groups_are_told_and_never_missed() -> None:
    found = task(view_of({}), "II.2")
    assert found.open_groups == ("Hội, đoàn thể",)
    assert "Hội Nông dân huyện" not in [n.head for s in found.silences for n in s.agencies]


# Nothing came up


def test_a_lead_with_nothing_to_report() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", "không phát sinh")})
    assert said(view, "II.6") == [("nothing", "Phòng Tư pháp", None)]


def test_all_parties_with_nothing_to_report() -> None:
    everyone = ["phong-tu-phap", "phong-giao-duc-va-dao-tao", *COMMUNES, *POLICE]
    view = view_of({agency: {"rest": "không phát sinh"} for agency in everyone})
    assert said(view, "II.6") == [("all_nothing", "", None)]
    assert open_points(view, "II.6") == []
    assert silent(view, "II.6") == []


def test_one_silent_party_is_enough_not_to_speak_for_all() -> None:
    everyone = ["phong-tu-phap", "phong-giao-duc-va-dao-tao", *COMMUNES, *POLICE[1:]]
    view = view_of({agency: {"rest": "không phát sinh"} for agency in everyone})
    assert said(view, "II.6") == [("nothing", "Phòng Tư pháp", None)]


def test_leads_with_nothing_to_report_are_named_together() -> None:
    view = view_of(
        {
            "cong-an-xa-son-mua": answer("II.3", result="Tuyên truyền 04 buổi."),
            "cong-an-xa-son-bua": {"rest": "không phát sinh"},
            "cong-an-xa-son-lap": answer("II.3", "không phát sinh"),
        }
    )
    assert said(view, "II.3") == [
        ("ongoing", "Công an xã Sơn Mùa", "Tuyên truyền 04 buổi."),
        ("nothing", "Công an các xã: Sơn Bua, Sơn Lập", None),
    ]


def test_words_beside_nothing_are_kept() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", "không phát sinh", "Đã rà soát các xã.")})
    assert said(view, "II.6") == [("nothing", "Phòng Tư pháp", "Đã rà soát các xã.")]


def test_one_answer_for_the_rest_covers_certain_duties_only() -> None:
    view = view_of({"hoi-nong-dan": {"rest": "không phát sinh"}})
    assert [named(i.agencies) for i in task(view, "IV.4").idle] == ["Hội Nông dân huyện"]
    assert task(view, "II.2").idle == ()  # only possible, through an open group


def test_a_listed_task_is_not_covered_by_the_rest() -> None:
    view = view_of(
        {"phong-giao-duc-va-dao-tao": answer("II.4", result="Vận động 14 em.", rest="không phát sinh")}
    )
    assert said(view, "II.4") == [("ongoing", "", "Vận động 14 em.")]
    assert [named(i.agencies) for i in task(view, "IV.3").idle] == ["Phòng Giáo dục và Đào tạo"]


# Joint, returned, late, exempt, draft


def test_a_joint_report_answers_for_the_agencies_it_covers() -> None:
    report = answer("II.3", result="Gặp gỡ tại 04 thôn.", covers=["Công an xã Sơn Mùa"], number="31/BC-UBND")
    view = view_of({"ubnd-xa-son-mua": report})
    assert said(view, "II.3") == [("ongoing", "Công an xã Sơn Mùa", "Gặp gỡ tại 04 thôn.")]
    (only,) = task(view, "II.3").answers
    assert (named(only.agencies), named(only.partners), only.role) == (
        "Công an xã Sơn Mùa",
        "UBND xã Sơn Mùa",
        "lead",
    )
    assert (only.source.agency, named(only.source.partners)) == ("UBND xã Sơn Mùa", "Công an xã Sơn Mùa")
    assert open_points(view, "II.3") == [("co_lead_silent", f"Công an các xã: {OTHERS}")]


def test_an_agencys_own_report_beats_a_joint_one() -> None:
    view = view_of(
        {
            "ubnd-xa-son-mua": {"covers": ["cong-an-xa-son-mua"], "rest": "không phát sinh"},
            "cong-an-xa-son-mua": answer("II.3", result="Tự báo cáo."),
        }
    )
    assert said(view, "II.3") == [("ongoing", "Công an xã Sơn Mùa", "Tự báo cáo.")]


def test_a_joint_report_counts_until_the_agencys_own_has_come() -> None:
    reports = {
        "ubnd-xa-son-mua": {"covers": ["cong-an-xa-son-mua"], "rest": "không phát sinh"},
        "cong-an-xa-son-mua": answer("II.3", result="Tự báo cáo.", received="2025-05-19"),
    }
    assert said(view_of(reports, as_of=date(2025, 5, 18)), "II.3") == [
        ("nothing", "Công an xã Sơn Mùa", None)
    ]
    assert said(view_of(reports), "II.3") == [("ongoing", "Công an xã Sơn Mùa", "Tự báo cáo.")]


def test_a_report_sent_back_is_kept_apart() -> None:
    back = {"date": "2025-05-16", "reason": "Thiếu số liệu."}
    report = answer(
        "II.6", result="Trợ giúp 01 lượt.", returned=back, difficulties=[{"text": "Thiếu người."}]
    )
    view = view_of({"phong-tu-phap": report})
    assert said(view, "II.6") == []
    assert open_points(view, "II.6") == [("returned", "Phòng Tư pháp")]
    assert [(a.words, a.source.returned) for a in task(view, "II.6").answers] == [
        ("Trợ giúp 01 lượt.", date(2025, 5, 16))
    ]
    assert [(p.text, p.is_returned) for p in view.difficulties] == [("Thiếu người.", True)]
    assert view.no_difficulties == "nobody"


def test_before_it_was_sent_back_and_after_it_came_again_it_counts() -> None:
    back = {"date": "2025-05-16", "reason": "Thiếu số liệu."}
    report = answer("II.6", result="Trợ giúp 01 lượt.", returned=back)
    before = view_of({"phong-tu-phap": report}, as_of=date(2025, 5, 15))
    again = view_of({"phong-tu-phap": report | {"received": "2025-05-18"}})
    assert said(before, "II.6") == said(again, "II.6") == [("ongoing", "", "Trợ giúp 01 lượt.")]


def test_what_comes_later_does_not_exist_yet() -> None:
    report = answer("II.6", result="Trợ giúp 01 lượt.", received="2025-05-21")
    view = view_of({"phong-tu-phap": report})
    assert (view.sources, view.has_reports, open_points(view, "II.6")) == ((), False, [("nobody", "")])


def test_an_exempt_agency_is_not_missed_and_what_it_sent_is_kept() -> None:
    exempt = (Exempt(agency="Phòng Tư pháp", reason="Mới thành lập"),)
    quiet = view_of({"ubnd-xa-son-mua": answer("II.6", result="Tư vấn.")}, exempt=exempt)
    assert open_points(quiet, "II.6") == [("exempt", "Phòng Tư pháp")]
    sent = view_of({"phong-tu-phap": answer("II.6", result="Vẫn gửi.")}, exempt=exempt)
    assert said(sent, "II.6") == [("ongoing", "", "Vẫn gửi.")]
    assert [s.is_exempt for s in sent.sources] == [True]
    assert sent.counts.exempt == 1


def test_an_exempt_lead_beside_one_that_spoke_is_no_open_point() -> None:
    exempt = (Exempt(agency="Phòng Văn hóa, Khoa học và Thông tin", reason="Mới thành lập"),)
    view = view_of({"trung-tam-y-te": answer("II.9", result="Đã lập kế hoạch.")}, exempt=exempt)
    assert open_points(view, "II.9") == []
    assert ("exempt", "lead", "Phòng Văn hóa, Khoa học và Thông tin") in silent(view, "II.9")


def test_silences_are_told_apart_by_the_state_of_their_slots() -> None:
    extended = (Extension(agency="UBND xã Sơn Bua", until=date(2025, 5, 25), basis="Điện thoại"),)
    found = task(view_of({}, extended=extended), "II.11").silences
    assert [(named(s.agencies), s.state, s.days) for s in found if s.role == "coordinating"] == [
        (
            "UBND các xã: Sơn Mùa, Sơn Dung, Sơn Liên, Sơn Tân, Sơn Màu, Sơn Tinh, Sơn Long, Sơn Lập",
            "overdue",
            6,
        ),
        ("UBND xã Sơn Bua", "due_soon", 5),
    ]


def test_a_draft_counts_and_is_marked() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", result="Bản mềm.", draft="true")})
    assert said(view, "II.6") == [("ongoing", "", "Bản mềm.")]
    assert (view.sources[0].is_draft, view.sending.drafts) == (True, 1)


def test_a_task_that_is_not_its_own() -> None:
    view = view_of({"phong-noi-vu": answer("II.6", result="Cũng đã làm.")})
    (only,) = task(view, "II.6").answers
    assert (only.role, named(only.agencies)) == (None, "Phòng Nội vụ")
    assert [s.case for s in task(view, "II.6").statements] == ["coordinators"]


def test_the_consolidating_agency_is_a_source_and_no_slot() -> None:
    view = view_of({"van-phong": answer("IV.1", result="Đã đôn đốc.")})
    assert said(view, "IV.1") == [("ongoing", "Văn phòng HĐND & UBND huyện", "Đã đôn đốc.")]
    assert (view.has_reports, view.counts.received, view.sending.own) == (
        False,
        0,
        "Văn phòng HĐND & UBND huyện",
    )


# The Office's words


def test_the_offices_text_replaces_the_leads_and_settles_every_note() -> None:
    summary = {"tasks": [{"ref": "II.9", "text": "Đã biên tập."}]}
    view = view_of({"trung-tam-y-te": answer("II.9", result="Nguyên văn.")}, summary)
    assert said(view, "II.9") == [("office", "", "Đã biên tập.")]
    assert open_points(view, "II.9") == []
    assert [a.words for a in task(view, "II.9").answers] == ["Nguyên văn."]
    assert ("silent", "lead", "Phòng Văn hóa, Khoa học và Thông tin") in silent(view, "II.9")


def test_later_is_said_while_no_lead_has_answered() -> None:
    summary = {"tasks": [{"ref": "II.9", "later": "true"}]}
    assert said(view_of({}, summary), "II.9") == [("later", "", None)]
    assert open_points(view_of({}, summary), "II.9") == []
    come = view_of({"trung-tam-y-te": answer("II.9", result="Nay đã có.")}, summary)
    assert said(come, "II.9") == [("ongoing", "Trung tâm Y tế", "Nay đã có.")]
    assert open_points(come, "II.9") == []


# Organisation


def test_equal_notes_of_several_clauses_fall_together() -> None:
    view = view_of({agency: answer("II.1", result="Có.") for agency in COMMUNES[1:]})
    assert [
        (n.case, named(n.agencies), n.refs) for n in view.organisation_notes if "xã" in named(n.agencies)
    ] == [
        ("co_lead_silent", "UBND xã Sơn Mùa", ("IV.5", "IV.5.1", "IV.5.2", "IV.5.3", "IV.5.4", "IV.5.5")),
        (
            "not_stated",
            f"UBND các xã: {OTHERS}",
            ("IV.5", "IV.5.1", "IV.5.2", "IV.5.3", "IV.5.4", "IV.5.5"),
        ),
    ]


def test_tasks_keep_the_numbers_of_the_plan() -> None:
    view = view_of({})
    assert [t.number for t in view.tasks] == list(range(1, 14))
    assert [t.title for t in view.tasks][5] == "Trợ giúp pháp lý cho trẻ em; quản lý công tác nuôi con nuôi"
