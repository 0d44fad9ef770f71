"""Personal data on their way in and in the folder: refused, or kept with a recorded reason, never repeated."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from conftest import REPORT, Desk
from kehoach_cli.checks.privacy_rules import judge, texts_of
from kehoach_cli.model.report import Report
from program import Office
from submitting_desk import Desk as FormDesk

if TYPE_CHECKING:
    from pathlib import Path

GRAMMARS = ("named_children", "person_names", "personal_data", "private_numbers")
UNTOUCHED = "Không có tệp nào bị thay đổi."
CHILD = "Đã giúp cháu Đinh Thị Lan và 3 em khác."
NAMED = "    result: Đã tổ chức 12 buổi truyền thông.\n"
LAW = "(Luật Trẻ em 2016, khoản 1 Điều 21; Nghị định 56/2017/NĐ-CP, Điều 33)"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def forms(tmp_path: Path) -> FormDesk:
    return FormDesk(tmp_path)


def codes(text: str, allowed: str = "") -> list[str]:
    return [found.code for found in judge(text, allowed)]


@pytest.mark.parametrize(
    ("text", "stops", "kept"),
    [
        ("số 051210001234", ["L370"], ["L375"]),
        ("cháu Đinh Thị Lan, sinh ngày 12/3/2018", ["L371"], ["L375"]),
        ("trẻ sinh ngày 12/3/2018", ["L372"], ["L375"]),
        ("điện thoại phụ huynh 0387654321", ["L372"], ["L375"]),
        ("đ/c Lan, 0387654321", ["L373"], ["L373"]),
        ("tặng giấy khen cho bà Đinh Thị Lan", ["L374"], ["L374"]),
        ("khen thưởng em Đinh Thị Lan", ["L371"], ["L375"]),
        ("12 em", [], []),
    ],
)
def test_what_stops_and_what_a_reason_makes_of_it(text: str, stops: list[str], kept: list[str]) -> None:
    assert codes(text) == stops
    assert codes(text, "Công an huyện yêu cầu") == kept


def test_reason_is_repeated_without_names() -> None:
    (found,) = judge("cháu Đinh Thị Lan", "gia đình cháu Đinh Thị Lan đồng ý")
    assert found.words == {
        "value": "cháu Đ…",
        "what": "họ tên trẻ em hoặc cha mẹ của trẻ",
        "reason": "gia đình cháu Đ••• ••• ••• đồng ý",
    }


def test_every_text_of_a_report_is_judged_but_the_programs_own() -> None:
    report = Report.model_validate(
        {
            "schema": "1",
            "agency": "a",
            "period": "6thang",
            "received": "2025-05-12",
            "signer": "b",
            "returned": {"date": "2025-05-13", "reason": "c"},
            "personal_data": {"reason": "d", "date": "2025-05-13"},
            "directives": ["e"],
            "tasks": [
                {"ref": "II.1", "status": "đang thực hiện", "result": "f", "expected": "g", "note": "h"}
            ],
            "difficulties": [{"text": "i", "cause": "k"}],
            "next": ["l"],
            "proposals": [{"text": "m", "to": "n"}],
            "figures": [{"indicator": "tre-em", "value": "1", "note": "o"}],
            "funds": [{"source": "ngân sách xã", "note": "p"}],
            "strengths": "q",
            "limitations": "r",
            "origin": {"file": "s", "hash": "t"},
        }
    )
    told = [(path, text) for path, text in texts_of(report) if len(text) == 1]
    assert "".join(text for _, text in told) == "1bcdefghiklmnopqr"
    assert (("tasks", 0, "note"), "h") in told


def test_a_file_edited_by_hand_stops_every_command(desk: Desk) -> None:
    desk.edit(REPORT, NAMED, f"    result: {CHILD}\n")
    assert [p.code for p in desk.load(thorough=False).problems] == ["L371"]
    desk.edit(
        REPORT, "tasks:\n", "personal_data:\n  reason: Công an huyện yêu cầu\n  date: 2025-05-12\ntasks:\n"
    )
    assert desk.load(thorough=False).problems == ()
    assert [(p.code, p.severity) for p in desk.load().problems] == [("L375", "warning")]


def test_no_problem_of_the_file_repeats_the_name(desk: Desk) -> None:
    desk.edit(REPORT, NAMED, f"    resul: {CHILD}\n    note: >-\n      em Hồ\n      Văn Bảy\n")
    said = desk.said()
    assert "L101" in said
    assert [word for word in ("Thị", "Lan", "Bảy") if word in said] == []


def test_office_text_and_difficulty_may_be_kept_too(desk: Desk) -> None:
    kept = "personal_data:\n  reason: Công an huyện yêu cầu\n  date: 2025-05-12\n"
    folder = "plan/12-kh-ubnd-2025/reports"
    desk.write(f"{folder}/6thang/_tong-hop.yaml", f"schema: 1\nperiod: 6thang\n{kept}strengths: {CHILD}\n")
    urgent = f"schema: 1\nagency: Trung tâm Y tế\nreceived: 2025-05-12\ntext: {CHILD}\n{kept}"
    desk.write(f"{folder}/dot-xuat/2025-05-12-trung-tam-y-te.yaml", urgent)
    assert [p.code for p in desk.load().problems] == ["L375", "L375"]


def test_the_grammars_are_loaded_for_those_texts_alone_that_may_need_them(desk: Desk) -> None:
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from kehoach_cli.store.folder import DiskFolder; from kehoach_cli.store.loading import load\n"
        f"load(DiskFolder(Path({str(desk.root)!r})), date(2025, 5, 20))\n"
        "print(*sorted(m.rpartition('.')[2] for m in sys.modules if 'person' in m or 'private' in m or 'named' in m))"
    )

    def loaded() -> list[str]:
        made = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        return [name for name in made.stdout.split() if name in GRAMMARS]

    assert loaded() == ["personal_data"]
    desk.edit(REPORT, NAMED, f"    result: {CHILD}\n")
    assert loaded() == ["named_children", "person_names", "personal_data"]
    desk.remove(REPORT)
    assert loaded() == []


# receive


def receive(office: Office, *words: str) -> tuple[int, str]:
    base = ("receive", "-a", "ttyt", "--received", "12/5/2025")
    outcome = office.run(*base, *words, as_of="2025-05-13")
    return outcome.code, outcome.told if outcome.code else outcome.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("-p", "6thang", "--returned", "13/5/2025", "--reason", "Nêu tên cháu Đinh Thị Lan"),
            (
                f"--reason nêu tên một trẻ em hoặc cha mẹ của trẻ (“cháu Đ…”); bỏ họ tên, chỉ nêu số lượng {LAW}; "
                "nếu buộc phải giữ, thêm --allow-personal-data LÝ_DO."
            ),
        ),
        (
            ("-p", "6thang", "--signer", "Đinh Văn A, CCCD 051089001234"),
            (
                f"--signer có số định danh của một người (“0510…”); bỏ số này, chỉ nêu số lượng {LAW}; "
                "nếu buộc phải giữ, thêm --allow-personal-data LÝ_DO."
            ),
        ),
        (
            ("--urgent", "--text", "Bé Hồ Thị Na (5 tuổi) chưa có nơi ở"),
            (
                f"--text nêu tên một trẻ em hoặc cha mẹ của trẻ (“Bé H…”); bỏ họ tên, chỉ nêu số lượng {LAW}; "
                "nếu buộc phải giữ, thêm --allow-personal-data LÝ_DO."
            ),
        ),
        (
            ("-p", "6thang", "--allow-personal-data", " . "),
            "--allow-personal-data phải kèm lý do: vì sao buộc phải giữ lại, ai cho phép.",
        ),
        (
            ("--urgent", "--text", "a", "--allow-personal-data", ""),
            "--allow-personal-data phải kèm lý do: vì sao buộc phải giữ lại, ai cho phép.",
        ),
    ],
)
def test_what_is_typed_is_refused_and_nothing_written(
    office: Office, words: tuple[str, ...], told: str
) -> None:
    before = office.files()
    assert receive(office, *words) == (2, f"{told} {UNTOUCHED}")
    assert office.files() == before


def test_allowed_report_records_why(office: Office) -> None:
    words = ("--signer", "Mẹ cháu Đinh Thị Lan", "--allow-personal-data", " Công an huyện: yêu cầu ")
    assert receive(office, "-p", "6thang", *words)[0] == 0
    text = office.report_file("trung-tam-y-te").read_text(encoding="utf-8")
    assert 'personal_data:\n  reason: "Công an huyện: yêu cầu"\n  date: 2025-05-13\n' in text
    check = office.run("check", "--format", "json", as_of="2025-05-13")
    import json

    told = [p["message"] for p in json.loads(check.out)["problems"] if p["code"].startswith("L37")]
    assert told == [
        "còn họ tên trẻ em hoặc cha mẹ của trẻ (“Mẹ cháu Đ…”), được giữ lại với lý do: Công an huyện: yêu cầu"
    ]


def test_allowed_difficulty_records_why_and_its_answers_may_name_too(office: Office) -> None:
    text = ("--text", "Bé Hồ Thị Na chưa có nơi ở", "--allow-personal-data", "Công an huyện yêu cầu")
    assert receive(office, "--urgent", *text)[0] == 0
    (file,) = office.root.glob("plan/*/reports/dot-xuat/*.yaml")
    assert "personal_data:\n  reason: Công an huyện yêu cầu\n  date: 2025-05-13\n" in file.read_text("utf-8")
    answer = ("answer", "ttyt", "--state", "settled", "--text", "Đã đưa bé Hồ Thị Na về nhà bà")
    assert office.run(*answer, as_of="2025-05-13").code == 0


def test_answer_may_not_name_a_child_of_a_file_without_a_reason(office: Office) -> None:
    receive(office, "--urgent", "--text", "Một bé 5 tuổi chưa có nơi ở")
    before = office.files()
    answer = ("answer", "ttyt", "--state", "settled", "--text", "Đã đưa bé Hồ Thị Na về nhà bà")
    outcome = office.run(*answer, as_of="2025-05-13")
    assert (outcome.code, office.files()) == (2, before)
    assert outcome.told.endswith(f"nếu buộc phải giữ, ghi lý do ở personal_data trong tệp. {UNTOUCHED}")


# submit


def test_form_that_names_a_child_is_refused_with_its_cell(forms: FormDesk) -> None:
    form = forms.answered()
    form.answer("II.6", "Đang thực hiện", CHILD)
    outcome = forms.submit(form)
    assert outcome.code == 1
    assert "a.xlsx:Nhiệm vụ!" in outcome.err
    assert ": lỗi L371: nêu tên một trẻ em hoặc cha mẹ của trẻ (“cháu Đ…”)\n" in outcome.err
    assert "Lan" not in outcome.err + outcome.out
    assert not forms.office.report_file("phong-tu-phap").exists()


def test_allowed_form_is_entered_with_its_reason(forms: FormDesk) -> None:
    form = forms.answered()
    form.answer("II.6", "Đang thực hiện", CHILD)
    outcome = forms.submit(form, options=("--allow-personal-data", "Công an huyện yêu cầu"))
    assert outcome.code == 0
    assert ": cảnh báo L375: còn họ tên trẻ em hoặc cha mẹ của trẻ (“cháu Đ…”), được giữ lại" in outcome.err
    kept = forms.report().personal_data
    assert kept is not None
    assert (kept.reason, str(kept.date)) == ("Công an huyện yêu cầu", "2025-05-13")


def test_reason_is_recorded_only_where_it_was_needed(forms: FormDesk) -> None:
    assert (
        forms.submit(forms.answered(), options=("--allow-personal-data", "Công an huyện yêu cầu")).code == 0
    )
    assert forms.report().personal_data is None


def test_reason_that_was_logged_holds_for_the_form(forms: FormDesk) -> None:
    logged = ("receive", "-p", "6thang", "-a", "Phòng Tư pháp", "--received", "12/5/2025")
    forms.office.run(*logged, "--allow-personal-data", "Công an huyện yêu cầu", as_of="2025-05-12")
    form = forms.answered()
    form.answer("II.6", "Đang thực hiện", CHILD)
    assert forms.submit(form).code == 0
    kept = forms.report().personal_data
    assert kept is not None
    assert (kept.reason, str(kept.date)) == ("Công an huyện yêu cầu", "2025-05-12")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--allow-personal-data", ""), "--allow-personal-data phải kèm lý do"),
        (("--signer", "Cháu Đinh Thị Lan"), "--signer nêu tên một trẻ em"),
    ],
)
def test_wrong_call_of_submit_changes_nothing(forms: FormDesk, options: tuple[str, ...], told: str) -> None:
    before = forms.plan_files()
    outcome = forms.submit(forms.answered(), options=options)
    assert (outcome.code, forms.plan_files()) == (2, before)
    assert outcome.told.startswith(told)


def test_a_reason_is_for_one_report(forms: FormDesk) -> None:
    outcome = forms.submit(
        forms.answered(), forms.form("Phòng Nội vụ"), options=("--allow-personal-data", "Công an yêu cầu")
    )
    assert (outcome.code, outcome.told) == (
        2,
        f"--allow-personal-data chỉ dùng khi nhập một tệp: mỗi báo cáo cần một lý do riêng. {UNTOUCHED}",
    )
