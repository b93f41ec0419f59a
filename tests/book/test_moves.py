"""Moves: answers follow what was given another id."""

from pathlib import Path

from tests.books import book_of
from workbook.book import Answer, Book, moves, renamed_choices


def text(name: str, options: str = "") -> str:
    """A text exercise, or a field."""
    return f"<!-- @text #{name} {options} -->\n\nWhat?\n\n> …\n\n"


def opened(book: Book) -> list[str]:
    """The chapters that were read whole."""
    return [front.id for front in book.fronts if book.is_open(front)]


def test_an_exercise_takes_its_answer_along(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=text("evidence", "was=proof"))
    assert moves(book, ["signs/proof", "signs/other", "causes/proof"]) == {"signs/proof": "signs/evidence"}


def test_nothing_moves_and_no_chapter_is_read_where_nothing_was_renamed(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=text("proof"), causes=text("how"))
    assert moves(book, ["signs/evidence", "signs/proof"]) == {}
    assert renamed_choices(book, {"signs/proof": "text"}) == {}
    assert opened(book) == []


def test_only_chapters_that_rename_something_are_read(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=text("evidence", "was=proof"), causes=text("how"))
    moves(book, ["signs/proof", "causes/how"])
    assert opened(book) == ["signs"]


def test_of_two_earlier_ids_the_newer_one_is_named_first(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=text("evidence", 'was="proof example"'))
    found = moves(book, ["signs/example", "signs/proof"])
    assert list(found.items()) == [("signs/proof", "signs/evidence"), ("signs/example", "signs/evidence")]


def test_an_exercise_may_come_from_another_chapter(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs="Nothing.\n", trust=text("evidence", "was=signs/proof"))
    assert moves(book, ["signs/proof"]) == {"signs/proof": "trust/evidence"}


def test_an_id_that_is_still_in_use_keeps_its_answers(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=text("proof"), trust=text("evidence", "was=signs/proof"))
    assert moves(book, ["signs/proof"]) == {}


def test_an_item_takes_its_tick_along(tmp_path: Path) -> None:
    checklist = "<!-- @checklist #five -->\n\nWhich?\n\n- [ ] Fun <!-- #fun was=joy -->\n"
    assert moves(book_of(tmp_path, signs=checklist), ["signs/five/joy"]) == {
        "signs/five/joy": "signs/five/fun"
    }


CAUSES = """
<!-- @group #causes was=reasons -->

Tick.

- [ ] Talking <!-- #talking was="talk speech" -->
- [ ] Money <!-- #money -->

<!-- @text #how was=way -->

How?

> …

<!-- @checklist #words -->

Which words?

- [ ] Sad <!-- #sad was=blue -->

<!-- @end -->
"""


def test_group_row_field_and_item_can_each_have_been_called_otherwise(tmp_path: Path) -> None:
    book = book_of(tmp_path, causes=CAUSES)
    assert moves(
        book,
        [
            "causes/reasons/speech/way",
            "causes/reasons/money",
            "causes/causes/talk",
            "causes/causes/money/way",
            "causes/reasons/talk/words/blue",
            "causes/causes/money/words/sad",
        ],
    ) == {
        "causes/reasons/speech/way": "causes/causes/talking/how",
        "causes/reasons/money": "causes/causes/money",
        "causes/causes/talk": "causes/causes/talking",
        "causes/causes/money/way": "causes/causes/money/how",
        "causes/reasons/talk/words/blue": "causes/causes/talking/words/sad",
    }


def test_what_comes_under_the_newest_ids_is_named_before_what_is_older(tmp_path: Path) -> None:
    book = book_of(tmp_path, causes=CAUSES)
    found = moves(book, ["causes/causes/speech/how", "causes/causes/talk/how"])
    assert list(found) == ["causes/causes/talk/how", "causes/causes/speech/how"]


def test_even_an_answer_whose_field_is_gone_moves_with_its_group(tmp_path: Path) -> None:
    book = book_of(tmp_path, causes=CAUSES)
    assert moves(book, ["causes/reasons/money/gone"]) == {
        "causes/reasons/money/gone": "causes/causes/money/gone"
    }


def test_entries_move_with_their_group_into_another_chapter(tmp_path: Path) -> None:
    head = "<!-- @group #weekly repeat=week was=checkin/week -->\n\nNow.\n\n"
    group = f"{head}{text('note', 'was=remark')}<!-- @end -->\n"
    book = book_of(tmp_path, checkin="Nothing.\n", plan=group)
    assert moves(book, ["checkin/week@2026-W48/remark", "checkin/week@2026-W49/note"]) == {
        "checkin/week@2026-W48/remark": "plan/weekly@2026-W48/note",
        "checkin/week@2026-W49/note": "plan/weekly@2026-W49/note",
    }


def test_a_row_may_come_from_a_group_that_was_renamed_too(tmp_path: Path) -> None:
    group = "<!-- @group #{} -->\n\nTick.\n\n- [ ] Row <!-- #{} -->\n\n{}<!-- @end -->\n"
    book = book_of(
        tmp_path,
        steps=group.format("plan was=list", "open", text("how")),
        later=group.format("rest", "fun was=steps/plan/fun", text("how")),
    )
    assert moves(book, ["steps/list/fun/how", "steps/plan/fun", "steps/list/open"]) == {
        "steps/list/fun/how": "later/rest/fun/how",
        "steps/plan/fun": "later/rest/fun",
        "steps/list/open": "steps/plan/open",
    }


CHOICE = """
<!-- @choice #often -->

How often?

- ( ) Each day <!-- #each-day was=daily -->
- ( ) No <!-- #no -->

"""


def test_the_chosen_item_is_known_by_its_present_id(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=CHOICE)
    answers: dict[str, Answer] = {"signs/often": "daily"}
    assert renamed_choices(book, answers) == {"signs/often": "each-day"}


def test_a_choice_that_was_never_renamed_stays_as_it_is(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=CHOICE + text("daily"))
    answers: dict[str, Answer] = {"signs/often": "no", "signs/daily": "daily"}
    assert renamed_choices(book, answers) == {}
    assert renamed_choices(book, {"signs/often": "gone"}) == {}
