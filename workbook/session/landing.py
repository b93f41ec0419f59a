"""Where a page begins for who knows it: what is asked again stands at the top, its prose waits above."""

from collections.abc import Mapping
from datetime import datetime

from ..book import Answer, Exercise, Page, entries, exercise_of, present
from .scroll_anchor import TOP, ScrollAnchor


def landing(page: Page, chapter: str, answers: Mapping[str, Answer], now: datetime) -> ScrollAnchor:
    """The first exercise of `page` that has an entry before the present one; else the top."""
    for number, block in enumerate(page.blocks):
        if isinstance(block, Exercise) and block.repeats:
            kept = entries(f"{chapter}/{block.id}", answers)
            if set(kept) - {present(block.repeats, now, kept, "")}:
                return ScrollAnchor(number, 0, 0)
    return TOP


def begun_anew(
    page: Page, chapter: str, field: str, answers: Mapping[str, Answer], now: datetime
) -> ScrollAnchor | None:
    """The exercise of `page` that `field` is part of, where its day or week is over; else None.

    Who wrote last week's last line begins this week with the first question.
    """
    exercise, entry = exercise_of(field)
    for number, block in enumerate(page.blocks):
        if isinstance(block, Exercise) and f"{chapter}/{block.id}" == exercise:
            is_over = block.repeats in ("day", "week") and entry != present(
                block.repeats, now, entries(exercise, answers), ""
            )
            return ScrollAnchor(number, 0, 0) if is_over else None
    return None
