"""Whom a letter is addressed to: agencies under common heads, in the order of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.naming import Namer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.register import Register

_ONE, _SEVERAL = "Phòng ", "Các phòng"
_PARTING = frozenset(",;:")


class Addressed(NamedTuple):
    """One line of «Kính gửi»: an agency, a whole group, or several agencies under what they share."""

    head: str  # «Phòng Tư pháp», «UBND các xã»
    ends: tuple[str, ...]  # «Sơn Bua», «Sơn Lập»; empty where the head says it all
    kind: str  # the agencies' kind
    ids: tuple[str, ...]  # in register order


class Addresser(Namer):
    """Addresses agencies by id, under more heads than Namer knows.

    A closed group of agencies of one kind gives its name where all of them are meant, and «các phòng»
    stands before several offices. A name that holds a comma stands by itself.
    """

    def __init__(self, register: Register) -> None:
        super().__init__(register)
        closed = [g for g in register.groups.values() if not g.open]
        members = {g.id: [m.agency for m in register.members(g)] for g in closed}
        alike = {id_: found for id_, found in members.items() if _are_alike(found)}
        self._wholes = sorted(alike.items(), key=lambda item: -len(item[1]))

    def lines(self, ids: Iterable[str]) -> tuple[Addressed, ...]:
        """Every agency once, each group where its first agency stands."""
        agencies = self._register.agencies
        ordered = sorted(set(ids), key=lambda i: self._register.position(agencies[i]))
        keys = self._keys(ordered)
        together: dict[str, list[str]] = {}
        for id_ in ordered:
            together.setdefault(keys[id_], []).append(id_)
        return tuple(self._line(key, found) for key, found in together.items())

    def _keys(self, ids: list[str]) -> dict[str, str]:
        """Under which head each agency stands: a group's id, «Các phòng», or its own id."""
        keys = {id_: self._kin.get(id_, (id_, ""))[0] for id_ in ids}
        left = set(ids)
        for group, members in self._wholes:
            found = {a.id for a in members}
            if found <= left:
                keys.update(dict.fromkeys(found, group))
                left -= found
        for id_ in ids:
            if keys[id_] == id_ and _is_office(self._register.agencies[id_]):
                keys[id_] = _SEVERAL
        return keys

    def _line(self, key: str, ids: list[str]) -> Addressed:
        first = self._register.agencies[ids[0]]
        if len(ids) == 1:
            return Addressed(first.name, (), first.kind, (first.id,))
        if key == _SEVERAL:
            ends = tuple(self._register.agencies[i].name.removeprefix(_ONE) for i in ids)
            return Addressed(_SEVERAL, ends, first.kind, tuple(ids))
        group = self._register.groups[key]
        is_whole = len(ids) == sum(m.certain for m in self._register.members(group))
        ends = () if is_whole else tuple(self._kin[i][1] for i in ids)
        return Addressed(group.name, ends, first.kind, tuple(ids))


def _are_alike(agencies: list[Agency]) -> bool:
    return len(agencies) > 1 and len({a.kind for a in agencies}) == 1


def _is_office(agency: Agency) -> bool:
    return (
        agency.kind == "phong-ban" and agency.name.startswith(_ONE) and not _PARTING.intersection(agency.name)
    )
