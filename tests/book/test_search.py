"""Finding words in the book and in the reader's answers."""

from pathlib import Path

import pytest

from tests.books import book_of
from workbook.book import Answer, Book, Hit, found

SIGNS = """
# The five signs

Closeness leaves
tracks, and **some
tracks** last. It isn’t a race.

- One track, of snow

| Who | What |
|---|---|
| Ada | an oak |

## Look

<!-- @checklist #five -->

Which are in the window?

- [ ] We have fun. <!-- #fun -->

<!-- @scale #near low="miles apart" high="very near" -->

How near?

> … / 10

<!-- @text #proof rows=4 -->

When did you notice?

> …
"""

CARDS = """
<!-- @group #cards view=cards -->

Turn them.

- Is it a fault? <!-- #fault -->

  Hardly ever, says the owl.

<!-- @text #thought -->

What is your own thought?

> …

<!-- @end -->

<!-- @group #weekly repeat=week -->

Each week.

<!-- @choice #mood -->

What mood?

- ( ) Sunny <!-- #sunny -->

<!-- @text #note -->

A note?

> …

<!-- @end -->
"""

ANSWERS: dict[str, Answer] = {
    "signs/five/fun": True,
    "signs/near": 7,
    "signs/proof": "On Tuesday Sam put the kettle on\nand asked   nothing.\n\nCafe\u0301 after.",
    "cards/weekly@2026-W48/note": "The kettle again",
    "cards/weekly@2025-W48/note": "First kettle",
    "cards/weekly@2026-W48/mood": "sunny",
    "cards/cards/fault/thought": "I blame the kettle",
    "cards/gone": "An orphan's kettle",
}


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Prose, every kind of exercise, and answers to them."""
    return book_of(tmp_path, signs=SIGNS, cards=CARDS)


def marked(hit: Hit) -> str:
    """The snippet with its match in brackets."""
    return f"{hit.snippet[: hit.start]}[{hit.snippet[hit.start : hit.end]}]{hit.snippet[hit.end :]}"


def where(book: Book, words: str) -> list[tuple[str, int, int]]:
    """Chapter, page and block of each hit."""
    return [(hit.chapter, hit.page, hit.block) for hit in found(book, ANSWERS, words)]


def test_words_are_found_across_line_ends_and_styles(book: Book) -> None:
    (hit,) = found(book, ANSWERS, "LEAVES tracks, and some  tracks last")
    assert marked(hit) == "Closeness [leaves tracks, and some tracks last]. It isn’t a race."
    assert (hit.chapter, hit.page, hit.block, hit.part, hit.own) == ("signs", 0, 0, 1, False)


def test_words_are_found_across_the_lines_of_an_answer(book: Book) -> None:
    (hit,) = found(book, ANSWERS, "on and asked nothing")
    assert (hit.own, hit.address, hit.page, hit.block) == (True, "signs/proof", 1, 3)


def test_a_straight_quote_finds_a_curly_one(book: Book) -> None:
    assert [marked(hit) for hit in found(book, {}, "isn't")] == ["…and some tracks last. It [isn’t] a race."]


def test_an_accent_is_found_however_it_was_typed(book: Book) -> None:
    assert [hit.address for hit in found(book, ANSWERS, "café")] == ["signs/proof"]


@pytest.mark.parametrize(
    ("sought", "written"),
    [
        ("lodz", "We met in [Łódź] by train."),
        ("Łódź", "We met in [Lodz] by train."),
        ("cafe", "A [café], a table."),
        ("cafe", "A [cafe\u0301], a table."),
        ("café", "A [cafe], a table."),
        ("resume", "His [résumé] lay there."),
        ("office", "The [o\ufb03ce] is shut."),
        ("strasse", "Die [Straße] hinauf."),
        ("straße", "DIE [STRASSE] HINAUF."),
        ("aegir", "Then [Ægir] spoke."),
        ("istanbul", "To [İstanbul] by boat."),
        ("αθηνα", "Στην [Αθήνα] τότε."),
        ("σοφοσ", "Ο [σοφός] μένει."),
        ("елка", "Наша [ёлка] горит."),
        ("together", "All of us to\xadge\u200bther".replace("to\xadge", "[to\xadge") + "]."),
        ("man and dog", "A [man\u2060 and\ufeff dog] ran."),
        ("i am", "So [I\u2060 am] told."),
        ("so...", "And [so…] on."),
        ("well-known", "A [well‑known] song."),
        ("9-5", "Open [9–5] daily."),
        ("don't", "I [don´t] know."),
        ('"no"', "She said [„no“]."),
        ("❤", "All my [❤\ufe0f]."),
    ],
)
def test_what_a_reader_takes_for_the_same_is_found(tmp_path: Path, sought: str, written: str) -> None:
    book = book_of(tmp_path, signs=SIGNS)
    answer = written.replace("[", "").replace("]", "")
    (hit,) = found(book, {"signs/proof": answer}, sought)
    assert marked(hit) == written


def test_another_letter_is_another_letter(tmp_path: Path) -> None:
    assert found(book_of(tmp_path, signs=SIGNS), {"signs/proof": "Łódź"}, "lotz") == ()


@pytest.mark.parametrize("words", ["snow track", "tracks  some race"])
def test_words_that_stand_apart_in_one_place_are_found_there(book: Book, words: str) -> None:
    (hit,) = found(book, ANSWERS, words)
    assert hit.chapter == "signs"


def test_words_that_stand_together_are_not_lost_among_those_that_stand_apart(book: Book) -> None:
    answers: dict[str, Answer] = {"signs/proof": "a tree, an oak", "cards/cards/fault/thought": "an oak tree"}
    assert [hit.address for hit in found(book, answers, "oak tree")] == ["cards/cards/fault/thought"]
    assert [hit.address for hit in found(book, answers, "tree oak")] == [
        "signs/proof",
        "cards/cards/fault/thought",
    ]


@pytest.mark.parametrize(
    ("words", "block"),
    [
        ("the five signs", ("signs", 0, 0)),
        ("of snow", ("signs", 0, 0)),
        ("an oak", ("signs", 0, 0)),
        ("window", ("signs", 1, 1)),
        ("we have fun", ("signs", 1, 1)),
        ("miles apart", ("signs", 1, 2)),
        ("very near", ("signs", 1, 2)),
        ("a fault", ("cards", 0, 0)),
        ("owl", ("cards", 0, 0)),
        ("own thought", ("cards", 0, 0)),
        ("sunny", ("cards", 0, 1)),
    ],
)
def test_all_that_is_printed_is_searched(book: Book, words: str, block: tuple[str, int, int]) -> None:
    assert where(book, words) == [block]


def test_hits_stand_in_reading_order_and_older_entries_before_newer_ones(book: Book) -> None:
    assert [hit.address for hit in found(book, ANSWERS, "kettle")] == [
        "signs/proof",
        "cards/cards/fault/thought",
        "cards/weekly@2025-W48/note",
        "cards/weekly@2026-W48/note",
    ]


def test_what_is_printed_is_told_apart_from_what_the_reader_wrote(book: Book) -> None:
    hits = found(book, {"signs/proof": "we have fun"}, "have fun")
    assert [(hit.own, hit.address) for hit in hits] == [(False, "signs/five/fun"), (True, "signs/proof")]


@pytest.mark.parametrize("words", ["", "   \n", "\x1b", "\xad", "\u0301"])
def test_no_words_find_nothing(book: Book, words: str) -> None:
    assert found(book, ANSWERS, words) == ()


@pytest.mark.parametrize("words", [".*", "(", "[a-z]", "\\"])
def test_signs_that_mean_something_in_a_pattern_are_only_letters_here(tmp_path: Path, words: str) -> None:
    book = book_of(tmp_path, odd=f"Plain words.\n\nThen `{words}` stands.\n")
    assert [marked(hit) for hit in found(book, {}, words)] == [f"Then [{words}] stands."]


def test_a_snippet_of_a_long_text_is_cut_between_words_around_the_match(tmp_path: Path) -> None:
    book = book_of(tmp_path, long=f"{'before ' * 50}needle{' after' * 50}.\n")
    (hit,) = found(book, {}, "needle")
    assert marked(hit).startswith("…before before")
    assert "[needle] after" in marked(hit)
    assert hit.snippet.endswith("after…")
    assert len(hit.snippet) <= 92


def test_a_match_without_blanks_around_it_is_shown_whole(tmp_path: Path) -> None:
    book = book_of(tmp_path, long=f"{'a' * 200}needle{'b' * 200}\n")
    (hit,) = found(book, {}, f"needle{'b' * 150}")
    assert hit.snippet[hit.start : hit.end] == f"needle{'b' * 150}"


def test_at_most_two_hundred_hits_are_returned(tmp_path: Path) -> None:
    book = book_of(tmp_path, many="A needle.\n\n" * 300)
    assert len(found(book, {}, "needle")) == 200
