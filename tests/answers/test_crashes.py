"""Row 2 of the fault matrix: a crash at every instant of a save leaves exactly the old or the new state."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from tests.answers.crashing import crashes
from tests.answers.samples import BOOK, sample
from workbook.answers.document.state import State
from workbook.answers.file.damage import newest_good
from workbook.answers.file.storage import AtomicStorage, dumps, read_state

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

LONG = sample(five="a long answer " * 3000)
SHORT = sample(five="short")


def save_of(path: Path, state: State) -> Callable[[], Callable[[], None]]:
    """Prepares saving `state` with the workbook's storage."""

    def prepared() -> Callable[[], None]:
        storage = AtomicStorage(path)
        storage.read()
        storage.write(state)
        return storage.commit

    return prepared


def save_in_place_of(path: Path, state: State) -> Callable[[], Callable[[], None]]:
    """Prepares saving `state` with TinyDB's own storage."""

    def prepared() -> Callable[[], None]:
        storage = TinyDB(path, storage=JSONStorage).storage
        return lambda: storage.write(state)

    return prepared


@pytest.mark.parametrize(("before", "after"), [(LONG, SHORT), (SHORT, LONG)], ids=["shrinking", "growing"])
def test_a_crash_at_any_instant_leaves_the_old_or_the_new_state(
    tmp_path: Path, before: State, after: State
) -> None:
    path = tmp_path / "signs.json"
    path.write_bytes(dumps(before))
    found = []
    for _ in crashes(save_of(path, after)):
        state = read_state(path)
        assert state in (before, after)
        assert newest_good(path, BOOK) == (state, path)
        found.append(state == after)
        save_of(path, before)()()
        assert sorted(file.name for file in tmp_path.iterdir()) == ["signs.json", "signs.json.bak"]
    assert found == sorted(found)
    assert found.count(False) > 20
    assert found.count(True) > 3


def test_a_first_save_that_crashes_leaves_no_file_or_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "signs.json"
    found = []
    for _ in crashes(save_of(path, SHORT)):
        found.append(read_state(path))
        for file in tmp_path.iterdir():
            file.unlink()
    assert None in found
    assert SHORT in found
    assert all(state in (None, SHORT) for state in found)


def test_the_backup_is_whole_at_every_instant_too(tmp_path: Path) -> None:
    path = tmp_path / "signs.json"
    first, second, third = (sample(five=f"save {number}") for number in range(3))
    save_of(path, first)()()
    save_of(path, second)()()
    for _ in crashes(save_of(path, third)):
        assert read_state(path.with_name("signs.json.bak")) in (first, second, third)


def test_the_storage_that_comes_with_tinydb_fails_the_same_harness(tmp_path: Path) -> None:
    path = tmp_path / "signs.json"
    path.write_bytes(dumps(LONG))
    torn = 0
    for _ in crashes(save_in_place_of(path, SHORT)):
        try:
            torn += json.loads(path.read_bytes()) not in (LONG, SHORT)
        except ValueError:
            torn += 1
        path.write_bytes(dumps(LONG))
    assert torn > 0
