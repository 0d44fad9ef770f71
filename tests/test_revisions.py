"""What the folder said at a revision: found as people name it, read as it was, nothing on the disk touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest

from conftest import AGENCIES, AS_OF, BASE, PLAN, Desk
from kehoach_cli.store import git as git_module
from kehoach_cli.store import revisions
from kehoach_cli.store.folder import DiskFolder, Refused
from kehoach_cli.store.git import GitError, environment, git, read_blobs
from kehoach_cli.store.loading import load
from kehoach_cli.store.revisions import GitFolder, find_repository, find_revision
from program import ROOT, Office, kehoach, read_csv
from repositories import Repository, _quiet_git, needs_git

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_git
__all__ = ["_quiet_git"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base workspace: committed on 12/5, its plan's version raised on 14/5 (twice) and on 16/5."""
    desk = Desk(tmp_path_factory.mktemp("made") / "desk", BASE)
    repo = Repository(desk.root)
    repo.commit("2025-05-12")
    days = ("2025-05-14T09:00:00+07:00", "2025-05-14T23:50:00+07:00", "2025-05-16")
    for version, day in enumerate(days, 2):
        desk.edit(PLAN, f"version: {version - 1}", f"version: {version}")
        repo.commit(day)
    repo.git("tag", "-a", "-m", "đã ký", "da-ky", "HEAD~2")
    repo.git("branch", "nhanh/cu", "HEAD~2")
    return desk.root


@pytest.fixture
def repo(made: Path, tmp_path: Path) -> Repository:
    return Repository(shutil.copytree(made, tmp_path / "desk"))


def folder_at(top: Path, said: str) -> GitFolder:
    repository = find_repository(top)
    return GitFolder(repository, find_revision(repository, said))


def version_at(repo: Repository, said: str) -> int:
    loaded = load(folder_at(repo.top, said), AS_OF)
    assert not loaded.has_errors
    return loaded.workspace.plans[0].plan.version


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("HEAD", 4),
        ("HEAD~1", 3),
        ("main", 4),
        ("main~3", 1),
        ("da-ky", 2),
        ("nhanh/cu", 2),
        ("2025-05-14", 3),
        ("14/5/2025", 3),
        ("14/05/2025", 3),
        ("13/5/2025", 1),
        ("15/5/2025", 3),
        ("1/1/2030", 4),
        (" HEAD~2 ", 2),
    ],
)
def test_a_revision_is_found_as_people_name_it(repo: Repository, said: str, version: int) -> None:
    assert version_at(repo, said) == version


def test_an_id_whole_or_short(repo: Repository) -> None:
    whole = repo.git("rev-parse", "HEAD~2")
    assert version_at(repo, whole) == version_at(repo, whole[:7]) == 2
    found = find_revision(find_repository(repo.top), whole[:7])
    assert (found.id, found.day, found.short) == (whole, date(2025, 5, 14), whole[:7])


def test_the_day_is_that_of_the_office_that_committed(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "dem")
    repo.commit("2025-05-20T00:10:00+07:00")  # in UTC still the 19th
    found = find_revision(find_repository(repo.top), "19/5/2025")
    assert found.day == date(2025, 5, 16)


def test_a_day_follows_first_parents(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "ben", "HEAD~3")
    side = repo.commit("2025-05-15")
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--no-ff", "-m", "ghép", "ben", day="2025-05-18T08:00:00+07:00")
    found = find_revision(find_repository(repo.top), "15/5/2025")
    assert found.id != side
    assert found.day == date(2025, 5, 14)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("-x", "option"),
        ("--output=/tmp/x", "option"),
        ("  -x", "option"),
        ("", "revision"),
        ("khong-co", "revision"),
        ("HEAD~99", "revision"),
        ("HEAD~1..HEAD", "revision"),
        ("^HEAD", "revision"),
        ("HEAD:plan", "revision"),
        ("HEAD\n", "revision"),
        ("31/12/2024", "early"),
        ("a\0b", "revision"),
    ],
)
def test_what_is_no_revision(repo: Repository, said: str, kind: str) -> None:
    if said == "HEAD\n":
        said = "HEAD\nHEAD"
    with pytest.raises(GitError) as caught:
        find_revision(find_repository(repo.top), said)
    assert caught.value.kind == kind


def test_nothing_was_ever_committed(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "moi")
    for said in ("HEAD", "14/5/2025"):
        with pytest.raises(GitError) as caught:
            find_revision(find_repository(repo.top), said)
        assert caught.value.kind == "empty"


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GitError) as caught:
        find_repository(tmp_path)
    assert caught.value.kind == "outside"
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError) as caught:
        find_repository(tmp_path)
    assert caught.value.kind == "missing"


def test_a_program_beside_the_plan_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: os.path.join(".", "git.exe"))  # noqa: PTH118
    assert git_module.find_git() is None


def test_another_users_repository_is_told_apart() -> None:
    said = "fatal: detected dubious ownership in repository at '/x'"
    assert git_module._kind_of(said)[0] == "owner"  # noqa: SLF001  # needs another user to come about


def test_the_files_are_those_of_the_disk(repo: Repository) -> None:
    disk, at_head = DiskFolder(repo.top), folder_at(repo.top, "HEAD")
    assert at_head.files() == disk.files()
    for path in disk.files():
        assert at_head.read(path) == disk.read(path)
    with pytest.raises(FileNotFoundError):
        at_head.read("plan/khong-co.yaml")


@pytest.mark.parametrize("thorough", [True, False])
def test_the_same_problems_as_on_the_disk(repo: Repository, thorough: bool) -> None:
    (repo.top / PLAN).write_text("schema: 1\nversion: một\n", encoding="utf-8")
    (repo.top / "plan/ghi-chú.txt").write_text("x", encoding="utf-8")
    repo.commit("2025-05-20")
    at_head = load(folder_at(repo.top, "HEAD"), AS_OF, thorough=thorough)
    on_disk = load(DiskFolder(repo.top), AS_OF, thorough=thorough)
    assert (at_head.problems, at_head.files) == (on_disk.problems, on_disk.files)
    assert at_head.has_errors


def test_the_workspace_may_lie_deep_in_the_repository(tmp_path: Path) -> None:
    repo = Repository(tmp_path / "kho")
    desk = Desk(repo.top / "phòng “A”" / "kế hoạch")
    (repo.top / "plan").mkdir()
    (repo.top / "plan" / "khac.yaml").write_text("x", encoding="utf-8")
    repo.commit("2025-05-12")
    at_head = folder_at(desk.root, "HEAD")
    assert at_head.files() == DiskFolder(desk.root).files()
    assert not load(at_head, AS_OF).has_errors


@pytest.mark.parametrize("name", ["kế hoạch (2).yaml", "a\tb.yaml", 'a"b.yaml', "a\nb.yaml", "-x.yaml"])
def test_odd_names_stay_whole(repo: Repository, name: str) -> None:
    (repo.top / "plan" / name).write_text("nội dung", encoding="utf-8")
    repo.commit("2025-05-20")
    at_head = folder_at(repo.top, "HEAD")
    assert f"plan/{name}" in at_head.files()
    assert at_head.read(f"plan/{name}") == "nội dung".encode()


def test_a_decomposed_name_stays_as_it_was_written(repo: Repository) -> None:
    name = unicodedata.normalize("NFD", "plan/kế.yaml")
    (repo.top / name).write_text("x", encoding="utf-8")
    repo.commit("2025-05-20")
    assert name in folder_at(repo.top, "HEAD").files()


def test_links_and_other_repositories_are_refused(repo: Repository) -> None:
    plan = repo.top / "plan"
    (plan / "agencies.yaml").unlink()
    (plan / "agencies.yaml").symlink_to("/etc/passwd")
    (plan / "ngoai").symlink_to("/etc")
    head = repo.git("rev-parse", "HEAD")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{head},plan/kho-khac")
    repo.git("add", "plan/agencies.yaml", "plan/ngoai")
    repo.git("commit", "-q", "-m", "liên kết")
    at_head = folder_at(repo.top, "HEAD")
    assert {"plan/agencies.yaml", "plan/kho-khac/", "plan/ngoai/"} <= set(at_head.files())
    for path, why in (
        ("plan/agencies.yaml", "ở bản này đây là liên kết, không phải tệp thường"),
        ("plan/ngoai/", "ở bản này đây là liên kết, không phải tệp thường"),
        ("plan/kho-khac/", "ở bản này đây là một kho git khác đặt bên trong"),
    ):
        with pytest.raises(Refused, match=why):
            at_head.read(path)
    codes = {(p.code, p.file) for p in load(at_head, AS_OF).problems}
    assert {("L001", "plan/agencies.yaml"), ("L001", "plan/kho-khac/"), ("L001", "plan/ngoai/")} <= codes


def test_a_note_of_large_file_storage_is_told(repo: Repository) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12\n"
    (repo.top / AGENCIES).write_text(pointer, encoding="utf-8")
    repo.commit("2025-05-20")
    problem = next(p for p in load(folder_at(repo.top, "HEAD"), AS_OF).problems if p.file == AGENCIES)
    assert (problem.code, problem.message) == (
        "L001",
        "không đọc được tệp này: kho git chỉ giữ dấu nhắc của Git LFS, không giữ nội dung của tệp",
    )


def test_a_huge_file_is_told_and_the_others_are_read(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revisions, "MAX_BYTES", 2000)
    (repo.top / "plan" / "to.md").write_bytes(b"x" * 5000)
    repo.commit("2025-05-20")
    at_head = folder_at(repo.top, "HEAD")
    assert len(at_head.read("plan/to.md")) == 2001
    assert at_head.read(PLAN) == (repo.top / PLAN).read_bytes()


def test_a_content_that_is_not_there(repo: Repository) -> None:
    at_head = folder_at(repo.top, "HEAD")
    id_ = repo.git("rev-parse", f"HEAD:{PLAN}")
    blob = repo.top / ".git" / "objects" / id_[:2] / id_[2:]
    blob.chmod(0o600)
    blob.unlink()
    assert read_blobs(repo.top, [id_, id_]) == {}
    with pytest.raises(Refused, match="bản sao không đầy đủ"):
        GitFolder(at_head.repository, at_head.revision).read(PLAN)


def test_two_processes_read_everything(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = find_repository(repo.top)
    revision = find_revision(repository, "HEAD")
    asked: list[str] = []
    real = subprocess.run

    def counted(words: list[str], **more: object) -> object:
        asked.append(next(w for w in words[1:] if w in ("ls-tree", "cat-file")))
        return real(words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", counted)
    load(GitFolder(repository, revision), AS_OF, thorough=True)
    assert asked == ["ls-tree", "cat-file"]


def test_variables_that_redirect_git_are_dropped(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository(tmp_path / "khac")
    other.commit("2025-05-20")
    for name, value in (
        ("GIT_DIR", str(other.top / ".git")),
        ("GIT_WORK_TREE", str(other.top)),
        ("GIT_INDEX_FILE", "/nonexistent"),
        ("GIT_OBJECT_DIRECTORY", "/nonexistent"),
        ("GIT_TRACE", "2"),
        ("GIT_PAGER", "false"),
    ):
        monkeypatch.setenv(name, value)
    assert version_at(repo, "HEAD") == 4
    kept = environment()
    assert not {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_TRACE", "GIT_PAGER"} & set(kept)
    assert (kept["LC_ALL"], kept["GIT_TERMINAL_PROMPT"], kept["GIT_ALLOW_PROTOCOL"]) == ("C.UTF-8", "0", "")


def test_settings_of_the_repository_run_nothing(repo: Repository, tmp_path: Path) -> None:
    mark = tmp_path / "chay-roi"
    repo.git("config", "core.fsmonitor", f"touch {mark}")
    repo.git("config", "core.pager", f"touch {mark}")
    repo.git("config", "alias.log", f"!touch {mark}")
    repo.git("config", "log.showSignature", "true")
    assert version_at(repo, "14/5/2025") == 3
    assert not mark.exists()


def test_a_word_is_never_a_command_of_a_shell(repo: Repository, tmp_path: Path) -> None:
    mark = tmp_path / "chay-roi"
    with pytest.raises(GitError):
        find_revision(find_repository(repo.top), f"HEAD; touch {mark}")
    with pytest.raises(GitError):
        find_revision(find_repository(repo.top), f"$(touch {mark})")
    assert not mark.exists()


def test_whatever_else_git_says(repo: Repository) -> None:
    with pytest.raises(GitError) as caught:
        git(repo.top, "ls-tree", "khong-co")
    assert caught.value.kind == "failed"
    assert "khong-co" in caught.value.said


# The commands


@pytest.fixture(scope="module")
def made_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plan 61: on 12/5 the report of the health centre was there, on 16/5 a body was renamed."""
    office = Office(tmp_path_factory.mktemp("made") / "vp")
    repo = Repository(office.root)
    repo.commit("2025-04-05")
    office.report("trung-tam-y-te", "2025-05-12")
    repo.commit("2025-05-12")
    office.edit("plan/agencies.yaml", "name: Phòng Tư pháp", "name: Phòng Tư pháp và Hộ tịch")
    office.edit("plan/agencies.yaml", "      - Phòng TP", "      - Phòng TP\n      - Phòng Tư pháp")
    office.edit("plan/61-kh-ubnd-2025/plan.yaml", "version: 1 ", "version: 2 ")
    repo.commit("2025-05-16")
    return office.root


@pytest.fixture
def office(made_office: Path, tmp_path: Path) -> Office:
    shutil.copytree(made_office / ".git", tmp_path / "vp" / ".git")
    office = Office(tmp_path / "vp")
    shutil.copytree(made_office / "plan", office.root / "plan", dirs_exist_ok=True)
    return office


def short(office: Office, said: str) -> str:
    words = ["git", "rev-parse", "--short=7", said]
    return subprocess.run(words, cwd=office.root, check=True, capture_output=True, text=True).stdout.strip()


def test_two_clocks_on_every_table(office: Office) -> None:
    now = office.run("status", "-p", "6thang", "-a", "ttyt")
    then = office.run("status", "-p", "6thang", "-a", "ttyt", "--at", "10/5/2025")
    assert "Đã gửi đúng hạn" in now.out
    assert "Quá hạn, chưa gửi (6 ngày)" in then.out
    assert f"(theo dữ liệu của bản {short(office, 'HEAD~2')}, ngày 05/4/2025)" in then.out
    assert "Tính đến ngày 20/5/2025." in then.out
    assert then.err == ""


def test_each_reading_command_answers_from_the_revision(office: Office) -> None:
    for words in (
        ["agencies"],
        ["agencies", "pgd"],
        ["tasks"],
        ["tasks", "-a", "ttyt", "--why"],
        ["tasks", "--matrix"],
    ):
        then = office.run(*words, "--at", "HEAD~1")
        assert then.code == 0
        assert "Phòng Tư pháp và Hộ tịch" not in then.out
        assert "theo dữ liệu của bản" in then.out
    assert "Phòng Tư pháp và Hộ tịch" in office.run("agencies", "--at", "HEAD").out


def test_json_says_which_data(office: Office) -> None:
    data = office.run("status", "--at", "12/5/2025", "--format", "json").data
    assert data["at"] == {"commit": data["at"]["commit"], "date": "2025-05-12"}
    assert data["as_of"] == "2025-05-20"
    assert "at" not in office.run("status", "--format", "json").data


def test_csv_and_documents_say_it_beside(office: Office) -> None:
    told = f"Theo dữ liệu của bản {short(office, 'HEAD~1')}, ngày 12/5/2025; tính đến ngày 20/5/2025.\n"
    csv = office.run("status", "--at", "HEAD~1", "--format", "csv")
    assert csv.err == told
    assert len(read_csv(csv.out)) > 30
    assert office.run("report", "-p", "6thang", "--at", "HEAD~1").err.endswith(told)
    assert office.run("remind", "-p", "6thang", "--before", "23/5/2025", "--at", "HEAD~1").err.endswith(told)
    forms = office.run("form", "-p", "6thang", "-a", "ttyt", "-o", "ttyt.xlsx", "--at", "HEAD~1")
    assert forms.err.endswith(told)
    pages = office.run("tasks", "--all", "-o", "nhiem-vu", "--at", "HEAD~1")
    assert pages.err.endswith(told)


def test_what_is_wrong_in_a_revision_is_told_with_its_name(office: Office) -> None:
    office.edit("plan/61-kh-ubnd-2025/plan.yaml", "- Phòng Nội vụ", "- Phòng Nội vu")
    Repository(office.root).commit("2025-05-18")
    office.edit("plan/61-kh-ubnd-2025/plan.yaml", "- Phòng Nội vu", "- Phòng Nội vụ")
    assert office.run("status").code == 0
    then = office.run("status", "--at", "HEAD")
    assert (then.code, then.out) == (1, "")
    name = short(office, "HEAD")
    assert f"plan/61-kh-ubnd-2025/plan.yaml:252:9 (bản {name}): lỗi L201" in then.err
    check = office.run("check", "--at", "HEAD")
    assert f"plan.yaml:252:9 (bản {name}): lỗi L201" in check.out
    assert check.code == 1
    data = office.run("check", "--at", "HEAD", "--format", "json")
    assert '"at": {' in data.out


def test_the_work_tree_is_not_touched(office: Office) -> None:
    office.edit("plan/61-kh-ubnd-2025/plan.yaml", "version: 2 ", "version: 3 ")
    index = office.file(".git/index")
    before = index.stat().st_mtime_ns
    text = office.file("plan/61-kh-ubnd-2025/plan.yaml").read_bytes()
    for words in (["status", "--at", "HEAD~1"], ["diff"], ["log"], ["check", "--at", "12/5/2025"]):
        kehoach(*words, cwd=office.root)
    assert office.file("plan/61-kh-ubnd-2025/plan.yaml").read_bytes() == text
    assert index.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("-x", "không có bản “-x” trong kho git; mã của một bản không bắt đầu bằng dấu “-”. "),
        ("khong-co", "không có bản “khong-co” trong kho git. "),
        ("01/4/2025", "đến hết ngày 01/4/2025 kho git chưa ghi bản nào; bản đầu tiên ghi ngày 05/4/2025."),
    ],
)
def test_a_wrong_revision_is_a_wrong_call(office: Office, said: str, told: str) -> None:
    assert office.run("status", f"--at={said}").told.startswith(told)


def test_a_revision_without_plan(office: Office) -> None:
    repo = Repository(office.root)
    repo.git("checkout", "-q", "--orphan", "rong")
    repo.git("rm", "-rfq", "--cached", ".")
    repo.git("commit", "-q", "--allow-empty", "-m", "rỗng")
    name = short(office, "HEAD")
    assert office.run("status", "--at", "HEAD").told == f"bản {name}, ngày 01/5/2025 chưa có thư mục plan."


def test_without_a_repository_everything_else_works(tmp_path: Path) -> None:
    office = Office(tmp_path / "vp")
    assert office.run("status").code == 0
    told = office.run("status", "--at", "HEAD").told
    assert told.startswith("thư mục làm việc không nằm trong một kho git")


def test_without_git_everything_else_works(office: Office, tmp_path: Path) -> None:
    env = {"PATH": str(tmp_path)}
    assert kehoach("status", cwd=office.root, env=env).code == 0
    for words in (["status", "--at", "HEAD"], ["diff"], ["log"]):
        told = kehoach(*words, cwd=office.root, env=env).told
        assert told.startswith("xem các bản trước đây cần chương trình git, máy này không có.")


def test_no_process_is_started_without_need() -> None:
    code = "import sys; from kehoach_cli.cli.opening import open_workspace; open_workspace(None, None)\n"
    code += "sys.exit(any(m in sys.modules for m in ('kehoach_cli.store.git', 'kehoach_cli.cli.revision')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
