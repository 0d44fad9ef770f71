"""Rules of amendments that can only warn: days, changes without effect, the words of their documents."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kehoach_cli.checks.amendment_rules import amendments_of, document
from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import file_of, printed_names
from kehoach_cli.checks.report_rules import reports_of
from kehoach_cli.model.amending import SECTIONS, in_order, part_of, versions
from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.checks.source_text import SourceText
    from kehoach_cli.model.plan import AddedTask, Amendment, Plan, TaskChange
    from kehoach_cli.model.workspace import PlanFolder

    Path = tuple[str | int, ...]

_FOLDER = "amendments"


def days_reversed(case: Case) -> Iterator[Finding]:
    """An amendment that holds before it was issued, or that was issued before the plan itself."""
    for folder, index, amendment in amendments_of(case):
        words: Words = {
            "document": document(amendment),
            "issued": print_day(amendment.issued),
            "effective": print_day(amendment.since),
            "plan": print_day(folder.plan.document.issued),
        }
        if amendment.since < amendment.issued:
            yield Finding("L255", ("amendments", index, "effective"), words, file_of(folder))
        elif amendment.issued < folder.plan.document.issued:
            yield Finding("L256", ("amendments", index, "issued"), words, file_of(folder))


def changes_nothing(case: Case) -> Iterator[Finding]:
    """An amendment without a change, or one that names a clause or period and says nothing new of it."""
    for folder, index, amendment in amendments_of(case):
        path: Path = ("amendments", index)
        if not any((amendment.add, amendment.replace, amendment.repeal)):
            words: Words = {"what": document(amendment)}
            yield Finding("L260", (*path, "number"), words, file_of(folder))
        for kind, key, what in (
            ("tasks", "ref", "nhiệm vụ"),
            ("deadlines", "period", "hạn báo cáo kỳ"),
        ):
            for n, change in enumerate(part_of(amendment, "replace", kind)):
                if all(value is None for name, value in change if name != key):
                    words = {"what": f"{document(amendment)}, {what} {getattr(change, key)}"}
                    yield Finding("L260", (*path, "replace", kind, n, key), words, file_of(folder))


def too_late(case: Case) -> Iterator[Finding]:
    """A deadline changed or repealed once it had passed: the period stays as it was."""
    for folder in case.workspace.plans:
        if folder.plan.amendments and file_of(folder) in case.sound:
            steps = zip(in_order(folder.plan), pairwise(versions(folder.plan)), strict=True)
            for amendment, (before, after) in steps:
                yield from _without_effect(folder, amendment, before, after)


def _without_effect(folder: PlanFolder, amendment: Amendment, before: Plan, after: Plan) -> Iterator[Finding]:
    index = next(n for n, a in enumerate(folder.plan.amendments) if a is amendment)
    for action in ("replace", "repeal"):
        for n, said in enumerate(part_of(amendment, action, "deadlines")):
            period = said if action == "repeal" else said.period
            old = before.deadline(period)
            if old is not None and old is after.deadline(period):
                words: Words = {
                    "document": document(amendment),
                    "period": period,
                    "effective": print_day(amendment.since),
                    "last": print_day(old.last_day),
                }
                yield Finding("L261", ("amendments", index, action, "deadlines", n), words, file_of(folder))


def words_missing(case: Case) -> Iterator[Finding]:
    """A file of words that is not there; and one that no amendment names."""
    for folder in case.workspace.plans:
        if file_of(folder) not in case.sound:
            continue
        place = f"plan/{folder.id}/{_FOLDER}/"
        named = {a.source for a in folder.plan.amendments}
        for index, amendment in enumerate(folder.plan.amendments):
            if amendment.source and f"{place}{amendment.source}" not in case.read:
                words: Words = {"document": document(amendment), "file": amendment.source, "folder": place}
                yield Finding("L257", ("amendments", index, "source"), words, file_of(folder))
        for file in sorted(case.read):
            name = file.removeprefix(place)
            if name != file and file.endswith(".md") and name not in named:
                yield Finding("L258", words={"file": name}, file=file)


def against_words(case: Case) -> Iterator[Finding]:
    """New wording and new names against the document that brings them, where its words are in the folder."""
    from kehoach_cli.checks.source_text import SourceText

    for folder, index, amendment in amendments_of(case):
        text = folder.amending.get(amendment.source or "")
        if text is None:
            continue
        source = SourceText(text)
        for path, item in _worded(amendment, index):
            yield from _differing(folder, amendment, (path, item), source)
            yield from _not_printed(case, folder, (path, item), source)


def _worded(amendment: Amendment, index: int) -> Iterator[tuple[Path, AddedTask | TaskChange]]:
    for section in SECTIONS:
        for n, task in enumerate(part_of(amendment, "add", section)):
            yield ("amendments", index, "add", section, n), task
    for n, change in enumerate(part_of(amendment, "replace", "tasks")):
        yield ("amendments", index, "replace", "tasks", n), change


def _differing(
    folder: PlanFolder, amendment: Amendment, placed: tuple[Path, AddedTask | TaskChange], source: SourceText
) -> Iterator[Finding]:
    path, item = placed
    for key, what in (("text", "nội dung"), ("timing", "thời gian thực hiện")):
        wording = squeeze(getattr(item, key) or "")
        if wording and source.find(wording) < 0:
            number, original = source.difference(wording)
            words = wording.split(" ")
            said: Words = {
                "what": f"{what} nhiệm vụ {item.ref}",
                "document": document(amendment),
                "from_word": words[number],
                "file": amendment.source or "",
                "original": original,
            }
            yield Finding("L259", (*path, key), said, file_of(folder), word=(number, len(words)))


def _not_printed(
    case: Case, folder: PlanFolder, placed: tuple[Path, AddedTask | TaskChange], source: SourceText
) -> Iterator[Finding]:
    path, item = placed
    for inner, name, where in printed_names(item):
        if case.workspace.register.find(name) is not None and squeeze(name) not in source.text:
            words = {"name": name, "where": f"nhiệm vụ {item.ref}, {where}"}
            yield Finding("L211", (*path, *inner), words, file_of(folder))


def repealed_but_reported(case: Case) -> Iterator[Finding]:
    """A report that came after the repeal of a task within its period, and answers it all the same."""
    for folder, filed in reports_of(case):
        deadline = folder.plan.as_issued.deadline(filed.report.period)
        gone = {
            ref: amendment
            for amendment in in_order(folder.plan)
            for ref in part_of(amendment, "repeal", "tasks")
            if amendment.since <= filed.report.received and deadline and amendment.since <= deadline.last_day
        }
        for index, result in enumerate(filed.report.tasks):
            if result.ref in gone:
                words: Words = {
                    "ref": result.ref,
                    "document": document(gone[result.ref]),
                    "effective": print_day(gone[result.ref].since),
                    "received": print_day(filed.report.received),
                }
                yield Finding("L326", ("tasks", index, "ref"), words, filed.file)
