"""How somebody else's copy is laid beside the reader's own: asked for in a dialog, or named by a command."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from ....export import ExportError
from ....export.sharing import Shared, copy_at
from ..sharing.beside import BesideScreen
from ..sharing.copy_dialog import CopyDialog
from .paging import PagingScreen


def ask_for_copy(screen: PagingScreen) -> None:
    """Ask which copy it is to be."""
    screen.app.push_screen(CopyDialog(screen.book), partial(_lay, screen))


async def open_copy(screen: PagingScreen, path: Path) -> None:
    """Lay the copy at `path` beside the reader's own; read in a thread, for a disk may take its time."""
    try:
        copy = await asyncio.to_thread(copy_at, path, screen.book)
    except ExportError as error:
        screen.notify(f"Not opened: {error}.", severity="error", markup=False)
    else:
        _lay(screen, copy)


def _lay(screen: PagingScreen, copy: Sequence[Shared] | None) -> None:
    """Show both until they are put away; a page for two may have been written on meanwhile."""
    if copy is not None:
        over = BesideScreen(screen.book, screen.answers, screen.now, copy)
        screen.app.push_screen(over, lambda _: screen.reopen())
