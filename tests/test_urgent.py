"""Difficulties outside the calendar: logged at once, answered step by step, carried into the report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from unittest import mock

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.checks.urgent_rules import _MORE
from kehoach_cli.model.folding import squeeze
from kehoach_cli.model.urgent import Urgent
from kehoach_cli.model.workspace import Raised
from kehoach_cli.queries.consolidation import Consolidation, consolidation, issuer_for
from kehoach_cli.queries.urgent import STATES, of_period, urgent_views
from kehoach_cli.render.table import one_line
from kehoach_cli.render.urgent_words import standing_words, waiting_words
from kehoach_cli.render.word import word_cover, word_report
from kehoach_cli.store.folder import DiskFolder
from kehoach_cli.store.layout import meant_path, role_of, urgent_path
from kehoach_cli.store.loading import load
from kehoach_cli.store.packaged import packaged_templates
from kehoach_cli.store.urgent_text import answered_text, urgent_text
from made_up_reports import REPORTS, SUMMARY, Node, draft, plan_61, six_months, under, working
from program import Office, Outcome, add_second_plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

UNTOUCHED = "Không có tệp nào bị thay đổi."
FOLDER = "plan/61-kh-ubnd-2025/reports/dot-xuat"
ID = "2025-05-08-trung-tam-y-te"
VACCINE = ("--ref", "II.5", "--text", "Hết vắc xin sởi")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def receive(office: Office, *words: str, agency: str = "ttyt", received: str = "8/5/2025") -> Outcome:
    return office.run("receive", "--urgent", "-a", agency, "--received", received, *words)


def answer(office: Office, *words: str, which: str = "ttyt", as_of: str = "2025-05-20") -> Outcome:
    return office.run("answer", which, *words, as_of=as_of)


def refused(office: Office, outcome: Outcome, before: dict[str, str]) -> str:
    assert office.files() == before
    assert outcome.told.endswith(UNTOUCHED)
    return outcome.told.removesuffix(f". {UNTOUCHED}")


def on_record(office: Office) -> list[Raised]:
    """What the program reads back; the files are in order."""
    found = load(DiskFolder(office.root), date(2025, 5, 20), thorough=True)
    assert [p for p in found.problems if "/dot-xuat/" in p.file] == []
    return [raised for plan in found.workspace.plans for raised in plan.raised]


# Logging


def test_one_call_logs_a_difficulty(office: Office) -> None:
    words = (
        "--since",
        "5/5/2025",
        "--asked",
        "Cấp bổ sung 400 liều",
        "--to",
        "Sở Y tế",
        "--number",
        "50/TTYT",
    )
    assert receive(office, *VACCINE, *words) == Outcome(
        0,
        "Đã ghi nhận khó khăn, vướng mắc của Trung tâm Y tế, đến ngày 08/5/2025. Chờ xử lý. Đã chờ 12 ngày.\n"
        f"Mã: {ID} (dùng khi trả lời: kehoach answer {ID} --state …).\n"
        f"Tệp: {FOLDER}/{ID}.yaml.\n"
        "Gửi lại đơn vị: Văn phòng đã nhận báo cáo đột xuất số 50/TTYT của Trung tâm Y tế, đến ngày 08/5/2025. "
        "Cảm ơn đơn vị!\n",
        "",
    )
    lines = office.file(f"{FOLDER}/{ID}.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        "schema: 1",
        "agency: Trung tâm Y tế",
        "number: 50/TTYT",
        "received: 2025-05-08",
        "ref: II.5",
        "text: Hết vắc xin sởi",
        "since: 2025-05-05",
        "asked: Cấp bổ sung 400 liều",
        "to: Sở Y tế",
    ]
    assert [r.urgent.since for r in on_record(office)] == [date(2025, 5, 5)]


def test_an_agency_may_send_two_on_a_day(office: Office) -> None:
    for text in ("Một", "Hai", "Ba"):
        assert receive(office, "--text", text).code == 0
    assert [(r.file.rpartition("/")[2], r.urgent.text) for r in on_record(office)] == [
        (f"{ID}-2.yaml", "Hai"),
        (f"{ID}-3.yaml", "Ba"),
        (f"{ID}.yaml", "Một"),
    ]
    before = office.files()
    assert refused(office, receive(office, "--text", " Hai "), before) == (
        "đã ghi nhận nội dung này của Trung tâm Y tế; muốn thay đổi thì sửa tệp " + f"{FOLDER}/{ID}-2.yaml"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "khó khăn, vướng mắc gì: ghi bằng --text"),
        (["--text", " "], "khó khăn, vướng mắc gì: ghi bằng --text"),
        (["--text", "x", "--to", "Sở Y tế"], "--to đi cùng --asked (đề nghị gì)"),
        (["--text", "x", "--ref", "II.55"], "kế hoạch không có nhiệm vụ “II.55”; gần nhất là II.5"),
        (["--text", "x", "--ref", "?"], "kế hoạch không có nhiệm vụ “?”; xem các số mục bằng lệnh kehoach tasks"),
        (["--text", "x", "--since", "9/5/2025"], "ngày phát sinh 09/5/2025 ở sau ngày đến 08/5/2025; kiểm tra lại hai ngày"),
        (["--text", "x", "--dated", "9/5/2025"], "ngày văn bản 09/5/2025 ở sau ngày đến 08/5/2025; kiểm tra lại hai ngày"),
        (["--text", "x", "-p", "6thang", "--draft"], "--period, --draft không dùng cùng --urgent"),
        (["--text", "x", "--covers", "Phòng Nội vụ"], "--covers không dùng cùng --urgent"),
    ],
)  # fmt: skip
def test_calls_that_cannot_be(office: Office, words: list[str], told: str) -> None:
    before = office.files()
    assert refused(office, receive(office, *words), before) == told


def test_a_report_takes_none_of_these_options(office: Office) -> None:
    before = office.files()
    report = ("receive", "-a", "ttyt", "--received", "8/5/2025")
    assert refused(office, office.run(*report, "-p", "6thang", "--ref", "II.5", "--asked", "x"), before) == (
        "--ref, --asked chỉ dùng cùng --urgent"
    )
    assert office.run(*report).told == "thiếu tùy chọn bắt buộc “--period KỲ” (hoặc --urgent)."
    late = receive(office, "--text", "x", received="21/5/2025")
    assert refused(office, late, before) == (
        "ngày đến 21/5/2025 ở sau ngày đang xét 20/5/2025; kiểm tra ngày đến, hoặc thêm --as-of"
    )


def test_of_several_plans_one_must_be_named(office: Office) -> None:
    add_second_plan(office)
    before = office.files()
    assert refused(office, receive(office, *VACCINE), before) == (
        "có 2 kế hoạch: 12-kh-ubnd-2025, 61-kh-ubnd-2025; thêm --plan MÃ"
    )
    assert receive(office, *VACCINE, "--plan", "61").code == 0
    assert receive(office, "--text", "Hết vắc xin sởi", "--plan", "12").code == 0
    before = office.files()
    twice = answer(office, "--state", "settled", which=ID)
    assert refused(office, twice, before) == f"mã “{ID}” có ở 2 kế hoạch; thêm --plan MÃ"
    assert office.run("status", "--open", "--format", "csv").rows[1][0] == "12/KH-UBND"


def test_a_disk_that_refuses_leaves_nothing(office: Office) -> None:
    before = office.files()
    with mock.patch("kehoach_cli.store.writing._put", side_effect=OSError(28, "No space left on device")):
        told = refused(office, receive(office, *VACCINE), before)
    assert told == f"không ghi được “{FOLDER}/{ID}.yaml”: ổ đĩa đã đầy"


# Answering


def test_answers_are_added_one_by_one(office: Office) -> None:
    receive(office, *VACCINE)
    assert answer(office, "--state", "reported", "--by", "Chánh Văn phòng", "--date", "9/5/2025").out == (
        "Đã ghi nhận xử lý khó khăn, vướng mắc của Trung tâm Y tế, đến ngày 08/5/2025. "
        "Đã báo cáo lãnh đạo UBND huyện (ngày 09/5/2025). Đã chờ 12 ngày.\n"
        f"Tệp: {FOLDER}/{ID}.yaml.\n"
    )
    directed = ("--state", "directed", "--date", "12/5/2025", "--document", "215/UBND-TH")
    assert "Đã có ý kiến chỉ đạo (văn bản số 215/UBND-TH, ngày 12/5/2025). " in answer(office, *directed).out
    settled = answer(office, "--state", "settled", "--text", "Đã nhận: 400 liều", which=f"{FOLDER}/{ID}.yaml")
    assert "Đã giải quyết (ngày 20/5/2025). Giải quyết sau 12 ngày.\n" in settled.out
    [raised] = on_record(office)
    assert [(a.state, a.date.day, a.text) for a in raised.urgent.answers] == [
        ("đã báo cáo lãnh đạo", 9, None),
        ("đã có ý kiến chỉ đạo", 12, None),
        ("đã giải quyết", 20, "Đã nhận: 400 liều"),
    ]


def test_what_a_person_wrote_by_hand_stays(office: Office) -> None:
    receive(office, *VACCINE)
    file = f"{FOLDER}/{ID}.yaml"
    by_hand = (
        "# của tôi\nschema: 1\r\nagency: TTYT   # gọi chị Hà\nanswers:\n    - date: 9/5/2025   # hôm qua\n"
        "      state: đã báo cáo lãnh đạo\n\n# cuối phần trả lời\nreceived: 8/5/2025\ntext: >-\n  Hết vắc xin\n  sởi\n"
    )
    office.file(file).write_bytes(by_hand.encode())
    assert answer(office, "--state", "settled").code == 0
    assert office.file(file).read_text(encoding="utf-8") == by_hand.replace("\r\n", "\n").replace(
        "# cuối phần trả lời\n",
        "# cuối phần trả lời\n    - date: 2025-05-20\n      state: đã giải quyết\n",
    )


def test_a_file_laid_out_otherwise_is_left_to_the_person(office: Office) -> None:
    receive(office, *VACCINE)
    file = office.file(f"{FOLDER}/{ID}.yaml")
    flow = "answers: [{date: 2025-05-09, state: đã báo cáo lãnh đạo}]\n"
    file.write_text(file.read_text(encoding="utf-8") + flow, encoding="utf-8")
    before = office.files()
    assert refused(office, answer(office, "--state", "settled"), before) == (
        f"không thêm được vào tệp {FOLDER}/{ID}.yaml vì cách trình bày khác thường; mở tệp, ghi vào answers"
    )


@pytest.mark.parametrize(
    ("which", "words", "told"),
    [
        ("2025-05-09-ttyt", ["--state", "settled"], "không có khó khăn, vướng mắc nào mã “2025-05-09-ttyt”; xem các mã bằng lệnh kehoach status --open"),
        ("Phòng Nội vụ", ["--state", "settled"], "Phòng Nội vụ không có khó khăn, vướng mắc nào chưa giải quyết; xem các mã bằng lệnh kehoach status --open"),
        ("ttyt", ["--state", "directed", "--by", "Chủ tịch"], "ý kiến chỉ đạo ở văn bản nào, nội dung gì: ghi --document hoặc --text"),
        ("ttyt", ["--state", "settled", "--date", "21/5/2025"], "ngày xử lý 21/5/2025 ở sau ngày đang xét 20/5/2025; kiểm tra ngày, hoặc thêm --as-of"),
        ("ttyt", ["--state", "settled", "--date", "7/5/2025"], "ngày xử lý 07/5/2025 ở trước ngày đến 08/5/2025; kiểm tra lại hai ngày"),
        (ID, ["--state", "settled", "--date", "8/5/2025"], "ngày xử lý 08/5/2025 ở trước lần xử lý gần nhất (09/5/2025); kiểm tra lại ngày"),
    ],
)  # fmt: skip
def test_answers_that_cannot_be(office: Office, which: str, words: list[str], told: str) -> None:
    receive(office, *VACCINE)
    answer(office, "--state", "reported", "--date", "9/5/2025")
    before = office.files()
    assert refused(office, answer(office, *words, which=which), before) == told


def test_of_two_open_ones_the_code_must_be_named(office: Office) -> None:
    receive(office, *VACCINE)
    receive(office, "--text", "Thiếu tủ lạnh")
    before = office.files()
    assert refused(office, answer(office, "--state", "settled"), before) == (
        f"Trung tâm Y tế có 2 khó khăn, vướng mắc chưa giải quyết: {ID}, {ID}-2; ghi mã"
    )
    assert answer(office, "--state", "settled", which=ID).code == 0
    assert answer(office, "--state", "settled").code == 0  # one is left


# Listing


def test_the_longest_wait_comes_first(office: Office) -> None:
    receive(office, "--text", "Thiếu kinh phí [khẩn]", agency="Phòng Nội vụ", received="10/5/2025")
    receive(office, *VACCINE, "--asked", "Cấp bổ sung", "--to", "Sở Y tế")
    receive(office, "--text", "Đường sạt lở", agency="UBND xã Sơn Mùa", received="2/5/2025")
    answer(office, "--state", "settled", which="ubnd xã sơn mùa")
    assert office.run("status", "--open").out == (
        "KHÓ KHĂN, VƯỚNG MẮC BÁO CÁO ĐỘT XUẤT CHƯA GIẢI QUYẾT\n"
        "theo Kế hoạch số 61/KH-UBND ngày 04/4/2025 của UBND huyện Sơn Tây\n\n"
        "TT  Cơ quan, đơn vị  Mã                         Ngày đến   Mục   Khó khăn, vướng mắc    Đề nghị                    "
        "Tình trạng  Ghi chú\n"
        "1   Trung tâm Y tế   2025-05-08-trung-tam-y-te  08/5/2025  II.5  Hết vắc xin sởi        Cấp bổ sung (với Sở Y tế)  "
        "Chờ xử lý   Đã chờ 12 ngày.\n"
        "2   Phòng Nội vụ     2025-05-10-phong-noi-vu    10/5/2025        Thiếu kinh phí [khẩn]                             "
        "Chờ xử lý   Đã chờ 10 ngày.\n\n"
        "Đã giải quyết: 1.\nTính đến ngày 20/5/2025.\n"
    )
    assert [row[-1] for row in office.run("status", "--open", "--format", "csv").rows] == [
        "Số ngày chờ",
        "12",
        "10",
    ]
    data = office.run("status", "--open", "-a", "ttyt", "--format", "json").data
    assert (data["schema"], data["settled"], [u["id"] for u in data["open"]]) == ("kehoach/open/1", 0, [ID])
    assert {k: data["open"][0][k] for k in ("days_waiting", "state", "to", "ref")} == {
        "days_waiting": 12,
        "state": "waiting",
        "to": "Sở Y tế",
        "ref": "II.5",
    }
    assert "| 1 | Trung tâm Y tế |" in office.run("status", "--open", "--format", "md").out
    earlier = office.run("status", "--open", as_of="2025-05-09").out
    assert "Phòng Nội vụ" not in earlier
    assert "UBND xã Sơn Mùa" in earlier  # settled later


def test_nothing_open_is_said(office: Office) -> None:
    assert office.run("status", "--open").out.splitlines()[-2:] == [
        "Không có khó khăn, vướng mắc nào chờ xử lý.",
        "Tính đến ngày 20/5/2025.",
    ]
    assert (
        office.run("status", "--open", "--fail-late").told
        == "--open không dùng cùng --register, --fail-late."
    )


def test_on_paper_nobody_types_a_code(office: Office) -> None:
    receive(office, *VACCINE)
    assert office.run("status", "--open", "-o", "mo.docx").code == 0
    from docx import Document

    [table] = Document(str(office.file("mo.docx"))).tables
    assert [cell.text for cell in table.rows[1].cells][:4] == ["1", "Trung tâm Y tế", "08/5/2025", "II.5"]


# In the consolidated report


def raised(agency: str, received: str, text: str, **more: object) -> Raised:
    facts = {"schema": "1", "agency": agency, "received": received, "text": text, **more}
    return Raised(f"{received}-{agency}.yaml", Urgent.model_validate(facts))


FOUR = (
    raised("trung-tam-y-te", "2025-05-08", "Hết vắc xin sởi.", asked="Cấp bổ sung.", to="Sở Y tế", answers=(
        {"date": "2025-05-12", "state": STATES["directed"], "document": "Công văn số 215/UBND-TH", "text": "Điều chuyển"},
    )),
    raised("phong-noi-vu", "2025-05-10", "Thiếu kinh phí", asked="Bố trí kinh phí", to="UBND huyện"),
    raised("ubnd-xa-son-mua", "2025-05-11", "Đường sạt lở", asked="Sửa đường", to="UBND tỉnh", answers=(
        {"date": "2025-05-13", "state": STATES["settled"]},
    )),
    raised("ubnd-xa-son-bua", "2025-05-18", "Điểm trường xuống cấp", asked="Sửa điểm trường", to="UBND tỉnh", answers=(
        {"date": "2025-05-19", "state": STATES["forwarded"], "document": "80/BC-UBND ngày 18/5/2025"},
        {"date": "2025-05-25", "state": STATES["settled"]},
    )),
)  # fmt: skip


def view(found: tuple[Raised, ...] = FOUR, reports: Mapping[str, Node] = REPORTS) -> Consolidation:
    folder, deadline = six_months(reports, SUMMARY)
    folder = folder._replace(raised=found)
    workspace, day = plan_61(), date(2025, 5, 20)
    issuer = issuer_for(workspace.office, deadline, day)
    assert issuer is not None
    return consolidation(workspace, folder, deadline, day, issuer)


def test_part_iii_tells_what_was_reported_at_once() -> None:
    told = under(draft(view()), "### 2. Tồn tại, hạn chế")
    at = told.index("Khó khăn, vướng mắc vượt thẩm quyền đã báo cáo trong kỳ:")
    assert told[at + 1 : at + 5] == [
        (
            "- Hết vắc xin sởi (Trung tâm Y tế, ngày 08/5/2025); UBND huyện đã có ý kiến chỉ đạo tại "
            "Công văn số 215/UBND-TH ngày 12/5/2025."
        ),
        "- Thiếu kinh phí (Phòng Nội vụ, ngày 10/5/2025); đang được xem xét.",
        "- Đường sạt lở (UBND xã Sơn Mùa, ngày 11/5/2025); đã được giải quyết ngày 13/5/2025.",
        (
            "- Điểm trường xuống cấp (UBND xã Sơn Bua, ngày 18/5/2025); UBND huyện đã kiến nghị cấp trên tại "
            "văn bản số 80/BC-UBND ngày 18/5/2025."
        ),
    ]
    one = under(draft(view(FOUR[1:2])), "### 2. Tồn tại, hạn chế")
    assert (
        "Khó khăn, vướng mắc vượt thẩm quyền đã báo cáo trong kỳ: Thiếu kinh phí (Phòng Nội vụ, ngày 10/5/2025); đang được xem xét."
        in one
    )


def test_nobody_had_difficulties_is_not_said_beside_them() -> None:
    reports = {"phong-tu-phap": {"rest": "không phát sinh"}}
    assert view((), reports).no_difficulties == "some"
    assert view(FOUR, reports).no_difficulties is None
    assert view((), {}).no_difficulties == "nobody"


def test_part_v_carries_what_is_still_asked() -> None:
    text = draft(view())
    assert under(text, "### 1. Đối với Sở Y tế")[-1] == (
        "- Cấp bổ sung (Trung tâm Y tế báo cáo đột xuất ngày 08/5/2025; UBND huyện đã có ý kiến chỉ đạo tại "
        "Công văn số 215/UBND-TH ngày 12/5/2025)."
    )
    others = "\n".join(under(text, "### 2. Đối với UBND tỉnh"))
    assert "Sửa điểm trường (UBND xã Sơn Bua" in others
    assert "Sửa đường" not in others  # settled
    assert "Bố trí kinh phí" not in text.split("\n## Phụ lục")[0]  # the district's own business
    alone = draft(view(FOUR[3:], {"phong-tu-phap": {"rest": "không phát sinh"}}))
    assert "### 1. Đối với UBND tỉnh và các sở, ngành" in alone
    assert "không có kiến nghị" not in alone


def test_the_working_copy_tells_all_of_it() -> None:
    text = working(view())
    told = under(text, "### 2. Tồn tại, hạn chế")
    at = told.index("- Trung tâm Y tế (báo cáo đột xuất, đến ngày 08/5/2025): Hết vắc xin sởi.")
    assert [part.strip() for part in told[at + 1 : at + 3]] == [
        "Tình trạng: Đã có ý kiến chỉ đạo (Công văn số 215/UBND-TH, ngày 12/5/2025). Đã chờ 12 ngày.",
        "Ngày 12/5/2025: Điều chuyển",
    ]
    internal = under(text, "### 3. Đối với UBND huyện")
    at = internal.index(
        "- Phòng Nội vụ (báo cáo đột xuất ngày 10/5/2025; kiến nghị với UBND huyện): Bố trí kinh phí"
    )
    assert internal[at + 1].strip() == "Tình trạng: Chờ xử lý."


def test_word_says_the_same_and_the_cover_what_waits() -> None:
    import io

    from docx import Document

    folders = [packaged_templates()]

    def paragraphs(content: bytes) -> list[str]:
        return [p.text for p in Document(io.BytesIO(content)).paragraphs]

    whole = paragraphs(word_report(view(), working=False, with_status=False, folders=folders).content)
    assert "- Thiếu kinh phí (Phòng Nội vụ, ngày 10/5/2025); đang được xem xét." in whole
    inner = paragraphs(word_report(view(), working=True, with_status=False, folders=folders).content)
    assert "- Phòng Nội vụ (báo cáo đột xuất, đến ngày 10/5/2025): Thiếu kinh phí" in inner
    cover = paragraphs(word_cover(view(), folders).content)
    [line] = [p for p in cover if "báo cáo đột xuất" in p]
    assert line == (
        "- Khó khăn, vướng mắc báo cáo đột xuất chưa giải quyết (03): Hết vắc xin sởi (Trung tâm Y tế, đã chờ 12 ngày; "
        "đề nghị: Cấp bổ sung); Thiếu kinh phí (Phòng Nội vụ, đã chờ 10 ngày; đề nghị: Bố trí kinh phí); "
        "Điểm trường xuống cấp (UBND xã Sơn Bua, đã chờ 2 ngày; đề nghị: Sửa điểm trường)."
    )


def test_each_belongs_to_the_report_that_comes_next() -> None:
    (folder,) = plan_61().plans
    days = ("2025-04-10", "2025-05-14", "2025-05-15", "2025-11-14", "2025-11-15")
    folder = folder._replace(raised=tuple(raised("phong-noi-vu", day, "x") for day in days))
    first, last = folder.plan.deadlines
    assert [r.urgent.received.isoformat() for r in of_period(folder, first)] == [*days[:4]]
    assert [r.urgent.received.isoformat() for r in of_period(folder, last)] == [*days[2:]]


# The file


@given(
    st.dates(date(2025, 5, 1), date(2025, 5, 31)),
    st.lists(st.sampled_from(sorted(STATES.values())), max_size=4),
)
def test_the_wait_never_runs_backwards(as_of: date, states: list[str]) -> None:
    answers = tuple({"date": f"2025-05-{10 + 2 * n:02d}", "state": state} for n, state in enumerate(states))
    found = raised("phong-noi-vu", "2025-05-08", "x", answers=answers)
    (folder,) = plan_61().plans
    views = urgent_views(folder, [found], plan_61().register, as_of)
    assert len(views) == (as_of >= date(2025, 5, 8))
    for one in views:
        assert 0 <= one.days <= (as_of - date(2025, 5, 8)).days
        assert len(one.answers) == sum(10 + 2 * n <= as_of.day for n in range(len(states)))
        assert one.is_open == ("Đã chờ" in waiting_words(one))
        assert ("ngày" in standing_words(one)) == bool(one.answers)


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.text(st.characters(codec="utf-8")))
def test_any_text_survives_the_file(text: str, reply: str) -> None:
    facts = {"agency": "Phòng Nội vụ", "text": squeeze(one_line(text)), "asked": squeeze(one_line(reply))}
    kept = {key: value for key, value in facts.items() if value}
    made = urgent_text(facts, "Phòng Nội vụ")
    assert yaml.load(made, Loader=yaml.BaseLoader) == {"schema": "1", **kept}  # noqa: S506  # scalars as text
    step = {"date": "2025-05-09", "state": "đã giải quyết", "text": kept.get("asked", "")}
    once = answered_text(made.encode(), step)
    twice = answered_text(once, step) if once else None
    if twice:
        found = yaml.load(twice, Loader=yaml.BaseLoader)["answers"]  # noqa: S506  # scalars as text
        assert found == [{key: value for key, value in step.items() if value}] * 2


def test_the_rule_and_the_command_name_the_file_alike() -> None:
    for number in (1, 2, 12):
        path = urgent_path("61-kh", date(2025, 5, 8), "phong-noi-vu", number)
        assert role_of(path) == ("urgent", "61-kh", "")
        assert _MORE.fullmatch(path.removeprefix("plan/61-kh/reports/dot-xuat/2025-05-08-phong-noi-vu"))
    assert meant_path("plan/61-kh/reports/Đột xuất/a.yml") == "plan/61-kh/reports/dot-xuat/a.yaml"
    assert not _MORE.fullmatch("-1.yaml")


def test_the_second_of_a_day_stands_behind_the_first(office: Office) -> None:
    for text in ("Thiếu sữa cho trẻ", "Cầu treo hỏng"):
        call = ("receive", "--urgent", "-a", "ttyt", "--received", "12/5/2025", "--text", text)
        assert office.run(*call).code == 0
    told = office.run("status", "--open").out
    assert told.index("Thiếu sữa cho trẻ") < told.index("Cầu treo hỏng")
