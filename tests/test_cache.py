from __future__ import annotations

from typing import TYPE_CHECKING

from kehoach_cli.store.cache import compiled_templates

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_folder_of_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "new"))
    folder = compiled_templates()
    assert folder == tmp_path / "new" / "kehoach" / "templates-1"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_may_write_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "kehoach" / "templates-1"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    assert compiled_templates() is None


def test_a_link_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "kehoach").mkdir()
    (tmp_path / "kehoach" / "templates-1").symlink_to(tmp_path / "elsewhere")
    assert compiled_templates() is None


def test_without_a_place_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert compiled_templates() is None


def test_a_relative_name_is_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    assert compiled_templates() == tmp_path / "home" / ".cache" / "kehoach" / "templates-1"
    assert [p.name for p in tmp_path.iterdir()] == ["home"]
