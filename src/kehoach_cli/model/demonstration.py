"""The words that mark what comes from a workspace made to try the program on, so that nobody sends it."""

from __future__ import annotations

MARK = "SỐ LIỆU MINH HỌA"
UNSIGNED = "‹không ký›"
"""What stands for the name of whoever signs."""
_IN_NAME = "_MINH-HOA"


def demo_name(name: str) -> str:
    """«bao-cao.docx» as «bao-cao_MINH-HOA.docx»; a name that says so already stays."""
    stem, dot, ending = name.rpartition(".")
    if not stem.strip("."):
        stem, dot, ending = name, "", ""
    return name if stem.endswith(_IN_NAME) else f"{stem}{_IN_NAME}{dot}{ending}"
