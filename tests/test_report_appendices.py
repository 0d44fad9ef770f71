"""The appendices of a report: which there are, how they are numbered, that the body points to each."""

from __future__ import annotations

import io
import re

import docx
import pytest

from kehoach_cli.queries.consolidation import Consolidation, consolidation, issuer_for
from kehoach_cli.render.appendices import appendices_of
from kehoach_cli.render.html.report import html_report
from kehoach_cli.render.word import word_report
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import (
    AS_OF,
    COMMUNES,
    REPORTS,
    Node,
    answer,
    draft,
    plan_61,
    rendered,
    six_months,
    view_of,
    visible,
    working,
)
from nd30 import departures
from test_word import blocks

FOLDERS = [packaged_templates()]
MUA = COMMUNES[0]
FIGURES: Node = {"figures": [{"indicator": "dan-so", "value": "4100"}]}
ANSWER: Node = answer("II.6", result="Trợ giúp 03 trẻ em.")
OUTLOOK: Node = {"next": ["Tổ chức Tết Trung thu."]}
CASES: dict[str, tuple[dict[str, Node], bool, list[str]]] = {
    "nothing": ({}, False, []),
    "logged": ({"phong-noi-vu": {}}, False, []),
    "figures": ({MUA: FIGURES}, False, ["Phụ lục"]),
    "answers": ({"phong-tu-phap": ANSWER}, False, ["Phụ lục"]),
    "outlook": ({"phong-tu-phap": OUTLOOK}, False, ["Phụ lục"]),
    "sending": ({}, True, ["Phụ lục"]),
    "two": ({MUA: FIGURES, "phong-tu-phap": ANSWER}, False, ["Phụ lục I", "Phụ lục II"]),
    "figures and sending": ({MUA: FIGURES}, True, ["Phụ lục I", "Phụ lục II"]),
    "three": ({MUA: FIGURES, "phong-tu-phap": ANSWER}, True, ["Phụ lục I", "Phụ lục II", "Phụ lục III"]),
    "sent back": (
        {"phong-tu-phap": ANSWER | {"returned": {"date": "2025-05-14", "reason": "Thiếu"}}},
        False,
        [],
    ),
}


def titles(texts: list[str]) -> list[str]:
    return [t for t in texts if re.fullmatch(r"Phụ lục( [IVX]+)?", t)]


@pytest.mark.parametrize("name", CASES)
def test_those_there_are_in_every_format(name: str) -> None:
    reports, with_status, expected = CASES[name]
    view = view_of(reports)
    text = rendered(view, with_status=with_status).text
    word = word_report(view, working=False, with_status=with_status, folders=FOLDERS).content
    page = html_report(view, working=False, with_status=with_status, folders=FOLDERS).text
    assert titles(visible(text)) == expected
    assert titles(blocks(word)) == expected
    assert re.findall(r"<h2>(Phụ lục[^<]*)</h2>", page) == expected
    assert departures(word) == []
    assert len(docx.Document(io.BytesIO(word)).sections) == 1 + len(expected)


@pytest.mark.parametrize("name", CASES)
def test_the_body_points_to_each(name: str) -> None:
    reports, with_status, expected = CASES[name]
    body = rendered(view_of(reports), with_status=with_status).text.split("\n---\n")[0]
    mentions = ["Phụ lục kèm theo"] if expected == ["Phụ lục"] else expected
    assert sorted(set(re.findall(r"Phụ lục(?: [IVX]+\b| kèm theo)?", body))) == mentions


def test_one_that_would_be_empty_is_left_out_of_the_draft_alone() -> None:
    assert "Chưa có nội dung báo cáo" not in draft(view_of({MUA: FIGURES}))
    assert titles(visible(working(view_of({})))) == ["Phụ lục I", "Phụ lục II"]
    assert "Chưa có nội dung báo cáo của cơ quan, đơn vị, địa phương nào." in working(view_of({}))


def test_the_outlook_alone_has_no_letter() -> None:
    text = draft(view_of({"phong-tu-phap": OUTLOOK}))
    assert "### Phương hướng, nhiệm vụ do các cơ quan, đơn vị, địa phương nêu" in text
    assert "### A." not in text


def test_the_sources_come_last_and_have_a_number() -> None:
    view = view_of(REPORTS)
    found = appendices_of(view, working=False, with_status=True, with_sources=True)
    assert [a.title for a in found] == ["", "Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert [a.mention for a in found] == ["", "Phụ lục I", "Phụ lục II", "Phụ lục III"]
    lone = appendices_of(view_of({}), working=False, with_status=False, with_sources=True)
    assert lone.sources == ("Phụ lục", "Phụ lục kèm theo")


def test_a_draft_without_appendices_ends_upright() -> None:
    """Else the landscape section of the appendices prints an empty page."""
    content = word_report(view_of({}), working=False, with_status=False, folders=FOLDERS).content
    (section,) = docx.Document(io.BytesIO(content)).sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width < section.page_height
    assert section.different_first_page_header_footer


# The columns on the plan's target


def with_target(target: str | None) -> Consolidation:
    folder, deadline = six_months({MUA: FIGURES})
    first, *others = folder.plan.indicators
    changed = first.model_copy(update={"target": target})
    folder = folder._replace(plan=folder.plan.model_copy(update={"indicators": (changed, *others)}))
    workspace = plan_61()._replace(plans=(folder,))
    issuer = issuer_for(workspace.office, deadline, AS_OF)
    assert issuer is not None
    return consolidation(workspace, folder, deadline, AS_OF, issuer)


@pytest.mark.parametrize(("target", "columns"), [(None, 8), ("5000", 10)])
def test_columns_on_targets_stand_where_there_is_one(target: str | None, columns: int) -> None:
    view = with_target(target)
    head = next(line for line in draft(view).splitlines() if line.startswith("| TT | Chỉ tiêu"))
    assert head.count("|") - 1 == columns
    assert ("Kế hoạch năm 2025" in head) == ("So với kế hoạch (%)" in head) == (target is not None)
    content = word_report(view, working=False, with_status=False, folders=FOLDERS).content
    tables = docx.Document(io.BytesIO(content)).tables
    found = next(t for t in tables if t.cell(0, 1).text == "Chỉ tiêu")
    assert [c.text for c in found.rows[0].cells] == [c.strip() for c in head.strip("|").split("|")]
    assert departures(content) == []
    if target:
        assert found.rows[1].cells[3].text == "5.000"
