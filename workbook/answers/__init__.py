"""Floor 2: what the reader wrote, kept in one TinyDB file that cannot tear."""

from .answers import Answers
from .backups import backup, last_backup, refuse_unfit, restore
from .errors import AnswersError, ReadOnly, RestoreError
from .files import FileFact, erase, files
from .kept import Kept
from .opening import held, open_answers, read_answers
from .private_file import create_private, sync_folder
from .saver import Saving

__all__ = [
    "Answers",
    "AnswersError",
    "FileFact",
    "Kept",
    "ReadOnly",
    "RestoreError",
    "Saving",
    "backup",
    "create_private",
    "erase",
    "files",
    "held",
    "last_backup",
    "open_answers",
    "read_answers",
    "refuse_unfit",
    "restore",
    "sync_folder",
]
