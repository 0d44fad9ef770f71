"""A workspace remembered: the same answers as without, and never one of yesterday."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kehoach_cli
from conftest import AGENCIES, AS_OF, BASE, OFFICE, PLAN, REPORT, SOURCE, TESTS, Desk
from kehoach_cli.store import cache, loading, remembering
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.remembering import load_remembered
from program import ENTERED, Office, Outcome, kehoach
from test_cases import make

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.store.loaded import Loaded

VALID = sorted((TESTS / "cases" / "valid").iterdir())
INVALID = sorted((TESTS / "cases" / "invalid").iterdir())
BOTH = ["-p", "6thang"]
ANSWERS = [
    [],
    ["--format", "json"],
    ["tasks"],
    ["tasks", "--format", "json"],
    ["tasks", "--matrix", "--format", "csv"],
    ["tasks", "-a", "{agency}", "--why"],
    ["status"],
    ["status", "--format", "json"],
    ["status", "--register", "--format", "csv"],
    ["status", "--open"],
    ["agencies"],
    ["agencies", "{agency}"],
    ["report", *BOTH],
    ["report", *BOTH, "--working"],
    ["report", *BOTH, "--format", "html"],
    ["report", *BOTH, "--trace"],
    ["remind", *BOTH],
    ["form", *BOTH, "-a", "{agency}", "--format", "md"],
    ["tasks", "-a", "không có"],
    ["report", "-p", "quy9"],
]
FEW = [ANSWERS[n] for n in (1, 3, 5, 7, 8, 9, 13)]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where workspaces are remembered: nowhere but in the test's own folder."""
    monkeypatch.delenv("KEHOACH_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for room in ("checks/catalogue", "model", "store"):
        (tmp_path / "package" / room).mkdir(parents=True)
    monkeypatch.setattr(remembering, "_PACKAGE", tmp_path / "package")  # whose code nobody changes meanwhile
    return tmp_path / "cache" / "kehoach" / "workspaces-1"


def plain(value: Any) -> Any:  # noqa: ANN401
    """Records of either making as names and values."""
    if isinstance(value, tuple):
        named = {n: plain(getattr(value, n)) for n in getattr(value, "_fields", ())}
        return (type(value).__name__, named) if named else tuple(map(plain, value))
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if hasattr(value, "listed_agencies"):
        return plain((value.listed_agencies, value.listed_groups))
    if value is None or isinstance(value, (str, int, date)) or type(value).__name__ == "Decimal":
        return (type(value).__name__, value)
    return (type(value).__name__, {name: plain(item) for name, item in value})


def refuse(*_: object, **__: object) -> Loaded:
    raise AssertionError("read anew")


def is_remembered(root: Path) -> bool:
    """Whether the next answer comes from memory; it must be that of loading."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load", refuse)
        try:
            found = load_remembered(root, AS_OF)
        except AssertionError:
            return False
    assert plain(loading.load(DiskFolder(root), AS_OF)) == plain(found)
    return True


@pytest.fixture
def known(desk: Desk) -> Desk:
    """A workspace that has been read once."""
    load_remembered(desk.root, AS_OF)
    assert is_remembered(desk.root)
    return desk


def answers(cwd: Path, agency: str, as_of: str, asked: list[list[str]]) -> list[Outcome]:
    words = [[w.replace("{agency}", agency) for w in line] for line in asked]
    return [kehoach(*line, "--as-of", as_of, cwd=cwd) for line in words]


def compare(root: Path, agency: str, as_of: str, asked: list[list[str]] = ANSWERS) -> None:
    """Every answer without a memory, with a new one, and from it alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEHOACH_NO_CACHE", "1")
        without = answers(root, agency, as_of, asked)
    assert answers(root, agency, as_of, asked) == without
    assert any(outcome.code == 0 for outcome in without)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load", refuse)
        assert answers(root, agency, as_of, asked) == without


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Plan 61 with a report of every agency that owes one."""
    office = Office(tmp_path / "office")
    slots = office.run("status", *BOTH, "--format", "json").data["deadlines"][0]["slots"]
    for n, slot in enumerate(slots):
        more = (
            f"tasks:\n  - ref: II.{n % 13 + 1}\n    status: đang thực hiện\n    result: Đã mở {n + 2} lớp.\n"
        )
        more += f"next:\n  - Việc số {n}\nproposals:\n  - text: Hỗ trợ {n} bộ sách\n    to: Sở Y tế\n"
        office.report(slot["agency"]["id"], f"2025-05-{10 + n % 9}", more if n % 3 else ENTERED)
    return office


@pytest.mark.parametrize("as_of", ["2025-05-01", "2025-05-20", "2025-12-01"])
def test_plan_61_is_answered_the_same(office: Office, as_of: str) -> None:
    compare(office.root, "ttyt", as_of)


def test_the_demonstration_is_answered_the_same(tmp_path: Path) -> None:
    assert kehoach("init", "--demo", "demo", cwd=tmp_path).code == 0
    compare(tmp_path / "demo", "ttyt", "2025-05-20")


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.name)
def test_valid_cases_are_answered_the_same(case: Path, tmp_path: Path) -> None:
    root = make(case, tmp_path / "desk").root
    compare(root, "Trung tâm Y tế", "2025-05-20", FEW)
    assert is_remembered(root)


def test_documents_are_the_same_bytes(office: Office) -> None:
    calls = {
        "report.docx": ["report", *BOTH],
        "tasks.xlsx": ["tasks"],
        "tasks.docx": ["tasks", "-a", "ttyt"],
        "form.xlsx": ["form", *BOTH, "-a", "ttyt"],
    }

    def made(folder: str) -> list[bytes]:
        (office.root / folder).mkdir()
        for file, words in calls.items():
            assert office.run(*words, "-o", f"{folder}/{file}").code == 0
        return [(office.root / folder / file).read_bytes() for file in calls]

    first = made("a")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load", refuse)
        assert first == made("b")


def test_what_is_wrong_is_never_remembered(desk: Desk, place: Path) -> None:
    desk.write(PLAN, desk.text(PLAN).replace("- Trung tâm Y tế", "- Trung tâm Y tề"))
    assert load_remembered(desk.root, AS_OF).problems == load_remembered(desk.root, AS_OF).problems != ()
    assert not is_remembered(desk.root)
    assert [*place.iterdir()] == []


def test_no_error_depends_on_the_day(tmp_path: Path) -> None:
    """A workspace in order is in order on any day: what the day decides can only be a warning."""
    no_day: Any = object()  # whoever compares it or asks it anything fails
    for case in (*VALID, *INVALID):
        folder = DiskFolder(make(case, tmp_path / case.name).root)
        assert loading.load(folder, no_day).problems == loading.load(folder, date(2031, 1, 1)).problems


def touch(path: Path, old: str, new: str, keep: os.stat_result) -> None:
    """Change a file so that neither its size nor its time tells."""
    raw = path.read_bytes()
    assert len(old.encode()) == len(new.encode())
    assert old.encode() in raw
    path.write_bytes(raw.replace(old.encode(), new.encode(), 1))
    os.utime(path, ns=(keep.st_atime_ns, keep.st_mtime_ns))


def edited_in_secret(root: Path) -> None:
    path = root / REPORT
    touch(path, "2025-05-12", "2025-05-13", path.stat())


def replaced_by_a_twin(root: Path) -> None:
    path, kept = root / REPORT, (root / REPORT).stat()
    twin = path.with_name("~twin")
    twin.write_bytes(path.read_bytes().replace(b"2025-05-12", b"2025-05-13"))
    os.utime(twin, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    twin.replace(path)


def linked_elsewhere(root: Path) -> None:
    path, other = root / REPORT, root / "other.yaml"
    other.write_bytes(path.read_bytes().replace(b"2025-05-12", b"2025-05-13"))
    path.unlink()
    path.symlink_to(other)


def made_unreadable(root: Path) -> None:
    (root / REPORT).unlink()
    (root / REPORT).symlink_to("nowhere")


def new_plan(root: Path) -> None:
    (root / "plan" / "13-kh").mkdir()
    (root / "plan" / "13-kh" / "plan.yaml").touch()


def link_to_a_folder(root: Path) -> None:
    (root / "plan" / "more").symlink_to(root)


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited, size and time kept": edited_in_secret,
    "replaced by a rename": replaced_by_a_twin,
    "became a link": linked_elsewhere,
    "became a dead link": made_unreadable,
    "removed": lambda root: (root / REPORT).unlink(),
    "renamed": lambda root: (root / REPORT).rename(root / REPORT.replace("trung-tam", "trung-tam-2")),
    "emptied": lambda root: (root / REPORT).write_bytes(b""),
    "a byte more": lambda root: (root / REPORT).write_bytes((root / REPORT).read_bytes() + b"\n"),
    "cut": lambda root: (root / REPORT).write_bytes((root / REPORT).read_bytes()[:-30]),
    "source": lambda root: (root / SOURCE).write_bytes(b"x" + (root / SOURCE).read_bytes()),
    "a file that nothing is read from": lambda root: (root / "plan" / "note.docx").write_bytes(b""),
    "a misplaced file": lambda root: (root / "plan" / "Office.yml").write_bytes(b""),
    "a new plan": new_plan,
    "a link to a folder": link_to_a_folder,
    "a folder that is none": lambda root: (root / "plan/12-kh-ubnd-2025").rename(
        root / "plan/13-kh-ubnd-2025"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_seen(change: Callable[[Path], object], known: Desk) -> None:
    change(known.root)
    assert not is_remembered(known.root)
    assert plain(load_remembered(known.root, AS_OF)) == plain(loading.load(DiskFolder(known.root), AS_OF))


def test_times_alone_change_nothing(known: Desk) -> None:
    for path in known.root.rglob("*"):
        os.utime(path, (4_000_000_000, 4_000_000_000))  # a clock far ahead
    assert is_remembered(known.root)


def test_what_changes_while_it_is_read_is_not_remembered(desk: Desk) -> None:
    watched = remembering.Watched(DiskFolder(desk.root))
    first = watched.read(REPORT)
    assert (watched.read(REPORT), watched.unsure) == (first, False)
    desk.write(REPORT, first + b"# more")
    assert (watched.read(REPORT), watched.unsure) == (first + b"# more", True)


WORDS = st.sampled_from(
    [
        "Trung tâm Y tế",
        "Trung tâm Y tề",
        "2025-05-12",
        "2025-05-11",
        "đã hoàn thành",
        "tạm dừng",
        "\n",
        " ",
        "#",
    ]
)
EDITS = st.lists(
    st.tuples(st.sampled_from([PLAN, REPORT, AGENCIES, OFFICE, SOURCE]), WORDS, WORDS, st.integers(0, 3)),
    max_size=4,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_any_edits_are_seen(tmp_path: Path, edits: list[tuple[str, str, str, int]]) -> None:
    desk = Desk(tmp_path / "any")
    load_remembered(desk.root, AS_OF)
    for file, old, new, count in edits:
        desk.write(file, desk.text(file).replace(old, new, count))
        assert plain(load_remembered(desk.root, AS_OF)) == plain(loading.load(DiskFolder(desk.root), AS_OF))


def test_another_version_reads_anew(known: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "__version__", "9.9")
    assert not is_remembered(known.root)


def test_other_code_reads_anew(known: Desk, tmp_path: Path) -> None:
    (tmp_path / "package" / "model" / "plan.py").touch()
    assert not is_remembered(known.root)
    load_remembered(known.root, AS_OF)
    assert is_remembered(known.root)
    (tmp_path / "package" / "model" / "plan.py").write_text("#", encoding="utf-8")
    assert not is_remembered(known.root)


def test_the_code_that_counts_is_there() -> None:
    package = Path(kehoach_cli.__file__).parent
    rooms = {p.parent.relative_to(package).as_posix() for p in package.rglob("*.py")}
    assert {r for r in rooms if r.split("/")[0] in ("checks", "model", "store")} == set(remembering._READERS)  # noqa: SLF001  # what is compared


def test_it_can_be_switched_off(known: Desk, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [file] = place.iterdir()
    file.unlink()
    monkeypatch.setenv("KEHOACH_NO_CACHE", "1")
    assert not is_remembered(known.root)
    load_remembered(known.root, AS_OF)
    assert [*place.iterdir()] == []


def resealed(records: bytes) -> Callable[[bytes], bytes]:
    """The file with other records and a checksum that fits: what only its owner could make."""

    def change(kept: bytes) -> bytes:
        head, _, rest = kept.partition(b"\n")
        said, _, seen, size = head.rsplit(b" ", 3)
        checked = crc32(records, crc32(rest[: int(seen)]))
        head = b"%s %x %s %d\n" % (said, checked, seen, len(records))
        return head + rest[: int(seen)] + records + rest[int(seen) + int(size) :]

    return change


HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda kept: kept[:-1],
    "cut in half": lambda kept: kept[: len(kept) // 2],
    "one bit": lambda kept: kept[:3000] + bytes([kept[3000] ^ 1]) + kept[3001:],
    "no head": lambda kept: kept[1:],
    "ten megabytes": lambda _: b"[" * 10_000_000,
    "numbers without end": lambda kept: kept.replace(b" ", b" 9" + b"9" * 5000, 1),
    "sizes below nothing": lambda kept: b"%s -1 -1\n%s" % (kept.partition(b"\n")[0].rsplit(b" ", 2)[0], kept),
    "deep": resealed(b"[]\n" + b"[" * 100_000),
    "no UTF-8": resealed(b"[]\n\xff\xfe"),
    "nothing": resealed(b""),
    "another tree": resealed(b'[]\n{"":"t","v":[1,2]}'),
    "a type of its own": resealed(b'[["Os",["os","system"],["a"],{"":"m","v":[]}]]\n{"":"Os","a":1}'),
    "a tuple of its own": resealed(b'[["t",[],["v"],{"":"m","v":[]}]]\n{"":"t","v":[]}'),
    "fields of its own": resealed(b'[["A",[],["a"],{"":"m","v":[]}]]\n{"":"A","b":1}'),
    "no kind": resealed(b'[]\n{"Workspace":1}'),
    "parts missing": resealed(b'[]\n{"":"Workspace"}'),
    "a day that is none": resealed(b'[]\n{"":"d","v":"2025-02-30"}'),
    "a number that is none": resealed(b'[]\n{"":"n","v":"x"}'),
    "a register of numbers": resealed(b'[]\n{"":"Register","agencies":[1],"groups":[]}'),
}


@pytest.mark.parametrize("damage", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_damaged_is_not_believed(damage: Callable[[bytes], bytes], known: Desk, place: Path) -> None:
    [file] = place.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert not is_remembered(known.root)
    load_remembered(known.root, AS_OF)
    assert is_remembered(known.root)  # and made anew


def test_only_its_owner_may_read_it(known: Desk, place: Path) -> None:
    [file] = place.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    place.chmod(0o777)
    assert not is_remembered(known.root)


@pytest.mark.parametrize("step", ["open", "fdopen", "scandir"])
def test_a_disk_that_refuses(step: str, desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(cache, "os", SimpleNamespace(**{**vars(os), step: full}))
        assert load_remembered(desk.root, AS_OF).problems == ()
    assert [path.suffix for path in place.iterdir()] == ([""] if step == "scandir" else [])


def test_a_name_that_is_taken(known: Desk, place: Path) -> None:
    [file] = place.iterdir()
    file.unlink()
    file.mkdir()
    assert load_remembered(known.root, AS_OF).problems == ()
    assert [path.name for path in place.iterdir()] == [file.name]


def test_a_home_that_is_not_there_is_not_made(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "nobody"))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    assert load_remembered(desk.root, AS_OF).workspace.plans
    assert not (tmp_path / "nobody").exists()


def test_names_that_are_no_text_are_not_remembered(desk: Desk, place: Path) -> None:
    desk.write("plan/12-kh-ubnd-2025/reports/6thang/\udcff.yaml", desk.text(REPORT))
    load_remembered(desk.root, AS_OF)
    assert [*place.iterdir()] == []


def test_large_workspaces_are_not_remembered(
    desk: Desk, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "_MOST_BYTES", 2000)
    load_remembered(desk.root, AS_OF)
    assert [*place.iterdir()] == []


def test_the_oldest_are_forgotten(known: Desk, place: Path) -> None:
    [file] = place.iterdir()
    for n in range(25):
        (place / f"{n}").write_bytes(b"")
        os.utime(place / f"{n}", (n + 1, n + 1))
    cache.put(file, b"new")
    assert sorted(path.name for path in place.iterdir()) == sorted([file.name, *map(str, range(6, 25))])


def test_nothing_is_written_into_the_workspace(known: Desk) -> None:
    names = {str(path.relative_to(BASE)) for path in BASE.rglob("*")}
    assert {str(path.relative_to(known.root)) for path in known.root.rglob("*")} == names


def test_recording_commands_read_the_files_themselves(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "load_remembered", refuse)
    words = ["receive", "-p", "nam", "-a", "ttyt", "--received", "2025-05-19"]
    assert office.run(*words).code == 0
