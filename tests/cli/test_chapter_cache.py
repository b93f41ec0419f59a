"""Chapters kept as they were parsed: a start takes less time, and is otherwise the same."""

import io
import os
import pickle
import stat
import subprocess
import sys
import zlib
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.shell import Shell
from workbook.book import Chapter, read_book
from workbook.cli import chapter_cache
from workbook.cli.chapter_cache import ChapterCache

ROOT = Path(__file__).parents[2]
CHAPTERS = ROOT / "chapters"
BOOKS = [CHAPTERS, *sorted(path.parent for path in (ROOT / "tests" / "fixtures").rglob("index.md"))]
PAGE = "---\nid: hill\ntitle: The hill\n---\n\n## Walk\n\nUp {} the hill.\n"


def told(value: object) -> object:
    """All that a part of a book says, to be compared: parts are equal to themselves alone."""
    if isinstance(value, Chapter):
        return told((value.front, value.lines, value.pages, value.problems))
    if is_dataclass(value):
        return type(value), [(field.name, told(getattr(value, field.name))) for field in fields(value)]
    if isinstance(value, tuple | list):
        return type(value), list(map(told, value))
    if isinstance(value, dict):
        return told(list(value.items()))
    return value


def words(book: Path, cache: Path) -> str:
    """The first chapter's words, as whoever starts the program meets them."""
    opened = read_book(book, ChapterCache(cache).parse)
    return "\n".join(str(page) for page in opened.open(opened.fronts[0]).pages)


@pytest.fixture
def hill(tmp_path: Path) -> Path:
    """A book of one chapter."""
    folder = tmp_path / "hill"
    folder.mkdir()
    (folder / "01-hill.md").write_text(PAGE.format("on"))
    return folder


@pytest.fixture
def cache(hill: Path, tmp_path: Path) -> Path:
    """The folder in which that chapter is kept."""
    folder = tmp_path / "cache" / "workbook"
    words(hill, folder)
    return folder


def kept(cache: Path) -> Path:
    """The one file in it."""
    [file] = cache.iterdir()
    return file


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_a_chapter_that_was_kept_is_what_is_parsed(folder: Path, tmp_path: Path) -> None:
    first, again = (read_book(folder, ChapterCache(tmp_path / "cache").parse) for _ in range(2))
    parsed = read_book(folder)
    for front in (*parsed.listed, *parsed.extras):
        assert told(first.open(front)) == told(again.open(front)) == told(parsed.open(front))
        assert again.open(front) is not first.open(front)


def test_nothing_is_parsed_where_it_was_kept(tmp_path: Path) -> None:
    start = f"""
import sys
from pathlib import Path
from workbook.book import read_book
from workbook.cli.chapter_cache import ChapterCache
list(read_book(Path({str(CHAPTERS)!r}), ChapterCache(Path({str(tmp_path)!r})).parse).chapters)
print("markdown_it" in sys.modules)
"""
    runs = [subprocess.run([sys.executable, "-c", start], capture_output=True, text=True) for _ in range(2)]
    assert [run.stdout for run in runs] == ["True\n", "False\n"]


def test_a_chapter_that_was_changed_is_read_anew_though_its_file_tells_no_other_time(
    hill: Path, cache: Path
) -> None:
    file = hill / "01-hill.md"
    before = file.stat()
    file.write_text(PAGE.format("up"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "Up up the hill" in words(hill, cache)
    file.write_text(PAGE.format("on"))
    assert "Up on the hill" in words(hill, cache)


def test_a_chapter_that_another_one_was_put_before_is_the_second(hill: Path, cache: Path) -> None:
    (hill / "00-foot.md").write_text("# The foot\n")
    opened = read_book(hill, ChapterCache(cache).parse)
    assert [opened.open(front).front.number for front in opened.fronts] == [1, 2]


def test_another_version_of_the_program_parses_it_anew(
    hill: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(cache).read_bytes()
    (tmp_path / "package" / "book").mkdir(parents=True)
    for name in ("text.py", "book/reading.py"):
        (tmp_path / "package" / name).touch()
    monkeypatch.setattr(chapter_cache, "PACKAGE", tmp_path / "package")
    assert "Up on the hill" in words(hill, cache)
    changed = kept(cache).read_bytes()
    assert changed != before
    (tmp_path / "package" / "book" / "reading.py").write_text("pass")
    words(hill, cache)
    assert kept(cache).read_bytes() != changed


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_what_a_crash_left_of_it_is_no_chapter(hill: Path, cache: Path, data: st.DataObject) -> None:
    whole = kept(cache).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    torn = data.draw(st.sampled_from([whole[:at], whole[:at] + bytes(len(whole) - at), whole[:at] + b"!"]))
    kept(cache).write_bytes(torn)
    assert "Up on the hill" in words(hill, cache)
    assert kept(cache).read_bytes() == whole


def calling(module_name: str, global_name: str, argument: str) -> bytes:
    """What calls a function where it is unpickled; written by hand, for a name with a dot in it."""
    strings = [
        b"X" + len(raw).to_bytes(4, "little") + raw
        for raw in map(str.encode, (module_name, global_name, argument))
    ]
    return b"\x80\x04" + strings[0] + strings[1] + b"\x93" + strings[2] + b"\x85R."


def summed(content: bytes) -> bytes:
    """`content` as it is kept."""
    return zlib.crc32(content).to_bytes(4) + content


@pytest.mark.parametrize(
    ("module_name", "global_name"),
    [("os", "mkdir"), ("workbook.book.reading.folder", "os.mkdir")],
)
def test_what_somebody_else_put_there_runs_nothing(
    hill: Path, cache: Path, tmp_path: Path, module_name: str, global_name: str
) -> None:
    mark = tmp_path / "mark"
    content = calling(module_name, global_name, str(mark))
    pickle.loads(content)
    mark.rmdir()
    kept(cache).write_bytes(summed(content))
    assert "Up on the hill" in words(hill, cache)
    assert not mark.exists()


def test_a_pickle_of_something_else_is_no_chapter(hill: Path, cache: Path) -> None:
    for other in (None, 7, ("a", "b"), (("a", "b"), "c")):
        kept(cache).write_bytes(summed(pickle.dumps(other)))
        assert "Up on the hill" in words(hill, cache)


@pytest.mark.parametrize(
    ("module_name", "global_name"), [("workbook.book.gone", "Gone"), ("workbook.book.model.chapter", "Gone")]
)
def test_what_a_later_version_kept_of_parts_that_are_not_known_here_is_no_chapter(
    hill: Path, cache: Path, module_name: str, global_name: str
) -> None:
    kept(cache).write_bytes(summed(calling(module_name, global_name, "")))
    assert "Up on the hill" in words(hill, cache)


def test_only_the_reader_can_read_what_is_kept(cache: Path) -> None:
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert stat.S_IMODE(kept(cache).stat().st_mode) == 0o600


def test_where_nothing_can_be_kept_the_book_opens_all_the_same(hill: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "Up on the hill" in words(hill, tmp_path / "file")
    assert "Up on the hill" in words(hill, tmp_path / "file" / "below")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names")
def test_a_pipe_or_a_link_in_its_place_is_let_be(hill: Path, cache: Path, tmp_path: Path) -> None:
    path = kept(cache)
    path.unlink()
    os.mkfifo(path)
    assert "Up on the hill" in words(hill, cache)
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    assert "Up on the hill" in words(hill, cache)
    assert not (tmp_path / "elsewhere").exists()


def test_where_names_it_and_erase_removes_it(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.answer(signs__five__fun=True)
    shell.run("where")
    assert "Chapters, ready to open" not in shell.out
    shell.run("print")
    shell.run("where")
    assert f"Chapters, ready to open: {shell.folder / 'cache' / 'workbook'}. No word of yours" in shell.out
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    shell.run("erase")
    assert not (shell.folder / "cache" / "workbook").exists()
