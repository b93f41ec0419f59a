"""Floor 2: what the reader wrote, kept in one TinyDB file that cannot tear."""

from .answers import Answers
from .backups import backup, copied, last_backup, refuse_unfit, restore
from .errors import AnswersError, ReadOnly, RestoreError
from .files import FileFact, erase, files, folder_keeps_modes, is_kept, strangers
from .kept import Kept
from .opening import held, open_answers, read_answers
from .private_file import confirms_names, create_private, keeps_modes, sync_folder
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
    "copied",
    "create_private",
    "erase",
    "files",
    "folder_keeps_modes",
    "held",
    "is_kept",
    "keeps_modes",
    "last_backup",
    "open_answers",
    "read_answers",
    "refuse_unfit",
    "restore",
    "strangers",
    "sync_folder",
]
