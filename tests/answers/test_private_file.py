"""Files of the reader's: whole at every instant, and for one pair of eyes from their first byte."""

import os
import stat
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.disk import recorded
from workbook.answers.disk import private_file
from workbook.answers.disk.private_file import (
    create_private,
    is_loose,
    make_private_folder,
    move,
    read_plain,
    tightened,
    write_private,
)


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=["umask-000", "umask-022", "umask-077"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Each umask that a login may set."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    """The permission bits of `path` itself."""
    return stat.S_IMODE(path.lstat().st_mode)


@pytest.mark.usefixtures("umask")
def test_a_file_is_0600_and_a_folder_0700_under_every_umask(tmp_path: Path) -> None:
    folder = tmp_path / "share" / "workbook"
    make_private_folder(folder)
    write_private(folder / "a.json", b"one")
    create_private(folder / "b.json", b"two")
    assert [mode(path) for path in (folder.parent, folder)] == [0o700, 0o700]
    assert [mode(path) for path in (folder / "a.json", folder / "b.json")] == [0o600, 0o600]


@pytest.mark.usefixtures("umask")
def test_no_instant_exists_in_which_a_file_is_wider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def watched(event: str) -> None:
        original = getattr(os, event)

        def call(*args: object, **named: object) -> object:
            result = original(*args, **named)
            seen.extend(mode(path) for path in tmp_path.iterdir())
            return result

        monkeypatch.setattr(os, event, call)

    for event in ("open", "fsync", "replace"):
        watched(event)
    write_private(tmp_path / "a.json", b"words")
    assert len(seen) >= 3
    assert set(seen) == {0o600}


def test_the_whole_content_is_replaced_and_no_temporary_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_private(path, b"a long first content")
    write_private(path, b"short")
    assert path.read_bytes() == b"short"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


def test_a_write_that_stops_half_way_goes_on_until_every_byte_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow:
        """A file that takes three bytes at a time, as a pipe or a full disk may."""

        def __init__(self, handle: int) -> None:
            self.handle = handle

        def __enter__(self) -> "Slow":
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.handle)

        def write(self, data: memoryview) -> int:
            return os.write(self.handle, data[:3])

        def fileno(self) -> int:
            return self.handle

    monkeypatch.setattr(os, "fdopen", lambda handle, *_args, **_named: Slow(handle))
    create_private(tmp_path / "a", b"0123456789")
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def test_a_small_file_takes_little_memory_to_be_read(tmp_path: Path) -> None:
    """It is read at every save, and memory that may never be needed has to be made ready on some systems."""
    (tmp_path / "a").write_bytes(b"words")
    tracemalloc.start()
    try:
        assert read_plain(tmp_path / "a") == b"words"
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file that is larger than it says")
def test_a_file_that_says_it_is_empty_is_read_whole() -> None:
    assert b"VmPeak" in read_plain(Path("/proc/self/status"))
    with pytest.raises(OSError, match="too large"):
        read_plain(Path("/proc/self/status"), 100)


def test_creating_never_replaces_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"first")
    with pytest.raises(FileExistsError):
        create_private(path, b"second")
    assert path.read_bytes() == b"first"


@pytest.mark.parametrize("name", ["a.json", "a.json.tmp"])
def test_a_planted_symlink_is_not_followed(tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    folder = tmp_path / "data"
    make_private_folder(folder)
    (folder / name).symlink_to(victim)
    write_private(folder / "a.json", b"words")
    assert victim.read_bytes() == b"untouched"
    assert not (folder / "a.json").is_symlink()
    assert (folder / "a.json").read_bytes() == b"words"


def test_creating_does_not_write_through_a_dangling_symlink(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        create_private(tmp_path / "link", b"words")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_no_temporary_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "a"
    write_private(path, b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    class Full:
        """A file on a full disk."""

        def __init__(self, handle: int) -> None:
            self.handle = handle

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.handle)

        write = fail

    if call == "write":
        monkeypatch.setattr(os, "fdopen", lambda handle, *_args, **_named: Full(handle))
    else:
        monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space left"):
        write_private(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_the_bytes_and_then_the_name_are_confirmed_by_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = recorded(monkeypatch)
    write_private(tmp_path / "a", b"words")
    assert order == ["file", "a", "folder"]


def test_a_rename_waits_while_another_program_has_the_file_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"words")
    replace, refused = os.replace, [0]

    def busy(source: Path, target: Path) -> None:
        refused[0] += 1
        if refused[0] <= 2:
            error = PermissionError(13, "in use")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        replace(source, target)

    monkeypatch.setattr(os, "replace", busy)
    move(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"words"
    assert refused == [3]


def test_a_rename_that_stays_refused_is_reported_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_source: Path, _target: Path) -> None:
        error = PermissionError(13, "in use")
        error.winerror = 5  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(private_file, "_PATIENCE", 0.1)
    with pytest.raises(PermissionError):
        move(tmp_path / "a", tmp_path / "b")


def test_a_file_or_folder_open_to_others_is_tightened_once(tmp_path: Path) -> None:
    file, folder = tmp_path / "a", tmp_path / "b"
    file.write_bytes(b"words")
    folder.mkdir()
    file.chmod(0o644)
    folder.chmod(0o755)
    assert [tightened(file), tightened(folder)] == [True, True]
    assert [mode(file), mode(folder)] == [0o600, 0o700]
    assert [tightened(file), tightened(folder)] == [False, False]


def test_tightening_does_not_follow_a_symlink(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"public")
    victim.chmod(0o644)
    (tmp_path / "link").symlink_to(victim)
    assert not tightened(tmp_path / "link")
    assert mode(victim) == 0o644


def test_what_cannot_be_tightened_is_said_to_be_as_loose_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"words")
    path.chmod(0o644)

    def refuse(_handle: int, _mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "fchmod", refuse)
    assert not tightened(path)
    assert is_loose(path)


def test_an_existing_folder_is_left_as_it_is_and_a_file_in_the_way_is_reported(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    make_private_folder(tmp_path)
    assert mode(tmp_path) == 0o750
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileExistsError):
        make_private_folder(tmp_path / "file")
