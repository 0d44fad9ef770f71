"""What `issued` does once the workspace is open: what the document is, whether it can be so, the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach_cli.cli.issued_facts import STAGES, Facts, facts_of_file, facts_said, refused
from kehoach_cli.cli.opening import pick_deadline
from kehoach_cli.cli.values import quoted
from kehoach_cli.model.days import print_day
from kehoach_cli.model.folding import slug, squeeze
from kehoach_cli.render.table import one_line

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.cli.opening import Opened
    from kehoach_cli.model.issued import Issued
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder


class Said(NamedTuple):
    """What the person says about the document that went out."""

    file: Path | None
    number: str
    dated: date
    period: str | None
    report: bool
    stage: str | None
    agencies: tuple[str, ...]
    before: date | None
    plan: str | None


def record_issued(opened: Opened, said: Said) -> str:
    """Write the record and return what to tell the person; a wrong call changes nothing."""
    number = squeeze(one_line(said.number))
    if not any(c.isdigit() for c in slug(number)):
        raise refused(f"số {quoted(said.number)} không có chữ số nào; ghi số do văn thư cấp")
    facts = facts_of_file(opened, said) if said.file else facts_said(opened, said)
    folder, deadline = pick_deadline(opened.workspace._replace(plans=(facts.folder,)), facts.period)
    issued = _issued(facts, number, said.dated)
    _judge_days(issued, folder, opened.as_of)
    _judge_second(opened, folder, issued)
    file = _write(opened, folder, deadline, issued)
    return _told(opened, deadline, issued, file)


def _issued(facts: Facts, number: str, dated: date) -> Issued:
    from kehoach_cli.model.issued import Issued

    return Issued.model_validate(
        {
            "schema": "1",
            "document": facts.document,
            "period": facts.period,
            "number": number,
            "dated": dated,
            "stage": facts.stage,
            "before": facts.before,
            "agencies": tuple(a.name for a in facts.agencies),
        }
    )


def _judge_days(issued: Issued, folder: PlanFolder, as_of: date) -> None:
    """Days that cannot be in that order are slips of the hand."""
    dated, document = f"ngày ban hành {print_day(issued.dated)}", folder.plan.document
    if issued.dated > as_of:
        raise refused(f"{dated} ở sau ngày đang xét {print_day(as_of)}; kiểm tra ngày, hoặc thêm --as-of")
    if issued.dated < document.issued:
        raise refused(
            f"{dated} ở trước ngày ban hành Kế hoạch số {document.number} ({print_day(document.issued)}); "
            "kiểm tra lại ngày"
        )
    if issued.before and issued.before <= issued.dated:
        raise refused(f"hạn mới {print_day(issued.before)} không sau {dated}; kiểm tra lại hai ngày")


def _judge_second(opened: Opened, folder: PlanFolder, issued: Issued) -> None:
    """What is on record already: this number, the period's report, another number in _tong-hop.yaml."""
    from kehoach_cli.checks.issued_rules import against_summary, is_same_number
    from kehoach_cli.checks.report_rules import summary_file

    for other in opened.workspace.plans:
        for sent in other.sent:
            is_here = other is folder or sent.issued.dated != issued.dated
            if is_here and is_same_number(opened.workspace, sent.issued, issued):
                raise _second(opened, f"văn bản số {sent.issued.number}", sent.issued.dated, sent.file)
    if issued.document != "bao-cao":
        return
    for sent in folder.sent:
        if sent.issued.document == "bao-cao" and sent.issued.period == issued.period:
            what = f"báo cáo tổng hợp kỳ {issued.period}: số {sent.issued.number}"
            raise _second(opened, what, sent.issued.dated, sent.file)
    summary = folder.summaries.get(issued.period)
    if summary and (otherwise := against_summary(issued, summary)):
        file = _shown(opened, summary_file(folder, issued.period))
        raise refused(f"tệp {file} ghi khác: báo cáo tổng hợp {otherwise}; sửa một trong hai cho khớp")


def _second(opened: Opened, what: str, dated: date, file: str) -> typer.BadParameter:
    return refused(
        f"đã ghi nhận {what} ngày {print_day(dated)}; kehoach không ghi đè. "
        f"Nếu ghi nhầm thì sửa hoặc xóa tệp {_shown(opened, file)}"
    )


def _shown(opened: Opened, file: str) -> str:
    from kehoach_cli.render.diagnostics import shown_path

    return shown_path(opened.root, file, Path.cwd())


def _write(opened: Opened, folder: PlanFolder, deadline: Deadline, issued: Issued) -> str:
    """The new file's path in the workspace."""
    from kehoach_cli.render.sentences import period_name
    from kehoach_cli.store.issued_text import issued_text
    from kehoach_cli.store.layout import issued_path
    from kehoach_cli.store.writing import refusal_of, write_atomic

    file = issued_path(folder.id, issued.dated, issued.number)
    period = one_line(period_name(deadline, folder.plan.document))
    kind = f"Công văn {STAGES[issued.stage]}" if issued.stage else "Báo cáo tổng hợp"
    facts = {
        "document": issued.document,
        "period": issued.period,
        "number": issued.number,
        "dated": str(issued.dated),
        "stage": issued.stage or "",
        "before": str(issued.before or ""),
        "agencies": issued.agencies,
    }
    path = opened.root / file
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True)
        write_atomic(path, issued_text(facts, kind, period))
    except OSError as error:
        if isinstance(error, FileExistsError) and path.parent.is_dir():
            raise _second(opened, f"văn bản số {issued.number}", issued.dated, file) from None
        raise refused(f"không ghi được {quoted(_shown(opened, file))}: {refusal_of(error)}") from None
    return file


def _told(opened: Opened, deadline: Deadline, issued: Issued, file: str) -> str:
    """«Đã ghi nhận …» (office: 8.8, 8.14), the file, and what the record still lacks."""
    from kehoach_cli.queries.report_frame import short_addressee

    cited = f"số {issued.number} ngày {print_day(issued.dated)}"
    if issued.stage:
        what = f"Công văn {cited} ({STAGES[issued.stage]}, {len(issued.agencies)} cơ quan)"
    else:
        to = short_addressee(deadline, opened.workspace.register)
        what = f"Báo cáo {cited}" + (f" gửi {to}" if to else "")
    lines = [f"Đã ghi nhận {what}.", f"Tệp: {_shown(opened, file)}."]
    if "/" not in issued.number:
        lines.append(f"Số {quoted(issued.number)} chưa có ký hiệu; nếu thiếu thì xóa tệp trên rồi ghi lại.")
    if issued.stage in ("2", "3") and issued.before is None:
        lines.append("Chưa ghi hạn mới của công văn; nếu có, thêm dòng before vào tệp trên.")
    return "".join(f"{line}\n" for line in lines)
