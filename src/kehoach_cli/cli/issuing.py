"""Who issues a document, and the end of a command where nobody may."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from kehoach_cli.model.days import print_day
from kehoach_cli.model.succession import ended_on

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.plan import Deadline


def stop(why: str) -> typer.Exit:
    """The plan or its reports are not in order: said on stderr, nothing on stdout."""
    sys.stderr.write(f"Lỗi: {why}\n")
    return typer.Exit(1)


def issuer_of(opened: Opened, deadline: Deadline) -> Issuer:
    """Who issues, judged on the earlier of --as-of and the last day: reports of old periods stay possible."""
    return issuer_on(opened, min(opened.as_of, deadline.last_day), "báo cáo")


def issuer_on(opened: Opened, day: date, document: str) -> Issuer:
    """Who issues on that very day; a letter goes out on its own day, whatever period it asks about."""
    office = opened.workspace.office
    if office is None:
        raise stop(f"thiếu tệp plan/office.yaml nên không biết cơ quan nào đứng tên {document}.")
    issuer = office.issuer_on(day)
    if issuer is not None:
        return issuer
    last = office.last_ended(day)
    since = ended_on(last) if last else None
    if last is None or since is None:
        raise stop(
            f"office.yaml chưa khai cơ quan ban hành vào ngày {print_day(day)} (tên, căn cứ, người ký)."
        )
    basis = f" theo {last.basis}" if last.basis else ""
    raise stop(
        f"{last.name} kết thúc hoạt động từ ngày {print_day(since)}{basis}, không thể đứng tên văn bản "
        f"ngày {print_day(day)}. Khai cơ quan ban hành mới trong office.yaml (tên, căn cứ, người ký)."
    )
