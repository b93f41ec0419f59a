"""What was exported is read back as it was: one chapter or all, orphans included."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.books import book_of
from tests.export import strategies
from tests.export.shelf import FOLDERS, SHELF, Shelved, book
from tests.reading_back import read_filled
from workbook.book import Answer, Blank, Checklist, Choice, Group, Scale, Text, entries, orphans
from workbook.export import filled_book, filled_chapter

thorough = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("shelved", SHELF)
def test_any_answers_of_a_chapter_are_read_back(shelved: Shelved) -> None:
    whole, chapter = shelved
    blanks = list(strategies.blanks(chapter))

    @settings(thorough, max_examples=40)
    @given(strategies.answers(blanks))
    def reads_back(answers: dict[str, Answer]) -> None:
        assert read_filled(whole, filled_chapter(chapter, answers)) == answers

    reads_back()


@pytest.mark.parametrize("name", FOLDERS)
def test_any_answers_of_a_book_are_read_back_with_its_orphans(name: str) -> None:
    blanks = [blank for chapter in book(name).chapters for blank in strategies.blanks(chapter)]

    @settings(thorough, max_examples=40)
    @given(
        strategies.answers(blanks), strategies.orphans, st.dictionaries(strategies.stored, strategies.words)
    )
    def reads_back(found: dict[str, Answer], lost: dict[str, Answer], asked: dict[str, str]) -> None:
        answers = {**lost, **found}
        questions = dict(zip(lost, asked.values(), strict=False))
        assert read_filled(book(name), filled_book(book(name), answers, questions=questions)) == answers

    reads_back()


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("value", ["first", "last"])
def test_a_book_filled_to_the_last_blank_is_read_back(name: str, value: str) -> None:
    full = _full(name, lambda all_of_them: all_of_them[0 if value == "first" else -1])
    assert read_filled(book(name), filled_book(book(name), full)) == full


def _full(name: str, chosen: Callable[[Sequence[Answer]], Answer]) -> dict[str, Answer]:
    """An answer in every blank of a book."""
    blanks = [blank for chapter in book(name).chapters for blank in strategies.blanks(chapter)]
    return {blank.address: chosen(_possible(blank)) for blank in blanks}


def _possible(blank: Blank) -> Sequence[Answer]:
    match blank.of:
        case Choice(items=items):
            return [item.id for item in items]
        case Scale(least=least, most=most):
            return [least, most]
        case Text(is_date=True):
            return ["0001-01-01", "9999-12-31"]
        case Text():
            return ["…", "Two lines\n\n- of <!-- words -->"]
        case Checklist() | Group():
            return [True]
    raise TypeError(f"no value is known for {blank.of.kind}")


def test_a_file_with_foreign_newlines_and_a_bom_is_read_back() -> None:
    answers = _full("fixture", lambda values: values[-1])
    filled = filled_book(book("fixture"), answers)
    assert read_filled(book("fixture"), "\ufeff" + filled.replace("\n", "\r\n")) == answers


def test_the_newest_entries_alone_are_read_back_from_a_file_that_holds_no_others() -> None:
    answers = _full("fixture", lambda values: values[0])
    newest = entries("year/week", answers)[-1]
    kept = {a: v for a, v in answers.items() if "@" not in a or a.partition("@")[2].startswith(newest + "/")}
    assert len(kept) < len(answers)
    assert read_filled(book("fixture"), filled_book(book("fixture"), answers, latest=True)) == kept


def test_some_chapters_hold_their_own_orphans_and_a_book_those_of_vanished_chapters_too(
    tmp_path: Path,
) -> None:
    small = book_of(tmp_path, one="Words.\n", two="Words.\n", three="Words.\n")
    one, two, _ = small.chapters
    lost: dict[str, Answer] = {"one/a": "x", "two/b": 2, "three/c": True, "gone/d": "y"}
    assert set(orphans(small, lost)) == set(lost)
    assert read_filled(small, filled_book(small, lost)) == lost
    assert read_filled(small, filled_book(small, lost, [one, two])) == {"one/a": "x", "two/b": 2}
    assert read_filled(small, filled_book(small, lost, [two])) == {"two/b": 2}
    assert read_filled(small, filled_chapter(one, lost)) == {"one/a": "x"}


def test_an_orphan_stands_under_its_question_and_cannot_leave_its_place(tmp_path: Path) -> None:
    small = book_of(tmp_path, c="Words.\n")
    lost: dict[str, Answer] = {"gone/--> <b>": "it rained"}
    question = "What was\n<!-- @end --> # it?"
    (chapter,) = small.chapters
    filled = filled_book(small, lost, questions={"gone/--> <b>": question})
    assert filled == chapter.source + (
        "\n## No longer in this book\n"
        '\n<!-- @kept at="gone/-&#45;&#62;&#32;&#60;b&#62;" type=text -->\n'
        "\nWhat was &lt;!-- @end --> # it?\n"
        "\n> it rained\n"
    )


def test_what_no_blank_takes_is_passed_over_in_a_file_edited_by_hand(tmp_path: Path) -> None:
    asked = "<!-- @scale #near -->\n\n> … / 10\n\n<!-- @choice #often -->\n\n- ( ) Daily <!-- #daily -->\n"
    small = book_of(tmp_path, c=asked)
    edited = (
        "---\nid: c\n---\n\n<!-- @scale #near -->\n\n> 42 / 10\n\n"
        "<!-- @choice #often -->\n\n- (x) Hourly <!-- #hourly -->\n- (X) Daily <!-- #daily -->\n\n"
        "<!-- @text #gone -->\n\n> words\n\n"
        '<!-- @kept at="c/kept" type=number -->\n\n> many\n\n'
        '<!-- @kept at="c/none" type=text -->\n\nNothing.\n'
    )
    assert read_filled(small, edited) == {"c/often": "daily"}


def test_a_field_of_an_unknown_group_is_not_taken_for_an_exercise_of_the_same_name(tmp_path: Path) -> None:
    small = book_of(tmp_path, c="<!-- @text #word -->\n\n> …\n")
    field = "<!-- @text #word -->\n\n> not this\n\n"
    edited = f"---\nid: c\n---\n\n<!-- @group #gone -->\n\n{field}<!-- @end -->\n"
    assert read_filled(small, edited) == {}
    assert read_filled(small, f"{edited}\n{field}") == {"c/word": "not this"}


def test_a_quote_after_the_next_heading_is_no_answer(tmp_path: Path) -> None:
    small = book_of(tmp_path, c="<!-- @text #word -->\n\nA word?\n\n> …\n\n## Next\n\n> A saying.\n")
    edited = "---\nid: c\n---\n\n<!-- @text #word -->\n\nA word?\n\n## Next\n\n> A saying.\n"
    assert read_filled(small, edited) == {}


def test_a_chapter_that_ends_in_html_does_not_hide_the_next_one(tmp_path: Path) -> None:
    small = book_of(tmp_path, one="<div>one</div>\n", two="<!-- @text #word -->\n\n> …\n")
    answers: dict[str, Answer] = {"two/word": "here"}
    assert read_filled(small, filled_book(small, answers)) == answers


def test_a_file_of_no_known_chapter_holds_nothing(tmp_path: Path) -> None:
    small = book_of(tmp_path, c="<!-- @text #word -->\n\n> …\n")
    asked = "<!-- @text #word -->\n\n> words\n"
    assert read_filled(small, asked) == {}
    assert read_filled(small, f"---\nid: other\n---\n\n{asked}") == {}
    assert read_filled(small, f"<!-- @chapter #c -->\n\n{asked}") == {"c/word": "words"}
