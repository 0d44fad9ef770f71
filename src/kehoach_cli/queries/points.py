"""What reports say besides tasks: documents and activities, difficulties, causes, outlook, proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.folding import fold
from kehoach_cli.model.register import names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.report import Proposal, Report
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
# likewise the abbreviations «KH số 12/KH-…»
_CITED = tuple(
    fold(t)
    for t in (
        "Hướng dẫn",
        "Thông báo",
        "Báo cáo",
        "NQ",
        "QĐ",
        "CT",
        "TB",
        "HD",
        "CTr",
        "KH",
        "BC",
        "TTr",
        "CV",
    )
)


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
    is_beyond: bool = False  # a difficulty: vượt thẩm quyền of those who wrote it
    refs: tuple[str, ...] = ()  # a difficulty's clauses


class _Said(NamedTuple):
    """What tells one text from another; equal ones fall together."""

    text: str
    to: str | None = None
    is_beyond: bool = False
    is_returned: bool = False


def is_document(directive: str) -> bool:
    """True for a citation of a document, false for a meeting, an inspection or other activity."""
    words = f"{fold(directive)} "
    if words.startswith(tuple(f"{t} " for t in _TYPES)):
        return True
    is_cited = "/" in directive or " so " in words or " ngay " in words
    return is_cited and words.startswith(tuple(f"{t} " for t in _CITED))


def issued(sent: Iterable[Sent], *, documents: bool) -> tuple[Issued, ...]:
    """Each report's directives that are documents, or those that are not."""
    found = []
    for one in sent:
        texts = tuple(d for d in one.report.directives if is_document(d) == documents)
        if texts:
            found.append(Issued(one.source.agency, texts, one.source))
    return tuple(found)


def points(
    sent: Iterable[Sent],
    namer: Namer,
    texts_of: Callable[[Report], Iterable[str | None]],
) -> tuple[Point, ...]:
    """The texts that reports hold, in the order they came; equal ones of several agencies once."""
    return _points(sent, namer, lambda report: ((_Said(text), None) for text in texts_of(report) if text))


def difficulties(sent: Iterable[Sent], namer: Namer) -> tuple[Point, ...]:
    """Equal ones once, unless one is beyond its sender's authority and the other is not."""
    return _points(
        sent, namer, lambda r: ((_Said(d.text, is_beyond=d.beyond), d.ref) for d in r.difficulties)
    )


def proposals(
    sent: Iterable[Sent], own: Iterable[Proposal], namer: Namer, classify: Callable[[str], str]
) -> tuple[Point, ...]:
    """The Office's own first, then the agencies'; each with its addressee."""
    seeds = [_Said(p.text, p.to) for p in own]
    found = _points(sent, namer, lambda r: ((_Said(p.text, p.to), None) for p in r.proposals), seeds)
    return tuple(p._replace(addressee=classify(p.to or "")) for p in found)


def _points(
    sent: Iterable[Sent],
    namer: Namer,
    said_in: Callable[[Report], Iterable[tuple[_Said, str | None]]],
    seeds: Iterable[_Said] = (),
) -> tuple[Point, ...]:
    """`said_in` gives what a report says, each with the clause it belongs to."""
    found: dict[_Said, list[tuple[Sent, str | None]]] = {seed: [] for seed in seeds}
    for one in sent:
        for said, ref in said_in(one.report):
            key = said._replace(is_returned=one.source.returned is not None)
            found.setdefault(key, []).append((one, ref))
    return tuple(_point(said, who, namer) for said, who in found.items())


def _point(said: _Said, who: list[tuple[Sent, str | None]], namer: Namer) -> Point:
    return Point(
        text=said.text,
        agencies=namer(id_ for sent, _ in who for id_ in sent.speakers),
        sources=tuple(dict.fromkeys(sent.source for sent, _ in who)),
        is_returned=said.is_returned,
        to=said.to,
        addressee=None,
        is_beyond=said.is_beyond,
        refs=tuple(dict.fromkeys(ref for _, ref in who if ref)),
    )


def addressee_of(to: str, send_up: str | None, issuer: Issuer, register: Register) -> str:
    """«up» for whom the consolidated report goes to, «internal» for the district's own, else «others»."""
    entry, above = register.find(to), register.find(send_up) if send_up else None
    known = (send_up, *(names_of(above) if above else ())) if send_up else ()
    if _spelled(to) in map(_spelled, known):
        return "up"
    if entry is not None:
        return "others" if getattr(entry, "kind", None) == "cap-tren" else "internal"
    short = _spelled(issuer.short)
    own = (_spelled(issuer.name), _spelled(issuer.full), short)
    return "internal" if _spelled(to) in own or _spelled(to).endswith(f" {short}") else "others"


def _spelled(name: str) -> str:
    """Folded, with UBND written out."""
    return fold(name).replace("ubnd", "uy ban nhan dan")
