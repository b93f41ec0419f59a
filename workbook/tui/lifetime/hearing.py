"""How what the terminal sends is heard: what is typed is words, a paste is a text, a key is a key.

Textual's own parser tears a paste apart where an escape character stands in it, gives up on sequences of
more than 32 characters, and types what it does not understand. So it gets only whole sequences that it knows.
"""

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from time import perf_counter

from textual import constants, events
from textual.message import Message

from ...text import clean
from ..textual_private import TerminalParser, hear_through
from .keycodes import as_sent, is_known

_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
_AT_ONCE = 0.05
"""Seconds: nobody presses two keys in less, but what a program sends may come in two pieces."""
_CUT_OFF = 2.0
"""Seconds without a character after which a paste has ended, though its end was never sent."""
_RUN = 6
_DISTINCT = 4
"""So many characters at once, so many of them different, are a text, and not keys: pasted without brackets,
or composed by an input method. A key that is held down sends the same character many times."""

_RUN_OF_WORDS = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+")
_TOKEN = re.compile(
    r"\x1b\[(?:M[^\x00-\x1f]{3}|\[.|\d+\$|[ -?]*[@-~])"  # old mice, Linux console, rxvt; all others
    r"|\x1b\[[ -?]*(?=[^ -~])"  # one that was torn
    r"|\x1bO[ -~]|\x1b[^\x1b[]|\x1b(?=\x1b)"
    rf"|{_RUN_OF_WORDS.pattern}|[^\x1b]",
    re.DOTALL,
)
_UNFINISHED = re.compile(r"\x1b(?:\[(?:M[^\x00-\x1f]{0,2}|\[|[ -?]*)|O)?", re.DOTALL)
_REPORT = re.compile(
    r"\x1b\[(?:<?[-\d;]+[mM]|[IO]|\?\d+;\d\$y|48(?:;\d+(?::[\d:]*)?){4}t|\d+;\d+R)",
    re.DOTALL,
)
"""What is no key, and known to Textual: mouse, focus, modes, sizes, the place of the cursor."""
_GOES_ON = re.compile(r"[\r\n][\r\n\t]*[^\r\n\t]")
"""An Enter that is followed at once by a character."""


class Hearing(TerminalParser):
    """Makes events of what the terminal sends; a sequence that nobody understands is nobody's word.

    `come_round` is called by the thread that reads whenever it has handed over everything that it had read.
    """

    def __init__(
        self,
        debug: bool = False,
        clock: Callable[[], float] = perf_counter,
        come_round: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(debug)
        self._clock = clock
        self._come_round = come_round
        self._rest = ""
        """What was read and waits for its end: the beginning of a sequence, or an Enter after a text."""
        self._pasting: list[str] | None = None
        """The pieces of the paste that is being read."""
        self._last = float("-inf")
        """When something was read last."""
        self._was_text = False
        """Whether what was read last ended in the middle of a text that had been put in at once."""

    def feed(self, data: str) -> Iterable[Message]:
        """The events of `data`, all that was read at once."""
        if not data:
            yield from super().feed(data)
            return
        yield from self._overdue()
        now = self._clock()
        self._was_text = self._was_text and now - self._last < _AT_ONCE
        self._last = now
        data, self._rest = self._rest + data, ""
        while data:
            data = yield from self._keys(data) if self._pasting is None else self._paste(data)

    def tick(self) -> Iterable[Message]:
        """The events that are due by now; called ten times a second, and after whatever was read."""
        yield from self._overdue()
        self._come_round()

    def _overdue(self) -> Iterator[Message]:
        """The events of what has waited long enough for its end."""
        waited = self._clock() - self._last
        if self._pasting is not None:
            if waited >= _CUT_OFF:
                yield from self._end_paste(self._rest)
                self._rest = ""
        elif self._rest and waited >= (constants.ESCAPE_DELAY if self._rest[0] == "\x1b" else _AT_ONCE):
            yield from self._release()

    def _release(self) -> Iterator[Message]:
        """What waits, as it is: Esc, or Enter. The beginning of a sequence that never ended is dropped."""
        rest, self._rest = self._rest, ""
        if rest in ("\x1b[", "\x1bO"):
            yield from self._sent(rest)
        elif rest:
            yield from self._token(rest)

    # A paste

    def _paste(self, data: str) -> Generator[Message, None, str]:
        """Take in what belongs to the paste, and return the rest."""
        assert self._pasting is not None
        text, end, rest = data.partition(_PASTED)
        if end:
            yield from self._end_paste(text)
            return rest
        cut = next((n for n in range(len(_PASTED) - 1, 0, -1) if text.endswith(_PASTED[:n])), 0)
        self._pasting.append(text[: len(text) - cut])
        self._rest = text[len(text) - cut :]
        return ""

    def _end_paste(self, last: str) -> Iterator[Message]:
        pasted, self._pasting = [*(self._pasting or ()), last], None
        yield events.Paste(clean("".join(pasted)))

    # Keys

    def _keys(self, data: str) -> Generator[Message, None, str]:
        """Take in keys as far as they go, or up to a paste, and return the rest."""
        at, was_text = 0, self._was_text
        self._was_text = False
        while at < len(data):
            token = None if _UNFINISHED.fullmatch(data, at) else _TOKEN.match(data, at)
            if token is None:
                self._rest = data[at:]
                break
            is_first, at = not at, token.end()
            if token[0] == _PASTE:
                self._pasting = []
                return data[at:]
            if _RUN_OF_WORDS.match(token[0]):
                yield from self._run(token[0], goes_on=was_text and is_first, is_last=at == len(data))
            else:
                yield from self._token(token[0])
        return ""

    def _run(self, run: str, *, goes_on: bool, is_last: bool) -> Iterator[Message]:
        """Words, with the Tabs and Enters between them; as a text where no fingers have typed them."""
        if _GOES_ON.search(run):
            yield events.Paste(clean(run))
            self._was_text = is_last
            return
        words = run.rstrip("\r\n")
        if is_last and (words or goes_on):
            self._rest = run[len(words) :]  # more of the text may be on its way
            run = words
        for part in re.split("([\t\r\n])", run):
            goes_on = goes_on and part != "\t"  # a Tab leads on, and what follows it is typed there
            self._was_text = goes_on or (len(part) >= _RUN and len(set(part)) >= _DISTINCT)
            if self._was_text and part:
                yield events.Paste(clean(part))
            else:
                yield from self._sent(part)

    def _token(self, token: str) -> Iterator[Message]:
        """A sequence, or a control character."""
        if not token.startswith(("\x1b[", "\x1bO")):
            yield from self._sent(token)
        elif _REPORT.fullmatch(token):
            yield from super().feed(token)
        elif (sent := as_sent(token)) is not None:
            is_phrase = len(sent) > 1 and not sent.startswith("\x1b")
            yield from [events.Paste(sent)] if is_phrase else self._sent(sent)
        elif token[1] == "O":
            yield from self._sent(token[:2])
            yield from self._sent(token[2:])

    def _sent(self, sent: str) -> Iterator[Message]:
        """What no terminal spells out: a known sequence, Alt and a key, or characters."""
        if sent == "\x1b":
            yield events.Key("escape", sent)
        elif sent.startswith("\x1b") and is_known(sent):
            yield from super().feed(sent)
        elif sent.startswith("\x1b"):
            yield from self.with_alt(sent[1:])
        else:
            for character in sent:
                yield from super().feed("\r" if character == "\n" else character)


def hear_the_terminal(come_round: Callable[[], None]) -> None:
    """Let Textual's drivers hear in this way."""
    hear_through(partial(Hearing, come_round=come_round))
