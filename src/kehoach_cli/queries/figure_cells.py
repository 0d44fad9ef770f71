"""What the reports give for an indicator: by giver, by those it is checked against, by commune."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.succession import forebears, is_born_of
from kehoach_cli.queries.figure_totals import Entry, Way, total_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal
    from fractions import Fraction

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Indicator
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Figure
    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.sources import Sent, Source

COMMUNE = "ubnd-xa"


class Cell(NamedTuple):
    """What one report gives for one indicator."""

    ids: tuple[str, ...]  # of the givers it speaks for
    agencies: tuple[Naming, ...]
    part: str  # giver · compare · other · replaced (by a successor's own): only the first counts
    value: Fraction | None
    estimate: Fraction | None
    previous: Fraction | None
    note: str | None
    source: Source

    @property
    def is_counted(self) -> bool:
        """False in a report sent back: like its words, its figures are not in the draft."""
        return self.source.returned is None

    @property
    def has_number(self) -> bool:
        return any(number is not None for number in (self.value, self.estimate, self.previous))

    @property
    def entry(self) -> Entry:
        return Entry(self.ids, self.source.received, self.value, self.estimate, self.previous)


class CommuneCell(NamedTuple):
    """One commune's figure in the table by commune; `owner` where it is in another commune's figure."""

    value: Fraction | None
    estimate: Fraction | None
    owner: str | None
    is_owed: bool  # false where the commune has no such figure to give, or owes no report
    is_partial: bool = False  # not all that were merged into it have given theirs


class Asked(NamedTuple):
    """What every indicator is read from."""

    register: Register
    namer: Namer
    sent: tuple[Sent, ...]
    exempt: frozenset[str]
    indicators: Mapping[str, Indicator]


def members_of(names: Iterable[str], register: Register) -> tuple[str, ...]:
    """Ids of everyone who certainly belongs to the names, each once, in register order."""
    entries = [e for name in names if (e := register.find(name))]
    found = {m.agency.id: m.agency for e in entries for m in register.members(e) if m.certain}
    return tuple(a.id for a in sorted(found.values(), key=register.position))


def cells_of(indicator: Indicator, asked: Asked) -> Iterator[Cell]:
    """What the reports say of an indicator, in register order; the first where one says it twice.

    What an agency gave before it ended counts until one that follows it gives the figure itself.
    """
    parts = (("giver", indicator.givers), ("compare", indicator.compare))
    members = [(part, set(members_of(names, asked.register))) for part, names in parts]
    said = [(one, f) for one in asked.sent for f in one.report.figures if f.indicator == indicator.id]
    said = [pair for n, pair in enumerate(said) if not n or pair[0] is not said[n - 1][0]]
    giving = {id_ for one, f in said if _is_number(one, f) for id_ in one.speakers}
    for one, figure in said:
        fitting = ((part, _speaking(one, ids)) for part, ids in members)
        part, ids = next((pair for pair in fitting if pair[1]), ("other", (one.sender,)))
        is_replaced = part != "other" and not giving.isdisjoint(one.followed_by)
        yield _cell(figure, "replaced" if is_replaced else part, ids, one, asked.namer)


def _speaking(one: Sent, ids: set[str]) -> tuple[str, ...]:
    """For whom of these a report speaks; its sender for those who follow it."""
    found = tuple(i for i in one.speakers if i in ids)
    return found or ((one.sender,) if not ids.isdisjoint(one.heirs) else ())


def _is_number(one: Sent, figure: Figure) -> bool:
    """True where a report that was not sent back gives a number."""
    numbers = (figure.value, figure.estimate, figure.previous)
    return one.source.returned is None and any(n is not None for n in numbers)


def owing(names: Iterable[str], cells: Iterable[Cell], asked: Asked) -> tuple[str, ...]:
    """Ids of everyone who owes a figure, in register order.

    In the place of one that has not given it itself stand those before it, once one of them has.
    """
    register = asked.register
    given = {id_ for c in cells if c.part in ("giver", "compare") and c.is_counted for id_ in c.ids}
    named = set(members_of(names, register.timeless))
    found: set[str] = set()
    for id_ in members_of(names, register):
        before = [a for a in _before(id_, register) if a.id in named]
        if id_ in given or given.isdisjoint(a.id for a in before):
            found.add(id_)
        else:
            found |= {a.id for a in before}
            found |= {id_} if id_ in named and not is_born_of(register.agencies[id_], before) else set()
    return tuple(sorted(found, key=lambda id_: register.position(register.agencies[id_])))


def _before(id_: str, register: Register) -> tuple[Agency, ...]:
    """Those whose work an agency has taken over by the register's day."""
    return forebears(register, register.agencies[id_], register.day) if register.day else ()


def _cell(figure: Figure, part: str, ids: tuple[str, ...], one: Sent, namer: Namer) -> Cell:
    return Cell(
        ids=ids,
        agencies=namer(ids),
        part=part,
        value=fraction(figure.value),
        estimate=fraction(figure.estimate),
        previous=fraction(figure.previous),
        note=figure.note,
        source=one.source,
    )


def fraction(number: Decimal | None) -> Fraction | None:
    """Exact, for adding and dividing."""
    if number is None:
        return None
    from fractions import Fraction

    return Fraction(number)


def entries_of(cells: Iterable[Cell], part: str) -> list[Entry]:
    """What counts of one part: `giver` for the totals, `compare` for the cross-check."""
    return [c.entry for c in cells if c.part == part and c.is_counted]


def way_of(indicator: Indicator, asked: Asked, part: str) -> Way:
    """How the plan wants the total; the weights are what the same part gave for the weighing indicator."""
    weighing = asked.indicators.get(indicator.weight or "")
    if indicator.total != "weighted" or weighing is None:
        return Way(indicator.total)
    return Way(indicator.total, tuple(entries_of(cells_of(weighing, asked), part)))


def communes_of(indicators: Iterable[Indicator], asked: Asked) -> tuple[str, ...]:
    """Ids of the communes that give any of the indicators, in register order."""
    found = {id_ for i in indicators for id_ in members_of(i.givers, asked.register)}
    agencies = [asked.register.agencies[id_] for id_ in found]
    kept = [a for a in agencies if a.kind == COMMUNE]
    return tuple(a.id for a in sorted(kept, key=asked.register.position))


def by_commune(
    indicator: Indicator, cells: tuple[Cell, ...], communes: tuple[str, ...], asked: Asked
) -> tuple[CommuneCell, ...]:
    """A figure of several communes stands under the first of them, and is pointed to from the others."""
    givers = set(members_of(indicator.givers, asked.register))
    if not givers & set(communes):
        return ()
    counted = {id_: c for c in cells if c.part == "giver" and c.is_counted for id_ in c.ids}
    lacking = set(owing(indicator.givers, cells, asked)) - {*counted, *asked.exempt}
    found = []
    for id_ in communes:
        cell, is_owed = counted.get(id_), id_ in givers and id_ not in asked.exempt
        first = next((c for c in communes if cell and c in cell.ids), id_)
        before = [counted[a.id] for a in _before(id_, asked.register) if a.id in counted]
        if before:
            added = _added_up([*before, *([cell] if cell else [])], indicator, asked, is_owed=is_owed)
            found.append(added._replace(is_partial=not lacking.isdisjoint({id_, *_ids_before(id_, asked)})))
        elif cell and first == id_:
            found.append(CommuneCell(cell.value, cell.estimate, None, is_owed))
        else:
            found.append(CommuneCell(None, None, asked.namer.end(first) if cell else None, is_owed))
    return tuple(found)


def _ids_before(id_: str, asked: Asked) -> set[str]:
    return {agency.id for agency in _before(id_, asked.register)}


def _added_up(before: list[Cell], indicator: Indicator, asked: Asked, *, is_owed: bool) -> CommuneCell:
    """What communes gave before they were merged, for the one that follows them, with what it gave."""
    entries, way = [c.entry for c in dict.fromkeys(before)], way_of(indicator, asked, "giver")
    value, estimate = (total_of(entries, way, column).number for column in ("value", "estimate"))
    return CommuneCell(value, estimate, None, is_owed)
