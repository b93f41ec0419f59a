"""A reader with a book, whatever shows it."""

from .for_two import Since, free_minute, pages_for_two, sat_down_to
from .journey import Journey, PageRef
from .landing import begun_anew, landing
from .links import SAFE, Target, absolute, further, spot_of, target
from .over_night import is_left, repeats
from .pack import Pack
from .place import Place, day_of_start, day_seen, place_kept, with_day, with_seen
from .recalling import Above, above
from .saving_text import said_of, warning_of
from .scroll_anchor import TOP, ScrollAnchor
from .whereabouts import TITLE
from .your_words import KEPT, WORDS

__all__ = [
    "KEPT",
    "SAFE",
    "TITLE",
    "TOP",
    "WORDS",
    "Above",
    "Journey",
    "Pack",
    "PageRef",
    "Place",
    "ScrollAnchor",
    "Since",
    "Target",
    "above",
    "absolute",
    "begun_anew",
    "day_of_start",
    "day_seen",
    "free_minute",
    "further",
    "is_left",
    "landing",
    "pages_for_two",
    "place_kept",
    "repeats",
    "said_of",
    "sat_down_to",
    "spot_of",
    "target",
    "warning_of",
    "with_day",
    "with_seen",
]
