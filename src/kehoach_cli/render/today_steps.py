"""What to type or open for each thing that waits: commands that can be copied as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.days import print_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from kehoach_cli.queries.working import Work

_MOST_FILES = 3


class Here(NamedTuple):
    """How the person asked, so that the commands answer the same question from the same place."""

    as_of: date | None  # None: today
    directory: str | None  # -C as typed
    shown: Callable[[str], str]  # a file of the workspace, as the person would type it


class Step(NamedTuple):
    """One line under a thing to do."""

    text: str
    intro: str = ""  # words before it
    is_command: bool = True


def steps_of(work: Work, here: Here) -> tuple[Step, ...]:
    """At least one, in the order they are taken."""
    return tuple(_steps(work, here))


def ended_steps(here: Here) -> tuple[Step, ...]:
    """The way out where nobody may sign."""
    office = here.shown("plan/office.yaml")
    return (
        Step(office, "khai tên, căn cứ, người ký trong ", is_command=False),
        Step(f"kehoach check{_place(here)}", "rồi chạy "),
    )


def _steps(work: Work, here: Here) -> Iterator[Step]:
    if work.kind == "undated":
        file = here.shown(f"plan/{work.plan}/plan.yaml")
        yield Step(file, f"ghi “by: NGÀY” trong send_up của kỳ {_period(work)}, tệp ", is_command=False)
        if work.step == "status":
            return
    if work.kind in ("unentered", "draft") and len(work.files) <= _MOST_FILES:
        what = "nhập nội dung vào" if work.kind == "unentered" else "khi đến thì bỏ dòng “draft” trong"
        yield from (Step(here.shown(file), f"{what} ", is_command=False) for file in work.files)
    for command in _commands(work):
        yield Step(f"kehoach {command}{_plan(work)}{_day(here)}{_place(here)}")
    if work.step == "issue":
        number = f"--number …/BC-{work.symbol} --date …"
        yield Step(
            f"kehoach issued -p {_period(work)} --report {number}{_plan(work)}{_place(here)}",
            "sau khi văn thư cấp số: ",
            is_command=False,
        )


def _commands(work: Work) -> Iterator[str]:
    period = f"-p {_period(work)}"
    before = f" --before {print_day(work.proposed)}" if work.proposed else ""
    match work.step:
        case "ask":
            if work.kind == "unasked":
                yield f"form {period} --all -o bieu-mau-{_period(work)}"
            yield f"remind {period}"
        case "urge":
            yield f"remind {period}{before}"
        case "urge_again":
            yield f"remind {period} --stage 3{before}"
        case "report" | "issue":
            yield f"report {period} -o bao-cao-{_period(work)}.docx"
        case "open":
            yield "status --open"
        case "review":
            yield f"status {period}"
            if len(work.agencies) <= _MOST_FILES:
                yield from (f'review {period} -a "{name}"' for name in work.agencies)
        case _:
            yield f"status {period}"


def _period(work: Work) -> str:
    return work.deadline.period if work.deadline else ""


def _plan(work: Work) -> str:
    """Where another plan has the period too, a command must say which is meant."""
    return f" --plan {work.plan}" if work.is_several else ""


def _day(here: Here) -> str:
    return f" --as-of {print_day(here.as_of)}" if here.as_of else ""


def _place(here: Here) -> str:
    if here.directory is None:
        return ""
    plain = all(c.isalnum() or c in "/\\.:_-~" for c in here.directory)
    return f" -C {here.directory}" if plain else f' -C "{here.directory}"'
