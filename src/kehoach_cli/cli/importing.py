"""What `import` does: read the document, settle what it says, write the plan, tell what is open."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.opening import find_workspace, load_workspace, not_in_order
from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from kehoach_cli.intake.official.blocks import Source
    from kehoach_cli.model.imported import Imported
    from kehoach_cli.model.register import Register
    from kehoach_cli.render.import_text import Answer

_UNTOUCHED = "Không có tệp nào bị thay đổi."
_MISSING = "L020"  # a register that is not there yet is begun


class Call(NamedTuple):
    """What the person asks for; `issued` is the day of issue where the document prints none."""

    file: Path
    output: Path | None
    issued: date | None
    dry_run: bool
    as_json: bool
    directory: Path | None


class Desk(NamedTuple):
    """Where the plan will stand: the workspace (none is needed to read only) and the names it knows."""

    root: Path | None
    register: Register


def import_file(call: Call) -> bool:
    """False where the document cannot be read or has nothing of a plan; what came of it is told."""
    desk = _desk(call)
    source = _source(call.file)
    if source is None:
        return False
    answer = _answer(source, desk, call)
    if call.as_json:
        from kehoach_cli.render.import_text import answer_data
        from kehoach_cli.render.machine import json_text

        sys.stdout.write(json_text(answer_data(answer)))
        return True
    if answer.plan.is_empty:
        return _refuse(call.file, "L620")
    id_ = _plan_id(call, answer.plan, desk.root)
    if not call.dry_run and not _write(desk, id_, answer, source, call):
        return False
    _tell(desk, id_, answer, call)
    return True


def _desk(call: Call) -> Desk:
    """The workspace with its register in order; without one nothing can be written, only read."""
    from kehoach_cli.model.register import Register

    try:
        root = find_workspace(call.directory)
    except typer.BadParameter:
        if call.directory is not None or not (call.dry_run or call.as_json):
            raise
        return Desk(None, Register((), ()))
    from kehoach_cli.store.loading import AGENCIES

    loaded = load_workspace(root, date.min)
    wrong = tuple(p for p in loaded.problems if p.file == AGENCIES and p.severity == "error")
    if any(p.code != _MISSING for p in wrong):  # what is wrong in other plans stands in nobody's way
        raise not_in_order(loaded._replace(problems=wrong), root)
    return Desk(root, loaded.workspace.register)


def _source(file: Path) -> Source | None:
    """The document as it reads; a file that cannot be read is told."""
    from kehoach_cli.intake.guard import Unreadable
    from kehoach_cli.intake.official.opening import read_source
    from kehoach_cli.store.folder import DiskFolder
    from kehoach_cli.store.reading import reason_of

    try:
        raw = DiskFolder(Path.cwd()).read(str(file))
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "tên tệp có ký tự lạ"
        _refuse(file, "L621", reason=reason)
        return None
    try:
        return read_source(raw, file.name)
    except Unreadable as error:
        _refuse(file, error.code, **error.words)
        return None


def _refuse(file: Path, code: str, **words: str) -> bool:
    """A problem of the document as a whole, on stderr; always False."""
    from kehoach_cli.intake.telling import Telling
    from kehoach_cli.render.diagnostics import problems_text

    here = Path.cwd()
    telling = Telling(str(here / file))
    telling.add(code, **words)
    sys.stderr.write(f"{problems_text(telling.problems, here, here)}{_UNTOUCHED}\n")
    return False


def _answer(source: Source, desk: Desk, call: Call) -> Answer:
    """What the document says, and whom the register lacks for it."""
    from kehoach_cli.intake.official.settling import names_of, settle
    from kehoach_cli.intake.official.understanding import understand
    from kehoach_cli.model.newcomers import additions
    from kehoach_cli.model.wording import clean
    from kehoach_cli.render.import_text import Answer

    draft = understand(source, desk.register)
    plan = settle(draft, call.issued)
    issuer = plan.head.issuer or plan.head.title or ""
    added = additions(names_of(draft), desk.register, issuer)
    return Answer(clean(source.name), plan, added, source.unread)


def _plan_id(call: Call, plan: Imported, root: Path | None) -> str:
    """-o, else number and year (61-kh-ubnd-2025), else the file's name; a wrong call where it cannot be."""
    from kehoach_cli.model.folding import slug

    head = plan.head
    if call.output is None:
        said = f"{head.number} {head.issued.year if head.issued else ''}" if head.number else call.file.stem
        id_ = slug(said) or "ke-hoach"
    else:
        id_ = _named(call.output, root)
    if root is not None and os.path.lexists(root / "plan" / id_):
        raise typer.BadParameter(
            f"đã có thư mục plan/{id_}; kế hoạch đã có không bị ghi đè. "
            f"Muốn nhập thành bản khác thì thêm -o plan/TÊN-KHÁC. {_UNTOUCHED}"
        )
    return id_


def _named(output: Path, root: Path | None) -> str:
    """The plan's id that a person names: plan/ID from where they stand or from the workspace, or ID alone."""
    from kehoach_cli.model.folding import slug

    folder = (root or Path.cwd()) / "plan"
    parts = output.parts
    absolute = Path(os.path.abspath(output))  # noqa: PTH100  # `..` taken away, links left alone
    is_there = absolute.parent == folder or parts[:-1] in ((), ("plan",))
    if not is_there or not output.name:
        raise typer.BadParameter(
            f"{quoted(str(output))} không phải thư mục của một kế hoạch; viết -o plan/MÃ, ví dụ "
            f"-o plan/61-kh-ubnd-2025. {_UNTOUCHED}"
        )
    if slug(output.name) != output.name:
        raise typer.BadParameter(
            f"tên thư mục {quoted(output.name)} phải là chữ thường không dấu và số, nối bằng gạch; "
            f"ví dụ -o plan/{slug(output.name) or '61-kh-ubnd-2025'}. {_UNTOUCHED}"
        )
    return output.name


def _write(desk: Desk, id_: str, answer: Answer, source: Source, call: Call) -> bool:
    """Plan, text and register together; False where the register is laid out so that nothing can be added."""
    from kehoach_cli.store.plan_folder import Change, Meanwhile, put_plan, read_register
    from kehoach_cli.store.plan_text import plan_text
    from kehoach_cli.store.register_text import register_text
    from kehoach_cli.store.writing import refusal_of

    assert desk.root
    if answer.plan.head.issued is None:
        raise typer.BadParameter(
            f"văn bản không ghi ngày ban hành, kế hoạch thì phải có; thêm --issued NGÀY. {_UNTOUCHED}"
        )
    old, change = read_register(desk.root), None
    if any(answer.added) or old is None:
        new = register_text(old, answer.added, answer.file)
        if new is None:
            return _refuse(call.file, "L622")
        change = Change(old, new)
    files = {"plan.yaml": plan_text(answer.plan, answer.file, answer.unread), "source.md": source.text}
    try:
        put_plan(desk.root, id_, files, change)
    except (Meanwhile, FileExistsError):
        raise typer.BadParameter(f"thư mục plan vừa có người sửa; chạy lại lệnh. {_UNTOUCHED}") from None
    except OSError as error:
        folder = quoted(str(desk.root / "plan"))
        raise typer.BadParameter(f"không ghi được vào {folder}: {refusal_of(error)}. {_UNTOUCHED}") from None
    return True


def _tell(desk: Desk, id_: str, answer: Answer, call: Call) -> None:
    from kehoach_cli.render.diagnostics import shown_path
    from kehoach_cli.render.import_text import Put, answer_text

    here = Path.cwd()
    root = desk.root or here
    folder, register = (shown_path(root, f"plan/{name}", here) for name in (id_, "agencies.yaml"))
    shown = shown_path(root, ".", here)
    shown = f'"{shown}"' if " " in shown else shown
    from kehoach_cli.store.folder import find_root

    check = "kehoach check" if find_root(here) == root else f"kehoach check -C {shown}"
    sys.stdout.write(answer_text(answer, Put(folder, register, check, call.dry_run)))
