"""Agency names inside running text: the longest known names, commas inside them and shared heads kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kehoach_cli.model.register import Entry

_SHARED_HEAD = "cac "


class NameReader:
    """Finds the names of register entries in text, folded, longest first."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names: dict[tuple[str, ...], Entry] = {}
        for entry in entries:
            for name in (entry.name, *entry.aliases):
                self._names.setdefault(tuple(fold(name).split()), entry)
        self._longest = max(map(len, self._names), default=0)

    def read(self, text: str) -> Iterator[Entry]:
        """Each entry named in the text, in order, with «Các Phòng: Tư pháp, Nội vụ» read as two Phòng."""
        head: tuple[str, ...] = ()
        for part in text.split(":"):
            words = fold(part).split()
            yield from self._scan(words, head)
            folded = " ".join(words)
            head = tuple(folded.removeprefix(_SHARED_HEAD).split()) if folded.startswith(_SHARED_HEAD) else ()

    def _scan(self, words: list[str], head: tuple[str, ...]) -> Iterator[Entry]:
        start = 0
        while start < len(words):
            entry, length = self._match(words, start, head)
            if entry is not None:
                yield entry
            start += length

    def _match(self, words: list[str], start: int, head: tuple[str, ...]) -> tuple[Entry | None, int]:
        for length in range(min(self._longest, len(words) - start), 0, -1):
            piece = tuple(words[start : start + length])
            entry = self._names.get(piece) or (self._names.get(head + piece) if head else None)
            if entry is not None:
                return entry, length
        return None, 1
