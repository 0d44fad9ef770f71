"""The marks that a merge of two edits leaves behind in a text."""

from __future__ import annotations

from kehoach_cli.checks.finding import Finding, Span

_CONFLICT = ("<<<<<<<", "|||||||", ">>>>>>>")


def conflict(text: str) -> Finding | None:
    """The marks that a merge of two edits leaves behind, named as what they are."""
    if not any(mark in text for mark in _CONFLICT):
        return None
    lines = text.split("\n")
    marked = [n for n, line in enumerate(lines) if line.startswith(_CONFLICT)]
    if not marked:
        return None
    first, last = marked[0], marked[-1]
    where = f"dòng {first + 1}" if first == last else f"dòng {first + 1}–{last + 1}"
    words = {"mark": lines[first][:7], "lines": where}
    return Finding("L009", span=Span(first, 0, first, 7), words=words)
