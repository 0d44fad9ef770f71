"""The plan against its official text: wording, names, agencies that it names nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import every_name_is_known, file_of, printed_names, tasks_of
from kehoach_cli.checks.register_rules import everyone_is_known
from kehoach_cli.checks.source_text import SourceText
from kehoach_cli.model.folding import fold, squeeze
from kehoach_cli.model.imported import UNKNOWN
from kehoach_cli.model.succession import ancestry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Entry, Register
    from kehoach_cli.model.workspace import PlanFolder

    Path = tuple[str | int, ...]

_SEVERAL = 3
_SHOWN = 60


def against_source(case: Case) -> Iterator[Finding]:
    """Every plan against its text; one that has not a single clause of several is told once."""
    sources: dict[str, SourceText] = {}
    for folder in case.workspace.plans:
        if folder.source is None:
            continue
        source = SourceText(folder.source)
        if _is_of_another_plan(folder.plan, source):
            yield Finding("L227", file=f"plan/{folder.id}/source.md")
            continue
        sources[folder.id] = source
        found = [*_wording_differs(folder, source), *_wording_cut_short(folder, source)]
        found += _name_not_printed(folder, source, case.workspace.register)
        for finding in found:
            yield finding._replace(file=file_of(folder))
    if sources and sources.keys() == _plan_ids(case):
        yield from _agency_nowhere(case, sources.values())


def _plan_ids(case: Case) -> set[str]:
    """Every folder below plan/ that has files of a plan, readable or not."""
    return {path.split("/")[1] for path in case.read if path.count("/") > 1}


def _is_of_another_plan(plan: Plan, source: SourceText) -> bool:
    texts = [squeeze(task.text) for _, task in tasks_of(plan)]
    return len(texts) >= _SEVERAL and not any(map(source.has, texts))


def _wording_differs(folder: PlanFolder, source: SourceText) -> Iterator[Finding]:
    for path, what, wording in _wordings(folder.plan):
        text = squeeze(wording)
        if not source.has(text):
            number, original = source.difference(text)
            words = text.split(" ")
            said: Words = {"what": what, "from_word": words[number], "original": original}
            yield Finding("L210", path, said, word=(number, len(words)))


def _wordings(plan: Plan) -> Iterator[tuple[Path, str, str]]:
    if plan.document.title != UNKNOWN:  # told as such
        yield ("document", "title"), "trích yếu của kế hoạch", plan.document.title
    for path, task in tasks_of(plan):
        yield (*path, "text"), f"nội dung nhiệm vụ {task.ref}", task.text
        if task.timing:
            yield (*path, "timing"), f"thời gian thực hiện nhiệm vụ {task.ref}", task.timing


def _wording_cut_short(folder: PlanFolder, source: SourceText) -> Iterator[Finding]:
    """A clause that stops inside a paragraph of the official text, where no other clause takes it up."""
    texts = [(path, task.ref, squeeze(task.text)) for path, task in tasks_of(folder.plan)]
    for path, ref, text in texts:
        start = source.find(text)
        rest = source.rest(start, text) if start >= 0 else ""
        if rest and not any(other in rest for _, _, other in texts):
            shown = rest if len(rest) <= _SHOWN else rest[:_SHOWN].rpartition(" ")[0] + " …"
            last = len(text.split(" "))
            yield Finding("L228", (*path, "text"), {"ref": ref, "rest": shown}, word=(last - 1, last))


def _name_not_printed(folder: PlanFolder, source: SourceText, register: Register) -> Iterator[Finding]:
    """A name that the register knows but the text does not have; one that nobody has is told as such."""
    seen: dict[str, bool] = {}
    for path, task in tasks_of(folder.plan):
        for inner, name, part in printed_names(task):
            if name not in seen:
                seen[name] = register.find(name) is None or squeeze(name) in source.text
            if not seen[name]:
                yield Finding(
                    "L211", (*path, *inner), {"name": name, "where": f"nhiệm vụ {task.ref}, {part}"}
                )


def _agency_nowhere(case: Case, sources: Iterable[SourceText]) -> Iterator[Finding]:
    """An agency that no plan's text names, neither itself, nor one before it, nor a group of theirs."""
    register = case.workspace.register
    if not every_name_is_known(case) or not everyone_is_known(register, register.groups):
        return
    printed = _Printed(" ".join(source.text for source in sources))
    for index, agency in enumerate(register.listed_agencies):
        if not any(_is_named(a, register, printed) for a in ancestry(register, agency).values()):
            yield Finding("L212", ("agencies", index, "name"), {"name": agency.name}, "plan/agencies.yaml")


class _Printed:
    """Which names a text has; folded only when a name is not there letter by letter."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: str | None = None

    def has(self, name: str) -> bool:
        if squeeze(name) in self._text:
            return True
        if self._folded is None:
            self._folded = f" {fold(self._text)} "
        return f" {fold(name)} " in self._folded


def _is_named(agency: Agency, register: Register, printed: _Printed) -> bool:
    entries: list[Entry] = [agency, *(group for group, _ in register.groups_of(agency))]
    return any(printed.has(name) for e in entries for name in (e.name, *e.aliases))
