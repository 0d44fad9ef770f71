"""A plan carried over into a later year: what moves with it, who follows whom, what a person decides."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.rolling import (
    mentions,
    shift_day,
    shift_timing,
    shift_words,
    unknown_number,
    year_spots,
    years_in,
)
from kehoach_cli.queries.next_names import followed, heir_of, issuer_after, stranded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kehoach_cli.model.plan import Deadline, Plan, Task
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.next_names import Named

    Path = tuple[str | int, ...]

DAYS = ("before", "by", "cutoff", "estimate_until")


class Step(NamedTuple):
    """One place of the old plan and what becomes of it.

    `kind` names the rule. `new` is what stands there instead: None leaves the words, () takes them out.
    `where` says whose it is («II.9», a period, an indicator's name); `more` are further facts of the kind.
    """

    kind: str
    path: Path
    old: str
    new: tuple[str, ...] | None = None
    where: str = ""
    day: date | None = None
    more: tuple[str, ...] = ()
    rest: str | None = None  # why nobody works on `day`, empty for a mere weekend; None on working days
    decide: bool = False


class NextYear(NamedTuple):
    """The old plan, the year it is carried into, and every step in the order of the file."""

    folder: PlanFolder
    year: int
    steps: tuple[Step, ...]
    groups: tuple[
        tuple[str, tuple[str, ...]], ...
    ]  # a group the plan names → its members without a successor
    later: tuple[str, ...] = ()  # numbers of the amendments that came into force only after the old year


def next_year(workspace: Workspace, folder: PlanFolder, year: int) -> NextYear:
    """The steps into `year`, which is later than the plan's own.

    The folder has the plan as it holds on the last day of its year. Agencies are those alive on 1 January of
    the new one. Files beside plan.yaml are not carried over at all.
    """
    plan = folder.plan
    rolling = _Rolling(workspace, plan, year)
    steps = [*rolling.document(), *rolling.tasks(), *rolling.deadlines(), *rolling.indicators()]
    names = (name for step in _lists(plan) for name in step)
    groups = stranded(workspace.register.timeless, names, date(year, 1, 1))
    amended = [a.number for a in plan.document.amended_by]
    later = (a.number for a in plan.as_issued.amendments if a.number not in amended)
    return NextYear(folder, year, tuple(steps), groups, tuple(later))


def _lists(plan: Plan) -> Iterator[Sequence[str]]:
    """Every list of agency names of a plan."""
    for task in (*plan.tasks, *plan.organisation):
        yield from (task.lead, task.optional, task.coordinating)
    for deadline in plan.deadlines:
        yield deadline.reporters
    for indicator in plan.indicators:
        yield from (indicator.givers, indicator.compare)


class _Rolling:
    """One plan on its way into another year."""

    def __init__(self, workspace: Workspace, plan: Plan, year: int) -> None:
        self._workspace = workspace
        self._first = date(year, 1, 1)
        self._register = workspace.register.on(self._first)
        self._plan = plan
        self._old, self._new = plan.document.year, year

    def document(self) -> Iterator[Step]:
        plan, document = self._plan, self._plan.document
        if plan.version != 1:
            yield Step("version", ("version",), str(plan.version), ("1",))
        number = unknown_number(document.number)
        yield Step("number", ("document", "number"), document.number, (number,), decide=True)
        day = self._first.isoformat()
        yield Step("issued", ("document", "issued"), document.issued.isoformat(), (day,), decide=True)
        yield Step("year", ("document", "year"), str(self._old), (str(self._new),))
        yield from self._issuer()
        for key in ("title", "subject", "scope"):
            yield from self._own_words(("document", key), getattr(document, key), "")
        for index, basis in enumerate(document.basis):
            yield from self._fact("basis", ("document", "basis", index, "as_printed"), basis.as_printed)
            yield from self._fact("basis", ("document", "basis", index, "cite"), basis.cite)
        yield from self._fact("proposal", ("document", "proposal"), document.proposal)
        yield from self._recipients(document.recipients)
        if document.signature and document.signature.name:
            name = document.signature.name
            yield Step("signer", ("document", "signature", "name"), name, decide=True)

    def _issuer(self) -> Iterator[Step]:
        issuer, path = self._plan.document.issuer, ("document", "issuer")
        found = issuer_after(self._workspace, issuer, self._first)
        if found is not None:
            new = (found.heirs[0],) if len(found.heirs) == 1 else None
            yield Step("issuer", path, found.old, new, "", found.ended, found.heirs, decide=True)

    def _recipients(self, lines: Sequence[str]) -> Iterator[Step]:
        """A line is as printed: who ended is told, nobody is put in."""
        for index, line in enumerate(lines):
            if found := heir_of(self._register, line, self._first):
                path = ("document", "recipients", index)
                yield Step("recipient", path, found.old, None, "", found.ended, found.heirs, decide=True)

    def _own_words(self, path: Path, text: str | None, where: str) -> Iterator[Step]:
        """Words of the Office's own: the year moves with them."""
        if text and (shifted := shift_words(text, self._old, self._new)) != text:
            yield Step("words", path, text, (shifted,), where)

    def _fact(self, kind: str, path: Path, text: str | None) -> Iterator[Step]:
        """What was so when the old plan was made: never changed, and settled where it names that year."""
        if text and self._old in years_in(text):
            yield Step(kind, path, text, decide=True)

    def tasks(self) -> Iterator[Step]:
        for section in ("tasks", "organisation"):
            for index, task in enumerate(getattr(self._plan, section)):
                yield from self._task((section, index), task)

    def _task(self, path: Path, task: Task) -> Iterator[Step]:
        yield from self._own_words((*path, "short"), task.short, task.ref)
        yield from self._official((*path, "text"), task)
        taken: set[str] = set()
        for key in ("lead", "optional", "coordinating"):
            found = followed(self._register, getattr(task, key), self._first, taken)
            yield from self._named((*path, key), found, task.ref)
        yield from self._timing((*path, "timing"), task)

    def _official(self, path: Path, task: Task) -> Iterator[Step]:
        """The words of the plan itself, which somebody issues anew."""
        text = task.text
        named = years_in(text)
        gone = self._gone_in(text, (*task.lead, *task.optional, *task.coordinating))
        new = (shift_words(text, self._old, self._new),) if year_spots(text, self._old) else None
        left = (*mentions(text, self._old), *gone)
        if new or left:
            yield Step("text", path, text, new, task.ref, more=left, decide=True)
        if others := sorted({year for year in named if year != self._old}):
            yield Step("other_years", path, text, None, task.ref, more=tuple(map(str, others)))

    def _gone_in(self, text: str, names: Sequence[str]) -> tuple[str, ...]:
        """Whom the words of a clause name outright among its agencies that have ended."""
        gone = (name for name in names if heir_of(self._register, name, self._first))
        return tuple(dict.fromkeys(name for name in gone if name in text))

    def _timing(self, path: Path, task: Task) -> Iterator[Step]:
        if not task.timing or not years_in(task.timing):
            return
        shifted = shift_timing(task.timing, self._old, self._new)
        if not shifted.is_certain:
            yield Step("timing_kept", path, task.timing, None, task.ref, decide=True)
            return
        day = self._limit(shifted.text)
        rest = None if day is None else self._rest(day)
        decide = rest is not None
        yield Step("timing", path, task.timing, (shifted.text,), task.ref, day, (), rest, decide)

    def _limit(self, timing: str) -> date | None:
        """The last day that timing words name, where they name a day."""
        from kehoach_cli.model.timing import parse_timing

        understood = parse_timing(timing, self._new)
        return understood.windows[-1].end if understood.kind == "date" else None

    def _rest(self, day: date) -> str | None:
        """Why nobody works on a day, see Step.rest."""
        from kehoach_cli.model.working_days import WorkCalendar

        calendar = WorkCalendar(self._workspace.calendar)
        return None if calendar.is_working_day(day) else calendar.rest_name(day) or ""

    def _named(self, path: Path, found: Sequence[Named], where: str) -> Iterator[Step]:
        """Who ended, in a list of names: followed by others, or left for a person."""
        steps = [self._one_named((*path, n), named, where) for n, named in enumerate(found) if named.ended]
        if steps and len(steps) == len(found) and all(step.new == () for step in steps):
            steps = [Step("joined", path, "; ".join(named.old for named in found), (), where)]
        yield from steps

    def _one_named(self, path: Path, named: Named, where: str) -> Step:
        new = named.names if named.heirs else None
        is_open = new is None or (path[-2] == "lead" and len(new) > 1)
        kind = "ended" if new is None else "followed"
        return Step(kind, path, named.old, new, where, named.ended, named.heirs, decide=is_open)

    def deadlines(self) -> Iterator[Step]:
        for index, deadline in enumerate(self._plan.deadlines):
            yield from self._deadline(("deadlines", index), deadline)

    def _deadline(self, path: Path, deadline: Deadline) -> Iterator[Step]:
        where = deadline.period
        yield from self._own_words((*path, "label"), deadline.label, where)
        for key in DAYS:
            yield from self._day((*path, key), getattr(deadline, key), where)
        yield from self._named(
            (*path, "reporters"), followed(self._register, deadline.reporters, self._first, set()), where
        )
        yield from self._fact("fact", (*path, "reporters_basis"), deadline.reporters_basis)
        for key in ("exempt", "extended"):
            if listed := getattr(deadline, key):
                names = tuple(item.agency for item in listed)
                yield Step(key, (*path, key), "", (), where, more=names)
        yield from self._one((*path, "receiver"), deadline.receiver, where)
        if deadline.send_up:
            yield from self._one((*path, "send_up", "to"), deadline.send_up.to, where)
            yield from self._day((*path, "send_up", "by"), deadline.send_up.by, where)

    def _day(self, path: Path, day: date | None, where: str) -> Iterator[Step]:
        """A day of the new year; what rests on it is told beside it, the day itself never moved for that."""
        if day is None:
            return
        new = shift_day(day, self._new - self._old)
        last = date.fromordinal(new.toordinal() - 1) if path[-1] == "before" else new
        rest = self._rest(last)
        decide = rest is not None or new.day != day.day
        yield Step("day", path, day.isoformat(), (new.isoformat(),), where, last, (), rest, decide)

    def _one(self, path: Path, name: str | None, where: str) -> Iterator[Step]:
        """One name that stands alone: one successor follows, of several a person chooses."""
        if name and (found := heir_of(self._register, name, self._first)):
            new = found.heirs if len(found.heirs) == 1 else None
            kind = "followed" if new else "ended"
            yield Step(kind, path, found.old, new, where, found.ended, found.heirs, decide=new is None)

    def indicators(self) -> Iterator[Step]:
        for index, indicator in enumerate(self._plan.indicators):
            path: Path = ("indicators", index)
            yield from self._own_words((*path, "name"), indicator.name, indicator.name)
            if indicator.target is not None:
                target = str(indicator.target).replace(".", ",")
                yield Step("target", (*path, "target"), target, None, indicator.name, decide=True)
            taken: set[str] = set()
            for key in ("givers", "compare"):
                found = followed(self._register, getattr(indicator, key), self._first, taken, whole=True)
                yield from self._named((*path, key), found, indicator.name)
