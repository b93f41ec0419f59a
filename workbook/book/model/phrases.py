"""Every sentence that the program itself says about answers: plain, short, free of judgement.

They stand together, and nowhere else, so that they can be read as a whole and put into another language.
"""

from datetime import date

from .entries import day_of, month_of

NOT_BEGUN = "Not begun. Any day will do."
BEGUN = "Begun."
HAS_COME = "it has come"
NOT_TICKED = "not ticked now"
TICKED = "ticked"
KEPT_ASIDE = "Words kept aside"
NOTHING_PRINTED = "Nothing is written here yet."
NOTHING_WRITTEN = "Nothing is written yet. What you fill in stands here, all in one place."


def on_scale(number: int, most: int, low: str, high: str) -> str:
    """`4 / 10, between miles apart and very close`; without the ends where not both have a name."""
    ends = f", between {low} and {high}" if low and high else ""
    return f"{number} / {most}{ends}"


def on_day(day: date, today: date) -> str:
    """`31 August`, with the year where it is not that of `today`."""
    return f"{day.day} {month_of(day)}" + (f" {day.year}" if day.year != today.year else "")


def coming_day(day: date, today: date) -> str:
    """`Thursday 3 December`, with the year where it is not that of `today`: a day to come back on."""
    return day_of(day) + (f" {day.year}" if day.year != today.year else "")


def folded_until(day: date, today: date) -> str:
    """`Folded until Sunday 28 February.`, in the place of a text that waits for a day."""
    return f"Folded until {coming_day(day, today)}."


def what_i_wrote(first: date, last: date) -> str:
    """`What I wrote, 31 August to 21 November 2026`: the days of the first and of the last of the words."""
    until = f"{last.day} {month_of(last)} {last.year}"
    since = "" if first == last else f"{on_day(first, last)} to "
    return f"What I wrote, {since}{until}"


def another_version(day: date | None, today: date) -> str:
    """`Another version, of 2 September`: of an answer that two machines have written."""
    return f"Another version, of {on_day(day, today)}" if day else "Another version"


def and_earlier(count: int) -> str:
    """`, and 2 earlier`: behind the day of the newest of what repeats; nothing where it is the only one."""
    return f", and {count} earlier" if count else ""
