"""What kind of file it is, told by its first bytes and the ending of its name."""

from __future__ import annotations

from pathlib import PurePath

from kehoach_cli.intake.guard import MAX_BYTES, Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024
_TEXT_ENDINGS = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mkd"})
_MARKED_ENDINGS = frozenset({".md", ".markdown", ".mkd"})

# what people send by mistake: how it begins (small letters), what it is, whether Word can open it
_KINDS: tuple[tuple[tuple[bytes, ...], str, bool], ...] = (
    ((b"{\\rtf",), "tệp RTF", True),
    ((b"<html", b"<!doctype html", b"<head", b"<body"), "trang web (.html)", True),
    ((b"mime-version:", b"received:"), "thư điện tử hoặc trang web lưu trữ (.eml, .mht)", True),
    ((b"<?xml", b"<office:", b"<w:"), "tệp XML", True),
    ((b"\xff\xd8\xff", b"\x89png", b"gif8", b"ii*\0", b"mm\0*"), "tệp hình ảnh", False),
    ((b"rar!", b"7z\xbc\xaf", b"\x1f\x8b"), "tệp nén", False),
)
# the same inside an archive: a part that tells it
_INNER: tuple[tuple[str, str, bool], ...] = (
    ("xl/workbook.xml", "bảng tính Excel (.xlsx)", False),
    ("xl/workbook.bin", "bảng tính Excel (.xlsb)", False),
    ("ppt/presentation.xml", "tệp trình chiếu (.pptx)", False),
    ("meta-inf/container.xml", "sách điện tử (.epub)", False),
    ("content.xml", "tệp LibreOffice (.odt)", True),
    ("index.xml", "tệp Pages của máy Mac (.pages)", True),
)


def kind_of(raw: bytes, name: str) -> str:
    """docx, pdf, markdown or plain; Unreadable for what is empty, enormous or something else."""
    if not raw.strip(b"\0 \t\r\n"):
        raise Unreadable("L603", what="tệp rỗng")
    if len(raw) > MAX_BYTES:
        raise Unreadable("L604", what=f"lớn hơn {MAX_BYTES // 1_000_000} MB")
    if raw.startswith(b"PK"):
        return "docx"
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        return "pdf"
    _refuse_others(raw)
    ending = PurePath(name).suffix.lower()
    if ending not in _TEXT_ENDINGS:
        raise Unreadable("L608", what=f"tệp {ending}")
    return "markdown" if ending in _MARKED_ENDINGS else "plain"


def refuse_archive(names: list[str]) -> None:
    """Say what an archive without a Word document is; `names` of its parts in small letters."""
    for part, what, is_text in _INNER:
        if part in names:
            raise Unreadable("L601" if is_text else "L608", what=what)
    inside = next((name.rpartition(".")[2] for name in names if name.endswith((".docx", ".doc", ".pdf"))), "")
    raise Unreadable("L608", what=f"tệp nén có tệp .{inside} bên trong" if inside else "tệp nén (.zip)")


def _refuse_others(raw: bytes) -> None:
    if raw.startswith(_OLE):
        if _LOCKED in raw:
            raise Unreadable("L602")
        raise Unreadable("L601", what="tệp Word đời cũ (.doc)" if _is_word(raw) else "tệp Office đời cũ")
    head = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginnings, what, is_text in _KINDS:
        if head.startswith(beginnings):
            raise Unreadable("L601" if is_text else "L608", what=what)
    if b"\0" in raw[:4096] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("L608", what="tệp thuộc loại khác")


def _is_word(raw: bytes) -> bool:
    return "WordDocument".encode("utf-16-le") in raw


def decoded(raw: bytes) -> str:
    """The letters of a text file: UTF-8, or the two-byte Unicode that Notepad writes with a mark in front."""
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return raw.decode("utf-16")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("L609") from None
