"""Floor 2: what the reader wrote, kept in one TinyDB file that cannot tear."""

from .answers import Answers
from .backups import backup, last_backup, refuse_unfit, restore
from .errors import AnswersError, ReadOnly, RestoreError
from .files import FileFact, erase, files, strangers
from .opening import held, open_answers, read_answers
from .private_file import confirms_names, create_private, sync_folder
from .records import Kept
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
    "confirms_names",
    "create_private",
    "erase",
    "files",
    "held",
    "last_backup",
    "open_answers",
    "read_answers",
    "refuse_unfit",
    "restore",
    "strangers",
    "sync_folder",
]
