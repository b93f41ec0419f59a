"""The TinyDB storage: what it keeps in memory, what it writes, and that TinyDB itself is left as it is."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Table

from tests.answers.samples import sample, written
from tests.disk import recorded
from workbook.answers.document.state import State
from workbook.answers.errors import Damaged
from workbook.answers.file.damage import loaded
from workbook.answers.file.storage import AtomicStorage, Documents, dumps


@pytest.fixture
def storage(tmp_path: Path) -> AtomicStorage:
    """A storage whose file is not there yet."""
    return AtomicStorage(tmp_path / "signs.json")


def test_documents_stand_under_their_addresses_and_tinydb_reads_them(storage: AtomicStorage) -> None:
    database = TinyDB(storage=lambda: storage)
    table = Documents(database.storage, "answers")
    table.put({"signs/five": {"value": True}, "signs/often": {"value": "x"}})
    table.put({"signs/often": {"value": "y"}, "signs/near": {"value": 3}})
    assert {str(document.doc_id): document["value"] for document in table.all()} == {
        "signs/five": True,
        "signs/often": "y",
        "signs/near": 3,
    }
    assert database.tables() == {"answers"}


def test_tinydb_itself_is_left_as_it_is() -> None:
    assert Table.document_id_class is int
    assert TinyDB.table_class is Table


def test_nothing_is_on_the_disk_before_the_commit_and_nothing_is_written_without_a_change(
    storage: AtomicStorage,
) -> None:
    storage.write(sample())
    assert storage.dirty
    assert not storage.path.exists()
    storage.commit()
    first = storage.path.stat()
    storage.commit()
    assert not storage.dirty
    assert storage.path.stat() == first
    assert not storage.backup.exists()


def test_the_file_is_read_once(storage: AtomicStorage) -> None:
    storage.path.write_bytes(written(sample()))
    state = storage.read()
    storage.path.unlink()
    assert storage.read() is state


def test_a_damaged_file_is_not_an_empty_database(storage: AtomicStorage) -> None:
    storage.path.write_bytes(b"")
    with pytest.raises(Damaged):
        storage.read()


@pytest.mark.parametrize("count", [0, 1, 199, 200, 201, 401])
def test_what_is_written_is_the_json_of_the_whole_state(count: int) -> None:
    state = (
        sample(**{f"text-{number}": f"“{number}” – gut" for number in range(count)}) if count else sample()
    )
    state["later"] = {}
    assert dumps(state) == written(state)
    assert loaded(dumps(state)) == state


def test_text_that_utf8_cannot_hold_is_escaped_and_the_rest_written_too(storage: AtomicStorage) -> None:
    state: State = sample() | {"later": {"1": {"half": "\ud83d"}}}
    storage.write(state)
    storage.commit()
    assert json.loads(storage.path.read_bytes()) == state


def test_numbers_that_are_none_are_never_written(storage: AtomicStorage) -> None:
    storage.write(sample() | {"later": {"1": {"share": float("nan")}}})
    with pytest.raises(ValueError, match="not JSON compliant"):
        storage.commit()
    assert not list(storage.path.parent.iterdir())


def test_the_disk_confirms_the_bytes_before_they_take_the_name_and_the_name_after(
    storage: AtomicStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage.write(sample())
    storage.commit()
    order = recorded(monkeypatch)
    storage.write(sample(five="new"))
    storage.commit()
    assert order == ["file", "signs.json.bak", "signs.json", "folder"]
