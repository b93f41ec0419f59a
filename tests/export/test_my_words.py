"""What is printed of what I wrote: every word of it, and nothing of what is blank."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.books import book_of
from tests.export import shelf, strategies
from tests.export.test_quoting import _words as shown
from tests.export.test_written import PLANS
from workbook.answers import Kept
from workbook.book import Answer, Book
from workbook.export import ExportError, Request, printed

NOW = datetime(2026, 11, 26, 20, 15)
MARKDOWN = MarkdownIt("gfm-like")


@pytest.fixture
def river(tmp_path: Path) -> Book:
    """A book about something else altogether."""
    return book_of(tmp_path / "book", plans=PLANS, story="# A story\n\nOnce upon a time.\n")


def noon(day: str) -> str:
    """The noon of `day`, wherever the tests run, as it is kept."""
    return f"{datetime.fromisoformat(f'{day}T12:00').astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def stored(answers: Mapping[str, Answer], **more: Any) -> Kept:
    """The answers as they are kept, all of one moment."""
    at = noon("2026-08-31")
    documents = {address: {"value": value, "at": at} for address, value in answers.items()}
    return Kept({"answers": documents, **more})


def words(book: Book, answers: Mapping[str, Answer], *places: str, latest: bool = False) -> str:
    """What is printed of `answers`."""
    kept = answers if isinstance(answers, Kept) else stored(answers)
    return printed(book, kept, Request("words", places, latest=latest), NOW)


def test_each_question_stands_once_with_its_day_and_the_answer_below_it(river: Book) -> None:
    answers: dict[str, Answer] = {"plans/seen/heron": True, "plans/seen/otter": True, "plans/calm": 4}
    assert words(river, answers) == (
        "# A small book\n\n*What I wrote, 31 August 2026*\n\n## 1. On plans\n\n"
        "**What did you see?** *31 August*\n\n> - A heron\n> - An otter\n\n"
        "**How calm was the water?** *31 August*\n\n> 4 / 10, between a storm and a mirror\n"
    )


def test_lines_end_in_two_blanks_and_the_words_of_a_row_stand_under_it(river: Book) -> None:
    answers: dict[str, Answer] = {
        "plans/trips/mouth": True,
        "plans/trips/mouth/with": "Ada,\nand *Bo*\n\nOr no one",
    }
    text = words(river, answers)
    assert "\n*1. To the mouth*\n\nWith whom?\n\n> Ada,  \n> and \\*Bo\\*\n>\n> Or no one\n" in text


def test_what_repeats_is_asked_once_and_comes_newest_first_or_the_latest_alone(river: Book) -> None:
    answers = {f"plans/log@2026-W{week}/caught": f"fish {week}" for week in (45, 46, 47)}
    text = words(river, answers)
    assert text.count("**The log**") == 1
    assert text.count("**What did you catch?**") == 1
    assert re.findall(r"fish \d\d|(?m:^\*\d+ November\*$)", text) == [
        *("*16 November*", "fish 47"),
        *("*9 November*", "fish 46"),
        *("*2 November*", "fish 45"),
    ]
    assert re.findall(r"fish \d\d", words(river, answers, latest=True)) == ["fish 47"]


def test_under_the_title_stand_the_first_and_the_last_day(river: Book) -> None:
    at = {"plans/seen/heron": noon("2025-12-31"), "plans/seen/otter": noon("2026-02-28")}
    kept = Kept({"answers": {address: {"value": True, "at": day} for address, day in at.items()}})
    text = words(river, kept)
    assert "\n*What I wrote, 31 December 2025 to 28 February 2026*\n" in text
    assert "**What did you see?** *28 February*" in text


def test_a_folded_text_is_one_line_in_whatever_is_printed(river: Book) -> None:
    answers = {"plans/bottle/message": "Hello from\nthe sea", "plans/bottle/opens": "2027-02-28"}
    other = {"plans/bottle/message": "Hello once more"}
    kept = Kept(
        {
            "answers": {
                address: {"value": value, "alts": [{"value": other[address]}] if address in other else []}
                for address, value in answers.items()
            }
        }
    )
    for request in (Request("words"), Request("chapters"), Request("words", ("now",))):
        text = printed(river, kept, request, NOW)
        assert "> Folded until Sunday 28 February." in text
        assert "Hello" not in text


def test_words_that_have_no_place_of_their_own_stand_last(river: Book) -> None:
    kept = Kept(
        {
            "answers": {
                "plans/trips/spring/with": {"value": "nobody yet"},
                "plans/seen/heron": {"value": True},
                "plans/gone": {"value": "old words", "asked": "What was it?"},
                "lost/one": {"value": True},
                "plans/calm": {"value": 3, "alts": [{"value": 9, "at": "2026-09-02T10:00:00Z"}]},
            },
            "unread": {"1": {"table": "answers", "name": "plans/what", "json": '{"value": [1]}'}},
        }
    )
    before, _, aside = words(river, kept).partition("## Words kept aside\n")
    assert "nobody" not in before
    assert "A heron" in before
    for piece in (
        "*2. To the spring – not ticked now*\n\nWith whom?\n\n> nobody yet\n",
        "**What was it?**\n\n> old words\n",
        "**lost/one**\n\n> ticked\n",
        "*Another version, of 2 September*\n\n> 9\n",
        '**plans/what**\n\n> {"value": \\[1]}\n',
    ):
        assert piece in aside


def test_just_now_is_printed_where_it_is_asked_for_and_nowhere_else(river: Book) -> None:
    answers: dict[str, Answer] = {
        "plans/trips/mouth": True,
        "plans/trips/mouth/on": "2026-11-24",
        "plans/log@2026-W47/caught": "a boot",
        "plans/calm": 4,
    }
    assert words(river, answers, "now") == (
        "# A small book\n\n## Just now\n\n*Thursday 26 November 2026*\n\n"
        "**Where I am going** *1 · On plans*\n\n*1. To the mouth*\n\nWhen?\n\n"
        "> Tuesday 24 November 2026, it has come\n\n**This week** *1 · On plans*\n\n"
        "Not begun. Any day will do.\n"
    )
    assert "Just now" not in words(river, answers)


def test_a_place_is_printed_without_its_neighbours(river: Book) -> None:
    answers: dict[str, Answer] = {"plans/calm": 4, "plans/seen/heron": True, "plans/gone": "gone words"}
    assert "heron" not in words(river, answers, "plans/calm")
    assert "4 / 10" in words(river, answers, "plans/calm")
    assert "gone words" in words(river, answers, "plans")
    assert words(river, answers, "story") == "# A small book\n\nNothing is written here yet.\n"


def test_nothing_is_printed_of_a_chapter_that_cannot_be_read(river: Book) -> None:
    river.fronts[0].path.unlink()
    with pytest.raises(ExportError, match="cannot be read"):
        words(river, {"plans/calm": 4})
    with pytest.raises(ExportError, match="cannot be read"):
        printed(river, None, Request("sheets"), NOW)


BLANKS = {
    name: [b for c in shelf.book(name).chapters for b in strategies.blanks(c)] for name in shelf.FOLDERS
}


@pytest.mark.parametrize("name", shelf.FOLDERS)
def test_every_word_that_was_written_is_printed(name: str) -> None:
    book = shelf.book(name)

    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategies.answers(BLANKS[name]), strategies.orphans)
    def holds(answers: dict[str, Answer], orphans: dict[str, Answer]) -> None:
        kept = stored({**answers, **orphans})
        said = _quotes(words(book, kept))
        for address, value in kept.items():
            blank = book.blank(address)
            if isinstance(value, str) and not (blank and blank.takes(value) and blank.of.kind == "choice"):
                is_date = blank is not None and getattr(blank.of, "is_date", False)
                assert is_date or _flat(value) in said

    holds()


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(strategies.stored, min_size=2, max_size=2))
def test_the_words_stay_in_their_quote_and_render_as_typed(texts: list[str]) -> None:
    book = shelf.book("fixture")
    usual = words(book, dict.fromkeys(("ground/why", "ground/one-word"), "a"))
    text = words(book, {"ground/why": texts[0], "ground/one-word": texts[1]})
    assert _outside(text) == _outside(usual)
    assert set(map(_flat, texts)) == _quotes(text)


def test_no_word_of_what_is_blank_is_printed() -> None:
    book = shelf.book("shipped")
    text = words(book, {"meaning/near": 4})
    assert text.count("**") == 2
    assert text.count(">") == 1
    assert "<!--" not in text
    assert "---" not in text


def _flat(text: str) -> str:
    return re.sub(r"\n{2,}", "\n\n", text)


def _outside(text: str) -> list[tuple[str, str]]:
    """The blocks of a page, with nothing of what stands in quotes."""
    found, quotes = [], 0
    for token in MARKDOWN.parse(text):
        quotes -= token.type == "blockquote_close"
        if not quotes:
            found.append((token.type, token.content))
        quotes += token.type == "blockquote_open"
    return found


def _quotes(text: str) -> set[str]:
    """What each quote says, as it is shown."""
    found: set[str] = set()
    inside: list[Token] | None = None
    for token in MARKDOWN.parse(text):
        if token.type == "blockquote_open":
            inside = []
        elif token.type == "blockquote_close" and inside is not None:
            found.add("\n\n".join("".join(shown(one)) for one in inside))
            inside = None
        elif token.type == "inline" and inside is not None:
            inside.append(token)
    return found
