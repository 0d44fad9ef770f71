"""kehoach completion: the script that makes Tab work in a shell."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

EXAMPLES = """Ví dụ:
kehoach completion bash >> ~/.bashrc
kehoach completion powershell >> $PROFILE"""


def completion(
    shell: Annotated[
        Literal["bash", "zsh", "fish", "powershell"],
        typer.Argument(metavar="VỎ_LỆNH", help="Vỏ lệnh đang dùng: bash, zsh, fish hoặc powershell."),
    ],
) -> None:
    """In đoạn lệnh để phím Tab gợi ý lệnh, tên cơ quan và kỳ báo cáo."""
    from kehoach_cli.cli.shells import script

    sys.stdout.write(script(shell))
