"""What the document of an `issued` call is: read from a file of ours, or from the options."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.opening import pick_agency, pick_deadline
from kehoach_cli.cli.values import quoted
from kehoach_cli.model.days import DayError, parse_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.cli.recording import Said
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder

STAGES = {"1": "yêu cầu báo cáo", "2": "đôn đốc lần 1", "3": "đôn đốc lần 2"}
"""The stages of a letter as a sentence names them."""

_HINT = "ghi --period cùng với --report (báo cáo tổng hợp) hoặc --stage và --agency (công văn), không ghi tệp"


class Facts(NamedTuple):
    """A document that went out, without its number and day."""

    document: str  # cong-van · bao-cao
    folder: PlanFolder
    period: str
    stage: str | None
    before: date | None
    agencies: tuple[Agency, ...]  # in register order


def refused(why: str) -> typer.BadParameter:
    """A wrong call before anything was written."""
    return typer.BadParameter(f"{why}. Không có tệp nào bị thay đổi.")


def facts_of_file(opened: Opened, said: Said) -> Facts:
    """From the unseen part of a Word file; --agency and --before may say what a person changed in it."""
    from kehoach_cli.render.word.stamp import facts_of

    assert said.file is not None
    shown = quoted(said.file.name)
    told = facts_of(said.file)
    if told is None:
        raise refused(f"tệp {shown} không do kehoach tạo; {_HINT}")
    if not _is_whole(told):
        raise refused(f"tệp {shown} không phải công văn hay dự thảo báo cáo tổng hợp; {_HINT}")
    if said.period or said.report or said.stage:
        raise refused(f"tệp {shown} đã cho biết loại văn bản và kỳ; bỏ --period, --report, --stage")
    folder = next((p for p in opened.workspace.plans if p.id == told.get("plan")), None)
    if folder is None:
        raise refused(
            f"tệp {shown} thuộc kế hoạch {quoted(told.get('plan', ''))}, không có ở đây hoặc khác --plan"
        )
    if told["document"] == "bao-cao":
        _judge_options_of_letters(said)
        return Facts("bao-cao", folder, told["period"], None, None, ())
    before = parse_day(told["before"]) if told.get("before") else None
    agencies = _named(opened, said.agencies) or _by_id(opened, told.get("agencies", ""), shown)
    return Facts("cong-van", folder, told["period"], told["stage"], said.before or before, agencies)


def _is_whole(told: Mapping[str, str]) -> bool:
    """False for our other documents, and for one whose unseen part was changed by hand."""
    try:
        parse_day(told.get("before") or "2025-01-01")
    except DayError:
        return False
    is_letter = told.get("document") == "cong-van" and told.get("stage") in STAGES
    return (is_letter or told.get("document") == "bao-cao") and "period" in told


def _by_id(opened: Opened, ids: str, shown: str) -> tuple[Agency, ...]:
    """The agencies of a letter; one that the register no longer has must be settled by a person."""
    known = opened.workspace.register.agencies
    lost = [id_ for id_ in ids.split() if id_ not in known]
    if lost:
        raise refused(
            f"tệp {shown} gửi cơ quan có mã {', '.join(map(quoted, lost))}, không còn trong agencies.yaml; "
            "ghi các cơ quan nhận bằng --agency"
        )
    if not ids.split():
        raise refused(f"tệp {shown} không ghi cơ quan nhận; ghi các cơ quan nhận bằng --agency")
    return tuple(known[id_] for id_ in ids.split())


def facts_said(opened: Opened, said: Said) -> Facts:
    """From --period with --report or --stage."""
    if said.period is None:
        raise refused("ghi tệp Word do kehoach tạo, hoặc --period cùng với --report hay --stage")
    if said.report == (said.stage is not None):
        raise refused("ghi một trong hai: --report (báo cáo tổng hợp) hoặc --stage (công văn)")
    folder, deadline = pick_deadline(opened.workspace, said.period)
    if said.stage is None:
        _judge_options_of_letters(said)
        return Facts("bao-cao", folder, said.period, None, None, ())
    agencies = _named(opened, said.agencies)
    owing = _owing(opened, deadline)
    for agency in agencies:
        if agency.id not in owing:
            raise refused(
                f"{agency.name} không phải báo cáo kỳ này ({deadline.period}); "
                "kiểm tra tên cơ quan hoặc danh sách reporters"
            )
    if not agencies and said.stage != "1":
        raise refused("công văn đôn đốc phải ghi cơ quan nhận bằng --agency (mỗi cơ quan một lần)")
    if not (agencies or owing):
        raise refused(f"kỳ {deadline.period} chưa có cơ quan nào phải báo cáo")
    return Facts("cong-van", folder, said.period, said.stage, said.before, agencies or tuple(owing.values()))


def _named(opened: Opened, names: tuple[str, ...]) -> tuple[Agency, ...]:
    """The agencies meant, each once, in register order."""
    found = {a.id: a for a in (pick_agency(opened.workspace, name) for name in names)}
    return tuple(sorted(found.values(), key=opened.workspace.register.position))


def _owing(opened: Opened, deadline: Deadline) -> dict[str, Agency]:
    """Who must report and is not exempt, in register order."""
    from kehoach_cli.model.owing import owed_by
    from kehoach_cli.model.succession import has_ended

    register, day = opened.workspace.register, opened.as_of
    owed = [o for o in owed_by(deadline, register, day) if not o.exempt]
    found = {a.id: a for o in owed for a in (o.agency, *register.owners(o.agency, day))}
    there = {id_: a for id_, a in found.items() if not has_ended(a, day)}
    return {a.id: a for a in sorted(there.values(), key=register.position)}


def _judge_options_of_letters(said: Said) -> None:
    if said.agencies or said.before:
        raise refused("--agency và --before chỉ dùng cho công văn")
