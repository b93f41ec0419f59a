"""*Your words*: the last page of every book, which no file holds."""

from pathlib import Path

from ..book import Chapter, Front, Page

WORDS = Front(path=Path("your-words"), id="@words", title="Your words")
"""What the contents list last; no chapter can have such an id."""

KEPT = "@kept"
"""What stands in the place of a field for the end of the page: the words kept aside."""

WORDS_CHAPTER = Chapter(front=WORDS, lines=(), pages=(Page("", WORDS.title),))
"""The same as something that can be open: one page."""
