"""A form of an older plan: which clauses it went out with, and under what number they stand today."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model import form as layout
from kehoach_cli.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kehoach_cli.model.plan import Task

_ROLES = ("lead", "coordinating")
_REF_SIGNS = " .,;:"


class Older(NamedTuple):
    """What the hidden sheet says of the clauses of the form as it went out; empty where it is gone."""

    digests: Mapping[str, str]  # clause → digest of its words and the sender's role
    moved: Mapping[str, str]  # clause then → clause with the very same words today

    def ref(self, typed: str) -> str | None:
        """The clause of the form as it went out."""
        return ref_among(typed, self.digests)

    def now(self, typed: str, printed: str, tasks: Mapping[str, Task]) -> str | None:
        """The clause of today for a number that stands for another one since; None where it is the same.

        `printed` are the words beside the number. Without a hidden sheet they alone can show it.
        """
        said = fold(printed)
        here = ref_among(typed, tasks)
        if said and here and said == fold(tasks[here].text):
            return None
        if self.digests:
            return self.moved.get(self.ref(typed) or "")
        found = [ref for ref, task in tasks.items() if said and fold(task.text) == said]
        return found[0] if len(found) == 1 and here else None


def older_of(meta: Mapping[str, str], tasks: Mapping[str, Task]) -> Older:
    """From the hidden sheet of a form and the clauses of today's plan."""
    prefix = layout.duty_key("")
    digests = {key.removeprefix(prefix): value for key, value in meta.items() if key.startswith(prefix)}
    moved: dict[str, str] = {}
    for ref, digest in digests.items():
        if ref in tasks and has_words(digest, ref, tasks[ref].text):
            continue
        found = [now for now, task in tasks.items() if has_words(digest, ref, task.text)]
        if len(found) == 1:
            moved[ref] = found[0]
    return Older(digests, moved)


def has_words(digest: str, ref: str, text: str) -> bool:
    """True where the clause went out with these words, whatever the sender's role."""
    return digest in (layout.duty_digest(ref, text, role) for role in _ROLES)


def ref_among(typed: str, refs: Iterable[str]) -> str | None:
    """The clause meant: «ii.5», «II.5.», or what a drop-down offers, «II.5 – Dinh dưỡng …»."""
    known = {fold(ref): ref for ref in refs}
    named = {known.get(fold(word.strip(_REF_SIGNS))) for word in typed.split()} - {None}
    first = typed.partition(layout.REF_MARK.strip())[0]
    if len(named) > 1 and first == typed:
        return None  # two clauses in one cell
    found = (known.get(fold(said.strip(_REF_SIGNS))) for said in (typed, first, typed.partition(" ")[0]))
    return next(filter(None, found), None)
