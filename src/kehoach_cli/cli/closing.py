"""What `close` and `reopen` do once the workspace is open, and what a report of a closed period adds."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from kehoach_cli.cli.acknowledging import shown_file
from kehoach_cli.cli.issued_facts import refused
from kehoach_cli.cli.opening import pick_deadline
from kehoach_cli.cli.values import quoted
from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import squeeze
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.closing import Closed
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.slots import Counts
    from kehoach_cli.model.workspace import PlanFolder

    Bytes = Mapping[str, bytes]

LOST_COPIES = ("L360", "L361")
"""What is wrong with a closing whose copies are lost or changed: undoing it is the remedy."""
_TAKEN = (errno.EEXIST, errno.ENOTEMPTY)


def close_period(opened: Opened, period: str) -> str:
    """Keep the reports that had come in by the day asked about; missing ones keep nobody waiting."""
    from kehoach_cli.queries.status import status_of
    from kehoach_cli.render.sentences import period_name, sum_line
    from kehoach_cli.store.closing import closing_text, free_closing

    folder, deadline = pick_deadline(opened.workspace, period)
    held = folder.closing_of(period)
    name = period_name(deadline, folder.plan.document)
    if held is not None:
        raise _closed_already(name, print_day(held.closed.date))
    status = status_of(folder, deadline, opened.workspace.register, opened.as_of)
    filed = [f.file for f in folder.reports_of(period) if f.report.received <= opened.as_of]
    reports = _copies(opened, filed)
    urgent = _copies(opened, [r.file for r in folder.raised if r.urgent.received <= opened.as_of])
    closed = _record(opened, folder, deadline, status.counts, (reports, urgent))
    day = print_day(opened.as_of)
    place = free_closing(folder.id, period, opened.as_of, [c.file for c in folder.closings])
    text = closing_text(closed, one_line(f"Kỳ {name}"), day)
    _put(opened, place, text, (reports, urgent), _closed_already(name, day))
    done = f"{status.counts.received}/{status.counts.expected}"
    return (
        f"Đã chốt kỳ {name} lúc tính đến ngày {day}: {done} báo cáo.\n{sum_line(status)}\n"
        "Báo cáo gửi đến sau khi chốt được ghi “bổ sung sau khi chốt”.\n"
        f"Bản sao các báo cáo đã chốt: {shown_file(opened, place)}.\n"
    )


def _closed_already(name: str, day: str) -> Exception:
    return refused(
        f"đã chốt kỳ {name} tính đến ngày {day}; muốn chốt lại thì mở lại kỳ trước bằng kehoach reopen"
    )


def _copies(opened: Opened, files: list[str]) -> Bytes:
    """File name → bytes, in the order of the names."""
    try:
        return {file.rpartition("/")[2]: (opened.root / file).read_bytes() for file in sorted(files)}
    except OSError as error:
        from kehoach_cli.store.reading import reason_of

        shown = shown_file(opened, str(error.filename))
        raise refused(f"không đọc được {quoted(shown)}: {reason_of(error)}") from None


def _record(
    opened: Opened, folder: PlanFolder, deadline: Deadline, counts: Counts, copies: tuple[Bytes, Bytes]
) -> Closed:
    from kehoach_cli.model.closing import Closed
    from kehoach_cli.store.closing import digest

    reports, urgent = (
        [{"file": name, "hash": digest(raw)} for name, raw in files.items()] for files in copies
    )
    known = ("expected", "received", "on_time", "late")
    return Closed.model_validate(
        {
            "schema": "1",
            "period": deadline.period,
            "date": opened.as_of,
            "version": folder.plan.version,
            "counts": {key: getattr(counts, key) for key in known},
            "reports": reports,
            "urgent": urgent,
        }
    )


def _put(opened: Opened, place: str, text: str, copies: tuple[Bytes, Bytes], taken: Exception) -> None:
    from kehoach_cli.store.closing import put_closing
    from kehoach_cli.store.writing import refusal_of

    try:
        put_closing(opened.root, place, text, *copies)
    except OSError as error:
        if error.errno in _TAKEN:  # closed by somebody else in the meantime
            raise taken from None
        shown = quoted(shown_file(opened, place))
        raise refused(f"không ghi được vào {shown}: {refusal_of(error)}") from None


def reopen_period(opened: Opened, period: str, reason: str) -> str:
    """Undo the closing that holds, on record; its copies stay where they are."""
    from kehoach_cli.render.sentences import period_name
    from kehoach_cli.store.closing import put_reopened
    from kehoach_cli.store.writing import refusal_of

    folder, deadline = pick_deadline(opened.workspace, period)
    held = folder.closing_of(period)
    why = squeeze(one_line(reason))
    if held is None:
        name = period_name(deadline, folder.plan.document)
        raise refused(f"kỳ {name} chưa chốt; chốt bằng kehoach close")
    if not why:
        raise refused("chưa ghi lý do mở lại; ghi bằng --reason")
    if opened.as_of < held.closed.date:
        days = f"ngày mở lại {print_day(opened.as_of)} ở trước ngày chốt {print_day(held.closed.date)}"
        raise refused(f"{days}; kiểm tra --as-of")
    shown = shown_file(opened, held.file)
    try:
        put_reopened(opened.root, held.file, opened.as_of, why)
    except OSError as error:
        raise refused(f"không ghi được {quoted(shown)}: {refusal_of(error)}") from None
    return f"Đã mở lại kỳ báo cáo. Lý do: {why.rstrip('.')}.\nLần chốt trước được giữ lại: {shown}.\n"


def as_of_closing(opened: Opened, folder: PlanFolder, period: str) -> Opened:
    """With the closing's day as the day asked about, where the period is closed."""
    closing = folder.closing_of(period)
    return opened._replace(as_of=closing.closed.date) if closing else opened


def later_told(opened: Opened, folder: PlanFolder, period: str) -> str:
    """What a report of a closed period leaves out, a line each; empty where nothing came later.

    `opened` has the person's own day: today, or the one of --as-of.
    """
    closing = folder.closing_of(period)
    if closing is None or opened.as_of < closing.closed.date:
        return ""
    from kehoach_cli.queries.closing import later_than
    from kehoach_cli.render.urgent_words import later_lines

    counts = closing.closed.counts
    day = print_day(closing.closed.date)
    done = f"{counts.received}/{counts.expected}"
    lines = [
        f"Kỳ đã chốt tính đến ngày {day} ({done} báo cáo): dùng đúng các báo cáo đã chốt.",
        *later_lines(later_than(folder, closing, opened.workspace.register, opened.as_of)),
    ]
    return "".join(f"{line}\n" for line in lines)
