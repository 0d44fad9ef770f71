"""What may be written into a cell of the form: lists to choose from, numbers, and the advice beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from kehoach_cli.model.form import LISTS
from kehoach_cli.render.excel import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

_LONGEST_LIST, _LONGEST_TITLE, _LONGEST_ADVICE = 255, 32, 255
_WRONG = "Nội dung chưa đúng"


class Rule(NamedTuple):
    """What a cell takes; `kind` is list, decimal (not below 0), whole (likewise) or text (anything)."""

    kind: Literal["list", "decimal", "whole", "text"]
    title: str = ""
    advice: str = ""
    wrong: str = ""
    choices: tuple[str, ...] = ()
    is_firm: bool = True  # what is not on the list is refused


class Choices:
    """The rules of one workbook; a list too long for its cell goes to a hidden sheet."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self._columns: dict[tuple[str, ...], str] = {}

    def validation(self, rule: Rule) -> DataValidation:
        """The rule as Excel has it, for no cell yet."""
        from openpyxl.worksheet.datavalidation import DataValidation

        made = DataValidation(allow_blank=True)
        if rule.kind == "list":
            made.type, made.formula1 = "list", self._list(rule.choices)
            made.showErrorMessage = rule.is_firm
        elif rule.kind != "text":
            made.type, made.operator, made.formula1 = rule.kind, "greaterThanOrEqual", "0"
            made.showErrorMessage = True
        made.errorTitle, made.error = _WRONG, rule.wrong[:_LONGEST_ADVICE] or None
        made.showInputMessage = bool(rule.advice)
        made.promptTitle = rule.title[:_LONGEST_TITLE] or None
        made.prompt = rule.advice[:_LONGEST_ADVICE] or None
        return made

    def _list(self, choices: Sequence[str]) -> str:
        """In the cell itself where that is possible: it then survives the sheet's way into other files."""
        said = [shown(" ".join(choice.split())) for choice in choices]
        joined = ",".join(said)
        is_plain = not any("," in c or '"' in c for c in said)
        if is_plain and len(joined) <= _LONGEST_LIST:
            return f'"{joined}"'
        key = tuple(said)
        if key not in self._columns:
            self._columns[key] = self._column(said)
        return self._columns[key]

    def _column(self, said: Sequence[str]) -> str:
        from openpyxl.utils import get_column_letter

        sheet = self.book[LISTS] if LISTS in self.book.sheetnames else self.book.create_sheet(LISTS)
        sheet.sheet_state = "veryHidden"
        column = len(self._columns) + 1
        for row, text in enumerate(said, 1):
            cell = sheet.cell(row, column, text)
            cell.data_type = "s"
        letter = get_column_letter(column)
        return f"'{LISTS}'!${letter}$1:${letter}${len(said)}"
