"""What a document of ours carries unseen: what it is, and a digest that shows whether a person edited it."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from kehoach_cli.render.template_faults import TemplateFault
from kehoach_cli.render.word.archive import CORE, escaped, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PART = "docProps/custom.xml"
_TYPES, _LINKS = "[Content_Types].xml", "_rels/.rels"
_NOT_COUNTED = (PART, CORE, _TYPES, _LINKS)
_DIGEST = "kehoach.digest"
_PREFIX = "kehoach."
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # fixed by ECMA-376 for custom properties
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def stamped(parts: Mapping[str, bytes], facts: Mapping[str, str]) -> dict[str, bytes]:
    """The parts with a part of custom properties more; what a template had there goes.

    A package without a list of its parts stays as it is: no program would open it anyway.
    """
    made = dict(parts)
    if _TYPES not in parts or _LINKS not in parts:
        return made
    told = {_PREFIX + name: text for name, text in facts.items()} | {_DIGEST: _digest(parts)}
    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{pid}" name="{escaped(name)}">'
        f"<vt:lpwstr>{escaped(text)}</vt:lpwstr></property>"
        for pid, (name, text) in enumerate(told.items(), 2)
    )
    made[PART] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_NAMESPACE}" xmlns:vt="{_VALUES}">{properties}</Properties>'
    ).encode()
    if PART not in parts:
        override = f'<Override PartName="/{PART}" ContentType="{_TYPE}"/></Types>'
        made[_TYPES] = _before_end(parts[_TYPES], b"</Types>", override)
        link = f'<Relationship Id="kehoach" Type="{_LINK}" Target="{PART}"/></Relationships>'
        made[_LINKS] = _before_end(parts[_LINKS], b"</Relationships>", link)
    return made


def _before_end(part: bytes, end: bytes, added: str) -> bytes:
    """The part with `added`, which holds the end itself, in place of its end."""
    start, _, rest = part.rpartition(end)
    return start + added.encode() + rest


def _digest(parts: Mapping[str, bytes]) -> str:
    """Of everything a reader sees; Word and LibreOffice write all of it anew when a person saves."""
    made = blake2b(digest_size=16)
    for name in sorted(parts):
        if name not in _NOT_COUNTED:
            made.update(f"{name}\0{len(parts[name])}\0".encode())
            made.update(parts[name])
    return made.hexdigest()


def facts_of(path: Path) -> dict[str, str] | None:
    """What a document of ours says of itself; None for a file that kehoach did not make."""
    parts = _parts(path)
    return _facts(parts) if parts is not None else None


def is_untouched(path: Path) -> bool:
    """True only for a document that kehoach made and nobody saved since."""
    parts = _parts(path)
    facts = _facts(parts) if parts is not None else None
    return parts is not None and facts is not None and facts.get("digest") == _digest(parts)


def _parts(path: Path) -> dict[str, bytes] | None:
    try:
        return unpacked(path)
    except TemplateFault:
        return None


def _facts(parts: Mapping[str, bytes]) -> dict[str, str] | None:
    from kehoach_cli.render.word.tree import MalformedError, parsed

    try:
        root = parsed(parts.get(PART, b""))
    except MalformedError:
        return None
    named = {str(p.get("name")): "".join(p.itertext()) for p in root.iter(f"{{{_NAMESPACE}}}property")}
    found = {name.removeprefix(_PREFIX): text for name, text in named.items() if name.startswith(_PREFIX)}
    return found if "digest" in found else None
