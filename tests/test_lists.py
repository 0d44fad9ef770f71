"""Lists as Word documents: an appendix by Nghị định 30, whatever the table; and the engine's grids."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings

from kehoach_cli.model.office import Issuer
from kehoach_cli.queries.duties import tasks_view
from kehoach_cli.queries.matrix import matrix_view
from kehoach_cli.queries.status import status_view
from kehoach_cli.queries.tracking import tracking_view
from kehoach_cli.render.duties_table import attached_words, duties_forms
from kehoach_cli.render.matrix_table import matrix_forms
from kehoach_cli.render.status_table import status_forms
from kehoach_cli.render.table import Origin, Part, Table
from kehoach_cli.render.template_faults import TemplateFault
from kehoach_cli.render.tracking_table import tracking_forms
from kehoach_cli.render.word.archive import packed, read_parts
from kehoach_cli.render.word.tables import tables_document
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import REPORTS, plan_61, six_months
from nd30 import departures
from program import ROOT, golden
from test_markdown_text import TEXT
from test_word import NASTY, blocks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kehoach_cli.render.table import Forms

AS_OF = date(2025, 5, 20)
ORIGIN = Origin("UBND huyện Sơn Tây", AS_OF, (packaged_templates(),))
ATTACHED = "(Kèm theo Công văn số      /UBND-TH ngày      tháng      năm 2025 của UBND huyện Sơn Tây)"


def duties(agency: str | None) -> Forms:
    workspace = plan_61()
    entry = workspace.register.find(agency) if agency else None
    return duties_forms(tasks_view(workspace, AS_OF, entry), why=False, attached=ATTACHED)


def with_reports() -> Any:  # noqa: ANN401
    folder, _ = six_months(REPORTS)
    return plan_61()._replace(plans=(folder,))


KINDS: dict[str, Callable[[], Forms]] = {
    "ttyt": lambda: duties("trung-tam-y-te"),
    "phong-tu-phap": lambda: duties("phong-tu-phap"),
    "ubnd-xa-son-mua": lambda: duties("ubnd-xa-son-mua"),
    "ke-hoach": lambda: duties(None),
    "phan-cong": lambda: matrix_forms(matrix_view(plan_61(), AS_OF)),
    "tinh-hinh": lambda: status_forms(status_view(with_reports(), AS_OF)),
    "so-theo-doi": lambda: tracking_forms(tracking_view(with_reports(), AS_OF)),
}


def document(kind: str) -> bytes:
    content = KINDS[kind]().written("docx", ORIGIN)
    assert isinstance(content, bytes)
    return content


def opened(content: bytes) -> Any:  # noqa: ANN401
    return docx.Document(io.BytesIO(content))


@pytest.mark.parametrize("kind", KINDS)
def test_is_laid_out_by_the_decree(kind: str) -> None:
    assert departures(document(kind), is_report=False) == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_it_says(kind: str) -> None:
    golden(f"lists/{kind}.txt", "".join(f"{text}\n" for text in blocks(document(kind))))


@pytest.mark.parametrize("kind", KINDS)
def test_is_landscape_fits_the_page_and_is_never_smaller_than_eleven(kind: str) -> None:
    made = opened(document(kind))
    for section in made.sections:
        assert section.page_width > section.page_height
        assert section.different_first_page_header_footer
    room = made.sections[0].page_width - made.sections[0].left_margin - made.sections[0].right_margin
    assert made.tables
    for table in made.tables:
        assert sum(column.width for column in table.columns) <= room
    sizes = {
        run.font.size.pt if run.font.size else paragraph.style.font.size.pt
        for table in made.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    }
    assert sizes <= {11, 13}


def test_the_appendix_of_a_letter() -> None:
    assert [p.text for p in opened(document("ttyt")).paragraphs if p.text][:4] == [
        "Phụ lục",
        "NHIỆM VỤ GIAO TRUNG TÂM Y TẾ",
        "theo Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây (tính đến ngày 20/5/2025)",
        ATTACHED,
    ]


def test_lists_for_the_office_itself_are_no_appendix() -> None:
    texts = [p.text for p in opened(document("so-theo-doi")).paragraphs if p.text]
    assert texts[0] == "SỔ THEO DÕI BÁO CÁO"
    assert not any(text.startswith(("Phụ lục", "(Kèm theo")) for text in texts)


def test_who_issues_the_letter() -> None:
    issuer = Issuer(
        name="UBND xã Sơn Tây",
        full="Ủy ban nhân dân xã Sơn Tây",
        short="UBND xã",
        letterhead=("ỦY BAN NHÂN DÂN",),
        place="Sơn Tây",
        symbol="UBND",
        consolidator="Văn phòng",
        archive="VT, VHXH",
    )
    assert attached_words(issuer, date(2026, 1, 5)) == (
        "(Kèm theo Công văn số      /UBND-VHXH ngày      tháng      năm 2026 của UBND xã Sơn Tây)"
    )
    assert attached_words(None, date(2026, 1, 5)) == (
        "(Kèm theo Công văn số             ngày      tháng      năm 2026)"
    )


def test_the_sum_and_what_stands_below_are_on_one_page() -> None:
    made = opened(document("so-theo-doi"))
    [total] = {cell.text for cell in made.tables[0].rows[-1].cells}
    assert total.startswith("Cộng: phải báo cáo 31")
    assert all(p.paragraph_format.keep_with_next for p in made.tables[0].rows[-1].cells[0].paragraphs)
    after = made.tables[0]._tbl.itersiblings(qn("w:p"))  # noqa: SLF001
    below = [Paragraph(p, made) for p in after]
    foot = below[: next(n for n, p in enumerate(below) if p.text.startswith("Bảng này phục vụ")) + 1]
    assert [p.paragraph_format.keep_with_next for p in foot] == [*[True] * (len(foot) - 1), None]
    assert len(foot) > 2


def test_one_section_a_deadline() -> None:
    made = opened(document("so-theo-doi"))
    assert (len(made.sections), len(made.tables)) == (2, 2)
    assert [t.cell(0, 0).text for t in made.tables] == ["TT", "TT"]


def test_equal_tables_give_equal_bytes() -> None:
    assert document("so-theo-doi") == document("so-theo-doi")


def simple(*rows: tuple[str, ...], **more: Any) -> Table:  # noqa: ANN401
    made = Table(("BẢNG",), ("TT", "Nội dung", "Ghi chú"), (Part("A. Một", rows),), ("Hết.",), narrow=(0,))
    return made._replace(**more)


def cells(content: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in opened(content).tables for row in table.rows]


def test_awkward_texts_come_through_literally() -> None:
    made = tables_document([simple((NASTY, NASTY, "a\nb"), titles=(NASTY,), foot=(NASTY,))], ORIGIN)
    assert blocks(made) == [NASTY, "TT", "Nội dung", "Ghi chú", "A. Một", NASTY, NASTY, "a\nb", NASTY]


def test_control_characters_are_shown_as_replaced() -> None:
    made = tables_document([simple(("1", "Chuông \x07", "\x00"))], ORIGIN)
    assert cells(made)[-1] == ["1", "Chuông \ufffd", "\ufffd"]


@settings(max_examples=20)
@given(TEXT)
def test_any_text_gives_a_document_that_opens(text: str) -> None:
    made = tables_document([simple(("1", text, text))], ORIGIN)
    assert departures(made, is_report=False) == []


def test_a_table_without_rows_says_why_and_has_no_grid() -> None:
    made = tables_document([Table(("SỔ",), ("TT",), (), ("Chưa có hạn báo cáo nào.",))], ORIGIN)
    assert blocks(made) == ["SỔ", "Chưa có hạn báo cáo nào."]


def test_a_heading_spans_the_table_and_a_line_without_rows_too() -> None:
    made = opened(tables_document([simple(("1", "x", "y"), parts=(Part("Cộng: 3", ()), Part("", (("1", "x", "y"),))))], ORIGIN))  # fmt: skip
    [table] = made.tables
    spans = [
        [int(tc.tcPr.find(qn("w:gridSpan")).get(qn("w:val"))) if tc.grid_span > 1 else 1 for tc in row._tr.tc_lst]  # noqa: SLF001
        for row in table.rows
    ]  # fmt: skip
    assert spans == [[1, 1, 1], [3], [1, 1, 1]]


# The template may be the office's own


def test_the_committed_template_is_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / ".ci" / "make-templates.py", tmp_path], check=True)
    assert (packaged_templates() / "bang.docx").read_bytes() == (tmp_path / "bang.docx").read_bytes()


def own(folder: Path, *changes: tuple[str, str]) -> Origin:
    parts = read_parts(packaged_templates() / "bang.docx")
    text = parts["word/document.xml"].decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    parts["word/document.xml"] = text.encode()
    (folder / "bang.docx").write_bytes(packed(parts))
    return ORIGIN._replace(folders=(folder, *ORIGIN.folders))


def test_an_office_words_its_own_list(tmp_path: Path) -> None:
    origin = own(tmp_path, ("{{ dong }}", "Danh sách: {{ dong }}"))
    assert blocks(tables_document([simple(("1", "x", "y"))], origin))[0] == "Danh sách: BẢNG"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{%tc endfor %}", "", "thẻ {% for"),
        ("cot.width", "cot.rong", "rong"),
        ("bang.columns|length", "bang.cot|length", "cot"),
        ("{%tc for o in dong %}", "{%tc for o in dòng %}", "dòng"),
        ("cac_bang", "cac_bag", "gần nhất là “cac_bang”"),
    ],
)
def test_a_fault_in_the_template_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        tables_document([simple(("1", "x", "y"))], own(tmp_path, (old, new)))
    assert told in str(caught.value)


def test_a_width_that_is_no_number_leaves_the_table_as_the_template_has_it(tmp_path: Path) -> None:
    origin = own(tmp_path, ("{% colwidth cot.width %}", "{% colwidth cot.title %}"))
    made = opened(tables_document([simple(("1", "x", "y"))], origin))
    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["TT", "Nội dung", "Ghi chú"]


@pytest.mark.parametrize("digits", [6, 5000])  # beyond 4,300 Python itself refuses
@pytest.mark.parametrize(("tag", "value"), [("colwidth", "cot.width"), ("colspan", "bang.columns|length")])
def test_a_number_that_no_page_has_room_for_is_a_fault(
    tmp_path: Path, tag: str, value: str, digits: int
) -> None:
    origin = own(tmp_path, (f"{{% {tag} {value} %}}", f"{{% {tag} '{'1' * digits}' %}}"))
    with pytest.raises(TemplateFault) as caught:
        tables_document([simple(("1", "x", "y"))], origin)
    assert str(caught.value) == (
        f"{tmp_path / 'bang.docx'}: {tag} của một ô trong bảng là 11111…, số quá lớn ({digits} chữ số)"
    )


@pytest.mark.parametrize("span", ["0", "99", "-1", "'x'"])
def test_a_span_beyond_the_table_ends_with_it(tmp_path: Path, span: str) -> None:
    origin = own(tmp_path, ("{% colspan bang.columns|length %}", f"{{% colspan {span} %}}"))
    made = tables_document([simple(("1", "x", "y"))], origin)
    [table] = opened(made).tables
    whole = sum(column.width for column in table.columns)
    assert all(sum(cell.width for cell in row._tr.tc_lst) <= whole for row in table.rows)  # noqa: SLF001
    assert "A. Một" in blocks(made)


def test_tags_that_word_cut_into_runs_are_still_read(tmp_path: Path) -> None:
    origin = own(tmp_path, ("{% colwidth cot", '{% col</w:t></w:r><w:r><w:t xml:space="preserve">width cot'))
    assert tables_document([simple(("1", "x", "y"))], origin) == tables_document(
        [simple(("1", "x", "y"))], ORIGIN
    )
