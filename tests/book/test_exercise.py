"""The blanks that exercises hold: their addresses, what they take, what was asked, which are private."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbook.book import Blank, Book, Chapter, is_date, read_book, read_source

HEAD = "---\nid: causes\ntitle: Causes\n---\n\n"
GROUP = """\
<!-- @group #causes{group} -->

Tick what plays a part.

- [ ] Talking has broken down. <!-- #talking -->
- [ ] Someone cheated. <!-- #cheating share=no -->

<!-- @choice #weight -->

How much?

- ( ) a little <!-- #little -->
- ( ) a lot <!-- #lot -->

<!-- @text #how{field} -->

In what way?

> …

<!-- @checklist #words -->

- [ ] sad <!-- #sad -->

<!-- @end -->
"""
WEEKLY = """\
<!-- @group #weekly repeat=week -->

<!-- @scale #near min=1 max=5 -->

How near?

> … / 5

<!-- @checklist #five -->

- [ ] Fun <!-- #fun -->

<!-- @text #review type=date -->

> YYYY-MM-DD

<!-- @end -->
"""


def chapter(body: str) -> Chapter:
    """The chapter `causes` with this body."""
    return read_source(HEAD + body)


def blanks(body: str, entry: str = "") -> Iterator[Blank]:
    """The blanks of the only exercise in a chapter."""
    read = chapter(body)
    (exercise,) = read.exercises.values()
    return read.blanks(exercise, entry)


@pytest.fixture(scope="module")
def book() -> Book:
    return read_book(Path(__file__).parents[1] / "fixtures" / "book")


def test_a_row_holds_its_tick_and_every_field() -> None:
    assert [blank.address for blank in blanks(GROUP.format(group="", field=""))] == [
        "causes/causes/talking",
        "causes/causes/talking/weight",
        "causes/causes/talking/how",
        "causes/causes/talking/words/sad",
        "causes/causes/cheating",
        "causes/causes/cheating/weight",
        "causes/causes/cheating/how",
        "causes/causes/cheating/words/sad",
    ]


def test_an_entry_stands_beside_the_id_of_its_exercise() -> None:
    assert [blank.address for blank in blanks(WEEKLY, "2026-W48")] == [
        "causes/weekly@2026-W48/near",
        "causes/weekly@2026-W48/five/fun",
        "causes/weekly@2026-W48/review",
    ]


def test_a_question_says_the_row_and_then_the_field() -> None:
    asked = [blank.question for blank in blanks(GROUP.format(group="", field=""))]
    assert asked[:4] == [
        "Tick what plays a part. Talking has broken down.",
        "Talking has broken down. How much?",
        "Talking has broken down. In what way?",
        "Talking has broken down. sad",
    ]


@pytest.mark.parametrize(
    ("options", "private"),
    [
        ({"group": "", "field": ""}, ["cheating", "cheating/weight", "cheating/how", "cheating/words/sad"]),
        (
            {"group": "", "field": " share=no"},
            ["talking/how", "cheating", "cheating/weight", "cheating/how", "cheating/words/sad"],
        ),
    ],
)
def test_what_is_private_makes_all_below_it_private(options: dict[str, str], private: list[str]) -> None:
    found = [blank.address for blank in blanks(GROUP.format(**options)) if not blank.share]
    assert [address.removeprefix("causes/causes/") for address in found] == private


def test_nothing_of_a_private_group_is_shared() -> None:
    assert not any(blank.share for blank in blanks(GROUP.format(group=" share=no", field="")))


@pytest.mark.parametrize(
    ("address", "taken", "refused"),
    [
        ("ground/soil/worms", [True], [False, 1, "true", ""]),
        ("ground/light", ["all-day", "hardly"], ["full", "", True, 0]),
        ("ground/hope", [-5, 0, 5], [-6, 6, True, "3", 1.0]),
        ("ground/one-word", ["a", "a\nb", "7"], ["", 7, True]),
        ("ground/first-day", ["2026-02-28", "2026-02-30", "when it thaws"], ["", 20260228]),
    ],
)
def test_a_blank_takes_only_its_own_kind_of_value(
    book: Book, address: str, taken: list[object], refused: list[object]
) -> None:
    blank = book.blank(address)
    assert blank is not None
    assert [value for value in taken if not blank.takes(value)] == []
    assert [value for value in refused if blank.takes(value)] == []


@pytest.mark.parametrize(
    "address",
    [
        "ground",
        "ground/soil",
        "ground/soil/gone",
        "gone/soil/worms",
        "year/week/good",
        "year/jobs@2026-W48/compost",
        "year/week@2026-W48",
        "staying-safe/a",
        "",
    ],
)
def test_where_nothing_can_be_filled_in_there_is_no_blank(book: Book, address: str) -> None:
    assert book.blank(address) is None


def test_every_blank_of_the_book_is_found_at_its_address(book: Book) -> None:
    addresses = [
        blank.address
        for read in book.chapters
        for exercise in read.exercises.values()
        for blank in read.blanks(exercise, "2026-W48" if getattr(exercise, "repeat", "") else "")
    ]
    assert len(addresses) == len(set(addresses)) == 42
    for address in addresses:
        assert (blank := book.blank(address)) is not None
        assert blank.address == address


@pytest.mark.parametrize("text", ["2026-2-3", "2026-W48-1", "2026-11-22T20:15", "２026-11-22", "x"])
def test_a_date_is_a_day_written_in_one_way(text: str) -> None:
    assert not is_date(text)
