"""The forms of a table: on a terminal, in a pipe, for spreadsheets, for programs, for other documents."""

from __future__ import annotations

import re
import string
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kehoach_cli.checks.finding import FileCounts, Problem
from kehoach_cli.render.diagnostics import problems_json, problems_text, shown_path, summary_line
from kehoach_cli.render.machine import csv_text, json_text
from kehoach_cli.render.markdown_table import markdown_text
from kehoach_cli.render.plain import plain_text
from kehoach_cli.render.sentences import percent
from kehoach_cli.render.table import Part, Table, harmless, one_line
from kehoach_cli.render.terminal import terminal_text
from kehoach_cli.render.widths import GAP, columns_of, fitted, total
from program import AS_OF, PLAN, ROOT, Office, add_second_plan, kehoach, read_csv, read_json

WIDTHS = (80, 120, 200)
ANSWERS = {
    "tasks": ["tasks", "-a", "ttyt"],
    "why": ["tasks", "-a", "UBND xã Sơn Mùa", "--why"],
    "all": ["tasks"],
    "matrix": ["tasks", "--matrix"],
    "status": ["status"],
    "agencies": ["agencies"],
    "agency": ["agencies", "Hội, đoàn thể"],
}
NASTY = [
    "[khẩn] việc gấp",
    "[/] [bold]đậm[/bold] [red]",
    ":smile: :warning:",
    "<b>đậm</b> &amp; <script>",
    "\\[x] {a} %s $HOME `lệnh`",
    "a | b || c",
    "*sao* _gạch_ ~~xóa~~ # đầu",
    "“Toàn dân” … – ‹›",
]


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = ("TT", "Nội dung"), **more: Any) -> Table:  # noqa: ANN401
    made = Table(("TIÊU ĐỀ", "theo kế hoạch"), columns, (Part("", rows),), ("Cộng: 1.",))
    return made._replace(**more)


def words(text: str) -> list[str]:
    """The words of an answer whatever it looks like, sorted: a table broken over lines mixes its columns."""
    return sorted(re.sub(r"[─:]", " ", text).split())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


# In a pipe.


@pytest.mark.parametrize("call", ANSWERS.values(), ids=ANSWERS)
def test_in_a_pipe_every_row_is_one_whole_line(call: list[str]) -> None:
    out = kehoach(*call, "--as-of", AS_OF, cwd=ROOT).out
    rows = kehoach(*call, "--as-of", AS_OF, "--format", "md", cwd=ROOT).out.count("\n| ")
    assert not set(out) & set("─│╭╮╰╯┼\x1b\r\t")
    assert "..." not in out
    assert [line for line in out.splitlines() if line != line.rstrip()] == []
    tables = out.count("\n\n") // 2 or 1
    assert len(out.splitlines()) >= rows - tables


def test_in_a_pipe_columns_are_aligned_and_grep_finds_whole_rows() -> None:
    text = plain_text([table(("1", "ngắn", "x"), ("2", "dài hơn", "y"), columns=("TT", "Tên", "Ghi chú"))])
    assert text == (
        "TIÊU ĐỀ\ntheo kế hoạch\n\nTT  Tên      Ghi chú\n1   ngắn     x\n2   dài hơn  y\n\nCộng: 1.\n"
    )


def test_a_very_long_cell_does_not_push_the_others_away() -> None:
    long = "dài " * 60
    lines = plain_text(
        [table(("1", long, "x"), ("2", "ngắn", "y"), columns=("TT", "Tên", "Ghi chú"))]
    ).splitlines()
    assert lines[4] == f"1   {long.strip()}  x"
    assert lines[5] == f"2   ngắn{' ' * 98}y"


def test_headings_of_parts_stand_above_their_rows() -> None:
    parts = (Part("A. Một", (("1", "a"),)), Part("B. Hai", (("2", "b"), ("3", "c"))))
    assert plain_text([table(parts=parts)]).splitlines()[3:9] == [
        "TT  Nội dung",
        "A. Một",
        "1   a",
        "B. Hai",
        "2   b",
        "3   c",
    ]


def test_without_rows_title_and_foot_remain() -> None:
    empty = table(parts=())
    assert plain_text([empty]) == "TIÊU ĐỀ\ntheo kế hoạch\n\nCộng: 1.\n"
    assert terminal_text([empty], 80, colour=False) == "TIÊU ĐỀ\ntheo kế hoạch\n\nCộng: 1.\n"
    assert markdown_text([empty]) == "## TIÊU ĐỀ\n\ntheo kế hoạch\n\nCộng: 1.\n"


def test_several_tables_stand_apart() -> None:
    for text in (
        plain_text([table(("1", "a"))] * 2),
        terminal_text([table(("1", "a"))] * 2, 80, colour=False),
        markdown_text([table(("1", "a"))] * 2),
    ):
        one, two = text.split("\n\n" if text.startswith("#") else "Cộng: 1.\n\n", 1)
        assert "TIÊU ĐỀ" in one
        assert "TIÊU ĐỀ" in two


# On a terminal.


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("call", ANSWERS.values(), ids=ANSWERS)
def test_on_a_terminal_nothing_is_cut_and_no_word_is_lost(call: list[str], width: int) -> None:
    plain = kehoach(*call, "--as-of", AS_OF, cwd=ROOT).out
    drawn = kehoach(*call, "--as-of", AS_OF, cwd=ROOT, width=width).out
    assert max(map(len, drawn.splitlines())) <= width
    assert [line for line in drawn.splitlines() if line != line.rstrip()] == []
    assert "…" not in drawn.replace("‹…›", "") or "…" in plain
    heads = {
        line for line in plain.splitlines() if line.startswith(("Mục ", "TT ", "Thông tin ", "Kế hoạch "))
    }
    rows = words("\n".join(line for line in plain.splitlines() if line not in heads))
    shown = words(drawn)
    assert [word for word in set(rows) if shown.count(word) < rows.count(word)] == []


@pytest.mark.parametrize("width", [20, 40, 60, *WIDTHS])
@pytest.mark.parametrize("nasty", NASTY)
def test_plan_text_comes_through_unharmed(nasty: str, width: int) -> None:
    made = table(("1", nasty, "a"), columns=("TT", nasty, "Cuối"), titles=(nasty,), foot=(nasty,))
    made = made._replace(parts=(Part(nasty, made.parts[0].rows),))
    drawn = terminal_text([made], width, colour=False)
    for word in nasty.split():
        assert drawn.split().count(word) >= (4 if width > 20 else 3) * nasty.split().count(word)
    assert plain_text([made]).count(nasty) == 5
    bold = terminal_text([made], width, colour=True).replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert [line.rstrip() for line in bold.splitlines()] == drawn.splitlines()


def test_bold_only_where_colour_is_wanted() -> None:
    assert "\x1b" not in terminal_text([table(("1", "a"))], 80, colour=False)
    assert terminal_text([table(("1", "a"))], 80, colour=True).startswith("\x1b[1mTIÊU ĐỀ\x1b[0m\n")


@pytest.mark.parametrize(
    ("env", "has_colour"),
    [({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": "", "TERM": "dumb"}, False)],
)
def test_who_wants_no_colour_gets_none(env: dict[str, str], has_colour: bool) -> None:
    outcome = kehoach("status", cwd=ROOT, width=80, env={"TERM": "xterm", **env})
    assert ("\x1b[1m" in outcome.out) == has_colour


CONTROLS = "\x1b[31mđỏ\x1b[0m\x07\x08\x00\x9b\u202e\u2028hết"


@pytest.mark.parametrize("width", WIDTHS)
def test_control_characters_never_reach_the_terminal(width: int) -> None:
    made = table(("1", CONTROLS), columns=("TT", CONTROLS), titles=(CONTROLS,), foot=(CONTROLS,))
    made = made._replace(parts=(Part(CONTROLS, made.parts[0].rows),))
    for text in (
        terminal_text([made], width, colour=False),
        plain_text([made]),
        markdown_text([made]),
        csv_text(made).removeprefix("\ufeff"),
    ):
        assert [c for c in text if not c.isprintable() and c not in "\r\n"] == []
        assert "đỏ" in text
        assert "hết" in text
    assert "\x1b" not in json_text({"a": CONTROLS})
    assert read_json(json_text({"a": CONTROLS})) == {"a": CONTROLS}


def test_markup_in_the_files_comes_through_every_answer(office: Office) -> None:
    odd = "[khẩn] [/] :smile: <b> a|b"
    office.edit("plan/agencies.yaml", "    name: Sở Y tế ", f'    name: "{odd}" #')
    office.edit(
        "plan/agencies.yaml",
        "      - Sở Y tế tỉnh Quảng Ngãi",
        "      - Sở Y tế\n      - Sở Y tế tỉnh Quảng Ngãi",
    )
    office.edit(PLAN, "    short: Tổng hợp, thẩm định kinh phí\n", f'    short: "{odd}"\n')
    for call in (
        ["tasks"],
        ["tasks", "-a", "TCKH"],
        ["tasks", "--matrix"],
        ["agencies"],
        ["agencies", "so-y-te"],
    ):
        assert odd in office.run(*call).out
        assert odd in office.run(*call, width=200).out
        assert rendered_cells(office.run(*call, "--format", "md").out)
    assert (
        office.run("status", "-a", "so-y-te").out.splitlines()[2]
        == f"{odd} không thuộc đối tượng báo cáo kỳ nào."
    )


def test_control_characters_in_the_files_are_refused_without_harm(office: Office) -> None:
    office.edit(PLAN, "    short: Tổng hợp, thẩm định kinh phí\n", '    short: "a\\e[31m"\n')
    office.edit(PLAN, "    short: Thúc đẩy", "    short: \x1b[31m\x07Thúc đẩy")
    for outcome in (office.run("tasks"), office.run("check"), office.run("check", "--format", "json")):
        assert outcome.code == 1
        assert [c for c in outcome.out + outcome.err if not c.isprintable() and c != "\n"] == []


def test_rows_that_do_not_fit_are_told_one_by_one() -> None:
    made = table(("1", "Tên", "", "Một hai ba bốn"), columns=("TT", "Tên", "Trống", "Nội dung rất dài"))
    assert terminal_text([made], 22, colour=False).splitlines()[3:-2] == [
        "1  Tên",
        "   Nội dung rất dài:",
        "   Một hai ba bốn",
    ]


def test_a_column_of_nothing_gives_its_room_where_there_is_little() -> None:
    made = table(("1", "Tên", "", "Một hai ba bốn"), columns=("TT", "Tên", "Trống", "Nội dung rất dài"))
    assert terminal_text([made], 25, colour=False).splitlines()[3] == "TT  Tên  Nội dung rất dài"
    assert terminal_text([made], 40, colour=False).splitlines()[3] == "TT  Tên  Trống  Nội dung rất dài"


def test_a_grid_is_cut_between_columns_with_its_keys_repeated() -> None:
    rows = tuple((f"II.{n}", "việc", *("C" * 12)) for n in (1, 2))
    made = table(*rows, columns=("Mục", "Nhiệm vụ", *map(str, range(1, 13))), is_grid=True)
    lines = terminal_text([made], 40, colour=False).splitlines()
    assert [line.split() for line in lines if line.startswith("Mục")] == [
        ["Mục", "Nhiệm", "vụ", *map(str, range(1, 7))],
        ["Mục", "Nhiệm", "vụ", *map(str, range(7, 13))],
    ]
    assert sum(line.count("C") for line in lines if line.startswith("II.")) == 24


def test_ids_are_never_broken_so_that_they_can_be_copied() -> None:
    for width in WIDTHS:
        out = kehoach("agencies", cwd=ROOT, width=width).out
        assert "trung-tam-truyen-thong-van-hoa-the-thao" in out.split()


CELLS = st.lists(st.text(string.ascii_letters + " ", max_size=60), min_size=3, max_size=3)


@given(st.lists(CELLS, min_size=1, max_size=6), st.integers(10, 160), st.sampled_from([(), (0,), (0, 2)]))
def test_widths_fit_and_hold_every_word(rows: list[list[str]], width: int, narrow: tuple[int, ...]) -> None:
    clean = [[one_line(cell) for cell in row] for row in rows]
    columns = columns_of(clean, narrow)
    widths = fitted(columns, width)
    if widths is None:
        assert sum(c.least for c in columns) + 2 * GAP > width
        return
    assert total(widths) <= width
    for n, (column, each) in enumerate(zip(columns, widths, strict=True)):
        assert column.least <= each <= column.widest
        assert all(len(word) <= each for row in clean for word in row[n].split())
        if n in narrow:
            assert each == max(len(row[n]) for row in clean)
    if total([c.widest for c in columns]) <= width:
        assert widths == [c.widest for c in columns]


@given(st.lists(CELLS, min_size=1, max_size=5), st.integers(70, 160))
def test_every_word_of_any_table_is_drawn(rows: list[list[str]], width: int) -> None:
    made = table(*map(tuple, rows), columns=("Một", "Hai", "Ba"))
    drawn = terminal_text([made], width, colour=False).split()
    assert all(drawn.count(word) >= 1 for row in rows for cell in row for word in cell.split())


# For spreadsheets.


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84 912", "'+84 912"),
        ("-1+2", "'-1+2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("-5", "-5"),
        ("-5,5", "-5,5"),
        ("- gạch đầu dòng", "'- gạch đầu dòng"),
        ("-", "'-"),
        ("-²", "'-²"),
        ("12/5/2025", "12/5/2025"),
        ("a=b", "a=b"),
        ('nói "có", rồi', 'nói "có", rồi'),
        ("dòng một\ndòng hai", "dòng một\ndòng hai"),
        ("", ""),
    ],
)
def test_csv_cells_are_text_for_a_spreadsheet(cell: str, written: str) -> None:
    text = csv_text(table((cell, "x"), columns=(cell, "y")))
    assert text.endswith("\r\n")
    assert read_csv(text) == [[written, "y"], [written, "x"]]


def test_csv_has_one_header_and_only_rows() -> None:
    for call in ANSWERS.values():
        text = kehoach(*call, "--as-of", AS_OF, "--format", "csv", cwd=ROOT).out
        assert len({len(row) for row in read_csv(text)}) == 1
        assert "\n" not in text.replace("\r\n", "")


# For other documents.


def rendered_cells(markdown: str) -> list[list[str]]:
    """The cells of every table as a Markdown reader sees them."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            rows.append([])
        if token.type == "inline" and before.type in ("th_open", "td_open"):
            rows[-1].append("".join(c.content for c in token.children or []))
    return rows


@pytest.mark.parametrize("nasty", NASTY)
def test_markdown_cells_read_as_they_were(nasty: str) -> None:
    made = table((nasty, "x"), columns=("TT", nasty))
    head, row = rendered_cells(markdown_text([made]))
    assert (head[1], row[0]) == (nasty, nasty)


@pytest.mark.parametrize("call", ANSWERS.values(), ids=ANSWERS)
def test_markdown_tables_are_whole(call: list[str]) -> None:
    out = kehoach(*call, "--as-of", AS_OF, "--format", "md", cwd=ROOT).out
    rows = rendered_cells(out)
    assert out.startswith("## ")
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    assert rows
    assert len(rows) + len(re.findall(r"^\| ---", out, re.MULTILINE)) == len(
        re.findall(r"^\| ", out, re.MULTILINE)
    )


def test_markdown_headings_of_parts_are_bold_rows(office: Office) -> None:
    rows = rendered_cells(office.run("status", "-p", "nam", "--format", "md").out)
    assert ["", "A. Phòng, ban, đơn vị", "", "", "", ""] in rows
    assert {len(row) for row in rows} == {6}


# Small things.


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (12, 31, "38,7%"),
        (9, 31, "29,0%"),
        (0, 31, "0,0%"),
        (31, 31, "100,0%"),
        (1, 8, "12,5%"),
        (1, 16, "6,3%"),
        (2, 3, "66,7%"),
    ],
)
def test_percent(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


def test_one_line_and_harmless() -> None:
    assert one_line("  a\n b\t\tc\x00d  ") == "a b c d"
    assert harmless("a\nb\x1b") == "a\nb "


def problem(**more: Any) -> Problem:  # noqa: ANN401
    made = Problem("L201", "error", "plan/a.yaml", 3, 5, 4, "  - name: x", "không tìm thấy", "sửa lại.")
    return made._replace(**more)


def test_a_problem_with_place_excerpt_and_remedy(tmp_path: Path) -> None:
    assert problems_text([problem()], tmp_path, tmp_path) == (
        "plan/a.yaml:3:5: lỗi L201: không tìm thấy\n"
        "    3 |   - name: x\n"
        "      |     ^^^^\n"
        "   gợi ý: sửa lại.\n"
    )
    assert problems_text([problem(excerpt="", hint="")], tmp_path, tmp_path / "plan") == (
        "a.yaml:3:5: lỗi L201: không tìm thấy\n"
    )
    assert shown_path(tmp_path, "plan/a.yaml", tmp_path / "b" / "c") == "../../plan/a.yaml"


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    line = "x" * 300 + "SAI" + "y" * 300
    shown = problems_text([problem(excerpt=line, column=301, length=3)], tmp_path, tmp_path).splitlines()
    assert len(shown[1]) == len("    3 | ") + 122
    place = shown[2].index("^")
    assert shown[1][place : place + 3] == "SAI"
    assert shown[2].count("^") == 3
    assert shown[1].count("…") == 2


@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 400))
def test_carets_never_leave_the_line(width: int, column: int, length: int) -> None:
    line = "x" * width
    column = min(column, width)
    _, shown, carets = problems_text(
        [problem(excerpt=line, column=column, length=length, hint="")], Path(), Path()
    ).splitlines()
    assert 1 <= carets.count("^") <= length
    assert len(carets.rstrip()) <= len(shown)


def test_a_problem_never_writes_to_the_terminal(tmp_path: Path) -> None:
    evil = problem(message="tên “\x1b[31m”", hint="bỏ \x07.", excerpt="a: \x1b[0m", file="plan/\x1b.yaml")
    text = problems_text([evil], tmp_path, tmp_path)
    assert [c for c in text if not c.isprintable() and c != "\n"] == []
    assert "\x1b" not in problems_json([evil], FileCounts(1, 1, 0), tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("errors", "warnings", "counts", "said"),
    [
        (0, 0, (5, 0, 0), "Không có lỗi trong 5 tệp đã đọc.\n"),
        (3, 2, (5, 0, 0), "Có 3 lỗi, 2 cảnh báo trong 5 tệp đã đọc.\n"),
        (0, 2, (5, 0, 1), "Có 2 cảnh báo trong 5 tệp đã đọc (1 tệp không đọc).\n"),
        (1, 0, (5, 2, 1), "Có 1 lỗi trong 5 tệp đã đọc (2 tệp hỏng, 1 tệp không đọc).\n"),
    ],
)
def test_the_summary_counts_every_file(
    errors: int, warnings: int, counts: tuple[int, int, int], said: str
) -> None:
    problems = [problem()] * errors + [problem(severity="warning")] * warnings
    assert summary_line(problems, FileCounts(*counts)) == said


def test_every_form_is_the_same_each_time(office: Office) -> None:
    add_second_plan(office)
    for call in ANSWERS.values():
        for format_ in ("table", "json", "csv", "md"):
            assert office.run(*call, "--format", format_) == office.run(*call, "--format", format_)
