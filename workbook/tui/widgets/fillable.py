"""What every field has in common."""

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
