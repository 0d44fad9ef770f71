"""What a Word template may use: the view under short names, rows of tables, sentences of the partials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.appendices import appendices_of
from kehoach_cli.render.blocks import in_blocks
from kehoach_cli.render.foreign import marked
from kehoach_cli.render.template_faults import TemplateFault, fault_of, template_errors
from kehoach_cli.render.templates import environment
from kehoach_cli.render.trace_marks import traced
from kehoach_cli.render.word.left_open import lacking_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kehoach_cli.queries.answers import Answer
    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.points import Point
    from kehoach_cli.queries.sending import SlotView
    from kehoach_cli.queries.task_results import TaskView

_MACROS: dict[str, tuple[str, ...]] = {
    "_cau.md.j2": (
        "cau", "mo_dau", "sap_xep", "cong_tac", "ten_bao_cao",
        "dot_xuat", "de_nghi_dot_xuat", "dot_xuat_noi_bo", "de_nghi_noi_bo",
    ),
    "_ghi-chu.md.j2": ("ghi_chu", "bao_cao"),
    "_nguon.md.j2": ("so_ngay", "dau_hieu", "co_quan", "vai_tro", "tinh_trang", "nguon_chung", "nguon_tin"),
    "_phu-luc-1.md.j2": (
        "o_so", "o_tong", "o_so_sanh", "o_xa", "ghi_chu_so_lieu", "cot_thuc_hien", "chan_bang", "cach_dung",
        "chua_thong_nhat", "cau_so_lieu", "cau_kinh_phi", "kinh_phi_tung_noi",
    ),
    "_the-thuc.md.j2": ("so", "ngay"),
    "_phu-luc-nguon.md.j2": ("noi_dung_dong", "so_ngay_nguon", "muc_nguon", "tep_dong"),
    "_phu-luc-3.md.j2": ("tinh_trang_gui", "ghi_chu_gui", "ten_noi_gui", "bo_sung_sau_chot"),
    "_bang-tong-hop.md.j2": ("loi_van_phong", "tung_y", "tung_viec", "mot_nhiem_vu"),
}  # fmt: skip


class ResultRow(NamedTuple):
    """A row of the results' appendix; the task's title stands in its first row."""

    number: int
    task: TaskView
    answer: Answer
    is_first: bool


class SlotRow(NamedTuple):
    """A row of the appendix on who has sent."""

    number: int
    slot: SlotView


class Kind(NamedTuple):
    """The rows of one khối of that appendix."""

    letter: str
    name: str
    rows: tuple[SlotRow, ...]


def given_names(view: Consolidation, *, working: bool, with_status: bool) -> dict[str, Any]:
    """Everything but the sentences, by the names that templates use; texts of others are marked."""
    view = _seen(traced(view), keep_returned=working)
    proposals = {to: [p for p in view.proposals if p.addressee == to] for to in ("up", "others", "internal")}
    asked = [u for u in view.urgent if u.asked and (working or u.is_open)]
    urgent = {to: [u for u in asked if u.addressee == to] for to in ("up", "others", "internal")}
    rows = tuple(_rows(view))
    phu_luc = appendices_of(view, working=working, with_status=with_status, with_sources=bool(view.trace))
    return {
        "view": view,
        "with_status": with_status or working,
        "giay": view.paper,
        "ke_hoach": view.plan,
        "ky": view.period,
        "vp": view.office,
        "so_lieu": view.counts,
        "gui": view.sending,
        "van_ban": view.documents,
        "hoat_dong": view.activities,
        "uu_diem": view.strengths,
        "han_che": view.limitations,
        "kho_khan": view.difficulties,
        "nguyen_nhan": view.causes,
        "phuong_huong": view.next,
        "len_tren": proposals["up"],
        "noi_khac": proposals["others"],
        "noi_bo": proposals["internal"],
        "dx_tren": urgent["up"],
        "dx_khac": urgent["others"],
        "dx_noi_bo": urgent["internal"],
        "dx_cho": [u for u in view.urgent if u.is_open],
        "ket_qua": rows,
        "so_ket_qua": len(rows),
        "con_lai": view.rests,
        "khoi": tuple(_kinds(view)),
        "to_chuc": [t for t in view.organisation if t.statements],
        "so_cuoi": view.tasks[-1].number if view.tasks else 0,
        "phu_luc": phu_luc,
        "nhac_phu_luc": phu_luc.results.title and not _is_mentioned(view),
    }


def given_for_cover(view: Consolidation, notes: int) -> dict[str, Any]:
    """What the cover says besides: what the draft leaves open, who has not sent."""
    names = given_names(view, working=False, with_status=False)
    marked_view = marked(view)
    return names | {
        "so_ghi_chu": notes,
        "con_mo": marked_view.left_open,
        "chua_gui": marked_view.sending.missing,
        "tra_lai": marked_view.sending.sent_back,
        "vuot_tham_quyen": [d for d in names["kho_khan"] if d.is_beyond],
        "van_phong_thieu": lacking_words(marked_view),
    }


class Sentence:
    """A macro of a Markdown partial, found when it is called: most documents use half of the partials."""

    def __init__(self, macro: str, file: str, folders: Sequence[Path], names: Mapping[str, Any]) -> None:
        self._macro, self._file, self._folders, self._names = macro, file, folders, names
        self._found: Callable[..., str] | None = None

    def __call__(self, *args: object) -> str:
        if self._found is None:
            module = _module(self._file, self._folders, self._names)
            self._found = getattr(module, self._macro, None)
        if self._found is None:
            told = f"mẫu này thiếu macro “{self._macro}” mà mẫu Word dùng"
            raise TemplateFault(self._file, 0, told)
        return self._found(*args)


def sentences(folders: Sequence[Path], names: Mapping[str, Any]) -> dict[str, Sentence]:
    """The sentences of the Markdown report by name: each is worded in one place.

    Calling one whose partial is missing, broken or without it raises TemplateFault.
    """
    return {
        macro: Sentence(macro, file, folders, names) for file, macros in _MACROS.items() for macro in macros
    }


def _module(file: str, folders: Sequence[Path], names: Mapping[str, Any]) -> Any:  # noqa: ANN401
    jinja = environment(folders, names)
    try:
        return jinja.get_template(file).module
    except template_errors() as e:
        raise fault_of(e, file, folders, jinja.filters) from e


def _seen(view: Consolidation, *, keep_returned: bool) -> Consolidation:
    """The draft leaves out what stands only in reports sent back."""
    if keep_returned:
        return view

    def points(found: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple(p for p in found if not p.is_returned)

    return view._replace(
        documents=tuple(i for i in view.documents if not i.source.returned),
        activities=tuple(i for i in view.activities if not i.source.returned),
        strengths=points(view.strengths),
        limitations=points(view.limitations),
        difficulties=points(view.difficulties),
        causes=points(view.causes),
        next=points(view.next),
        proposals=points(view.proposals),
        rests=tuple(r for r in view.rests if not r.source.returned),
        tasks=tuple(_without_returned(t) for t in view.tasks),
        organisation=tuple(_without_returned(t) for t in view.organisation),
    )


def _without_returned(task: TaskView) -> TaskView:
    return task._replace(answers=tuple(a for a in task.answers if not a.source.returned))


def _rows(view: Consolidation) -> Iterator[ResultRow]:
    number = 0
    for task in view.tasks + view.organisation:
        for index, answer in enumerate(task.answers):
            number += 1
            yield ResultRow(number, task, answer, is_first=index == 0)


def _kinds(view: Consolidation) -> Iterator[Kind]:
    for block, slots in in_blocks(view.sending.slots, lambda s: s.kind):
        rows = tuple(SlotRow(number, slot) for number, slot in enumerate(slots, block.first))
        yield Kind(block.letter, block.name, rows)


def _is_mentioned(view: Consolidation) -> bool:
    """True where a sentence of the draft already speaks of the results' appendix, as the decree wants."""
    return any(s.case == "coordinators" for t in view.tasks + view.organisation for s in t.statements)
