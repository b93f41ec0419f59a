"""Every sentence that the program itself says about answers: plain, short, free of judgement.

They stand together, and nowhere else, so that they can be read as a whole and put into another language.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from ...text import one_line
from .entries import day_of, moment_of, month_of

_NEAR = timedelta(days=182)
"""A day within half a year is known without its year."""

NOT_BEGUN = "Not begun. Any day will do."
HAS_COME = "it has come"
COME_ROUND = "Something of yours has come round. It stands at the top of your words."
NAMELESS = "An answer without a question"
NOT_TICKED = "not ticked now"
THIS_WEEK, LAST_WEEK = "this week", "last week"
TODAY, YESTERDAY = "today", "yesterday"
THEN_AND_NOW = "Then and now"
NO_TEST: Mapping[str, str] = {
    "day": "days differ; a record, not a test",
    "week": "weeks differ; a record, not a test",
    "entry": "no two times are alike; a record, not a test",
}
"""By how often it is answered anew: what is said of then and now, and it is all that is said."""
EARLIER: Mapping[str, str] = {
    "day": "another day, to read or change it",
    "week": "another week, to read or change it",
    "entry": "another time, to read or change it",
}
"""What opens the list of the other entries."""
COPY_THIS: Mapping[str, str] = {
    "day": "Copy this for each day.",
    "week": "Copy this for each week.",
    "entry": "Copy this for each time.",
}
"""By how often it is answered anew: what stands above its empty sheet."""
DATE = "Date:"
CUT_OUT = "Each card can be cut out and folded along the dotted line."
CONTENTS = "Contents"
FEWER = "fewer"
TICKED = "ticked"
JUST_NOW = "Just now"
KEPT_ASIDE = "Words kept aside"
NOTHING_ASIDE = (
    "Nothing is kept aside. This is where you find answers whose question is gone from the book, second "
    "versions of answers, should two machines ever write to the same one, what another program changed so "
    "that it cannot be read, and what an editor saved after the end."
)
WITHOUT_PLACE = "Without a place on a page"
NOT_READABLE = "Not readable, as it stands in the file"
NOTHING_PRINTED = "Nothing is written here yet."
NOTHING_WRITTEN = "Nothing is written yet. What you fill in stands here, all in one place."


def asked_at(asked: str, address: str) -> str:
    """What stands above an answer that has no place: its question, else the address that somebody made up."""
    return one_line(asked) or one_line(address) or NAMELESS


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


def within_a_line(words: str) -> str:
    """`words` as they stand inside a line: without their first capital, but for `I` and for `TV`."""
    first = words.partition(" ")[0]
    stays = first == "I" or first[:2] in ("I'", "I’") or first[1:] != first[1:].lower()
    return words if stays else words[:1].lower() + words[1:]


def begun_large(words: str) -> str:
    """`words` as they begin a line."""
    return words[:1].upper() + words[1:]


def period(entry: str, today: date) -> str:
    """`23 to 29 November`, `Monday 23 November`, `23 November, 20:15`: what an entry is of."""
    began = moment_of(entry)
    if began is None:
        return entry
    day = began.date()
    if "T" in entry:
        return f"{on_day(day, today)}, {began:%H:%M}"
    return _week(day, today) if "W" in entry else coming_day(day, today)


def _week(monday: date, today: date) -> str:
    """`23 to 29 November`, `30 November to 6 December`."""
    sunday = monday + timedelta(days=6)
    if monday.year != sunday.year:
        return (
            f"{monday.day} {month_of(monday)} {monday.year} to {sunday.day} {month_of(sunday)} {sunday.year}"
        )
    first = f"{monday.day}" if monday.month == sunday.month else f"{monday.day} {month_of(monday)}"
    return f"{first} to {on_day(sunday, today)}"


def chapter(number: int) -> str:
    """`chapter 8`, behind a link whose words do not name it, for a reader who can only turn pages."""
    return f"chapter {number}"


def all_back_to(day: date, today: date) -> str:
    """`all of them, back to 31 August`, in the place of older words."""
    return f"all of them, back to {on_day(day, today)}"


def to_read_again(entry: str, today: date) -> str:
    """`16 to 22 November, to read or change it`: what shows an entry in the fields."""
    return f"{period(entry, today)}, to read or change it"
