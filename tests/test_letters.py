"""The letters in Word: mẫu 1.5 of Nghị định 30, the office's wording at each stage, any name literally."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from kehoach_cli.model.plan import Extension
from kehoach_cli.render.messages import SMS_LENGTH, messages, short_message
from kehoach_cli.render.template_faults import TemplateFault
from kehoach_cli.render.word.archive import CORE, packed, read_parts
from kehoach_cli.render.word.letter import LETTER, word_letter, word_letters
from kehoach_cli.render.word.stamp import facts_of, is_untouched
from kehoach_cli.store.packaged import packaged_templates
from nd30 import DATE_PLACE, MOTTO, Paper, W, departures, ending, rule_below, runs, sized, text
from program import ROOT, golden
from reminder_cases import CONTACT, FEW, SECOND, THIRD, all_but, letter, reminder, reporters, workspace_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kehoach_cli.queries.reminders import ReminderView
    from kehoach_cli.render.word import WordFile

FOLDERS = [packaged_templates()]
ASKED = ("hoi-cuu-chien-binh", "cong-an-xa-son-bua", "cong-an-xa-son-lap")
MANY = tuple(id_ for id_ in reporters() if id_ not in ("huyen-doan", "phong-tu-phap", "ubnd-xa-son-mua"))
ONE = ("phong-tu-phap",)
FIRST = letter("2", "312/UBND-TH", "2025-05-20", reporters(), "2025-05-23")
ASKING = letter("1", "280/UBND-TH", "2025-04-22", reporters())
NASTY = '<b>&{{x}} [khẩn] {% if %} {_{ "&amp; ]]> {#c#} 😀 tiếp: một, hai; ba'
FIGURES: dict[str, Any] = {"cutoff": date(2025, 4, 30), "estimate_until": date(2025, 6, 30)}


def view_of(stage: str, late: tuple[str, ...] | None) -> ReminderView:
    """The letter of a stage to those who are late; None: to everybody."""
    reports = all_but(late) if late is not None else {}
    workspace = workspace_of(contact=CONTACT)
    if stage == "1":
        return reminder(date(2025, 4, 22), reports, workspace=workspace, **FIGURES)
    if stage == "2":
        return reminder(SECOND, reports, new_limit=date(2025, 5, 23), sent=[ASKING], workspace=workspace)
    return reminder(THIRD, reports, new_limit=date(2025, 5, 30), sent=[FIRST], workspace=workspace)


def made(view: ReminderView) -> WordFile:
    return word_letter(view, view.letter, FOLDERS)


def paragraphs(content: bytes) -> list[str]:
    """Every paragraph in order, cells too."""
    root = docx.Document(io.BytesIO(content)).element.body
    texts = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
    return [said for said in texts if said]


CASES = {
    f"giai-doan-{stage}-{name}": (stage, late)
    for stage in "123"
    for name, late in {"tat-ca": None, "mot": ONE, "it": FEW, "nhieu": MANY, "de-nghi": ASKED}.items()
}


@pytest.mark.parametrize("name", CASES)
def test_the_wording_of_each_case(name: str) -> None:
    golden(f"letters/{name}.txt", "\n".join(paragraphs(made(view_of(*CASES[name])).content)) + "\n")


@pytest.mark.parametrize("name", CASES)
def test_is_laid_out_by_the_decree(name: str) -> None:
    word = made(view_of(*CASES[name]))
    assert [*departures(word.content, is_report=False), *letter_departures(word.content)] == []
    assert word.notes == 0


@pytest.mark.parametrize("stage", "123")
def test_what_is_not_known_stands_as_a_note(stage: str) -> None:
    view = reminder(
        {"1": date(2025, 4, 22), "2": SECOND, "3": THIRD}[stage], sent=[FIRST] if stage == "3" else [],
        new_limit=None if stage == "1" else date(2025, 5, 30),
    )  # fmt: skip
    word = made(view)
    assert [*departures(word.content, is_report=False), *letter_departures(word.content)] == []
    assert word.notes == {"1": 3, "2": 1, "3": 0}[stage]
    assert "\n".join(paragraphs(word.content)).count("[Ghi chú:") == word.notes


@pytest.mark.parametrize("late", [ONE, FEW, MANY])
@pytest.mark.parametrize("stage", "123")
def test_hostile_names_come_through(stage: str, late: tuple[str, ...]) -> None:
    names = {"phong-tu-phap": NASTY, "phong-noi-vu": "Phòng \x07A\nB"}
    usual = view_of(stage, late)
    view = reminder(
        usual.as_of,
        all_but((*late, "phong-tu-phap")),
        new_limit=usual.new_limit,
        sent=[FIRST] if stage == "3" else [],
        workspace=workspace_of(names, contact=CONTACT),
        **FIGURES,
    )
    word = made(view)
    assert [*departures(word.content, is_report=False), *letter_departures(word.content)] == []
    assert NASTY in "\n".join(paragraphs(word.content))
    assert word.notes == 0


def test_a_report_sent_back_is_asked_for_again() -> None:
    back = {"returned": {"date": "2025-05-13", "reason": "thiếu số liệu"}}
    late = reminder(SECOND, all_but(FEW) | {"huyen-doan": back}, new_limit=date(2025, 5, 23))
    said = paragraphs(made(late).content)
    assert (
        "Riêng Huyện đoàn: báo cáo đã gửi được trả lại để bổ sung; đề nghị hoàn thiện và gửi lại trong thời hạn nêu trên."
        in said
    )
    (one,) = [e for e in late.each if e.returned]
    alone = " ".join(paragraphs(word_letter(late, one, FOLDERS).content))
    assert "chưa nhận được báo cáo bổ sung, hoàn thiện của Huyện đoàn." in alone


@pytest.mark.parametrize("stage", "23")
@pytest.mark.parametrize("late", [FEW, MANY])
@pytest.mark.parametrize("is_told_apart", [True, False])
def test_whoever_is_left_out_is_still_counted(stage: str, late: tuple[str, ...], is_told_apart: bool) -> None:
    """Only the addressees are called overdue where the others are not; else nobody is set apart by it."""
    kept = [id_ for id_ in late if id_ not in FEW[3:]]
    longer = [{"agency": id_, "until": "2025-06-10", "basis": "PCT đồng ý"} for id_ in FEW[3:]]
    view = reminder(
        SECOND if stage == "2" else THIRD,
        all_but(late),
        new_limit=date(2025, 5, 30),
        sent=[FIRST] if stage == "3" else [],
        kept=None if is_told_apart else kept,
        extended=[Extension.model_validate(e) for e in longer if is_told_apart],
    )
    where = "trong danh sách kèm theo" if late is MANY else "tại phần Kính gửi"
    begin = f"đã nhận được {31 - len(late)}/31 báo cáo; còn" if stage == "2" else "vẫn còn"
    assert (
        f"{begin} {len(late):02} cơ quan, đơn vị, địa phương chưa gửi báo cáo, trong đó có {len(kept):02} cơ quan, "
        f"đơn vị, địa phương có tên {where}{' đã quá hạn' if is_told_apart else ''}"
        f"{'.' if stage == '2' else ', ảnh hưởng'}"
    ) in " ".join(paragraphs(made(view).content))


IDS = st.sets(st.sampled_from(reporters()))


@settings(max_examples=30)
@given(st.sampled_from("23"), IDS, IDS, IDS, st.none() | IDS, st.integers(0, 9))
def test_every_number_of_a_letter_is_true(
    stage: str, sent: set[str], back: set[str], longer: set[str], kept: set[str] | None, more: int
) -> None:
    """Whoever sent, must send again, has more time or is left out: the counts are those of the view."""
    as_of = SECOND + timedelta(days=7 if stage == "3" else 0)
    until = date(2025, 5, 15) + timedelta(days=2 * more)
    reports: dict[str, Any] = {id_: {"received": "2025-05-10"} for id_ in sent}
    returned = {"returned": {"date": "2025-05-12", "reason": "x"}}
    reports |= {id_: {"received": "2025-05-10"} | returned for id_ in back}
    extended = [Extension.model_validate({"agency": i, "until": until, "basis": "x"}) for i in sorted(longer)]
    view = reminder(
        as_of, reports, stage=stage, new_limit=date(2025, 6, 20), kept=kept,
        sent=[FIRST] if stage == "3" else [], extended=extended,
    )  # fmt: skip
    if len(view.letter.addressees) < 2:
        return
    lines = paragraphs(made(view).content)
    said = " ".join(lines)
    missing = set(reporters()) - (sent - back)
    addressed = {a.id for a in view.letter.addressees}
    overdue = {id_ for id_ in missing if id_ not in longer or until < as_of}
    assert addressed <= overdue
    units = r"cơ quan, đơn vị, địa phương"
    counts = [f"{len(missing):02}"] + ([f"{len(addressed):02}"] if addressed != missing else [])
    assert re.findall(rf"(\d+) {units}", said) == counts
    assert re.findall(r"(\d+)/(\d+) báo cáo", said) == [(str(31 - len(missing)), "31")] * (stage == "2")
    assert (f"{units} có tên " in said and " đã quá hạn" in said) == (missing > addressed == overdue)
    for a in view.letter.addressees if "DANH SÁCH CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG" in lines else ():
        last = until if a.id in longer else date(2025, 5, 14)
        state = "Trả lại để bổ sung (ngày 12/5/2025)" if a.id in back else "Chưa gửi"
        at = lines.index(a.name)
        assert lines[at + 1 :][:2] == [state, str((as_of - last).days)]


def test_two_letters_cited() -> None:
    sent = [
        letter("2", "312/UBND-TH", "2025-05-19", FEW[:3], "2025-05-22"),
        letter("2", "315/UBND-TH", "2025-05-20", FEW[3:], "2025-05-23"),
    ]
    view = reminder(THIRD, all_but(FEW), new_limit=date(2025, 5, 30), sent=sent)
    assert (
        "UBND huyện đã có Công văn số 312/UBND-TH ngày 19/5/2025, Công văn số 315/UBND-TH ngày 20/5/2025 đôn đốc"
    ) in " ".join(paragraphs(made(view).content))


def test_equal_views_give_equal_bytes_and_facts_travel_with_the_file(tmp_path: Path) -> None:
    view = view_of("2", FEW)
    assert made(view) == made(view_of("2", FEW))
    file = tmp_path / "cong-van.docx"
    file.write_bytes(made(view).content)
    facts = facts_of(file)
    assert facts is not None
    facts.pop("digest")
    assert facts == {
        "document": "cong-van",
        "plan": "61-kh-ubnd-2025",
        "period": "6thang",
        "stage": "2",
        "before": "2025-05-23",
        "agencies": " ".join(FEW),
    }
    assert is_untouched(file)


def test_one_letter_each() -> None:
    view = view_of("2", FEW)
    words = word_letters(view, view.each, FOLDERS)
    assert [next(t for t in paragraphs(w.content) if "Kính gửi" in t) for w in words[:3]] == [
        "Kính gửi: Phòng Tư pháp", "Kính gửi: Phòng Nội vụ", "Kính gửi: Hội Cựu chiến binh huyện",
    ]  # fmt: skip


def test_the_committed_template_is_what_the_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / ".ci"))
    made = import_module("word_parts").parts(import_module("word_letter").letter())
    committed = read_parts(FOLDERS[0] / LETTER)
    assert {name: committed[name] for name in made if name != CORE} == {
        name: content for name, content in made.items() if name != CORE
    }


def test_the_office_rewords_its_letter(tmp_path: Path) -> None:
    parts = read_parts(FOLDERS[0] / LETTER)
    body = parts["word/document.xml"].decode()
    parts["word/document.xml"] = body.replace("khẩn trương hoàn thành", "sớm hoàn thành").encode()
    (tmp_path / LETTER).write_bytes(packed(parts))
    view = view_of("2", FEW)
    assert "sớm hoàn thành báo cáo" in " ".join(
        paragraphs(word_letter(view, view.letter, [tmp_path, *FOLDERS]).content)
    )
    parts["word/document.xml"] = body.replace("{{ noi_nhan_bao_cao }}", "{{ noi_nhan_bao_ca }}").encode()
    (tmp_path / LETTER).write_bytes(packed(parts))
    with pytest.raises(TemplateFault, match="gần nhất là “noi_nhan_bao_cao”"):
        word_letter(view, view.letter, [tmp_path, *FOLDERS])


def letter_departures(content: bytes) -> Iterator[str]:
    """Ô 1 to 4, 5b, 9a and 9b of mẫu 1.5, and a list on a page of its own."""
    paper = Paper(content)
    yield from _letterhead(paper)
    yield from _addressees(paper)
    yield from ending(paper)
    said = [text(e) for e in paper.body if e.tag == f"{W}p"]
    is_listed = "DANH SÁCH CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG" in said
    if is_listed != any("danh sách kèm theo" in s for s in said):
        yield "the list and its mention disagree"
    if len(paper.sections()) != 1 + is_listed:
        yield "the list is in no section of its own"


def _letterhead(paper: Paper) -> Iterator[str]:
    left, right, number, day = paper.body.find(f"{W}tbl").iter(f"{W}tc")
    agency, motto = ([p for p in cell.iter(f"{W}p") if text(p)] for cell in (left, right))
    if tuple(map(text, motto)) != MOTTO:
        yield "Quốc hiệu or Tiêu ngữ is not exact"
    yield from rule_below(paper, motto[1], 0.98, 1.02)
    yield from rule_below(paper, agency[-1], 1 / 3, 1 / 2)
    blank, subject = [p for p in number.iter(f"{W}p") if text(p)]
    if not re.fullmatch(r"Số: +/UBND-TH", text(blank)):
        yield f"number: {text(blank)}"
    if not text(subject).startswith("V/v ") or paper.paragraph(subject, "jc", "val") != "center":
        yield f"subject: {text(subject)}"
    if int(paper.paragraph(subject, "spacing", "before") or 0) != 120:
        yield "subject is not 6 pt below the number"
    yield from sized(paper, subject, 12, 13, "subject")
    if any(paper.is_on(r, mark) for r in runs(subject) for mark in "bi"):
        yield "subject is not upright"
    if not re.fullmatch(rf"{DATE_PLACE}, ngày +tháng +năm \d{{4}}", text(day)):
        yield f"date: {text(day)}"


def _addressees(paper: Paper) -> Iterator[str]:
    found = [p for p in paper.body.findall(f"{W}p") if paper.style(p).startswith("KinhGui")]
    first, *listed = found
    if not text(first).startswith("Kính gửi:") or bool(listed) == bool(text(first)[9:].strip()):
        yield f"addressee: {text(first)}"
    for paragraph in listed:
        end = "." if paragraph is listed[-1] else ";"
        if not (text(paragraph).startswith("- ") and text(paragraph).endswith(end)):
            yield f"addressee: {text(paragraph)}"
    if len(listed) == 1 or len(listed) > 8:
        yield f"{len(listed)} lines of addressees"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("V/v đôn đốc", "Về đôn đốc", "subject: Về đôn đốc gửi báo cáo kết quả"),
        (">- ", ">+ ", "addressee: + Các phòng: Tư pháp, Nội vụ;"),
        ("UBND-TH", "CV-UBND", "number: Số:      /CV-UBND"),
        ("(liên hệ", "(danh sách kèm theo; liên hệ", "the list and its mention disagree"),
        (")./.", ").", "./. 0 times"),
    ],
)
def test_the_checker_sees_a_departure(old: str, new: str, told: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made(view_of("2", FEW)).content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    body = parts["word/document.xml"].decode()
    assert old in body
    parts["word/document.xml"] = body.replace(old, new, 1).encode()
    etree.fromstring(parts["word/document.xml"])
    assert any(found.startswith(told) for found in letter_departures(packed(parts)))


# Messages


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("truoc-han", view_of("1", FEW)),
        ("ngay-cuoi", reminder(date(2025, 5, 14), all_but(FEW))),
        ("don-doc", view_of("2", FEW)),
        ("don-doc-lan-2", view_of("3", FEW)),
    ],
)
def test_the_wording_of_messages(name: str, view: ReminderView) -> None:
    golden(f"messages/{name}.txt", messages(view, FOLDERS, name_late=False))


def test_the_late_are_named_to_a_group_only_when_asked() -> None:
    for view in (view_of("1", FEW), view_of("2", FEW), view_of("3", FEW)):
        group = messages(view, FOLDERS, name_late=False).split("SMS")[0]
        assert "Tư pháp" not in group
        named = messages(view, FOLDERS, name_late=True).split("SMS")[0]
        assert "Các đơn vị chưa gửi: các phòng: Tư pháp, Nội vụ; Hội Cựu chiến binh huyện; " in named


def test_hostile_names_in_messages() -> None:
    workspace = workspace_of({"phong-tu-phap": f"{NASTY} \x02\x07"})
    view = reminder(SECOND, new_limit=date(2025, 5, 23), kept=ONE, workspace=workspace)
    assert messages(view, FOLDERS, name_late=True).count(NASTY) == 3


@pytest.mark.parametrize("length", [10, 40, 90, 200, 500])
def test_a_short_message_fits(length: int) -> None:
    sentences = [f"{'đề nghị ' * (length // 8)}gửi báo cáo {{1}} – {n}." for n in range(3)]
    found = short_message([*sentences, "Đề nghị gửi báo cáo, hạn cuối 14/5/2025."])
    assert found.isascii()
    assert len(found) <= SMS_LENGTH
    assert found.startswith("de nghi" if length < 120 else "De nghi gui bao cao, han cuoi 14/5/2025.")


def test_a_short_message_is_cut_when_nothing_fits() -> None:
    assert short_message(["ă" * 300]) == "a" * 160
    assert short_message(["{" * 300]) == "{" * 80
