"""Loading the real plan 61 with one fault put in at a time; and what no text or file may do to it."""

from __future__ import annotations

import errno
import os
import stat
import time
import tracemalloc
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import Field

from conftest import AGENCIES, AS_OF, BASE, OFFICE, PLAN, REPORT, SOURCE, TESTS, Desk
from kehoach_cli.checks.catalogue import CATALOGUE, word
from kehoach_cli.checks.finding import FileCounts
from kehoach_cli.checks.schema import schema_findings
from kehoach_cli.model.scalars import Record
from kehoach_cli.store import decoding
from kehoach_cli.store.folder import DiskFolder, find_root
from kehoach_cli.store.layout import is_litter, meant_path, report_path, role_of
from kehoach_cli.store.loading import load
from kehoach_cli.store.reading import reason_of

if TYPE_CHECKING:
    from datetime import date

    from kehoach_cli.checks.finding import Problem

REAL = TESTS.parent
P61 = "plan/61-kh-ubnd-2025/plan.yaml"
S61 = "plan/61-kh-ubnd-2025/source.md"
R61 = "plan/61-kh-ubnd-2025/reports/6thang"
FILED = f"{R61}/phong-tu-phap.yaml"
REPORT_TEXT = """\
schema: 1
agency: Phòng Tư pháp
period: 6thang
number: 12/BC-TP
dated: 2025-05-09
received: 2025-05-12
tasks:
  - ref: II.6
    status: đang thực hiện
    result: Đã hướng dẫn 9 xã.
"""


class Memory(NamedTuple):
    """A folder of files in memory."""

    content: dict[str, bytes]

    def files(self) -> list[str]:
        return sorted(self.content)

    def read(self, path: str) -> bytes:
        return self.content[path]


def real_files() -> dict[str, bytes]:
    folder = DiskFolder(REAL)
    names = [AGENCIES, OFFICE, P61, S61]
    return {name: folder.read(name) for name in names} | {FILED: REPORT_TEXT.encode()}


FILES = real_files()


def problems_of(content: dict[str, bytes], as_of: date = AS_OF) -> tuple[Problem, ...]:
    return load(Memory(content), as_of, thorough=True).problems


CLEAN = {(p.code, p.file, p.excerpt.strip()) for p in problems_of(FILES)}


def new_problems(content: dict[str, bytes]) -> list[tuple[str, str, int, int]]:
    """Code, file, line and column of every problem that the plan as it stands has not."""
    found = [p for p in problems_of(content) if (p.code, p.file, p.excerpt.strip()) not in CLEAN]
    return [(p.code, p.file, p.line, p.column) for p in found]


def edited(file: str, old: str, new: str, content: dict[str, bytes] | None = None) -> dict[str, bytes]:
    content = content or FILES
    text = content[file].decode()
    assert text.count(old) == 1, f"{text.count(old)} × {old!r} in {file}"
    return content | {file: text.replace(old, new).encode()}


def place_of(content: dict[str, bytes], file: str, words: str) -> tuple[int, int]:
    """Line and column, from 1, of the only place where the words stand."""
    before, found, after = content[file].decode().partition(words)
    assert found
    assert words not in after
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_real_plan_has_warnings_only() -> None:
    assert {"L213", "L215", "L222"} == {code for code, _, _ in CLEAN}
    loaded = load(Memory(FILES), AS_OF)
    assert (loaded.problems, loaded.files) == ((), FileCounts(5, 0, 0))
    assert [len(loaded.workspace.plans[0].plan.tasks), len(loaded.workspace.register.agencies)] == [13, 41]


class Fault(NamedTuple):
    """One edit of one file: what goes, what comes, the code it gives, and the words at whose start it stands."""

    file: str
    old: str
    new: str
    code: str
    at: str


II1 = "  - ref: II.1\n    short: Thực hiện các chương trình"
II8 = "      - Huyện đoàn Sơn Tây\n"
II8_LEAD = "    lead:\n      - Huyện đoàn Sơn Tây\n"
TEXT6 = "Tăng cường hướng dẫn, thường xuyên kiểm tra việc thực hiện hoạt động trợ giúp"
TIMING9 = "    timing: Quý II, IV năm 2025\n"
NAM = "  - period: nam\n"
SO_Y_TE = "  - id: so-y-te\n"
FAULTS = {
    # keys
    "key misspelt at the top": Fault(P61, "\ndeadlines:\n", "\ndeadlins:\n", "L101", "deadlins:"),
    "key misspelt in the document": Fault(P61, "  scope: trên", "  scpoe: trên", "L101", "scpoe:"),
    "required key of the document misspelt": Fault(P61, "  issuer: UBND", "  isuer: UBND", "L101", "isuer:"),
    "key misspelt in a task": Fault(P61, TIMING9, "    timming: Quý II, IV năm 2025\n", "L101", "timming:"),
    "key misspelt in a deadline": Fault(
        P61, "    label: năm 2025\n", "    lable: năm 2025\n", "L101", "lable:"
    ),
    "key misspelt in an agency": Fault(
        AGENCIES, "    symbol: PGDĐT\n", "    symbl: PGDĐT\n", "L101", "symbl:"
    ),
    "key misspelt in a group": Fault(
        AGENCIES, "    note: Mới xác định", "    nota: Mới xác định", "L101", "nota:"
    ),
    "key misspelt in the office": Fault(OFFICE, "    archive: VT", "    archve: VT", "L101", "archve:"),
    "key misspelt in a report": Fault(FILED, "received: ", "recieved: ", "L101", "recieved:"),
    "key misspelt in a result": Fault(FILED, "    result: ", "    resutl: ", "L101", "resutl:"),
    "key in Vietnamese": Fault(P61, II8_LEAD, II8_LEAD.replace("lead", "chủ trì"), "L101", "chủ trì:\n"),
    "key twice": Fault(P61, TIMING9, TIMING9 * 2, "L011", "timing: Quý II, IV năm 2025\n\n"),
    "key at the wrong level": Fault(
        P61, TIMING9, "timing: Quý II, IV năm 2025\n", "L028", "timing: Quý II, IV năm 2025\n"
    ),
    "key too far right": Fault(P61, "  place: Sơn Tây\n", "    place: Sơn Tây\n", "L028", "place: Sơn Tây\n"),
    "key without a colon": Fault(P61, "  place: Sơn Tây\n", "  place Sơn Tây\n", "L025", "place Sơn Tây\n"),
    "key without a blank": Fault(P61, "  place: Sơn Tây\n", "  place:Sơn Tây\n", "L025", "place:Sơn Tây\n"),
    "required key missing": Fault(P61, "  number: 61/KH-UBND ", "  # 61/KH-UBND ", "L102", "document:\n"),
    "required key missing in an agency": Fault(
        AGENCIES, "    kind: don-vi-su-nghiep             # xếp", "    # xếp", "L102", "id: quy-bao-tro"
    ),
    "required value empty": Fault(P61, "  number: 61/KH-UBND ", "  number: ", "L107", "number:"),
    # shapes
    "list where text belongs": Fault(P61, TIMING9, "    timing: [Quý II, IV năm 2025]\n", "L104", "[Quý II"),
    "text where a list belongs": Fault(
        P61, II8_LEAD, "    lead: Huyện đoàn Sơn Tây\n", "L105", "Huyện đoàn Sơn Tây\n"
    ),
    "item left empty": Fault(
        P61,
        II8,
        II8 + "      -\n",
        "L103",
        "-\n    coordinating:\n      - Phòng Giáo dục và Đào tạo\n      - UBND các xã\n      - Đoàn",
    ),
    "no dash before an item": Fault(
        P61, II8, II8 + "      Huyện đoàn\n", "L025", "Huyện đoàn\n    coordinating"
    ),
    "list beside its key": Fault(
        P61, II8_LEAD, "    lead: - Huyện đoàn Sơn Tây\n", "L026", "- Huyện đoàn Sơn Tây\n"
    ),
    "colon in a value": Fault(
        P61, "  proposal: đề nghị của", "  proposal: đề nghị: của", "L016", ": của Văn phòng"
    ),
    "colon in an item": Fault(P61, II8, "      - Chủ trì: Huyện đoàn\n", "L104", "Chủ trì: Huyện đoàn"),
    "text broken by its indentation": Fault(
        P61, f"      {TEXT6}", f"      Tăng\n   {TEXT6[5:]}", "L029", "cường hướng dẫn, thường xuyên kiểm"
    ),
    "unclosed quote": Fault(P61, "  title: Triển khai", '  title: "Triển khai', "L017", '"Triển khai'),
    "unclosed bracket": Fault(P61, II8, "      [Huyện đoàn Sơn Tây\n", "L017", "[Huyện đoàn"),
    "word in quotes first": Fault(
        P61, "    short: Thúc đẩy quyền", '    short: "Thúc đẩy" quyền', "L018", '"Thúc đẩy"'
    ),
    "bracket first": Fault(
        P61, "    short: Thúc đẩy quyền", "    short: [mới] Thúc đẩy quyền", "L018", "[mới]"
    ),
    "tab": Fault(P61, TIMING9, "\ttiming: Quý II, IV năm 2025\n", "L010", "\ttiming"),
    "conflict marks": Fault(
        P61, "version: 1 ", "<<<<<<< a\nversion: 2\n=======\nversion: 1 ", "L009", "<<<<<<< a"
    ),
    "anchor": Fault(P61, II8_LEAD, II8_LEAD.replace("lead:", "lead: &doan"), "L012", "&doan"),
    "alias": Fault(P61, II8_LEAD, "    lead: *doan\n", "L012", "*doan"),
    "merge key": Fault(P61, II8_LEAD, f"    <<: x\n{II8_LEAD}", "L012", "<<: x"),
    "tag": Fault(P61, "  year: 2025 ", "  year: !!int 2025 ", "L013", "!!int"),
    "second document": Fault(P61, "\norganisation:\n", "\n---\norganisation:\n", "L014", "---\norganisation"),
    "list as a key": Fault(P61, "  place: Sơn Tây\n", "  [place]: Sơn Tây\n", "L015", "[place]"),
    "newer schema": Fault(P61, "schema: 1\n", "schema: 2\n", "L117", "2\n# KẾ HOẠCH SỐ"),
    "schema with a point": Fault(OFFICE, "schema: 1\n", "schema: 1.0\n", "L120", "1.0\n#"),
    "schema in odd digits": Fault(OFFICE, "schema: 1\n", "schema: ²\n", "L120", "²\n#"),
    "schema without end": Fault(OFFICE, "schema: 1\n", f"schema: {'9' * 5000}\n", "L120", f"{'9' * 5000}\n"),
    # values
    "version with an underscore": Fault(P61, "version: 1 ", "version: 1_0 ", "L112", "1_0"),
    "year with two digits": Fault(P61, "  year: 2025 ", "  year: 25 ", "L122", "25  "),
    "day with dots": Fault(P61, "issued: 2025-04-04", "issued: 04.4.2025", "L109", "04.4.2025"),
    "day in words": Fault(P61, "issued: 2025-04-04", "issued: ngày 04 tháng 4", "L109", "ngày 04 tháng 4\n"),
    "day without its year": Fault(P61, "issued: 2025-04-04", "issued: 4/4", "L111", "4/4\n"),
    "day with a short year": Fault(FILED, "2025-05-09", "9/5/25", "L111", "9/5/25"),
    "30 February": Fault(FILED, "2025-05-12", "2025-02-30", "L110", "2025-02-30"),
    "deadline that is no day": Fault(P61, "before: 2025-11-15", "before: 2025-11-31", "L110", "2025-11-31"),
    "day as a list": Fault(FILED, "2025-05-12", "[2025-05-12]", "L104", "[2025-05-12]"),
    "open with on": Fault(
        AGENCIES, "    open: true\n    note: Mới", "    open: on\n    note: Mới", "L113", "on\n    note: Mới"
    ),
    "unknown kind": Fault(AGENCIES, "    kind: cap-tren\n", "    kind: cap tren\n", "L108", "cap tren\n"),
    "unknown status": Fault(FILED, "đang thực hiện", "đang làm", "L108", "đang làm"),
    "unknown period": Fault(P61, NAM, "  - period: cuối năm\n", "L114", "cuối năm\n"),
    "id with accents": Fault(AGENCIES, SO_Y_TE, "  - id: sở-y-tế\n", "L115", "sở-y-tế"),
    "ref with a blank": Fault(P61, "  - ref: II.13\n", "  - ref: II 13\n", "L116", "II 13"),
    "two limits": Fault(
        P61,
        "    before: 2025-11-15 ",
        "    by: 2025-11-14\n    before: 2025-11-15 ",
        "L118",
        "by: 2025-11-14",
    ),
    # names
    "agency misspelt": Fault(P61, II8, "      - Huyên đoàn Sơn Tây\n", "L201", "Huyên đoàn"),
    "agency with other diacritics": Fault(P61, II8, "      - Huyện đòan Sơn Tây\n", "L201", "Huyện đòan"),
    "agency in capitals": Fault(P61, II8, "      - HUYỆN ĐOÀN SƠN TÂY\n", "L201", "HUYỆN ĐOÀN SƠN"),
    "consolidator misspelt": Fault(
        OFFICE,
        "consolidator: Văn phòng HĐND & UBND huyện ",
        "consolidator: Văn phòng HĐND&UBND ",
        "L201",
        "Văn phòng HĐND&UBND ",
    ),
    "sender misspelt": Fault(
        FILED, "agency: Phòng Tư pháp", "agency: Phòng Tư Pháp", "L201", "Phòng Tư Pháp"
    ),
    "sender is a group": Fault(FILED, "agency: Phòng Tư pháp", "agency: UBND các xã", "L226", "UBND các xã"),
    "name cut up by a comma": Fault(
        P61,
        "      - Phòng Văn hóa, Khoa học   # bản",
        "      - Phòng Văn hóa\n      - Khoa học   # bản",
        "L209",
        "Phòng Văn hóa\n",
    ),
    "name that is not printed": Fault(P61, II8, "      - Đoàn TNCS Hồ Chí Minh huyện\n", "L211", "Đoàn TNCS"),
    # register
    "id twice": Fault(
        AGENCIES, SO_Y_TE, "  - id: quy-bao-tro-tre-em\n", "L202", "quy-bao-tro-tre-em\n    name: Sở"
    ),
    "alias of two": Fault(
        AGENCIES,
        "      - Phòng NV\n",
        "      - Phòng NV\n      - Phòng TP\n",
        "L203",
        "Phòng TP\n    kind: phong-ban\n    symbol: NV",
    ),
    "alias that is an id": Fault(
        AGENCIES, "      - Phòng NV\n", "      - so-y-te\n", "L203", "so-y-te\n    name: Sở"
    ),
    "unknown member": Fault(
        AGENCIES, "      - ubnd-xa-son-lap\n", "      - ubnd-xa-son-lapp\n", "L204", "ubnd-xa-son-lapp"
    ),
    "groups in a circle": Fault(
        AGENCIES,
        "      - huyen-doan\n    open: true\n",
        "      - huyen-doan\n      - doan-thanh-nien-cac-cap\n    open: true\n",
        "L205",
        "doan-thanh-nien-cac-cap\n    open",
    ),
    "group without members": Fault(
        AGENCIES,
        "    open: true\n    possible:                          # hiểu",
        "    possible:                          # hiểu",
        "L206",
        "các sở, ban ngành và địa phương   # IV.2",
    ),
    "agency named nowhere": Fault(
        AGENCIES,
        SO_Y_TE,
        "  - id: so-noi-vu\n    name: Sở Nội vụ\n    kind: cap-tren\n" + SO_Y_TE,
        "L212",
        "Sở Nội vụ",
    ),
    # plan
    "ref twice": Fault(
        P61, "  - ref: II.13\n", "  - ref: II.12\n", "L207", "II.12\n    short: Báo cáo, sơ kết"
    ),
    "nobody leads": Fault(P61, II8_LEAD, "", "L208", "II.8\n"),
    "wording changed": Fault(P61, "nhân rộng các mô hình", "nhân lên các mô hình", "L210", "lên các mô hình"),
    "wording changed at its first word": Fault(
        P61, f"      {TEXT6}", f"      Đẩy mạnh {TEXT6[11:]}", "L210", "Đẩy mạnh hướng dẫn"
    ),
    "last words lost": Fault(
        P61,
        " hạnh phúc và các chương trình, kế hoạch khác có liên quan đến trẻ em trên địa bàn huyện.\n",
        " hạnh phúc\n",
        "L228",
        "phúc\n    lead",
    ),
    "timing changed": Fault(P61, TIMING9, "    timing: Quý II, III năm 2025\n", "L210", "III năm 2025"),
    "weekend deadline": Fault(P61, "before: 2025-05-15", "before: 2025-05-18", "L214", "2025-05-18"),
    "period twice": Fault(P61, NAM, "  - period: 6thang\n", "L216", "6thang\n    label: năm"),
    "exempt who owes nothing": Fault(
        P61,
        NAM,
        NAM + "    exempt:\n      - agency: Sở Y tế\n        reason: cấp trên\n",
        "L218",
        "Sở Y tế\n        reason",
    ),
    "extension that is none": Fault(
        P61,
        NAM,
        NAM
        + "    extended:\n      - agency: Phòng Nội vụ\n        until: 14/11/2025\n        basis: xin lùi\n",
        "L221",
        "14/11/2025\n        basis",
    ),
    "cutoff too late": Fault(P61, NAM, NAM + "    cutoff: 2025-11-14\n", "L223", "2025-11-14\n    label"),
    # reports
    "report of an unknown task": Fault(FILED, "II.6", "II.66", "L303", "II.66"),
    "report of another's task": Fault(FILED, "II.6", "II.8", "L304", "II.8"),
    "report from the future": Fault(
        FILED, "received: 2025-05-12", "received: 2025-05-21", "L305", "2025-05-21"
    ),
    "report of another period": Fault(FILED, "period: 6thang", "period: nam", "L306", "nam\n"),
    "report in another's file": Fault(
        FILED, "agency: Phòng Tư pháp", "agency: Phòng Nội vụ", "L306", "Phòng Nội vụ"
    ),
    "status without its reason": Fault(
        FILED, "đang thực hiện\n    result: Đã hướng dẫn 9 xã.", "tạm dừng", "L309", "tạm dừng"
    ),
    "task answered twice": Fault(
        FILED,
        "tasks:\n",
        "tasks:\n  - ref: II.6\n    status: không phát sinh\n",
        "L310",
        "II.6\n    status: đang",
    ),
    "received before it was written": Fault(
        FILED, "received: 2025-05-12", "received: 2025-05-08", "L311", "2025-05-08"
    ),
    "returned before it came": Fault(
        FILED, "tasks:\n", "returned:\n  date: 2025-05-11\n  reason: thiếu\ntasks:\n", "L315", "2025-05-11"
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_one_problem_at_its_place(name: str) -> None:
    fault = FAULTS[name]
    content = edited(fault.file, fault.old, fault.new)
    line, column = place_of(content, fault.file, fault.at)
    assert [(fault.code, fault.file, line, column)] == new_problems(content)


def without(file: str, *more: str) -> dict[str, bytes]:
    return {name: raw for name, raw in FILES.items() if name not in (file, *more)}


NAM_REPORTERS = FILES[P61].decode().partition(NAM)[2]
WHOLE_FILES = {
    "plan.yml": (without(P61) | {P61.replace(".yaml", ".yml"): FILES[P61]}, "L008", P61.replace(".yaml", ".yml")),
    "Plan.yaml": (without(P61) | {P61.replace("plan.yaml", "Plan.yaml"): FILES[P61]}, "L008", P61.replace("plan.yaml", "Plan.yaml")),
    "agencies.yml": (without(AGENCIES) | {"plan/agencies.yml": FILES[AGENCIES]}, "L008", "plan/agencies.yml"),
    "office.yml": (without(OFFICE) | {"plan/office.yml": FILES[OFFICE]}, "L008", "plan/office.yml"),
    "copy of a report": (FILES | {f"{R61}/phong-tu-phap (2).yaml": FILES[FILED]}, "L306", f"{R61}/phong-tu-phap (2).yaml"),
    "report beside the periods": (FILES | {"plan/61-kh-ubnd-2025/reports/phong-noi-vu.yaml": FILES[FILED]}, "L008", "plan/61-kh-ubnd-2025/reports/phong-noi-vu.yaml"),
    "period folder misspelt": (without(FILED) | {FILED.replace("6thang", "6 tháng"): FILES[FILED]}, "L008", FILED.replace("6thang", "6 tháng")),
    "report in the wrong period's folder": (without(FILED) | {FILED.replace("6thang", "nam"): FILES[FILED]}, "L306", FILED.replace("6thang", "nam")),
    "report of a period without a deadline": (without(FILED) | {FILED.replace("6thang", "quy1"): FILES[FILED].replace(b"6thang", b"quy1")}, "L312", FILED.replace("6thang", "quy1")),
    "report of one who owes none": (FILES | {f"{R61}/so-y-te.yaml": "schema: 1\nagency: Sở Y tế\nperiod: 6thang\nreceived: 2025-05-12\n".encode()}, "L302", f"{R61}/so-y-te.yaml"),
    "office's words for another period": (FILES | {f"{R61}/_tong-hop.yaml": b"schema: 1\nperiod: nam\n"}, "L306", f"{R61}/_tong-hop.yaml"),
    "word document": (FILES | {f"{R61}/bao-cao.docx": b"PK"}, "L019", f"{R61}/bao-cao.docx"),
    "no register": (without(AGENCIES), "L020", AGENCIES),
    "no plan file": (without(P61, FILED), "L020", P61),
    "no source": (without(S61), "L023", P61),
    "no office": (without(OFFICE), "L024", OFFICE),
    "no plan": ({name: FILES[name] for name in (AGENCIES, OFFICE)}, "L022", "plan"),
    "empty plan": (FILES | {P61: b""}, "L021", P61),
    "report of a sign": (FILES | {FILED: b">"}, "L021", FILED),
    "report of a blank": (FILES | {FILED: b"' '"}, "L021", FILED),
    "empty report": (FILES | {FILED: b"\n"}, "L021", FILED),
    "plan of comments": (FILES | {P61: b"# later\n"}, "L021", P61),
    "source of another plan": (FILES | {S61: b"# x\n"}, "L227", S61),
    "report in UTF-16": (FILES | {FILED: REPORT_TEXT.encode("utf-16")}, "L002", FILED),
    "report in Windows-1258": (FILES | {FILED: "agency: Đ".encode("cp1258")}, "L002", FILED),
    "report with a NUL": (FILES | {FILED: REPORT_TEXT.encode() + b"\0"}, "L003", FILED),
    "report is a list": (FILES | {FILED: b"- a\n- b\n"}, "L106", FILED),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_one_wrong_file_is_one_problem(name: str) -> None:
    content, code, file = WHOLE_FILES[name]
    assert [(code, file)] == [(found, place) for found, place, _, _ in new_problems(content)]


PAIRS = [
    ("unknown kind", "agency misspelt", ["L108"]),  # with a broken entry, who is unknown cannot be told
    ("day with dots", "agency misspelt", ["L109", "L201"]),
    ("year with two digits", "wording changed", ["L122", "L210"]),
    ("version with an underscore", "nobody leads", ["L112", "L208"]),
    ("required key of the document misspelt", "ref twice", ["L101", "L207"]),
    ("key misspelt in a task", "agency misspelt", ["L101", "L201"]),
    ("key misspelt in a deadline", "agency in capitals", ["L101", "L201"]),
    ("deadline that is no day", "nobody leads", ["L110", "L208"]),
    ("30 February", "report of an unknown task", ["L110", "L303"]),
    ("sender misspelt", "task answered twice", ["L201", "L310"]),
    ("key misspelt in a report", "unknown status", ["L101", "L108"]),
    ("key twice", "agency misspelt", ["L011", "L201"]),
    ("key misspelt in the office", "consolidator misspelt", ["L101"]),
    ("tab", "unknown status", ["L010", "L108"]),
    ("tab", "task answered twice", ["L010"]),  # without its plan a report is judged by itself alone
    ("unclosed quote", "id twice", ["L017", "L202"]),
    ("newer schema", "key misspelt in an agency", ["L117", "L101"]),
    ("unknown member", "agency misspelt", ["L204", "L201"]),
    ("alias of two", "wording changed", ["L203", "L210"]),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_two_faults_are_told_together(one: str, other: str, expected: list[str]) -> None:
    content = FILES
    for fault in (FAULTS[one], FAULTS[other]):
        content = edited(fault.file, fault.old, fault.new, content)
    assert sorted(expected) == sorted(code for code, _, _, _ in new_problems(content))


@pytest.mark.parametrize(
    "fault", ["unknown kind", "id with accents", "key misspelt in an agency", "open with on"]
)
def test_broken_register_does_not_flood(fault: str) -> None:
    broken = FAULTS[fault]
    assert len(new_problems(edited(AGENCIES, broken.old, broken.new))) == 1


@pytest.mark.parametrize(
    "raw", [b"", b"a: [\n", b"schema: 9\n", b"\xff\xfe", b"agencies: x\n", b"schema: 1\nagencies:\n  - x\n"]
)
def test_unreadable_register_does_not_flood(raw: bytes) -> None:
    found = new_problems(FILES | {AGENCIES: raw})
    assert {file for _, file, _, _ in found} == {AGENCIES}
    assert len(found) <= 2


def test_broken_plan_leaves_its_reports_alone() -> None:
    found = new_problems(FILES | {P61: b"schema: 1\n", FILED: FILES[FILED]})
    assert {file for _, file, _, _ in found} == {P61}
    found = new_problems(FILES | {P61: b"a: [\n"})
    assert [code for code, _, _, _ in found] == ["L017"]


def test_errors_come_before_warnings_and_only_they_count_in_daily_work() -> None:
    content = edited(P61, FAULTS["agency misspelt"].old, FAULTS["agency misspelt"].new)
    severities = [p.severity for p in problems_of(content)]
    assert severities == sorted(severities)
    daily = load(Memory(content), AS_OF)
    assert [p.code for p in daily.problems] == ["L201"]
    assert daily.has_errors
    assert daily.files == FileCounts(5, 0, 0)


def test_bad_files_are_counted(desk: Desk) -> None:
    desk.write(REPORT, "schema: 1\nagency: [\n")
    desk.write("plan/12-kh-ubnd-2025/plan (2).yaml", "")
    desk.write("plan/12-kh-ubnd-2025/.DS_Store", b"\0")
    desk.write("plan/~$office.yaml", b"\0")
    assert desk.load().files == FileCounts(6, 2, 2)
    assert desk.said().endswith("Có 2 lỗi trong 6 tệp đã đọc (2 tệp hỏng, 2 tệp không đọc).\n")


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"\n", b"\r"),
        lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"),
        lambda raw: unicodedata.normalize("NFD", raw.decode()).encode(),
        lambda raw: raw.rstrip(b"\n"),
        lambda raw: raw.replace(
            "lead:\n      - Trung tâm Y tế".encode(), "lead:\n      - Trung tâm Y\u200b tế".encode()
        ),
    ],
    ids=["mark", "crlf", "cr", "mark-crlf", "nfd", "no-last-line-end", "blanks-of-word"],
)
def test_files_of_other_systems_read_the_same(change: object) -> None:
    assert callable(change)
    content = {name: change(raw) for name, raw in FILES.items()}
    assert new_problems(content) == []
    (plan,), (expected,) = (
        load(Memory(content), AS_OF).workspace.plans,
        load(Memory(FILES), AS_OF).workspace.plans,
    )
    assert (plan.plan, plan.reports, plan.summaries) == (expected.plan, expected.reports, expected.summaries)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_places_are_an_editors_whatever_the_line_ends(end: bytes) -> None:
    fault = FAULTS["agency misspelt"]
    content = edited(fault.file, fault.old, fault.new)
    expected = new_problems(content)
    assert expected == new_problems({name: raw.replace(b"\n", end) for name, raw in content.items()})


# Files that cannot be read


class Locked:
    """A folder whose files one after the other refuse to be read."""

    def __init__(self, desk: Desk, refused: str, number: int) -> None:
        self._folder, self._refused, self._number = DiskFolder(desk.root), refused, number

    def files(self) -> list[str]:
        return self._folder.files()

    def read(self, path: str) -> bytes:
        if path == self._refused:
            raise OSError(self._number, "refused")
        return self._folder.read(path)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "không có quyền đọc"),
        (errno.ENOENT, "tệp hoặc liên kết trỏ đến tệp không còn"),
        (errno.EIO, f"hệ thống báo mã {errno.EIO}"),
    ],
)
def test_unreadable_file_is_told(desk: Desk, number: int, reason: str) -> None:
    loaded = load(Locked(desk, REPORT, number), AS_OF, thorough=True)
    (problem,) = loaded.problems
    assert (problem.code, problem.file, problem.line, problem.column, problem.excerpt) == (
        "L001",
        REPORT,
        1,
        1,
        "",
    )
    assert problem.message == f"không đọc được tệp này: {reason}"
    assert problem.hint == "kiểm tra tệp còn ở đó và có quyền đọc, rồi chạy lại."
    assert loaded.files == FileCounts(5, 1, 0)


def test_reason_of_an_error_without_a_number() -> None:
    assert reason_of(OSError("x")) == "hệ thống báo mã None"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (REPORT_TEXT.encode("utf-16"), ""),
        (REPORT_TEXT.encode("utf-16-be"), ""),
        (b"schema: 1\nagency: Ph\xf2ng T\xfd ph\xb8p\n", "agency: Ph\ufffdng T\ufffd ph\ufffdp"),
    ],
)
def test_other_encodings_are_told(desk: Desk, raw: bytes, shown: str) -> None:
    desk.write(REPORT, raw)
    (problem,) = desk.load().problems
    assert (problem.code, problem.excerpt) == ("L002", shown)
    assert problem.message == "tệp không phải mã UTF-8 nên đọc sai tiếng Việt"
    assert problem.hint == "lưu lại bằng mã UTF-8 (trong Notepad: Save As, chọn UTF-8)."
    assert (problem.line, problem.column) == ((2, 11) if shown else (1, 1))


def test_huge_file_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("decoding", "folder"):
        monkeypatch.setattr(f"kehoach_cli.store.{module}.MAX_BYTES", 3_000)
    desk.write(OFFICE, "# x\n" * 1_000)
    assert desk.said() == (
        "plan/office.yaml:1:1: lỗi L005: tệp lớn quá 0 MB\n"
        "    1 | # x\n"
        "      | ^\n"
        "   gợi ý: tách bớt nội dung; tệp kế hoạch bình thường chỉ vài chục KB.\n"
        "Có 1 lỗi trong 5 tệp đã đọc (1 tệp hỏng).\n"
    )
    assert decoding.decode(b"x" * 20)[1] is None


def test_no_more_than_the_limit_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach_cli.store.folder.MAX_BYTES", 10)
    assert len(DiskFolder(desk.root).read(PLAN)) == 11


def test_what_no_rule_foresaw_is_told() -> None:
    class Odd(Record):
        """Một mẫu lạ."""

        size: float = Field(description="Một số đo.")

    (finding,) = schema_findings(
        [{"type": "float_parsing", "loc": ("size",), "msg": "", "input": "lớn"}], {"size": "lớn"}, Odd, set()
    )
    assert finding.code == "L121"
    expected = (
        "error",
        "giá trị “lớn” của “size” chưa đúng (khóa “size”)",
        "xem mẫu bằng lệnh kehoach schema.",
    )
    assert expected == word(finding.code, {k: str(w) for k, w in finding.words.items()})


def test_links_to_directories_are_told_and_not_followed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.root / "plan" / "vong").mkdir()
    monkeypatch.setattr(Path, "is_symlink", lambda path: path.name == "vong")
    (problem,) = desk.load().problems
    assert (problem.code, problem.file) == ("L001", "plan/vong/")
    expected = "không đọc được tệp này: đây là thư mục, hoặc liên kết đến một thư mục khác"
    assert expected == problem.message


def test_pipe_does_not_keep_anyone_waiting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stat, "S_ISREG", lambda _: False)
    monkeypatch.setattr(stat, "S_ISDIR", lambda _: False)
    found = {p.message for p in desk.load(thorough=False).problems}
    assert found == {"không đọc được tệp này: đây không phải là tệp thường"}


def test_directory_that_refuses_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("6thang"):
            raise PermissionError(errno.EACCES, "refused", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert [(p.code, p.file) for p in desk.load().problems] == [
        ("L001", "plan/12-kh-ubnd-2025/reports/6thang/")
    ]


def test_hidden_folders_are_no_plans(desk: Desk) -> None:
    desk.write("plan/.git/plan.yaml", "x: [")
    desk.write("plan/12-kh-ubnd-2025/.nhap/plan.yaml", "x: [")
    assert desk.said() == "Không có lỗi trong 5 tệp đã đọc (2 tệp không đọc).\n"


def test_root_is_the_nearest_folder_with_a_plan(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_root(desk.root / "plan" / "12-kh-ubnd-2025" / "reports") == desk.root
    assert find_root(desk.root) == desk.root
    monkeypatch.setattr(Path, "is_dir", lambda _: False)
    assert find_root(desk.root) is None


@pytest.mark.parametrize(
    ("path", "kind", "meant"),
    [
        ("plan/agencies.yaml", "agencies", None),
        ("plan/Agencies.YAML", "misplaced", "plan/agencies.yaml"),
        ("plan/office.yml", "misplaced", "plan/office.yaml"),
        ("plan/plan.yaml", "misplaced", None),
        ("plan/x/plan.yml", "misplaced", "plan/x/plan.yaml"),
        ("plan/x/source.md", "source", None),
        ("plan/x/y/plan.yaml", "misplaced", None),
        ("plan/x/reports/6thang/a.yaml", "report", None),
        ("plan/x/reports/6thang/_tong-hop.yaml", "summary", None),
        ("plan/x/reports/6thang/a.yml", "misplaced", "plan/x/reports/6thang/a.yaml"),
        ("plan/x/reports/6 tháng/a.yaml", "misplaced", "plan/x/reports/6thang/a.yaml"),
        ("plan/x/reports/Quý 1/a.yaml", "misplaced", "plan/x/reports/quy1/a.yaml"),
        ("plan/x/reports/thang-1/a.yaml", "misplaced", "plan/x/reports/thang01/a.yaml"),
        ("plan/x/reports/hè/a.yaml", "misplaced", None),
        ("plan/x/reports/6thang/sub/a.yaml", "misplaced", None),
        ("plan/x/bao-cao.docx", "ignored", None),
        ("plan/x/reports/6thang/.a.yaml", "ignored", None),
        ("plan/x/reports/6thang/~$a.yaml", "ignored", None),
        ("plan/x/", "unread", None),
    ],
)
def test_role_of_a_path(path: str, kind: str, meant: str | None) -> None:
    assert role_of(path).kind == kind
    if kind == "misplaced":
        assert meant_path(path) == meant


def test_report_path_is_where_reports_are_read() -> None:
    assert role_of(report_path("x", "nam", "a")) == ("report", "x", "nam")
    assert is_litter("plan/x/.hidden")


# Whatever stands in the files


def files_with(name: str, raw: bytes) -> dict[str, bytes]:
    return FILES | {name: raw}


def check_whatever(content: dict[str, bytes]) -> None:
    """Loading never fails, and whatever it says stands in the file it names."""
    loaded = load(Memory(content), AS_OF, thorough=True)
    for problem in loaded.problems:
        lines = decoding.decode(content.get(problem.file, b""))[0].split("\n")
        assert problem.excerpt in ("", *lines)
        assert problem.line <= max(1, len(lines))
        assert 1 <= problem.column <= max(1, len(problem.excerpt) + 1)
        assert 1 <= problem.length <= max(1, len(problem.excerpt))
        assert problem.code in CATALOGUE
        assert "{" not in problem.message.replace("“{”", "").replace("dấu {", "") or "{" in problem.excerpt
    assert loaded.files.read >= loaded.files.bad


many = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
names = st.sampled_from(sorted(FILES))


@many
@given(names, st.binary(max_size=300))
def test_any_bytes_in_any_file(name: str, raw: bytes) -> None:
    check_whatever(files_with(name, raw))


@many
@given(names, st.data())
def test_any_damage_to_characters(name: str, data: st.DataObject) -> None:
    text = FILES[name].decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    put = data.draw(st.text("\t\n :-?[]{}#&*!|>'\"%@,aế0", max_size=6) | st.just(text[start:end] * 2))
    check_whatever(files_with(name, (text[:start] + put + text[end:]).encode()))


@many
@given(names, st.data())
def test_any_damage_to_lines(name: str, data: st.DataObject) -> None:
    lines = FILES[name].decode().split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        n = data.draw(st.integers(0, len(lines) - 1))
        kind = data.draw(st.sampled_from(["drop", "twice", "indent", "outdent", "move", "blank"]))
        if kind == "drop":
            del lines[n]
        elif kind == "twice":
            lines.insert(n, lines[n])
        elif kind == "move":
            lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(n))
        else:
            lines[n] = {"indent": "  " + lines[n], "outdent": lines[n][2:], "blank": ""}[kind]
        lines = lines or [""]
    check_whatever(files_with(name, "\n".join(lines).encode()))


trees = st.recursive(
    st.none() | st.sampled_from(["1", "x", "6thang", "II.1", "Trung tâm Y tế", "2025-05-01", "true", "nam"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["schema", "version", "document", "tasks", "organisation", "deadlines", "ref", "text", "lead", "period", "before", "by", "reporters", "agencies", "groups", "id", "name", "kind", "members", "agency", "received", "returned", "date", "office", "signatures", "covers"]),
        inner,
        max_size=5,
    ),
    max_leaves=15,
)  # fmt: skip


def written(tree: object) -> str:
    """A tree in YAML with brackets."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {written(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(map(written, tree)) + "]"
    return "~" if tree is None else f'"{tree}"'


@many
@given(names, trees)
def test_any_data_in_any_file(name: str, tree: object) -> None:
    check_whatever(files_with(name, written(tree).encode()))
    if isinstance(tree, dict):
        check_whatever(files_with(name, written({"schema": "1", **tree}).encode()))


def test_brackets_without_end_in_a_file_are_one_sentence(desk: Desk) -> None:
    desk.write(PLAN, "[" * 100_000)
    start = time.perf_counter()
    tracemalloc.start()
    assert [p.code for p in desk.load().problems] == ["L006"]
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
    assert time.perf_counter() - start < 2


def test_base_is_in_order(desk: Desk) -> None:
    assert desk.said() == "Không có lỗi trong 5 tệp đã đọc.\n"
    assert (BASE / SOURCE).exists()
