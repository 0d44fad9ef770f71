"""Names of WordprocessingML: the namespace, the tags that are met here, and a marker of our own."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
K = "urn:kehoach:printed"
"""Ours, between printing and settling only.

`k:f` is text of others, `k:width` and `k:span` are what a cell asks for.
"""


def w(name: str) -> str:
    """A tag or attribute of WordprocessingML as lxml spells it."""
    return f"{{{W}}}{name}"


FOREIGN = f"{{{K}}}f"
MADE = "kehoach-made"
"""On a paragraph with tags, likewise; without a namespace, whose declaration would outlive it."""
WIDTH, SPAN = f"{{{K}}}width", f"{{{K}}}span"
P, R, T, RPR, PPR = w("p"), w("r"), w("t"), w("rPr"), w("pPr")
TABLE, ROW, CELL, SECTION = w("tbl"), w("tr"), w("tc"), w("sectPr")
VAL = w("val")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
