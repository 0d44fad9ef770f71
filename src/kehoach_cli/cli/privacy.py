"""Personal data on its way in: `--allow-personal-data`, and the refusal of what is typed without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kehoach_cli.model.folding import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

AllowPersonalData = Annotated[
    str | None,
    typer.Option(
        "--allow-personal-data",
        metavar="LÝ_DO",
        help="Nhận cả khi có họ tên trẻ em, số định danh …; lý do được ghi vào tệp.",
        show_default=False,
    ),
]
OPTION = "--allow-personal-data"


def reason_for(allowed: str | None, as_of: date) -> dict[str, str]:
    """The key `personal_data` of a file; empty without the option, refused where it says nothing."""
    from kehoach_cli.render.table import one_line

    if allowed is None:
        return {}
    reason = squeeze(one_line(allowed))
    if not any(c.isalnum() for c in reason):
        raise typer.BadParameter(
            f"{OPTION} phải kèm lý do: vì sao buộc phải giữ lại, ai cho phép. Không có tệp nào bị thay đổi."
        )
    return {"reason": reason, "date": str(as_of)}


def refuse_personal_data(
    typed: Mapping[str, str | None], reason: object, way: str = f"thêm {OPTION} LÝ_DO"
) -> None:
    """Refuse the first text typed (by the option it was typed for) that no file may hold without a reason.

    `way` is how the person who must keep it says so.
    """
    from kehoach_cli.checks.catalogue import word
    from kehoach_cli.checks.privacy_rules import errors_in

    if reason:
        return
    for option, text in typed.items():
        for found in errors_in(squeeze(text or "")):
            _, message, hint = word(found.code, found.words)
            remedy = hint.rpartition("; nếu buộc phải giữ")[0]
            raise typer.BadParameter(
                f"{option} {message}; {remedy}; nếu buộc phải giữ, {way}. Không có tệp nào bị thay đổi."
            )
