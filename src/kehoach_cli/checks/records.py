"""Which record type stands at a path of a file, by walking the types alongside the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.scalars import Record


def record_at(path: tuple[str | int, ...], top: type[Record]) -> type[Record] | None:
    """The record type whose keys a mapping at `path` must have, in a file whose top is a `top`."""
    record: type[Record] | None = top
    for step in path:
        if record is None:
            return None
        if isinstance(step, int):
            continue
        field = next((f for n, f in record.model_fields.items() if (f.alias or n) == step), None)
        record = _record_in(field.annotation) if field else None
    return record


def keys_at(path: tuple[str | int, ...], top: type[Record]) -> list[str]:
    """The keys that the record at a path takes, in the order of the record; none where none stands."""
    record = record_at(path, top)
    return [f.alias or name for name, f in record.model_fields.items()] if record else []


def owners_of(key: str, top: type[Record]) -> list[str]:
    """What the records of a file that take a key are called: «một nhiệm vụ của kế hoạch»."""
    found = [r for r in _records(top) if key in (f.alias or n for n, f in r.model_fields.items())]
    return list(dict.fromkeys(map(called, found)))


def called(record: type[Record]) -> str:
    """What a record is called inside a sentence: the first one of its docstring."""
    name = (record.__doc__ or "").split(".")[0]
    return name[:1].lower() + name[1:]


def _records(top: type[Record]) -> Iterator[type[Record]]:
    yield top
    for field in top.model_fields.values():
        inner = _record_in(field.annotation)
        if inner is not None:
            yield from _records(inner)


def _record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401
    from kehoach_cli.model.scalars import Record

    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((r for a in get_args(annotation) if (r := _record_in(a))), None)
