"""A text in the reader's own editor."""

import os
import shlex
import tempfile
from contextlib import suppress
from pathlib import Path

from ...text import clean, one_line
from ..discreet import DiscreetApp
from ..widgets.text import TextField


def edit_elsewhere(field: TextField, folder: Path) -> None:
    """Open the words of `field` in $VISUAL or $EDITOR, and take them back; one undo takes the change away.

    The file is private (0600) and lies in the folder of the answers for as long as the editor runs. Whatever
    goes wrong, the words in the field stay.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "nano"
    path = None
    try:
        path = _handed_over(field.text, folder)
        if _run(field, [*shlex.split(editor), str(path)]) == 0:
            field.rewrite(clean(path.read_text(encoding="utf-8", errors="replace")).removesuffix("\n"))
        else:
            field.notify("The editor ended with an error; your text is as it was.", markup=False)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        said = f"The text could not be edited with {one_line(editor)}: {reason}. It is as it was."
        if not (os.environ.get("VISUAL") or os.environ.get("EDITOR")):
            said += " $EDITOR can name an editor that you have."
        field.notify(said, markup=False, severity="error")
    finally:
        if path:
            _remove(path)
        field.app.refresh()


def _handed_over(text: str, folder: Path) -> Path:
    """A new private file that holds `text`."""
    handle, name = tempfile.mkstemp(prefix="editing-", suffix=".md", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return Path(name)


def _run(field: TextField, command: list[str]) -> int:
    app = field.app
    assert isinstance(app, DiscreetApp)
    return app.run_outside(command)


def _remove(path: Path) -> None:
    """Remove the file, and what the editor put beside it: a copy (`~`), a swap file (`.swp`)."""
    for left in path.parent.glob(f"*{path.name}*"):
        with suppress(OSError):
            left.unlink()
