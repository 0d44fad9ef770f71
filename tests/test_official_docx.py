"""Word documents as blocks: what Word prints, in the order in which it stands."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.intake.official.blocks import Cell, Paragraph, Table
from kehoach_cli.intake.official.docx_numbering import formatted
from kehoach_cli.intake.official.letters import printed
from kehoach_cli.intake.official.opening import read_source
from official_files import archive, document, docx, levels, num, p, r, tbl, tc, tr

if TYPE_CHECKING:
    from kehoach_cli.intake.official.blocks import Source

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="De1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="De2"><w:name w:val="heading 2"/><w:basedOn w:val="De1"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:jc w:val="left"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="MucLuc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Hoa"><w:name w:val="Chữ hoa"/><w:rPr><w:caps/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Dam"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
LIST = levels(("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"))


def read(*body: str, **parts: str) -> Source:
    return read_source(docx(*body, **parts), "van-ban.docx")


def words(*body: str, **parts: str) -> list[str]:
    return [block.words for block in read(*body, **parts).blocks if isinstance(block, Paragraph)]


def table(*body: str, **parts: str) -> Table:
    (found,) = [block for block in read(*body, **parts).blocks if isinstance(block, Table)]
    return found


def test_numbers_are_those_word_prints() -> None:
    body = [
        p("Mục đích", num=1),
        p("Thứ nhất", num=1, level=1),
        p("Thứ hai", num=1, level=1),
        p("Điểm", num=1, level=2),
        p("Điểm nữa", num=1, level=2),
        p("Chữ", num=1, level=3),
        p("Nhiệm vụ", num=1),
        p("Lại từ đầu", num=1, level=1),
        p("", num=1, level=1),
        p("Sau số trống", num=1, level=1),
        p("Không số", num=0),
    ]
    assert words(*body, numbering=LIST + num(1)) == [
        "I. Mục đích",
        "1. Thứ nhất",
        "2. Thứ hai",
        "2.1. Điểm",
        "2.2. Điểm nữa",
        "a) Chữ",
        "II. Nhiệm vụ",
        "1. Lại từ đầu",
        "3. Sau số trống",
        "Không số",
    ]


def test_lists_of_one_kind_count_on_unless_they_begin_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = levels(("decimal", "%1)")) + num(1) + num(2) + num(3, inner=anew)
    body = [p("Một", num=1), p("Hai", num=2), p("Ba", num=3), p("Bốn", num=3), p("Năm", num=1)]
    assert words(*body, numbering=numbering) == ["1) Một", "2) Hai", "1) Ba", "2) Bốn", "3) Năm"]


def test_level_that_never_begins_anew() -> None:
    kept = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    body = [p("A", num=1), p("b", num=1, level=1), p("C", num=1), p("D", num=1, level=1)]
    assert words(*body, numbering=kept + num(1)) == ["I. A", "1. b", "II. C", "2. D"]


@pytest.mark.parametrize(
    ("form", "text", "sign"),
    [
        ("bullet", "\uf0b7", "-"),
        ("bullet", "", "-"),
        ("bullet", "+", "+"),
        ("bullet", "–", "-"),
        ("none", "", ""),
    ],
)
def test_bullets(form: str, text: str, sign: str) -> None:
    (found,) = read(p("Sở Y tế", num=1), numbering=levels((form, text)) + num(1)).blocks
    assert isinstance(found, Paragraph)
    assert (found.number, found.text) == (sign, "Sở Y tế")


def test_numbers_and_looks_come_through_styles() -> None:
    legal = LIST.replace('<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>').replace('"%2."', '"%1.%2."')
    found = read(
        p("Mục tiêu", style="De1"),
        p("Chung", style="De2"),
        p("Riêng", style="De2"),
        p("Không đậm", style="De2", props='<w:numPr><w:numId w:val="0"/></w:numPr>', run='<w:b w:val="0"/>'),
        styles=STYLES,
        numbering=legal + num(1),
    ).blocks
    assert found == (
        Paragraph("Mục tiêu", "đoạn 1", "I.", bold=True, centred=True, level=1),
        Paragraph("Chung", "đoạn 2", "1.1.", bold=True, level=2),
        Paragraph("Riêng", "đoạn 3", "1.2.", bold=True, level=2),
        Paragraph("Không đậm", "đoạn 4", level=2),
    )


@pytest.mark.parametrize(
    ("count", "form", "wanted"),
    [
        (4, "lowerLetter", "d"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"), (7, "decimalZero", "07"), (12, "decimal", "12"), (3, "ideographDigital", "3"),
        (0, "upperRoman", "0"), (3, "none", ""),
    ],
)  # fmt: skip
def test_forms_of_numbers(count: int, form: str, wanted: str) -> None:
    assert formatted(count, form) == wanted


def test_tracked_changes_read_as_accepted() -> None:
    changed = f"<w:p>{r('Sở ')}<w:del><w:r><w:delText>Lao động</w:delText></w:r></w:del><w:ins>{r('Nội vụ')}</w:ins></w:p>"
    moved = f"<w:p><w:moveFrom>{r('cũ')}</w:moveFrom><w:moveTo>{r('Mới')}</w:moveTo></w:p>"
    cut = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('Phòng Tài chính ')}</w:p>"
    gone = tbl(tr(tc(p("Cũ")), props="<w:del/>"), tr(tc(p("Còn"))))
    found = read(changed, moved, cut, p("Kế hoạch"), gone)
    assert found.text == "Sở Nội vụ\n\nMới\n\nPhòng Tài chính Kế hoạch\n\n| Còn |\n|---|\n"


def test_what_does_not_print_is_left_out() -> None:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("Trang hai")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    body = [
        field,
        p("II. NHIỆM VỤ\t3", style="MucLuc"),
        f"<w:p>{r('Thấy ')}{r('ẩn', '<w:vanish/>')}{r('được')}</w:p>",
        f"<w:p>{r('Nghị')}<w:r><w:softHyphen/></w:r>{r('định ')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>",
        p("Kế\u00ad hoạch\u200b năm\u00a02025"),
    ]
    assert words(*body, styles=STYLES) == ["Trang hai", "Thấy được", "Nghịđịnh", "Kế hoạch năm 2025"]


def test_content_stays_whatever_wraps_it() -> None:
    link = f"<w:p><w:hyperlink>{r('Cổng ')}</w:hyperlink><w:smartTag>{r('thông ')}</w:smartTag><w:sdt><w:sdtContent>{r('tin')}</w:sdtContent></w:sdt><w:fldSimple w:instr='X'>{r(' huyện')}</w:fldSimple></w:p>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Trong khung')}</w:sdtContent></w:sdt>"
    assert words(link, control, p("chữ hoa", style="Hoa"), styles=STYLES) == [
        "Cổng thông tin huyện",
        "Trong khung",
        "CHỮ HOA",
    ]


def test_text_boxes_stand_behind_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
    both = f"<mc:AlternateContent xmlns:mc='m'><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    assert words(f"<w:p>{r('Số: 61')}<w:r>{both}</w:r></w:p>", p("Sau")) == ["Số: 61", "DỰ THẢO", "Sau"]


def test_boxes_within_boxes_stand_once_each() -> None:
    opened, closed = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
    assert words(opened * 40 + p("DỰ THẢO") + closed * 40, p("Sau")) == ["DỰ THẢO", "Sau"]


def test_tables_within_tables_end() -> None:
    opened, closed = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    assert table(opened * 80 + p("trong") + closed * 80).rows[0].cells == (Cell("trong", 0),)


def test_footnotes_stand_behind_the_text() -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote><w:footnote w:id="2">{p("Theo Nghị quyết 57.")}</w:footnote>'
    found = read(p("Kế hoạch"), footnotes=notes)
    assert len(found.blocks) == 1
    assert found.text == "Kế hoạch\n\n[1] Theo Nghị quyết 57.\n"


def test_bold_and_italic_need_every_letter() -> None:
    found = read(
        f"<w:p>{r('Nơi nhận', '<w:b/><w:i/>')}{r(': ')}</w:p>",
        f"<w:p>{r('Hạn: ', '<w:b/>')}{r('15/5')}</w:p>",
        p("Qua kiểu", run='<w:rStyle w:val="Dam"/>'),
        styles=STYLES,
    ).blocks
    assert [(b.bold, b.italic) for b in found if isinstance(b, Paragraph)] == [
        (True, True),
        (False, False),
        (True, False),
    ]


def test_line_end_parts_labels_and_joins_sentences() -> None:
    body = [
        p("- Cơ quan chủ trì: Sở Y tế.\n- Thời gian thực hiện: Quý II.", run="<w:i/>"),
        p("KẾ HOẠCH\nTriển khai công tác trẻ em\ntrên địa bàn huyện"),
        p("Các Phòng: Giáo dục và Đào tạo,\nTư pháp; UBND các xã"),
    ]
    found = read(*body).blocks
    assert found == (
        Paragraph("- Cơ quan chủ trì: Sở Y tế.", "đoạn 1", italic=True),
        Paragraph("- Thời gian thực hiện: Quý II.", "đoạn 1", italic=True),
        Paragraph("KẾ HOẠCH", "đoạn 2"),
        Paragraph("Triển khai công tác trẻ em trên địa bàn huyện", "đoạn 2"),
        Paragraph("Các Phòng: Giáo dục và Đào tạo, Tư pháp; UBND các xã", "đoạn 3"),
    )


def test_letterhead_by_tabs_is_cut_in_two() -> None:
    head = table(
        p("UBND HUYỆN SƠN TÂY\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc"),
        p("Số: 61/KH-UBND\tSơn Tây, ngày 04 tháng 4 năm 2025\nKẾ HOẠCH"),
    )
    assert [cell.text for cell in head.rows[0].cells] == [
        "UBND HUYỆN SƠN TÂY\nSố: 61/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Tây, ngày 04 tháng 4 năm 2025",
    ]


def test_words_behind_the_letterhead_are_not_lost() -> None:
    body = p(
        "UBND XÃ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 1/KH\tSơn Mùa, ngày 4 tháng 4 năm 2025\nKẾ HOẠCH"
    )
    assert words(body) == ["KẾ HOẠCH"]


def test_merged_cells_stand_once() -> None:
    found = table(
        tbl(
            tr(tc(p("STT")), tc(p("Nhiệm vụ")), tc(p("Chủ trì")), props="<w:tblHeader/>"),
            tr(tc(p("I. NHÓM", run="<w:b/>"), props='<w:gridSpan w:val="3"/>')),
            tr(
                tc(p("1"), props='<w:vMerge w:val="restart"/>'),
                tc(p("Việc a")),
                tc(p("Sở Y tế"), p("UBND xã")),
            ),
            tr(tc(p("ẩn"), props="<w:vMerge/>"), tc(p("Việc b")), tc()),
            tr(tc(p("Thiếu ô đầu")), props='<w:gridBefore w:val="1"/>'),
        )
    )
    assert found.columns == 3
    assert [row.place for row in found.rows] == [f"bảng 1, hàng {n}" for n in range(1, 6)]
    assert [row.cells for row in found.rows[1:]] == [
        (Cell("I. NHÓM", 0, 3, bold=True),),
        (Cell("1", 0, rows=2), Cell("Việc a", 1), Cell("Sở Y tế\nUBND xã", 2)),
        (Cell("Việc b", 1), Cell("", 2)),
        (Cell("Thiếu ô đầu", 1),),
    ]


def test_numbers_in_cells_are_printed_and_inner_tables_are_lines() -> None:
    inner = tbl(tr(tc(p("a")), tc(p("b"))))
    found = table(
        tbl(tr(tc(p(num=1)), tc(p("Việc một"))), tr(tc(p(num=1)), tc(p("Việc hai"), inner))),
        numbering=levels(("decimal", "%1")) + num(1),
    )
    assert [[cell.text for cell in row.cells] for row in found.rows] == [
        ["1", "Việc một"],
        ["2", "Việc hai\na\nb"],
    ]


def test_main_part_may_have_another_name() -> None:
    def relations(*pairs: tuple[str, str]) -> bytes:
        made = "".join(f'<Relationship Type="http://x/{kind}" Target="{target}"/>' for kind, target in pairs)
        return f"<Relationships>{made}</Relationships>".encode()

    raw = archive(
        {
            "_rels/.rels": relations(("metadata", "a.xml"), ("officeDocument", "/word/document2.xml")),
            "word/document2.xml": document(p("Mục", style="De1")),
            "word/_rels/document2.xml.rels": relations(
                ("styles", "styles2.xml"), ("numbering", "numbering2.xml")
            ),
            "word/styles2.xml": f"<w:styles xmlns:w='w'>{STYLES}</w:styles>".encode(),
            "word/numbering2.xml": f"<w:numbering xmlns:w='w'>{LIST}{num(1)}</w:numbering>".encode(),
        }
    )
    assert read_source(raw, "a.docx").text == "I. Mục\n"


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyếộặữỷĐẾỮ0123456789 \u00a0.,;:()/-–+“”%&<e\u0302\u0301"
TEXT = st.text(LETTERS, max_size=30)
PARAGRAPHS = st.lists(st.builds(p, TEXT), max_size=5)
CELLS = st.lists(st.builds(tc, st.builds(p, TEXT), st.builds(p, TEXT)), min_size=1, max_size=3)
TABLES = st.lists(st.builds(lambda cells: tr(*cells), CELLS), min_size=1, max_size=3).map(
    lambda rows: [tbl(*rows)]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(PARAGRAPHS, TABLES), min_size=1, max_size=5))
def test_every_word_is_in_the_text(groups: list[list[str]]) -> None:
    body = ["".join(group) for group in groups] + [p("Kế hoạch")]
    source = read(*body)
    wanted = printed(unescape(" ".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", "".join(body))))).split()
    got = source.text.split()
    assert sorted(wanted) == sorted(
        word for word in got if set(word) != {"|"} and not re.fullmatch(r"\|(---\|)+", word)
    )
