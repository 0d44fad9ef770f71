"""kehoach remind: what it shows, what it writes and what it refuses."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.render.word.stamp import facts_of
from program import AS_OF, ROOT, Office, Outcome
from reminder_cases import FEW, reporters

if TYPE_CHECKING:
    from pathlib import Path

FILES = ["cong-van-giai-doan-2-6thang.docx", "han-bao-cao.ics", "nhan-tin.txt"]
UNCHANGED = " Không có tệp nào bị thay đổi."


@pytest.fixture
def late(tmp_path: Path) -> Office:
    """Everybody but the few has reported."""
    office = Office(tmp_path / "work")
    for id_ in reporters():
        if id_ not in FEW:
            office.report(id_, "2025-05-12")
    return office


def remind(office: Office, *words: str, as_of: str = AS_OF) -> Outcome:
    return office.run("remind", "-p", "6thang", *words, as_of=as_of)


def lines(outcome: Outcome) -> list[str]:
    assert (outcome.code, outcome.err) == (0, ""), outcome
    return outcome.out.splitlines()


def told(outcome: Outcome) -> list[str]:
    """What a preview says of the letter, below the messages."""
    shown = lines(outcome)
    return shown[len(shown) - shown[::-1].index("") :]


def record(office: Office, number: str, dated: str, more: str) -> None:
    """A letter that the registry numbered."""
    folder = office.file("plan/61-kh-ubnd-2025/issued")
    folder.mkdir(exist_ok=True)
    text = f"schema: 1\ndocument: cong-van\nperiod: 6thang\nnumber: {number}\ndated: {dated}\n{more}"
    (folder / f"{dated}-{number.lower().replace('/', '-')}.yaml").write_text(text, encoding="utf-8")


def urged(office: Office, ids: tuple[str, ...] = FEW, dated: str = "2025-05-20") -> None:
    names = "".join(f"  - {id_}\n" for id_ in ids)
    record(office, "312/UBND-TH", dated, f"stage: 2\nbefore: 2025-05-23\nagencies:\n{names}")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def summaries(folder: Path) -> list[str]:
    """The events of the calendar beside a letter."""
    import icalendar

    read = icalendar.Calendar.from_ical((folder / "han-bao-cao.ics").read_bytes())
    return [str(event["summary"]) for event in read.walk("VEVENT")]


# What it shows


def test_shows_and_writes_nothing(late: Office) -> None:
    before = late.files()
    shown = lines(remind(late, "--before", "23/5/2025"))
    assert shown[-4:] == [  # nearest the prompt
        "",
        "Giai đoạn 2 (đôn đốc lần 1): hạn cuối hết ngày 14/5/2025 đã qua, còn cơ quan chưa được đôn đốc.",
        (
            "Sẽ tạo 1 công văn (giai đoạn 2) gửi 7 cơ quan; chưa ghi tệp nào. "
            "Bỏ qua 24 cơ quan: 24 đã gửi báo cáo."
        ),
        (
            "Gửi: các phòng: Tư pháp, Nội vụ; Hội Cựu chiến binh huyện; UBND các xã: Sơn Bua, Sơn Lập; "
            "Công an các xã: Sơn Bua, Sơn Lập."
        ),
    ]
    assert shown[:2] == [
        "TIN NHẮN ĐÔN ĐỐC BÁO CÁO CÔNG TÁC TRẺ EM 6 THÁNG ĐẦU NĂM 2025",
        "(tính đến ngày 20/5/2025)",
    ]
    assert late.files() == before


def test_the_preview_has_one_message_to_a_single_agency_and_tells_of_the_others(late: Office) -> None:
    for id_ in reporters():
        late.report_file(id_).unlink(missing_ok=True)
    shown = lines(remind(late, "--before", "23/5/2025"))
    [one] = [line for line in shown if line.startswith("Anh/chị ơi")]
    assert one.endswith(
        "của Trung tâm Y tế (hạn cuối 14/5, đã quá 6 ngày). Nhờ anh/chị gửi trước ngày 23/5; nếu đã gửi, "
        "cho Văn phòng xin số và ngày văn bản. Cảm ơn anh/chị!"
    )
    assert "(và 30 tin tương tự; thêm -o THƯ_MỤC để ghi đủ)" in shown
    assert len(shown) < 24  # a screen
    lines(remind(late, "--before", "23/5/2025", "-o", "dd"))
    written = late.file("dd/nhan-tin.txt").read_text(encoding="utf-8")
    assert (written.count("Anh/chị ơi"), "tin tương tự" in written) == (31, False)
    alone = remind(late, "--before", "23/5/2025", "-a", "Phòng Tư pháp")
    assert "tin tương tự" not in alone.out


def test_a_dry_run_names_the_files(late: Office) -> None:
    before = late.files()
    shown = lines(remind(late, "--before", "23/5/2025", "-o", "dd", "--each", "--dry-run"))
    assert shown[1].startswith("Sẽ tạo 7 công văn (giai đoạn 2) gửi 7 cơ quan; chưa ghi tệp nào.")
    assert shown[-1] == (
        "Sẽ ghi vào “dd”: 05_phong-tu-phap.docx, 06_phong-noi-vu.docx, …, 31_cong-an-xa-son-lap.docx, nhan-tin.txt, "
        "han-bao-cao.ics (9 tệp)."
    )
    assert late.files() == before


def test_before_the_deadline_everybody_is_asked(late: Office) -> None:
    shown = lines(remind(late, as_of="2025-04-22"))
    assert shown[-3:-1] == [
        "Giai đoạn 1 (yêu cầu báo cáo): chưa quá hạn cuối, hết ngày 14/5/2025.",
        "Sẽ tạo 1 công văn (giai đoạn 1) gửi 31 cơ quan; chưa ghi tệp nào.",
    ]


def test_nobody_to_write_to(late: Office) -> None:
    on_the_day = remind(late, as_of="2025-05-15")
    assert lines(on_the_day) == [
        (
            "Không có cơ quan nào cần gửi công văn giai đoạn 2 (đôn đốc lần 1) tính đến ngày 15/5/2025; không ghi tệp nào. "
            "Bỏ qua 31 cơ quan: 24 đã gửi báo cáo, 7 chưa quá hạn (đôn đốc từ ngày 16/5/2025)."
        )
    ]
    for id_ in FEW:
        late.report(id_, "2025-05-19")
    before = late.files()
    assert "31 đã gửi báo cáo." in remind(late, "-o", "dd").out
    assert late.files() == before


def test_who_was_urged_is_left_out_and_told(late: Office) -> None:
    urged(late, FEW[:2])
    late.edit(
        "plan/61-kh-ubnd-2025/plan.yaml",
        "    receiver:",
        "    exempt:\n      - {agency: Huyện đoàn, reason: đã lồng ghép}\n"
        "    extended:\n      - {agency: Hội Cựu chiến binh huyện, until: 2025-05-30, basis: PCT đồng ý}\n"
        "    receiver:",
    )
    shown = told(remind(late, "--before", "23/5/2025"))
    assert shown[1] == (
        "Sẽ tạo 1 công văn (giai đoạn 2) gửi 4 cơ quan; chưa ghi tệp nào. Bỏ qua 27 cơ quan: 23 đã gửi báo cáo, "
        "1 không phải báo cáo kỳ này, 1 đã được gia hạn đến ngày 30/5/2025, 2 đã đôn đốc ngày 20/5/2025."
    )


def test_the_second_time_cites_the_first(late: Office) -> None:
    urged(late)
    shown = told(remind(late, "--before", "30/5/2025", as_of="2025-05-27"))
    assert shown[0] == (
        "Giai đoạn 3 (đôn đốc lần 2): hạn cuối hết ngày 14/5/2025 đã qua, các cơ quan chưa gửi đều đã được đôn đốc lần 1."
    )
    assert shown[3] == "Viện dẫn: Công văn số 312/UBND-TH ngày 20/5/2025."
    some = told(remind(late, "--before", "30/5/2025", "-a", "tư pháp", as_of="2025-05-27"))
    assert some[0].endswith("các cơ quan được chọn còn chưa gửi đều đã được đôn đốc lần 1.")


def test_a_day_of_rest_is_told(late: Office) -> None:
    shown = told(remind(late, "--before", "26/5/2025"))
    assert shown[3] == (
        "Lưu ý: ngày cuối của hạn mới, 25/5/2025, là ngày nghỉ (Chủ nhật); ngày làm việc liền trước là thứ Sáu, 23/5."
    )


@pytest.mark.parametrize("words", [["--before", "10/7/2025"], ["--before", "10/7/2025", "-o", "dd"]])
def test_an_office_that_has_ended_issues_no_letter(late: Office, words: list[str]) -> None:
    before = late.files()
    assert lines(remind(late, "--before", "10/7/2025", as_of="2025-06-30"))
    refused = remind(late, *words, as_of="2025-07-03")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Lỗi: UBND huyện Sơn Tây kết thúc hoạt động từ ngày 01/7/2025 theo ")
    assert "không thể đứng tên văn bản ngày 03/7/2025. Khai cơ quan ban hành mới" in refused.err
    assert late.files() == before
    report = late.run("report", "-p", "nam", as_of="2025-11-14")  # in the same words
    assert report.err == refused.err.replace("03/7/2025", "14/11/2025")
    assert late.run("report", "-p", "6thang", as_of="2025-07-03").code == 0


def test_names_of_the_late_only_when_asked(late: Office) -> None:
    call = ("--before", "23/5/2025")
    assert "Các đơn vị chưa gửi" not in remind(late, *call).out
    assert "Các đơn vị chưa gửi: các phòng: Tư pháp" in remind(late, *call, "--name-late").out


# What it writes


def test_writes_letter_messages_and_calendar(late: Office) -> None:
    shown = lines(remind(late, "--before", "23/5/2025", "-o", "đôn đốc"))
    assert shown[1].startswith("Đã tạo 1 công văn (giai đoạn 2) gửi 7 cơ quan. Bỏ qua 24 cơ quan")
    assert shown[3:] == [
        "Đã ghi vào “đôn đốc”: cong-van-giai-doan-2-6thang.docx, nhan-tin.txt, han-bao-cao.ics.",
        "Còn 1 ghi chú cần xử lý trước khi trình ký (tìm “[Ghi chú:”).",
        (
            'Sau khi văn thư cấp số: kehoach issued "đôn đốc/cong-van-giai-doan-2-6thang.docx" '
            "--number …/UBND-TH --date …"
        ),
    ]
    folder = late.file("đôn đốc")
    assert names_in(folder) == FILES
    assert (folder / "nhan-tin.txt").read_text(encoding="utf-8").startswith("TIN NHẮN ĐÔN ĐỐC")
    assert summaries(folder) == [
        "Hạn báo cáo công tác trẻ em 6 tháng đầu năm 2025 (trước ngày 15/5)",
        "Hạn mới báo cáo công tác trẻ em 6 tháng đầu năm 2025 (7 cơ quan, hết ngày 22/5)",
    ]
    facts = facts_of(folder / FILES[0])
    assert facts is not None
    assert facts["agencies"].split() == list(FEW)


def test_a_letter_before_the_deadline_sets_no_new_day(late: Office) -> None:
    lines(remind(late, "-o", "yc", as_of="2025-04-22"))
    assert summaries(late.file("yc")) == [
        "Hạn báo cáo công tác trẻ em 6 tháng đầu năm 2025 (trước ngày 15/5)"
    ]


def test_one_letter_for_each(late: Office) -> None:
    shown = lines(
        remind(late, "--before", "23/5/2025", "-o", "dd", "--each", "-a", "UBND các xã", "-a", "tư pháp")
    )
    assert shown[1].startswith("Đã tạo 3 công văn (giai đoạn 2) gửi 3 cơ quan. Bỏ qua 7 cơ quan: 7 đã gửi")
    assert shown[-1].startswith(
        "Sau khi văn thư cấp số (mỗi công văn một lần): kehoach issued dd/05_phong-tu-phap.docx "
    )
    assert names_in(late.file("dd")) == [
        "05_phong-tu-phap.docx", "17_ubnd-xa-son-bua.docx", "22_ubnd-xa-son-lap.docx", "han-bao-cao.ics", "nhan-tin.txt",
    ]  # fmt: skip
    facts = facts_of(late.file("dd/22_ubnd-xa-son-lap.docx"))
    assert facts is not None
    assert (facts["stage"], facts["before"], facts["agencies"]) == ("2", "2025-05-23", "ubnd-xa-son-lap")


@pytest.mark.parametrize("there", FILES)
def test_all_files_or_none(late: Office, there: str) -> None:
    call = ("--before", "23/5/2025", "-o", "dd")
    late.file("dd").mkdir()
    late.file(f"dd/{there}").write_bytes(b"mine")
    assert f"dd/{there}” đã có; thêm --force để ghi đè." in remind(late, *call).told
    assert names_in(late.file("dd")) == [there]
    assert late.file(f"dd/{there}").read_bytes() == b"mine"


def test_a_letter_that_a_person_edited_is_kept(late: Office) -> None:
    call = ("--before", "23/5/2025", "-o", "dd")
    lines(remind(late, *call))
    again = lines(remind(late, *call, "--force"))
    assert again[3].startswith("Đã ghi vào “dd”")
    shutil.copy(ROOT / "templates" / "cong-van.docx", late.file(f"dd/{FILES[0]}"))
    late.file("dd/nhan-tin.txt").write_bytes(b"mine")
    assert "--overwrite-edited" in remind(late, *call, "--force").told
    assert late.file("dd/nhan-tin.txt").read_bytes() == b"mine"
    lines(remind(late, *call, "--force", "--overwrite-edited"))
    assert late.file("dd/nhan-tin.txt").read_bytes() != b"mine"


def test_the_same_bytes_again(late: Office) -> None:
    for folder in ("a", "b"):
        lines(remind(late, "--before", "23/5/2025", "-o", folder))
    assert names_in(late.file("a")) == FILES
    for name in FILES:
        assert late.file(f"a/{name}").read_bytes() == late.file(f"b/{name}").read_bytes()


def test_the_offices_own_messages_come_first(late: Office) -> None:
    own = late.file("templates")
    own.mkdir()
    (own / "nhan-tin.txt.j2").write_text("Nhắc: {{ ky.name }}; {{ ky.nam }}\n", encoding="utf-8")
    refused = remind(late, "--before", "23/5/2025", "-o", "dd")
    assert (refused.code, refused.out) == (1, "")
    assert "gần nhất là “name”" in refused.err
    assert not late.file("dd").exists()
    (own / "nhan-tin.txt.j2").write_text("Nhắc: {{ ky.name }}\n", encoding="utf-8")
    lines(remind(late, "--before", "23/5/2025", "-o", "dd"))
    assert late.file("dd/nhan-tin.txt").read_text(encoding="utf-8") == "Nhắc: 6 tháng đầu năm 2025\n"


# What it refuses


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            [],
            "công văn đôn đốc (giai đoạn 2) phải nêu hạn mới; thêm --before NGÀY, ví dụ --before 23/5/2025.",
        ),
        (["--before", "20/5/2025"], "hạn mới --before 20/5/2025 phải ở sau ngày đang xét 20/5/2025."),
        (["--stage", "1", "--before", "23/5/2025"], "--before chỉ dùng khi đôn đốc (giai đoạn 2, 3); giai đoạn 1 lấy hạn của kế hoạch (trước ngày 15/5/2025): bỏ --before."),
        (["--stage", "3", "--before", "23/5/2025"], "chưa ghi nhận công văn đôn đốc lần 1 (giai đoạn 2) gửi 7 cơ quan chưa gửi báo cáo, nên công văn giai đoạn 3 không có gì để viện dẫn; ghi nhận công văn đã gửi bằng “kehoach issued TỆP --number SỐ --date NGÀY”, hoặc dùng --stage 2."),
        (["-a", "Sở Y tế"], "Sở Y tế không phải báo cáo kỳ này (6thang); kiểm tra tên cơ quan hoặc danh sách reporters."),
        (["--before", "23/5/2025", "-o", "plan/office.yaml"], "“plan/office.yaml” là tệp; sau -o phải là một thư mục."),
        (["--overwrite-edited"], "--overwrite-edited chỉ dùng cùng --force."),
    ],
)  # fmt: skip
def test_a_wrong_call(late: Office, words: list[str], told: str) -> None:
    before = late.files()
    assert remind(late, *words).told == told + UNCHANGED
    assert late.files() == before


def test_every_option_has_its_words(late: Office) -> None:
    shown = late.run("remind", "--help").out
    for option in ("--stage", "--before", "--each", "--agency", "--dry-run", "--name-late", "--force"):
        assert re.search(rf"{option}\b", shown)
