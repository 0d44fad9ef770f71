"""What `receive` does once the workspace is open: judge the call, write the file, say what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.opening import Opened, load_workspace, pick_agency, pick_deadline
from kehoach_cli.model.days import print_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder

UNTOUCHED = " Không có tệp nào bị thay đổi."


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


def log_arrival(opened: Opened, arrival: Arrival) -> str:
    """Write the report's file and return what to tell the person; a wrong call changes nothing."""
    _judge_days(arrival, opened.as_of)
    folder, deadline = pick_deadline(opened.workspace, arrival.period)
    agency = pick_agency(opened.workspace, arrival.agency)
    partners = [pick_agency(opened.workspace, name) for name in arrival.covers]
    for who in (agency, *partners):
        _judge_agency(opened, deadline, who, is_sender=who is agency)
    if agency in partners or len({p.id for p in partners}) < len(partners):
        raise typer.BadParameter(f"--covers chỉ ghi các cơ quan khác, mỗi cơ quan một lần.{UNTOUCHED}")
    path = _write(opened, folder, agency, arrival, partners)
    return _told(opened, folder, deadline, agency, path, arrival)


def _judge_days(arrival: Arrival, as_of: date) -> None:
    if arrival.received > as_of:
        raise typer.BadParameter(
            f"ngày đến {print_day(arrival.received)} ở sau ngày đang xét {print_day(as_of)}; "
            f"kiểm tra ngày đến, hoặc thêm --as-of.{UNTOUCHED}"
        )
    if arrival.dated and arrival.dated > arrival.received:
        raise typer.BadParameter(
            f"ngày văn bản {print_day(arrival.dated)} ở sau ngày đến {print_day(arrival.received)}.{UNTOUCHED}"
        )
    if (arrival.returned is None) != (not (arrival.reason or "").strip()):
        raise typer.BadParameter(f"--returned và --reason phải đi cùng nhau.{UNTOUCHED}")
    if arrival.returned and arrival.returned < arrival.received:
        raise typer.BadParameter(
            f"ngày trả lại {print_day(arrival.returned)} ở trước ngày đến {print_day(arrival.received)}.{UNTOUCHED}"
        )


def _judge_agency(opened: Opened, deadline: Deadline, agency: Agency, *, is_sender: bool) -> None:
    from kehoach_cli.model.slots import reporters_of

    reporters = {a.id for a, _ in reporters_of(deadline, opened.workspace.register)}
    if agency.id in reporters or (is_sender and _consolidates(opened, agency)):
        return
    raise typer.BadParameter(
        f"{agency.name} không phải báo cáo kỳ này ({deadline.period}); "
        f"kiểm tra tên cơ quan hoặc danh sách reporters.{UNTOUCHED}"
    )


def _consolidates(opened: Opened, agency: Agency) -> bool:
    office = opened.workspace.office
    find = opened.workspace.register.find_agency
    return office is not None and any(find(i.consolidator) is agency for i in office.office)


def _write(
    opened: Opened, folder: PlanFolder, agency: Agency, arrival: Arrival, partners: list[Agency]
) -> str:
    """The new file's path in the workspace."""
    from kehoach_cli.model.slots import report_of
    from kehoach_cli.store.layout import report_path
    from kehoach_cli.store.reading import reason_of
    from kehoach_cli.store.report_text import report_text
    from kehoach_cli.store.writing import write_atomic

    known = report_of(folder, arrival.period, opened.workspace.register, agency)
    file = report_path(folder.id, arrival.period, agency.id)
    if known is not None:
        _refuse_second(known.file, agency, arrival, known.report.received)
    text = report_text(
        dict(_facts(arrival, agency, partners)), _duties(opened, folder, agency), agency.name, arrival.period
    )
    path = opened.root / file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, text)
    except FileExistsError:
        _refuse_second(file, agency, arrival, None)
    except OSError as error:
        raise typer.BadParameter(f"không ghi được “{path}”: {reason_of(error)}.{UNTOUCHED}") from None
    return file


def _refuse_second(file: str, agency: Agency, arrival: Arrival, received: date | None) -> None:
    came = f" (nhận ngày {print_day(received)})" if received else ""
    how = f"sửa tệp {file}"
    if arrival.returned:
        how += f", thêm các dòng “returned:”, “  date: {arrival.returned}”, “  reason: …”"
    raise typer.BadParameter(
        f"đã có báo cáo kỳ {arrival.period} của {agency.name}{came}; kehoach không ghi đè. "
        f"Muốn thay đổi thì {how}.{UNTOUCHED}"
    )


def _facts(
    arrival: Arrival, agency: Agency, partners: list[Agency]
) -> Iterator[tuple[str, str | list[str] | dict[str, str]]]:
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
        text = " ".join(str(value).split()) if value is not None else ""
        if text:
            yield key, text
    if arrival.draft:
        yield "draft", "true"
    yield "covers", [p.name for p in partners]
    if arrival.returned:
        yield "returned", {"date": str(arrival.returned), "reason": " ".join((arrival.reason or "").split())}


def _duties(opened: Opened, folder: PlanFolder, agency: Agency) -> list[tuple[str, str, str]]:
    """The agency's certain duties: ref, role, short name."""
    from kehoach_cli.queries.duties import tasks_view
    from kehoach_cli.render.sentences import role_words

    only = opened.workspace._replace(plans=(folder,))
    view = tasks_view(only, opened.as_of, agency)
    return [
        (d.task.ref, role_words(d).lower(), " ".join((d.task.short or d.task.text).split())[:80])
        for d in view.duties
        if d.certain
    ]


def _told(
    opened: Opened, folder: PlanFolder, deadline: Deadline, agency: Agency, file: str, arrival: Arrival
) -> str:
    """What was logged, what it means for the slot and the sum, and a line to send back."""
    from kehoach_cli.queries.status import status_of
    from kehoach_cli.render.sentences import acknowledgement, state_words, sum_line

    workspace = load_workspace(opened.root, opened.as_of).workspace
    again = next(p for p in workspace.plans if p.id == folder.id)
    status = status_of(again, deadline, workspace.register, opened.as_of)
    slot = next((s for s in status.slots if s.agency.id == agency.id), None)
    state = f" {state_words(slot, deadline)}." if slot else " Cơ quan tổng hợp, không tính trong bảng."
    return (
        f"Đã ghi nhận báo cáo của {agency.name}, đến ngày {print_day(arrival.received)}.{state}\n"
        f"{sum_line(status)}\n"
        f"Tệp: {file} (chưa nhập nội dung; mở tệp, bỏ dấu # và điền khi có thời gian).\n"
        f"Gửi lại đơn vị: {acknowledgement(agency.name, arrival.number, arrival.dated, arrival.received, arrival.draft)}\n"
    )
