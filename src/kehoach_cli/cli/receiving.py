"""What `receive` does once the workspace is open: judge the call, write the file, say what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.acknowledging import shown_file, standing_of
from kehoach_cli.cli.demonstrating import message
from kehoach_cli.cli.opening import Opened, pick_agency, pick_deadline, read_again
from kehoach_cli.cli.privacy import reason_for, refuse_personal_data
from kehoach_cli.cli.values import quoted
from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import squeeze
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.store.report_text import Stub

    Fact = str | list[str] | dict[str, str]

_BRIEF = 80  # characters of a duty's name in a comment


class Arrival(NamedTuple):
    """What the person says about the report that came."""

    period: str
    agency: str
    received: date
    number: str | None
    dated: date | None
    arrival_number: str | None
    signer: str | None
    channel: str | None
    draft: bool
    covers: tuple[str, ...]
    returned: date | None
    reason: str | None
    allowed: str | None  # why personal data may stay in the file


def log_arrival(opened: Opened, arrival: Arrival) -> str:
    """Write the report's file and return what to tell the person; a wrong call changes nothing."""
    _judge_days(arrival, opened.as_of)
    _judge_words(arrival, opened.as_of)
    folder, deadline = pick_deadline(opened.workspace, arrival.period)
    agency = pick_agency(opened.workspace, arrival.agency)
    partners = [pick_agency(opened.workspace, name) for name in arrival.covers]
    for who in (agency, *partners):
        _judge_agency(opened, deadline, who, arrival.received, is_sender=who is agency)
    if agency in partners or len({p.id for p in partners}) < len(partners):
        raise _refused("--covers chỉ ghi các cơ quan khác, mỗi cơ quan một lần")
    file = _write(opened, folder, deadline, agency, dict(_facts(arrival, agency, partners, opened.as_of)))
    return _told(opened, folder, deadline, agency, file)


def _refused(why: str) -> typer.BadParameter:
    return typer.BadParameter(f"{why}. Không có tệp nào bị thay đổi.")


def _judge_days(arrival: Arrival, as_of: date) -> None:
    """Days that cannot be in that order are slips of the hand."""
    received, dated, returned = arrival.received, arrival.dated, arrival.returned
    came = f"ngày đến {print_day(received)}"
    if received > as_of:
        raise _refused(f"{came} ở sau ngày đang xét {print_day(as_of)}; kiểm tra ngày đến, hoặc thêm --as-of")
    if dated and dated > received:
        raise _refused(f"ngày văn bản {print_day(dated)} ở sau {came}; kiểm tra lại hai ngày")
    if (returned is None) != (not one_line(arrival.reason or "")):
        raise _refused("--returned và --reason phải đi cùng nhau")
    if returned and returned < received:
        raise _refused(f"ngày trả lại {print_day(returned)} ở trước {came}; kiểm tra lại hai ngày")
    if returned and returned > as_of:
        raise _refused(f"ngày trả lại {print_day(returned)} ở sau ngày đang xét {print_day(as_of)}")


def _judge_words(arrival: Arrival, as_of: date) -> None:
    """No child's name, no citizen's number goes into a file without a recorded reason."""
    typed = {
        "--number": arrival.number,
        "--arrival-number": arrival.arrival_number,
        "--signer": arrival.signer,
        "--channel": arrival.channel,
        "--reason": arrival.reason,
    }
    refuse_personal_data(typed, reason_for(arrival.allowed, as_of))


def _judge_agency(
    opened: Opened, deadline: Deadline, agency: Agency, received: date, *, is_sender: bool
) -> None:
    from kehoach_cli.cli.senders import objection

    why = objection(opened, deadline, agency, received, is_sender=is_sender)
    if why is not None:
        raise _refused(why)


def _write(
    opened: Opened, folder: PlanFolder, deadline: Deadline, agency: Agency, facts: dict[str, Fact]
) -> str:
    """The new file's path in the workspace."""
    from kehoach_cli.model.slots import report_of
    from kehoach_cli.render.sentences import period_name
    from kehoach_cli.store.layout import report_path
    from kehoach_cli.store.report_text import report_text
    from kehoach_cli.store.writing import refusal_of, write_atomic

    known = report_of(folder, deadline.period, opened.workspace.register, agency)
    if known is not None:
        raise _second(known.file, opened, deadline, agency, known.report.received)
    file = report_path(folder.id, deadline.period, agency.id)
    period = period_name(deadline, folder.plan.document)
    stubs = _stubs(opened, folder, deadline, agency)
    text = report_text(facts, stubs, one_line(agency.name), one_line(period))
    path = opened.root / file
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        write_atomic(path, text)
    except OSError as error:
        if isinstance(error, FileExistsError) and path.parent.is_dir():
            raise _second(file, opened, deadline, agency, None) from None
        raise _refused(f"không ghi được {quoted(shown_file(opened, file))}: {refusal_of(error)}") from None
    return file


def _second(
    file: str, opened: Opened, deadline: Deadline, agency: Agency, received: date | None
) -> typer.BadParameter:
    came = f" (nhận ngày {print_day(received)})" if received else ""
    return _refused(
        f"đã có báo cáo kỳ {deadline.period} của {agency.name}{came}; kehoach không ghi đè. "
        "Muốn thay đổi, kể cả ghi nhận bản gửi lại hay trả lại (returned), "
        f"thì sửa tệp {shown_file(opened, file)}"
    )


def _facts(
    arrival: Arrival, agency: Agency, partners: list[Agency], as_of: date
) -> Iterator[tuple[str, Fact]]:
    """The keys of the file in the order of the record; what was not said is left out."""
    yield "agency", agency.name
    yield "period", arrival.period
    for key, value in (
        ("number", arrival.number),
        ("dated", arrival.dated),
        ("received", arrival.received),
        ("arrival_number", arrival.arrival_number),
        ("signer", arrival.signer),
        ("channel", arrival.channel),
    ):
        text = squeeze(one_line(str(value or "")))
        if text:
            yield key, text
    if arrival.draft:
        yield "draft", "true"
    yield "covers", [p.name for p in partners]
    if arrival.returned:
        reason = squeeze(one_line(arrival.reason or ""))
        yield "returned", {"date": str(arrival.returned), "reason": reason}
    if kept := reason_for(arrival.allowed, as_of):
        yield "personal_data", kept


def _stubs(opened: Opened, folder: PlanFolder, deadline: Deadline, agency: Agency) -> list[Stub]:
    """The agency's certain duties; what may only concern it where it has none.

    Of one that has ended since, those it had by the deadline.
    """
    from kehoach_cli.queries.duties import tasks_view
    from kehoach_cli.render.sentences import role_name
    from kehoach_cli.store.report_text import Stub

    then = min(opened.as_of, deadline.last_day)
    day = then if agency.holds_on(then) else opened.as_of
    view = tasks_view(opened.workspace._replace(plans=(folder,)), day, agency)
    duties = [d for d in view.duties if d.certain] or view.duties
    return [Stub(d.task.ref, role_name(d).lower(), _brief(d.task.short or d.task.text)) for d in duties]


def _brief(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _BRIEF else text[: _BRIEF - 1].rstrip() + "…"


def _told(opened: Opened, folder: PlanFolder, deadline: Deadline, agency: Agency, file: str) -> str:
    """What was logged, what it means for the slot and the sum, and a line to send back."""
    workspace = read_again(opened)
    again = next(p for p in workspace.plans if p.id == folder.id)
    standing = standing_of(again, deadline, workspace.register, agency, opened.as_of)
    lines = [
        f"Đã ghi nhận báo cáo của {agency.name}, đến ngày {print_day(standing.received)}. {standing.state}.",
        standing.sum,
        f"Tệp: {shown_file(opened, file)} (chưa nhập nội dung; mở tệp, bỏ dấu # và điền khi có thời gian).",
    ]
    if again.closing_of(deadline.period):
        lines.append("Kỳ này đã chốt số liệu; báo cáo được ghi “bổ sung sau khi chốt”.")
    if standing.reply:
        lines.append(f"Gửi lại đơn vị: {message(opened, standing.reply)}")
    return "".join(f"{line}\n" for line in lines)
