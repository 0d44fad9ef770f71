"""`check` against the last commit: who has to do what may not change while `version` stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

import pytest

from conftest import AS_OF, PLAN, Desk
from kehoach_cli.checks.catalogue import CATALOGUE
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.loading import load
from program import kehoach
from repositories import Repository, needs_git

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_git
LEAD = "    lead:\n      - Công an xã Đông\n"
OTHER = "    lead:\n      - Phòng Nội vụ\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    Desk(tmp_path / "kho")
    made = Repository(tmp_path / "kho")
    made.commit("2025-05-14")
    return made


@pytest.fixture
def desk(repository: Repository) -> Desk:
    """The folder of the repository, as committed."""
    desk = Desk.__new__(Desk)
    desk.root = repository.top
    return desk


def told(desk: Desk) -> list[str]:
    return [p.message for p in desk.load().problems if p.code == "L501"]


def test_l501_says_exactly(desk: Desk, repository: Repository) -> None:
    desk.edit(PLAN, LEAD, OTHER)
    short = repository.git("rev-parse", "--short=7", "HEAD")
    said = desk.said().replace(short, "abcdef0")
    assert said.startswith(
        "plan/12-kh-ubnd-2025/plan.yaml:2:10: cảnh báo L501: phân công khác bản đã ghi lại "
        "(abcdef0, ngày 14/5/2025) mà version vẫn là 1: nhiệm vụ II.3\n"
        "    2 | version: 1\n"
        "      |          ^\n"
        "   gợi ý: sửa version thành 2; thay đổi do văn bản sửa đổi, bổ sung thì khai ở amendments, giữ nguyên "
        "phần như ban hành.\n"
    )
    assert CATALOGUE["L501"].severity == "warning"
    desk.edit(PLAN, "version: 1", "version: 2")
    assert told(desk) == []


def test_what_is_no_assignment_is_not_told(desk: Desk) -> None:
    assert told(desk) == []
    desk.edit(PLAN, "    cutoff: 2025-05-09\n", "    cutoff: 2025-05-08\n")
    desk.edit(PLAN, "  - ref: II.2\n", "  - ref: II.2\n    short: Tháng hành động\n")
    desk.edit(
        PLAN,
        "Truyền thông đến từng thôn, hộ gia đình về quyền trẻ em;\n      phổ biến",
        "Truyền thông đến từng thôn, hộ gia đình\n      về quyền trẻ em; phổ biến",
    )
    desk.edit(PLAN, "      - UBND các xã\n      - các Hội", "      - các Hội")
    desk.edit(PLAN, "      - Phòng Văn hóa,", "      - UBND các xã\n      - Phòng Văn hóa,")
    assert told(desk) == []


def test_everything_assigned_is_compared(desk: Desk) -> None:
    desk.edit(PLAN, "    by: 2025-11-14\n", "    by: 2025-11-21\n")
    desk.edit(PLAN, "  - ref: III.1\n", "  - ref: III.2\n")
    desk.edit(PLAN, "    timing: Quý II năm 2025\n", "    timing: Quý III năm 2025\n")
    amendment = "amendments:\n  - number: 40/KH-UBND\n    issued: 2025-06-01\n    repeal:\n      tasks:\n        - II.3\n"
    desk.write(PLAN, desk.text(PLAN) + amendment)
    (message,) = told(desk)
    assert message.endswith(
        "version vẫn là 1: nhiệm vụ II.2; nhiệm vụ III.1; nhiệm vụ III.2; hạn báo cáo kỳ nam và 1 chỗ khác"
    )


def test_silent_without_git_outside_a_repository_and_before_the_first_commit(
    desk: Desk, tmp_path: Path
) -> None:
    desk.edit(PLAN, LEAD, OTHER)
    with mock.patch("kehoach_cli.store.git.shutil.which", return_value=None):
        assert told(desk) == []
    outside = Desk(tmp_path / "ngoai")
    outside.edit(PLAN, LEAD, OTHER)
    with mock.patch("kehoach_cli.store.git.subprocess.run", side_effect=AssertionError):
        assert told(outside) == []
    Repository(outside.root)
    assert told(outside) == []


def test_only_check_asks_git(desk: Desk) -> None:
    desk.edit(PLAN, LEAD, OTHER)
    with mock.patch("kehoach_cli.store.git.subprocess.run", side_effect=AssertionError):
        assert load(DiskFolder(desk.root), AS_OF).problems == ()
        assert kehoach("tasks", "--as-of", "2025-05-20", cwd=desk.root).code == 0
    assert "L501" in kehoach("check", "--as-of", "2025-05-20", cwd=desk.root).out
    assert "L501" not in kehoach("check", "--at", "HEAD", cwd=desk.root).out


def test_a_new_plan_and_a_broken_one_are_not_compared(desk: Desk) -> None:
    desk.write("plan/moi/plan.yaml", desk.text(PLAN).replace("12/KH-UBND", "13/KH-UBND"))
    desk.edit(PLAN, LEAD, OTHER.replace("lead", "leed"))
    assert told(desk) == []
