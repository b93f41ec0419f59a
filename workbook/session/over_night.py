"""A page that was left open over night: what belongs to a day or a week is asked for anew."""

from datetime import datetime, timedelta

from ..book import Group, Page

REST = timedelta(minutes=1)
"""So long nobody has touched anything who is not reading just now."""
NIGHT = timedelta(hours=2)
"""So long nobody has touched anything who is not writing any more; longer than clocks are changed by."""


def repeats(page: Page) -> bool:
    """Whether anything on `page` is asked again and again."""
    return any(isinstance(exercise, Group) and exercise.repeat for exercise in page.exercises)


def is_left(touched: datetime, now: datetime, *, writing: bool) -> bool:
    """Whether a page that was touched last at `touched` is left by now, by clocks on the wall.

    Those count the hours of a closed lid too, and may have been set back. Who is `writing` is given longer: a
    sentence begun before midnight is ended in its own day.
    """
    return abs(now - touched) > (NIGHT if writing else REST)
