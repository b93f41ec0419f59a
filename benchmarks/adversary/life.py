"""One reader's weeks with the program: batches at random, words that must arrive, endings of every kind."""

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

from benchmarks.adversary.actions import (
    ESC,
    SIZES,
    TINY,
    Action,
    Effect,
    Heard,
    Part,
    Pause,
    batch,
    together,
)
from benchmarks.adversary.forms import Form, form
from benchmarks.adversary.oracle import Kinds, Look, is_added, misdeeds, only
from benchmarks.adversary.seat import Seat
from benchmarks.terminal import TooLateError

SAVED = 1.6
"""Seconds of the machine's clock, after a word was drawn, in which it has to be on the disk."""
PATIENCE = 5.0
"""Seconds after which a word that is still not there is lost; before that it is late."""
LAST = 80
"""How many of the last things that were sent are shown."""
TO_THE_END = "\x1b[1;5F"
STAYING_SAFE = "\x1b[15~"
SETTLED = (STAYING_SAFE, Heard(), STAYING_SAFE, Heard())
"""A page opened over everything, and closed: once that is drawn, every key before it is done with."""
TURNS = ("\x1bOS", "\x1bOS", "\x1bOS", "\x1bOR", "\x1b")
"""On, back, or nowhere."""
ENDINGS = {
    "Ctrl+Q": ("\x11", 0),
    "F9": ("\x1b[20~", 0),
    "TERM": (signal.SIGTERM, 128 + signal.SIGTERM),
    "HUP": (signal.SIGHUP, 128 + signal.SIGHUP),
    "window closed": (None, 128 + signal.SIGHUP),
    "kill -9": (signal.SIGKILL, -signal.SIGKILL),
}


class Fault(NamedTuple):
    """What went wrong, of which kind, and how it came to that."""

    kind: str
    text: str


class GoneError(Exception):
    """The program is no longer there, and nobody asked it to go."""


class Life:
    """Starts the program, tries it, ends it, again and again, in one folder."""

    def __init__(self, folder: Path, book: Path, book_id: str, seed: int, **options: object) -> None:
        self.faults: list[Fault] = []
        self.seat = Seat(folder, book, book_id, str(options.get("fault", "none")))
        self.late: list[float] = []
        self.rounds = self.words = self.fieldless = self.starts = 0
        self._without = tuple(str(options.get("without", "")).split(","))
        self._seed = seed
        self._kinds = Kinds(book)
        self._known = self.seat.look()
        """The file when all was well last."""
        self._is_marked = False
        """Whether something on the page may be marked, so that a letter takes it away."""

    def live(self, is_over: Callable[[], bool]) -> None:
        """Start, try and end it until `is_over`, or until so much is wrong that more would not help."""
        while not is_over() and len(self.faults) < 100:
            chance = random.Random(f"{self._seed} start {self.starts}")
            self.starts += 1
            self._is_marked = False
            try:
                program = self.seat.sit(chance.choice(SIZES))
            except TooLateError as error:
                self._blame("hung: start", _lines(str(error)))
                continue
            with program:
                self._try(chance, is_over)
            self._forget()

    def _try(self, chance: random.Random, is_over: Callable[[], bool]) -> None:
        """Some rounds, and an end."""
        try:
            self._judge("start", Effect.NOTHING)
            for _ in range(chance.randint(1, 6)):
                if is_over() or not self._round():
                    break
            if not self.seat.program.is_over:
                self._end(chance)
        except TooLateError as error:
            self._blame("hung", f"{_lines(str(error))}\n{self.seat.stacks()}")
        except (GoneError, ValueError) as error:
            self._blame("ended", str(error))

    # A round

    def _round(self) -> bool:
        """A batch, a look, a word; False where the batch has ended the program, as it may."""
        chance = random.Random(f"{self._seed} round {self.rounds}")
        self.rounds += 1
        actions = batch(chance)
        effect = self._effect(actions)
        for action in actions:
            self.seat.play(action.parts, gap=chance.choice((0.0, 0.0, 0.01, 0.05)))
        if self._is_gone(effect):
            self._judge("ended by a batch", effect)
            return False
        self._come_to_rest(chance)
        found = self._go_to_a_field(chance)
        self._judge("batch", effect)
        if not found:
            self.fieldless += 1
        elif self._kinds.at(found) == "text":
            self._type(chance, found)
        else:
            self._set(found)
        return True

    def _effect(self, actions: list[Action]) -> Effect:
        effect = together(actions)
        self._is_marked |= Effect.SELECTS in effect
        return effect | Effect.CUTS if self._is_marked and Effect.ADDS in effect else effect

    def _is_gone(self, effect: Effect) -> bool:
        if not self.seat.program.is_over:
            return False
        status = self.seat.program.ended()
        if Effect.LEAVES not in effect or status:
            raise GoneError(f"it ended with status {status}\n{_lines(self.seat.program.text)}")
        return True

    def _come_to_rest(self, chance: random.Random) -> None:
        """A window that shows something; a key that shows something everywhere; out of whatever is open."""
        self.seat.program.listen(0.2)
        if self.seat.size in TINY:
            self.seat.play((chance.choice(SIZES), Pause(0.3)))
        self.seat.play((STAYING_SAFE, Heard(), *ESC * 4))
        if self._is_gone(Effect.NOTHING):
            raise GoneError

    def _go_to_a_field(self, chance: random.Random) -> str:
        """The address of the field that has the focus now, for certain: it had none before."""
        for _ in range(4):
            self.seat.play((chance.choice(TURNS), Pause(0.2), *ESC))
            if self.seat.field(2.0, none=True).field:
                continue
            for _ in range(chance.randint(1, 6)):
                self.seat.play(("\t", Pause(0.3)))
            self.seat.play((*SETTLED, Pause(SAVED)))
            at = self.seat.look().field
            if self._kinds.at(at) in ("text", "checklist", "choice", "group"):
                return at
        self.seat.play((*ESC, *SETTLED))
        return ""

    # What must arrive

    def _word(self, chance: random.Random) -> str:
        self.words += 1
        return f"{''.join(chance.choices(ascii_lowercase, k=5))}{self._seed}x{self.words}"

    def _type(self, chance: random.Random, at: str) -> None:
        """Words into the text `at`, in one of many forms."""
        before = self.seat.look()
        sent = form(chance, self._word(chance), is_kitty=self.seat.is_kitty, without=self._without)
        self.seat.play((TO_THE_END, *self._blank(before, at), Pause(0.05), *sent.parts, Heard()))
        if self.seat.program.is_over:
            raise GoneError(f"typing ({sent.name}) ended it, status {self.seat.program.ended()}")
        self._await(before, at, sent, time.perf_counter())

    def _blank(self, before: Look, at: str) -> tuple[Part, ...]:
        return (" ",) if at in before.answers else ()

    def _await(self, before: Look, at: str, sent: Form, drawn: float) -> None:
        old, after = str(before.answers.get(at, "")), before
        self.seat.play((Pause(SAVED),))
        while not is_added(old, str((after := self.seat.look()).answers.get(at, "")), sent.texts):
            if time.perf_counter() > drawn + PATIENCE:
                new = str(after.answers.get(at, ""))
                self._blame(
                    f"lost: {sent.name}", f"{at} is\n{new!r}\nand was {old!r}; sent was {sent.texts[0]!r}"
                )
                break
            self.seat.program.listen(0.1)
        else:
            if (waited := time.perf_counter() - drawn) > SAVED + 0.2:
                self.late.append(waited)
        for wrong in only(before, after, at):
            self._blame(f"elsewhere: {sent.name}", f"{at} was written, and {wrong}")
        self._known = after
        self._forget()

    def _set(self, at: str) -> None:
        """Space sets one answer of the field, and nothing else; where it was out of sight, the second one."""
        before = self.seat.look()
        changed: list[str] = []
        for _ in range(2):
            self.seat.play((" ", Heard(), Pause(SAVED)))
            after = self.seat.look()
            changed = [
                name
                for name in {*before.answers, *after.answers}
                if before.answers.get(name) != after.answers.get(name)
            ]
            if changed:
                break
        for wrong in only(before, after, at):
            self._blame("elsewhere: tick", f"{at} was ticked, and {wrong}")
        if len(changed) != 1:
            self._blame("lost: tick", f"Space in {at} changed {changed}")
        self._known = after
        self._forget()

    # Endings

    def _end(self, chance: random.Random) -> None:
        """End it in one of many ways, a word on its way; what that way promises must stand in the file."""
        name = chance.choice([*ENDINGS])
        key, promised = ENDINGS[name]
        self._come_to_rest(chance)
        at = self._go_to_a_field(chance)
        self._judge("before the end", Effect.NOTHING)
        before, sent = self._known, Form(name, (), ())
        if self._kinds.at(at) == "text":
            word = self._word(chance)
            sent = Form(name, (TO_THE_END, *self._blank(before, at), word), (word,))
        self.seat.play(sent.parts if isinstance(key, str) or not sent.parts else (*sent.parts, Heard()))
        tail = self._let_go(chance, key) if sent.parts or key != signal.SIGKILL else ""
        self.seat.pressed.append(name)
        status = self._status(key)
        if status != promised:
            self._blame(f"status: {name}", f"{status}, not {promised}\n{_lines(self.seat.program.text)}")
        self._judge_end(before, at, sent, tail)

    def _let_go(self, chance: random.Random, key: object) -> str:
        """Before `kill -9` wait until the word must be saved; returns letters typed after it, that may go."""
        if key != signal.SIGKILL:
            return ""
        self.seat.play((Pause(SAVED), "zyx", Pause(chance.choice((0.0, 0.2, 0.5, 1.0)))))
        return "zyx"

    def _status(self, key: object) -> int:
        program = self.seat.program
        if isinstance(key, str):
            program.press(key)
        elif key is None:
            return program.hang_up()
        elif isinstance(key, int):
            program.signal(key)
        return program.ended()

    def _judge_end(self, before: Look, at: str, sent: Form, tail: str) -> None:
        after = self.seat.look()
        texts = [text + tail[:count] for text in sent.texts for count in range(len(tail) + 1)]
        old, new = str(before.answers.get(at, "")), str(after.answers.get(at, ""))
        if texts and not is_added(old, new, texts):
            self._blame(f"lost: {sent.name}", f"{at} is {new!r} and was {old!r}; sent was {sent.texts[0]!r}")
        for wrong in only(before, after, at or "nowhere"):
            self._blame(f"elsewhere: {sent.name}", wrong)
        self._known = after

    # What is wrong

    def _judge(self, when: str, effect: Effect) -> None:
        """Compare the file with what it may have become since all was well."""
        after = self.seat.look()
        for wrong in misdeeds(self._known, after, effect, self._kinds):
            self._blame(f"changed: {when}", wrong)
        self._known = after

    def _forget(self) -> None:
        self.seat.pressed.clear()

    def _blame(self, kind: str, text: str) -> None:
        where = f"seed {self._seed}, start {self.starts}, round {self.rounds}"
        keys = "\n    ".join(self.seat.pressed[-LAST:])
        screen = _lines(self.seat.program.text)
        self.faults.append(Fault(kind, f"{where}: {text}\n  after\n    {keys}\n  on the screen\n{screen}"))


def _lines(screen: str) -> str:
    """What stands on a screen, without the blanks."""
    return "\n".join(line.rstrip() for line in screen.splitlines() if line.strip())
