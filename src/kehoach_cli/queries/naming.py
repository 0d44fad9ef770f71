"""How a sentence names several agencies: «Phòng Tư pháp; Công an các xã: Sơn Bua, Sơn Lập»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.agencies import Group
    from kehoach_cli.model.register import Register

_SEVERAL = "các"


class Naming(NamedTuple):
    """One agency, a whole group, or some of a group's members told apart by the end of their names."""

    head: str  # «Phòng Tư pháp», or what the members share: «Công an các xã»
    ends: tuple[str, ...]  # «Sơn Bua», «Sơn Lập»; empty where the head says it all
    size: int = 1  # how many agencies it names


class Namer:
    """Names agencies by id, in register order, members of one group under the group's name.

    Such a group is closed and its members bear its name without «các»: UBND các xã, UBND xã Sơn Mùa.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._kin: dict[str, tuple[str, str]] = {}  # agency id → group id, end of the name
        self._whole: dict[str, set[str]] = {}  # group id → who belongs to it on the register's day
        for group in register.groups.values():
            for id_, end in _kin(group, register):
                self._kin.setdefault(id_, (group.id, end))
            members = {m.agency.id for m in register.members(group)}
            self._whole[group.id] = {id_ for id_ in members if self._kin.get(id_, ("",))[0] == group.id}

    def __call__(self, ids: Iterable[str]) -> tuple[Naming, ...]:
        agencies = self._register.agencies
        together: dict[str, list[str]] = {}
        for id_ in sorted(set(ids), key=lambda i: self._register.position(agencies[i])):
            together.setdefault(self._kin.get(id_, (id_, ""))[0], []).append(id_)
        return tuple(self._naming(key, members) for key, members in together.items())

    def end(self, id_: str) -> str:
        """«Sơn Mùa» for UBND xã Sơn Mùa; the whole name of whoever is told apart by nothing shorter."""
        return self._kin[id_][1] if id_ in self._kin else self._register.agencies[id_].name

    def _naming(self, key: str, ids: list[str]) -> Naming:
        if len(ids) == 1:
            return Naming(self._register.agencies[ids[0]].name, ())
        group = self._register.groups[key]
        ends = tuple(self._kin[id_][1] for id_ in ids)
        return Naming(group.name, () if set(ids) == self._whole[key] else ends, len(ids))


def _kin(group: Group, register: Register) -> Iterator[tuple[str, str]]:
    """Members with the end of their names, where every one bears the group's name in the singular.

    Those whom the file names and those who have taken over from them: a text may speak of both.
    """
    words = group.name.split()
    one = " ".join(w for w in words if w.casefold() != _SEVERAL)
    named = [*register.timeless.members(group), *register.members(group)]
    members = [m.agency for m in named]
    if group.open or len(one.split()) == len(words) or not all(a.name.startswith(f"{one} ") for a in members):
        return
    for agency in members:
        yield agency.id, agency.name.removeprefix(f"{one} ")
