"""Light records from the JSON that `light_text` writes; neither pydantic nor yaml has a part in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kehoach_cli.model import workspace as folders
from kehoach_cli.model.light import light_type
from kehoach_cli.model.register import Register
from kehoach_cli.model.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[dict[str, Any]], Any]

_FOLDERS = [kind for kind in vars(folders).values() if getattr(kind, "__module__", "") == folders.__name__]


def workspace_of(raw: bytes) -> Workspace:
    """The workspace as it was; ValueError, KeyError, TypeError or RecursionError where it is none."""
    import json

    kinds, _, body = raw.decode("utf-8").partition("\n")
    makers = _makers()
    for name, conducts, names, defaults in json.loads(kinds, object_hook=_made_by(makers)):
        if name in makers:
            raise ValueError(name)
        makers[name] = light_type(name, conducts, names, defaults)
    made = json.loads(body, object_hook=_made_by(makers))
    if not isinstance(made, Workspace):
        raise TypeError(body[:80])
    return made


def _made_by(makers: dict[str, Maker]) -> Maker:
    def make(values: dict[str, Any]) -> Any:  # noqa: ANN401
        return makers[values.pop("")](values)

    return make


def _makers() -> dict[str, Maker]:
    return {
        "t": lambda values: tuple(values["v"]),
        "d": lambda values: date.fromisoformat(values["v"]),
        "n": _number,
        "m": lambda values: dict(values["v"]),
        "Register": lambda values: Register(**values),
        **{kind.__name__: _folder(kind) for kind in _FOLDERS},
    }


def _number(values: dict[str, Any]) -> Any:  # noqa: ANN401
    from decimal import Decimal

    return Decimal(values["v"])


def _folder(kind: type[Any]) -> Maker:
    return lambda values: kind(**values)
