"""Which agencies of a register now end, and who follows them: merged, renamed, split, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.succession import ended_on
from kehoach_cli.queries.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.register import Register
    from kehoach_cli.queries.register_changes import Kinship

TOLD = ("until", "successors", "basis")
"""Keys that the sentence on an ending says."""


def newly_ended(kin: Kinship, new: Register) -> dict[str, Agency]:
    """By id, the agencies whose end or whose successors are others than before."""
    pairs = ((old, new.agencies.get(now.id)) for old, now in kin.kept)
    return {
        now.id: now
        for old, now in pairs
        if now and now.until and [getattr(old, k, None) for k in TOLD[:2]] != [now.until, now.successors]
    }


def endings(kin: Kinship, new: Register) -> Iterator[Change]:
    """One change for all that one agency follows from one day on; one for each of the others."""
    added = {e.id for e in kin.added}
    together: dict[tuple[object, ...], list[Agency]] = {}
    for agency in newly_ended(kin, new).values():
        heirs = tuple(dict.fromkeys(h.id for n in agency.successors if (h := new.find_agency(n))))
        alone = (agency.id,) if len(heirs) != 1 else ()
        together.setdefault((heirs, agency.until, *alone), []).append(agency)
    for (heirs_, *_), agencies in together.items():
        assert isinstance(heirs_, tuple)
        first, names = agencies[0], tuple(new.agencies[id_].name for id_ in heirs_)
        day = ended_on(first)
        if len(names) != 1:
            yield Change("agency_ended", first.name, new=day, added=names, record=first)
            continue
        is_new = heirs_[0] in added
        olds = tuple(a.name for a in agencies)
        yield Change("agencies_followed", names[0], new=day, removed=olds, record=first, is_alone=is_new)
