"""YAML text: plain data, exact places, and one sentence for whatever is not in order."""

from __future__ import annotations

import time
import tracemalloc
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import BASE, PLAN
from kehoach_cli.checks.catalogue import word
from kehoach_cli.checks.finding import LineOf, Span
from kehoach_cli.store import yaml_text
from kehoach_cli.store.decoding import MAX_BYTES, decode
from kehoach_cli.store.yaml_text import parse

BASE_PLAN = (BASE / PLAN).read_text(encoding="utf-8")


def codes(text: str) -> list[str]:
    return [finding.code for finding in parse(text).findings]


def place(text: str) -> tuple[str, int, int]:
    """Code, line and column (from 1) of the one thing wrong."""
    (finding,) = parse(text).findings
    assert finding.span is not None
    return finding.code, finding.span.line + 1, finding.span.column + 1


@pytest.mark.parametrize(
    "written",
    [
        "12:30",
        "1.10",
        "yes",
        "on",
        "010",
        "0x1F",
        "1_0",
        "1e3",
        ".inf",
        "=",
        "2025-02-30",
        "2025-05-15",
        "Null",
        "True",
    ],
)
def test_scalars_stay_text(written: str) -> None:
    tree = parse(f"a: {written}\nb:\n  - {written}\n")
    assert (tree.data, tree.findings) == ({"a": written, "b": [written]}, [])


@pytest.mark.parametrize("written", ["", "~", "null", "  # chưa có"])
def test_nothing_is_no_text_and_leaves_its_key_out(written: str) -> None:
    tree = parse(f"a: {written}\nb: 1\n")
    assert (tree.data, tree.empty, tree.findings) == ({"b": "1"}, {("a",)}, [])


def test_quoted_nothing_is_text() -> None:
    assert parse("a: ''\nb: \"~\"\nc: 'null'\n").data == {"a": "", "b": "~", "c": "null"}


def test_empty_items_are_kept_for_the_rules_to_tell() -> None:
    assert parse("a:\n  -\n  - x\n").data == {"a": [None, "x"]}


@pytest.mark.parametrize("text", ["", "\n", "# chưa có gì\n", "---\n", "~\n"])
def test_empty_text_has_no_data(text: str) -> None:
    tree = parse(text)
    assert (tree.data, tree.findings) == (None, [])
    assert tree.span(("a", 0)).line == tree.span(()).line


def test_escapes_come_out_composed() -> None:
    assert parse('a: "Ye\\u0302u"\n').data == {"a": unicodedata.normalize("NFC", "Ye\u0302u")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\x07\n", ("L003", 1, 5)),
        ("é: b\na: ế\x07\n", ("L003", 2, 5)),
        ("a: \ud800\n", ("L003", 1, 4)),
        ('a: 1\nb: "x\\0"\n', ("L003", 2, 4)),
        (": x\n", ("L004", 1, 1)),
        ("a: b\n- c\n", ("L004", 2, 1)),
        ("- a: b\n c: d\n", ("L004", 2, 2)),
        ("- a\nb: c\n", ("L004", 2, 1)),
        ("%YAML 3.0\n---\na: b\n", ("L004", 1, 1)),
        ("a: b\n...\nc: d\n", ("L004", 3, 1)),
        ("a:\n\t- b\n", ("L010", 2, 1)),
        ("a:\n  - b\n\tc: d\n", ("L010", 3, 1)),
        ("a: b\n\tc\n", ("L010", 2, 1)),
        ("a:\n  - \t- b\n", ("L010", 2, 5)),
        ("a: 1\nb: 2\na: 3\n", ("L011", 3, 1)),
        ("a: &x b\n", ("L012", 1, 4)),
        ("a: *x\n", ("L012", 1, 4)),
        ("a: **b** c\n", ("L012", 1, 4)),
        ("a: & b\n", ("L012", 1, 4)),
        ("a:\n  <<: b\n", ("L012", 2, 3)),
        ("a: !!str x\n", ("L013", 1, 4)),
        ("a: !x\n", ("L013", 1, 4)),
        ("a: b\n---\nc: d\n", ("L014", 2, 1)),
        ("[a]: b\n", ("L015", 1, 1)),
        ("? [a]\n: b\n", ("L015", 1, 3)),
        ("? \n", ("L015", 1, 2)),
        ("'': x\n", ("L015", 1, 1)),
        ("a: b: c\n", ("L016", 1, 5)),
        ("a:\tb: c\n", ("L016", 1, 5)),
        ("a: x\n  bảo đảm: c\n", ("L016", 2, 10)),
        ('a: "x\nb: c\n', ("L017", 1, 4)),
        ('a: "x\nb: c "d"\ne: f\n', ("L017", 1, 4)),
        ("a: 'x\nb: 'c'\n", ("L017", 1, 4)),
        ("a: [x, y\nb: c\n", ("L017", 1, 4)),
        ("a: {x: 1\nb: c\n", ("L017", 1, 4)),
        ("[", ("L017", 1, 1)),
        ("[?", ("L017", 1, 1)),
        ("a: [b: c", ("L017", 1, 4)),
        ("a:\u0085b: [c", ("L017", 2, 4)),
        ("a: `x\n", ("L018", 1, 4)),
        ("a: @x\n", ("L018", 1, 4)),
        ("a: %x\n", ("L018", 1, 4)),
        ("%a\n", ("L018", 1, 1)),
        ("a: ]\n", ("L018", 1, 4)),
        ("a: , x\n", ("L018", 1, 4)),
        ("a: [k] x\nb: c\n", ("L018", 1, 4)),
        ('a: "x" y\nb: c\n', ("L018", 1, 4)),
        ("a:\n  - 'x' y\n", ("L018", 2, 5)),
        ("a: x\nkey\nb: c\n", ("L025", 2, 1)),
        ("key\nb: c\n", ("L025", 1, 1)),
        ("a: x\nb:y\nc: d\n", ("L025", 2, 1)),
        ("a:\n  - x\n  y\n", ("L025", 3, 3)),
        ("a:\n  - x\n  -y\n", ("L025", 3, 3)),
        ("a: - b\n", ("L026", 1, 4)),
        ('a: "x\\Q"\n', ("L027", 1, 6)),
        ("- a: b\n    c: d\n", ("L028", 2, 5)),
        ("a: >-\n    x\n  y\n", ("L029", 3, 3)),
        ("a: |\n    x\n\nđ\nb: c\n", ("L029", 4, 1)),
        ("a: >- x\n  y\n", ("L030", 1, 4)),
        ("a: |x\n", ("L030", 1, 4)),
    ],
)
def test_complaint_stands_at_the_place_to_mend(text: str, expected: tuple[str, int, int]) -> None:
    assert place(text) == expected


def test_of_equal_keys_the_first_is_kept_and_its_line_told() -> None:
    tree = parse("k:\n  - a: 1\n    b: 2\n    a: 3\n")
    assert tree.data == {"k": [{"a": "1", "b": "2"}]}
    (finding,) = tree.findings
    assert dict(finding.words) == {"key": "a", "first": LineOf(("k", 0, "a")), "second": "4"}
    assert tree.span(("k", 0, "a"), key=True) == Span(1, 4, 1, 5)


def test_every_equal_key_is_told_in_one_reading() -> None:
    assert codes("a: 1\na: 2\nb:\n  c: 1\n  c: 2\n  c: 3\n") == ["L011", "L011", "L011"]


def test_conflict_marks_are_named_as_what_they_are() -> None:
    (finding,) = parse("x: 1\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> y\n").findings
    assert (finding.code, finding.span) == ("L009", Span(1, 0, 1, 7))
    assert dict(finding.words) == {"mark": "<<<<<<<", "lines": "dòng 2–6"}
    assert codes("a: x <<<<<<< y\n") == []
    assert codes("a: >-\n  <<<<<<< y\n") == []


@pytest.mark.parametrize("piece", ["[", "{", "- ", "? ", "[{a: ", "a: [", '{"a": {'])
def test_hundred_thousand_brackets_are_one_sentence(piece: str) -> None:
    text = piece * 100_000
    tracemalloc.start()
    start = time.perf_counter()
    found = codes(text)
    assert time.perf_counter() - start < 2
    assert tracemalloc.get_traced_memory()[1] < 20 * len(text) + 5_000_000
    tracemalloc.stop()
    assert found in (["L006"], ["L015"], ["L016"])


def test_depth_up_to_the_limit_is_read() -> None:
    assert codes("[" * 32 + "]" * 32) == []
    assert place("[" * 33 + "]" * 33) == ("L006", 1, 33)


def test_anchor_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert place(bomb) == ("L012", 1, 4)


def test_too_many_nodes_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MAX_NODES", 20_000)
    tree = parse("- x\n" * 30_000)
    (finding,) = tree.findings
    assert (finding.code, finding.span) == ("L007", Span(19_999, 2, 19_999, 3))
    expected = ("error", "tệp có quá 20.000 mục", "tách thành nhiều kế hoạch.")
    assert expected == word("L007", {k: str(w) for k, w in finding.words.items()})


def test_limit_of_nodes_is_far_above_any_plan() -> None:
    assert yaml_text.MAX_NODES == 500_000  # 5,000 tasks of 50 names each are 285,000
    assert MAX_BYTES == 20_000_000


def test_file_full_of_equal_keys_is_given_up() -> None:
    tree = parse("a: 1\n" * 1_000)
    assert [f.code for f in tree.findings] == ["L011"] * 101
    assert tree.is_broken


def test_very_long_lines_are_read() -> None:
    words = "trẻ em " * 50_000
    assert parse(f"a: {words}\nb: '{words}'\n").data == {"a": words.strip(), "b": words}


def test_tabs_inside_values_are_fine() -> None:
    assert parse("a:\tb\tc\t# d\nb:\n  - x\ty\t\n").data == {"a": "b\tc", "b": ["x\ty"]}


# Spans


TREE = parse(
    """\
schema: 1
document:
  title: "Hai
    dòng"
  list: [a, b]   # ghi chú
tasks:
  - ref: II.1
    text: >-   # chép từ bản in
      Một hai
      ba bốn
    lead:
      - Trung tâm Y tế   # như in
      -
  - ref: II.2
    text: 'Năm sáu'
"""
)


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        (("schema",), False, Span(0, 8, 0, 9)),
        (("schema",), True, Span(0, 0, 0, 6)),
        ((), False, Span(0, 0, 15, 0)),
        (("document",), False, Span(1, 0, 1, 8)),
        (("document", "title"), False, Span(2, 9, 3, 9)),
        (("document", "list"), False, Span(4, 8, 4, 14)),
        (("document", "list"), True, Span(4, 2, 4, 6)),
        (("document", "list", 1), False, Span(4, 12, 4, 13)),
        (("tasks",), False, Span(5, 0, 5, 5)),
        (("tasks", 0), False, Span(6, 4, 13, 2)),
        (("tasks", 0, "text"), False, Span(7, 10, 10, 0)),
        (("tasks", 0, "lead"), False, Span(10, 4, 10, 8)),
        (("tasks", 0, "lead", 0), False, Span(11, 8, 11, 22)),
        (("tasks", 0, "lead", 1), False, Span(12, 6, 12, 7)),
        (("tasks", 0, "nowhere", 3), False, Span(6, 4, 13, 2)),
        (("tasks", 9), False, Span(5, 0, 5, 5)),
    ],
)
def test_span_is_of_the_value_or_of_the_key(path: tuple[str | int, ...], key: bool, expected: Span) -> None:
    assert TREE.span(path, key=key) == expected


@pytest.mark.parametrize(
    ("path", "number", "words", "expected"),
    [
        (("tasks", 0, "text"), 0, 4, Span(8, 6, 8, 9)),
        (("tasks", 0, "text"), 3, 4, Span(9, 9, 9, 12)),
        (("tasks", 1, "text"), 0, 2, Span(14, 10, 14, 14)),
        (("document", "title"), 1, 2, Span(3, 4, 3, 9)),
        (("tasks", 0, "text"), 4, 4, Span(7, 10, 10, 0)),
        (("tasks", 0, "text"), 0, 5, Span(7, 10, 10, 0)),
        (("tasks", 7, "text"), 0, 1, Span(5, 0, 5, 5)),
    ],
)
def test_span_of_a_word(path: tuple[str | int, ...], number: int, words: int, expected: Span) -> None:
    assert TREE.word_span(path, number, words) == expected


def slice_of(text: str, span: Span) -> str:
    lines = text.split("\n")
    assert span.line == span.end_line
    return lines[span.line][span.column : span.end_column]


def leaves(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], object]]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in leaves(value, (*path, key))]
    if isinstance(data, list):
        return [leaf for n, value in enumerate(data) for leaf in leaves(value, (*path, n))]
    return [(path, data)]


def test_every_span_of_the_base_plan_holds_its_value() -> None:
    tree = parse(BASE_PLAN)
    for path, value in leaves(tree.data):
        span = tree.span(path)
        if span.line == span.end_line:
            assert slice_of(BASE_PLAN, span) == value
        words = str(value).split()
        found = [slice_of(BASE_PLAN, tree.word_span(path, n, len(words))) for n in range(len(words))]
        assert found == words
        if isinstance(path[-1], str):
            assert slice_of(BASE_PLAN, tree.span(path, key=True)) == path[-1]


# Whatever the text


def agrees_with_the_base_loader(text: str) -> bool:
    """True where PyYAML's own loader of plain text reads the same data."""
    return bool(yaml.load(text, Loader=yaml.CBaseLoader) == parse(text).data)  # noqa: S506  # text stays text


def holds_nothing(data: object) -> bool:
    return data is None or any(value is None for _, value in leaves(data))


names = st.text("abcđêơ ,.-&%'\"", min_size=1, max_size=12)
documents = st.recursive(
    names,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(names, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@given(documents)
def test_what_a_dumper_writes_is_read_back(document: object) -> None:
    text = yaml.safe_dump(document, allow_unicode=True, width=40)
    tree = parse(text)
    assert (tree.data, tree.findings) == (document, [])
    assert agrees_with_the_base_loader(text)


@given(st.text())
def test_any_text_is_data_or_findings(text: str) -> None:
    tree = parse(text)
    assert tree.is_broken is not (tree.findings == []) or {f.code for f in tree.findings} <= {"L003", "L011"}
    for finding in tree.findings:
        assert finding.span is not None
        assert (
            finding.span.line
            <= text.count("\n")
            + text.count("\r")
            + text.count("\x85")
            + text.count("\u2028")
            + text.count("\u2029")
            + 1
        )
        severity, message, hint = word(finding.code, {k: str(w) for k, w in finding.words.items()})
        assert (severity, bool(message), bool(hint)) == ("error", True, True)


@given(st.text(alphabet="abc:-?[]{},#&*!|>'\"%@` \n\té"))
def test_any_yaml_signs_are_data_or_findings(text: str) -> None:
    tree = parse(text)
    tree.span(("a", 0, "b"))
    if not tree.findings and not tree.empty and not holds_nothing(tree.data):
        assert agrees_with_the_base_loader(text)


@given(st.binary())
def test_any_bytes_are_text_or_a_finding(raw: bytes) -> None:
    text, finding = decode(raw)
    assert (finding is None) or finding.code == "L002"
    assert "\r" not in text or finding


@given(st.text())
def test_decoded_text_is_composed_with_line_feeds_alone(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    decoded, finding = decode(raw)
    if finding is None:
        assert decoded == unicodedata.normalize("NFC", decoded)
        assert not set(decoded) & set("\r\x85\u2028\u2029\ufeff\u200b")
        assert decode(decoded.encode("utf-8")) == (decoded, None)


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"a: \xff", 1, 4),
        (b"\xef\xbb\xbfa: \xff", 1, 4),
        ("ế: 1\r\nđ: ".encode() + b"\xe9", 2, 4),
        ("ế: 1\rđ: ".encode() + b"\xe9", 2, 4),
        (b"abc\n" + b"\xc3", 2, 1),
    ],
)
def test_place_of_a_byte_that_is_no_utf8(raw: bytes, line: int, column: int) -> None:
    finding = decode(raw)[1]
    assert finding is not None
    assert finding.span == Span(line - 1, column - 1, line - 1, column)


def test_invisible_signs_are_left_out() -> None:
    text = "a: Trung\u200b tâm\u00ad Y\u2028tế\ufeff\nb: x\u0085y\n"
    assert decode(text.encode()) == ("a: Trung tâm Y tế\nb: x y\n", None)
