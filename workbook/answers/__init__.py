"""Floor 2: what the reader wrote, kept in one TinyDB file that cannot tear."""

from .answers import Answers
from .disk import (
    confirms_names,
    create_private,
    keeps_modes,
    read_plain,
    sync_folder,
)
from .document import Kept
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
from .file import (
    FileFact,
    backup,
    copied,
    erase,
    files,
    folder_keeps_modes,
    is_kept,
    last_backup,
    refuse_unfit,
    restore,
    strangers,
)
from .opening import held, open_answers, read_answers
from .saving import Saving

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
    "confirms_names",
    "copied",
    "create_private",
    "drop",
    "erase",
    "files",
    "folder_keeps_modes",
    "hand_out",
    "held",
    "is_kept",
    "keeps_modes",
    "last_backup",
    "left_over",
    "open_answers",
    "read_answers",
    "read_plain",
    "refuse_unfit",
    "rescued",
    "restore",
    "strangers",
    "sync_folder",
    "take_back",
    "tidy",
    "words_in",
]
