"""What the draft leaves open, gathered for the cover: one line a kind of question, not one a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.queries.naming import Naming
from kehoach_cli.render.foreign import Foreign, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.sending import Sending, SlotView

_SAME = {"co_lead_silent": "lead_silent"}
_ORDER = (
    "nobody", "lead_silent", "returned", "not_entered", "not_stated", "own", "exempt",
    "not_its_duty", "reason_missing", "result_missing",
)  # fmt: skip
_COMMUNE = "xã"
_LOGGED = ("on_time", "late", "exempt")


class LeftOpen(NamedTuple):
    """One kind of question with everyone and every clause it concerns."""

    case: str  # as in queries.statements.Note, «đồng chủ trì» with «chủ trì»
    agencies: tuple[Naming, ...]
    refs: tuple[str, ...]


def left_open(view: Consolidation) -> tuple[LeftOpen, ...]:
    """The notes of all tasks by kind, most urgent kind first, refs in the plan's order."""
    agencies: dict[str, dict[str, dict[str, None]]] = {}
    refs: dict[str, dict[str, None]] = {}
    for task in view.tasks + view.organisation:
        for note in task.notes:
            case = _SAME.get(note.case, note.case)
            refs.setdefault(case, {})[task.ref] = None
            heads = agencies.setdefault(case, {})
            for naming in note.agencies:
                heads.setdefault(naming.head, {}).update(dict.fromkeys(naming.ends))
    return tuple(
        LeftOpen(case, tuple(Naming(h, tuple(e)) for h, e in agencies[case].items()), _outermost(refs[case]))
        for case in _ORDER
        if case in refs
    )


def _outermost(refs: Iterable[str]) -> tuple[str, ...]:
    """Without the points of a clause that is named itself: IV.5 says IV.5.1 too."""
    every = tuple(refs)
    return tuple(r for r in every if r.rpartition(".")[0] not in every)


def lacking_words(view: Consolidation) -> tuple[str, ...]:
    """What the Office itself still has to write before the draft can be signed, in the draft's order."""
    office, period = view.office, view.period
    causes = any(not p.is_returned for p in view.causes)
    documents = any(not i.source.returned for i in view.documents)
    activities = any(not i.source.returned for i in view.activities)
    asked = (
        (any(not b.is_checked for b in view.plan.basis), "số, ký hiệu văn bản căn cứ"),
        (period.cutoff is None, "ngày chốt số liệu"),
        (not documents and not office.issuing, "việc ban hành văn bản"),
        (not activities and not office.guidance, "hướng dẫn, kiểm tra, đôn đốc"),
        (not office.funding and view.funds.total.used is None, "số liệu kinh phí"),
        (not office.strengths, "ưu điểm"),
        (not causes and not office.causes, "nguyên nhân"),
        (not office.next, "phương hướng, nhiệm vụ"),
        (not view.paper.to, "nơi nhận báo cáo"),
        (not view.paper.signature, "người ký"),
    )
    return tuple(words for is_lacking, words in asked if is_lacking)


def missing_names(sending: Sending) -> tuple[Naming, ...]:
    """Who owes a report, those of one kind under one name: «UBND các xã: Sơn Dung, Sơn Liên»."""
    together: dict[str, list[SlotView]] = {}
    for slot in sending.slots:
        together.setdefault(plain(slot.kind), []).append(slot)
    found: list[Naming] = []
    for slots in together.values():
        names = [plain(s.agency) for s in slots]
        owing = [plain(s.agency) for s in slots if s.state not in _LOGGED]
        found += _named(owing, is_everyone=owing == names)
    return tuple(found)


def _shared(names: list[list[str]]) -> list[str]:
    """The words with which several names begin alike; of one name none."""
    alike = [words[0] for words in zip(*names, strict=False) if len(set(words)) == 1]
    return alike if len(names) > 1 and all(n[: len(alike)] == alike for n in names) else []


def _named(names: list[str], *, is_everyone: bool) -> Iterable[Naming]:
    """Names that begin alike down to «xã» under those words; everyone of a kind by them alone."""
    shared = _shared([name.split() for name in names])
    if _COMMUNE not in shared:
        return [Naming(Foreign(name), ()) for name in names]
    kind = shared[: shared.index(_COMMUNE)]
    begin = " ".join((*kind, _COMMUNE, ""))
    ends = () if is_everyone else tuple(Foreign(name.removeprefix(begin)) for name in names)
    return [Naming(Foreign(" ".join((*kind, "các", _COMMUNE))), ends)]
