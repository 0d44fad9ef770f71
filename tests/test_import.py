"""kehoach import: an official document becomes a plan; nothing lost, nothing invented, nothing overwritten."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from kehoach_cli.intake.official import opening
from kehoach_cli.model.plan import Plan
from kehoach_cli.store import plan_folder
from kehoach_cli.store.decoding import decode
from kehoach_cli.store.yaml_text import parse
from official_files import PdfPage, pdf
from program import ROOT, Outcome, golden, kehoach

if TYPE_CHECKING:
    from pathlib import Path

P61 = ROOT / "plan/61-kh-ubnd-2025"
DOCUMENT = """\
ỦY BAN NHÂN DÂN
HUYỆN SƠN TÂY

Số: 12/KH-UBND

Sơn Tây, ngày 03 tháng 12 năm 2025

# KẾ HOẠCH

## Triển khai công tác gia đình năm 2026

## I. NHIỆM VỤ

1. Rà soát các hộ gia đình có hoàn cảnh khó khăn trên địa bàn huyện.

- Cơ quan chủ trì: Phòng Nội vụ.

- Cơ quan phối hợp: UBND các xã.

- Thời gian thực hiện: Quý I năm 2026.

2. Tổ chức Ngày Gia đình Việt Nam trên địa bàn huyện.

- Cơ quan phối hợp: Trung tâm Y tế; UBND các xã.

- Thời gian thực hiện: Tháng 6 năm 2026.

## II. CHẾ ĐỘ BÁO CÁO

UBND các xã báo cáo UBND huyện (qua Phòng Nội vụ) kết quả thực hiện 6 tháng đầu năm trước ngày 05/6/2026 và báo cáo năm trước ngày 05/12 hằng năm.

Nơi nhận:
- Phòng Nội vụ;
- UBND các xã;
- Lưu: VT.
"""


class Desk:
    """A workspace to import into, with documents beside it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        kehoach("init", str(root), cwd=root.parent)
        shutil.rmtree(root / "plan/ke-hoach-mau")

    def document(self, text: str = DOCUMENT, name: str = "Kế hoạch gia đình.md") -> str:
        (self.root / name).write_text(text, encoding="utf-8")
        return name

    def run(self, *words: str) -> Outcome:
        return kehoach("import", *words, cwd=self.root)

    def files(self) -> dict[str, bytes]:
        found = (p for p in sorted((self.root / "plan").rglob("*")) if p.is_file())
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in found}

    def plan(self, id_: str) -> Plan:
        raw = (self.root / f"plan/{id_}/plan.yaml").read_bytes()
        return Plan.model_validate(parse(decode(raw)[0]).data)

    def check(self) -> list[dict[str, Any]]:
        """The errors that `check` finds in what was written."""
        outcome = kehoach("check", "--format", "json", "--as-of", "2025-05-20", cwd=self.root)
        assert outcome.code == 0, outcome.out
        return [p for p in outcome.data["problems"] if p["severity"] == "error"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "ban")


def of_61() -> Plan:
    return Plan.model_validate(parse(decode((P61 / "plan.yaml").read_bytes())[0]).data)


def test_plan_61_is_what_was_typed_by_hand(desk: Desk) -> None:
    shutil.copy(ROOT / "plan/agencies.yaml", desk.root / "plan")
    shutil.copy(ROOT / "plan/office.yaml", desk.root / "plan")
    before = desk.files()
    outcome = desk.run(str(P61 / "source.md"), "-o", "plan/x")
    assert (outcome.code, outcome.err) == (0, "")
    by_hand, taken = of_61(), desk.plan("x")
    for section in ("tasks", "organisation"):
        wanted = [t.model_copy(update={"short": None}) for t in getattr(by_hand, section)]
        assert list(getattr(taken, section)) == wanted
    days = [[(d.period, d.label, d.before, d.by) for d in plan.deadlines] for plan in (taken, by_hand)]
    assert days[0] == days[1]
    document = taken.document
    assert (document.number, document.issued, document.year, document.title) == (
        "61/KH-UBND",
        by_hand.document.issued,
        2025,
        by_hand.document.title,
    )
    assert desk.check() == []
    for file, raw in before.items():
        kept = iter(desk.files()[file])
        assert all(byte in kept for byte in raw)


def test_plan_61_into_an_empty_workspace_has_no_errors(desk: Desk) -> None:
    assert desk.run(str(P61 / "source.md")).code == 0
    assert desk.check() == []
    assert len(desk.plan("61-kh-ubnd-2025").tasks) == 13


def test_a_document_with_open_ends(desk: Desk) -> None:
    outcome = desk.run(desk.document())
    assert (outcome.code, outcome.err) == (0, "")
    golden("import/answer.txt", outcome.out)
    golden("import/12-plan.yaml", (desk.root / "plan/12-kh-ubnd-2025/plan.yaml").read_text("utf-8"))
    golden("import/12-agencies.yaml", (desk.root / "plan/agencies.yaml").read_text("utf-8"))
    assert desk.check() == []
    assert kehoach("tasks", cwd=desk.root).code == 0


def test_text_is_kept_word_for_word(desk: Desk) -> None:
    desk.run(desk.document())
    source = (desk.root / "plan/12-kh-ubnd-2025/source.md").read_text("utf-8")
    wanted = [line.strip("# ") for line in DOCUMENT.splitlines() if line]
    assert [line for line in wanted if line not in source] == []


def test_pages_that_are_pictures_are_told(desk: Desk, tmp_path: Path) -> None:
    lines = [line for line in DOCUMENT.replace("#", "").splitlines() if line]
    page = PdfPage().lines(60, 780, *lines[:-4])
    file = tmp_path / "quet.pdf"
    file.write_bytes(pdf(page, PdfPage().raw("/Im1 Do")))
    outcome = desk.run(str(file), "--issued", "2025-12-03", "-o", "plan/moi")
    assert outcome.code == 0, outcome.err
    told = "trang 2 là hình, không có chữ để đọc"
    heading = "KHÔNG ĐỌC ĐƯỢC: 1 chỗ"
    assert f"{heading}, xem trong tệp gốc rồi nhập tay phần còn thiếu:\n  {told}\n" in outcome.out
    written = (desk.root / "plan/moi/plan.yaml").read_text(encoding="utf-8")
    kept = f"# {heading}; xem trong tệp gốc rồi nhập tay phần còn thiếu.\n#   - {told}\n\ndocument:\n"
    assert f"\nversion: 1\n\n{kept}" in written
    assert desk.run(str(file), "--format", "json").data["unread"] == [told]


def test_json_writes_nothing_and_needs_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    data = kehoach("import", "a.txt", "--format", "json", cwd=tmp_path).data
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    assert data["schema"] == "kehoach/import/1"
    assert {k: data["document"][k] for k in ("number", "issued", "year", "title")} == {
        "number": "12/KH-UBND",
        "issued": "2025-12-03",
        "year": 2026,
        "title": "Triển khai công tác gia đình năm 2026",
    }
    assert [(t["lead"], t["coordinating"], t["timing"]) for t in data["tasks"]] == [
        (["Phòng Nội vụ"], ["UBND các xã"], "Quý I năm 2026"),
        ([], ["Trung tâm Y tế", "UBND các xã"], "Tháng 6 năm 2026"),
    ]


def test_optional_leads_are_among_the_leads(tmp_path: Path) -> None:
    data = kehoach("import", str(P61 / "source.md"), "--format", "json", cwd=tmp_path).data
    (task,) = [t for t in data["tasks"] if t["ref"] == "II.12"]
    assert task["lead"] == ["Văn phòng HĐND & UBND huyện", "Quỹ Bảo trợ trẻ em"]
    assert task["optional"] == ["Quỹ Bảo trợ trẻ em"]


def test_dry_run_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    name, before = desk.document(), desk.files()
    outcome = desk.run(name, "--dry-run")
    assert outcome.out.endswith(
        "Chạy thử (--dry-run): sẽ ghi vào plan/12-kh-ubnd-2025; không có tệp nào bị thay đổi.\n"
    )
    assert desk.files() == before
    assert kehoach("import", str(desk.root / name), "--dry-run", cwd=tmp_path).code == 0


def test_import_again_is_refused(desk: Desk) -> None:
    name = desk.document()
    desk.run(name)
    before = desk.files()
    assert desk.run(name).told == (
        "đã có thư mục plan/12-kh-ubnd-2025; kế hoạch đã có không bị ghi đè. "
        "Muốn nhập thành bản khác thì thêm -o plan/TÊN-KHÁC. Không có tệp nào bị thay đổi."
    )
    assert desk.files() == before
    again = desk.run(name, "-o", "plan/ban-hai")
    assert "agencies.yaml" not in again.out.partition("Đã ghi ")[2]
    assert {k: v for k, v in desk.files().items() if k in before} == before


@pytest.mark.parametrize("output", ["plan/moi", "moi", "./plan/moi", "plan/moi/"])
def test_folder_is_named_from_where_one_stands(desk: Desk, output: str) -> None:
    assert desk.run(desk.document(), "-o", output).code == 0
    assert (desk.root / "plan/moi/plan.yaml").exists()


def test_folder_is_named_from_the_workspace_too(desk: Desk, tmp_path: Path) -> None:
    name = str(desk.root / desk.document())
    outcome = kehoach("import", name, "-C", str(desk.root), "-o", "plan/moi", cwd=tmp_path)
    assert outcome.out.endswith("rồi chạy: kehoach check -C ban\n")
    assert (desk.root / "plan/moi/plan.yaml").exists()


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("khac/moi", "“khac/moi” không phải thư mục của một kế hoạch"),
        ("plan/a/b", "“plan/a/b” không phải thư mục của một kế hoạch"),
        ("plan/Kế hoạch 1", "ví dụ -o plan/ke-hoach-1."),
        ("plan/a.yaml", "ví dụ -o plan/a-yaml."),
        (".", "“.” không phải thư mục của một kế hoạch"),
    ],
)
def test_other_folders_are_refused(desk: Desk, output: str, told: str) -> None:
    before = desk.files()
    assert told in desk.run(desk.document(), "-o", output).told
    assert desk.files() == before


def test_without_a_workspace_init_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DOCUMENT, encoding="utf-8")
    assert "“kehoach init THƯ_MỤC”" in kehoach("import", "a.md", cwd=tmp_path).told


def test_number_unknown_takes_the_name_of_the_file(desk: Desk) -> None:
    name = desk.document(DOCUMENT.replace("Số: 12/KH-UBND\n", ""))
    outcome = desk.run(name)
    assert "CHƯA RÕ: văn bản không ghi số, ký hiệu.\n" in outcome.out
    assert desk.plan("ke-hoach-gia-dinh").document.number == "CHƯA RÕ"
    assert desk.check() == []


def test_day_of_issue_must_be_known(desk: Desk) -> None:
    name, before = (
        desk.document(DOCUMENT.replace("ngày 03 tháng 12 năm 2025", "ngày   tháng   năm 2025")),
        desk.files(),
    )
    assert desk.run(name).told == (
        "văn bản không ghi ngày ban hành, kế hoạch thì phải có; thêm --issued NGÀY. Không có tệp nào bị thay đổi."
    )
    assert desk.files() == before
    assert desk.run(name, "--issued", "5/12/2025").code == 0
    assert str(desk.plan("12-kh-ubnd-2025").document.issued) == "2025-12-05"


def refused(desk: Desk, name: str) -> str:
    before = desk.files()
    outcome = desk.run(name)
    assert (outcome.code, outcome.out, desk.files()) == (1, "", before)
    return outcome.err


def test_document_without_duties_is_refused(desk: Desk) -> None:
    name = desk.document("# Thư mời\n\nKính mời đồng chí dự họp.\n", "thu.md")
    assert refused(desk, name) == (
        "thu.md: lỗi L620: không tìm thấy nhiệm vụ, hạn báo cáo nào trong văn bản\n"
        "   gợi ý: kiểm tra đây có đúng là kế hoạch có giao việc không.\n"
        "Không có tệp nào bị thay đổi.\n"
    )


def test_file_that_cannot_be_opened_is_told(desk: Desk) -> None:
    assert refused(desk, "khong-co.docx") == (
        "khong-co.docx: lỗi L621: không đọc được tệp: tệp hoặc liên kết trỏ đến tệp không còn\n"
        "   gợi ý: kiểm tra đường dẫn; nếu tệp đang mở trong Word thì đóng lại.\n"
        "Không có tệp nào bị thay đổi.\n"
    )


def test_file_that_is_no_document_is_told(desk: Desk) -> None:
    (desk.root / "rong.docx").write_bytes(b"")
    assert ": lỗi L6" in refused(desk, "rong.docx")


def test_text_of_a_whole_library_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_LETTERS", 1_000)
    assert "lỗi L604: tệp lớn khác thường, không thể là một văn bản (hơn 1.000 chữ cái)" in refused(
        desk, desk.document(DOCUMENT * 2)
    )


def test_register_in_brackets_is_left_alone(desk: Desk) -> None:
    register = desk.root / "plan/agencies.yaml"
    register.write_text(
        "schema: 1\nagencies: [{id: van-phong, name: Văn phòng HĐND và UBND, kind: phong-ban}]\n",
        encoding="utf-8",
    )
    assert refused(desk, desk.document()) == (
        "Kế hoạch gia đình.md: lỗi L622: không thêm được cơ quan của văn bản vào agencies.yaml vì cách trình bày "
        "của tệp đó\n"
        "   gợi ý: viết mỗi cơ quan, mỗi cách viết khác một dòng có dấu gạch, không dùng ngoặc [ ], rồi chạy lại.\n"
        "Không có tệp nào bị thay đổi.\n"
    )


def test_register_out_of_order_is_told_first(desk: Desk) -> None:
    register = desk.root / "plan/agencies.yaml"
    register.write_text(register.read_text("utf-8") + "  - id: A B\n", encoding="utf-8")
    assert "plan/agencies.yaml:" in refused(desk, desk.document())


def test_plan_out_of_order_stands_in_nobodys_way(desk: Desk) -> None:
    (desk.root / "plan/hong").mkdir()
    (desk.root / "plan/hong/plan.yaml").write_text("schema: 1\n", encoding="utf-8")
    assert desk.run(desk.document()).code == 0


def test_register_that_is_missing_is_begun(desk: Desk) -> None:
    (desk.root / "plan/agencies.yaml").unlink()
    assert desk.run(desk.document()).code == 0
    assert "Phòng Nội vụ" in (desk.root / "plan/agencies.yaml").read_text("utf-8")


def test_disk_that_refuses_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    name, before = desk.document(), desk.files()
    monkeypatch.setattr(plan_folder, "write_atomic", full)
    assert desk.run(name).told.endswith("ổ đĩa đã đầy. Không có tệp nào bị thay đổi.")
    assert desk.files() == before
    assert not (desk.root / "plan/12-kh-ubnd-2025").exists()


def test_register_saved_meanwhile_is_not_overwritten(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    name, before = desk.document(), desk.files()
    read = plan_folder.read_register
    seen: list[bytes | None] = []

    def reading(root: Path) -> bytes | None:
        seen.append(read(root))
        return seen[-1] if len(seen) == 1 else b"khac"

    monkeypatch.setattr(plan_folder, "read_register", reading)
    assert desk.run(name).told.startswith("thư mục plan vừa có người sửa; chạy lại lệnh.")
    assert desk.files() == before


def test_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("mot", "hai"):
        desk = Desk(tmp_path / name)
        desk.run(desk.document())
        made.append(desk.files())
    assert made[0] == made[1]
