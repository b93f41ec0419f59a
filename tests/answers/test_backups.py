"""Copies of the answers: made in time, kept long enough, given back byte for byte."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

import pytest

from workbook.answers.disk.names import of_book
from workbook.answers.errors import AnswersError, RestoreError
from workbook.answers.file.backups import backup, keep_day, keep_moment, last_backup, restore
from workbook.answers.file.damage import loaded
from workbook.answers.file.kinship import unmarked

from .samples import BOOK, names, sample, written

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Days begin where the reader lives, so the tests say where that is."""
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file with answers."""
    path = tmp_path / "data" / f"{BOOK}.json"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(written(sample(source="main")))
    return path


def mode(path: Path) -> int:
    """The permission bits of `path` itself."""
    return stat.S_IMODE(path.lstat().st_mode)


def digests(folder: Path) -> dict[str, str]:
    """What every file below `folder` holds."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names(folder)}


def test_the_first_save_of_a_day_leaves_a_copy_and_later_ones_none(path: Path) -> None:
    before = path.read_bytes()
    copy = keep_day(path, BOOK, NOON)
    path.write_bytes(written(sample(source="later")))
    assert keep_day(path, BOOK, NOON + timedelta(hours=3)) is None
    assert copy == path.parent / "backups" / "signs-2026-11-22.json"
    assert copy.read_bytes() == before


def test_a_day_begins_at_the_readers_midnight(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    copy = keep_day(path, BOOK, datetime(2026, 11, 22, 11, 30, tzinfo=UTC))
    assert copy is not None
    assert copy.name == "signs-2026-11-23.json"


def test_the_copies_of_the_last_ten_days_of_use_are_kept(path: Path) -> None:
    for day in range(0, 28, 2):
        keep_day(path, BOOK, NOON + timedelta(days=day))
        assert len(names(path.parent / "backups")) == min(day // 2 + 1, 10)
    kept = names(path.parent / "backups")
    assert kept[0] == "signs-2026-11-30.json"
    assert kept[-1] == "signs-2026-12-18.json"
    assert len(kept) == 10


def test_copies_made_for_a_reason_go_with_the_days_they_are_older_than(path: Path) -> None:
    reasons = [keep_moment(path, BOOK, NOON + timedelta(days=day), "before-restore") for day in (0, 5)]
    for day in range(1, 10):
        keep_day(path, BOOK, NOON + timedelta(days=day))
    assert [reason.exists() for reason in reasons if reason] == [True, True]
    keep_day(path, BOOK, NOON + timedelta(days=10))
    assert [reason.exists() for reason in reasons if reason] == [False, True]


def test_the_copies_and_files_of_other_books_are_left_alone(path: Path) -> None:
    backups = path.parent / "backups"
    keep_day(path, BOOK, NOON)
    others = [backups / "signs-2-2026-01-01.json", backups / "signs-2026-01-01-2026-01-01.json"]
    for other in others:
        other.write_bytes(b"of another book")
    for day in range(1, 15):
        keep_day(path, BOOK, NOON + timedelta(days=day))
    assert all(other.exists() for other in others)


def test_the_first_save_of_all_has_nothing_to_copy(tmp_path: Path) -> None:
    assert keep_day(tmp_path / "signs.json", BOOK, NOON) is None
    assert keep_moment(tmp_path / "signs.json", BOOK, NOON, "schema-1") is None
    assert names(tmp_path) == []


def test_a_damaged_file_is_never_the_copy_of_a_day(path: Path) -> None:
    path.write_bytes(b"{")
    assert keep_day(path, BOOK, NOON) is None
    assert names(path.parent) == ["signs.json"]
    path.with_name("signs.json.bak").write_bytes(written(sample(source="bak")))
    copy = keep_day(path, BOOK, NOON)
    assert copy is not None
    assert loaded(copy.read_bytes()) == sample(source="bak")


def test_two_copies_of_one_second_do_not_overwrite_each_other(path: Path) -> None:
    first = keep_moment(path, BOOK, NOON, "before-restore")
    path.write_bytes(written(sample(source="later")))
    second = keep_moment(path, BOOK, NOON, "before-restore")
    assert first != second
    assert last_backup(path.parent, BOOK) == second


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_copies_are_0600_in_a_folder_0700_at_every_instant(
    path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[tuple[bool, int]] = set()

    def watched(event: str) -> None:
        original = getattr(os, event)

        def call(*args: object, **named: object) -> object:
            result = original(*args, **named)
            seen.update((file.is_dir(), mode(file)) for file in path.parent.rglob("*") if file != path)
            return result

        monkeypatch.setattr(os, event, call)

    path.chmod(0o600)
    before = os.umask(umask)
    try:
        for event in ("open", "mkdir", "fsync", "replace"):
            watched(event)
        keep_day(path, BOOK, NOON)
        keep_moment(path, BOOK, NOON, "schema-1")
        copied = backup(path.parent, BOOK, path.parent / "copy.json")
        restore(path.parent, BOOK, copied)
        restore(path.parent / "new", BOOK, copied)
    finally:
        os.umask(before)
    assert seen == {(True, 0o700), (False, 0o600)}
    assert (path.parent / "new" / "signs.json").exists()


@pytest.mark.parametrize("name", ["signs-2026-11-22.json", "signs-2026-11-22.json.tmp"])
def test_a_planted_symlink_is_not_followed(path: Path, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"untouched")
    (path.parent / "backups").mkdir()
    (path.parent / "backups" / name).symlink_to(victim)
    copy = keep_day(path, BOOK, NOON)
    assert copy is not None
    assert copy.read_bytes() == path.read_bytes()
    assert not copy.is_symlink()
    assert victim.read_bytes() == b"untouched"


def test_a_folder_of_copies_that_others_could_enter_is_tightened(path: Path) -> None:
    (path.parent / "backups").mkdir()
    (path.parent / "backups").chmod(0o755)
    keep_day(path, BOOK, NOON)
    assert mode(path.parent / "backups") == 0o700


def test_a_symlink_in_place_of_the_folder_is_not_followed_either(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "signs-2026-11-22.json").write_bytes(b"not ours")
    (path.parent / "backups").symlink_to(elsewhere)
    with pytest.raises(NotADirectoryError):
        keep_day(path, BOOK, NOON + timedelta(days=1))
    assert names(elsewhere) == ["signs-2026-11-22.json"]
    assert of_book(path.parent, BOOK) == (path,)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_copies_as_they_were(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    keep_day(path, BOOK, NOON)
    before = digests(path.parent)

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="Input/output"):
        keep_day(path, BOOK, NOON + timedelta(days=1))
    monkeypatch.undo()
    assert digests(path.parent) == before


def test_a_backup_is_the_newest_good_state_and_changes_nothing_in_the_folder(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Noon(datetime):
        """The clock, at the noon of one day."""

        @classmethod
        def now(cls, tz: object = None) -> Self:  # noqa: ARG003 - the same everywhere
            return cls(2026, 11, 22, 12, tzinfo=UTC)

    monkeypatch.setattr("workbook.answers.file.backups.datetime", Noon)
    path.with_name("signs.json.bak").write_bytes(written(sample(source="bak")))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    before = digests(path.parent)
    first, second = (backup(path.parent, BOOK, None) for _ in range(2))
    assert [first.name, second.name] == ["signs-2026-11-22.json", "signs-2026-11-22-2.json"]
    assert first.parent == tmp_path / "here"
    assert unmarked(loaded(first.read_bytes())) == loaded(path.read_bytes())
    assert mode(first) == 0o600
    assert digests(path.parent) == before
    path.write_bytes(b"{")
    third = backup(path.parent, BOOK, tmp_path)
    assert third == tmp_path / "signs-2026-11-22.json"
    assert unmarked(loaded(third.read_bytes())) == sample(source="bak")
    assert path.read_bytes() == b"{"


def test_a_backup_overwrites_no_file_and_follows_no_symlink(path: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.json"
    there.write_bytes(b"something else")
    (tmp_path / "link.json").symlink_to(tmp_path / "nowhere")
    for target in (there, tmp_path / "link.json"):
        with pytest.raises(FileExistsError):
            backup(path.parent, BOOK, target)
    assert there.read_bytes() == b"something else"
    assert not (tmp_path / "nowhere").exists()


def test_where_there_is_nothing_good_to_copy_a_backup_says_so_and_makes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with pytest.raises(AnswersError, match="no answers"):
        backup(folder, BOOK, tmp_path / "copy.json")
    assert not folder.exists()
    folder.mkdir()
    (folder / "signs.json").write_bytes(b"\0\0\0")
    with pytest.raises(AnswersError, match="damaged"):
        backup(folder, BOOK, tmp_path / "copy.json")
    assert names(tmp_path) == ["data/signs.json"]


def test_restoring_on_an_empty_machine_gives_byte_equal_answers(path: Path, tmp_path: Path) -> None:
    copied = backup(path.parent, BOOK, tmp_path / "copy.json")
    new = tmp_path / "other" / "machine"
    assert restore(new, BOOK, copied) is None
    assert (new / "signs.json").read_bytes() == path.read_bytes()
    assert names(new) == ["signs.json"]
    assert mode(new / "signs.json") == 0o600
    assert mode(new) == 0o700


def test_restoring_first_keeps_the_present_state_twice(path: Path, tmp_path: Path) -> None:
    copied = backup(path.parent, BOOK, tmp_path / "copy.json")
    present = written(sample(source="present"))
    path.write_bytes(present)
    kept = restore(path.parent, BOOK, copied)
    assert kept is not None
    assert kept.name.endswith("-before-restore.json")
    assert kept.read_bytes() == present
    assert path.with_name("signs.json.bak").read_bytes() == present
    assert path.read_bytes() == written(sample(source="main"))
    assert restore(path.parent, BOOK, kept) is not None
    assert path.read_bytes() == present


def test_restoring_over_a_damaged_file_sets_that_aside_and_keeps_the_newest_good_state(
    path: Path, tmp_path: Path
) -> None:
    copied = backup(path.parent, BOOK, tmp_path / "copy.json")
    path.write_bytes(b"damaged words")
    path.with_name("signs.json.bak").write_bytes(written(sample(source="bak")))
    kept = restore(path.parent, BOOK, copied)
    assert kept is not None
    assert loaded(kept.read_bytes()) == sample(source="bak")
    assert [file.read_bytes() for file in path.parent.glob("*.damaged-*")] == [b"damaged words"]
    assert path.read_bytes() == written(sample(source="main"))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"{", "cannot be restored"),
        (b"", "it is empty"),
        (written(sample()).replace(b'"book":"signs"', b'"book":"causes"'), "another book, 'causes'"),
        (written(sample()).replace(b'"schema":1', b'"schema":2'), "newer version"),
    ],
    ids=["cut", "empty", "of another book", "newer"],
)
def test_an_unfit_file_is_refused_and_nothing_is_changed(
    path: Path, tmp_path: Path, raw: bytes, words: str
) -> None:
    path.with_name("signs.json.bak").write_bytes(b"damaged, and left so")
    before = digests(path.parent)
    source = tmp_path / "source.json"
    source.write_bytes(raw)
    with pytest.raises(RestoreError, match=words):
        restore(path.parent, BOOK, source)
    assert digests(path.parent) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_not_restored_and_hangs_nothing(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(OSError, match="not a plain file"):
        restore(tmp_path / "data", BOOK, tmp_path / "pipe.json")
    with pytest.raises(OSError, match="not a plain file"):
        restore(tmp_path / "data", BOOK, Path("/dev/zero"))


def test_a_source_that_is_not_there_is_reported_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        restore(tmp_path / "data", BOOK, tmp_path / "nothing.json")
    assert not (tmp_path / "data").exists()


def test_a_power_cut_at_any_rename_of_a_restore_leaves_the_old_or_the_new_answers(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = backup(path.parent, BOOK, tmp_path / "copy.json")
    present = written(sample(source="present"))
    path.write_bytes(present)
    ends = set()
    for crash_at in range(1, 5):
        calls = [0]

        def replace(source: Path, target: Path, at: int = crash_at, calls: list[int] = calls) -> None:
            calls[0] += 1
            if calls[0] == at:
                raise KeyboardInterrupt
            os.rename(source, target)

        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", replace)
            try:
                restore(path.parent, BOOK, copied)
            except KeyboardInterrupt:
                assert path.read_bytes() == present
        ends.add(path.read_bytes())
    assert ends == {present, written(sample(source="main"))}


def used(path: Path, days: Iterator[datetime]) -> None:
    """Uses the workbook on these days."""
    for day in days:
        keep_day(path, BOOK, day)


def daily(first: datetime, count: int) -> Iterator[datetime]:
    """So many days, one after another."""
    return (first + timedelta(days=day) for day in range(count))


def test_copies_made_while_the_clock_was_years_ahead_go_and_new_ones_stay(path: Path) -> None:
    used(path, daily(NOON, 12))
    used(path, daily(NOON.replace(year=2099), 4))
    keep_moment(path, BOOK, NOON.replace(year=2099), "before-restore")
    used(path, daily(NOON + timedelta(days=20), 10))
    assert names(path.parent / "backups") == [f"signs-2026-12-{day}.json" for day in range(12, 22)]


def test_a_clock_that_was_years_behind_takes_no_more_than_one_copy_a_day(path: Path) -> None:
    used(path, daily(NOON, 12))
    used(path, daily(datetime(1970, 1, 1, 12, tzinfo=UTC), 1))
    kept = names(path.parent / "backups")
    last_nine = [f"signs-{NOON + timedelta(days=day):%Y-%m-%d}.json" for day in range(3, 12)]
    assert kept == ["signs-1970-01-01.json", *last_nine]
    used(path, daily(NOON + timedelta(days=12), 1))
    assert names(path.parent / "backups") == [*last_nine, "signs-2026-12-04.json"]


def test_the_copy_of_a_day_that_is_not_over_everywhere_is_no_old_one(path: Path) -> None:
    used(path, daily(NOON, 10))
    (path.parent / "backups" / "signs-2026-11-30.json").unlink()
    used(path, daily(NOON - timedelta(days=1), 1))
    keep_day(path, BOOK, NOON + timedelta(days=8))
    assert "signs-2026-12-01.json" in names(path.parent / "backups")
    assert "signs-2026-11-21.json" not in names(path.parent / "backups")


@pytest.mark.parametrize(
    "mark", [".sync-conflict-20261122-201500-ABCDEFG", " (Kim's conflicted copy)", "-LAPTOP", " (1)", " 2"]
)
def test_what_a_sync_program_made_of_a_copy_goes_with_the_day_that_it_is_of(path: Path, mark: str) -> None:
    backups = path.parent / "backups"
    used(path, daily(NOON, 1))
    copies = [backups / f"signs-2026-11-22{when}{mark}.json" for when in ("", "T201500-conflict")]
    for copy in copies:
        copy.write_bytes(path.read_bytes())
    used(path, daily(NOON + timedelta(days=1), 9))
    assert [copy.exists() for copy in copies] == [True, True]
    used(path, daily(NOON + timedelta(days=10), 2))
    assert [copy.exists() for copy in copies] == [False, False]


def test_the_newest_copy_is_not_one_of_a_clock_that_was_years_ahead(path: Path) -> None:
    used(path, daily(NOON.replace(year=2099), 1))
    copy = keep_day(path, BOOK, datetime.now(UTC))
    assert last_backup(path.parent, BOOK) == copy


def test_in_two_years_of_use_with_every_clock_there_are_never_more_than_ten_days_of_copies(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # it is what takes time
    backups = path.parent / "backups"
    day, jumps = NOON, {100: 3650, 105: -3650, 300: -15000, 302: 15000, 500: 1, 501: -1}
    for number in range(730):
        day += timedelta(days=1 + jumps.get(number, 0))
        keep_day(path, BOOK, day)
        if number % 7 == 0:
            name = f"signs-{day:%Y-%m-%d}.sync-conflict-20261122-201500-ABCDEFG.json"
            (backups / name).write_bytes(path.read_bytes())
        assert (backups / f"signs-{day:%Y-%m-%d}.json").exists()
        assert len(list(backups.glob("signs-????-??-??.json"))) <= 10
        assert len(list(backups.iterdir())) <= 13
    kept = [name for name in names(backups) if "sync" not in name]
    assert kept == sorted(f"signs-{day - timedelta(days=back):%Y-%m-%d}.json" for back in range(10))
