"""One answer and its versions: shape, edit, merge, migrations."""

from .edit import Circumstances, edited, is_any_private, picked, written_over
from .json_text import decoded, parsed
from .kept import Kept
from .merge import merged, merged_entry
from .migrations import SCHEMA, is_newer, is_older, migrated
from .moving import moved
from .privacy import is_private, marked
from .records import cleaned, is_address, is_same, stored, value_of
from .state import ONLY, TO_SHARE, UNREAD, Document, State, answers_book, book_of, schema_of
from .to_share import ticked
from .unread import fresh_in, is_in_form, sorted_out, told
from .versions import drawn, names, past, shown, versions

__all__ = [
    "ONLY",
    "SCHEMA",
    "TO_SHARE",
    "UNREAD",
    "Circumstances",
    "Document",
    "Kept",
    "State",
    "answers_book",
    "book_of",
    "cleaned",
    "decoded",
    "drawn",
    "edited",
    "fresh_in",
    "is_address",
    "is_any_private",
    "is_in_form",
    "is_newer",
    "is_older",
    "is_private",
    "is_same",
    "marked",
    "merged",
    "merged_entry",
    "migrated",
    "moved",
    "names",
    "parsed",
    "past",
    "picked",
    "schema_of",
    "shown",
    "sorted_out",
    "stored",
    "ticked",
    "told",
    "value_of",
    "versions",
    "written_over",
]
