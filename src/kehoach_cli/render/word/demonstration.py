"""«SỐ LIỆU MINH HỌA» in a Word document: above its title, on every page, and nobody's name under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kehoach_cli.model.demonstration import MARK, UNSIGNED
from kehoach_cli.render.word.archive import DOCUMENT
from kehoach_cli.render.word.tree import parsed, part_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES, _LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"
_HEADER, _ID = "word/header-minh-hoa.xml", "kehoachMinhHoa"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_ABOVE = ("Title", "KinhGui")  # styles of what the mark stands above; else it stands first
_SIGNATURE = "ChuKy"
_KINDS = ("default", "first", "even")


def marked_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a finished document, marked whatever its template says."""
    made = dict(parts)
    for name in sorted(parts):
        if name.startswith("word/header") and name.endswith(".xml"):
            made[name] = _on_top(parts[name])
    root = parsed(parts[DOCUMENT])
    body = root.find(f"{{{_W}}}body")
    _above_title(body)
    _unsigned(body)
    if _LINKS in parts and _TYPES in parts and _lend_header(body):
        made[_HEADER] = _on_top(f'<w:hdr xmlns:w="{_W}"/>'.encode())
        made[_LINKS] = _with(parts[_LINKS], _link())
        made[_TYPES] = _with(parts[_TYPES], _type())
    made[DOCUMENT] = part_form(root)
    return made


def _made(xml: str) -> Any:  # noqa: ANN401  # lxml tells its types nowhere
    return parsed(xml.encode())


def _line(size: int, before: int = 0) -> Any:  # noqa: ANN401  # likewise
    """The mark as a centred bold paragraph; `size` in half points, the room `before` it in twips."""
    return _made(
        f'<w:p xmlns:w="{_W}"><w:pPr><w:keepNext/><w:spacing w:before="{before}" w:after="0"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
        f'<w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f"<w:t>{MARK}</w:t></w:r></w:p>"
    )


def _on_top(header: bytes) -> bytes:
    """Small, so that the page number below it still fits into the margin."""
    root = parsed(header)
    root.insert(0, _line(20))
    return part_form(root)


def _above_title(body: Any) -> None:  # noqa: ANN401  # likewise
    titles = (p for p in body if _style(p) in _ABOVE)
    title = next(titles, None)
    body.insert(0 if title is None else body.index(title), _line(28, 120))


def _unsigned(body: Any) -> None:  # noqa: ANN401  # likewise
    """The place for a name that is left blank, where another unit is to sign."""
    places = [p for p in body.iter(f"{{{_W}}}p") if _style(p) == _SIGNATURE]
    if places and not "".join(places[-1].itertext()).strip():
        places[-1].append(_made(f'<w:r xmlns:w="{_W}"><w:t>{UNSIGNED}</w:t></w:r>'))


def _style(paragraph: Any) -> str:  # noqa: ANN401  # likewise
    found = paragraph.find(f"{{{_W}}}pPr/{{{_W}}}pStyle")
    return found.get(f"{{{_W}}}val", "") if found is not None else ""


def _lend_header(body: Any) -> bool:  # noqa: ANN401  # likewise
    """Our own header for every kind of page that the first section leaves without one; later ones inherit."""
    section = next(body.iter(f"{{{_W}}}sectPr"), None)
    if section is None:
        return False
    references: Iterable[Any] = section.findall(f"{{{_W}}}headerReference")
    has = {r.get(f"{{{_W}}}type") for r in references}
    lacking = [kind for kind in _KINDS if kind not in has]
    for kind in lacking:
        section.insert(
            0,
            _made(f'<w:headerReference xmlns:w="{_W}" xmlns:r="{_R}" w:type="{kind}" r:id="{_ID}"/>'),
        )
    return bool(lacking)


def _with(part: bytes, item: str) -> bytes:
    root = parsed(part)
    root.append(_made(item))
    return part_form(root)


def _link() -> str:
    target = _HEADER.removeprefix("word/")
    return f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{_ID}" Type="{_R}/header" Target="{target}"/>'


def _type() -> str:
    return f'<Override xmlns="{_PACKAGE}/content-types" PartName="/{_HEADER}" ContentType="{_HEADER_TYPE}"/>'
