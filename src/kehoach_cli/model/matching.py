"""Which task of one plan is which of another: by clause, by wording, by the best assignment of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ALIKE = 50.0
"""Of 100: the share of words two texts must have in common, in order, to be one task reworded.

Different duties of plan 61 reach 30 at most; a text keeps more than 50 while under half of its words change.
"""

_SAME_REF = 20.0
_MOST_TOGETHER = 60  # tasks that all look alike: beyond that the best pairs are taken one after another
_MANY = 250_000  # pairs: beyond that a clause that both have is looked at first
_JOINED = 1  # changes with so few words between them are told as one


class Clause(NamedTuple):
    """A task as far as it is recognised by it."""

    ref: str
    text: str


def match(old: Sequence[Clause], new: Sequence[Clause]) -> list[tuple[int, int]]:
    """Pairs (index in old, index in new) of what is the same task, in the order of `new`; each at most once.

    Who kept both clause and wording is the same task; then who kept the wording, however it is numbered;
    then those whose wording is alike, so paired that the sum is greatest (an equal clause counts); at last
    what stands under a clause that both have: its wording was replaced.
    """
    pairing = _Pairing(old, new)
    pairing.take_equal(lambda clause: clause)
    pairing.take_equal(lambda clause: clause.text.split())
    pairing.take_alike()
    pairing.take_equal(lambda clause: clause.ref)
    return sorted(pairing.pairs, key=lambda pair: pair[1])


class _Pairing:
    """The pairs found so far, and who is still alone."""

    def __init__(self, old: Sequence[Clause], new: Sequence[Clause]) -> None:
        self._old, self._new = dict(enumerate(old)), dict(enumerate(new))
        self.pairs: list[tuple[int, int]] = []

    def _take(self, pairs: Iterable[tuple[int, int]]) -> None:
        for i, j in pairs:
            self.pairs.append((i, j))
            del self._old[i], self._new[j]

    def take_equal(self, key: Callable[[Clause], object]) -> None:
        """Pair those whose keys are equal, first come first served."""
        waiting: dict[str, list[int]] = {}
        for i, clause in self._old.items():
            waiting.setdefault(repr(key(clause)), []).append(i)
        found = []
        for j, clause in self._new.items():
            if places := waiting.get(repr(key(clause))):
                found.append((places.pop(0), j))
        self._take(found)

    def take_alike(self) -> None:
        """Pair those whose wording is alike; who cannot be confused with others is settled apart.

        Of very many those come first that kept their clause: not everyone is held against everyone.
        """
        if len(self._old) * len(self._new) > _MANY:
            place = {clause.ref: j for j, clause in self._new.items()}
            same = [(i, place[clause.ref]) for i, clause in self._old.items() if clause.ref in place]
            alike = {j: i for i, j in same if self._score(i, j) >= ALIKE}
            self._take([(i, j) for j, i in alike.items()])
        scores = self._scores()
        for group in _groups(scores):
            part = {pair: scores[pair] for pair in group}
            self._take(_greedy(part) if len(group) > _MOST_TOGETHER**2 else _best(part))

    def _score(self, i: int, j: int) -> float:
        from rapidfuzz import fuzz

        return fuzz.ratio(self._old[i].text.split(), self._new[j].text.split(), score_cutoff=ALIKE)

    def _scores(self) -> dict[tuple[int, int], float]:
        if not self._old or not self._new:
            return {}
        from rapidfuzz import fuzz

        words = {j: clause.text.split() for j, clause in self._new.items()}
        scores = {}
        for i, clause in self._old.items():
            mine = clause.text.split()
            for j, theirs in words.items():
                score = fuzz.ratio(mine, theirs, score_cutoff=ALIKE)
                if score >= ALIKE:
                    scores[i, j] = score + (_SAME_REF if clause.ref == self._new[j].ref else 0)
        return scores


def _groups(pairs: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The pairs in groups that share no task."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def top(node: tuple[str, int]) -> tuple[str, int]:
        while root.setdefault(node, node) != node:
            root[node] = node = root[root[node]]
        return node

    listed = list(pairs)
    for i, j in listed:
        root[top(("old", i))] = top(("new", j))
    groups: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for i, j in listed:
        groups.setdefault(top(("old", i)), []).append((i, j))
    return list(groups.values())


def _greedy(scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    gone: tuple[set[int], set[int]] = (set(), set())
    for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if i not in gone[0] and j not in gone[1]:
            taken.append((i, j))
            gone[0].add(i)
            gone[1].add(j)
    return taken


def _best(scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The assignment with the greatest sum (the Hungarian method); pairs without a score are never made."""
    rows, columns = sorted({i for i, _ in scores}), sorted({j for _, j in scores})
    if len(rows) > len(columns):
        return [(i, j) for j, i in _best({(j, i): score for (i, j), score in scores.items()})]
    cost = [[-scores.get((i, j), 0.0) for j in columns] for i in rows]
    chosen = _hungarian(cost)
    return [(i, columns[c]) for i, c in zip(rows, chosen, strict=True) if (i, columns[c]) in scores]


def _hungarian(cost: list[list[float]]) -> list[int]:
    """The column of each row for which the sum of costs is least; no more rows than columns."""
    height, width = len(cost), len(cost[0])
    row_price, column_price = [0.0] * (height + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)  # of a column: its row, counted from 1; 0 is nobody's
    for row in range(1, height + 1):
        owner[0], column = row, 0
        least, came_from, seen = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
        while owner[column]:
            seen[column] = True
            current, following, step = owner[column], 0, float("inf")
            for c in range(1, width + 1):
                if seen[c]:
                    continue
                reduced = cost[current - 1][c - 1] - row_price[current] - column_price[c]
                if reduced < least[c]:
                    least[c], came_from[c] = reduced, column
                if least[c] < step:
                    following, step = c, least[c]
            for c in range(width + 1):
                if seen[c]:
                    row_price[owner[c]] += step
                    column_price[c] -= step
                else:
                    least[c] -= step
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    columns = {owner[c]: c - 1 for c in range(1, width + 1) if owner[c]}
    return [columns[row] for row in range(1, height + 1)]


class Rewording(NamedTuple):
    """Words that stand in the place of others; `after` are all words before them, which tell the place."""

    old: str
    new: str
    after: str


def rewordings(old: str, new: str) -> tuple[Rewording, ...]:
    """What was changed in a text, word by word; near changes are one. None where only the blanks differ."""
    from rapidfuzz.distance import Levenshtein

    before, after = old.split(), new.split()
    edits: list[list[int]] = []
    for op in Levenshtein.opcodes(before, after):
        if op.tag == "equal":
            continue
        if edits and op.src_start - edits[-1][1] <= _JOINED:
            edits[-1][1], edits[-1][3] = op.src_end, op.dest_end
        else:
            edits.append([op.src_start, op.src_end, op.dest_start, op.dest_end])
    return tuple(
        Rewording(" ".join(before[a:b]), " ".join(after[c:d]), " ".join(before[:a])) for a, b, c, d in edits
    )


def moved(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Of the same texts in two orders, the fewest that must have moved, in the new order."""
    if list(old) == list(new):
        return ()
    from rapidfuzz.distance import Indel

    edits = [op for op in Indel.opcodes(old, new) if op.tag == "insert"]
    return tuple(text for op in edits for text in new[op.dest_start : op.dest_end])
