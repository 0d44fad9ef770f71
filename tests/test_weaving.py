"""Settling printed paragraphs: the shortcut for cells of one line, text boxes, properties of runs."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from kehoach_cli.render.word import weaving
from kehoach_cli.render.word.names import FOREIGN, MADE, P, R, T, W, w
from kehoach_cli.render.word.styles import Styles

STYLES = Styles({}, None, frozenset(("Heading1",)))
SAID = st.lists(
    st.sampled_from(
        [
            "chữ",
            " ",
            "\n",
            "\n\n",
            "  ",
            "\t",
            "- ",
            "-",
            ":",
            ".",
            "./.",
            "[Ghi chú:",
            "]",
            "\u2003",
            "\u00a0",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)


def document(*paragraphs: str, around: tuple[str, str] = ("", "")) -> Any:  # noqa: ANN401
    body = around[0] + "".join(paragraphs) + around[1]
    return etree.fromstring(f'<w:document xmlns:w="{W}"><w:body>{body}<w:p/></w:body></w:document>')


def paragraph(style: str) -> str:
    return f'<w:p {MADE}="1" w:rsidR="00A1"><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r w:rsidR="00A2"><w:t/></w:r></w:p>'


def filled(root: Any, said: str, *, is_foreign: bool) -> Any:  # noqa: ANN401
    text = next(root.iter(T))
    holder = etree.SubElement(text, FOREIGN) if is_foreign else text
    holder.text = said
    return root


@given(SAID, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(("BodyText", "Heading1")))
@example("  chữ", False, False, False, "BodyText")
@example("chữ./.", True, False, False, "BodyText")
@example("chữ:", True, True, True, "BodyText")
def test_a_single_text_is_settled_as_any_other(
    said: str, is_foreign: bool, in_cell: bool, verbatim: bool, style: str
) -> None:
    around = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>") if in_cell else ("", "")

    def settled() -> tuple[int, bytes]:
        root = filled(document(paragraph(style), around=around), said, is_foreign=is_foreign)
        return weaving.weave(root, STYLES, verbatim=verbatim), etree.tostring(root, method="c14n")

    at_once = settled()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weaving, "_settle_text", lambda *_, **__: False)
        step_by_step = settled()
    assert at_once == step_by_step


def test_nothing_of_ours_stays() -> None:
    root = document(
        f'<w:p {MADE}="1"><w:r><w:t>Nguồn: <k:f xmlns:k="urn:kehoach:printed">Y tế</k:f>, BC số </w:t></w:r>'
        "<w:r><w:t>7.</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t> Đậm </w:t></w:r></w:p>"
    )
    weaving.weave(root, STYLES, verbatim=False)
    made = next(root.iter(P))
    assert ["".join(run.itertext()) for run in made.iter(R)] == ["Nguồn: ", "Y tế", ", BC số 7.", " Đậm"]
    assert [run.find(f"{w('rPr')}/{w('b')}") is not None for run in made.iter(R)] == [
        False,
        False,
        False,
        True,
    ]
    assert b"kehoach" not in etree.tostring(root)


def test_the_text_box_of_a_paragraph_is_settled_too() -> None:
    inner = (
        f'<w:p {MADE}="1"><w:r><w:t><k:f xmlns:k="urn:kehoach:printed">trong khung</k:f></w:t></w:r></w:p>'
    )
    root = document(
        f'<w:p {MADE}="1"><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>'
        "<w:r><w:t>ngoài khung</w:t></w:r></w:p>"
    )
    weaving.weave(root, STYLES, verbatim=False)
    assert ["".join(t.itertext()) for t in root.iter(T)] == ["trong khung", "ngoài khung"]
    assert not list(root.iter(FOREIGN))


def test_runs_of_several_lines_each_have_the_properties() -> None:
    root = document(
        f'<w:p {MADE}="1"><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:rPr><w:i/></w:rPr>'
        '<w:t><k:f xmlns:k="urn:kehoach:printed">một\nhai\nba</k:f></w:t></w:r></w:p>'
    )
    weaving.weave(root, STYLES, verbatim=False)
    *made, _ = root.iter(P)
    assert ["".join(p.itertext()) for p in made] == ["một", "hai", "ba"]
    assert [len(p.findall(f"{w('r')}/{w('rPr')}/{w('i')}")) for p in made] == [1, 1, 1]
    assert [p[0][0].get(w("val")) for p in made] == ["BodyText"] * 3
