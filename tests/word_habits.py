"""What Word and LibreOffice make of a template that a person opened, touched and saved: each a change of its XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?>([^<]*)</w:t></w:r>")
_PARAGRAPH = re.compile(r"<w:p>(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)?(.*?)</w:p>", re.DOTALL)


def _runs(xml: str, change: Callable[[str, str], str]) -> str:
    """Each run of text replaced by what `change` makes of its properties and its text."""
    return _RUN.sub(lambda m: change(m[1] or "", m[2]), xml)


def _run(properties: str, text: str) -> str:
    return f'<w:r w:rsidR="00A12B3C" w:rsidRPr="00D45E6F">{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _pieces(text: str, length: int) -> list[str]:
    """Cut without cutting an entity."""
    found = re.findall(r"&\w+;|.", text, re.DOTALL)
    return ["".join(found[i : i + length]) for i in range(0, len(found), length)] or [""]


def cut_every(length: int) -> Callable[[str], str]:
    """Runs cut in pieces of so many characters, with revision marks between: after spelling and edits."""

    def change(xml: str) -> str:
        return _runs(
            xml,
            lambda p, t: '<w:proofErr w:type="spellStart"/>'.join(
                _run(p, piece) for piece in _pieces(t, length)
            ),
        )

    return change


def bookmarked(xml: str) -> str:
    """A bookmark (where the cursor was last) begins and ends inside tags."""
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    return _runs(xml, lambda p, t: mark.join(_run(p, piece) for piece in _pieces(t, 3)))


def in_other_languages(xml: str) -> str:
    """Every second piece in another language, as the keyboard was switched."""
    lang = '<w:lang w:val="en-US"/>'

    def change(properties: str, text: str) -> str:
        other = properties.replace("</w:rPr>", f"{lang}</w:rPr>") if properties else f"<w:rPr>{lang}</w:rPr>"
        pieces = _pieces(text, 4)
        return "".join(_run(other if n % 2 else properties, piece) for n, piece in enumerate(pieces))

    return _runs(xml, change)


def with_smart_quotes(xml: str) -> str:
    """Straight quotation marks in tags made round, and blanks made unbreakable."""

    def round_(tag: re.Match[str]) -> str:
        text = re.sub(r'"([^"]*)"', "“\\1”", tag[0].replace("&quot;", '"'))
        return text.replace("{{ ", "{{\u00a0").replace(" }}", "\u00a0}}")

    return re.sub(r"\{[{%][^<]*?[%}]\}", round_, xml)


def in_controls(xml: str) -> str:
    """Runs inside content controls."""
    return _runs(
        xml,
        lambda p, t: (
            f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{_run(p, t)}</w:sdtContent></w:sdt>'
        ),
    )


def paragraphs_in_controls(xml: str) -> str:
    """Every paragraph of the body's level inside a content control."""
    head, body, tail = re.split(
        r"(?<=<w:body>)|(?=<w:sectPr[^>]*>(?:(?!<w:sectPr).)*</w:body>)", xml, flags=re.DOTALL
    )
    parts = re.split(r"(<w:tbl>.*?</w:tbl>)", body, flags=re.DOTALL)
    for n in range(0, len(parts), 2):
        parts[n] = re.sub(
            r"<w:p>.*?</w:p>",
            lambda m: f"<w:sdt><w:sdtPr/><w:sdtContent>{m[0]}</w:sdtContent></w:sdt>",
            parts[n],
            flags=re.DOTALL,
        )
    return head + "".join(parts) + tail


def in_smart_tags(xml: str) -> str:
    """Words that an old Word took for places or people."""
    smart = '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">{}</w:smartTag>'
    return _runs(xml, lambda p, t: "".join(smart.format(_run(p, piece)) for piece in _pieces(t, 5)))


def inserted(xml: str) -> str:
    """Everything typed while changes were tracked."""
    mark = '<w:ins w:id="1" w:author="CV" w:date="2025-05-01T00:00:00Z">{}</w:ins>'
    return _runs(xml, lambda p, t: "".join(mark.format(_run(p, piece)) for piece in _pieces(t, 6)))


def with_deletions(xml: str) -> str:
    """Deleted words that stand, tracked, inside what is left."""
    mark = '<w:del w:id="2" w:author="CV" w:date="2025-05-01T00:00:00Z"><w:r><w:delText>đã xóa {{ x }}</w:delText></w:r></w:del>'
    return _runs(xml, lambda p, t: mark.join(_run(p, piece) for piece in _pieces(t, 5)))


def with_property_changes(xml: str) -> str:
    """Formatting that was tracked."""
    change = '<w:rPrChange w:id="3" w:author="CV" w:date="2025-05-01T00:00:00Z"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    return _runs(
        xml,
        lambda p, t: _run(p.replace("</w:rPr>", f"{change}</w:rPr>") if p else f"<w:rPr>{change}</w:rPr>", t),
    )


def with_comments(xml: str) -> str:
    """Comments that begin and end inside a tag."""
    begin, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    return _runs(xml, lambda p, t: "".join(f"{begin}{_run(p, x)}{end}" for x in _pieces(t, 7)))


def with_last_page_breaks(xml: str) -> str:
    """Where pages broke when it was last shown: inside runs, inside tags."""
    return _runs(
        xml,
        lambda p, t: "".join(
            f'<w:r>{p}<w:lastRenderedPageBreak/><w:t xml:space="preserve">{x}</w:t></w:r>'
            for x in _pieces(t, 9)
        ),
    )


def in_hyperlinks(xml: str) -> str:
    """Addresses made links as one types."""
    return _runs(xml, lambda p, t: f'<w:hyperlink w:anchor="x">{_run(p, t)}</w:hyperlink>')


def with_ids(xml: str) -> str:
    """Identifiers on every paragraph, row and run, as Word gives them on saving."""
    xml = xml.replace("<w:p>", '<w:p w:rsidR="00AA11BB" w:rsidRDefault="00CC22DD">')
    xml = xml.replace("<w:tr>", '<w:tr w:rsidR="00AA11BB">').replace("<w:r>", '<w:r w:rsidRPr="00EE33FF">')
    return re.sub(r"<w:sectPr>", '<w:sectPr w:rsidR="00AA11BB">', xml)


HABITS: dict[str, Callable[[str], str]] = {
    "cut-1": cut_every(1),
    "cut-4": cut_every(4),
    "bookmarked": bookmarked,
    "languages": in_other_languages,
    "quotes": with_smart_quotes,
    "controls": in_controls,
    "paragraph-controls": paragraphs_in_controls,
    "smart-tags": in_smart_tags,
    "inserted": inserted,
    "deleted": with_deletions,
    "formatting": with_property_changes,
    "comments": with_comments,
    "page-breaks": with_last_page_breaks,
    "links": in_hyperlinks,
    "ids": with_ids,
}
