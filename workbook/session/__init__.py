"""A reader with a book, whatever shows it."""

from .day_meant import day_meant
from .journey import Journey, Stop
from .landing import begun_anew, landing
from .links import SAFE, Target, absolute, further, spot_of, target
from .over_night import is_left, repeats
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
    "Place",
    "ScrollAnchor",
    "Stop",
    "Target",
    "above",
    "absolute",
    "begun_anew",
    "day_meant",
    "day_of_start",
    "day_seen",
    "further",
    "is_left",
    "landing",
    "place_kept",
    "repeats",
    "said_of",
    "spot_of",
    "target",
    "warning_of",
    "with_day",
    "with_seen",
]
