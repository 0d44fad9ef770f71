"""The other sheets: documents, meetings, assessment, outlook, figures, funds, difficulties, proposals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from kehoach_cli.intake.printed import is_of_indicator
from kehoach_cli.intake.titles import folded
from kehoach_cli.intake.values import COUNT, MONEY, Refused, Wanted, day_in, shown
from kehoach_cli.model import form
from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.intake.reading import Reading, Row
    from kehoach_cli.intake.recognise import Found
    from kehoach_cli.model.plan import Indicator

    Item = dict[str, str]

_T = TypeVar("_T")
_ABOUT = ("ve ", "v v ", "vv ")
_WHOLE_PLAN = ("chung", "chung cho ke hoach", "ke hoach", "ca ke hoach", "toan bo ke hoach")
_YES, _NO = ("co", "x", "true", "vuot"), ("khong", "false", "0")
_ADDRESSEES = ("UBND huyện", "Sở Y tế", form.OTHERS_ABOVE)


def read_documents(reading: Reading, tables: Iterable[Found]) -> list[str]:
    """«Kế hoạch số 12/KH-TTYT ngày 20/4/2025 về …»."""
    found = []
    for row in reading.rows(tables):
        kind, symbol, title = row.text("kind"), row.text("symbol"), row.text("title")
        day = _day_words(row)
        if not (symbol or title or day):
            continue  # a kind that was chosen and left alone says nothing
        about = title if not title or fold(f"{title} ").startswith(_ABOUT) else f"về {_small(title)}"
        parts = (kind or "Văn bản", f"số {symbol}" if symbol else "", f"ngày {day}" if day else "", about)
        found.append(" ".join(filter(None, parts)))
    return _once(found)


def _day_words(row: Row) -> str:
    """The day as offices print it; one that is not understood stays as it was written, and is told."""
    cell = row.cell("date")
    if cell is None:
        return ""
    try:
        return print_day(day_in(cell))
    except Refused as error:
        if error.code != "L446":
            row.reading.telling.refuse(error, cell)
            return ""
        row.reading.telling.add("L449", cell, value=shown(cell))
        return shown(cell)


def _small(title: str) -> str:
    """«Triển khai …» after «về»; a name or an abbreviation keeps its capitals."""
    first, _, rest = title.partition(" ")
    is_word = first[:1].isupper() and first[1:].islower()
    following = rest.split(" ")[0]
    return title[:1].lower() + title[1:] if is_word and not following[:1].isupper() else title


def read_list(reading: Reading, tables: Iterable[Found]) -> list[str]:
    """One text a row."""
    return _once([text for row in reading.rows(tables) if (text := row.only_text())])


def read_assessment(reading: Reading, tables: Iterable[Found]) -> Item:
    """Strengths and limitations, each known by its label."""
    found: dict[str, list[str]] = {}
    for row in reading.rows(tables):
        key = _assessment(row)
        text = row.text("text") if key else ""
        if key and text and text not in found.setdefault(key, []):
            found[key].append(text)
    return {key: "\n".join(texts) for key, texts in found.items() if texts}


def _assessment(row: Row) -> str | None:
    for cell in row.cells():
        for key, label in form.ASSESSMENTS:
            if folded(cell.value).startswith(folded(label)):
                row.reading.take(cell)
                return key
    return None


def read_figures(reading: Reading, tables: Iterable[Found]) -> list[Item]:
    """Figures by the code of their indicator, else by its name; an empty one is left out, never 0."""
    found: dict[str, Item] = {}
    for row in reading.rows(tables):
        answers = row.answers()
        indicator = _indicator(row)
        if indicator is not None:
            row.take_given(partial(is_of_indicator, indicator))
        elif answers:
            row.take_given()
        if not answers:
            continue
        if indicator is None or indicator.id not in reading.expected.given:
            reading.take(*answers)
            code = "L450" if indicator is None else "L451"
            said = row.given("id") or row.given("name") or shown(row.cells()[0])
            said = indicator.name if indicator else said
            values = "; ".join(shown(c) for c in answers)
            reading.telling.add(code, answers[0], indicator=said, values=values, name=reading.expected.agency)
            continue
        figure = _figure(row, indicator)
        known = found.setdefault(indicator.id, figure)
        if known != figure:
            reading.telling.add("L454", answers[0], indicator=indicator.name)
    return [f for f in found.values() if len(f) > 1]


def _indicator(row: Row) -> Indicator | None:
    known = row.reading.expected.indicators
    id_, name = row.given("id"), fold(row.given("name"))
    if fold(id_) in map(fold, known):
        return next(i for k, i in known.items() if fold(k) == fold(id_))
    named = [i for i in known.values() if name and name == fold(i.name)]
    return named[0] if len(named) == 1 else None


def _figure(row: Row, indicator: Indicator) -> Item:
    is_percent = "%" in indicator.unit or "phan tram" in fold(indicator.unit)
    wanted = COUNT if indicator.kind == "count" else Wanted(is_percent=is_percent)
    values = {key: row.number(key, wanted) for key in ("value", "estimate", "previous")}
    value, estimate = values["value"], values["estimate"]
    if value and estimate and indicator.kind != "rate" and _amount(value) > _amount(estimate):
        row.reading.telling.add("L452", row.cell("value"), value=value, estimate=estimate)
    figure = {"indicator": indicator.id} | {k: v for k, v in values.items() if v is not None}
    note = row.text("note")
    return figure | ({"note": note} if note else {})


def _amount(number: str) -> float:
    return float(number.replace(",", "."))


def read_funds(reading: Reading, tables: Iterable[Found]) -> list[Item]:
    """Money in whole đồng, by duty and source; a row without a duty is for the plan as a whole."""
    found: dict[str, list[Item]] = {}
    for row in reading.rows(tables):
        if not row.answers():
            continue
        fund: Item = {}
        if ref := _clause(row):
            fund["ref"] = ref
        source = _source(row)
        amounts = {key: row.number(key, MONEY) for key in ("planned", "used")}
        note = row.text("note")
        if source is not None:
            fund["source"] = source
            fund |= {k: v for k, v in amounts.items() if v is not None}
            in_sheet = found.setdefault(row.found.sheet.name, [])
            in_sheet.append(fund | ({"note": note} if note else {}))
    return _of_sheets(found.values())


def _source(row: Row) -> str | None:
    said = row.text("source")
    wanted = fold(said)
    source = next((s for s in form.FUND_SOURCES if fold(s) == wanted), None)
    if source is None:
        code = "L460" if not said else "L461"
        known = ", ".join(f"“{s}”" for s in form.FUND_SOURCES)
        row.reading.telling.add(code, row.cell("source") or row.answers()[0], value=said, known=known)
    return source


def _clause(row: Row, key: str = "ref") -> str | None:
    """The clause a row speaks of; an unknown one is told, none is fine."""
    cell = row.cell(key)
    said = row.text(key)
    if cell is None or not said or fold(said) in _WHOLE_PLAN:
        return None
    expected = row.reading.expected
    ref = row.reading.clause_of_today(said, "", cell)
    if ref is None and (gone := row.reading.older.ref(said)):
        row.reading.telling.add("L436", cell, ref=gone, taken="dòng này được nhập, không ghi nhiệm vụ")
        return None
    if ref is None:
        tasks = expected.tasks.values()
        ref = next((t.ref for t in tasks if fold(said) in (fold(t.short or ""), fold(t.text))), None)
    if ref is None:
        row.reading.telling.add("L439", cell, value=said, meant=expected.nearest_ref(said))
    return ref


def read_difficulties(reading: Reading, tables: Iterable[Found]) -> tuple[list[Item], list[Item]]:
    """Difficulties and proposals; one row may hold both."""
    difficulties: list[Item] = []
    proposals: list[Item] = []
    for row in reading.rows(tables):
        if text := row.text("text"):
            item = {"text": text, "cause": row.text("cause"), "ref": _clause(row) or ""}
            item["beyond"] = _beyond(row)
            difficulties.append({k: v for k, v in item.items() if v})
        if proposal := row.text("proposal"):
            proposals.append({"text": proposal, "to": _addressee(row)})
        elif (cell := row.cell("to")) is not None and not text:
            row.reading.telling.add("L465", cell, value=shown(cell))
    return _once(difficulties), _once([p for p in proposals if p["to"]])


def _addressee(row: Row) -> str:
    said = row.text("to")
    if not said:
        cell = row.cell("proposal")
        row.reading.telling.add("L462", cell, value=shown(cell) if cell else "")
    return next((a for a in _ADDRESSEES if fold(a) == fold(said)), said)


def _beyond(row: Row) -> str:
    said = row.text("beyond")
    if not said or fold(said) in _NO:
        return ""
    if fold(said) in _YES or said in "✓✔☑☒":
        return "true"
    row.reading.telling.add("L464", row.cell("beyond"), value=said)
    return ""


def _of_sheets(sheets: Iterable[list[_T]]) -> list[_T]:
    """Equal lines of one sheet are so many lines; only those of a copied sheet are the same ones again."""
    found: list[_T] = []
    for items in sheets:
        for number, item in enumerate(items):
            if items[: number + 1].count(item) > found.count(item):
                found.append(item)
    return found


def _once(items: list[_T]) -> list[_T]:
    """Each item once: a sheet that stands twice in a workbook says it twice."""
    found: list[_T] = []
    for item in items:
        if item not in found:
            found.append(item)
    return found
