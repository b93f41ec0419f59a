"""Every rule that leads a reader, in a book about something else: nothing of it is in the program."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.books import book_of
from workbook.answers import Answers, open_answers
from workbook.book import Answer, Book, Group, problems, suggestions
from workbook.export import Request, printed
from workbook.export.history import history
from workbook.export.just_now import just_now
from workbook.export.sharing import all_ticked, copy_of, offered
from workbook.session import above

NOW = datetime(2026, 11, 26, 20, 15)

EAR = """
<!-- @checklist #heard -->

What do you hear when you play?

- [ ] A steady bow <!-- #bow short="a steady bow" absent="plan/drills/long-notes" -->
- [ ] Clean shifts <!-- #shifts short="clean shifts" absent="plan/drills/shifting" -->
- [ ] A sore thumb <!-- #thumb short="your thumb hurts" leads="rest" holds="plan/drills/shifting" -->

<!-- @group #trouble weigh=much share=no -->

What is in the way?

- [ ] Neighbours <!-- #neighbours short="the neighbours" leads="plan/drills/muted plan/drills/long-notes" -->
- [ ] Counting <!-- #counting short="you lose count" leads="plan/drills/metronome" -->

<!-- @choice #much -->

How much?

- ( ) a little <!-- #little -->
- ( ) some <!-- #some -->
- ( ) a lot <!-- #lot -->

<!-- @end -->
"""

PLAN = """
<!-- @group #drills noun=drill home="What I practise" else="Play what you like." -->

Which drills would you like to try?

1. [ ] Long notes <!-- #long-notes -->
2. [ ] Shifting <!-- #shifting -->
3. [ ] Muted scales <!-- #muted -->
4. [ ] With a metronome <!-- #metronome -->

<!-- @text #when -->

When …, I will …

> …

<!-- @text #again type=date -->

When do you listen again?

> YYYY-MM-DD

<!-- @text #came -->

What came of it?

> …

<!-- @end -->
"""

LOG = """
<!-- @group #week repeat=week home="This week at the cello" -->

A few questions, once a week.

<!-- @text #last recalls="log/week/next plan/drills/when" -->

What came of last week?

> …

<!-- @scale #tone min=1 max=5 low="a saw" high="a voice" -->

How did it sound? (1–5)

> … / 5

<!-- @text #next -->

Next week I will play …

> …

<!-- @end -->

<!-- @group #letter share=no home="A letter to the player" -->

A letter to the player

<!-- @text #words rows=3 folded-until=opens -->

What will you have forgotten?

> …

<!-- @text #opens type=date -->

To be opened on

> YYYY-MM-DD

<!-- @end -->
"""

ANSWERS: dict[str, Answer] = {
    "ear/heard/bow": True,
    "ear/trouble/neighbours": True,
    "ear/trouble/neighbours/much": "lot",
    "ear/trouble/counting": True,
    "plan/drills/muted": True,
    "plan/drills/muted/when": "When the kettle is on, I will play one scale.",
    "plan/drills/muted/again": "2026-11-24",
    "log/week@2026-W46/tone": 2,
    "log/week@2026-W46/next": "the gavotte, slowly",
    "log/week@2026-W47/tone": 4,
    "log/week@2026-W47/next": "the gavotte, by heart",
    "log/letter/words": "It squeaked for a month.",
    "log/letter/opens": "2027-02-28",
}


@pytest.fixture
def cello(tmp_path: Path) -> Book:
    """The book."""
    return book_of(tmp_path / "book", ear=EAR, plan=PLAN, rest="# Rest\n\nPut the bow down.\n", log=LOG)


@pytest.fixture
def answers(cello: Book, tmp_path: Path) -> Iterator[Answers]:
    """What somebody wrote in it."""
    opened = open_answers(tmp_path / "data", cello, clock=lambda: NOW.replace(tzinfo=UTC))
    opened.update(ANSWERS)
    yield opened
    opened.close()


def test_the_book_itself_is_without_fault(cello: Book) -> None:
    assert [str(problem) for problem in problems(cello)] == []


def test_ticks_lead_to_drills_the_heavy_ones_first_and_what_is_absent_too(
    cello: Book, answers: Answers
) -> None:
    first, second = suggestions(cello, answers, "plan/drills")
    assert (first.name, first.title) == ("drill 3", "Muted scales")
    assert "the neighbours" in first.why
    assert second.name == "drill 1"
    del answers["ear/trouble/neighbours"]
    named = [one.name for one in suggestions(cello, answers, "plan/drills")]
    assert named == ["drill 2", "drill 4"]


def test_a_tick_that_leads_to_a_chapter_comes_first_and_holds_back_a_drill(
    cello: Book, answers: Answers
) -> None:
    answers["ear/heard/thumb"] = True
    del answers["ear/trouble/neighbours"]
    first, *others = suggestions(cello, answers, "plan/drills")
    assert first.target == "rest"
    assert "your thumb hurts" in first.why
    assert "plan/drills/shifting" not in [one.target for one in others]


def test_just_now_shows_the_drill_the_week_and_that_the_letter_waits(cello: Book, answers: Answers) -> None:
    drills, week, letter = just_now(cello, answers, NOW)
    assert drills.title == "What I practise"
    assert [due.has_come for due in drills.dues] == [True]
    assert (week.title, week.said) == ("This week at the cello", "Not begun. Any day will do.")
    assert letter.written
    told = letter.written.sections[0].parts[0].told[0].words
    assert told == "Folded until Sunday 28 February."


def test_the_weeks_stand_side_by_side_and_the_last_one_above_this_one(cello: Book, answers: Answers) -> None:
    chapter = cello.chapter("log")
    assert chapter
    week = chapter.exercises["week"]
    assert isinstance(week, Group)
    found = history(week, "log/week", answers, NOW.date())
    assert [one.words for one in found.texts[0].said] == ["the gavotte, by heart", "the gavotte, slowly"]
    assert len(found.tables) == 1
    recalled = above(cello, answers, NOW.date(), "log/week@2026-W48/last")
    assert [(one.source, one.words) for one in recalled] == [
        ("last week", "the gavotte, by heart"),
        ("what I practise", "When the kettle is on, I will play one scale."),
    ]


def test_print_says_what_was_written_and_keeps_the_letter_folded(cello: Book, answers: Answers) -> None:
    text = printed(cello, answers, Request(), NOW)
    assert "When the kettle is on, I will play one scale." in text
    assert "the gavotte, slowly" in text
    assert "squeaked" not in text
    assert "the gavotte" not in printed(cello, answers, Request(places=("now",)), NOW)


def test_a_copy_holds_what_is_ticked_and_nothing_that_the_book_keeps_back(
    cello: Book, answers: Answers
) -> None:
    found = list(offered(cello, answers, NOW.date()))
    named = [one.written.name for one in found]
    week = "This week at the cello"
    assert named == ["What do you hear when you play?", "What I practise", week, week]
    answers.tick_to_share(found[1].written.at, found[1].versions)
    copy = copy_of(cello, all_ticked(cello, answers, NOW.date()))
    assert "When the kettle is on" in copy
    assert not any(word in copy for word in ("gavotte", "squeaked", "Neighbours"))
