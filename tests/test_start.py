"""What the console spares at its start changes nothing but the time."""

from __future__ import annotations

import typing
from typing import Any

import pytest

from kehoach_cli.cli import main

CODE = """
from __future__ import annotations
from typing import NamedTuple

class View(NamedTuple):
    \"\"\"What is seen.\"\"\"

    id: str
    days: tuple[int, ...] = ()

    @property
    def size(self) -> int:
        return len(self.days)
"""


def view() -> Any:  # noqa: ANN401
    space: dict[str, Any] = {"__name__": "views"}
    exec(CODE, space)  # noqa: S102  # a module of our own
    return space["View"]


def test_views_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = view()
    monkeypatch.setattr(typing, "_make_nmtuple", vars(typing)["_make_nmtuple"])  # put back afterwards
    main._without_compiled_annotations()  # noqa: SLF001  # what is tested
    fast = view()
    assert {**slow.__annotations__, "id": "str", "days": "tuple[int, ...]"} == fast.__annotations__
    for kind in (slow, fast):
        assert typing.get_type_hints(kind, {}) == {"id": str, "days": tuple[int, ...]}
        assert (kind.__name__, kind.__module__, kind.__doc__) == ("View", "views", "What is seen.")
        assert (kind._fields, kind._field_defaults) == (("id", "days"), {"days": ()})
        assert kind("a", (1,))._replace(id="b") == kind("b", (1,)) == ("b", (1,))
        assert (repr(kind("a")), kind("a", (1, 2)).size) == ("View(id='a', days=())", 2)
        with pytest.raises(TypeError):
            kind()
    assert vars(slow).keys() == vars(fast).keys()
    assert slow.__mro__[1:] == fast.__mro__[1:]
