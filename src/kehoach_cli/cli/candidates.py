"""What Tab offers: the agencies, plans and periods of the workspace the line speaks of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer._click.core import Context

    from kehoach_cli.model.workspace import Workspace


def agencies(ctx: Context) -> Iterable[tuple[str, str]]:
    """Every agency and group by its name, with its id as help."""
    return [(entry.name, entry.id) for entry in _workspace(ctx).register.entries()]


def senders(ctx: Context) -> Iterable[tuple[str, str]]:
    """Every single agency by its name, with its id as help."""
    return [(agency.name, agency.id) for agency in _workspace(ctx).register.agencies.values()]


def plans(ctx: Context) -> Iterable[tuple[str, str]]:
    """Every plan by its id, with its title as help."""
    return [(plan.id, plan.plan.document.title) for plan in _workspace(ctx).plans]


def periods(ctx: Context) -> Iterable[tuple[str, str]]:
    """The periods that the plans (or the one of --plan) have deadlines for; else every period there is."""
    from kehoach_cli.cli.opening import pick_plan
    from kehoach_cli.model.amending import versions
    from kehoach_cli.model.periods import describe_period, period_ids

    plans = _workspace(ctx).plans
    if named := ctx.params.get("plan"):
        plans = (pick_plan(plans, named),)
    known = {
        deadline.period: deadline.label or describe_period(deadline.period, plan.plan.document.year).name
        for plan in plans
        for version in versions(plan.plan)
        for deadline in version.deadlines
    }
    return known.items() if known else [(id_, "") for id_ in period_ids()]


def open_difficulties(ctx: Context) -> Iterable[tuple[str, str]]:
    """The codes of the difficulties that nobody has settled, with their texts as help."""
    return [
        (raised.file.rpartition("/")[2].removesuffix(".yaml"), raised.urgent.text)
        for plan in _workspace(ctx).plans
        for raised in plan.raised
        if not any(answer.state == "đã giải quyết" for answer in raised.urgent.answers)
    ]


def _workspace(ctx: Context) -> Workspace:
    from datetime import date

    from kehoach_cli.cli.opening import find_workspace
    from kehoach_cli.store.remembering import load_remembered

    said = ctx.params.get("directory") or ctx.find_root().params.get("directory")
    root = find_workspace(Path(said) if said else None)
    return load_remembered(root, date.min).workspace
