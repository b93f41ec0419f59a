"""Words and ticks that must arrive: sent to a field that has the focus, looked for in the file."""

import random
import signal
from string import ascii_lowercase

from benchmarks.adversary.actions import Heard, Part, Pause, Seen
from benchmarks.adversary.forms import Form, form
from benchmarks.adversary.oracle import Look, changes, is_added
from benchmarks.adversary.seat import Seat
from benchmarks.adversary.verdict import Verdict, lines

SAVED = 1.6
"""Seconds, after a word was drawn, in which it has to be on the disk."""
LOST = 5.0
"""Seconds after which a word that is still not there is lost; before that it is late."""
RUN = (4, 8, 16)
"""How many words are brought into a text, one after another, before anything else is done."""
TO_THE_END = "\x1b[1;5F"
ENDINGS = {
    "Ctrl+Q": ("\x11", 0),
    "F9": ("\x1b[20~", 0),
    "TERM": (signal.SIGTERM, 128 + signal.SIGTERM),
    "HUP": (signal.SIGHUP, 128 + signal.SIGHUP),
    "window closed": (None, 128 + signal.SIGHUP),
    "kill -9": (signal.SIGKILL, -signal.SIGKILL),
}
"""What ends it, and the status that it then has; None closes the window."""


class GoneError(Exception):
    """The program is no longer there, and nobody asked it to go."""


class Arriving:
    """Sends words that nothing else holds."""

    def __init__(self, seat: Seat, verdict: Verdict, without: tuple[str, ...]) -> None:
        self.words = 0
        self._seat = seat
        self._verdict = verdict
        self._without = without

    def _word(self, chance: random.Random) -> str:
        self.words += 1
        return f"{''.join(chance.choices(ascii_lowercase, k=5))}{self._verdict.seed}x{self.words}"

    def _at_the_end(self, at: str) -> tuple[Part, ...]:
        """To the end of the text `at`, and a blank after what stands there."""
        return (TO_THE_END, " ", Pause(0.05)) if at in self._verdict.known.answers else (TO_THE_END,)

    def type(self, chance: random.Random, at: str) -> None:
        """Words into the text `at`, each in one of many forms."""
        for _ in range(chance.choice(RUN)):
            is_kitty = self._seat.is_kitty
            sent = form(chance, self._word(chance), is_kitty=is_kitty, without=self._without)
            self._seat.play((*self._at_the_end(at), *sent.parts, Heard()))
            if not self._has_arrived(at, sent):
                break

    def _has_arrived(self, at: str, sent: Form) -> bool:
        old = self._text(self._verdict.known, at)
        patience = self._seat.patience()
        after = self._seat.wait(lambda look: is_added(old, self._text(look, at), sent.texts), LOST)
        if self._seat.program.is_over:
            raise GoneError(f"typing ({sent.name}) ended it, status {self._seat.program.ended()}")
        is_there = is_added(old, self._text(after, at), sent.texts)
        if not is_there:
            self._seat.waiting.try_again()  # one that hangs has not lost anything yet
            self._lost(sent, at, old, self._text(after, at))
        elif (waited := patience.own) > SAVED + 0.2:
            self._verdict.late.append(waited)
        self._verdict.settle(sent.name, after, at)
        return is_there

    @staticmethod
    def _text(look: Look, at: str) -> str:
        return str(look.answers.get(at, ""))

    def _lost(self, sent: Form, at: str, old: str, new: str) -> None:
        text = f"{at} is\n{new!r}\nand was\n{old!r}\nsent was\n{sent.texts[0]!r}"
        self._verdict.blame(f"lost: {sent.name}", text)

    def set(self, at: str) -> None:
        """Space sets one answer of the field, and nothing else; where it was out of sight, the second one."""
        before = self._verdict.known
        for _ in range(2):
            self._seat.play((" ", Heard()))
            after = self._seat.wait(lambda look: bool(changes(before, look)), SAVED + 0.4)
            if changed := changes(before, after):
                break
        if self._seat.program.is_over:
            raise GoneError(f"Space in {at} ended it, status {self._seat.program.ended()}")
        if len(changed) != 1:
            self._seat.waiting.try_again()
            self._verdict.blame("lost: tick", f"Space in {at} changed {changed}")
        self._verdict.settle("tick", after, at)

    def end(self, chance: random.Random, at: str) -> str:
        """End it in one of many ways, a word on its way into `at`, if that is a text; returns in which."""
        name = chance.choice([*ENDINGS])
        key, promised = ENDINGS[name]
        sent = Form(name, (), ())
        if self._verdict.kinds.at(at) == "text":
            word = self._word(chance)
            is_key = isinstance(key, str)
            seen = () if is_key else (Seen(word),)  # a signal overtakes what is still on its way
            sent = Form(name, (*self._at_the_end(at), word, *seen), (word,))
        self._seat.play(sent.parts)
        tail = ""
        if key == signal.SIGKILL and sent.parts:  # what was typed last may go, what came before it may not
            tail = "zyx"
            self._seat.rest(SAVED)
            self._seat.play((tail, Pause(chance.choice((0.0, 0.2, 0.5, 1.0)))))
        self._seat.pressed.append(name)
        if (status := self._status(key)) != promised:
            said = lines(self._seat.program.text)
            self._verdict.blame(f"status: {name}", f"{status}, not {promised}\n{said}")
        self._judge_end(at, sent, tail)
        return name

    def _status(self, key: object) -> int:
        program = self._seat.program
        if isinstance(key, str):
            program.press(key)
        elif key is None:
            return program.hang_up()
        elif isinstance(key, int):
            program.signal(key)
        return program.ended()

    def _judge_end(self, at: str, sent: Form, tail: str) -> None:
        after = self._seat.look()
        texts = [text + tail[:count] for text in sent.texts for count in range(len(tail) + 1)]
        old, new = self._text(self._verdict.known, at), self._text(after, at)
        if texts and not is_added(old, new, texts):
            self._lost(sent, at, old, new)
        self._verdict.settle(sent.name, after, at if texts else "nowhere")
