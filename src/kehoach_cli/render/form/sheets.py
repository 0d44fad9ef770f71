"""The sheets of the form, one function a sheet; the layout is model.form's, which the reader shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.form import (
    ASSESSMENT,
    ASSESSMENTS,
    DIFFICULTIES,
    DOCUMENTS,
    FIGURES,
    FUND_SOURCES,
    FUNDS,
    GROUPS,
    INFORMATION,
    MEETINGS,
    NOTHING,
    OUTLOOK,
    REF_MARK,
    REST,
    SHEETS,
    STATUS_LABELS,
    TASKS,
    YES_NO,
)
from kehoach_cli.queries import forms
from kehoach_cli.render.form import words
from kehoach_cli.render.form.choices import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kehoach_cli.model.form import Table
    from kehoach_cli.queries.forms import FormDuty, FormView
    from kehoach_cli.render.form.page import Page, Value

_FROM_LIST = "Chọn một dòng trong danh sách."
_DAY = Rule("text", "Ngày", "Ghi ngày/tháng/năm, ví dụ 20/4/2025.")
_INFORMATION_RULES = {
    "dated": _DAY,
    "covers": Rule(
        "text",
        "Báo cáo chung",
        "Chỉ ghi khi báo cáo này là của cả cơ quan khác; các tên cách nhau bằng dấu ;",
    ),
}
_STATUSES = tuple(STATUS_LABELS.values())
_STATUS = Rule("list", "Tình trạng thực hiện", words.STATUS_ADVICE, _FROM_LIST, _STATUSES)
_REST = Rule(
    "list",
    REST,
    "Chọn “Không phát sinh trong kỳ” nếu mọi nhiệm vụ chưa trả lời ở trên đều không phát sinh; "
    "nếu không, để trống.",
    _FROM_LIST,
    (STATUS_LABELS["không phát sinh"],),
)
_FIGURE = Rule("decimal", "", "", "Ô này phải là số, không nhỏ hơn 0; phần chữ đưa sang cột Ghi chú.")
_VALUE = _FIGURE._replace(
    title="Số liệu", advice="Bằng không: ghi 0. Chưa có số liệu: để trống, ghi lý do ở cột Ghi chú."
)
_MONEY = Rule(
    "whole",
    "Số tiền",
    "Ghi số đồng, không có phần lẻ. Chưa có số liệu: để trống.",
    "Ghi số đồng (số nguyên, không nhỏ hơn 0); phần chữ đưa sang cột Ghi chú.",
)
_SOURCE = Rule("list", "Nguồn kinh phí", "", _FROM_LIST, FUND_SOURCES)
_TICK = Rule("list", "Đánh dấu", "Ghi x nếu đúng; nếu không, để trống.", "", ("x",), is_firm=False)
_BEYOND = Rule("list", "Vượt thẩm quyền", "", "Chọn Có hoặc Không.", YES_NO)


def guide(page: Page, view: FormView) -> None:
    """How to fill in the form, and the box about the report itself."""
    for line in words.guide(view):
        page.across(line, "says")
    page.row += 1
    page.across("Thông tin báo cáo", "heading")
    for key, label in INFORMATION:
        page.row += 1
        page.put(2, label, "label")
        page.put(3, None, "answer")
        page.height(1, 15)
        if key in _INFORMATION_RULES:
            page.rule(_INFORMATION_RULES[key], 3, page.row)
    page.foot()
    page.paper()


def tasks(page: Page, view: FormView) -> None:
    """Every duty of the agency under its group, and one answer for the rest."""
    if note := words.previous_note(view):
        page.across(note, "note")
    if not view.duties:
        page.across(words.no_duties(view), "says")
    head = page.header(TASKS)
    status = [c.key for c in TASKS.columns].index("status") + 1
    number = 0
    for group, heading in zip(forms.GROUPS, GROUPS, strict=True):
        duties = [d for d in view.duties if d.group == group]
        if duties:
            _group(page, heading)
        for duty in duties:
            number += 1
            _duty(page, duty, number)
            page.rule(_STATUS._replace(title=words.ONGOING) if duty.is_ongoing else _STATUS, status, page.row)
    page.fill(TASKS, {"text": REST}, {"text": "label", "result": "text", "note": "text"}, least=2)
    page.rule(_REST, status, page.row)
    page.foot()
    page.paper(heads=head, keys=2)


def _group(page: Page, heading: str) -> None:
    page.row += 1
    for n in range(len(page.widths)):
        page.put(n + 1, None if n else heading, "group")
    page.height(1, 13)


def _duty(page: Page, duty: FormDuty, number: int) -> None:
    before = duty.previous
    said = "\n".join(filter(None, (STATUS_LABELS[before.status], before.words))) if before else None
    given: dict[str, Value] = {
        "number": number,
        "ref": duty.ref,
        "text": duty.text,
        "role": words.ROLES[words.part(duty)],
        "timing": duty.timing,
        "previous": said,
    }
    page.fill(TASKS, given, {"ref": "middle"}, least=3)


def steering(page: Page, view: FormView) -> None:  # noqa: ARG001  # as every writer
    """What was issued and held, what went well and what not, what comes next."""
    for table in (DOCUMENTS, MEETINGS):
        _open_rows(page, table, least=1 if table is DOCUMENTS else 1.4)
    page.across(ASSESSMENT.heading, "heading")
    page.header(ASSESSMENT)
    for _, label in ASSESSMENTS:
        page.fill(ASSESSMENT, {"what": label}, {"what": "label"}, least=3)
    page.row += 1
    _open_rows(page, OUTLOOK, least=1.4)
    page.row -= 1
    page.foot()
    page.paper()


def _open_rows(page: Page, table: Table, *, least: float) -> tuple[int, int]:
    """A table of empty rows and an empty row behind it; returns its first and last row."""
    if table.heading:
        page.across(table.heading, "heading")
    first = page.header(table) + 1
    for number in range(1, table.spare + 1):
        page.fill(table, {"number": number}, least=least)
    for n, column in enumerate(table.columns, 1):
        if column.key == "date":
            page.rule(_DAY, n, first, page.row)
    last, page.row = page.row, page.row + 1
    return first, last


def figures(page: Page, view: FormView) -> None:
    """The figures that the plan wants from this agency, or the sentence that it wants none."""
    if not view.indicators:
        page.across(words.no_figures(view), "says")
        page.foot()
        page.paper()
        return
    head = page.header(FIGURES)
    keys = [c.key for c in FIGURES.columns]
    for number, one in enumerate(view.indicators, 1):
        kind = "whole" if one.is_count else "number"
        looks = dict.fromkeys(("previous", "value", "estimate"), f"answer {kind}")
        given: dict[str, Value] = {"number": number, **one._asdict()}
        page.fill(FIGURES, given, looks | {"target": kind, "unit": "middle"}, least=2)
    for key in ("previous", "value", "estimate"):
        page.rule(_VALUE, keys.index(key) + 1, head + 1, page.row)
    page.foot()
    page.paper(heads=head, keys=3)


def funds(page: Page, view: FormView) -> None:
    """What was planned and spent, a duty and a source a row."""
    named = tuple(f"{d.ref}{REF_MARK}{d.name}" for d in view.duties)
    duty = Rule(
        "list", "Nhiệm vụ", "Chọn nhiệm vụ; kinh phí chung cho cả kế hoạch: để trống.", _FROM_LIST, named
    )
    looks = {"planned": "answer whole", "used": "answer whole"}
    rules = {"source": _SOURCE, "planned": _MONEY, "used": _MONEY} | ({"ref": duty} if named else {})
    _listed(page, FUNDS, looks, rules)


def difficulties(page: Page, view: FormView) -> None:
    """Difficulties, each with what is proposed to whom; or a tick that there are none."""
    for _, label in NOTHING:
        page.row += 1
        page.put(1, None, "tick")
        page.put(2, label, "says", 4)
        page.height(1, 15)
        page.rule(_TICK, 1, page.row)
    page.row += 1
    refs = tuple(d.ref for d in view.duties)
    to = Rule("list", "Kiến nghị với", "", _FROM_LIST, view.addressees)
    duty = Rule("list", "Liên quan nhiệm vụ", "", _FROM_LIST, refs)
    _listed(page, DIFFICULTIES, {}, {"to": to, "beyond": _BEYOND} | ({"ref": duty} if refs else {}))


def _listed(page: Page, table: Table, looks: dict[str, str], rules: dict[str, Rule]) -> None:
    """A sheet's only table, all of it to be filled in."""
    head = page.header(table)
    for number in range(1, table.spare + 1):
        page.fill(table, {"number": number}, looks, least=2)
    for n, column in enumerate(table.columns, 1):
        if column.key in rules:
            page.rule(rules[column.key], n, head + 1, page.row)
    page.foot()
    page.paper(heads=head)


_WRITERS: Sequence[Callable[[Page, FormView], None]] = (tasks, steering, figures, funds, difficulties)
WRITERS = {sheet.name: write for sheet, write in zip(SHEETS, _WRITERS, strict=True)}
