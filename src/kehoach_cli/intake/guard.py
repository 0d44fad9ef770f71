"""The archive before anything in it is read: what it is, and that nothing in it grows without bound."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

if TYPE_CHECKING:
    from zipfile import ZipInfo

MAX_BYTES = 20_000_000
"""Of the file itself: a form has some 20 kB, one with pasted pictures a few MB."""

_MAX_MEMBERS = 1_000
_MAX_PART = 30_000_000
_MAX_ALL_PARTS = 60_000_000
_MAX_RATIO = 400  # of a part above _SMALL: XML of a sheet packs to a tenth, of empty rows to a hundredth
_SMALL = 1_000_000
_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_WORKBOOK = "xl/workbook.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")

_KINDS = (
    ((b"%pdf",), "tệp PDF"),
    ((b"\xff\xd8\xff", b"\x89png", b"gif8", b"bm"), "tệp hình ảnh"),
    ((b"rar!",), "tệp nén RAR"),
    ((b"{\\rtf",), "tệp RTF"),
    ((b"<html", b"<!doctype html"), "trang web"),
    ((b"<?xml",), "tệp XML"),
)
"""The beginnings of what people send by mistake, in small letters."""


class Unreadable(Exception):  # noqa: N818  # no mistake of ours: what stands in the file cannot be read
    """A workbook that is refused as a whole: the code and the words of its sentence."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code, self.words = code, words


class Archive:
    """The parts of an office file, each inflated on demand and never beyond the bounds."""

    def __init__(self, raw: bytes, main: str = _WORKBOOK) -> None:
        """Unreadable for what lacks the part `main` (where given), is locked or larger than any form."""
        _judge_kind(raw)
        try:
            self._zip = ZipFile(BytesIO(raw))
        except (BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError):
            raise Unreadable("L403", what="không mở được") from None
        members = self._zip.infolist()
        if len(members) > _MAX_MEMBERS:
            raise Unreadable("L404", what=f"có {len(members)} phần bên trong")
        self._members = {m.filename.replace("\\", "/").lstrip("/").lower(): m for m in members}
        self._inflated = 0
        if main and main not in self._members:
            raise Unreadable("L401", what=_inner_kind(self._members))

    def names(self) -> list[str]:
        """The names of all parts, in small letters."""
        return [*self._members]

    def has(self, name: str) -> bool:
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """One part whole; Unreadable where it is broken or does not end in time."""
        member = self._members.get(name.lower())
        if member is None:
            raise Unreadable("L403", what=f"thiếu phần “{name}”")
        _judge_member(member)
        try:
            return self._inflate(member)
        except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError):
            raise Unreadable("L403", what=f"phần “{name}” không đọc được") from None

    def _inflate(self, member: ZipInfo) -> bytes:
        """What the archive says of a part's size is not believed: it is counted while it is inflated."""
        chunks: list[bytes] = []
        size = 0
        with self._zip.open(member) as part:
            while chunk := part.read(_CHUNK):
                size += len(chunk)
                self._inflated += len(chunk)
                if size > _bound(member) or self._inflated > _MAX_ALL_PARTS:
                    raise Unreadable("L404", what=f"phần “{member.filename}” giải nén ra quá lớn")
                chunks.append(chunk)
        return b"".join(chunks)


def _bound(member: ZipInfo) -> int:
    return min(_MAX_PART, max(_SMALL, member.compress_size * _MAX_RATIO))


def _judge_member(member: ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise Unreadable("L402")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # what no office program writes
        raise Unreadable("L403", what=f"phần “{member.filename}” nén theo cách lạ")
    if member.file_size > _bound(member):
        raise Unreadable("L404", what=f"phần “{member.filename}” giải nén ra quá lớn")


def _judge_kind(raw: bytes) -> None:
    """Refuse what its first bytes show to be something else."""
    if not raw.strip(b"\0"):
        raise Unreadable("L403", what="tệp rỗng")
    if len(raw) > MAX_BYTES:
        raise Unreadable("L404", what=f"lớn hơn {MAX_BYTES // 1_000_000} MB")
    if raw.startswith(_OLE):
        if _PACKAGE in raw:
            raise Unreadable("L402")
        raise Unreadable("L401", what="tệp đời cũ (.xls, .doc)")
    if raw.startswith(b"PK"):
        return
    raise Unreadable("L401", what=_outer_kind(raw))


def _outer_kind(raw: bytes) -> str:
    head = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginnings, kind in _KINDS:
        if head.startswith(beginnings):
            return kind
    return "tệp thuộc loại khác" if b"\0" in head else "tệp văn bản thường (có thể là .csv)"


def _inner_kind(members: dict[str, ZipInfo]) -> str:
    """What a zip archive without a workbook is."""
    if "word/document.xml" in members:
        return "tệp Word (.docx)"
    if "ppt/presentation.xml" in members:
        return "tệp PowerPoint (.pptx)"
    if "xl/workbook.bin" in members:
        return "tệp Excel nhị phân (.xlsb)"
    if "content.xml" in members and "mimetype" in members:
        return "tệp LibreOffice (.ods, .odt)"
    if any(name.endswith(".xlsx") for name in members):
        return "tệp nén có tệp .xlsx bên trong"
    return "tệp nén (.zip)"
