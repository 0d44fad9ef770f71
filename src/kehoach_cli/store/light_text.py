"""A workspace as plain JSON: what pydantic validated once, for light records to be made of.

A line of the record types there are, then one of the workspace. An object is a record of the type that its
key "" names; t is a tuple, d a day, n a number, m a mapping. What is as the type has it is left out.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kehoach_cli.model.light import CONDUCT
from kehoach_cli.model.register import Register

if TYPE_CHECKING:
    from collections.abc import Callable

    from kehoach_cli.model.workspace import Workspace

_NAMES = {of: name for name, of in CONDUCT.items()}
_SIMPLE: dict[type, Callable[[Any], dict[str, str]]] = {
    date: lambda day: {"": "d", "v": day.isoformat()},
    Decimal: lambda number: {"": "n", "v": str(number)},
}

Kind = tuple[str, list[str], list[str], dict[str, Any]]
"""Of a record type: its name, what it takes over, its fields, what those are by themselves."""


def records_of(workspace: Workspace) -> bytes:
    """The two lines; TypeError or AttributeError for what could not be read back as it is."""
    writing = _Writing()
    body = writing.plain(workspace)
    return b"\n".join(_line(part) for part in (writing.kinds(), body))


def _line(data: Any) -> bytes:  # noqa: ANN401
    import json

    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


class _Writing:
    def __init__(self) -> None:
        self._kinds: dict[type, Kind] = {}

    def kinds(self) -> list[list[Any]]:
        named = {name for name, *_ in self._kinds.values()}
        if len(named) != len(self._kinds):
            raise TypeError("two record types of one name")
        kinds = self._kinds.values()
        return [[*rest, {"": "m", "v": [*defaults.items()]}] for *rest, defaults in kinds]

    def plain(self, value: Any) -> Any:  # noqa: ANN401
        """A value as JSON has it."""
        kind = type(value)
        if value is None or kind in (str, int, bool):
            return value
        if kind in _SIMPLE:
            return _SIMPLE[kind](value)
        if kind is tuple:
            return {"": "t", "v": [self.plain(item) for item in value]}
        if kind is dict:
            return {"": "m", "v": [[self.plain(key), self.plain(item)] for key, item in value.items()]}
        if kind is Register and value.day is None:
            return self._named(value, {"agencies": value.listed_agencies, "groups": value.listed_groups})
        is_folder = isinstance(value, tuple)  # a NamedTuple
        return self._named(value, value._asdict()) if is_folder else self._record(value)

    def _named(self, value: object, parts: dict[str, Any]) -> dict[str, Any]:
        return {"": type(value).__name__} | {name: self.plain(part) for name, part in parts.items()}

    def _record(self, record: Any) -> dict[str, Any]:  # noqa: ANN401
        name, _, fields, defaults = self._kind(type(record))
        values = {field: self.plain(getattr(record, field)) for field in fields}
        return {"": name} | {
            f: v for f, v in values.items() if f not in defaults or not _same(v, defaults[f])
        }

    def _kind(self, kind: Any) -> Kind:  # noqa: ANN401
        if kind not in self._kinds:
            fields = kind.model_fields
            defaults = {n: self.plain(f.get_default()) for n, f in fields.items() if not f.is_required()}
            conducts = [_NAMES[of] for of in kind.__mro__ if of in _NAMES]
            self._kinds[kind] = (kind.__name__, conducts, [*fields], defaults)
        return self._kinds[kind]


def _same(value: object, default: object) -> bool:
    return type(value) is type(default) and value == default
