"""Every template there is: its name, what it is for, and how it is filled to see whether it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kehoach_cli.model.office import Issuer
    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder, Workspace
    from kehoach_cli.queries.consolidation import Consolidation
    from kehoach_cli.queries.reminders import ReminderView


class Sample(NamedTuple):
    """What a template is tried with."""

    workspace: Workspace
    folder: PlanFolder
    deadline: Deadline
    view: Consolidation


class Known(NamedTuple):
    """A template that a command fills; `fill` does what the command does and drops the result."""

    name: str
    purpose: str
    fill: Callable[[Sample, Sequence[Path]], Any]


def _text(sample: Sample, folders: Sequence[Path], *, working: bool) -> None:
    from kehoach_cli.render.markdown import report_markdown

    for with_status in (False, True):
        report_markdown(sample.view, working=working, with_status=with_status, folders=folders)


def _page(sample: Sample, folders: Sequence[Path]) -> None:
    from kehoach_cli.render.html.report import html_report

    html_report(sample.view, working=False, with_status=True, folders=folders)


def _word(sample: Sample, folders: Sequence[Path], *, working: bool) -> None:
    from kehoach_cli.render.word import word_report

    for with_status in (True,) if working else (False, True):
        word_report(sample.view, working=working, with_status=with_status, folders=folders)


def _cover(sample: Sample, folders: Sequence[Path]) -> None:
    from kehoach_cli.render.word import word_cover

    word_cover(sample.view, folders)


def _lists(sample: Sample, folders: Sequence[Path]) -> None:
    from kehoach_cli.queries.status import status_view
    from kehoach_cli.render.status_table import status_forms
    from kehoach_cli.render.table import Origin

    origin = Origin(sample.view.paper.issuer, sample.view.as_of, tuple(folders))
    status_forms(status_view(sample.workspace, sample.view.as_of)).written("docx", origin)


def _issuer(sample: Sample) -> Issuer:
    found = sample.workspace.office.issuer_on(sample.view.as_of) if sample.workspace.office else None
    assert found is not None
    return found


def _reminders(sample: Sample) -> list[ReminderView]:
    """A letter of each stage; the ones that urge name a new day."""
    from datetime import timedelta

    from kehoach_cli.queries.reminders import reminder_view

    day = sample.view.as_of
    given = (sample.workspace, sample.folder, sample.deadline, day, _issuer(sample))
    limits = {"1": None, "2": day + timedelta(days=7), "3": day + timedelta(days=7)}
    return [reminder_view(*given, stage, limit) for stage, limit in limits.items()]


def _letter(sample: Sample, folders: Sequence[Path]) -> None:
    from kehoach_cli.render.word.letter import word_letter

    for view in _reminders(sample):
        word_letter(view, view.letter, folders)


def _outline(sample: Sample, folders: Sequence[Path]) -> None:
    from kehoach_cli.queries.forms import forms_view
    from kehoach_cli.render.word.outline import word_outline

    given = (sample.workspace, sample.folder, sample.deadline, sample.view.as_of, _issuer(sample))
    for view in forms_view(*given).forms[::4]:  # of each kind one is enough
        word_outline(view, folders)


def _messages(sample: Sample, folders: Sequence[Path]) -> None:
    from kehoach_cli.render.messages import messages

    for view in _reminders(sample):
        messages(view, folders, name_late=True)


KNOWN = (
    Known("bao-cao.docx", "dự thảo báo cáo tổng hợp, Word", lambda s, f: _word(s, f, working=False)),
    Known("bang-tong-hop.docx", "bảng tổng hợp nội bộ, Word", lambda s, f: _word(s, f, working=True)),
    Known("phieu-trinh.docx", "phiếu trình kèm dự thảo, Word", _cover),
    Known("cong-van.docx", "công văn yêu cầu báo cáo, đôn đốc, Word", _letter),
    Known("de-cuong.docx", "đề cương báo cáo gửi từng đơn vị, Word", _outline),
    Known("bang.docx", "bảng, danh sách của các lệnh khác, Word", _lists),
    Known("bao-cao.md.j2", "dự thảo báo cáo tổng hợp, Markdown", lambda s, f: _text(s, f, working=False)),
    Known("bang-tong-hop.md.j2", "bảng tổng hợp nội bộ, Markdown", lambda s, f: _text(s, f, working=True)),
    Known("bao-cao.html.j2", "trang HTML bọc ngoài báo cáo", _page),
    Known("nhan-tin.txt.j2", "tin nhắn gửi kèm công văn", _messages),
)
"""In the order in which they are shown."""

PARTIALS = {
    "_cau.md.j2": "câu về kết quả từng nhiệm vụ, dùng chung cho mọi dạng",
    "_ghi-chu.md.j2": "các ghi chú phải xử lý trước khi trình ký",
    "_nguon.md.j2": "nguồn của lời văn: báo cáo nào, số, ngày nào",
    "_the-thuc.md.j2": "phần đầu văn bản, nơi nhận, chữ ký",
    "_phu-luc-1.md.j2": "phụ lục số liệu; câu về số liệu, kinh phí",
    "_phu-luc-2.md.j2": "phụ lục kết quả theo cơ quan",
    "_phu-luc-3.md.j2": "phụ lục tình hình gửi báo cáo",
    "_phu-luc-nguon.md.j2": "Phụ lục nguồn thông tin, chỉ khi dùng --trace",
    "_bang-tong-hop.md.j2": "các phần của bảng tổng hợp",
}
"""What the templates above share, by name."""


def known_names() -> list[str]:
    """Of every template that an office can have of its own."""
    return [known.name for known in KNOWN] + [*PARTIALS]


def purpose_of(name: str) -> str | None:
    """What a template is for, in Vietnamese; None for one that no command uses."""
    return next((known.purpose for known in KNOWN if known.name == name), PARTIALS.get(name))
