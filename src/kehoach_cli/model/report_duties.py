"""Sentences that make somebody report: who, to whom, by when, for which period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.agency_names import ListReader, names_in
from kehoach_cli.model.periods import describe_period
from kehoach_cli.model.report_limits import EVERY, Limit, Stretch, limits_in, periods_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class ReportDuty(NamedTuple):
    """One duty to report as a sentence prints it.

    `before` excludes its day, `by` includes it; both are None where no day of one year is printed.
    `recurring` are the words that make it come again.
    """

    text: str
    before: date | None = None
    by: date | None = None
    period: str | None = None
    label: str | None = None
    recurring: str | None = None
    reporters: tuple[str, ...] = ()
    receiver: str | None = None


_STOP = re.compile(r"(?<=[^\W_]{3})[.](?=\s+[A-ZĐÂÊÔƠƯĂÁÀÚỦÝÍ])|(?<=\))[.](?=\s+[A-ZĐ])|\n+")
_REPORT = re.compile(r"báo cáo", re.IGNORECASE)
_TROUBLE = re.compile(r"khó khăn|vướng mắc|phát sinh|đột xuất khi|khi có yêu cầu|nếu có", re.IGNORECASE)
_OTHER_LIMIT = re.compile(
    r"(?:hoàn thành|xong|ban hành|có hiệu lực|kết thúc|xây dựng kế hoạch)[^;]{0,40}$", re.IGNORECASE
)
_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[a-zđ]\)|[-+*•])\s+")
_CIRCUMSTANCE = re.compile(
    r"(?:định kỳ|h[ằà]ng|mỗi|trước|chậm nhất|trong|căn cứ|trên cơ sở|sau khi|khi|vào|\d)", re.IGNORECASE
)
_PAUSE = re.compile(r"[,):]\s+")
_YEARLY = re.compile(r"năm|định kỳ", re.IGNORECASE)
_TO = re.compile(r"\b(?:về|gửi(?: về| đến| cho| tới)?|cho|tới|lên)\s+(?:cho\s+)?")
_REPORT_TO = re.compile(r"\b(?:báo cáo|Báo cáo)\s+")
_VIA = re.compile(r"\s*(?P<via>\(\s*(?:thông )?qua [^()]*\)|(?:thông )?qua (?=[^\W\d_]))")


def report_duties_in(sentence: str, year: int) -> tuple[ReportDuty, ...]:
    """The duties to report that a sentence, or a paragraph of several, prints, in a plan of `year`."""
    found: list[ReportDuty] = []
    reporters: tuple[str, ...] = ()
    for part in _sentences(sentence):
        reporters = _reporters(part) or reporters
        if _REPORT.search(part):
            found += [duty._replace(reporters=reporters) for duty in _duties(part, year)]
    return tuple(found)


def _sentences(text: str) -> Iterator[str]:
    at = 0
    for stop in _STOP.finditer(text):
        yield text[at : stop.start()].strip()
        at = stop.end()
    if text[at:].strip():
        yield text[at:].strip()


def _duties(sentence: str, year: int) -> Iterator[ReportDuty]:
    limits = [limit for limit in limits_in(sentence) if not _is_of_work(sentence, limit)]
    receiver = _receiver(sentence)
    if limits:
        periods = _paired(sentence, limits, periods_in(sentence, limits))
        for limit, stretch in zip(limits, periods, strict=True):
            yield _duty(sentence, limit, stretch, year)._replace(receiver=receiver)
    else:
        every = EVERY.search(sentence)
        if (
            every is not None
            and _speaks_of(sentence, every)
            and not _TROUBLE.search(sentence[: every.start()])
        ):
            words = " ".join(every.group().split())
            yield ReportDuty(sentence, recurring=words, receiver=receiver)


def _is_of_work(sentence: str, limit: Limit) -> bool:
    """«hoàn thành trước ngày …» limits the work, not the report on it."""
    clause = sentence[: limit.start].rpartition(";")[2]
    work = _OTHER_LIMIT.search(clause)
    return work is not None and not _REPORT.search(work.group())


def _speaks_of(sentence: str, every: re.Match[str]) -> bool:
    """«báo cáo» stands near the words that make it come again."""
    after = sentence[every.end() : every.end() + 60].partition(";")[0]
    before = sentence[max(0, every.start() - 90) : every.start()].rpartition(";")[2]
    return bool(_REPORT.search(after) or _REPORT.search(before))


def _paired(sentence: str, limits: list[Limit], stretches: list[Stretch]) -> list[Stretch | None]:
    """The period of each limit: as many as limits in their order, else the one just before it."""
    if len(limits) == len(stretches):
        return list(stretches)
    return [
        next(
            (
                s
                for s in stretches
                if s.end <= limit.start and not sentence[s.end : limit.start].strip(" (,:")
            ),
            None,
        )
        for limit in limits
    ]


def _duty(sentence: str, limit: Limit, stretch: Stretch | None, year: int) -> ReportDuty:
    day = limit.before or limit.by
    period = label = None
    if stretch is not None:
        period = stretch.period
        if day is not None or stretch.year:
            label = describe_period(period, stretch.year or _year_of(period, day, year)).name
    recurring = limit.recurring
    if recurring is None and day is None:
        recurring = _yearly(sentence, limit)
    return ReportDuty(sentence, limit.before, limit.by, period, label, recurring)


def _yearly(sentence: str, limit: Limit) -> str | None:
    """A day without a year in a sentence that says it comes again elsewhere: «định kỳ … trước ngày 20/11»."""
    every = next((e for e in EVERY.finditer(sentence) if _YEARLY.search(e.group())), None)
    words = sentence[limit.start : limit.end]
    return " ".join(f"{every.group()} {words}".split()) if every else None


def _year_of(period: str, day: date | None, year: int) -> int:
    """A report on a year that is due in its first quarter is on the year before."""
    if day is None:
        return year
    return day.year - 1 if period in {"nam", "quy4"} and day.month <= 3 else day.year  # noqa: PLR2004


def _reporters(sentence: str) -> tuple[str, ...]:
    """Everyone who acts in the clauses of a sentence, up to the one that speaks of the report."""
    found: dict[str, None] = {}
    for clause in _NUMBER.sub("", sentence).split(";"):
        reader = ListReader(_without_circumstances(clause.strip(" -+")))
        names, _ = reader.read(reader.after_orders(0), only_openings=True)
        found |= dict.fromkeys(named.name for named in names)
        if _REPORT.search(clause):
            break
    return tuple(found)


def _without_circumstances(clause: str) -> str:
    """A clause from its subject on: without «Định kỳ 6 tháng (trước ngày …),», «Căn cứ …,»."""
    if not _CIRCUMSTANCE.match(clause):
        return clause
    for pause in _PAUSE.finditer(clause):
        rest = clause[pause.end() :]
        names, _ = ListReader(rest).read(0, only_openings=True)
        if names:
            return rest
    return clause


def _receiver(sentence: str) -> str | None:
    """To whom: behind «về», «gửi», else behind «báo cáo»; with «(qua …)» as printed."""
    first = _REPORT.search(sentence)
    at = first.start() if first else 0
    for cue in (_TO, _REPORT_TO):
        for match in cue.finditer(sentence, at):
            found = _agency_at(sentence, match.end())
            if found:
                return found
    return None


def _agency_at(sentence: str, at: int) -> str | None:
    words = re.split(r"\s+(?:để|trước|chậm nhất|kết quả|tình hình|theo|đúng)\b|[;]", sentence[at:])[0]
    bare = _VIA.split(words)[0] if _VIA.search(words) else words
    reader = ListReader(bare)
    names, _ = reader.read(0, only_openings=True)
    if not names or names[0].is_group:
        return None
    via = _VIA.search(words)
    if via is None:
        return " và ".join(named.name for named in names)
    if via["via"].startswith("("):
        return f"{names[0].name} {via['via']}"
    through = names_in(words[via.end() :])
    return f"{names[0].name} qua {through[0].name}" if through else names[0].name
