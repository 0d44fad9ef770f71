"""Texts that agencies wrote, however awkward, come through the report as they were written."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach_cli.render.foreign import Foreign, plain
from kehoach_cli.render.markdown import escape, escape_cell
from made_up_reports import Node, answer, draft, rendered, under, view_of, visible, working


def task_6(text: str) -> list[str]:
    return under(draft(view_of({"phong-tu-phap": answer("II.6", result=text)})), "### 6. ")


@pytest.mark.parametrize(
    "text",
    [
        "A & B.",
        "{{ view }} {% if x %} {# y #}.",
        "[khẩn] họp.",
        "x < 5, y > 3.",
        "Đạt 5 * 3 = 15.",
        "Đạt 5*3 = 15.",
        "(*) Số liệu ước.",
        "một ` hai.",
        "tệp so_lieu_tre_em.",
        "C:\\thu-muc\\tep.",
        "Giá ~5 triệu.",
        "😀 vui.",
        "#1 của tỉnh.",
        "-5 độ.",
        "Số liệu | ghi chú.",
    ],
)
def test_plain_text_stays_as_it_was_typed(text: str) -> None:
    assert task_6(text) == [text]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("<b>đậm</b>.", "\\<b>đậm\\</b>."),
        ("A &lt; B.", "A \\&lt; B."),
        ("*nghiêng* và **đậm**.", "\\*nghiêng\\* và \\*\\*đậm\\*\\*."),
        ("_nghiêng_.", "\\_nghiêng\\_."),
        ("* việc.", "\\* việc."),
        ("`mã`.", "\\`mã\\`."),
        ("[a](b).", "[a\\](b)."),
        ("[a]: b.", "\\[a]: b."),
        ("~~bỏ~~.", "\\~\\~bỏ\\~\\~."),
        ("# Tiêu đề.", "\\# Tiêu đề."),
        ("> trích.", "\\> trích."),
        ("+ việc.", "\\+ việc."),
        ("1. việc.", "1\\. việc."),
        ("2025", "2025\\."),
        ("a \\* b.", "a \\\\* b."),
    ],
)
def test_what_markdown_would_change_is_escaped(text: str, markdown: str) -> None:
    assert task_6(text) == [markdown]


def test_line_breaks_become_paragraphs_and_lists_stay_lists() -> None:
    assert task_6("Kết quả:\n- một;\n  - một a;\n- hai.\n\nNgoài ra, ba.") == [
        "Kết quả:",
        "- một;\n  - một a;\n- hai.",
        "Ngoài ra, ba.",
    ]


def test_line_breaks_under_a_label_stay_in_its_paragraph() -> None:
    view = view_of({"cong-an-xa-son-mua": answer("II.3", result="Kết quả:\n- một;\n- hai\nHết")})
    assert under(draft(view), "### 3. ")[:3] == [
        "- Công an xã Sơn Mùa: Kết quả:",
        "  - một;\n  - hai",
        "  Hết.",
    ]


def test_a_sentence_after_a_list_leaves_the_list() -> None:
    report = {
        "tasks": [
            {"ref": "II.6", "status": "chưa triển khai", "result": "- một\n- hai", "expected": "quý III"}
        ]
    }
    assert under(draft(view_of({"phong-tu-phap": report})), "### 6. ") == [
        "Đến thời điểm báo cáo, nhiệm vụ chưa được triển khai. Lý do:\n- một\n- hai.",
        "Dự kiến thực hiện: quý III.",
    ]


def test_line_breaks_in_a_table_are_br() -> None:
    signed = draft(view_of({"phong-tu-phap": answer("II.6", result="Một | hai\n\n- ba\n`bốn`")}))
    assert "| Một \\| hai<br>- ba<br>\\`bốn\\` |" in signed


@pytest.mark.parametrize(
    ("text", "printed"),
    [("Xong", "Xong."), ("Xong.", "Xong."), ("Xong!", "Xong!"), ("Xong;", "Xong."), ("Xong…", "Xong…")],
)
def test_one_full_stop(text: str, printed: str) -> None:
    assert task_6(text) == [printed]


def test_an_agencys_own_end_mark_stays_where_its_words_are_kept() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", result="Hết báo cáo./.")})
    assert under(draft(view), "### 6. ") == ["Hết báo cáo."]
    assert draft(view).count("Hết báo cáo./.") == 1  # appendix II
    assert under(working(view), "### 6. ")[0] == "- Phòng Tư pháp (chủ trì): Hết báo cáo./."
    body = draft(view).split("\n---\n")[0]
    assert body.count("./.") == 1


def test_what_looks_like_a_note_of_ours_is_not_counted() -> None:
    view = view_of({"phong-tu-phap": answer("II.6", result="[Ghi chú: của cơ quan].")})
    result = rendered(view)
    assert "[Ghi chú: của cơ quan]." in result.text
    assert result.text.count("[Ghi chú:") == result.notes + 2  # in the text and in appendix II


def test_a_very_long_text_comes_through() -> None:
    text = "Nội dung dài. " * 1500
    assert task_6(text) == [text.strip()]


def test_escape_for_other_tables() -> None:
    assert escape("# a\n<b> | c") == "\\# a \\<b> | c"
    assert escape_cell("# a\n<b> | c") == "# a<br>\\<b> \\| c"


def squeezed(text: str) -> str:
    return " ".join("".join(c if c.isprintable() or c in "\n\t" else " " for c in text).split())


def written_lines(text: str) -> list[str]:
    """The lines of an agency's text as they must be read again; list dashes are the list's own."""
    lines = [line.strip() for line in plain(Foreign(text)).split("\n")]
    return [squeezed(line.removeprefix("- ").removeprefix("-\t")) for line in lines if line and line != "-"]


def missing(texts: list[str], markdown: str, *, without_stops: bool = False) -> list[str]:
    """The lines of the texts that a reader of the document does not see."""
    seen = "\n".join(squeezed(part) for part in visible(markdown))
    lines = [line for text in texts for line in written_lines(text)]
    if without_stops:  # the sentence of the report goes on, or has its own stop
        lines = [line.removesuffix("./.").rstrip(" .;,:") for line in lines]
    return [line for line in lines if line not in seen]


MARKUP = st.sampled_from(
    ["*", "_", "`", "#", "# ", "> ", "- ", "+ ", "1. ", "12) ", "---", "===", "~", "~~~", "```", "|", "<b>", "</", "<!--",
     "&amp;", "&#65;", "&", "<", "[", "]", "](", "][", "]:", "![", "(", ")", "\\", "\n", "\n\n", "\n  - ", "\t", "    ",
     "{{ x }}", "{% x %}", "{#", "./.", ".", ";", ":", "[Ghi chú:", "trẻ em", "Số 5", "a", "é", "😀", " ", "\u2028", "\r\n"]
)  # fmt: skip
TEXT = st.one_of(
    st.lists(MARKUP, min_size=1, max_size=12).map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"]), min_size=1, max_size=40),
).filter(lambda t: any(written_lines(t)))


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXT, min_size=7, max_size=7))
@example(["*a", "a*", "_a", "`", "<b>\n", "- a\n- b", "2025"])
@example(["a\\", "|", "~~~", "[a]: b", "1. x\n\n1) y", "-", "# x #"])
@example(["7*7", "8*8", "~a~", "_a", "b_", "* x", "`"])
@example(["./.", "a;", "a:", "a.", "...", "“a.”", "a?"])
def test_nothing_an_agency_wrote_is_lost_or_changed(texts: list[str]) -> None:
    directive, result, expected, difficulty, cause, outlook, proposal = texts
    report: Node = {
        "directives": [directive],
        "tasks": [{"ref": "II.5", "status": "đang thực hiện", "result": result, "expected": expected}],
        "difficulties": [{"text": difficulty, "cause": cause}],
        "next": [outlook],
        "proposals": [{"text": proposal, "to": "Sở Y tế"}],
    }
    view = view_of({"trung-tam-y-te": report})
    inner, signed = working(view), draft(view)
    body = signed.split("\n---\n\n## Phụ lục II\n", maxsplit=1)[0]
    assert missing(texts, inner) == []
    assert missing([t for t in texts if t != outlook], body, without_stops=True) == []
    assert missing([result, outlook, expected], signed) == []  # word for word in appendix II


@settings(deadline=None, max_examples=40)
@given(TEXT)
def test_the_notes_counted_are_the_notes_seen(text: str) -> None:
    quiet = text.replace("[Ghi chú:", "(Ghi chú:")
    report: Node = {"tasks": [{"ref": "II.6", "status": "tạm dừng", "result": quiet}], "number": "8"}
    result = rendered(view_of({"phong-tu-phap": report, "phong-noi-vu": {"number": quiet}}))
    assert result.notes == result.text.count("[Ghi chú:")


@settings(deadline=None, max_examples=200)
@given(TEXT)
def test_an_escaped_text_is_read_as_it_was_written(text: str) -> None:
    wanted = squeezed(" ".join(" ".join(text.split("\n")).split()))
    assert [squeezed(part) for part in visible(escape(text))] == ([wanted] if wanted else [])
    table = f"| x |\n|---|\n| {escape_cell(text)} |\n"
    assert squeezed(visible(table)[1]) == squeezed(text)
