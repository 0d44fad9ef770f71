"""What a template may cost: hostile ones are refused soon, healthy ones lose nothing, the clock is fair."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from hostile_templates import HOSTILE, SLOW, lay
from kehoach_cli.render import bounds
from kehoach_cli.render.bounds import BreachError
from kehoach_cli.render.foreign import Foreign
from kehoach_cli.render.markdown import report_markdown
from kehoach_cli.render.templates import TemplateFault, print_template
from kehoach_cli.render.word import word_report
from kehoach_cli.store.packaged import packaged_templates
from made_up_reports import ROOT, view_of
from program import read_json

if TYPE_CHECKING:
    from pathlib import Path

# a calm machine takes less than 3 s and 300 MB; tests that run beside these slow them down,
# and Linux counts what the parent held before the child began
_MOST_SECONDS, _MOST_MEGABYTES = 9, 400


def said(folder: Path, template: str, **given: Any) -> str:  # noqa: ANN401
    (folder / "mot.j2").write_text(template, encoding="utf-8")
    return print_template("mot.j2", given, [folder])


def refused(folder: Path, template: str, **given: Any) -> str:  # noqa: ANN401
    with pytest.raises(TemplateFault) as caught:
        said(folder, template, **given)
    return caught.value.message


# Hostile ones


@pytest.mark.parametrize("format_", ["md", "html", "docx"])
def test_hostile_templates_are_refused_soon_and_without_the_machines_memory(
    tmp_path: Path, format_: str
) -> None:
    script = ROOT / "tests" / "hostile_templates.py"
    run = subprocess.run(
        [sys.executable, script, tmp_path, format_], capture_output=True, text=True, check=True, timeout=120
    )
    told, megabytes = read_json(run.stdout)
    expected = [name for name in HOSTILE if format_ == "md" or name not in SLOW]
    assert list(told) == expected
    assert {name: seconds for name, (_, seconds) in told.items() if seconds > _MOST_SECONDS} == {}
    assert megabytes < _MOST_MEGABYTES


def test_a_template_that_includes_itself(tmp_path: Path) -> None:
    told = "mẫu gọi lại chính mình không dừng, hoặc lồng quá nhiều lớp; xem lại macro và include"
    assert refused(tmp_path, "{% include 'mot.j2' %}") == told
    assert refused(tmp_path, "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}") == told


def test_the_line_is_told_and_there_is_no_half_document(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as caught:
        said(tmp_path, "một\nhai\n{{ 'a' * 10**9 }}\n")
    assert (caught.value.file, caught.value.line, caught.value.message) == (
        str(tmp_path / "mot.j2"),
        3,
        "mẫu tạo ra quá nhiều chữ hoặc lặp quá nhiều lần; xem lại các vòng lặp và chỗ nối, nhân chữ",
    )


def test_a_word_template_tells_the_paragraph(tmp_path: Path) -> None:
    lay(tmp_path, "docx", "Kính gửi {{ 'a' * 10**9 }}")
    with pytest.raises(TemplateFault, match="đoạn “Kính gửi ") as caught:
        word_report(view_of({}), working=False, with_status=False, folders=[tmp_path])
    assert caught.value.message == bounds.TOO_MUCH


def test_a_loop_that_repeats_a_paragraph_too_often(tmp_path: Path) -> None:
    lay(tmp_path, "docx", "{% for i in range(99999) %}" + "một" * 99 + "{% endfor %}")
    with pytest.raises(TemplateFault) as caught:
        word_report(view_of({}), working=False, with_status=False, folders=[tmp_path])
    assert caught.value.message == bounds.TOO_LONG


def test_one_document_has_one_share(tmp_path: Path) -> None:
    part = "{% set x = 'a' * 20000000 %}"
    with bounds.one_document():
        said(tmp_path, part)
        said(tmp_path, part)
        said(tmp_path, part)
        assert refused(tmp_path, part) == bounds.TOO_MUCH
    assert said(tmp_path, part) == ""


def test_a_template_file_too_large(tmp_path: Path) -> None:
    assert refused(tmp_path, "a" * 2_000_001) == "tệp mẫu quá lớn; bỏ bớt phần không dùng"


# The clock


def test_time_counts_while_the_program_works_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = {"wall": 0.0, "used": 0.0}
    monkeypatch.setattr(bounds, "monotonic", lambda: now["wall"])
    monkeypatch.setattr(bounds, "process_time", lambda: now["used"])
    with bounds.one_document():
        now.update(wall=3600.0, used=19.0)  # the laptop slept
        bounds.step()
        now.update(wall=3602.0, used=21.0)
        with pytest.raises(BreachError) as caught:
            bounds.step()
    assert (
        caught.value.message
        == "mẫu chạy quá lâu nên đã dừng; xem lại các vòng lặp lồng nhau và macro gọi lẫn nhau"
    )


def test_ctrl_c_stays_the_persons_own(tmp_path: Path) -> None:
    def press() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        said(tmp_path, "{{ press() }}", press=press)
    assert said(tmp_path, "{{ 1 }}") == "1"


# What a template may well do


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ 'a' * 3 }}{{ 2 ** 8 }}{{ 7 // 2 }}{{ 7 % 2 }}", "aaa25631"),
        ("{{ 'Tổng ' + 'cộng' }}{{ ([1] + [2])|join(', ') }}", "Tổng cộng1, 2"),
        ("{{ '%02d/%s' % (5, 'x') }}{{ '%.1f %%'|format(91.25) }}", "05/x91.2 %"),
        ("{{ 'a,b'.split(',')|join(';') }}{{ 'UBND'.lower() }}{{ 'x'.startswith('x') }}", "a;bubndTrue"),
        ("{{ 'Sơn Tây'[:3] }}{{ 'Sơn Tây'[-1] }}", "Sơny"),
        ("{% for i in range(3) if i %}{{ loop.index }}/{{ loop.length }} {% endfor %}", "1/2 2/2 "),
        ("{% for i in [] %}a{% else %}không{% endfor %}", "không"),
        ("{% for a, b in {'x': 1}.items() %}{{ a }}{{ b }}{% endfor %}", "x1"),
        ("{{ [3, 1, 2]|sort|map('string')|join }}{{ [1, 2, 3]|sum }}{{ 2.567|round(1) }}", "12362.6"),
        ("{% for hang in [1, 2, 3]|batch(2, 0) %}{{ hang|join }} {% endfor %}", "12 30 "),
        ("{% set x %}a{{ 1 }}{% endset %}{{ x ~ x }}{% filter upper %}{{ x }}{% endfilter %}", "a1a1A1"),
        ("{% set ns = namespace(n=1) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}{{ none }}", "2None"),
        ("{{ 'a-b'|replace('-', '') }}{{ 'ab'|upper|truncate(1, true, '…', 0) }}", "ab…"),
    ],
)
def test_what_offices_do_in_templates_works(tmp_path: Path, template: str, text: str) -> None:
    assert said(tmp_path, template) == text


@pytest.mark.parametrize(
    "template",
    [
        "{{ ten[:3] }}",
        "{{ ten.upper() }}",
        "{{ ten + 'x' }}",
        "{{ ten * 2 }}",
        "{{ ten|title }}",
        "{{ 'x'|replace('x', ten) }}",
        "{{ 'x'|join(ten) }}{{ ['a', 'b']|join(ten) }}",
        "{{ '%s'|format(ten) }}",
        "{{ ten.split('|')|join }}",
    ],
)
def test_a_text_of_others_stays_marked_whatever_is_done_to_it(tmp_path: Path, template: str) -> None:
    printed = said(tmp_path, template, ten=Foreign("a|*b*"))
    own = "".join(part.rpartition("\x03")[2] for part in printed.split("\x02"))
    assert "\x02" in printed
    assert "*" not in own
    assert "|" not in own


def test_what_another_generator_compiled_is_not_run(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (tmp_path / "bao-cao.md.j2").write_text("một", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from kehoach_cli.render.templates import keep_compiled, print_template;"
        "keep_compiled(Path(sys.argv[1])); print_template('bao-cao.md.j2', {}, [Path(sys.argv[2])])"
    )
    subprocess.run([sys.executable, "-c", code, cache, tmp_path], check=True)
    (kept,) = cache.iterdir()
    assert kept.name.endswith(".1.bin")


def test_the_packaged_templates_spend_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "CHARACTERS", 640_000)
    report_markdown(view_of({}), working=False, with_status=True, folders=[packaged_templates()])
