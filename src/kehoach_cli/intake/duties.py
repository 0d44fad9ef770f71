"""The sheet of duties → results by clause, and the one answer for those that are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.intake.printed import is_of_duty
from kehoach_cli.intake.telling import short as _short
from kehoach_cli.intake.titles import folded, is_form_text
from kehoach_cli.intake.values import shown
from kehoach_cli.model import form
from kehoach_cli.model.folding import fold
from kehoach_cli.model.names import nearest_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.intake.cells import Cell
    from kehoach_cli.intake.reading import Reading, Row
    from kehoach_cli.intake.recognise import Found

_NOTHING = "không phát sinh"
_NEEDS_REASON = ("chưa triển khai", "tạm dừng", "không thuộc nhiệm vụ")
_MORE_WORDS = {
    "hoan thanh": "đã hoàn thành",
    "dang trien khai": "đang thực hiện",
    "chua thuc hien": "chưa triển khai",
}
_STATUSES = (
    {fold(label): status for status, label in form.STATUS_LABELS.items()}
    | {fold(status): status for status in form.STATUS_LABELS}
    | _MORE_WORDS
)


class Duties(NamedTuple):
    """The answers of the sheet of duties, as keys of a report file."""

    results: list[dict[str, str]]
    rest: str | None


def read_duties(reading: Reading, tables: Iterable[Found]) -> Duties:
    """A clause that is gone since the form was sent out is told, not refused."""
    results: dict[str, tuple[dict[str, str], Cell]] = {}
    rest: str | None = None
    for row in reading.rows(tables):
        label = next((c for c in row.cells() if folded(c.value).startswith(folded(form.REST))), None)
        if label is not None:
            rest = _rest(row, label) or rest
            continue
        if (ref := _ref_of(row)) is None:
            continue
        answered = row.answers()
        result = _result(row, ref)
        if result is not None:
            _keep(reading, results, result, (answered or row.cells())[0])
    _tell_silence(reading, {*results}, rest)
    order = list(reading.expected.tasks)
    listed = sorted((r for r, _ in results.values()), key=lambda r: order.index(r["ref"]))
    return Duties(listed, rest)


def _ref_of(row: Row) -> str | None:
    """The clause of a row; None where it answers nothing, or where that was told."""
    expected, telling = row.reading.expected, row.reading.telling
    typed = row.given("ref")
    answers = row.answers()
    told_at = row.cell("ref") if answers else None
    ref = row.reading.clause_of_today(typed, row.seen("text"), told_at) if typed else _by_words(row)
    if ref is not None:
        row.take_given(lambda key, cell: is_of_duty(row, ref, key, cell))
        return ref
    if answers:
        row.take_given()
    if not answers:
        row.reading.take(*(c for c in row.cells() if is_form_text(c.value)))
    elif gone := row.reading.older.ref(typed):
        row.reading.take(*answers)
        value = _short(" – ".join(shown(c) for c in answers))
        telling.add("L436", answers[0], ref=gone, taken=f"phần trả lời không được nhập: “{value}”")
    elif typed:
        row.reading.take(*answers)
        telling.add("L435", row.cell("ref"), ref=typed, meant=expected.nearest_ref(typed))
    else:
        row.reading.take(*answers)
        telling.add("L438", answers[0], value=shown(answers[0]))
    return None


def _by_words(row: Row) -> str | None:
    """The clause whose short name or text stands in the row, where its number was taken away."""
    said = fold(row.given("text"))
    if not said:
        return None
    tasks = row.reading.expected.tasks.values()
    found = [t.ref for t in tasks if said in (fold(t.short or ""), fold(t.text))]
    return found[0] if len(found) == 1 else None


def _result(row: Row, ref: str) -> dict[str, str] | None:
    telling = row.reading.telling
    status_cell = row.cell("status", over=True)
    if status_cell is not None and status_cell.row != row.at:
        telling.add("L448", status_cell, ref=ref)
    words, note = row.text("result", over=True), row.text("note")
    said = row.text("status", over=True)
    if status_cell is None and not words and not note:
        return None
    if not said:
        if status_cell is None:
            telling.add("L430", _empty_cell(row, "status"), ref=ref)
        return None
    status = _status(said)
    if status is None:
        near = nearest_text(said, form.STATUS_LABELS.values()) or ""
        telling.add(
            "L431", status_cell, value=said, ref=ref, meant=near, known=_quoted(form.STATUS_LABELS.values())
        )
        return None
    if status in _NEEDS_REASON and not words:
        telling.add("L432", _empty_cell(row, "result"), ref=ref, status=form.STATUS_LABELS[status])
    expected = row.reading.expected
    if ref not in expected.roles and ref not in expected.possible:
        telling.add("L304", row.cell("ref") or status_cell, name=expected.agency, ref=ref)
    given = {"ref": ref, "status": status, "result": words, "note": note}
    return {key: value for key, value in given.items() if value}


def _status(said: str) -> str | None:
    return _STATUSES.get(fold(said))


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"“{text}”" for text in texts)


def _empty_cell(row: Row, key: str) -> Cell:
    """The place of a cell that nobody filled in; without its column, the first of the row."""
    first = row.cells()[0]
    return first._replace(row=row.at, column=row.found.columns.get(key, first.column))


def _rest(row: Row, label: Cell) -> str | None:
    """The answer beside «Các nhiệm vụ còn lại», or behind its colon."""
    others = [c for c in row.cells() if c.column > label.column]
    row.reading.take(label)
    said = row.text("status") or label.value.partition(":")[2].strip()
    beside = None if said else next((c for c in others if c.kind == "text"), None)
    if beside is not None:
        row.reading.take(beside)
        said = shown(beside)
    if not said.strip("‹›….[]"):
        return None
    if _status(said) == _NOTHING:
        return _NOTHING
    row.reading.telling.add("L433", row.cell("status") or (others or [label])[0], value=said)
    return None


def _keep(
    reading: Reading,
    results: dict[str, tuple[dict[str, str], Cell]],
    result: dict[str, str],
    cell: Cell,
) -> None:
    """Of two answers to one duty the same is one; different ones are told with both places."""
    ref = result["ref"]
    known = results.get(ref)
    if known is None:
        results[ref] = (result, cell)
    elif known[0] != result:
        reading.telling.add("L437", cell, ref=ref, first=known[1].place)


def _tell_silence(reading: Reading, answered: set[str], rest: str | None) -> None:
    silent = [ref for ref in reading.expected.roles if ref not in answered]
    if silent and rest is None and answered and not reading.telling.has_errors():
        reading.telling.add("L434", count=str(len(silent)), refs=", ".join(silent))
