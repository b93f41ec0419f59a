"""Floor 2: what the reader wrote, kept in one TinyDB file that cannot tear."""

from .answers import Answers
from .backups import backup, last_backup, refuse_unfit, restore
from .editing import (
    LeftOver,
    NotTextError,
    as_read,
    drop,
    hand_out,
    left_over,
    rescued,
    take_back,
    tidy,
    words_in,
)
from .errors import AnswersError, ReadOnly, RestoreError
from .files import FileFact, erase, files
from .opening import held, open_answers, read_answers
from .private_file import create_private, sync_folder
from .records import Kept
from .saver import Saving

__all__ = [
    "Answers",
    "AnswersError",
    "FileFact",
    "Kept",
    "LeftOver",
    "NotTextError",
    "ReadOnly",
    "RestoreError",
    "Saving",
    "as_read",
    "backup",
    "create_private",
    "drop",
    "erase",
    "files",
    "hand_out",
    "held",
    "last_backup",
    "left_over",
    "open_answers",
    "read_answers",
    "refuse_unfit",
    "rescued",
    "restore",
    "sync_folder",
    "take_back",
    "tidy",
    "words_in",
]
