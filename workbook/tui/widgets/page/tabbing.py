"""The round of Tab: all that can be filled in or pressed on a page, and the page itself."""

from collections.abc import Iterator

from textual.widget import Widget

from ..prose import ChoosingScroll


def keyed(page: ChoosingScroll) -> Iterator[Widget]:
    """What on `page` can be filled in or pressed, in order."""
    return (widget for widget in page.walk_children(Widget) if widget.focusable)


def beside(page: ChoosingScroll, focused: Widget | None, step: int) -> Widget:
    """What Tab leads to from `focused`: all that can be filled in or pressed, then the page.

    From the page, the nearest that begins in view, or beyond it.
    """
    inside = list(keyed(page))
    if focused in inside:
        chain = [page, *inside]
        return chain[(chain.index(focused) + step) % len(chain)]
    rows = [(page.row_of(widget, widget.region.y), widget) for widget in inside]
    if step > 0:
        near = [widget for row, widget in rows if row >= page.scroll_y]
    else:
        near = [widget for row, widget in reversed(rows) if row < page.scroll_y + page.size.height]
    return next(iter(near or inside[::step]), page)
