"""Report forms as agencies send them back, built cell by cell in the layout of model/form."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from kehoach_cli.model import form

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

TITLE = "BIỂU MẪU BÁO CÁO CÔNG TÁC TRẺ EM 6 THÁNG ĐẦU NĂM 2025"
FIRST_ROW = 5
STATUS, RESULT, NOTE = "F", "G", "I"  # columns of «Nhiệm vụ»
ROLES = {"lead": "Chủ trì", "coordinating": "Phối hợp"}
PLAN_61 = "61-kh-ubnd-2025"


class FormBook:
    """A form of plan 61; `duties` are (ref, text, role) in the order of its rows."""

    def __init__(
        self,
        agency: str = "Phòng Tư pháp",
        agency_id: str = "phong-tu-phap",
        duties: tuple[tuple[str, str, str], ...] = (),
        indicators: tuple[tuple[str, str, str], ...] = (),
    ) -> None:
        from openpyxl import Workbook

        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self.agency = agency
        self.heads: dict[str, tuple[Worksheet, int]] = {}  # table → sheet and row of its titles
        self.rows: dict[str, int] = {}  # clause or indicator → row
        self._next: dict[str, int] = {}
        self._guide()
        for sheet in form.SHEETS:
            self._sheet(sheet, duties, indicators)
        self._meta(agency_id, duties)

    def _guide(self) -> None:
        guide = self.book.create_sheet(form.GUIDE)
        self._title(guide)
        guide["A5"] = "1. Chỉ điền vào ô nền vàng; các ô khác không sửa."
        guide["A12"] = "Thông tin báo cáo"
        for row, (_, label) in enumerate(form.INFORMATION, 13):
            guide.cell(row, 2, label)

    def _title(self, sheet: Worksheet) -> None:
        sheet["A1"] = TITLE
        sheet["A2"] = f"Đơn vị báo cáo: {self.agency}"
        sheet["A3"] = "(Kèm theo Công văn số      /UBND-TH ngày      tháng      năm 2025)"

    def _sheet(
        self,
        sheet: form.Sheet,
        duties: tuple[tuple[str, str, str], ...],
        indicators: tuple[tuple[str, ...], ...],
    ) -> None:
        made = self.book.create_sheet(sheet.name)
        self._title(made)
        row = FIRST_ROW
        if sheet.tables[0] is form.DIFFICULTIES:
            for row, (_, label) in enumerate(form.NOTHING, FIRST_ROW):  # the last row is used
                made.cell(row, 2, label)
            row += 2
        for table in sheet.tables:
            if table.heading:
                made.cell(row, 1, table.heading)
                row += 1
            for column, title in enumerate(table.columns, 1):
                made.cell(row, column, title.title)
            self.heads[table.key] = (made, row)
            self._next[table.key] = row + 1
            row = self._rows(made, table, row + 1, duties, indicators) + 1
        made.cell(row, 1, "NGƯỜI LẬP BIỂU")
        made.cell(row, 5, "THỦ TRƯỞNG ĐƠN VỊ")
        made.cell(row + 1, 1, "(Ký, ghi rõ họ tên)")

    def _rows(
        self,
        made: Worksheet,
        table: form.Table,
        row: int,
        duties: tuple[tuple[str, str, str], ...],
        indicators: tuple[tuple[str, ...], ...],
    ) -> int:
        """What the form itself fills in; the row after it."""
        if table is form.TASKS:
            made.cell(row, 1, form.GROUPS[0])
            for number, (ref, text, role) in enumerate(duties, 1):
                self.rows[ref] = row + number
                made.cell(row + number, 1, number)
                for column, value in enumerate((ref, text, ROLES.get(role, role)), 2):
                    made.cell(row + number, column, value)
            row += len(duties) + 1
            made.cell(row, 3, form.REST)
            self.rows[form.REST] = row
            return row + 1
        if table is form.FIGURES:
            for number, (id_, name, unit) in enumerate(indicators, 1):
                self.rows[id_] = row
                made.cell(row, 1, number)
                for column, value in enumerate((id_, name, unit), 2):
                    made.cell(row, column, value)
                row += 1
            return row
        if table is form.ASSESSMENT:
            for _, label in form.ASSESSMENTS:
                made.cell(row, 1, label)
                row += 1
            return row
        for number in range(1, table.spare + 1):
            made.cell(row, 1, number)
            row += 1
        return row

    def _meta(self, agency_id: str, duties: tuple[tuple[str, str, str], ...]) -> None:
        meta = self.book.create_sheet(form.META)
        meta.sheet_state = "veryHidden"
        values = ("1", PLAN_61, "1", "6thang", agency_id, form.duties_digest(duties))
        for pair in zip(form.META_KEYS, values, strict=True):
            meta.append(pair)
        for duty in duties:
            meta.append((form.duty_key(duty[0]), form.duty_digest(*duty)))

    def __getitem__(self, sheet: str) -> Worksheet:
        return self.book[sheet]

    @property
    def tasks(self) -> Worksheet:
        return self.book[form.SHEETS[0].name]

    def set_meta(self, key: str, value: str) -> None:
        meta = self.book[form.META]
        row = next(row for row in meta.iter_rows() if row[0].value == key)
        row[1].value = value

    def answer(self, ref: str, status: Any, result: Any = None, note: Any = None) -> None:  # noqa: ANN401
        for column, value in ((STATUS, status), (RESULT, result), (NOTE, note)):
            self.tasks[f"{column}{self.rows[ref]}"] = value

    def rest(self, said: str = "Không phát sinh trong kỳ") -> None:
        self.tasks[f"{STATUS}{self.rows[form.REST]}"] = said

    def add(self, table: form.Table, **values: Any) -> str:  # noqa: ANN401
        """Fill in the next row of a table; its address in the first column."""
        sheet, _ = self.heads[table.key]
        row = self._next[table.key]
        self._next[table.key] += 1
        self._fill(sheet, table, row, values)
        return f"{sheet.title}!A{row}"

    def figure(self, id_: str, **values: Any) -> None:  # noqa: ANN401
        self._fill(self.heads[form.FIGURES.key][0], form.FIGURES, self.rows[id_], values)

    def _fill(self, sheet: Worksheet, table: form.Table, row: int, values: dict[str, Any]) -> None:
        keys = [column.key for column in table.columns]
        for key, value in values.items():
            sheet.cell(row, keys.index(key) + 1, value)

    def assess(self, strengths: str, limitations: str) -> None:
        sheet, row = self.heads[form.ASSESSMENT.key]
        sheet.cell(row + 1, 2, strengths)
        sheet.cell(row + 2, 2, limitations)

    def tick(self, key: str) -> None:
        row = FIRST_ROW + [k for k, _ in form.NOTHING].index(key)
        self.book[form.SHEETS[-1].name].cell(row, 1, "x")

    def box(self, key: str, value: Any) -> None:  # noqa: ANN401
        row = 13 + [k for k, _ in form.INFORMATION].index(key)
        self.book[form.GUIDE].cell(row, 3).value = value

    def save(self, path: Path) -> Path:
        self.book.save(path)
        return path

    def raw(self) -> bytes:
        target = io.BytesIO()
        self.book.save(target)
        return target.getvalue()


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one of its parts replaced or added."""
    return packed({**parts_of(raw), name: content})


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()
