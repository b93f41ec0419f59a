"""The file of answers as a whole: how it is stored, damaged, copied, and joined with copies."""

from .backups import backup, copied, keep_day, keep_moment, last_backup, refuse_unfit, restore
from .conflicts import put_away, related, with_conflicts, with_strangers
from .damage import loaded
from .files import FileFact, erase, files, folder_keeps_modes, is_kept, strangers
from .ground import Ground
from .reading import (
    NEWER,
    moment,
    put_aside,
    read_for_writing,
    read_untouched,
    understood,
    unread_notices,
    unreadable,
)
from .storage import AtomicStorage, Documents, dumps

__all__ = [
    "NEWER",
    "AtomicStorage",
    "Documents",
    "FileFact",
    "Ground",
    "backup",
    "copied",
    "dumps",
    "erase",
    "files",
    "folder_keeps_modes",
    "is_kept",
    "keep_day",
    "keep_moment",
    "last_backup",
    "loaded",
    "moment",
    "put_aside",
    "put_away",
    "read_for_writing",
    "read_untouched",
    "refuse_unfit",
    "related",
    "restore",
    "strangers",
    "understood",
    "unread_notices",
    "unreadable",
    "with_conflicts",
    "with_strangers",
]
