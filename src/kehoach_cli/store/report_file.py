"""A report with its content as a file that a clerk can edit; the one it replaces is kept beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.report import Report
from kehoach_cli.store.decoding import decode
from kehoach_cli.store.layout import earlier_path
from kehoach_cli.store.report_text import scalar
from kehoach_cli.store.writing import write_atomic
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    Value = str | list[Any] | Mapping[str, Any]

_WIDTH = 100
_PLAIN_WIDTH = 80


def report_of_data(data: Mapping[str, Any]) -> Report:
    """The record of plain data (texts, lists and dicts of texts); pydantic's error where it is none."""
    return Report.model_validate({"schema": "1", **data})


def report_yaml(data: Mapping[str, Any], head: str) -> str:
    """The file of a report, its keys in the order of the record; `head` is its comment, a line.

    It is read back before it is given out: ValueError where it would not say the same.
    """
    order = [field.alias or name for name, field in Report.model_fields.items()]
    known = {"schema": "1", **data}
    lines = [f"# {head}"]
    for key in sorted(known, key=order.index):
        lines += _entry(key, known[key], "")
    text = "\n".join(lines) + "\n"
    read, wrong = decode(text.encode("utf-8"))
    tree = parse(read)
    if wrong or tree.findings or Report.model_validate(tree.data) != report_of_data(data):
        raise ValueError("the text of a report does not say what its data say")
    return text


def _entry(key: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from text_lines(f"{indent}{key}: ", value, f"{indent}  ")
        return
    yield f"{indent}{key}:"
    if isinstance(value, list):
        for item in value:
            yield from _item(item, f"{indent}  ")
    else:
        for inner, text in value.items():
            yield from _entry(inner, text, f"{indent}  ")


def _item(item: Value, indent: str) -> Iterator[str]:
    """A text, or keys of which the first stands behind the dash."""
    if isinstance(item, str):
        yield from text_lines(f"{indent}- ", item, f"{indent}  ")
        return
    assert not isinstance(item, list)
    lines = [line for key, value in item.items() for line in _entry(key, value, f"{indent}  ")]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def text_lines(begin: str, text: str, indent: str) -> Iterator[str]:
    """On its line where it is short; else as a block that can be edited like a letter."""
    text = text.strip()  # as the record does
    is_block = all(c.isprintable() or c == "\n" for c in text)
    lines = text.split("\n")
    if is_block and len(lines) > 1 and not any(line != line.strip() for line in lines):
        yield f"{begin}|-"
        yield from (f"{indent}{line}" if line else "" for line in lines)
    elif is_block and len(lines) == 1 and len(text) > _PLAIN_WIDTH and "  " not in text:
        yield f"{begin}>-"
        yield from (f"{indent}{line}" for line in folded(text, _WIDTH - len(indent)))
    else:
        yield begin + scalar(text)


def folded(text: str, width: int) -> Iterator[str]:
    """Lines broken at single blanks alone, which the reader puts back."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def put_report(
    root: Path, file: str, text: str, *, replace: bool = False, keep: date | None = None
) -> str | None:
    """Write a report's file whole or not at all; returns where the earlier one is kept, if it is.

    Without `replace` FileExistsError where there is one. `keep` is the day on which the earlier report was
    received: it is on the disk under its other name before the new one takes its place.
    """
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = _keep(root, file, keep) if keep is not None else None
    write_atomic(path, text, replace=replace)
    return kept


def _keep(root: Path, file: str, received: date) -> str:
    """A copy under a free name, or the one that holds the same bytes already."""
    raw = (root / file).read_bytes()
    number = 1
    while True:
        kept = earlier_path(file, received, number)
        path = root / kept
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            write_atomic(path, raw)
            return kept
        if path.read_bytes() == raw:
            return kept
        number += 1
