"""The consolidated report and its cover as Word documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.render.word.document import About, WordFile, legible, word_document
from kehoach_cli.render.word.given import given_for_cover, given_names, sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kehoach_cli.queries.consolidation import Consolidation

DRAFT, WORKING, COVER = "bao-cao.docx", "bang-tong-hop.docx", "phieu-trinh.docx"
_TITLES = {DRAFT: "Báo cáo", WORKING: "Bảng tổng hợp báo cáo", COVER: "Phiếu trình giải quyết công việc"}


def word_report(
    view: Consolidation, *, working: bool, with_status: bool, folders: Sequence[Path]
) -> WordFile:
    """The draft for signature, or the working copy, as .docx: equal views give equal bytes.

    Of `folders` the first that has the template gives it, and each partial likewise; a fault in one
    raises TemplateFault, and there is no document. `with_status` adds to the draft who has reported.
    """
    name = WORKING if working else DRAFT
    return _made(name, view, given_names(legible(view), working=working, with_status=with_status), folders)


def word_cover(view: Consolidation, folders: Sequence[Path]) -> WordFile:
    """The one-page phiếu trình that carries what the draft leaves open; `notes` are the draft's."""
    notes = word_report(view, working=False, with_status=False, folders=folders).notes
    if view.paper.is_demo:  # it names the signer as the one it goes to
        view = view._replace(paper=view.paper._replace(signer=None))
    made = _made(COVER, view, given_for_cover(legible(view), notes), folders)
    return WordFile(made.content, notes)


def _made(name: str, view: Consolidation, names: Mapping[str, Any], folders: Sequence[Path]) -> WordFile:
    facts = {"document": "bao-cao", "plan": view.plan.id, "period": view.period.id} if name == DRAFT else {}
    title = f"{_TITLES[name]} {view.period.name}"
    about = About(title, view.paper.issuer, view.as_of, facts, view.paper.is_demo)
    given = {**names, **sentences(folders, names)}
    return word_document(name, given, folders, about, verbatim=name == WORKING)
