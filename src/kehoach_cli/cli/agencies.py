"""kehoach agencies: the register."""

from __future__ import annotations

from typing import Annotated

import typer

from kehoach_cli.cli.candidates import agencies as agency_names
from kehoach_cli.cli.completion import Completed
from kehoach_cli.cli.options import AsOf, At, Directory, Force, Output, OverwriteEdited, TableFormat

EXAMPLES = """Ví dụ:
kehoach agencies
kehoach agencies "Công an xã"
kehoach agencies ttyt"""


def agencies(
    *,
    name: Annotated[
        str | None,
        typer.Argument(
            click_type=Completed("TÊN", agency_names),
            help="Chỉ xem cơ quan hoặc nhóm này.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = None,
    at: At = None,
    format_: TableFormat = None,
    output: Output = None,
    force: Force = False,
    overwrite_edited: OverwriteEdited = False,
    directory: Directory = None,
) -> None:
    """Xem danh mục cơ quan: tên, các cách viết, nhóm, thành viên, nhóm nào chưa xác định thành phần."""
    from kehoach_cli.cli.answering import Overwriting, chosen_format, give_forms
    from kehoach_cli.cli.opening import open_workspace, pick_entry
    from kehoach_cli.queries.register import entry_view, register_view
    from kehoach_cli.render.register_table import entry_forms, register_forms

    form = chosen_format(format_, output)
    opened = open_workspace(directory, as_of, at=at, remembered=True)
    if name is None:
        forms = register_forms(register_view(opened.workspace, opened.as_of))
    else:
        entry = pick_entry(opened.workspace, name)
        forms = entry_forms(entry_view(opened.workspace, opened.as_of, entry))
    give_forms(forms, form, output, opened, Overwriting(force, overwrite_edited))
