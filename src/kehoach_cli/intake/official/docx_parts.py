"""The archive of a Word document, with the bounds that the archive of a filled-in form has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.intake.guard import Archive, Unreadable
from kehoach_cli.intake.official.docx_xml import tree_of, value

if TYPE_CHECKING:
    from kehoach_cli.intake.official.docx_xml import Element

_MAIN = "word/document.xml"
_RELATIONS = "_rels/.rels"
_CODES = {"L402": "L602", "L403": "L603", "L404": "L604"}


class DocxParts(Archive):
    """The parts of a Word document, inflated one by one and never beyond the bounds."""

    def __init__(self, raw: bytes) -> None:
        """Unreadable for what is no Word document, is locked, or larger than any document of an office."""
        try:
            super().__init__(raw, main="")  # which part has the text its relations tell
        except Unreadable as error:
            raise in_words_of_documents(error) from None

    def main(self) -> str:
        """The name of the part with the text; empty where the archive is no Word document."""
        name = self.related(_RELATIONS, "officeDocument", "")
        found = name if name.startswith("word/") else _MAIN
        return found if self.has(found) else ""

    def related(self, relations: str, kind: str, folder: str) -> str:
        """The part that another names as its styles, its numbering …; empty where it names none."""
        for relation in self.tree(relations) if self.has(relations) else ():
            if value(relation, "Type").endswith(f"/{kind}") and value(relation, "TargetMode") != "External":
                target = value(relation, "Target").lower()
                return target.lstrip("/") if target.startswith("/") else folder + target
        return ""

    def beside_main(self, kind: str) -> Element:
        """The root of the styles, the numbering, the footnotes; None where the document has none."""
        folder, _, name = self.main().rpartition("/")
        part = self.related(f"{folder}/_rels/{name}.rels", kind, f"{folder}/")
        return self.tree(part or f"{folder}/{kind}.xml")

    def tree(self, name: str) -> Element:
        """The root of a part, or None where the document does without it."""
        return tree_of(self.read(name), name) if self.has(name) else None

    def read(self, name: str) -> bytes:
        try:
            return super().read(name)
        except Unreadable as error:
            raise in_words_of_documents(error) from None


def in_words_of_documents(error: Unreadable) -> Unreadable:
    """A refusal of the archive in the words for documents."""
    return Unreadable(_CODES.get(error.code, error.code), **error.words)
