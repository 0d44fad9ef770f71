"""kehoach receive: a report that came in is logged in ten seconds, and nothing that exists is lost."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest
import yaml

from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.loading import load
from kehoach_cli.store.report_text import scalar
from program import ENTERED, PLAN, Office, Outcome, add_second_plan, kehoach
from test_plan_61 import DUTIES

if TYPE_CHECKING:
    from kehoach_cli.model.report import Report

UNTOUCHED = "Không có tệp nào bị thay đổi."
FILE = "plan/61-kh-ubnd-2025/reports/6thang/{}.yaml"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def receive(
    office: Office, agency: str, *words: str, received: str = "12/5/2025", as_of: str = "2025-05-13"
) -> Outcome:
    return office.run("receive", "-p", "6thang", "-a", agency, "--received", received, *words, as_of=as_of)


def refused(office: Office, agency: str, *words: str, **days: str) -> str:
    """The words of a wrong call, which leaves every file as it was."""
    before = office.files()
    told = receive(office, agency, *words, **days).told
    assert office.files() == before
    return told.removesuffix(f" {UNTOUCHED}")


def loaded(office: Office, agency: str) -> Report:
    """The report as the program reads it; the file is in order."""
    from datetime import date

    found = load(DiskFolder(office.root), date(2025, 6, 30), thorough=True)
    assert [p for p in found.problems if f"/{agency}.yaml" in p.file] == []
    [report] = [
        f.report for p in found.workspace.plans for f in p.reports if f.file.endswith(f"/{agency}.yaml")
    ]
    return report


def state(office: Office, agency: str, as_of: str = "2025-05-20") -> str:
    """What status says of the agency."""
    [deadline] = office.run("status", "-p", "6thang", "--format", "json", as_of=as_of).data["deadlines"]
    [found] = [slot["state"] for slot in deadline["slots"] if slot["agency"]["id"] == agency]
    return str(found)


def test_logging_takes_one_call_and_counts_at_once(office: Office) -> None:
    outcome = receive(office, "ttyt", "--number", "45/BC-TTYT", "--dated", "10/5/2025")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "Đã ghi nhận báo cáo của Trung tâm Y tế, đến ngày 12/5/2025. Đã gửi đúng hạn.\n"
        "Đã nhận 1/31 báo cáo; chưa gửi 30; chưa nhập nội dung 1. "
        "Hạn cuối: hết ngày 14/5/2025 (còn 1 ngày). Tính đến ngày 13/5/2025.\n"
        f"Tệp: {FILE.format('trung-tam-y-te')} "
        "(chưa nhập nội dung; mở tệp, bỏ dấu # và điền khi có thời gian).\n"
        "Gửi lại đơn vị: Văn phòng đã nhận Báo cáo số 45/BC-TTYT ngày 10/5/2025 của Trung tâm Y tế, "
        "đến ngày 12/5/2025. Cảm ơn đơn vị!\n"
    )
    assert state(office, "trung-tam-y-te") == "on_time"
    assert not loaded(office, "trung-tam-y-te").is_entered


def test_every_option_stands_in_the_file_in_the_order_of_the_record(office: Office) -> None:
    receive(
        office,
        "UBND xã Sơn Mùa",
        *("--number", "210/BC-UBND", "--dated", "2025-05-11", "--arrival-number", "1043"),
        *("--signer", "Đinh Văn A, Chủ tịch", "--channel", "Trục liên thông/phần mềm QLVB", "--draft"),
        *("--covers", "cax son mua", "--covers", "UBND xã Sơn Dung"),
        *("--returned", "13/5/2025", "--reason", "Thiếu số liệu: mục II.2"),
    )
    text = office.report_file("ubnd-xa-son-mua").read_text(encoding="utf-8")
    facts = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#")).strip()
    assert facts == (
        "schema: 1\n"
        "agency: UBND xã Sơn Mùa\n"
        "period: 6thang\n"
        "number: 210/BC-UBND\n"
        "dated: 2025-05-11\n"
        "received: 2025-05-12\n"
        "arrival_number: 1043\n"
        "signer: Đinh Văn A, Chủ tịch\n"
        "channel: Trục liên thông/phần mềm QLVB\n"
        "draft: true\n"
        "covers:\n"
        "  - Công an xã Sơn Mùa\n"
        "  - UBND xã Sơn Dung\n"
        "returned:\n"
        "  date: 2025-05-13\n"
        '  reason: "Thiếu số liệu: mục II.2"'
    )
    assert state(office, "cong-an-xa-son-mua") == "returned"


@pytest.mark.parametrize(
    "value",
    [
        "12: hai",
        "a # b",
        'ông "A"',
        "it's",
        "- gạch đầu",
        "=1+1",
        "null",
        "NULL",
        "~",
        "true",
        "2025-05-12",
        "[khẩn]",
        "{a}",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "| a",
        "> a",
        "? a",
        ": a",
        "a:",
        "a\\nb",
        "“Toàn dân”",
        "đồng chí 😀",
        "Ｗｉｄｅ",
        "0x1F",
        "1_0",
        "…",
    ],
)
def test_values_that_need_quotes_come_back_as_they_were(office: Office, value: str) -> None:
    assert receive(office, "ttyt", "--number", value, "--signer", value).code == 0
    report = loaded(office, "trung-tam-y-te")
    assert (report.number, report.signer) == (value, value)


def test_white_space_and_control_characters_do_not_reach_the_file(office: Office) -> None:
    outcome = receive(office, "ttyt", "--number", " 45/\x1b[31mBC\n TTYT\t", "--signer", " \x00 ")
    assert "\x1b" not in outcome.out
    report = loaded(office, "trung-tam-y-te")
    assert (report.number, report.signer) == ("45/ [31mBC TTYT", None)


def test_what_is_typed_in_parts_is_written_composed(office: Office) -> None:
    receive(
        office,
        unicodedata.normalize("NFD", "Trung tâm Y tế"),
        "--signer",
        unicodedata.normalize("NFD", "Nguyễn Thị Hoà"),
    )
    text = office.report_file("trung-tam-y-te").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert loaded(office, "trung-tam-y-te").signer == "Nguyễn Thị Hoà"


@pytest.mark.parametrize("text", ["45/BC-TTYT", "Đinh Văn A", "", "a: b", "#", "\\", '"', "null", "-1", "é́"])
def test_scalar_is_read_back_by_any_yaml_reader(text: str) -> None:
    assert yaml.load(f"k: {scalar(text)}\n", Loader=yaml.BaseLoader) == {"k": text}  # noqa: S506  # text stays text


SENDERS = [
    "trung-tam-y-te",
    "phong-noi-vu",
    "mat-tran",
    "huyen-doan",
    "ubnd-xa-son-lap",
    "cong-an-xa-son-lap",
]


@pytest.mark.parametrize("agency", SENDERS)
def test_every_comment_can_be_put_to_use(office: Office, agency: str) -> None:
    """Whoever takes one sign off every line has a file that is right and answers every duty of the agency."""
    receive(office, agency, "--number", "1/BC")
    path = office.report_file(agency)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^# ?", "", text, flags=re.MULTILINE), encoding="utf-8")
    report = loaded(office, agency)
    certain = [ref for ref, (_, way) in DUTIES[agency].items() if way != "open"]
    assert sorted(task.ref for task in report.tasks) == sorted(certain)
    assert report.is_entered
    assert report.rest == "không phát sinh"
    assert (
        len(report.directives) == len(report.difficulties) == len(report.next) == len(report.proposals) == 1
    )
    assert office.run("check").out.count("lỗi L") == 0


def test_one_answer_for_the_whole_report_is_one_sign_away(office: Office) -> None:
    receive(office, "phong-tu-phap")
    path = office.report_file("phong-tu-phap")
    path.write_text(path.read_text(encoding="utf-8").replace("# rest:", "rest:"), encoding="utf-8")
    assert "Báo cáo không phát sinh" in office.run("status", "-a", "phong-tu-phap").out


def test_the_file_tells_its_reader_what_to_do(office: Office) -> None:
    receive(office, "hoi-nong-dan")
    text = office.report_file("hoi-nong-dan").read_text(encoding="utf-8")
    assert text.startswith(
        "## Báo cáo của Hội Nông dân huyện, kỳ 6 tháng đầu năm 2025.\n"
        "## Nội dung chưa nhập: bỏ dấu # ở đầu các dòng cần dùng rồi điền; dòng nào không có thì để nguyên.\n"
        "## Dòng có hai dấu # là lời giải thích.\n"
        "## Không ghi họ tên, địa chỉ, thông tin riêng của trẻ em; chỉ nêu số lượng.\n"
        "schema: 1\n"
    )
    assert "#   - ref: IV.3      # thực hiện: Xây dựng kế hoạch của cơ quan, đoàn thể\n" in text
    assert max(map(len, text.splitlines())) <= 110


def test_an_agency_without_certain_duties_gets_the_possible_ones(office: Office) -> None:
    more = "      - Công an các xã\n      - Trung tâm TT-VH-TT\n      - Sở Y tế\n"
    office.edit(PLAN, "      - Công an các xã\n    reporters_basis", f"{more}    reporters_basis")
    receive(office, "Trung tâm TT-VH-TT")
    text = office.report_file("trung-tam-truyen-thong-van-hoa-the-thao").read_text(encoding="utf-8")
    assert re.findall(r"ref: (\S+)", text) == ["II.1", "II.9", "II.10", "II.12", "II.13", "IV.2"]
    receive(office, "Sở Y tế")
    text = office.report_file("so-y-te").read_text(encoding="utf-8")
    assert "\n## Kế hoạch không giao nhiệm vụ riêng cho cơ quan này.\n" in text
    office.report_file("so-y-te").write_text(re.sub(r"^# ?", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert loaded(office, "so-y-te").tasks == ()


def test_a_second_report_is_refused(office: Office) -> None:
    receive(office, "ttyt")
    told = refused(office, "ttyt", "--number", "46/BC-TTYT")
    assert told == (
        "đã có báo cáo kỳ 6thang của Trung tâm Y tế (nhận ngày 12/5/2025); kehoach không ghi đè. Muốn thay đổi, "
        f"kể cả ghi nhận bản gửi lại hay trả lại (returned), thì sửa tệp {FILE.format('trung-tam-y-te')}."
    )


def test_a_file_that_appears_meanwhile_is_kept(office: Office) -> None:
    path = office.report_file("trung-tam-y-te")

    def colleague(_: int) -> bytes:
        path.write_text(
            "schema: 1\nagency: Trung tâm Y tế\nperiod: 6thang\nreceived: 2025-05-11\n", encoding="utf-8"
        )
        return b"rand"

    with mock.patch("kehoach_cli.store.writing.os.urandom", colleague):
        told = receive(office, "ttyt").told
    assert told.startswith("đã có báo cáo kỳ 6thang của Trung tâm Y tế; kehoach không ghi đè.")
    assert "received: 2025-05-11" in path.read_text(encoding="utf-8")
    assert [p.name for p in path.parent.iterdir()] == ["trung-tam-y-te.yaml"]


def test_the_last_moment_is_guarded_too(office: Office) -> None:
    path = office.report_file("trung-tam-y-te")
    real = os.path.lexists

    def blind(where: str | Path) -> bool:
        return Path(where) != path and real(where)

    receive(office, "ttyt")
    text = path.read_text(encoding="utf-8")
    with (
        mock.patch("kehoach_cli.store.writing.os.path.lexists", blind),
        mock.patch("kehoach_cli.model.slots.report_of", return_value=None),
    ):
        assert receive(office, "ttyt", "--number", "46").told.startswith("đã có báo cáo kỳ 6thang")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (
            PermissionError(13, "Permission denied"),
            "không có quyền ghi, hoặc tệp đang mở trong chương trình khác",
        ),
        (OSError(28, "No space left on device"), "ổ đĩa đã đầy"),
        (OSError(30, "Read-only file system"), "ổ đĩa chỉ cho đọc"),
        (OSError(5, "Input/output error"), "hệ thống báo mã 5"),
    ],
)
def test_what_cannot_be_written_leaves_nothing_behind(office: Office, error: OSError, why: str) -> None:
    path = FILE.format("trung-tam-y-te")
    with mock.patch("kehoach_cli.store.writing.os.fsync", side_effect=error):
        assert refused(office, "ttyt") == f"không ghi được “{path}”: {why}."
    assert [*office.report_file("x").parent.iterdir()] == []


def test_a_folder_that_cannot_be_made(office: Office) -> None:
    with mock.patch("pathlib.Path.mkdir", side_effect=PermissionError(13, "Permission denied")):
        told = refused(office, "ttyt")
    assert told.startswith(f"không ghi được “{FILE.format('trung-tam-y-te')}”: không có quyền ghi")


def test_a_file_where_the_folder_should_be(office: Office) -> None:
    office.file("plan/61-kh-ubnd-2025/reports").write_text("", encoding="utf-8")
    before = office.files()
    told = receive(office, "ttyt").told
    assert told.startswith(f"không ghi được “{FILE.format('trung-tam-y-te')}”: ")
    assert told.endswith(UNTOUCHED)
    assert office.files() == before


@pytest.mark.parametrize(
    ("agency", "told"),
    [
        (
            "Sơn Mùa",
            "tên “Sơn Mùa” ứng với 2 cơ quan, nhóm: “UBND xã Sơn Mùa”, “Công an xã Sơn Mùa”. Ghi rõ hơn.",
        ),
        ("", "chưa ghi tên cơ quan; ghi tên, cách viết khác, mã hay ký hiệu."),
        (
            "doan thanh nien cac cap",
            "“Đoàn thanh niên các cấp” là một nhóm; ghi tên từng cơ quan: “Huyện đoàn”.",
        ),
        ("Hội, đoàn thể", "“Hội, đoàn thể” là một nhóm; ghi tên từng cơ quan."),
        (
            "Sở Y tế",
            "Sở Y tế không phải báo cáo kỳ này (6thang); kiểm tra tên cơ quan hoặc danh sách reporters.",
        ),
    ],
)
def test_who_cannot_have_sent_it(office: Office, agency: str, told: str) -> None:
    assert refused(office, agency) == told


def test_a_group_is_named_member_by_member(office: Office) -> None:
    told = refused(office, "UBND các xã")
    assert told.startswith(
        "“UBND các xã” là một nhóm; ghi tên từng cơ quan: “UBND xã Sơn Mùa”, “UBND xã Sơn Dung”, "
    )
    assert told.count("“UBND xã ") == 9


def test_an_agency_beats_a_group_that_only_begins_alike(office: Office) -> None:
    assert receive(office, "đoàn thanh niên").code == 0
    assert office.report_file("huyen-doan").exists()


@pytest.mark.parametrize(
    ("words", "days", "told"),
    [
        (
            [],
            {"received": "25/5/2025", "as_of": "2025-05-20"},
            "ngày đến 25/5/2025 ở sau ngày đang xét 20/5/2025; kiểm tra ngày đến, hoặc thêm --as-of.",
        ),
        (
            ["--dated", "13/5/2025"],
            {},
            "ngày văn bản 13/5/2025 ở sau ngày đến 12/5/2025; kiểm tra lại hai ngày.",
        ),
        (["--returned", "13/5/2025"], {}, "--returned và --reason phải đi cùng nhau."),
        (["--returned", "13/5/2025", "--reason", "  "], {}, "--returned và --reason phải đi cùng nhau."),
        (["--reason", "Thiếu"], {}, "--returned và --reason phải đi cùng nhau."),
        (
            ["--returned", "11/5/2025", "--reason", "Thiếu"],
            {},
            "ngày trả lại 11/5/2025 ở trước ngày đến 12/5/2025; kiểm tra lại hai ngày.",
        ),
        (
            ["--returned", "14/5/2025", "--reason", "Thiếu"],
            {},
            "ngày trả lại 14/5/2025 ở sau ngày đang xét 13/5/2025.",
        ),
        (["--covers", "ttyt"], {}, "--covers chỉ ghi các cơ quan khác, mỗi cơ quan một lần."),
        (
            ["--covers", "phong-noi-vu", "--covers", "Phòng Nội vụ"],
            {},
            "--covers chỉ ghi các cơ quan khác, mỗi cơ quan một lần.",
        ),
        (
            ["--covers", "van-phong"],
            {},
            (
                "Văn phòng HĐND & UBND huyện không phải báo cáo kỳ này (6thang); "
                "kiểm tra tên cơ quan hoặc danh sách reporters."
            ),
        ),
    ],
)
def test_facts_that_cannot_be(office: Office, words: list[str], days: dict[str, str], told: str) -> None:
    assert refused(office, "ttyt", *words, **days) == told


def test_periods_and_plans(office: Office) -> None:
    call = ["receive", "-a", "ttyt", "--received", "12/5/2025"]
    told = office.run(*call, "-p", "quy1").told
    assert told == "không kế hoạch nào có hạn báo cáo kỳ “quy1”. Các kỳ đang có: 6thang, nam."
    add_second_plan(office)
    told = office.run(*call, "-p", "6thang").told
    assert told == "kỳ 6thang có ở 2 kế hoạch: 12-kh-ubnd-2025, 61-kh-ubnd-2025. Thêm --plan MÃ."
    assert office.run(*call, "-p", "6thang", "--plan", "61").code == 0
    assert office.report_file("trung-tam-y-te").exists()
    assert office.run(*call, "-p", "6thang", "--plan", "12/KH-UBND").code == 0
    assert office.file("plan/12-kh-ubnd-2025/reports/6thang/trung-tam-y-te.yaml").exists()


def test_the_file_is_named_as_seen_from_where_one_stands(office: Office) -> None:
    out = kehoach(
        *("receive", "-p", "6thang", "-a", "ttyt", "--received", "12/5/2025"),
        cwd=office.file("plan/61-kh-ubnd-2025"),
    ).out
    assert "\nTệp: reports/6thang/trung-tam-y-te.yaml (" in out


def test_a_returned_report_is_missing_again_and_the_sender_is_told_why(office: Office) -> None:
    out = receive(
        office, "phong-noi-vu", "--number", "7/BC-NV", "--returned", "13/5/2025", "--reason", "Thiếu số liệu."
    ).out
    lines = out.splitlines()
    assert lines[0].endswith("đến ngày 12/5/2025. Trả lại để bổ sung (ngày 13/5/2025).")
    assert lines[1].startswith(
        "Kỳ 6 tháng đầu năm 2025: chưa nhận được báo cáo nào trong 31 báo cáo phải gửi; trả lại để bổ sung 1."
    )
    assert lines[3] == (
        "Gửi lại đơn vị: Báo cáo số 7/BC-NV của Phòng Nội vụ cần hoàn thiện: Thiếu số liệu. "
        "Nhờ đơn vị bổ sung, gửi lại trước ngày 15/5/2025."
    )


@pytest.mark.parametrize(
    ("as_of", "line"),
    [
        ("2025-05-13", "đề nghị gửi văn bản chính thức qua phần mềm trước ngày 15/5/2025."),
        ("2025-05-14", "đề nghị gửi văn bản chính thức qua phần mềm trước ngày 15/5/2025."),
        ("2025-05-15", "đề nghị gửi văn bản chính thức qua phần mềm."),
    ],
)
def test_a_soft_copy_is_answered_by_asking_for_the_real_one(office: Office, as_of: str, line: str) -> None:
    out = receive(office, "mat-tran", "--draft", as_of=as_of).out
    who = "Ủy ban Mặt trận Tổ quốc Việt Nam huyện"
    assert out.splitlines()[3] == f"Gửi lại đơn vị: Văn phòng đã nhận bản mềm của {who}; {line}"


def test_without_a_number_the_answer_still_reads_well(office: Office) -> None:
    last = receive(office, "ttyt").out.splitlines()[3]
    assert (
        last
        == "Gửi lại đơn vị: Văn phòng đã nhận báo cáo của Trung tâm Y tế, đến ngày 12/5/2025. Cảm ơn đơn vị!"
    )


def test_the_offices_own_report_is_no_slot_and_needs_no_thanks(office: Office) -> None:
    lines = receive(office, "van-phong").out.splitlines()
    assert lines[0] == (
        "Đã ghi nhận báo cáo của Văn phòng HĐND & UBND huyện, đến ngày 12/5/2025. "
        "Cơ quan tổng hợp, không tính trong bảng."
    )
    assert len(lines) == 3


def test_a_late_report_says_by_how_much(office: Office) -> None:
    first = receive(office, "ttyt", received="15/5/2025", as_of="2025-05-20").out.splitlines()[0]
    assert first.endswith("Đã gửi, trễ 1 ngày (đúng ngày mốc).")


def test_a_plan_with_errors_takes_no_report(office: Office) -> None:
    office.report("phong-noi-vu", "2025-02-30", ENTERED)
    outcome = receive(office, "ttyt")
    assert (outcome.code, outcome.out) == (1, "")
    assert "lỗi L110" in outcome.err
    assert not office.report_file("trung-tam-y-te").exists()


def test_the_whole_day_of_a_clerk(office: Office) -> None:
    for agency, day in (("ttyt", "12/5/2025"), ("tp", "13/5/2025"), ("UBND xã Sơn Tân", "14/5/2025")):
        assert receive(office, agency, received=day, as_of="2025-05-14").code == 0
    assert office.run("check", as_of="2025-05-14").code == 0
    out = office.run("status", "-p", "6thang", as_of="2025-05-14").out
    assert "Đã nhận 3/31 báo cáo; chưa gửi 28; chưa nhập nội dung 3. Hôm nay là ngày cuối" in out
