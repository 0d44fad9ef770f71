"""The life of one agency, as it stands on a day: from when, until when, after whom, before whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import ONE_DAY, forebears, has_ended, heirs
from kehoach_cli.queries.naming import Namer

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.register import Register
    from kehoach_cli.queries.naming import Naming


class Life(NamedTuple):
    """Of an agency that began or ended, or that has taken over from another."""

    agency: Agency
    state: str  # coming · alive · ended, on the day asked about
    heirs: tuple[Agency, ...]  # who does its work when it has ended
    forebears: tuple[Agency, ...]  # whose work it took over; as planned, where it is still coming
    heirs_named: tuple[Naming, ...]  # the same, as a sentence names them
    forebears_named: tuple[Naming, ...]


def life_of(register: Register, agency: Agency | None, as_of: date) -> Life | None:
    """None of one that has always been there and took over from nobody."""
    if agency is None or not register.has_lives:
        return None
    first, last, namer = agency.from_, agency.until, Namer(register)
    is_coming = first is not None and as_of < first
    state = "coming" if is_coming else "ended" if has_ended(agency, as_of) else "alive"
    before = forebears(register, agency, first if is_coming and first else min(as_of, last or as_of))
    if first is None and last is None and not before:
        return None
    after = heirs(register, agency, max(as_of, last + ONE_DAY)) if last else ()
    return Life(agency, state, after, before, namer(a.id for a in after), namer(a.id for a in before))
