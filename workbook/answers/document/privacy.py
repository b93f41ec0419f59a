"""Which words are private: their own record says it, once it was taken from the book they were written in.

A version that does not say is of a program that kept no such record, and counts as private until the file is
next opened to be written: the book alone, which anybody can edit, lets nothing be seen.
"""

from ...book import Book
from .state import Document, State


def is_private(book: Book, address: str) -> bool:
    """Whether `book` keeps back what is written at `address`; so it does where it has no such blank."""
    blank = book.blank(address)
    return blank is None or not blank.share


def marked(state: State, book: Book) -> State:
    """`state`, in which every version says whether it is private; the same one where all did already.

    Those that do not are as private as their blank is now. Only chapters that they stand in are read.
    """
    documents = state.get("answers", {})
    unsaid = [address for address, document in documents.items() if not _says(document)]
    if not unsaid:
        return state
    said = {address: _said(documents[address], is_private(book, address)) for address in unsaid}
    return state | {"answers": documents | said}


def _says(document: Document) -> bool:
    versions = (document, *document.get("alts", ()))
    return all("private" in version for version in versions if "value" in version)


def _said(document: Document, private: bool) -> Document:
    """Where a version says it already, that stands."""
    unsaid: Document = {"private": private}
    after = unsaid | document if "value" in document else document
    return {**after, "alts": [unsaid | version for version in document["alts"]]} if "alts" in after else after
