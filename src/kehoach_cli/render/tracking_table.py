"""The register of reports (sổ theo dõi báo cáo) as a table by khối and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.days import print_day
from kehoach_cli.render.blocks import block_name, in_blocks
from kehoach_cli.render.sentences import as_of_words, cite, marks, period_name, state_words
from kehoach_cli.render.status_table import counts_data, outside_words, predecessors_data, review_data
from kehoach_cli.render.succession_words import with_predecessors
from kehoach_cli.render.table import Forms, Part, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.register import Entry
    from kehoach_cli.queries.status import DeadlineStatus
    from kehoach_cli.queries.tracking import DeadlineRegister, Tracked, TrackingView

COLUMNS = (
    "TT",
    "Cơ quan, đơn vị",
    "Số, ký hiệu",
    "Ngày văn bản",
    "Người ký",
    "Ngày đến",
    "Số đến",
    "Hình thức",
    "Tình trạng",
    "Đôn đốc (số, ngày công văn)",
    "Ghi chú",
)
"""As the office rules its book (office: 8.6)."""
_NARROW = (0, 3, 5, 6)
_TITLE = "SỔ THEO DÕI BÁO CÁO"
_DISCLAIMER = "Bảng này phục vụ theo dõi, không thay sổ đăng ký văn bản đến của văn thư."
_DRAFT = "Bản mềm (chưa có văn bản)"
_SHORT_HASH = 8  # digits of a hash that tell two files apart on paper; JSON has them all


def tracking_forms(view: TrackingView, entry: Entry | None = None, period: str | None = None) -> Forms:
    """`entry` and `period`: what the view was narrowed to; for one that owes nothing the table says so."""

    def tables() -> list[Table]:
        return [_table(found, view) for found in view.deadlines] or [_nothing(view, entry, period)]

    return Forms(tables, lambda: tracking_data(view), lambda: tracking_csv(view), pages=tables)


def _nothing(view: TrackingView, entry: Entry | None, period: str | None) -> Table:
    which = "kỳ nào" if period is None else f"kỳ {period}"
    why = f"{entry.name} không thuộc đối tượng báo cáo {which}." if entry else "Chưa có hạn báo cáo nào."
    return Table((_TITLE,), COLUMNS, (), (why, as_of_words(view.as_of)), name="Sổ theo dõi báo cáo")


def _table(found: DeadlineRegister, view: TrackingView) -> Table:
    """One deadline; its rows by khối in the order of the register, the sum across the last row."""
    status = found.status
    name = period_name(status.deadline, status.document)
    many = len({d.status.plan for d in view.deadlines}) > 1
    parts = [
        Part(
            f"{block.letter}. {block.name}",
            tuple((str(n), *_cells(each, status)) for n, each in enumerate(rows, block.first)),
        )
        for block, rows in in_blocks(found.tracked, _kind)
    ]
    return Table(
        (_TITLE, f"Kỳ {name} ({cite(status.document)})"),
        COLUMNS,
        (*parts, Part(_sum(status), ())) if parts else (),
        (*outside_words(status), as_of_words(status.as_of), _DISCLAIMER),
        narrow=_NARROW,
        name=f"{status.document.number} {name}" if many else name,
    )


def _kind(tracked: Tracked) -> str:
    return tracked.slot.agency.kind


def _sum(status: DeadlineStatus) -> str:
    """«Cộng: phải báo cáo 31; đã gửi 12 (đúng hạn 9, trễ 3); chưa gửi 19»."""
    n = status.counts
    exempt = f"; không phải báo cáo {n.exempt}" if n.exempt else ""
    return (
        f"Cộng: phải báo cáo {n.expected}; đã gửi {n.received} (đúng hạn {n.on_time}, trễ {n.late}); "
        f"chưa gửi {n.missing}{exempt}"
    )


def _cells(tracked: Tracked, status: DeadlineStatus) -> tuple[str, ...]:
    """The cells of COLUMNS after the first."""
    slot = tracked.slot
    report = slot.filed.report if slot.filed else None
    return (
        with_predecessors(slot.agency.name, status.taken_over.get(slot.agency.id, ())),
        report.number or "" if report else "",
        print_day(report.dated) if report and report.dated else "",
        report.signer or "" if report else "",
        print_day(report.received) if report else "",
        report.arrival_number or "" if report else "",
        _channel(tracked),
        state_words(slot, status.deadline),
        "; ".join(f"{letter.number}, {print_day(letter.dated)}" for letter in tracked.letters),
        "; ".join(_notes(tracked, status)),
    )


def _channel(tracked: Tracked) -> str:
    """How the report came (office: 8.6): in another's report, as a bản mềm, by which way."""
    report = tracked.slot.filed.report if tracked.slot.filed else None
    if report is None:
        return ""
    joint = f"Lồng ghép trong báo cáo của {tracked.sender}" if tracked.sender else ""
    return "; ".join(filter(None, [joint, _DRAFT if report.draft else "", report.channel]))


def _notes(tracked: Tracked, status: DeadlineStatus) -> Iterator[str]:
    """The marks beside a state, when it was looked at again, the form it was read from, whom to ring."""
    slot = tracked.slot
    yield from marks(slot, status.partners.get(slot.agency.id, ()), status.review_of(slot))
    for step in slot.filed.report.reviewed if slot.filed else ():
        if step.date <= status.as_of:
            by, note = f" ({step.by})" if step.by else "", f": {step.note}" if step.note else ""
            yield f"Đã rà soát lại ngày {print_day(step.date)}{by}{note}"
    if slot.filed and (origin := slot.filed.report.origin):
        yield f"Nhập từ biểu mẫu {origin.file} (mã băm {origin.hash[:_SHORT_HASH]})"
    if slot.state == "overdue" and slot.agency.contact:
        yield f"Liên hệ: {slot.agency.contact}"


def tracking_csv(view: TrackingView) -> Table:
    """All deadlines in one table without headings and sums, with the columns a spreadsheet filters by."""
    columns = ("Kế hoạch", "Kỳ báo cáo", "Khối", "Liên hệ", *COLUMNS[1:])
    rows = tuple(
        (
            found.status.document.number,
            period_name(found.status.deadline, found.status.document),
            block.name,
            each.slot.agency.contact or "",
            *_cells(each, found.status),
        )
        for found in view.deadlines
        for block, tracked in in_blocks(found.tracked, _kind)
        for each in tracked
    )
    return Table((), columns, (Part("", rows),), ())


def tracking_data(view: TrackingView) -> dict[str, Any]:
    """The answer `kehoach/register-of-reports/1`."""
    return {
        "schema": "kehoach/register-of-reports/1",
        "as_of": view.as_of.isoformat(),
        "deadlines": [
            {
                "plan": found.status.plan,
                "period": found.status.deadline.period,
                "label": period_name(found.status.deadline, found.status.document),
                "last_day": found.status.deadline.last_day.isoformat(),
                "counts": counts_data(found.status),
                "rows": [
                    _row_data(each, found.status) | review_data(each.slot, found.status)
                    for each in found.tracked
                ],
            }
            for found in view.deadlines
        ],
    }


def _row_data(tracked: Tracked, status: DeadlineStatus) -> dict[str, Any]:
    slot = tracked.slot
    report = slot.filed.report if slot.filed else None
    return {
        "agency": {"id": slot.agency.id, "name": slot.agency.name},
        **predecessors_data(slot),
        "block": block_name(slot.agency.kind),
        "number": report.number if report else None,
        "dated": report.dated.isoformat() if report and report.dated else None,
        "signer": report.signer if report else None,
        "received": report.received.isoformat() if report else None,
        "arrival_number": report.arrival_number if report else None,
        "channel": report.channel if report else None,
        "draft": report.draft if report else None,
        "joint_with": list(status.partners.get(slot.agency.id, ())),
        "state": slot.state,
        "days": slot.days,
        "last_day": slot.last_day.isoformat(),
        "letters": [
            {"number": letter.number, "dated": letter.dated.isoformat(), "stage": int(letter.stage)}
            for letter in tracked.letters
        ],
        "contact": slot.agency.contact,
        "origin": {"file": report.origin.file, "hash": report.origin.hash}
        if report and report.origin
        else None,
    }
