"""The files of plan 61/KH-UBND against its official text and against a table of duties made by reading it."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import yaml

Node = dict[str, Any]
Duties = dict[str, tuple[str, str]]

PLAN = Path(__file__).resolve().parents[1] / "plan"
FILES = {
    "agencies": PLAN / "agencies.yaml",
    "office": PLAN / "office.yaml",
    "plan": PLAN / "61-kh-ubnd-2025" / "plan.yaml",
}

COMMUNES = [f"son-{name}" for name in ("mua", "dung", "lien", "bua", "tan", "mau", "tinh", "long", "lap")]


def row(
    leads: str = "", leads_in_group: str = "", helps: str = "", helps_in_group: str = "", may_help: str = ""
) -> Duties:
    """One agency's duties, {ref: (role, way)}; each argument is a list of refs.

    The way is «direct» (the clause names the agency), «group» (it names a group the agency is known to
    belong to) or «open» (a group whose members the plan does not name).
    """
    return {
        **dict.fromkeys(leads.split(), ("lead", "direct")),
        **dict.fromkeys(leads_in_group.split(), ("lead", "group")),
        **dict.fromkeys(helps.split(), ("coordinating", "direct")),
        **dict.fromkeys(helps_in_group.split(), ("coordinating", "group")),
        **dict.fromkeys(may_help.split(), ("coordinating", "open")),
    }


# Made by reading the official text, not from the YAML. One entry a clause: a direct duty hides one through
# a group, a certain one hides an open one, lead hides coordinating.
ASSOCIATION = row(leads_in_group="IV.3 IV.4", may_help="II.1 II.2 II.3 II.4 II.5 II.6 II.9 II.10 II.12 II.13")
COMMUNE = row(
    leads_in_group="IV.5 IV.5.1 IV.5.2 IV.5.3 IV.5.4 IV.5.5",
    helps_in_group="II.1 II.2 II.3 II.4 II.5 II.6 II.7 II.8 II.9 II.10 II.11 II.12 II.13",
    may_help="IV.2",
)
POLICE = row(leads_in_group="II.3 II.11", helps_in_group="II.6")

DUTIES: dict[str, Duties] = {
    "van-phong": row(leads="II.12 II.13 IV.1", may_help="II.1 II.9 II.10 IV.2"),
    "trung-tam-y-te": row(
        leads="II.1 II.2 II.5 II.9 II.10 II.11 II.13 IV.1",
        may_help="II.12 IV.2",
    ),
    "phong-giao-duc-va-dao-tao": row(
        leads="II.4 IV.3",
        helps="II.2 II.3 II.6 II.7 II.8",
        may_help="II.1 II.9 II.10 II.12 II.13 IV.2",
    ),
    "phong-van-hoa-khoa-hoc-va-thong-tin": row(
        leads="II.7 II.9 IV.3",
        helps="II.2 II.3 II.4",
        may_help="II.1 II.10 II.12 II.13 IV.2",
    ),
    "phong-dan-toc-va-ton-giao": row(
        leads="IV.3",
        helps="II.2 II.4",
        may_help="II.1 II.9 II.10 II.12 II.13 IV.2",
    ),
    "phong-tu-phap": row(leads="II.6 IV.3", may_help="II.1 II.9 II.10 II.12 II.13 IV.2"),
    "phong-noi-vu": row(leads="II.13", may_help="II.1 II.9 II.10 II.12 IV.2"),
    "phong-tai-chinh-ke-hoach": row(leads="IV.2", may_help="II.1 II.9 II.10 II.12 II.13"),
    "trung-tam-truyen-thong-van-hoa-the-thao": row(may_help="II.1 II.9 II.10 II.12 II.13 IV.2"),
    "quy-bao-tro-tre-em": row(leads="II.12"),
    "mat-tran": row(leads="IV.4", may_help="II.1 II.2 II.3 II.4 II.5 II.6 II.9 II.10 II.12 II.13"),
    "huyen-doan": row(
        leads="II.8 IV.3",
        leads_in_group="IV.4",
        may_help="II.1 II.2 II.3 II.4 II.5 II.6 II.9 II.10 II.12 II.13",
    ),
    "hoi-lien-hiep-phu-nu": ASSOCIATION,
    "hoi-nong-dan": ASSOCIATION,
    "hoi-cuu-chien-binh": ASSOCIATION,
    "lien-doan-lao-dong": ASSOCIATION,
    **{f"ubnd-xa-{commune}": COMMUNE for commune in COMMUNES},
    **{f"cong-an-xa-{commune}": POLICE for commune in COMMUNES},
    "so-y-te": {},
}

# The Office consolidates, the centre and the fund have no duty of their own for certain, the Sở is above.
OWE_NO_REPORT = ("van-phong", "trung-tam-truyen-thong-van-hoa-the-thao", "quy-bao-tro-tre-em", "so-y-te")


def read(name: str) -> Node:
    data: Node = yaml.load(FILES[name].read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # text stays text
    return data


REGISTER, OFFICE, THE_PLAN = read("agencies"), read("office"), read("plan")
ENTRIES: list[Node] = [*REGISTER["agencies"], *REGISTER["groups"]]
CLAUSES: list[Node] = [*THE_PLAN["tasks"], *THE_PLAN["organisation"]]
BY_REF: dict[str, Node] = {clause["ref"]: clause for clause in CLAUSES}
SOURCE = (PLAN / "61-kh-ubnd-2025" / "source.md").read_text(encoding="utf-8")
PARAGRAPHS = [" ".join(part.split()) for part in SOURCE.split("\n\n")]
NUMBERED = [part for part in PARAGRAPHS if re.match(r"\d+\. ", part)]


def spellings(entry: Node) -> list[str]:
    return [entry["id"], entry["name"], *entry.get("aliases", [])]


def typed(entry: Node) -> list[str]:
    """All that a person may type for it: the spellings of the files, and the symbol of its documents."""
    return [*spellings(entry), *filter(None, [entry.get("symbol")])]


def resolve(name: str) -> Node:
    (entry,) = (entry for entry in ENTRIES if name in spellings(entry))
    return entry


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("&", " và "))
    kept = (c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def reached(name: str) -> dict[str, str]:
    """Every agency that a name stands for, with how it is reached: direct, group or open."""
    entry = resolve(name)
    if entry in REGISTER["agencies"]:
        return {entry["id"]: "direct"}
    ways: dict[str, str] = {}
    for member in entry.get("possible", []):
        ways |= dict.fromkeys(reached(member), "open")
    for member in entry.get("members", []):
        ways |= {agency: "open" if way == "open" else "group" for agency, way in reached(member).items()}
    return ways


def duties_of(agency: str) -> Duties:
    found: Duties = {}
    for clause in CLAUSES:
        for role, keys in (("coordinating", ("coordinating",)), ("lead", ("lead", "optional"))):
            names = [name for key in keys for name in clause.get(key, [])]
            ways = {way for name in names if (way := reached(name).get(agency))}
            if ways:
                found[clause["ref"]] = (role, min(ways, key=["direct", "group", "open"].index))
    return found


def printed(ref: str) -> tuple[str, str, str]:
    """What the official text prints below a task's wording: who leads, who coordinates, when."""
    start = PARAGRAPHS.index(f"{ref.removeprefix('II.')}. {BY_REF[ref]['text']}")
    labels = ("Cơ quan chủ trì", "Cơ quan, đơn vị phối hợp thực hiện", "Thời gian thực hiện")
    lines = PARAGRAPHS[start + 1 : start + 4]
    for label, line in zip(labels, lines, strict=True):
        assert line.startswith(f"- {label}: ")
        assert line.endswith(".")
    lead, coordinating, timing = (line.split(": ", 1)[1].removesuffix(".") for line in lines)
    return lead, coordinating, timing


def between(line: str, names: list[str]) -> list[str]:
    """What a printed line holds besides these names, in this order: its separators."""
    pieces = []
    for name in names:
        before, found, line = line.partition(name)
        assert found == name
        pieces.append(before)
    return [*pieces, line]


@pytest.mark.parametrize("name", FILES)
def test_file_begins_with_its_schema_and_is_nfc(name: str) -> None:
    text = FILES[name].read_text(encoding="utf-8")
    assert text.startswith("schema: 1\n")
    assert text == unicodedata.normalize("NFC", text)
    assert unicodedata.normalize("NFC", SOURCE) == SOURCE


@pytest.mark.parametrize("name", FILES)
def test_file_uses_block_lists_only(name: str) -> None:
    events = list(yaml.parse(FILES[name].read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
    assert [e for e in events if isinstance(e, yaml.CollectionStartEvent) and e.flow_style] == []
    assert [e for e in events if isinstance(e, yaml.AliasEvent)] == []


def test_plan_holds_every_clause_and_deadline() -> None:
    assert [f"II.{n}" for n in range(1, 14)] == [task["ref"] for task in THE_PLAN["tasks"]]
    expected = ["IV.1", "IV.2", "IV.3", "IV.4", "IV.5", *(f"IV.5.{n}" for n in range(1, 6))]
    assert expected == [clause["ref"] for clause in THE_PLAN["organisation"]]
    expected_days = [("6thang", "2025-05-15"), ("nam", "2025-11-15")]
    assert expected_days == [(d["period"], d["before"]) for d in THE_PLAN["deadlines"]]


def test_register_keeps_its_order_of_precedence() -> None:
    there = [agency for agency in REGISTER["agencies"] if "from" not in agency]  # before 1/7/2025
    kinds = [agency["kind"] for agency in there]
    blocks = groupby("phong-ban" if kind == "don-vi-su-nghiep" else kind for kind in kinds)
    expected = [("phong-ban", 10), ("mat-tran-doan-the", 6), ("ubnd-xa", 9), ("cong-an", 9), ("cap-tren", 1)]
    assert expected == [(kind, len(list(agencies))) for kind, agencies in blocks]
    assert [f"ubnd-xa-{c}" for c in COMMUNES] == resolve("UBND các xã")["members"]
    assert [f"cong-an-xa-{c}" for c in COMMUNES] == resolve("Công an các xã")["members"]
    assert list(DUTIES) == [agency["id"] for agency in there]


def test_no_spelling_belongs_to_two_entries() -> None:
    exact = [name for entry in ENTRIES for name in spellings(entry)]
    assert sorted(exact) == sorted(set(exact))
    folded = [name for e in ENTRIES for name in {fold(n) for n in typed(e)}]
    assert sorted(folded) == sorted(set(folded))


def test_every_member_of_a_group_is_an_id() -> None:
    ids = {entry["id"] for entry in ENTRIES}
    named = [
        m for group in REGISTER["groups"] for m in (*group.get("members", []), *group.get("possible", []))
    ]
    assert set(named) <= ids
    closed = [group["id"] for group in REGISTER["groups"] if "open" not in group]
    assert closed == ["ubnd-cac-xa", "cong-an-cac-xa", "cac-to-chuc-chinh-tri-xa-hoi", "cac-co-quan-huyen"]
    assert not [group["id"] for group in REGISTER["groups"] if group["id"] in closed and "possible" in group]


def test_every_name_in_the_files_is_in_the_register() -> None:
    names = [
        n for clause in CLAUSES for key in ("lead", "optional", "coordinating") for n in clause.get(key, [])
    ]
    for deadline in THE_PLAN["deadlines"]:
        names += [*deadline["reporters"], deadline["receiver"], deadline["send_up"]["to"]]
    names += [issuer["consolidator"] for issuer in OFFICE["office"]]
    assert len(names) == len([resolve(name)["id"] for name in names])


@pytest.mark.parametrize("task", THE_PLAN["tasks"], ids=lambda task: task["ref"])
def test_task_is_word_for_word_the_official_text(task: Node) -> None:
    lead, coordinating, timing = printed(task["ref"])
    assert task["timing"] == timing
    assert set(between(coordinating, task["coordinating"])) <= {"", ", ", "; "}
    if task["ref"] == "II.12":
        assert between(lead, task["lead"] + task["optional"]) == ["", ", (", " – Nếu có)"]
    else:
        assert "optional" not in task
        assert set(between(lead, task["lead"])) <= {"", ", "}


def test_organisation_is_word_for_word_the_official_text() -> None:
    clauses = [c["text"] for c in THE_PLAN["organisation"]]
    assert [f"{n}. {text}" for n, text in enumerate(clauses[:5], 1)] == NUMBERED[-5:]
    dashes = PARAGRAPHS[PARAGRAPHS.index(NUMBERED[-1]) + 1 :][:5]
    assert [f"- {text}" for text in clauses[5:]] == [line.removesuffix(";") for line in dashes]


def test_organisation_names_whom_each_clause_addresses() -> None:
    assert BY_REF["IV.1"]["text"].startswith(". ".join(BY_REF["IV.1"]["lead"]) + " chủ trì, ")
    second = BY_REF["IV.2"]
    assert second["text"].startswith(
        f"{second['lead'][0]} chủ trì, phối hợp với {second['coordinating'][0]} tổng hợp"
    )
    third = ", ".join(name.removeprefix("Phòng ") for name in BY_REF["IV.3"]["lead"])
    assert BY_REF["IV.3"]["text"].startswith(f"Các Phòng: {third} căn cứ ")
    assert BY_REF["IV.4"]["text"].startswith(f"Đề nghị {', '.join(BY_REF['IV.4']['lead'])} đẩy mạnh ")
    assert [clause["lead"] for clause in THE_PLAN["organisation"][4:]] == [["UBND các xã"]] * 6
    assert [c["ref"] for c in THE_PLAN["organisation"] if "coordinating" in c] == ["IV.2"]
    assert not [c["ref"] for c in THE_PLAN["organisation"] if "timing" in c]


def test_document_is_as_printed() -> None:
    document = THE_PLAN["document"]
    assert PARAGRAPHS[0].replace(" /", "/") == f"Số: {document['number']}"
    assert (document["issued"], PARAGRAPHS[1]) == ("2025-04-04", "Sơn Tây, ngày 04 tháng 4 năm 2025")
    assert f"### {document['title']}" == PARAGRAPHS[3]
    start = (
        f"Thực hiện {document['basis'][0]['as_printed']}; theo {document['proposal']}, UBND huyện ban hành"
    )
    assert PARAGRAPHS[4].startswith(start)
    items = (
        " ".join(PARAGRAPHS[PARAGRAPHS.index("### *Nơi nhận:*") + 1].split()).removeprefix("- ").split("; - ")
    )
    assert document["recipients"] == items
    assert [
        f"**{' '.join(document['signature']['lines'])}**",
        f"**{document['signature']['name']}**",
    ] == PARAGRAPHS[-2:]


def test_title_words_of_the_report_stand_in_the_plan() -> None:
    document = THE_PLAN["document"]
    assert f"{document['subject']} {document['scope']} năm {document['year']}" in document["title"]
    assert f"kết quả thực hiện {document['subject']} 6 tháng đầu năm và cả năm 2025" in SOURCE


def test_thirty_one_agencies_owe_each_report() -> None:
    assert "**trước ngày 15/5/2025** và **trước ngày 15/11/2025**" in SOURCE
    expected = [agency for agency in DUTIES if agency not in OWE_NO_REPORT]
    for deadline in THE_PLAN["deadlines"]:
        agencies = [agency for name in deadline["reporters"] for agency in reached(name)]
        assert expected == agencies
        assert len(set(agencies)) == 31
        assert "Các cơ quan, ban, ngành, đoàn thể, địa phương" in deadline["reporters_basis"]


def test_office_ends_with_the_district() -> None:
    (issuer,) = OFFICE["office"]
    assert issuer["until"] == "2025-06-30"
    assert issuer["name"] == THE_PLAN["document"]["issuer"]
    assert [issuer["consolidator"]] * 2 == [deadline["receiver"] for deadline in THE_PLAN["deadlines"]]
    assert f"Lưu: {issuer['archive']}." == THE_PLAN["document"]["recipients"][-1]


@pytest.mark.parametrize("agency", DUTIES)
def test_duties_are_those_a_reader_finds(agency: str) -> None:
    assert DUTIES[agency] == duties_of(agency)
