"""Nothing an agency wrote is lost: every field of a report stands in a document, or it is said here why not."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from kehoach_cli.model.report import Report
from kehoach_cli.model.scalars import Record
from kehoach_cli.render.word import word_report
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import Node, answer, draft, rendered, under, view_of, visible, working
from test_word import blocks

CENTRE, SCHOOLS = "trung-tam-y-te", "phong-giao-duc-va-dao-tao"

# What the documents leave out, and where it is told instead.
ELSEWHERE = {
    "Report.schema_": "of the file, not of the report",
    "Report.arrival_number": "status --register",
    "Report.signer": "status --register",
    "Report.channel": "status --register",
    "Report.reviewed": "status --register",
    "Report.personal_data": "check: why a name had to stay in the file",
    "Report.origin": "the file that was read in",
}
# What is no free text: what the file says, and what the reader sees of it.
SAID: dict[str, tuple[Any, str]] = {
    "Report.agency": (CENTRE, "Trung tâm Y tế"),
    "Report.period": ("6thang", "6 tháng đầu năm 2025"),
    "Report.dated": ("2025-05-10", "10/5/2025"),
    "Report.received": ("2025-05-12", "12/5/2025"),
    "Report.draft": ("true", "chờ văn bản chính thức"),
    "Report.covers": (["UBND xã Sơn Mùa"], "báo cáo chung với UBND xã Sơn Mùa"),
    "Report.rest": ("không phát sinh", "không phát sinh trong kỳ"),
    "Returned.date": ("2025-05-13", "ngày 13/5/2025"),
    "Result.ref": ("II.1", "II.1"),
    "Result.status": ("chưa triển khai", "chưa triển khai"),
    "Difficulty.ref": ("II.5", "(Mục II.5; vượt thẩm quyền)"),
    "Difficulty.beyond": ("true", "vượt thẩm quyền"),
    "Figure.indicator": ("tre-em-duoi-16", "Trẻ em (dưới 16 tuổi)"),
    "Figure.value": ("1234", "1.234"),
    "Figure.estimate": ("1235", "1.235"),
    "Figure.previous": ("1233", "1.233"),
    "Fund.ref": ("II.6", "nhiệm vụ II.6"),
    "Fund.source": ("ngân sách huyện", "ngân sách huyện"),
    "Fund.planned": ("1000001", "1.000.001"),
    "Fund.used": ("1000002", "1.000.002"),
}
# In the working copy alone: the draft says it otherwise, or of other agencies.
INTERNAL = {
    "Returned.date", "Returned.reason", "Difficulty.ref", "Fund.ref", "Fund.planned", "Fund.used", "Fund.note",
}  # fmt: skip


def filled(record: type[Record], seen: dict[str, str]) -> Node:
    """A record with every field filled; `seen` gathers what a reader must find of each."""
    made: Node = {}
    for name, field in record.model_fields.items():
        full = f"{record.__name__}.{name}"
        if full in ELSEWHERE:
            continue
        kinds = [k for a in (field.annotation, *get_args(field.annotation)) for k in (a, *get_args(a))]
        inner = next((k for k in kinds if isinstance(k, type) and issubclass(k, Record)), None)
        is_list = "tuple" in str(field.annotation)
        if full in SAID:
            value, seen[full] = SAID[full]
        elif inner:
            value = [filled(inner, seen)] if is_list else filled(inner, seen)
        else:
            seen[full] = f"Lời riêng ở {full.replace('.', ' ')}"
            value = [seen[full]] if is_list else seen[full]
        made[field.alias or name] = value
    return made


def documents(report: Node) -> tuple[str, str]:
    """Draft with all its appendices, and working copy, as a reader sees them."""
    view = view_of({CENTRE: report})
    signed = rendered(view, with_status=True).text
    return "\n".join(visible(signed)), "\n".join(visible(working(view)))


def test_every_field_of_a_report_is_in_a_document() -> None:
    seen: dict[str, str] = {}
    signed, inner = documents(filled(Report, seen))
    assert {
        name for name, text in seen.items() if text.casefold() not in f"{signed}\n{inner}".casefold()
    } == set()


def test_what_the_draft_leaves_to_the_working_copy() -> None:
    seen: dict[str, str] = {}
    report = filled(Report, seen)
    del report["returned"]
    signed, inner = documents(report)
    assert {name for name, text in seen.items() if text.casefold() not in signed.casefold()} == INTERNAL
    assert {name for name, text in seen.items() if text.casefold() not in inner.casefold()} == {
        "Returned.date",
        "Returned.reason",
    }


def test_every_name_above_is_a_field() -> None:
    seen: dict[str, str] = {}
    filled(Report, seen)
    assert {*SAID, *INTERNAL} <= {*seen}
    assert {*ELSEWHERE} <= {f"Report.{name}" for name in Report.model_fields}


def test_word_has_the_same_words() -> None:
    seen: dict[str, str] = {}
    report = filled(Report, seen)
    del report["returned"]
    view = view_of({CENTRE: report})
    folders = [packaged_templates()]
    signed = "\n".join(blocks(word_report(view, working=False, with_status=True, folders=folders).content))
    inner = "\n".join(blocks(word_report(view, working=True, with_status=True, folders=folders).content))
    assert {name for name, text in seen.items() if text.casefold() not in signed.casefold()} == INTERNAL
    assert {name for name, text in seen.items() if text.casefold() not in inner.casefold()} == {
        "Returned.date",
        "Returned.reason",
    }


def test_a_note_stands_under_its_result() -> None:
    report = answer("II.5", result="Tiêm chủng 210 trẻ em.")
    report["tasks"][0]["note"] = "Chưa gồm trẻ em tạm trú."
    view = view_of({CENTRE: report})
    assert under(working(view), "### 5. ")[:3] == [
        "- Trung tâm Y tế (chủ trì): Tiêm chủng 210 trẻ em.",
        "  Ghi chú: Chưa gồm trẻ em tạm trú.",
        "  Tình trạng: đang thực hiện. Nguồn: Trung tâm Y tế, BC đến ngày 12/5/2025.",
    ]
    assert "| Tiêm chủng 210 trẻ em.<br>Ghi chú: Chưa gồm trẻ em tạm trú. |" in draft(view)
    assert under(draft(view), "### 5. ")[0] == "Tiêm chủng 210 trẻ em."


TWO: dict[str, Node] = {
    CENTRE: {"strengths": "Các trạm y tế chủ động", "limitations": "Một số trạm chậm báo cáo."},
    SCHOOLS: {"strengths": "Các trạm y tế chủ động", "limitations": "Thiếu phòng tư vấn"},
}


def test_what_the_agencies_judge_stands_where_the_office_is_silent() -> None:
    text = draft(view_of(TWO))
    assert under(text, "### 1. Ưu điểm") == [
        "- Các trạm y tế chủ động (theo báo cáo của Trung tâm Y tế, Phòng Giáo dục và Đào tạo)."
    ]
    assert under(text, "### 2. Tồn tại")[:2] == [
        "- Một số trạm chậm báo cáo (theo báo cáo của Trung tâm Y tế).",
        "- Thiếu phòng tư vấn (theo báo cáo của Phòng Giáo dục và Đào tạo).",
    ]


def test_the_offices_own_judgement_comes_first() -> None:
    view = view_of(TWO, {"strengths": "Các cấp quan tâm", "limitations": "Kinh phí còn ít"})
    assert under(draft(view), "### 1. Ưu điểm") == ["Các cấp quan tâm."]
    assert under(draft(view), "### 2. Tồn tại")[:2] == [
        "Kinh phí còn ít.",
        "- Một số trạm chậm báo cáo (theo báo cáo của Trung tâm Y tế).",
    ]
    assert under(working(view), "### 1. Ưu điểm") == [
        "Lời văn của Văn phòng: Các cấp quan tâm",
        "- Trung tâm Y tế, Phòng Giáo dục và Đào tạo: Các trạm y tế chủ động",
        ("  Nguồn: Trung tâm Y tế, BC đến ngày 12/5/2025; Phòng Giáo dục và Đào tạo, BC đến ngày 12/5/2025."),
    ]


def test_a_report_sent_back_judges_nothing_in_the_draft() -> None:
    back = TWO[CENTRE] | {"returned": {"date": "2025-05-14", "reason": "Thiếu số liệu"}}
    text = draft(view_of({CENTRE: back}))
    assert under(text, "### 1. Ưu điểm") == ["[Ghi chú: Văn phòng bổ sung.]"]
    assert "Một số trạm" not in text


def test_beyond_authority_is_said_of_those_who_say_so() -> None:
    same = "Thiếu nhân viên công tác xã hội"
    view = view_of(
        {
            CENTRE: {"difficulties": [{"text": same, "beyond": "true", "ref": "II.5"}]},
            SCHOOLS: {"difficulties": [{"text": same}]},
        }
    )
    assert under(draft(view), "### 2. Tồn tại") == [
        f"- {same} (vượt thẩm quyền; theo báo cáo của Trung tâm Y tế).",
        f"- {same} (theo báo cáo của Phòng Giáo dục và Đào tạo).",
    ]
    assert f"- Trung tâm Y tế (Mục II.5; vượt thẩm quyền): {same}" in under(working(view), "### 2. Tồn tại")


@pytest.mark.parametrize("said", ["./.", ".", "-", "---", ";", "…", "- ./.", "...", "?"])
def test_signs_alone_are_shown_as_written_and_asked_about(said: str) -> None:
    """Else a stray stop stands after the name: «- Hội Nông dân huyện: .»."""
    view = view_of({CENTRE: answer("II.9", result=said)})
    first, *notes = under(draft(view), "### 9. ")
    assert "".join(visible(first)).removeprefix("Trung tâm Y tế:").strip() == said.removeprefix("- ")
    assert any("báo cáo của Trung tâm Y tế chưa nêu kết quả cụ thể" in note for note in notes)
    word = blocks(word_report(view, working=False, with_status=False, folders=[packaged_templates()]).content)
    begin = next(i for i, text in enumerate(word) if text.startswith("9. "))
    shown = "".join(word[begin + 1 : word.index(notes[0])])
    assert shown.removeprefix("- Trung tâm Y tế:").strip() == said
