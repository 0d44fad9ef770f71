"""kehoach agencies: the register, one entry of it, and what each has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from program import AS_OF, PLAN, ROOT, Office, golden, kehoach, read_csv
from test_plan_61 import ENTRIES, REGISTER, reached

if TYPE_CHECKING:
    from pathlib import Path

AGENCIES = {agency["id"]: agency for agency in REGISTER["agencies"]}
GROUPS = {group["id"]: group for group in REGISTER["groups"]}


def agencies(*words: str) -> str:
    outcome = kehoach("agencies", *words, "--as-of", AS_OF, cwd=ROOT)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


def data(*words: str) -> Any:  # noqa: ANN401
    return kehoach("agencies", *words, "--format", "json", "--as-of", AS_OF, cwd=ROOT).data


def test_golden_tables() -> None:
    for name, words in {
        "danh-muc.txt": [],
        "danh-muc.md": ["--format", "md"],
        "trung-tam-y-te.txt": ["ttyt"],
        "cong-an-cac-xa.txt": ["Công an xã"],
        "hoi-doan-the.txt": ["Hội, đoàn thể"],
        "van-phong.txt": ["van-phong"],
    }.items():
        golden(f"agencies/{name}", agencies(*words))
    for width in (80, 120):
        outcome = kehoach("agencies", "--as-of", AS_OF, cwd=ROOT, width=width)
        golden(f"agencies/danh-muc-{width}.txt", outcome.out)


def test_json_has_the_whole_register_in_its_order() -> None:
    answer = data()
    assert [*answer] == ["schema", "as_of", "agencies", "groups"]
    assert (answer["schema"], answer["as_of"]) == ("kehoach/agencies/1", "2025-05-20")
    assert [a["id"] for a in answer["agencies"]] == [*AGENCIES]
    for shown in answer["agencies"]:
        agency = AGENCIES[shown["id"]]
        life = ["from", "until", "successors", "basis"] if {"from", "until"} & {*agency} else []
        assert [*shown] == ["id", "name", "aliases", "kind", "symbol", "contact", *life]
        assert (shown["name"], shown["aliases"], shown["kind"]) == (
            agency["name"],
            agency.get("aliases", []),
            agency["kind"],
        )
    for shown in answer["groups"]:
        ways = reached(shown["id"])
        assert [*shown] == ["id", "name", "aliases", "open", "members", "possible"]
        assert shown["open"] == (GROUPS[shown["id"]].get("open") == "true")
        assert {*shown["members"]} == {a for a, way in ways.items() if way == "group"}
        assert {*shown["possible"]} == {a for a, way in ways.items() if way == "open"}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_one_entry_in_json(entry: dict[str, Any]) -> None:
    answer = data(entry["id"])
    found = [*answer["agencies"], *answer["groups"]]
    assert [e["id"] for e in found] == [entry["id"]]
    if entry["id"] in AGENCIES:
        shown = {g["id"]: g["certain"] for g in found[0]["groups"]}
        ways = {g: reached(g).get(entry["id"]) for g in GROUPS}
        assert shown == {g: way == "group" for g, way in ways.items() if way}


def test_csv_has_agencies_and_groups_in_one_table() -> None:
    head, *rows = read_csv(agencies("--format", "csv"))
    assert head == ["Tên", "Cách viết khác", "Mã", "Loại", "Ký hiệu", "Liên hệ", "Thành phần", "Thành viên"]
    assert [row[2] for row in rows] == [*AGENCIES, *GROUPS]
    police = next(row for row in rows if row[2] == "cong-an-cac-xa")
    assert police[:7] == ["Công an các xã", "Công an xã", "cong-an-cac-xa", "Nhóm", "", "", "9 cơ quan"]
    assert police[7].startswith("Công an xã Sơn Mùa; Công an xã Sơn Dung; ")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("UBND các xã", ["Thành phần      9 cơ quan"]),
        (
            "Đoàn thanh niên các cấp",
            ["Thành phần  chưa xác định thành phần (đã rõ 1 cơ quan)", "Thành viên  Huyện đoàn"],
        ),
        (
            "Các cơ quan, ban, ngành",
            ["Thành phần  chưa xác định thành phần (chưa rõ cơ quan nào; có thể gồm 9)"],
        ),
        ("huyen-doan", ["Thuộc nhóm         Các tổ chức chính trị - xã hội huyện; Đoàn thanh niên các cấp"]),
    ],
)
def test_who_is_in_a_group_and_who_may_be(name: str, lines: list[str]) -> None:
    assert [line for line in lines if line not in agencies(name).splitlines()] == []


def test_possible_members_are_told_as_such() -> None:
    out = agencies("Các cơ quan, ban, ngành")
    assert "\nCó thể gồm  Văn phòng HĐND & UBND huyện; Trung tâm Y tế; " in out
    assert "Thành viên" not in out


def test_an_entry_with_everything(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.edit(
        "plan/agencies.yaml",
        "    symbol: TP\n",
        "    symbol: TP\n    contact: chị Hoa [0912]\n    note: |\n      dòng một\n      dòng hai\n",
    )
    office.edit(
        PLAN,
        "    receiver:",
        "    exempt:\n      - agency: Phòng Tư pháp\n        reason: Lồng ghép\n    receiver:",
    )
    lines = office.run("agencies", "tp").out.splitlines()
    assert lines[:2] == ["PHÒNG TƯ PHÁP", "(tính đến ngày 20/5/2025)"]
    assert "Liên hệ            chị Hoa [0912]" in lines
    assert "Ghi chú            dòng một dòng hai" in lines
    assert (
        "Báo cáo 6 tháng đầu năm 2025: trước ngày 15/5/2025. Không phải báo cáo kỳ này: Lồng ghép." in lines
    )


def test_a_group_without_duty_whose_members_report(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.edit(
        "plan/agencies.yaml",
        "groups:\n",
        "groups:\n  - id: khoi-noi-chinh\n    name: Khối nội chính\n    members:\n      - phong-tu-phap\n      - phong-noi-vu\n\n",
    )
    out = office.run("agencies", "Khối nội chính", as_of="2025-05-10").out
    assert (
        "Kế hoạch không giao nhiệm vụ riêng cho Khối nội chính; các cơ quan trong nhóm vẫn phải báo cáo "
        "theo Mục V (trước ngày 15/5/2025, trước ngày 15/11/2025).\n"
    ) in out


def test_a_name_that_is_not_clear() -> None:
    assert kehoach("agencies", "phòng", cwd=ROOT).told.startswith(
        "tên “phòng” ứng với 7 cơ quan, nhóm: “Văn phòng"
    )
    assert kehoach("agencies", "bộ quốc phòng", cwd=ROOT).told.startswith(
        "không có cơ quan “bộ quốc phòng” trong danh mục."
    )
    assert (
        kehoach("agencies", "", cwd=ROOT).told
        == "chưa ghi tên cơ quan; ghi tên, cách viết khác, mã hay ký hiệu."
    )


def test_the_sheets_of_a_workbook_have_names(tmp_path: Path) -> None:
    import openpyxl

    office = Office(tmp_path)
    for words, names in (
        ([], ["Cơ quan", "Nhóm cơ quan"]),
        (["tư pháp"], ["Phòng Tư pháp", "Khối lượng công việc"]),
    ):
        made = office.run("agencies", *words, "-o", "danh-muc.xlsx", "--force")
        assert made.code == 0
        assert openpyxl.load_workbook(office.file("danh-muc.xlsx")).sheetnames == names
