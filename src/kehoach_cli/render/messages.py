"""Chat messages and a short message without marks that go with a letter, as one text to copy from."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.days import print_short_day, weekday
from kehoach_cli.render.demonstration import in_messages
from kehoach_cli.render.foreign import CLOSE, OPEN, marked
from kehoach_cli.render.reminder_names import only, reminder_names
from kehoach_cli.render.table import one_line
from kehoach_cli.render.templates import print_template

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from kehoach_cli.queries.chasing import Earlier
    from kehoach_cli.queries.reminders import ReminderView

MESSAGES = "nhan-tin.txt.j2"
SMS_LENGTH = 160
_TWICE = frozenset("^{}\\[]~|")  # take two characters' room in a short message (GSM 03.38)
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "–": "-", "—": "-", "“": '"', "”": '"', "’": "'", "`": "'"})


class Unit(NamedTuple):
    """One agency to write to."""

    name: str
    contact: str | None
    returned: date | None
    last_day: date
    days: int  # overdue
    letters: tuple[Earlier, ...]  # what it got before


def messages(view: ReminderView, folders: Sequence[Path], *, name_late: bool, is_sample: bool = False) -> str:
    """The whole text; who is late stands in what goes to a group only with `name_late`.

    A sample has one of the messages to single agencies, and says how many more there are.
    """
    phone = view.contact.phone if view.contact else None
    units = tuple(_units(view))
    shown = units[:1] if is_sample else units
    given = reminder_names(only(view, view.letter)) | {
        "neu_ten": name_late,
        "cac_noi": marked(shown),
        "so_tin_con_lai": len(units) - len(shown),
        "vp": marked(_short_office(view)),
        "dien_thoai": marked(phone or ""),
        "ngan": print_short_day,
        "thu": weekday,
        "sms": short_message,
    }
    printed = print_template(MESSAGES, given, folders)
    text = printed.replace(OPEN, "").replace(CLOSE, "").strip() + "\n"
    return in_messages(text) if view.paper.is_demo else text


def _units(view: ReminderView) -> Iterable[Unit]:
    for letter in view.each:
        a = letter.addressees[0]
        contact = one_line(a.contact) if a.contact else None
        yield Unit(one_line(a.name), contact, a.returned, a.last_day, a.days, letter.earlier)


def _short_office(view: ReminderView) -> str:
    """«VP HĐND&UBND huyện Sơn Tây»."""
    name = view.receiver.replace("Văn phòng", "VP").replace(" & ", "&").replace(" và ", "&")
    return name if view.paper.place in name else f"{name} {view.paper.place}"


def short_message(sentences: Iterable[str]) -> str:
    """The first sentence that fits one short message, without marks; the last one cut if none does."""
    plain = ""
    for sentence in sentences:
        plain = without_marks(sentence)
        if _room(plain) <= SMS_LENGTH:
            return plain
    while _room(plain) > SMS_LENGTH:
        plain = plain[:-1]
    return plain


def without_marks(text: str) -> str:
    """ASCII on one line: «Sơn Tây» as «Son Tay»; signs that no short message holds are dropped."""
    unmarked = text.replace(OPEN, "").replace(CLOSE, "")
    parted = unicodedata.normalize("NFD", one_line(unmarked)).translate(_PLAIN)
    return " ".join(parted.encode("ascii", "ignore").decode("ascii").split())


def _room(text: str) -> int:
    return sum(2 if char in _TWICE else 1 for char in text)
