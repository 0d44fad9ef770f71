"""Which record type stands at a path of a file, by walking the types alongside the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
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


def _record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401
    from kehoach_cli.model.scalars import Record

    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((r for a in get_args(annotation) if (r := _record_in(a))), None)
