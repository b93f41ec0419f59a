"""The numbers on *Staying safe*: nobody dials one without knowing whom it serves and how old it is."""

import re
from pathlib import Path

LEAFLET = (Path(__file__).parents[2] / "chapters" / "staying-safe.md").read_text(encoding="utf-8")
LINES = re.findall(r"^  - (.*\d{3}.*)$", LEAFLET, re.M)


def test_every_helpline_says_whom_it_serves_and_when_it_was_found() -> None:
    assert LINES
    assert [line for line in LINES if not re.search(r"\d: [^()]+ \((?:about )?20\d\d\)$", line)] == []


def test_the_helplines_stand_right_after_the_words_that_send_a_reader_there() -> None:
    assert "plan it with a helpline.\n\n### Helplines\n" in LEAFLET
