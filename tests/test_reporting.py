from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kehoach_cli.cli.app import make_app
from kehoach_cli.cli.frame import run

ROOT = Path(__file__).parents[1]
AS_OF = ["--as-of", "20/5/2025"]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kehoach(*words: str) -> int:
    return run(make_app(list(words)), list(words))


def test_the_draft_goes_to_stdout_and_the_sum_to_stderr(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kehoach("report", "--period", "6thang", *AS_OF) == 0
    out, err = capsys.readouterr()
    assert out.startswith("| **ỦY BAN NHÂN DÂN** |")
    assert err == (
        f"Đã tạo dự thảo; chưa có báo cáo nào được tổng hợp (0/31); còn {out.count('[Ghi chú:')} ghi chú "
        "cần xử lý trước khi trình ký (tìm “[Ghi chú:”).\n"
    )


def test_final_refuses_while_a_note_is_left(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kehoach("report", "--period", "6thang", "--final", "-o", "bao-cao.md", *AS_OF) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "chưa trình ký được: dự thảo còn " in err
    assert not (office / "bao-cao.md").exists()


def test_final_and_working_exclude_each_other(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kehoach("report", "--period", "6thang", "--final", "--working", *AS_OF) == 2
    assert "chỉ dùng một trong ba" in capsys.readouterr().err


def test_a_body_that_has_ended_signs_nothing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kehoach("report", "--period", "nam", "--as-of", "1/12/2025") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "UBND huyện Sơn Tây kết thúc hoạt động từ ngày 01/7/2025" in err
    assert "office.yaml" in err


def test_the_first_half_can_be_reported_in_any_later_year(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kehoach("report", "--period", "6thang", "--as-of", "2027-01-05") == 0
    assert "HUYỆN SƠN TÂY" in capsys.readouterr().out


def test_without_the_office_nobody_reports(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "plan" / "office.yaml").unlink()
    assert kehoach("report", "--period", "6thang", *AS_OF) == 1
    assert "thiếu tệp plan/office.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("ending", ["md", "html"])
def test_a_file_is_kept_unless_forced(ending: str, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["report", "--period", "6thang", "-o", f"bao-cao.{ending}", *AS_OF]
    assert kehoach(*words) == 0
    first = (office / f"bao-cao.{ending}").read_bytes()
    assert kehoach(*words) == 2
    assert kehoach(*words, "--force") == 0
    assert first == (office / f"bao-cao.{ending}").read_bytes()
    assert capsys.readouterr().out == ""


def test_an_ending_nobody_knows(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kehoach("report", "--period", "6thang", "-o", "bao-cao.xyz", *AS_OF) == 2
    assert "đuôi tệp phải là một trong" in capsys.readouterr().err


def test_the_offices_own_template_comes_first(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "templates").mkdir()
    (office / "templates" / "bao-cao.md.j2").write_text("Mẫu của {{ view.paper.issuer }}\n", encoding="utf-8")
    assert kehoach("report", "--period", "6thang", *AS_OF) == 0
    assert capsys.readouterr().out == "Mẫu của UBND huyện Sơn Tây\n"


def test_a_fault_in_a_template_gives_no_document(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "templates").mkdir()
    (office / "templates" / "bao-cao.md.j2").write_text("{{ view.papr.issuer }}\n", encoding="utf-8")
    assert kehoach("report", "--period", "6thang", "-o", "bao-cao.md", *AS_OF) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "papr" in err
    assert "paper" in err
    assert not (office / "bao-cao.md").exists()
