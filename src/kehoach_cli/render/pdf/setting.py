"""Data set by typst with a template: our font alone, nothing from outside the template's folder, no clock."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach_cli.render.pdf.faults import pdf_fault
from kehoach_cli.render.template_faults import TemplateFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from typst import Fonts

FONTS = Path(__file__).with_name("fonts")
_NOWHERE = FONTS / "khong-co"  # where typst looks for packages: there are none
_MARKED = """#set page(foreground: place(top + center, dy: 4mm, text(
  font: "Liberation Serif", size: 11pt, weight: "bold")[{mark}]))
#include "{name}"
"""
_NO_WAY_OUT = {"HTTPS_PROXY": "http://127.0.0.1:9", "NO_PROXY": ""}


def typeset(name: str, data: str, folders: Sequence[Path], day: date, mark: str = "") -> bytes:
    """A PDF of the first template of `folders` called so, which reads `data` (JSON) as sys.inputs.data.

    `day` dates the document and is the template's today; `mark` stands above every page, whatever the
    template says. A fault in the template raises TemplateFault.
    """
    import typst

    template = next((f / name for f in folders if (f / name).is_file()), None)
    if template is None:
        raise TemplateFault(name, 0, f"không tìm thấy mẫu “{name}”")
    source: Any = _MARKED.format(mark=mark, name=name).encode() if mark else str(template)
    try:
        with _offline():
            return typst.compile(
                source,
                root=str(template.parent),
                font_paths=_fonts(),
                sys_inputs={"data": data},
                package_path=str(_NOWHERE),
                package_cache_path=str(_NOWHERE),
                timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            )
    except typst.TypstError as error:
        raise pdf_fault(error.message, error.diagnostic, template, _names(data)) from error


@cache
def _fonts() -> Fonts:
    """Neither the machine's fonts nor those typst brings along: the same pages everywhere.

    «Times New Roman», which the template names first, is therefore never found; Liberation Serif, whose
    letters take the same room, stands in for it.
    """
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


@contextmanager
def _offline() -> Iterator[None]:
    """Whatever package a template names, typst asks nobody for it but a port where no one listens."""
    changed = {n: v for name, v in _NO_WAY_OUT.items() for n, v in ((name, v), (name.lower(), v))}
    before = {name: os.environ.get(name) for name in changed}
    os.environ.update(changed)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _names(data: str) -> set[str]:
    """Every name in the data, for the nearest to a wrong one."""
    import json

    found: set[str] = set()
    json.loads(data, object_pairs_hook=lambda pairs: found.update(name for name, _ in pairs))
    return found
