"""New agencies, groups and spellings put into agencies.yaml; what stands there stays byte for byte."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from kehoach_cli.store.decoding import decode
from kehoach_cli.store.report_text import scalar
from kehoach_cli.store.yaml_text import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kehoach_cli.model.newcomers import Additions, Newcomer, Respelt
    from kehoach_cli.store.tree import Place, Tree

_EMPTY = "schema: 1\n# Danh mục cơ quan, dùng chung cho mọi kế hoạch.\n"
_NAME_WIDTH = 40  # up to where remarks stand in line
_BOM = "\ufeff"


class _Insertion(NamedTuple):
    """Text to put in before the character at `at` of the file."""

    at: int
    text: str


def register_text(raw: bytes | None, added: Additions, file: str) -> bytes | None:
    """The file with what is added; None where it is laid out so that nothing can be put in safely.

    `raw` is the file as it is, None where there is none yet; `file` the document's name, for comments. Only
    insertions are made, and what is given back has been read again: it says what the file said, and what
    was added, and nothing else.
    """
    text = (raw if raw is not None else _EMPTY.encode()).decode("utf-8")
    tree = parse(_plain(text))
    if tree.findings or not isinstance(tree.data, dict) or "\r" in text.replace("\r\n", ""):
        return None
    page = _Page(text, tree)
    expected = _expected(tree.data, added)
    for choice in range(2):  # behind the last line that says something, else before the next key
        insertions = page.insertions(added, file, choice)
        made = _with(text, insertions) if insertions is not None else None
        if made is not None and _says(made, expected):
            return made.encode()
    return None


def _plain(text: str) -> str:
    """As loading reads it; the lines are the same."""
    return decode(text.encode("utf-8"))[0]


def _says(text: str, expected: dict[str, Any]) -> bool:
    tree = parse(_plain(text))
    return not tree.findings and tree.data == expected


def _with(text: str, insertions: Iterable[_Insertion]) -> str:
    """Of two at one place the first comes first."""
    for at, more in sorted(insertions, key=lambda i: i.at)[::-1]:
        text = text[:at] + more + text[at:]
    return text


def _expected(data: dict[str, Any], added: Additions) -> dict[str, Any]:
    """The data of the file once everything is in."""
    spellings: dict[str, list[str]] = {}
    for respelt in added.spellings:
        spellings.setdefault(respelt.id, []).append(respelt.name)

    def spelt(entry: Any) -> Any:  # noqa: ANN401  # as the file has it
        more = spellings.get(entry.get("id", "")) if isinstance(entry, dict) else None
        return {**entry, "aliases": [*entry.get("aliases", []), *more]} if more else entry

    found = dict(data)
    for key, entries in (("agencies", added.agencies), ("groups", added.groups)):
        if key in data or entries:
            found[key] = [*map(spelt, data.get(key, [])), *map(_data, entries)]
    return found


def _data(entry: Newcomer) -> dict[str, Any]:
    """An entry as the file's data have it: texts, and lists of texts."""
    found: dict[str, Any] = {"id": entry.id, "name": entry.name}
    if entry.aliases:
        found["aliases"] = [name for name, _ in entry.aliases]
    if entry.kind:
        found["kind"] = entry.kind.name
    if entry.members:
        found["members"] = [*entry.members]
    if entry.open:
        found["open"] = "true"
    return found


class _Page:
    """The file's text with the places of what it says."""

    def __init__(self, text: str, tree: Tree) -> None:
        self._tree = tree
        self._ends = "\r\n" if "\r\n" in text else "\n"
        self._bom = len(text) - len(text.removeprefix(_BOM))
        self._lines = text.removeprefix(_BOM).split("\n")  # a carriage return stays with its line
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def insertions(self, added: Additions, file: str, choice: int) -> list[_Insertion] | None:
        """Everything to put in; None where some of it has no place. `choice` is one of two places for it."""
        made = [*self._spellings(added.spellings)]
        for key, entries in (("agencies", added.agencies), ("groups", added.groups)):
            if entries:
                made.append(self._entries(key, entries, file, choice))
        return None if None in made else [i for i in made if i]

    def _entries(self, key: str, entries: Sequence[Newcomer], file: str, choice: int) -> _Insertion | None:
        place = self._tree.place((key,))
        if place is None or (key,) in self._tree.empty:
            return self._first_entries(key, place, entries, file)
        if not place.children or not self._is_block(place):
            return None
        following = self._following(place)
        line = following
        while choice == 0 and not self._says(line - 1):
            line -= 1
        return self._before(line, _section(entries, file, self._dash(place)))

    def _first_entries(
        self, key: str, place: Place | None, entries: Sequence[Newcomer], file: str
    ) -> _Insertion:
        """A key that is not there yet goes to the end, or before the groups; below one without a value."""
        _, *lines = _section(entries, file, "  ")
        if place is not None and place.key is not None:
            return self._before(place.key.line + 1, lines)
        groups = self._tree.place(("groups",)) if key == "agencies" else None
        line = groups.key.line if groups and groups.key else len(self._lines) - (not self._lines[-1])
        return self._before(line, chain(("", f"{key}:"), lines))

    def _spellings(self, spellings: Iterable[Respelt]) -> Iterator[_Insertion | None]:
        paths = {
            entry.get("id"): (key, number)
            for key in ("agencies", "groups")
            for number, entry in enumerate(self._tree.data.get(key) or [])
        }
        waiting: dict[str, list[Respelt]] = {}
        for respelt in spellings:
            waiting.setdefault(respelt.id, []).append(respelt)
        for id_, respelts in waiting.items():
            yield self._spelling(paths[id_], respelts) if id_ in paths else None

    def _spelling(self, path: tuple[str, int], respelts: Sequence[Respelt]) -> _Insertion | None:
        """Behind the last of the aliases, in brackets behind a comma; with their key below the name."""
        aliases, name = self._tree.place((*path, "aliases")), self._tree.place((*path, "name"))
        if aliases is not None and aliases.children and not self._is_block(aliases):
            said = "".join(f", {_quoted(r.name)}" for r in respelts)
            return _Insertion(self._offset(aliases.value.end_line, aliases.value.end_column - 1), said)
        if aliases is not None and aliases.children:
            last = [*aliases.children.values()][-1].value
            return self._before(last.end_line + 1, self._aliases(respelts, self._dash(aliases)))
        if name is None or name.key is None:
            return None
        indent = " " * name.key.column
        below = self._aliases(respelts, f"{indent}  ")
        if aliases is not None and aliases.key is not None:  # the key stands there without a value
            return self._before(aliases.key.line + 1, below)
        return self._before(name.value.end_line + 1, chain((f"{indent}aliases:",), below))

    def _aliases(self, respelts: Iterable[Respelt], indent: str) -> Iterator[str]:
        for respelt in respelts:
            yield _remarked(f"{indent}- {scalar(respelt.name)}", respelt.place)

    def _is_block(self, place: Place) -> bool:
        line = self._lines[place.value.line]
        return line[place.value.column : place.value.column + 1] == "-"

    def _dash(self, place: Place) -> str:
        return self._lines[place.value.line][: place.value.column]

    def _following(self, place: Place) -> int:
        """The line of the next key on the outermost level; behind the last line where there is none."""
        own = place.key.line if place.key else 0
        top = self._tree.place(())
        keys = [p.key.line for p in (top.children or {}).values() if p.key] if top else []
        after = [line for line in keys if line > own]
        return min(after) if after else len(self._lines) - (not self._lines[-1])

    def _says(self, line: int) -> bool:
        """Whether a line is neither blank nor a comment."""
        text = self._lines[line].strip()
        return bool(text) and not text.startswith("#")

    def _offset(self, line: int, column: int) -> int:
        return self._bom + self._starts[line] + column

    def _before(self, line: int, lines: Iterable[str]) -> _Insertion:
        """Whole lines before a line; behind a last line that has no end they begin with one."""
        text = "".join(f"{line}{self._ends}" for line in lines)
        if line < len(self._lines):
            return _Insertion(self._offset(line, 0), text)
        return _Insertion(self._bom + self._starts[-1] - 1, self._ends + text.removesuffix(self._ends))


def _section(entries: Sequence[Newcomer], file: str, indent: str) -> Iterator[str]:
    """The entries with a comment that says where they come from."""
    is_group = not entries[0].kind
    yield ""
    yield f"{indent}# Thêm từ {file}, tên như in; «đoạn …», «hàng …» là chỗ trong tệp đó."
    if is_group:
        yield f"{indent}# open: true là văn bản không nêu gồm những ai; biết thì khai members, bỏ open."
    else:
        yield f"{indent}# Loại (kind) xếp theo tên, cần kiểm tra lại; một nơi có hai mục thì gộp làm một."
    for number, entry in enumerate(entries):
        if number:
            yield ""
        yield from _entry(entry, indent)


def _entry(entry: Newcomer, indent: str) -> Iterator[str]:
    inner = f"{indent}  "
    yield f"{indent}- id: {scalar(entry.id)}"
    yield _remarked(f"{inner}name: {scalar(entry.name)}", entry.place)
    if entry.aliases:
        yield f"{inner}aliases:"
        yield from (_remarked(f"{inner}  - {scalar(name)}", place) for name, place in entry.aliases)
    if entry.alike:
        yield f"{inner}# Có thể là “{entry.alike}”: nếu đúng thì ghi tên này vào aliases ở đó, bỏ mục này."
    if entry.kind:
        yield _remarked(f"{inner}kind: {entry.kind.name}", "CHƯA RÕ loại" if entry.kind.is_guess else "")
        return
    if entry.members:
        yield f"{inner}members:"
        yield from (f"{inner}  - {scalar(member)}" for member in entry.members)
    if entry.open:
        yield f"{inner}open: true"
    elif not entry.members:
        yield f"{inner}# members:   # CHƯA RÕ: văn bản không kể tên từng nơi; bỏ dấu # rồi ghi tên"
        yield f"{inner}#   - …"


def _remarked(line: str, remark: str) -> str:
    return f"{line.ljust(_NAME_WIDTH)} # {remark}" if remark else line


def _quoted(text: str) -> str:
    """A text as it may stand in brackets: always in quotes, for commas end it there."""
    import json

    return json.dumps(text, ensure_ascii=False)
