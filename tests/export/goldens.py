"""Markdown fixtures: `title . chapter . answers . filled .`, each part ended by a line with one point."""

import json
from pathlib import Path
from typing import NamedTuple

from workbook.book import Answer

_FOLDER = Path(__file__).parents[1] / "fixtures" / "filled"


class Golden(NamedTuple):
    """One example: a chapter without its front matter, answers, and the chapter with these answers in it."""

    title: str
    chapter: str
    answers: dict[str, Answer]
    filled: str


def goldens(name: str) -> list[Golden]:
    """The examples of one file of fixtures."""
    parts = (_FOLDER / f"{name}.md").read_text("utf-8").split("\n.\n")
    assert not parts.pop().strip(), f"{name}.md ends in a part that no point ends"
    return [
        Golden(title.strip(), f"{chapter}\n", json.loads(answers), f"{filled}\n")
        for title, chapter, answers, filled in zip(*[iter(parts)] * 4, strict=True)
    ]
