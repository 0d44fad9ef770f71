"""What files of office programs need besides an answer: whose they are, and the templates to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.cli.demonstrating import is_demo
from kehoach_cli.cli.issuing import stop

if TYPE_CHECKING:
    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.office import Issuer
    from kehoach_cli.render.table import Forms, Origin


def issuer_today(opened: Opened) -> Issuer | None:
    """Who issues documents on the day asked about; None where office.yaml names nobody."""
    office = opened.workspace.office
    return office.issuer_on(opened.as_of) if office else None


def origin_of(opened: Opened) -> Origin:
    """The office's own templates come first, the packaged ones second."""
    from kehoach_cli.render.table import Origin
    from kehoach_cli.store.packaged import packaged_templates

    folders = (opened.root / "templates", packaged_templates())
    issuer = issuer_today(opened)
    author, found = issuer.name if issuer else "", tuple(f for f in folders if f.is_dir())
    return Origin(author, opened.as_of, found, is_demo(opened))


def written(forms: Forms, format_: str, opened: Opened) -> str | bytes | None:
    """The answer in the format; the command ends with 1 where the office's own template is at fault."""
    from kehoach_cli.render.template_faults import TemplateFault

    try:
        return forms.written(format_, origin_of(opened))
    except TemplateFault as fault:
        raise stop(f"{fault}") from None
