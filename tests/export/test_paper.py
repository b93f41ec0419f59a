"""A page for paper: what stands on it, empty and filled in. How a browser sets it is looked at by hand."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.books import book_of
from tests.export import shelf
from tests.export.elements import Element, tree
from tests.export.test_my_words import stored
from tests.export.test_written import PLANS
from workbook.answers import Kept
from workbook.book import Answer, Blank, Book, Checklist, Choice, Group, Scale, Text
from workbook.export import Request, What, printed

NOW = datetime(2026, 11, 26, 20, 15)


@pytest.fixture
def river(tmp_path: Path) -> Book:
    """A book about something else altogether."""
    return book_of(tmp_path / "book", plans=PLANS, story="# A story\n\nOnce upon a time.\n")


def paper(book: Book, what: What, *places: str, kept: Kept | None = None, latest: bool = False) -> Element:
    """The body of the page that is asked for."""
    request = Request(what, places, latest=latest, form="paper")
    return tree(printed(book, kept, request, NOW)).one("body")


def _blanks(book: Book) -> Iterator[Blank]:
    """Each place that an empty book has: of what repeats, those of one entry."""
    for chapter in book.chapters:
        for exercise in chapter.exercises.values():
            yield from chapter.blanks(exercise, "2026-W48" if exercise.repeats else "")


@pytest.mark.parametrize("name", shelf.FOLDERS)
def test_every_blank_of_an_empty_book_has_its_place(name: str) -> None:
    book = shelf.book(name)
    body = paper(book, "sheets")
    kinds = [blank.of for blank in _blanks(book)]
    repeating = [e for c in book.chapters for e in c.exercises.values() if e.repeats]
    texts = [text for text in kinds if isinstance(text, Text)]
    assert len(body.all(kind="lines")) == sum(not text.is_date for text in texts)
    assert len(body.all("b", "short")) == sum(text.is_date for text in texts) + len(repeating)
    assert len(body.all("b", "box")) == sum(
        len(kind.items) if isinstance(kind, Choice) else isinstance(kind, Checklist | Group) for kind in kinds
    )
    scales = [kind for kind in kinds if isinstance(kind, Scale)]
    assert [[number.words for number in scale.all(kind="number")] for scale in body.all(kind="scale")] == [
        [str(n) for n in range(scale.least, scale.most + 1)] for scale in scales
    ]
    assert not any(box.words for box in body.all(kind="box"))


def test_a_field_has_more_lines_the_more_rows_it_asks_for(tmp_path: Path) -> None:
    asked = "<!-- @text #a{0} rows={0} -->\n\nWhat?\n\n> …\n\n"
    book = book_of(tmp_path / "book", c="".join(asked.format(rows) for rows in (1, 2, 4, 10, 999_999)))
    lines = [len(one.all(kind="line")) for one in paper(book, "sheets").all(kind="lines")]
    assert lines == [2, 3, 6, 13, 60]


def test_a_prompt_and_its_place_are_one_element_that_no_page_parts(river: Book) -> None:
    for body in (paper(river, "sheets"), paper(shelf.book("shipped"), "sheets")):
        inside = [place for asked in body.all("div", "asked") for place in asked.all()]
        for kind in ("lines", "scale", "boxes", "date"):
            assert [one for one in body.all(kind=kind) if one not in inside] == []
        for asked in body.all("div", "asked"):
            assert next(one.kinds for one in asked.inside if isinstance(one, Element)) == ["prompt"]


def test_the_questions_of_a_group_stand_under_every_row(river: Book) -> None:
    rows = paper(river, "sheets").all(kind="row")
    assert [row.all(kind="label")[0].line for row in rows] == ["1. To the mouth", "2. To the spring"]
    for row in rows:
        assert [one.line for one in row.all(kind="prompt")] == ["With whom?", "When?", "How was it?"]
        assert len(row.all(kind="box")) == 1


def test_what_repeats_is_to_be_copied_and_has_a_place_for_the_date(river: Book) -> None:
    (again,) = paper(river, "sheets").all(kind="again")
    assert again.line == "Copy this for each week. Date:"
    assert again.all(kind="short")


def test_cards_have_a_front_and_a_back_and_choices_alone_are_a_table() -> None:
    body = paper(shelf.book("shipped"), "sheets", "meaning")
    cards = body.all(kind="card")
    assert len(cards) == 6
    assert cards[0].one(kind="front").line == "Joined Does it remind you of the two of you?a lot a little no"
    assert cards[0].one(kind="back").line == "Linked to something else, as carriages are in a train."
    grid = body.one("table", "grid")
    assert [cell.line for cell in grid.all("th")][4:] == ["seen", "heard", "understood", "valued"]
    assert len(grid.all(kind="box")) == 16


def test_turns_say_how_long_each_lasts() -> None:
    rows = paper(shelf.book("shipped"), "sheets", "talking/turns").all(kind="row")
    assert [row.one(kind="time").words for row in rows][:3] == ["3:00", "1:00", "0:30"]


def test_a_long_scale_takes_a_number_by_hand(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", c="<!-- @scale #s max=100 low=cold high=hot -->\n\nHow?\n\n> … / 100\n")
    scale = paper(book, "sheets").one(kind="scale")
    assert scale.line == "cold0–100hot"
    assert not paper(book, "chapters", kept=stored({"c/s": 37})).one(kind="scale").all(kind="number")
    assert paper(book, "chapters", kept=stored({"c/s": 37})).one(kind="short").words == "37"


def test_the_cover_the_contents_and_the_leaflets_come_with_the_whole_book_alone() -> None:
    book = shelf.book("shipped")
    whole, one = paper(book, "sheets"), paper(book, "sheets", "signs")
    articles = whole.all("article")
    assert len(articles) == 1 + 12 + 1
    assert "Nothing has to be filled in." in articles[0].line
    assert "call your local emergency number" in articles[-1].line.lower()
    contents = [entry.line for entry in whole.one("nav").all("li")]
    assert contents[6] == "7When closeness thins: nine causes"
    assert contents[-1] == "Staying safe"
    assert not one.all("nav")
    assert len(one.all("article")) == 1


def test_a_leaflet_and_one_exercise_can_be_asked_for_alone() -> None:
    book = shelf.book("shipped")
    assert [title.line for title in paper(book, "words", "staying-safe").all("h1")] == ["Staying safe"]
    plan = paper(book, "sheets", "steps/plan")
    assert [title.line for title in plan.all("h1")] == ["Seven steps to build closeness"]
    assert len(plan.all("section")) == 1


def test_the_title_of_the_book_is_above_all_and_each_chapter_one_step_below() -> None:
    body = paper(shelf.book("shipped"), "sheets")
    assert [one.line for one in body.all("h1")] == ["Emotional connection"]
    for article in body.all("article")[1:]:
        levels = [int(one.name[1]) for one in article.all() if re.fullmatch("h[1-6]", one.name)]
        assert levels[0] == 2
        assert levels.count(2) == 1


def test_a_link_names_the_chapter_where_its_words_do_not(tmp_path: Path) -> None:
    book = book_of(
        tmp_path / "book",
        one="See [how](02-two.md), [page 2](02-two.md), [two](02-two.md), [lost](gone.md), [12](02-two.md).",
        two="At <https://example.org/a>, or [there](https://example.org/b).",
    )
    first, second = paper(book, "sheets").all("article")[1:]
    assert "See how (chapter 2), page 2, two, lost, 12 (chapter 2)." in first.line
    assert "At https://example.org/a, or there (https://example.org/b)." in second.line


@pytest.mark.parametrize("name", shelf.FOLDERS)
@pytest.mark.parametrize("what", ["sheets", "chapters"])
def test_every_link_leads_to_a_place_on_the_page_and_no_name_is_given_twice(name: str, what: What) -> None:
    body = paper(shelf.book(name), what, kept=stored({}))
    names = [one.attributes["id"] for one in body.all() if "id" in one.attributes]
    assert len(names) == len(set(names))
    links = [one.attributes["href"] for one in body.all("a")]
    assert len(links) > 2
    assert [to for to in links if to.removeprefix("#") not in names and not to.startswith("https://")] == []


def test_headings_that_are_called_alike_in_two_chapters_are_two_places(tmp_path: Path) -> None:
    book = book_of(
        tmp_path / "book",
        one="## Again\n\nSee [here](#again) and [there](02-two.md#again).\n",
        two="## Again\n",
    )
    body = paper(book, "sheets")
    places = [one.attributes["id"] for one in body.all() if one.line == "Again" and "id" in one.attributes]
    assert len(set(places)) == 2
    links = [one.attributes["href"] for one in body.all("a") if one.line in ("here", "there")]
    assert links == [f"#{place}" for place in places]


def test_answers_stand_in_their_places_and_what_is_empty_keeps_its_lines(river: Book) -> None:
    answers: dict[str, Answer] = {
        "plans/seen/otter": True,
        "plans/calm": 4,
        "plans/trips/mouth": True,
        "plans/trips/mouth/with": "Ada,\n  and Bo",
        "plans/trips/spring/with": "nobody yet",
    }
    body = paper(river, "chapters", kept=stored(answers))
    assert [box.words for box in body.one(kind="boxes").all(kind="box")] == ["", "×"]
    scale = body.one(kind="scale")
    assert scale.one("b").words == "4"
    assert scale.attributes["aria-label"] == "4 / 10, between a storm and a mirror"
    mouth, spring = body.all("div", "row")
    assert mouth.one(kind="said").words == "Ada,\n  and Bo"
    assert len(mouth.all(kind="lines")) == 1
    assert spring.one(kind="said").words == "nobody yet"
    assert not spring.all(kind="lines")


def test_of_what_repeats_the_entries_stand_with_their_dates_or_the_latest_alone(river: Book) -> None:
    kept = stored({f"plans/log@2026-W{week}/caught": f"fish {week}" for week in (45, 47)})
    body = paper(river, "chapters", kept=kept)
    assert [one.line for one in body.all(kind="entry")] == [
        "Week of 2 November 2026",
        "Week of 16 November 2026",
    ]
    assert [one.words for one in body.all(kind="said")] == ["fish 45", "fish 47"]
    assert not body.all(kind="again")
    body = paper(river, "chapters", kept=kept, latest=True)
    assert [one.words for one in body.all(kind="said")] == ["fish 47"]


def test_what_i_wrote_is_question_day_and_answer_and_then_and_now(river: Book) -> None:
    answers: dict[str, Answer] = {"plans/calm": 4, "plans/seen/heron": True}
    answers |= {f"plans/log@2026-W{week}/caught": f"fish {week}" for week in (45, 47)}
    body = paper(river, "words", kept=stored(answers))
    assert [one.line for one in body.all("h3")] == [
        *("What did you see? 31 August", "How calm was the water? 31 August", "The log 16 November"),
    ]
    assert [one.words for one in body.all(kind="said")] == [
        *("A heron", "4 / 10, between a storm and a mirror", "fish 47", "fish 45"),
    ]
    assert [one.words for one in body.all("p", "day")] == ["16 November", "2 November"]


def test_then_and_now_is_a_table_with_a_column_for_each_day() -> None:
    book = shelf.book("fixture")
    answers: dict[str, Answer] = {f"year/week@2026-W{week}/joy": week - 40 for week in (41, 43)}
    table = paper(book, "words", kept=stored(answers)).one("table", "history")
    assert [cell.line for cell in table.all("th")] == ["5 October", "19 October", "1–5"]
    assert [cell.line for cell in table.all("td")][1:] == ["1", "3"]


def test_just_now_is_a_page_of_its_own(river: Book) -> None:
    body = paper(
        river, "words", "now", kept=stored({"plans/trips/mouth": True, "plans/trips/mouth/with": "Bo"})
    )
    assert [one.line for one in body.all("h2")] == ["Just now"]
    assert body.one(kind="said").words == "Bo"


def test_a_folded_text_stays_folded(river: Book) -> None:
    kept = stored({"plans/bottle/message": "Hello", "plans/bottle/opens": "2027-02-28"})
    bodies = (paper(river, "words", *place, kept=kept) for place in ((), ("now",)))
    for body in (*bodies, paper(river, "chapters", kept=kept)):
        assert "Hello" not in body.words
        assert "Folded until Sunday 28 February." in body.words


def test_words_kept_aside_stand_last(river: Book) -> None:
    kept = Kept({"answers": {"plans/gone": {"value": "old words", "asked": "What was it?"}}})
    for body in (paper(river, "words", kept=kept), paper(river, "chapters", kept=kept)):
        assert body.line.endswith("Words kept aside What was it? old words")
