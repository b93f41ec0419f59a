"""Parts of a file that are not in the form they should have: kept as text, so that one costs no other.

A file is read as a whole; where something in it is not in form, it is read member by member, so that what
cannot be read is kept letter by letter, however deep, long or odd it is.
"""

from collections.abc import Mapping
from typing import TypeAlias
from zlib import crc32

from ..errors import Damaged
from .json_text import members, parsed
from .migrations import SCHEMA
from .shape import is_document, is_meta, is_surely_ours, sound_meta
from .state import ONLY, UNREAD, Document, State, schema_of

_Part: TypeAlias = tuple[str, str, str]
"""A table, the id of a document (or nothing), and what stands there as text."""


def is_in_form(state: object) -> bool:
    """Whether every table and document of `state` is in the form that it should have."""
    if not isinstance(state, dict) or not all(isinstance(table, dict) for table in state.values()):
        return False
    schema = schema_of(state) if is_meta(state.get("meta", {}).get(ONLY)) else 0
    return schema > 0 and all(
        is_document(name, document, schema) for name, table in state.items() for document in table.values()
    )


def sorted_out(text: str) -> State:
    """The state in `text`, of which whatever is not in form stands as text in the table `unread`.

    Raises ValueError where `text` is no JSON, and Damaged where what is left makes no file of answers: a book
    that was filled in never comes back as an empty one.
    """
    tables = dict(members(text))
    if not tables.get("answers", "{").startswith("{"):
        raise Damaged("its answers are no table of answers")
    meta, aside = _meta(tables.get("meta", ""))
    state: State = {}
    for table, written in tables.items():
        state |= _table(table, written, meta["schema"], aside)
    state["meta"] = {**state.get("meta", {}), ONLY: meta}
    if "book" not in meta and not any(map(is_surely_ours, state.get("answers", {}).values())):
        raise Damaged("it does not say which book it answers")
    return state | {UNREAD: state.get(UNREAD, {}) | dict(map(_as_document, aside))} if aside else state


def fresh_in(state: State) -> Mapping[str, Document]:
    """What is kept unread and the reader was not yet told of, by its id."""
    return {name: document for name, document in state.get(UNREAD, {}).items() if "at" not in document}


def told(state: State, at: str) -> State:
    """`state` in which the reader was told of all that is unread, of the fresh `at` this time."""
    fresh = {name: {**document, "at": at} for name, document in fresh_in(state).items()}
    return state | {UNREAD: state[UNREAD] | fresh} if fresh else state


def _meta(written: str) -> tuple[Document, list[_Part]]:
    """What the table `meta` says of the file, and what of it is not in form.

    Where it names no schema, that is the present one: only this program's `meta` is ever damaged by hand. The
    book may stay unsaid; the name of the file says it.
    """
    text = dict(members(written)).get(ONLY) if written.startswith("{") else None
    document = parsed(text or "null")
    aside = [] if text is None or is_meta(document) else [("meta", ONLY, text)]
    return {"schema": SCHEMA, **sound_meta(document)}, aside


def _table(table: str, written: str, schema: int, aside: list[_Part]) -> State:
    """The table with its good documents, where it is one; all else is put `aside`."""
    if not written.startswith("{"):
        parsed(written)  # what is no JSON at all makes the whole file damaged
        aside.append((table, "", written))
        return {}
    documents: dict[str, Document] = {}
    for name, text in members(written):
        if (table, name) == ("meta", ONLY):
            continue
        document = parsed(text)
        if isinstance(document, dict) and is_document(table, document, schema):
            documents[name] = document
        else:
            aside.append((table, name, text))
    return {table: documents}


def _as_document(part: _Part) -> tuple[str, Document]:
    """The id and the document of what is unread: the same on every machine that finds the same."""
    table, name, text = part
    place = f"{table}/{name}" if name else table
    number = crc32(text.encode("utf-8", "surrogatepass"))
    return f"{place}#{number:08x}", {"table": table, "name": name, "json": text}
