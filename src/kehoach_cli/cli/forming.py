"""What `form` does once the call is understood: whose forms, under which names, all of them or none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

import typer

from kehoach_cli.cli.answering import Overwriting, check_free, ending, write_all, write_new
from kehoach_cli.cli.demonstrating import named
from kehoach_cli.cli.issuing import issuer_of, stop
from kehoach_cli.cli.opening import Opened, pick_agency, pick_deadline
from kehoach_cli.cli.receiver import receiver_words
from kehoach_cli.cli.values import quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kehoach_cli.model.agencies import Agency
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.queries.forms import FormsView, FormView

_KINDS = {"xlsx": ("Bieu-mau", "biểu mẫu"), "docx": ("De-cuong", "đề cương báo cáo")}
_LONGEST_NAME = 60  # characters of the agency's name in a file's name


class Asked(NamedTuple):
    """What the person asked for."""

    period: str
    agency: str | None
    everybody: bool
    format: str | None
    output: Path | None
    over: Overwriting

    def judge(self) -> None:
        """What can be seen to be wrong before anything is read."""
        self.over.judge()
        if (self.agency is None) != self.everybody:
            raise _refused("ghi một trong hai: --agency TÊN (một cơ quan) hoặc --all (mọi cơ quan)")
        if self.output is None:
            where = "-o THƯ_MỤC để ghi các tệp vào đó" if self.everybody else "-o TỆP.xlsx hoặc -o TỆP.docx"
            raise _refused(f"kết quả phải ghi vào tệp; thêm {where}")
        if self.everybody and os.path.isfile(self.output):  # noqa: PTH113  # answers for every path
            raise _refused(f"{quoted(str(self.output))} là tệp; với --all, -o phải là thư mục")
        if not self.everybody and self.format and self.output.suffix.lower() != f".{self.format}":
            raise _refused(f"tệp {quoted(self.output.name)} không hợp với --format {self.format}")

    def kind(self) -> str:
        """Which file is wanted: xlsx or docx."""
        if self.format or self.everybody or self.output is None:
            return self.format or "xlsx"
        return ending(self.output, {".xlsx": "xlsx", ".docx": "docx"})


def write_forms(opened: Opened, asked: Asked) -> str:
    """Write the form or forms and return what to tell the person; a wrong call changes nothing."""
    from kehoach_cli.queries.forms import forms_view

    kind = asked.kind()
    folder, deadline = pick_deadline(opened.workspace, asked.period)
    agency = pick_agency(opened.workspace, asked.agency) if asked.agency is not None else None
    issuer = issuer_of(opened, deadline)
    if agency is not None:
        _judge_agency(opened, deadline, agency)
    view = forms_view(opened.workspace, folder, deadline, opened.as_of, issuer, agency)
    if not view.forms:
        raise _refused(_nobody(view, deadline))
    make = _maker(opened, kind)
    output = asked.output
    assert output is not None
    if agency is not None:
        output = named(opened, output)
        _judge_taken(output, asked.over)
        write_new(output, make(view.forms[0]), asked.over)
    else:
        names = [named(opened, output / file_name(f, kind, len(view.forms))).name for f in view.forms]
        for name in names:
            _judge_taken(output / name, asked.over)
        files = {name: make(form) for name, form in zip(names, view.forms, strict=True)}
        write_all(output, files, asked.over)
    told = [*_told(view, asked._replace(output=output), kind), *receiver_words(opened, deadline)]
    return "".join(f"{line}\n" for line in told)


def _refused(why: str) -> typer.BadParameter:
    return typer.BadParameter(f"{why}. Không có tệp nào bị thay đổi.")


def _judge_agency(opened: Opened, deadline: Deadline, agency: Agency) -> None:
    """Whoever reports, and the consolidating agency, which may have a report of its own."""
    from kehoach_cli.cli.senders import objection

    why = objection(opened, deadline, agency, min(opened.as_of, deadline.last_day))
    if why is not None:
        raise _refused(why)


def _nobody(view: FormsView, deadline: Deadline) -> str:
    if len(view.ended) == 1:
        return f"{view.ended[0]} đã kết thúc hoạt động, chưa xác định cơ quan kế thừa"
    if len(view.exempt) == 1:
        name, reason = view.exempt[0]
        return f"{name} không phải báo cáo kỳ này ({deadline.period}): {reason.rstrip('.')}"
    return f"không có cơ quan nào phải báo cáo kỳ này ({deadline.period})"


def _maker(opened: Opened, kind: str) -> Callable[[FormView], bytes]:
    """Makes a form's bytes; a fault in the office's template ends the command."""
    if kind == "xlsx":
        from kehoach_cli.render.form.workbook import form_workbook

        return form_workbook
    from kehoach_cli.render.templates import TemplateFault
    from kehoach_cli.render.word.outline import word_outline
    from kehoach_cli.store.packaged import packaged_templates

    folders = [f for f in (opened.root / "templates", packaged_templates()) if f.is_dir()]

    def outline(form: FormView) -> bytes:
        try:
            return word_outline(form, folders).content
        except TemplateFault as fault:
            raise stop(f"{fault}") from None

    return outline


def _judge_taken(file: Path, over: Overwriting) -> None:
    """A form that an agency filled in may lie under the same name: --force alone does not wipe it out."""
    if os.path.isdir(file):  # noqa: PTH112  # answers for every path; the writer refuses it
        return
    check_free(file, over)
    if over.edited or file.suffix.lower() != ".xlsx" or not os.path.lexists(file):
        return
    from kehoach_cli.render.word.stamp import is_untouched

    if not is_untouched(file):
        raise _refused(
            f"tệp {quoted(str(file))} đã có người điền, sửa từ khi tạo (hoặc không do kehoach tạo); "
            "ghi vào chỗ khác, hoặc thêm --overwrite-edited nếu chắc chắn bỏ tệp đó"
        )


def file_name(form: FormView, kind: str, count: int) -> str:
    """«Bieu-mau_6thang-2025_05_Phong-Tu-phap.xlsx»: without marks, so that every program passes it on."""
    number = f"{form.number:0{max(2, len(str(count)))}d}"
    name = _plain(form.agency_name) or _plain(form.agency)
    return f"{_KINDS[kind][0]}_{form.period.id}-{form.plan.year}_{number}_{name}.{kind}"


def _plain(text: str) -> str:
    """ASCII letters and digits joined by hyphens, capitals kept."""
    flat = normalize("NFD", text.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    words = "".join(c if c.isalnum() else " " for c in flat).split()
    return "-".join(words)[:_LONGEST_NAME].strip("-")


def _told(view: FormsView, asked: Asked, kind: str) -> list[str]:
    """How many forms lie where, who got none and why, and what the forms still lack."""
    first, what = view.forms[0], _KINDS[kind][1]
    where, period = quoted(str(asked.output))[1:-1], first.period.name
    if asked.everybody:
        lines = [f"Đã tạo {len(view.forms)} {what} trong thư mục {where} (báo cáo {period})."]
    else:
        about = what.removesuffix(" báo cáo")
        lines = [f"Đã tạo {where}: {about} báo cáo {period} của {first.agency_name}."]
    if view.exempt:
        left = "; ".join(f"{name} ({reason.rstrip('.')})" for name, reason in view.exempt)
        lines.append(f"Không lập cho {len(view.exempt)} cơ quan không phải báo cáo kỳ này: {left}.")
    if view.ended:
        lines.append(
            f"Không lập cho {len(view.ended)} cơ quan đã kết thúc hoạt động, chưa xác định cơ quan kế thừa: "
            f"{'; '.join(view.ended)}."
        )
    if first.period.cutoff is None:
        lines.append("Chưa khai ngày chốt số liệu của kỳ này (cutoff); biểu mẫu ghi theo công văn gửi kèm.")
    if first.contact is None:
        lines.append(
            "Chưa khai đầu mối liên hệ (contacts trong office.yaml); biểu mẫu không ghi nơi liên hệ."
        )
    return lines
