"""What the key line says: the keys of what has the focus."""

from collections.abc import Iterator

from textual.widget import Widget

from ..commands import FIELD_KEYS, GO_THERE, LINK_KEYS, LINKS, PAGE_KEYS, WORDS_KEYS
from ..own_keys import Hint, hint_here
from ..widgets import ActionLine, Contents, Doors, Fillable, PageView


def hints(focused: Widget | None, view: PageView, *, in_words: bool = False) -> tuple[Hint, ...]:
    """The keys that matter while `focused` has the focus, its own ones first; `in_words` on *Your words*."""
    if view.chosen and view.has_keys:
        return LINK_KEYS
    if isinstance(focused, Doors):
        return (*focused.hints, LINKS) if view.has_links else focused.hints
    if in_words:
        enter = focused.hints if isinstance(focused, ActionLine) else (GO_THERE,)
        on_answer = (*WORDS_KEYS[1:2], *enter, *WORDS_KEYS[2:])
        offered = WORDS_KEYS if focused is view else on_answer
        return tuple(
            hint for hint in offered if hint[0] != "Space" or not view.is_at_end
        )  # no page comes after
    if focused is None or focused is view:
        keys = tuple(_for_page(hint, view) for hint in PAGE_KEYS if hint[0] != "Tab" or view.has_fields)
        return _with_links(keys) if view.has_links else keys
    is_locked = isinstance(focused, Fillable) and focused.locked
    own = focused.hints if isinstance(focused, (Fillable, Contents, ActionLine)) and not is_locked else ()
    return (*own, *_others(focused, own))


def _with_links(keys: tuple[Hint, ...]) -> tuple[Hint, ...]:
    """`keys` and that of the links; in 80 columns it is *find* that has no room then, not *everything*."""
    find = tuple(hint for hint in keys if hint[0] == "/")
    rest = tuple(hint for hint in keys if hint not in find)
    return (*rest[:-1], LINKS, rest[-1], *find)


def _for_page(hint: Hint, view: PageView) -> Hint:
    """`hint` as it is here: Space turns the page at its end, Tab writes on where the pen rests in sight."""
    key, _, action = hint
    if key == "Space" and view.is_at_end:
        return (key, "next page", action)
    return (key, "write on", action) if key == "Tab" and view.pen.rests_in_sight else hint


def _others(field: Widget, own: tuple[Hint, ...]) -> Iterator[Hint]:
    """The keys of every field, without those that mean something else in this one, or are letters in it."""
    taken = {key for key, *_ in own}
    for hint in FIELD_KEYS:
        if hint[0] not in taken and hint_here(field.app, hint, in_field=True):
            yield hint
