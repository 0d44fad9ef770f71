"""How long it takes to read an official document of a hundred pages: `python tests/bench/import_document.py`.

Makes a .docx as Word writes it (some 3,000 paragraphs in four runs each, automatic numbers, two tables of 400
rows), then reads it, alone and by `kehoach import --dry-run`, and prints seconds and megabytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_SIZE = '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>'
_DUTY = (
    "Tổ chức triển khai thực hiện các nhiệm vụ, giải pháp ",
    "bảo vệ, chăm sóc trẻ em trên địa bàn; ",
    "kiểm tra, đôn đốc, hướng dẫn và tháo gỡ khó khăn, ",
    "vướng mắc trong quá trình thực hiện.",
)
_LABELS = (
    "- Cơ quan chủ trì: Phòng Văn hóa, Khoa học và Thông tin.",
    "- Cơ quan, đơn vị phối hợp thực hiện: Phòng Giáo dục và Đào tạo, UBND các xã, các Hội, đoàn thể huyện, xã.",
    "- Thời gian thực hiện: Quý II, IV năm 2025.",
)
_SECONDS, _MEGABYTES = 3.0, 300


def run(text: str, *, bold: bool = False) -> str:
    mark = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'<w:r w:rsidR="00AB12CD" w:rsidRPr="00EF34AB"><w:rPr>{_FONT}{mark}{_SIZE}</w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def paragraph(*texts: str, level: int | None = None, bold: bool = False) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if level is not None else ""
    return (
        '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD" w:rsidP="00EF34AB"><w:pPr>'
        f'{numbers}<w:spacing w:before="60" w:after="60" w:line="340" w:lineRule="exact"/><w:ind w:firstLine="709"/>'
        f'<w:jc w:val="both"/><w:rPr>{_FONT}{_SIZE}</w:rPr></w:pPr>'
        + "".join(run(text, bold=bold) for text in texts)
        + "</w:p>"
    )


def table(rows: int) -> str:
    cells = (
        "{}",
        "".join(_DUTY),
        "Sở Khoa học và Công nghệ",
        "Các sở, ban, ngành; UBND các xã",
        "Quý IV/2025",
    )
    head = ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")
    lines = [head] + [tuple(cell.format(n) for cell in cells) for n in range(1, rows + 1)]
    made = "".join(
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="1800"/></w:tcPr>{paragraph(cell)}</w:tc>' for cell in line)
        + "</w:tr>"
        for line in lines
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * 5}</w:tblGrid>{made}</w:tbl>"


def document() -> str:
    parts = [paragraph("KẾ HOẠCH", bold=True), paragraph("Công tác trẻ em năm 2025", bold=True)]
    for part in range(10):
        parts.append(paragraph(f"Nội dung thứ {part + 1}", level=0, bold=True))
        for _ in range(55):
            parts += [paragraph(*_DUTY, level=1), *(paragraph(label[:20], label[20:]) for label in _LABELS)]
    parts += [table(400), paragraph("Phụ lục II", bold=True), table(400)]
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {_W}><w:body>{"".join(parts)}</w:body></w:document>'


def numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%{n + 1}."/></w:lvl>'
        for n, form in enumerate(("upperRoman", "decimal"))
    )
    return (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def make(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document())
        archive.writestr("word/numbering.xml", numbering())


def read_alone(path: Path) -> float:
    from kehoach_cli.intake.official.opening import read_source

    raw = path.read_bytes()
    times = []
    for _ in range(3):
        start = time.perf_counter()
        read_source(raw, path.name)
        times.append(time.perf_counter() - start)
    return min(times)


def whole_command(path: Path) -> tuple[float, float]:
    """Seconds and megabytes of the command in a process of its own."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "kehoach_cli", "import", str(path), "--dry-run"]
    pid = os.spawnvp(os.P_NOWAIT, "sh", ["sh", "-c", 'exec "$@" >/dev/null', "sh", *command])  # noqa: S606 - the child alone is measured
    _, status, used = os.wait4(pid, 0)
    if status:
        raise subprocess.CalledProcessError(status, command)
    return time.perf_counter() - start, used.ru_maxrss / 1024


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ke-hoach.docx"
        make(path)
        alone = read_alone(path)
        seconds, megabytes = whole_command(path)
        print(f"reading {alone:.2f} s; import --dry-run {seconds:.2f} s, {megabytes:.0f} MB")
        print(f"({path.stat().st_size / 1e3:.0f} kB, {len(document()) / 1e6:.1f} MB of XML)")
    return int(seconds > _SECONDS or megabytes > _MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
