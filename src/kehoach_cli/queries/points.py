"""What reports say besides tasks: documents and activities, difficulties, causes, outlook, proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Proposal, Report, Summary
    from kehoach_cli.queries.naming import Namer, Naming
    from kehoach_cli.queries.sources import Sent, Source

# the types of Điều 7 Nghị định 30/2020/NĐ-CP that begin a citation
_TYPES = tuple(
    fold(t)
    for t in (
        "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Chương trình", "Kế hoạch",
        "Phương án", "Đề án", "Dự án", "Biên bản", "Tờ trình", "Công văn", "Công điện", "Bản ghi nhớ",
        "Bản thỏa thuận", "Giấy mời", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công",
    )
)  # fmt: skip
# types that are verbs too: «Hướng dẫn các trường …» issues nothing, «Hướng dẫn số 12/HD-… ngày …» does
_VERBS = tuple(fold(t) for t in ("Hướng dẫn", "Thông báo", "Báo cáo"))


class Issued(NamedTuple):
    """Directives of one kind in one report."""

    agency: str
    texts: tuple[str, ...]
    source: Source


class Point(NamedTuple):
    """One text, with everyone who wrote it so; the Office's own has no source."""

    text: str
    agencies: tuple[Naming, ...]
    sources: tuple[Source, ...]
    is_returned: bool  # only in reports sent back: not in the draft
    to: str | None  # a proposal's addressee, as written
    addressee: str | None  # "up", "others" or "internal"


def is_document(directive: str) -> bool:
    """True for a citation of a document, false for a meeting, an inspection or other activity."""
    words = f"{fold(directive)} "
    if words.startswith(tuple(f"{t} " for t in _TYPES)):
        return True
    is_cited = "/" in directive or " so " in words or " ngay " in words
    return is_cited and words.startswith(tuple(f"{t} " for t in _VERBS))


def issued(sent: Iterable[Sent], *, documents: bool) -> tuple[Issued, ...]:
    """Each report's directives that are documents, or those that are not."""
    found = []
    for one in sent:
        texts = tuple(d for d in one.report.directives if is_document(d) == documents)
        if texts:
            found.append(Issued(one.source.agency, texts, one.source))
    return tuple(found)


def points(
    sent: Iterable[Sent], namer: Namer, texts_of: Callable[[Report], Iterable[str | None]]
) -> tuple[Point, ...]:
    """The texts that a report holds, in the order they came; equal ones of several agencies once."""
    found: dict[tuple[str, bool], list[Sent]] = {}
    for one in sent:
        for text in texts_of(one.report):
            if text:
                found.setdefault((text, one.source.returned is not None), []).append(one)
    return tuple(_point(text, back, who, namer) for (text, back), who in found.items())


def _point(text: str, back: bool, who: list[Sent], namer: Namer) -> Point:
    sources = tuple(dict.fromkeys(s.source for s in who))
    agencies = namer(id_ for s in who for id_ in s.speakers)
    return Point(text, agencies, sources, is_returned=back, to=None, addressee=None)


def proposals(
    sent: tuple[Sent, ...], summary: Summary | None, namer: Namer, classify: Callable[[str], str]
) -> tuple[Point, ...]:
    """The Office's own first, then the agencies'; each with its addressee."""
    own = summary.proposals if summary else ()
    found = [Point(p.text, (), (), is_returned=False, to=p.to, addressee=classify(p.to)) for p in own]
    said = {(p.text, p.to) for p in own}
    for to in dict.fromkeys(p.to for s in sent for p in s.report.proposals):
        for point in points(sent, namer, lambda r, to=to: _to(r.proposals, to)):  # type: ignore[misc]
            if (point.text, to) not in said or point.sources:
                found.append(point._replace(to=to, addressee=classify(to)))
    return tuple(found)


def _to(items: Iterable[Proposal], to: str) -> Iterator[str]:
    return (p.text for p in items if p.to == to)


def addressee_of(to: str, send_up: str | None, issuer: Issuer, register: Register) -> str:
    """«up» for whom the consolidated report goes to, «internal» for the district's own, else «others»."""
    agency, above = register.find_agency(to), register.find_agency(send_up) if send_up else None
    if send_up and (fold(to) == fold(send_up) or (agency is not None and agency is above)):
        return "up"
    if agency is not None:
        return "others" if agency.kind == "cap-tren" else "internal"
    own = {fold(name) for name in (issuer.name, issuer.full, issuer.short)}
    own |= {name.replace("ubnd", "uy ban nhan dan") for name in own}
    return "internal" if fold(to).replace("ubnd", "uy ban nhan dan") in own else "others"
