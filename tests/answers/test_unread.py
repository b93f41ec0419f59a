"""One answer that cannot be read costs none of the others, and can itself be seen."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.answers.conftest import Open
from tests.answers.mutations import bent, good
from tests.answers.samples import BOOK, sample, written
from workbook.answers import Kept, open_answers, read_answers, refuse_unfit, restore
from workbook.answers.document.merge import merged
from workbook.answers.document.records import is_same, value_of
from workbook.answers.document.state import UNREAD, State
from workbook.answers.errors import Damaged
from workbook.answers.file.damage import loaded
from workbook.answers.file.storage import dumps
from workbook.book import Book

GOOD = written(sample())


def with_document(**fields: object) -> bytes:
    """The good file with other fields in one answer."""
    state = sample()
    state["answers"]["signs/five"] = state["answers"]["signs/five"] | fields
    return json.dumps(state).encode()


FIVE = "signs/five"
BENT = {
    "a text instead": written(sample() | {"answers": sample()["answers"] | {FIVE: "words"}}),
    "nesting 900 deep in one field": with_document(x=json.loads("[" * 900 + "]" * 900)),
    "nesting 100,000 deep in one field": with_document(x=0.5).replace(
        b"0.5", b"[" * 100_000 + b"]" * 100_000
    ),
    "an integer of 5,000 digits": with_document(x=0.5).replace(b"0.5", b"7" * 5000),
    "NaN": with_document(x=0.5).replace(b"0.5", b"NaN"),
    "Infinity": with_document(x=0.5).replace(b"0.5", b"-Infinity"),
    "a number beyond every float": with_document(x=0.5).replace(b"0.5", b"1e999"),
    "a value that is a list": with_document(value=["words"]),
    "a value that is null": with_document(value=None),
    "a value that is a fraction": with_document(value=7.0),
    "a revision that is a text": with_document(rev="3"),
    "a revision that is true": with_document(rev=True),
    "a revision below zero": with_document(rev=-1),
    "a revision that other readers would round": with_document(rev=2**53),
    "a time that is a number": with_document(at=1763842500),
    "a question that is a list": with_document(asked=[]),
    "a privacy that is a text": with_document(private="no"),
    "ancestors that are a text": with_document(anc="1:0123456789ab"),
    "an ancestor that is none": with_document(anc=["0123456789ab"]),
    "an ancestor with other digits": with_document(anc=["٣:0123456789ab"]),
    "an ancestor that other readers would round": with_document(anc=[f"{2**53}:0123456789ab"]),
    "alternatives that are texts": with_document(alts=["words"]),
    "an alternative without value": with_document(alts=[{"at": "x"}]),
    "an alternative whose value is a list": with_document(alts=[{"value": []}]),
    "an alternative beside nothing": with_document(value="", alts=[{"value": "words"}]),
}
"""Files in which the answer at `signs/five` is not in form."""

ELSEWHERE = {
    "place": written(sample() | {"place": None}),
    "place/1": written(sample() | {"place": {"1": "words"}}),
    "settings": written(sample() | {"settings": [1, "words"]}),
    "settings/1": written(sample() | {"settings": {"1": []}}),
    "entries": written(sample() | {"entries": "words"}),
    "entries/signs/week@2026-W48": written(sample() | {"entries": {"signs/week@2026-W48": {"after": 7}}}),
    "to-share": written(sample() | {"to-share": ["words"]}),
    "to-share/signs/five": written(sample() | {"to-share": {"signs/five": {"versions": "words"}}}),
    "drawings/1": written(sample() | {"drawings": {"1": None, "2": {"kept": True}}}),
    "meta": written(sample() | {"meta": []}),
    "meta/1": GOOD.replace(b'"schema":1', b'"schema":"1"'),
    "meta/2": written(sample() | {"meta": sample()["meta"] | {"2": "words"}}),
}
"""Files in which something else is not, by the name that the reader is told."""

UNSAID = {
    "a schema that is true": GOOD.replace(b'"schema":1', b'"schema":true'),
    "schema 0": GOOD.replace(b'"schema":1', b'"schema":0'),
    "a book that is no text": GOOD.replace(b'"book":"signs"', b'"book":7'),
    "no schema": GOOD.replace(b'"schema":1,', b""),
    "a text instead": written(sample() | {"meta": {"1": "words"}}),
    "no document": written(sample() | {"meta": {}}),
    "nothing": written({"answers": sample()["answers"]}),
}
"""Files that do not say what they are, though their answers do."""


@pytest.mark.parametrize("raw", BENT.values(), ids=BENT)
def test_a_bent_answer_is_kept_letter_by_letter_and_all_else_is_read(raw: bytes) -> None:
    state = loaded(raw)
    others = {address: document for address, document in sample()["answers"].items() if address != FIVE}
    assert state["answers"] == others
    (part,) = Kept(state).unread
    assert part.name == FIVE
    stands = re.search(rb'"signs/five": ?(.*?)(, ?"signs/trust")', raw, re.DOTALL)
    assert stands
    assert part.json == stands[1].decode()
    assert loaded(dumps(state)) == state


@pytest.mark.parametrize(("name", "raw"), ELSEWHERE.items(), ids=ELSEWHERE)
def test_a_bent_table_or_document_of_another_kind_costs_no_answer(name: str, raw: bytes) -> None:
    state = loaded(raw)
    assert state["answers"] == sample()["answers"]
    assert [part.name for part in Kept(state).unread] == [name]
    assert state["meta"]["1"]["schema"] == 1
    state["meta"]["1"].setdefault("book", BOOK)  # as opening does, where the file does not say it
    assert loaded(dumps(state)) == state


@pytest.mark.parametrize("raw", UNSAID.values(), ids=UNSAID)
def test_a_file_that_no_longer_says_what_it_is_is_that_of_the_book_it_is_named_for(
    raw: bytes, book: Book, folder: Path
) -> None:
    folder.mkdir(mode=0o700)
    (folder / "small.json").write_bytes(raw.replace(b'"book":"signs"', b'"book":"small"'))
    answers = open_answers(folder, book)
    assert set(answers) == set(sample()["answers"])
    answers["signs/when"] = "now"
    assert answers.close()
    assert json.loads((folder / "small.json").read_bytes())["meta"]["1"] == {
        "schema": 1,
        "book": "small",
        "title": "A small book",
    }


@pytest.mark.parametrize(
    "raw",
    [
        written({"answers": []}),
        written(sample() | {"answers": ["words"]}),
        written(sample() | {"answers": None}),
        b'{"name": {"x": 1}, "answers": {"q": {"value": "an exam"}}}',
        b'{"name": "a package", "version": "1"}',
    ],
)
def test_where_no_answer_is_left_it_is_no_file_of_answers(raw: bytes) -> None:
    with pytest.raises(Damaged) as damage:
        loaded(raw)
    assert "words" not in str(damage.value)


@pytest.mark.parametrize("change", [lambda raw: raw[:-40], lambda raw: raw.replace(b'"at":', b'"at"')])
def test_what_is_no_json_is_damage_as_before(change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(Damaged):
        loaded(change(GOOD))


def with_three_good_texts(folder: Path) -> Path:
    """A data file with three good texts, and a scale that says `7.0`."""
    folder.mkdir(mode=0o700)
    state = sample(often="one", when="two", then="three", near=7)
    state["meta"]["1"] |= {"book": "small"}
    path = folder / "small.json"
    path.write_bytes(written(state).replace(b'"value":7', b'"value":7.0'))
    path.chmod(0o600)
    return path


def test_the_reader_is_told_once_which_one_cannot_be_read(opened: Open, folder: Path, book: Book) -> None:
    path = with_three_good_texts(folder)
    (told,) = read_answers(folder, book).notices
    answers = opened()
    assert dict(answers) == {"signs/often": "one", "signs/when": "two", "signs/then": "three"}
    assert answers.notices == (told,)
    assert "signs/near" in told
    assert answers.close()
    again = opened()
    assert again.notices == ()
    (part,) = again.unread
    assert (part.name, json.loads(part.json)["value"]) == ("signs/near", 7.0)
    assert again.close()
    assert not list(folder.glob("*.damaged-*"))
    assert json.loads(path.read_bytes())[UNREAD]


def test_something_new_can_be_written_in_its_place(opened: Open, folder: Path) -> None:
    with_three_good_texts(folder)
    answers = opened()
    answers["signs/near"] = 3
    assert answers.close()
    again = opened()
    assert again["signs/near"] == 3
    assert [part.name for part in again.unread] == ["signs/near"]


def test_a_copy_with_one_bent_answer_is_restored(folder: Path, book: Book, tmp_path: Path) -> None:
    copy = with_three_good_texts(folder).rename(tmp_path / "copy.json")
    refuse_unfit(copy, "small")
    restore(folder, "small", copy)
    assert len(read_answers(folder, book)) == 3


def test_the_good_answers_of_another_machine_are_joined(opened: Open, folder: Path) -> None:
    path = with_three_good_texts(folder)
    path.rename(folder / "small.sync-conflict-20261122-201500-ABCDEFG.json")
    answers = opened()
    assert dict(answers) == {"signs/often": "one", "signs/when": "two", "signs/then": "three"}
    assert any("signs/near" in notice for notice in answers.notices)
    assert [part.name for part in answers.unread] == ["signs/near"]


@pytest.mark.usefixtures("patient")
def test_one_that_another_program_bends_meanwhile_costs_nothing_either(opened: Open, folder: Path) -> None:
    answers = opened()
    answers["signs/often"] = "one"
    answers["signs/near"] = 7
    assert answers.flush()
    path = folder / "small.json"
    path.write_bytes(path.read_bytes().replace(b'"value":7', b'"value":7.5'))
    answers["signs/when"] = "two"
    assert answers.flush()
    assert dict(answers) == {"signs/often": "one", "signs/near": 7, "signs/when": "two"}
    assert any("signs/near" in notice for notice in answers.notices)
    assert [part.name for part in answers.unread] == ["signs/near"]


def test_the_same_found_on_two_machines_is_kept_once_and_two_are_kept_both() -> None:
    one, other = (loaded(BENT[name]) for name in ("NaN", "a value that is null"))
    assert merged(one, one) == one
    assert len(merged(one, other)[UNREAD]) == len(merged(other, one)[UNREAD]) == 2
    assert merged(one, other) == merged(other, one)


def others_are_there(before: State, after: State, table: str, name: str) -> bool:
    """Whether every answer but the one that was bent is as it was."""
    return all(
        after["answers"].get(address) == document
        for address, document in before["answers"].items()
        if (table, name) != ("answers", address)
    )


def can_be_seen(state: State, before: State, name: str) -> bool:
    """Whether the answer that was bent is among the others, or is kept unread, or had its value taken out."""
    document = state["answers"].get(name)
    if document is None:
        return name in [part.name for part in Kept(state).unread]
    value = value_of(document)
    return value is not None or not is_same(document.get("value"), value_of(before["answers"][name]))


def test_of_a_thousand_answers_one_that_is_bent_costs_none_of_the_others() -> None:
    before, random = good(), Random(26)
    for _ in range(100):
        raw, table, name = bent(before, random)
        state = loaded(raw)
        assert others_are_there(before, state, table, name), (table, name)
        assert table != "answers" or can_be_seen(state, before, name), name
