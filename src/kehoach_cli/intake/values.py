"""What a cell means where a number, an amount or a day belongs; what may mean two things is refused."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.days import DayError, parse_day
from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from kehoach_cli.intake.cells import Cell

_LONGEST = 24
_NOT_YET = ("chua co so lieu", "chua co")
_GROUPED = {
    ".": re.compile(r"\d{1,3}(\.\d{3})+"),
    ",": re.compile(r"\d{1,3}(,\d{3})+"),
    " ": re.compile(r"\d{1,3}( \d{3})+"),
}
_WITH_COMMA = re.compile(r"(\d+|\d{1,3}(?:[. ]\d{3})+),(\d+)")
_WITH_POINT = re.compile(r"\d+\.\d+")
_FIRST_NUMBER = re.compile(r"\d[\d.,]*")
_MONEY_UNIT = re.compile(r"\s*(?:đồng|vnđ|vnd|đ)\.?$", re.IGNORECASE)
_DAY_AROUND = re.compile(r"^(?:ngày\s+)?(\d{1,4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,4})$", re.IGNORECASE)
_LONG_DAY = re.compile(r"^ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})$")
_SERIALS = range(36_526, 73_051)  # the days of 2000 to 2099, where a sheet lost the format of a day


class Refused(Exception):  # noqa: N818  # the cell's mistake, not ours
    """A cell that cannot be taken: the code and the words of its sentence."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code, self.words = code, words


class Wanted(NamedTuple):
    """What a number must be: whole, a share in per cent, and in which unit (for the sentence)."""

    is_whole: bool = False
    is_percent: bool = False
    is_money: bool = False


COUNT = Wanted(is_whole=True)
MONEY = Wanted(is_whole=True, is_money=True)


def number_in(cell: Cell, wanted: Wanted) -> str | None:
    """The number as a report file writes it (12, 12,5), None where there is none yet; raises Refused.

    An empty figure is never 0: a dash may mean both, so it is asked about.
    """
    refuse_made_up(cell)
    said = cell.value
    if cell.kind == "text" and (not said.strip(".… ") or fold(said) in _NOT_YET):
        return None
    if cell.kind in ("date", "truth"):
        raise Refused("L442", value=shown(cell), meant="")
    if cell.kind == "percent" and not wanted.is_percent:
        raise Refused("L453", value=f"{said.replace('.', ',')}%")
    text = said if cell.kind != "text" else _written(said, wanted)
    if text.startswith("-"):
        raise Refused("L445", value=said)
    whole, _, rest = text.partition(".")
    if rest and wanted.is_whole:
        raise Refused("L444", value=said.replace(".", ",") if cell.kind != "text" else said)
    found = f"{whole},{rest}" if rest else whole
    if len(found) > _LONGEST or not whole.isdigit():
        raise Refused("L442", value=said, meant="")
    return found


def refuse_made_up(cell: Cell) -> None:
    """What a formula gave may be old, from another file, or never computed: only typed answers count."""
    if cell.kind == "formula":
        raise Refused("L440", value=cell.formula[:60])
    if cell.kind == "error":
        raise Refused("L441", value=cell.value)


def _is_dash(text: str) -> bool:
    return bool(text) and not text.strip("-–—− ")


def _written(said: str, wanted: Wanted) -> str:
    """A typed number in plain digits with a point; marks of thousands only where they can be nothing else."""
    if _is_dash(said):
        raise Refused("L443", value=said, choices="0 (bằng không) hay để trống (chưa có số liệu)")
    text = said.removesuffix("%").rstrip() if wanted.is_percent else said
    text = _MONEY_UNIT.sub("", text) if wanted.is_money else text
    sign = "-" if text[:1] in "-−–" else ""
    text = text.removeprefix(text[:1]).strip() if sign else text
    if text.isascii() and text.isdigit():
        return sign + (text.lstrip("0") or "0")
    if _GROUPED[" "].fullmatch(text):
        return sign + text.replace(" ", "")
    if _GROUPED["."].fullmatch(text):
        return sign + _points(text, said, wanted)
    if _GROUPED[","].fullmatch(text):
        return sign + _commas(text, said)
    if match := _WITH_COMMA.fullmatch(text):
        return sign + re.sub("[. ]", "", match[1]) + _fraction(match[2])
    if _WITH_POINT.fullmatch(text) and not wanted.is_whole:
        whole, _, rest = text.partition(".")
        return sign + whole + _fraction(rest)
    numbers = _FIRST_NUMBER.findall(unicodedata.normalize("NFKC", said))  # «１２» is hinted at as 12
    meant = numbers[0].rstrip(".,") if len(numbers) == 1 else ""
    raise Refused("L442", value=said, meant=meant)


def _fraction(digits: str) -> str:
    return f".{rest}" if (rest := digits.rstrip("0")) else ""


def _points(text: str, said: str, wanted: Wanted) -> str:
    """1.234 counts 1234; of a share or a measure it may as well be 1,234. Two marks can only be thousands."""
    if wanted.is_whole or text.count(".") > 1:
        return text.replace(".", "")
    raise Refused("L443", value=said, choices=f"{text.replace('.', '')} hay {text.replace('.', ',')}")


def _commas(text: str, said: str) -> str:
    """1,234 is a bit more than one in Vietnamese and over a thousand in English; 1,234,567 is only this."""
    if text.count(",") > 1:
        return text.replace(",", "")
    more = f"{text} (hơn {text.partition(',')[0]})"
    raise Refused("L443", value=said, choices=f"{text.replace(',', '')} hay {more}")


def day_in(cell: Cell) -> date:
    """The day of a cell: a day of the sheet, its bare number, or written as people do; raises Refused."""
    refuse_made_up(cell)
    try:
        if cell.kind == "date":
            return date.fromisoformat(cell.value)
        if cell.kind == "number" and cell.value.isdigit() and int(cell.value) in _SERIALS:
            return date(1899, 12, 30) + timedelta(days=int(cell.value))
        return parse_day(_plain_day(cell.value))
    except DayError as error:
        meant = f"{error.nearest.day}/{error.nearest.month}/{error.nearest.year}" if error.nearest else ""
        raise Refused("L446", value=shown(cell), meant=meant) from None
    except ValueError:
        raise Refused("L446", value=shown(cell), meant="") from None


def _plain_day(text: str) -> str:
    """«ngày 12.5.2025», «12-5-2025», «ngày 12 tháng 5 năm 2025» as 12/5/2025."""
    if match := _LONG_DAY.match(" ".join(text.lower().split()).rstrip(".")):
        return "/".join(match.groups())
    match = _DAY_AROUND.match(text.strip())
    if match is None:
        return text
    parts = re.split(r"\s*[-/.]\s*", match[1])
    return "-".join(parts) if len(parts[0]) == 4 else "/".join(parts)  # noqa: PLR2004


def shown(cell: Cell) -> str:
    """The cell as its sheet shows it, on one line."""
    if cell.kind == "date":
        year, month, day = cell.value.split("-")
        return f"{int(day)}/{int(month)}/{year}"
    value = cell.value.replace(".", ",") if cell.kind in ("number", "percent") else cell.value
    return " ".join((value or cell.formula).split()) + ("%" if cell.kind == "percent" else "")
