"""Where a page begins for who knows it: what is asked again stands at the top, its prose waits above."""

from collections.abc import Mapping
from datetime import datetime

from ..book import Answer, Exercise, Page, entries, present
from .scroll_anchor import TOP, ScrollAnchor


def landing(page: Page, chapter: str, answers: Mapping[str, Answer], now: datetime) -> ScrollAnchor:
    """The first exercise of `page` that has an entry before the present one; else the top."""
    for number, block in enumerate(page.blocks):
        if isinstance(block, Exercise) and block.repeats:
            kept = entries(f"{chapter}/{block.id}", answers)
            if set(kept) - {present(block.repeats, now, kept, "")}:
                return ScrollAnchor(number, 0, 0)
    return TOP
