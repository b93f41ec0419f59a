"""One reader's weeks with the program: batches at random, words that must arrive, endings of every kind."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from benchmarks.adversary.actions import ESC, SIZES, TINY, Action, Effect, Heard, Pause, batch, together
from benchmarks.adversary.arriving import SAVED, Arriving, GoneError
from benchmarks.adversary.oracle import Kinds
from benchmarks.adversary.seat import Seat
from benchmarks.adversary.started import SOUND, Broken
from benchmarks.adversary.verdict import Verdict, lines
from benchmarks.adversary.waiting import SilentError
from benchmarks.terminal import TooLateError

MOST = 100
"""Faults after which more would not help."""
STAYING_SAFE = "\x1b[15~"
SETTLED = (STAYING_SAFE, Heard(), STAYING_SAFE, Heard())
"""A page opened over everything, and closed: once that is drawn, every key before it is done with."""
PAGES = 6
"""On how many pages a field is looked for."""
TURNS = ("\x1bOS", "\x1bOS", "\x1bOS", "\x1bOR", "\x1b")
"""On, back, or nowhere."""


class Life:
    """Starts the program, tries it, ends it, again and again, in one folder."""

    def __init__(
        self,
        folder: Path,
        book: Path,
        book_id: str,
        seed: int,
        *,
        without: str = "",
        fault: Broken = SOUND,
    ) -> None:
        self.seat = Seat(folder, book, book_id, fault.name)
        self.verdict = Verdict(self.seat, Kinds(book), seed)
        self.arriving = Arriving(self.seat, self.verdict, tuple(without.split(",")))
        self._most = fault.rounds
        """Rounds in one start at most."""
        self.minutes = 0.0
        """For how long it was tried."""
        self.own = 0.0
        """How many of them were its own, and not taken by others on a busy machine."""
        self.ends: Counter[str] = Counter()
        """How often it was ended in each way."""
        self.fieldless = 0
        """Rounds in which no field was found that a word could be tried in."""
        self._is_marked = False
        """Whether something on the page may be marked, so that a letter takes it away."""

    def live(self, is_over: Callable[[], bool]) -> None:
        """Start, try and end it until `is_over`, or until so much is wrong that more would not help."""
        while not is_over() and len(self.verdict.faults) < MOST:
            chance = random.Random(f"{self.verdict.seed} start {self.verdict.starts}")
            self.verdict.starts += 1
            self._is_marked = False
            try:
                program = self.seat.sit(chance.choice(SIZES))
            except TooLateError as error:
                self.verdict.blame("hung: start", lines(str(error)))
                continue
            with program:
                is_in_order = self._try(chance, is_over)
            if not is_in_order:
                self.verdict.begin_anew()
            self.seat.pressed.clear()

    def _try(self, chance: random.Random, is_over: Callable[[], bool]) -> bool:
        """Some rounds, and an end; False where it did not come to that."""
        try:
            self._stint = self.seat.patience()
            self.verdict.judge("start", Effect.NOTHING)
            for _ in range(chance.randint(1, self._most)):
                if is_over() or not self._round():
                    break
            if not self.seat.program.is_over:
                self._come_to_rest(chance)
                at = self._go_to_a_field(chance)
                self.verdict.judge("before the end", Effect.NOTHING)
                self.ends[self.arriving.end(chance, at)] += 1
        except SilentError as error:
            self.verdict.blame("silent", lines(str(error)))
        except TooLateError as error:
            self.verdict.blame("hung", lines(str(error)))
        except (GoneError, ValueError) as error:
            self.verdict.blame("ended", str(error))
        else:
            return True
        return False

    def _measure(self) -> None:
        """Note how long it took since the last time."""
        self.minutes, self.own = self.minutes + self._stint.passed / 60, self.own + self._stint.own / 60
        self._stint = self.seat.patience()

    def _round(self) -> bool:
        """A batch, a look, a word; False where the batch has ended the program, as it may."""
        chance = random.Random(f"{self.verdict.seed} round {self.verdict.rounds}")
        self.verdict.rounds += 1
        actions = batch(chance)
        effect = self._effect(actions)
        for action in actions:
            self.seat.play(action.parts, gap=chance.choice((0.0, 0.0, 0.01, 0.05)))
        self._come_to_rest(chance)
        if self._is_gone(effect):
            self.verdict.judge("ended by a batch", effect)
            return False
        at = self._go_to_a_field(chance)
        self.verdict.judge("batch", effect)
        if not at:
            self.fieldless += 1
        elif self.verdict.kinds.at(at) == "text":
            self.arriving.type(chance, at)
        else:
            self.arriving.set(at)
        self._measure()
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
            raise GoneError(f"it ended with status {status}\n{lines(self.seat.program.text)}")
        return True

    def _come_to_rest(self, chance: random.Random) -> None:
        """A window that shows something; a key that shows something everywhere; out of whatever is open."""
        self.seat.program.listen(0.2)
        if self.seat.size in TINY:
            self.seat.play((chance.choice(SIZES), Pause(0.3)))
        self.seat.play((STAYING_SAFE, Heard(), *ESC * 4))

    def _go_to_a_field(self, chance: random.Random) -> str:
        """The address of the field that has the focus now, for certain: none had it before."""
        for _ in range(PAGES):
            self.seat.play((chance.choice(TURNS), Pause(0.2), *ESC))
            if self.seat.wait(lambda look: not look.field, 2.0).field:
                continue
            self.seat.play(("\t",))
            if not self.seat.wait(lambda look: bool(look.field), SAVED).field:
                continue
            self.seat.play(("\t", Pause(0.05)) * chance.randint(0, 4))
            self.seat.play(SETTLED)
            at = self.seat.rest(SAVED).field
            if self.verdict.kinds.at(at) in ("text", "checklist", "choice", "group"):
                return at
        self.seat.play((*ESC, *SETTLED))
        if self.seat.program.is_over:
            raise GoneError(f"Tab ended it, status {self.seat.program.ended()}")
        return ""
