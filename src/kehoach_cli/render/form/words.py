"""The words of the report form: heads, the guide, what a cell says when it is chosen (office: 8.2, 8.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.model.days import print_day
from kehoach_cli.render.succession_words import names_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kehoach_cli.queries.forms import FormDuty, FormView

STATUS_ADVICE = (
    "Đang thực hiện: nhiệm vụ thường xuyên. Đã hoàn thành: chỉ khi không còn việc đến hết năm. "
    "Không phát sinh: đã rà soát, không có việc. "
    "Chưa triển khai, Tạm dừng, Không thuộc nhiệm vụ: nêu lý do ở cột Kết quả."
)
ONGOING = "Nên chọn: Đang thực hiện"
ROLES = {"lead": "Chủ trì", "coordinating": "Phối hợp", "organisation": "Thực hiện"}


def title(view: FormView) -> str:
    """«BIỂU MẪU BÁO CÁO CÔNG TÁC TRẺ EM 6 THÁNG ĐẦU NĂM 2025»."""
    return f"BIỂU MẪU BÁO CÁO {work(view).upper()} {view.period.name.upper()}"


def work(view: FormView) -> str:
    """«công tác trẻ em», else the plan itself."""
    return view.plan.subject or f"Kế hoạch số {view.plan.number}"


def reporter(view: FormView) -> str:
    """Who fills in the form."""
    return f"Đơn vị báo cáo: {view.agency_name}"


def attached(view: FormView) -> str:
    """The line that makes the form an appendix of the letter that brings it; the registry fills it in."""
    paper, blank = view.paper, " " * 6
    return (
        f"(Kèm theo Công văn số{blank}/{paper.symbol} ngày{blank}tháng{blank}năm {paper.year} "
        f"của {paper.issuer})"
    )


def limit(view: FormView) -> str:
    """«trước ngày 15/5/2025 (chậm nhất hết ngày 14/5/2025)»; whoever has an extension reads his own day."""
    last = f"chậm nhất hết ngày {print_day(view.last_day)}"
    if view.is_extended:
        return f"{last} (đã được gia hạn)"
    return f"trước ngày {print_day(view.limit)} ({last})" if view.is_before else last


def receiver(view: FormView) -> str:
    """«Văn phòng HĐND và UBND huyện»: as running text has it."""
    return view.receiver.replace(" & ", " và ")


def contact(view: FormView) -> str:
    """Whom to send to and to ask; empty where the Office named nobody."""
    if view.contact is None:
        return ""
    said = (view.contact.name, view.contact.title, view.contact.phone, view.contact.email)
    return ", ".join(filter(None, said))


def guide(view: FormView) -> Iterator[str]:
    """How to fill in the form, point by point."""
    to = f"{receiver(view)}, liên hệ {contact(view)}" if view.contact else receiver(view)
    yield "1. Chỉ điền vào ô nền vàng; các ô khác không sửa. Thiếu dòng thì chèn thêm giữa các dòng để trống."
    yield f"2. {_days(view)}"
    yield (
        "3. Không có việc hoặc vụ việc trong kỳ: chọn “Không phát sinh trong kỳ”; số liệu bằng không: ghi 0; "
        "chưa có số liệu: để trống và ghi lý do ở cột Ghi chú."
    )
    yield "4. Không ghi họ tên, địa chỉ, thông tin riêng của trẻ em."
    yield (
        "5. Nhiệm vụ thường xuyên trong năm chọn “Đang thực hiện”. Các nhiệm vụ không phát sinh mà không trả "
        "lời từng dòng: chọn một lần ở dòng “Các nhiệm vụ còn lại”."
    )
    yield f"6. Gửi tệp này kèm báo cáo bằng văn bản {limit(view)} về {to}."
    if view.taken_over:
        yield (
            "7. Báo cáo, số liệu gồm cả phần của các đơn vị trước sắp xếp: "
            f"{view.agency_name} kế thừa nhiệm vụ của {names_said(view.taken_over)}."
        )


def _days(view: FormView) -> str:
    cutoff, estimate = view.period.cutoff, view.period.estimate_until
    until = f"hết ngày {print_day(cutoff)}" if cutoff else "ngày ghi tại công văn gửi kèm"
    more = f"; số ước thực hiện tính đến hết ngày {print_day(estimate)}" if estimate else ""
    return f"Số liệu thực hiện tính đến {until}{more}."


def no_duties(view: FormView) -> str:
    """For whom the plan gives nothing of its own to do (office: 8.5)."""
    by = f" theo Mục {view.source}" if view.source else ""
    return (
        f"Kế hoạch không giao nhiệm vụ riêng cho {view.agency_name}; cơ quan vẫn phải báo cáo{by} "
        f"({limit(view)})."
    )


def no_figures(view: FormView) -> str:
    """In place of the table of figures."""
    return f"Kế hoạch không quy định chỉ tiêu số liệu đối với {view.agency_name}; không phải điền trang này."


def previous_note(view: FormView) -> str:
    """Where the answers of the earlier period come from; empty where there are none."""
    return f"(Cột “Kết quả kỳ trước”: theo báo cáo {view.earlier} của đơn vị.)" if view.earlier else ""


def part(duty: FormDuty) -> str:
    """Which of ROLES the duty is done as."""
    is_done = duty.group == "organisation" and duty.role == "lead"
    return "organisation" if is_done else duty.role


def file_title(view: FormView) -> str:
    """What the file's properties call it."""
    return f"Biểu mẫu báo cáo {view.period.name}, {view.agency_name}"
