"""What changed is told by its meaning: a hundred random edits, then each kind with its whole sentence."""

from __future__ import annotations

import copy
import random
import re
import shutil
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from conftest import Desk
from kehoach_cli.model.agencies import AgenciesFile
from kehoach_cli.model.calendar import CalendarFile
from kehoach_cli.model.closing import Closed
from kehoach_cli.model.issued import Issued
from kehoach_cli.model.office import Office
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.register import Register
from kehoach_cli.model.report import Report, Summary
from kehoach_cli.model.urgent import Urgent
from kehoach_cli.model.workspace import Closing, Filed, PlanFolder, Raised, Sent, Workspace
from kehoach_cli.queries.change import Change
from kehoach_cli.queries.changes import changes_view
from kehoach_cli.render.change_words import _WORDS, sentence
from kehoach_cli.render.changes_text import Side, changes_data, changes_markdown, changes_text
from kehoach_cli.store.yaml_text import parse
from program import ROOT, kehoach

if TYPE_CHECKING:
    from pathlib import Path

Data = dict[str, Any]
ID = "61-kh-ubnd-2025"


@cache
def _files() -> Data:
    names = {"agencies": "agencies", "office": "office", "calendar": "calendar", "plan": f"{ID}/plan"}
    return {k: parse((ROOT / f"plan/{v}.yaml").read_text(encoding="utf-8")).data for k, v in names.items()}


def base() -> Data:
    """The files of plan 61 as data, to be edited; papers by kind and file."""
    papers: Data = {"reports": {}, "summaries": {}, "sent": {}, "raised": {}, "closings": {}}
    return copy.deepcopy(_files()) | papers | {"source": "một hai ba"}


def workspace(data: Data) -> Workspace:
    register = AgenciesFile.model_validate(data["agencies"])
    folder = PlanFolder(
        ID,
        Plan.model_validate(data["plan"]),
        data["source"],
        tuple(Filed(f, Report.model_validate(r)) for f, r in data["reports"].items()),
        {p: Summary.model_validate(s) for p, s in data["summaries"].items()},
        tuple(Sent(f, Issued.model_validate(i)) for f, i in data["sent"].items()),
        tuple(Raised(f, Urgent.model_validate(u)) for f, u in data["raised"].items()),
        tuple(Closing(f, Closed.model_validate(c)) for f, c in data["closings"].items()),
    )
    office = Office.model_validate(data["office"]) if data["office"] else None
    calendar = CalendarFile.model_validate(data["calendar"]) if data["calendar"] else None
    return Workspace(Register(register.agencies, register.groups), office, (folder,), calendar)


def told(old: Data, new: Data) -> list[str]:
    """The sentences, in their order."""
    view = changes_view(workspace(old), workspace(new))
    assert changes_data(view, Side(), Side())["schema"] == "kehoach/diff/1"
    return [sentence(c, s.document) for s in view.sections for c in s.changes]


def task(data: Data, ref: str) -> Data:
    found: Data = next(t for t in (*data["plan"]["tasks"], *data["plan"]["organisation"]) if t["ref"] == ref)
    return found


def agency(data: Data, id_: str) -> Data:
    found: Data = next(
        a for a in (*data["agencies"]["agencies"], *data["agencies"]["groups"]) if a["id"] == id_
    )
    return found


# A hundred random edits

Fact = tuple[str, str, str]  # kind, of, field


class Edits:
    """Edits of known meaning; none touches what another touched."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  # an order, no secret
        self.data = base()
        self.expected: list[Fact] = []
        self.tasks = self.data["plan"]["tasks"]
        self.left = [t["ref"] for t in self.tasks if t["ref"] != "II.13"]
        self.random.shuffle(self.left)

    def take(self) -> Data:
        return task(self.data, self.left.pop())

    def some(self) -> str:
        """A body that no plan names and no group holds."""
        return "Trung tâm Truyền thông - Văn hóa - Thể thao"

    def reword(self) -> None:
        found = self.take()
        words = found["text"].split()
        words[self.random.randrange(len(words))] = "KHÁC"
        found["text"] = " ".join(words)
        self.expected.append(("task_text", found["ref"], "text"))

    def renumber(self) -> None:
        found = self.take()
        old, found["ref"] = found["ref"], f"II.{100 + len(self.left)}"
        self.expected.append(("task_renumbered", found["ref"], "ref"))
        assert old != found["ref"]

    def swap(self) -> None:
        """Two tasks exchange their numbers."""
        one, other = self.take(), self.take()
        one["ref"], other["ref"] = other["ref"], one["ref"]
        self.expected += [("task_renumbered", t["ref"], "ref") for t in (one, other)]

    def remove(self) -> None:
        found = self.take()
        self.tasks.remove(found)
        self.expected.append(("task_removed", found["ref"], ""))

    def add(self) -> None:
        ref = f"III.{100 + len(self.left)}"
        text = f"Lập đội bóng chuyền số {self.left.pop()} của huyện để thi đấu giao hữu với các huyện bạn."
        self.tasks.insert(
            self.random.randrange(len(self.tasks) + 1), {"ref": ref, "text": text, "lead": ["TTYT"]}
        )
        self.expected.append(("task_added", ref, ""))

    def lead(self) -> None:
        found = self.take()
        found["lead"] = [self.some()]
        self.expected.append(("task_agencies", found["ref"], "lead"))

    def coordinating(self) -> None:
        found = self.take()
        if self.random.random() < 0.5:
            found["coordinating"].append(self.some())
        else:
            del found["coordinating"][0]
        self.expected.append(("task_agencies", found["ref"], "coordinating"))

    def alias(self) -> None:
        found = self.take()
        names = {"Trung tâm Y tế": "TTYT", "UBND các xã": "Ủy ban nhân dân các xã"}
        key = "lead" if "Trung tâm Y tế" in found["lead"] else "coordinating"
        found[key] = [names.get(n, n) for n in found[key]]
        self.expected.append(("task_spelling", found["ref"], key))

    def timing(self) -> None:
        found = self.take()
        found["timing"] = "Quý III năm 2025"
        self.expected.append(("task_field", found["ref"], "timing"))

    def short(self) -> None:
        found = self.take()
        found["short"] = "Tên khác"
        self.expected.append(("task_field", found["ref"], "short"))

    def limit(self) -> None:
        found = self.data["plan"]["deadlines"][0]
        if found["before"] == "2025-05-15":
            found["before"] = "2025-05-20"
            self.expected.append(("deadline_limit", "6thang", "before"))

    def exempt(self) -> None:
        found = self.data["plan"]["deadlines"][1]
        if "exempt" not in found:
            found["exempt"] = [{"agency": "Huyện đoàn", "reason": "đã báo cáo chung"}]
            self.expected.append(("exempt_added", "nam", "exempt"))

    def rename(self) -> None:
        """The register's name and, as it must then be, the plan's."""
        found = agency(self.data, "phong-dan-toc-va-ton-giao")
        if found["name"] != "Phòng Dân tộc":
            old, found["name"] = found["name"], "Phòng Dân tộc"
            found["aliases"].append(old)
            for item in (*self.tasks, *self.data["plan"]["organisation"]):
                for key in ("lead", "coordinating"):
                    item[key] = ["Phòng Dân tộc" if n == old else n for n in item.get(key, [])]
            self.expected.append(("agency_renamed", "Phòng Dân tộc", "name"))

    def report(self) -> None:
        if not self.data["reports"]:
            self.data["reports"]["x.yaml"] = report("trung-tam-y-te")
            self.expected.append(("report_received", "Trung tâm Y tế", ""))


KINDS = [name for name in vars(Edits) if not name.startswith("_") and name not in ("take", "some")]


def report(agency: str, **more: object) -> Data:
    return {"schema": "1", "agency": agency, "period": "6thang", "received": "2025-05-12"} | more


@pytest.mark.parametrize("seed", range(100))
def test_exactly_the_edits_are_told(seed: int) -> None:
    edits = Edits(seed)
    for name in edits.random.choices(KINDS, k=edits.random.randint(1, 6)):
        if len(edits.left) >= 2:
            getattr(edits, name)()
    view = changes_view(workspace(base()), workspace(edits.data))
    found = [(c.kind, c.of, c.field) for s in view.sections for c in s.changes]
    assert sorted(found) == sorted(edits.expected)
    assert all(c.is_alone for s in view.sections for c in s.changes if c.kind == "task_renumbered")
    back = changes_view(workspace(edits.data), workspace(base()))
    assert back.total == view.total


def test_nothing_changed() -> None:
    view = changes_view(workspace(base()), workspace(base()))
    assert (view.sections, view.total) == ((), 0)
    assert changes_text(view, Side("a" * 40), Side(), None) == (
        "CÁC THAY ĐỔI\ntừ bản aaaaaaa đến các tệp đang có\n\nKhông có thay đổi nào về nội dung.\n"
    )


# Each kind with its sentence

NEW = {
    "ref": "II.14",
    "text": "Tổ chức Diễn đàn trẻ em năm 2025.",
    "lead": ["Huyện đoàn"],
    "coordinating": ["UBND các xã"],
    "timing": "Quý III năm 2025",
}
COPIES = [{"file": "a.yaml", "hash": "0"}]
CLOSED = {
    "schema": "1",
    "period": "6thang",
    "date": "2025-05-20",
    "version": "1",
    "counts": {"expected": "31", "received": "12", "on_time": "9", "late": "3"},
    "reports": COPIES,
}
LETTER = {
    "schema": "1",
    "document": "cong-van",
    "period": "6thang",
    "number": "312/UBND-TH",
    "dated": "2025-05-20",
    "stage": "2",
    "before": "2025-05-23",
    "agencies": ["Phòng Tư pháp", "Phòng Nội vụ"],
}
URGENT = {
    "schema": "1",
    "agency": "UBND xã Sơn Mùa",
    "received": "2025-05-12",
    "text": "Thiếu vắc xin sởi.",
    "asked": "Cấp 200 liều.",
}
STEP = {"date": "2025-05-14", "state": "đã có ý kiến chỉ đạo", "by": "Phó Chủ tịch", "text": "Giao TTYT."}
_TTYT = "báo cáo của Trung tâm Y tế (6 tháng đầu năm 2025)"


def put(*way: str | int, value: object) -> Any:  # noqa: ANN401
    """An edit: the value at the end of a way through the data."""

    def edit(data: Data) -> None:
        place: Any = data
        for key in way[:-1]:
            place = place[key]
        if value is None:
            del place[way[-1]]
        else:
            place[way[-1]] = copy.deepcopy(value)

    return edit


def in_task(ref: str, key: str, value: object) -> Any:  # noqa: ANN401
    return lambda data: put(key, value=value)(task(data, ref))


def in_agency(id_: str, key: str, value: object) -> Any:  # noqa: ANN401
    return lambda data: put(key, value=value)(agency(data, id_))


def merge(data: Data) -> None:
    """Two departments become one, whose aliases hold their names."""
    listed = data["agencies"]["agencies"]
    for id_ in ("phong-noi-vu", "phong-dan-toc-va-ton-giao"):
        listed.remove(agency(data, id_))
    names = ["Phòng Nội vụ", "Phòng Dân tộc và Tôn giáo"]
    listed.append(
        {"id": "phong-nv-dt", "name": "Phòng Nội vụ - Dân tộc", "aliases": names, "kind": "phong-ban"}
    )
    for group in data["agencies"]["groups"]:
        for key in ("members", "possible"):
            gone = ("phong-noi-vu", "phong-dan-toc-va-ton-giao")
            if set(gone) & set(group.get(key, [])):
                group[key] = [m for m in group[key] if m not in gone] + ["phong-nv-dt"]


def merge_into(data: Data) -> None:
    data["agencies"]["agencies"].remove(agency(data, "phong-tu-phap"))
    agency(data, "phong-noi-vu").setdefault("aliases", []).append("Phòng Tư pháp")
    for group in data["agencies"]["groups"]:
        for key in ("members", "possible"):
            group[key] = [m for m in group.get(key, []) if m != "phong-tu-phap"]


def unended(*ids: str) -> Any:  # noqa: ANN401
    """As before it was known that these end."""

    def undo(data: Data) -> None:
        for id_ in ids:
            for key in ("until", "successors", "basis"):
                agency(data, id_).pop(key, None)

    return undo


def without(id_: str) -> Any:  # noqa: ANN401
    def leave_out(data: Data) -> None:
        data["agencies"]["agencies"] = [a for a in data["agencies"]["agencies"] if a["id"] != id_]

    return leave_out


def new_id(data: Data) -> None:
    text = repr(data["agencies"]).replace("'phong-tu-phap'", "'phong-tp'")
    data["agencies"] = eval(text)  # noqa: S307  # our own data, printed a moment ago


def number_shift(data: Data) -> None:
    """II.7 is taken out, those after it move up, and II.9 is reworded on the way."""
    tasks = data["plan"]["tasks"]
    tasks.remove(task(data, "II.7"))
    for n in range(8, 11):
        task(data, f"II.{n}")["ref"] = f"II.{n - 1}"
    found = task(data, "II.8")
    found["text"] = found["text"].replace("lành mạnh", "thiết thực")


def turn_around(data: Data) -> None:
    task(data, "II.9")["lead"].reverse()


DEADLINE = ("plan", "deadlines", 0)
AMENDING = {"number": "90/KH-UBND", "issued": "2025-06-02", "repeal": {"tasks": ["II.8"]}}
SENTENCES: list[tuple[str, list[Any], list[Any], list[str]]] = [
    ("added", [], [lambda d: d["plan"]["tasks"].append(NEW)], ["Bổ sung nhiệm vụ II.14: “Tổ chức Diễn đàn trẻ em năm 2025.”; cơ quan chủ trì: Huyện đoàn; cơ quan phối hợp: UBND các xã; thời gian thực hiện: Quý III năm 2025."]),
    ("removed", [], [lambda d: d["plan"]["tasks"].remove(task(d, "II.8"))], ["Bãi bỏ nhiệm vụ II.8: “Tổ chức thực hiện các hoạt động tuyên truyền và thúc đẩy quyền tham gia của trẻ em vào …” (cơ quan chủ trì: Huyện đoàn Sơn Tây)."]),
    ("shift", [], [number_shift], ["Bãi bỏ nhiệm vụ II.7: “Ưu tiên bố trí các thiết chế văn hóa, thể thao dành cho trẻ em, nhất là các địa bàn kinh …” (cơ quan chủ trì: Phòng Văn hóa, Khoa học và Thông tin).", "Đánh số lại: II.8 → II.7 (nội dung không đổi).", "Đánh số lại: II.9 → II.8.", "Sửa đổi nội dung nhiệm vụ II.8: thay “lành mạnh” bằng “thiết thực”.", "Đánh số lại: II.10 → II.9 (nội dung không đổi)."]),
    ("text", [], [in_task("II.6", "text", "Tăng cường hướng dẫn, kiểm tra việc thực hiện hoạt động trợ giúp pháp lý miễn phí cho trẻ em; bảo đảm hiệu lực quản lý nhà nước về công tác nuôi con nuôi trong nước.")], ["Sửa đổi nội dung nhiệm vụ II.6: bỏ “thường xuyên”; bổ sung “miễn phí” sau “trợ giúp pháp lý”; thay “nuôi” bằng “nuôi trong nước”."]),
    ("whole", [], [in_task("II.6", "text", "Lập đội bóng chuyền của huyện.")], ["Sửa đổi nội dung nhiệm vụ II.6: thay toàn bộ “Tăng cường hướng dẫn, thường xuyên kiểm tra việc thực hiện hoạt động trợ giúp pháp lý cho …” bằng “Lập đội bóng chuyền của huyện.”."]),
    ("moved", [], [lambda d: d["plan"]["organisation"].append(d["plan"]["tasks"].pop())], ["Chuyển II.13 từ phần nhiệm vụ sang phần tổ chức thực hiện."]),
    ("order", [], [lambda d: d["plan"]["tasks"].insert(0, d["plan"]["tasks"].pop())], ["Sắp xếp lại vị trí các nhiệm vụ, nội dung: II.13."]),
    ("lead", [], [in_task("II.6", "lead", ["Phòng Nội vụ"])], ["Chuyển chủ trì nhiệm vụ II.6 từ Phòng Tư pháp sang Phòng Nội vụ."]),
    ("lead+", [], [in_task("II.6", "lead", ["Phòng Tư pháp", "Phòng Nội vụ"])], ["Bổ sung cơ quan chủ trì nhiệm vụ II.6: Phòng Nội vụ."]),
    ("lead-", [], [in_task("II.9", "lead", ["Trung tâm Y tế"])], ["Bỏ cơ quan chủ trì nhiệm vụ II.9: Phòng Văn hóa, Khoa học và Thông tin."]),
    ("lead order", [], [turn_around], ["Sắp xếp lại thứ tự cơ quan chủ trì nhiệm vụ II.9: Phòng Văn hóa, Khoa học và Thông tin; Trung tâm Y tế."]),
    ("lead of IV", [], [in_task("IV.2", "lead", ["Phòng Nội vụ"])], ["Chuyển nội dung tổ chức thực hiện IV.2 từ Phòng Tài chính – Kế hoạch sang Phòng Nội vụ."]),
    ("coordinating", [], [in_task("II.7", "coordinating", ["Phòng Tư pháp", "UBND các xã"])], ["Thay cơ quan phối hợp nhiệm vụ II.7: Phòng Giáo dục và Đào tạo bằng Phòng Tư pháp."]),
    ("several", [], [in_task("II.7", "coordinating", ["Phòng Tư pháp", "Phòng Nội vụ", "UBND các xã"])], ["Thay cơ quan phối hợp nhiệm vụ II.7: bỏ Phòng Giáo dục và Đào tạo; bổ sung Phòng Tư pháp; Phòng Nội vụ."]),
    ("optional", [], [in_task("II.12", "optional", None)], ["Bỏ cơ quan chủ trì (nếu có) nhiệm vụ II.12: Quỹ Bảo trợ trẻ em."]),
    ("spelling", [], [in_task("II.6", "lead", ["Phòng TP"])], ["Ghi lại tên cơ quan chủ trì nhiệm vụ II.6: “Phòng Tư pháp” thành “Phòng TP” (cùng một cơ quan)."]),
    ("timing", [], [in_task("II.9", "timing", "Quý III năm 2025")], ["Điều chỉnh thời gian thực hiện nhiệm vụ II.9: từ “Quý II, IV năm 2025” thành “Quý III năm 2025”."]),
    ("no timing", [], [in_task("II.9", "timing", None)], ["Bỏ thời gian thực hiện nhiệm vụ II.9 (trước ghi “Quý II, IV năm 2025”)."]),
    ("later", [], [put(*DEADLINE, "before", value="2025-05-20")], ["Điều chỉnh thời hạn báo cáo 6 tháng đầu năm 2025: từ trước ngày 15/5/2025 thành trước ngày 20/5/2025 (lùi 5 ngày)."]),
    ("sooner", [], [put(*DEADLINE, "before", value=None), put(*DEADLINE, "by", value="2025-05-09")], ["Điều chỉnh thời hạn báo cáo 6 tháng đầu năm 2025: từ trước ngày 15/5/2025 thành chậm nhất ngày 09/5/2025 (sớm 5 ngày)."]),
    ("same day", [], [put(*DEADLINE, "before", value=None), put(*DEADLINE, "by", value="2025-05-14")], ["Điều chỉnh thời hạn báo cáo 6 tháng đầu năm 2025: từ trước ngày 15/5/2025 thành chậm nhất ngày 14/5/2025 (ngày cuối không đổi)."]),
    ("deadline-", [], [lambda d: d["plan"]["deadlines"].pop()], ["Bãi bỏ hạn báo cáo năm 2025: trước ngày 15/11/2025."]),
    ("deadline+", [], [lambda d: d["plan"]["deadlines"].append({"period": "quy1", "by": "2025-04-10", "reporters": ["TTYT"]})], ["Bổ sung hạn báo cáo quý I năm 2025: chậm nhất ngày 10/4/2025; nơi phải báo cáo: TTYT."]),
    ("reporters", [], [lambda d: d["plan"]["deadlines"][0]["reporters"].remove("Phòng Nội vụ")], ["Bỏ nơi phải báo cáo 6 tháng đầu năm 2025: Phòng Nội vụ."]),
    ("reporters order", [], [lambda d: d["plan"]["deadlines"][0]["reporters"].reverse()], ["Sắp xếp lại thứ tự nơi phải báo cáo 6 tháng đầu năm 2025."]),
    ("reporters spelling", [], [put(*DEADLINE, "reporters", 0, value="TTYT")], ["Ghi lại tên nơi phải báo cáo 6 tháng đầu năm 2025: “Trung tâm Y tế” thành “TTYT” (cùng một cơ quan)."]),
    ("exempt", [], [put(*DEADLINE, "exempt", value=[{"agency": "Huyện đoàn", "reason": "báo cáo chung"}])], ["Miễn báo cáo 6 tháng đầu năm 2025 cho Huyện đoàn (lý do: báo cáo chung)."]),
    ("exempt other", [put(*DEADLINE, "exempt", value=[{"agency": "Huyện đoàn", "reason": "a"}, {"agency": "TTYT", "reason": "b"}])], [put(*DEADLINE, "exempt", value=[{"agency": "Huyện đoàn", "reason": "c"}])], ["Không còn miễn báo cáo 6 tháng đầu năm 2025 cho Trung tâm Y tế.", "Sửa lý do miễn báo cáo 6 tháng đầu năm 2025 cho Huyện đoàn: từ “a” thành “c”."]),
    ("extended", [], [put(*DEADLINE, "extended", value=[{"agency": "TTYT", "until": "2025-05-18", "basis": "Chánh Văn phòng đồng ý"}])], ["Gia hạn báo cáo 6 tháng đầu năm 2025 cho Trung tâm Y tế đến hết ngày 18/5/2025 (căn cứ: Chánh Văn phòng đồng ý)."]),
    ("extended other", [put(*DEADLINE, "extended", value=[{"agency": a, "until": "2025-05-18", "basis": "x"} for a in ("TTYT", "Phòng TP", "Phòng Nội vụ")])], [put(*DEADLINE, "extended", value=[{"agency": "TTYT", "until": "2025-05-19", "basis": "y"}, {"agency": "Phòng TP", "until": "2025-05-18", "basis": "z"}])], ["Bỏ gia hạn báo cáo 6 tháng đầu năm 2025 của Phòng Nội vụ (trước là đến hết ngày 18/5/2025).", "Gia hạn lại báo cáo 6 tháng đầu năm 2025 cho Trung tâm Y tế: từ hết ngày 18/5/2025 thành hết ngày 19/5/2025 (căn cứ: y).", "Sửa căn cứ gia hạn báo cáo 6 tháng đầu năm 2025 của Phòng Tư pháp: từ “x” thành “z”."]),
    ("cutoff", [], [put(*DEADLINE, "cutoff", value="2025-05-10"), put(*DEADLINE, "send_up", "by", value="2025-05-30")], ["Ghi hạn gửi báo cáo tổng hợp (báo cáo 6 tháng đầu năm 2025): 30/5/2025.", "Ghi ngày chốt số liệu (báo cáo 6 tháng đầu năm 2025): 10/5/2025."]),
    ("send up", [], [put(*DEADLINE, "send_up", value=None)], ["Bỏ nơi gửi báo cáo tổng hợp (báo cáo 6 tháng đầu năm 2025) (trước ghi “Sở Y tế tỉnh Quảng Ngãi”)."]),
    ("document", [], [put("plan", "document", "number", value="62/KH-UBND"), put("plan", "document", "issued", value="2025-04-05"), put("plan", "version", value="2")], ["Sửa phiên bản của tệp: từ 1 thành 2.", "Sửa số, ký hiệu của kế hoạch: từ “61/KH-UBND” thành “62/KH-UBND”.", "Sửa ngày ban hành của kế hoạch: từ 04/4/2025 thành 05/4/2025."]),
    ("title", [], [put("plan", "document", "title", value="Triển khai thực hiện công tác bảo vệ trẻ em trên địa bàn huyện năm 2025")], ["Sửa trích yếu của kế hoạch: bổ sung “bảo vệ” sau “thực hiện công tác”."]),
    ("recipients", [], [lambda d: d["plan"]["document"]["recipients"].remove("Sở Y tế")], ["Bỏ nơi nhận của kế hoạch: Sở Y tế."]),
    ("basis", [], [lambda d: d["plan"]["document"]["basis"].append({"as_printed": "Luật Trẻ em năm 2016"})], ["Bổ sung căn cứ của kế hoạch: Luật Trẻ em năm 2016."]),
    ("signature", [], [put("plan", "document", "signature", "name", value="Nguyễn Văn B")], ["Sửa phần ký của kế hoạch: từ “KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đinh Trường Giang” thành “KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn B”."]),
    ("indicator", [], [put("plan", "indicators", 0, "unit", value="nhân khẩu"), put("plan", "indicators", 1, "compare", value=None), lambda d: d["plan"]["indicators"].pop()], ["Bỏ chỉ tiêu số liệu “Tỷ lệ trẻ em từ 7 tuổi trở lên được lấy ý kiến”.", "Sửa đơn vị tính của chỉ tiêu “Dân số”: từ “người” thành “nhân khẩu”.", "Bỏ nơi đối chiếu số liệu “Trẻ em (dưới 16 tuổi)”: Trung tâm Y tế."]),
    ("indicator+", [], [lambda d: d["plan"]["indicators"].append({"id": "a", "name": "Điểm vui chơi", "unit": "điểm", "kind": "count", "total": "sum", "givers": ["UBND các xã"]})], ["Bổ sung chỉ tiêu số liệu “Điểm vui chơi” (điểm; nơi cung cấp: UBND các xã)."]),
    ("indicator givers", [], [put("plan", "indicators", 0, "givers", value=["Ủy ban nhân dân các xã"]), put("plan", "indicators", 2, "target", value="12,5")], ["Ghi lại tên nơi cung cấp số liệu “Dân số”: “UBND các xã” thành “Ủy ban nhân dân các xã” (cùng một cơ quan).", "Ghi chỉ tiêu kế hoạch năm của chỉ tiêu “Trẻ em có hoàn cảnh đặc biệt”: 12,5."]),
    ("indicator order", [put("plan", "indicators", 0, "givers", value=["TTYT", "Phòng TP"])], [put("plan", "indicators", 0, "givers", value=["Phòng TP", "TTYT"])], ["Sắp xếp lại thứ tự nơi cung cấp số liệu “Dân số”."]),
    ("source", [], [put("source", value="một bốn ba")], ["Sửa văn bản gốc của kế hoạch (source.md): thay “hai” bằng “bốn”."]),
    ("no source", [], [lambda d: d.update(source=None)], ["Bỏ văn bản gốc của kế hoạch (source.md)."]),
    ("source again", [lambda d: d.update(source=None)], [], ["Bổ sung văn bản gốc của kế hoạch (source.md)."]),
    ("renamed", [], [in_agency("phong-tu-phap", "name", "Phòng Tư pháp và Hộ tịch"), in_agency("phong-tu-phap", "aliases", ["Phòng TP", "Phòng Tư pháp"])], ["Đổi tên Phòng Tư pháp thành Phòng Tư pháp và Hộ tịch."]),
    ("merged", [], [merge], ["Hợp nhất Phòng Dân tộc và Tôn giáo, Phòng Nội vụ thành Phòng Nội vụ - Dân tộc."]),
    ("merged into", [], [merge_into], ["Hợp nhất Phòng Tư pháp vào Phòng Nội vụ."]),
    ("ended", [unended("phong-tu-phap")], [], ["Phòng Tư pháp kết thúc hoạt động từ ngày 01/7/2025 (Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025); chưa xác định cơ quan kế thừa."]),
    ("merged by law", [unended("cong-an-xa-son-dung", "cong-an-xa-son-tan", "cong-an-xa-son-long"), without("cong-an-xa-son-tay")], [], ["Hợp nhất Công an xã Sơn Dung, Công an xã Sơn Tân, Công an xã Sơn Long thành Công an xã Sơn Tây từ ngày 01/7/2025.", "Bổ sung Công an xã Sơn Tây vào danh mục cơ quan (loại: Công an)."]),
    ("renamed by law", [], [in_agency("trung-tam-y-te", "until", "2025-06-30"), in_agency("trung-tam-y-te", "successors", ["ttyt-kv"]), in_agency("trung-tam-y-te", "basis", "Quyết định số 9/QĐ"), lambda d: d["agencies"]["agencies"].append({"id": "ttyt-kv", "name": "Trung tâm Y tế khu vực Sơn Tây", "kind": "don-vi-su-nghiep", "from": "2025-07-01"})], ["Đổi tên Trung tâm Y tế thành Trung tâm Y tế khu vực Sơn Tây từ ngày 01/7/2025 (Quyết định số 9/QĐ).", "Bổ sung Trung tâm Y tế khu vực Sơn Tây vào danh mục cơ quan (loại: Đơn vị sự nghiệp)."]),
    ("split", [], [in_agency("huyen-doan", "until", "2025-06-30"), in_agency("huyen-doan", "successors", ["mat-tran", "hoi-nong-dan"])], ["Huyện đoàn kết thúc hoạt động từ ngày 01/7/2025; cơ quan kế thừa: Ủy ban Mặt trận Tổ quốc Việt Nam huyện, Hội Nông dân huyện."]),
    ("absorbed", [], [in_agency("huyen-doan", "until", "2025-06-30"), in_agency("huyen-doan", "successors", ["mat-tran"])], ["Hợp nhất Huyện đoàn vào Ủy ban Mặt trận Tổ quốc Việt Nam huyện từ ngày 01/7/2025."]),
    ("new id", [], [new_id], ["Sửa mã của Phòng Tư pháp: từ “phong-tu-phap” thành “phong-tp”."]),
    ("agency+", [], [lambda d: d["agencies"]["agencies"].append({"id": "a", "name": "Phòng Y tế", "kind": "phong-ban"})], ["Bổ sung Phòng Y tế vào danh mục cơ quan (loại: Phòng, ban)."]),
    ("agency-", [lambda d: d["agencies"]["agencies"].append({"id": "a", "name": "Phòng Y tế", "kind": "phong-ban"})], [], ["Bỏ Phòng Y tế khỏi danh mục cơ quan."]),
    ("group+", [], [lambda d: d["agencies"]["groups"].extend([{"id": "a", "name": "Các phòng", "members": ["phong-tu-phap"]}, {"id": "b", "name": "Các nơi khác", "open": "true"}])], ["Bổ sung nhóm Các phòng (1 thành viên).", "Bổ sung nhóm Các nơi khác chưa xác định thành phần."]),
    ("group-", [lambda d: d["agencies"]["groups"].append({"id": "a", "name": "Các phòng"})], [], ["Bỏ nhóm Các phòng."]),
    ("kind", [], [in_agency("trung-tam-y-te", "kind", "cap-tren"), in_agency("trung-tam-y-te", "contact", "chị A")], ["Chuyển Trung tâm Y tế từ loại Đơn vị sự nghiệp sang loại Cấp trên.", "Ghi người liên hệ của Trung tâm Y tế: “chị A”."]),
    ("aliases", [], [in_agency("phong-tu-phap", "aliases", ["PTP"])], ["Thay cách viết khác của Phòng Tư pháp: Phòng TP bằng PTP."]),
    ("members", [], [lambda d: agency(d, "ubnd-cac-xa")["members"].pop()], ["Bỏ thành viên của nhóm UBND các xã: UBND xã Sơn Lập."]),
    ("open", [], [in_agency("ubnd-cac-xa", "open", "true"), in_agency("ubnd-cac-xa", "possible", ["van-phong"])], ["Bổ sung nơi có thể là thành viên của nhóm UBND các xã: Văn phòng HĐND & UBND huyện.", "Nhóm UBND các xã nay chưa xác định đủ thành phần."]),
    ("closed group", [in_agency("ubnd-cac-xa", "open", "true")], [in_agency("ubnd-cac-xa", "open", "false")], ["Nhóm UBND các xã nay đã xác định đủ thành phần."]),
    ("precedence", [], [lambda d: d["agencies"]["agencies"].insert(0, d["agencies"]["agencies"].pop(1))], ["Sắp xếp lại thứ tự trong danh mục cơ quan: Trung tâm Y tế."]),
    ("register", [put("agencies", "agencies", value=[]), put("agencies", "groups", value=[])], [put("agencies", value={"schema": "1", "agencies": [{"id": "a", "name": "Phòng A", "kind": "phong-ban"}]})], ["Lập danh mục cơ quan: 1 cơ quan, 0 nhóm."]),
    ("office", [], [put("office", "office", 0, "until", value="2025-07-31"), put("office", "signatures", 0, "name", value="Lê C"), put("office", "contacts", value=[{"name": "bà D", "phone": "0912"}]), lambda d: d["office"]["recipients"].pop()], ["Sửa ngày kết thúc của cơ quan ban hành UBND huyện Sơn Tây: từ 30/6/2025 thành 31/7/2025.", "Ghi tên của thẩm quyền ký báo cáo: “Lê C”.", "Bổ sung đầu mối liên hệ bà D.", "Bỏ nơi nhận của báo cáo tổng hợp: CVP, PCVP HĐND&UBND huyện."]),
    ("signatures", [], [put("office", "signatures", 1, "lines", value=["CHÁNH VĂN PHÒNG"]), lambda d: d["office"]["signatures"].append({"document": "cong-van", "stages": ["1"], "lines": ["TL. CHỦ TỊCH"]})], ["Bổ sung thẩm quyền ký công văn: TL. CHỦ TỊCH.", "Thay dòng chức vụ của thẩm quyền ký công văn: bỏ KT. CHỦ TỊCH; PHÓ CHỦ TỊCH; bổ sung CHÁNH VĂN PHÒNG."]),
    ("signature-", [], [lambda d: d["office"]["signatures"].pop()], ["Bỏ thẩm quyền ký công văn: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH."]),
    ("no office", [], [put("office", value={})], ["Bỏ thông tin của cơ quan (office.yaml)."]),
    ("office file", [put("office", value={})], [], ["Lập thông tin của cơ quan (office.yaml)."]),
    ("calendar", [], [put("calendar", "off", 0, "name", value="Nghỉ bù"), put("calendar", "working", value=[{"date": "2025-05-10"}])], ["Sửa lý do của ngày nghỉ 02/5/2025: từ “Nghỉ hoán đổi dịp 30/4 và 01/5” thành “Nghỉ bù”.", "Bỏ ngày làm việc 26/4/2025 (Làm bù cho thứ Sáu 02/5/2025).", "Bổ sung ngày làm việc 10/5/2025."]),
    ("received", [], [put("reports", "a", value=report("TTYT", number="45/BC-TTYT", dated="2025-05-10"))], [f"Nhận {_TTYT}: số 45/BC-TTYT ngày 10/5/2025, đến ngày 12/5/2025; chưa nhập nội dung."]),
    ("draft", [], [put("reports", "a", value=report("TTYT", draft="true", rest="không phát sinh"))], [f"Nhận {_TTYT}: đến ngày 12/5/2025; bản mềm, chờ văn bản chính thức."]),
    ("no report", [put("reports", "a", value=report("TTYT"))], [put("reports", "a", value=None)], [f"Bỏ {_TTYT}: đến ngày 12/5/2025."]),
    ("replaced", [put("reports", "a", value=report("TTYT", number="1/BC"))], [put("reports", "a", value=report("TTYT", number="2/BC", received="2025-05-14"))], [f"Thay {_TTYT}: bản số 1/BC, đến ngày 12/5/2025 bằng bản số 2/BC, đến ngày 14/5/2025."]),
    ("returned", [put("reports", "a", value=report("TTYT"))], [put("reports", "a", "returned", value={"date": "2025-05-13", "reason": "thiếu số liệu"})], [f"Trả lại {_TTYT} ngày 13/5/2025: thiếu số liệu."]),
    ("not returned", [put("reports", "a", value=report("TTYT", returned={"date": "2025-05-13", "reason": "x"}))], [put("reports", "a", "returned", value=None)], [f"Bỏ ghi nhận trả lại {_TTYT}."]),
    ("entered", [put("reports", "a", value=report("TTYT"))], [put("reports", "a", "tasks", value=[{"ref": "II.1", "status": "đang thực hiện"}]), put("reports", "a", "next", value=["x"])], [f"Nhập nội dung {_TTYT}: kết quả nhiệm vụ II.1; phương hướng."]),
    ("changed", [put("reports", "a", value=report("TTYT", tasks=[{"ref": r, "status": "đang thực hiện"} for r in ("II.1", "II.2")]))], [put("reports", "a", "tasks", 1, "status", value="đã hoàn thành"), put("reports", "a", "figures", value=[{"indicator": "dan-so", "value": "12"}])], [f"Sửa {_TTYT}: kết quả nhiệm vụ II.2; số liệu dan-so."]),
    ("facts", [put("reports", "a", value=report("TTYT", draft="true"))], [put("reports", "a", value=report("TTYT", received="2025-05-13", covers=["Phòng TP"]))], [f"Sửa ngày đến của {_TTYT}: từ 12/5/2025 thành 13/5/2025.", f"Đã có văn bản chính thức của {_TTYT}.", f"Bổ sung cơ quan cùng báo cáo trong {_TTYT}: Phòng TP."]),
    ("draft again", [put("reports", "a", value=report("TTYT"))], [put("reports", "a", "draft", value="true")], [f"Ghi lại {_TTYT} là bản mềm, chờ văn bản chính thức."]),
    ("summary", [], [put("summaries", "6thang", value={"schema": "1", "period": "6thang", "funding": "x"})], ["Soạn phần lời của Văn phòng trong báo cáo tổng hợp 6 tháng đầu năm 2025."]),
    ("summary other", [put("summaries", "6thang", value={"schema": "1", "period": "6thang", "funding": "x"})], [put("summaries", "6thang", value={"schema": "1", "period": "6thang", "tasks": [{"ref": "II.3", "text": "x"}]})], ["Sửa phần lời của Văn phòng trong báo cáo tổng hợp 6 tháng đầu năm 2025: kết quả nhiệm vụ II.3; kinh phí."]),
    ("no summary", [put("summaries", "6thang", value={"schema": "1", "period": "6thang"})], [put("summaries", "6thang", value=None)], ["Bỏ phần lời của Văn phòng trong báo cáo tổng hợp 6 tháng đầu năm 2025."]),
    ("letter", [], [put("sent", "a", value=LETTER)], ["Ghi nhận Công văn số 312/UBND-TH ngày 20/5/2025 (đôn đốc 2 cơ quan) đã phát hành, kỳ 6 tháng đầu năm 2025."]),
    ("letter other", [put("sent", "a", value=LETTER)], [put("sent", "a", value=LETTER | {"before": "2025-05-24", "agencies": ["Phòng Tư pháp"]})], ["Sửa hạn mới của Công văn số 312/UBND-TH ngày 20/5/2025 (đôn đốc 1 cơ quan): từ 23/5/2025 thành 24/5/2025.", "Bỏ cơ quan nhận của Công văn số 312/UBND-TH ngày 20/5/2025 (đôn đốc 1 cơ quan): Phòng Nội vụ."]),
    ("no letter", [put("sent", "a", value=LETTER)], [put("sent", "a", value=None)], ["Bỏ ghi nhận Công văn số 312/UBND-TH ngày 20/5/2025 (đôn đốc 2 cơ quan), kỳ 6 tháng đầu năm 2025."]),
    ("urgent", [], [put("raised", "a", value=URGENT)], ["Nhận báo cáo đột xuất của UBND xã Sơn Mùa ngày 12/5/2025: “Thiếu vắc xin sởi.”; đề nghị: “Cấp 200 liều.”."]),
    ("urgent answered", [put("raised", "a", value=URGENT)], [put("raised", "a", "answers", value=[STEP])], ["Xử lý khó khăn, vướng mắc đột xuất của UBND xã Sơn Mùa: đã có ý kiến chỉ đạo (ngày 14/5/2025, Phó Chủ tịch): “Giao TTYT.”."]),
    ("urgent other", [put("raised", "a", value=URGENT | {"answers": [STEP]})], [put("raised", "a", value=URGENT | {"ref": "II.5"})], ["Bỏ bước xử lý khó khăn, vướng mắc đột xuất của UBND xã Sơn Mùa: đã có ý kiến chỉ đạo (ngày 14/5/2025, Phó Chủ tịch): “Giao TTYT.”.", "Ghi nhiệm vụ liên quan trong báo cáo đột xuất của UBND xã Sơn Mùa: “II.5”."]),
    ("no urgent", [put("raised", "a", value=URGENT)], [put("raised", "a", value=None)], ["Bỏ báo cáo đột xuất của UBND xã Sơn Mùa: “Thiếu vắc xin sởi.”."]),
    ("closed", [], [put("closings", "a", value=CLOSED)], ["Chốt kỳ 6 tháng đầu năm 2025 tính đến ngày 20/5/2025: 12/31 báo cáo."]),
    ("reopened", [put("closings", "a", value=CLOSED)], [put("closings", "a", "reopened", value={"date": "2025-05-22", "reason": "bổ sung số liệu"})], ["Mở lại kỳ 6 tháng đầu năm 2025 ngày 22/5/2025. Lý do: bổ sung số liệu."]),
    ("closing other", [put("closings", "a", value=CLOSED)], [put("closings", "a", value=CLOSED | {"version": "2"})], ["Sửa bản ghi chốt kỳ 6 tháng đầu năm 2025 tính đến ngày 20/5/2025."]),
    ("no closing", [put("closings", "a", value=CLOSED)], [put("closings", "a", value=None)], ["Bỏ lần chốt kỳ 6 tháng đầu năm 2025 tính đến ngày 20/5/2025."]),
    ("amendment", [], [put("plan", "amendments", value=[AMENDING])], ["Bổ sung văn bản sửa đổi, bổ sung kế hoạch: Kế hoạch số 90/KH-UBND ngày 02/6/2025.", "Từ ngày 02/6/2025: bãi bỏ nhiệm vụ II.8: “Tổ chức thực hiện các hoạt động tuyên truyền và thúc đẩy quyền tham gia của trẻ em vào …” (cơ quan chủ trì: Huyện đoàn Sơn Tây)."]),
    ("amendment-", [put("plan", "amendments", value=[AMENDING])], [put("plan", "amendments", value=None)], ["Bỏ văn bản sửa đổi, bổ sung kế hoạch: Kế hoạch số 90/KH-UBND ngày 02/6/2025."]),
    ("amendment content", [put("plan", "amendments", value=[AMENDING])], [put("plan", "amendments", 0, "repeal", value={"tasks": ["II.9"]})], ["Ghi lại nội dung của văn bản sửa đổi, bổ sung: Kế hoạch số 90/KH-UBND ngày 02/6/2025.", "Từ ngày 02/6/2025: bãi bỏ nhiệm vụ II.9: “Tổ chức các hoạt động hưởng ứng Tháng hành động vì trẻ em, Tết Trung thu cho trẻ em năm …” (cơ quan chủ trì: Trung tâm Y tế; Phòng Văn hóa, Khoa học và Thông tin)."]),
    ("reviewed", [put("reports", "a", value=report("TTYT"))], [put("reports", "a", "reviewed", value=[{"date": "2025-06-03", "note": "giữ nguyên"}])], ["Rà soát lại báo cáo của Trung tâm Y tế (6 tháng đầu năm 2025) ngày 03/6/2025: vẫn dùng được."]),
    ("amendment title", [put("plan", "amendments", value=[AMENDING])], [put("plan", "amendments", 0, "title", value="Về nhiệm vụ")], ["Ghi trích yếu của văn bản sửa đổi, bổ sung 90/KH-UBND: “Về nhiệm vụ”."]),
]  # fmt: skip


def edited(*edits: Any) -> Data:  # noqa: ANN401
    data = base()
    for edit in edits:
        edit(data)
    return data


@pytest.mark.parametrize(
    ("before", "after", "said"), [row[1:] for row in SENTENCES], ids=[r[0] for r in SENTENCES]
)
def test_the_sentence(before: list[Any], after: list[Any], said: list[str]) -> None:
    new = edited(*before, *after) if after else base()
    assert told(edited(*before), new) == said


def test_every_kind_has_its_sentence_and_a_test() -> None:
    """The plans that come and go are in test_diff."""
    made = set()
    for file in (ROOT / "src/kehoach_cli/queries").glob("*change*.py"):
        text = file.read_text(encoding="utf-8")
        made |= set(re.findall(r'Change\(\s*"(\w+)"', text))
        made |= set(re.findall(r'"(\w+_(?:added|removed|changed|entered))"', text))
        made |= {f"{kind}_field" for kind in re.findall(r'field_changes\(\s*"(\w+)"', text)}
        for kind in re.findall(r'agency_changes\(\s*"(\w+)"', text):
            made |= {f"{kind}_agencies", f"{kind}_order", f"{kind}_spelling"}
    assert made - set(_WORDS) == set()
    seen = set()
    for _, before, after, _ in SENTENCES:
        new = edited(*before, *after) if after else base()
        view = changes_view(workspace(edited(*before)), workspace(new))
        seen |= {c.kind for s in view.sections for c in s.changes}
        assert changes_markdown(view, Side(), Side()).count("\n- ") == view.total
    assert set(_WORDS) - seen <= {"plan_added", "plan_removed", "plan_moved", "plan_other", "agency_list"}


def test_what_a_later_version_adds_to_a_plan_is_not_passed_over() -> None:
    assert sentence(Change("plan_other", "61/KH-UBND", "moi"), None) == "Sửa phần “moi” của kế hoạch."


def test_a_machine_without_git_compares_folders_and_says_what_the_rest_needs(tmp_path: Path) -> None:
    office = Desk(tmp_path / "vp")
    shutil.copytree(office.root / "plan", tmp_path / "ban-cu" / "plan")
    shutil.copytree(office.root / "plan", office.root / "giu" / "plan")
    (office.root / "giu" / "plan" / "office.yaml").unlink()
    nowhere = {"PATH": str(tmp_path)}
    found = kehoach("diff", "../ban-cu", "giu", cwd=office.root, env=nowhere)
    assert (found.code, found.err) == (0, "")
    assert "từ thư mục ../ban-cu đến thư mục giu\n" in found.out
    assert "- Bỏ thông tin của cơ quan (office.yaml)." in found.out
    for words in (["diff"], ["log"], ["tasks", "--at", "HEAD"]):
        told = kehoach(*words, cwd=office.root, env=nowhere).told
        assert told == (
            "xem các bản trước đây cần chương trình git, máy này không có. Cài git rồi chạy lại; "
            "các việc khác của kehoach không cần git."
        )
