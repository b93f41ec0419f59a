"""Words that were found, marked on their page as the mouse would mark them."""

import re

from textual.geometry import Offset
from textual.selection import Selection

from ....book import Hit
from ...widgets import PageView, ProseView
from ...widgets.fields.text import TextField


def mark_hit(view: PageView, hit: Hit) -> None:
    """Mark the words of `hit` in prose or in a question; in the reader's own, the cursor goes before them.

    What is marked there would be gone at the next letter.
    """
    words = hit.snippet[hit.start : hit.end].split()
    sought = re.compile(r"\s+(?:▎ )?".join(map(re.escape, words)), re.IGNORECASE)
    field = view.field(hit.address) if hit.own else None
    if field is not None:
        if words and isinstance(field, TextField) and (match := sought.search(field.text)):
            before = field.text[: match.start()].split("\n")
            field.move_cursor((len(before) - 1, len(before[-1])))
        return
    child = view.children[hit.block] if hit.block < len(view.children) else None
    if words and child is not None:
        proses = [child] if isinstance(child, ProseView) else list(child.query(ProseView))
        marked = ((prose, _selected(prose, sought, hit.part if prose is child else None)) for prose in proses)
        view.screen.selections = dict([(prose, found) for prose, found in marked if found][:1])


def _selected(prose: ProseView, sought: re.Pattern[str], block: int | None) -> Selection | None:
    """Where the words stand in `prose`: in its `block`, or in any."""
    rows = [(number, row) for number, (row, of) in enumerate(prose.paragraphs) if block in (None, of)]
    text = "\n".join(row for _, row in rows)
    match = sought.search(text)
    if match is None:
        return None

    def at(index: int) -> Offset:
        before = text[:index].split("\n")
        return Offset(len(before[-1]), rows[len(before) - 1][0])

    return Selection(at(match.start()), at(match.end()))
