"""The official text as it is searched: single blanks, no Markdown stars, paragraphs known."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from kehoach_cli.model.folding import squeeze

_SHOWN_WORDS = 8
_SEEN = 200  # characters by which a clause may be longer in the text than in the plan
_MOST_PLACES = 40
_NEW_LINE = re.compile(r"\s*(?:[-*+#|>•–]|\d{1,3}[.)/]|[a-zđ][.)/]\s)")  # what begins a paragraph of its own
_ENDS = (".", ":", ";", "./", "./.")
_MARKS = re.compile(
    r"(?:\s|[-+•–]|\(?(?:\d{1,3}|[a-zđ]|[ivx]{1,5})(?:\.\d{1,3})*[.)]"
    r"|(?:tên |nội dung )?nhiệm vụ\s*:|nội dung(?: thực hiện)?\s*:)*",
    re.IGNORECASE,
)
"""What may stand before the words of a paragraph: its number, its dash, «a) Nhiệm vụ:»."""

_CELLS = re.compile(r"(?<!\\)\|")


class Difference(NamedTuple):
    """Where a wording departs from the text: the number of its word, and what the text has there."""

    word: int
    original: str


class SourceText:
    """One official text. Wordings that follow each other in it are found faster than in any order."""

    def __init__(self, text: str) -> None:
        paragraphs = [squeeze(p) for p in _paragraphs(text.replace("*", ""))]
        self.text = " ".join(paragraphs)
        self._marked = "\n".join(paragraphs)  # as long as the text: the ends of paragraphs
        self._position = 0

    def find(self, wording: str) -> int:
        """Where a wording (single blanks) stands in the text; -1: nowhere."""
        found = self.text.find(wording, self._position)
        if found < 0:
            found = self.text.find(wording)
        if found >= 0:
            self._position = found
        return found

    def has(self, wording: str) -> bool:
        """Whether a wording stands in the text, in one or from paragraph to paragraph without their marks."""
        if self.find(wording) >= 0:
            return True
        words = wording.split(" ")
        same = self._longest(words, from_end=False)
        first = len(" ".join(words[:same]))
        return any(self._goes_on(place + first, words[same:]) for place in self._places(words[:same]))

    def _goes_on(self, end: int, words: list[str]) -> bool:
        """Whether the paragraph ends there and the following ones say the words, each to its end."""
        while words:
            found = _MARKS.match(self.text, end)
            if self._marked[end : end + 1] != "\n" or not found:
                return False
            while words and not _MARKS.sub("", words[0], count=1):
                words = words[1:]
            place = found.end()
            there = self.text[place : self._end_of_paragraph(place)].split(" ")
            pairs = zip(words, there, strict=False)
            same = next(
                (n for n, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(words), len(there))
            )
            if not same:
                return False
            end, words = place + len(" ".join(there[:same])), words[same:]
        return True

    def rest(self, start: int, wording: str) -> str:
        """What follows a wording found at `start` in its paragraph, without marks of punctuation."""
        after = start + len(wording)
        return self.text[after : self._end_of_paragraph(after)].strip(" .,;:/")

    def difference(self, wording: str) -> Difference:
        """The first word of a wording that departs from the text."""
        words = wording.split(" ")
        same = self._longest(words, from_end=False)
        same_at_end = min(self._longest(words, from_end=True), len(words) - same)
        begins = self._places(words[:same])
        ends = self._places(words[len(words) - same_at_end :])
        near = [(p - q, q) for q in begins for p in ends if 0 <= p - q <= len(wording) + _SEEN]
        if near:
            return self._after(min(near)[1], words, same)
        if same_at_end > same:
            return self._before(ends[0], words, len(words) - same_at_end)
        return self._after(begins[0], words, same) if begins else Difference(0, "")

    def _longest(self, words: list[str], *, from_end: bool) -> int:
        """How many words from the first on (or up to the last) the text has in a row."""
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            piece = words[len(words) - middle :] if from_end else words[:middle]
            low, high = (middle, high) if " ".join(piece) in self.text else (low, middle - 1)
        return low

    def _places(self, words: list[str]) -> list[int]:
        """Where the words stand in a row, at most some places of many."""
        found = re.finditer(re.escape(" ".join(words)), self.text) if words else ()
        return [match.start() for match in islice(found, _MOST_PLACES)]

    def _after(self, start: int, words: list[str], same: int) -> Difference:
        """The wording begins at `start` as the text does; it departs after `same` words or in the last."""
        end = start + len(" ".join(words[:same]))
        if self.text[end : end + 1].strip():
            same -= 1
        there = self.text[start : self._end_of_paragraph(end)].split()
        return Difference(min(same, len(words) - 1), " ".join(there[same : same + _SHOWN_WORDS]))

    def _before(self, place: int, words: list[str], different: int) -> Difference:
        """The wording ends as the text does from `place` on; of the words before, the first that differs."""
        before = self.text[max(0, place - _SEEN - len(" ".join(words))) : place].split()[-different:]
        first = next((n for n, pair in enumerate(zip(words, before, strict=False)) if pair[0] != pair[1]), 0)
        there = [*before[first:], *self.text[place : self._end_of_paragraph(place)].split()]
        return Difference(first, " ".join(there[:_SHOWN_WORDS]))

    def _end_of_paragraph(self, place: int) -> int:
        end = self._marked.find("\n", place)
        return end if end >= 0 else len(self.text)


def _paragraphs(text: str) -> list[str]:
    """Lines joined where a sentence runs on; a new one at blank lines, list marks and after full stops.

    Each cell of a table is one.
    """
    found: list[list[str]] = []
    is_open = False
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped.startswith("|") and stripped.endswith("|"):
            found += [[cell.strip().replace("\\|", "|")] for cell in _CELLS.split(stripped) if cell.strip()]
            is_open = False
            continue
        if stripped:
            if not is_open or _NEW_LINE.match(line):
                found.append([])
            found[-1].append(stripped)
        is_open = bool(stripped) and not stripped.endswith(_ENDS)
    return [" ".join(lines) for lines in found]
