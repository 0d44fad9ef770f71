"""The consolidated report as Markdown: the draft for signature and the working copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.render.foreign import marked
from kehoach_cli.render.markdown_escape import escape, escape_cell
from kehoach_cli.render.markdown_weave import Rendered, weave
from kehoach_cli.render.templates import print_template

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
    name = WORKING if working else DRAFT
    printed = print_template(name, {"view": marked(view), "with_status": with_status}, folders)
    return weave(printed, verbatim=working)
