"""`kehoach form` as the clerk calls it: one form, all forms, and every call that must change nothing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

from kehoach_cli.queries.forms import Unit
from kehoach_cli.render.word.outline import word_outline
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import answer
from nd30 import departures
from program import Office, add_second_plan
from test_forms import form_of

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2025-04-20"
LACKING = (
    "Chưa khai ngày chốt số liệu của kỳ này (cutoff); biểu mẫu ghi theo công văn gửi kèm.\n"
    "Chưa khai đầu mối liên hệ (contacts trong office.yaml); biểu mẫu không ghi nơi liên hệ.\n"
)
EXEMPT = "    exempt:\n      - agency: Trung tâm Y tế\n        reason: Lồng ghép báo cáo khác.\n"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


def test_one_form(office: Office) -> None:
    import openpyxl

    outcome = office.run("form", "-p", "6thang", "-a", "tu phap", "-o", "bm.xlsx", as_of=AS_OF)
    told = f"Đã tạo bm.xlsx: biểu mẫu báo cáo 6 tháng đầu năm 2025 của Phòng Tư pháp.\n{LACKING}"
    assert outcome == (0, "", told)
    book = openpyxl.load_workbook(office.file("bm.xlsx"))
    assert book["Nhiệm vụ"]["A2"].value == "Đơn vị báo cáo: Phòng Tư pháp"


def test_all_forms_are_named_for_the_clerk(office: Office) -> None:
    outcome = office.run("form", "-p", "6thang", "--all", "-o", "bm", as_of=AS_OF)
    told = f"Đã tạo 31 biểu mẫu trong thư mục bm (báo cáo 6 tháng đầu năm 2025).\n{LACKING}"
    assert outcome == (0, "", told)
    names = sorted(path.name for path in office.file("bm").iterdir())
    assert len(names) == 31
    assert names[4] == "Bieu-mau_6thang-2025_05_Phong-Tu-phap.xlsx"
    assert names[6] == "Bieu-mau_6thang-2025_07_Phong-Tai-chinh-Ke-hoach.xlsx"
    assert names[13] == "Bieu-mau_6thang-2025_14_UBND-xa-Son-Mua.xlsx"
    assert all(name.isascii() for name in names)


def test_who_is_exempt_gets_no_form_and_is_named(office: Office) -> None:
    add_second_plan(office)
    office.edit("plan/12-kh-ubnd-2025/plan.yaml", "    source: IV\n", EXEMPT)
    call = ("form", "--plan", "12", "-p", "6thang")
    outcome = office.run(*call, "--all", "-o", "bm", as_of=AS_OF)
    assert outcome.err.splitlines()[:2] == [
        "Đã tạo 1 biểu mẫu trong thư mục bm (báo cáo 6 tháng đầu năm 2025).",
        "Không lập cho 1 cơ quan không phải báo cáo kỳ này: Trung tâm Y tế (Lồng ghép báo cáo khác).",
    ]
    names = [path.name for path in office.file("bm").iterdir()]
    assert names == ["Bieu-mau_6thang-2025_02_Huyen-doan.xlsx"]
    assert office.run(*call, "-a", "ttyt", "-o", "x.xlsx", as_of=AS_OF).told == (
        "Trung tâm Y tế không phải báo cáo kỳ này (6thang): Lồng ghép báo cáo khác. "
        "Không có tệp nào bị thay đổi."
    )


def test_all_or_none(office: Office) -> None:
    add_second_plan(office)
    office.file("bm").mkdir()
    taken = office.file("bm/Bieu-mau_6thang-2025_02_Huyen-doan.xlsx")
    taken.write_bytes(b"cua toi")
    call = ("form", "--plan", "12", "-p", "6thang", "--all", "-o", "bm")
    told = office.run(*call, as_of=AS_OF).told
    assert told.startswith("tệp “bm/Bieu-mau_6thang-2025_02_Huyen-doan.xlsx” đã có; thêm --force")
    assert [path.name for path in office.file("bm").iterdir()] == [taken.name]
    told = office.run(*call, "--force", as_of=AS_OF).told
    assert "đã có người điền, sửa từ khi tạo" in told
    assert taken.read_bytes() == b"cua toi"
    assert office.run(*call, "--force", "--overwrite-edited", as_of=AS_OF).code == 0
    before = {path.name: path.read_bytes() for path in office.file("bm").iterdir()}
    assert len(before) == 2
    assert office.run(*call, "--force", as_of=AS_OF).code == 0  # nobody has touched them
    assert {path.name: path.read_bytes() for path in office.file("bm").iterdir()} == before


def test_a_form_that_was_filled_in_survives_force(office: Office) -> None:
    import openpyxl

    call = ("form", "-p", "6thang", "-a", "ttyt", "-o", "bm.xlsx")
    assert office.run(*call, as_of=AS_OF).code == 0
    book = openpyxl.load_workbook(office.file("bm.xlsx"))
    book["Nhiệm vụ"]["G7"] = "Đã tiêm chủng"
    book.save(office.file("bm.xlsx"))
    filled = office.file("bm.xlsx").read_bytes()
    assert "đã có người điền" in office.run(*call, "--force", as_of=AS_OF).told
    assert office.file("bm.xlsx").read_bytes() == filled


WRONG = {
    "nobody": (["-o", "x.xlsx"], "ghi một trong hai: --agency TÊN (một cơ quan) hoặc --all"),
    "both": (["-a", "ttyt", "--all", "-o", "x"], "ghi một trong hai"),
    "no file": (["-a", "ttyt"], "kết quả phải ghi vào tệp; thêm -o TỆP.xlsx hoặc -o TỆP.docx"),
    "no folder": (["--all"], "kết quả phải ghi vào tệp; thêm -o THƯ_MỤC"),
    "ending": (
        ["-a", "ttyt", "-o", "x.pdf"],
        "không biết ghi tệp “x.pdf”: đuôi tệp phải là một trong .xlsx, .docx",
    ),
    "format": (["-a", "ttyt", "-f", "docx", "-o", "x.xlsx"], "tệp “x.xlsx” không hợp với --format docx"),
    "file": (["--all", "-o", "plan/office.yaml"], "“plan/office.yaml” là tệp; với --all, -o phải là thư mục"),
    "stranger": (["-a", "so-y-te", "-o", "x.xlsx"], "Sở Y tế không phải báo cáo kỳ này (6thang); kiểm tra"),
    "group": (["-a", "UBND các xã", "-o", "x.xlsx"], "“UBND các xã” là một nhóm"),
    "alone": (
        ["-a", "ttyt", "-o", "x.xlsx", "--overwrite-edited"],
        "--overwrite-edited chỉ dùng cùng --force",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_calls_change_nothing(office: Office, name: str) -> None:
    words, told = WRONG[name]
    before = office.files()
    assert office.run("form", "-p", "6thang", *words, as_of=AS_OF).told.startswith(told)
    assert office.files() == before


def test_nobody_issues_forms_for_a_body_that_has_ended(office: Office) -> None:
    outcome = office.run("form", "-p", "nam", "--all", "-o", "bm", as_of="2025-10-01")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Lỗi: UBND huyện Sơn Tây kết thúc hoạt động từ ngày 01/7/2025")
    assert not office.file("bm").exists()


def paragraphs(content: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(content)).paragraphs if p.text]


def test_the_outline_has_only_the_units_duties(office: Office) -> None:
    outcome = office.run("form", "-p", "6thang", "-a", "tu phap", "-o", "dc.docx", as_of=AS_OF)
    assert outcome.code == 0
    assert outcome.err.startswith(
        "Đã tạo dc.docx: đề cương báo cáo 6 tháng đầu năm 2025 của Phòng Tư pháp.\n"
    )
    said = paragraphs(office.file("dc.docx").read_bytes())
    assert said[:4] == [
        "BÁO CÁO",
        "Kết quả thực hiện công tác trẻ em 6 tháng đầu năm 2025",
        "Kính gửi: Ủy ban nhân dân huyện Sơn Tây",
        "(qua Văn phòng HĐND và UBND huyện)",
    ]
    assert [line for line in said if "(Mục " in line] == [
        "1. Trợ giúp pháp lý cho trẻ em; quản lý công tác nuôi con nuôi (Mục II.6; chủ trì)",
        "2. Xây dựng kế hoạch của cơ quan, đoàn thể (Mục IV.3; thực hiện)",
    ]
    assert [line for line in said if line.split(".")[0] in ("I", "II", "III", "IV", "V")] == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN",
        "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    assert said[-1].endswith("Phòng Tư pháp báo cáo UBND huyện Sơn Tây theo dõi, tổng hợp./.")


def letterhead(content: bytes) -> list[str]:
    """Whose paper it is, line by line, and its number; superiors in light letters."""
    (left, _), (number, _) = (row.cells for row in docx.Document(io.BytesIO(content)).tables[0].rows)
    lines = [p for p in left.paragraphs if p.text]
    styles = {"Cơ quan chủ quản": "", "Cơ quan ban hành": "*"}
    return [*(f"{styles[p.style.name]}{p.text}" for p in lines if p.style), " ".join(number.text.split())]


@pytest.mark.parametrize(
    ("agency", "lines"),
    [
        ("phong-tu-phap", ["ỦY BAN NHÂN DÂN", "HUYỆN SƠN TÂY", "*PHÒNG TƯ PHÁP", "Số: /BC-TP"]),
        ("trung-tam-y-te", ["ỦY BAN NHÂN DÂN", "HUYỆN SƠN TÂY", "*TRUNG TÂM Y TẾ", "Số: /BC-TTYT"]),
        ("van-phong", ["ỦY BAN NHÂN DÂN", "HUYỆN SƠN TÂY", "*VĂN PHÒNG HĐND VÀ UBND HUYỆN", "Số: /BC-VP"]),
        ("ubnd-xa-son-mua", ["*ỦY BAN NHÂN DÂN", "*XÃ SƠN MÙA", "Số: /BC-UBND"]),
        ("huyen-doan", ["TÊN CƠ QUAN CHỦ QUẢN", "*TÊN ĐƠN VỊ", "Số: /BC-……"]),
        ("cong-an-xa-son-mua", ["TÊN CƠ QUAN CHỦ QUẢN", "*TÊN ĐƠN VỊ", "Số: /BC-……"]),
    ],
)
def test_the_outline_is_on_the_units_own_paper(agency: str, lines: list[str]) -> None:
    made = word_outline(form_of(agency), [packaged_templates()])
    assert letterhead(made.content) == lines
    assert departures(made.content, is_report=False) == []


@pytest.mark.parametrize(
    ("name", "unit", "lines"),
    [
        ("Trung tâm Y tế", Unit("don-vi-su-nghiep", "TTYT", "Sở Y tế"), ["SỞ Y TẾ", "*TRUNG TÂM Y TẾ", "Số: /BC-TTYT"]),
        ("Phòng Mới", Unit("phong-ban", None, None), ["ỦY BAN NHÂN DÂN", "HUYỆN SƠN TÂY", "*PHÒNG MỚI", "Số: /BC-……"]),
        ("Uỷ ban nhân dân xã Ba Vì", Unit("ubnd-xa", None, None), ["*ỦY BAN NHÂN DÂN", "*XÃ BA VÌ", "Số: /BC-UBND"]),
        ("Xã Ba Vì", Unit("ubnd-xa", "UB", None), ["*XÃ BA VÌ", "Số: /BC-UB"]),
        ("Sở Y tế", Unit("cap-tren", "SYT", None), ["TÊN CƠ QUAN CHỦ QUẢN", "*SỞ Y TẾ", "Số: /BC-SYT"]),
    ],
)  # fmt: skip
def test_whose_paper_it_is(name: str, unit: Unit, lines: list[str]) -> None:
    view = form_of("phong-tu-phap")._replace(agency_name=name, unit=unit)
    assert letterhead(word_outline(view, [packaged_templates()]).content) == lines


def test_the_letterhead_above_is_the_issuers_full_name() -> None:
    view = form_of("phong-tu-phap")
    ours = view.paper._replace(letterhead=("UBND HUYỆN SƠN TÂY", "VĂN PHÒNG"))
    made = word_outline(view._replace(paper=ours), [packaged_templates()])
    assert letterhead(made.content)[0] == "ỦY BAN NHÂN DÂN HUYỆN SƠN TÂY"


def test_all_outlines(office: Office) -> None:
    add_second_plan(office)
    call = ("form", "--plan", "12", "-p", "6thang", "--all", "-f", "docx", "-o", "dc")
    outcome = office.run(*call, as_of=AS_OF)
    assert outcome.err.startswith("Đã tạo 2 đề cương báo cáo trong thư mục dc (")
    assert sorted(path.name for path in office.file("dc").iterdir()) == [
        "De-cuong_6thang-2025_01_Trung-tam-Y-te.docx",
        "De-cuong_6thang-2025_02_Huyen-doan.docx",
    ]
    assert "đã có; thêm --force" in office.run(*call, as_of=AS_OF).told


def test_the_outline_is_laid_out_by_the_decree_and_says_what_was_answered_before() -> None:
    nasty = "{{ x }} <b> {% if %}"
    report = answer("II.6", result=nasty)
    view = form_of(
        "phong-tu-phap", period="nam", reports={"phong-tu-phap": report}, as_of=form_of("van-phong").last_day
    )
    made = word_outline(view, [packaged_templates()])
    assert departures(made.content, is_report=False) == []
    assert f"[Kỳ trước (6 tháng đầu năm 2025) đã báo cáo: {nasty}]" in paragraphs(made.content)
    assert word_outline(view, [packaged_templates()]) == made
