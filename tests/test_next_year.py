"""kehoach init --from: last year's plan carried over, with all that a person must decide marked and told."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kehoach_cli.store.yaml_text import parse
from program import PLAN, Office, Outcome, golden, kehoach

if TYPE_CHECKING:
    from pathlib import Path

NEW = "plan/kh-ubnd-2026/plan.yaml"
AS_OF = "2026-01-05"
MADE = f"Đã tạo {NEW}. Sửa xong các chỗ cần quyết định thì chạy: kehoach check\n"
DRY = f"Chưa ghi tệp nào; bỏ --dry-run để tạo {NEW}.\n"
HINT = (
    "Khai cơ quan kế thừa (successors) trong plan/agencies.yaml, xóa thư mục plan/kh-ubnd-2026 rồi chạy lại "
    "thì các chỗ “chưa xác định cơ quan kế thừa” được thay tự động.\n"
)
UNCHANGED = "Không có tệp nào bị thay đổi."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def roll(office: Office, *words: str) -> Outcome:
    return office.run("init", "--from", "61-kh-ubnd-2025", "--year", "2026", *words, as_of=AS_OF)


def end(office: Office, agency: str, *heirs: str) -> None:
    """The agency's last day is 30/6/2025, whatever the file says of it; these follow."""
    text = office.file("plan/agencies.yaml").read_text(encoding="utf-8")
    block = text[text.index(f"  - id: {agency}\n") :].split("\n\n", 1)[0]
    kept = block.split("\n    until:")[0].split("\n    successors:")[0]
    listed = "".join(f"\n      - {heir}" for heir in heirs)
    more = f"\n    until: 2025-06-30{f'{chr(10)}    successors:{listed}' if heirs else ''}"
    office.edit("plan/agencies.yaml", block, kept + more)


def add_agency(office: Office, id_: str, name: str) -> None:
    added = f"\n  - id: {id_}\n    name: {name}\n    kind: phong-ban\n    from: 2025-07-01\n\n# NHÓM CƠ QUAN"
    office.edit("plan/agencies.yaml", "\n# NHÓM CƠ QUAN", added)


@pytest.fixture
def ended(office: Office) -> Office:
    """A made-up new order: two offices follow three, others ended and nobody knows who follows."""
    add_agency(office, "phong-kinh-te", "Phòng Kinh tế")
    add_agency(office, "phong-van-hoa-xa-hoi", "Phòng Văn hóa - Xã hội")
    end(office, "phong-tu-phap")
    end(office, "van-phong")
    end(office, "phong-dan-toc-va-ton-giao", "phong-kinh-te")
    end(office, "phong-van-hoa-khoa-hoc-va-thong-tin", "phong-kinh-te", "phong-van-hoa-xa-hoi")
    end(office, "phong-giao-duc-va-dao-tao", "phong-van-hoa-xa-hoi")
    end(office, "huyen-doan")
    return office


def data(office: Office, file: str = NEW) -> Any:  # noqa: ANN401
    tree = parse(office.file(file).read_text(encoding="utf-8"))
    assert tree.findings == []
    return tree.data


def difference(office: Office) -> str:
    """The lines that went and came between the old file and the new one."""
    from difflib import unified_diff

    old, new = (office.file(f).read_text(encoding="utf-8").splitlines() for f in (PLAN, NEW))
    return "".join(f"{line}\n" for line in unified_diff(old, new, "2025", "2026", lineterm="", n=0))


def test_plan_61_in_the_year_after(office: Office) -> None:
    before = office.files()
    outcome = roll(office)
    assert (outcome.code, outcome.err) == (0, HINT + MADE)
    golden("init/61-2026.txt", outcome.out)
    text = office.file(NEW).read_text(encoding="utf-8")
    golden("init/61-2026.diff", difference(office))
    assert office.files() == before | {NEW: text}
    check = office.run("check", as_of=AS_OF)
    assert check.code == 0


def test_agencies_that_ended(ended: Office) -> None:
    outcome = roll(ended)
    assert (outcome.code, outcome.err) == (0, HINT + MADE)
    golden("init/61-2026-ket-thuc.txt", outcome.out)
    golden("init/61-2026-ket-thuc.diff", difference(ended))
    made = data(ended)
    assert made["tasks"][1]["coordinating"] == [
        "Phòng Kinh tế",
        "Phòng Văn hóa - Xã hội",
        "UBND các xã",
        "các Hội, đoàn thể huyện, xã",
    ]
    assert made["tasks"][5]["lead"] == ["Phòng Tư pháp"]
    assert ended.run("check", as_of=AS_OF).code == 0


def test_what_is_listed_stands_in_the_file(ended: Office) -> None:
    outcome = roll(ended)
    text = ended.file(NEW).read_text(encoding="utf-8").splitlines()
    section = outcome.out.split("\n\n")[1].splitlines()
    marked = {n for n, line in enumerate(text, 1) if "# CẦN QUYẾT ĐỊNH: " in line}
    told = [line for line in section[1:] if line.startswith(NEW)]
    import re

    numbers = {int(n) for line in told for n in re.findall(r"(?:plan\.yaml:|dòng )(\d+)", line)}
    assert numbers == marked
    groups = [line for line in section if line.startswith("plan/agencies.yaml: nhóm ")]
    assert len(groups) == 2
    assert section[0] == f"CẦN QUYẾT ĐỊNH ({len(section) - 1} việc, {len(marked) + len(groups)} chỗ)"


def test_dry_run_writes_nothing(office: Office) -> None:
    before = office.files()
    dry = roll(office, "--dry-run")
    assert office.files() == before
    assert dry.err == f"{HINT.replace(', xóa thư mục plan/kh-ubnd-2026', '')}{DRY}"
    assert dry.out == roll(office).out


def test_nothing_that_was_sent_is_carried_over(office: Office) -> None:
    office.report("huyen-doan", "2025-05-10")
    office.edit(
        PLAN,
        "    receiver: Văn phòng",
        "    exempt:\n      - agency: Huyện đoàn\n        reason: mới lập\n"
        "    extended:\n      - agency: Phòng Tư pháp\n        until: 2025-05-20\n        basis: đồng ý\n"
        "    receiver: Văn phòng",
    )
    office.edit(PLAN, "version: 1 ", "version: 3 ")
    outcome = roll(office)
    assert outcome.out.split("\n\n")[-1] == (
        "KHÔNG CHUYỂN\n"
        "source.md: văn bản năm 2025; có văn bản năm 2026 thì chép vào\n"
        "1 báo cáo của cơ quan\n"
        "kỳ 6thang, không phải báo cáo: Huyện đoàn\n"
        "kỳ 6thang, gia hạn: Phòng Tư pháp\n"
    )
    made = data(office)
    assert [*made["deadlines"][0]] == [
        *("period", "label", "before", "reporters", "reporters_basis", "receiver", "send_up", "source")
    ]
    assert made["version"] == "1"
    assert sorted(path.name for path in office.file(NEW).parent.iterdir()) == ["plan.yaml"]


def test_days_of_every_kind(office: Office) -> None:
    office.edit(PLAN, "before: 2025-05-15  ", "by: 15/5/2025\n    cutoff: 2025-05-05  ")
    office.edit(PLAN, "      to: Sở Y tế tỉnh", "      by: 2025-05-29\n      to: Sở Y tế tỉnh")
    roll(office)
    first = data(office)["deadlines"][0]
    assert (first["by"], first["cutoff"], first["send_up"]["by"]) == ("15/5/2026", "2026-05-05", "2026-05-29")
    leap = office.run("init", "--from", "kh-ubnd-2026", "--year", "2028", as_of=AS_OF)
    assert "kỳ 6thang, chốt số liệu: 05/5/2026 → 05/5/2028\n" in leap.out


def test_the_29th_of_february(office: Office) -> None:
    office.edit(PLAN, "  year: 2025", "  year: 2024")
    office.edit(PLAN, "before: 2025-05-15  ", "before: 2024-02-29  ")
    out = office.run("init", "--from", "61", as_of=AS_OF).out
    assert (
        "kỳ 6thang, trước ngày: 29/02/2024 → 28/02/2025; năm 2025 không có ngày 29/02, tạm ghi ngày 28/02"
        in out
    )


def test_amendments_are_in_what_is_carried_over(office: Office) -> None:
    with office.file(PLAN).open("a", encoding="utf-8") as file:
        file.write(AMENDMENTS)
    outcome = roll(office)
    assert outcome.out.startswith(
        "Kế hoạch năm 2026 chuyển từ Kế hoạch số 61/KH-UBND ngày 04/4/2025 "
        f"(được sửa đổi, bổ sung bởi Kế hoạch số 85/KH-UBND ngày 10/6/2025): {NEW}\n"
    )
    assert "sửa đổi, bổ sung có hiệu lực sau năm 2025: 99/KH-UBND\n" in outcome.out
    made = data(office)
    assert "amendments" not in made
    refs = [task["ref"] for task in made["tasks"]]
    assert refs == ["II.1", "II.2", *(f"II.{n}" for n in (4, 5, 6, 7, 8, 14, 9, 10, 11, 12, 13))]
    assert made["tasks"][7] == {
        "ref": "II.14",
        "text": "Bể bơi cho trẻ em năm 2026.",
        "lead": ["Phòng Nội vụ"],
    }
    assert made["tasks"][1]["timing"] == "Quý III năm 2026"
    assert made["tasks"][1]["coordinating"] == ["Phòng Nội vụ"]
    assert {d["period"]: d.get("by") for d in made["deadlines"]} == {
        "6thang": None,
        "nam": "2026-12-01",
        "9thang": "2026-09-10",
    }
    assert made["organisation"][0]["lead"] == data(office, PLAN)["organisation"][0]["lead"]


AMENDMENTS = """
amendments:
  - number: 85/KH-UBND
    issued: 2025-06-10
    add:
      tasks:
        - ref: II.14
          after: II.8
          text: Bể bơi cho trẻ em năm 2025.
          lead:
            - Phòng Nội vụ
      deadlines:
        - period: 9thang
          by: 2025-09-10
          reporters: [Phòng Nội vụ]
    replace:
      tasks:
        - ref: II.2
          text: >-
            Lời mới của nhiệm vụ này dài hơn chín mươi ký tự, nên trong tệp phải gấp lại thành nhiều dòng
            cho dễ đọc, dễ sửa.
          coordinating:
            - Phòng Nội vụ
          timing: Quý III năm 2025
      deadlines:
        - period: nam
          by: 2025-12-01
    repeal:
      tasks:
        - II.3
        - IV.5.1
  - number: 99/KH-UBND
    issued: 2026-01-03
    repeal:
      tasks:
        - II.5
"""


EARLY = "không ở sau năm của kế hoạch 61-kh-ubnd-2025 (năm 2025); ghi --year 2026 hoặc năm sau nữa. "
NO_SLUG = "phải là chữ thường không dấu, chữ số, nối bằng gạch, ví dụ kh-ubnd-2026. "


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--year", "2025"), f"năm 2025 {EARLY}"),
        (("--year", "2201"), f"năm 2201 {EARLY}"),
        (("--id", "Kế hoạch"), f"mã “Kế hoạch” {NO_SLUG}"),
        (("--id", "../x"), f"mã “../x” {NO_SLUG}"),
        (("--id", "61-kh-ubnd-2025"), "đã có thư mục plan/61-kh-ubnd-2025; thêm --id với mã khác. "),
    ],
)
def test_wrong_calls_change_nothing(office: Office, words: tuple[str, ...], told: str) -> None:
    before = office.files()
    assert office.run("init", "--from", "61", *words, as_of=AS_OF).told == told + UNCHANGED
    assert office.files() == before


def test_options_that_do_not_go_together(office: Office) -> None:
    def told(*words: str) -> str:
        return office.run("init", *words, as_of=AS_OF).told

    assert told("moi", "--from", "61") == (
        "--from thêm kế hoạch vào thư mục làm việc đang có, không dùng cùng THƯ_MỤC."
    )
    assert told("--demo", "--from", "61").endswith("không dùng cùng --demo.")
    assert told("moi", "--year", "2026", "--dry-run") == "--year, --dry-run chỉ dùng cùng --from."
    assert told("--from", "70").startswith("không có kế hoạch “70”.")


def test_a_second_plan_of_that_symbol_needs_a_name(office: Office) -> None:
    roll(office)
    assert roll(office).told == f"đã có thư mục plan/kh-ubnd-2026; thêm --id với mã khác. {UNCHANGED}"
    assert roll(office, "--id", "hai").code == 0


def test_a_workspace_with_errors_is_left_alone(office: Office) -> None:
    office.edit(PLAN, "- Trung tâm Y tế", "- Trung tâm Y tề")
    before = office.files()
    outcome = roll(office)
    assert (outcome.code, outcome.out) == (1, "")
    assert office.files() == before


def test_a_layout_that_cannot_be_edited_is_said(office: Office) -> None:
    office.edit(PLAN, "number: 61/KH-UBND ", "number:\n    ? 61/KH-UBND\n")
    office.edit(PLAN, "number:\n    ? 61/KH-UBND\n", "number: 61/KH-UBND ")  # as it was
    text = office.file(PLAN).read_text(encoding="utf-8")
    head, _, rest = text.partition("\ntasks:\n")
    written = head.replace("năm 2025\n", '"n\\u0103m 2025"\n', 1).replace(
        'title: Triển khai thực hiện công tác trẻ em trên địa bàn huyện "n\\u0103m 2025"',
        'title: "Triển khai n\\u0103m 2025"',
    )
    office.file(PLAN).write_text(f"{written}\ntasks:\n{rest}", encoding="utf-8")
    before = office.files()
    assert roll(office).told == (
        f"tệp {PLAN} trình bày theo cách không sửa được từng chỗ (dấu ngoặc, dấu nháy qua nhiều dòng); "
        f"viết mỗi giá trị một dòng như tệp mẫu rồi chạy lại. {UNCHANGED}"
    )
    assert office.files() == before


def test_a_full_disk_leaves_nothing_half_made(office: Office) -> None:
    before = office.files()
    with mock.patch("os.fsync", side_effect=OSError(28, "No space left on device")):
        told = roll(office).told
    assert told.endswith(f": ổ đĩa đã đầy. {UNCHANGED}")
    assert office.files() == before


def test_year_after_year(office: Office) -> None:
    """What was carried over is carried on: nothing gets lost on the way, no mark is doubled on a line."""
    roll(office)
    office.run("init", "--from", "kh-ubnd-2026", as_of="2027-01-05")
    made = data(office, "plan/kh-ubnd-2027/plan.yaml")
    assert len(made["tasks"]) == len(data(office, PLAN)["tasks"])
    assert made["document"]["year"] == "2027"
    assert made["deadlines"][1]["before"] == "2027-11-15"
    text = office.file("plan/kh-ubnd-2027/plan.yaml").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.count("CẦN QUYẾT ĐỊNH:") > 1] == []


def test_from_anywhere(office: Office) -> None:
    words = ("init", "--from", "61", "--as-of", AS_OF, "-C", str(office.root))
    assert kehoach(*words, cwd=office.root.parent).err == HINT + MADE


NAMES = ["Phòng A", "Phòng B, C", "Phòng D", "Phòng E", "Nhóm"]
LISTS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)
HEIRS = st.lists(st.sampled_from(["a", "b", "d", "e"]), max_size=2, unique=True)


@st.composite
def small_plans(draw: st.DrawFn) -> tuple[str, str, dict[str, list[str] | None]]:
    """A register and a plan; who ended, and who is said to follow."""
    ended: dict[str, list[str] | None] = {}
    register = "schema: 1\nagencies:\n"
    for id_, name in zip("abde", NAMES, strict=False):
        register += f"  - id: {id_}\n    name: {name}\n    kind: phong-ban\n"
        if draw(st.booleans()):
            ended[name] = [h for h in draw(HEIRS) if h > id_]  # never round in a circle
            register += f"    until: 2025-{draw(st.integers(1, 12)):02d}-15\n"
            register += f"    successors: [{', '.join(ended[name] or [])}]\n" if ended[name] else ""
    register += "groups:\n  - id: nhom\n    name: Nhóm\n    members: [a, e]\n"
    tasks = ""
    for n in range(draw(st.integers(1, 3))):
        text = draw(st.sampled_from(["Việc năm 2025", "Việc đến năm 2025", "Việc"]))
        tasks += f"  - ref: II.{n}\n    text: {text}\n"
        for key in ("lead", "coordinating"):
            tasks += f"    {key}:\n" + "".join(f"      - {name}  # {key}\n" for name in draw(LISTS))
        tasks += f"    timing: {draw(st.sampled_from(['Quý I năm 2025', 'Thường xuyên', 'Năm 2024']))}\n"
    day = draw(st.dates(min_value=st_day(1), max_value=st_day(365)))
    deadline = f"  - period: nam\n    by: {day}\n    reporters:\n" + "".join(
        f"      - {name}\n" for name in draw(LISTS)
    )
    head = "schema: 1\nversion: 1\ndocument:\n  number: 1/KH-X\n  issued: 2025-01-06\n  year: 2025\n"
    head += "  issuer: X\n  title: K năm 2025\n"
    return register, f"{head}tasks:\n{tasks}deadlines:\n{deadline}", ended


def st_day(number: int) -> Any:  # noqa: ANN401
    from datetime import date, timedelta

    return date(2024, 12, 31) + timedelta(days=number)


def living(name: str, ended: dict[str, list[str] | None], seen: tuple[str, ...] = ()) -> set[str]:
    """Who does the work of a name in 2026, by a model of its own; itself where nobody does."""
    names = dict(zip("abde", NAMES, strict=False))
    if name not in ended or name in seen:
        return {name} if name not in ended else set()
    return set().union(*(living(names[h], ended, (*seen, name)) for h in ended[name] or []))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(small_plans())
def test_every_small_plan_rolls_over(tmp_path: Path, made: tuple[str, str, dict[str, Any]]) -> None:
    register, plan, ended = made
    shutil.rmtree(tmp_path / "plan", ignore_errors=True)
    folder = tmp_path / "plan" / "1-kh-x-2025"
    folder.mkdir(parents=True)
    (tmp_path / "plan" / "agencies.yaml").write_text(register, encoding="utf-8")
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    outcome = kehoach("init", "--from", "1", "--as-of", "2025-01-10", cwd=tmp_path)
    assert outcome.code == 0, outcome
    old = parse(plan).data
    text = (tmp_path / "plan" / "kh-x-2026" / "plan.yaml").read_text(encoding="utf-8")
    new = parse(text).data
    for before, after in zip(old["tasks"], new["tasks"], strict=True):
        assert after["text"] == before["text"].replace("Việc năm 2025", "Việc năm 2026")
        assert after["timing"] == before["timing"].replace("2025", "2026")
        wanted = set().union(*(living(n, ended) or {n} for n in [*before["lead"], *before["coordinating"]]))
        found = [*after["lead"], *after.get("coordinating", [])]
        assert set(found) == wanted
        assert len(after["lead"]) == len(set(after["lead"]))
    reporters = set().union(*(living(n, ended) or {n} for n in old["deadlines"][0]["reporters"]))
    assert set(new["deadlines"][0]["reporters"]) == reporters
    lost = [n for n in ended if not living(n, ended)]
    for name in lost:
        lines = [line for line in text.splitlines() if line.strip().startswith(f"- {name}")]
        assert all("CẦN QUYẾT ĐỊNH" in line for line in lines)
