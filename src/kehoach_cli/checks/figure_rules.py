"""Rules of the figures and funds that reports give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.indicator_rules import members_of, twice
from kehoach_cli.checks.plan_rules import file_of
from kehoach_cli.checks.register_rules import everyone_is_known
from kehoach_cli.checks.report_rules import placed_reports, reports_of
from kehoach_cli.model.amending import refs_ever
from kehoach_cli.model.names import nearest_text
from kehoach_cli.model.succession import ancestry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.finding import Words
    from kehoach_cli.checks.rules import Case


def unknown_indicators(case: Case) -> Iterator[Finding]:
    """Figures of an indicator that the plan has not."""
    for folder, filed in reports_of(case):
        known = [i.id for i in folder.plan.indicators]
        if file_of(folder) not in case.sound:
            continue
        for index, figure in enumerate(filed.report.figures):
            if figure.indicator not in known:
                words = {"id": figure.indicator, "meant": nearest_text(figure.indicator, known) or ""}
                yield Finding("L340", ("figures", index, "indicator"), words, filed.file)


def figure_twice(case: Case) -> Iterator[Finding]:
    """Two figures for one indicator in one report."""
    for _, filed in reports_of(case):
        ids = [f.indicator for f in filed.report.figures]
        for path, words in twice(ids, "figures", "indicator"):
            yield Finding("L342", path, words, filed.file)


def unknown_refs(case: Case) -> Iterator[Finding]:
    """Money for a clause that the plan has not."""
    for folder, filed in reports_of(case):
        known = refs_ever(folder.plan)
        if file_of(folder) not in case.sound:
            continue
        for index, fund in enumerate(filed.report.funds):
            if fund.ref is not None and fund.ref not in known:
                words = {"ref": fund.ref, "meant": nearest_text(fund.ref, known) or ""}
                yield Finding("L303", ("funds", index, "ref"), words, filed.file)


def not_its_figure(case: Case) -> Iterator[Finding]:
    """A figure that the plan asks of neither the sender nor whom it reports for."""
    register = case.workspace.register
    for folder, filed, agency in placed_reports(case):
        indicators = {i.id: (*i.givers, *i.compare) for i in folder.plan.indicators}
        partners = [a for name in filed.report.covers if (a := register.find_agency(name))]
        speakers = {id_ for a in (agency, *partners) for id_ in ancestry(register, a)}
        for index, figure in enumerate(filed.report.figures):
            names = indicators.get(figure.indicator)
            if names is None or not everyone_is_known(register, names):
                continue
            if not speakers & members_of(names, register).keys():
                words: Words = {"name": agency.name, "id": figure.indicator}
                yield Finding("L341", ("figures", index, "indicator"), words, filed.file)


def more_than_estimated(case: Case) -> Iterator[Finding]:
    """Of a count, more done already than the whole period is expected to give."""
    for folder, filed in reports_of(case):
        counts = {i.id for i in folder.plan.indicators if i.kind == "count"}
        for index, figure in enumerate(filed.report.figures):
            value, estimate = figure.value, figure.estimate
            if figure.indicator in counts and value is not None and estimate is not None and value > estimate:
                words = {"id": figure.indicator, "value": _said(value), "estimate": _said(estimate)}
                yield Finding("L343", ("figures", index, "value"), words, filed.file)


def more_than_planned(case: Case) -> Iterator[Finding]:
    """More money used than planned."""
    for _, filed in reports_of(case):
        for index, fund in enumerate(filed.report.funds):
            if fund.used is not None and fund.planned is not None and fund.used > fund.planned:
                words = {"used": _said(fund.used), "planned": _said(fund.planned)}
                yield Finding("L344", ("funds", index, "used"), words, filed.file)


def _said(number: object) -> str:
    """As the file writes it, thousands apart: 1.234,5."""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))
