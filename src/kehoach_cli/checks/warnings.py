"""The rules that can only warn: `check` alone runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks import (
    amendment_warnings,
    calendar_rules,
    closing_rules,
    deadline_rules,
    figure_rules,
    import_rules,
    indicator_rules,
    issued_rules,
    life_rules,
    plan_warnings,
    privacy_rules,
    register_rules,
    report_warnings,
    revision_rules,
    source_rules,
    urgent_rules,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.checks.finding import Finding
    from kehoach_cli.checks.rules import Case

WARNING: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    register_rules.empty_groups,
    life_rules.not_there_in_time,
    life_rules.follows_the_living,
    plan_warnings.no_task,
    plan_warnings.named_twice,
    import_rules.nobody_named,
    import_rules.head_unknown,
    plan_warnings.timing_not_understood,
    plan_warnings.leads_but_no_recipient,
    deadline_rules.day_of_rest,
    deadline_rules.no_reporter,
    deadline_rules.open_reporter,
    deadline_rules.short_extension,
    deadline_rules.cutoff_missing,
    deadline_rules.cutoff_late,
    source_rules.against_source,
    amendment_warnings.days_reversed,
    amendment_warnings.changes_nothing,
    amendment_warnings.too_late,
    amendment_warnings.words_missing,
    amendment_warnings.against_words,
    amendment_warnings.repealed_but_reported,
    report_warnings.no_part_in_it,
    report_warnings.received_later,
    report_warnings.partner_reported,
    report_warnings.reason_missing,
    report_warnings.days_reversed,
    report_warnings.exempt_but_sent,
    report_warnings.later_but_reported,
    indicator_rules.added_rate,
    indicator_rules.without_weight,
    indicator_rules.nobody_gives,
    figure_rules.not_its_figure,
    figure_rules.more_than_estimated,
    figure_rules.more_than_planned,
    calendar_rules.listed_twice,
    calendar_rules.says_nothing_new,
    issued_rules.without_new_limit,
    issued_rules.days_reversed,
    issued_rules.issued_later,
    urgent_rules.days_reversed,
    urgent_rules.directed_in_silence,
    urgent_rules.received_later,
    closing_rules.changed_since,
    closing_rules.other_version,
    privacy_rules.about_others,
    revision_rules.version_stood_still,
)
