"""A recognised workbook → the keys of a report file, with everything odd told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.intake import lists
from kehoach_cli.intake.claim import probable_names
from kehoach_cli.intake.duties import read_duties
from kehoach_cli.intake.older import has_words, older_of
from kehoach_cli.intake.reading import Reading
from kehoach_cli.intake.values import Refused, day_in, refuse_made_up, shown
from kehoach_cli.model import form as layout
from kehoach_cli.model.folding import fold
from kehoach_cli.model.names import look_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.intake.cells import Book, Cell
    from kehoach_cli.intake.older import Older
    from kehoach_cli.intake.reading import Expected
    from kehoach_cli.intake.recognise import Recognised
    from kehoach_cli.intake.telling import Telling

    Data = dict[str, Any]

_MOST_LISTED = 40
_MOST_SHOWN = 24


class Answers(NamedTuple):
    """What a workbook says: keys of a report file in their order, and whom to ask about it."""

    data: Data
    contact: str


def answers_of(form: Recognised, book: Book, expected: Expected, telling: Telling) -> Answers:
    """Everything at once; with an error in `telling` the data are not to be used."""
    reading = Reading(telling, expected, older_of(form.meta, expected.tasks))
    data = _box(form, reading) | _content(form, reading)
    if not any(key in data for key in _CONTENT) and not telling.has_errors():
        telling.add("L420")
    reading.judge_privacy(*(form.information[key] for key in ("number", "signer") if key in data))
    _tell_contradictions(form, data, telling)
    _tell_older(form, reading)
    _tell_leftover(form, book, reading)
    return Answers(data, _contact(form))


_CONTENT = (
    "directives",
    "tasks",
    "rest",
    "difficulties",
    "next",
    "proposals",
    "figures",
    "funds",
    "strengths",
    "limitations",
)


def _content(form: Recognised, reading: Reading) -> Data:
    """The tables, in the order of the report's keys; what holds nothing is left out."""
    duties = read_duties(reading, form.of(layout.TASKS))
    documents = lists.read_documents(reading, form.of(layout.DOCUMENTS))
    meetings = lists.read_list(reading, form.of(layout.MEETINGS))
    difficulties, proposals = lists.read_difficulties(reading, form.of(layout.DIFFICULTIES))
    data: Data = {
        "directives": documents + meetings,
        "tasks": duties.results,
        "rest": duties.rest,
        "difficulties": difficulties,
        "next": lists.read_list(reading, form.of(layout.OUTLOOK)),
        "proposals": proposals,
        "figures": lists.read_figures(reading, form.of(layout.FIGURES)),
        "funds": lists.read_funds(reading, form.of(layout.FUNDS)),
        **lists.read_assessment(reading, form.of(layout.ASSESSMENT)),
    }
    return {key: value for key, value in data.items() if value}


def _box(form: Recognised, reading: Reading) -> Data:
    """The box «Thông tin báo cáo», as far as a report file has a place for it."""
    data: Data = {}
    for key in ("number", "dated", "signer", "covers"):
        cell = form.information.get(key)
        if cell is None:
            continue
        try:
            refuse_made_up(cell)
            if key == "dated":
                data[key] = day_in(cell).isoformat()
            elif key == "covers":
                data[key] = _partners(cell, reading)
            else:
                data[key] = " ".join(shown(cell).split())
        except Refused as error:
            reading.telling.refuse(error, cell)
    return {key: value for key, value in data.items() if value}


def _partners(cell: Cell, reading: Reading) -> list[str]:
    """The agencies of a joint report, one a line or with «;» (a comma where no name holds one) between."""
    register = reading.expected.register
    agencies = [*register.agencies.values()]
    found: list[str] = []
    if fold(cell.value) in ("khong", "khong co"):
        return found
    pieces = [p.strip() for p in re.split(r"[;\n]", cell.value) if p.strip()]
    for whole in pieces:
        parts = [whole] if look_up(whole, agencies).found else [p.strip() for p in whole.split(",")]
        for part in filter(None, parts):
            lookup = look_up(part, agencies)
            if lookup.found is None:
                reading.telling.add("L466", cell, value=part, meant=probable_names(part, lookup, register))
            elif lookup.found.name not in (reading.expected.agency, *found):
                found.append(lookup.found.name)
    return found


def _contact(form: Recognised) -> str:
    """Who filled the form in, and the telephone: for the clerk, not for the report file."""
    cells = (form.information.get(key) for key in ("author", "phone"))
    return ", ".join(" ".join(shown(c).split()) for c in cells if c)


def _tell_contradictions(form: Recognised, data: Data, telling: Telling) -> None:
    for (key, label), answered in zip(layout.NOTHING, ("difficulties", "proposals"), strict=True):
        if key in form.information and answered in data:
            telling.add("L463", form.information[key], label=label, count=str(len(data[answered])))


def _tell_older(form: Recognised, reading: Reading) -> None:
    """An older form is taken; which duties have changed since then is told."""
    version = form.meta.get("form", layout.FORM_VERSION)
    if version != layout.FORM_VERSION:
        reading.telling.add("L422", version=version)
    older = reading.older
    changed = list(_changes(older, reading.expected)) if older.digests else []
    if changed:
        reading.telling.add("L421", changes="; ".join(changed))


def _changes(older: Older, expected: Expected) -> Iterator[str]:
    moved = {*older.moved.values()}
    for ref, task in expected.tasks.items():
        digest = older.digests.get(ref)
        role = expected.roles.get(ref)
        if ref in older.moved:
            yield f"mục {ref} nay là mục {older.moved[ref]}"
        elif digest is None:
            if role is not None and ref not in moved:
                yield f"thêm nhiệm vụ {ref}"
        elif role is None:
            yield f"nhiệm vụ {ref} không còn giao cho đơn vị"
        elif digest != layout.duty_digest(ref, task.text, role):
            is_same = has_words(digest, ref, task.text)
            yield f"nhiệm vụ {ref} đã {'đổi vai trò' if is_same else 'sửa lời'}"
    for ref in sorted({*older.digests} - set(expected.tasks)):
        now = older.moved.get(ref)
        yield f"mục {ref} nay là mục {now}" if now else f"bỏ nhiệm vụ {ref}"


def _tell_leftover(form: Recognised, book: Book, reading: Reading) -> None:
    """Nothing that somebody filled in is passed over in silence."""
    by_sheet: dict[str, list[Cell]] = {}
    for cell in sorted((*form.leftover, *reading.leftover()), key=lambda c: (c.row, c.column)):
        by_sheet.setdefault(cell.sheet, []).append(cell)
    for cells in by_sheet.values():
        said = [f"{c.address} “{_brief(shown(c))}”" for c in cells[:_MOST_LISTED]]
        said += [f"và {len(cells) - _MOST_LISTED} ô khác"] if len(cells) > _MOST_LISTED else []
        reading.telling.add("L470", None, cells[0].sheet, count=str(len(cells)), cells=", ".join(said))
    for sheet in form.hidden:
        count = sum(map(len, sheet.rows.values()))
        reading.telling.add("L471", None, sheet.name, count=str(count))
    if book.has_pictures:
        reading.telling.add("L472")
    for sheet in book.sheets:
        if sheet.beyond:
            reading.telling.add("L474", None, f"{sheet.name}!{sheet.beyond}")


def _brief(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1].rstrip() + "…"
