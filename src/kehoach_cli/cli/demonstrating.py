"""A workspace made to try the program on (`init --demo`): its answers say so, and so do the files' names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.render.table import Forms


def is_demo(opened: Opened) -> bool:
    """True where office.yaml says so."""
    office = opened.workspace.office
    return office is not None and office.demo


def named(opened: Opened, output: Path) -> Path:
    """Where an answer goes that is to go to `output`: in a demo the file is called …_MINH-HOA."""
    if not is_demo(opened):
        return output
    from kehoach_cli.model.demonstration import demo_name

    return output.with_name(demo_name(output.name)) if output.name else output


def message(opened: Opened, text: str) -> str:
    """A message to paste elsewhere."""
    if not is_demo(opened):
        return text
    from kehoach_cli.model.demonstration import MARK

    return f"({MARK}) {text}"


def presented(opened: Opened, forms: Forms) -> Forms:
    """The answer as the workspace gives it out: marked in a demo, else as it is."""
    if not is_demo(opened):
        return forms
    from kehoach_cli.render.demonstration import demo_forms

    return demo_forms(forms)
