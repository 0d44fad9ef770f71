"""The files that `import` writes: whatever a document says, YAML says the same; what stood there stays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.model.agencies import AgenciesFile
from kehoach_cli.model.imported import Head, Imported, Left, Limit, Task
from kehoach_cli.model.kinds import Kind
from kehoach_cli.model.newcomers import Additions, Newcomer, Respelt
from kehoach_cli.model.plan import Plan
from kehoach_cli.model.wording import clean
from kehoach_cli.store.decoding import decode
from kehoach_cli.store.plan_text import plan_text
from kehoach_cli.store.register_text import register_text
from kehoach_cli.store.yaml_text import parse
from program import ROOT, golden

HEAD = Head("61/KH-UBND", date(2025, 4, 4), 2025, False, None, None, None, (), (), (), None)
TASK = Task("II.1", "Tiêm chủng.", ("Trạm Y tế",), (), (), None, "đoạn 4")


def loaded(text: str) -> Plan:
    """The file as every command reads it."""
    tree = parse(decode(text.encode())[0])
    assert tree.findings == []
    return Plan.model_validate(tree.data)


def file_of(
    *tasks: Task, head: Head = HEAD, limits: tuple[Limit, ...] = (), left: tuple[Left, ...] = ()
) -> str:
    return plan_text(Imported(head, tasks, (), limits, left), "a.docx")


words = st.text(min_size=1, max_size=300).map(clean).filter(bool)
tricky = st.sampled_from(
    [
        "null",
        "~",
        "true",
        "# x",
        "- a",
        "a: b",
        "a #b",
        "{x}",
        "[x",
        "'",
        '"',
        "%a",
        "@a",
        "|",
        ">",
        "<<",
        "*",
        "&a",
    ]
)
texts = st.one_of(words, tricky, st.lists(words, min_size=1, max_size=30).map(" ".join).map(clean))
names = st.lists(texts, min_size=1, max_size=3).map(tuple)


@given(texts, names, names, texts, texts)
@settings(max_examples=150)
def test_whatever_is_written_is_read_again(
    text: str, lead: tuple[str, ...], others: tuple[str, ...], timing: str, head: str
) -> None:
    task = Task("II.1", text, lead, others, others, timing, head, head, head)
    heading = HEAD._replace(
        number=head,
        issuer=head,
        place=head,
        title=text,
        basis=lead,
        recipients=others,
        signature=lead,
        signer=head,
    )
    limit = Limit(text, head, "6thang", timing, date(2025, 5, 15), None, lead, head, None)
    limits = (limit, limit._replace(why=head), limit._replace(period=None, before=None, why=text))
    plan = loaded(file_of(task, head=heading, limits=limits, left=(Left(text, head, timing),)))
    (found,), (deadline,), document = plan.tasks, plan.deadlines, plan.document
    assert (found.text, found.lead, found.optional, found.coordinating, found.timing) == (
        text,
        lead,
        others,
        others,
        timing,
    )
    assert (document.number, document.issuer, document.place, document.title) == (head, head, head, text)
    assert ([b.as_printed for b in document.basis], document.recipients) == ([*lead], others)
    assert document.signature is not None
    assert (document.signature.lines, document.signature.name) == (lead, head)
    assert (deadline.label, deadline.before, deadline.reporters, deadline.receiver) == (
        timing,
        date(2025, 5, 15),
        lead,
        head,
    )


def test_open_deadlines_count_once_their_signs_are_taken_off() -> None:
    limit = Limit(
        "Báo cáo trước ngày 15/11 hằng năm. " * 6,
        "đoạn 9",
        "nam",
        "năm 2025",
        date(2025, 11, 15),
        None,
        ("Các xã",),
        "Sở Y tế",
        "hằng năm",
        "hạn lặp lại",
    )
    text = file_of(TASK, limits=(limit,))
    assert loaded(text).deadlines == ()
    section = text.index("# deadlines:")
    uncommented = text[:section] + text[section:].replace("\n# ", "\n").replace(
        "# deadlines:", "deadlines:", 1
    )
    (deadline,) = loaded(uncommented).deadlines
    assert (deadline.period, deadline.before, deadline.reporters) == ("nam", date(2025, 11, 15), ("Các xã",))


def test_what_a_clerk_sees() -> None:
    tasks = (
        TASK._replace(group="I. Y TẾ", text="Tổ chức tiêm chủng mở rộng cho trẻ em. " * 3),
        Task("II.2", "Rà soát.", (), (), ("UBND các xã",), "Quý II", "bảng 1, hàng 3", "I. Y TẾ", "II.1"),
    )
    limits = (
        Limit("s1", "đoạn 7", "6thang", "6 tháng đầu năm 2025", date(2025, 5, 15), None, (), "UBND xã", None),
        Limit(
            "báo cáo trước 20 hằng tháng",
            "đoạn 8",
            "thang05",
            None,
            date(2025, 5, 20),
            None,
            (),
            None,
            "x",
            "hạn lặp lại",
        ),
    )
    left = (Left("Phòng nào đó làm.", "đoạn 12", "không rõ ai chủ trì"),)
    text = plan_text(Imported(HEAD._replace(number=None), tasks, (), limits, left), "a.docx")
    golden("import/plan.yaml", text)


PLAIN = "schema: 1\nagencies:\n  - id: a\n    name: A\n    kind: phong-ban  # x\n"
ADDED = Additions(
    (Newcomer("b-c", "Phòng B, C", "đoạn 3", (("Phòng b, c", "đoạn 9"),), Kind("phong-ban")),),
    (Newcomer("cac-xa", "Các xã", "đoạn 4", (), None, open=True),),
    (Respelt("a", "A", "a!: #", "đoạn 5"),),
)
REGISTERS = {
    "plain": PLAIN,
    "no last line end": PLAIN.rstrip("\n"),
    "comments behind": PLAIN + "\n  # của A\n\n# hết\n",
    "groups": PLAIN + "\n# NHÓM\ngroups:\n  - id: g\n    name: G\n    members:\n      - a\n  # hết\n",
    "groups first": "schema: 1\ngroups:\n- id: g\n  name: G\n  open: true\nagencies:\n- {id: a, name: A, kind: phong-ban}\n"
    "- id: z\n  name: Z\n  kind: cap-tren\n",
    "empty groups": PLAIN + "groups:\n",
    "no indent": "schema: 1\nagencies:\n- name: A\n  aliases:\n  - AA  # y\n  id: a\n  kind: phong-ban\ngroups:\n- id: g\n  name: G\n  open: true\n",
    "aliases in brackets": PLAIN.replace("    kind", "    aliases: [AA, 'B,B']\n    kind"),
    "aliases without value": PLAIN.replace("    kind", "    aliases:\n    kind"),
    "windows": PLAIN.replace("\n", "\r\n"),
    "bom": "\ufeff" + PLAIN,
    "block note": PLAIN + "    note: >-\n      dài\n      # không phải lời giải thích\n",
    "long name": PLAIN.replace("name: A", "name: >-\n      A\n      B"),
}


@pytest.mark.parametrize("text", REGISTERS.values(), ids=REGISTERS)
def test_lines_that_stand_there_stay(text: str) -> None:
    added = ADDED if "{id: a" not in text else ADDED._replace(spellings=())
    raw = register_text(text.encode(), added, "a.docx")
    assert raw is not None
    made = raw.decode()
    kept = iter(made)
    assert all(char in kept for char in text)
    ends = {line[-1:] == "\r" for line in made.split("\n")[:-1]}
    assert ends == {"\r\n" in text}
    before, after = (AgenciesFile.model_validate(parse(decode(t.encode())[0]).data) for t in (text, made))
    assert [a.id for a in after.agencies] == [*(a.id for a in before.agencies), "b-c"]
    assert [g.id for g in after.groups] == [*(g.id for g in before.groups), "cac-xa"]
    new = after.agencies[-1]
    assert (new.name, new.aliases, new.kind) == ("Phòng B, C", ("Phòng b, c",), "phong-ban")
    assert next(a for a in after.agencies if a.id == "a").aliases[-1:] == tuple(
        s.name for s in added.spellings
    )


@pytest.mark.parametrize(
    "text",
    [
        "schema: 1\nagencies: []\n",
        "schema: 1\nagencies: [{id: a, name: A, kind: phong-ban}]\n",
        "schema: 1\nagencies:\n  - {id: a, name: A, kind: phong-ban}\n",
        "- a\n",
        "schema: 1\nagencies:\r  - id: a\r    name: A\r    kind: phong-ban\r",
    ],
)
def test_layout_that_takes_no_line_is_refused(text: str) -> None:
    assert register_text(text.encode(), ADDED, "a.docx") is None


def test_register_that_is_not_there_is_begun() -> None:
    raw = register_text(None, ADDED._replace(spellings=()), "a.docx")
    assert raw is not None
    golden("import/agencies.yaml", raw.decode())


@given(texts, texts)
@settings(max_examples=60)
def test_any_name_can_be_added(name: str, other: str) -> None:
    entry = Newcomer("b", name, other, ((other, name),), Kind("cong-an", is_guess=True))
    raw = register_text(PLAIN.encode(), Additions((entry,), (), (Respelt("a", "A", other, name),)), name)
    assert raw is not None
    old, new = AgenciesFile.model_validate(parse(decode(raw)[0]).data).agencies
    assert (old.aliases, new.name, new.aliases) == ((other,), name, (other,))


def test_plan_61_takes_more_and_keeps_every_comment() -> None:
    raw = (ROOT / "plan/agencies.yaml").read_bytes()
    added = ADDED._replace(
        spellings=(Respelt("van-phong", "x", "VP", "đoạn 1"), Respelt("phong-tu-phap", "x", "PTP", "đoạn 2"))
    )
    made = register_text(raw, added, "a.docx")
    assert made is not None
    old = iter(raw.splitlines())
    line = next(old)
    for new in made.splitlines():
        line = next(old, b"") if new == line else line
    assert line == b""
