"""The outline: what belongs to what, and how a clause is cited."""

from __future__ import annotations

from kehoach_cli.intake.official.blocks import Paragraph
from kehoach_cli.intake.official.citing import Refs, appendix_of, cite
from kehoach_cli.intake.official.lines import lines_of
from kehoach_cli.intake.official.structure import Node, Outline


def outline(*words: str) -> Node:
    return Outline(lines_of([Paragraph(text, f"dòng {n}") for n, text in enumerate(words, 1)])).root


def refs(*words: str) -> list[str]:
    return [cite(node) for node in outline(*words).walk()]


def test_refs_as_people_cite_them() -> None:
    assert refs(
        "II. NHIỆM VỤ", "1. Về dữ liệu", "1.1. Chiến lược", "a) Một", "- Gạch", "- Gạch nữa", "b) Hai"
    ) == [
        "II",
        "II.1",
        "II.1.1",
        "II.1.1.a",
        "II.1.1.a.1",
        "II.1.1.a.2",
        "II.1.1.b",
    ]


def test_capitals_over_romans_and_under_them() -> None:
    assert refs("A. CHUNG", "I. MỘT", "1. Việc", "B. RIÊNG", "I. MỘT") == ["A", "A.I", "A.I.1", "B", "B.I"]
    assert refs("I. MỘT", "A. Nhóm", "1. Việc", "II. HAI") == ["I", "I.A", "I.A.1", "II"]


def test_articles_and_the_plan_after_them() -> None:
    assert refs("Điều 1. Ban hành", "Điều 2. Hiệu lực", "KẾ HOẠCH", "I. MỤC TIÊU", "1. Một") == [
        "Đ1",
        "Đ2",
        "",
        "I",
        "I.1",
    ]


def test_appendices_and_parts() -> None:
    assert refs("Phần II", "NHIỆM VỤ", "I. Một", "PHỤ LỤC II", "I. Một") == ["PII", "PII.I", "PLII", "PLII.I"]
    assert [appendix_of(text) for text in ("PHỤ LỤC", "PHỤ LỤC SỐ 3", "Phụ lục II", "DANH MỤC")] == [
        "PL",
        "PL3",
        "PLII",
        "",
    ]


def test_a_number_twice_gets_its_count() -> None:
    refs = Refs()
    assert [refs.take(ref) for ref in ("II.1", "II.1", "II.2", "II.1", "")] == [
        "II.1",
        "II.1(2)",
        "II.2",
        "II.1(3)",
        "1",
    ]


def test_labels_stand_beside_each_other_and_hold_their_lists() -> None:
    root = outline(
        "1. Tuyên truyền",
        "Cơ quan chủ trì:",
        "- Phòng Nội vụ;",
        "- Phòng Tư pháp.",
        "Thời gian thực hiện: Quý I",
        "2. Kiểm tra",
    )
    task, other = root.children
    assert [child.text for child in task.children] == ["Cơ quan chủ trì:", "Thời gian thực hiện: Quý I"]
    assert [child.text for child in task.children[0].children] == ["Phòng Nội vụ;", "Phòng Tư pháp."]
    assert other.text == "Kiểm tra"


def test_a_heading_of_two_lines() -> None:
    root = outline("II. NHIỆM VỤ", "VÀ GIẢI PHÁP", "1. Một")
    assert [(node.text, len(node.children)) for node in root.children] == [("NHIỆM VỤ VÀ GIẢI PHÁP", 1)]


def test_a_closing_sentence_belongs_to_the_chapter() -> None:
    root = outline(
        "IV. TỔ CHỨC", "1. Sở Y tế", "- Chủ trì.", "Trong quá trình thực hiện, nếu có khó khăn, báo cáo."
    )
    assert [child.text[:10] for child in root.children[0].children] == ["Sở Y tế", "Trong quá "]
