"""kehoach issued: number and day of what went out are on record, once, and the report prints them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from unittest import mock

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.checks.issued_rules import _place_of
from kehoach_cli.model.folding import slug, squeeze
from kehoach_cli.model.issued import Issued
from kehoach_cli.model.workspace import PlanFolder, Sent
from kehoach_cli.queries.consolidation import consolidation, issuer_for
from kehoach_cli.render.table import one_line
from kehoach_cli.render.word.archive import packed, read_parts
from kehoach_cli.render.word.stamp import stamped
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.issued_text import issued_text
from kehoach_cli.store.layout import issued_path
from kehoach_cli.store.loading import load
from made_up_reports import plan_61, six_months
from program import PLAN, ROOT, Office, Outcome, add_second_plan

if TYPE_CHECKING:
    from pathlib import Path

    from kehoach_cli.queries.report_frame import PaperView

UNTOUCHED = "Không có tệp nào bị thay đổi."
FOLDER = "plan/61-kh-ubnd-2025/issued"
LETTER = {
    "document": "cong-van",
    "plan": "61-kh-ubnd-2025",
    "period": "6thang",
    "stage": "2",
    "before": "2025-05-23",
    "agencies": "trung-tam-y-te phong-tu-phap",
}
REPORT = {"document": "bao-cao", "plan": "61-kh-ubnd-2025", "period": "6thang"}
TTYT = ("-p", "6thang", "--stage", "2", "-a", "ttyt", "--before", "23/5/2025")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def lay_out(office: Office, name: str, **facts: str) -> None:
    """A Word file in the office's folder that says of itself what kehoach would have it say."""
    parts = read_parts(ROOT / "templates" / "bao-cao.docx")
    office.file(name).write_bytes(packed(stamped(parts, facts)))


def issued(
    office: Office,
    *words: str,
    number: str = "312/UBND-TH",
    dated: str = "20/5/2025",
    as_of: str = "2025-05-30",
) -> Outcome:
    return office.run("issued", *words, "--number", number, "--date", dated, as_of=as_of)


def refused(office: Office, *words: str, **more: str) -> str:
    """The words of a wrong call, which leaves every file as it was."""
    before = sorted((path, path.stat().st_mtime_ns) for path in office.root.rglob("*"))
    told = issued(office, *words, **more).told
    assert sorted((path, path.stat().st_mtime_ns) for path in office.root.rglob("*")) == before
    assert told.endswith(UNTOUCHED)
    return told.removesuffix(f". {UNTOUCHED}")


def on_record(office: Office) -> list[Sent]:
    """What the program reads back; the files are in order."""
    found = load(DiskFolder(office.root), date(2025, 6, 30), thorough=True)
    assert [p for p in found.problems if "/issued/" in p.file] == []
    return [sent for plan in found.workspace.plans for sent in plan.sent]


# What is written


def test_a_letter_of_ours_needs_its_number_and_day_alone(office: Office) -> None:
    lay_out(office, "cong-van.docx", **LETTER)
    assert issued(office, "cong-van.docx") == Outcome(
        0,
        "Đã ghi nhận Công văn số 312/UBND-TH ngày 20/5/2025 (đôn đốc lần 1, 2 cơ quan).\n"
        f"Tệp: {FOLDER}/2025-05-20-312-ubnd-th.yaml.\n",
        "",
    )
    assert office.file(f"{FOLDER}/2025-05-20-312-ubnd-th.yaml").read_text(encoding="utf-8") == (
        "# Công văn đôn đốc lần 1, kỳ 6 tháng đầu năm 2025: số và ngày do văn thư cấp.\n"
        "schema: 1\n"
        "document: cong-van\n"
        "period: 6thang\n"
        "number: 312/UBND-TH\n"
        "dated: 2025-05-20\n"
        "stage: 2\n"
        "before: 2025-05-23\n"
        "agencies:\n"
        "  - Trung tâm Y tế\n"
        "  - Phòng Tư pháp\n"
    )
    [sent] = on_record(office)
    assert (sent.issued.stage, sent.issued.before) == ("2", date(2025, 5, 23))


def test_what_a_person_changed_in_the_letter_may_be_said(office: Office) -> None:
    lay_out(office, "cong-van.docx", **LETTER)
    assert issued(office, "cong-van.docx", "-a", "ttyt", "--before", "26/5/2025").code == 0
    [sent] = on_record(office)
    assert (sent.issued.agencies, sent.issued.before) == (("Trung tâm Y tế",), date(2025, 5, 26))


def test_the_first_letter_goes_to_everyone_who_owes_a_report(office: Office) -> None:
    office.edit(
        PLAN,
        "    reporters:",
        "    exempt:\n      - {agency: Huyện đoàn, reason: Đã báo cáo riêng}\n    reporters:",
    )
    said = issued(office, "-p", "6thang", "--stage", "1", number="250/UBND-TH", dated="22/4/2025")
    assert said.out.startswith(
        "Đã ghi nhận Công văn số 250/UBND-TH ngày 22/4/2025 (yêu cầu báo cáo, 30 cơ quan).\n"
    )
    [sent] = on_record(office)
    assert len(sent.issued.agencies) == 30
    assert "Huyện đoàn" not in sent.issued.agencies


def test_addressees_stand_once_in_register_order(office: Office) -> None:
    words = ("-p", "6thang", "--stage", "3", "-a", "Công an xã Sơn Mùa", "-a", "TTYT", "-a", "trung tâm y tế")
    assert issued(office, *words, "--before", "29/5/2025").out.startswith(
        "Đã ghi nhận Công văn số 312/UBND-TH ngày 20/5/2025 (đôn đốc lần 2, 2 cơ quan).\n"
    )
    assert on_record(office)[0].issued.agencies == ("Trung tâm Y tế", "Công an xã Sơn Mùa")


@pytest.mark.parametrize("words", [["bao-cao.docx"], ["-p", "6thang", "--report"]])
def test_the_consolidated_report_that_was_sent_up(office: Office, words: list[str]) -> None:
    lay_out(office, "bao-cao.docx", **REPORT)
    assert issued(office, *words, number="210/BC-UBND", dated="28/5/2025") == Outcome(
        0,
        "Đã ghi nhận Báo cáo số 210/BC-UBND ngày 28/5/2025 gửi Sở Y tế.\n"
        f"Tệp: {FOLDER}/2025-05-28-210-bc-ubnd.yaml.\n",
        "",
    )
    assert [(s.issued.document, s.issued.agencies) for s in on_record(office)] == [("bao-cao", ())]


def test_what_the_record_still_lacks_is_said(office: Office) -> None:
    lines = issued(office, *TTYT[:-2], number="312").out.splitlines()
    assert lines[2:] == [
        "Số “312” chưa có ký hiệu; nếu thiếu thì xóa tệp trên rồi ghi lại.",
        "Chưa ghi hạn mới của công văn; nếu có, thêm dòng before vào tệp trên.",
    ]


def test_another_plan_may_have_the_same_letter_of_the_same_day(office: Office) -> None:
    add_second_plan(office)
    second = ("--plan", "12", "-p", "6thang", "--stage", "2", "-a", "ttyt", "--before", "23/5/2025")
    assert issued(office, "--plan", "61", *TTYT).code == 0
    assert issued(office, *second).code == 0
    assert len(on_record(office)) == 2
    assert refused(office, *second, dated="21/5/2025").startswith(
        "đã ghi nhận văn bản số 312/UBND-TH ngày 20/5/2025; kehoach không ghi đè."
    )


# What is refused


def test_nothing_is_recorded_twice(office: Office) -> None:
    assert issued(office, *TTYT).code == 0
    for again in ({}, {"number": "312 / ubnd–th"}, {"dated": "21/5/2025"}):
        assert refused(office, *TTYT, **again) == (
            "đã ghi nhận văn bản số 312/UBND-TH ngày 20/5/2025; kehoach không ghi đè. "
            f"Nếu ghi nhầm thì sửa hoặc xóa tệp {FOLDER}/2025-05-20-312-ubnd-th.yaml"
        )
    report = ("-p", "6thang", "--report")
    assert issued(office, *report, number="210/BC-UBND").code == 0
    assert refused(office, *report, number="211/BC-UBND") == (
        "đã ghi nhận báo cáo tổng hợp kỳ 6thang: số 210/BC-UBND ngày 20/5/2025; kehoach không ghi đè. "
        f"Nếu ghi nhầm thì sửa hoặc xóa tệp {FOLDER}/2025-05-20-210-bc-ubnd.yaml"
    )


def test_a_number_may_come_back_in_another_year_or_under_another_issuer(office: Office) -> None:
    assert issued(office, *TTYT).code == 0
    nam = ("-p", "nam", "--stage", "1")
    assert issued(office, *nam, dated="20/11/2025", as_of="2026-02-01").code == 0  # the district had ended
    assert issued(office, *nam, dated="20/01/2026", as_of="2026-02-01").code == 0


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            {"dated": "31/5/2025"},
            "ngày ban hành 31/5/2025 ở sau ngày đang xét 30/5/2025; kiểm tra ngày, hoặc thêm --as-of",
        ),
        (
            {"dated": "20/01/2025"},
            "ngày ban hành 20/01/2025 ở trước ngày ban hành Kế hoạch số 61/KH-UBND (04/4/2025); kiểm tra lại ngày",
        ),
        (
            {"dated": "23/5/2025"},
            "hạn mới 23/5/2025 không sau ngày ban hành 23/5/2025; kiểm tra lại hai ngày",
        ),
        ({"number": "…/UBND-TH"}, "số “…/UBND-TH” không có chữ số nào; ghi số do văn thư cấp"),
        ({"number": " "}, "số “ ” không có chữ số nào; ghi số do văn thư cấp"),
    ],
)
def test_what_cannot_be(office: Office, more: dict[str, str], told: str) -> None:
    assert refused(office, *TTYT, **more) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "ghi tệp Word do kehoach tạo, hoặc --period cùng với --report hay --stage"),
        (["-p", "6thang"], "ghi một trong hai: --report (báo cáo tổng hợp) hoặc --stage (công văn)"),
        (
            ["-p", "6thang", "--report", "--stage", "1"],
            "ghi một trong hai: --report (báo cáo tổng hợp) hoặc --stage (công văn)",
        ),
        (
            ["-p", "6thang", "--stage", "3"],
            "công văn đôn đốc phải ghi cơ quan nhận bằng --agency (mỗi cơ quan một lần)",
        ),
        (["-p", "6thang", "--report", "-a", "ttyt"], "--agency và --before chỉ dùng cho công văn"),
        (
            ["-p", "6thang", "--stage", "2", "-a", "Văn phòng HĐND & UBND huyện"],
            (
                "Văn phòng HĐND & UBND huyện không phải báo cáo kỳ này (6thang); "
                "kiểm tra tên cơ quan hoặc danh sách reporters"
            ),
        ),
        (
            ["cong-van.docx", "-p", "6thang"],
            "tệp “cong-van.docx” đã cho biết loại văn bản và kỳ; bỏ --period, --report, --stage",
        ),
        (["bao-cao.docx", "--before", "23/5/2025"], "--agency và --before chỉ dùng cho công văn"),
        (
            ["khac.docx"],
            "tệp “khac.docx” thuộc kế hoạch “12-kh”, không có ở đây hoặc khác --plan",
        ),
        (
            ["mat-ten.docx"],
            (
                "tệp “mat-ten.docx” gửi cơ quan có mã “phong-cu”, không còn trong agencies.yaml; "
                "ghi các cơ quan nhận bằng --agency"
            ),
        ),
        (
            ["khong-ten.docx"],
            "tệp “khong-ten.docx” không ghi cơ quan nhận; ghi các cơ quan nhận bằng --agency",
        ),
    ],
)
def test_calls_that_do_not_say_what_went_out(office: Office, words: list[str], told: str) -> None:
    lay_out(office, "cong-van.docx", **LETTER)
    lay_out(office, "bao-cao.docx", **REPORT)
    lay_out(office, "khac.docx", **REPORT | {"plan": "12-kh"})
    lay_out(office, "mat-ten.docx", **LETTER | {"agencies": "trung-tam-y-te phong-cu"})
    lay_out(office, "khong-ten.docx", **LETTER | {"agencies": ""})
    assert refused(office, *words) == told


@pytest.mark.parametrize(
    "changed", [{"stage": "9"}, {"stage": ""}, {"before": "23/5"}, {"document": "giay-moi"}]
)
def test_a_letter_whose_unseen_part_was_changed(office: Office, changed: dict[str, str]) -> None:
    lay_out(office, "cong-van.docx", **LETTER | changed)
    assert refused(office, "cong-van.docx")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("thu.docx", "không do kehoach tạo"),
        ("phieu-trinh.docx", "không phải công văn hay dự thảo báo cáo tổng hợp"),
    ],
)
def test_files_that_have_no_number_of_a_registry(office: Office, name: str, what: str) -> None:
    office.file("thu.docx").write_bytes((ROOT / "templates" / "bao-cao.docx").read_bytes())
    lay_out(office, "phieu-trinh.docx")
    assert refused(office, name) == (
        f"tệp “{name}” {what}; ghi --period cùng với --report (báo cáo tổng hợp) "
        "hoặc --stage và --agency (công văn), không ghi tệp"
    )


def test_what_the_office_wrote_itself_is_not_contradicted(office: Office) -> None:
    summary = office.file("plan/61-kh-ubnd-2025/reports/6thang/_tong-hop.yaml")
    summary.parent.mkdir(parents=True)
    report = ("-p", "6thang", "--report")
    summary.write_text("schema: 1\nperiod: 6thang\nnumber: 211/BC-UBND\n", encoding="utf-8")
    assert refused(office, *report, number="210/BC-UBND") == (
        "tệp plan/61-kh-ubnd-2025/reports/6thang/_tong-hop.yaml ghi khác: báo cáo tổng hợp số 211/BC-UBND; "
        "sửa một trong hai cho khớp"
    )
    summary.write_text("schema: 1\nperiod: 6thang\nnumber: 210\ndated: 2025-05-20\n", encoding="utf-8")
    assert issued(office, *report, number="210/BC-UBND").code == 0
    assert len(on_record(office)) == 1


def test_a_disk_that_refuses_leaves_nothing(office: Office) -> None:
    with mock.patch("kehoach_cli.store.writing._put", side_effect=OSError(28, "No space left on device")):
        told = issued(office, *TTYT).told
    assert told == f"không ghi được “{FOLDER}/2025-05-20-312-ubnd-th.yaml”: ổ đĩa đã đầy. {UNTOUCHED}"
    assert [*office.file(FOLDER).iterdir()] == []


# The file


def test_the_rule_and_the_command_name_the_file_alike() -> None:
    record = Issued(
        schema="1", document="bao-cao", period="nam", number="5/BC–UBND Đ", dated=date(2025, 5, 2)
    )
    folder = mock.Mock(spec=PlanFolder, id="61-kh")
    assert _place_of(folder, record) == issued_path("61-kh", record.dated, record.number)
    assert _place_of(folder, record) == "plan/61-kh/issued/2025-05-02-5-bc-ubnd-d.yaml"


@given(
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.lists(st.text(st.characters(codec="utf-8")), max_size=3),
)
def test_any_text_survives_the_file(number: str, agencies: list[str]) -> None:
    clean = [squeeze(one_line(text)) for text in (number, *agencies)]
    facts = {"number": clean[0], "agencies": [name for name in clean[1:] if name]}
    text = issued_text(facts, "Công văn", "năm 2025")
    assert re.match(r"# Công văn, kỳ năm 2025: .*\nschema: 1\n", text)
    read = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # keeps every scalar as text
    assert read == {"schema": "1", **{key: value for key, value in facts.items() if value}}


@given(st.text(max_size=12), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_file_name_is_one_on_every_system(number: str, dated: date) -> None:
    name = issued_path("61-kh", dated, number).rpartition("/")[2]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z0-9-]*\.yaml", name)
    assert slug(number) in name


# The report's number


def paper(
    summary: dict[str, str] | None, *records: tuple[str, str, str], as_of: date = date(2025, 6, 10)
) -> PaperView:
    """The frame of the six-month report with records (document, number, day) of its issue."""
    folder, deadline = six_months({}, summary)
    sent = tuple(
        Sent("", Issued(schema="1", document=document, period="6thang", number=number, dated=dated))
        for document, number, dated in records
    )
    folder = folder._replace(sent=sent)
    workspace = plan_61()._replace(plans=(folder,))
    issuer = issuer_for(workspace.office, deadline, as_of)
    assert issuer is not None
    return consolidation(workspace, folder, deadline, as_of, issuer).paper


GIVEN = ("bao-cao", "210/BC-UBND", "2025-05-28")


@pytest.mark.parametrize(
    ("summary", "records", "as_of", "number", "dated"),
    [
        (None, [], 10, None, None),
        (None, [GIVEN], 10, "210/BC-UBND", date(2025, 5, 28)),
        ({}, [GIVEN], 10, "210/BC-UBND", date(2025, 5, 28)),
        ({"number": "210"}, [GIVEN], 10, "210", date(2025, 5, 28)),
        ({"number": "9", "dated": "2025-06-01"}, [GIVEN], 10, "09", date(2025, 6, 1)),
        (None, [("cong-van", "312/UBND-TH", "2025-05-20")], 10, None, None),
        (None, [GIVEN, ("bao-cao", "233/BC-UBND", "2025-06-05")], 10, "233/BC-UBND", date(2025, 6, 5)),
        (None, [GIVEN, ("bao-cao", "233/BC-UBND", "2025-06-05")], 2, "210/BC-UBND", date(2025, 5, 28)),
    ],
)
def test_the_report_has_the_number_that_the_registry_gave(
    summary: dict[str, str] | None,
    records: list[tuple[str, str, str]],
    as_of: int,
    number: str | None,
    dated: date | None,
) -> None:
    found = paper(summary, *records, as_of=date(2025, 6, as_of))
    assert (found.number, found.dated) == (number, dated)
