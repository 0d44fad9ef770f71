"""kehoach tasks --all, and every table as a file: all or none, and nobody left out in silence."""

from __future__ import annotations

import io
import shutil
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from kehoach_cli.cli.opening import open_workspace
from kehoach_cli.cli.task_files import given_of
from program import PLAN, ROOT, Office, Outcome, kehoach
from test_plan_61 import DUTIES, OWE_NO_REPORT, REGISTER

if TYPE_CHECKING:
    from pathlib import Path

UNCHANGED = "Không có tệp nào bị thay đổi."
NAMES = [agency["id"] for agency in REGISTER["agencies"] if "from" not in agency]  # who is there in May


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def said(content: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(content)).paragraphs if p.text]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Outcome]:
    """An office once all files are written; nobody changes it."""
    office = Office(tmp_path_factory.mktemp("made"))
    return office, office.run("tasks", "--all", "-o", "nhiem-vu")


def test_a_file_for_everyone_who_has_something_to_do(made: tuple[Office, Outcome]) -> None:
    office, outcome = made
    assert (outcome.code, outcome.out) == (0, "")
    found = files(office.file("nhiem-vu"))
    certain = {a for a in NAMES if any(way != "open" for _, way in DUTIES.get(a, {}).values())}
    expected = certain | {a for a in DUTIES if a not in OWE_NO_REPORT}
    assert [int(name[:2]) for name in found] == [n for n, a in enumerate(NAMES, 1) if a in expected]
    assert [*found][:3] == [
        "01_van-phong-hdnd-va-ubnd-huyen.docx",
        "02_trung-tam-y-te.docx",
        "03_phong-giao-duc-va-dao-tao.docx",
    ]
    assert outcome.err == (
        f"Đã ghi {len(found)} tệp vào nhiem-vu, mỗi cơ quan một tệp.\n"
        "Không lập danh sách vì chỉ có thể liên quan, qua nhóm chưa xác định thành phần: "
        "Trung tâm Truyền thông - Văn hóa - Thể thao.\n"
        "Không lập danh sách vì không có nhiệm vụ và không phải báo cáo: Sở Y tế.\n"
    )
    assert said(found["06_phong-tu-phap.docx"])[1] == "NHIỆM VỤ GIAO PHÒNG TƯ PHÁP"


def test_each_file_is_what_the_agency_alone_would_get(made: tuple[Office, Outcome], office: Office) -> None:
    office.run("tasks", "--agency", "Trung tâm Y tế", "-o", "mot.docx")
    alone = office.file("mot.docx").read_bytes()
    assert files(made[0].file("nhiem-vu"))["02_trung-tam-y-te.docx"] == alone


def test_workbooks(office: Office) -> None:
    import openpyxl

    outcome = office.run("tasks", "--all", "--format", "xlsx", "-o", "nhiem-vu")
    assert outcome.err.startswith("Đã ghi 33 tệp vào nhiem-vu")
    made = office.file("nhiem-vu") / "02_trung-tam-y-te.xlsx"
    assert openpyxl.load_workbook(made).sheetnames == ["Trung tâm Y tế"]


def test_where_one_file_exists_none_is_written(office: Office) -> None:
    folder = office.file("nhiem-vu")
    folder.mkdir()
    for name in ("02_trung-tam-y-te.docx", "06_phong-tu-phap.docx", "cua-toi.txt"):
        (folder / name).write_bytes(b"x")
    assert office.run("tasks", "--all", "-o", "nhiem-vu").told == (
        "thư mục “nhiem-vu” đã có 2 tệp: 02_trung-tam-y-te.docx, 06_phong-tu-phap.docx; "
        f"thêm --force để ghi đè. {UNCHANGED}"
    )
    assert set(files(folder).values()) == {b"x"}
    assert len(files(folder)) == 3


def test_force_writes_over_its_own_and_keeps_what_a_person_edited(
    made: tuple[Office, Outcome], office: Office
) -> None:
    words = ("tasks", "--all", "-o", "nhiem-vu", "--force")
    shutil.copytree(made[0].file("nhiem-vu"), office.file("nhiem-vu"))
    before = files(office.file("nhiem-vu"))
    assert office.run(*words, as_of="2025-05-10").code == 0
    after = files(office.file("nhiem-vu"))
    assert [name for name in before if before[name] != after[name]] == [*before]
    office.file("nhiem-vu/06_phong-tu-phap.docx").write_bytes(b"x")
    assert "06_phong-tu-phap.docx” đã có người sửa" in office.run(*words, as_of="2025-05-10").told
    assert files(office.file("nhiem-vu")) == after | {"06_phong-tu-phap.docx": b"x"}
    assert office.run(*words, "--overwrite-edited", as_of="2025-05-10").code == 0
    assert files(office.file("nhiem-vu")) == after


def test_a_fault_in_the_template_leaves_no_folder(office: Office) -> None:
    office.file("templates").mkdir()
    office.file("templates/bang.docx").write_bytes(b"x")
    outcome = office.run("tasks", "--all", "-o", "nhiem-vu")
    assert (outcome.code, outcome.out) == (1, "")
    assert "bang.docx: không mở được tệp mẫu" in outcome.err
    assert not office.file("nhiem-vu").exists()


def test_who_owes_a_report_gets_a_file_and_who_is_exempt_from_it_none(office: Office) -> None:
    def nothing(exempt: str) -> list[str]:
        office.edit(PLAN, "    receiver:", f"{exempt}    receiver:")
        return given_of(open_workspace(office.root, date(2025, 5, 20))).nothing

    assert nothing("") == ["Sở Y tế"]
    office.edit(PLAN, "    reporters:", "    reporters:\n      - Sở Y tế")
    assert nothing("") == []
    assert nothing("    exempt:\n      - agency: Sở Y tế\n        reason: Cấp trên\n") == ["Sở Y tế"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--all"], "--all ghi mỗi cơ quan một tệp; thêm -o THƯ_MỤC."),
        (["--all", "-o", "x", "-a", "ttyt", "--why"], "--all không dùng cùng --agency, --why."),
        (["--all", "-o", "x", "--matrix", "--role", "lead"], "--all không dùng cùng --role, --matrix."),
        (
            ["--all", "-o", "x", "-f", "csv"],
            "--all ghi mỗi cơ quan một tệp Word (docx) hoặc Excel (xlsx), không phải csv.",
        ),
        (
            ["--all", "-o", "x.docx"],
            "--all ghi nhiều tệp: sau -o phải là một thư mục, không phải tệp “x.docx”.",
        ),
        (
            ["--all", "-o", "plan/agencies.yaml"],
            "--all ghi nhiều tệp: sau -o phải là một thư mục, không phải tệp “agencies.yaml”.",
        ),
        (["-f", "docx"], "tệp Word phải ghi vào tệp; thêm -o TỆP.docx."),
        (["--matrix", "-f", "xlsx"], "tệp Excel phải ghi vào tệp; thêm -o TỆP.xlsx."),
        (["-o", "x.docx", "--overwrite-edited"], f"--overwrite-edited chỉ dùng cùng --force. {UNCHANGED}"),
    ],
)
def test_wrong_calls(office: Office, words: list[str], told: str) -> None:
    assert office.run("tasks", *words).told == told
    assert not office.file("x").exists()


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize(
    "words",
    [
        ["tasks"],
        ["tasks", "-a", "ttyt", "--why"],
        ["tasks", "--matrix"],
        ["status"],
        ["status", "--register"],
    ],
    ids=" ".join,
)
def test_every_table_can_be_a_file(words: list[str], ending: str, tmp_path: Path) -> None:
    first, again = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    for path in (first, again):
        outcome = kehoach(*words, "--as-of", "2025-05-20", "-o", str(path), cwd=ROOT)
        assert (outcome.code, outcome.out, outcome.err) == (0, "", f"Đã ghi {path}.\n")
    assert first.read_bytes() == again.read_bytes()
    assert first.read_bytes()[:2] == b"PK"


def test_once_nobody_issues_the_letter_has_no_name(office: Office) -> None:
    assert office.run("tasks", "-a", "ttyt", "-o", "a.docx", as_of="2025-07-01").code == 0
    assert said(office.file("a.docx").read_bytes())[3] == (
        "(Kèm theo Công văn số             ngày      tháng      năm 2025)"
    )


def test_the_register_of_agencies_can_be_a_file_too(office: Office) -> None:
    for ending in ("docx", "xlsx"):
        assert office.run("agencies", "-o", f"a.{ending}").err == f"Đã ghi a.{ending}.\n"
