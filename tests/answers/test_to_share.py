"""A tick to share belongs to the words that stood there when it was made, and to no others."""

import json
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers.conftest import TEXTS, Open
from tests.books import book_of
from workbook.answers import Answers, Kept, open_answers, read_answers
from workbook.answers.document import merged
from workbook.answers.document.state import State
from workbook.book import Book

OFTEN, WHEN = "signs/often", "signs/when"


def tick(answers: Answers, at: str) -> None:
    """What the screen does: tick the words that stand there now."""
    answers.tick_to_share(at, answers.shareable_versions([at]))


def stands(kept: Kept, at: str) -> bool:
    """Whether what stands there is what was ticked."""
    return kept.to_share.get(at) == kept.shareable_versions([at])


def test_a_tick_is_kept_and_taken_away_again(opened: Open, folder: Path, book: Book) -> None:
    answers = opened()
    answers[OFTEN] = "daily"
    tick(answers, OFTEN)
    assert stands(answers, OFTEN)
    assert answers.close()
    assert stands(read_answers(folder, book), OFTEN)
    again = opened()
    again.tick_to_share(OFTEN, ())
    assert again.to_share == {}
    assert again.close()
    assert read_answers(folder, book).to_share == {}


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("is_saved", [True, False], ids=["saved", "not saved yet"])
def test_words_that_are_changed_are_ticked_no_more_from_the_very_key(
    answers: Answers, is_saved: bool
) -> None:
    answers[OFTEN] = "daily"
    if is_saved:
        answers.flush()
    tick(answers, OFTEN)
    answers[OFTEN] = "daily, I think"
    assert not stands(answers, OFTEN)
    answers.flush()
    assert not stands(answers, OFTEN)
    answers[OFTEN] = "daily"
    assert not stands(answers, OFTEN)


@pytest.mark.usefixtures("patient")
def test_words_that_were_ticked_before_they_were_saved_are_the_same_words_afterwards(
    answers: Answers,
) -> None:
    answers[OFTEN] = "da"
    answers[OFTEN] = "daily"
    tick(answers, OFTEN)
    answers.flush()
    assert stands(answers, OFTEN)


def test_private_versions_are_never_among_what_can_be_ticked() -> None:
    version = {"value": "one", "version": "a" * 12, "private": True}
    other = {"value": "two", "version": "b" * 12, "private": False}
    unsaid = {"value": "three", "version": "c" * 12}
    kept = Kept({"answers": {OFTEN: {**version, "alts": [other, unsaid]}}})
    assert kept.shareable_versions([OFTEN, WHEN]) == {"b" * 12}


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("is_emptied", [True, False])
def test_private_words_are_private_until_the_field_is_emptied_however_soon_it_is_filled_again(
    folder: Path, tmp_path: Path, *, is_emptied: bool
) -> None:
    """Both changes come to the saver as one."""
    private = book_of(tmp_path / "first edition", signs=TEXTS.replace("#often", "#often share=no"))
    answers = open_answers(folder, private)
    answers[OFTEN] = "for nobody"
    assert answers.close()
    answers = open_answers(folder, book_of(tmp_path / "second edition", signs=TEXTS))
    if is_emptied:
        answers[OFTEN] = ""
    for letters in ("f", "for", "for you"):
        answers[OFTEN] = letters
    told = []
    for _ in range(2):
        record = answers.record(OFTEN)
        assert record is not None
        told.append((record.value, record.private))
        assert answers.flush()
    assert told == [("for you", not is_emptied)] * 2
    assert answers.close()


def test_words_for_which_the_book_has_no_blank_are_private(answers: Answers) -> None:
    answers["signs/gone"] = "from an older edition"
    for _ in range(2):
        record = answers.record("signs/gone")
        assert record is not None
        assert record.private
        assert answers.flush()


@pytest.mark.parametrize("said", ["the same words", "other words"])
def test_words_that_another_machine_wrote_in_private_are_private_here_too(said: str) -> None:
    version = {"value": "the same words", "version": "a" * 12, "private": False}
    other = {"value": said, "version": "b" * 12, "private": True}
    kept = Kept({"answers": {OFTEN: {**version, "alts": [other]}}})
    record, is_alike = kept.record(OFTEN), said == version["value"]
    assert record is not None
    assert record.private is is_alike
    assert dict(kept.shareable) == ({} if is_alike else {OFTEN: "the same words"})


def a_tick(rev: int, *names: str) -> State:
    """A file in which something was ticked."""
    return {"to-share": {OFTEN: {"rev": rev, "versions": sorted(names)}}}


def test_of_two_machines_the_later_tick_counts_and_at_the_same_time_only_what_both_say() -> None:
    for union, names in (
        (merged(a_tick(3, "a"), a_tick(2, "a", "b")), {"a"}),
        (merged(a_tick(2, "a", "b"), a_tick(2, "b", "c")), {"b"}),
        (merged(a_tick(2, "a"), a_tick(2)), set()),
        (merged(a_tick(1, "a"), a_tick(2)), set()),
        (merged(a_tick(1, "a"), {}), {"a"}),
    ):
        assert Kept(union).to_share.get(OFTEN, set()) == names


@given(st.lists(st.tuples(st.integers(0, 3), st.sets(st.sampled_from("abc"))), min_size=3, max_size=3))
def test_merging_ticks_is_the_same_in_any_order(said: list[tuple[int, set[str]]]) -> None:
    files = [a_tick(rev, *names) for rev, names in said]
    every = [json.dumps(merged(merged(a, b), c)) for a, b, c in permutations(files)]
    assert len(set(every)) == 1


def test_a_tick_follows_its_exercise_to_another_name(opened: Open, folder: Path, book: Book) -> None:
    answers = opened()
    answers[OFTEN] = "daily"
    tick(answers, OFTEN)
    answers.close()
    text = TEXTS.replace("#often", "#frequency was=often")
    second = book_of(book.folder.with_name("second edition"), signs=text)
    assert stands(read_answers(folder, second), "signs/frequency")
    again = open_answers(folder, second)
    assert stands(again, "signs/frequency")
    assert set(again.to_share) == {"signs/frequency"}
    again.close()


def test_of_two_exercises_that_became_one_no_tick_is_left_that_neither_was_given(
    opened: Open, folder: Path, book: Book
) -> None:
    answers = opened()
    answers[OFTEN], answers[WHEN] = "daily", "in June"
    tick(answers, OFTEN)
    tick(answers, WHEN)
    answers.close()
    text = TEXTS.replace("#often", '#frequency was="when often"').replace("#when", "#other")
    second = open_answers(folder, book_of(book.folder.with_name("second edition"), signs=text))
    assert not stands(second, "signs/frequency")
    second.close()


def test_words_that_came_from_another_machine_were_not_ticked(opened: Open, folder: Path) -> None:
    answers = opened()
    answers[OFTEN] = "daily"
    tick(answers, OFTEN)
    answers.close()
    there = (folder / "small.json").read_bytes()
    other = opened()
    other[OFTEN] = "now and then"
    other.close()
    (folder / "small.sync-conflict-20261122-201500-ABCDEFG.json").write_bytes(
        there.replace(b"daily", b"never").replace(b'"rev":1', b'"rev":9', 1)
    )
    again = opened()
    assert not stands(again, OFTEN)


def test_of_ticks_at_an_old_and_at_a_new_place_the_later_counts(folder: Path, tmp_path: Path) -> None:
    """Who took the tick away under the new name has taken it away, whatever stands under the old one."""
    first = book_of(tmp_path / "first edition", signs=TEXTS)
    answers = open_answers(folder, first)
    answers[OFTEN] = "daily"
    tick(answers, OFTEN)
    tick(answers, WHEN)
    answers.tick_to_share(WHEN, ())
    assert answers.close()
    text = TEXTS.replace("#often", "#other").replace("#when", "#when was=often")
    answers = open_answers(folder, book_of(tmp_path / "second edition", signs=text))
    assert answers[WHEN] == "daily"
    assert answers.to_share == {}
    assert answers.close()
