"""`workbook export`: what is printed, and which files are written."""

import os
import re
import stat
from pathlib import Path

import pytest

from tests.books import book_of
from tests.cli.shell import SIGNS, Shell
from workbook.book import read_book
from workbook.export import filled_book


def test_a_blank_chapter_is_printed_byte_for_byte(shell: Shell) -> None:
    shell.answer(signs__five__fun=True)
    for name, number in (("01-signs.md", "1"), ("02-story.md", "story")):
        assert shell.run("export", number, "--blank") == 0
        assert shell.out == shell.source(name)


def test_an_export_holds_the_answers(shell: Shell) -> None:
    shell.answer(signs__five__fun=True, signs__proof="On Tuesday")
    assert shell.run("export", "signs") == 0
    assert "- [x] Fun" in shell.out
    assert "> On Tuesday" in shell.out


def test_without_a_chapter_the_whole_book_is_printed_with_the_orphans_last(shell: Shell) -> None:
    shell.answer(signs__proof="On Tuesday", gone__word="An old word")
    assert shell.run("export") == 0
    kept = {"signs/proof": "On Tuesday", "gone/word": "An old word"}
    assert shell.out == filled_book(read_book(shell.book), kept)
    assert shell.out.rstrip().endswith("> An old word")


def test_a_chapter_that_is_named_twice_is_printed_once(shell: Shell) -> None:
    assert shell.run("export", "1", "signs", "--blank") == 0
    assert shell.out == shell.source("01-signs.md")


def test_what_took_the_place_of_export_share_is_named_in_one_line(shell: Shell) -> None:
    shell.answer(signs__proof="On Tuesday")
    assert shell.run("export", "--share") == 2
    assert shell.out == ""
    assert shell.err == "workbook: 'export --share' is gone; 'workbook share' writes the words you ticked\n"


def test_only_the_newest_entry_is_printed_with_latest(shell: Shell) -> None:
    group = "<!-- @group #week repeat=week -->\n\nNow.\n\n<!-- @text #a -->\n\nA\n\n> …\n\n<!-- @end -->\n"
    book_of(shell.book, signs=SIGNS, story=group)
    shell.answer(**{"story__week@2026-W47__a": "older", "story__week@2026-W48__a": "newer"})
    shell.run("export")
    assert "older" in shell.out
    shell.run("export", "--latest")
    assert "older" not in shell.out
    assert "newer" in shell.out


def test_an_unknown_chapter_is_bad_input_and_a_close_one_is_named(shell: Shell) -> None:
    assert shell.run("export", "sings") == 2
    assert shell.err == "workbook: there is no chapter 'sings'. Did you mean 'signs'?\n"
    assert shell.run("export", "3") == 2
    assert shell.err == "workbook: there is no chapter '3'. Chapters are 1 to 2, or: signs, story.\n"


def test_an_exported_file_is_readable_by_its_owner_alone(shell: Shell) -> None:
    path = shell.folder / "out.md"
    assert shell.run("export", "signs", "-o", path) == 0
    assert path.read_text("utf-8") == shell.source("01-signs.md")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_exists_is_overwritten_with_force_only(shell: Shell) -> None:
    path = shell.folder / "out.md"
    path.write_text("mine")
    assert shell.run("export", "signs", "-o", path) == 2
    assert shell.err == f"workbook: {path} is there already; --force overwrites it\n"
    assert path.read_text() == "mine"
    assert shell.run("export", "signs", "-o", path, "--force") == 0
    assert path.read_text("utf-8") == shell.source("01-signs.md")


def test_an_existing_folder_or_a_name_with_a_slash_takes_a_file_for_each_chapter(shell: Shell) -> None:
    (shell.folder / "there").mkdir()
    for output in (str(shell.folder / "there"), f"{shell.folder}/new/"):
        assert shell.run("export", "-o", output) == 0
        assert sorted(path.name for path in Path(output).iterdir()) == ["01-signs.md", "02-story.md"]
    assert stat.S_IMODE((shell.folder / "new").stat().st_mode) == 0o700


def test_answers_of_vanished_chapters_get_a_file_of_their_own_in_a_folder(shell: Shell) -> None:
    shell.answer(gone__word="An old word", signs__gone="Another")
    shell.run("export", "-o", f"{shell.folder}/out/")
    assert "An old word" in (shell.folder / "out" / "no-longer-in-this-book.md").read_text("utf-8")
    assert "Another" in (shell.folder / "out" / "01-signs.md").read_text("utf-8")


def test_where_one_file_is_in_the_way_none_is_written(shell: Shell) -> None:
    out = shell.folder / "out"
    out.mkdir()
    (out / "02-story.md").write_text("mine")
    assert shell.run("export", "-o", out) == 2
    assert [path.name for path in out.iterdir()] == ["02-story.md"]


@pytest.mark.parametrize("output", ["missing/out.md", "missing/folder/", "book", "book/01-signs.md"])
def test_an_export_that_cannot_or_must_not_be_written_is_bad_input(shell: Shell, output: str) -> None:
    before = shell.source("01-signs.md")
    assert shell.run("export", "-o", f"{shell.folder}/{output}", "--force") == 2
    assert re.fullmatch(r"workbook: [^\n]+\n", shell.err)
    assert shell.source("01-signs.md") == before


def test_a_symlink_in_the_place_of_an_export_is_replaced_and_never_followed(shell: Shell) -> None:
    path, other = shell.folder / "out.md", shell.folder / "other.md"
    other.write_text("mine")
    path.symlink_to(other)
    assert shell.run("export", "signs", "-o", path) == 2
    assert shell.run("export", "signs", "-o", path, "--force") == 0
    assert other.read_text() == "mine"
    assert not path.is_symlink()


def test_a_dash_is_the_screen_and_no_file(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shell.folder)
    shell.answer(signs__proof="On Tuesday")
    assert shell.run("export", "signs", "-o", "-", "--force") == 0
    assert "> On Tuesday" in shell.out
    assert not (shell.folder / "-").exists()


def test_an_empty_name_is_no_place(shell: Shell) -> None:
    assert shell.run("export", "signs", "-o", "") == 2


@pytest.mark.parametrize(
    "output",
    [
        "data/small.json",
        "data/small.json.bak",
        "data/small.lock",
        "data/small.json.tmp",
        "data/small-LAPTOP.json",
        "data/editing-signs-proof.md",
        "data/another.json",
        "data/keys.toml",
        "data/readers/kim/keys.toml",
        "data/backups/small-2026-11-22.json",
        "hard link.md",
        "symbolic link.md",
        "linked folder/small.json",
    ],
)
def test_an_export_never_takes_the_place_of_answers_not_even_with_force(shell: Shell, output: str) -> None:
    shell.answer(signs__proof="On Tuesday")
    shell.answer(signs__proof="On Wednesday")
    file = shell.data / "small.json"
    for name in ("small-LAPTOP.json", "another.json", "backups/small-2026-11-22.json"):
        (shell.data / name).write_bytes(file.read_bytes())
    for home in (shell.data, shell.data / "readers/kim"):
        home.mkdir(parents=True, exist_ok=True)
        (home / "keys.toml").write_text('[keys]\nfind = "f12"\n')
    os.link(file, shell.folder / "hard link.md")
    (shell.folder / "symbolic link.md").symlink_to(file)
    (shell.folder / "linked folder").symlink_to(shell.data)
    before = shell.kept_files()
    for force in ((), ("--force",)):
        assert shell.run("export", "signs", "-o", f"{shell.folder}/{output}", *force) == 2
        assert "is one of the workbook's own files" in shell.err
    assert shell.kept_files() == before
    assert (shell.folder / "symbolic link.md").is_symlink()


def test_an_export_of_the_readers_own_in_the_folder_of_the_answers_is_overwritten_with_force(
    shell: Shell,
) -> None:
    shell.answer(signs__proof="On Tuesday")
    assert shell.run("export", "signs", "-o", shell.data / "out.md") == 0
    assert shell.run("export", "signs", "-o", shell.data / "out.md", "--force") == 0


@pytest.mark.skipif(not os.path.exists("/dev/null"), reason="needs a device")
def test_a_link_to_a_device_is_not_replaced_by_an_export(shell: Shell) -> None:
    (shell.folder / "out.md").symlink_to("/dev/null")
    assert shell.run("export", "signs", "-o", shell.folder / "out.md", "--force") == 2
    assert (shell.folder / "out.md").is_symlink()
