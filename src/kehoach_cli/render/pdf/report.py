"""The consolidated report as PDF: the words of the Markdown, set by typst as the office's template says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.demonstration import MARK
from kehoach_cli.render.bounds import one_document
from kehoach_cli.render.pdf.glyphs import unprintable
from kehoach_cli.render.pdf.setting import FONTS, typeset
from kehoach_cli.render.pdf.tree import tree_of
from kehoach_cli.render.report_text import marked_markdown, report_title

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.queries.consolidation import Consolidation

PAGES = "bao-cao.typ"
_REGULAR = FONTS / "LiberationSerif-Regular.ttf"


class PdfFile(NamedTuple):
    """A document, its notes to settle, and the characters that its font lacks, as often as they stand."""

    content: bytes
    notes: int
    unprintable: str


@one_document()
def pdf_report(view: Consolidation, *, working: bool, with_status: bool, folders: Sequence[Path]) -> PdfFile:
    """The draft for signature, or the working copy: equal views give equal bytes.

    The words come from the templates of the Markdown, the look from `bao-cao.typ`; a fault in any of
    them raises TemplateFault. A missing typst raises ModuleNotFoundError before anything is printed.
    """
    import json

    import typst  # noqa: F401  # the person without it learns so at once

    words = marked_markdown(view, working=working, with_status=with_status, folders=folders)
    given = {
        "title": report_title(view, working=working),
        "author": view.paper.issuer,
        "parts": tree_of(words.text),
    }
    data = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
    content = typeset(PAGES, data, folders, view.as_of, MARK if view.paper.is_demo else "")
    return PdfFile(content, words.notes, unprintable(data, _REGULAR))
