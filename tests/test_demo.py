"""kehoach init --demo: a workspace to try the program on, whose documents nobody can send by mistake."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from kehoach_cli.cli.opening import load_workspace
from kehoach_cli.model.demonstration import MARK, UNSIGNED, demo_name
from kehoach_cli.render.demonstration import in_page
from kehoach_cli.render.word.archive import packed, read_parts
from kehoach_cli.render.word.demonstration import marked_parts
from kehoach_cli.render.word.stamp import facts_of, is_untouched
from kehoach_cli.store.packaged import demo_files, packaged_templates
from program import ROOT, Office, Outcome, golden, kehoach

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docx.document import Document
    from openpyxl.workbook import Workbook

PERIOD = ("--period", "6thang")
DAY = ("--as-of", "20/5/2025")
PLAN_FILES = ("agencies.yaml", "calendar.yaml", "61-kh-ubnd-2025/source.md")


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return made(tmp_path)


def made(folder: Path) -> Path:
    assert kehoach("init", "--demo", "thu", cwd=folder).code == 0
    return folder / "thu"


def ran(here: Path, *words: str) -> Outcome:
    outcome = kehoach(*words, *DAY, cwd=here)
    assert outcome.code == 0, outcome
    return outcome


WRITTEN = {
    "bao-cao.docx": ("report", *PERIOD),
    "bang-tong-hop.docx": ("report", *PERIOD, "--working"),
    "phieu-trinh.docx": ("report", *PERIOD, "--cover"),
    "bao-cao.html": ("report", *PERIOD),
    "bao-cao.pdf": ("report", *PERIOD),
    "bao-cao.md": ("report", *PERIOD),
    "bang-tong-hop.md": ("report", *PERIOD, "--working"),
    "tinh-hinh.docx": ("status",),
    "tinh-hinh.xlsx": ("status",),
    "tinh-hinh.md": ("status",),
    "tinh-hinh.csv": ("status",),
    "tinh-hinh.txt": ("status",),
    "tinh-hinh.json": ("status",),
    "so-theo-doi.docx": ("status", "--register", *PERIOD),
    "so-theo-doi.xlsx": ("status", "--register", *PERIOD),
    "kho-khan.xlsx": ("status", "--open"),
    "nhiem-vu.docx": ("tasks", "--agency", "ttyt"),
    "phan-cong.xlsx": ("tasks", "--matrix"),
    "danh-muc.docx": ("agencies",),
    "bieu-mau.xlsx": ("form", *PERIOD, "--agency", "phòng nội vụ"),
    "de-cuong.docx": ("form", *PERIOD, "--agency", "phòng nội vụ"),
}
FOLDERS = {
    "nhiem-vu": ("tasks", "--all"),
    "cong-van": ("remind", *PERIOD, "--before", "23/5/2025"),
    "cong-van-tung-noi": ("remind", *PERIOD, "--before", "23/5/2025", "--each"),
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every kind of document of the demo, by the name it was to have."""
    here = made(tmp_path_factory.mktemp("demo"))
    for name, words in (WRITTEN | FOLDERS).items():
        ran(here, *words, "-o", name)
    found = [p for p in sorted(here.rglob("*")) if p.is_file() and "plan" not in p.relative_to(here).parts]
    return {p.relative_to(here).as_posix().replace("_MINH-HOA.", "."): p for p in found}


def test_the_workspace_is_plan_61_with_made_up_reports(tmp_path: Path) -> None:
    told = kehoach("init", "--demo", "thu", cwd=tmp_path)
    assert told == Outcome(
        0,
        "",
        "Đã tạo “thu/plan” với số liệu minh họa. Bước tiếp theo: kehoach status -C thu --as-of 20/5/2025\n",
    )
    files = {p.relative_to(tmp_path / "thu/plan").as_posix() for p in (tmp_path / "thu/plan").rglob("*.*")}
    assert files == set(demo_files())
    for name in PLAN_FILES:
        assert (tmp_path / "thu/plan" / name).read_bytes() == (ROOT / "plan" / name).read_bytes()
    for name in ("office.yaml", "61-kh-ubnd-2025/plan.yaml"):
        ours = (ROOT / "plan" / name).read_text(encoding="utf-8").splitlines()
        theirs = iter((tmp_path / "thu/plan" / name).read_text(encoding="utf-8").splitlines())
        assert all(line in theirs for line in ours)  # the same lines in the same order, some more between


def test_every_file_of_the_demo_says_what_it_is() -> None:
    for path in (packaged_templates() / "minh-hoa" / "61-kh-ubnd-2025").rglob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith(f"# {MARK}"), path


def test_its_check_has_warnings_alone(demo: Path) -> None:
    check = kehoach("check", "--as-of", "20/11/2025", cwd=demo)
    assert check.code == 0
    golden("demo/check.txt", check.out + check.err)


@pytest.mark.parametrize(("period", "day"), [("6thang", "20/5/2025"), ("nam", "20/11/2025")])
def test_who_has_reported(demo: Path, period: str, day: str) -> None:
    status = kehoach("status", "--period", period, "--as-of", day, cwd=demo)
    golden(f"demo/status-{period}.txt", status.out)


def test_it_shows_every_state_a_report_can_be_in(demo: Path) -> None:
    (found,) = ran(demo, "status", *PERIOD, "--format", "json").data["deadlines"]
    assert found["counts"] == {
        "expected": 31, "received": 22, "on_time": 17, "late": 5, "missing": 9, "overdue": 8, "exempt": 0,
    }  # fmt: skip
    assert {slot["state"] for slot in found["slots"]} == {"on_time", "late", "overdue", "returned"}
    (folder,) = load_workspace(demo, date(2025, 5, 20)).workspace.plans
    reports = [f.report for f in folder.reports_of("6thang")]
    assert [r.agency for r in reports if r.draft] == ["Phòng Văn hóa, Khoa học và Thông tin"]
    assert [r.agency for r in reports if r.covers] == ["UBND xã Sơn Mùa"]
    assert [r.agency for r in reports if not r.is_entered] == ["Liên đoàn Lao động huyện"]
    assert {t.status for r in reports for t in r.tasks} == {
        "chưa triển khai", "đang thực hiện", "đã hoàn thành", "tạm dừng", "không phát sinh",
        "không thuộc nhiệm vụ",
    }  # fmt: skip
    assert [i.issued.number for i in folder.sent] == ["250/UBND-TH"]
    assert sorted(len(r.urgent.answers) for r in folder.raised) == [1, 3]


def test_the_draft_speaks_of_figures_that_disagree(demo: Path) -> None:
    draft = ran(demo, "report", *PERIOD).out
    assert (
        "[Ghi chú: số liệu chưa thống nhất: Trẻ em có hoàn cảnh đặc biệt: Trung tâm Y tế: 268; cộng 6 xã: 305.]"
    ) in draft.replace("\\", "")


def test_every_name_says_so(written: dict[str, Path]) -> None:
    assert set(WRITTEN) <= set(written)
    assert {name.partition("/")[0] for name in written if "/" in name} == set(FOLDERS)
    assert [p for p in written.values() if not p.stem.endswith("_MINH-HOA")] == []


def test_every_document_says_so(written: dict[str, Path]) -> None:
    assert {p.suffix for p in written.values()} == {
        ".docx", ".xlsx", ".md", ".txt", ".csv", ".json", ".html", ".pdf", ".ics",
    }  # fmt: skip
    silent = [name for name, path in written.items() if not SAYS_SO[path.suffix](path)]
    assert silent == []


def _word(path: Path) -> bool:
    """Above the title and in the header of every kind of page of every section."""
    document = docx.Document(str(path))
    first = next(p for p in document.paragraphs if p.text)
    assert (first.text, first.runs[0].bold) == (MARK, True)
    assert is_untouched(path)
    return all(MARK in text for text in _headers(document))


def _headers(document: Document) -> Iterator[str]:
    for section in document.sections:
        for header in (section.header, section.first_page_header):
            yield "\n".join(p.text for p in header.paragraphs)


def book_of(path: Path) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(path)


def _sheets(path: Path) -> bool:
    book = book_of(path)
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible" and sheet.max_row > 1]
    tops = ([c.value for row in sheet.iter_rows(max_row=4) for c in row] for sheet in seen)
    return bool(seen) and all(MARK in top for top in tops)


def _pages(path: Path) -> bool:
    return all(MARK in page.extract_text() for page in PdfReader(path).pages)


def _web(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    above = re.search(rf"<body>\s*<p [^>]*>{MARK}</p>", text)
    return above is not None and f'@top-left {{ content: "{MARK}"' in text


def _events(path: Path) -> bool:
    from icalendar import Calendar

    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return bool(events) and all(str(e["summary"]).startswith(f"{MARK}: Hạn") for e in events)


def _top(path: Path) -> bool:
    return MARK in "".join(path.read_text(encoding="utf-8").splitlines()[:6])


def _messages(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    if "Gửi nhóm:" not in text:
        return text.endswith(f"{MARK}\n")
    sent = re.findall(r":\n(.+)", text)
    return len(sent) > 2 and all(line.startswith(f"({MARK}) ") for line in sent)


SAYS_SO: dict[str, Callable[[Path], bool]] = {
    ".docx": _word,
    ".xlsx": _sheets,
    ".pdf": _pages,
    ".html": _web,
    ".ics": _events,
    ".md": _top,
    ".txt": _messages,
    ".csv": lambda path: path.read_text(encoding="utf-8").splitlines()[-1].startswith(f"{MARK},,"),
    ".json": lambda path: '"demo": true' in path.read_text(encoding="utf-8"),
}


@pytest.mark.parametrize(
    "name", ["bao-cao.docx", "de-cuong.docx", "cong-van/cong-van-giai-doan-2-6thang.docx"]
)
def test_nobody_signs(written: dict[str, Path], name: str) -> None:
    tables = docx.Document(str(written[name])).tables
    places = [p.text for t in tables for row in t.rows for c in row.cells for p in c.paragraphs]
    assert [text for text in places if text == UNSIGNED] == [UNSIGNED]


def test_nobody_signs_other_documents_either(written: dict[str, Path]) -> None:
    for name in ("bao-cao.html", "bao-cao.md"):
        assert written[name].read_text(encoding="utf-8").count(UNSIGNED) == 1
    sheets = book_of(written["bieu-mau.xlsx"]).worksheets
    signs = [[c.value for r in s.iter_rows() for c in r].count(UNSIGNED) for s in sheets if s.max_row > 30]
    assert set(signs) <= {0, 2}
    assert 2 in signs
    assert UNSIGNED not in "\n".join(
        p.text for p in docx.Document(str(written["phieu-trinh.docx"])).paragraphs
    )


def test_a_name_in_office_yaml_is_not_printed(demo: Path) -> None:
    office = demo / "plan/office.yaml"
    text = office.read_text(encoding="utf-8")
    office.write_text(
        text.replace("      - PHÓ CHỦ TỊCH\n", "      - PHÓ CHỦ TỊCH\n    name: Đinh Văn Ký\n"),
        encoding="utf-8",
    )
    draft = ran(demo, "report", *PERIOD).out
    assert "Đinh Văn Ký" not in draft
    assert UNSIGNED in draft


def test_the_command_tells_the_real_name(demo: Path) -> None:
    told = ran(demo, "report", *PERIOD, "-o", "bao-cao.docx").err
    assert told.startswith("Đã tạo bao-cao_MINH-HOA.docx: tổng hợp 22/31 báo cáo; còn ")
    assert ran(demo, "status", "-o", "tinh-hinh.md").err == "Đã ghi tinh-hinh_MINH-HOA.md.\n"
    again = kehoach("report", *PERIOD, *DAY, "-o", "bao-cao.docx", cwd=demo)
    assert again.told.startswith("tệp “bao-cao_MINH-HOA.docx” đã có; thêm --force để ghi đè.")
    assert ran(demo, "report", *PERIOD, "-o", "bao-cao_MINH-HOA.docx", "--force").code == 0
    assert sorted(p.name for p in demo.glob("*.*")) == ["bao-cao_MINH-HOA.docx", "tinh-hinh_MINH-HOA.md"]


def test_a_letter_is_recorded_from_its_file(demo: Path) -> None:
    ran(demo, "remind", *PERIOD, "--before", "23/5/2025", "-o", "cong-van")
    letter = "cong-van/cong-van-giai-doan-2-6thang_MINH-HOA.docx"
    facts = facts_of(demo / letter)
    assert facts is not None
    assert facts["stage"] == "2"
    done = ran(demo, "issued", letter, "--number", "312/UBND-TH", "--date", "20/5/2025")
    assert done.out.startswith(
        "Đã ghi nhận Công văn số 312/UBND-TH ngày 20/5/2025 (đôn đốc lần 1, 9 cơ quan)."
    )


def test_a_screen_says_so_once_at_the_foot(demo: Path) -> None:
    text = ran(demo, "status").out
    assert text.count(MARK) == 1
    assert text.endswith(f"Tính đến ngày 20/5/2025.\n{MARK}\n")


def test_a_message_to_send_back_says_so(demo: Path) -> None:
    words = ("receive", *PERIOD, "-a", "phòng nội vụ", "--received", "20/5/2025")
    last = ran(demo, *words).out.splitlines()[-1]
    assert last.startswith(f"Gửi lại đơn vị: ({MARK}) Văn phòng đã nhận báo cáo của Phòng Nội vụ")


def test_a_form_of_the_demo_is_read_back(written: dict[str, Path], demo: Path) -> None:
    book = book_of(written["bieu-mau.xlsx"])
    sheet = book["Nhiệm vụ"]
    (last,) = [c for row in sheet.iter_rows() for c in row if c.value == "Các nhiệm vụ còn lại"]
    head = next(c for row in sheet.iter_rows() for c in row if c.value == "Tình trạng thực hiện")
    sheet.cell(last.row, head.column).value = "Không phát sinh trong kỳ"
    book.save(demo / "nop.xlsx")
    done = ran(demo, "submit", "nop.xlsx", "--received", "20/5/2025")
    assert "Đã nhập báo cáo của Phòng Nội vụ, đến ngày 20/5/2025." in done.out


def test_a_workspace_of_work_says_nothing_of_it(tmp_path: Path) -> None:
    office = Office(tmp_path)
    for number, (name, words) in enumerate(WRITTEN.items()):
        if name.endswith((".docx", ".md", ".csv", ".xlsx", ".json")) and number % 2 == 0:
            office.run(*words, "-o", name)
    office.run(*FOLDERS["cong-van"], "-o", "cong-van")
    files = [p for p in tmp_path.rglob("*.*") if p.is_file() and "plan" not in p.parts]
    assert len(files) > 8
    for path in files:
        assert "MINH-HOA" not in path.name
        assert MARK.encode() not in unpacked(path)
    assert MARK not in office.run("status").out


def unpacked(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def test_a_plan_that_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    assert kehoach("init", "--demo", ".", cwd=tmp_path).told == (
        "“.” đã có thư mục plan; chọn thư mục khác. Không có tệp nào bị thay đổi."
    )
    assert [*(tmp_path / "plan").iterdir()] == []


def test_a_template_without_headers_is_marked_on_every_page() -> None:
    parts = read_parts(packaged_templates() / "bao-cao.docx")
    bare = {n: c for n, c in parts.items() if not n.startswith("word/header")}
    bare["word/document.xml"] = re.sub(rb"<w:headerReference[^>]*/>", b"", parts["word/document.xml"])
    bare["word/_rels/document.xml.rels"] = re.sub(
        rb'<Relationship [^>]*header\d.xml"/>', b"", parts["word/_rels/document.xml.rels"]
    )
    bare["[Content_Types].xml"] = re.sub(
        rb'<Override PartName="/word/header[^>]*/>', b"", parts["[Content_Types].xml"]
    )
    document = docx.Document(io.BytesIO(packed(marked_parts(bare))))
    assert [MARK in text for text in _headers(document)] == [True] * 2 * len(document.sections)


def test_a_page_of_any_template_is_marked() -> None:
    assert in_page("Chào").startswith("<p ")
    assert MARK in in_page('<html><head></head><body class="x">Chào</body></html>').partition("Chào")[0]


@given(st.text("ab-ọ ", min_size=1), st.sampled_from(["", ".docx", ".tar.gz", ".PDF"]))
def test_a_name_says_so_once(stem: str, ending: str) -> None:
    name = stem + ending
    said = demo_name(name)
    assert said.count("_MINH-HOA") == 1
    assert said.replace("_MINH-HOA", "") == name
    assert demo_name(said) == said
    assert Path(said).suffix == Path(name).suffix
