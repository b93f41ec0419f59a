"""Installed from a wheel, outside the checkout, the program finds its chapters."""

import subprocess
import sys
from pathlib import Path

from tests.wheel.conftest import ROOT


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program that lies in `site` from a folder that has nothing to do with it."""
    code = f"import sys; sys.path.insert(0, {str(site)!r}); from workbook.cli import main; sys.exit(main())"
    command = [sys.executable, "-P", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=site.parent)


def test_the_wheel_holds_the_whole_book_and_no_test(unpacked: Path) -> None:
    """Every chapter, byte for byte; the style sheets; nothing that is only for work on it."""
    for chapter in (ROOT / "chapters").glob("*.md"):
        assert (unpacked / "workbook" / "chapters" / chapter.name).read_bytes() == chapter.read_bytes()
    assert (unpacked / "workbook" / "tui" / "workbook.tcss").is_file()
    assert (unpacked / "workbook" / "tui" / "dialogs.tcss").is_file()
    assert (unpacked / "workbook" / "export" / "paper" / "paper.css").is_file()
    assert not (unpacked / "tests").exists()


def test_the_installed_program_finds_its_chapters_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    """`progress` lists the twelve chapters of the wheel, though the working folder is another one."""
    done = run(unpacked, "--data", str(tmp_path), "progress")
    assert done.returncode == 0, done.stderr
    assert "The five signs" in done.stdout
    path = f"import sys; sys.path.insert(0, {str(unpacked)!r})"
    code = f"{path}\nfrom workbook.paths import book_folder; print(book_folder())"
    found = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()) == unpacked / "workbook" / "chapters"


def test_the_installed_program_prints_a_blank_chapter_byte_for_byte(unpacked: Path) -> None:
    """The chapter that comes out is the one that went in."""
    done = run(unpacked, "export", "signs", "--blank")
    assert done.stdout == (ROOT / "chapters" / "06-signs.md").read_text(encoding="utf-8")
