"""Plan 61 across 1 July 2025: the district's bodies end, nine communes become three."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from program import PLAN, Office, kehoach

if TYPE_CHECKING:
    from pathlib import Path

NINE = ["Mùa", "Dung", "Liên", "Bua", "Tân", "Màu", "Tinh", "Long", "Lập"]
THREE = {
    "UBND xã Sơn Tây": "UBND các xã: Sơn Dung, Sơn Tân, Sơn Long",
    "UBND xã Sơn Tây Thượng": "UBND các xã: Sơn Mùa, Sơn Liên, Sơn Bua",
    "UBND xã Sơn Tây Hạ": "UBND các xã: Sơn Màu, Sơn Tinh, Sơn Lập",
}
RESOLUTION = "Nghị quyết số 1677/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội"


@pytest.fixture(name="office")
def _office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture(name="alive")
def _alive(tmp_path: Path) -> Office:
    """The same with an issuer that is still there in November, so that documents can be made."""
    office = Office(tmp_path)
    office.edit("plan/office.yaml", "    until: 2025-06-30", "    until: 2026-06-30")
    return office


def status(office: Office, as_of: str, period: str = "nam") -> dict[str, Any]:
    outcome = office.run("status", "-p", period, "--format", "json", as_of=as_of)
    (found,) = outcome.data["deadlines"]
    return dict(found)


def communes(found: dict[str, Any]) -> list[str]:
    return [s["agency"]["name"] for s in found["slots"] if s["agency"]["name"].startswith("UBND")]


@pytest.mark.parametrize("as_of", ["2025-06-30", "2025-05-20"])
def test_before_the_day_everything_is_as_it_was(office: Office, as_of: str) -> None:
    found = status(office, as_of)
    assert communes(found) == [f"UBND xã Sơn {name}" for name in NINE]
    assert found["counts"]["expected"] == 31
    assert "ended" not in found["counts"]
    assert "vacancy" not in found


@pytest.mark.parametrize("as_of", ["2025-07-01", "2025-11-01", "2026-11-23"])
def test_from_the_day_on_three_report_for_nine(office: Office, as_of: str) -> None:
    found = status(office, as_of)
    assert communes(found) == [*THREE]
    states = {s["agency"]["id"]: s["state"] for s in found["slots"]}
    ended = [id_ for id_, state in states.items() if state == "ended"]
    assert ended == [
        "phong-giao-duc-va-dao-tao",
        "phong-van-hoa-khoa-hoc-va-thong-tin",
        "phong-dan-toc-va-ton-giao",
        "phong-tu-phap",
        "phong-noi-vu",
        "phong-tai-chinh-ke-hoach",
    ]
    assert states["trung-tam-y-te"] == states["mat-tran"] != "ended"  # no document says they ended
    counts = found["counts"]
    assert (counts["expected"], counts["received"] + counts["missing"], counts["ended"]) == (19, 19, 6)
    assert counts["overdue"] == (13 if as_of > "2025-11-14" else 0)


@pytest.mark.parametrize("as_of", ["2025-07-01", "2025-11-01", "2026-11-23"])
def test_what_was_due_in_may_keeps_the_old_names(office: Office, as_of: str) -> None:
    found = status(office, as_of, "6thang")
    assert communes(found) == [f"UBND xã Sơn {name}" for name in NINE]
    assert (found["counts"]["expected"], found["counts"]["overdue"]) == (31, 31)


def test_status_says_what_must_be_decided(office: Office) -> None:
    out = office.run("status", "-p", "nam", as_of="2025-11-01").out
    assert (
        "Cơ quan nhận và tổng hợp báo cáo (UBND huyện Sơn Tây, Văn phòng HĐND & UBND huyện) đã kết thúc hoạt động "
        "từ ngày 01/7/2025. Cần quyết định: (1) cơ quan nhận báo cáo; (2) cơ quan tổng hợp; (3) người ký; kèm "
        "văn bản làm căn cứ.\n"
    ) in out
    assert "; chưa xác định cơ quan kế thừa: 6 báo cáo." in out
    for name, olds in THREE.items():
        assert f"  {name} (tiếp nhận nhiệm vụ của {olds})  " in out
    for old in NINE:
        assert f"UBND xã Sơn {old} " not in out


def test_duties_pass_on(office: Office) -> None:
    before = office.run("tasks", "-a", "UBND xã Sơn Mùa", "--format", "json", as_of="2025-06-30")
    after = office.run("tasks", "-a", "UBND xã Sơn Tây Thượng", "--format", "json", as_of="2025-08-01")
    assert before.data["tasks"] == after.data["tasks"]
    assert [d["period"] for d in after.data["deadlines"]] == ["nam"]
    life = after.data["life"]
    assert (life["state"], [p["name"] for p in life["predecessors"]]) == (
        "alive",
        ["UBND xã Sơn Mùa", "UBND xã Sơn Liên", "UBND xã Sơn Bua"],
    )


def test_an_ended_body_says_so_instead_of_an_empty_table(office: Office) -> None:
    lines = office.run("tasks", "-a", "UBND xã Sơn Mùa", as_of="2025-08-01").out.splitlines()
    assert lines[3:5] == [
        f"UBND xã Sơn Mùa đã kết thúc hoạt động từ ngày 01/7/2025 ({RESOLUTION}).",
        "Cơ quan kế thừa nhiệm vụ: UBND xã Sơn Tây Thượng.",
    ]
    assert not any(line.startswith("Mục") for line in lines)
    lines = office.run("tasks", "-a", "ubnd-xa-son-tay", as_of="2025-05-10").out.splitlines()
    assert lines[3] == (
        f"UBND xã Sơn Tây hoạt động từ ngày 01/7/2025 ({RESOLUTION}); ngày đang xét ở trước ngày đó."
    )


def test_receive_names_the_successor(office: Office) -> None:
    arrived = ["--received", "2025-08-01"]
    outcome = office.run("receive", "-p", "nam", "-a", "UBND xã Sơn Mùa", *arrived, as_of="2025-08-02")
    assert outcome.code == 2
    assert (
        f"UBND xã Sơn Mùa đã kết thúc hoạt động từ ngày 01/7/2025 ({RESOLUTION}); báo cáo kỳ nam do cơ quan kế "
        "thừa gửi: ghi --agency “UBND xã Sơn Tây Thượng”. Không có tệp nào bị thay đổi."
    ) in " ".join(outcome.err.split())
    late = office.run("receive", "-p", "6thang", "-a", "UBND xã Sơn Mùa", *arrived, as_of="2025-08-02")
    assert (late.code, "Đã gửi, trễ 79 ngày" in late.out) == (0, True)


def test_letters_go_to_the_living(alive: Office) -> None:
    for period, day, limit in (("nam", "2025-11-20", "2025-11-28"), ("6thang", "2025-08-20", "2025-08-28")):
        outcome = alive.run("remind", "-p", period, "--before", limit, as_of=day)
        assert outcome.code == 0
        told = outcome.out + outcome.err
        assert "gửi 13 cơ quan" in told
        assert "Bỏ qua 6 cơ quan: 6 đã kết thúc hoạt động, chưa xác định cơ quan kế thừa." in told


FIGURE = "figures:\n  - indicator: tre-em-duoi-16\n    value: {}\n"


def test_figures_of_old_communes_add_up_to_the_new(alive: Office) -> None:
    """Two of three old communes reported before the merger, and one whose successor has told it anew."""
    alive.report("ubnd-xa-son-dung", "2025-06-25", FIGURE.format(50), period="nam")
    alive.report("ubnd-xa-son-tan", "2025-06-25", FIGURE.format(60), period="nam")
    alive.report("ubnd-xa-son-mua", "2025-06-20", FIGURE.format(100), period="nam")
    alive.report("ubnd-xa-son-tay-thuong", "2025-11-10", FIGURE.format(350), period="nam")
    out = alive.run("report", "-p", "nam", "--working", as_of="2025-11-12").out
    assert "| Chỉ tiêu | ĐVT | Toàn huyện | Sơn Tây | Sơn Tây Thượng | Sơn Tây Hạ |" in out
    assert "| Trẻ em (dưới 16 tuổi) | trẻ em | 460 (\\*) | 110 (\\*) | 350 | … |" in out
    assert "tổng chưa gồm: UBND các xã: Sơn Long, Sơn Tây Hạ." in out
    assert "| 100 | … | Không cộng (đã có trong số của cơ quan kế thừa) |" in out
    found = status(alive, "2025-11-12")
    received = {s["agency"]["name"]: s["state"] for s in found["slots"] if s["received"]}
    assert received == {"UBND xã Sơn Tây Thượng": "on_time"}


def test_all_predecessors_reported_in_time(office: Office) -> None:
    for name in ("dung", "tan", "long"):
        office.report(f"ubnd-xa-son-{name}", "2025-06-20", period="nam")
    (slot,) = [s for s in status(office, "2025-11-20")["slots"] if s["agency"]["name"] == "UBND xã Sơn Tây"]
    assert (slot["state"], slot["received"]) == ("on_time", "2025-06-20")


def test_check_is_silent_of_the_lives(office: Office) -> None:
    outcome = office.run("check", "--format", "json", as_of="2025-11-01")
    assert [p["code"] for p in outcome.data["problems"] if p["file"].endswith("agencies.yaml")] == []
    assert PLAN in {p["file"] for p in outcome.data["problems"]}


def test_no_command_needs_more_than_the_names(office: Office) -> None:
    found = kehoach("agencies", "Sơn Tây Thượng", "--as-of", "2025-11-01", cwd=office.root)
    assert (found.code, "ứng với 2 cơ quan" in found.err) == (2, True)
