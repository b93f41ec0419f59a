"""Where the ticks of the shipped book lead."""

from pathlib import Path

import pytest

from workbook.book import Answer, Book, read_book, suggestions

FIVE = ("trust", "affection", "fun", "openness", "support")
STRENGTHS = ("", "little", "some", "lot")


@pytest.fixture(scope="module")
def shipped() -> Book:
    return read_book(Path(__file__).parents[2] / "chapters")


def causes(**weights: int) -> dict[str, Answer]:
    """Answers in which these causes are ticked, so strongly."""
    ticks: dict[str, Answer] = {f"causes/causes/{cause}": True for cause in weights}
    return ticks | {f"causes/causes/{cause}/weight": STRENGTHS[weight] for cause, weight in weights.items()}


def all_signs_but(*unticked: str) -> dict[str, Answer]:
    """Answers in which every other sign is ticked."""
    return {f"signs/five/{sign}": True for sign in FIVE if sign not in unticked}


def places(shipped: Book, answers: dict[str, Answer]) -> list[str]:
    """What the plan names, at most two."""
    return [suggestion.name for suggestion in suggestions(shipped, answers, "steps/plan")]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (causes(talking=3, understanding=1), ["step 1", "step 2"]),
        (causes(dull=2, thrill=1) | all_signs_but("fun"), ["step 6", "step 7"]),
        (causes(closeness=2) | all_signs_but("affection"), ["step 3", "step 4"]),
        (causes(cheating=3), ["chapter 11", "chapter 12"]),
        (causes(talking=3, cheating=1), ["chapter 11", "chapter 12"]),
        (all_signs_but("trust"), ["chapter 5", "step 1"]),
        (all_signs_but("affection"), ["step 7", "step 5"]),
        (all_signs_but("fun"), ["step 6", "step 7"]),
        (all_signs_but("openness"), ["step 4", "step 7"]),
        (all_signs_but("support"), ["step 1", "step 7"]),
        (all_signs_but("affection", "openness"), ["step 7", "step 4"]),
        ({"signs/grow": "trust"}, ["step 1", "step 7"]),
        ({"signs/grow": "affection"}, ["step 7", "step 5"]),
        ({"signs/grow": "affection"} | causes(closeness=1), ["step 3", "step 7"]),
        ({"signs/grow": "fun"}, ["step 6", "step 7"]),
        ({"signs/grow": "openness"}, ["step 4", "step 7"]),
        ({"signs/grow": "support"}, ["step 1", "step 7"]),
        ({"signs/grow": "none"}, []),
        ({"causes/mostly": "hard-time"}, ["step 7"]),
        ({"causes/mostly": "habit"}, ["step 1"]),
        ({"causes/mostly": "how-i-feel"}, ["chapter 8"]),
        ({"causes/mostly": "something-done"}, ["chapter 11", "chapter 12"]),
        ({"causes/mostly": "cannot-tell"}, []),
        ({}, []),
    ],
)
def test_ticks_of_the_book_lead_where_they_are_meant_to(
    shipped: Book, answers: dict[str, Answer], expected: list[str]
) -> None:
    assert places(shipped, answers) == expected


@pytest.mark.parametrize("sign", FIVE)
def test_a_sign_left_unticked_sends_nobody_first_to_disclosure_or_touch(shipped: Book, sign: str) -> None:
    """Why it is missing nobody has said, and fear is one of the reasons."""
    found = places(shipped, all_signs_but(sign))
    assert found[0] != "step 5"
    assert not {"step 2", "step 3"} & set(found)
