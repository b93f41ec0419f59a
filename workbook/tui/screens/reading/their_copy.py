"""How somebody else's copy is laid beside the reader's own: asked for in a dialog, or named by a command."""

import asyncio
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from ....export import ExportError
from ....export.sharing import Shared, copy_at
from ..overlays import CurtainScreen, SmallScreen
from ..sharing.beside import BesideScreen
from ..sharing.copy_dialog import CopyDialog
from .paging import PagingScreen

Cover: TypeAlias = CurtainScreen | SmallScreen


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
    """Show both until they are put away; a page for two may have been written on meanwhile.

    What covers everything by the time that a slow disk has given the copy goes on doing so.
    """
    if copy is None:
        return
    app, covers = screen.app, list[Cover]()
    while isinstance(app.screen, Cover):
        covers.append(app.screen)
        app.pop_screen()
    over = BesideScreen(screen.book, screen.answers, screen.now, copy)
    app.push_screen(over, lambda _: screen.reopen())
    for cover in reversed(covers):
        app.push_screen(type(cover)())
