"""The words of a report before they become a page: our notes marked, and the name of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.foreign import marked
from kehoach_cli.render.html_notes import mark_notes
from kehoach_cli.render.markdown import DRAFT, WORKING
from kehoach_cli.render.markdown_weave import Rendered, weave
from kehoach_cli.render.templates import print_template

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.queries.consolidation import Consolidation


def marked_markdown(
    view: Consolidation, *, working: bool, with_status: bool, folders: Sequence[Path]
) -> Rendered:
    """The text of `report_markdown` with a mark before and after every note of ours."""
    name = WORKING if working else DRAFT
    printed = print_template(name, {"view": marked(view), "with_status": with_status}, folders)
    return weave(mark_notes(printed), verbatim=working)


def report_title(view: Consolidation, *, working: bool) -> str:
    """What the browser's tab and a printed page's properties say."""
    what = "Bảng tổng hợp báo cáo" if working else "Báo cáo"
    subject = view.plan.subject or f"Kế hoạch số {view.plan.number}"
    return f"{what} kết quả thực hiện {subject} {view.period.name} - {view.paper.issuer}"
