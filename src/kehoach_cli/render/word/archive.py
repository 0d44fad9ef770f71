"""A .docx as its parts: read within bounds, written with the same bytes for the same parts."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from kehoach_cli.render.template_faults import TemplateFault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

DOCUMENT, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_LARGEST = 50_000_000  # bytes of all parts unpacked; a template with photographs stays far below
_FIRST = ("[Content_Types].xml", "_rels/.rels", DOCUMENT)
_NO_DATE = (1980, 1, 1, 0, 0, 0)


def unpacked(path: Path) -> dict[str, bytes]:
    """The parts by name of any file of an office program; one that cannot be read raises TemplateFault."""
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(info.file_size for info in packed.infolist()) > _LARGEST:
                raise TemplateFault(str(path), 0, "tệp mẫu quá lớn; bỏ bớt ảnh trong mẫu")
            return {i.filename: packed.read(i) for i in packed.infolist() if not i.is_dir()}
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as e:
        raise TemplateFault(str(path), 0, "không mở được tệp mẫu; lưu lại trong Word dạng .docx") from e


def read_parts(path: Path) -> dict[str, bytes]:
    """The parts by name; a file that is no Word document, or too large, raises TemplateFault."""
    parts = unpacked(path)
    if DOCUMENT not in parts:
        raise TemplateFault(str(path), 0, "tệp mẫu không phải văn bản Word; lưu lại trong Word dạng .docx")
    return parts


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The document's bytes: a fixed order, no dates, one way to compress."""
    order = [name for name in _FIRST if name in parts]
    order += sorted(name for name in parts if name not in _FIRST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for name in order:
            info = zipfile.ZipInfo(name, _NO_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3
            made.writestr(info, parts[name])
    return buffer.getvalue()


def escaped(text: str) -> str:
    """As XML holds it between tags; xml.sax would load half of urllib for this."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def core_properties(title: str, author: str, day: date) -> bytes:
    """Title and author as Word shows them in the file's properties; the day is the one asked about."""
    moment = f"{day.isoformat()}T00:00:00Z"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{escaped(author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()
