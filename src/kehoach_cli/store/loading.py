"""The whole workspace: every file accounted for, every problem found, records for the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import FileCounts, Finding
from kehoach_cli.checks.rules import Case, findings_of
from kehoach_cli.model.register import Register
from kehoach_cli.model.workspace import Filed, PlanFolder, Raised, Sent, Workspace
from kehoach_cli.store.folder import PLAN, DiskFolder
from kehoach_cli.store.layout import Role, is_litter, meant_path, role_of
from kehoach_cli.store.loaded import Loaded
from kehoach_cli.store.reading import SourceFile, problem_without_place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kehoach_cli.checks.finding import Problem
    from kehoach_cli.checks.revision_rules import Committed
    from kehoach_cli.model.calendar import CalendarFile
    from kehoach_cli.model.office import Office
    from kehoach_cli.model.report import Summary
    from kehoach_cli.model.workspace import Closing
    from kehoach_cli.store.folder import Folder

AGENCIES = f"{PLAN}/agencies.yaml"
OFFICE = f"{PLAN}/office.yaml"
CALENDAR = f"{PLAN}/calendar.yaml"


def load(folder: Folder, as_of: date, *, thorough: bool = False) -> Loaded:
    """Read everything below plan/ and apply the rules.

    `thorough` adds the rules that can only warn, which `check` alone shows.
    """
    loading = _Loading(folder)
    workspace = loading.read()
    loading.account()
    committed = loading.committed() if thorough else {}
    case = Case(workspace, as_of, loading.sound, loading.known, committed)
    for finding in findings_of(case, thorough=thorough):
        loading.add(finding)
    return Loaded(workspace, loading.problems(thorough=thorough), loading.counts())


class _Loading:
    """Reads file after file; keeps each with its findings so that every problem finds its place."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._files: dict[str, SourceFile] = {}
        self._ignored: list[str] = []
        self._kept = 0
        self._strays: list[Finding] = []
        self._paths: dict[str, Role] = {}
        self._of_plan: dict[str, list[tuple[str, Role]]] = {}  # the same by plan: with many each is asked for
        self._meant: dict[str, str] = {}  # where a misplaced file belongs → where it is
        for path in folder.files():
            role = role_of(path)
            if role.kind == "ignored":
                self._ignored.append(path)
            elif role.kind == "kept":
                self._kept += 1
            else:
                self._paths[path] = role
                self._of_plan.setdefault(role.plan, []).append((path, role))
        for path, role in self._paths.items():
            meant = meant_path(path) if role.kind == "misplaced" else None
            if meant is not None and meant not in self._paths:
                self._meant.setdefault(meant, path)

    def read(self) -> Workspace:
        register = self._register()
        office = self._office()
        plans = tuple(p for id_ in self._plan_ids() if (p := self._plan(id_)))
        return Workspace(register, office, plans, self._calendar())

    @property
    def known(self) -> frozenset[str]:
        return frozenset(self._paths)

    @property
    def sound(self) -> frozenset[str]:
        """The files whose content is known whole: rules about names need the register among them."""
        return frozenset(path for path, file in self._files.items() if not file.is_bad)

    def committed(self) -> dict[str, Committed]:
        """The plans as the last commit holds them, of those edited since; nothing of a revision itself."""
        from kehoach_cli.store.committed import committed_plans

        if not isinstance(self._folder, DiskFolder):
            return {}
        plans = {path: file.text for path, file in self._files.items() if self._paths[path].kind == "plan"}
        return committed_plans(self._folder.root, plans)

    def _miss(self, code: str, path: str) -> None:
        """Tell that a file is missing, unless it is there under a name that is told already."""
        if path not in self._meant:
            self._strays.append(Finding(code, words={"file": path}, file=path))

    def _open(self, path: str) -> SourceFile:
        file = self._files[path] = SourceFile(self._folder, path)
        return file

    def _register(self) -> Register:
        from kehoach_cli.model.agencies import AgenciesFile

        if AGENCIES not in self._paths:
            self._miss("L020", AGENCIES)
            return Register((), ())
        record = self._open(AGENCIES).load(AgenciesFile)
        return Register(record.agencies, record.groups) if record else Register((), ())

    def _office(self) -> Office | None:
        from kehoach_cli.model.office import Office

        if OFFICE not in self._paths:
            self._miss("L024", OFFICE)
            return None
        return self._open(OFFICE).load(Office)

    def _calendar(self) -> CalendarFile | None:
        if CALENDAR not in self._paths:
            return None
        from kehoach_cli.model.calendar import CalendarFile

        return self._open(CALENDAR).load(CalendarFile)

    def _plan_ids(self) -> list[str]:
        return sorted({role.plan for role in self._paths.values() if role.plan})

    def _plan(self, id_: str) -> PlanFolder | None:
        from kehoach_cli.model.plan import Plan

        path = f"{PLAN}/{id_}/plan.yaml"
        reports, summaries = self._reports(id_)
        if path not in self._paths:
            self._miss("L020", path)
            return None
        plan = self._open(path).load(Plan)
        source = self._source(id_)
        sent, raised = self._sent(id_), self._raised(id_)
        closings = self._closings(id_, reports, raised)
        amending = self._amending(id_)
        if plan is None:
            return None
        return PlanFolder(id_, plan, source, reports, summaries, sent, raised, closings, amending)

    def _source(self, id_: str) -> str | None:
        path = f"{PLAN}/{id_}/source.md"
        if path not in self._paths:
            self._strays.append(Finding("L023", words={"file": path}, file=f"{PLAN}/{id_}/plan.yaml"))
            return None
        return self._open(path).check_words()

    def _amending(self, id_: str) -> dict[str, str]:
        """The words of its amendments by the names of their files."""
        texts = ((path, self._open(path).check_words()) for path in self._of(id_, "amending"))
        return {path.rpartition("/")[2]: text for path, text in texts if text is not None}

    def _reports(self, id_: str) -> tuple[tuple[Filed, ...], dict[str, Summary]]:
        reports: list[Filed] = []
        summaries: dict[str, Summary] = {}
        paths = [*self._of(id_, "report", "summary")]
        if not paths:
            return (), {}
        from kehoach_cli.model.report import Report, Summary

        for path in paths:
            kind, _, period = self._paths[path]
            if kind == "summary":
                if summary := self._open(path).load(Summary, period=period):
                    summaries[period] = summary
                continue
            agency = path.rpartition("/")[2].removesuffix(".yaml")
            if report := self._open(path).load(Report, period=period, agency=agency):
                reports.append(Filed(path, report))
        return tuple(reports), summaries

    def _sent(self, id_: str) -> tuple[Sent, ...]:
        paths = [*self._of(id_, "issued")]
        if not paths:
            return ()
        from kehoach_cli.model.issued import Issued

        found = [Sent(path, issued) for path in paths if (issued := self._open(path).load(Issued))]
        return tuple(sorted(found, key=lambda s: (s.issued.dated, s.issued.number)))

    def _raised(self, id_: str) -> tuple[Raised, ...]:
        paths = [*self._of(id_, "urgent")]
        if not paths:
            return ()
        from kehoach_cli.model.urgent import Urgent

        found = [Raised(path, urgent) for path in paths if (urgent := self._open(path).load(Urgent))]
        return tuple(sorted(found, key=lambda r: (r.urgent.received, r.file)))

    def _closings(
        self, id_: str, reports: tuple[Filed, ...], raised: tuple[Raised, ...]
    ) -> tuple[Closing, ...]:
        paths = [*self._of(id_, "closed", "copy")]
        if not paths:
            return ()
        from kehoach_cli.store.closing import Desk, closings_in

        desk = Desk(self._folder, self._open, self._files, self._strays)
        known = {filed.file: filed.report for filed in reports}
        return closings_in(paths, desk, known | {r.file: r.urgent for r in raised})

    def _of(self, id_: str, *kinds: str) -> Iterator[str]:
        """The paths of one plan's files of these kinds."""
        return (p for p, role in self._of_plan.get(id_, ()) if role.kind in kinds)

    def account(self) -> None:
        """Tell of every file that nothing is read from though somebody may think it is."""
        for path, role in self._paths.items():
            name = path.rpartition("/")[2]
            if role.kind == "unread":
                self._open(path)
            elif role.kind == "misplaced":
                meant = next((m for m, p in self._meant.items() if p == path), "")
                self._strays.append(Finding("L008", words={"name": name, "meant": meant}, file=path))
        for path in self._ignored:
            if not any(map(is_litter, path.split("/"))):
                self._strays.append(Finding("L019", words={"name": path.rpartition("/")[2]}, file=path))

    def add(self, finding: Finding) -> None:
        """Take a rule's finding to the file it speaks of."""
        file = self._files.get(finding.file)
        if file is None:
            self._strays.append(finding)
        else:
            file.add(finding)

    def problems(self, *, thorough: bool) -> tuple[Problem, ...]:
        found = [p for file in self._files.values() for p in file.problems()]
        found += map(problem_without_place, self._strays)
        if not thorough:
            found = [p for p in found if p.severity == "error"]
        return tuple(sorted(found, key=_order))

    def counts(self) -> FileCounts:
        misplaced = sum(role.kind == "misplaced" for role in self._paths.values())
        bad = sum(file.is_bad for file in self._files.values()) + misplaced
        copies = sum(r.kind == "copy" and p not in self._files for p, r in self._paths.items())
        return FileCounts(len(self._files) + misplaced, bad, len(self._ignored), self._kept + copies)


def _order(problem: Problem) -> tuple[bool, str, int, int, str]:
    return (problem.severity != "error", problem.file, problem.line, problem.column, problem.code)
