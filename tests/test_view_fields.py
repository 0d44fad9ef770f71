"""What a template may read of a view: its fields, by the shortcut as by Jinja's own way, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from kehoach_cli.render.templates import environment

if TYPE_CHECKING:
    from pathlib import Path


class View(NamedTuple):
    """A view with names that a template may take for methods."""

    state: str
    items: str
    format: str


VIEW = View("đã gửi", "các mục", "dạng")


def test_fields_are_those_that_jinja_itself_would_give(tmp_path: Path) -> None:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    ours, jinjas = environment([tmp_path]), ImmutableSandboxedEnvironment()
    assert [ours.getattr(VIEW, name) for name in View._fields] == ["đã gửi", "các mục", "dạng"]
    assert [jinjas.getattr(VIEW, name) for name in View._fields] == ["đã gửi", "các mục", "dạng"]
    assert all(jinjas.is_safe_attribute(VIEW, name, None) for name in View._fields)


@pytest.mark.parametrize(
    "name", ["_fields", "_replace", "_make", "_asdict", "__class__", "__doc__", "__getnewargs__"]
)
def test_what_begins_with_an_underscore_stays_out_of_reach(name: str, tmp_path: Path) -> None:
    from jinja2.exceptions import SecurityError

    jinja = environment([tmp_path])
    with pytest.raises(SecurityError):
        str(jinja.getattr(VIEW, name))
