"""Who owes a report by a deadline on a day, and whose reports speak for whom.

A report belongs to who does its reporter's work on the earlier of the day asked about and its last day
(extension included): what was due before an agency ended stays under its name on every later day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import is_born_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline, Exempt, Extension
    from kehoach_cli.model.register import Entry, Register
    from kehoach_cli.model.workspace import Filed, PlanFolder


class Owed(NamedTuple):
    """One report that is owed: by whom on the day asked about, and in whose place."""

    agency: Agency
    via: tuple[str, ...]  # names of the groups it reports through, outermost first
    day: date  # on which it is judged who owes it
    last_day: date  # extension included
    reporters: tuple[Agency, ...]  # whom the plan asks; mostly the agency itself
    needed: tuple[Agency, ...]  # of these, for whom a report must speak: who is not exempt
    extension: Extension | None
    exempt: Exempt | None


def reporters_of(deadline: Deadline, register: Register) -> list[tuple[Agency, tuple[str, ...]]]:
    """Who is asked for a report, each agency once by its shortest way, in register order."""
    found: dict[str, tuple[Agency, tuple[str, ...]]] = {}
    for name in deadline.reporters:
        entry = register.find(name)
        for member in register.members(entry) if entry else ():
            via = tuple(g.name for g in member.via)
            known = found.get(member.agency.id)
            if member.certain and (known is None or len(via) < len(known[1])):
                found[member.agency.id] = (member.agency, via)
    return sorted(found.values(), key=lambda pair: register.position(pair[0]))


def owed_by(deadline: Deadline, register: Register, as_of: date) -> list[Owed]:
    """The reports that are owed, each agency's once, in register order.

    Of a reporter that has ended it is owed by everyone who follows it; where nobody does, it stays with
    the one that ended. An extension of a reporter moves the day that decides; one of its successor does not.
    """
    exempt = {_id(register, e.agency): e for e in deadline.exempt}
    extended = {_id(register, e.agency): e for e in deadline.extended}
    by_owner: dict[str, tuple[Agency, list[tuple[Agency, tuple[str, ...]]]]] = {}
    for reporter, via in reporters_of(deadline, register.timeless):
        extension = extended.get(reporter.id)
        day = min(as_of, max(deadline.last_day, extension.until) if extension else deadline.last_day)
        for owner in register.owners(reporter, day):
            by_owner.setdefault(owner.id, (owner, []))[1].append((reporter, via))
    found = [_owed(owner, ways, deadline, as_of, exempt, extended) for owner, ways in by_owner.values()]
    return sorted(found, key=lambda owed: register.position(owed.agency))


def may_send(agency: Agency, deadline: Deadline, register: Register, day: date) -> bool:
    """Whether a report of an agency that comes on a day can settle anything that is owed by the deadline.

    So does its own, and what it owes in the place of others; and what it sends late for one that it follows.
    """
    owed = owed_by(deadline, register, day)
    return any(agency.id in {o.agency.id, *(a.id for a in register.owners(o.agency, day))} for o in owed)


def senders_of(deadline: Deadline, register: Register) -> set[str]:
    """Ids of everyone whose report could settle what is owed, on one day or another."""
    waiting = [agency for agency, _ in reporters_of(deadline, register.timeless)]
    found: set[str] = set()
    while waiting:
        agency = waiting.pop()
        if agency.id not in found:
            found.add(agency.id)
            waiting += [a for name in agency.successors if (a := register.find_agency(name))]
    return found


def owed_for(entry: Entry, deadline: Deadline, register: Register, as_of: date) -> list[Owed]:
    """The reports that an entry has to do with: its own, those of whom it follows, and of who follows it."""
    days = (register.timeless, register.on(as_of))
    meant = {m.agency.id for names in days for m in names.members(entry) if m.certain}
    return [
        owed
        for owed in owed_by(deadline, register, as_of)
        if not meant.isdisjoint(
            a.id for a in (owed.agency, *owed.reporters, *register.owners(owed.agency, as_of))
        )
    ]


def _owed(
    owner: Agency,
    ways: list[tuple[Agency, tuple[str, ...]]],
    deadline: Deadline,
    as_of: date,
    exempt: dict[str, Exempt],
    extended: dict[str, Extension],
) -> Owed:
    """An owner is exempt where it says so of it, or of everyone it reports for."""
    reporters = tuple(reporter for reporter, _ in ways)
    before = [r for r in reporters if r.id != owner.id]
    asked = before if is_born_of(owner, before) else reporters
    given = [extended[id_] for id_ in (owner.id, *(r.id for r in reporters)) if id_ in extended]
    extension = max(given, key=lambda e: e.until, default=None)
    last_day = max(deadline.last_day, extension.until) if extension else deadline.last_day
    excused = [exempt[r.id] for r in reporters if r.id in exempt]
    needed = tuple(r for r in asked if r.id not in exempt)
    reason = exempt.get(owner.id) or (None if needed else excused[0])
    _, via = min(ways, key=lambda way: (way[0].id != owner.id, len(way[1])))
    return Owed(owner, via, min(as_of, last_day), last_day, reporters, needed, extension, reason)


class Arrivals:
    """The reports of one period that had come by a day, and for whom each speaks.

    A report speaks for its sender and for the partners it names; and for everyone whose work these did on
    the day it came: a successor's report is its predecessors' too, but what it sent before taking over from
    one of them says nothing of that one. What a predecessor sent itself always counts for it.
    """

    def __init__(self, folder: PlanFolder, period: str, register: Register, as_of: date) -> None:
        self._register, self._as_of = register, as_of
        self._by_agency = _by_agency(folder.reports_of(period), register, as_of)

    def for_slot(self, owed: Owed) -> tuple[Filed | None, tuple[Filed, ...]]:
        """The report that settles what is owed, and what else came for one of its reporters.

        None settles it while nothing came for one of them. The owner's own report settles it all; else the
        last one of several does. What is in time beats what is late, what stands what was sent back.
        """
        own = self._by_agency.get(owed.agency.id)
        if not owed.needed:
            return own, ()
        found = [self._best(reporter, owed) for reporter in owed.needed]
        came = [filed for filed in found if filed]
        settling = []
        if own and all(self._speaks(owed.agency.id, own, reporter, owed) for reporter in owed.needed):
            settling.append(own)
        if len(came) == len(found):
            settling.append(max(came, key=self._rank))
        chosen = min(settling, key=lambda f: (self._rank(f)[0], self._is_late(f, owed)), default=None)
        return chosen, tuple(f for f in dict.fromkeys(came) if f is not chosen)

    def is_joint(self, filed: Filed, owed: Owed) -> bool:
        """True where another agency sent it that has nothing to do with the owner's own past."""
        sender = self._register.find_agency(filed.report.agency)
        if sender is None or sender.id in {owed.agency.id, *(r.id for r in owed.reporters)}:
            return sender is None
        return not self._does_work_of(owed.agency, sender, owed.day)

    def _best(self, reporter: Agency, owed: Owed) -> Filed | None:
        """The first report that speaks for a reporter; one sent back only where there is no other."""
        if reporter.until is None:
            return self._by_agency.get(reporter.id)
        fitting = (f for id_, f in self._by_agency.items() if self._speaks(id_, f, reporter, owed))
        return min(fitting, key=self._rank, default=None)

    def _speaks(self, id_: str, filed: Filed, reporter: Agency, owed: Owed) -> bool:
        """Whether a report, as one of the agency `id_`, speaks for a reporter of what is owed."""
        if id_ == reporter.id:
            return True
        sender, received = self._register.agencies.get(id_), filed.report.received
        if sender is None or not self._does_work_of(sender, reporter, received):
            return False
        is_before = self._does_work_of(owed.agency, sender, owed.day)
        return is_before or self._does_work_of(sender, owed.agency, received)

    def _does_work_of(self, owner: Agency, agency: Agency, day: date) -> bool:
        return any(o.id == owner.id for o in self._register.owners(agency, day))

    def _rank(self, filed: Filed) -> tuple[bool, date]:
        report = filed.report
        back = report.returned
        return back is not None and report.received <= back.date <= self._as_of, report.received

    def _is_late(self, filed: Filed, owed: Owed) -> bool:
        return filed.report.received > owed.last_day


def _by_agency(filed: Iterable[Filed], register: Register, as_of: date) -> dict[str, Filed]:
    """Agency id → its report among those received by `as_of`.

    An agency's own report beats a joint one that covers it; of joint ones the first received counts.
    """
    reports = [f for f in filed if f.report.received <= as_of]
    found: dict[str, Filed] = {}
    for one in sorted(reports, key=lambda f: f.report.received):
        for name in one.report.covers:
            found.setdefault(_id(register, name), one)
    found.update({_id(register, f.report.agency): f for f in reports})
    return found


def _id(register: Register, name: str) -> str:
    entry = register.find(name)
    return entry.id if entry else name
