"""kehoach tasks: who has to do what, against the table of duties made by reading the plan."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from kehoach_cli.model.folding import fold
from kehoach_cli.model.names import look_up
from program import AS_OF, PLAN, ROOT, Office, add_second_plan, golden, kehoach, read_csv
from test_plan_61 import BY_REF, DUTIES, REGISTER, THE_PLAN
from test_register import REAL

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, Any]

AGENCIES = {agency["id"]: agency for agency in REGISTER["agencies"]}
GROUPS = {group["id"]: group for group in REGISTER["groups"]}
ASSOCIATIONS = "Các tổ chức chính trị - xã hội huyện"
AROUND = "Các cơ quan, ban, ngành, Hội đoàn thể liên quan"


def data(*words: str) -> Any:  # noqa: ANN401
    return kehoach("tasks", *words, "--format", "json", "--as-of", AS_OF, cwd=ROOT).data


def rows(*words: str) -> list[Row]:
    found: list[Row] = data(*words)["tasks"]
    return found


def ways(*words: str) -> dict[tuple[str, str], tuple[list[str], bool]]:
    """(ref, role) → (via, certain)."""
    return {(row["ref"], row["role"]): (row["via"], row["certain"]) for row in rows(*words)}


def way(row: Row) -> str:
    if not row["via"]:
        return "direct"
    return "group" if row["certain"] else "open"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.mark.parametrize("agency", DUTIES)
def test_duties_are_those_a_reader_finds(agency: str) -> None:
    found = rows("--agency", agency)
    assert {row["ref"]: (row["role"], way(row)) for row in found} == DUTIES[agency]
    in_plan_order = [ref for ref in BY_REF if ref in DUTIES[agency]]
    assert [row["ref"] for row in found] == in_plan_order
    if agency != "quy-bao-tro-tre-em":  # «nếu có» counts only if it exists
        assert all(row["certain"] == (way(row) != "open") for row in found)


def test_ways_are_told_outermost_first_as_the_register_has_them() -> None:
    commune = ways("-a", "ubnd-xa-son-mua")
    assert commune["II.2", "coordinating"] == (["UBND các xã"], True)
    assert commune["IV.5.4", "lead"] == (["UBND các xã"], True)
    assert commune["IV.2", "coordinating"] == (["các sở, ban ngành và địa phương", "UBND các xã"], False)
    farmers = ways("-a", "hoi-nong-dan")
    assert farmers["IV.3", "lead"] == ([ASSOCIATIONS], True)
    assert farmers["II.2", "coordinating"] == (["Hội, đoàn thể", ASSOCIATIONS], False)
    assert farmers["II.12", "coordinating"] == ([AROUND, ASSOCIATIONS], False)
    assert ways("-a", "huyen-doan")["II.8", "lead"] == ([], True)
    assert ways("-a", "cong-an-xa-son-lap")["II.6", "coordinating"] == (["Công an các xã"], True)
    assert ways("-a", "quy-bao-tro-tre-em") == {("II.12", "lead"): ([], False)}


def test_json_is_as_promised() -> None:
    answer = data("--agency", "UBND xã Sơn Mùa")
    assert [*answer] == ["schema", "as_of", "agency", "tasks", "deadlines"]
    assert answer["schema"] == "kehoach/tasks/1"
    assert answer["as_of"] == "2025-05-20"
    assert answer["agency"] == {"id": "ubnd-xa-son-mua", "name": "UBND xã Sơn Mùa"}
    assert [*map(list, answer["tasks"])] == [
        ["plan", "kind", "ref", "text", "role", "certain", "via", "lead", "coordinating", "timing"]
    ] * 20
    task = next(row for row in answer["tasks"] if row["ref"] == "II.9")
    assert task == {
        "plan": "61-kh-ubnd-2025",
        "kind": "task",
        "ref": "II.9",
        "text": BY_REF["II.9"]["text"],
        "role": "coordinating",
        "certain": True,
        "via": ["UBND các xã"],
        "lead": ["Trung tâm Y tế", "Phòng Văn hóa, Khoa học và Thông tin"],
        "coordinating": ["Các cơ quan, ban, ngành, Hội đoàn thể liên quan", "UBND các xã"],
        "timing": {
            "text": "Quý II, IV năm 2025",
            "kind": "window",
            "windows": [
                {"from": "2025-04-01", "to": "2025-06-30"},
                {"from": "2025-10-01", "to": "2025-12-31"},
            ],
        },
    }
    assert answer["deadlines"] == [
        {
            "plan": "61-kh-ubnd-2025",
            "period": "6thang",
            "label": "6 tháng đầu năm 2025",
            "before": "2025-05-15",
            "last_day": "2025-05-14",
            "days_left": -6,
            "state": "overdue",
        },
        {
            "plan": "61-kh-ubnd-2025",
            "period": "nam",
            "label": "năm 2025",
            "before": "2025-11-15",
            "last_day": "2025-11-14",
            "days_left": 178,
            "state": "not_due",
        },
    ]
    kinds = {row["ref"]: row["kind"] for row in answer["tasks"]}
    assert (kinds["II.1"], kinds["IV.5"]) == ("task", "organisation")


def test_a_clause_without_timing_has_no_windows() -> None:
    row = next(row for row in rows("-a", "ttyt") if row["ref"] == "IV.1")
    assert row["timing"] == {"text": None, "kind": "unknown", "windows": []}
    ongoing = next(row for row in rows("-a", "ttyt") if row["ref"] == "II.1")
    assert ongoing["timing"]["kind"] == "ongoing"
    assert ongoing["timing"]["windows"] == [{"from": "2025-01-01", "to": "2025-12-31"}]


def test_for_nobody_every_task_once_and_no_role() -> None:
    answer = data()
    assert answer["agency"] is None
    assert [row["ref"] for row in answer["tasks"]] == [*BY_REF]
    assert {(row["role"], row["certain"], *row["via"]) for row in answer["tasks"]} == {(None, True)}
    assert [(d["period"], d["state"]) for d in answer["deadlines"]] == [("6thang", None), ("nam", None)]
    row = next(row for row in answer["tasks"] if row["ref"] == "II.12")
    assert row["lead"] == ["Văn phòng HĐND & UBND huyện", "Quỹ Bảo trợ trẻ em"]  # without «Nếu có»


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_has_the_duties_that_name_it(group: str) -> None:
    names = {GROUPS[group]["name"], group, *GROUPS[group].get("aliases", [])}
    direct = {row["ref"] for row in rows("-a", group) if not row["via"]}
    expected = {
        task["ref"]
        for task in [*THE_PLAN["tasks"], *THE_PLAN["organisation"]]
        if names & {*task["lead"], *task.get("coordinating", [])}
    }
    assert direct == expected


def test_a_group_inside_an_open_group_may_be_concerned() -> None:
    found = ways("-a", "cac-to-chuc-chinh-tri-xa-hoi")
    assert found["IV.3", "lead"] == ([], True)
    assert found["II.2", "coordinating"] == (["Hội, đoàn thể"], False)
    answer = data("-a", "cac-to-chuc-chinh-tri-xa-hoi")
    assert [(d["period"], d["state"]) for d in answer["deadlines"]] == [("6thang", None), ("nam", None)]
    assert (
        data("-a", "cac-so-ban-nganh-va-dia-phuong")["deadlines"] == []
    )  # whom nobody enumerated owes nothing


def test_groups_in_groups(office: Office) -> None:
    office.edit(
        "plan/agencies.yaml",
        "groups:\n",
        "groups:\n  - id: khoi-xa\n    name: Khối xã\n    members:\n      - ubnd-cac-xa\n      - cong-an-cac-xa\n\n",
    )
    office.edit(PLAN, "      - Phòng Tư pháp\n    coordinating:\n", "      - Khối xã\n    coordinating:\n")
    outcome = office.run("tasks", "-a", "cong-an-xa-son-mua", "--why")
    assert "II.6 → Khối xã → Công an các xã → Công an xã Sơn Mùa" in outcome.out
    assert "(thuộc nhóm: " not in outcome.out  # the chain says more
    assert "Chủ trì (thuộc nhóm: Khối xã)" in office.run("tasks", "-a", "cong-an-xa-son-mua").out
    found = office.run("tasks", "-a", "cong-an-cac-xa", "--format", "json").data["tasks"]
    assert {row["ref"]: row["via"] for row in found}["II.6"] == ["Khối xã"]
    [row] = [row for row in found if row["ref"] == "II.6"]
    assert row["role"] == "lead"  # it also stands among those who coordinate: lead hides that


def test_the_shortest_way_wins(office: Office) -> None:
    office.edit(
        "plan/agencies.yaml",
        "groups:\n",
        "groups:\n  - id: khoi-xa\n    name: Khối xã\n    members:\n      - ubnd-cac-xa\n\n",
    )
    office.edit(
        PLAN,
        "    coordinating:\n      - UBND các xã\n",
        "    coordinating:\n      - Khối xã\n      - UBND các xã\n",
    )
    found = office.run("tasks", "-a", "ubnd-xa-son-lap", "--format", "json").data["tasks"]
    assert {tuple(row["via"]) for row in found if row["certain"]} == {("UBND các xã",)}


def test_a_possible_lead_does_not_hide_a_certain_part(office: Office) -> None:
    office.edit(
        PLAN,
        "      - Phòng Tư pháp\n    coordinating:\n",
        "      - Hội, đoàn thể\n    coordinating:\n      - Hội Nông dân huyện\n",
    )
    found = [
        r
        for r in office.run("tasks", "-a", "hoi-nong-dan", "--format", "json").data["tasks"]
        if r["ref"] == "II.6"
    ]
    assert [(r["role"], r["certain"]) for r in found] == [("lead", False), ("coordinating", True)]


@pytest.mark.parametrize(
    ("agency", "role", "refs"),
    [
        ("ttyt", "lead", "II.1 II.2 II.5 II.9 II.10 II.11 II.13 IV.1"),
        ("ttyt", "coordinating", "II.12 IV.2"),
        ("ubnd-xa-son-tan", "lead", "IV.5 IV.5.1 IV.5.2 IV.5.3 IV.5.4 IV.5.5"),
        ("cong-an-cac-xa", "coordinating", "II.6"),
        ("so-y-te", "lead", ""),
    ],
)
def test_one_role_only(agency: str, role: str, refs: str) -> None:
    assert [row["ref"] for row in rows("-a", agency, "--role", role)] == refs.split()


def test_the_foot_speaks_of_the_role_asked_for() -> None:
    def told(*words: str) -> list[str]:
        return kehoach("tasks", *words, "--as-of", AS_OF, cwd=ROOT).out.splitlines()

    lead = told("-a", "ttyt", "--role", "lead")
    assert lead[0] == "NHIỆM VỤ GIAO TRUNG TÂM Y TẾ – VAI TRÒ CHỦ TRÌ"
    assert "Chủ trì 7 nhiệm vụ; tổ chức thực hiện 1." in lead
    coordinating = told("-a", "ttyt", "--role", "coordinating")
    assert "Kế hoạch không giao Trung tâm Y tế phối hợp nhiệm vụ nào." in coordinating
    assert [line for line in coordinating if "không giao nhiệm vụ riêng" in line] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--role", "lead"], "--role nói về một cơ quan hoặc nhóm; thêm --agency TÊN."),
        (["--why"], "--why nói về một cơ quan hoặc nhóm; thêm --agency TÊN."),
        (["--matrix", "--why", "-a", "ttyt"], "--why không dùng cùng --matrix."),
        (["--matrix", "--role", "lead", "--why"], "--role, --why không dùng cùng --matrix."),
        (
            ["--role", "chutri"],
            "tùy chọn “--role”: không có giá trị “chutri”; các giá trị: lead, coordinating.",
        ),
    ],
)
def test_options_that_mean_nothing_are_a_wrong_call(words: list[str], told: str) -> None:
    assert kehoach("tasks", *words, cwd=ROOT).told == told


def test_why_tells_the_chain_from_the_clause_to_the_agency() -> None:
    out = kehoach("tasks", "-a", "UBND xã Sơn Mùa", "--why", "--as-of", AS_OF, cwd=ROOT).out
    golden("tasks/ubnd-xa-son-mua-why.txt", out)
    chains = [line.split("  ")[-1].strip() for line in out.splitlines() if " → " in line]
    assert "II.2 → UBND các xã → UBND xã Sơn Mùa" in chains
    assert "IV.2 → các sở, ban ngành và địa phương → UBND các xã → UBND xã Sơn Mùa" in chains
    assert len(chains) == 20
    direct = kehoach("tasks", "-a", "ttyt", "--why", cwd=ROOT).out
    assert "II.1 → Trung tâm Y tế\n" in direct


def test_golden_tables() -> None:
    for name, words in {
        "trung-tam-y-te.txt": ["-a", "ttyt"],
        "trung-tam-y-te.md": ["-a", "ttyt", "--format", "md"],
        "trung-tam-y-te.csv": ["-a", "ttyt", "--format", "csv"],
        "phong-tai-chinh-ke-hoach.txt": ["--agency", "Phòng Tài chính – Kế hoạch"],
        "ubnd-cac-xa.txt": ["-a", "UBND các xã"],
        "quy-bao-tro-tre-em.txt": ["-a", "Quỹ Bảo trợ trẻ em"],
        "tat-ca.txt": [],
    }.items():
        golden(f"tasks/{name}", kehoach("tasks", *words, "--as-of", "10/5/2025", cwd=ROOT).out)


def test_iv2_of_the_finance_division_is_not_forgotten() -> None:
    out = kehoach("tasks", "--agency", "Phòng Tài chính – Kế hoạch", cwd=ROOT).out
    assert "IV.2   Tổng hợp, thẩm định kinh phí" in out
    assert "Thực hiện" in out


def test_who_has_no_duty_is_told_so() -> None:
    out = kehoach("tasks", "-a", "so-y-te", "--as-of", AS_OF, cwd=ROOT).out
    assert out == (
        "NHIỆM VỤ GIAO SỞ Y TẾ\n"
        "(tính đến ngày 20/5/2025)\n\n"
        "Kế hoạch không giao nhiệm vụ riêng cho Sở Y tế.\n"
    )
    centre = kehoach("tasks", "-a", "Trung tâm TT-VH-TT", "--as-of", AS_OF, cwd=ROOT).out.splitlines()
    assert centre[-2:] == [
        "Kế hoạch không giao nhiệm vụ riêng cho Trung tâm Truyền thông - Văn hóa - Thể thao.",
        (
            "Có thể liên quan: 6 nhiệm vụ, qua nhóm chưa xác định thành phần (Các cơ quan, ban, ngành; "
            "Các cơ quan, ban, ngành, Hội đoàn thể liên quan; các sở, ban ngành và địa phương)."
        ),
    ]


def test_who_has_no_duty_but_must_report_is_told_under_which_clause(office: Office) -> None:
    office.edit(
        PLAN,
        "      - Liên đoàn Lao động huyện\n",
        "      - Liên đoàn Lao động huyện\n      - Trung tâm TT-VH-TT\n",
    )
    out = office.run("tasks", "-a", "Trung tâm TT-VH-TT", as_of="2025-05-10").out.splitlines()
    assert out[-3:-1] == [
        (
            "Kế hoạch không giao nhiệm vụ riêng cho Trung tâm Truyền thông - Văn hóa - Thể thao; "
            "cơ quan này vẫn phải báo cáo theo Mục V (trước ngày 15/5/2025)."
        ),
        "Báo cáo 6 tháng đầu năm 2025: trước ngày 15/5/2025 (hạn cuối hết ngày 14/5, còn 4 ngày).",
    ]


@pytest.mark.parametrize(
    ("as_of", "left"),
    [
        ("2025-05-10", "(hạn cuối hết ngày 14/5, còn 4 ngày)."),
        ("2025-05-13", "(hạn cuối hết ngày 14/5, còn 1 ngày)."),
        ("2025-05-14", "(hạn cuối hết ngày 14/5, hôm nay là ngày cuối)."),
        ("2025-05-15", "(hạn cuối hết ngày 14/5, đã quá 1 ngày)."),
        ("2026-05-14", "(hạn cuối hết ngày 14/5, đã quá 365 ngày)."),
    ],
)
def test_days_left(as_of: str, left: str) -> None:
    lines = kehoach("tasks", "-a", "phong-noi-vu", "--as-of", as_of, cwd=ROOT).out.splitlines()
    assert f"Báo cáo 6 tháng đầu năm 2025: trước ngày 15/5/2025 {left}" in lines


EXEMPT = "    exempt:\n      - agency: Phòng Nội vụ\n        reason: Đã lồng ghép vào báo cáo của Văn phòng\n"
EXTENDED = "    extended:\n      - agency: Phòng Nội vụ\n        until: 2025-05-19\n        basis: Phó Chủ tịch đồng ý\n"


def test_a_report_that_came_in_is_told_beside_its_deadline(office: Office) -> None:
    office.report("phong-noi-vu", "2025-05-16")
    outcome = office.run("tasks", "-a", "phong-noi-vu")
    assert (
        "Báo cáo 6 tháng đầu năm 2025: trước ngày 15/5/2025 (hạn cuối hết ngày 14/5). Đã gửi, trễ 2 ngày.\n"
        in outcome.out
    )
    states = office.run("tasks", "-a", "phong-noi-vu", "--format", "json").data["deadlines"]
    assert [d["state"] for d in states] == ["late", "not_due"]


@pytest.mark.parametrize(
    ("more", "told", "last_day"),
    [
        (EXEMPT, ". Không phải báo cáo kỳ này: Đã lồng ghép vào báo cáo của Văn phòng.", "2025-05-14"),
        (EXTENDED, " (hạn cuối hết ngày 19/5, được gia hạn, đã quá 1 ngày).", "2025-05-19"),
    ],
)
def test_exempt_and_extended_agencies(office: Office, more: str, told: str, last_day: str) -> None:
    office.edit(PLAN, "    receiver:", f"{more}    receiver:")
    lines = office.run("tasks", "-a", "phong-noi-vu").out.splitlines()
    assert f"Báo cáo 6 tháng đầu năm 2025: trước ngày 15/5/2025{told}" in lines
    assert (
        office.run("tasks", "-a", "phong-noi-vu", "--format", "json").data["deadlines"][0]["last_day"]
        == last_day
    )


def test_several_plans_have_a_column_for_the_plan(office: Office) -> None:
    add_second_plan(office)
    out = office.run("tasks", "-a", "ttyt").out
    lines = out.splitlines()
    assert lines[:2] == ["NHIỆM VỤ GIAO TRUNG TÂM Y TẾ", "theo 2 kế hoạch (tính đến ngày 20/5/2025)"]
    assert lines[3].split()[:3] == ["Kế", "hoạch", "Mục"]
    assert lines[4].startswith("12/KH-UBND  II.1   Tiêm chủng cho trẻ em ngoài trường học [khẩn].")
    assert lines[5].startswith("61/KH-UBND  II.9 ")  # quý II before what goes on all year
    assert [line.split("  ")[0] for line in lines[lines.index("HẠN BÁO CÁO") + 3 :]] == [
        "61/KH-UBND",
        "12/KH-UBND",
        "61/KH-UBND",
    ]
    assert (
        "12/KH-UBND  6 tháng đầu năm 2025  chậm nhất ngày 05/6/2025  05/6/2025   Chưa đến hạn (còn 16 ngày)"
        in lines
    )
    found = office.run("tasks", "-a", "ttyt", "--format", "json").data
    assert [d["plan"] for d in found["deadlines"]] == [
        "61-kh-ubnd-2025",
        "12-kh-ubnd-2025",
        "61-kh-ubnd-2025",
    ]
    assert [[*d][3] for d in found["deadlines"]] == ["before", "by", "before"]
    one = office.run("tasks", "-a", "ttyt", "--plan", "12").out.splitlines()
    assert (
        one[1]
        == "theo Kế hoạch số 12/KH-UBND ngày 03/02/2025 của UBND huyện Sơn Tây (tính đến ngày 20/5/2025)"
    )
    assert one[3].startswith("Mục   Nội dung")


TYPED = [
    ("Trung tâm Y tế", "trung-tam-y-te"),
    (unicodedata.normalize("NFD", "Trung tâm Y tế"), "trung-tam-y-te"),
    ("TRUNG TÂM Y TẾ", "trung-tam-y-te"),
    ("trung tam y te", "trung-tam-y-te"),
    ("trung-tam-y-te", "trung-tam-y-te"),
    ("ttyt", "trung-tam-y-te"),
    ("  Trung   tâm\tY tế ", "trung-tam-y-te"),
    ("TCKH", "phong-tai-chinh-ke-hoach"),
    ("Phòng Tài chính - Kế hoạch", "phong-tai-chinh-ke-hoach"),
    ("Phòng Tài chính – Kế hoạch", "phong-tai-chinh-ke-hoach"),
    ("phong tai chinh ke hoach", "phong-tai-chinh-ke-hoach"),
    ("tài chính", "phong-tai-chinh-ke-hoach"),
    ("Phòng Văn hoá, Khoa học và Thông tin", "phong-van-hoa-khoa-hoc-va-thong-tin"),
    ("phòng văn hóa khoa học & thông tin", "phong-van-hoa-khoa-hoc-va-thong-tin"),
    ("Phòng Văn hóa", "phong-van-hoa-khoa-hoc-va-thong-tin"),
    ("Văn phòng HĐND và UBND huyện", "van-phong"),
    ("Văn phòng HĐND & UBND", "van-phong"),
    ("vp hdnd&ubnd", "van-phong"),
    ("GD&ĐT", "phong-giao-duc-va-dao-tao"),
    ("UBND xã Sơn Mùa", "ubnd-xa-son-mua"),
    ("ubnd xa son mua", "ubnd-xa-son-mua"),
    ("Công an xã", "cong-an-cac-xa"),
    ("CAX Sơn Lập", "cong-an-xa-son-lap"),
    ("đoàn thanh niên các cấp", "doan-thanh-nien-cac-cap"),
    ("lđlđ", "lien-doan-lao-dong"),
    ("các sở", "cac-so-ban-nganh-va-dia-phuong"),
]


@pytest.mark.parametrize(("typed", "id_"), TYPED)
def test_names_as_people_type_them(typed: str, id_: str) -> None:
    assert data("--agency", typed)["agency"]["id"] == id_


@pytest.mark.parametrize("entry", [*AGENCIES.values(), *GROUPS.values()], ids=lambda entry: entry["id"])
def test_every_spelling_of_the_register_finds_its_entry(entry: Row) -> None:
    spellings = {entry["id"], entry["name"], *entry.get("aliases", []), *filter(None, [entry.get("symbol")])}
    assert data("-a", fold(entry["name"]))["agency"]["id"] == entry["id"]
    for name in spellings:
        for typed in (name, fold(name)):
            found = look_up(typed, REAL.entries()).found
            assert found
            assert found.id == entry["id"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "Sơn Mùa",
            "tên “Sơn Mùa” ứng với 2 cơ quan, nhóm: “UBND xã Sơn Mùa”, “Công an xã Sơn Mùa”. Ghi rõ hơn.",
        ),
        (
            unicodedata.normalize("NFD", "Sơn Mùa"),
            "tên “Sơn Mùa” ứng với 2 cơ quan, nhóm: “UBND xã Sơn Mùa”, “Công an xã Sơn Mùa”. Ghi rõ hơn.",
        ),
        (
            "Trung tâm Y tá",
            (
                "không có cơ quan “Trung tâm Y tá” trong danh mục. "
                "Gần nhất: “Trung tâm Y tế”, “Trung tâm Truyền thông - Văn hóa - Thể thao”, “Sở Y tế”."
            ),
        ),
        ("", "chưa ghi tên cơ quan; ghi tên, cách viết khác, mã hay ký hiệu."),
        (" \t ", "chưa ghi tên cơ quan; ghi tên, cách viết khác, mã hay ký hiệu."),
    ],
)
def test_a_name_that_is_not_clear_is_a_wrong_call(typed: str, told: str) -> None:
    assert kehoach("tasks", "--agency", typed, cwd=ROOT).told == told


@pytest.mark.parametrize("typed", ["Bộ Quốc phòng", "xyz", "???", "\x1b[31m", "[/]", "ttytt"])
def test_an_unknown_name_gets_three_near_ones(typed: str) -> None:
    told = kehoach("tasks", "--agency", typed, cwd=ROOT).told
    assert told.startswith("không có cơ quan “")
    assert "\x1b" not in told
    assert told.partition("Gần nhất: ")[2].count("“") == 3


def test_many_candidates_are_cut_with_a_sign() -> None:
    told = kehoach("tasks", "--agency", "xã", cwd=ROOT).told
    assert told.startswith("tên “xã” ứng với ")
    assert told.count("“") == 13
    assert told.endswith(", …. Ghi rõ hơn.")


def test_csv_has_every_column_and_the_words_of_the_plan() -> None:
    out = kehoach("tasks", "-a", "ttyt", "--why", "--format", "csv", "--as-of", AS_OF, cwd=ROOT).out
    head, *found = read_csv(out)
    assert head == [
        "Mục",
        "Nội dung nhiệm vụ",
        "Vai trò",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian thực hiện",
        "Căn cứ",
    ]
    assert found[0][:3] == ["II.1", BY_REF["II.1"]["text"], "Chủ trì"]
    assert len(found) == 10


def test_a_plan_without_tasks_or_deadlines(office: Office) -> None:
    text = office.file(PLAN).read_text(encoding="utf-8")
    office.file(PLAN).write_text(text[: text.index("\ntasks:")] + "\ntasks: []\n", encoding="utf-8")
    title = "NHIỆM VỤ CỦA KẾ HOẠCH\n(tính đến ngày 20/5/2025)\n\n"
    assert office.run("tasks").out == f"{title}Chưa có nhiệm vụ nào.\n"
    assert office.run("tasks", "--matrix").out.endswith("\n\nChưa có nhiệm vụ nào.\n")
    assert (
        office.run("status").out
        == "TÌNH HÌNH GỬI BÁO CÁO\n\nChưa có hạn báo cáo nào.\nTính đến ngày 20/5/2025.\n"
    )
    told = office.run("status", "-p", "nam").told
    assert told == "không kế hoạch nào có hạn báo cáo kỳ “nam”. Các kỳ đang có: chưa có."
