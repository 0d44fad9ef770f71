"""kehoach tasks --matrix: tasks times agencies, against the table of duties made by reading the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from program import AS_OF, PLAN, ROOT, Office, add_second_plan, golden, kehoach, read_csv
from test_plan_61 import BY_REF, COMMUNES, DUTIES, REGISTER

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {agency["id"]: agency["name"] for agency in REGISTER["agencies"]}


def expected_sign(agency: str, ref: str) -> str:
    """C, P or T with its mark, from the table of duties."""
    if ref not in DUTIES[agency]:
        return ""
    if agency == "quy-bao-tro-tre-em":
        return "(C)"
    role, way = DUTIES[agency][ref]
    letter = "P" if role == "coordinating" else "T" if ref.startswith("IV") else "C"
    return letter + {"direct": "", "group": "*", "open": "?"}[way]


def matrix(*words: str, as_of: str = AS_OF) -> str:
    outcome = kehoach("tasks", "--matrix", *words, "--as-of", as_of, cwd=ROOT)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def wide(*words: str) -> tuple[list[str], list[list[str]]]:
    head, *rows = read_csv(matrix("--format", "csv", *words))
    return head, rows


def test_every_cell_is_what_a_reader_finds() -> None:
    head, rows = wide()
    agencies = [agency for agency in DUTIES if DUTIES[agency]]
    assert head == ["Mục", "Nhiệm vụ", *(NAMES[agency] for agency in agencies)]
    assert [row[:2] for row in rows] == [[ref, clause["short"]] for ref, clause in BY_REF.items()]
    for row in rows:
        assert row[2:] == [expected_sign(agency, row[0]) for agency in agencies]


def test_on_screen_a_group_of_equals_takes_one_numbered_column() -> None:
    out = matrix()
    golden("tasks/bang-phan-cong.txt", out)
    names = next(line for line in out.splitlines() if line.startswith("Cột: "))
    assert names.endswith("(17) UBND các xã (9); (18) Công an các xã (9).")
    head = next(line for line in out.splitlines() if line.startswith("Mục "))
    assert head.split()[3:] == [str(n) for n in range(1, 19)]
    column, police = head.index("17"), head.index("18")
    for line in out.splitlines():
        if line.split("  ")[0] in BY_REF:
            ref = line.split()[0]
            assert line[column : column + 3].strip() == expected_sign("ubnd-xa-son-mua", ref)
            assert line[police : police + 3].strip() == expected_sign("cong-an-xa-son-mua", ref)


def test_members_that_differ_stand_apart(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.edit(PLAN, "      - Phòng Tư pháp\n", "      - Phòng Tư pháp\n      - UBND xã Sơn Tân\n")
    out = office.run("tasks", "--matrix").out
    assert "UBND các xã (9)" not in out
    assert "(21) UBND xã Sơn Tân" in out
    assert "Công an các xã (9)" in out


def test_the_key_explains_every_sign() -> None:
    last = matrix().splitlines()[-1]
    assert last == (
        "Ký hiệu: C: chủ trì; P: phối hợp; T: thực hiện; (C): chủ trì nếu có; *: qua nhóm; "
        "?: có thể liên quan, qua nhóm chưa xác định thành phần."
    )
    signs = {cell for row in wide()[1] for cell in row[2:]}
    assert signs == {"", "C", "P", "T", "(C)", "C*", "P*", "T*", "P?"}


def test_for_one_agency_or_one_group() -> None:
    head, rows = wide("--agency", "ttyt")
    assert head == ["Mục", "Nhiệm vụ", "Trung tâm Y tế"]
    assert [row[2] for row in rows] == [expected_sign("trung-tam-y-te", ref) for ref in BY_REF]
    assert len(wide("--agency", "UBND các xã")[0]) == 2 + len(COMMUNES)


@pytest.mark.parametrize("words", [["-a", "so-y-te"], ["-a", "so-y-te", "--format", "md"]])
def test_who_has_no_part_is_told_so(words: list[str]) -> None:
    out = matrix(*words)
    assert "Kế hoạch không giao nhiệm vụ nào cho Sở Y tế.\n" in out
    assert "II.1" not in out


def test_json_holds_only_the_cells_that_say_something() -> None:
    answer: Any = kehoach("tasks", "--matrix", "--format", "json", "--as-of", AS_OF, cwd=ROOT).data
    assert [*answer] == ["schema", "as_of", "agencies", "tasks"]
    assert answer["schema"] == "kehoach/matrix/1"
    assert [a["id"] for a in answer["agencies"]] == [agency for agency in DUTIES if DUTIES[agency]]
    assert [row["ref"] for row in answer["tasks"]] == [*BY_REF]
    for row in answer["tasks"]:
        assert {c["agency"] for c in row["cells"]} == {a for a in DUTIES if row["ref"] in DUTIES[a]}
        for cell in row["cells"]:
            role, way = DUTIES[cell["agency"]][row["ref"]]
            assert cell["role"] == role
            assert bool(cell["via"]) == (way != "direct")


def test_markdown_has_a_column_an_agency() -> None:
    lines = matrix("--format", "md").splitlines()
    assert lines[0] == "## BẢNG PHÂN CÔNG NHIỆM VỤ"
    assert lines[4].startswith("| Mục | Nhiệm vụ | Văn phòng HĐND & UBND huyện | Trung tâm Y tế |")
    assert lines[4].count("|") == lines[6].count("|") == 37


def test_several_plans_have_a_column_for_the_plan(tmp_path: Path) -> None:
    office = Office(tmp_path)
    add_second_plan(office)
    lines = office.run("tasks", "--matrix").out.splitlines()
    assert lines[1] == "theo 2 kế hoạch (tính đến ngày 20/5/2025)"
    assert lines[3].startswith("Kế hoạch    Mục     Nhiệm vụ")
    assert lines[4].startswith("12/KH-UBND  II.1    Tiêm chủng cho trẻ em ngoài trường học [khẩn].")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_on_every_terminal_no_sign_is_lost(width: int) -> None:
    outcome = kehoach("tasks", "--matrix", "--as-of", AS_OF, cwd=ROOT, width=width)
    golden(f"tasks/bang-phan-cong-{width}.txt", outcome.out)
    lines = outcome.out.splitlines()
    assert max(map(len, lines)) <= width
    shown = dict.fromkeys(BY_REF, "")
    for line in lines:
        if line.split(" ")[0] in shown:
            shown[line.split(" ")[0]] += f" {line}"
    order = [a for a in DUTIES if DUTIES[a] and a not in _joined()]
    for ref, text in shown.items():
        signs = [word for word in text.split() if word.rstrip("*?") in ("C", "P", "T", "(C)")]
        assert signs == [sign for agency in order if (sign := expected_sign(agency, ref))]


def _joined() -> set[str]:
    """Agencies that stand in the column of the first of their group."""
    return {f"{kind}-{name}" for kind in ("ubnd-xa", "cong-an-xa") for name in COMMUNES[1:]}
