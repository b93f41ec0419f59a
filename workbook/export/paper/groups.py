"""Groups on paper: what is asked stands under every row; cards can be cut out and folded."""

from collections.abc import Iterator
from typing import NamedTuple

from ...book import Choice, Group, Row, phrases
from .elements import NOTHING, Html, element, joined, said
from .fields import Answers, Asked, asked, box, question
from .hypertext import Hypertext, Line

WIDEST_GRID = 6
"""Options that stand side by side behind a row, in words, on a sheet of A4."""


class Listed(NamedTuple):
    """A row with its words as HTML, and the address under which its answers stand."""

    row: Row
    words: Line
    at: str


class _Sheet(NamedTuple):
    """A group with all that its rows need."""

    group: Group
    fields: tuple[Asked, ...]
    at: str
    answers: Answers

    @property
    def is_answered(self) -> bool:
        return any(address.startswith(f"{self.at}/") for address in self.answers)

    def asks(self, listed: Listed) -> Iterator[Html]:
        """What is asked under a row: all of it, or while it waits for a tick only what was answered."""
        waits = self.group.opens_by_tick and self.is_answered and self.answers.get(listed.at) is not True
        for one in self.fields:
            at = f"{listed.at}/{one.field.id}"
            if not waits or any(blank.address in self.answers for blank in one.field.blanks(at)):
                yield question(one, at, self.answers)


def group_on_paper(group: Group, text: Hypertext, at: str, answers: Answers) -> Html:
    """Its rows, each with what is asked of it; of a group without rows its questions."""
    sheet = _Sheet(group, tuple(asked(field, text) for field in group.fields), at, answers)
    if not group.rows:
        return joined(question(one, f"{at}/{one.field.id}", answers) for one in sheet.fields)
    words = text.list_at(group.slot.start)
    listed = [Listed(row, line, f"{at}/{row.id}") for row, line in zip(group.rows, words, strict=True)]
    if group.view == "cards":
        return joined(
            (element("p", said(phrases.CUT_OUT), kind="note"), *(_card(sheet, one) for one in listed))
        )
    if _is_grid(group):
        return _grid(sheet, listed)
    return joined(_row(sheet, one) for one in listed)


def again(group: Group) -> Html:
    """What stands above an empty sheet that is filled in more than once."""
    if not group.repeat:
        return NOTHING
    day = (said(f" {phrases.DATE} "), element("b", kind="short"))
    return element("p", said(phrases.COPY_THIS[group.repeat]), *day, kind="again")


def _row(sheet: _Sheet, listed: Listed) -> Html:
    """The row, what explains it, and what is asked of it."""
    row, words = listed.row, listed.words
    number = said(f"{row.mark} ") if row.mark[:1].isdigit() else NOTHING
    mark = box(sheet.answers.get(listed.at) is True) if row.boxed else NOTHING
    label = element("p", mark, number, words.label, _time(sheet.group, row), kind="label")
    below = element("div", words.below, kind="why") if words.below else NOTHING
    return element("div", joined((label, below, *sheet.asks(listed))), kind="row")


def _time(group: Group, row: Row) -> Html:
    """How long a turn lasts."""
    seconds = (row.seconds or group.seconds or 0) if group.view == "turns" else 0
    return element("span", said(f"{seconds // 60}:{seconds % 60:02}"), kind="time") if seconds else NOTHING


def _card(sheet: _Sheet, listed: Listed) -> Html:
    """Front and back beside each other, to be cut out and folded between them."""
    label = element("p", listed.words.label, kind="label")
    front = element("div", joined((label, *sheet.asks(listed))), kind="front")
    return element("div", front, element("div", listed.words.below, kind="back"), kind="card")


def _is_grid(group: Group) -> bool:
    """Whether each row asks for one choice and nothing else, so that all stand in one table."""
    choices = [field for field in group.fields if isinstance(field, Choice)]
    is_plain = not any(row.boxed or row.explanation for row in group.rows)
    return is_plain and len(group.fields) == len(choices) == 1 and len(choices[0].items) <= WIDEST_GRID


def _grid(sheet: _Sheet, listed: list[Listed]) -> Html:
    """The rows of a table, its columns the options."""
    (one,) = sheet.fields
    head = element("tr", element("td"), *(element("th", label, scope="col") for label in one.labels))
    body = [
        element("tr", element("th", each.words.label, scope="row"), *_dots(sheet, one, each))
        for each in listed
    ]
    table = element("table", element("thead", head), element("tbody", joined(body)), kind="grid")
    return joined((element("div", one.prompt, kind="prompt"), table))


def _dots(sheet: _Sheet, one: Asked, listed: Listed) -> Iterator[Html]:
    chosen = sheet.answers.get(f"{listed.at}/{one.field.id}")
    for item in one.field.listed:
        yield element("td", box(item.id == chosen), kind="dots")
