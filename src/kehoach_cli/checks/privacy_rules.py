"""Rules of personal data in reports, in the Office's own words and in difficulties reported at once.

What names a child or holds a citizen's number stops every command, as any other error of a report does: a
file that may not go out is not in order for a table either, and a reason written beside it takes a moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.checks.finding import Finding
from kehoach_cli.checks.report_rules import reports_of, summary_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kehoach_cli.checks.rules import Case
    from kehoach_cli.model.personal_data import Found

    Path = tuple[str | int, ...]
    Record = object

_ASIDE = ("origin", "agency", "period")  # the program's own, and names of the register
_WORDS = {
    "citizen_number": "số định danh",
    "child": "họ tên trẻ em hoặc cha mẹ của trẻ",
    "birth_day": "ngày sinh",
    "phone": "số điện thoại",
    "mail": "địa chỉ thư điện tử",
}
_STOPPING = {"citizen_number": "L370", "child": "L371", "birth_day": "L372"}


class Judgement(NamedTuple):
    """A problem of a text: its code, its words (nothing private in them) and where in the text it begins."""

    code: str
    words: dict[str, str]
    start: int


def judge(text: str, allowed: str = "") -> list[Judgement]:
    """What is wrong with a text that goes into a report; `allowed` is the recorded reason to keep it."""
    from kehoach_cli.model.personal_data import personal_data_in

    found = personal_data_in(text)
    names_a_child = any(f.kind == "child" for f in found)
    told = [f for f in found if not (names_a_child and f.kind == "birth_day")]  # one problem, not two
    return [_judged(text, f, allowed) for f in told] + _rewards(text, found)


def _judged(text: str, found: Found, allowed: str) -> Judgement:
    from kehoach_cli.model.personal_data import shown

    code = _STOPPING.get(found.kind) or ("L372" if found.of_a_child else "L373")
    words = {"value": shown(text, found), "what": _WORDS[found.kind]}
    if allowed and code != "L373":
        from kehoach_cli.model.personal_data import masked

        return Judgement("L375", words | {"reason": masked(allowed)}, found.start)
    return Judgement(code, words, found.start)


def _rewards(text: str, others: list[Found]) -> list[Judgement]:
    from kehoach_cli.model.personal_data import rewarded_in, shown

    taken = {at for f in others for at in range(f.start, f.end)}
    named = (f for f in rewarded_in(text) if not taken.intersection(range(f.start, f.end)))
    return [Judgement("L374", {"value": shown(text, f)}, f.start) for f in named]


def errors_in(text: str) -> list[Judgement]:
    """The judgements that no text on its way in may have without a reason."""
    return [found for found in judge(text) if found.code in ("L370", "L371", "L372")]


def about_children(case: Case) -> Iterator[Finding]:
    """Citizens' numbers, children by name, ways to their families; nothing where a reason is recorded."""
    if not any(True for _ in _records(case)):
        return
    from kehoach_cli.model.personal_data import may_hold

    yield from (f for f in _findings(case, may_hold) if f.code in ("L370", "L371", "L372"))


def about_others(case: Case) -> Iterator[Finding]:
    """How to reach an official, who is to be rewarded, and what is kept for a recorded reason."""
    from kehoach_cli.model.personal_data import may_hold, may_reward

    def may_tell(text: str) -> bool:
        return may_hold(text) or may_reward(text)

    yield from (f for f in _findings(case, may_tell) if f.code in ("L373", "L374", "L375"))


def _findings(case: Case, is_worth_it: Callable[[str], bool]) -> Iterator[Finding]:
    """One cheap look at all texts of a record together comes first; nearly always it is the last."""
    for file, record in _records(case):
        texts = [*texts_of(record)]
        if not is_worth_it("\n".join(text for _, text in texts)):
            continue
        kept = getattr(record, "personal_data", None)
        for path, text in texts:
            words = len(text.split())
            for code, said, start in judge(text, kept.reason if kept else ""):
                number = len(text[: start + 1].split()) - 1
                yield Finding(code, path, said, file, word=(number, words))


def _records(case: Case) -> Iterator[tuple[str, Record]]:
    for _, filed in reports_of(case):
        yield filed.file, filed.report
    for folder in case.workspace.plans:
        for period, summary in folder.summaries.items():
            yield summary_file(folder, period), summary
        for raised in folder.raised:
            yield raised.file, raised.urgent


def texts_of(record: Record, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a record with its path, whatever keys the record has or will have."""
    for key, value in vars(record).items():
        if isinstance(value, str):
            if key not in _ASIDE:
                yield (*path, key), value
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, str):
                    yield (*path, key, index), item
                else:
                    yield from texts_of(item, (*path, key, index))
        elif hasattr(value, "model_fields_set") and key not in _ASIDE:
            yield from texts_of(value, (*path, key))
