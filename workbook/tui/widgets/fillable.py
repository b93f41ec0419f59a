"""What every field has in common."""

from collections.abc import Iterator

from textual.widget import Widget


class Fillable(Widget):
    """A field: the address it fills, and where in it the cursor stands."""

    address: str
    """Of a list of ticks, the address above theirs."""

    @property
    def cursor(self) -> tuple[int, int]:
        """Line and column, or the number of an option and 0; (0, 0) where there is no cursor."""
        return 0, 0

    @cursor.setter
    def cursor(self, cursor: tuple[int, int]) -> None:
        """Put the cursor back where it was, as near as what stands there now allows."""


def fields_within(holder: Widget) -> Iterator[Fillable]:
    """The fields that `holder` holds, in order; a query by type would follow the first base class alone."""
    return (widget for widget in holder.walk_children() if isinstance(widget, Fillable))
