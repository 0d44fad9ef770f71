"""The report as a page: the Markdown's own words, no markup of anyone else's, a picture of who reported when."""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.model.plan import Exempt
from kehoach_cli.render.html.body import html_body
from kehoach_cli.render.html.chart import chart
from kehoach_cli.render.html.notes import BEGIN, END
from kehoach_cli.render.html.report import Rendered, html_report, marked_markdown
from kehoach_cli.render.templates import TemplateFault
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import REPORTS, SUMMARY, Node, answer, rendered, view_of, visible

if TYPE_CHECKING:
    from kehoach_cli.queries.consolidation import Consolidation

GOLDEN = Path(__file__).parent / "golden" / "report"
EXEMPT = (Exempt(agency="Liên đoàn Lao động huyện", reason="Không có nhiệm vụ trong kỳ"),)
VOID = {"meta", "br", "col"}
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "main", "section", "header", "footer", "div", "h1", "h2", "h3",
    "h4", "p", "ul", "ol", "li", "strong", "em", "mark", "br", "table", "colgroup", "col", "thead", "tbody", "tr", "th",
    "td", "figure", "figcaption", "svg", "desc", "text", "path", "circle",
}  # fmt: skip
HOSTILE = [
    "<script>alert(1)</script>",
    "A & B &amp; &lt;b&gt; &#60;i&#62;",
    "{{ 7 * 7 }} {% include 'x' %} {# y #}",
    "[khẩn] họp <b>ngay</b>",
    "[bấm](javascript:alert(1)) ![ảnh](http://vi.du/a.png) <http://vi.du>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</td></tr></table></section></main><style>*{display:none}</style>",
    "một<br>hai",
    "😀 vui",
    "[Ghi chú: của cơ quan].",
    "**đậm** _nghiêng_ `mã` | cột",
    "x" * 3000,
]


class Page(HTMLParser):
    """Elements with their attributes, the texts of blocks, whether all that opens closes in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.stack: list[str] = []
        self.blocks = [""]
        self.feed(text)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))
        if tag == "br":
            self.blocks[-1] += "\n"
        elif tag not in ("strong", "em", "mark", "br"):
            self.blocks.append("")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {k: v or "" for k, v in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag
        if tag not in ("strong", "em", "mark"):
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.elements if name == tag]


def page_of(view: Consolidation, *, working: bool = False, with_status: bool = False) -> Rendered:
    return html_report(view, working=working, with_status=with_status, folders=[packaged_templates()])


def rich() -> Consolidation:
    return view_of(
        REPORTS, SUMMARY, cutoff=date(2025, 4, 30), estimate_until=date(2025, 6, 30), exempt=EXEMPT
    )


def hostile() -> Consolidation:
    every = "\n".join(HOSTILE)
    report: Node = {
        "number": '1"><b>',
        "directives": [every],
        "tasks": [{"ref": "II.6", "status": "đang thực hiện", "result": every, "expected": every}],
        "difficulties": [{"text": every, "cause": every}],
        "next": [every],
        "proposals": [{"text": every, "to": "Sở Y tế"}],
    }
    return view_of({"phong-tu-phap": report}, {"funding": every, "strengths": every})


VIEWS = {"none": lambda: view_of({}), "rich": rich, "hostile": hostile}
KINDS = [(False, False), (False, True), (True, False)]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(("working", "with_status"), KINDS)
def test_the_page_says_what_the_markdown_says(name: str, working: bool, with_status: bool) -> None:
    view = VIEWS[name]()
    markdown = rendered(view, working=working, with_status=with_status)
    result = page_of(view, working=working, with_status=with_status)
    marked = marked_markdown(view, working=working, with_status=with_status, folders=[packaged_templates()])
    assert marked.text.replace(BEGIN, "").replace(END, "") == markdown.text
    assert result.notes == markdown.notes
    blocks = {squeezed(b) for b in Page(result.text).blocks}
    assert [t for t in map(squeezed, visible(markdown.text)) if t not in blocks] == []


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(("working", "with_status"), KINDS)
def test_nothing_but_our_own_elements(name: str, working: bool, with_status: bool) -> None:
    text = page_of(VIEWS[name](), working=working, with_status=with_status).text
    page = Page(text)
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    attributes = {name for _, attrs in page.elements for name in attrs}
    assert {a for a in attributes if a.startswith("on") or a in ("href", "src", "srcset", "action")} == set()
    styles = {attrs["style"] for _, attrs in page.elements if "style" in attrs}
    assert all(re.fullmatch(r"width:[\d.]+%|--hang:\d+", s) for s in styles), styles
    assert not re.search(r"@import|url\(|[\x00-\x08\x0b-\x1f]", text)


def test_hostile_words_come_through_as_text_in_both_documents() -> None:
    for working in (False, True):
        page = Page(page_of(hostile(), working=working).text)
        seen = "\n".join(map(squeezed, page.blocks))
        assert [t for t in HOSTILE if squeezed(t).rstrip(".") not in seen] == []
        assert len(page.of("mark")) == rendered(hostile(), working=working).notes


def test_a_very_long_answer_comes_through_whole() -> None:
    words = "Nội dung dài & <b>. " * 1000
    page = Page(page_of(view_of({"phong-tu-phap": answer("II.6", result=words)})).text)
    assert sum(squeezed(words) == squeezed(b) for b in page.blocks) == 2  # in the text and in appendix II


def test_the_frame_of_the_page() -> None:
    text = page_of(rich()).text
    page = Page(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n')
    assert page.of("meta")[1] == {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }
    assert (
        "<title>Báo cáo kết quả thực hiện công tác trẻ em 6 tháng đầu năm 2025 - UBND huyện Sơn Tây</title>"
        in text
    )
    assert "<title>Bảng tổng hợp báo cáo kết quả thực hiện công tác" in page_of(rich(), working=True).text
    assert len(page.of("main")) == len(page.of("h1")) == 1


def test_equal_views_give_equal_bytes() -> None:
    assert page_of(rich(), working=True) == page_of(rich(), working=True)


def test_every_note_is_shaded_and_nothing_else() -> None:
    result = page_of(view_of({}))
    shaded = re.findall(r'<mark class="ghi-chu">([^<]*)</mark>', result.text)
    assert len(shaded) == result.notes == 25
    assert all(s.startswith("[Ghi chú: ") and s.endswith("]") for s in shaded)


def test_a_note_that_holds_words_of_an_agency_ends_where_the_template_ends_it() -> None:
    text = page_of(view_of({"phong-tu-phap": {"number": "8] x [Ghi chú: y"}})).text
    assert (
        '<mark class="ghi-chu">[Ghi chú: đã nhận Báo cáo số 8] x [Ghi chú: y của Phòng Tư pháp, chưa nhập nội dung.]'
        "</mark></p>"
    ) in text


def test_the_letterhead_goes_column_by_column_with_a_rule_under_each() -> None:
    assert (
        '<header class="dau-van-ban" style="--hang:3">\n'
        '<div class="trai"><strong>ỦY BAN NHÂN DÂN</strong></div>\n'
        '<div class="trai ke"><strong>HUYỆN SƠN TÂY</strong></div>\n'
        '<div class="trai">Số:       /BC-UBND</div>\n'
        '<div class="phai"><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong></div>\n'
        '<div class="phai ke"><strong>Độc lập - Tự do - Hạnh phúc</strong></div>\n'
        '<div class="phai"><em>Sơn Tây, ngày      tháng      năm 2025</em></div>\n'
        "</header>\n<h1>BÁO CÁO</h1>\n"
        '<p class="trich-yeu"><strong>Kết quả thực hiện'
    ) in page_of(rich()).text


def test_recipients_and_signature_stand_side_by_side() -> None:
    closing = page_of(rich()).text.split('<footer class="cuoi-van-ban">')[1].split("</footer>")[0]
    assert closing.startswith(
        '\n<div class="noi-nhan">\n<p><em><strong>Nơi nhận:</strong></em></p>\n<p>- Như trên;</p>\n'
    )
    assert closing.endswith(
        '<p>- Lưu: VT, TH.</p>\n</div>\n<div class="chu-ky">\n<p><strong>TM. ỦY BAN NHÂN DÂN</strong></p>\n'
        "<p><strong>KT. CHỦ TỊCH</strong></p>\n<p><strong>PHÓ CHỦ TỊCH</strong></p>\n"
        '<p class="ho-ten"></p>\n</div>\n'
    )


def test_appendices_are_sections_with_page_numbers_of_their_own() -> None:
    text = page_of(rich(), with_status=True).text
    assert Page(text).of("section") == [
        {"class": "bao-cao"},
        {"id": "phu-luc-1", "class": "phu-luc ngang"},
        {"id": "phu-luc-2", "class": "phu-luc"},
    ]
    assert "@page phu-luc-1 {\n  size: A4 landscape;\n  counter-increment: phu-luc-1;" in text
    assert "@page phu-luc-2 {\n  counter-increment: phu-luc-2;" in text
    assert '<h2>Phụ lục II</h2>\n<p class="trich-yeu"><strong>TÌNH HÌNH' in text


def test_a_rule_stands_under_the_last_line_of_an_appendix_head() -> None:
    text = page_of(rich(), with_status=True).text
    lines = re.findall(r'<p class="(kem-theo[^"]*)"><em>\(([^ ]+)', text)
    assert lines == [("kem-theo ke-duoi", "Kèm"), ("kem-theo", "Kèm"), ("kem-theo ke-duoi", "tính")]
    assert ".trich-yeu::after, .ke-duoi::after {" in text


def test_table_rows_tell_their_columns_and_headings_run_across() -> None:
    text = page_of(rich(), with_status=True).text
    assert '<tr class="khoi"><td colspan="6"><strong>A. Phòng, ban, đơn vị</strong></td></tr>' in text
    assert (
        '<tr><td class="so" data-cot="TT">1</td><td data-cot="Cơ quan, đơn vị">Trung tâm Y tế</td>'
        '<td data-cot="Số, ký hiệu, ngày báo cáo">45/BC-TTYT, 13/5/2025</td><td data-cot="Ngày đến">14/5/2025</td>'
        '<td data-cot="Tình trạng">Đã gửi đúng hạn</td><td data-cot="Ghi chú"></td></tr>'
    ) in text
    widths = [float(w) for w in re.findall(r'<col style="width:([\d.]+)%">', text)]
    assert len(widths) == 7 + 4 + 6
    assert all(99.5 < sum(part) < 100.5 for part in (widths[:7], widths[7:11], widths[11:]))


def test_a_line_break_is_made_only_of_our_own() -> None:
    table = "| a |\n|---|\n| một<br>hai \\<br> ba |\n"
    assert '<td data-cot="a">một<br>\nhai &lt;br&gt; ba</td>' in html_body(table).html


def test_a_list_of_an_agency_stays_a_list() -> None:
    text = page_of(view_of({"phong-tu-phap": answer("II.6", result="Gồm:\n- một;\n  - hai & ba;")})).text
    assert "<ul>\n<li>\n<p>một;</p>\n<ul>\n<li>\n<p>hai &amp; ba." in text


# The picture


def figure(view: Consolidation) -> str:
    return chart(view.sending, view.as_of)


def test_the_picture_has_a_mark_for_every_report_told_by_shape() -> None:
    text = page_of(rich(), with_status=True).text
    drawn = figure(rich())
    assert text.count(drawn) == 1
    assert text.index('id="phu-luc-2"') < text.index("<figure") < text.index("<table", text.index("<figure"))
    assert drawn.count("<circle") == 10 + 1  # the last in the legend
    assert drawn.count('fill="#b23c00"') == 2 + 1
    assert drawn.count('stroke="#7b1fa2"') == 1 + 1
    assert "<title>UBND xã Sơn Long: đến ngày 17/5/2025; đã gửi, trễ</title>" in drawn
    assert ">Hạn cuối: hết ngày 14/5/2025<" in drawn
    assert ">Đã gửi đúng hạn: 10<" in drawn
    assert ">Chưa gửi, không có trên hình: 17<" in drawn
    assert (
        '<desc id="bieu-do-loi">Phải báo cáo 30; đã gửi 12 (đúng hạn 10, trễ 2); chưa gửi 18. Trả lại để bổ sung: 1. '
        "Hạn cuối: hết ngày 14/5/2025. Báo cáo đầu tiên đến ngày 12/5/2025, báo cáo gần nhất đến ngày 17/5/2025.</desc>"
    ) in drawn


def test_the_picture_stands_in_the_working_copy_but_not_in_the_draft_alone() -> None:
    assert page_of(rich(), working=True).text.count("<figure") == 1
    assert page_of(rich()).text.count("<figure") == 0


def test_nobody_reported() -> None:
    assert figure(view_of({})) == (
        '<figure class="bieu-do">\n<figcaption>Ngày đến của các báo cáo</figcaption>\n'
        '<p class="chua-co">Đến hết ngày 20/5/2025 chưa có báo cáo nào được gửi đến.</p>\n</figure>'
    )


SENDING = rich().sending
LATE = next(slot for slot in SENDING.slots if slot.state == "late")
OVERDUE = next(slot for slot in SENDING.slots if slot.state == "overdue")


def places(drawn: str, mark: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(rf"<{mark}[^>]*><title", drawn)]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(-350, 350), min_size=1, max_size=150), st.integers(0, 400))
def test_every_mark_stands_on_its_side_of_the_last_day(days: list[int], later: int) -> None:
    last_day = date(2025, 5, 14)
    as_of = last_day + timedelta(days=max(0, *days) + later + 1)
    slots = tuple(
        LATE._replace(
            received=last_day + timedelta(days=n), days=max(n, 0), state="late" if n > 0 else "on_time"
        )
        for n in days
    )
    silent = OVERDUE._replace(days=(as_of - last_day).days)
    drawn = chart(SENDING._replace(slots=(silent, *slots)), as_of)
    viewed, limit = (re.search(p, drawn) for p in (r'viewBox="0 0 360 (\d+)"', r'class="han" d="M([\d.]+) '))
    assert viewed
    assert limit
    before = places(drawn, r'circle cx="([-\d.]+)" cy="([-\d.]+)"')
    after = places(drawn, r'path d="M([-\d.]+) ([-\d.]+)l')
    assert (len(before), len(after)) == (sum(n <= 0 for n in days), sum(n > 0 for n in days))
    assert all(0 < x < float(limit[1]) and 0 < y < float(viewed[1]) for x, y in before)
    assert all(float(limit[1]) < x < 360 and 0 < y < float(viewed[1]) for x, y in after)


# The office's own page template


def test_a_fault_in_the_page_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "bao-cao.html.j2").write_text("<title>{{ titel }}</title>", encoding="utf-8")
    with pytest.raises(TemplateFault, match="mẫu dùng “titel” nhưng dữ liệu không có; gần nhất là “title”"):
        html_report(view_of({}), working=False, with_status=False, folders=[tmp_path, packaged_templates()])


def test_the_offices_own_page_template_comes_first(tmp_path: Path) -> None:
    (tmp_path / "bao-cao.html.j2").write_text("<b>{{ title }}</b>", encoding="utf-8")
    result = html_report(
        view_of({}), working=False, with_status=False, folders=[tmp_path, packaged_templates()]
    )
    assert result == (
        "<b>Báo cáo kết quả thực hiện công tác trẻ em 6 tháng đầu năm 2025 - UBND huyện Sơn Tây</b>",
        25,
    )


# Golden files


@pytest.mark.parametrize("name", ["none-draft", "rich-chart"])
def test_whole_pages(name: str) -> None:
    text = figure(rich()) + "\n" if name == "rich-chart" else page_of(view_of({})).text
    path = GOLDEN / f"{name}.html"
    if os.environ.get("KEHOACH_UPDATE_GOLDEN") == "1":
        path.write_bytes(text.encode("utf-8"))
    assert text == path.read_bytes().decode("utf-8")
