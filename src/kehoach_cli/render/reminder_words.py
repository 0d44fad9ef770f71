"""What `remind` says about its letters: the stage and why, to how many, who is left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day, print_short_day, weekday
from kehoach_cli.render.reminder_names import addressed_words
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.queries.chasing import Skipped
    from kehoach_cli.queries.reminders import ReminderView, Rest

STAGES = {"1": "yêu cầu báo cáo", "2": "đôn đốc lần 1", "3": "đôn đốc lần 2"}
_MOST_NAMED = 600  # characters
_WHY = {
    "chosen": "theo --stage.",
    "before": "chưa quá hạn cuối, hết ngày {last}.",
    "first": "hạn cuối hết ngày {last} đã qua, còn cơ quan chưa được đôn đốc.",
    "again": "hạn cuối hết ngày {last} đã qua, các cơ quan {which}chưa gửi đều đã được đôn đốc lần 1.",
}
_SKIPPED = {
    "received": "đã gửi báo cáo",
    "exempt": "không phải báo cáo kỳ này",
    "extended": "đã được gia hạn đến ngày {day}",
    "too_late": "đã quá hạn (đôn đốc bằng --stage 2)",
    "not_past": "chưa quá hạn (đôn đốc từ ngày {from_})",
    "chased": "đã {done} ngày {day}",
    "pending": "đã đôn đốc ngày {day}, chưa hết hạn mới",
    "again": "đã đôn đốc ngày {day} (đôn đốc lần 2 bằng --stage 3)",
    "unchased": "chưa ghi nhận công văn đôn đốc lần 1",
    "ended": "đã kết thúc hoạt động, chưa xác định cơ quan kế thừa",
}


def stage_words(view: ReminderView) -> str:
    """«Giai đoạn 2 (đôn đốc lần 1): …»: which stage it is and why."""
    which = "được chọn còn " if view.is_narrowed else ""
    why = _WHY[view.why].format(last=print_day(view.last_day), which=which)
    return f"Giai đoạn {view.stage} ({STAGES[view.stage]}): {why}"


def sum_words(view: ReminderView, letters: int, *, written: bool) -> str:
    """«Sẽ tạo 1 công văn (giai đoạn 2) gửi 19 cơ quan; chưa ghi tệp nào. Bỏ qua 3 cơ quan: …» (8.8)."""
    done, end = ("Đã", ".") if written else ("Sẽ", "; chưa ghi tệp nào.")
    count = len(view.letter.addressees)
    said = f"{done} tạo {letters} công văn (giai đoạn {view.stage}) gửi {count} cơ quan{end}"
    return f"{said}{skipped_words(view)}"


def nobody_words(view: ReminderView) -> str:
    """Where there is nobody to write to."""
    begin = f"Không có cơ quan nào cần gửi công văn giai đoạn {view.stage} ({STAGES[view.stage]})"
    return f"{begin} tính đến ngày {print_day(view.as_of)}; không ghi tệp nào.{skipped_words(view)}"


def skipped_words(view: ReminderView) -> str:
    """« Bỏ qua 3 cơ quan: 2 đã được gia hạn …, 1 đã đôn đốc ngày 20/5/2025.»; nothing where none is."""
    count = sum(len(s.names) for s in view.skipped)
    reasons = ", ".join(f"{len(s.names)} {_reason(s, view)}" for s in view.skipped)
    return f" Bỏ qua {count} cơ quan: {reasons}." if count else ""


def _reason(skipped: Skipped, view: ReminderView) -> str:
    return _SKIPPED[skipped.case.reason].format(
        day=print_day(skipped.case.day),
        from_=print_day(view.urging_from),
        done="yêu cầu báo cáo" if view.stage == "1" else "đôn đốc",
    )


def remarks(view: ReminderView) -> Iterator[str]:
    """What the person should know before signing: to whom, what differs, a day of rest."""
    yield f"Gửi: {_brief(addressed_words(view.letter.lines))}."
    if view.letter.earlier:
        cited = ", ".join(f"Công văn số {e.number} ngày {print_day(e.dated)}" for e in view.letter.earlier)
        yield f"Viện dẫn: {one_line(cited)}."
    if view.letter.returned:
        names = one_line(addressed_words(view.letter.returned))
        yield f"Phải gửi lại báo cáo đã trả lại để bổ sung: {names}."
    if view.rest:
        yield _rest_words(view.rest)


def _brief(names: str) -> str:
    names = one_line(names)
    return names if len(names) <= _MOST_NAMED else f"{names[:_MOST_NAMED].rpartition(' ')[0]} …"


def _rest_words(rest: Rest) -> str:
    what = "ngày mốc" if rest.is_limit else "ngày cuối"
    name = f"{weekday(rest.day)}, {rest.name}" if rest.name else weekday(rest.day)
    nearest = f"{weekday(rest.working_day)}, {print_short_day(rest.working_day)}"
    return (
        f"Lưu ý: {what} của hạn mới, {print_day(rest.day)}, là ngày nghỉ ({name}); "
        f"ngày làm việc liền trước là {nearest}."
    )
