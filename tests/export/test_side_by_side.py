"""Two copies, question by question: what both put in, and what one put in alone."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.books import book_of
from workbook.answers import open_answers
from workbook.book import Answer, Book
from workbook.export import ExportError
from workbook.export.sharing import Beside, Shared, beside, copy_at, copy_of, offered, read_copy

RIVER = """
<!-- @text #proof rows=3 -->

When did you last see it?

> …

<!-- @choice #best -->

Which was best?

- ( ) The heron <!-- #heron -->
- ( ) None <!-- #none -->

<!-- @group #log repeat=week -->

The log

<!-- @text #caught -->

What did you catch?

> …

<!-- @text #lost -->

What got away?

> …

<!-- @end -->

<!-- @group #trips -->

Which trips would you like to make?

- [ ] To the mouth <!-- #mouth -->
- [ ] To the spring <!-- #spring -->

<!-- @text #with -->

With whom?

> …

<!-- @end -->
"""
TODAY = date(2026, 11, 26)
HEAD = '<!-- @share book="small" format=1 -->\n\n## 1. On river\n\n'


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path / "book", river=RIVER)


def copy(book: Book, folder: Path, answers: dict[str, Answer]) -> str:
    """The copy of somebody who wrote these, and ticked all of it."""
    kept = open_answers(folder, book, clock=lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))
    kept.update({f"river/{name}": value for name, value in answers.items()})
    text = copy_of(book, offered(book, kept, TODAY))
    kept.close()
    return text


def laid(book: Book, tmp_path: Path, mine: dict[str, Answer], theirs: dict[str, Answer]) -> Beside:
    """Both copies, side by side."""
    yours = read_copy(copy(book, tmp_path / "ada", mine), book, "")
    return beside(book, yours, read_copy(copy(book, tmp_path / "bo", theirs), book, ""))


def said(shared: Shared) -> list[str]:
    return [one.text for one in shared.said]


def test_what_both_put_in_is_a_pair_and_what_one_put_in_stands_by_itself(book: Book, tmp_path: Path) -> None:
    found = laid(book, tmp_path, {"proof": "At dawn", "best": "heron"}, {"proof": "On Sunday"})
    assert [(pair.question, said(pair.yours), said(pair.theirs)) for pair in found.pairs] == [
        ("When did you last see it?", ["At dawn"], ["On Sunday"])
    ]
    assert [said(one) for one in found.yours] == [["The heron"]]
    assert found.theirs == ()


def test_the_questions_of_a_group_are_cards_of_their_own_and_the_same_week_comes_first(
    book: Book, tmp_path: Path
) -> None:
    mine: dict[str, Answer] = {
        "log@2026-W46/caught": "A boot",
        "log@2026-W47/caught": "A key",
        "log@2026-W47/lost": "The lock",
    }
    theirs: dict[str, Answer] = {"log@2026-W45/caught": "Nothing", "log@2026-W46/caught": "A hat"}
    found = laid(book, tmp_path, mine, theirs)
    assert [(pair.question, said(pair.yours), said(pair.theirs)) for pair in found.pairs] == [
        ("What did you catch?", ["A key"], ["Nothing"]),
        ("What did you catch?", ["A boot"], ["A hat"]),
    ]
    assert [pair.theirs.on for pair in found.pairs] == [date(2026, 11, 2), date(2026, 11, 9)]
    assert [(one.question, said(one)) for one in found.yours] == [("What got away?", ["The lock"])]


def test_a_group_with_rows_is_one_card(book: Book, tmp_path: Path) -> None:
    mine: dict[str, Answer] = {"trips/mouth": True, "trips/mouth/with": "Bo"}
    found = laid(book, tmp_path, mine, {"trips/spring": True})
    assert [(pair.question, said(pair.yours), said(pair.theirs)) for pair in found.pairs] == [
        ("Which trips would you like to make?", ["To the mouth", "With whom?", "Bo"], ["To the spring"])
    ]


def test_a_copy_of_an_older_edition_is_found_under_its_present_names(tmp_path: Path) -> None:
    old = book_of(tmp_path / "old", river=RIVER)
    theirs = copy(old, tmp_path / "bo", {"proof": "On Sunday", "log@2026-W46/caught": "A hat"})
    newer = RIVER.replace("@text #proof", "@text #sight was=proof").replace("#log", "#diary was=log")
    new = book_of(tmp_path / "new", river=newer.replace("last see it", "last notice it"))
    mine = copy(new, tmp_path / "ada", {"sight": "At dawn", "diary@2026-W46/caught": "A boot"})
    found = beside(new, read_copy(mine, new, ""), read_copy(theirs, new, ""))
    assert [(pair.question, said(pair.theirs)) for pair in found.pairs] == [
        ("When did you last notice it?", ["On Sunday"]),
        ("What did you catch?", ["A hat"]),
    ]
    assert found.pairs[0].theirs.question == "When did you last see it?"


def test_what_this_edition_lacks_stands_in_the_words_of_the_copy(book: Book, tmp_path: Path) -> None:
    theirs = copy(book, tmp_path / "bo", {"proof": "On Sunday"})
    theirs += '\n<!-- @shared at="lake/depth" -->\n\n**How deep is it?**\n\n> Deep\n'
    found = beside(book, (), read_copy(theirs, book, ""))
    assert [(one.question, said(one)) for one in found.theirs] == [
        ("When did you last see it?", ["On Sunday"]),
        ("How deep is it?", ["Deep"]),
    ]


def test_a_question_without_words_has_no_card(book: Book, tmp_path: Path) -> None:
    mine = read_copy(copy(book, tmp_path / "ada", {"proof": "At dawn"}), book, "")
    theirs = HEAD + '<!-- @shared at="river/proof" -->\n\n**When did you last see it?**\n'
    found = beside(book, mine, read_copy(theirs, book, ""))
    assert found.pairs == ()
    assert [one.question for one in found.theirs] == ["When did you last see it?"]


def test_a_question_of_a_group_without_words_has_no_card(book: Book, tmp_path: Path) -> None:
    mine = read_copy(copy(book, tmp_path / "ada", {"log@2026-W46/caught": "A boot"}), book, "")
    asked = "**The log**\n\n**What did you catch?**\n\n**What got away?**\n\n> The lock\n"
    theirs = f'{HEAD}<!-- @shared at="river/log@2026-W46" -->\n\n{asked}'
    found = beside(book, mine, read_copy(theirs, book, ""))
    assert found.pairs == ()
    assert [(one.question, said(one)) for one in found.theirs] == [
        ("What did you catch?", []),
        ("What got away?", ["The lock"]),
    ]


def test_two_words_of_greeting_may_stand_before_a_copy(book: Book) -> None:
    text = f"For you,\nwith love\n\n{HEAD}<!-- @shared at='broken' -->\n> On Sunday\n"
    found = read_copy(text, book, "")
    assert [said(one) for one in found] == [
        ["For you,", "with love"],
        ["<!-- @shared at='broken' -->", "On Sunday"],
    ]


TOO_LONG = "is too long to be a copy to share"
NONE = "is no copy to share; 'workbook share' makes one"
FILES: dict[str, tuple[bytes, str]] = {
    "a million lines": (HEAD.encode() + b"\n" * 1_000_000, TOO_LONG),
    "many lines": (HEAD.encode() + b"> a\n" * 30_000, TOO_LONG),
    "many long lines": (HEAD.encode() + (b"> " + b"a" * 9_000 + b"\n") * 60, TOO_LONG),
    "one endless line": (HEAD.encode() + b"> " + b"a" * 60_000, TOO_LONG),
    "another book": (HEAD.replace("small", "bread").encode(), "is a copy of words in another book, 'bread'"),
    "another program": (HEAD.replace("=1", "=2").encode(), "was made by a newer version of this program"),
    "a print": (b"# A small book\n\n*What I wrote, 31 August*\n\n> secret\n", NONE),
    "filled chapters": (b"<!-- @chapter #river -->\n\n<!-- @text #proof -->\n\n> secret\n", NONE),
    "nothing": (b"", NONE),
    "answers": (b'{"meta": {"1": {"schema": 1, "book": "small"}}}', NONE),
    "a picture": (b"\x89PNG\r\n\x1a\n\xff\xfe", "is no text, so it is no copy to share"),
    "wide characters": (HEAD.encode("utf-16"), "is no text, so it is no copy to share"),
}


@pytest.mark.parametrize("name", FILES)
def test_of_what_is_no_copy_one_line_says_so(book: Book, tmp_path: Path, name: str) -> None:
    raw, reason = FILES[name]
    path = tmp_path / "given.md"
    path.write_bytes(raw)
    with pytest.raises(ExportError) as refused:
        copy_at(path, book)
    assert str(refused.value) == f"{path} {reason}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_a_folder_and_a_device_are_not_waited_for(book: Book, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero"), tmp_path / "none", Path("a\0b")):
        with pytest.raises(ExportError, match="cannot be read"):
            copy_at(path, book)


def test_no_letter_bears_more_marks_than_a_terminal_can_draw(book: Book) -> None:
    zalgo, family, dots = "a" + "\u0301" * 40_000 + "b", "\U0001f468\u200d" * 40, "…" * 60
    text = f"{HEAD}> {zalgo}\n\n> {family}\n\n> {dots}\n\n> ที่นี่ नमस्ते\n"
    (one,) = read_copy(text, book, "")
    assert said(one) == ["a" + "\u0301" * 16 + "b", family, dots, "ที่นี่ नमस्ते"]


def test_escape_codes_and_directions_are_taken_out_however_they_are_written(book: Book) -> None:
    words = "a\x1b[2Jb\x9b31mc\u202ed&#27;[5me&#x9b;f&NewLine;g"
    text = (
        HEAD + f'<!-- @shared at="river/proof" -->\n\n**{words}**\n\n> {words}\n\n- [x] {words}\n\n{words}\n'
    )
    for one in read_copy(text, book, ""):
        for said in (one.chapter, one.question, *(said.text for said in one.said)):
            assert not set(said) & set("\x1b\x9b\u202e")
        assert "\n" not in one.chapter + one.question
