"""The YAML of a plan taken from its document: every clause with its place, what is open as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day
from kehoach_cli.model.imported import UNKNOWN
from kehoach_cli.store.report_file import folded, text_lines
from kehoach_cli.store.report_text import scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kehoach_cli.model.imported import Head, Imported, Limit, Task

_WIDTH = 100
_REMARK = "   # "

# Words stand behind two signs where lines to fill in follow them: see report_text.
_HEAD = """\
schema: 1
# {title}
#
# kehoach lấy từ tệp {file}; người phụ trách đối chiếu với văn bản trước khi dùng.
# Văn bản gốc, đúng từng chữ: source.md.
#   - «đoạn 12», «dòng 30», «bảng 1, hàng 5» sau dấu # là chỗ trong tệp {file} mà mục đó được lấy.
#   - Chỗ nào ghi CHƯA RÕ thì văn bản không nói, hoặc nói mà chương trình chưa hiểu: tìm “CHƯA RÕ” rồi xử lý.
#   - Sau «>-» là một đoạn văn dài; xuống dòng chỉ để dễ đọc, khi dùng các dòng nối thành một.
#   - Các dòng thụt vào bằng dấu cách, thẳng cột với dòng cùng loại; không dùng phím Tab.
#   - Mỗi tên cơ quan một dòng, đúng như in; tên nào cũng phải có trong agencies.yaml.

version: 1
"""

_TASKS = """\
# NHIỆM VỤ ({count})
#
#   ref           mục, khoản của kế hoạch
#   text          nội dung, đúng từng chữ như kế hoạch
#   lead          cơ quan chủ trì
#   optional      cơ quan chủ trì chỉ tính khi có («nếu có»)
#   coordinating  cơ quan phối hợp
#   timing        thời gian thực hiện, đúng lời kế hoạch
#   short         tên ngắn dùng trong bảng và tiêu đề: Văn phòng tự đặt, thêm dưới dòng ref khi cần
"""

_ORGANISATION = """\
# TỔ CHỨC THỰC HIỆN ({count}): lead là cơ quan được khoản đó giao việc
"""

_DEADLINES = """\
# HẠN BÁO CÁO ({count})
#
#   before      «trước ngày»: ngày cuối đúng hạn là ngày liền trước; «chậm nhất ngày» thì dùng by
#   reporters   cơ quan, nhóm phải báo cáo
#   receiver    nơi nhận báo cáo
"""

_LEFT = """\
# CHƯA RÕ: {count} chỗ có vẻ giao việc hoặc đặt hạn mà chương trình chưa hiểu.
# Nhiệm vụ nào thật thì ghi thêm vào tasks hoặc organisation ở trên; xem xong thì xóa dòng ở đây.
#
"""


def plan_text(plan: Imported, file: str, unread: Sequence[str] = ()) -> str:
    """The file of a plan; `file` is the name of the document it was taken from. Texts are clean single lines.

    `unread` tells what of the document could not be read.

    `plan.head.issued` and `year` must be known: no file can do without them.
    """
    lines = [*_unread(unread), *_document(plan.head)]
    lines += _section("tasks", _TASKS, plan.tasks)
    if plan.organisation:
        lines += _section("organisation", _ORGANISATION, plan.organisation)
    lines += _deadlines(plan)
    lines += _left(plan)
    return _HEAD.format(title=_title(plan.head), file=file) + "".join(f"{line}\n" for line in lines)


def _unread(unread: Sequence[str]) -> Iterator[str]:
    if unread:
        yield from (
            "",
            f"# KHÔNG ĐỌC ĐƯỢC: {len(unread)} chỗ; xem trong tệp gốc rồi nhập tay phần còn thiếu.",
        )
    for what in unread:
        yield from _remark(what, "#   - ", "#     ")


def _title(head: Head) -> str:
    number = f" SỐ {head.number}" if head.number else ""
    day = f" NGÀY {print_day(head.issued)}" if head.issued else ""
    return f"KẾ HOẠCH{number}{day}{' CỦA ' + head.issuer.upper() if head.issuer else ''}"


def _document(head: Head) -> Iterator[str]:
    """The keys of the document in the order of the record."""
    yield from ("", "document:")
    yield _needed("number", head.number, "văn bản không ghi số, ký hiệu")
    assert head.issued
    yield f"  issued: {head.issued.isoformat()}"
    said = "" if head.year_is_titled else ", theo ngày ban hành; sửa nếu kế hoạch là của năm khác"
    yield f"  year: {head.year}{_REMARK}«trong năm» là năm này{said}"
    printed = f"{_REMARK}bản in: {head.letterhead}" if head.letterhead else ""
    yield _needed("issuer", head.issuer, "văn bản không ghi cơ quan ban hành") + printed
    if head.place:
        yield f"  place: {scalar(head.place)}"
    if head.title:
        yield from text_lines("  title: ", head.title, "    ")
    else:
        yield _needed("title", None, "văn bản không có trích yếu")
    if head.basis:
        yield f"  basis:{_REMARK}văn bản làm căn cứ, đúng như in"
        for basis in head.basis:
            yield from text_lines("    - as_printed: ", basis, "        ")
    if head.recipients:
        yield f"  recipients:{_REMARK}Nơi nhận, mỗi dòng một nơi như in"
        yield from _items(head.recipients, "    ")
    if head.signature:
        yield from ("  signature:", "    lines:", *_items(head.signature, "      "))
        if head.signer:
            yield f"    name: {scalar(head.signer)}"


def _needed(key: str, value: str | None, why: str) -> str:
    """A key that the file cannot lack."""
    if value:
        return f"  {key}: {scalar(value)}"
    return f"  {key}: {UNKNOWN}{_REMARK}{why}; ghi vào đây"


def _items(texts: Iterable[str], indent: str) -> Iterator[str]:
    for text in texts:
        yield from text_lines(f"{indent}- ", text, f"{indent}    ")


def _section(key: str, words: str, tasks: Sequence[Task]) -> Iterator[str]:
    yield from ("", *words.format(count=len(tasks)).splitlines(), "")
    if not tasks:
        yield f"{key}: []{_REMARK}{UNKNOWN}: không thấy nhiệm vụ nào trong văn bản"
        return
    yield f"{key}:"
    group = None
    for number, task in enumerate(tasks):
        if number:
            yield ""
        if task.group and task.group != group:
            yield from _remark(task.group, "  # ")
        group = task.group
        yield from _task(task)


def _task(task: Task) -> Iterator[str]:
    printed = f"; bản in: {task.printed}, đặt số khác vì đã có mục cùng số" if task.printed else ""
    yield f"  - ref: {scalar(task.ref)}{_REMARK}{task.place}{printed}"
    yield from text_lines("    text: ", task.text, "      ")
    if task.lead:
        yield from ("    lead:", *_items(task.lead, "      "))
    else:
        yield f"    open: true{_REMARK}{UNKNOWN} ai chủ trì; khi biết thì thay dòng này bằng lead"
    for key, names in (("optional", task.optional), ("coordinating", task.coordinating)):
        if names:
            yield from (f"    {key}:", *_items(names, "      "))
    if task.timing:
        yield from text_lines("    timing: ", task.timing, "      ")


def _deadlines(plan: Imported) -> Iterator[str]:
    """Those that count, then those that a person must settle, behind # signs that can be taken off."""
    if not plan.limits:
        return
    yield from ("", *_DEADLINES.format(count=len(plan.deadlines)).splitlines(), "")
    head = "deadlines:"
    if plan.deadlines:
        yield head
    for number, limit in enumerate(plan.deadlines):
        if number:
            yield ""
        yield from _limit(limit)
    if not plan.open_limits:
        return
    if plan.deadlines:
        yield ""
    else:
        yield from _remark(
            "Hạn nào dưới đây dùng được thì bỏ dấu # ở đầu dòng deadlines và ở đầu các dòng của hạn đó.",
            "## ",
        )
        yield f"# {head}"
    said = None
    for limit in plan.open_limits:
        likely = "Dưới đây là lần đầu sau khi ban hành, kiểm tra rồi mới dùng. " if limit.is_likely else ""
        if said != (said := f"{UNKNOWN} ({limit.place}): {limit.why}. {likely}Văn bản: “{limit.text}”"):
            yield from _remark(said, "## ")
        yield from _open_limit(limit)


def _limit(limit: Limit) -> Iterator[str]:
    yield f"  - period: {limit.period}{_REMARK}{limit.place}"
    if limit.label:
        yield f"    label: {scalar(limit.label)}"
    yield from _days(limit.before, limit.by)
    if limit.reporters:
        yield from ("    reporters:", *_items(limit.reporters, "      "))
    else:
        yield f"    # reporters:{_REMARK}{UNKNOWN}: văn bản không nêu ai phải báo cáo; bỏ dấu # rồi ghi tên"
        yield "    #   - …"
    if limit.receiver:
        yield from text_lines("    receiver: ", limit.receiver, "      ")


def _days(before: date | None, by: date | None) -> Iterator[str]:
    if before or by:
        yield f"    before: {before.isoformat()}" if before else f"    by: {by.isoformat() if by else ''}"


def _open_limit(limit: Limit) -> Iterator[str]:
    """Lines to fill in and to take the signs off."""
    likely = limit._replace(period=limit.period or "…")
    lines = [*_limit(likely)]
    if not (limit.before or limit.by):
        lines.insert(1, "    before: …")
    for line in lines:
        if not line.lstrip().startswith("#"):
            yield f"# {line}"


def _left(plan: Imported) -> Iterator[str]:
    if not plan.left:
        return
    yield from ("", *_LEFT.format(count=len(plan.left)).splitlines())
    for left in plan.left:
        yield from _remark(f"{left.place} ({left.why}): “{left.text}”", "#   - ", "#     ")


def _remark(text: str, begin: str, further: str = "") -> Iterator[str]:
    """A comment over as many lines as it needs."""
    further = further or begin
    for number, line in enumerate(folded(text, _WIDTH - len(begin))):
        yield (further if number else begin) + line
