"""Records without pydantic: fields and conduct of a record type, of data that was validated before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model import conduct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

CONDUCT: dict[str, type] = {
    name: kind for name, kind in vars(conduct).items() if getattr(kind, "__module__", "") == conduct.__name__
}
"""What a record type may take over, by name."""


class Light:
    """A frozen record; each record type has a type of its own below this one."""

    __slots__ = ("__dict__",)

    _names: tuple[str, ...]

    def model_copy(self, *, update: Mapping[str, Any]) -> Light:
        """The same with other values, as pydantic's own records give it."""
        return _filled(type(self), {**vars(self), **update})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is frozen")

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return iter([(name, getattr(self, name)) for name in self._names])

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in self._names)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self)})"


def light_type(
    name: str, conducts: Iterable[str], names: Iterable[str], defaults: Mapping[str, Any]
) -> Callable[[Mapping[str, Any]], Light]:
    """The maker of one type of records, from the values of fields that are not the default.

    KeyError where a conduct is none of ours; the maker's ValueError where the fields are not those named.
    """
    bases = tuple(CONDUCT[conduct] for conduct in conducts)
    listed = tuple(names)
    kind: type[Light] = type(name, (*bases, Light), {"__slots__": (), "_names": listed})
    known = frozenset(listed)

    def make(values: Mapping[str, Any]) -> Light:
        made = _filled(kind, defaults)
        within = vars(made)
        within.update(values)
        if within.keys() != known:
            raise ValueError(name)
        return made

    return make


def _filled(kind: type[Light], values: Mapping[str, Any]) -> Light:
    made = object.__new__(kind)
    vars(made).update(values)
    return made
