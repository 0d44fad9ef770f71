"""Rules of amendments that stop an answer: whatever they change must be there, and once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.finding import Finding, LineOf
from kehoach_cli.checks.plan_rules import file_of
from kehoach_cli.model.amending import SECTIONS, in_order, part_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.plan import Amendment, Plan
    from kehoach_cli.model.workspace import PlanFolder

    Path = tuple[str | int, ...]

_KINDS = ("tasks", "deadlines")


class Said(NamedTuple):
    """One clause or period that an amendment names."""

    action: str  # add · replace · repeal · after
    kind: str  # tasks · deadlines
    name: str  # a ref, or a period
    path: Path


def amendments_of(case: Case) -> Iterator[tuple[PlanFolder, int, Amendment]]:
    """Every amendment with its place in the file; none of a plan that could not be read whole."""
    for folder in case.workspace.plans:
        if file_of(folder) in case.sound:
            for index, amendment in enumerate(folder.plan.amendments):
                yield folder, index, amendment


def document(amendment: Amendment) -> str:
    """«văn bản 85/KH-UBND»."""
    return f"văn bản {amendment.number}"


def said_by(amendment: Amendment, index: int) -> Iterator[Said]:
    """Everything an amendment names, in the order add, replace, repeal."""
    for section in (*SECTIONS, "deadlines"):
        kind, key = ("deadlines", "period") if section == "deadlines" else ("tasks", "ref")
        for n, item in enumerate(part_of(amendment, "add", section)):
            path = ("amendments", index, "add", section, n)
            yield Said("add", kind, getattr(item, key), (*path, key))
            if kind == "tasks" and item.after is not None:
                yield Said("after", kind, item.after, (*path, "after"))
    for kind, key in zip(_KINDS, ("ref", "period"), strict=True):
        for n, item in enumerate(part_of(amendment, "replace", kind)):
            yield Said("replace", kind, getattr(item, key), ("amendments", index, "replace", kind, n, key))
        for n, name in enumerate(part_of(amendment, "repeal", kind)):
            yield Said("repeal", kind, name, ("amendments", index, "repeal", kind, n))


def unknown_or_used(case: Case) -> Iterator[Finding]:
    """A clause or period that is not there, no longer there, or that is to be added and there already."""
    for folder in case.workspace.plans:
        if folder.plan.amendments and file_of(folder) in case.sound:
            yield from _Reading(folder).findings()


class _Reading:
    """The amendments of a plan as they come into force, with what there is by then."""

    def __init__(self, folder: PlanFolder) -> None:
        self._plan, self._file = folder.plan, file_of(folder)
        self._known = {(kind, name): path for kind, name, path in _named(self._plan)}
        self._gone: dict[tuple[str, str], Amendment] = {}

    def findings(self) -> Iterator[Finding]:
        indices = {id(a): n for n, a in enumerate(self._plan.amendments)}
        for amendment in in_order(self._plan):
            said = list(said_by(amendment, indices[id(amendment)]))
            for one in said:
                if one.action == "add":
                    yield from self._added(one, amendment)
            for one in said:
                if one.action != "add":
                    yield from self._meant(one, amendment)
            self._gone |= {(one.kind, one.name): amendment for one in said if one.action == "repeal"}

    def _added(self, said: Said, amendment: Amendment) -> Iterator[Finding]:
        key = (said.kind, said.name)
        if key in self._known:
            words = {"first": LineOf(self._known[key]), **_words(said, amendment)}
            yield Finding("L253", said.path, words, self._file)
        self._known.setdefault(key, said.path)

    def _meant(self, said: Said, amendment: Amendment) -> Iterator[Finding]:
        from kehoach_cli.model.names import nearest_text

        key, words = (said.kind, said.name), _words(said, amendment)
        if key not in self._known:
            known = [name for kind, name in self._known if kind == said.kind]
            words |= {"meant": nearest_text(said.name, known) or "", "known": ", ".join(known)}
            yield Finding("L250" if said.kind == "tasks" else "L251", said.path, words, self._file)
        elif key in self._gone:
            words |= {"earlier": document(self._gone[key])}
            yield Finding("L252", said.path, words, self._file)


def _words(said: Said, amendment: Amendment) -> dict[str, str | LineOf]:
    what = f"nhiệm vụ {said.name}" if said.kind == "tasks" else f"hạn báo cáo kỳ {said.name}"
    return {"document": document(amendment), "name": said.name, "what": what}


def _named(plan: Plan) -> Iterator[tuple[str, str, Path]]:
    for section in SECTIONS:
        for n, task in enumerate(getattr(plan, section)):
            yield "tasks", task.ref, (section, n, "ref")
    for n, deadline in enumerate(plan.deadlines):
        yield "deadlines", deadline.period, ("deadlines", n, "period")


def named_twice(case: Case) -> Iterator[Finding]:
    """One amendment that says two things of one clause or period: nobody knows which counts."""
    for folder, index, amendment in amendments_of(case):
        first: dict[tuple[str, str], Path] = {}
        for said in said_by(amendment, index):
            key = (said.kind, said.name)
            if said.action in ("replace", "repeal") and first.setdefault(key, said.path) != said.path:
                lines: Words = {"first": LineOf(first[key]), "second": LineOf(said.path)}
                yield Finding("L254", said.path, {**_words(said, amendment), **lines}, file_of(folder))
