"""Several plans in one folder: each row says of which plan it is, what is due first stands on top."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from program import Office, add_second_plan, golden, kehoach, read_csv

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = date(2025, 5, 20)
SEVERAL = {
    "tasks.txt": ["tasks", "-a", "ttyt"],
    "tasks.md": ["tasks", "-a", "ttyt", "-f", "md"],
    "tasks.csv": ["tasks", "-a", "ttyt", "-f", "csv"],
    "tasks.json": ["tasks", "-a", "ttyt", "-f", "json"],
    "status.txt": ["status", "-p", "6thang"],
    "status.md": ["status", "-p", "6thang", "-f", "md"],
    "status-agency.txt": ["status", "-a", "ttyt"],
    "status-group.txt": ["status", "-a", "Các tổ chức chính trị - xã hội huyện"],
    "agency.txt": ["agencies", "ttyt"],
    "agency.json": ["agencies", "ttyt", "-f", "json"],
}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    add_second_plan(office)
    office.report("trung-tam-y-te", "2025-05-12")
    return office


def test_golden_answers_over_two_plans(office: Office) -> None:
    for name, words in SEVERAL.items():
        outcome = office.run(*words)
        assert (outcome.code, outcome.err) == (0, "")
        golden(f"many/{name}", outcome.out)
    for width in (80, 120):
        golden(f"many/agency-{width}.txt", office.run("agencies", "ttyt", width=width).out)


def sheet_rows(office: Office, file: str) -> list[list[tuple[str, ...]]]:
    import openpyxl

    book = openpyxl.load_workbook(office.file(file))
    return [[tuple(str(c or "") for c in row) for row in sheet.iter_rows(values_only=True)] for sheet in book]


def docx_tables(office: Office, file: str) -> list[list[list[str]]]:
    import docx

    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(str(office.file(file))).tables
    ]


@pytest.mark.parametrize("words", [["tasks", "-a", "ttyt"], ["status", "-a", "ttyt"], ["status"]])
def test_office_files_have_the_number_on_each_row(office: Office, words: list[str]) -> None:
    for file in ("bang.xlsx", "bang.docx"):
        assert office.run(*words, "-o", file).code == 0
    tables = [t for t in docx_tables(office, "bang.docx") if "Kế hoạch" in t[0]]
    assert tables
    for table in tables:
        column = table[0].index("Kế hoạch")
        numbers = [row[column] for row in table[1:] if len(set(row)) > 1]
        assert {*numbers} <= {"12/KH-UBND", "61/KH-UBND"}
        assert numbers
    for rows in sheet_rows(office, "bang.xlsx"):
        heads = [n for n, row in enumerate(rows) if "Kế hoạch" in row]
        assert len(heads) == 1
        column = rows[heads[0]].index("Kế hoạch")
        numbers = [row[column] for row in rows[heads[0] + 1 :] if row[column]]
        assert {n for n in numbers if "/KH-" in n and len(n) < 12} <= {"12/KH-UBND", "61/KH-UBND"}
        assert any(n in ("12/KH-UBND", "61/KH-UBND") for n in numbers)


def test_duties_that_come_next_stand_before_those_that_passed(office: Office) -> None:
    def first(as_of: str) -> list[str]:
        rows = read_csv(office.run("tasks", "-a", "ttyt", "-f", "csv", as_of=as_of).out)
        head = rows[0]
        return [f"{row[0]} {row[head.index('Hạn cuối')]}".strip() for row in rows[1:4]]

    assert first("2025-05-20") == ["12/KH-UBND 30/6/2025", "61/KH-UBND 30/6/2025", "61/KH-UBND"]
    assert first("2025-07-01") == ["61/KH-UBND 31/12/2025", "12/KH-UBND 30/6/2025 (đã qua)", "61/KH-UBND"]


def test_one_plan_of_several_looks_as_if_it_were_alone(office: Office, tmp_path: Path) -> None:
    alone = Office(tmp_path / "alone")
    alone.report("trung-tam-y-te", "2025-05-12")
    for words in (["tasks", "-a", "ttyt"], ["tasks"], ["status"], ["status", "-a", "ttyt"]):
        for form in ("table", "csv", "md", "json"):
            call = [*words, "--plan", "61", "-f", form]
            assert office.run(*call) == alone.run(*call)


def test_an_agency_in_one_of_the_plans_only(office: Office) -> None:
    lines = office.run("tasks", "-a", "Phòng Tư pháp").out.splitlines()
    assert lines[3].startswith("Mục ")
    assert "HẠN BÁO CÁO" not in lines


# A model of its own: what small folders must answer, from the data they were written from.

AGENCIES = ["a", "b", "c", "d"]
GROUPS = {"g": (["a", "b"], []), "h": (["g"], ["c"])}  # name → members, and who may belong
NAMES = [*AGENCIES, *GROUPS]
TIMINGS = {
    "Quý I năm 2025": [(3, 31)],
    "Quý II, IV năm 2025": [(6, 30), (12, 31)],
    "Trước ngày 20/5/2025": [(5, 19)],
    "Tháng 5 năm 2025": [(5, 31)],
    "Thường xuyên trong năm": [],
    "Khi có yêu cầu": [],
}


class Work(NamedTuple):
    """One task as it was made up."""

    lead: list[str]
    coordinating: list[str]
    timing: str
    organisation: bool


class Due(NamedTuple):
    """One deadline as it was made up; `received` by agency."""

    period: str
    before: date
    reporters: list[str]
    received: dict[str, date]


def meant(name: str) -> tuple[set[str], set[str]]:
    """Who certainly belongs to a name, and who may."""
    if name in AGENCIES:
        return {name}, set()
    members, possible = GROUPS[name]
    sure: set[str] = set().union(*(meant(m)[0] for m in members))
    maybe: set[str] = set().union(*(meant(m)[1] for m in members), *(meant(p)[0] for p in possible))
    return sure, maybe - sure


def part(names: list[str], agency: str) -> str:
    """«sure», «maybe» or nothing: how an agency is among printed names."""
    found = [meant(name) for name in names]
    if any(agency in sure for sure, _ in found):
        return "sure"
    return "maybe" if any(agency in maybe for _, maybe in found) else ""


def duties_of(plans: list[tuple[list[Work], list[Due]]], agency: str) -> list[tuple[Any, ...]]:
    """(rank of the day, plan, place, ref, role, certain), sorted as people want to read them."""
    rows = []
    for p, (works, _) in enumerate(plans):
        order = sorted(range(len(works)), key=lambda n: works[n].organisation)
        for place, n in enumerate(order):
            work = works[n]
            lead, coordinating = part(work.lead, agency), part(work.coordinating, agency)
            if lead == "sure" or (lead and coordinating == "maybe"):
                coordinating = ""
            for role, how in (("lead", lead), ("coordinating", coordinating)):
                if how:
                    ref = f"{'IV' if work.organisation else 'II'}.{n}"
                    rows.append((rank(work.timing), p, place, ref, role, how == "sure"))
    return rows


def rank(timing: str) -> tuple[int, int]:
    days = [(date(2025, *end) - AS_OF).days for end in TIMINGS[timing]]
    coming = [d for d in days if d >= 0]
    return (0, coming[0]) if coming else (1, -days[-1]) if days else (2, 0)


def slots_of(due: Due) -> dict[str, str]:
    """Agency → what becomes of its report."""
    states = {}
    last = due.before - timedelta(days=1)
    for agency in sorted(set().union(*(meant(name)[0] for name in due.reporters))):
        day = due.received.get(agency)
        if day is not None and day <= AS_OF:
            states[agency] = "on_time" if day <= last else "late"
        else:
            left = (last - AS_OF).days
            states[agency] = "overdue" if left < 0 else "due_soon" if left <= 7 else "not_due"
    return states


works = st.builds(
    Work,
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.sampled_from([*TIMINGS]),
    st.booleans(),
)
days = st.dates(date(2025, 5, 1), date(2025, 6, 10))


@st.composite
def dues(draw: st.DrawFn) -> list[Due]:
    periods = draw(st.lists(st.sampled_from(["6thang", "nam", "quy1"]), max_size=2, unique=True))
    return [
        Due(
            period,
            draw(days),
            draw(st.lists(st.sampled_from([*AGENCIES, "g"]), min_size=1, max_size=3, unique=True)),
            draw(st.dictionaries(st.sampled_from(AGENCIES), days, max_size=3)),
        )
        for period in periods
    ]


plans_made = st.lists(st.tuples(st.lists(works, min_size=1, max_size=4), dues()), min_size=2, max_size=4)


def write(root: Path, plans: list[tuple[list[Work], list[Due]]]) -> None:
    shutil.rmtree(root / "plan", ignore_errors=True)
    (root / "plan").mkdir()
    register = "".join(f"  - id: {a}\n    name: Phòng {a.upper()}\n    kind: phong-ban\n" for a in AGENCIES)
    groups = "".join(
        f"  - id: {g}\n    name: Nhóm {g.upper()}\n    members: [{', '.join(members)}]\n"
        + (f"    open: true\n    possible: [{', '.join(possible)}]\n" if possible else "")
        for g, (members, possible) in GROUPS.items()
    )
    text = f"schema: 1\nagencies:\n{register}groups:\n{groups}"
    (root / "plan" / "agencies.yaml").write_text(text, encoding="utf-8")
    for p, (made, deadlines) in enumerate(plans):
        folder = root / "plan" / f"{p}-kh"
        folder.mkdir()
        (folder / "plan.yaml").write_text(plan_text(p, made, deadlines), encoding="utf-8")
        for due in deadlines:
            for agency, day in due.received.items():
                file = folder / "reports" / due.period / f"{agency}.yaml"
                file.parent.mkdir(parents=True, exist_ok=True)
                head = f"schema: 1\nagency: {agency}\nperiod: {due.period}\n"
                file.write_text(f"{head}received: {day}\n", encoding="utf-8")


def plan_text(p: int, made: list[Work], deadlines: list[Due]) -> str:
    text = f"schema: 1\nversion: 1\ndocument:\n  number: {p}/KH\n  issued: 2025-01-06\n  year: 2025\n"
    text += "  issuer: X\n  title: K\n"
    for section, is_organisation in (("tasks", False), ("organisation", True)):
        listed = [(n, w) for n, w in enumerate(made) if w.organisation == is_organisation]
        text += f"{section}:{'' if listed else ' []'}\n"
        for n, work in listed:
            text += f"  - ref: {'IV' if is_organisation else 'II'}.{n}\n    text: Việc\n"
            text += f"    lead: [{', '.join(work.lead)}]\n"
            text += f"    coordinating: [{', '.join(work.coordinating)}]\n    timing: {work.timing}\n"
    text += "deadlines:" + ("\n" if deadlines else " []\n")
    for due in deadlines:
        text += f"  - period: {due.period}\n    before: {due.before}\n"
        text += f"    reporters: [{', '.join(due.reporters)}]\n"
    return text


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(plans_made, st.sampled_from(AGENCIES))
def test_answers_are_those_of_a_simple_model(
    tmp_path: Path, plans: list[tuple[list[Work], list[Due]]], agency: str
) -> None:
    write(tmp_path, plans)

    def ask(*words: str) -> Any:  # noqa: ANN401
        return kehoach(*words, "-f", "json", "--as-of", AS_OF.isoformat(), cwd=tmp_path).data

    duties = duties_of(plans, agency)
    owed = [(p, due) for p, (_, deadlines) in enumerate(plans) for due in deadlines]
    mine = [(p, due, slots_of(due)[agency]) for p, due in owed if agency in slots_of(due)]
    found = ask("tasks", "-a", agency)
    assert {(r["plan"], r["ref"], r["role"], r["certain"]) for r in found["tasks"]} == {
        (f"{p}-kh", ref, role, certain) for _, p, _, ref, role, certain in duties
    }
    assert len(found["tasks"]) == len(duties)
    if len({d[1] for d in duties} | {m[0] for m in mine}) > 1:
        shown = [(r["plan"], r["ref"], r["role"]) for r in found["tasks"]]
        assert shown == [(f"{p}-kh", ref, role) for _, p, _, ref, role, _ in sorted(duties, key=first_three)]
    assert sorted((d["plan"], d["period"], d["state"]) for d in found["deadlines"]) == sorted(
        (f"{p}-kh", due.period, state) for p, due, state in mine
    )

    status = ask("status")["deadlines"]
    expected = {(f"{p}-kh", due.period): slots_of(due) for p, due in owed}
    assert {
        (s["plan"], s["period"]): {x["agency"]["id"]: x["state"] for x in s["slots"]} for s in status
    } == (expected)
    for one in status:
        states = [*expected[one["plan"], one["period"]].values()]
        assert one["counts"]["received"] == states.count("on_time") + states.count("late")
        assert one["counts"]["overdue"] == states.count("overdue")
    if len({p for p, _ in owed}) > 1:
        order = [(is_settled(expected[s["plan"], s["period"]]), s["last_day"], s["plan"]) for s in status]
        assert order == sorted(order)

    load = ask("agencies", agency)["load"]
    states = [state for _, _, state in mine]
    certain = [d for d in duties if d[5]]
    assert load["total"] == {
        "lead": sum(d[4] == "lead" and d[3].startswith("II") for d in certain),
        "coordinating": sum(d[4] == "coordinating" and d[3].startswith("II") for d in certain),
        "organisation": sum(d[3].startswith("IV") for d in certain),
        "possible": len(duties) - len(certain),
        "reports": len(states),
        "owed": len([s for s in states if s not in ("on_time", "late")]),
        "overdue": states.count("overdue"),
        "due_soon": states.count("due_soon"),
    }
    for key, total in load["total"].items():
        assert sum(plan[key] for plan in load["plans"]) == total
    assert {plan["plan"] for plan in load["plans"]} == {f"{d[1]}-kh" for d in duties} | {
        f"{p}-kh" for p, _, _ in mine
    }


def first_three(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Rank, plan and place; lead before coordinating in one clause."""
    return (*row[:3], row[4] != "lead")


def is_settled(states: dict[str, str]) -> bool:
    return all(state in ("on_time", "late") for state in states.values())


def test_next_is_the_first_last_day_not_passed(office: Office) -> None:
    load = office.run("agencies", "ttyt", "-f", "json").data["load"]
    assert [(p["plan"], p["reports"], p["owed"], p["overdue"], p["next"]) for p in load["plans"]] == [
        ("12-kh-ubnd-2025", 1, 1, 0, {"period": "6thang", "last_day": "2025-06-05"}),
        ("61-kh-ubnd-2025", 2, 1, 0, {"period": "nam", "last_day": "2025-11-14"}),
    ]
    later = office.run("agencies", "ttyt", "-f", "json", as_of="2025-06-10").data["load"]
    assert [(p["plan"], p["overdue"], p["next"]) for p in later["plans"]] == [
        ("12-kh-ubnd-2025", 1, None),
        ("61-kh-ubnd-2025", 0, {"period": "nam", "last_day": "2025-11-14"}),
    ]
