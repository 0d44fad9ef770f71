"""The đề cương: what a unit that reports in words, not in a workbook, is asked to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.render.foreign import marked
from kehoach_cli.render.form import words
from kehoach_cli.render.word.document import About, WordFile, legible, word_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.queries.forms import FormDuty, FormView, Previous

OUTLINE = "de-cuong.docx"
_NO_SUPERIOR, _NO_NAME = "TÊN CƠ QUAN CHỦ QUẢN", "TÊN ĐƠN VỊ"
_OTHER_STYLES = ("mat-tran-doan-the", "cong-an")  # Party, unions and police lay out papers by their own rules
_OF_THE_DISTRICT = ("phong-ban", "don-vi-su-nghiep")
_COMMITTEE = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND")
_OF_COMMUNES = "UBND"


class Asked(NamedTuple):
    """One duty as the template has it; `part` is a key of `vai_tro`."""

    ref: str
    name: str
    part: str
    previous: Previous | None


def word_outline(view: FormView, folders: Sequence[Path]) -> WordFile:
    """The form's duties as headings to write under; a fault in the template raises TemplateFault."""
    facts = {"document": "de-cuong", "plan": view.plan.id, "period": view.period.id, "agency": view.agency}
    title = f"Đề cương báo cáo {view.period.name}, {view.agency_name}"
    about = About(title, view.paper.issuer, view.as_of, facts, view.paper.is_demo)
    return word_document(OUTLINE, _names(legible(view)), folders, about)


def _names(view: FormView) -> dict[str, Any]:
    """Everything by the names that the template uses; texts of others are marked."""
    given = {
        "view": view,
        "giay": view.paper,
        "ke_hoach": view.plan,
        "ky": view.period,
        "ky_truoc": view.earlier,
        "muc": view.source,
        "don_vi": view.agency_name,
        "chu_quan": _above(view),
        "ten_don_vi": _lines(view),
        "ky_hieu": _symbol(view),
        "cong_tac": words.work(view),
        "kem_theo": words.attached(view).strip("()"),
        "tieu_de": f"Kết quả thực hiện {words.work(view)} {view.period.name}",
        "noi_nhan": words.receiver(view),
        "lien_he": words.contact(view),
        "kien_nghi": view.addressees,
        "nhiem_vu": tuple(_asked(d) for d in view.duties),
        "khong_co_nhiem_vu": words.no_duties(view),
        "chi_tieu": view.indicators,
    }
    ours = {
        "han": words.limit(view),
        "vai_tro": {part: role.lower() for part, role in words.ROLES.items()},
    }
    return {name: marked(value) for name, value in given.items()} | ours


def _above(view: FormView) -> tuple[str, ...]:
    """To whom the agency belongs, as the topmost lines of its paper have it; a commune belongs to nobody."""
    kind, superior = view.unit.kind, view.unit.superior
    if kind in _OTHER_STYLES:
        return (_NO_SUPERIOR,)
    if superior:
        return (_capitals(superior),)
    if kind == "ubnd-xa":
        return ()
    if kind not in _OF_THE_DISTRICT:
        return (_NO_SUPERIOR,)
    ours = view.paper.letterhead
    full = _capitals(view.paper.issuer_full)
    return ours if _capitals(" ".join(ours)) == full else (full,)


def _lines(view: FormView) -> tuple[str, ...]:
    """The agency's own name, that of a commune on two lines."""
    if view.unit.kind in _OTHER_STYLES:
        return (_NO_NAME,)
    name = _capitals(view.agency_name)
    begin = next((b for b in _COMMITTEE if name.startswith(f"{b} ")), None)
    if view.unit.kind == "ubnd-xa" and begin:
        return (_COMMITTEE[0], name.removeprefix(f"{begin} "))
    return (name,)


def _symbol(view: FormView) -> str:
    """«BC-TTYT»; dots where the register does not know it."""
    if view.unit.kind in _OTHER_STYLES:
        return "BC-……"
    return f"BC-{view.unit.symbol or (_OF_COMMUNES if view.unit.kind == 'ubnd-xa' else '……')}"


def _capitals(name: str) -> str:
    return " ".join(name.replace(" & ", " và ").split()).upper()


def _asked(duty: FormDuty) -> Asked:
    return Asked(duty.ref, duty.name, words.part(duty), duty.previous)
