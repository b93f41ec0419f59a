"""Every sentence that the program itself says about answers: plain, short, free of judgement.

They stand together, and nowhere else, so that they can be read as a whole and put into another language.
"""

from datetime import date, timedelta

from .entries import day_of, month_of

_NEAR = timedelta(days=182)
"""A day within half a year is known without its year."""

NOT_BEGUN = "Not begun. Any day will do."
BEGUN = "Begun."
HAS_COME = "it has come"
COME_ROUND = "Something of yours has come round. It stands at the top of your words."
NOT_TICKED = "not ticked now"
NOTHING_WRITTEN = "Nothing is written yet. What you fill in stands here, all in one place."


def on_scale(number: int, most: int, low: str, high: str) -> str:
    """`4 / 10, between miles apart and very close`; without the ends where not both have a name."""
    ends = f", between {low} and {high}" if low and high else ""
    return f"{number} / {most}{ends}"


def on_day(day: date, today: date) -> str:
    """`31 August`, with the year where it is not that of `today`."""
    return f"{day.day} {month_of(day)}" + (f" {day.year}" if day.year != today.year else "")


def coming_day(day: date, today: date) -> str:
    """`Thursday 3 December`, a day to come back on; with the year where it is half a year away or more."""
    return day_of(day) + (f" {day.year}" if abs(day - today) > _NEAR else "")


def folded_until(day: date, today: date) -> str:
    """`Folded until Sunday 28 February.`, in the place of a text that waits for a day."""
    return f"Folded until {coming_day(day, today)}."


def and_earlier(count: int) -> str:
    """`, and 2 earlier`: behind the day of the newest of what repeats; nothing where it is the only one."""
    return f", and {count} earlier" if count else ""
