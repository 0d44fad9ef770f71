"""Rules of the reports received that stop an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding, LineOf
from kehoach_cli.checks.register_rules import nearest_id
from kehoach_cli.model.slots import reporters_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import Filed, PlanFolder


def reports_of(case: Case) -> Iterator[tuple[PlanFolder, Filed]]:
    for folder in case.workspace.plans:
        for filed in folder.reports:
            yield folder, filed


def _named(filed: Filed) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("agency",), filed.report.agency
    for index, name in enumerate(filed.report.covers):
        yield ("covers", index), name


def unknown_names(case: Case) -> Iterator[Finding]:
    register = case.workspace.register
    if not case.register_is_sound:
        return
    for _, filed in reports_of(case):
        for path, name in _named(filed):
            if register.find_agency(name) is None:
                where = "cơ quan gửi báo cáo" if path == ("agency",) else "phần báo cáo chung"
                words = {"name": name, "where": where, "meant": nearest_id(register, name)}
                yield Finding("L201", path, dict(words), filed.file)


def not_in_its_place(case: Case) -> Iterator[Finding]:
    """The folder tells the period and the file name the agency; the content must say the same."""
    for folder, filed in reports_of(case):
        agency = case.workspace.register.find_agency(filed.report.agency)
        if agency is None:
            continue
        right = f"plan/{folder.id}/reports/{filed.report.period}/{agency.id}.yaml"
        if right == filed.file:
            continue
        wrong_period = f"/reports/{filed.report.period}/" not in filed.file
        what = (
            f"nội dung ghi kỳ {filed.report.period}"
            if wrong_period
            else f"nội dung ghi cơ quan {agency.name} (mã {agency.id})"
        )
        path = ("period",) if wrong_period else ("agency",)
        yield Finding("L306", path, {"what": what, "path": right}, filed.file)
    yield from _summaries_in_their_place(case)


def _summaries_in_their_place(case: Case) -> Iterator[Finding]:
    for folder in case.workspace.plans:
        for period, summary in folder.summaries.items():
            if summary.period != period:
                words = {
                    "what": f"nội dung ghi kỳ {summary.period}",
                    "path": f"plan/{folder.id}/reports/{summary.period}/_tong-hop.yaml",
                }
                yield Finding("L306", ("period",), dict(words), _summary_file(folder, period))


def _summary_file(folder: PlanFolder, period: str) -> str:
    return f"plan/{folder.id}/reports/{period}/_tong-hop.yaml"


def unknown_period(case: Case) -> Iterator[Finding]:
    for folder, filed in reports_of(case):
        known = [d.period for d in folder.plan.deadlines]
        if filed.report.period not in known and f"plan/{folder.id}/plan.yaml" in case.sound:
            words = {"period": filed.report.period, "known": ", ".join(known)}
            yield Finding("L312", ("period",), dict(words), filed.file)


def owes_no_report(case: Case) -> Iterator[Finding]:
    """An agency that is no reporter of the period; the consolidating agency may have a file."""
    register = case.workspace.register
    for folder, filed in reports_of(case):
        deadline = folder.plan.deadline(filed.report.period)
        if deadline is None or not case.register_is_sound:
            continue
        allowed = {a.id for a, _ in reporters_of(deadline, register)} | _consolidators(case, register)
        for path, name in _named(filed):
            agency = register.find_agency(name)
            if agency and agency.id not in allowed:
                words = {"name": agency.name, "period": filed.report.period}
                yield Finding("L302", path, dict(words), filed.file)


def _consolidators(case: Case, register: Register) -> set[str]:
    office = case.workspace.office
    found = [register.find_agency(i.consolidator) for i in office.office] if office else []
    return {agency.id for agency in found if agency}


def unknown_refs(case: Case) -> Iterator[Finding]:
    for folder, file, refs in _answers(case):
        known = [t.ref for t in (*folder.plan.tasks, *folder.plan.organisation)]
        if f"plan/{folder.id}/plan.yaml" not in case.sound:
            continue
        for index, ref in enumerate(refs):
            if ref not in known:
                from kehoach_cli.model.names import nearest_text

                words = {"ref": ref, "meant": nearest_text(ref, known) or ""}
                yield Finding("L303", ("tasks", index, "ref"), dict(words), file)


def answered_twice(case: Case) -> Iterator[Finding]:
    for _, file, refs in _answers(case):
        for index, ref in enumerate(refs):
            first = refs.index(ref)
            if first < index:
                path = ("tasks", index, "ref")
                words = {"ref": ref, "first": LineOf(("tasks", first, "ref")), "second": LineOf(path)}
                yield Finding("L310", path, dict(words), file)


def _answers(case: Case) -> Iterator[tuple[PlanFolder, str, list[str]]]:
    """The refs that each report and each text of the Office speaks of, with the file."""
    for folder, filed in reports_of(case):
        yield folder, filed.file, [r.ref for r in filed.report.tasks]
    for folder in case.workspace.plans:
        for period, summary in folder.summaries.items():
            yield folder, _summary_file(folder, period), [t.ref for t in summary.tasks]
