"""Folding: every way to type a Vietnamese name gives one spelling."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.model.folding import fold, slug, squeeze

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵbcdđghklmnpqrstvx"
letters = st.sampled_from(VIETNAMESE + VIETNAMESE.upper())
texts = st.text(letters | st.sampled_from(" -–&,.;()“”/'0123456789\u00a0\t\n"), max_size=40)
anything = st.text(max_size=40)

# Syllables whose tone mark stands in two places: the old way and the new
TONES = [("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("oè", "òe"), ("oẻ", "ỏe"), ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy")]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trung tâm Y tế", "trung tam y te"),
        ("ĐẢNG ỦY, Đoàn thể", "dang uy doan the"),
        ("Phòng Tài chính – Kế hoạch", "phong tai chinh ke hoach"),
        ("Phòng Tài chính-Kế hoạch", "phong tai chinh ke hoach"),
        ("VP HĐND&UBND huyện", "vp hdnd va ubnd huyen"),
        ("Văn phòng HĐND và UBND huyện", "van phong hdnd va ubnd huyen"),
        ("HÐND (gõ bằng chữ Ð khác)", "hdnd go bang chu d khac"),
        ("Trung\u00a0tâm\u2002Y\u3000tế", "trung tam y te"),
        ("12/BC-TTYT", "12 bc ttyt"),
        ("ubnd-xa-son-mua", "ubnd xa son mua"),
        ("“Quỹ” 'Bảo trợ'", "quy bao tro"),
        ("Ưu tiên: ươm mầm", "uu tien uom mam"),
        ("", ""),
        ("–", ""),
        ("日本 🙂", ""),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert fold(unicodedata.normalize("NFD", text)) == expected


@pytest.mark.parametrize(("old", "new"), TONES)
def test_tone_mark_style_makes_no_difference(old: str, new: str) -> None:
    assert old != new
    assert fold(f"Văn h{old}") == fold(f"văn h{new}")


@given(anything)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_folded_text_is_plain_ascii_with_single_blanks(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower() == " ".join(folded.split())


@given(texts)
def test_composition_and_case_make_no_difference(text: str) -> None:
    expected = fold(text)
    assert expected == fold(unicodedata.normalize("NFD", text))
    assert expected == fold(unicodedata.normalize("NFC", text))
    assert expected == fold(text.upper())
    assert expected == fold(text.lower())


@given(
    st.lists(texts, min_size=1, max_size=4),
    st.sampled_from([" ", "  ", "\t", " - ", " – ", "—", ", ", "\u00a0"]),
)
def test_what_joins_words_makes_no_difference(words: list[str], joint: str) -> None:
    assert fold(joint.join(words)) == fold(" ".join(words))


@given(texts, texts)
def test_ampersand_is_va(one: str, other: str) -> None:
    assert fold(f"{one}&{other}") == fold(f"{one} và {other}")


@given(st.text(letters, min_size=1))
def test_every_letter_keeps_a_letter(word: str) -> None:
    assert len(fold(word)) == len(word)


@given(anything)
def test_squeeze_keeps_all_but_blanks(text: str) -> None:
    squeezed = squeeze(text)
    assert squeeze(squeezed) == squeezed
    assert squeezed == unicodedata.normalize("NFC", squeezed)
    assert squeezed.split() == unicodedata.normalize("NFC", text).split()


@given(anything)
def test_slug_is_an_id_or_empty(text: str) -> None:
    parts = slug(text).split("-")
    assert slug(text) == "" or all(p.isascii() and p.isalnum() and p == p.lower() for p in parts)
    assert slug(slug(text)) == slug(text)


def test_slug_of_a_name() -> None:
    assert slug("Phòng Văn hóa, Khoa học & Thông tin") == "phong-van-hoa-khoa-hoc-va-thong-tin"
