"""The report as PDF: the Markdown's own words on pages of Nghị định 30, one font, no clock, nothing from outside."""

from __future__ import annotations

import builtins
import io
import re
import unicodedata
from collections import Counter
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kehoach_cli.render.markdown_escape import escape_cell
from kehoach_cli.render.pdf.glyphs import letters_of, unprintable
from kehoach_cli.render.pdf.report import PdfFile, pdf_report
from kehoach_cli.render.pdf.runs import text_of
from kehoach_cli.render.pdf.setting import FONTS, typeset
from kehoach_cli.render.pdf.tree import tree_of
from kehoach_cli.render.templates import TemplateFault
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import AS_OF, REPORTS, Node, answer, rendered, view_of, visible
from program import ENTERED, Office
from test_html import HOSTILE, KINDS, VIEWS, hostile, rich

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PageObject

    from kehoach_cli.queries.consolidation import Consolidation

TEMPLATE = "bao-cao.typ"
MM = 72 / 25.4
ALPHABET = unicodedata.normalize(
    "NFC",
    "".join(
        base + tone
        for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    )
    + "đĐ",
)


def pdf_of(view: Consolidation, *, working: bool = False, with_status: bool = False) -> PdfFile:
    return pdf_report(view, working=working, with_status=with_status, folders=[packaged_templates()])


def read(made: PdfFile) -> PdfReader:
    return PdfReader(io.BytesIO(made.content))


def words(made: PdfFile) -> str:
    """Every word on every page, page numbers and blanks left out."""
    return "".join("".join(bare(page)) for page in read(made).pages)


def bare(page: PageObject) -> list[str]:
    """The words of a page, less its number."""
    found = page.extract_text().split()
    return found[1:] if found and found[0].isdigit() else found


def number(page: PageObject) -> str:
    """What stands alone in the top margin."""
    first = page.extract_text().split("\n")[0].strip()
    return first if first.isdigit() else ""


# The words


@pytest.mark.parametrize("name", ["none", "rich"])
@pytest.mark.parametrize(("working", "with_status"), KINDS)
def test_the_pages_say_what_the_markdown_says(name: str, working: bool, with_status: bool) -> None:
    view = VIEWS[name]()
    markdown = rendered(view, working=working, with_status=with_status)
    made = pdf_of(view, working=working, with_status=with_status)
    assert made.notes == markdown.notes
    said = Counter("".join(visible(markdown.text)).replace("😀", ""))
    seen = Counter(words(made))
    for blank in " \n\xa0":
        del said[blank]
    # header rows repeat, lists get their dash or number: nothing is lost
    assert {letter: n for letter, n in said.items() if seen[letter] < n} == {}


def test_hostile_words_print_as_typed() -> None:
    seen = words(pdf_of(hostile()))
    wanted = ["".join(text.split()).replace("😀", "").rstrip(".") for text in HOSTILE]
    assert [text for text in wanted if text not in seen] == []


TYPST = [
    "#panic()",
    "$x^2$",
    "*đậm* _ng_",
    "@ref <nhãn>",
    "= Tiêu đề",
    "// chú thích",
    "\\u{41}",
    "~ --- ...",
    '"nháy"',
]


def test_words_that_are_code_to_typst_print_as_typed() -> None:
    seen = words(pdf_of(view_of({"phong-tu-phap": answer("II.6", result="\n".join(TYPST))})))
    assert [text for text in TYPST if "".join(text.split()) not in seen] == []


def test_a_very_long_answer_comes_through_whole() -> None:
    text = "Nội dung dài # $ & <b>. " * 850
    made = pdf_of(view_of({"phong-tu-phap": answer("II.6", result=text)}))
    seen = words(made)
    assert {seen.count(sign) for sign in "#$<>"} == {2 * 850}  # in the text and in appendix II


@pytest.mark.parametrize("letter", ["x", "-", "字", "/"])
def test_a_word_longer_than_a_line_is_broken_and_kept(letter: str) -> None:
    made = pdf_of(view_of({"phong-tu-phap": answer("II.6", result=letter * 2000)}))
    for page in read(made).pages:
        right = float(page.mediabox.right) - 15 * MM + 1

        def inside(text: str, _cm: object, at: list[float], *_font: object, right: float = right) -> None:
            assert not text.strip() or at[4] < right

        page.extract_text(visitor_text=inside)
    if letter != "字":
        assert max(map(len, re.findall(re.escape(letter) + "+", words(made)))) >= 2000


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("#$*@<>&{}[]\\|`_~-= \n\"'/ađợ"), min_size=1, max_size=60))
def test_a_cell_is_the_text_itself(text: str) -> None:
    table = f"| a |\n|---|\n| {escape_cell(text)} |\n"
    (node,) = tree_of(table)[0]["blocks"]
    (row,) = node["rows"]
    cell = text_of(row["cells"][0]) if "cells" in row else text_of(row["across"])
    assert cell.split() == " ".join(t for t in visible(table)[1:]).split()


def test_every_vietnamese_letter_is_there() -> None:
    made = pdf_of(view_of({"phong-tu-phap": answer("II.6", result=" ".join(ALPHABET))}))
    assert set(ALPHABET) - set(words(made)) == set()
    assert made.unprintable == ""


# The pages


def test_one_font_in_its_four_faces() -> None:
    reader = read(pdf_of(rich(), with_status=True))
    names = {
        re.sub(r"^/[A-Z]{6}\+", "", str(o["/BaseFont"]))
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
        for o in (font.get_object(), *(d.get_object() for d in font.get_object()["/DescendantFonts"]))
    }
    assert {name.removesuffix("-Identity-H") for name in names} == {
        "LiberationSerif",
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
        "LiberationSerif-BoldItalic",
    }


def test_no_letter_of_another_font_even_for_signs_ours_lacks() -> None:
    made = pdf_of(hostile())
    names = {
        str(font.get_object()["/BaseFont"])
        for page in read(made).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert all("LiberationSerif" in name for name in names)
    assert set(made.unprintable) == {"😀"}


def baselines(page: PageObject, right: float = 210 * MM) -> list[float]:
    """How far the lines that begin left of `right` stand above the foot, the topmost first; points."""
    found = set()

    def seen(operator: bytes, _operands: object, cm: list[float], at: list[float]) -> None:
        if operator in (b"Tj", b"TJ") and at[4] * cm[0] + cm[4] < right:
            found.add(round(at[5] * cm[3] + cm[5], 1))

    page.extract_text(visitor_operand_before=seen)
    return sorted(found, reverse=True)


def steps(lines: list[float]) -> list[float]:
    return [round(above - below, 1) for above, below in pairwise(lines)]


def test_lines_stand_as_far_apart_as_in_word() -> None:
    """Single spacing of this font is 1.149 sizes: 16.1 points at 14, 14.9 at 13; the body has 1.1 of it."""
    first, second, *_ = read(pdf_of(rich())).pages
    assert steps(baselines(first, 93 * MM))[0] == pytest.approx(14.9, abs=0.15)
    below = steps(baselines(first)[6:])  # the letterhead
    title = [*takewhile(lambda step: step < 20, below)]
    assert title == pytest.approx([16.1] * len(title), abs=0.15)
    assert title
    body = [*below[len(title) + 2 :], *steps(baselines(second)[1:])]
    usual = (16.1, 17.7, 23.7, 26.7)  # in a heading, in a paragraph, between two, before a part
    known = [next((u for u in usual if step == pytest.approx(u, abs=0.15)), None) for step in body]
    assert None not in known
    assert known.count(17.7) > 10


def test_paper_and_page_numbers() -> None:
    pages = read(pdf_of(rich(), with_status=True)).pages
    sizes = [(round(float(p.mediabox.width) / MM), round(float(p.mediabox.height) / MM)) for p in pages]
    numbers = [number(page) for page in pages]
    starts = [n for n, page in enumerate(pages) if page.extract_text().startswith("Phụ lục ")]
    assert len(starts) == 2
    portrait, landscape = (210, 297), (297, 210)
    assert sizes == [portrait] * starts[0] + [landscape] * (len(pages) - starts[0])
    begins = [0, *starts, len(pages)]
    assert numbers == ["" if n == 1 else str(n) for a, b in pairwise(begins) for n in range(1, b - a + 1)]


def test_an_appendix_without_a_table_stands_upright() -> None:
    pages = read(pdf_of(view_of({}))).pages
    assert {round(float(p.mediabox.width) / MM) for p in pages} == {210}


def test_the_head_of_a_table_stands_on_every_page_of_it() -> None:
    pages = read(pdf_of(rich(), with_status=True)).pages
    start = next(n for n, page in enumerate(pages) if page.extract_text().startswith("Phụ lục II"))
    assert len(pages) - start > 1
    assert all("Tình trạng" in page.extract_text() for page in pages[start:])


@pytest.mark.parametrize("more", range(1, 30, 7))
def test_the_signature_has_the_closing_sentence_above_it(more: int) -> None:
    made = pdf_of(view_of(REPORTS, {"strengths": "\n".join(["Một ý."] * more)}))
    page = next(t for p in read(made).pages if "Nơi nhận:" in (t := p.extract_text()))
    assert "Trên đây là báo cáo" in page
    assert "theo dõi, tổng hợp./." in page
    assert "PHÓ CHỦ TỊCH" in page
    assert "Lưu: VT, TH." in page


@pytest.mark.parametrize("more", range(1, 30, 7))
def test_no_heading_stands_alone_at_the_foot(more: int) -> None:
    made = pdf_of(view_of({}, {"issuing": "\n".join(["Một ý."] * more)}))
    for page in read(made).pages:
        last = page.extract_text().strip().split("\n")[-1]
        assert not re.match(r"[IVX]+\. |\d+\. [A-ZĐ]|[a-zđ]\) ", last), last


def test_about_the_document() -> None:
    reader = read(pdf_of(rich()))
    about = reader.metadata
    assert about is not None
    assert about.title == (
        "Báo cáo kết quả thực hiện công tác trẻ em 6 tháng đầu năm 2025 - UBND huyện Sơn Tây"
    )
    assert about.author == "UBND huyện Sơn Tây"
    assert about.creation_date is not None
    assert about.creation_date.date() == AS_OF
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "vi"  # type: ignore[index]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_headings_are_in_the_outline() -> None:
    outline = read(pdf_of(rich())).outline
    tops = [str(item["/Title"]) for item in outline if not isinstance(item, list)]
    assert tops == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN",
        "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
        "Phụ lục",
    ]
    below = next(item for item in outline if isinstance(item, list))
    assert [str(item["/Title"]) for item in below if not isinstance(item, list)] == [
        "1. Ban hành văn bản",
        "2. Hướng dẫn, kiểm tra, đôn đốc",
    ]


def test_equal_views_give_equal_bytes() -> None:
    first = pdf_of(rich(), working=True)
    assert first == pdf_of(rich(), working=True)
    identity = read(first).trailer["/ID"]
    assert identity == read(pdf_of(rich(), working=True)).trailer["/ID"]


# What typst is given


def blocks(markdown: str) -> list[Node]:
    (part,) = tree_of(markdown)
    return list(part["blocks"])


def test_the_letterhead_as_data() -> None:
    head = tree_of(rendered(rich()).text)[0]["blocks"][0]
    assert head == {
        "kind": "letterhead",
        "left": [[["b", "ỦY BAN NHÂN DÂN"]], [["b", "HUYỆN SƠN TÂY"]]],
        "right": [[["b", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]], [["b", "Độc lập - Tự do - Hạnh phúc"]]],
        "below": [(["Số:       /BC-UBND"], [["i", "Sơn Tây, ngày      tháng      năm 2025"]])],
    }


def test_lists_as_paragraphs_with_their_signs() -> None:
    assert blocks("Gồm:\n\n- một;\n  - hai;\n\n  thêm\n- ba.\n\n3. bốn\n4. năm\n\n> sáu\n") == [
        {"kind": "paragraph", "text": ["Gồm:"], "stays": True},
        {"kind": "paragraph", "text": ["- ", "một;"]},
        {"kind": "paragraph", "text": ["- ", "hai;"], "depth": 1},
        {"kind": "paragraph", "text": ["thêm"]},
        {"kind": "paragraph", "text": ["- ", "ba."]},
        {"kind": "paragraph", "text": ["3. ", "bốn"]},
        {"kind": "paragraph", "text": ["4. ", "năm"]},
        {"kind": "paragraph", "text": ["sáu"], "depth": 1},
    ]


def test_a_heading_in_all_but_rank_stays_with_what_follows() -> None:
    (found,) = blocks("a) Lập kế hoạch (Mục IV.3)\n")
    assert found["stays"]


def test_notes_are_marked_and_agencies_notes_are_not() -> None:
    made = pdf_of(view_of({"phong-tu-phap": answer("II.6", result="[Ghi chú: của cơ quan]")}))
    assert made.notes == rendered(view_of({"phong-tu-phap": answer("II.6", result="x")})).notes


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Tiếng Việt – “đủ” dấu…", ""),
        ("😀 漢 字😀", "😀漢字😀"),
        ("a\u200bb\u00ad\ufe0f\u202fc", ""),
        ("ΩЖ₫•", ""),
    ],
)
def test_what_the_font_lacks(text: str, lacking: str) -> None:
    assert unprintable(text, FONTS / "LiberationSerif-Regular.ttf") == lacking


def test_the_four_faces_have_the_letters_of_one() -> None:
    regular = letters_of(FONTS / "LiberationSerif-Regular.ttf")
    assert set(map(ord, ALPHABET)) <= regular
    assert {ord("a"), ord("ế"), 0x20AB} <= regular
    assert not {ord("漢"), 0xFFFF} & regular
    for face in ("Bold", "Italic", "BoldItalic"):
        assert regular <= letters_of(FONTS / f"LiberationSerif-{face}.ttf")


def test_the_fonts_come_with_their_licence() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "with Reserved Font Name Liberation." in licence


# The office's own template


def own(folder: Path, text: str) -> PdfFile:
    (folder / TEMPLATE).write_text(text, encoding="utf-8")
    return pdf_report(view_of({}), working=False, with_status=False, folders=[folder, packaged_templates()])


def test_the_offices_own_template_comes_first(tmp_path: Path) -> None:
    made = own(
        tmp_path, '#set text(font: "Liberation Serif")\nMẫu riêng #json(bytes(sys.inputs.data)).author'
    )
    assert words(made) == "MẫuriêngUBNDhuyệnSơnTây"


def test_a_template_knows_no_clock(tmp_path: Path) -> None:
    assert words(own(tmp_path, "#datetime.today().display()")) == "2025-05-20"


FAULTS = [
    (
        "\n#json(bytes(sys.inputs.data)).titel",
        2,
        "mẫu dùng “titel” nhưng dữ liệu không có; gần nhất là “title”",
    ),
    ("a\n\n#bang(1)", 3, "mẫu dùng tên “bang” nhưng không có"),
    ("#let x = (\n", 1, "mẫu viết sai cú pháp: “#let x = (” (typst: unclosed delimiter)"),
    (
        "#heading(levle: 2)[x]",
        1,
        "mẫu viết sai cú pháp: “#heading(levle: 2)[x]” (typst: unexpected argument: levle)",
    ),
    ("#panic(1)", 1, "không thực hiện được dòng này của mẫu: “#panic(1)” (typst: panicked with: 1)"),
    ('#read("/etc/passwd")', 1, "mẫu gọi tệp “passwd” nhưng trong thư mục của mẫu không có"),
    ('#read("../bao-cao.typ")', 1, "mẫu gọi tệp ngoài thư mục của mẫu"),
    (
        '#import "@preview/cetz:0.2.0"',
        1,
        "mẫu gọi gói thư viện trên mạng; chỉ được dùng tệp nằm trong thư mục của mẫu",
    ),
    (
        '#let p = "@pre" + "view/cetz:0.2.0"\n#import p: x',
        2,
        "mẫu gọi gói thư viện trên mạng; chỉ được dùng tệp nằm trong thư mục của mẫu",
    ),
    (
        '#import "@local/x:0.1.0"',
        1,
        "mẫu gọi gói thư viện trên mạng; chỉ được dùng tệp nằm trong thư mục của mẫu",
    ),
    ("#let f(x) = f(x)\n#f(1)", 1, "mẫu gọi lại chính mình không dừng"),
    ("#while true {}", 1, "mẫu lặp mãi không dừng"),
    ("#let n = 0\n#while n < 1 { let m = 1 }", 2, "mẫu lặp mãi không dừng"),
    ('#set text(font: "Không có")\n\n#x', 3, "mẫu dùng tên “x” nhưng không có"),
]


@pytest.mark.parametrize(("text", "line", "told"), FAULTS, ids=[f[0] for f in FAULTS])
def test_a_fault_in_the_template_is_told(text: str, line: int, told: str, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    with pytest.raises(TemplateFault) as found:
        own(folder, text)
    assert (found.value.file, found.value.line, found.value.message) == (str(folder / TEMPLATE), line, told)


def test_a_fault_in_a_file_that_the_template_imports(tmp_path: Path) -> None:
    (tmp_path / "phan.typ").write_text("\n#let f(x) = x.ten\n", encoding="utf-8")
    with pytest.raises(TemplateFault, match=r"phan\.typ:2: mẫu dùng “ten” nhưng dữ liệu không có"):
        own(tmp_path, '#import "phan.typ": f\n#f((a: 1))')


def test_a_template_that_is_no_utf_8(tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).write_bytes(b"\xff\xfe a")
    with pytest.raises(TemplateFault, match="không phải mã UTF-8"):
        typeset(TEMPLATE, "{}", [tmp_path], AS_OF)


def test_no_template_at_all(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match=r"không tìm thấy mẫu “bao-cao\.typ”"):
        typeset(TEMPLATE, "{}", [tmp_path], AS_OF)


# The command


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_the_command_writes_the_file(office: Office) -> None:
    done = office.run("report", "--period", "6thang", "-o", "bao-cao.pdf")
    assert done == (
        0,
        "",
        (
            "Đã tạo bao-cao.pdf; chưa có báo cáo nào được tổng hợp (0/31); còn 25 ghi chú cần xử lý trước khi "
            "trình ký (tìm “[Ghi chú:”).\n"
        ),
    )
    first = office.file("bao-cao.pdf").read_bytes()
    assert first.startswith(b"%PDF-")
    assert "thêm --force" in office.run("report", "--period", "6thang", "-o", "bao-cao.pdf").told
    again = office.run("report", "--period", "6thang", "-o", "bao-cao.pdf", "--force")
    assert (again.code, office.file("bao-cao.pdf").read_bytes()) == (0, first)


def test_final_writes_nothing_while_a_note_is_left(office: Office) -> None:
    done = office.run("report", "--period", "6thang", "--final", "-o", "bao-cao.pdf")
    assert (done.code, office.file("bao-cao.pdf").exists()) == (1, False)


def test_a_pdf_goes_into_a_file(office: Office) -> None:
    told = office.run("report", "--period", "6thang", "--format", "pdf").told
    assert told == "tệp PDF phải ghi vào tệp; thêm -o TỆP.pdf."


def test_a_cover_is_no_pdf(office: Office) -> None:
    told = office.run("report", "--period", "6thang", "--cover", "-o", "phieu.pdf").told
    assert told == "phiếu trình chỉ có dạng Word; thêm -o TỆP.docx."


def test_characters_that_are_lost_are_told(office: Office) -> None:
    office.report("phong-tu-phap", "2025-05-12", f"{ENTERED}next:\n  - Vui 😀 😀 漢\n")
    done = office.run("report", "--period", "6thang", "--working", "-o", "x.pdf")
    assert done.err.startswith(
        "Cảnh báo: phông chữ của PDF không có 6 ký tự (“😀”, “漢”), các ký tự này in thành khoảng trống; "
        "bản Word, HTML và Markdown giữ nguyên.\nĐã tạo x.pdf: "
    )


def test_without_typst_the_remedy_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def blocked(name: str, *args: Any, **more: Any) -> Any:  # noqa: ANN401
        if name == "typst":
            raise ModuleNotFoundError("No module named 'typst'", name="typst")
        return real(name, *args, **more)

    monkeypatch.setattr(builtins, "__import__", blocked)
    assert office.run("report", "--period", "6thang", "-o", "x.pdf").told == (
        'Để xuất PDF cần thêm thư viện typst: pip install "kehoach-cli[pdf]". Hoặc ghi ra Word '
        "(-o TỆP.docx) rồi lưu thành PDF từ Word. Không có tệp nào bị thay đổi."
    )
    assert not office.file("x.pdf").exists()
