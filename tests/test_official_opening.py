"""What is no document is refused in one sentence, at once and without filling the memory."""

from __future__ import annotations

import time
import tracemalloc
import zipfile
from io import BytesIO

import pytest

from kehoach_cli.checks.catalogue import word
from kehoach_cli.intake.guard import MAX_BYTES, Unreadable
from kehoach_cli.intake.official.opening import read_source
from official_files import PdfPage, archive, document, docx, p, pdf, tbl, tc, tr

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
WIDE = "utf-16-le"
ENCRYPTED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [<00> <00>]"


@pytest.fixture(scope="module", autouse=True)
def _import_of_pypdf() -> None:
    """Once, so that no test counts its time."""
    import pypdf

    assert pypdf.__version__


def refused(raw: bytes, name: str = "van-ban.docx") -> str:
    """The code and the sentence; fails when it takes a second of work."""
    start = time.process_time()
    with pytest.raises(Unreadable) as caught:
        read_source(raw, name)
    assert time.process_time() - start < 1
    return f"{caught.value.code}: {word(caught.value.code, caught.value.words)[1]}"


def most_memory(raw: bytes, name: str) -> int:
    """The most bytes held at once while a file is refused."""
    tracemalloc.start()
    with pytest.raises(Unreadable):
        read_source(raw, name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def odd(kind: str) -> str:
    return f"L601: đây là {kind}, không đọc được trực tiếp"


def no_text(kind: str) -> str:
    return f"L608: đây là {kind}, không phải văn bản"


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (OLE + "WordDocument".encode(WIDE), "a.doc", odd("tệp Word đời cũ (.doc)")),
        (OLE, "a.xls", odd("tệp Office đời cũ")),
        (OLE + "EncryptedPackage".encode(WIDE), "a.docx", "L602: tệp đặt mật khẩu nên không đọc được"),
        (b"{\\rtf1 abc}", "a.doc", odd("tệp RTF")),
        (b"\xef\xbb\xbf <!DOCTYPE html><html>", "a.htm", odd("trang web (.html)")),
        (b"MIME-Version: 1.0\n", "a.mht", odd("thư điện tử hoặc trang web lưu trữ (.eml, .mht)")),
        (b"<?xml version='1.0'?><w:wordDocument/>", "a.xml", odd("tệp XML")),
        (archive({"content.xml": b"", "mimetype": b""}), "a.odt", odd("tệp LibreOffice (.odt)")),
        (archive({"index.xml": b""}), "a.pages", odd("tệp Pages của máy Mac (.pages)")),
        (b"\xff\xd8\xff\xe0", "a.jpg", no_text("tệp hình ảnh")),
        (b"\x89PNG\r\n", "a.png", no_text("tệp hình ảnh")),
        (b"Rar!\x1a\x07", "a.rar", no_text("tệp nén")),
        (b"abc\0def", "a.bin", no_text("tệp thuộc loại khác")),
        (b"STT,Ten\n1,a\n", "a.csv", no_text("tệp .csv")),
        (archive({"xl/workbook.xml": b""}), "a.docx", no_text("bảng tính Excel (.xlsx)")),
        (archive({"ppt/presentation.xml": b""}), "a.docx", no_text("tệp trình chiếu (.pptx)")),
        (archive({"x/kh.docx": b""}), "a.zip", no_text("tệp nén có tệp .docx bên trong")),
        (archive({"a.txt": b""}), "a.zip", no_text("tệp nén (.zip)")),
        (b"", "a.docx", "L603: tệp hỏng hoặc chưa tải về hết (tệp rỗng)"),
        (bytes(4096), "a.docx", "L603: tệp hỏng hoặc chưa tải về hết (tệp rỗng)"),
        (b"PK\x03\x04 cut", "a.docx", "L603: tệp hỏng hoặc chưa tải về hết (không mở được)"),
        (b"%PDF-1.7\ncut", "a.pdf", "L603: tệp hỏng hoặc chưa tải về hết (không đọc được các trang)"),
        (
            "Kế hoạch".encode()[:-5] + b"\xe1ch",
            "a.txt",
            "L609: tệp văn bản không ghi theo bảng mã UTF-8",
        ),
    ],
)
def test_what_is_no_document(raw: bytes, name: str, said: str) -> None:
    """L601, L602, L603, L608, L609."""
    assert refused(raw, name) == said


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "footnotes"])
def test_declarations_are_refused_in_every_part(part: str) -> None:
    """L605."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    parts = {"word/document.xml": document(p("Kế hoạch"))} | {f"word/{part}.xml": bomb}
    wanted = "L605: tệp có phần khai báo (DOCTYPE) mà phần mềm văn phòng không bao giờ ghi"
    assert refused(archive(parts)) == wanted
    parts[f"word/{part}.xml"] = bomb.decode().encode("utf-16")
    assert refused(archive(parts)) == wanted


def test_other_encodings_of_parts_are_refused() -> None:
    raw = archive({"word/document.xml": b'<?xml version="1.0" encoding="utf-7"?><a/>'})
    assert (
        refused(raw) == "L603: tệp hỏng hoặc chưa tải về hết (phần “word/document.xml” ghi theo bảng mã lạ)"
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"<w:document xmlns:w='w'><w:body>", "phần “word/document.xml” không đọc được"),
        (b"<a>" * 5_000 + b"</a>" * 5_000, "phần “word/document.xml” lồng quá nhiều tầng"),
        (b"<a/>", "thiếu phần thân văn bản"),
    ],
)
def test_broken_documents(content: bytes, what: str) -> None:
    assert refused(archive({"word/document.xml": content})) == f"L603: tệp hỏng hoặc chưa tải về hết ({what})"


MANY = document("<w:p><w:r/></w:p>" * 700_000, str(list(range(60_000))))
ENORMOUS = [
    (b"PK" + bytes(MAX_BYTES), "a.docx", "lớn hơn 20 MB"),
    (
        archive({"word/document.xml": b" " * 50_000_000}),
        "a.docx",
        "phần “word/document.xml” giải nén ra quá lớn",
    ),
    (archive({"word/document.xml": MANY}), "a.docx", "phần “word/document.xml” có quá nhiều nội dung"),
    (archive({f"{n}.xml": b"" for n in range(1_001)}), "a.docx", "có 1001 phần bên trong"),
    (pdf(PdfPage().raw("0 0 m\n" * 260_000)), "a.pdf", "có quá nhiều nét vẽ"),
    (pdf(PdfPage().raw(" " * 80_000_000)), "a.pdf", "giải nén ra quá lớn"),
    (b"1. Ph\xc3\xb2ng A l\xe1\xba\xadp.\n" * 400_000, "a.txt", "hơn 1.000.000 chữ cái"),
    (
        docx(*(p(" ".join(map(str, range(n, n + 10_000)))) for n in range(0, 170_000, 10_000))),
        "a.docx",
        "hơn 1.000.000 chữ cái",
    ),
]


@pytest.mark.parametrize(
    ("raw", "name", "what"), ENORMOUS, ids=lambda value: value if len(value) < 60 else ""
)
def test_enormous_files_are_refused(raw: bytes, name: str, what: str) -> None:
    """L604."""
    assert refused(raw, name) == f"L604: tệp lớn khác thường, không thể là một văn bản ({what})"
    assert most_memory(raw, name) < 300e6


ENDLESS = {
    "gaps": "\n".join(" " * (2 * n) + "- a" for n in range(1_000)),
    "heading": "# " + "#" * 900_000 + "x",
    "attributes": "# a" + "{#" * 400_000,
    "pictures": "![a](" * 60_000,
    "columns": "|" + "a|" * 50_000 + "\n" + "|-" * 50_000 + "|\n" + "|a|\n" * 2_000,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_signs_without_end_are_read_at_once(text: str) -> None:
    """What begins a thing a hundred thousand times and never ends it."""
    start = time.process_time()
    assert read_source(text.encode(), "a.md").blocks
    assert time.process_time() - start < 3


def test_pdf_of_many_pages_and_steps() -> None:
    assert refused(pdf(*[PdfPage()] * 1_001), "a.pdf").endswith("(có 1001 trang)")
    steps = [PdfPage().raw("q Q " * 90_000)] * 2
    with pytest.raises(Unreadable) as caught:
        read_source(pdf(*steps), "a.pdf")
    assert caught.value.words == {"what": "một trang có quá nhiều nét vẽ"}


def test_size_that_an_archive_claims_is_not_believed() -> None:
    raw = bytearray(archive({"word/document.xml": b" " * 50_000_000}))
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert refused(bytes(raw)).startswith(("L603", "L604"))


def test_locked_archive_is_refused() -> None:
    raw = bytearray(docx(p("Kế hoạch")))
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    assert refused(bytes(raw)) == "L602: tệp đặt mật khẩu nên không đọc được"


@pytest.mark.parametrize("raw", [docx(p()), docx(p(" \t")), docx(tbl(tr(tc(p()))))])
def test_document_without_words(raw: bytes) -> None:
    """L606."""
    assert refused(raw) == "L606: văn bản không có chữ nào"


def test_scanned_pdf() -> None:
    """L607."""
    page = PdfPage().raw("/Im1 Do")
    assert (
        refused(pdf(page, page), "a.pdf") == "L607: tệp PDF này là ảnh chụp (bản quét), không có chữ để đọc"
    )


def test_locked_pdf() -> None:
    raw = pdf(PdfPage().text(90, 700, "Kế hoạch"), trailer=ENCRYPTED)
    assert refused(raw, "a.pdf") == "L602: tệp đặt mật khẩu nên không đọc được"


def test_letters_of_old_fonts() -> None:
    """L610."""
    old = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc. " * 8
    said = "L610: chữ trong tệp không đọc được thành tiếng Việt"
    assert refused(docx(p(old))) == f"{said} (phông chữ cũ TCVN3, VNI)"
    page = PdfPage()
    for n in range(10):
        page.text(90, 700 - 20 * n, "\ue001\ue002 \ue003\ue004\ue005 kehoach" * 4)
    assert refused(pdf(page), "a.pdf") == f"{said} (không có bảng chữ)"


def test_reading_leaves_files_with_old_signs_amid_vietnamese_alone() -> None:
    text = "Ủy ban nhân dân huyện ban hành «Kế hoạch» thực hiện công tác trẻ em, nhiệt độ 30° ± 2 µm. " * 5
    assert read_source(docx(p(text)), "a.docx").text.startswith("Ủy ban nhân dân huyện")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_text_files(coding: str) -> None:
    assert read_source("Kế hoạch\r\n".encode(coding), "a.txt").text == "Kế hoạch\n"


def test_letters_are_those_of_vietnamese() -> None:
    raw = docx(p("Ke\u0302\u0301 hoạch kǶ họp, \u00d0ảng ủy, Uỷ ban, hoà"))
    assert read_source(raw, "a.docx").text == "Kế hoạch kỳ họp, Đảng ủy, Uỷ ban, hoà\n"


def test_archive_with_a_broken_directory_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", document(p("Kế hoạch")))
    raw = out.getvalue().replace(b"</w:t>", b"</w:u>")
    assert refused(raw).startswith("L603: ")
