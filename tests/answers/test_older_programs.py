"""Files of programs that kept no privacy, no order of entries and nothing unread, and files for them."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.books import book_of
from workbook.answers import open_answers, read_answers
from workbook.answers.document.state import State
from workbook.answers.document.versions import versions
from workbook.book import Book, read_book

FIXTURES = Path(__file__).parents[1] / "fixtures"
OLDER = FIXTURES / "answers" / "without-privacy.json"
"""Every kind of answer to the fixture book, other versions, entries, orphans, two tombstones."""

CONTESTED = ("ground/one-word", "ground/why", "year/jobs/compost/plan")


@pytest.fixture
def book() -> Book:
    """The fixture book."""
    return read_book(FIXTURES / "book")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A data folder with the older file in it."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    path = folder / "allotment.json"
    shutil.copy(OLDER, path)
    path.chmod(0o600)
    return path


def read(path: Path) -> State:
    """What stands in the file."""
    state: State = json.loads(path.read_bytes())
    return state


def said(state: State) -> Iterator[tuple[str, bool]]:
    """What every version in the file says of its privacy, by address; fails where one says nothing."""
    for address, document in state["answers"].items():
        yield from ((address, version["private"]) for version in versions(document))


def without_privacy(state: State) -> Any:
    """The answers, less what every version says of its privacy."""
    text = json.dumps(state["answers"])
    return json.loads(re.sub(r', "private": (true|false)|"private": (true|false), ', "", text))


def test_an_older_file_opens_in_place_with_every_answer_and_version(file: Path, book: Book) -> None:
    before = read(file)
    answers = open_answers(file.parent, book)
    assert not answers.read_only
    assert not answers.notices
    shown = {address: document.get("value") for address, document in before["answers"].items()}
    assert dict(answers) == {address: value for address, value in shown.items() if value is not None}
    assert sorted(answers.contested) == sorted(CONTESTED)
    assert answers.close()
    after = read(file)
    assert without_privacy(after) == before["answers"]
    assert {name: after[name] for name in ("meta", "place", "settings")} == {
        name: before[name] for name in ("meta", "place", "settings")
    }
    assert [path.name for path in file.parent.glob("*.damaged-*")] == []


def test_every_version_says_from_then_on_what_the_book_says_and_orphans_are_private(
    file: Path, book: Book
) -> None:
    open_answers(file.parent, book).close()
    found = set(said(read(file)))
    for address, private in found:
        blank = book.blank(address)
        assert private is (blank is None or not blank.share), address
    assert {address for address, private in found if private and not book.blank(address)} == {
        "ground/old-word",
        "sunken/chapter/word",
    }
    assert {private for _, private in found} == {True, False}


def test_what_a_version_says_already_is_not_taken_from_the_book(tmp_path: Path) -> None:
    """As after a merge with the file of an older program: only some of the versions say it."""
    asked = (f"<!-- @text #{name} -->\n\n{name}?\n\n> …\n" for name in ("one", "two"))
    book = book_of(tmp_path / "book", signs="\n".join(asked))
    says, unsaid = ({"value": word, "version": word * 12} for word in "ab")
    one, two = says | {"private": True, "alts": [unsaid]}, unsaid | {"alts": [says | {"private": True}]}
    file = tmp_path / "data" / "small.json"
    file.parent.mkdir()
    meta = {"1": {"schema": 1, "book": "small"}}
    file.write_text(json.dumps({"meta": meta, "answers": {"signs/one": one, "signs/two": two}}))
    open_answers(file.parent, book).close()
    assert sorted(said(read(file))) == [
        ("signs/one", False),
        ("signs/one", True),
        ("signs/two", False),
        ("signs/two", True),
    ]
    assert dict(read_answers(file.parent, book).shareable) == {"signs/two": "b"}


def test_it_is_noted_once_and_costs_no_further_write(file: Path, book: Book) -> None:
    open_answers(file.parent, book).close()
    after = file.read_bytes(), file.stat().st_mtime_ns
    open_answers(file.parent, book).close()
    assert (file.read_bytes(), file.stat().st_mtime_ns) == after


def test_a_program_that_only_reads_takes_nothing_from_the_book_and_writes_nothing(
    file: Path, book: Book
) -> None:
    before = file.read_bytes()
    answers = read_answers(file.parent, book)
    assert answers.shareable == {}
    assert set(answers.unsaid) == set(answers)
    assert file.read_bytes() == before


def test_a_copy_that_an_older_program_left_is_noted_too(file: Path, book: Book) -> None:
    open_answers(file.parent, book).close()
    copy = file.with_name("allotment.sync-conflict-20261122-201500-ABCDEFG.json")
    older = read(OLDER)
    older["answers"]["ground/one-word"] |= {"value": "Peat", "version": "f" * 12, "rev": 9}
    older["answers"]["ground/why"] |= {"value": "For them", "version": "e" * 12, "rev": 9}
    copy.write_text(json.dumps(older))
    answers = open_answers(file.parent, book)
    assert answers["ground/one-word"] == "Peat"
    assert answers.close()
    after = read(file)
    assert dict(said(after))
    assert (after["answers"]["ground/one-word"]["private"], after["answers"]["ground/why"]["private"]) == (
        False,
        True,
    )


@pytest.mark.usefixtures("patient")
def test_what_an_older_program_writes_meanwhile_is_as_private_as_the_book_says(
    file: Path, book: Book
) -> None:
    answers = open_answers(file.parent, book)
    older = read(OLDER)
    for address, value in (("ground/one-word", "Peat"), ("ground/why", "For them")):
        older["answers"][address] |= {"value": value, "version": "f" * 12, "rev": 9}
    file.write_text(json.dumps(older))
    answers["year/once/who"] = "Somebody"
    assert answers.flush()
    assert (answers["ground/one-word"], answers["ground/why"]) == ("Peat", "For them")
    assert answers.shareable["ground/one-word"] == "Peat"
    assert "ground/why" not in answers.shareable
    assert answers.close()
    open_answers(file.parent, book).close()
    assert dict(said(read(file)))["ground/why"] is True


OLD_FORM: dict[str, tuple[type, ...]] = {
    "value": (bool, int, str),
    "version": (str,),
    "at": (str,),
    "rev": (int,),
    "device": (str,),
    "asked": (str,),
    "anc": (list,),
    "alts": (list,),
}
"""What every program that knows schema 1 asks of the fields of an answer; it keeps all others as they are."""


def test_what_is_written_now_is_in_the_form_that_older_programs_read(file: Path, book: Book) -> None:
    state = read(file)
    state["answers"]["ground/light"]["value"] = ["bent"]
    file.write_text(json.dumps(state))
    answers = open_answers(file.parent, book)
    answers["year/turns@2026-06-09T1200/say/heard"] = "The clock was set back."
    assert answers.close()
    after = read(file)
    assert {"entries", "unread"} <= set(after)
    assert after["meta"]["1"]["schema"] == 1
    assert all(isinstance(document, dict) for table in after.values() for document in table.values())
    for document in after["answers"].values():
        for version in (document, *document["alts"]):
            assert all(isinstance(version[name], OLD_FORM[name]) for name in OLD_FORM if name in version)
        assert all(re.fullmatch("[0-9]{1,16}:[0-9a-f]{12}", ancestor) for ancestor in document["anc"])
        assert all("value" in version for version in document["alts"])
