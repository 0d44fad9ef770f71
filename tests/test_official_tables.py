"""Assignment tables: merged cells, headers again, groups, and tables that assign nothing."""

from __future__ import annotations

from kehoach_cli.intake.official.blocks import Cell, Paragraph, Row, Source, Table
from kehoach_cli.intake.official.columns import columns_of, grid_of
from kehoach_cli.intake.official.understanding import understand

HEADER = "STT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian"


def row(words: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, column) for column, text in enumerate(words.split("|")))


def table(*rows: str | tuple[Cell, ...], columns: int = 5, name: str = "bảng 1") -> Table:
    made = [row(each) if isinstance(each, str) else each for each in rows]
    return Table(tuple(Row(cells, f"{name}, hàng {n}") for n, cells in enumerate(made, 1)), columns, name)


def read(*tables: Table) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    draft = understand(Source("x", (Paragraph("KẾ HOẠCH", "đoạn 1"), *tables), ""), None)
    return [(t.ref, t.text, t.lead, t.timing) for t in draft.tasks]


def test_a_lead_merged_over_rows_is_of_each_of_them() -> None:
    rows = table(
        HEADER,
        (Cell("1", 0, rows=2), Cell("Rà soát", 1), Cell("Sở Y tế", 2, rows=2), Cell("", 3), Cell("2025", 4)),
        (Cell("Tập huấn", 1), Cell("Sở Nội vụ", 3), Cell("2026", 4)),
    )
    assert read(rows) == [
        ("1", "Rà soát", ("Sở Y tế",), "2025"),
        ("1(2)", "Tập huấn", ("Sở Y tế",), "2026"),
    ]


def test_a_task_merged_over_rows_takes_the_leads_and_times_of_all() -> None:
    rows = table(
        HEADER,
        (Cell("1", 0, rows=2), Cell("Rà soát", 1, rows=2), Cell("Sở Y tế", 2), Cell("", 3), Cell("Quý I", 4)),
        (Cell("Sở Nội vụ", 2), Cell("", 3), Cell("Quý II", 4)),
    )
    assert read(rows) == [("1", "Rà soát", ("Sở Y tế", "Sở Nội vụ"), "Quý I; Quý II")]


def test_a_header_again_without_its_number_shifts_nothing() -> None:
    rows = table(
        HEADER,
        "1|Rà soát|Sở Y tế||2025",
        "Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian",
        "2|Tập huấn|Sở Nội vụ||2026",
        "Kiểm tra các đơn vị|Thanh tra tỉnh||2027",
    )
    assert [t[1:] for t in read(rows)] == [
        ("Rà soát", ("Sở Y tế",), "2025"),
        ("Tập huấn", ("Sở Nội vụ",), "2026"),
        ("Kiểm tra các đơn vị", ("Thanh tra tỉnh",), "2027"),
    ]


def test_groups_in_every_shape() -> None:
    rows = table(
        HEADER,
        (Cell("A. KINH TẾ\nSỐ", 0, columns=5),),
        "I|Nhận thức|||",
        "1|Rà soát|Sở Y tế||2025",
        "II|Hạ tầng|Hạ tầng|Hạ tầng|Hạ tầng",
        "1|Tập huấn|Sở Nội vụ||2026",
        "|Nhân lực|||",
        "2|Đào tạo|Sở Nội vụ||2026",
    )
    draft = understand(Source("x", (rows,), ""), None)
    assert [(t.ref, t.group) for t in draft.tasks] == [
        ("A.I.1", "Nhận thức"),
        ("A.II.1", "Hạ tầng"),
        ("A.II.2", "Nhân lực"),
    ]


def test_a_dash_without_a_number_goes_on_with_the_row_above() -> None:
    rows = table(HEADER, "1|Rà soát:|Sở Y tế||2025", "|- văn bản của tỉnh;|||", "|- văn bản của xã.|||")
    assert read(rows) == [("1", "Rà soát: - văn bản của tỉnh; - văn bản của xã.", ("Sở Y tế",), "2025")]


def test_like_above_and_empty_rows() -> None:
    rows = table(HEADER, "1|Rà soát|Sở Y tế||2025", "2|Tập huấn|nt||-nt-", "||||", "|Tổng cộng||2|")
    assert read(rows) == [("1", "Rà soát", ("Sở Y tế",), "2025"), ("2", "Tập huấn", ("Sở Y tế",), "2025")]


def test_a_table_that_a_page_broke_goes_on_in_the_next() -> None:
    first = table(HEADER, "I|Nhận thức|||", "1|Rà soát|Sở Y tế||2025")
    second = table("2|Tập huấn|Sở Nội vụ||2026", "3|Kiểm tra|Thanh tra tỉnh||2026", name="bảng 2")
    assert [t[0] for t in read(first, second)] == ["I.1", "I.2", "I.3"]


def test_two_rows_of_header() -> None:
    rows = table(
        (
            Cell("TT", 0, rows=2),
            Cell("Công việc", 1, rows=2),
            Cell("Phân công", 2, columns=2),
            Cell("Hạn", 4, rows=2),
        ),
        (Cell("Chủ trì", 2), Cell("Phối hợp", 3)),
        "(1)|(2)|(3)|(4)|(5)",
        "1|Rà soát|Sở Y tế|Sở Nội vụ|2025",
    )
    draft = understand(Source("x", (rows,), ""), None)
    assert [(t.lead, t.coordinating, t.timing) for t in draft.tasks] == [
        (("Sở Y tế",), ("Sở Nội vụ",), "2025")
    ]


def test_tables_that_assign_nothing() -> None:
    for words in (
        "TT|Chỉ tiêu|Đơn vị tính|Năm 2025|Năm 2026",
        "TT|Vị trí|Kinh độ|Vĩ độ|Ghi chú",
        "TT|Nội dung|Đơn vị|Số|x",
    ):
        other = table(words, "1|Nước uống|thùng|10|20")
        assert columns_of(other, grid_of(other)) is None


def test_goals_beside_tasks_are_duties_and_alone_the_work() -> None:
    goals = table("TT|Chỉ tiêu|Chủ trì", "1|90% hộ dùng nước sạch|Sở Y tế", columns=3)
    alone = understand(Source("x", (goals,), ""), None)
    assert ([t.text for t in alone.tasks], alone.organisation) == (["90% hộ dùng nước sạch"], ())
    beside = understand(Source("x", (goals, table(HEADER, "1|Rà soát|Sở Y tế||2025")), ""), None)
    assert [t.text for t in beside.tasks] == ["Rà soát"]
    assert [t.text for t in beside.organisation] == ["90% hộ dùng nước sạch"]


def test_a_row_without_anybody_is_listed() -> None:
    draft = understand(Source("x", (table(HEADER, "1|Rà soát|Sở Y tế||2025", "2|In ấn|||"),), ""), None)
    assert [(left.text, left.place) for left in draft.left] == [("In ấn", "bảng 1, hàng 3")]


def test_numbers_without_a_header_and_a_time_beside_the_leads() -> None:
    rows = table(
        "|Nội dung|Phân công",
        "1|Rà soát|Chủ trì: Sở Y tế\nPhối hợp: Sở Nội vụ\nThời gian: Quý I",
        "2|Tập huấn|Sở Nội vụ chủ trì",
        columns=3,
    )
    assert read(rows) == [("1", "Rà soát", ("Sở Y tế",), "Quý I"), ("2", "Tập huấn", ("Sở Nội vụ",), None)]


def test_rows_that_lack_the_cells_merged_from_above() -> None:
    rows = table(
        HEADER,
        "I|Nhận thức|Nhận thức|Nhận thức|Nhận thức",
        "1|Rà soát văn bản của tỉnh|Sở Y tế||Quý I",
        "Tập huấn cho các xã|Tháng 5/2025",
        "2|Kiểm tra các cơ sở|Quý II",
        "3|In ấn tài liệu||",
    )
    assert read(rows) == [
        ("I.1", "Rà soát văn bản của tỉnh", ("Sở Y tế",), "Quý I"),
        ("I.1(2)", "Tập huấn cho các xã", ("Sở Y tế",), "Tháng 5/2025"),
        ("I.2", "Kiểm tra các cơ sở", ("Sở Y tế",), "Quý II"),
    ]
