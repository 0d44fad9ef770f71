"""What the letters already recorded mean for the next one: its stage, and who must not get it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.document_numbers import print_number
from kehoach_cli.model.slots import OWED, RECEIVED
from kehoach_cli.model.succession import forebears, has_ended, heirs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.register import Register
    from kehoach_cli.model.slots import Slot

REASONS = (
    "received", "exempt", "extended", "too_late", "not_past", "chased", "pending", "again", "unchased",
    "ended",
)  # fmt: skip


class Case(NamedTuple):
    """Why an agency gets no letter of the stage asked for.

    received · exempt · extended (to `day`, not yet passed) · too_late (stage 1 once its last day has
    passed) · not_past (stage 2 or 3 before its deadline has passed) · chased (a letter of this stage went
    out on `day`) · pending (the new last day set by the letter of `day` has not passed) · again (urged on
    `day` before, now one for stage 3) · unchased (stage 3 without a letter of stage 2) · ended (it is no
    more, and nobody is known to follow it).
    """

    rank: int
    day: date

    @property
    def reason(self) -> str:
        """One of REASONS."""
        return REASONS[self.rank]


class Skipped(NamedTuple):
    """The agencies left out for one reason."""

    case: Case
    names: tuple[str, ...]


class Earlier(NamedTuple):
    """A letter that went out before."""

    number: str
    dated: date


class Chase:
    """The letters of one deadline by agency, on the day asked about."""

    def __init__(
        self, letters: Sequence[Issued], register: Register, deadline: Deadline, as_of: date
    ) -> None:
        self._deadline, self._as_of, self._register = deadline, as_of, register
        self._letters: dict[str, list[Issued]] = {}
        for letter in letters:
            for id_ in addressed(letter, register):
                self._letters.setdefault(id_, []).append(letter)

    def stage(self, slots: Sequence[Slot]) -> tuple[str, str]:
        """The stage that the facts ask for, and why: before · first · again.

        While somebody who is overdue never got a letter of stage 2, it is stage 2.
        """
        if self._as_of <= self._deadline.last_day:
            return "1", "before"
        past = [s for s in slots if s.state in OWED and self._is_past(s) and self.asked(s)]
        if past and all(self._of(s, "2") for s in past):
            return "3", "again"
        return "2", "first"

    def asked(self, slot: Slot) -> tuple[Agency, ...]:
        """Who is to be asked for the report: its agency while that is there, then those who follow it."""
        if slot.state == "ended" or not has_ended(slot.agency, self._as_of):
            return () if slot.state == "ended" else (slot.agency,)
        return heirs(self._register, slot.agency, self._as_of)

    def case(self, slot: Slot, stage: str, *, is_derived: bool) -> Case | None:
        """Why the agency gets no letter of this stage; None: it gets one."""
        if slot.state in RECEIVED:
            return _case("received")
        if slot.state == "exempt":
            return _case("exempt")
        if not self.asked(slot):
            return _case("ended")
        if slot.extension and slot.last_day > self._deadline.last_day and self._as_of <= slot.last_day:
            return _case("extended", slot.last_day)
        return self._asking(slot) if stage == "1" else self._urging(slot, stage, is_derived=is_derived)

    def cited(self, id_: str, stage: str) -> tuple[Earlier, ...]:
        """The last letter to the agency that one of this stage builds on: 2 on 1, 3 on 2."""
        found = [i for i in self._letters.get(id_, ()) if (i.stage, stage) in (("1", "2"), ("2", "3"))]
        return tuple(_earlier(letter) for letter in found[-1:])

    def _asking(self, slot: Slot) -> Case | None:
        """Asked once, an agency has the deadline itself to keep."""
        if self._as_of > self._deadline.last_day:
            return _case("too_late")
        asked = self._of(slot, "1")
        return _case("chased", asked[-1].dated) if asked else None

    def _urging(self, slot: Slot, stage: str, *, is_derived: bool) -> Case | None:
        if not self._is_past(slot):
            return _case("not_past")
        for letter in reversed(self._letters.get(slot.agency.id, ())):
            if letter.stage == stage and letter.dated == self._as_of:
                return _case("chased", letter.dated)
            if letter.before and self._as_of <= letter.before:
                return _case("pending", letter.dated)
        urged = self._of(slot, "2")
        if stage == "3":
            return None if urged else _case("unchased")
        return _case("again", urged[-1].dated) if urged and is_derived else None

    def _is_past(self, slot: Slot) -> bool:
        """Whoever sends on the very day of «trước ngày» is late but not yet urged (office practice)."""
        is_extended = slot.last_day > self._deadline.last_day
        return self._as_of > (slot.last_day if is_extended else self._deadline.limit)

    def _of(self, slot: Slot, stage: str) -> list[Issued]:
        return [letter for letter in self._letters.get(slot.agency.id, ()) if letter.stage == stage]


def urged_by(letters: Iterable[Issued]) -> tuple[Earlier, ...]:
    """Those of the letters that urge: stages 2 and 3."""
    return tuple(_earlier(letter) for letter in letters if letter.stage in ("2", "3"))


def _earlier(letter: Issued) -> Earlier:
    return Earlier(print_number(letter.number), letter.dated)


def _case(reason: str, day: date = date.min) -> Case:
    return Case(REASONS.index(reason), day)


def addressed(letter: Issued, register: Register) -> set[str]:
    """Ids of the agencies a letter went to, on its day; a record may name a group.

    What went to an agency went to it in the place of those, too, whose work it had taken over.
    """
    then, found = register.on(letter.dated), set[str]()
    for name in letter.agencies:
        entry = then.find(name)
        for member in then.members(entry) if entry else ():
            if member.certain:
                found |= {member.agency.id, *(a.id for a in forebears(then, member.agency, letter.dated))}
    return found
