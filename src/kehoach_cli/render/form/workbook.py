"""The report form of one agency as a workbook: what it must answer, where, and what each cell takes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from kehoach_cli.model.demonstration import MARK, UNSIGNED
from kehoach_cli.model.form import FORM_VERSION, GUIDE, META, META_KEYS, SHEETS, TASKS, duty_key
from kehoach_cli.render.excel import shown
from kehoach_cli.render.form.choices import Choices
from kehoach_cli.render.form.look import FONT, Looks
from kehoach_cli.render.form.page import Page
from kehoach_cli.render.form.sheets import WRITERS, guide
from kehoach_cli.render.form.words import attached, file_title, reporter, title
from kehoach_cli.render.word.archive import CORE, core_properties, packed
from kehoach_cli.render.word.stamp import stamped

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from kehoach_cli.model.form import Sheet
    from kehoach_cli.queries.forms import FormView

_NARROW = 14  # characters, of a column that stays empty


def form_workbook(view: FormView) -> bytes:
    """The .xlsx file; equal views give equal bytes.

    It carries unseen which plan, period, agency and duties it is about, and a digest that shows whether
    somebody has saved it since (word.stamp.is_untouched).
    """
    from openpyxl.styles import Font
    from openpyxl.workbook import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book._named_styles["Normal"].font = Font(name=FONT, size=11)  # type: ignore[attr-defined]  # noqa: SLF001  # no other way to it
    sheets = [book.create_sheet(GUIDE), *(book.create_sheet(sheet.name) for sheet in SHEETS)]
    looks, choices = Looks(sheets[0]), Choices(book)
    for sheet, layout in zip(sheets, (None, *SHEETS), strict=True):
        page = Page(sheet, looks, choices, _widths(layout, view))
        page.across(title(view), "title")
        page.across(reporter(view), "subtitle")
        page.across(attached(view), "note")
        if view.paper.is_demo:
            page.across(MARK, "subtitle")
            page.signer = UNSIGNED
        else:
            page.row += 1
        (WRITERS[layout.name] if layout else guide)(page, view)
        page.protect()
    _meta(book, view)
    return _saved(book, view)


def _widths(layout: Sheet | None, view: FormView) -> list[int]:
    """Characters a column; where no earlier answers stand, their room goes to the duties' words."""
    if layout is None:
        return [4, 36, 96]
    widths = {c.key: c.width for c in layout.tables[0].columns}
    if layout.tables[0] is TASKS and view.earlier is None:
        widths["previous"], widths["text"] = _NARROW, widths["text"] + _NARROW // 2
    return [*widths.values()]


def _meta(book: Workbook, view: FormView) -> None:
    """The hidden sheet: what the form is about, for whoever reads it back."""
    sheet = book.create_sheet(META)
    sheet.sheet_state = "veryHidden"
    known = (FORM_VERSION, view.plan.id, str(view.plan_version), view.period.id, view.agency, view.digest)
    facts = dict(zip(META_KEYS, known, strict=True)) | {duty_key(d.ref): d.digest for d in view.duties}
    for row, (key, value) in enumerate(facts.items(), 1):
        for column, text in enumerate((key, value), 1):
            cell = sheet.cell(row, column, shown(text))
            cell.data_type = "s"


def _saved(book: Workbook, view: FormView) -> bytes:
    """The file's bytes without the moment at which it was made."""
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts[CORE] = core_properties(shown(file_title(view)), shown(view.paper.issuer), view.as_of)
    return packed(stamped(parts, {}))
