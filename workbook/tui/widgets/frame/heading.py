"""The first line of the screen: where the reader is, whose eyes it is for, and whether every word is kept."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Heading(Widget):
    """`The five signs · 2 of 3            kept out of copies · saved`."""

    where = reactive("")
    """The chapter and the page."""
    saving = reactive("")
    """What can be said of saving: "saved", "saving…", "NOT SAVED: disk full"."""
    is_private = reactive(False)
    """Whether what is being filled in stays out of every copy that is made for somebody else."""
    aside = reactive("")
    """What stands in the place of saving while nothing is wrong with it: on what is read and not written."""
    is_fresh = reactive(False)
    """Whether nothing was kept so far: that it is saved would be no news."""
    is_alarm = reactive(False, toggle_class="-alarm")
    """Whether words are in danger; the line then turns into a banner."""

    def render(self) -> Content:
        """Both, the state of saving at the right; where they do not fit, the chapter is cut first."""
        width, saving = self.size.width - 1, self._saving
        where = Content(f" {self.where}").truncate(max(width - saving.cell_length - 1, 0), ellipsis=True)
        gap = max(1, width - where.cell_length - saving.cell_length)
        return where + Content(" " * gap) + saving.stylize("bold" if self.is_alarm else "$text-muted")

    @property
    def _saving(self) -> Content:
        said = f"kept out of copies · {self.saving}" if self.is_private else self.saving
        if len(said) > self.size.width - 13:
            said = self.saving
        said = "" if self.is_fresh and said == "saved" else said
        said = self.aside if self.aside and not self.is_alarm else said
        return Content(said).truncate(max(self.size.width - 13, 10), ellipsis=True)

    def echo(self, other: "Heading") -> None:
        """Say of saving what `other` says."""
        self.saving, self.is_alarm = other.saving, other.is_alarm

    async def on_click(self, event: events.Click) -> None:
        """A click on what is said of saving saves, and says so; elsewhere it opens the contents."""
        is_of_saving = event.x >= self.size.width - 1 - self._saving.cell_length
        await self.run_action("screen.save" if is_of_saving else "screen.contents")
