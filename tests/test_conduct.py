"""Records of either making, pydantic's and light ones, can be asked the same."""

from __future__ import annotations

import copy
from datetime import date
from decimal import Decimal
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import kehoach_cli.model
from kehoach_cli.model.light import CONDUCT, Light, light_type
from kehoach_cli.model.office import Office
from kehoach_cli.model.register import Register
from kehoach_cli.model.scalars import Record
from kehoach_cli.store.light_records import workspace_of
from kehoach_cli.store.light_text import records_of


def record_types() -> list[type[Record]]:
    for path in Path(kehoach_cli.model.__path__[0]).glob("*.py"):
        import_module(f"kehoach_cli.model.{path.stem}")
    found: list[type[Record]] = []
    waiting: list[type[Record]] = [Record]
    while waiting:
        below = waiting.pop().__subclasses__()
        found += below
        waiting += below
    return [kind for kind in found if kind.__module__.startswith("kehoach_cli.")]


def asked_of(kind: type[object]) -> set[str]:
    """Its own public properties and methods, and those it inherits from us."""
    own = [of for of in kind.__mro__ if of.__module__.startswith("kehoach_cli.") and of is not Record]
    return {
        name
        for of in own
        for name, value in vars(of).items()
        if not name.startswith("_") and (isfunction(value) or isinstance(value, property))
    } - {"model_copy"}


def test_there_are_record_types() -> None:
    assert {"Plan", "Deadline", "Report", "Agency", "Office", "Closed", "Urgent"} <= {
        kind.__name__ for kind in record_types()
    }


def test_each_has_a_name_of_its_own() -> None:
    names = [kind.__name__ for kind in record_types()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("kind", record_types(), ids=lambda kind: kind.__name__)
def test_a_light_record_can_be_asked_the_same(kind: type[Record]) -> None:
    conducts = [of.__name__ for of in kind.__mro__ if CONDUCT.get(of.__name__) is of]
    made = light_type(kind.__name__, conducts, [*kind.model_fields], {})
    light = type(made(dict.fromkeys(kind.model_fields)))
    assert asked_of(light) == asked_of(kind)
    assert {name for name, _ in getmembers(light, isfunction) if name in asked_of(kind)} == {
        name for name, _ in getmembers(kind, isfunction) if name in asked_of(kind)
    }


@pytest.mark.parametrize("conduct", CONDUCT.values(), ids=CONDUCT.keys())
def test_conduct_adds_no_field(conduct: type[object]) -> None:
    assert "__annotations__" not in vars(conduct)
    assert not hasattr(conduct, "__dict__") or "__dict__" not in vars(conduct)
    assert any(conduct in kind.__mro__ for kind in record_types())


def pair(name: str, **values: Any) -> tuple[Light, Light]:  # noqa: ANN401
    make = light_type(name, [], ["a", "b"], {"b": None})
    return make(values), make(values)


def test_a_light_record_is_frozen() -> None:
    one, _ = pair("One", a=1)
    with pytest.raises(AttributeError):
        one.a = 2
    with pytest.raises(AttributeError):
        del one.a  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        _ = one.c  # type: ignore[attr-defined]


def test_light_records_are_what_they_say() -> None:
    one, same = pair("One", a=1)
    assert one == same
    assert len({one, same}) == 1
    assert one.model_copy(update={"b": 2}) != one
    assert copy.copy(one) == one
    assert [*one.model_copy(update={"b": 2})] == [("a", 1), ("b", 2)]
    assert repr(one) == "One(a=1, b=None)"
    assert one != pair("One", a=1)[0]  # a type of its own


@pytest.mark.parametrize("values", [{}, {"a": 1, "c": 2}, {"c": 1}])
def test_fields_are_those_named(values: dict[str, int]) -> None:
    make = light_type("One", [], ["a", "b"], {"b": None})
    with pytest.raises(ValueError, match="One"):
        make(values)


def test_what_cannot_be_read_back_is_not_written() -> None:
    for value in (1.5, {1, 2}, object(), b"x", [1]):
        with pytest.raises((TypeError, AttributeError)):
            records_of(value)  # type: ignore[arg-type]


def test_the_register_of_one_day_is_not_written() -> None:
    register = Register((), ())
    assert records_of(register) == b'[]\n{"":"Register","agencies":{"":"t","v":[]},"groups":{"":"t","v":[]}}'  # type: ignore[arg-type]
    vars(register)["day"] = date(2025, 7, 1)
    with pytest.raises(AttributeError):
        records_of(register)  # type: ignore[arg-type]


def test_a_workspace_is_wanted() -> None:
    for value in ((), (date(2025, 5, 1), Decimal("1.50")), {"a": "b"}, None):
        with pytest.raises(TypeError):
            workspace_of(records_of(value))  # type: ignore[arg-type]


def test_pydantic_makes_no_field_of_conduct() -> None:
    assert issubclass(Office, BaseModel)
    assert "holds_on" not in {name for kind in record_types() for name in kind.model_fields}
