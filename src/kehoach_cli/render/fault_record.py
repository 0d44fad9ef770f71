"""Faults of templates gathered, all of a run, where otherwise the first would end it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.render.template_faults import TemplateFault

_OUTPUT = re.compile(r"\{\{.*?\}\}")
_records: list[FaultRecord] = []


class FaultRecord:
    """What was found, in order and each once; and the lines whose outputs are left out from now on."""

    def __init__(self) -> None:
        self.faults: list[TemplateFault] = []
        self.environments: dict[Any, Any] = {}  # made for this record, by what they are made of
        self._blank: set[tuple[str, int]] = set()

    def add(self, fault: TemplateFault) -> None:
        """Keep the fault unless it is known; what only says that a line fails, where the reason is known."""
        said = [(f.file, f.line, f.message) for f in self.faults]
        places = [place[:2] for place in said]
        is_vague = fault.message.startswith("không thực hiện được")
        if (fault.file, fault.line, fault.message) in said or (
            is_vague and (fault.file, fault.line) in places
        ):
            return
        self.faults.append(fault)

    def leave_out(self, fault: TemplateFault) -> bool:
        """Leave out from now on what the line of a fault prints; False where that would change nothing."""
        place = (fault.file, fault.line)
        if not fault.line or place in self._blank:
            return False
        self._blank.add(place)
        self.environments.clear()
        return True

    def without_left_out(self, file: str, source: str) -> str:
        """The source as it is to be compiled."""
        numbers = {line for name, line in self._blank if name == file}
        if not numbers:
            return source
        lines = source.split("\n")
        for number in numbers:
            lines[number - 1 : number] = [_OUTPUT.sub("", line) for line in lines[number - 1 : number]]
        return "\n".join(lines)


def record() -> FaultRecord | None:
    """The record that is being kept, if any."""
    return _records[-1] if _records else None


@contextmanager
def recorded() -> Iterator[FaultRecord]:
    """Templates printed inside tell their faults to the record, and go on where they can."""
    _records.append(FaultRecord())
    try:
        yield _records[-1]
    finally:
        _records.pop()


def tell(fault: TemplateFault) -> None:
    """Raise the fault, or put it on record where one is kept."""
    kept = record()
    if kept is None:
        raise fault
    kept.add(fault)
