"""The consolidated report as one HTML page: the body of the Markdown inside the office's page template."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kehoach_cli.render.bounds import one_document
from kehoach_cli.render.demonstration import in_page
from kehoach_cli.render.html.body import html_body
from kehoach_cli.render.html.chart import chart
from kehoach_cli.render.html.notes import shade_notes
from kehoach_cli.render.markdown_weave import Rendered
from kehoach_cli.render.report_text import marked_markdown, report_title
from kehoach_cli.render.templates import print_template
from kehoach_cli.render.trace_marks import settled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.queries.consolidation import Consolidation

__all__ = ["PAGE", "Rendered", "html_report", "marked_markdown"]

PAGE = "bao-cao.html.j2"


@one_document()
def html_report(
    view: Consolidation, *, working: bool, with_status: bool, folders: Sequence[Path]
) -> Rendered:
    """The page with the number of notes to settle; equal views give equal bytes.

    Nothing in it comes from elsewhere: no script, font or picture. What agencies wrote is text only.
    A fault in a template of `folders` raises TemplateFault.
    """
    body = marked_markdown(view, working=working, with_status=with_status, folders=folders)
    picture = chart(view.sending, view.as_of) if working or with_status else ""
    made = html_body(body.text, picture, is_traced=bool(view.trace))
    given = {
        "title": escape(report_title(view, working=working)),
        "body": _linked(shade_notes(made.html)) if view.trace else shade_notes(made.html),
        "appendices": made.appendices,
        "is_traced": bool(view.trace),
    }
    page = print_template(PAGE, given, folders)
    return Rendered(in_page(page) if view.paper.is_demo else page, body.notes)


def _linked(html: str) -> str:
    """Marks lead to their rows, and each row back to its first mark."""
    return settled(html, _mark, lambda n: f'<a id="nguon-{n}" href="#vet-{n}">{n}</a>')


def _mark(number: int, is_first: bool) -> str:
    id_ = f' id="vet-{number}"' if is_first else ""
    # a word joiner before it: no line begins with a mark
    return f'\u2060<sup class="vet"{id_}><a href="#nguon-{number}">[{number}]</a></sup>'
