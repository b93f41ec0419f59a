"""What a terminal shows of the bytes that a program writes."""

import re

import pyte

_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"
"""Around the parts of a frame, once the terminal has said that it knows them: nothing is seen in between."""
_UNSEEN = re.compile(rb"\x1b\[[<=>?][^a-zA-Z~]*[a-zA-Z~]|\x1b[\]P][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Modes, questions, titles: nothing that stands on the screen, and some of it would confuse the parser."""
_UNFINISHED = re.compile(rb"\x1b(?:\[[^a-zA-Z~]*|[\]P][^\x07\x1b]*)?$")


class Drawn:
    """A screen of so many columns and rows."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self.is_finished = True
        """Whether no frame is half drawn."""

    def resize(self, size: tuple[int, int]) -> None:
        """Give it so many columns and rows."""
        columns, rows = size
        self._screen.resize(rows, columns)

    def take(self, chunk: bytes) -> None:
        """Draw what came."""
        data = self._rest + chunk
        unfinished = _UNFINISHED.search(data)
        at = unfinished.start() if unfinished else len(data)
        data, self._rest = data[:at], data[at:]
        if _BEGIN in data or _END in data:
            self.is_finished = data.rfind(_BEGIN) <= data.rfind(_END)
        self._stream.feed(_UNSEEN.sub(b"", data))

    @property
    def text(self) -> str:
        """The screen; pyte's own `display` fails on half of a wide character."""
        screen = self._screen
        rows = ((screen.buffer[y][x].data for x in range(screen.columns)) for y in range(screen.lines))
        return "\n".join(map("".join, rows))
