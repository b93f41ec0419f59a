"""The keys that a reader chose in a file of their own, and how screens say them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from textual.app import App

Hint = tuple[str, str, str]
"""A key as it is written, what it does, the action of a click."""


class OwnKeysApp(App[None]):
    """Knows which commands have other keys than the usual ones."""

    own_keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The keys as they are written for a reader, by action; usual ones are not in it."""
    key_faults: tuple[str, ...] = ()
    """What the reader has to be told of the file, a line each."""


def faults_of(app: App[Any]) -> tuple[str, ...]:
    """What the reader has to be told of their file, a line each."""
    return app.key_faults if isinstance(app, OwnKeysApp) else ()


def _own(app: App[Any], action: str) -> tuple[str, ...] | None:
    return app.own_keys.get(action) if isinstance(app, OwnKeysApp) else None


def shown_of(app: App[Any], action: str, usual: str) -> str:
    """All keys of `action`, as help and the palette write them; `usual` where the reader chose none."""
    own = _own(app, action)
    return usual if own is None else _listed(own)


def _listed(keys: tuple[str, ...]) -> str:
    *first, last = keys or ("",)
    return f"{', '.join(first)} or {last}" if first else last


def key_of(app: App[Any], action: str, usual: str) -> str:
    """One key of `action`, for a sentence; the palette's, which has everything, where it has none."""
    own = _own(app, action)
    return usual if own is None else _fit(own, usual) or "Ctrl+P"


def _fit(own: tuple[str, ...], usual: str) -> str:
    """The key to name in the place of `usual`: for one that acts in texts too another such, if there is."""
    long = [key for key in own if len(key) > 1]
    return next(iter(long if len(usual) > 1 and long else own), "")


def hint_here(app: App[Any], hint: Hint, *, in_field: bool = False) -> Hint | None:
    """`hint` with the key that the reader chose; None where there is none, or a letter alone in a field."""
    usual, does, action = hint
    own = _own(app, action.rpartition(".")[2])
    if own is None or "→" in usual:  # an arrow chooses links whatever else does
        return hint
    key = _fit(own, usual)
    return (key, does, action) if key and not (in_field and len(key) == 1) else None
