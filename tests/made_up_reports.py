"""Made-up reports on plan 61, and what a reader sees of their consolidation; every figure is invented."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from kehoach_cli.model.report import Report, Summary
from kehoach_cli.model.workspace import Filed, Workspace
from kehoach_cli.queries.consolidation import Consolidation, consolidation, issuer_for
from kehoach_cli.render.markdown import Rendered, report_markdown
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.loading import load
from kehoach_cli.store.packaged import packaged_templates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it.token import Token

    from kehoach_cli.model.plan import Deadline
    from kehoach_cli.model.workspace import PlanFolder
    from kehoach_cli.queries.naming import Naming

ROOT = Path(__file__).resolve().parents[1]
AS_OF = date(2025, 5, 20)
Node = dict[str, Any]


@cache
def plan_61() -> Workspace:
    """The workspace of the project itself, without whatever reports lie in it."""
    workspace = load(DiskFolder(ROOT), AS_OF).workspace
    (folder,) = workspace.plans
    return workspace._replace(plans=(folder._replace(reports=(), summaries={}),))


def view_of(
    reports: Mapping[str, Node],
    summary: Node | None = None,
    *,
    as_of: date = AS_OF,
    period: str = "6thang",
    **deadline: Any,  # noqa: ANN401
) -> Consolidation:
    """The view of plan 61 with reports by agency id; `deadline` replaces fields of the deadline."""
    folder, found = six_months(reports, summary, period=period, **deadline)
    workspace = plan_61()._replace(plans=(folder,))
    issuer = issuer_for(workspace.office, found, as_of)
    assert issuer is not None
    return consolidation(workspace, folder, found, as_of, issuer)


def six_months(
    reports: Mapping[str, Node],
    summary: Node | None = None,
    *,
    period: str = "6thang",
    **deadline: Any,  # noqa: ANN401
) -> tuple[PlanFolder, Deadline]:
    """The plan with the reports laid in, and the deadline."""
    blank = {"schema": "1", "period": period}
    received = {"received": "2025-05-12"}
    filed = tuple(
        Filed(f"{agency}.yaml", Report.model_validate(blank | received | {"agency": agency} | report))
        for agency, report in reports.items()
    )
    summaries = {period: Summary.model_validate(blank | summary)} if summary is not None else {}
    (folder,) = plan_61().plans
    found = folder.plan.deadline(period)
    assert found is not None
    return folder._replace(reports=filed, summaries=summaries), found.model_copy(update=deadline)


def answer(ref: str, status: str = "đang thực hiện", result: str | None = None, **more: Any) -> Node:  # noqa: ANN401
    """A report that answers one task."""
    return {"tasks": [{"ref": ref, "status": status, **({"result": result} if result else {})}], **more}


def rendered(view: Consolidation, *, working: bool = False, with_status: bool = False) -> Rendered:
    return report_markdown(view, working=working, with_status=with_status, folders=[packaged_templates()])


def draft(view: Consolidation) -> str:
    return rendered(view).text


def working(view: Consolidation) -> str:
    return rendered(view, working=True).text


def under(text: str, heading: str) -> list[str]:
    """The paragraphs below a heading that begins so, up to the next heading."""
    body = text.split(f"\n{heading}", 1)[1].split("\n", 1)[1]
    return [p for p in re.split(r"\n#+ ", body, maxsplit=1)[0].strip().split("\n\n") if p]


def visible(markdown: str) -> list[str]:
    """What a reader sees, a text for every paragraph, item, heading and cell."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found = []
    for token in parser.parse(markdown):
        assert token.type != "html_block", token.content
        if token.type in ("fence", "code_block"):
            found.append(token.content)
        if token.type == "inline":
            found.append("".join(map(_shown, token.children or [])))
    return found


def _shown(token: Token) -> str:
    if token.type == "html_inline":
        assert token.content == "<br>"
        return "\n"
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    assert token.type in ("text", "text_special", "strong_open", "strong_close", "em_open", "em_close"), token
    return token.content


def named(namings: tuple[Naming, ...]) -> str:
    return "; ".join(f"{n.head}: {', '.join(n.ends)}" if n.ends else n.head for n in namings)


POLICE = [f"cong-an-xa-son-{c}" for c in ("mua", "dung", "lien", "bua", "tan", "mau", "tinh", "long", "lap")]
COMMUNES = [f"ubnd-xa-son-{c}" for c in ("mua", "dung", "lien", "bua", "tan", "mau", "tinh", "long", "lap")]

REPORTS: dict[str, Node] = {
    "van-phong": {
        "received": "2025-05-14",
        "tasks": [
            {
                "ref": "II.12",
                "status": "đang thực hiện",
                "result": "Vận động được 12 triệu đồng (số liệu minh họa).",
            },
            {"ref": "IV.1", "status": "đang thực hiện", "result": "Đã có 01 công văn hướng dẫn các xã."},
        ],
    },
    "trung-tam-y-te": {
        "number": "45/BC-TTYT",
        "dated": "2025-05-13",
        "received": "2025-05-14",
        "directives": [
            "Kế hoạch số 12/KH-TTYT ngày 20/4/2025 về phòng, chống suy dinh dưỡng trẻ em.",
            "Tổ chức 01 hội nghị triển khai nhiệm vụ với cán bộ các trạm y tế xã.",
            "Hướng dẫn các trạm y tế xã rà soát trẻ em trong độ tuổi tiêm chủng.",
        ],
        "tasks": [
            {
                "ref": "II.1",
                "status": "đang thực hiện",
                "result": "Tham mưu lồng ghép mục tiêu về trẻ em vào kế hoạch y tế năm 2025.\n"
                "Kết quả cụ thể:\n- Cân, đo 900 trẻ em dưới 5 tuổi;\n- Tư vấn dinh dưỡng cho 300 bà mẹ.",
            },
            {
                "ref": "II.2",
                "status": "đang thực hiện",
                "result": "Truyền thông 18 buổi, 1.200 lượt người nghe./.",
            },
            {
                "ref": "II.5",
                "status": "đang thực hiện",
                "result": "Tiêm chủng đầy đủ cho 210/230 trẻ em dưới 1 tuổi",
            },
            {
                "ref": "II.9",
                "status": "chưa triển khai",
                "result": "Tháng hành động vì trẻ em tổ chức trong tháng 6.",
                "expected": "từ ngày 01/6/2025",
            },
            {"ref": "II.10", "status": "tạm dừng", "result": "Chờ kế hoạch kiểm tra liên ngành của huyện"},
            {"ref": "II.11", "status": "đã hoàn thành"},
            {"ref": "II.13", "status": "đang thực hiện", "result": "Đang xây dựng báo cáo sơ kết."},
        ],
        "difficulties": [
            {
                "text": "Địa bàn rộng, đi lại khó khăn trong mùa mưa.",
                "cause": "Đường liên thôn ở một số xã chưa được bê tông hóa.",
            },
            {"text": "Thiếu nhân viên công tác xã hội ở cấp xã"},
        ],
        "next": [
            "Tổ chức Tháng hành động vì trẻ em năm 2025.",
            "Tiêm chủng bổ sung cho trẻ em chưa tiêm đủ mũi.",
        ],
        "proposals": [
            {"text": "Hỗ trợ tài liệu truyền thông bằng tiếng dân tộc Ca Dong.", "to": "Sở Y tế"},
            {"text": "Bố trí kinh phí tập huấn cho cộng tác viên", "to": "UBND huyện"},
        ],
    },
    "phong-giao-duc-va-dao-tao": {
        "number": "102/BC-PGDĐT",
        "dated": "2025-05-14",
        "received": "2025-05-14",
        "directives": ["Kế hoạch số 30/KH-PGDĐT ngày 22/4/2025", "Công văn số 215/PGDĐT ngày 05/5/2025"],
        "tasks": [
            {
                "ref": "II.4",
                "status": "đang thực hiện",
                "result": "Vận động 14 học sinh có nguy cơ bỏ học trở lại lớp.\n\nKhông có vụ bạo lực học đường.",
            },
            {"ref": "II.2", "status": "đang thực hiện", "result": "Lồng ghép kỹ năng sống vào 120 tiết học."},
            {"ref": "IV.3", "status": "đã hoàn thành", "result": "Đã ban hành kế hoạch năm 2025 của ngành."},
        ],
        "rest": "không phát sinh",
        "proposals": [{"text": "Tăng biên chế tư vấn học đường.", "to": "Sở Giáo dục và Đào tạo"}],
    },
    "phong-van-hoa-khoa-hoc-va-thong-tin": {
        "number": "20/BC-VHKHTT",
        "dated": "2025-05-15",
        "received": "2025-05-15",
        "draft": "true",
        "tasks": [
            {
                "ref": "II.7",
                "status": "đang thực hiện",
                "result": "Kiểm tra 03 cơ sở văn hóa; không phát hiện vi phạm.",
            },
            {"ref": "II.9", "status": "đang thực hiện", "result": "Xây dựng kịch bản Ngày hội tuổi thơ."},
        ],
    },
    "phong-tu-phap": {
        "number": "08/BC-TP",
        "dated": "2025-05-12",
        "received": "2025-05-13",
        "rest": "không phát sinh",
    },
    "phong-noi-vu": {"number": "15/BC-NV", "dated": "2025-05-13", "received": "2025-05-14"},
    "phong-dan-toc-va-ton-giao": {
        "number": "11/BC-DTTG",
        "dated": "2025-05-10",
        "received": "2025-05-12",
        "tasks": [
            {"ref": "IV.3", "status": "không thuộc nhiệm vụ", "result": "Nhiệm vụ đã chuyển đơn vị khác."}
        ],
    },
    "huyen-doan": {
        "number": "12-BC/HĐTN",
        "dated": "2025-05-09",
        "received": "2025-05-12",
        "tasks": [{"ref": "II.8", "status": "chưa triển khai"}],
        "rest": "không phát sinh",
    },
    "ubnd-xa-son-mua": {
        "number": "31/BC-UBND",
        "dated": "2025-05-12",
        "received": "2025-05-13",
        "covers": ["Công an xã Sơn Mùa"],
        "directives": ["Kế hoạch số 09/KH-UBND ngày 25/4/2025"],
        "tasks": [
            {
                "ref": "II.2",
                "status": "đang thực hiện",
                "result": "Phát thanh 12 buổi trên Đài Truyền thanh xã.",
            },
            {
                "ref": "II.3",
                "status": "đang thực hiện",
                "result": "Công an xã gặp gỡ, tuyên truyền tại 04 thôn.",
            },
            {"ref": "IV.5", "status": "đã hoàn thành", "result": "Ban hành kế hoạch của xã."},
        ],
        "rest": "không phát sinh",
        "difficulties": [{"text": "Thiếu nhân viên công tác xã hội ở cấp xã"}],
    },
    "ubnd-xa-son-bua": {
        "number": "18/BC-UBND",
        "dated": "2025-05-13",
        "received": "2025-05-14",
        "returned": {"date": "2025-05-16", "reason": "Thiếu số liệu trẻ em có hoàn cảnh đặc biệt."},
        "tasks": [
            {"ref": "II.5", "status": "đang thực hiện", "result": "Đã lập danh sách trẻ em cần trợ giúp."}
        ],
    },
    "ubnd-xa-son-long": {
        "number": "27/BC-UBND",
        "dated": "2025-05-16",
        "received": "2025-05-17",
        "tasks": [
            {"ref": "II.1", "status": "đang thực hiện", "result": "Rà soát, lập danh sách trẻ em trong xã."}
        ],
        "rest": "không phát sinh",
        "next": ["Tổ chức Tết Trung thu cho trẻ em."],
    },
    "cong-an-xa-son-dung": {"number": "05/BC-CAX", "received": "2025-05-13", "rest": "không phát sinh"},
    "cong-an-xa-son-lien": {"number": "07/BC-CAX", "received": "2025-05-13", "rest": "không phát sinh"},
}

SUMMARY: Node = {
    "guidance": "UBND huyện đã ban hành 01 văn bản đôn đốc, tổ chức 01 cuộc họp giao ban.",
    "tasks": [
        {
            "ref": "II.5",
            "text": "Toàn huyện tiêm chủng đầy đủ cho 210/230 trẻ em dưới 1 tuổi (đạt 91,3%); công tác chăm sóc trẻ em "
            "có hoàn cảnh đặc biệt được các xã quan tâm thực hiện.",
        },
        {"ref": "II.13", "later": "true"},
        {"ref": "IV.2", "later": "true"},
    ],
    "strengths": "Công tác trẻ em được các cấp, các ngành quan tâm thực hiện.",
    "next": ["Tổ chức Tháng hành động vì trẻ em năm 2025", "Đôn đốc các xã cập nhật dữ liệu trẻ em."],
    "proposals": [{"text": "Hỗ trợ kinh phí mua sắm thiết bị vui chơi cho trẻ em.", "to": "UBND tỉnh"}],
}
