"""The entries of the register that a text speaks of, whatever stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.agency_names import names_in
from kehoach_cli.model.agency_tokens import tokens_of
from kehoach_cli.model.known_names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.model.register import Entry, Register


def entries_in(text: str, register: Register) -> Iterator[Entry]:
    """Each entry that the text names, by its longest name: printed whole first, then under a shared head.

    «Các Phòng: Tư pháp, Nội vụ» names two Phòng; «CVP, PCVP HĐND&UBND huyện» the Office.
    """
    yield from _entries(text, register)
    for named in names_in(text, register):
        if named.name != named.printed:
            yield from _entries(named.name, register)


def _entries(text: str, register: Register) -> Iterator[Entry]:
    known = known_names(register)
    tokens = tokens_of(text)
    at = 0
    while at < len(tokens):
        entry, size = known.entry_at(tokens, at)
        if entry is not None:
            yield entry
        at += size
