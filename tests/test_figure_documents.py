"""Figures and money in the documents: the opening, appendix I, the sentence on money; all of it made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.render.html.report import html_report
from kehoach_cli.render.word import word_cover, word_report
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import COMMUNES, POLICE, REPORTS, Node, draft, rendered, under, view_of, visible, working
from nd30 import departures
from program import golden
from test_word import blocks

if TYPE_CHECKING:
    from kehoach_cli.queries.consolidation import Consolidation

FOLDERS = [packaged_templates()]
CENTRE, SCHOOLS = "trung-tam-y-te", "phong-giao-duc-va-dao-tao"
MUA, DUNG = COMMUNES[:2]


def figure(
    id_: str,
    value: str | None = None,
    estimate: str | None = None,
    previous: str | None = None,
    note: str | None = None,
) -> Node:
    given = {"value": value, "estimate": estimate, "previous": previous, "note": note}
    return {"indicator": id_} | {key: text for key, text in given.items() if text is not None}


def _commune(n: int) -> Node:
    figures = [
        figure("dan-so", str(2000 + 137 * n), previous=str(1950 + 137 * n)),
        figure("tre-em-duoi-16", str(500 + 31 * n), previous=str(493 + 31 * n) if n != 2 else None),
        figure("tre-em-hoan-canh-dac-biet", str(20 + n)),
        figure("tre-em-mo-coi", str(n % 3), str(n % 3), "0"),
        figure("tre-em-bi-bo-roi", "0"),
        figure("ty-le-duoc-tro-giup", f"{70 + n},{n}", previous=f"{69 + n},{n}"),
        figure("tre-em-tai-nan-thuong-tich", "2"),
    ]
    funds = [
        {"ref": "II.5", "source": "ngân sách xã", "planned": "10.000.000", "used": 5_000_000 + 250_000 * n}
    ]
    return {"number": f"{10 + n}/BC-UBND", "figures": figures, "funds": funds}


FIGURES: dict[str, Node] = {
    CENTRE: {
        "number": "45/BC-TTYT",
        "rest": "không phát sinh",
        "figures": [
            figure("tre-em-duoi-16", "3000"),
            figure("tre-em-tai-nan-thuong-tich", "12", "15", "20", "Chủ yếu do ngã | bỏng *nhẹ*."),
            figure("ty-suat-chet-duoi-5-tuoi", "12,34", previous="13"),
        ],
        "funds": [
            {"source": "ngân sách huyện", "planned": "120.000.000", "used": "95.500.000"},
            {"source": "nguồn hợp pháp khác", "planned": "5.000.000", "note": "Chưa quyết toán."},
        ],
    },
    SCHOOLS: {"figures": [figure("huy-dong-3-36-thang", "22,55", "30", "20,1")]},
    POLICE[0]: {"figures": [figure("tre-em-bi-xam-hai", "1", previous="0")]},
    **{id_: _commune(n) for n, id_ in enumerate(COMMUNES) if n not in (3, 8)},
    COMMUNES[3]: {
        "figures": [figure("dan-so", "999")],
        "returned": {"date": "2025-05-16", "reason": "Thiếu số liệu."},
    },
}


def view() -> Consolidation:
    return view_of(FIGURES, cutoff=date(2025, 4, 30), estimate_until=date(2025, 6, 30))


def appendix(texts: list[str]) -> list[str]:
    """Appendix I as a reader sees it, without what stands above its title."""
    start = texts.index("Phụ lục I")
    ends = [i for i, t in enumerate(texts) if t.startswith("Phụ lục ") and i > start]
    return texts[start : ends[0] if ends else len(texts)]


def test_the_draft_with_figures() -> None:
    text = draft(view())
    golden("report/figures-appendix.md", text.split("## Phụ lục I\n")[1].split("\n---")[0])
    opening = under(text, "## II. KẾT QUẢ")
    assert opening[:3] == [
        (
            "Toàn huyện hiện có 4.275 trẻ em (dưới 16 tuổi), chiếm 24,5% dân số; trong đó 165 trẻ em có hoàn cảnh đặc "
            "biệt (chi tiết tại Phụ lục I). Số liệu tổng hợp từ báo cáo của 07/09 xã; chưa gồm UBND các xã: Sơn Bua, "
            "Sơn Lập."
        ),
        "[Ghi chú: số liệu chưa thống nhất: Trẻ em (dưới 16 tuổi): Trung tâm Y tế: 3.000; cộng 7 xã: 4.275.]",
        "[Ghi chú: số liệu chưa thống nhất: Trẻ em bị tai nạn, thương tích: cộng 7 xã: 14; Trung tâm Y tế: 12.]",
    ]


def test_the_working_copy_shows_every_figure_with_its_source() -> None:
    text = working(view())
    golden("report/figures-by-report.md", text.split("### C. Số liệu theo từng báo cáo")[1].split("\n---")[0])
    golden("report/funds-by-report.md", "\n\n".join(under(text, "### 15. Kinh phí")))


@pytest.mark.parametrize("is_working", [False, True])
def test_word_says_what_markdown_says(is_working: bool) -> None:
    word = word_report(view(), working=is_working, with_status=False, folders=FOLDERS)
    markdown = rendered(view(), working=is_working)
    assert appendix(blocks(word.content)) == appendix([t for t in visible(markdown.text) if t])
    assert word.notes == markdown.notes
    assert departures(word.content, is_report=not is_working) == []


def test_the_appendix_stands_in_the_page_too() -> None:
    page = html_report(view(), working=False, with_status=False, folders=FOLDERS).text
    assert '<section id="phu-luc-1"' in page
    assert "17.425 (*)" in page


def test_the_cover_names_what_disagrees_and_asks_for_no_money_that_is_known() -> None:
    said = blocks(word_cover(view(), FOLDERS).content)
    assert "- Số liệu chưa thống nhất: Trẻ em (dưới 16 tuổi); Trẻ em bị tai nạn, thương tích." in said
    assert not any("số liệu kinh phí" in text for text in said)


def test_without_figures_there_is_no_appendix_and_no_word_of_it() -> None:
    for reports in ({}, REPORTS, {MUA: {"figures": [figure("dan-so", note="chưa rà soát")]}}):
        text = draft(view_of(reports))
        assert "Phụ lục I\n" not in text
        assert "Phụ lục I." not in text
        assert "[Ghi chú: chưa có số liệu kinh phí.]" in text


def test_figures_of_other_things_than_children_are_pointed_to() -> None:
    text = draft(view_of({SCHOOLS: {"figures": [figure("huy-dong-3-5-tuoi", "98")]}}))
    assert (
        under(text, "## II. KẾT QUẢ")[0] == "Số liệu về công tác trẻ em được tổng hợp tại Phụ lục kèm theo."
    )


def test_a_joint_figure_is_told_once() -> None:
    joint = {"figures": [figure("dan-so", "4100")], "covers": ["UBND xã Sơn Dung"]}
    text = draft(view_of({MUA: joint}))
    assert "| Dân số | người | 4.100 (*) | 4.100 | (gộp với Sơn Mùa) | … |" in text


def money(*lines: Node) -> str:
    (said,) = under(draft(view_of({MUA: {"funds": [*lines]}})), "### 15. Kinh phí")
    return said


def test_the_sentence_on_money() -> None:
    assert under(draft(view()), "### 15. Kinh phí") == [
        (
            "Kinh phí đã sử dụng theo báo cáo của 08 cơ quan, đơn vị, địa phương là 136,75 triệu đồng; trong đó: ngân "
            "sách huyện 95,5, ngân sách xã 41,25 triệu đồng. [Ghi chú: chưa có số liệu kinh phí đã sử dụng của Trung "
            "tâm Y tế.]"
        )
    ]
    assert money({"source": "ngân sách xã", "used": "1.234.567"}) == (
        "Kinh phí đã sử dụng theo báo cáo của 01 cơ quan, đơn vị, địa phương là 1,234567 triệu đồng, từ ngân sách xã."
    )
    assert money({"source": "ngân sách xã", "used": "0"}) == (
        "Theo báo cáo của 01 cơ quan, đơn vị, địa phương, trong kỳ chưa sử dụng kinh phí."
    )
    assert money({"source": "ngân sách xã", "planned": "5"}) == "[Ghi chú: chưa có số liệu kinh phí.]"


def test_the_offices_words_on_money_come_first() -> None:
    said = under(draft(view_of(FIGURES, {"funding": "Đã bố trí 200 triệu đồng"})), "### 15. Kinh phí")
    assert said == ["Đã bố trí 200 triệu đồng."]
