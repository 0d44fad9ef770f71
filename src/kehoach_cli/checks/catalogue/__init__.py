"""The catalogue of problems: each code with its severity, its sentence, its hint and its explanation."""

from __future__ import annotations

from kehoach_cli.checks.catalogue.amendments import AMENDMENTS
from kehoach_cli.checks.catalogue.closing import CLOSING
from kehoach_cli.checks.catalogue.entry import Entry, fill
from kehoach_cli.checks.catalogue.figures import FIGURES
from kehoach_cli.checks.catalogue.files import FILES
from kehoach_cli.checks.catalogue.form_cells import FORM_CELLS
from kehoach_cli.checks.catalogue.forms import FORMS
from kehoach_cli.checks.catalogue.imported import IMPORTED
from kehoach_cli.checks.catalogue.imports import IMPORTS
from kehoach_cli.checks.catalogue.lives import LIVES
from kehoach_cli.checks.catalogue.plans import PLANS
from kehoach_cli.checks.catalogue.privacy import PRIVACY
from kehoach_cli.checks.catalogue.reports import REPORTS
from kehoach_cli.checks.catalogue.revisions import REVISIONS
from kehoach_cli.checks.catalogue.schema import SCHEMA

CATALOGUE: dict[str, Entry] = (
    FILES
    | SCHEMA
    | PLANS
    | REPORTS
    | FORMS
    | FORM_CELLS
    | FIGURES
    | PRIVACY
    | CLOSING
    | IMPORTS
    | IMPORTED
    | AMENDMENTS
    | LIVES
    | REVISIONS
)


def is_error(code: str) -> bool:
    """True for a code that stops an answer."""
    return CATALOGUE[code].severity == "error"


def word(code: str, words: dict[str, str]) -> tuple[str, str, str]:
    """Severity, message and hint of a code, its words filled in."""
    entry = CATALOGUE[code]
    hint = fill(entry.hint, words, needed=bool(entry.otherwise)) or fill(entry.otherwise, words)
    return entry.severity, fill(entry.message, words), hint
