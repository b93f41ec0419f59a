"""What the reader meets when the file is damaged, newer, doubled or gone: through the answers themselves."""

import errno
import hashlib
import json
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.answers.conftest import Open
from tests.answers.samples import names, written
from tests.answers.test_damage import DAMAGED, TOLERATED
from workbook.answers import (
    AnswersError,
    ReadOnly,
    backup,
    erase,
    files,
    held,
    open_answers,
    read_answers,
    restore,
)
from workbook.answers.document.edit import edited
from workbook.answers.document.state import State
from workbook.answers.file.damage import loaded
from workbook.book import Book


@pytest.fixture
def file(opened: Open, folder: Path) -> Path:
    """A data file that was saved twice, so that its `.bak` holds the answer before the last."""
    answers = opened()
    answers["signs/often"] = "every day"
    answers.flush()
    answers["signs/when"] = "yesterday"
    answers.close()
    return folder / "small.json"


@pytest.fixture
def unlisted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Takes away the right to list the folder of the copies, as a mode would from anyone but root."""
    listed = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path == folder / "backups":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listed(path)

    return lambda: monkeypatch.setattr(Path, "iterdir", iterdir)


def digests(folder: Path) -> dict[str, str]:
    """What every file below `folder` holds, but the lock, in which the program that runs signs."""
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in names(folder)
        if name != "small.lock"
    }


def state_of(file: Path) -> State:
    """The state in the file."""
    return loaded(file.read_bytes())


@pytest.mark.parametrize("raw", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_opens_as_it_was_one_save_ago_and_the_reader_is_told_where_it_is(
    file: Path, opened: Open, raw: bytes
) -> None:
    file.write_bytes(raw)
    answers = opened()
    assert dict(answers) == {"signs/often": "every day"}
    (aside,) = file.parent.glob("small.json.damaged-*")
    assert aside.read_bytes() == raw
    assert any(str(aside) in notice and "damaged" in notice for notice in answers.notices)
    assert any("small.json.bak" in notice for notice in answers.notices)
    answers["signs/near"] = 3
    answers.close()
    again = opened()
    assert dict(again) == {"signs/often": "every day", "signs/near": 3}
    assert again.notices == ()


@pytest.mark.parametrize("raw", TOLERATED.values(), ids=TOLERATED)
def test_a_file_in_another_dress_opens_and_is_saved_as_utf_8(file: Path, opened: Open, raw: bytes) -> None:
    file.write_bytes(raw.decode(json.detect_encoding(raw)).replace('"signs"', '"small"').encode("utf-16"))
    answers = opened()
    assert answers["signs/five"] == "We laugh – often."
    answers["signs/near"] = 3
    answers.close()
    assert json.loads(file.read_bytes().decode("utf-8"))["answers"]["signs/near"]["value"] == 3


def test_where_the_bak_is_damaged_too_the_newest_day_is_opened_and_both_are_set_aside(
    file: Path, opened: Open
) -> None:
    (copy,) = (file.parent / "backups").glob("small-*.json")
    copy.rename(copy.with_name("small-2026-01-02.json"))
    copy.with_name("small-2026-01-01.json").write_bytes(b"{")
    file.write_bytes(b"{")
    file.with_name("small.json.bak").write_bytes(b"")
    answers = opened()
    assert dict(answers) == {"signs/often": "every day"}
    assert sum("set aside" in notice for notice in answers.notices) == 2
    assert any("small-2026-01-02.json" in notice for notice in answers.notices)


def test_where_no_copy_is_good_the_book_is_empty_and_the_reader_is_told(file: Path, opened: Open) -> None:
    raws = {}
    for path in [path for path in file.parent.rglob("small*.json*") if path.is_file()]:
        path.write_bytes(raw := path.name.encode())
        raws[path.name] = raw
    answers = opened()
    assert dict(answers) == {}
    assert sum("damaged" in notice and "set aside" in notice for notice in answers.notices) == 2
    answers["signs/near"] = 3
    answers.close()
    kept = {path.read_bytes() for path in file.parent.rglob("*") if path.is_file()}
    assert set(raws.values()) <= kept


@pytest.mark.parametrize("raw", [b"", b"{", b"null"])
def test_reading_alone_shows_the_newest_good_copy_and_touches_nothing(
    file: Path, folder: Path, book: Book, raw: bytes
) -> None:
    file.write_bytes(raw)
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    kept = read_answers(folder, book)
    assert dict(kept) == {"signs/often": "every day"}
    assert any("small.json.bak" in notice for notice in kept.notices)
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before
    for path in folder.rglob("small*.json*"):
        path.write_bytes(raw)
    with pytest.raises(AnswersError, match="damaged"):
        read_answers(folder, book)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.binary(max_size=200))
def test_random_bytes_in_place_of_the_file_never_open_as_an_empty_book(
    file: Path, folder: Path, book: Book, raw: bytes
) -> None:
    file.with_name("small.json.bak").write_bytes(written(BEFORE))
    file.write_bytes(raw)
    answers = open_answers(folder, book)
    answers.close()
    assert dict(answers) == {"signs/often": "before"}
    (aside,) = folder.glob("small.json.damaged-*")
    assert aside.read_bytes() == raw
    aside.unlink()


BEFORE: State = {
    "meta": {"1": {"schema": 1, "book": "small", "title": "A small book"}},
    "answers": {"signs/often": edited(None, "before", at="", device="kqtz", asked="How often?")},
}


def test_a_newer_file_is_shown_and_not_touched(file: Path, opened: Open, folder: Path) -> None:
    newer = state_of(file)
    newer["meta"]["1"]["schema"] = 2
    newer["answers"]["signs/often"]["mood"] = {"of": "a newer kind"}
    file.write_bytes(written(newer))
    before = digests(folder)
    answers = opened()
    assert "newer version" in answers.read_only
    assert answers["signs/when"] == "yesterday"
    with pytest.raises(ReadOnly):
        answers["signs/near"] = 3
    answers.keep_place({"page": "signs"})
    answers.close()
    assert digests(folder) == before


def test_who_only_reads_a_newer_file_is_told_so(file: Path, book: Book, folder: Path) -> None:
    newer = state_of(file)
    newer["meta"]["1"]["schema"] = 2
    file.write_bytes(written(newer))
    kept = read_answers(folder, book)
    assert kept["signs/when"] == "yesterday"
    assert kept.notices == (
        f"{file} was made by a newer version of this program: what this one does not know is not shown.",
    )


def test_a_copy_is_found_where_the_data_file_leads_to_one_of_another_name(
    opened: Open, book: Book, folder: Path, tmp_path: Path
) -> None:
    private = tmp_path / "cloud" / "private.json"
    private.parent.mkdir()
    folder.mkdir()
    (folder / "small.json").symlink_to(private)
    for words in ("every day", "never"):
        answers = opened()
        answers["signs/often"] = words
        answers.close()
    for file in (private, private.with_name("private.json.bak")):
        file.write_bytes(b"{")
    (day,) = (private.parent / "backups").iterdir()
    assert day.name.startswith("private-")
    assert dict(read_answers(folder, book)) == {"signs/often": "every day"}
    assert dict(opened()) == {"signs/often": "every day"}


def test_backups_that_cannot_be_listed_keep_no_good_file_from_opening(
    file: Path, opened: Open, book: Book, folder: Path, unlisted: Callable[[], None]
) -> None:
    unlisted()
    assert dict(read_answers(folder, book))["signs/when"] == "yesterday"
    file.chmod(0o644)
    answers = opened()
    assert answers["signs/when"] == "yesterday"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    answers["signs/when"] = "today"
    assert answers.flush()


def test_where_only_a_copy_could_help_it_is_the_backups_that_are_said_to_be_unreadable(
    file: Path, opened: Open, book: Book, folder: Path, unlisted: Callable[[], None]
) -> None:
    unlisted()
    file.write_bytes(b"{")
    file.with_name("small.json.bak").unlink()
    for opening in (partial(read_answers, folder, book), opened):
        with pytest.raises(AnswersError, match="backups cannot be read: Permission denied"):
            opening()


def test_unknown_tables_and_fields_survive_a_save(file: Path, opened: Open) -> None:
    state = state_of(file)
    state["drawings"] = {"1": {"strokes": [[1, 2.5], [3, 4]]}, "a/b": {}}
    state["answers"]["signs/often"]["starred"] = {"by": None, "half": "\ud83d"}
    state["meta"]["1"]["made-by"] = "a later version"
    state["place"] = {"7": {"odd": True}}
    file.write_bytes(json.dumps(state).encode())
    answers = opened()
    answers["signs/often"] = "changed"
    answers["signs/near"] = 3
    answers.close()
    after = state_of(file)
    assert after["drawings"] == state["drawings"]
    assert after["place"]["7"] == {"odd": True}
    assert after["answers"]["signs/often"]["starred"] == {"by": None, "half": "\ud83d"}
    assert after["answers"]["signs/often"]["value"] == "changed"
    assert after["meta"]["1"]["made-by"] == "a later version"


def test_copies_of_sync_programs_are_joined_at_opening_and_put_away(file: Path, opened: Open) -> None:
    theirs = state_of(file)
    for address, value in (("signs/often", "never"), ("signs/near", 9)):
        theirs["answers"][address] = edited(None, value, at="2026-01-01T00:00:00Z", device="wjpa", asked="?")
    for name in ("small.sync-conflict-20261122-201500-ABCDEFG.json", "small (Kim's conflicted copy).json"):
        file.with_name(name).write_bytes(written(theirs))
    answers = opened()
    assert any("another machine" in notice for notice in answers.notices)
    assert answers["signs/near"] == 9
    record = answers.record("signs/often")
    assert record is not None
    assert {record.value, *(other.value for other in record.alternatives)} == {"every day", "never"}
    answers.close()
    assert state_of(file)["answers"]["signs/near"]["value"] == 9
    assert len(list((file.parent / "backups").glob("*-conflict*.json"))) == 2
    assert not list(file.parent.glob("small*conflict*"))


def test_a_backup_restored_on_an_empty_machine_gives_equal_answers(
    file: Path, opened: Open, book: Book, folder: Path, tmp_path: Path
) -> None:
    copy = backup(folder, book.id, tmp_path / "copy.json")
    new = tmp_path / "new machine"
    with held(new, book.id):
        restore(new, book.id, copy)
    assert (new / "small.json").read_bytes() == file.read_bytes()
    with_answers = open_answers(new, book)
    here = opened()
    assert dict(with_answers) == dict(here) == {"signs/often": "every day", "signs/when": "yesterday"}
    assert with_answers.record("signs/often") == here.record("signs/often")
    with_answers.close()


def test_restoring_waits_for_no_lock_that_another_program_holds(
    opened: Open, book: Book, folder: Path
) -> None:
    answers = opened()
    answers["signs/often"] = "every day"
    with pytest.raises(AnswersError), held(folder, book.id):
        pytest.fail("the lock was given twice")


def test_erasing_leaves_nothing_and_the_next_start_is_a_first_one(
    file: Path, opened: Open, book: Book, folder: Path
) -> None:
    file.write_bytes(b"{")
    opened().close()
    listed = {fact.path for fact in files(folder, book.id)}
    assert not any(fact.is_loose for fact in files(folder, book.id))
    with held(folder, book.id):
        assert set(erase(folder, book.id)) == listed
    assert not folder.exists()
    answers = opened()
    assert dict(answers) == {}
    assert answers.notices == ()


def test_a_blanked_word_is_gone_from_every_file_after_ten_more_days_of_use(folder: Path, book: Book) -> None:
    found = []
    for day in range(13):
        answers = open_answers(folder, book, clock=partial(datetime, 2026, 11, day + 1, 12, tzinfo=UTC))
        answers["signs/often"] = f"day {day}"
        answers["signs/when"] = "a word to be erased" if day == 0 else ""
        answers.close()
        found.append(any(b"erased" in path.read_bytes() for path in folder.rglob("*") if path.is_file()))
    assert found == [True] * 11 + [False] * 2
