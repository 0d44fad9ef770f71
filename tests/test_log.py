"""kehoach log: each commit that touched the data, newest first, in the words of the work."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.store import history
from kehoach_cli.store.history import commits, steps
from kehoach_cli.store.revisions import find_repository
from program import PLAN, Office, add_second_plan, golden, kehoach
from repositories import Repository, _quiet_git, needs_git
from test_diff import plain

if TYPE_CHECKING:
    from pathlib import Path

    from program import Outcome

pytestmark = needs_git
__all__ = ["_quiet_git"]


class History(Office):
    """Plan 61 in a repository."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.repo = Repository(root)

    def commit(self, day: str, subject: str) -> str:
        return self.repo.commit(day, subject)

    def log(self, *words: str, width: int | None = None) -> Outcome:
        return kehoach("log", *words, cwd=self.root, width=width)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A month of an office's work."""
    office = History(Office(tmp_path_factory.mktemp("made") / "vp").root)
    office.commit("2025-04-05T08:00:00+07:00", "Lập hồ sơ kế hoạch 61")
    office.report("trung-tam-y-te", "2025-05-12")
    office.commit("2025-05-12T16:30:00+07:00", "Nhận báo cáo TTYT")
    office.file("ngoai.txt").write_text("x", encoding="utf-8")
    office.commit("2025-05-13T08:00:00+07:00", "Không chạm đến plan")
    office.edit(PLAN, "  # Hai dòng sau do Văn phòng đặt", "  # Do Văn phòng đặt")
    office.commit("2025-05-13T09:00:00+07:00", "Sửa chú thích")
    office.edit(PLAN, "before: 2025-05-15", "before: 2025-05-20")
    office.report("trung-tam-y-te", "2025-05-12", "tasks:\n  - ref: II.1\n    status: đang thực hiện\n")
    office.commit("2025-05-14T23:30:00+07:00", "Lùi hạn; nhập báo cáo TTYT")
    office.edit("plan/agencies.yaml", "name: Phòng Tư pháp", "name: Phòng Tư pháp và Hộ tịch")
    office.edit("plan/agencies.yaml", "      - Phòng TP", "      - Phòng TP\n      - Phòng Tư pháp")
    office.commit("2025-05-16T09:00:00+07:00", "Đổi tên Phòng Tư pháp")
    return office.root


@pytest.fixture
def office(made: Path, tmp_path: Path) -> History:
    return History(shutil.copytree(made, tmp_path / "vp"))


def test_newest_first_with_who_and_when(office: History) -> None:
    found = office.log()
    assert (found.code, found.err) == (0, "")
    golden("log/ke-hoach-61.txt", plain(found.out))
    golden("log/ke-hoach-61-80.txt", plain(office.log(width=80).out))


def test_no_more_than_asked_for(office: History) -> None:
    found = office.log("-n", "2").out
    assert found.count("Nguyễn Văn A") == 2
    assert found.endswith("\nCòn 3 lần ghi lại trước đó; xem thêm bằng -n 5.\n")
    assert office.log("-n", "0").told.startswith("-n: ") or office.log("-n", "0").code == 2


def test_one_plan_is_told_with_the_register_it_had(office: History) -> None:
    add_second_plan(office)
    office.commit("2025-05-17", "Kế hoạch 12")
    only = office.log("--plan", "61/KH-UBND").out
    assert "Kế hoạch 12" not in only
    assert "Đổi tên Phòng Tư pháp" not in only
    assert "Nhận báo cáo của Trung tâm Y tế (6 tháng đầu năm 2025): đến ngày 12/5/2025" in only
    assert "Bổ sung kế hoạch (1 nhiệm vụ" in office.log("--plan", "12-kh-ubnd-2025", "-n", "1").out
    assert (
        office.log("--plan", "99").told
        == "không có kế hoạch “99”. Các kế hoạch: 12-kh-ubnd-2025, 61-kh-ubnd-2025."
    )


def test_a_merge_is_told_once_with_all_it_brought(office: History) -> None:
    repo = office.repo
    repo.git("checkout", "-q", "-b", "ben", "HEAD~1")
    office.report("phong-noi-vu", "2025-05-15")
    office.commit("2025-05-15", "Trên nhánh: Nội vụ")
    office.report("phong-tu-phap", "2025-05-15")
    office.commit("2025-05-15", "Trên nhánh: Tư pháp")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "Ghép nhánh", "ben", day="2025-05-17T08:00:00+07:00")
    found = office.log("-n", "2").out
    assert "Trên nhánh" not in office.log().out
    assert "Ghép nhánh" in found
    assert "Nhận báo cáo của Phòng Nội vụ" in found
    assert "Nhận báo cáo của Phòng Tư pháp và Hộ tịch" in found


def test_a_file_in_pieces_is_told_and_the_rest_goes_on(office: History) -> None:
    text = office.file(PLAN).read_text(encoding="utf-8")
    office.file(PLAN).write_text("<<<<<<< HEAD\n" + text, encoding="utf-8")
    office.report("phong-noi-vu", "2025-05-15")
    broken = office.commit("2025-05-18", "Sửa dở")
    office.file(PLAN).write_text(text, encoding="utf-8")
    office.commit("2025-05-19", "Sửa lại cho đúng")
    told = (
        f"    - Tệp {PLAN} có lỗi ở lần này hoặc lần trước đó nên không so sánh được; "
        "xem bằng “kehoach check --at {}”."
    )
    found = office.log("-n", "3")
    assert found.code == 0
    assert told.format(broken[:7]) in found.out
    assert found.out.count("không so sánh được") == 2
    assert "Đổi tên Phòng Tư pháp thành" in found.out
    assert "Bổ sung kế hoạch" not in found.out


def test_the_log_works_while_the_files_at_hand_do_not(office: History) -> None:
    office.file(PLAN).write_text("hỏng: [", encoding="utf-8")
    assert office.log("-n", "1").code == 0


def test_words_of_a_commit_are_harmless(office: History) -> None:
    office.report("phong-noi-vu", "2025-05-15")
    office.commit("2025-05-20", "\x1b[31mđỏ\x01" + "a" * 40)
    head = office.log("-n", "1").out.splitlines()[0]
    assert head.endswith(": [31mđỏ " + "a" * 40)
    assert head.isprintable()


def test_nothing_to_tell(tmp_path: Path) -> None:
    office = Office(tmp_path / "vp")
    assert kehoach("log", cwd=office.root).told.startswith("thư mục làm việc không nằm trong một kho git")
    repo = Repository(office.root)
    assert kehoach("log", cwd=office.root).told.startswith("kho git chưa ghi lại bản nào.")
    repo.git("commit", "-q", "--allow-empty", "-m", "rỗng")
    assert kehoach("log", cwd=office.root).out == "Chưa có lần ghi lại nào chạm đến dữ liệu.\n"


def test_a_workspace_deep_in_the_repository(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "kho")
    office = Office(repo.top / "phòng" / "kế hoạch")
    repo.commit("2025-04-05")
    office.report("phong-noi-vu", "2025-05-15")
    repo.commit("2025-05-15", "Nhận")
    assert "Nhận báo cáo của Phòng Nội vụ" in kehoach("log", "-n", "1", cwd=office.root).out


def test_in_parts_the_log_is_the_same(office: History, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = office.log().out
    monkeypatch.setattr(history, "_AT_ONCE", 1)
    assert office.log().out == whole
    monkeypatch.setattr(history, "_AT_ONCE", 2)
    assert office.log().out == whole


def test_a_huge_file_counts_as_unreadable(office: History, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MAX_BYTES", 10)
    repository = find_repository(office.root)
    assert [s.unreadable for s in steps(repository, commits(repository, 1))] == [("plan/agencies.yaml",)]


def test_each_content_is_read_once(office: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand commits are a matter of seconds: tests/bench/history.py."""
    for n in range(8):
        office.report("phong-noi-vu", "2025-05-15", f"arrival_number: so {n}\n")
        office.commit("2025-05-20", f"Lần {n}")
    parsed: list[str] = []
    real = history.record_of

    def counted(content: bytes, kind: str) -> object:
        parsed.append(kind)
        return real(content, kind)

    monkeypatch.setattr(history, "record_of", counted)
    repository = find_repository(office.root)
    assert len(list(steps(repository, commits(repository, 8)))) == 8
    assert sorted(parsed) == ["agencies", "plan", *["report"] * 8]
