"""Whatever is found in the folder: it opens, or one clear line says why not, and nothing is lost."""

import errno
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.answers.conftest import Open
from tests.answers.samples import names
from workbook.answers import AnswersError, ReadOnly, open_answers, read_answers
from workbook.answers.file.storage import read_state
from workbook.book import Book

OFTEN, WHEN = "signs/often", "signs/when"


@pytest.fixture
def file(opened: Open, folder: Path) -> Path:
    """A file of answers, saved twice, so that its `.bak` holds one answer less."""
    answers = opened()
    answers[OFTEN] = "one"
    answers.flush()
    answers[WHEN] = "two"
    answers.close()
    return folder / "small.json"


def changed(file: Path, **tables: Any) -> bytes:
    """Writes `file` anew with these tables in place of its own, and returns its bytes."""
    state = json.loads(file.read_bytes()) | tables
    file.write_bytes(json.dumps(state).encode())
    return file.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"null", b"[]", b'{"answers"', b"\x00" * 9, b"<<<<<<< HEAD"])
def test_a_damaged_file_is_set_aside_and_the_newest_good_copy_opened(
    opened: Open, file: Path, damage: bytes
) -> None:
    file.write_bytes(damage)
    answers = opened()
    assert dict(answers) == {OFTEN: "one"}
    (aside,) = [path for path in file.parent.iterdir() if "damaged" in path.name]
    assert aside.read_bytes() == damage
    assert [str(aside) in answers.notices[0], ".bak" in answers.notices[1]] == [True, True]
    assert answers.flush()
    assert read_state(file) is not None
    answers.close()
    assert opened().notices == ()


def test_where_no_copy_is_good_the_workbook_is_empty_and_the_reader_is_told_where_the_files_are(
    opened: Open, file: Path, book: Book
) -> None:
    backup = file.with_name("small.json.bak")
    shutil.rmtree(file.parent / "backups")
    file.write_bytes(b"broken")
    backup.write_bytes(b"broken too")
    with pytest.raises(AnswersError, match="there is no good copy"):
        read_answers(file.parent, book)
    answers = opened()
    assert dict(answers) == {}
    aside = [path for path in file.parent.iterdir() if "damaged" in path.name]
    assert {path.read_bytes() for path in aside} == {b"broken", b"broken too"}
    assert all(any(str(path) in notice for notice in answers.notices) for path in aside)


def test_a_damaged_file_is_read_from_its_copy_and_stays_as_it_is(file: Path, book: Book) -> None:
    file.write_bytes(b"broken")
    before = names(file.parent)
    kept = read_answers(file.parent, book)
    assert dict(kept) == {OFTEN: "one"}
    assert "newest good copy" in kept.notices[0]
    assert names(file.parent) == before
    assert file.read_bytes() == b"broken"


def test_the_answers_to_another_book_are_refused_and_not_touched(file: Path, book: Book) -> None:
    before = changed(file, meta={"1": {"schema": 1, "book": "cooking\x1b[2J", "title": "Cooking"}})
    for opening in (open_answers, read_answers):
        with pytest.raises(AnswersError, match=r"another book, 'cooking\[2J'") as refused:
            opening(file.parent, book)
        assert "\n" not in str(refused.value)
    assert file.read_bytes() == before


def test_a_file_of_a_newer_version_is_shown_and_not_touched(opened: Open, file: Path) -> None:
    before = changed(
        file, meta={"1": {"schema": 99, "book": "small"}}, answers={OFTEN: {"value": "one"}, "x": {}}
    )
    answers = opened()
    assert answers.read_only == "made by a newer version of this program"
    assert dict(answers) == {OFTEN: "one"}
    with pytest.raises(ReadOnly):
        answers[OFTEN] = "two"
    answers.keep_place({"page": "signs"})
    assert answers.flush()
    assert not answers.take_over()
    answers.close()
    assert file.read_bytes() == before


def test_a_newer_file_may_hold_anything_and_is_shown_as_far_as_it_is_understood(
    opened: Open, file: Path
) -> None:
    strange = {"value": 1.5, "alts": 3}, {"value": "v", "alts": ["x"], "asked": 1, "rev": "2", "at": None}
    changed(file, meta={"1": {"schema": 99, "book": "small"}}, answers={WHEN: strange[0], OFTEN: strange[1]})
    answers = opened()
    assert dict(answers) == {OFTEN: "v"}
    record = answers.record(OFTEN)
    assert record is not None
    assert record.alternatives == ()
    assert answers.questions == {OFTEN: ""}


def test_unknown_tables_and_fields_survive_every_kind_of_change(opened: Open, file: Path) -> None:
    state = json.loads(file.read_bytes())
    state["answers"][OFTEN]["mood"] = {"later": ["versions", 1.5, None]}
    state["answers"]["odd address"] = {"value": "kept, though no blank is called so"}
    changed(
        file,
        answers=state["answers"],
        later={"7": {"x": "\ud800 alone"}},
        settings={"1": {"theme": "dark", "later": [1]}},
        place={"1": {"page": "a"}, "2": {"page": "b"}},
        meta={"1": state["meta"]["1"] | {"since": 3}},
    )
    answers = opened()
    answers[OFTEN] = "changed"
    answers[WHEN] = ""
    answers.keep_setting("theme", "light")
    answers.keep_place({"page": "c"})
    assert answers.close()
    after = json.loads(file.read_bytes())
    assert after["answers"][OFTEN]["mood"] == {"later": ["versions", 1.5, None]}
    assert after["answers"]["odd address"]["value"] == "kept, though no blank is called so"
    assert after["later"] == {"7": {"x": "\ud800 alone"}}
    assert (after["settings"]["1"]["theme"], after["settings"]["1"]["later"]) == ("light", [1])
    assert after["place"]["2"] == {"page": "b"}
    assert after["meta"]["1"]["since"] == 3


def test_escapes_in_a_file_that_something_else_wrote_are_gone_before_anything_sees_them(
    opened: Open, file: Path, book: Book
) -> None:
    document = {"value": "a\x1b[2Jb\u202ec", "asked": "Why\x9b?\n", "at": "\x07", "rev": 1, "device": "\x1b"}
    other = {"value": "x\x1by", "rev": 1, "at": "", "device": ""}
    changed(file, answers={OFTEN: document | {"alts": [other], "anc": []}})
    for answers in (read_answers(file.parent, book), opened()):
        record = answers.record(OFTEN)
        assert record is not None
        assert (record.value, record.asked, record.at, record.device) == ("a[2Jbc", "Why?", "", "")
        assert record.alternatives[0].value == "xy"


def test_the_previous_file_stays_one_save_behind(file: Path) -> None:
    backup = read_state(file.with_name("small.json.bak"))
    assert backup is not None
    assert set(backup["answers"]) == {OFTEN}


def test_what_a_killed_program_left_is_removed(opened: Open, file: Path) -> None:
    for name in ("small.json.tmp", "small.json.bak.tmp"):
        file.with_name(name).write_bytes(b"half of a wo")
    opened()
    assert not [name for name in names(file.parent) if name.endswith(".tmp")]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_where_the_lock_cannot_be_made_the_answers_are_read_only_until_it_can(
    file: Path, opened: Open, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = os.open

    def refused(path: Path, *args: Any, **named: Any) -> int:
        if str(path).endswith(".lock"):
            raise OSError(number, os.strerror(number))
        return original(path, *args, **named)

    monkeypatch.setattr(os, "open", refused)
    answers = opened()
    assert answers.read_only == f"{file.with_name('small.lock')} cannot be written: {os.strerror(number)}"
    assert dict(answers) == {OFTEN: "one", WHEN: "two"}
    assert not answers.take_over()
    monkeypatch.undo()
    assert answers.take_over()


def test_a_folder_that_cannot_be_written_is_said_at_once_and_its_lock_let_go(
    file: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda *_: False)
        answers = opened()
        assert answers.read_only == f"{file.parent} cannot be written"
    assert not opened().read_only
    assert dict(answers) == {OFTEN: "one", WHEN: "two"}


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path, book: Book) -> None:
    (tmp_path / "a file").write_bytes(b"")
    with pytest.raises(AnswersError) as refused:
        open_answers(tmp_path / "a file" / "data", book)
    assert str(refused.value).startswith(f"{tmp_path / 'a file' / 'data'} cannot be made: ")


def test_a_file_that_cannot_be_read_is_one_clear_line_and_lets_the_lock_go(folder: Path, book: Book) -> None:
    (folder / "small.json").mkdir(parents=True)
    for opening in (open_answers, read_answers, open_answers):
        with pytest.raises(AnswersError, match=r"small\.json cannot be read: "):
            opening(folder, book)


def test_the_device_is_four_letters_and_the_same_at_every_start(opened: Open) -> None:
    answers = opened()
    device = answers.device
    assert len(device) == 4
    assert device.isascii()
    assert device.isalpha()
    assert device.islower()
    answers.close()
    assert opened().device == device


def test_a_large_file_is_told(opened: Open, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbook.answers.file.damage.LARGE", 100)
    notices = opened().notices
    assert len(notices) == 1
    assert str(file) in notices[0]
