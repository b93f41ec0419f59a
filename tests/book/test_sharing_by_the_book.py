"""What the shipped book lets a reader share: nothing, but for a short list, each with its reason.

The question of each was: could this answer, read by the wrong person, be used against the writer? A new
exercise says `share=no`, until somebody puts it on the list and says why it may be shared.
"""

from pathlib import Path

import pytest

from workbook.book import Book, Exercise, Group, Row, read_book

MAY_BE_SHARED = {
    "meaning/good-moment": "a good moment that both were in",
    "habit/thanks/did": "thanks, which are meant for the partner",
    "habit/thanks/says": "thanks, which are meant for the partner",
    "trust/our-story/memory": "how they met, a story that they tell at table",
    "trust/promise-they-kept": "thanks, which are meant for the partner",
    "trust/promise-i-kept": "a promise that is kept already, so that nothing is owed",
    "trust/love-means": "what love means to the writer, with no word on how it is going",
    "signs/proof": "a good moment that both were in",
    "talking/practice/topic": "chosen by both before they begin, and small",
    "talking/practice/pause-word": "agreed by both, and of use to both",
    "talking/afterwards/got-right": "praise, said aloud before it is written",
    "steps/small-change": "an offer of the writer's own",
    "steps/best-moment": "an offer of the writer's own",
    "steps/idea-indoors": "an invitation",
    "steps/idea-outdoors": "an invitation",
    "steps/idea-sudden": "an invitation",
    "steps/slot": "an invitation",
    "steps/ritual": "an invitation",
    "checkin/weekly/valued": "thanks, which are meant for the partner",
    "checkin/together/went-well": "said by both, and good",
    "checkin/together/agreed": "an agreement, of which each may have a copy",
}


@pytest.fixture(scope="module")
def shipped() -> Book:
    return read_book(Path(__file__).parents[2] / "chapters")


def parts(exercise: Exercise, place: str) -> dict[str, Exercise | Row]:
    """What can be answered, by its place: the exercise, or the fields and the rows with a box of a group."""
    if not isinstance(exercise, Group):
        return {place: exercise}
    found: dict[str, Exercise | Row] = {f"{place}/{row.id}": row for row in exercise.rows if row.boxed}
    return found | {f"{place}/{field.id}": field for field in exercise.fields}


def test_an_exercise_is_kept_out_of_copies_unless_there_is_a_reason_to_share_it(shipped: Book) -> None:
    shared = {
        place
        for chapter in shipped.chapters
        for exercise in chapter.exercises.values()
        if exercise.share
        for place, part in parts(exercise, f"{chapter.id}/{exercise.id}").items()
        if part.share
    }
    assert shared == set(MAY_BE_SHARED)
