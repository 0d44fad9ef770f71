"""Where in a file each text begins: the lines that the appendix of sources names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.store.decoding import decode
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from kehoach_cli.store.folder import Folder
    from kehoach_cli.store.tree import Path


def text_lines(folder: Folder, file: str) -> dict[Path, int]:
    """YAML path → line (from 1) on which its value begins, of a block of text the line of its first words.

    Empty for a file that cannot be read: loading has told of it already.
    """
    try:
        text, wrong = decode(folder.read(file))
    except OSError:
        return {}
    return {} if wrong else parse(text).lines()
