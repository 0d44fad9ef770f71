"""What the agencies answered on one task, and who did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.slots import RECEIVED
from kehoach_cli.model.succession import has_ended
from kehoach_cli.queries.duties import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kehoach_cli.model.plan import Task
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.slots import Slot
    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.reviewing import Review
    from kehoach_cli.queries.sources import Sent, Source

NOTHING = "không phát sinh"


class Party(NamedTuple):
    """One agency's part in a task; firm when it is certain, so that its silence counts."""

    id: str
    role: str  # "lead" or "coordinating"
    is_firm: bool
    is_optional: bool  # «nếu có»


class Answer(NamedTuple):
    """What one report says on one task."""

    ids: tuple[str, ...]  # of the speakers
    agencies: tuple[Naming, ...]  # the speakers
    partners: tuple[Naming, ...]  # báo cáo chung: the others whom the report is from
    role: str | None  # None: the plan gives the sender no part in the task
    status: str  # as in report files: «đang thực hiện»
    words: str | None  # the result; for what is not done, paused or no duty: the reason
    expected: str | None  # when it will be done
    note: str | None
    is_rest: bool  # one answer for all duties the report does not list
    source: Source
    mark: str | None = None  # of a trace, where there are no words to bear it
    is_successors: bool = False  # the report is from `partners`, who do the speakers' work since


class Silence(NamedTuple):
    """Who should have answered and did not, grouped where the same is to be said of several."""

    case: str  # silent · own · unlisted · exempt · not_stated · not_entered · returned
    role: str
    ids: tuple[str, ...]
    agencies: tuple[Naming, ...]
    state: str | None  # silent: the state of their slots, with its days
    days: int
    reason: str | None  # exempt
    source: Source | None  # not_entered, returned: the report in question


class Known(NamedTuple):
    """What the answers of every task are read from."""

    register: Register
    namer: Namer
    sent: tuple[Sent, ...]
    slots: Mapping[str, Slot]  # by agency id
    consolidator: str | None  # agency id
    reviews: Mapping[str, Review] = {}  # file of a report → why it is to be looked at again


def parties_of(task: Task, register: Register, sent: Iterable[Sent] = ()) -> tuple[Party, ...]:
    """Everyone with a part, certain or possible, in register order.

    Whoever reported before it ended has, beside those who follow it, the part that is theirs now.
    """
    entries = [register.find(name) for name in (*task.lead, *task.optional, *task.coordinating)]
    meant = {m.agency.id: m.agency for entry in entries if entry for m in register.members(entry)}
    found = []
    for agency in sorted(meant.values(), key=register.position):
        parts = sorted(parts_of(task, register, agency), key=lambda p: (not p.certain, p.role != "lead"))
        if parts:
            best = parts[0]
            found.append(Party(agency.id, best.role, best.certain, best.optional))
    by_id = {p.id: p for p in found}
    for one in sent:
        inherited = next((by_id[id_] for id_ in one.heirs if id_ in by_id), None)
        if inherited and one.sender not in by_id:
            found.append(inherited._replace(id=one.sender))
    return tuple(sorted(found, key=lambda p: register.position(register.agencies[p.id])))


def answers_on(ref: str, parties: Iterable[Party], known: Known) -> tuple[Answer, ...]:
    """Leads first, then coordinating agencies, then whoever has no part; each in register order."""
    by_id = {p.id: p for p in parties}
    found = [a for sent in known.sent if (a := _answer(ref, by_id, sent, known.namer))]
    return tuple(sorted(found, key=lambda a: ("lead", "coordinating", None).index(a.role)))


def _answer(ref: str, parties: Mapping[str, Party], sent: Sent, namer: Namer) -> Answer | None:
    mine = [parties[id_] for id_ in sent.speakers if id_ in parties]
    result = next((r for r in sent.report.tasks if r.ref == ref), None)
    if result is None:
        mine = [p for p in mine if p.is_firm or p.is_optional]
        if sent.report.rest is None or not mine:
            return None
    leads = [p for p in mine if p.role == "lead"]
    ids = tuple(p.id for p in leads or mine) or (sent.sender,)
    return Answer(
        ids=ids,
        agencies=namer(ids),
        partners=namer(id_ for id_ in sent.named if id_ not in ids),
        role="lead" if leads else "coordinating" if mine else None,
        status=result.status if result else NOTHING,
        words=result.result if result else None,
        expected=result.expected if result else None,
        note=result.note if result else None,
        is_rest=result is None,
        source=sent.source,
        is_successors=bool(ids) and not set(ids) & set(sent.named),
    )


def silences_on(ref: str, parties: Iterable[Party], known: Known) -> tuple[Silence, ...]:
    """Leads first; only those whose part is certain. A report sent back leaves its task open too."""
    speaks = {id_: sent for sent in known.sent for id_ in sent.speakers}
    groups: dict[Silence, list[str]] = {}
    for party in parties:
        silence = _silence(party, ref, speaks.get(party.id), known) if party.is_firm else None
        if silence:
            groups.setdefault(silence, []).append(party.id)
    found = [s._replace(ids=tuple(ids), agencies=known.namer(ids)) for s, ids in groups.items()]
    return tuple(sorted(found, key=lambda s: s.role != "lead"))


def _silence(party: Party, ref: str, sent: Sent | None, known: Known) -> Silence | None:
    """The party's silence without its name, so that equal ones fall together."""
    blank = Silence("", party.role, (), (), state=None, days=0, reason=None, source=None)
    if sent is None:
        return _unheard(party, blank, known)
    if sent.followed_by:  # those who follow it have reported since: what they leave open is theirs
        return None
    if sent.source.returned:
        return blank._replace(case="returned", source=sent.source)
    if not sent.report.is_entered:
        return blank._replace(case="not_entered", source=sent.source)
    if sent.report.rest or any(r.ref == ref for r in sent.report.tasks):
        return None
    return blank._replace(case="not_stated")


def _unheard(party: Party, blank: Silence, known: Known) -> Silence | None:
    """No report: the consolidating agency's own gap, an exemption, or a slot that is not filled."""
    slot = known.slots.get(party.id)
    if slot is not None and slot.state in RECEIVED:  # its predecessors had all reported
        return None
    if slot is None:
        case = "own" if party.id == known.consolidator else "unlisted"
        return blank._replace(case=case, state="ended" if _is_gone(party, known) else None)
    if slot.exempt:
        return blank._replace(case="exempt", reason=slot.exempt.reason)
    return blank._replace(case="silent", state=slot.state, days=slot.days)


def _is_gone(party: Party, known: Known) -> bool:
    agency, day = known.register.agencies[party.id], known.register.day
    return day is not None and has_ended(agency, day)


def absent_on(parties: Iterable[Party], known: Known) -> tuple[Naming, ...]:
    """Leads that count only if they exist («nếu có») and of whom nothing came."""
    heard = {id_ for sent in known.sent for id_ in sent.speakers}
    return known.namer(p.id for p in parties if p.is_optional and p.id not in heard)


def open_groups_on(task: Task, register: Register) -> Iterator[str]:
    """Names of the groups in the task that nobody enumerated."""
    for name in (*task.lead, *task.optional, *task.coordinating):
        entry = register.find(name)
        for group in register.open_groups(entry) if entry else ():
            yield group.name
