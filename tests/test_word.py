"""The Word documents: the sentences of the Markdown ones, the layout of Nghị định 30, any text literally."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from functools import cache

import docx
import pytest
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings

from kehoach_cli.render.word import WordFile, word_cover, word_report
from kehoach_cli.render.word.rule_lines import text_width
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import REPORTS, SUMMARY, Node, answer, rendered, view_of, visible
from nd30 import departures
from test_markdown import EXEMPT
from test_markdown_text import TEXT

FOLDERS = [packaged_templates()]
DOCUMENTS = [
    (rich, working, status) for rich in (False, True) for working in (False, True) for status in (False, True)
]
NASTY = '<b>&{{x}} [khẩn] {% if %} {_{ "&amp; ]]> {#c#} 😀 ./. tiếp'


@cache
def view_named(rich: bool) -> object:
    if not rich:
        return view_of({})
    return view_of(
        REPORTS, SUMMARY, cutoff=date(2025, 4, 30), estimate_until=date(2025, 6, 30), exempt=EXEMPT
    )


def made(view: object, *, working: bool = False, with_status: bool = False) -> WordFile:
    return word_report(view, working=working, with_status=with_status, folders=FOLDERS)  # type: ignore[arg-type]


def blocks(content: bytes) -> list[str]:
    """Paragraphs and cells in order; the paragraphs of a cell are its lines."""
    found = []
    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(block, Table):
            cells = [tc for row in block.rows for tc in dict.fromkeys(cell._tc for cell in row.cells)]  # noqa: SLF001
            found += ["\n".join(filter(None, (Paragraph(p, block).text for p in tc.p_lst))) for tc in cells]
        else:
            found.append(block.text)
    return [text for text in found if text]


def paragraphs(content: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(content)).paragraphs if p.text]


def body(texts: list[str]) -> tuple[list[str], list[str]]:
    """Title to closing, and the appendices: what stands between is a table of another shape."""
    first = next(i for i, t in enumerate(texts) if t in ("BÁO CÁO", "BẢNG TỔNG HỢP BÁO CÁO"))
    appendix = next((i for i, t in enumerate(texts) if re.fullmatch(r"Phụ lục( [IVX]+)?", t)), len(texts))
    last = next((i + 1 for i, t in enumerate(texts) if t.endswith("theo dõi, tổng hợp./.")), appendix)
    return [re.sub(r"^(- |\d+\. )", "", t) for t in texts[first:last]], texts[appendix:]


@pytest.mark.parametrize(("rich", "working", "with_status"), DOCUMENTS)
def test_says_what_the_markdown_text_says(rich: bool, working: bool, with_status: bool) -> None:
    view = view_named(rich)
    markdown = rendered(view, working=working, with_status=with_status)  # type: ignore[arg-type]
    word = made(view, working=working, with_status=with_status)
    assert body(blocks(word.content)) == body([t for t in visible(markdown.text) if t])
    assert word.notes == markdown.notes


@pytest.mark.parametrize(("rich", "working", "with_status"), DOCUMENTS)
def test_is_laid_out_by_the_decree(rich: bool, working: bool, with_status: bool) -> None:
    word = made(view_named(rich), working=working, with_status=with_status)
    assert departures(word.content, is_report=not working) == []


def test_the_cover_is_laid_out_by_the_decree() -> None:
    for rich in (False, True):
        cover = word_cover(view_named(rich), FOLDERS)  # type: ignore[arg-type]
        assert departures(cover.content, is_report=False) == []


def test_equal_views_give_equal_bytes() -> None:
    first = made(view_named(True), with_status=True)
    again = view_of(
        REPORTS, SUMMARY, cutoff=date(2025, 4, 30), estimate_until=date(2025, 6, 30), exempt=EXEMPT
    )
    assert made(again, with_status=True) == first
    with zipfile.ZipFile(io.BytesIO(first.content)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.namelist()[0] == "[Content_Types].xml"


def test_the_letterhead_is_bold_on_both_lines_and_blank_for_the_registry() -> None:
    letterhead = docx.Document(io.BytesIO(made(view_of({})).content)).tables[0]
    left, right = letterhead.rows[0].cells
    assert [p.text for p in left.paragraphs if p.text] == ["ỦY BAN NHÂN DÂN", "HUYỆN SƠN TÂY"]
    assert {p.style.font.bold for p in left.paragraphs if p.text and p.style} == {True}
    assert [p.text for p in right.paragraphs if p.text][1] == "Độc lập - Tự do - Hạnh phúc"
    number, day = letterhead.rows[1].cells
    assert (number.text, day.text) == ("Số:       /BC-UBND", "Sơn Tây, ngày      tháng      năm 2025")


def test_number_and_date_once_the_registry_gave_them() -> None:
    content = made(view_of(REPORTS, {"number": "210", "dated": "2025-05-08"})).content
    number, day = docx.Document(io.BytesIO(content)).tables[0].rows[1].cells
    assert (number.text, day.text) == ("Số: 210/BC-UBND", "Sơn Tây, ngày 08 tháng 5 năm 2025")
    assert "(Kèm theo Báo cáo số 210/BC-UBND ngày 08 tháng 5 năm 2025 của UBND huyện Sơn Tây)" in paragraphs(
        content
    )
    assert departures(content) == []


def test_headings_can_be_navigated() -> None:
    document = docx.Document(io.BytesIO(made(view_named(True)).content))
    found = [
        (p.style.name, p.text)
        for p in document.paragraphs
        if p.style and str(p.style.name).startswith("Heading")
    ]
    assert found[:3] == [
        ("Heading 1", "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN"),
        ("Heading 2", "1. Ban hành văn bản"),
        ("Heading 2", "2. Hướng dẫn, kiểm tra, đôn đốc"),
    ]
    assert ("Heading 3", "a) Hướng dẫn, đôn đốc, tổng hợp báo cáo (Mục IV.1)") in found


def test_notes_are_in_italics_on_grey_and_counted_once() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", result="[Ghi chú: của cơ quan].")})
    word = made(view)
    shaded: list[str] = []
    plain: list[str] = []
    for paragraph in docx.Document(io.BytesIO(word.content)).paragraphs:
        for run in paragraph.runs:
            is_note = run.italic and run._r.xpath("w:rPr/w:shd[@w:fill='D9D9D9']")  # noqa: SLF001
            (shaded if is_note else plain).append(run.text)
    assert "".join(shaded).count("[Ghi chú:") == word.notes
    assert "[Ghi chú: của cơ quan]." in plain
    assert not any(text.startswith("[Ghi chú:") for text in plain if text != "[Ghi chú: của cơ quan].")


def test_lines_become_paragraphs_and_lists_stay_lists() -> None:
    report = answer("II.6", result="Kết quả:\n- một;\n  - một a;\n- hai\nHết./.")
    texts = paragraphs(made(view_of({"phong-tu-phap": report})).content)
    begin = next(i for i, t in enumerate(texts) if t.startswith("6. "))
    assert texts[begin + 1 : begin + 6] == ["Kết quả:", "- một;", "- một a;", "- hai", "Hết."]


def test_what_announces_a_list_stays_with_it() -> None:
    document = docx.Document(
        io.BytesIO(made(view_of({"phong-tu-phap": answer("II.6", result="Gồm:\n- một")})).content)
    )
    (found,) = [p for p in document.paragraphs if p.text == "Gồm:"]
    assert found.paragraph_format.keep_with_next


def test_awkward_texts_come_through_literally() -> None:
    report: Node = {
        "tasks": [{"ref": "II.5", "status": "tạm dừng", "result": NASTY, "expected": NASTY}],
        "directives": [NASTY],
        "difficulties": [{"text": NASTY, "cause": NASTY}],
        "next": [NASTY],
        "proposals": [{"text": NASTY, "to": "Sở Y tế"}],
        "number": NASTY,
    }
    view = view_of({"trung-tam-y-te": report}, {"strengths": NASTY, "number": NASTY})
    for working in (False, True):
        word = made(view, working=working, with_status=True)
        assert "\n".join(blocks(word.content)).count(NASTY) >= 8
        assert word.notes == rendered(view, working=working, with_status=True).notes


def test_control_characters_are_shown_as_replaced() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", result="Chuông \x07, \x01 1 \x01, \x7f, \ufffe\tcột.")})
    assert "Chuông \ufffd, \ufffd 1 \ufffd, \ufffd, \ufffd\tcột." in paragraphs(made(view).content)


def test_long_and_empty_answers() -> None:
    long = ("Nội dung rất dài, có kèm số liệu. " * 700).strip()
    view = view_of(
        {"phong-tu-phap": answer("II.6", result=long), "huyen-doan": answer("II.8", "đã hoàn thành")}
    )
    word = made(view)
    assert blocks(word.content).count(long) == 2  # in the text and in appendix II
    assert departures(word.content) == []


@settings(deadline=None, max_examples=25)
@given(TEXT)
def test_any_text_gives_a_document_that_opens(text: str) -> None:
    report: Node = {
        "tasks": [{"ref": "II.6", "status": "tạm dừng", "result": text}],
        "number": text,
        "next": [text],
    }
    view = view_of({"phong-tu-phap": report, "phong-noi-vu": {}})
    word = made(view)
    markdown = rendered(view)
    assert word.notes == markdown.notes
    joined = "".join("".join(blocks(word.content)).split())
    assert all(
        "".join(line.split()).rstrip(".;,:/") in joined for line in text.split("\n") if line.strip(" -")
    )


def test_the_cover_carries_what_the_draft_leaves_open() -> None:
    cover = word_cover(view_named(True), FOLDERS)  # type: ignore[arg-type]
    assert cover.notes == made(view_named(True)).notes
    said = paragraphs(cover.content)
    assert said[:6] == [
        "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC",
        "Kính gửi: Chánh Văn phòng; Phó Chủ tịch UBND huyện",
        "1. Nội dung trình: Dự thảo Báo cáo kết quả thực hiện công tác trẻ em 6 tháng đầu năm 2025 gửi Sở Y tế.",
        "2. Căn cứ: Mục V và khoản 1 Mục IV Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây.",
        (
            "3. Tình hình gửi báo cáo: đã nhận 12/30 (đúng hạn 10, trễ 2); chưa gửi: Phòng Tài chính – Kế hoạch; Ủy ban Mặt "
            "trận Tổ quốc Việt Nam huyện; Hội Liên hiệp Phụ nữ huyện; Hội Nông dân huyện; Hội Cựu chiến binh huyện; UBND các "
            "xã: Sơn Dung, Sơn Liên, Sơn Tân, Sơn Màu, Sơn Tinh, Sơn Lập; Công an các xã: Sơn Bua, Sơn Tân, Sơn Màu, Sơn Tinh, "
            "Sơn Long, Sơn Lập; đã trả lại để bổ sung: UBND xã Sơn Bua; chưa có công văn đôn đốc."
        ),
        "4. Nội dung cần xin ý kiến (dự thảo còn 15 ghi chú):",
    ]
    questions = said[6:-1]
    assert (
        "- Nhiệm vụ đề nghị điều chỉnh (không thuộc chức năng): Phòng Dân tộc và Tôn giáo (Mục IV.3)."
        in questions
    )
    assert "- Chưa nêu lý do chưa thực hiện: Huyện đoàn (Mục II.8)." in questions
    assert (
        "- Văn phòng còn phải bổ sung: số, ký hiệu văn bản căn cứ; số liệu kinh phí; nội dung báo cáo của Phòng Nội vụ "
        "(chưa nhập)." in questions
    )
    assert questions[-1].endswith("Bố trí kinh phí tập huấn cho cộng tác viên (Trung tâm Y tế).")


def test_widths_are_those_of_times_new_roman_bold() -> None:
    """Measured on a font of the same widths: 13 pt, in millimetres (points × 25.4 / 72)."""
    texts = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": 95.7, "ỦY BAN NHÂN DÂN": 43.2, "HUYỆN SƠN TÂY": 38.0}
    assert {t: round(text_width(t, 13) * 25.4 / 72, 1) for t in texts} == texts


# The checker itself: what it is there to see


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("word/document.xml", 'w:top="1134"', 'w:top="850"', "section 1: margin top"),
        ("word/document.xml", "<w:titlePg/>", "", "section 1: page number on the first page"),
        ("word/document.xml", "Độc lập - Tự do", "Độc lập-Tự do", "Quốc hiệu or Tiêu ngữ is not exact"),
        ("word/document.xml", "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>", "the head is not repeated: TT"),
        ("word/document.xml", "ngày      tháng", "ngày 4 tháng", "date: Sơn Tây, ngày 4 tháng      năm 2025"),
        ("word/document.xml", "Nơi nhận:", "Nơi Nhận:", "no Nơi nhận"),
        ("word/document.xml", "tổng hợp./.", "tổng hợp.", "./. 0 times"),
        ("word/document.xml", "Phụ lục II<", "Phụ lục 2<", "appendix number: Phụ lục 2"),
        ("word/styles.xml", 'w:cs="Times New Roman"', 'w:cs="Arial"', "not Times New Roman in every slot: Cộng"),
        ("word/styles.xml", 'w:eastAsia="Times New Roman"', 'w:eastAsiaTheme="minorEastAsia"', "word/styles.xml: theme font"),
        ("word/header1.xml", " PAGE ", " DATE ", "section 1: no page number in the header"),
    ],
)  # fmt: skip
def test_the_checker_sees_a_departure(part: str, old: str, new: str, told: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(view_named(True), with_status=True).content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    text = parts[part].decode()
    assert old in text
    parts[part] = text.replace(old, new).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as changed:
        for name, content in parts.items():
            changed.writestr(name, content)
    assert any(found.startswith(told) for found in departures(buffer.getvalue()))
