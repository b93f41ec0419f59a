"""What the wheel brings for shells and for `man`, as a shell and `man` use it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from workbook.cli.parser import Options, whole_parser

_BASH = """\
source "$1"
COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
_spec=$(complete -p workbook)
_function=${_spec#*-F }
${_function%% *}
printf '%s\\n' "${COMPREPLY[@]}"
"""


def needs(program: str) -> pytest.MarkDecorator:
    there = sys.platform != "win32" and shutil.which(program)
    return pytest.mark.skipif(not there, reason=f"there is no {program} here")


def completed(shell: str, share: Path, *words: str) -> set[str]:
    """What `shell` offers for the last of `words`."""
    if shell == "bash":
        script = share / "bash-completion" / "completions" / "workbook"
        command = ["bash", "--norc", "-c", _BASH, "bash", str(script), *words]
    else:
        script = share / "fish" / "vendor_completions.d" / "workbook.fish"
        command = ["fish", "--no-config", "-c", f"source '{script}'; complete -C '{' '.join(words)}'"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {line.partition("\t")[0].strip() for line in done.stdout.splitlines()} - {""}


@pytest.mark.parametrize("shell", [pytest.param(name, marks=needs(name)) for name in ("bash", "fish")])
def test_a_shell_completes_commands_and_options(shell: str, share: Path) -> None:
    assert "progress" in completed(shell, share, "workbook", "pr")
    assert "check" not in completed(shell, share, "workbook", "pr")
    assert completed(shell, share, "workbook", "--b") == {"--book"}
    assert completed(shell, share, "workbook", "export", "--b") == {"--book", "--blank"}


@pytest.mark.parametrize("shell", [pytest.param(name, marks=needs(name)) for name in ("bash", "fish")])
def test_a_shell_completes_folders_after_book(
    shell: str, share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bread").mkdir()
    (tmp_path / "bread.txt").touch()
    assert {name.rstrip("/") for name in completed(shell, share, "workbook", "--book", "br")} == {"bread"}


@needs("zsh")
def test_zsh_completes_commands_and_options(share: Path, tmp_path: Path) -> None:
    (tmp_path / ".zshrc").write_text(
        f"fpath=({share}/zsh/site-functions $fpath)\nautoload -Uz compinit\ncompinit -D -u\nPS1='ready> '\n"
    )
    environment = {"ZDOTDIR": str(tmp_path), "HOME": str(tmp_path), "TERM": "dumb", "PATH": "/usr/bin:/bin"}
    shell = pexpect.spawn("zsh", ["-d", "-i"], env=environment, encoding="utf-8", timeout=30)
    try:
        shell.expect("ready> ")
        for typed, line in (("prog", "progress "), ("--bo", "--book"), ("check --fi", "check --fix-ids")):
            shell.send(f"workbook {typed}\t")
            shell.expect_exact(f"workbook {line}")
            shell.send("\x15")
    finally:
        shell.close(force=True)


@pytest.mark.parametrize("name", ["bash-completion/completions/workbook", "zsh/site-functions/_workbook"])
def test_every_command_is_completed(name: str, share: Path) -> None:
    text = (share / name).read_text("utf-8")
    for command in commands():
        assert command in text


def test_the_manual_page_tells_of_every_command_and_exit_status(share: Path) -> None:
    page = (share / "man" / "man1" / "workbook.1").read_text("utf-8").replace("\\-", "-")
    assert page.startswith('.TH WORKBOOK "1"')
    for command in commands():
        assert f"workbook {command}" in page
    for words in ("--data", "--fix-ids", ".SH EXIT STATUS\n0 done; 1 problems found"):
        assert words in page


@needs("groff")
def test_the_manual_page_is_set_without_a_complaint(share: Path) -> None:
    page = share / "man" / "man1" / "workbook.1"
    command = ["groff", "-man", "-ww", "-Tutf8", str(page)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "a workbook to read and fill in" in done.stdout
    assert "[COMMAND …]" in done.stdout


def commands() -> set[str]:
    """The names of the commands that `workbook --help` lists."""
    listed = (whole_parser().epilog or "").partition("\n\n")[0].splitlines()[1:]
    names = {line.split()[0] for line in listed}
    assert all(whole_parser().parse_args([name, *_needed(name)], Options()).command == name for name in names)
    return names


def _needed(command: str) -> list[str]:
    return ["here"] if command in ("beside", "new", "restore") else []
