"""How the reader's editor is started."""

from pathlib import Path

import pytest

from workbook.tui.screens.editing.editor_command import editor_command

QUIET = ["-n", "-i", "NONE"]


@pytest.mark.parametrize(
    ("named", "begins"),
    [
        ("vim -u NONE", ["vim", *QUIET]),
        ("/opt/bin/nvim", ["/opt/bin/nvim", *QUIET]),
        ("emacs -nw", ["emacs", "-nw"]),
        ("vimb", ["vimb"]),
        ("'/opt/my editor' --wait", ["/opt/my editor", "--wait"]),
    ],
)
def test_vim_and_nvim_are_told_to_keep_no_words_and_others_get_what_was_named(
    named: str, begins: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", named)
    command = editor_command(windows=False)
    assert command[: len(begins)] == begins
    assert ("-n" in command) == ("-n" in begins)


def test_vi_is_told_so_only_where_it_is_vim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("vim.basic", "nvi"):
        (tmp_path / name).write_text("")
        (tmp_path / name).chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("EDITOR", "vi")
    (tmp_path / "vi").symlink_to("nvi")
    assert editor_command(windows=False) == ["vi"]
    (tmp_path / "vi").unlink()
    (tmp_path / "vi").symlink_to("vim.basic")
    assert editor_command(windows=False)[:4] == ["vi", *QUIET]


@pytest.mark.parametrize(
    ("named", "words"),
    [
        (r"C:\tools\edit.exe", [r"C:\tools\edit.exe"]),
        (r'"C:\Program Files\Code\code.cmd" --wait', [r"C:\Program Files\Code\code.cmd", "--wait"]),
    ],
)
def test_backslashes_are_kept_where_paths_have_them(
    named: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", named)
    assert editor_command(windows=True) == words


def test_an_editor_named_by_blanks_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", " ")
    monkeypatch.setenv("EDITOR", "\t")
    assert editor_command(windows=False) == ["nano"]
