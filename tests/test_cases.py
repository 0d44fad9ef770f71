"""Every code of the catalogue with the exact text it prints; and what may look odd but is right.

A case is a folder: `change.diff` (what differs from the base workspace), files that are added, `remove.txt`
(files that are left out) and, where something is wrong, `expected.txt`. KEHOACH_UPDATE_GOLDEN=1 writes it.
"""

from __future__ import annotations

import inspect
import os
import re
import shutil
import unicodedata
from typing import TYPE_CHECKING

import pytest

import test_form_problems
import test_import
import test_lives_in_documents
import test_loading
import test_official_opening
import test_submit
import test_version
import test_yaml_text
from conftest import TESTS, Desk
from kehoach_cli.checks.catalogue import CATALOGUE, word
from kehoach_cli.checks.catalogue.entry import fill, with_gaps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INVALID = sorted((TESTS / "cases" / "invalid").iterdir())
VALID = sorted((TESTS / "cases" / "valid").iterdir())
NOTES = ("change.diff", "remove.txt", "expected.txt")

# Codes whose files no repository should hold: the test that proves their exact text.
ELSEWHERE: dict[str, Callable[..., object]] = {
    "L001": test_loading.test_unreadable_file_is_told,
    "L002": test_loading.test_other_encodings_are_told,
    "L005": test_loading.test_huge_file_is_told,
    "L007": test_yaml_text.test_too_many_nodes_are_told,
    "L121": test_loading.test_what_no_rule_foresaw_is_told,
    "L501": test_version.test_l501_says_exactly,
}
# Workbooks are built in the tests.
ELSEWHERE |= {
    code: proof
    for codes, proof in (
        ("L401 L402 L403", test_form_problems.test_what_is_no_workbook),
        ("L404", test_form_problems.too_large),
        ("L405", test_form_problems.test_declarations_are_refused_in_every_part),
        ("L406", test_submit.test_file_that_cannot_be_written_is_told_and_the_others_are_not_lost),
        ("L407 L420", test_submit.test_good_files_are_written_and_bad_ones_told),
        ("L410 L412 L413 L414 L416 L417 L418 L419 L422", test_form_problems.test_whose_form_it_is),
        ("L411", test_form_problems.test_name_that_nobody_has_is_told_with_its_cell),
        ("L415", test_form_problems.test_plan_must_be_clear),
        ("L421", test_submit.test_form_of_an_older_plan_is_taken_with_what_changed),
        ("L423 L424", test_form_problems.test_what_stands_in_the_way_of_writing),
        ("L426", test_lives_in_documents.test_form_of_an_old_commune_comes_too_late),
        ("L425", test_submit.test_logged_report_is_completed_and_keeps_what_was_logged),
        ("L430 L431 L432 L433 L434 L435 L436 L437 L438 L439", test_form_problems.test_cells),
        ("L440 L441 L442 L443 L444 L445 L446 L447 L448 L449", test_form_problems.test_cells),
        ("L450 L451 L452 L453 L454 L460 L461 L462 L463 L464 L465 L466", test_form_problems.test_cells),
        ("L470 L471 L474", test_form_problems.test_cells),
        ("L472", test_form_problems.test_picture_is_told),
        ("L601 L602 L603 L608 L609", test_official_opening.test_what_is_no_document),
        ("L604", test_official_opening.test_enormous_files_are_refused),
        ("L605", test_official_opening.test_declarations_are_refused_in_every_part),
        ("L606", test_official_opening.test_document_without_words),
        ("L607", test_official_opening.test_scanned_pdf),
        ("L610", test_official_opening.test_letters_of_old_fonts),
        ("L620", test_import.test_document_without_duties_is_refused),
        ("L621", test_import.test_file_that_cannot_be_opened_is_told),
        ("L622", test_import.test_register_in_brackets_is_left_alone),
    )
    for code in codes.split()
}
ENGLISH = re.compile(
    r"\b(error|warning|invalid|null|none|expected|must|field|mapping|sequence|value|missing|unknown|"
    r"found|line|column|file|should|string|list|dict|type|input)\b",
    re.IGNORECASE,
)
VERBS = [
    "bỏ",
    "chép",
    "chọn",
    "cài",
    "dùng",
    "ghi",
    "ghép",
    "gộp",
    "giữ",
    "gửi",
    "khai",
    "kiểm",
    "lưu",
    "nhắc",
    "sửa",
    "tách",
    "tạo",
    "thay",
    "thêm",
    "thụt",
    "tìm",
    "viết",
    "xem",
    "xóa",
    "xuống",
    "điền",
    "đặt",
    "đổi",
    "để",
    "đưa",
]


def make(case: Path, root: Path) -> Desk:
    """The base workspace with the changes of a case."""
    desk = Desk(root)
    for added in case.rglob("*"):
        if added.is_file() and added.name not in NOTES:
            desk.write(added.relative_to(case).as_posix(), added.read_bytes())
    if (case / "remove.txt").exists():
        for file in (case / "remove.txt").read_text(encoding="utf-8").split():
            desk.remove(file)
    if (case / "change.diff").exists():
        apply(desk, (case / "change.diff").read_text(encoding="utf-8"))
    return desk


def apply(desk: Desk, diff: str) -> None:
    """Hunks of «@ file», lines that stay (blank first), go (-) and come (+); each fits in one place."""
    for hunk in re.split(r"^@ ", diff, flags=re.MULTILINE)[1:]:
        file, *lines = hunk.rstrip("\n").split("\n")
        old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in " -")
        new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in " +")
        desk.edit(file, old, new)


def expected_of(case: Path) -> str:
    return (case / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_invalid_case_says_exactly(case: Path, tmp_path: Path) -> None:
    said = make(case, tmp_path / "desk").said()
    if os.environ.get("KEHOACH_UPDATE_GOLDEN"):
        (case / "expected.txt").write_text(said, encoding="utf-8")
    assert expected_of(case) == said


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_invalid_case_is_about_its_code_alone(case: Path) -> None:
    codes = re.findall(r": (?:lỗi|cảnh báo) (L\d{3}): ", expected_of(case))
    assert [case.name.partition("-")[0]] == codes


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.name)
def test_valid_case_says_nothing(case: Path, tmp_path: Path) -> None:
    assert make(case, tmp_path / "desk").said() == make_base(tmp_path / "base", case)


def make_base(root: Path, case: Path) -> str:
    """The sum line of an orderly workspace; a case may add files and leave others out."""
    added = sum(p.is_file() and p.name not in NOTES for p in case.rglob("*"))
    removed = case / "remove.txt"
    gone = len(removed.read_text(encoding="utf-8").split()) if removed.exists() else 0
    return f"Không có lỗi trong {5 + added - gone} tệp đã đọc.\n"


def test_every_code_is_proven() -> None:
    shown = {case.name.partition("-")[0] for case in INVALID}
    assert sorted(CATALOGUE) == sorted(shown | ELSEWHERE.keys())
    for code, test in ELSEWHERE.items():
        assert code in inspect.getsource(test)


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.name)
def test_expected_text_is_vietnamese(case: Path) -> None:
    text = expected_of(case)
    sentences = re.findall(r"^(?!   gợi ý)[^|\n]*: (?:lỗi|cảnh báo) L\d{3}: (.*)$", text, re.MULTILINE)
    hints = re.findall(r"^   gợi ý: (.*)$", text, re.MULTILINE)
    assert sentences
    assert len(sentences) == len(hints)
    for sentence in (*sentences, *hints):
        unquoted = re.sub(r"“[^”]*”", "", sentence)
        assert ENGLISH.findall(unquoted) == []
        assert "{" not in unquoted.replace("[ {", "")
        assert "  " not in sentence
        assert "“”" not in sentence
    for hint in hints:
        assert hint.split()[0].strip(",") in VERBS, hint
        assert hint.endswith((".", "”", "…")) or hint.split(": ")[-1].startswith("- "), hint
    assert "không hợp lệ" not in text
    assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("code", CATALOGUE)
def test_catalogue_entry_is_complete(code: str) -> None:
    entry = CATALOGUE[code]
    assert entry.severity in ("error", "warning")
    for text in (entry.message, entry.hint, entry.why, entry.otherwise):
        assert text == unicodedata.normalize("NFC", text)
        assert "  " not in text
        assert "!" not in re.sub(r"“[^”]*”", "", text)
        assert ENGLISH.findall(re.sub(r"«[^»]*»|“[^”]*”|\{\w+\}", "", text)) == []
    assert entry.why.endswith(".")
    assert not entry.message.endswith(".")
    assert not entry.message[:1].isupper()
    assert with_gaps(entry.hint).split()[0] in VERBS
    assert fill(entry.why, {})
    severity, message, hint = word(code, {})
    assert (severity, "{" in message.replace("[ {", ""), bool(hint)) == (entry.severity, False, True)


def test_cases_hold_nothing_else() -> None:
    for case in (*INVALID, *VALID):
        assert re.fullmatch(
            r"L\d{3}(-[a-z0-9]+)+" if case in INVALID else r"[a-z0-9]+(-[a-z0-9]+)*", case.name
        )
        files = [p.relative_to(case).as_posix() for p in case.rglob("*") if p.is_file()]
        assert [f for f in files if f not in NOTES and not f.startswith("plan/")] == []


def test_change_that_fits_nowhere_is_refused(desk: Desk) -> None:
    with pytest.raises(AssertionError, match="0 ×"):
        apply(desk, "@ plan/office.yaml\n-schema: 9\n+schema: 1\n")
    shutil.rmtree(desk.root)
