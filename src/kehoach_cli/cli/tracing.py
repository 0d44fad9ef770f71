"""--trace: where every sentence and figure of a report comes from, with the lines of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.store.folder import Folder


def with_trace(
    view: Consolidation, opened: Opened, folder: PlanFolder, *, working: bool, with_status: bool
) -> Consolidation:
    """The view with the rows of the appendix of sources; only now the places of texts are read."""
    from kehoach_cli.model.amending import duties_of_period
    from kehoach_cli.queries.closing import as_closed
    from kehoach_cli.queries.trace import trace_view
    from kehoach_cli.queries.trace_evidence import files_named
    from kehoach_cli.queries.trace_rows import Where
    from kehoach_cli.store.layout import SUMMARY, report_path
    from kehoach_cli.store.places import text_lines

    deadline = folder.plan.deadline(view.period.id)
    folder = as_closed(folder, view.period.id)
    folder = duties_of_period(folder, deadline, view.as_of) if deadline else folder
    plan = f"plan/{folder.id}/plan.yaml"
    summary = report_path(folder.id, view.period.id, SUMMARY.removesuffix(".yaml"))
    named, source = files_named(view, folder, plan, summary), _folder(opened)
    where = Where(plan, summary, {file: text_lines(source, file) for file in named})
    trace = trace_view(view, folder, where, working=working, with_status=with_status)
    return view._replace(trace=trace)


def _folder(opened: Opened) -> Folder:
    """What the workspace was read from: the disk, or a revision of it."""
    if opened.at is not None:
        from kehoach_cli.cli.revision import folder_at

        return folder_at(opened.root, opened.at.id)
    from kehoach_cli.store.folder import DiskFolder

    return DiskFolder(opened.root)
