"""Templates that want the machine: each must be refused, whatever the format, soon and without its memory."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

HOSTILE = {
    "nhan-chu": "{{ 'a' * 10**9 }}",
    "nhan-chu-nguoc": "{{ 10**9 * 'a' }}",
    "nhan-hai-lan": "{% set x = 'a' * 10**7 %}{% set y = x * 9 %}{{ y }}",
    "center": "{{ 'a'|center(10**9) }}",
    "indent": "{{ 'a'|indent(10**9, true) }}",
    "wordwrap": "{{ 'a b'|wordwrap(1, wrapstring='x' * 10**9) }}",
    "urlize": "{{ 'http://a.vn'|urlize(target='x' * 10**8) }}",
    "noi-doi": "{% set ns = namespace(s='ab') %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    "cong-doi": "{% set ns = namespace(s='ab') %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    "khoi-doi": (
        "{% set ns = namespace(s='ab') %}{% for i in range(99) %}"
        "{% set x %}{{ ns.s }}{{ ns.s }}{% endset %}{% set ns.s = x %}{% endfor %}"
    ),
    "macro-doi": (
        "{% macro m(s, n) %}{% if n %}{{ m(s ~ s, n - 1) }}{% else %}{{ s }}{% endif %}{% endmacro %}{{ m('ab', 60) }}"
    ),
    "loc-doi": (
        "{% set ns = namespace(s='ab') %}{% for i in range(99) %}"
        "{% set ns.s %}{% filter replace('a', ns.s) %}{{ ns.s }}{% endfilter %}{% endset %}{% endfor %}"
    ),
    "lap-long": (
        "{% for a in range(9999) %}{% for b in range(9999) %}một hai ba bốn{% endfor %}{% endfor %}"
    ),
    "lap-khong": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "lap-tinh": (
        "{% set ns = namespace(n=0) %}{% for a in range(99999) %}{% for b in range(99999) %}"
        "{% set ns.n = ns.n + 1 %}{% endfor %}{% endfor %}"
    ),
    "luy-thua": "{{ 10**(10**10) }}",
    "luy-thua-thap": "{{ (10**300)**(10**300) }}",
    "nhan-so": "{% set ns = namespace(n=9) %}{% for i in range(99) %}{% set ns.n = ns.n * ns.n %}{% endfor %}",
    "lam-tron": "{{ 5|round(-10**9) }}",
    "phan-tram": "{{ '%1000000000d'|format(1) }}",
    "phan-tram-toan-tu": "{{ '%1000000000d' % 1 }}",
    "phan-tram-sao": "{{ '%*d'|format(10**9, 1) }}",
    "format": "{{ '{:>999999999}'.format(1) }}",
    "format-map": "{{ '{a:>999999999}'.format_map({'a': 1}) }}",
    "nhan-danh-sach": "{{ ([0] * 10**9)|length }}",
    "danh-sach-doi": "{% set ns = namespace(s=[1]) %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    "danh-sach-lon": "{{ ((range(99999)|list) * 9999)|length }}",
    "long-danh-sach": (
        "{% set ns = namespace(s=[1], t=[1]) %}{% for i in range(60) %}"
        "{% set ns.s = [ns.s, ns.s] %}{% set ns.t = [ns.t, ns.t] %}{% endfor %}{{ ns.s == ns.t }}"
    ),
    "nhom-long": (
        "{% set ns = namespace(s=[1]) %}{% for i in range(60) %}"
        "{% set ns.s = (ns.s + ns.s)|batch(2)|list %}{% endfor %}{{ ns.s|string }}"
    ),
    "goi-mai": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "goi-hai-nhanh": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(200) }}{{ m(60) }}"
    ),
    "thay-rong": "{% set x = 'a' * 10**6 %}{{ x|replace('', x) }}",
    "noi-danh-sach": "{{ range(99999)|join('a' * 10**6) }}",
    "nhom": "{{ [1]|batch(10**9, 0)|list|length }}",
    "chia": "{{ [1]|slice(10**9)|list|length }}",
    "cong-danh-sach": "{{ ([[1]] * 999)|sum(start=[])|length }}",
    "map": "{% set x = 'a' * 10**6 %}{{ range(99999)|map('replace', '', x)|list }}",
    "map-join": "{{ range(99999)|map('string')|map('replace', '1', 'a' * 10**6)|join }}",
    "loc-long": "{% set x = range(99999)|list %}{{ x|select('in', x|reverse|list)|list|length }}{% for a in x %}{{ x|select('in', x|reverse|list)|list|length }}{% endfor %}",
    "ljust": "{{ 'a'.ljust(10**9) }}",
    "zfill": "{{ 'a'.zfill(10**9) }}",
    "phuong-thuc-join": "{{ ('a' * 10**4).join('a' * 10**6) }}",
    "phuong-thuc-replace": "{{ 'a'.replace('', 'b' * 10**9) }}",
    "translate": "{{ 'a'.translate({97: 'b' * 10**6}) }}",
    "encode": "{{ 'a'.encode() }}",
    "to-bytes": "{{ (5).to_bytes(10**9, 'big') }}",
    "expandtabs": "{{ '\\t'.expandtabs(10**9) }}",
    "cat-chu": "{% set x = 'a' * 10**7 %}{% set ns = namespace(s=[]) %}{% for i in range(999) %}{% set ns.s = ns.s + [x[i:]] %}{% endfor %}",
    "lop": "{{ view.__class__.__mro__ }}",
    "lop-chu": "{{ ''.__class__.mro() }}",
    "loc-attr": "{{ ''|attr('__class__') }}",
    "lop-map": "{{ [view]|map(attribute='__class__')|list }}",
    "toan-cuc": "{{ view._replace.__globals__ }}",
    "toan-cuc-cycler": "{{ cycler.__init__.__globals__ }}",
    "lipsum": "{{ lipsum(n=10**6) }}",
    "cycler": "{{ cycler('a').next() }}",
    "in-danh-sach": "{{ [1, 2] }}",
    "range": "{{ range(10**9)|length }}",
    "de-quy": "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "autoescape": "{% autoescape true %}{{ 'a' }}{% endautoescape %}",
    "khoi-sau": "{% for a in [1] %}" * 25 + "{% endfor %}" * 25,
    "ngoac-sau": "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
    "ngay-dong-ho": "{{ view.as_of.today() }}",
    "ngay-rong": "{{ view.as_of.strftime('%999999999d') }}",
}
"""By a name: what one line of a template says."""
SLOW = ("lap-tinh", "loc-long", "lap-khong", "long-danh-sach", "nhom-long")
"""They take a second each, alike in every format."""
_MEGABYTE = 1 << 20
_PARAGRAPH = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{}'
    "</w:t></w:r></w:p></w:body></w:document>"
)
_FILES = {"md": "bao-cao.md.j2", "html": "bao-cao.html.j2", "docx": "bao-cao.docx"}


def lay(folder: Path, format_: str, attack: str) -> None:
    """A template of that format that says the attack."""
    from kehoach_cli.render.word.archive import DOCUMENT, escaped, packed

    file = folder / _FILES[format_]
    if format_ == "docx":
        file.write_bytes(packed({DOCUMENT: _PARAGRAPH.format(escaped(attack)).encode()}))
    else:
        file.write_text(attack, encoding="utf-8")


def main(folder: Path, format_: str) -> None:
    """Try each in a process with little memory; prints what was told, the seconds, and the most megabytes."""
    import json

    from kehoach_cli.render import bounds
    from kehoach_cli.render.html.report import html_report
    from kehoach_cli.render.markdown import report_markdown
    from kehoach_cli.render.templates import TemplateFault
    from kehoach_cli.render.word import word_report
    from kehoach_cli.store.packaged import packaged_templates
    from made_up_reports import view_of

    _limit()
    bounds.SECONDS = 1.0
    make = {"md": report_markdown, "html": html_report, "docx": word_report}[format_]
    view, told = view_of({}), {}
    for name, attack in HOSTILE.items():
        if name in SLOW and format_ != "md":
            continue
        lay(folder, format_, attack)
        start = perf_counter()
        try:
            make(view, working=False, with_status=False, folders=[folder, packaged_templates()])
        except TemplateFault as fault:
            told[name] = [fault.message, perf_counter() - start]
    sys.stdout.write(json.dumps([told, _megabytes()]))


def _limit() -> None:
    """A gigabyte for the process, where the system can say so: a mistake of ours must not take the machine."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (1024 * _MEGABYTE,) * 2)


def _megabytes() -> int:
    """The most this process ever held, where the system counts it."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
