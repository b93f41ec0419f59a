"""The places to fill in, by kind: empty for a pen, or with what was answered."""

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple, assert_never

from ...book import Answer, AnyField, Checklist, Choice, Scale, Text
from .elements import NOTHING, Html, element, joined, said
from .hypertext import Hypertext

WIDER = 1.3
"""Lines on paper for one row on the screen: words written by hand take about a third more room."""
MOST_LINES = 60
"""Two pages of them, whatever a field asks for."""
LONGEST_ROW = 21
"""Numbers that stand side by side across a page, from −10 to 10; a longer scale takes a number by hand."""
MARK = said("×")
"""What a ticked box holds: every font has it, and it is seen without colour."""

Answers = Mapping[str, Answer]


class Asked(NamedTuple):
    """A field with its words as HTML, made once however often it is asked."""

    field: AnyField
    prompt: Html
    labels: tuple[Html, ...]
    """Those of its items, of what has any."""


def asked(field: AnyField, text: Hypertext) -> Asked:
    """`field` as it stands in the chapter whose Markdown is `text`."""
    prompt = text.within(range(field.lines.start + 1, field.slot.start))
    has_items = isinstance(field, Checklist | Choice)
    return Asked(
        field, prompt, tuple(one.label for one in text.list_at(field.slot.start)) if has_items else ()
    )


def question(one: Asked, at: str, answers: Answers) -> Html:
    """What is asked and the place to answer it, never parted by the end of a page."""
    return element("div", element("div", one.prompt, kind="prompt"), _room(one, at, answers), kind="asked")


def _room(one: Asked, at: str, answers: Answers) -> Html:
    """Where the answer at the address `at` stands or can be written."""
    match one.field:
        case Checklist(items=items):
            ticked = [answers.get(f"{at}/{item.id}") is True for item in items]
            return options(one.labels, ticked, "boxes")
        case Choice(items=items):
            return options(one.labels, [item.id == answers.get(at) for item in items], "dots")
        case Scale():
            return _scale(one.field, at, answers)
        case Text():
            return _text(one.field, at, answers)
        case _:
            assert_never(one.field)


def options(labels: tuple[Html, ...], ticked: list[bool], kind: str) -> Html:
    """A list of things to tick: with square `boxes` any number of them, with `dots` one."""
    made = zip(labels, ticked, strict=True)
    return element("ul", joined(element("li", box(is_on), label) for label, is_on in made), kind=kind)


def box(is_on: bool) -> Html:
    """A box or a dot, large enough for a pen."""
    return element("b", MARK if is_on else NOTHING, kind="box")


def _scale(scale: Scale, at: str, answers: Answers) -> Html:
    """Its numbers in a row between the words for its ends, the one that was chosen marked."""
    chosen = answers.get(at)
    told = scale.told(at, answers)
    low, high = (
        element("span", said(end), kind="end") if end else NOTHING for end in (scale.low, scale.high)
    )
    if scale.most - scale.least < LONGEST_ROW:
        numbers = [
            element("b" if n == chosen else "span", said(str(n)), kind="number")
            for n in range(scale.least, scale.most + 1)
        ]
    else:
        number = said(str(chosen)) if told else NOTHING
        numbers = [element("b", number, kind="short"), said(f"{scale.least}–{scale.most}")]
    spoken = {"role": "img", "aria_label": told[0].words} if told else {}
    return element("div", low, *numbers, high, kind="scale", **spoken)


def _text(text: Text, at: str, answers: Answers) -> Html:
    """The words that were written, or lines to write on."""
    told = text.told(at, answers)
    if told:
        return element("p", said(told[0].words), kind="said")
    if text.is_date:
        return element("p", element("b", kind="short"), kind="date")
    begun = (
        element("p", said(text.placeholder), kind="begun") if text.placeholder not in ("", "…") else NOTHING
    )
    return joined((begun, lines(text.rows)))


def lines(rows: int) -> Html:
    """Lines to write on, for a field that has so many `rows` on the screen."""
    return element(
        "div",
        *[element("i", kind="line")] * min(MOST_LINES, ceil(rows * WIDER)),
        kind="lines",
        aria_hidden="true",
    )
