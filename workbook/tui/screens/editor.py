"""A text in the reader's own editor."""

import os
import shlex
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from ...text import clean
from ..widgets import TextField


def edit_elsewhere(field: TextField, folder: Path) -> None:
    """Open the words of `field` in $VISUAL or $EDITOR, and take them back; one undo takes the change away.

    The file is private (0600) and lies in the folder of the answers for as long as the editor runs. Whatever
    goes wrong, the words in the field stay.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "nano"
    try:
        handle, name = tempfile.mkstemp(prefix="editing-", suffix=".md", dir=folder)
    except OSError as error:
        field.notify(f"The text could not be handed over: {error.strerror}.", markup=False, severity="error")
        return
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(field.text)
        with field.app.suspend():
            result = subprocess.run([*shlex.split(editor), name], check=False)
        if result.returncode == 0:
            field.rewrite(clean(path.read_text(encoding="utf-8", errors="replace")).removesuffix("\n"))
        else:
            field.notify("The editor ended with an error; your text is as it was.", markup=False)
    except (OSError, ValueError) as error:
        said = f"$EDITOR could not be started: {editor} ({type(error).__name__}). Your text is as it was."
        field.notify(said, markup=False, severity="error")
    finally:
        with suppress(OSError):
            path.unlink()
        field.app.refresh()
