"""One item more in a list of a file that a person may have written: nothing else in it changes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kehoach_cli.store.decoding import decode
from kehoach_cli.store.report_text import scalar
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kehoach_cli.store.tree import Tree


def with_item(raw: bytes, key: str, item: Mapping[str, str]) -> bytes | None:
    """The file with one item more in the list of that key at its top; facts without words are left out.

    Words that a keyboard composed otherwise stand there in NFC, as every file is read.

    None where the file is laid out so that no line can be put in safely; what is given says exactly what
    the file said and the item besides.
    """
    text, wrong = decode(raw)
    tree = parse(text)
    if wrong or tree.findings or not isinstance(tree.data, dict):
        return None
    facts = {name: unicodedata.normalize("NFC", value) for name, value in item.items() if value}
    expected = {**tree.data, key: [*(tree.data.get(key) or []), facts]}
    lines = text.removesuffix("\n").split("\n")
    at, head = _place(tree, key, lines)
    indent, *rest = head
    added = [*rest, *_item(facts, indent)]
    made = "\n".join([*lines[:at], *added, *lines[at:]]) + "\n"
    again = parse(made)
    return made.encode() if not again.findings and again.data == expected else None


def _place(tree: Tree, key: str, lines: list[str]) -> tuple[int, list[str]]:
    """Before which line the item goes; the indent of its dash, and the key where it must be written."""
    keys = list(tree.data)
    if (key,) in tree.empty:
        return tree.span((key,), key=True).line + 1, ["  "]
    if key not in keys:
        return len(lines), ["  ", f"{key}:"]
    following = keys[keys.index(key) + 1 :]
    end = tree.span((following[0],), key=True).line if following else len(lines)
    begin = tree.span((key,), key=True).line + 1
    dashes = (line for line in lines[begin:end] if line.lstrip().startswith("-"))
    first = next(dashes, "  -")
    return end, [first[: len(first) - len(first.lstrip())]]


def _item(facts: Mapping[str, str], indent: str) -> list[str]:
    said = [f"{name}: {scalar(value)}" for name, value in facts.items()]
    return [f"{indent}{'- ' if n == 0 else '  '}{line}" for n, line in enumerate(said)]
