"""Which file is what: the one place that knows how a workspace is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.model.periods import is_period, period_ids

if TYPE_CHECKING:
    from datetime import date

SUMMARY = "_tong-hop.yaml"
EARLIER = "_truoc"
"""The folder, beside the reports of a period, of those that others have replaced."""

URGENT = "dot-xuat"
"""The folder, beside those of the periods, of difficulties reported outside the calendar."""

CLOSINGS = "_chot"
"""The folder, beside the reports of a period, of its closings: one folder a closing, named by its day."""

CLOSED, CLOSED_REPORTS = "chot.yaml", "bao-cao"

AMENDMENTS = "amendments"
"""The folder, beside plan.yaml, of the words of the documents that amend the plan."""

_YAML = (".yaml", ".yml")
_LITTER = (".", "~$", "Thumbs.db", "desktop.ini")


class Role(NamedTuple):
    """What a file is for.

    `kind` is agencies, office, calendar, plan, source, amending (the words of an amendment), report, summary,
    issued, urgent, closed, copy (of a report, made when its period was closed), kept (a report that another
    has replaced), misplaced (YAML that nothing is read from), unread (a directory that was not entered) or
    ignored.
    """

    kind: str
    plan: str = ""
    period: str = ""


def role_of(path: str) -> Role:  # noqa: C901, PLR0911  # one case a kind
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
        case [plan, folder, name] if folder == AMENDMENTS and name.endswith(".md"):
            return Role("amending", plan)
        case [plan, "reports", period, name] if is_period(period) and name.endswith(".yaml"):
            return Role("summary" if name == SUMMARY else "report", plan, period)
        case [plan, "reports", period, folder, name] if folder == EARLIER and is_period(period):
            return Role("kept", plan, period) if name.endswith(".yaml") else Role("ignored")
        case [plan, "reports", folder, name] if folder == URGENT and name.endswith(".yaml"):
            return Role("urgent", plan)
        case [plan, "reports", period, folder, _, *inner] if folder == CLOSINGS and is_period(period):
            return _role_in_closing(plan, period, inner)
        case [plan, "issued", name] if name.endswith(".yaml"):
            return Role("issued", plan)
        case [*_, name] if name.lower().endswith(_YAML):
            return Role("misplaced")
    return Role("ignored")


def _role_in_closing(plan: str, period: str, inner: list[str]) -> Role:
    match inner:
        case [name] if name == CLOSED:
            return Role("closed", plan, period)
        case [folder, name] if folder in (CLOSED_REPORTS, URGENT) and name.endswith(".yaml"):
            return Role("copy", plan, period)
        case [*_, name] if name.lower().endswith(_YAML):
            return Role("misplaced")
    return Role("ignored")


def is_litter(name: str) -> bool:
    """True for what systems and editors leave lying about: hidden files, lock files."""
    return name.rpartition("/")[2].startswith(_LITTER)


def report_path(plan: str, period: str, agency: str) -> str:
    """Where one agency's report of one period belongs."""
    return f"plan/{plan}/reports/{period}/{agency}.yaml"


def earlier_path(report: str, received: date, number: int = 1) -> str:
    """Where a report is kept that another replaces: _truoc/2025-05-12-trung-tam-y-te.yaml, then …-2.yaml."""
    folder, _, name = report.rpartition("/")
    more = f"-{number}" if number > 1 else ""
    return f"{folder}/{EARLIER}/{received.isoformat()}-{name.removesuffix('.yaml')}{more}.yaml"


def urgent_path(plan: str, received: date, agency: str, number: int = 1) -> str:
    """Where a difficulty reported at once belongs: dot-xuat/2025-05-12-trung-tam-y-te.yaml, then …-2.yaml."""
    more = f"-{number}" if number > 1 else ""
    return f"plan/{plan}/reports/{URGENT}/{received.isoformat()}-{agency}{more}.yaml"


def closing_path(plan: str, period: str, day: date, number: int = 1) -> str:
    """The folder of a closing: _chot/2025-05-20; the second of that day …-2."""
    more = f"-{number}" if number > 1 else ""
    return f"plan/{plan}/reports/{period}/{CLOSINGS}/{day.isoformat()}{more}"


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
        case [plan, "reports", folder] if _is_urgent(folder):
            return f"plan/{plan}/reports/{URGENT}/{name}"
        case [plan, "reports", folder] if period := _period(folder):
            return f"plan/{plan}/reports/{period}/{name}"
    return None


def _is_urgent(folder: str) -> bool:
    """«Đột xuất», «dotxuat»."""
    from kehoach_cli.model.folding import slug

    return slug(folder).replace("-", "") == URGENT.replace("-", "")


def _period(folder: str) -> str | None:
    """The period that a folder's name means: «6 tháng», «Quy-1», «thang1»."""
    from kehoach_cli.model.folding import slug

    plain = slug(folder).replace("-", "")
    return next((p for p in period_ids() if plain == p or plain == p.replace("thang0", "thang")), None)
