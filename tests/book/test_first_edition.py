"""A file that was filled in with the first edition of the shipped book, opened with this one."""

import json
from pathlib import Path

import pytest

from workbook.book import Answer, Book, moves, orphans, read_book, renamed_choices
from workbook.book.model.addresses import without_entry

ROOT = Path(__file__).parents[2]
FIRST = ROOT / "tests" / "fixtures" / "answers" / "first-edition.json"
"""An answer in every blank of the first edition."""

NO_LONGER_ASKED = {
    "checkin/look-back": "asked of all seven steps; now of those that the reader ticked",
    "talking/tips": "whether each card was known; now whether it is done",
    "talking/practice/heard": "one number for two people in view",
}


@pytest.fixture(scope="module")
def shipped() -> Book:
    return read_book(ROOT / "chapters")


@pytest.fixture(scope="module")
def answers(shipped: Book) -> dict[str, Answer]:
    """The answers as they stand once what was renamed has been moved."""
    filled: dict[str, Answer] = json.loads(FIRST.read_text("utf-8"))
    moved = moves(shipped, filled)
    found = {moved.get(address, address): value for address, value in filled.items()}
    assert len(found) == len(filled)
    return found | renamed_choices(shipped, found)


def test_every_answer_of_the_first_edition_stands_in_its_place_or_is_listed(
    shipped: Book, answers: dict[str, Answer]
) -> None:
    lost = set(orphans(shipped, answers))
    in_place = {
        address
        for address, value in answers.items()
        if (blank := shipped.blank(address)) is not None and blank.takes(value)
    }
    assert in_place | lost == set(answers)
    asked = {address: without_entry(address)[0] for address in answers}
    assert lost == {address for address in answers if asked[address].startswith(tuple(NO_LONGER_ASKED))}
