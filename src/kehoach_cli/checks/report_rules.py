"""Rules of the reports received that stop an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding, LineOf
from kehoach_cli.checks.plan_rules import file_of, no_agency
from kehoach_cli.checks.register_rules import everyone_is_known
from kehoach_cli.model.amending import deadlines_ever, periods_ever, refs_ever
from kehoach_cli.model.names import NearestName
from kehoach_cli.model.owing import senders_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import Filed, PlanFolder

    Path = tuple[str | int, ...]

OFFICE = "plan/office.yaml"


def reports_of(case: Case) -> Iterator[tuple[PlanFolder, Filed]]:
    """Every report with the plan it was sent in for."""
    for folder in case.workspace.plans:
        for filed in folder.reports:
            yield folder, filed


def placed_reports(case: Case) -> Iterator[tuple[PlanFolder, Filed, Agency]]:
    """Reports whose content says what their place says, each with its agency; the others are told already."""
    for folder, filed in reports_of(case):
        agency = case.workspace.register.find_agency(filed.report.agency)
        if agency is not None and _place_of(folder, filed, agency) == filed.file:
            yield folder, filed, agency


def _place_of(folder: PlanFolder, filed: Filed, agency: Agency) -> str:
    return f"plan/{folder.id}/reports/{filed.report.period}/{agency.id}.yaml"


def unknown_names(case: Case) -> Iterator[Finding]:
    """Senders and partners that are no agency of the register."""
    register = case.workspace.register
    if not case.register_is_sound:
        return
    nearest = NearestName(register.entries())
    for _, filed in reports_of(case):
        named: list[tuple[Path, str, str]] = [(("agency",), filed.report.agency, "cơ quan gửi báo cáo")]
        named += [(("covers", n), name, "phần báo cáo chung") for n, name in enumerate(filed.report.covers)]
        for path, name, where in named:
            for finding in no_agency(register, nearest, path, name, where):
                yield finding._replace(file=filed.file)


def not_in_its_place(case: Case) -> Iterator[Finding]:
    """The folder tells the period and the file name the agency; the content must say the same."""
    for folder, filed in reports_of(case):
        agency = case.workspace.register.find_agency(filed.report.agency)
        if agency is None or _place_of(folder, filed, agency) == filed.file:
            continue
        wrong_period = f"/reports/{filed.report.period}/" not in filed.file
        what = (
            f"nội dung ghi kỳ {filed.report.period}"
            if wrong_period
            else f"nội dung ghi cơ quan {agency.name} (mã {agency.id})"
        )
        path = ("period",) if wrong_period else ("agency",)
        yield Finding("L306", path, {"what": what, "path": _place_of(folder, filed, agency)}, filed.file)
    yield from _summaries_in_their_place(case)


def _summaries_in_their_place(case: Case) -> Iterator[Finding]:
    for folder in case.workspace.plans:
        for period, summary in folder.summaries.items():
            if summary.period != period:
                words = {
                    "what": f"nội dung ghi kỳ {summary.period}",
                    "path": summary_file(folder, summary.period),
                }
                yield Finding("L306", ("period",), words, summary_file(folder, period))


def summary_file(folder: PlanFolder, period: str) -> str:
    """Where the Office's own words for a period stand."""
    return f"plan/{folder.id}/reports/{period}/_tong-hop.yaml"


def unknown_period(case: Case) -> Iterator[Finding]:
    """A period that the plan has no deadline for; the Office's own words must have one too."""
    for folder in case.workspace.plans:
        if file_of(folder) not in case.sound:
            continue
        files = [(f.file, f.report.period) for f in folder.reports]
        files += [(summary_file(folder, period), s.period) for period, s in folder.summaries.items()]
        known = periods_ever(folder.plan)
        for file, period in files:
            if period not in known and f"/reports/{period}/" in file:
                words = {"period": period, "known": ", ".join(known)}
                yield Finding("L312", ("period",), words, file)


def owes_no_report(case: Case) -> Iterator[Finding]:
    """An agency that is no reporter of the period; the consolidating agency may have a file."""
    register = case.workspace.register
    consolidators = _consolidators(case)
    if consolidators is None or not case.register_is_sound:
        return
    for folder, filed, _ in placed_reports(case):
        deadlines = deadlines_ever(folder.plan, filed.report.period)
        names = [name for deadline in deadlines for name in deadline.reporters]
        if not deadlines or not everyone_is_known(register, names):
            continue
        allowed = consolidators.union(*(_reporters(case, deadline) for deadline in deadlines))
        for path, name in _named(filed):
            agency = register.find_agency(name)
            if agency and agency.id not in allowed:
                words = {"name": agency.name, "period": filed.report.period}
                yield Finding("L302", path, words, filed.file)


def _named(filed: Filed) -> Iterator[tuple[Path, str]]:
    yield ("agency",), filed.report.agency
    for index, name in enumerate(filed.report.covers):
        yield ("covers", index), name


def _reporters(case: Case, deadline: Deadline) -> set[str]:
    return senders_of(deadline, case.workspace.register)


def _consolidators(case: Case) -> set[str] | None:
    """The agencies that consolidate; None when office.yaml does not say it readably."""
    office, register = case.workspace.office, case.workspace.register
    if office is None:
        return None
    found = [register.find_agency(i.consolidator) for i in office.office]
    return {a.id for a in found if a} if all(found) and OFFICE in case.sound else None


def unknown_refs(case: Case) -> Iterator[Finding]:
    """Answers to clauses that the plan has not."""
    from kehoach_cli.model.names import nearest_text

    for folder, file, refs in _answers(case):
        known = refs_ever(folder.plan)
        if file_of(folder) not in case.sound:
            continue
        for index, ref in enumerate(refs):
            if ref not in known:
                words = {"ref": ref, "meant": nearest_text(ref, known) or ""}
                yield Finding("L303", ("tasks", index, "ref"), words, file)


def answered_twice(case: Case) -> Iterator[Finding]:
    """Two answers to one clause in one file."""
    for _, file, refs in _answers(case):
        first: dict[str, int] = {}
        for index, ref in enumerate(refs):
            if first.setdefault(ref, index) < index:
                path = ("tasks", index, "ref")
                words: Words = {
                    "ref": ref,
                    "first": LineOf(("tasks", first[ref], "ref")),
                    "second": LineOf(path),
                }
                yield Finding("L310", path, words, file)


def _answers(case: Case) -> Iterator[tuple[PlanFolder, str, list[str]]]:
    """The refs that each report and each text of the Office speaks of, with the file."""
    for folder, filed in reports_of(case):
        yield folder, filed.file, [r.ref for r in filed.report.tasks]
    for folder in case.workspace.plans:
        for period, summary in folder.summaries.items():
            yield folder, summary_file(folder, period), [t.ref for t in summary.tasks]
