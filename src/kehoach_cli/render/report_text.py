"""The words of a report before they become a page: our notes marked, and the name of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.html.notes import mark_notes
from kehoach_cli.render.markdown import printed_report
from kehoach_cli.render.markdown_weave import Rendered, weave
from kehoach_cli.render.trace_marks import leading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.queries.consolidation import Consolidation


def marked_markdown(
    view: Consolidation, *, working: bool, with_status: bool, folders: Sequence[Path]
) -> Rendered:
    """The text of `report_markdown`, each note of ours between marks, the signs of a trace as they are."""
    printed = printed_report(view, working=working, with_status=with_status, folders=folders)
    made = weave(mark_notes(printed), verbatim=working)
    return made._replace(text=leading(made.text)) if view.trace else made


def report_title(view: Consolidation, *, working: bool) -> str:
    """What the browser's tab and a printed page's properties say."""
    what = "Bảng tổng hợp báo cáo" if working else "Báo cáo"
    subject = view.plan.subject or f"Kế hoạch số {view.plan.number}"
    return f"{what} kết quả thực hiện {subject} {view.period.name} - {view.paper.issuer}"
