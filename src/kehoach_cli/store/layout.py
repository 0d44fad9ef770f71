"""Which file is what: the one place that knows how a workspace is laid out."""

from __future__ import annotations

from typing import NamedTuple

from kehoach_cli.model.periods import is_period

SUMMARY = "_tong-hop.yaml"
_YAML = (".yaml", ".yml")
_LITTER = (".", "~$", "Thumbs.db", "desktop.ini")


class Role(NamedTuple):
    """What a file is for: «agencies», «office», «plan», «source», «report», «summary», «misplaced», «ignored»."""

    kind: str
    plan: str = ""
    period: str = ""


def role_of(path: str) -> Role:
    """The role of a file below plan/; YAML that stands where nothing is read is «misplaced»."""
    parts = path.split("/")[1:]
    match parts:
        case ["agencies.yaml"]:
            return Role("agencies")
        case ["office.yaml"]:
            return Role("office")
        case [plan, "plan.yaml"]:
            return Role("plan", plan)
        case [plan, "source.md"]:
            return Role("source", plan)
        case [plan, "reports", period, name] if is_period(period) and name.endswith(".yaml"):
            if not is_litter(name):
                return Role("summary" if name == SUMMARY else "report", plan, period)
    if parts[-1].lower().endswith(_YAML) and not any(map(is_litter, parts)):
        return Role("misplaced")
    return Role("ignored")


def is_litter(name: str) -> bool:
    """True for what systems and editors leave lying about: hidden files, lock files."""
    return name.rpartition("/")[2].startswith(_LITTER)


def report_path(plan: str, period: str, agency: str) -> str:
    """Where one agency's report of one period belongs."""
    return f"plan/{plan}/reports/{period}/{agency}.yaml"
