"""The rules that can only warn: `check` alone runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks import deadline_rules, plan_warnings, register_rules, report_warnings, source_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.checks.finding import Finding
    from kehoach_cli.checks.rules import Case

WARNING: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    register_rules.empty_groups,
    plan_warnings.no_task,
    plan_warnings.named_twice,
    plan_warnings.timing_not_understood,
    plan_warnings.leads_but_no_recipient,
    deadline_rules.weekend,
    deadline_rules.no_reporter,
    deadline_rules.open_reporter,
    deadline_rules.short_extension,
    deadline_rules.cutoff_missing,
    deadline_rules.cutoff_late,
    source_rules.against_source,
    report_warnings.no_part_in_it,
    report_warnings.received_later,
    report_warnings.partner_reported,
    report_warnings.reason_missing,
    report_warnings.days_reversed,
    report_warnings.exempt_but_sent,
)
