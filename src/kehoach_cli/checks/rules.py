"""The rules over a whole workspace, in two lists: those that can stop an answer, those that can only warn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks import (
    amendment_rules,
    calendar_rules,
    closing_rules,
    figure_rules,
    indicator_rules,
    issued_rules,
    life_rules,
    plan_rules,
    privacy_rules,
    register_rules,
    report_rules,
    urgent_rules,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from kehoach_cli.checks.finding import Finding
    from kehoach_cli.checks.revision_rules import Committed
    from kehoach_cli.model.workspace import Workspace


class Case(NamedTuple):
    """What a rule looks at: the workspace, the day asked about, its files, those in order."""

    workspace: Workspace
    as_of: date
    sound: frozenset[str]
    read: frozenset[str]
    committed: Mapping[str, Committed] = {}  # plans that were edited since the last commit, by id

    @property
    def register_is_sound(self) -> bool:
        """False when an agency may be missing only because its entry is broken."""
        return register_rules.FILE in self.sound


STOPPING: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    register_rules.ids_used_twice,
    register_rules.names_claimed_twice,
    register_rules.unknown_members,
    register_rules.groups_in_a_circle,
    life_rules.unknown_successors,
    life_rules.days_reversed,
    life_rules.successors_in_a_circle,
    plan_rules.no_plan,
    plan_rules.unknown_names,
    plan_rules.unknown_consolidator,
    plan_rules.refs_used_twice,
    plan_rules.nobody_leads,
    plan_rules.periods_used_twice,
    plan_rules.not_a_reporter,
    amendment_rules.unknown_or_used,
    amendment_rules.named_twice,
    indicator_rules.ids_used_twice,
    indicator_rules.unknown_names,
    indicator_rules.weights,
    indicator_rules.giver_and_check,
    report_rules.unknown_names,
    report_rules.not_in_its_place,
    report_rules.unknown_period,
    report_rules.owes_no_report,
    report_rules.unknown_refs,
    report_rules.answered_twice,
    figure_rules.unknown_indicators,
    figure_rules.figure_twice,
    figure_rules.unknown_refs,
    calendar_rules.off_and_working,
    issued_rules.not_in_its_place,
    issued_rules.unknown_period,
    issued_rules.unknown_names,
    issued_rules.number_used_twice,
    issued_rules.parts_of_its_kind,
    issued_rules.other_than_summary,
    urgent_rules.unknown_names,
    urgent_rules.not_in_its_place,
    urgent_rules.unknown_refs,
    closing_rules.not_in_its_place,
    closing_rules.unknown_period,
    closing_rules.closed_twice,
    closing_rules.unknown_names,
    privacy_rules.about_children,
)


def findings_of(case: Case, *, thorough: bool) -> Iterator[Finding]:
    """Everything the rules find; with `thorough` also what can only be a warning."""
    rules = STOPPING
    if thorough:
        from kehoach_cli.checks.warnings import WARNING

        rules += WARNING
    for rule in rules:
        yield from rule(case)
