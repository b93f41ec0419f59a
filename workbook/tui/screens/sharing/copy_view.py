"""The copy itself, as it would be read: the exercise that is chosen stands under the bar."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Region

from ....export.sharing import Shared
from ...widgets.controls.rows_view import RowsView
from ...widgets.prose.typeset import wrapped
from .setting import set_said

TITLE = "What would stand in it, word for word"
NOTHING = "Nothing is ticked yet."


class CopyView(RowsView):
    """What stands in a copy, to be read only."""

    def __init__(self) -> None:
        super().__init__()
        self._copy: Sequence[Shared] = ()
        self._at = ""

    def show_copy(self, copy: Sequence[Shared], at: str) -> None:
        """Show the copy, `at` being what the reader has chosen."""
        self._copy, self._at = copy, at
        self._lay()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Say by the title whether the keys scroll it."""
        super().watch_has_focus(has_focus)
        self._lay()

    def on_resize(self) -> None:
        """Set the rows for the new width."""
        self._lay()

    def _lay(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        found = list(self._rows(width - 2))
        self.show_rows([row for _, row in found])
        mine = [number for number, (is_chosen, _) in enumerate(found) if is_chosen]
        if mine:
            height = min(len(mine), max(self.scrollable_content_region.height, 1))
            self.scroll_to_region(Region(0, mine[0], 1, height), animate=False, immediate=True)

    def _rows(self, width: int) -> Iterator[tuple[bool, Content]]:
        yield False, Content.styled(f"  {TITLE}", "bold" if self.has_focus else "$text-muted")
        yield False, Content("")
        if not self._copy:
            yield False, Content.styled(f"  {NOTHING}", "$text-muted")
        chapter = ""
        for one in self._copy:
            is_chosen = one.at == self._at
            bar = Content.styled("▌ ", "$accent") if is_chosen else Content("  ")
            rows: list[Content] = []
            if one.chapter != chapter:
                chapter = one.chapter
                rows += [*wrapped(Content.styled(chapter, "bold $accent"), width), Content("")]
            rows += [*wrapped(Content.styled(one.question, "bold"), width), Content("")]
            rows += [Content("  ") + row for row in set_said(one.said, width - 2)]
            yield from ((is_chosen, bar + row) for row in rows)
            yield False, Content("")
