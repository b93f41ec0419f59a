"""Suggestions: where ticks lead."""

from pathlib import Path

import pytest

from tests.books import book_of
from workbook.book import Answer, Book, Group, Suggestion, is_led_to, suggestions

NOTHING_LEADS = (
    "Your ticks point to no step. Start with whichever step you like; step 7 needs the least talking."
)

STEPS_BY_NUMBER = ("communicate", "open", "feelings", "ideas", "physical", "fun", "time")


def steps(*numbers: int) -> str:
    """The addresses of these steps."""
    return " ".join(f"steps/plan/{STEPS_BY_NUMBER[number - 1]}" for number in numbers)


SIGNS = f"""
<!-- @checklist #five share=no -->

Which of these are there?

- [ ] We trust each other. <!-- #trust short="trust" absent="trust {steps(1)}" -->
- [ ] We show affection. <!-- #affection short="affection" absent="{steps(7, 5)}" -->
- [ ] We have fun. <!-- #fun short="fun" absent="{steps(6, 7)}" -->
- [ ] We say what we feel. <!-- #openness short="openness" absent="{steps(4, 7)}" -->
- [ ] We feel backed up. <!-- #support short="support" absent="{steps(1, 7)}" -->
"""

CAUSES = f"""
<!-- @group #causes weigh=weight share=no -->

What plays a part?

- [ ] Talk <!-- #talking short="talking has broken down" leads="{steps(1, 2)}" -->
- [ ] Grasp <!-- #understanding short="we do not understand each other" leads="{steps(1, 4)}" -->
- [ ] Interests <!-- #interests short="we have little in common" leads="{steps(7, 6)}" -->
- [ ] Values <!-- #values short="we value different things" leads="{steps(4, 2)}" -->
- [ ] Thrill <!-- #thrill short="the thrill is gone" leads="{steps(6, 5)}" -->
- [ ] Dull <!-- #dull short="life together feels dull" leads="{steps(6, 7)}" -->
- [ ] Self-doubt gets in the way. <!-- #doubt leads="{steps(3, 2)}" -->
- [ ] Risk <!-- #risky short="being close feels risky" leads="{steps(3, 4)}" holds="{steps(5)}" -->
- [ ] Cheating <!-- #cheating short="someone cheated" leads="choices help" holds="{steps(5, 6)}" -->

<!-- @choice #weight -->

How much?

- ( ) a little <!-- #little -->
- ( ) some <!-- #some -->
- ( ) a lot <!-- #lot -->

<!-- @end -->
"""

STEPS = f"""
<!-- @group #plan noun=step else="{NOTHING_LEADS}" -->

What would you like to try?

1. [ ] Communicate better <!-- #communicate -->
2. [ ] Speak openly <!-- #open -->
3. [ ] Feelings <!-- #feelings -->
4. [ ] Thoughts and ideas <!-- #ideas -->
5. [ ] Physical closeness <!-- #physical -->
6. [ ] Fun and surprise <!-- #fun -->
7. [ ] More time <!-- #time -->

<!-- @text #if-then -->

When …, I will …

> …

<!-- @end -->

<!-- @group #diary -->

To no row of this group leads anything.

- [ ] One <!-- #one -->

<!-- @text #note -->

Note

> …

<!-- @end -->
"""

TWELVE = (
    *("meaning", "touch", "habit", "yourself", "trust", "signs"),
    *("causes", "talking", "steps", "checkin", "choices", "help"),
)

FIVE = ("trust", "affection", "fun", "openness", "support")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Twelve chapters, of which three lead or are led to."""
    bodies = dict.fromkeys(TWELVE, "Words.\n") | {"signs": SIGNS, "causes": CAUSES, "steps": STEPS}
    return book_of(tmp_path_factory.mktemp("book"), **bodies)


def ticked(**causes: int) -> dict[str, Answer]:
    """Answers in which these causes are ticked, so strongly; 0 is a tick without a strength."""
    answers: dict[str, Answer] = {}
    for cause, strength in causes.items():
        answers[f"causes/causes/{cause}"] = True
        if strength:
            answers[f"causes/causes/{cause}/weight"] = ("little", "some", "lot")[strength - 1]
    return answers


def without(*signs: str) -> dict[str, Answer]:
    """Answers in which every sign but these is ticked."""
    return {f"signs/five/{sign}": True for sign in FIVE if sign not in signs}


def places(book: Book, answers: dict[str, Answer]) -> list[str]:
    """What is suggested above the plan, by name."""
    return [suggestion.name for suggestion in suggestions(book, answers, "steps/plan")]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (ticked(talking=3, understanding=1), ["step 1", "step 2"]),
        (ticked(dull=2, thrill=1) | without("fun"), ["step 6", "step 7"]),
        (ticked(risky=2) | without("affection"), ["step 3", "step 4"]),
        (ticked(cheating=3), ["chapter 11", "chapter 12"]),
        (ticked(talking=3, cheating=1), ["chapter 11", "chapter 12"]),
        ({}, []),
    ],
)
def test_ticks_lead_where_the_table_of_causes_says(
    book: Book, answers: dict[str, Answer], expected: list[str]
) -> None:
    assert places(book, answers) == expected


def test_a_suggestion_says_why_in_the_readers_own_ticks(book: Book) -> None:
    first, second = suggestions(book, ticked(talking=3, understanding=1), "steps/plan")
    assert str(first) == (
        "Step 1: because talking has broken down (a lot) and we do not understand each other (a little)."
    )
    assert str(second) == "Step 2: because talking has broken down (a lot)."
    assert (first.target, first.title) == ("steps/plan/communicate", "Communicate better")


def test_three_reasons_stand_strongest_first(book: Book) -> None:
    first, *_ = suggestions(book, ticked(dull=2, thrill=1) | without("fun"), "steps/plan")
    assert str(first) == (
        "Step 6: because life together feels dull (some), fun was left unticked"
        " and the thrill is gone (a little)."
    )


def test_a_row_without_short_words_is_quoted(book: Book) -> None:
    first, *_ = suggestions(book, ticked(doubt=0), "steps/plan")
    assert str(first) == "Step 3: because “Self-doubt gets in the way”."


def test_a_chapter_is_called_by_its_place_in_the_book_and_keeps_its_title(book: Book) -> None:
    first, *_ = suggestions(book, ticked(cheating=1), "steps/plan")
    assert (first.target, first.name, first.title) == ("choices", "chapter 11", "On choices")


def test_a_tick_without_a_strength_counts_like_the_weakest(book: Book) -> None:
    answers = ticked(interests=0, doubt=0)
    assert places(book, answers) == ["step 3", "step 7"]
    assert places(book, answers | ticked(interests=2)) == ["step 7", "step 3"]


def test_a_strength_that_no_option_has_counts_like_none(book: Book) -> None:
    answers = ticked(interests=0, doubt=0) | {"causes/causes/interests/weight": "enormous"}
    assert places(book, answers) == ["step 3", "step 7"]


def test_a_strength_kept_under_a_tick_that_is_gone_counts_for_nothing(book: Book) -> None:
    assert places(book, {"causes/causes/talking/weight": "lot"}) == []


def test_of_equal_sums_the_earlier_in_the_book_stands_first(book: Book) -> None:
    assert places(book, ticked(values=1, doubt=1)) == ["step 2", "step 3"]


def test_a_sign_left_unticked_says_nothing_while_no_sign_is_ticked(book: Book) -> None:
    assert places(book, ticked(talking=1)) == ["step 1", "step 2"]
    assert "chapter 5" in places(book, ticked(talking=1) | without("trust"))


def test_a_chapter_that_comes_from_something_left_unticked_ranks_by_its_sum(book: Book) -> None:
    assert places(book, without("trust")) == ["chapter 5", "step 1"]
    assert places(book, without("trust") | ticked(talking=3)) == ["step 1", "step 2"]


def test_all_five_signs_ticked_lead_nowhere(book: Book) -> None:
    assert places(book, without()) == []


def test_what_is_held_is_not_suggested_though_more_leads_there(book: Book) -> None:
    assert places(book, ticked(thrill=3)) == ["step 6", "step 5"]
    assert places(book, ticked(thrill=3, risky=1)) == ["step 6", "step 3"]


def test_where_nothing_leads_anywhere_the_group_has_words_for_it(book: Book) -> None:
    plan = next(chapter for chapter in book.chapters if chapter.id == "steps").exercises["plan"]
    assert isinstance(plan, Group)
    assert suggestions(book, {}, "steps/plan") == ()
    assert plan.otherwise == NOTHING_LEADS


def test_a_group_to_whose_rows_nothing_leads_suggests_nothing(book: Book) -> None:
    assert suggestions(book, ticked(cheating=3), "steps/diary") == ()
    assert is_led_to(book, "steps/plan")
    assert not is_led_to(book, "steps/diary")


def test_a_group_that_is_named_without_being_led_to_is_not_led_to(tmp_path: Path) -> None:
    """An earlier address, a place that is only held, a row that is not there, a link in the text."""
    signs = """
See `steps/plan/fun`.

<!-- @checklist #a was="steps/plan/open" -->

Which?

- [ ] One <!-- #one leads="steps/plan/none other" holds="steps/plan/fun" -->
"""
    assert not is_led_to(book_of(tmp_path, signs=signs, other="Words.\n", steps=STEPS), "steps/plan")


def test_places_that_are_not_in_the_book_are_not_suggested(tmp_path: Path) -> None:
    signs = LEADING.format("nowhere steps/plan/none steps/plan/fun")
    book = book_of(tmp_path, signs=signs, steps=STEPS)
    assert places(book, {"signs/a/one": True}) == ["step 6"]


LEADING = "<!-- @checklist #a -->\n\nWhich?\n\n- [ ] One <!-- #one leads='{}' -->\n"

GROUPS = """
<!-- @group #days {options} -->

How was it?

{rows}

<!-- @checklist #words -->

Which words fit?

- [ ] Dull <!-- #dull leads="steps/plan/fun" -->
- [ ] Silent <!-- #silent leads="steps/plan/communicate" -->

<!-- @end -->
"""


def test_of_a_repeating_exercise_only_the_newest_entry_counts(tmp_path: Path) -> None:
    book = book_of(tmp_path, days=GROUPS.format(options="repeat=week", rows=""), steps=STEPS)
    old, new = "days/days@2026-W47/words/silent", "days/days@2026-W48/words/dull"
    assert places(book, {new: True, old: True}) == ["step 6"]
    assert places(book, {old: True}) == ["step 1"]


def test_ticks_below_a_row_count_while_the_row_is_ticked(tmp_path: Path) -> None:
    book = book_of(tmp_path, days=GROUPS.format(options="", rows="- [ ] Home <!-- #home -->"), steps=STEPS)
    below: dict[str, Answer] = {"days/days/home/words/dull": True}
    assert places(book, below) == []
    assert places(book, below | {"days/days/home": True}) == ["step 6"]


def test_ticks_below_a_row_that_stands_open_count_at_once(tmp_path: Path) -> None:
    rows = "- [ ] Home <!-- #home -->"
    book = book_of(tmp_path, days=GROUPS.format(options="open=all", rows=rows), steps=STEPS)
    assert places(book, {"days/days/home/words/dull": True}) == ["step 6"]


CHOICE = """
<!-- @choice #grow -->

Which of them would you most like to grow?

- ( ) Fun <!-- #fun short="fun is what you want more of" leads="steps/plan/fun steps/plan/time" -->
- ( ) Trust. <!-- #trust leads="steps/plan/communicate" -->
- ( ) Rest <!-- #rest leads="steps/plan/time" holds="steps/plan/fun" -->

"""


def test_the_option_chosen_of_a_choice_leads_and_no_other(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=CHOICE, steps=STEPS)
    assert places(book, {}) == []
    assert places(book, {"signs/grow": "fun"}) == ["step 6", "step 7"]
    assert places(book, {"signs/grow": "trust"}) == ["step 1"]
    assert places(book, {"signs/grow": "gone"}) == []


def test_an_option_chosen_counts_beside_ticks_and_is_a_reason_in_its_own_words(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=CHOICE, causes=CAUSES, steps=STEPS)
    first, second = suggestions(book, ticked(talking=1) | {"signs/grow": "trust"}, "steps/plan")
    assert str(first) == "Step 1: because “Trust” and talking has broken down (a little)."
    assert second.name == "step 2"


def test_an_option_chosen_can_take_a_place_out(tmp_path: Path) -> None:
    book = book_of(tmp_path, signs=CHOICE, causes=CAUSES, steps=STEPS)
    assert places(book, ticked(dull=3)) == ["step 6", "step 7"]
    assert places(book, ticked(dull=3) | {"signs/grow": "rest"}) == ["step 7"]


def test_the_option_chosen_in_a_field_leads_alone_and_in_open_rows(tmp_path: Path) -> None:
    group = "<!-- @group #days {} -->\n\nHow was it?\n\n{}\n" + CHOICE + "<!-- @end -->\n"
    alone = book_of(tmp_path / "a", days=group.format("repeat=week", ""), steps=STEPS)
    assert places(alone, {"days/days@2026-W47/grow": "trust", "days/days@2026-W48/grow": "fun"}) == [
        *("step 6", "step 7"),
    ]
    rows = "- [ ] Home <!-- #home -->"
    in_rows = book_of(tmp_path / "b", days=group.format("", rows), steps=STEPS)
    chosen: dict[str, Answer] = {"days/days/home/grow": "trust"}
    assert places(in_rows, chosen) == []
    assert places(in_rows, chosen | {"days/days/home": True}) == ["step 1"]


def test_a_row_without_noun_or_number_is_called_by_its_words(tmp_path: Path) -> None:
    rows = "- [ ] A walk. <!-- #walk -->\n- [ ] Talk <!-- #talk short='a long talk' -->"
    signs = LEADING.format("next/days/walk next/days/talk")
    book = book_of(tmp_path, signs=signs, next=GROUPS.format(options="", rows=rows))
    found: tuple[Suggestion, ...] = suggestions(book, {"signs/a/one": True}, "next/days")
    assert list(map(str, found)) == ["“A walk”: because “One”.", "A long talk: because “One”."]


def test_only_chapters_that_lead_or_are_led_to_are_read(tmp_path: Path) -> None:
    book = book_of(tmp_path, story="Words.\n", signs=SIGNS, causes=CAUSES, steps=STEPS)
    places(book, ticked(talking=1))
    assert [front.id for front in book.fronts if book.is_open(front)] == ["signs", "causes", "steps"]
