"""What `template` does: copies of packaged templates, and the samples that templates are tried with."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kehoach_cli.render.template_registry import Sample

_SAMPLES = "du-lieu-thu"
_DAY = date(2025, 5, 20)  # between the two days of the sample's plan: some are late, some need not send yet
_BORROWS = re.compile(r"""\{%-?\s*(?:from|import|include)\s+["']([^"']+)["']""")


def picked(name: str, known: Sequence[str], what: str) -> str:
    """The template of that name; a wrong call names the nearest."""
    from kehoach_cli.model.names import nearest_text

    if name in known:
        return name
    near = nearest_text(name, known)
    told = f" Gần nhất: {near}." if near else f" {what}: {', '.join(known) or 'chưa có'}."
    raise typer.BadParameter(f"không có mẫu {quoted(name)}.{told} Không có tệp nào bị thay đổi.")


def copy_template(name: str, own: Path, packaged: Path, *, force: bool) -> None:
    """Lay a packaged template into the office's folder; an existing one is kept unless `force`."""
    from kehoach_cli.store.writing import refusal_of, write_atomic

    target = own / name
    shown = f"templates/{name}"
    content = (packaged / name).read_bytes()
    if target.is_file() and target.read_bytes() == content:
        sys.stderr.write(f"{shown} đã có và giống hệt mẫu đi kèm.\n")
        return
    try:
        own.mkdir(parents=True, exist_ok=True)
        write_atomic(target, content, replace=force)
    except FileExistsError:
        raise typer.BadParameter(
            f"tệp {quoted(shown)} đã có và khác mẫu đi kèm. Muốn so sánh: đổi tên tệp ấy rồi chạy lại "
            "lệnh này; muốn bỏ bản riêng, dùng lại mẫu đi kèm: thêm --force. Không có tệp nào bị thay đổi."
        ) from None
    except OSError as error:
        raise typer.BadParameter(
            f"không ghi được {quoted(shown)}: {refusal_of(error)}. Không có tệp nào bị thay đổi."
        ) from None
    sys.stderr.write(
        f"Đã chép {shown}; sửa xong thì chạy: kehoach template check {name}\n{_borrowed(name, content)}"
    )


def _borrowed(name: str, content: bytes) -> str:
    """Which other templates hold part of its wording."""
    if name.endswith(".docx"):
        return (
            "Câu chữ dùng chung nằm trong các mẫu có tên bắt đầu bằng “_” (xem kehoach template list).\n"
            if name != "bang.docx"
            else ""
        )
    found = [*dict.fromkeys(_BORROWS.findall(content.decode("utf-8")))]
    return f"Mẫu này dùng thêm: {', '.join(found)}; chép riêng từng tệp nếu cần sửa.\n" if found else ""


def samples(packaged: Path) -> list[Sample]:
    """The packaged example with everything an office can meet, and the same with nothing in yet."""
    from kehoach_cli.queries.consolidation import consolidation, issuer_for
    from kehoach_cli.render.template_registry import Sample
    from kehoach_cli.store.folder import DiskFolder
    from kehoach_cli.store.loading import load

    workspace = load(DiskFolder(packaged / _SAMPLES), _DAY).workspace
    (folder,) = workspace.plans
    deadline = folder.plan.deadlines[0]
    empty = folder._replace(reports=(), summaries={}, raised=())
    found = []
    for one in (folder, empty):
        whole = workspace._replace(plans=(one,))
        issuer = issuer_for(whole.office, deadline, _DAY)
        assert issuer is not None
        found.append(Sample(whole, one, deadline, consolidation(whole, one, deadline, _DAY, issuer)))
    return found
