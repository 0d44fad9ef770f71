"""The YAML that records a document that went out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.store.report_text import scalar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HEAD = "# {what}, kỳ {period}: số và ngày do văn thư cấp.\nschema: 1\n"


def issued_text(facts: Mapping[str, str | Sequence[str]], what: str, period: str) -> str:
    """The file of an issued document. `facts` are its keys in order; texts are clean single lines."""
    head = _HEAD.format(what=what, period=period)
    return head + "".join(_fact(key, value) for key, value in facts.items() if value)


def _fact(key: str, value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return f"{key}: {scalar(value)}\n"
    return f"{key}:\n" + "".join(f"  - {scalar(item)}\n" for item in value)
