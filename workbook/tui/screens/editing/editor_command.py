"""Which editor the reader has, and how it is started so that it keeps no words of its own."""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

USUAL = "nano"
"""What is tried where neither $VISUAL nor $EDITOR names one."""

_VIM = re.compile(r"(?:g|n|m)?vim(?:\.|$)")
_BESIDE = "call writefile(getline(1, '$'), expand('%:p') . '.save')"
_QUIET = (
    "-n",  # no swap file
    *("-i", "NONE"),  # no list of what was written, searched for and copied
    *("-c", "silent! set noundofile nobackup"),
    # Without a swap file, what was not saved yet would be gone with the window: as it is typed it goes beside
    # the file, where nano puts it too, and is removed when vim ends well.
    *("-c", f"silent! autocmd TextChanged,TextChangedI editing-*.md silent! {_BESIDE}"),
)


def editor_command(windows: bool = sys.platform == "win32") -> list[str]:
    """The words of the command that opens a file named after them; raises ValueError for open quotes."""
    named = (os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    words = shlex.split(next(filter(None, named), USUAL), posix=not windows)
    if windows:  # where a backslash is no quote, the quotes stay in the words
        words = [word[1:-1] if word[:1] == word[-1:] == '"' else word for word in words]
    return [words[0], *(_QUIET if _is_vim(words[0]) else ()), *words[1:]]


def is_named() -> bool:
    """Whether the reader has named an editor."""
    return any(os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR"))


def _is_vim(program: str) -> bool:
    """Whether `program` is vim or nvim, by its name or by what it leads to: `vi` often does."""
    found = shutil.which(program) or program
    names = {Path(found).name, Path(os.path.realpath(found)).name}
    return any(_VIM.match(name.lower()) for name in names)
