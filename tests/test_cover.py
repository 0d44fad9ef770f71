"""Phiếu trình: what it says of the letters that went out, names cut whole and grouped, all of it on one page."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.issued import Issued
from kehoach_cli.model.workspace import Sent
from kehoach_cli.queries.consolidation import consolidation, issuer_for
from kehoach_cli.queries.naming import Naming
from kehoach_cli.render.template_filters import FILTERS
from kehoach_cli.render.word import word_cover
from kehoach_cli.render.word.rule_lines import text_width
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import (
    AS_OF,
    COMMUNES,
    POLICE,
    REPORTS,
    SUMMARY,
    Node,
    answer,
    plan_61,
    six_months,
    view_of,
)
from test_word import paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.queries.consolidation import Consolidation

FOLDERS = [packaged_templates()]
NAMES, WITHIN = FILTERS["names"], FILTERS["names_within"]
LETTERS = (
    ("300/UBND-TH", "2025-05-05", "1"),
    ("5/UBND-TH", "2025-05-16", "2"),
    ("29/UBND-TH", "2025-05-19", "3"),
)


def view(
    reports: Mapping[str, Node],
    letters: tuple[tuple[str, str, str], ...] = (),
    as_of: date = AS_OF,
    summary: Node | None = None,
) -> Consolidation:
    folder, deadline = six_months(reports, summary)
    blank = {"schema": "1", "document": "cong-van", "period": "6thang", "agencies": ["UBND xã Sơn Mùa"]}
    sent = tuple(
        Sent(f"{n}.yaml", Issued.model_validate(blank | {"number": n, "dated": d, "stage": s}))
        for n, d, s in letters
    )
    folder = folder._replace(sent=sent)
    workspace = plan_61()._replace(plans=(folder,))
    issuer = issuer_for(workspace.office, deadline, as_of)
    assert issuer is not None
    return consolidation(workspace, folder, deadline, as_of, issuer)


def said(found: Consolidation) -> list[str]:
    return paragraphs(word_cover(found, FOLDERS).content)


def sending(found: Consolidation) -> str:
    return next(text for text in said(found) if text.startswith("3. "))


# Point 3: who has sent, who was urged


def test_every_letter_that_urged_is_named_with_number_and_day() -> None:
    assert sending(view(REPORTS, LETTERS)).endswith(
        "; đã đôn đốc: Công văn số 05/UBND-TH ngày 16/5/2025, Công văn số 29/UBND-TH ngày 19/5/2025."
    )


def test_letters_of_later_days_do_not_exist_yet() -> None:
    told = sending(view(REPORTS, LETTERS, date(2025, 5, 18)))
    assert told.endswith("; đã đôn đốc: Công văn số 05/UBND-TH ngày 16/5/2025.")


def test_no_letter_is_told_only_where_somebody_is_overdue() -> None:
    assert sending(view(REPORTS)).endswith("; chưa có công văn đôn đốc.")
    assert "đôn đốc" not in sending(view({"phong-tu-phap": {}}, as_of=date(2025, 5, 12)))
    assert "…" not in sending(view(REPORTS))


def test_a_report_sent_back_is_not_one_that_never_came() -> None:
    told = sending(view(REPORTS))
    missing, back = told.split("; đã trả lại để bổ sung: ")
    assert back == "UBND xã Sơn Bua; chưa có công văn đôn đốc."
    assert "Sơn Bua" not in missing.split("Công an")[0]


def test_the_basis_names_the_clauses() -> None:
    assert said(view({}))[3] == (
        "2. Căn cứ: Mục V và khoản 1 Mục IV Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây."
    )
    without = view({})
    without = without._replace(own_clause=None, period=without.period._replace(source=None))
    assert said(without)[3] == "2. Căn cứ: Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây."


@pytest.mark.parametrize(
    ("ref", "cited"),
    [("V", "Mục V"), ("IV.1", "khoản 1 Mục IV"), ("IV.5.2", "Mục IV.5.2"), ("Điều 9", "Điều 9")],
)
def test_how_a_clause_is_cited(ref: str, cited: str) -> None:
    found = view({})
    found = found._replace(own_clause=None, period=found.period._replace(source=ref))
    assert said(found)[3].startswith(f"2. Căn cứ: {cited} Kế hoạch số 61/KH-UBND ")


# Names


def test_agencies_of_several_tasks_are_grouped_in_the_registers_order() -> None:
    silent = {id_: answer("II.1", result="Đã thực hiện.") for id_ in (COMMUNES[6], COMMUNES[3])}
    silent["phong-van-hoa-khoa-hoc-va-thong-tin"] = answer("II.2", result="Đã thực hiện.")
    (found,) = [o for o in view_of(silent).left_open if o.case == "not_stated"]
    assert [n.head for n in found.agencies] == ["Phòng Văn hóa, Khoa học và Thông tin", "UBND các xã"]
    assert found.agencies[1].ends == ("Sơn Bua", "Sơn Tinh")


def test_a_cut_stands_between_names_and_counts_the_rest() -> None:
    named = (
        Naming("Phòng Nội vụ", ()),
        Naming("UBND các xã", ("Sơn Dung", "Sơn Liên", "Sơn Bua"), 3),
        Naming("Công an các xã", (), 9),
    )
    assert WITHIN(named, 200) == NAMES(named)
    assert WITHIN(named, 50) == (
        "Phòng Nội vụ; UBND các xã: Sơn Dung, Sơn Liên và 10 cơ quan khác, xem bảng tổng hợp"
    )
    assert WITHIN(named, 20) == "Phòng Nội vụ và 12 cơ quan khác, xem bảng tổng hợp"
    assert WITHIN(named, 1) == "Phòng Nội vụ và 12 cơ quan khác, xem bảng tổng hợp"
    assert WITHIN((), 10) == ""


WORD = st.text("abcơưđ ", min_size=1, max_size=12).map(str.strip).filter(bool)
NAMING = st.builds(
    lambda head, ends: Naming(head, tuple(ends), max(len(ends), 1)), WORD, st.lists(WORD, max_size=4)
)


@given(st.lists(NAMING, max_size=6), st.integers(1, 120))
def test_no_agency_is_lost_by_a_cut(named: list[Naming], length: int) -> None:
    made, whole = WITHIN(named, length), NAMES(named)
    if made == whole:
        return
    kept, _, rest = made.rpartition(" và ")
    assert rest.removesuffix(" cơ quan khác, xem bảng tổng hợp").isdigit()
    left = int(rest.split(" ")[0])
    assert 0 < left < sum(n.size for n in named)
    assert len(kept) <= length or NAMES(named[:1]) == kept


# One page


def height(content: bytes) -> float:
    """Points that the page's text takes, a little more than it really does (bold widths)."""
    document = docx.Document(io.BytesIO(content))
    room = 165 / 25.4 * 72
    total = 0.0
    for paragraph in (p for p in document.paragraphs if p.text):
        is_body = paragraph.style is not None and paragraph.style.name == "Nội dung phiếu trình"
        lines = -(-(text_width(paragraph.text, 13) * 0.97 + 28) // room) if is_body else 1
        total += lines * 15 + 6
    return total + 75 + 6 + 2 * 15 + 3 * 16  # letterhead, rule, the box


def test_it_stays_on_one_page_with_half_of_the_reports() -> None:
    """16 of 31 have come in, some with questions; A4 less 20 mm at each end is 728 points."""
    reports = {id_: r for id_, r in REPORTS.items() if id_ != "van-phong"}
    reports |= {id_: {"rest": "không phát sinh"} for id_ in (*COMMUNES[4:6], *POLICE[3:5])}
    content = word_cover(view(reports, LETTERS, summary=SUMMARY), FOLDERS).content
    assert height(content) < 728


def test_the_box_is_not_torn_from_its_heads() -> None:
    document = docx.Document(io.BytesIO(word_cover(view({}), FOLDERS).content))
    box = document.tables[-1]
    heads, blanks = box.rows
    assert heads.cells[0].text == "Ý kiến của chuyên viên"
    assert all(p.paragraph_format.keep_with_next for c in heads.cells for p in c.paragraphs)
    assert all(row._tr.trPr is not None and row._tr.trPr.xpath("w:cantSplit") for row in (heads, blanks))  # noqa: SLF001


# What is beyond an agency's authority


def test_what_is_beyond_authority_is_put_to_the_leaders() -> None:
    hard = [{"text": f"Khó khăn thứ {n}", "beyond": "true"} for n in range(1, 5)]
    told = said(view({"trung-tam-y-te": {"difficulties": [*hard, {"text": "Đường xa"}]}}))
    assert (
        "- Khó khăn vượt thẩm quyền (04): Khó khăn thứ 1 (Trung tâm Y tế); Khó khăn thứ 2 (Trung tâm Y tế); Khó khăn "
        "thứ 3 (Trung tâm Y tế); và 01 nội dung khác, xem bảng tổng hợp."
    ) in told
    assert not any("Đường xa" in text for text in told)
