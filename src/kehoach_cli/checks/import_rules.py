"""What the official text left open when a plan was taken from it; these rules can only warn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.plan_rules import file_of, tasks_of
from kehoach_cli.model.imported import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.checks.rules import Case

_NEEDED = {"number": "số, ký hiệu", "issuer": "cơ quan ban hành", "title": "trích yếu"}


def nobody_named(case: Case) -> Iterator[Finding]:
    """A clause that says that the plan names nobody who leads."""
    for folder in case.workspace.plans:
        for path, task in tasks_of(folder.plan):
            if task.open and not task.lead:
                yield Finding("L630", (*path, "open"), {"ref": task.ref}, file_of(folder))


def head_unknown(case: Case) -> Iterator[Finding]:
    """What stands in the head of a plan only because something must."""
    for folder in case.workspace.plans:
        for key, what in _NEEDED.items():
            if getattr(folder.plan.document, key) == UNKNOWN:
                yield Finding("L631", ("document", key), {"what": what}, file_of(folder))
