"""What a terminal sends, given to the program as its driver would give it."""

from collections.abc import Iterable

from textual.message import Message
from textual.pilot import Pilot

from tests.tui.program import settled
from workbook.tui.lifetime.hearing import Hearing


async def send(pilot: Pilot[None], *reads: str, apart: float = 0.001) -> None:
    """Let the program hear `reads`, each a piece that was read at once, `apart` seconds from the one before.

    Then nothing comes for a second, and the program comes to rest.
    """
    now = 0.0
    ear = Hearing(clock=lambda: now)
    for read in reads:
        now += apart
        _post(pilot, ear.feed(read))
    now += 1
    _post(pilot, ear.tick())
    await settled(pilot)


def _post(pilot: Pilot[None], events: Iterable[Message]) -> None:
    for event in events:
        pilot.app.post_message(event)


def singly(text: str) -> Iterable[str]:
    """`text` key by key."""
    return tuple(text)


def spelt(text: str) -> Iterable[str]:
    """`text` key by key, as the keyboard protocol of kitty spells keys with their text."""
    return tuple(f"\x1b[{ord(character)};;{ord(character)}u" for character in text)


def numbered(text: str) -> Iterable[str]:
    """`text` key by key, each as the number of its key alone; but for numbers of keys without a letter."""
    return tuple(key if "\ue000" <= key < "\ue06f" else f"\x1b[{ord(key)}u" for key in text)


def composed(text: str) -> Iterable[str]:
    """`text` as one phrase of an input method, in the same protocol."""
    return (f"\x1b[49;;{':'.join(str(ord(character)) for character in text)}u",)


def pasted(text: str) -> Iterable[str]:
    """`text` as a bracketed paste, which comes in pieces where it is long."""
    whole = f"\x1b[200~{text}\x1b[201~"
    return tuple(whole[at : at + 50] for at in range(0, len(whole), 50))


def at_once(text: str) -> Iterable[str]:
    """`text` in one piece, without brackets."""
    return (text,)
