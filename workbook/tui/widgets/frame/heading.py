"""The first line of the screen: where the reader is, whose eyes it is for, and whether every word is kept."""

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
        width = self.size.width - 1
        said = f"kept out of copies · {self.saving}" if self.is_private else self.saving
        said = "" if self.is_fresh and said == "saved" else said
        said = self.aside if self.aside and not self.is_alarm else said
        saving = Content(said).truncate(max(width - 12, 10), ellipsis=True)
        where = Content(f" {self.where}").truncate(max(width - saving.cell_length - 1, 0), ellipsis=True)
        gap = max(1, width - where.cell_length - saving.cell_length)
        return where + Content(" " * gap) + saving.stylize("bold" if self.is_alarm else "$text-muted")

    def echo(self, other: "Heading") -> None:
        """Say of saving what `other` says."""
        self.saving, self.is_alarm = other.saving, other.is_alarm

    async def on_click(self) -> None:
        """A click opens the contents."""
        await self.run_action("screen.contents")
