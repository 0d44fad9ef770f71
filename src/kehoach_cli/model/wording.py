"""Text from outside as a file of the folder may hold it: one line, NFC, nothing invisible."""

from __future__ import annotations

import unicodedata

from kehoach_cli.model.folding import squeeze

_SILENT = ("Cf", "Cs", "Cn", "Co")  # joiners, marks of direction, halves of pairs, letters of symbol fonts


def clean(text: str) -> str:
    """Single blanks in the place of every kind of white space and control sign; the rest as printed."""
    if not text.isprintable():
        kinds = ((c, unicodedata.category(c)) for c in text)
        text = "".join(
            " " if kind[0] in "ZC" and kind not in _SILENT else c for c, kind in kinds if kind not in _SILENT
        )
    return squeeze(text)
