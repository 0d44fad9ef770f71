"""Writing several files: all of them or none; and what an edited Word file may ask for."""

from __future__ import annotations

import errno
import zipfile
from typing import TYPE_CHECKING

import pytest

from kehoach_cli.render.word.stamp import facts_of, is_untouched
from kehoach_cli.store import writing
from kehoach_cli.store.writing import write_together
from program import Office

if TYPE_CHECKING:
    from pathlib import Path

    from program import Outcome


def content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())} if folder.exists() else {}


def test_all_files_are_written(tmp_path: Path) -> None:
    write_together(tmp_path / "mới" / "nữa", {"a.txt": "Ă", "b.bin": b"\x00"})
    assert {"a.txt": "Ă".encode(), "b.bin": b"\x00"} == content(tmp_path / "mới" / "nữa")


def test_one_that_exists_keeps_all(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("cũ")
    with pytest.raises(FileExistsError) as refused:
        write_together(tmp_path, {"a": "mới", "b": "mới"})
    assert str(tmp_path / "b") == refused.value.filename
    assert {"b": "cũ".encode()} == content(tmp_path)


def test_all_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("cũ")
    write_together(tmp_path, {"a": "1", "b": "2"}, replace=True)
    assert {"a": b"1", "b": b"2"} == content(tmp_path)


@pytest.mark.parametrize("after", range(4))
def test_a_disk_that_fails_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    calls = iter(range(100))
    for name in ("_write_beside", "_put"):
        real = getattr(writing, name)

        def failing(*args: object, real: object = real, **options: object) -> None:
            if next(calls) == after:
                raise OSError(errno.ENOSPC, "full")
            real(*args, **options)  # type: ignore[operator]

        monkeypatch.setattr(writing, name, failing)
    with pytest.raises(OSError, match="full"):
        write_together(tmp_path / "mới", {"a": "1", "b": "2"})
    assert not (tmp_path / "mới").exists()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def report(office: Office, *more: str) -> Outcome:
    return office.run("report", "-p", "6thang", "-o", "bao-cao.docx", *more)


def edit(path: Path) -> None:
    """As a person does who changes a word and saves."""
    with zipfile.ZipFile(path) as packed:
        parts = {i.filename: packed.read(i) for i in packed.infolist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"quy", b"qui", 1)
    with zipfile.ZipFile(path, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)


def test_a_report_says_what_it_is(office: Office) -> None:
    assert report(office).code == 0
    made = office.file("bao-cao.docx")
    facts = facts_of(made)
    assert facts
    del facts["digest"]
    assert {"document": "bao-cao", "plan": "61-kh-ubnd-2025", "period": "6thang"} == facts
    assert is_untouched(made)
    edit(made)
    assert not is_untouched(made)
    assert facts_of(made)


def test_an_untouched_document_needs_force(office: Office) -> None:
    report(office)
    assert (
        "tệp “bao-cao.docx” đã có; thêm --force để ghi đè. Không có tệp nào bị thay đổi."
        == report(office).told
    )
    assert report(office, "--force").code == 0


def test_an_edited_document_is_kept_even_from_force(office: Office) -> None:
    report(office)
    made = office.file("bao-cao.docx")
    edit(made)
    before = made.read_bytes()
    assert report(office, "--force").told.startswith("tệp “bao-cao.docx” đã có người sửa từ khi tạo")
    assert before == made.read_bytes()
    assert report(office, "--force", "--overwrite-edited").code == 0
    assert is_untouched(made)


def test_a_word_file_of_others_counts_as_edited(office: Office) -> None:
    office.file("bao-cao.docx").write_text("không phải của kehoach")
    assert report(office, "--force").code == 2
    assert facts_of(office.file("bao-cao.docx")) is None


def test_overwrite_edited_alone_is_a_wrong_call(office: Office) -> None:
    assert (
        "--overwrite-edited chỉ dùng cùng --force. Không có tệp nào bị thay đổi."
        == report(office, "--overwrite-edited").told
    )
    assert not office.file("bao-cao.docx").exists()
