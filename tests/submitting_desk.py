"""An office of plan 61 with figures, and its forms as agencies fill them in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from form_books import PLAN_61, FormBook
from kehoach_cli.queries.duties import parts_of
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.loading import load
from program import PLAN, Office, Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_cli.model.report import Report
    from kehoach_cli.model.workspace import Workspace

INDICATORS = """
indicators:
  - id: luot-tro-giup
    name: Số lượt trợ giúp pháp lý
    unit: lượt
    kind: count
    total: sum
    givers:
      - Phòng Tư pháp
  - id: ty-le-tro-giup
    name: Tỷ lệ được trợ giúp
    unit: "%"
    kind: rate
    total: none
    givers:
      - Phòng Tư pháp
  - id: so-gio
    name: Số giờ tuyên truyền
    unit: giờ
    kind: amount
    total: sum
    givers:
      - Phòng Tư pháp
  - id: tre-em
    name: Số trẻ em
    unit: em
    kind: count
    total: sum
    givers:
      - UBND các xã
"""
ASKED = (
    ("luot-tro-giup", "Số lượt trợ giúp pháp lý", "lượt"),
    ("ty-le-tro-giup", "Tỷ lệ được trợ giúp", "%"),
    ("so-gio", "Số giờ tuyên truyền", "giờ"),
)
FILE = "plan/61-kh-ubnd-2025/reports/6thang/{}.yaml"


class Desk:
    """The office, its forms, and one call of `submit` on 13/5/2025."""

    def __init__(self, root: Path) -> None:
        self.office = Office(root)
        self.root = root
        plan = self.office.file(PLAN)
        text = plan.read_text(encoding="utf-8").partition("\nindicators:\n")[0]  # the plan's last part
        plan.write_text(text + INDICATORS, encoding="utf-8")

    def workspace(self) -> Workspace:
        return load(DiskFolder(self.root), date(2025, 5, 13)).workspace

    def form(self, agency: str = "Phòng Tư pháp") -> FormBook:
        """The form of an agency as it went out, with its digests."""
        workspace = self.workspace()
        sender = workspace.register.find_agency(agency)
        assert sender is not None
        folder = next(p for p in workspace.plans if p.id == PLAN_61)
        duties = tuple(
            (task.ref, task.text, part.role)
            for task in (*folder.plan.tasks, *folder.plan.organisation)
            for part in parts_of(task, workspace.register, sender)
            if part.certain
        )
        return FormBook(sender.name, sender.id, duties, ASKED if sender.id == "phong-tu-phap" else ())

    def answered(self) -> FormBook:
        """The form of Phòng Tư pháp with the least that is an answer."""
        form = self.form()
        form.answer("II.6", "Đang thực hiện", "Đã trợ giúp 12 lượt.")
        form.rest()
        return form

    def submit(self, *forms: FormBook | bytes | str, options: tuple[str, ...] = ()) -> Outcome:
        """The forms as a.xlsx, b.xlsx … (or files by their names) given to the program."""
        names = []
        for letter, form in zip("abcdefgh", forms, strict=False):
            if isinstance(form, str):
                names.append(form)
                continue
            raw = form.raw() if isinstance(form, FormBook) else form
            (self.root / f"{letter}.xlsx").write_bytes(raw)
            names.append(f"{letter}.xlsx")
        return self.office.run("submit", *names, *options, as_of="2025-05-13")

    def report(self, agency: str = "phong-tu-phap") -> Report:
        """The report as the program reads it; the workspace is in order."""
        found = load(DiskFolder(self.root), date(2025, 6, 30))
        assert found.problems == ()
        [report] = [
            f.report for p in found.workspace.plans for f in p.reports if f.file.endswith(f"/{agency}.yaml")
        ]
        return report

    def data(self, agency: str = "phong-tu-phap") -> dict[str, object]:
        """What the report says beside who and when."""
        dumped = self.report(agency).model_dump(
            mode="json", exclude={"schema_", "agency", "period", "received", "origin"}, exclude_defaults=True
        )
        return dict(dumped)

    def plan_files(self) -> dict[str, str]:
        return {name: text for name, text in self._files() if name.startswith("plan/")}

    def _files(self) -> list[tuple[str, str]]:
        found = sorted(self.root.glob("plan/**/*"))
        return [
            (p.relative_to(self.root).as_posix(), p.read_text(encoding="utf-8")) for p in found if p.is_file()
        ]
