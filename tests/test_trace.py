"""Every claim has a source: the rows of the last appendix, the lines they name, the marks that lead to them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from kehoach_cli.cli.opening import Opened
from kehoach_cli.cli.tracing import with_trace
from kehoach_cli.queries.consolidation import consolidation, issuer_for
from kehoach_cli.queries.trace_rows import Where
from kehoach_cli.render.appendices import appendices_of
from kehoach_cli.render.foreign import CLOSE, OPEN
from kehoach_cli.render.html.report import html_report
from kehoach_cli.render.joining import meet, without_doubled_mark
from kehoach_cli.render.markdown import DRAFT, WORKING, report_markdown
from kehoach_cli.render.templates import print_template
from kehoach_cli.render.trace_marks import MARKS, leading, settled, traced
from kehoach_cli.render.word import word_report
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.loading import load
from kehoach_cli.store.packaged import demo_files, packaged_templates
from kehoach_cli.store.places import text_lines
from kehoach_cli.store.writing import make_directory
from nd30 import Paper
from program import ENTERED, Office, kehoach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.trace_rows import Evidence, TraceRow

DAY = date(2025, 5, 20)
FOLDERS = [packaged_templates()]
REPORTS = "plan/61-kh-ubnd-2025/reports/6thang"
LATE = {
    "phong-noi-vu": "Phòng Nội vụ",
    "hoi-cuu-chien-binh": "Hội Cựu chiến binh huyện",
    "ubnd-xa-son-tinh": "UBND xã Sơn Tinh",
    "ubnd-xa-son-lap": "UBND xã Sơn Lập",
    "cong-an-xa-son-bua": "Công an xã Sơn Bua",
    "cong-an-xa-son-tinh": "Công an xã Sơn Tinh",
    "cong-an-xa-son-long": "Công an xã Sơn Long",
    "cong-an-xa-son-lap": "Công an xã Sơn Lập",
}
REST = """\
schema: 1
agency: {name}
period: 6thang
number: "9{number}/BC"
dated: 2025-05-13
received: 2025-05-14
directives:
  - Kế hoạch số 7{number}/KH ngày 20/4/2025
  - >-
    Kiểm tra 0{number} trường,
    02 thôn của {name}.
tasks:
  - ref: II.3
    status: đang thực hiện
    result: |
      Tuyên truyền {number} buổi.

      - Thôn một: 40 người;
      - Thôn hai: 35 người.
    note: "Chưa tính buổi của trường {number}"
  - ref: IV.3
    status: không phát sinh
difficulties:
  - text: 'Thiếu người ở thôn {number}'
    cause: Chưa tuyển được ở thôn {number}.
rest: không phát sinh
next:
  - Tuyên truyền thêm {number} buổi
proposals:
  - text: Hỗ trợ tài liệu {number}
    to: Sở Y tế
strengths: Cán bộ {name} nhiệt tình.
limitations: Báo cáo của {name} còn chậm.
origin:
  file: Bieu-mau_6thang-2025_{number}.xlsx
  hash: 0f
"""


class Rich(NamedTuple):
    """The workspace with all 31 reports, and its view."""

    root: Path
    view: Consolidation

    def traced(self, *, working: bool) -> Consolidation:
        opened = Opened(self.root, load(DiskFolder(self.root), DAY).workspace, DAY)
        return with_trace(self.view, opened, opened.workspace.plans[0], working=working, with_status=True)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Rich:
    """The demonstration, and a report of everyone who is silent in it."""
    root = tmp_path_factory.mktemp("nguon")
    make_directory(root / "plan", demo_files())
    for number, (id_, name) in enumerate(LATE.items(), 1):
        text = REST.format(name=name, number=number)
        (root / REPORTS / f"{id_}.yaml").write_text(text, encoding="utf-8")
    loaded = load(DiskFolder(root), DAY)
    assert not loaded.has_errors, loaded.problems
    (folder,) = loaded.workspace.plans
    deadline = folder.plan.deadline("6thang")
    assert deadline is not None
    issuer = issuer_for(loaded.workspace.office, deadline, DAY)
    assert issuer is not None
    view = consolidation(loaded.workspace, folder, deadline, DAY, issuer)
    return Rich(root, view)


@pytest.fixture(scope="module", params=[False, True], ids=["draft", "working"])
def found(request: pytest.FixtureRequest, rich: Rich) -> tuple[Consolidation, bool]:
    """The view with its trace, and whether it is that of the working copy."""
    working: bool = request.param
    return rich.traced(working=working), working


def printed(view: Consolidation, *, working: bool) -> str:
    given = {
        "view": traced(view),
        "with_status": True,
        "phu_luc": appendices_of(view, working=working, with_status=True, with_sources=True),
    }
    return print_template(WORKING if working else DRAFT, given, FOLDERS)


def markdown(view: Consolidation, *, working: bool) -> str:
    return report_markdown(view, working=working, with_status=True, folders=FOLDERS).text


# Everything that stems from data has a row


def paragraphs(text: str) -> Iterator[str]:
    """Those of the body and its appendices, each on one line, that hold words of others."""
    body = text.partition("**NGUỒN THÔNG TIN**")[0]
    flat = re.sub(f"{OPEN}[^{CLOSE}]*{CLOSE}", lambda span: " ".join(span[0].split()), body)
    return (line.strip() for line in flat.split("\n") if OPEN in line)


FRAME = ("# ", "**", "Kính gửi:", "*(", "| **", "| Số:", "| - ", "|  | **", "| Chỉ tiêu |", "| TT |")
FRAME_HEADS = ("## IV. PHƯƠNG HƯỚNG", "### 1. Đối với", "### 2. Đối với", "### 3. Đối với")
BELOW = ("Nguồn:", "Tình trạng:", "Dự kiến thực hiện:", "Trong ", "Theo Kế hoạch")


def test_every_sentence_from_data_is_marked(found: tuple[Consolidation, bool]) -> None:
    view, working = found
    lines = list(paragraphs(printed(view, working=working)))
    bare = [
        line
        for line in lines
        if not MARKS.search(line) and not line.startswith((*FRAME, *FRAME_HEADS, *(BELOW if working else ())))
    ]
    assert bare == []
    assert len(lines) > 150


def test_every_row_is_met_in_the_order_of_its_number(found: tuple[Consolidation, bool]) -> None:
    view, working = found
    body = printed(view, working=working).split("**NGUỒN THÔNG TIN**")[0]
    met = dict.fromkeys(ord(sign) - 0xF0000 for sign in MARKS.findall(body))
    numbers = [row.number for row in view.trace]
    assert list(met) == numbers == list(range(1, len(numbers) + 1))


# Every line is the one it says


def line_of(root: Path, one: Evidence) -> str:
    return (root / one.file).read_text(encoding="utf-8").split("\n")[one.line - 1]


def begins(line: str, text: str) -> bool:
    """True where the line holds the beginning of the text, after its key, dash and quotes."""
    said = re.sub(r"^\s*(- )?([a-z_]+: )?[>|'\"]?-?\s*", "", line).split()
    words = text.removesuffix(" …").split()
    number = min(len(said), len(words), 4)
    return number > 0 and [w.strip("'\"") for w in said[:number]] == words[:number]


def test_each_line_holds_what_its_row_quotes(rich: Rich, found: tuple[Consolidation, bool]) -> None:
    view, _ = found
    quoted = [(row, one) for row in view.trace for one in row.evidence if row.kind == "words"]
    wrong = [
        (row.text, one, line_of(rich.root, one)) for row, one in quoted if not holds(rich.root, row, one)
    ]
    assert wrong == []
    assert len(quoted) > 100


def holds(root: Path, row: TraceRow, one: Evidence) -> bool:
    line = line_of(root, one)
    if one.part in ("funds", "deadlines"):
        return row.text in line or line.strip() == "reporters:"
    return begins(line, row.text)


def test_each_figure_and_sum_stands_on_its_line(rich: Rich, found: tuple[Consolidation, bool]) -> None:
    view, _ = found
    given = [one for row in view.trace for one in row.evidence if one.value is not None]
    assert len(given) > 40
    for one in given:
        digits = line_of(rich.root, one).partition(":")[2].strip().strip("\"'")
        if one.part == "funds":
            assert int(digits.replace(".", "")) == one.value
        else:
            assert float(digits.replace(",", ".")) == float(one.value or 0)


def test_states_days_and_the_rest_stand_on_their_lines(rich: Rich, found: tuple[Consolidation, bool]) -> None:
    view, _ = found
    for row in view.trace:
        for one in row.evidence:
            line = line_of(rich.root, one)
            if row.kind == "status":
                assert row.text in line, (row, one, line)
            elif row.kind == "slot":
                assert line.startswith("received: ") or line.strip() == "reporters:"


def test_totals_add_up_to_what_their_rows_name(found: tuple[Consolidation, bool]) -> None:
    view, _ = found
    sums = [row for row in view.trace if row.way == "sum" and row.total is not None]
    assert len(sums) > 5
    for row in sums:
        assert row.total == sum(one.value or 0 for one in row.evidence if one.use == "counted")
    money = [row for row in view.trace if row.kind == "money"]
    assert all(row.total == sum(one.value or 0 for one in row.evidence) for row in money)


def test_a_report_read_from_a_form_names_the_form(rich: Rich) -> None:
    view = rich.traced(working=False)
    row = next(r for r in view.trace if r.text == "Hỗ trợ tài liệu 3")
    assert row.evidence[0].form == "Bieu-mau_6thang-2025_3.xlsx"
    line = f"{REPORTS}/ubnd-xa-son-tinh.yaml:{row.evidence[0].line} (biểu mẫu Bieu-mau_6thang-2025_3.xlsx)"
    assert line in markdown(view, working=False)


# The documents


def unmarked(text: str) -> str:
    """The document without the appendix and the numbers in brackets."""
    return re.sub(r"\[\d+\]", "", text.rpartition("\n---\n")[0]).strip()


def test_the_text_is_the_same_but_for_marks_and_appendix(
    rich: Rich, found: tuple[Consolidation, bool]
) -> None:
    view, working = found
    assert unmarked(markdown(view, working=working)) == markdown(rich.view, working=working).strip()


def test_marks_of_a_page_lead_to_rows_and_rows_back(found: tuple[Consolidation, bool]) -> None:
    view, working = found
    page = html_report(view, working=working, with_status=True, folders=FOLDERS).text
    ids = re.findall(r'id="((?:nguon|vet)-\d+)"', page)
    targets = set(re.findall(r'href="#((?:nguon|vet)-\d+)"', page))
    assert len(ids) == len(set(ids)) == 2 * len(view.trace)
    assert targets == set(ids)
    assert page.index('class="bieu-do"') < page.index("NGUỒN THÔNG TIN")


def test_marks_of_a_word_document_lead_to_rows_and_rows_back(found: tuple[Consolidation, bool]) -> None:
    view, working = found
    made = word_report(view, working=working, with_status=True, folders=FOLDERS)
    root = Paper(made.content).body
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    names = [b.get(f"{w}name") for b in root.iter(f"{w}bookmarkStart")]
    assert len(names) == len(set(names)) == 2 * len(view.trace)
    assert {link.get(f"{w}anchor") for link in root.iter(f"{w}hyperlink")} == set(names)
    ids = [b.get(f"{w}id") for b in root.iter(f"{w}bookmarkStart")]
    assert len(ids) == len(set(ids))
    assert not MARKS.search("".join(root.itertext()))
    raised = [r for r in root.iter(f"{w}r") if r.find(f"{w}rPr/{w}vertAlign") is not None]
    assert all(re.fullmatch(r"\[\d+\]", "".join(r.itertext())) for r in raised)


def test_a_mark_stays_with_its_text_where_punctuation_meets() -> None:
    mark = chr(0xF0000 + 12)
    assert meet(f"Đạt 98%.{mark}", ". Sau", verbatim=False) == (f"Đạt 98%.{mark}", " Sau")
    assert meet(f"Đạt 98%./.{mark}", ".", verbatim=False) == (f"Đạt 98%.{mark}", "")
    assert meet(f"Đạt 98%{mark}", ".", verbatim=False) == (f"Đạt 98%{mark}", ".")
    assert without_doubled_mark(f"Đạt 98%;{mark}", "; và") == " và"


def test_a_mark_that_leads_nowhere_is_dropped() -> None:
    text = f"Một{chr(0xF0001)} hai{chr(0xF0002)} {chr(0x100002)}"
    assert settled(text, lambda n, first: f"[{n}{'!' if first else ''}]", str) == "Một hai[2!] 2"
    assert leading("chữ") == "chữ"


# As a clerk runs it


def test_the_office_of_a_closed_period_is_led_to_the_copies(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.report("trung-tam-y-te", "2025-05-12", ENTERED)
    assert office.run("close", "-p", "6thang").code == 0
    made = office.run("report", "-p", "6thang", "--trace", "--with-status", as_of="2025-06-30")
    assert made.code == 0
    copy = f"{REPORTS}/_chot/2025-05-20/bao-cao/trung-tam-y-te.yaml:"
    assert copy in made.out
    assert f"{REPORTS}/trung-tam-y-te.yaml:" not in made.out


def test_the_cover_has_no_appendix(tmp_path: Path) -> None:
    office = Office(tmp_path)
    told = office.run("report", "-p", "6thang", "--cover", "--trace", "-o", "phieu.docx").told
    assert told == (
        "phiếu trình không có phụ lục nguồn thông tin; bỏ --trace, hoặc bỏ --cover để xem nguồn của dự thảo."
    )


def test_a_draft_to_be_signed_may_be_traced(tmp_path: Path) -> None:
    office = Office(tmp_path)
    made = office.run("report", "-p", "6thang", "--final", "--trace")
    assert made.code == 1
    assert "ghi chú cần xử lý" in made.err


def test_pages_of_a_pdf_bear_the_marks(tmp_path: Path) -> None:
    make_directory(tmp_path / "plan", demo_files())
    made = kehoach("report", "-p", "6thang", "--as-of", "20/5/2025", "--trace", "-o", "b.pdf", cwd=tmp_path)
    assert made.code == 0, made.err
    (path,) = tmp_path.glob("b*.pdf")
    assert path.read_bytes().count(b"/Subtype/Link") > 100


# The places of texts


YAML = """\
a: một
b:
  - "hai"
  - >-

    ba
    bốn
c: |
  năm
d:
  e: {f: sáu}
"""


def test_places_of_texts(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(YAML, encoding="utf-8")
    lines = text_lines(DiskFolder(tmp_path), "x.yaml")
    assert lines == {
        (): 1, ("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 6, ("c",): 9, ("d",): 10, ("d", "e"): 11,
        ("d", "e", "f"): 11,
    }  # fmt: skip
    assert text_lines(DiskFolder(tmp_path), "khong-co.yaml") == {}
    where = Where("p", "s", {"x.yaml": lines})
    assert where.line("x.yaml", ("d", "e", "g", 4)) == 11
    assert where.line("x.yaml", ()) == 1
    assert where.line("y.yaml", ("a",)) == 1
