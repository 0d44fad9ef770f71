"""The plan against its official text: wording, names, agencies that it names nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import file_of, printed_names, tasks_of
from kehoach_cli.model.folding import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Plan
    from kehoach_cli.model.register import Register

    Path = tuple[str | int, ...]

_SHOWN_WORDS = 8


class _Source:
    """The official text with single blanks and without Markdown's stars, searched from where it last matched."""

    def __init__(self, text: str) -> None:
        self.text = squeeze(text.replace("*", ""))
        self._position = 0

    def has(self, wording: str) -> bool:
        found = self.text.find(wording, self._position)
        if found < 0:
            found = self.text.find(wording)
        if found >= 0:
            self._position = found
        return found >= 0

    def first_difference(self, wording: str) -> tuple[str, str]:
        """The first word that departs from the text, and the words that the text has there."""
        words = wording.split(" ")
        low, high = 0, len(words)
        while low < high:  # the longest beginning that the text has
            middle = (low + high + 1) // 2
            if " ".join(words[:middle]) in self.text:
                low = middle
            else:
                high = middle - 1
        if low == 0:
            return words[0], ""
        after = self.text.find(" ".join(words[:low])) + len(" ".join(words[:low]))
        rest = self.text[after : after + 200].split()
        if self.text[after : after + 1] not in (" ", ""):  # the difference is inside a word
            low, rest = low - 1, [words[low - 1] + rest[0], *rest[1:]] if rest else []
        return words[min(low, len(words) - 1)], " ".join(rest[:_SHOWN_WORDS])


def wording_differs(case: Case) -> Iterator[Finding]:
    for folder in case.workspace.plans:
        if folder.source is None:
            continue
        source = _Source(folder.source)
        for path, what, wording in _wordings(folder.plan):
            text = squeeze(wording)
            if not source.has(text):
                from_word, original = source.first_difference(text)
                words: Words = {"what": what, "from_word": from_word, "original": original}
                yield Finding("L210", path, words, file_of(folder))


def _wordings(plan: Plan) -> Iterator[tuple[Path, str, str]]:
    yield ("document", "title"), "trích yếu của kế hoạch", plan.document.title
    for path, task in tasks_of(plan):
        yield (*path, "text"), f"nội dung nhiệm vụ {task.ref}", task.text
        if task.timing:
            yield (*path, "timing"), f"thời gian thực hiện nhiệm vụ {task.ref}", task.timing


def name_not_printed(case: Case) -> Iterator[Finding]:
    for folder in case.workspace.plans:
        if folder.source is None:
            continue
        source = _Source(folder.source)
        seen: dict[str, bool] = {}
        for path, task in tasks_of(folder.plan):
            for inner, name, part in printed_names(task):
                if name not in seen:
                    seen[name] = squeeze(name) in source.text
                if not seen[name]:
                    words: Words = {"name": name, "where": f"nhiệm vụ {task.ref}, {part}"}
                    yield Finding("L211", (*path, *inner), words, file_of(folder))


def agency_nowhere(case: Case) -> Iterator[Finding]:
    """An agency that no plan's text names, neither itself nor a group it belongs or may belong to."""
    sources = [folder.source for folder in case.workspace.plans if folder.source]
    if not sources or len(sources) < len(case.workspace.plans):
        return
    register = case.workspace.register
    printed = _Printed(" ".join(sources))
    for index, agency in enumerate(register.listed_agencies):
        if not _is_named(agency, register, printed):
            yield Finding("L212", ("agencies", index, "name"), {"name": agency.name}, "plan/agencies.yaml")


class _Printed:
    """Which names a text has; folded only when a name is not there letter by letter."""

    def __init__(self, text: str) -> None:
        self._text = squeeze(text)
        self._folded: str | None = None

    def has(self, name: str) -> bool:
        if squeeze(name) in self._text:
            return True
        if self._folded is None:
            self._folded = f" {fold(self._text)} "
        return f" {fold(name)} " in self._folded


def _is_named(agency: Agency, register: Register, printed: _Printed) -> bool:
    entries = [agency, *(group for group, _ in register.groups_of(agency))]
    return any(printed.has(name) for e in entries for name in (e.name, *e.aliases))
