"""--at: what the folder said at a commit, a tag, a branch or on a day, instead of what lies on the disk."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from kehoach_cli.cli.values import quoted
from kehoach_cli.model.days import parse_day, print_day

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path
    from typing import Any

    from kehoach_cli.render.table import Forms, Table
    from kehoach_cli.store.git import GitError
    from kehoach_cli.store.revisions import GitFolder, Repository, Revision

_EXAMPLES = "mã (3f2a1c9), nhãn, nhánh, HEAD~1, hoặc ngày (14/5/2025)"
_REASONS = {
    "missing": "xem các bản trước đây cần chương trình git, máy này không có. Cài git rồi chạy lại; "
    "các việc khác của kehoach không cần git.",
    "outside": "thư mục làm việc không nằm trong một kho git nên không có bản nào trước đây để xem. "
    "Tạo kho bằng “git init” rồi ghi lại (git commit) sau mỗi lần sửa.",
    "owner": "git không đọc kho này vì thư mục thuộc tài khoản khác. Nếu tin thư mục, chạy: "
    "git config --global --add safe.directory ĐƯỜNG_DẪN",
    "empty": "kho git chưa ghi lại bản nào. Ghi bản đầu tiên bằng “git add plan” và “git commit”.",
}


def folder_at(root: Path, said: str) -> GitFolder:
    """The workspace at a revision; a wrong call where git, the repository, it or its plan/ is not there."""
    from kehoach_cli.store.git import GitError
    from kehoach_cli.store.revisions import GitFolder, find_revision

    try:
        repository = repository_of(root)
        revision = find_revision(repository, said)
        folder = GitFolder(repository, revision)
    except GitError as error:
        raise refusal(error, said) from None
    if not folder.files():
        raise typer.BadParameter(f"bản {name_of(revision)} chưa có thư mục plan.")
    return folder


def repository_of(root: Path) -> Repository:
    """The repository of the workspace; a wrong call where there is none."""
    from kehoach_cli.store.git import GitError
    from kehoach_cli.store.revisions import find_repository

    try:
        return find_repository(root)
    except GitError as error:
        raise refusal(error, "") from None


def refusal(error: GitError, said: str) -> typer.BadParameter:
    """Why git gave no answer, and what may be done about it."""
    if error.kind in _REASONS:
        return typer.BadParameter(_REASONS[error.kind])
    if error.kind == "early":
        first = print_day(parse_day(error.said))
        return typer.BadParameter(
            f"đến hết ngày {quoted(said)[1:-1]} kho git chưa ghi bản nào; bản đầu tiên ghi ngày {first}."
        )
    if error.kind in ("revision", "option"):
        why = "; mã của một bản không bắt đầu bằng dấu “-”" if error.kind == "option" else ""
        return typer.BadParameter(f"không có bản {quoted(said)} trong kho git{why}. Ghi {_EXAMPLES}.")
    return typer.BadParameter(f"git không trả lời được: {quoted(error.said)}.")


def name_of(revision: Revision) -> str:
    """«3f2a1c9, ngày 14/5/2025»."""
    return f"{revision.short}, ngày {print_day(revision.day)}"


def data_words(revision: Revision) -> str:
    """«theo dữ liệu của bản 3f2a1c9, ngày 14/5/2025»: stands beside the day a question is asked for."""
    return f"theo dữ liệu của bản {name_of(revision)}"


def tell(revision: Revision | None, as_of: date) -> None:
    """Both clocks on stderr, where the answer itself cannot say which data it was made from."""
    if revision is not None:
        words = data_words(revision)
        sys.stderr.write(f"{words[0].upper()}{words[1:]}; tính đến ngày {print_day(as_of)}.\n")


def at_data(revision: Revision) -> dict[str, str]:
    """What a JSON answer says of the data it was made from."""
    return {"commit": revision.id, "date": revision.day.isoformat()}


def dated_forms(forms: Forms, revision: Revision) -> Forms:
    """The same answer, saying in every form that can which data it was made from."""
    line = f"({data_words(revision)})"

    def said(tables: list[Table]) -> list[Table]:
        return [table._replace(titles=(*table.titles, line)) for table in tables]

    def data() -> dict[str, Any]:
        return forms.data() | {"at": at_data(revision)}

    papers = forms.papers
    return forms._replace(
        tables=lambda: said(forms.tables()),
        data=data,
        pages=lambda: said(forms.pages()),
        papers=(lambda: said(papers())) if papers else None,
    )
