"""The file of answers of one book, open for writing: how it is read, and all that one save means."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from ..book import Book
from ..text import one_line
from .damage import newest_good, set_aside, size_notice
from .errors import AnswersError, Damaged
from .merge import merged
from .migrations import SCHEMA, is_newer, is_older, migrated
from .moving import moved
from .names import backups_folder, conflict_copies, data_file, of_book, previous
from .private_file import make_private_folder, move, read_plain, tightened
from .records import cleaned
from .state import ONLY, State, book_of
from .storage import AtomicStorage

NEWER = "made by a newer version of this program"
