"""What the reader wrote, piece by piece, as HTML."""

from collections.abc import Iterable, Iterator
from datetime import date

from ...book import phrases
from ..history import Column, History, Table
from ..history_lines import sheets, told
from ..printing import Said
from .elements import NOTHING, Html, element, joined, said


def as_paper(pieces: Iterable[Said], today: date) -> Html:
    """The pieces, one below the other."""
    return joined(_written(one, today) for one in pieces)


def _written(one: Said, today: date) -> Html:
    match one.kind:
        case "book":
            return element("h1", said(one.words))
        case "chapter":
            return element("h2", said(one.words))
        case "question":
            day = element("span", said(one.beside), kind="day") if one.beside else NOTHING
            return element("h3", said(one.words), Html(" "), day, kind="question")
        case "words":
            return element("p", said(one.words), kind="said")
        case "ticks":
            return element("ul", *(element("li", said(item)) for item in one.items), kind="said")
        case "history":
            return joined(_history(one.history, today)) if one.history else NOTHING
        case "note" | "row" | "asked" | "plain":
            return element("p", said(one.words), kind=one.kind)


def _history(history: History, today: date) -> Iterator[Html]:
    """The words by question and day, the newest first; then the tables, those of the newest entries first."""
    for text in history.texts:
        if text.question:
            yield element("p", said(text.question), kind="asked")
        for one in text.said:
            yield element("p", said(phrases.on_day(one.day, today)), kind="day")
            yield element("p", said(one.words), kind="said")
    for table in history.tables:
        if table.question:
            yield element("p", said(table.question), kind="asked")
        yield from (_table(table, history.columns, numbers, today) for numbers in sheets(history.columns))


def _table(table: Table, columns: tuple[Column, ...], numbers: list[int], today: date) -> Html:
    days = [phrases.on_day(day, today) for number in numbers if (day := columns[number].day)]
    head = element("tr", element("td"), *(element("th", said(day), scope="col") for day in days))
    body = [
        element(
            "tr",
            element("th", said(line.label or table.bounds), scope="row", kind="" if line.label else "bounds"),
            *(element("td", said(told(line.cells[number]))) for number in numbers),
        )
        for line in table.lines
    ]
    return element("table", element("thead", head), element("tbody", joined(body)), kind="history")
