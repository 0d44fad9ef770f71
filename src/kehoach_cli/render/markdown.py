"""The consolidated report as Markdown: the draft for signature and the working copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.appendices import appendices_of
from kehoach_cli.render.demonstration import in_markdown
from kehoach_cli.render.markdown_escape import escape, escape_cell
from kehoach_cli.render.markdown_weave import Rendered, weave
from kehoach_cli.render.templates import print_template
from kehoach_cli.render.trace_marks import settled, traced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.queries.consolidation import Consolidation

__all__ = ["Rendered", "escape", "escape_cell", "report_markdown"]

DRAFT, WORKING = "bao-cao.md.j2", "bang-tong-hop.md.j2"


def report_markdown(
    view: Consolidation, *, working: bool, with_status: bool, folders: Sequence[Path]
) -> Rendered:
    """The text in Markdown with the number of notes to settle.

    `with_status` adds to the draft who has reported; the working copy always tells it. Of `folders`
    the first that has a template gives it; a fault in one raises TemplateFault.
    """
    printed = printed_report(view, working=working, with_status=with_status, folders=folders)
    made = weave(printed, verbatim=working)
    if view.trace:
        made = made._replace(text=settled(made.text, lambda number, _: f"[{number}]", str))
    return made._replace(text=in_markdown(made.text)) if view.paper.is_demo else made


def printed_report(view: Consolidation, *, working: bool, with_status: bool, folders: Sequence[Path]) -> str:
    """What the template prints, texts of others still marked."""
    has_trace = bool(view.trace)
    given = {
        "view": traced(view),
        "with_status": with_status,
        "phu_luc": appendices_of(view, working=working, with_status=with_status, with_sources=has_trace),
    }
    return print_template(WORKING if working else DRAFT, given, folders)
