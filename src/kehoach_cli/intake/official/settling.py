"""From a draft to what plan.yaml can say: a year, one number a clause, one deadline a period."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kehoach_cli.intake.official.recurring import likely_days
from kehoach_cli.model.imported import Head, Imported, Left, Limit, Task
from kehoach_cli.model.newcomers import Wanted, unlisted
from kehoach_cli.model.periods import describe_period, is_period
from kehoach_cli.model.wording import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.intake.official.draft import Draft, DraftDeadline, DraftTask, Heading

_YEAR = re.compile(r"(đến |tới |giai đoạn )?\bnăm (\d{4})\b(?!\s*[-–])", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"[ỦU][YỶ] BAN NHÂN DÂN (TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) (.+)"
)
_NOT_IN_REF = re.compile(r"[\s/\\]+")


def settle(draft: Draft, issued: date | None = None) -> Imported:
    """What the file will say. `issued` is the day of issue where the document prints none.

    Nothing is taken out: what cannot be said in the file's form comes back as a limit with its `why` or as
    `left`.
    """
    head = _head(draft.heading, issued)
    taken: dict[str, int] = {}
    tasks = tuple(_task(task, taken) for task in draft.tasks if clean(task.text))
    organisation = tuple(_task(task, taken) for task in draft.organisation if clean(task.text))
    left = tuple(Left(clean(item.text), clean(item.place), clean(item.why)) for item in draft.left)
    return Imported(head, tasks, organisation, tuple(_limits(draft, head)), left)


def names_of(draft: Draft) -> list[Wanted]:
    """Every name the draft uses, in its order, as the register needs to know it."""
    listed = [
        Wanted(clean(n.name), n.is_group, n.is_open, _cleaned(n.members), clean(n.place)) for n in draft.names
    ]
    used = [
        (clean(name), clean(task.place))
        for task in (*draft.tasks, *draft.organisation)
        for name in (*task.lead, *task.optional, *task.coordinating)
    ]
    used += [(clean(name), clean(d.place)) for d in draft.deadlines for name in d.reporters]
    return [*listed, *unlisted(used, listed)]


def _head(heading: Heading, issued: date | None) -> Head:
    issued = heading.issued or issued
    titled = _titled_year(heading.title or "", issued)
    printed = _text(heading.issuer)
    issuer = _in_small_letters(printed) if printed else None
    return Head(
        _text(heading.number),
        issued,
        titled or (issued.year if issued else None),
        titled is not None,
        issuer,
        _text(heading.place),
        _text(heading.title),
        _cleaned(heading.basis),
        _cleaned(heading.recipients),
        _cleaned(heading.signature),
        _text(heading.signer),
        printed if printed != issuer else None,
    )


def _in_small_letters(issuer: str) -> str:
    """A letterhead as sentences write it: ỦY BAN NHÂN DÂN TỈNH LAI CHÂU → UBND tỉnh Lai Châu; others stay."""
    found = _LETTERHEAD.fullmatch(issuer)
    if not found or not issuer.isupper():
        return issuer
    level, name = found.groups()
    return f"UBND {level.lower()} {' '.join(word.capitalize() for word in name.split())}"


def _titled_year(title: str, issued: date | None) -> int | None:
    """The one year of a title («… năm 2026»): that of the issue or the next; «đến năm 2030» is none."""
    named = {int(found[2]) for found in _YEAR.finditer(title) if not found[1]}
    if len(named) != 1 or issued is None:
        return None
    (year,) = named
    return year if year in (issued.year, issued.year + 1) else None


def _task(task: DraftTask, taken: dict[str, int]) -> Task:
    """A clause whose number no other one has: of two equal numbers the second gets -2.

    `taken` tells of each number how often it was met.
    """
    printed = clean(task.ref)
    base = _NOT_IN_REF.sub("-", printed).strip("-") or "?"
    ref, number = base, taken.get(base, 0)
    while ref in taken:
        number += 1
        ref = f"{base}-{number}"
    taken |= {base: max(number, 1), ref: 1} if ref != base else {ref: 1}
    names = (task.lead, task.optional, task.coordinating)
    lead, optional, coordinating = map(_cleaned, names)
    timing, place, group = _text(task.timing), clean(task.place), _text(task.group)
    other = None if ref == printed else printed or "không có số"
    return Task(ref, clean(task.text), lead, optional, coordinating, timing, place, group, other)


def _limits(draft: Draft, head: Head) -> Iterator[Limit]:
    """Deadlines of one day and one period as they are; whatever is less comes with the reason."""
    taken: set[str] = set()
    for deadline in draft.deadlines:
        for limit in _readings(deadline, head):
            if not limit.why and limit.period in taken:
                why = f"kỳ {limit.period} đã có một hạn ở trên, mỗi kỳ chỉ được một hạn"
                yield limit._replace(why=why)
                continue
            if not limit.why and limit.period:
                taken.add(limit.period)
            yield limit


def _readings(deadline: DraftDeadline, head: Head) -> Iterator[Limit]:
    """A deadline as it stands; one that comes again as the days it most likely means first."""
    reporters, receiver = _cleaned(deadline.reporters), _text(deadline.receiver)
    period = deadline.period if deadline.period and is_period(deadline.period) else None
    limit = Limit(
        clean(deadline.text),
        clean(deadline.place),
        period,
        _text(deadline.label) or _label(period, head.year),
        deadline.before,
        deadline.by,
        reporters,
        receiver,
        _text(deadline.recurring),
    )
    if deadline.before and deadline.by:
        yield limit._replace(by=None, why="văn bản ghi cả «trước ngày» và «chậm nhất»; giữ một ngày")
    elif limit.recurring or not (limit.before or limit.by):
        yield from _likely(limit, head)
    elif period is None:
        yield limit._replace(why="văn bản không nói rõ đây là kỳ báo cáo nào")
    else:
        yield limit


def _likely(limit: Limit, head: Head) -> Iterator[Limit]:
    """Without a day of one year: what the words most likely mean first, to be confirmed."""
    days = likely_days(limit, _begin(head))
    if not days:
        why = "hạn lặp lại, văn bản không ghi ngày" if limit.recurring else "văn bản không ghi ngày"
        yield limit._replace(before=None, by=None, why=why)
    why = "hạn lặp lại, văn bản không ghi năm" if limit.recurring else "văn bản không ghi năm"
    for period, before, by in days:
        known = limit.period or period
        label = limit.label or _label(known, _year_told(before or by))
        yield limit._replace(period=known, label=label, before=before, by=by, why=why, is_likely=True)


def _begin(head: Head) -> date | None:
    """The day from which on the plan can ask for reports: behind the issue, in the plan's year or later."""
    if head.issued is None or head.year is None:
        return head.issued
    return max(head.issued, date(head.year - 1, 12, 31))


def _year_told(day: date | None) -> int | None:
    """The year that a report due on a day speaks of: in January the one that has ended."""
    return day.year - (day.month == 1) if day else None


def _label(period: str | None, year: int | None) -> str | None:
    return describe_period(period, year).name if period and year else None


def _text(text: str | None) -> str | None:
    return clean(text or "") or None


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in map(clean, texts) if text))
