"""Which file is what: the one place that knows how a workspace is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.periods import is_period, period_ids

if TYPE_CHECKING:
    from datetime import date

SUMMARY = "_tong-hop.yaml"
_YAML = (".yaml", ".yml")
_LITTER = (".", "~$", "Thumbs.db", "desktop.ini")


class Role(NamedTuple):
    """What a file is for.

    `kind` is agencies, office, calendar, plan, source, report, summary, issued, misplaced (YAML that
    nothing is read from), unread (a directory that was not entered) or ignored.
    """

    kind: str
    plan: str = ""
    period: str = ""


def role_of(path: str) -> Role:  # noqa: PLR0911  # one return a kind
    """The role of a path below plan/."""
    parts = path.split("/")[1:]
    if any(map(is_litter, parts)):
        return Role("ignored")
    match parts:
        case [*_, ""]:
            return Role("unread")
        case ["agencies.yaml" | "office.yaml" | "calendar.yaml" as name]:
            return Role(name.removesuffix(".yaml"))
        case [plan, "plan.yaml"]:
            return Role("plan", plan)
        case [plan, "source.md"]:
            return Role("source", plan)
        case [plan, "reports", period, name] if is_period(period) and name.endswith(".yaml"):
            return Role("summary" if name == SUMMARY else "report", plan, period)
        case [plan, "issued", name] if name.endswith(".yaml"):
            return Role("issued", plan)
        case [*_, name] if name.lower().endswith(_YAML):
            return Role("misplaced")
    return Role("ignored")


def is_litter(name: str) -> bool:
    """True for what systems and editors leave lying about: hidden files, lock files."""
    return name.rpartition("/")[2].startswith(_LITTER)


def report_path(plan: str, period: str, agency: str) -> str:
    """Where one agency's report of one period belongs."""
    return f"plan/{plan}/reports/{period}/{agency}.yaml"


def issued_path(plan: str, dated: date, number: str) -> str:
    """Where the record of a document that went out belongs: issued/2025-05-20-312-ubnd-th.yaml."""
    from kehoach_cli.model.folding import slug

    return f"plan/{plan}/issued/{dated.isoformat()}-{slug(number)}.yaml"


def meant_path(path: str) -> str | None:
    """Where a misplaced file was probably meant to be (plan.yml, Agencies.yaml, reports/6-thang/…)."""
    *folders, name = path.split("/")[1:]
    name = f"{name.lower().rpartition('.')[0]}.yaml"
    match folders:
        case [] if name in ("agencies.yaml", "office.yaml", "calendar.yaml"):
            return f"plan/{name}"
        case [plan] if name == "plan.yaml":
            return f"plan/{plan}/{name}"
        case [plan, "reports", folder] if period := _period(folder):
            return f"plan/{plan}/reports/{period}/{name}"
    return None


def _period(folder: str) -> str | None:
    """The period that a folder's name means: «6 tháng», «Quy-1», «thang1»."""
    from kehoach_cli.model.folding import slug

    plain = slug(folder).replace("-", "")
    return next((p for p in period_ids() if plain == p or plain == p.replace("thang0", "thang")), None)
