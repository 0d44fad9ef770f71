"""What can still be used of a file with errors, so that one run tells what is wrong in the rest of it too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kehoach_cli.model.scalars import Record

Path = tuple[str | int, ...]

_STAND_INS: dict[str, str] = {
    "schema": "1",
    "version": "0",
    "year": "1900",
    "issued": "1900-01-01",
    "received": "1900-01-01",
}
"""Values that let a record be made and that no rule finds fault with; any other text is «…»."""


class Usable:
    """The data without the places that hold errors, and the way back to the places in the file."""

    def __init__(
        self, data: dict[str, Any], wrong: set[Path], record: type[Record], known: dict[str, str]
    ) -> None:
        self.kept: dict[str, list[int]] = {}  # list key → the indices in the file of the items still there
        self._wrong = wrong
        self.data = dict(data)
        for key in {str(path[0]) for path in wrong}:
            self._cut(key, data.get(key), is_needed=_is_needed(key, record))
        _fill(self.data, record, known)

    def _cut(self, key: str, value: Any, *, is_needed: bool) -> None:  # noqa: ANN401
        inside = {path[1] for path in self._wrong if len(path) > 1 and path[0] == key}
        if isinstance(value, list) and (key,) not in self._wrong:
            self.kept[key] = [n for n in range(len(value)) if n not in inside]
            self.data[key] = [value[n] for n in self.kept[key]]
        elif isinstance(value, dict) and (key,) not in self._wrong and is_needed:
            self.data[key] = {k: v for k, v in value.items() if k not in inside}
        else:
            self.data.pop(key, None)

    def path(self, path: Path) -> Path:
        """The path in the file of a path in what was left of it."""
        if len(path) > 1 and isinstance(path[1], int) and str(path[0]) in self.kept:
            return (path[0], self.kept[str(path[0])][path[1]], *path[2:])
        return path

    def is_wrong(self, path: Path) -> bool:
        """True where the value at a path was replaced: what a rule finds there is no news."""
        return any(path[: len(wrong)] == wrong for wrong in self._wrong)


def _is_needed(key: str, record: type[Record]) -> bool:
    return any((f.alias or name) == key and f.is_required() for name, f in record.model_fields.items())


def _fill(data: dict[str, Any], record: type[Record], known: dict[str, str]) -> None:
    """Put something in every required place that is empty: what is known, else a stand-in."""
    from kehoach_cli.checks.records import record_at

    for name, field in record.model_fields.items():
        key = field.alias or name
        if not field.is_required() or isinstance(data.get(key), (str, list)):
            continue
        inner = record_at((key,), record)
        if inner is None:
            data[key] = known.get(key) or _STAND_INS.get(key, "…")
        elif "tuple" in str(field.annotation):
            data.setdefault(key, [])
        else:
            data[key] = dict(data.get(key) or {})
            _fill(data[key], inner, known)
