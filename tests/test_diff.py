"""kehoach diff, as a clerk uses it: revisions, days, folders and the files at hand."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from program import PLAN, Office, add_second_plan, golden, kehoach, read_json
from repositories import Repository, _quiet_git, needs_git

if TYPE_CHECKING:
    from pathlib import Path

    from program import Outcome

pytestmark = needs_git
__all__ = ["_quiet_git"]
NOTHING = "Không có thay đổi nào về nội dung."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plan 61, committed on 5/4."""
    office = Office(tmp_path_factory.mktemp("made") / "vp")
    Repository(office.root).commit("2025-04-05")
    return office.root


@pytest.fixture
def office(made: Path, tmp_path: Path) -> Office:
    """The files at hand are amended since the commit."""
    office = Office(tmp_path / "vp")
    shutil.copytree(made / ".git", office.root / ".git")
    office.edit(PLAN, "version: 1 ", "version: 2 ")
    office.edit(PLAN, "      - Phòng Tư pháp\n    coordinating", "      - Phòng Nội vụ\n    coordinating")
    office.edit(PLAN, "before: 2025-05-15", "before: 2025-05-20")
    office.edit(PLAN, "phòng, chống suy dinh dưỡng", "phòng, chống béo phì")
    office.edit(PLAN, "- ref: II.8\n", "- ref: II.tam\n")
    office.edit(PLAN, "- ref: II.7\n", "- ref: II.8\n")
    office.edit(PLAN, "- ref: II.tam\n", "- ref: II.7\n")
    office.report("trung-tam-y-te", "2025-05-12", "number: 45/BC-TTYT\n")
    office.edit(
        "plan/agencies.yaml",
        "name: Phòng Dân tộc và Tôn giáo\n    aliases:",
        "name: Phòng Dân tộc\n    aliases:\n      - Phòng Dân tộc và Tôn giáo",
    )
    return office


def run(office: Office, *words: str, width: int | None = None) -> Outcome:
    return kehoach("diff", *words, cwd=office.root, width=width)


def plain(text: str) -> str:
    """The text with every id of a commit as seven stars."""
    return re.sub(r"\b[0-9a-f]{7}\b", "*******", text)


def test_the_last_commit_against_the_files_at_hand(office: Office) -> None:
    found = run(office)
    assert (found.code, found.err) == (0, "")
    golden("diff/ke-hoach-61.txt", plain(found.out))
    assert run(office, "HEAD") == run(office, "5/4/2025") == run(office, "main") == found


def test_on_a_terminal_lines_are_broken(office: Office) -> None:
    golden("diff/ke-hoach-61-80.txt", plain(run(office, width=80).out))


def test_markdown(office: Office) -> None:
    golden("diff/ke-hoach-61.md", plain(run(office, "--format", "md").out))


def test_json(office: Office) -> None:
    data = read_json(run(office, "--format", "json").out)
    assert (data["schema"], data["new"]) == ("kehoach/diff/1", {"commit": None, "date": None, "folder": None})
    assert data["old"]["date"] == "2025-04-05"
    assert [(s["area"], s["plan"], s["number"]) for s in data["sections"]] == [
        ("agencies", None, None),
        ("plan", "61-kh-ubnd-2025", "61/KH-UBND"),
    ]
    changes = {c["kind"]: c for s in data["sections"] for c in s["changes"]}
    assert changes["deadline_limit"] == {
        "kind": "deadline_limit",
        "of": "6thang",
        "field": "before",
        "old": "2025-05-15",
        "new": "2025-05-20",
        "said": "Điều chỉnh thời hạn báo cáo 6 tháng đầu năm 2025: từ trước ngày 15/5/2025 thành trước ngày 20/5/2025 (lùi 5 ngày).",
    }
    assert changes["task_agencies"]["removed"] == ["Phòng Tư pháp"]
    assert changes["task_agencies"]["added"] == ["Phòng Nội vụ"]
    assert changes["task_text"]["words"] == [{"old": "suy dinh dưỡng,", "new": "béo phì,"}]
    assert changes["report_received"]["period"] == "6thang"


def test_two_revisions_and_the_way_back(office: Office) -> None:
    Repository(office.root).commit("2025-05-14")
    assert NOTHING in run(office).out
    there, back = run(office, "HEAD~1", "HEAD"), run(office, "HEAD", "5/4/2025")
    assert "Chuyển chủ trì nhiệm vụ II.6 từ Phòng Tư pháp sang Phòng Nội vụ." in there.out
    assert "Chuyển chủ trì nhiệm vụ II.6 từ Phòng Nội vụ sang Phòng Tư pháp." in back.out
    assert "(sớm 5 ngày)" in back.out
    assert there.out.count("\n- ") == back.out.count("\n- ")


def test_folders_need_no_git(office: Office, tmp_path: Path) -> None:
    shutil.copytree(office.root / "plan", tmp_path / "ban-cu" / "plan")
    office.edit(PLAN, "timing: Quý II, IV năm 2025", "timing: Quý IV năm 2025")
    found = kehoach("diff", "../ban-cu", cwd=office.root, env={"PATH": str(tmp_path)})
    assert found.out == (
        "CÁC THAY ĐỔI\ntừ thư mục ../ban-cu đến các tệp đang có\n\n"
        "Kế hoạch số 61/KH-UBND ngày 04/4/2025\n"
        "- Điều chỉnh thời gian thực hiện nhiệm vụ II.9: từ “Quý II, IV năm 2025” thành “Quý IV năm 2025”.\n\n"
        "Cộng: 1 thay đổi.\n"
    )
    both = kehoach("diff", "ban-cu", "vp", cwd=tmp_path)
    assert "từ thư mục ban-cu đến thư mục vp" in both.out


def test_words_in_comments_and_lines_are_no_change(office: Office) -> None:
    Repository(office.root).commit("2025-05-14")
    office.edit(PLAN, "  # Hai dòng sau do Văn phòng đặt", "  # Do Văn phòng đặt")
    office.edit(PLAN, "      em; bảo đảm hiệu lực quản lý", "      em; bảo đảm hiệu lực\n      quản lý")
    assert NOTHING in run(office).out


def test_a_plan_that_comes_goes_and_moves(office: Office) -> None:
    repo = Repository(office.root)
    repo.commit("2025-05-14")
    add_second_plan(office)
    come = run(office)
    assert (
        "Kế hoạch số 12/KH-UBND ngày 03/02/2025\n- Bổ sung kế hoạch (1 nhiệm vụ, 1 hạn báo cáo)." in come.out
    )
    repo.commit("2025-05-15")
    gone = run(office, "HEAD", "HEAD~1").out
    assert (
        "- Bỏ kế hoạch khỏi thư mục: Kế hoạch số 12/KH-UBND ngày 03/02/2025 (1 nhiệm vụ, 1 hạn báo cáo)."
        in gone
    )
    office.file("plan/12-kh-ubnd-2025").rename(office.file("plan/kh-12"))
    assert (
        "- Đổi tên thư mục của kế hoạch: từ 12-kh-ubnd-2025 thành kh-12.\n\nCộng: 1 thay đổi."
        in run(office).out
    )


def test_one_plan_alone(office: Office) -> None:
    add_second_plan(office)
    only = run(office, "--plan", "61/KH-UBND").out
    assert "12/KH-UBND" not in only
    assert "Phòng Nội vụ" in only
    assert "Danh mục cơ quan" not in only
    assert "12/KH-UBND" in run(office, "--plan", "12").out
    assert run(office, "--plan", "99").told.startswith("không có kế hoạch “99”. ")


def test_a_side_that_is_not_in_order_is_told_with_its_name(office: Office) -> None:
    office.edit(PLAN, "- Phòng Nội vụ", "- Phòng Nội vu")
    found = run(office)
    assert (found.code, found.out) == (1, "")
    assert re.search(r"^plan/61-kh-ubnd-2025/plan.yaml:\d+:9: lỗi L201", found.err)
    Repository(office.root).commit("2025-05-14")
    office.edit(PLAN, "- Phòng Nội vu", "- Phòng Nội vụ")
    found = run(office, "HEAD")
    assert re.search(r"^plan/61-kh-ubnd-2025/plan.yaml:\d+:9 \(bản [0-9a-f]{7}\): lỗi L201", found.err)
    assert found.code == 1


def test_a_text_stays_as_it_is(office: Office) -> None:
    office.edit(PLAN, "timing: Quý II, IV năm 2025", 'timing: "Quý [khẩn] {{ x }} *a*"')
    assert "“Quý [khẩn] {{ x }} *a*”" in run(office).out
    assert r"“Quý [khẩn] {{ x }} \*a\*”" in run(office, "--format", "md").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["khong-co"], "không có bản “khong-co” trong kho git. "),
        (["HEAD", "khong-co"], "không có bản “khong-co” trong kho git. "),
        (["--", "-x"], "không có bản “-x” trong kho git; "),
        (["01/01/2025"], "đến hết ngày 01/01/2025 kho git chưa ghi bản nào; "),
    ],
)
def test_a_wrong_call(office: Office, words: list[str], told: str) -> None:
    assert run(office, *words).told.startswith(told)


@pytest.mark.parametrize("name", ["diff", "log"])
def test_examples_in_help_are_good_calls(office: Office, name: str) -> None:
    shutil.copytree(office.root / "plan", office.root.parent / "ban-cu" / "plan")
    Repository(office.root).git("tag", "3f2a1c9")
    _, _, examples = kehoach(name, "--help", cwd=office.root).out.partition("Ví dụ:\n  kehoach")
    lines = f"  kehoach{examples}".splitlines()
    assert len(lines) > 2
    for line in lines:
        _, *words = shlex.split(line)
        outcome = kehoach(*words, cwd=office.root)
        assert (outcome.code, outcome.err) == (0, ""), line
