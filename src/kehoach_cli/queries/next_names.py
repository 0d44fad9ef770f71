"""Names of a plan on the first day of a later year: who is still there, and who follows those who are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import has_ended, heirs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kehoach_cli.model.register import Register
    from kehoach_cli.model.workspace import Workspace


class Named(NamedTuple):
    """One name: the last day of whom it means (None: alive, or a group) and who follows."""

    old: str  # of who ended the name in the register, else as printed
    ended: date | None = None
    heirs: tuple[str, ...] = ()  # as the register names them
    names: tuple[str, ...] = ()  # of these, who is not in the clause already


def heir_of(register: Register, name: str, day: date) -> Named | None:
    """What became of the agency that a name means; None where it is alive on `day`, or no agency."""
    agency = register.find_agency(name)
    if agency is None or not has_ended(agency, day):
        return None
    return Named(agency.name, agency.until, tuple(heir.name for heir in heirs(register, agency, day)))


def followed(
    register: Register, names: Sequence[str], day: date, taken: set[str], *, whole: bool = False
) -> list[Named]:
    """The names of one list; a successor who is in the clause already is not named again.

    `taken` are the ids the clause has so far (with `whole` also of the members of its groups); it grows.
    """
    found = [heir_of(register, name, day) or Named(name) for name in names]
    for named in found:
        if not named.heirs:
            taken |= _ids(register, named.old, whole=whole)
    settled = []
    for named in found:
        new = [heir for heir in named.heirs if not _ids(register, heir, whole=whole) <= taken]
        for heir in new:
            taken |= _ids(register, heir, whole=whole)
        settled.append(named._replace(names=tuple(new)))
    return settled


def _ids(register: Register, name: str, *, whole: bool) -> set[str]:
    entry = register.find(name)
    if entry is None:
        return {name}
    return {entry.id} | ({m.agency.id for m in register.members(entry) if m.certain} if whole else set())


def stranded(register: Register, names: Iterable[str], day: date) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Groups among the names → their certain members who ended before `day` and whom nobody follows."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        entry = register.find(name)
        if entry is None or not register.is_group(entry) or entry.id in found:
            continue
        ended = (heir_of(register, m.agency.id, day) for m in register.members(entry) if m.certain)
        found[entry.id] = tuple(e.old for e in ended if e is not None and not e.heirs)
    return tuple((register.groups[id_].name, lost) for id_, lost in found.items() if lost)


def issuer_after(workspace: Workspace, issuer: str, day: date) -> Named | None:
    """Who issues plans in the place of an issuer that is no more on `day`; None where it still is.

    The office's own file is asked first, then the register.
    """
    office = workspace.office
    listed = [i for i in office.office if issuer in (i.name, i.full, i.short)] if office else []
    if not listed or office is None:
        return heir_of(workspace.register, issuer, day)
    ends = [i.until for i in listed if i.until is not None and i.until < day]
    if len(ends) < len(listed):
        return None
    following = office.issuer_on(day)
    return Named(issuer, max(ends), (following.name,) if following else ())
