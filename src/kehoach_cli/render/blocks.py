"""The khối in which tables of agencies stand, one place for every form of answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

_BLOCKS = (
    (("phong-ban", "don-vi-su-nghiep"), "Phòng, ban, đơn vị"),
    (("mat-tran-doan-the",), "Mặt trận và các tổ chức chính trị - xã hội"),
    (("ubnd-xa",), "UBND các xã"),
    (("cong-an",), "Công an các xã"),
    (("cap-tren",), "Cơ quan cấp trên"),
)


class Block(NamedTuple):
    """One khối: its letter in this table, its name, and the number of its first row, from 1."""

    letter: str
    name: str
    first: int


def block_name(kind: str) -> str:
    """The khối an agency's kind belongs to: «Phòng, ban, đơn vị»."""
    return next(name for kinds, name in _BLOCKS if kind in kinds)


def in_blocks(items: Iterable[T], kind_of: Callable[[T], str]) -> Iterator[tuple[Block, list[T]]]:
    """Khối after khối, in each the order given; one without an item has no letter either."""
    listed, letters, first = list(items), iter("ABCDE"), 1
    for kinds, name in _BLOCKS:
        found = [item for item in listed if kind_of(item) in kinds]
        if found:
            yield Block(next(letters), name, first), found
            first += len(found)
