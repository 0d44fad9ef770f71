"""Every sentence and figure of the consolidated report, in its order, with the reports it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.queries.trace_appendices import appendices
from kehoach_cli.queries.trace_draft import draft
from kehoach_cli.queries.trace_evidence import Files
from kehoach_cli.queries.trace_ledger import Ledger
from kehoach_cli.queries.trace_working import working_copy

if TYPE_CHECKING:
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.trace_rows import TraceRow, Where


def trace_view(
    view: Consolidation, folder: PlanFolder, where: Where, *, working: bool, with_status: bool
) -> tuple[TraceRow, ...]:
    """The rows of the appendix of sources, numbered as a reader of the draft (or working copy) meets them.

    `folder` holds the records behind the view: of a closed period those of its closing. The same text from
    the same places is one row, wherever it stands.
    """
    ledger = Ledger(view, Files(view, folder, where))
    (working_copy if working else draft)(ledger)
    appendices(ledger, working=working, with_status=with_status)
    return ledger.rows()
