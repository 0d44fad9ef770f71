"""A report as a file: any text comes back as it was, the earlier file is never lost."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.intake.cells import clean
from kehoach_cli.store.layout import Role, earlier_path, role_of
from kehoach_cli.store.report_file import put_report, report_of_data, report_yaml
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from pathlib import Path

LEAST = {"agency": "Phòng Tư pháp", "period": "6thang", "received": "2025-05-12"}
FILE = "plan/p/reports/6thang/tu-phap.yaml"
TEXTS = st.one_of(
    st.text(),
    st.text("aầ -#:'\"\n|>{}[]&*!%@`,?~=<\\.", min_size=1),
    st.sampled_from(
        ["- a", "# a", "a: b", "null", "~", "true", "12:30", "1.10", "<<<<<<< a", "---", "...", "a\x85b"]
    ),
).map(clean)


def read(text: str) -> dict[str, Any]:
    tree = parse(unicodedata.normalize("NFC", text))
    assert tree.findings == []
    found: dict[str, Any] = tree.data
    return found


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=4), TEXTS.filter(bool))
def test_any_text_comes_back(texts: list[str], other: str) -> None:
    data = {
        **LEAST,
        "directives": texts,
        "tasks": [{"ref": "II.1", "status": "đang thực hiện", "result": other}],
        "limitations": other,
        "origin": {"file": other, "hash": "0"},
    }
    found = read(report_yaml(data, "Đầu tệp."))
    assert found == {"schema": "1", **data}


@given(st.lists(st.sampled_from(["từ", "dài" * 20, "-", "#", ":", "a:", "|", "'"]), min_size=1, max_size=60))
def test_long_lines_are_folded_and_put_back(words: list[str]) -> None:
    text = report_yaml({**LEAST, "limitations": " ".join(words)}, "Đầu tệp.")
    assert read(text)["limitations"] == " ".join(words)


def test_keys_stand_in_the_order_of_the_record() -> None:
    text = report_yaml({"strengths": "a", "rest": "không phát sinh", **LEAST, "number": "1/BC"}, "Đầu tệp.")
    assert [line.partition(":")[0] for line in text.splitlines()] == [
        "# Đầu tệp.",
        "schema",
        "agency",
        "period",
        "number",
        "received",
        "rest",
        "strengths",
    ]


def test_text_that_would_not_come_back_is_not_written() -> None:
    with pytest.raises(ValueError, match="does not say"):
        report_yaml({**LEAST, "signer": "a\x00b"}, "Đầu tệp.")


def test_nothing_is_overwritten_unless_asked(tmp_path: Path) -> None:
    put_report(tmp_path, FILE, "một\n")
    with pytest.raises(FileExistsError):
        put_report(tmp_path, FILE, "hai\n")
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "một\n"


def test_the_earlier_file_is_kept_under_a_free_name(tmp_path: Path) -> None:
    day = date(2025, 5, 12)
    put_report(tmp_path, FILE, "một\n")
    kept = [
        put_report(tmp_path, FILE, text, replace=True, keep=day) for text in ("hai\n", "ba\n", "ba\n", "ba\n")
    ]
    assert kept == [earlier_path(FILE, day, n) for n in (1, 2, 3, 3)]
    found = [(tmp_path / earlier_path(FILE, day, n)).read_text(encoding="utf-8") for n in (1, 2, 3)]
    assert found == ["một\n", "hai\n", "ba\n"]
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_failed_write_leaves_the_earlier_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kehoach_cli.store import writing

    put_report(tmp_path, FILE, "một\n")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(writing, "_put", refuse)
    with pytest.raises(OSError, match="full"):
        put_report(tmp_path, FILE, "hai\n", replace=True, keep=date(2025, 5, 12))
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "một\n"


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("plan/p/reports/6thang/_truoc/2025-05-12-a.yaml", Role("kept", "p", "6thang")),
        ("plan/p/reports/6thang/_truoc/a.txt", Role("ignored")),
        ("plan/p/reports/6thang/_truoc/.a.yaml", Role("ignored")),
        ("plan/p/reports/la/_truoc/a.yaml", Role("misplaced")),
        ("plan/p/reports/6thang/khac/a.yaml", Role("misplaced")),
    ],
)
def test_roles_beside_the_reports(path: str, role: Role) -> None:
    assert role_of(path) == role


def test_record_of_plain_data() -> None:
    assert report_of_data({**LEAST, "draft": "true"}).draft
