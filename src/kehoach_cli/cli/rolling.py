"""What `init --from` does: a plan of last year carried over into the next, beside the old one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.next_year import NextYear, Step
    from kehoach_cli.store.next_plan import NextPlan
    from kehoach_cli.store.plan_edits import Edit

_UNCHANGED = "Không có tệp nào bị thay đổi."
_LATEST = 2200


class Asked(NamedTuple):
    """What the person wants carried over, and into what."""

    plan: str
    year: int | None
    id: str | None
    dry_run: bool


def roll(directory: Path | None, as_of: date | None, asked: Asked) -> None:
    """Write the new plan and tell what became of the old one; a wrong call changes nothing."""
    from kehoach_cli.cli.opening import open_workspace, pick_plan
    from kehoach_cli.queries.next_year import next_year

    opened = open_workspace(directory, as_of)
    folder = pick_plan(opened.workspace.plans, asked.plan)
    year = _year(folder, asked.year)
    id_ = _id(opened, folder, year, asked.id)
    path = f"plan/{folder.id}/plan.yaml"
    folder, text = _as_held(opened, folder, path)
    view = next_year(opened.workspace, folder, year)
    made = _made(view, path, text)
    _prove(opened, id_, made)
    if not asked.dry_run:
        _write(opened.root / "plan" / id_, made.text)
    _tell(view, id_, made, dry_run=asked.dry_run)


def _year(folder: PlanFolder, asked: int | None) -> int:
    """The year after the plan's own, unless another later one is asked for."""
    own = folder.plan.document.year
    year = own + 1 if asked is None else asked
    if not own < year <= _LATEST:
        raise typer.BadParameter(
            f"năm {year} không ở sau năm của kế hoạch {folder.id} (năm {own}); "
            f"ghi --year {own + 1} hoặc năm sau nữa. {_UNCHANGED}"
        )
    return year


def _id(opened: Opened, folder: PlanFolder, year: int, asked: str | None) -> str:
    """The new folder's name: as asked, else from the old plan's symbol and the year; it must be free."""
    from kehoach_cli.model.folding import slug
    from kehoach_cli.model.rolling import next_id

    document = folder.plan.document
    id_ = next_id(document.number, folder.id, document.year, year) if asked is None else asked
    if not id_ or slug(id_) != id_:
        raise typer.BadParameter(
            f"mã {quoted(id_)} phải là chữ thường không dấu, chữ số, nối bằng gạch, ví dụ kh-ubnd-{year}. "
            f"{_UNCHANGED}"
        )
    if (opened.root / "plan" / id_).exists():
        raise typer.BadParameter(f"đã có thư mục plan/{id_}; thêm --id với mã khác. {_UNCHANGED}")
    return id_


def _as_held(opened: Opened, folder: PlanFolder, path: str) -> tuple[PlanFolder, str]:
    """The plan as it holds on the last day of its year, and the text that says so without amendments."""
    from datetime import date

    from kehoach_cli.model.amending import plan_on
    from kehoach_cli.store.amended_text import amended_text
    from kehoach_cli.store.decoding import decode

    text, _ = decode((opened.root / path).read_bytes())
    issued = folder.plan.as_issued
    if not issued.amendments:
        return folder, text
    held = plan_on(issued, date(issued.document.year, 12, 31))
    made = amended_text(text, issued, held)
    if made is None:
        raise _unreadable(path)
    return folder._replace(plan=held), made


def _made(view: NextYear, path: str, text: str) -> NextPlan:
    from kehoach_cli.render.next_year_text import head_lines
    from kehoach_cli.store.next_plan import next_plan

    edits = [_edit(step, view) for step in view.steps]
    made = next_plan(text, edits, head_lines(view), view.folder.plan.document.year)
    if made is None:
        raise _unreadable(path)
    return made


def _unreadable(path: str) -> typer.BadParameter:
    return typer.BadParameter(
        f"tệp {path} trình bày theo cách không sửa được từng chỗ (dấu ngoặc, dấu nháy qua nhiều dòng); "
        f"viết mỗi giá trị một dòng như tệp mẫu rồi chạy lại. {_UNCHANGED}"
    )


def _edit(step: Step, view: NextYear) -> Edit:
    """The change in the file that a step means."""
    from kehoach_cli.render.next_year_words import remark_of
    from kehoach_cli.store.plan_edits import Edit, Years

    remark, old = remark_of(step, view), view.folder.plan.document.year
    if step.kind in ("words", "text") and step.new:
        return Edit(step.path, None, Years(old, view.year), remark)
    if step.kind in ("timing", "year") and step.new:
        return Edit(step.path, None, Years(old, view.year, everywhere=True), remark)
    if (
        step.kind == "day" and step.new and step.old[5:] == step.new[0][5:]
    ):  # keeps 15/5/2025 as it is written
        years = Years(int(step.old[:4]), int(step.new[0][:4]), everywhere=True)
        return Edit(step.path, None, years, remark)
    return Edit(step.path, step.new, None, remark)


def _prove(opened: Opened, id_: str, made: NextPlan) -> None:
    """The workspace with the new file must be as much in order as without it."""
    from kehoach_cli.cli.opening import load_workspace, not_in_order
    from kehoach_cli.store.folder import DiskFolder
    from kehoach_cli.store.next_plan import Beside

    beside = Beside(DiskFolder(opened.root), f"plan/{id_}/plan.yaml", made.text.encode())
    loaded = load_workspace(opened.root, opened.as_of, folder=beside)
    if loaded.has_errors:
        sys.stderr.write(f"Tệp năm mới sẽ có lỗi. {_UNCHANGED}\n")
        raise not_in_order(loaded, opened.root)


def _write(folder: Path, text: str) -> None:
    from kehoach_cli.store.writing import make_directory, refusal_of

    try:
        make_directory(folder, {"plan.yaml": text})
    except OSError as error:
        raise typer.BadParameter(
            f"không tạo được {quoted(str(folder))}: {refusal_of(error)}. {_UNCHANGED}"
        ) from None


def _tell(view: NextYear, id_: str, made: NextPlan, *, dry_run: bool) -> None:
    """The list on stdout, for a file or a printer; what was written, and what to type next, on stderr."""
    from kehoach_cli.render.next_year_text import Placed, next_year_text

    file = f"plan/{id_}/plan.yaml"
    sys.stdout.write(next_year_text(view, Placed(file, made.lines, made.comments)))
    if any(step.kind == "ended" and not step.more for step in view.steps):
        again = "" if dry_run else f", xóa thư mục plan/{id_}"
        sys.stderr.write(
            f"Khai cơ quan kế thừa (successors) trong plan/agencies.yaml{again} rồi chạy lại "
            "thì các chỗ “chưa xác định cơ quan kế thừa” được thay tự động.\n"
        )
    if dry_run:
        told = f"Chưa ghi tệp nào; bỏ --dry-run để tạo {file}."
    else:
        told = f"Đã tạo {file}. Sửa xong các chỗ cần quyết định thì chạy: kehoach check"
    sys.stderr.write(f"{told}\n")
