"""kehoach init: a new workspace that is in order from the first minute."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

import pytest

from kehoach_cli.store.packaged import packaged_templates, starter_files
from program import Outcome, kehoach

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["moi", "công tác trẻ em 2026", "a/b/c", "."])
def test_a_new_workspace_passes_the_strictest_check(tmp_path: Path, name: str) -> None:
    outcome = kehoach("init", name, cwd=tmp_path)
    shown = f'"{name}"' if " " in name else name
    plan = "plan" if name == "." else f"{name}/plan"
    assert outcome == Outcome(
        0,
        "",
        f"Đã tạo “{plan}”. Bước tiếp theo: sửa các tệp trong đó, rồi chạy: kehoach check -C {shown}\n",
    )
    for as_of in ("2026-01-15", "2026-12-31"):
        check = kehoach("check", "--strict", "-C", name, "--as-of", as_of, cwd=tmp_path)
        assert check == Outcome(0, "Không có lỗi trong 5 tệp đã đọc.\n", "")


def test_every_command_answers_in_a_new_workspace(tmp_path: Path) -> None:
    kehoach("init", "moi", cwd=tmp_path)
    here = tmp_path / "moi"
    tasks = kehoach("tasks", "-a", "trạm y tế", "--as-of", "2026-06-01", cwd=here)
    assert tasks.code == 0
    assert "Chủ trì 1 nhiệm vụ.\n" in tasks.out
    assert "trước ngày 12/6/2026 (hạn cuối hết ngày 11/6, còn 10 ngày)." in tasks.out
    logged = kehoach(
        *("receive", "-p", "6thang", "-a", "TYT", "--received", "1/6/2026", "--as-of", "2026-06-01"), cwd=here
    )
    assert logged.code == 0
    status = kehoach("status", "--as-of", "2026-06-01", cwd=here)
    assert "Đã nhận 1/4 báo cáo; chưa gửi 3; chưa nhập nội dung 1. " in status.out
    assert kehoach("check", "--strict", "--as-of", "2026-06-01", cwd=here).code == 0


def test_every_file_explains_itself() -> None:
    files = starter_files()
    assert sorted(files) == [
        "agencies.yaml",
        "calendar.yaml",
        "ke-hoach-mau/plan.yaml",
        "ke-hoach-mau/source.md",
        "office.yaml",
    ]
    for name, text in files.items():
        assert text.endswith("\n")
        assert "\r" not in text
        if name.endswith(".yaml"):
            assert text.startswith("# ")
            assert "\nschema: 1\n" in text


def test_a_plan_that_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    told = kehoach("init", str(tmp_path), cwd=tmp_path).told
    assert told == f"“{tmp_path}” đã có thư mục plan; chọn thư mục khác. Không có tệp nào bị thay đổi."
    assert [*(tmp_path / "plan").iterdir()] == []


def test_a_folder_with_other_things_in_it_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "thu.docx").write_text("x", encoding="utf-8")
    assert kehoach("init", ".", cwd=tmp_path).code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["plan", "thu.docx"]


@pytest.mark.parametrize("where", ["pathlib.Path.rename", "os.fsync"])
def test_a_full_disk_leaves_nothing_half_made(tmp_path: Path, where: str) -> None:
    with mock.patch(where, side_effect=OSError(28, "No space left on device")):
        told = kehoach("init", "a/b", cwd=tmp_path).told
    assert told == "không tạo được “a/b”: ổ đĩa đã đầy."
    assert [*tmp_path.iterdir()] == []


def test_an_interruption_leaves_nothing_half_made(tmp_path: Path) -> None:
    with mock.patch("pathlib.Path.rename", side_effect=KeyboardInterrupt):
        assert kehoach("init", "a", cwd=tmp_path) == Outcome(130, "", "Đã dừng.\n")
    assert [*tmp_path.iterdir()] == []


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    assert kehoach("init", "tep", cwd=tmp_path).told == (
        "tham số “THƯ_MỤC”: “tep” là tệp, ở đây cần một thư mục."
    )
    assert kehoach("init", "tep/b", cwd=tmp_path).told == (
        "không tạo được “tep/b”: một phần của đường dẫn là tệp, không phải thư mục."
    )


def test_no_folder_named(tmp_path: Path) -> None:
    assert kehoach("init", cwd=tmp_path).told == "thiếu tham số “THƯ_MỤC”."


def test_the_templates_are_those_of_this_program() -> None:
    assert (packaged_templates() / "khoi-tao" / "agencies.yaml").is_file()
