"""What changed among the papers of a plan: reports, the Office's words, letters, difficulties, closings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.queries.change import Change, field_changes, fields, paired

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.report import Report, Summary
    from kehoach_cli.model.urgent import Urgent
    from kehoach_cli.model.workspace import Closing, PlanFolder, Raised, Sent
    from kehoach_cli.queries.change import Names

_FACTS = ("number", "dated", "received", "arrival_number", "signer", "channel", "draft", "covers")
_KEYS = ("ref", "indicator")  # what an item of a list inside a report is known by


def filed_changes(old: PlanFolder, new: PlanFolder, names: Names) -> Iterator[Change]:
    """Reports first, then what the Office made of them."""
    yield from _reports(old, new, names)
    yield from _summaries(old.summaries, new.summaries)
    yield from _sent(old.sent, new.sent)
    yield from _raised(old.raised, new.raised, names)
    yield from _closings(old.closings, new.closings)


def _reports(old: PlanFolder, new: PlanFolder, names: Names) -> Iterator[Change]:
    before = {(f.report.period, names.old_key(f.report.agency)): f.report for f in old.reports}
    after = {(f.report.period, names.new_key(f.report.agency)): f.report for f in new.reports}
    for key, report in before.items():
        if key not in after:
            yield Change("report_removed", names.shown(report.agency), record=report)
    for key, report in after.items():
        earlier, who = before.get(key), names.shown(report.agency)
        if earlier is None:
            yield Change("report_received", who, record=report)
        elif earlier is not report:
            yield from _report(earlier, report, who)


def _report(old: Report, new: Report, who: str) -> Iterator[Change]:
    """A report that came anew, was sent back, was entered, or in which something was put right."""
    if _is_another(old, new):
        yield Change("report_replaced", who, record=new, earlier=old)
        return
    if new.returned is not None and new.returned != old.returned:
        yield Change("report_returned", who, record=new, earlier=old)
    elif old.returned != new.returned:
        yield Change("report_not_returned", who, record=new, earlier=old)
    for step in new.reviewed:
        if step not in old.reviewed:
            yield Change("report_reviewed", who, new=step.date, record=new, earlier=old)
    contents = ("agency", "period", "returned", "reviewed", *_FACTS)
    parts = tuple((key, _inside(a, b)) for key, a, b in fields(old, new, contents))
    if parts:
        kind = "report_entered" if new.is_entered and not old.is_entered else "report_changed"
        yield Change(kind, who, parts=parts, record=new, earlier=old)
    others = {key for key, _ in new if key not in _FACTS}
    yield from field_changes("report", who, old, new, others, record=new, earlier=old)


def _is_another(old: Report, new: Report) -> bool:
    """Another paper in place of the first: it came on another day, under another number or day of its own."""
    came_again = new.received != old.received
    return came_again and ((new.number, new.dated) != (old.number, old.dated) or old.returned is not None)


def _inside(old: Any, new: Any) -> tuple[str, ...]:  # noqa: ANN401  # whatever a field of a report holds
    """Which items of a list differ, by the clause or the indicator they speak of."""
    key = next((k for k in _KEYS for item in (*_list(old), *_list(new)) if hasattr(item, k)), None)
    if key is None:
        return ()
    items = [i for i in (*_list(old), *_list(new)) if i not in _list(old) or i not in _list(new)]
    return tuple(dict.fromkeys(known for item in items if (known := getattr(item, key))))


def _list(value: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return value if isinstance(value, tuple) else ()


def _summaries(old: dict[str, Summary], new: dict[str, Summary]) -> Iterator[Change]:
    for period in dict.fromkeys((*old, *new)):
        before, after = old.get(period), new.get(period)
        if before is None or after is None:
            yield Change("summary_added" if after else "summary_removed", period, record=after or before)
        elif before is not after:
            parts = tuple((key, _inside(a, b)) for key, a, b in fields(before, after, ("period",)))
            if parts:
                yield Change("summary_changed", period, parts=parts, record=after, earlier=before)


def _sent(old: Iterable[Sent], new: Iterable[Sent]) -> Iterator[Change]:
    pairs, gone, come = paired(old, new, lambda s: s.file, lambda s: s.issued.number)
    yield from (Change("issued_removed", s.issued.number, record=s.issued) for s in gone)
    yield from (Change("issued_added", s.issued.number, record=s.issued) for s in come)
    for before, after in pairs:
        record = after.issued
        yield from field_changes("issued", record.number, before.issued, record, record=record)


def _raised(old: Iterable[Raised], new: Iterable[Raised], names: Names) -> Iterator[Change]:
    pairs, gone, come = paired(old, new, lambda r: r.file, lambda r: r.urgent.text)
    yield from (Change("urgent_removed", names.shown(r.urgent.agency), record=r.urgent) for r in gone)
    for raised in come:
        who = names.shown(raised.urgent.agency)
        yield Change("urgent_received", who, record=raised.urgent)
        yield from (Change("urgent_answered", who, record=a) for a in raised.urgent.answers)
    for before, after in pairs:
        yield from _urgent(before.urgent, after.urgent, names.shown(after.urgent.agency))


def _urgent(old: Urgent, new: Urgent, who: str) -> Iterator[Change]:
    yield from (Change("urgent_answered", who, record=a) for a in new.answers if a not in old.answers)
    for answer in old.answers:
        if answer not in new.answers:
            yield Change("urgent_unanswered", who, record=answer)
    yield from field_changes("urgent", who, old, new, ("answers",), record=new)


def _closings(old: Iterable[Closing], new: Iterable[Closing]) -> Iterator[Change]:
    pairs, gone, come = paired(old, new, lambda c: c.file)
    yield from (Change("closing_removed", c.closed.period, record=c.closed) for c in gone)
    for closing in come:
        yield Change("period_closed", closing.closed.period, record=closing.closed)
        if closing.closed.reopened:
            yield Change("period_reopened", closing.closed.period, record=closing.closed)
    for before, after in pairs:
        if after.closed.reopened and after.closed.reopened != before.closed.reopened:
            yield Change("period_reopened", after.closed.period, record=after.closed)
        elif before.closed != after.closed:
            yield Change("closing_changed", after.closed.period, record=after.closed, earlier=before.closed)
