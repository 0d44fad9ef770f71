"""What the templates of letters and messages may use: a reminder's view under short names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.model.days import print_day
from kehoach_cli.queries.naming import Naming
from kehoach_cli.render.blocks import in_blocks
from kehoach_cli.render.foreign import marked
from kehoach_cli.render.template_filters import FILTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kehoach_cli.queries.addressing import Addressed
    from kehoach_cli.queries.reminders import Addressee, Letter, ReminderView

MOST_LINES = 8
"""More lines of «Kính gửi» than this go into a list behind the letter (office: 8.8)."""
_MOST_NAMED = 3
_OFFICES = ("phong-ban", "don-vi-su-nghiep")
_SEVERAL = "Các "


class Row(NamedTuple):
    """A row of the list."""

    number: int
    name: str
    returned: date | None
    days: int  # overdue
    last_day: date


class Block(NamedTuple):
    """The rows of one khối."""

    letter: str
    name: str
    rows: tuple[Row, ...]


def only(view: ReminderView, letter: Letter) -> ReminderView:
    """The view as if this letter were the whole run: what one document is made from."""
    return view._replace(letter=letter, each=(), skipped=())


def reminder_names(view: ReminderView) -> dict[str, Any]:
    """Everything about the view's letter by the names that templates use; texts of others are marked."""
    letter = view.letter
    is_listed = len(letter.lines) > MOST_LINES
    is_coarse = is_listed or (view.is_whole and len(letter.addressees) > 1)
    offices = [a.name for a in letter.addressees if a.is_demanded and a.kind != "ubnd-xa"]
    given = {
        "view": view,
        "giai_doan": view.stage,
        "giay": view.paper,
        "ke_hoach": view.plan,
        "ky": view.period,
        "so_lieu": view.counts,
        "muc": view.source,
        "moc": view.limit,
        "truoc": view.is_before,
        "ngay_cuoi": view.last_day,
        "moc_moi": view.new_limit,
        "ngay_cuoi_moi": view.new_last_day,
        "cong_tac": view.plan.subject or f"Kế hoạch số {view.plan.number}",
        "noi_nhan_bao_cao": view.receiver.replace(" & ", " và "),
        "cap_tren": view.paper.to_short,
        "lien_he": view.contact,
        "cong_van_truoc": letter.earlier,
        "kinh_gui": tuple(_said([line]) for line in letter.lines),
        "mot_dong": _one_line(letter.lines),
        "mot_co_quan": _line(letter.addressees[0].name) if len(letter.addressees) == 1 else "",
        "co_danh_sach": is_listed,
        "trong_danh_sach": is_listed and not view.is_whole,
        "so_noi": sum(a.reports for a in letter.addressees),
        "noi_khac_qua_han": view.others_overdue,
        "yeu_cau": _sides(letter.demanded, is_coarse=is_coarse),
        "de_nghi": _sides(letter.asked, is_coarse=is_coarse),
        "thu_truong": _line(FILTERS["names"]([Naming(name, ()) for name in offices])),
        "so_thu_truong": len(offices),
        "chu_tich": addressed_words([a for a in letter.demanded if a.kind == "ubnd-xa"]),
        "tra_lai": addressed_words(letter.returned),
        "chua_gui": addressed_words(letter.lines),
        "khoi": tuple(_blocks(letter.addressees)) if is_listed else (),
    }
    return {name: marked(value) for name, value in given.items()} | {"giai_doan": view.stage}


def _said(lines: Iterable[Addressed]) -> str:
    """As a line by itself has it: «UBND các xã: Sơn Bua, Sơn Lập»."""
    return _line(FILTERS["names"]([Naming(a.head, a.ends) for a in lines]))


def addressed_words(lines: Iterable[Addressed]) -> str:
    """As a sentence has it: «Trung tâm Y tế; các phòng: Tư pháp, Nội vụ»."""
    return _said([a._replace(head=_small(a.head)) for a in lines])


def _one_line(lines: Sequence[Addressed]) -> str:
    """What stands beside «Kính gửi:» where nothing else does: «UBND các xã Sơn Bua, Sơn Lập»."""
    if len(lines) != 1:
        return ""
    return _line(FILTERS["names"]([Naming(lines[0].head, lines[0].ends)], " "))


def _line(name: str) -> str:
    """A name never goes over a line, whatever its file holds."""
    return " ".join(name.split())


def _small(head: str) -> str:
    return head[:1].lower() + head[1:] if head.startswith(_SEVERAL) else head


def _sides(lines: tuple[Addressed, ...], *, is_coarse: bool) -> str:
    """Everybody by name, or, where a list or «everybody» says the rest, by khối."""
    return ", ".join(_coarse(lines)) if is_coarse else addressed_words(lines)


def _coarse(lines: tuple[Addressed, ...]) -> Iterator[str]:
    offices = [a for a in lines if a.kind in _OFFICES]
    masses = [a for a in lines if a.kind == "mat-tran-doan-the"]
    if sum(len(a.ids) for a in offices) > 1:
        yield "các phòng, ban, đơn vị"
    else:
        yield from (a.head for a in offices)
    if len(masses) > _MOST_NAMED:
        yield "Mặt trận, các tổ chức chính trị - xã hội"
    else:
        yield from (_small(_said([a])) for a in masses)
    yield from (_small(a.head) for a in lines if a not in offices and a not in masses)


def _blocks(addressees: Sequence[Addressee]) -> Iterator[Block]:
    for block, found in in_blocks(addressees, lambda a: a.kind):
        rows = tuple(
            Row(n, _line(a.name), a.returned, a.days, a.last_day) for n, a in enumerate(found, block.first)
        )
        yield Block(block.letter, block.name, rows)


def title_of(view: ReminderView) -> str:
    """What the file's properties call the letter."""
    kind = {"1": "yêu cầu báo cáo", "2": "đôn đốc", "3": "đôn đốc lần 2"}[view.stage]
    return f"Công văn {kind} {view.period.name}, {print_day(view.as_of)}"
