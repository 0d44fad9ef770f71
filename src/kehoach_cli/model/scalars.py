"""The model's own scalar types: every value arrives as text, only the spellings named here are read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from kehoach_cli.model.days import DayError, parse_day, print_day
from kehoach_cli.model.periods import is_period, period_ids

_MOST_DIGITS = 9
_LONGEST_NUMBER = 24
_GROUP = 3
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2200


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("day_form", "a day")
    try:
        return parse_day(value)
    except DayError as error:
        nearest = print_day(error.nearest) if error.nearest else ""
        raise PydanticCustomError(
            "day_" + error.kind,  # three kinds, each spelled in days.DayError
            "a day",
            {"nearest": nearest, "nearest_iso": str(error.nearest or "")},
        ) from None


def _count(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS:
        return int(value)
    raise PydanticCustomError("count", "a whole number")


def _number(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and value.isascii() and len(value) <= _LONGEST_NUMBER:
        whole, comma, rest = value.partition(",")
        if whole.isdigit() and rest.isdigit() == bool(comma):
            return Decimal(f"{whole}.{rest}" if comma else whole)
    raise PydanticCustomError("number", "a number")


def _money(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and len(value) <= _LONGEST_NUMBER:
        first, *groups = value.split(".")
        is_grouped = not groups or (len(first) <= _GROUP and all(len(g) == _GROUP for g in groups))
        if is_grouped and all(g.isdigit() for g in (first, *groups)):
            return int(value.replace(".", ""))
    raise PydanticCustomError("money", "whole đồng")


def _year(value: object) -> object:
    number = _count(value)
    if isinstance(number, int) and _EARLIEST_YEAR <= number <= _LATEST_YEAR:
        return number
    raise PydanticCustomError("year", "a year")


def _flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("flag", "true or false")


def _period(value: object) -> object:
    if isinstance(value, str) and is_period(value):
        return value
    raise PydanticCustomError("period", "a period")


def _slug(value: object) -> object:
    if isinstance(value, str) and value:
        words = value.split("-")
        if not all(w and w.isascii() and w.isalnum() and w == w.lower() for w in words):
            raise PydanticCustomError("slug", "an id")
    return value


def _ref(value: object) -> object:
    if isinstance(value, str) and (not value or any(c.isspace() or c in "/\\" for c in value)):
        raise PydanticCustomError("ref", "a clause")
    return value


Text = str
"""Text that is not blank (see Record), without white space around it; NFC, since reading normalises it."""

Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})$"}),
]
"""A day written 2025-05-15 or 15/5/2025."""

Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number in plain digits: `1_0` or `1.0` is none."""

Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": ["integer", "string"], "pattern": r"^\d+(,\d+)?$"}),
]
"""A number as Vietnamese writes it: `12`, `12,5`. A point is refused: 1.234 may mean two things."""

Money = Annotated[
    int,
    BeforeValidator(_money),
    WithJsonSchema({"type": ["integer", "string"], "pattern": r"^\d{1,3}(\.\d{3})+$|^\d+$"}),
]
"""An amount in whole đồng: `125500000` or `125.500.000`."""

Year = Annotated[
    int,
    BeforeValidator(_year),
    WithJsonSchema({"type": "integer", "minimum": _EARLIEST_YEAR, "maximum": _LATEST_YEAR}),
]
"""A year in four digits."""

Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`, nothing else: `on` or `yes` is no truth."""

PeriodId = Annotated[
    str,
    BeforeValidator(_period),
    WithJsonSchema({"type": "string", "enum": list(period_ids())}),
]
"""A reporting period: 6thang, nam, quy1 … quy4, 9thang, thang01 … thang12."""

Slug = Annotated[
    str,
    BeforeValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}),
]
"""An id: small ASCII letters and digits joined by hyphens."""

Ref = Annotated[str, BeforeValidator(_ref), WithJsonSchema({"type": "string", "pattern": r"^[^\s/\\]+$"})]
"""The clause as people cite it: II.5, IV.5.2; without white space."""

Texts = tuple[Text, ...]


class Record(BaseModel):
    """A frozen record of text and the types above; no text in it is empty."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, str_min_length=1, validate_default=False
    )
