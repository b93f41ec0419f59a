"""What can be measured of a program: its start, keys, steps through a text, its rest, its whole run."""

import random
import shutil
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from string import ascii_lowercase

from benchmarks.ratios import share
from benchmarks.terminal import Program, TooLateError

Figures = Mapping[str, float]
"""What was measured, by its name: milliseconds, MiB or bytes."""

QUIT = "\x11"
CALM = 1.5
"""Seconds after the first paint in which what is read later (marks, backups) has come to rest."""


@dataclass(frozen=True)
class Run:
    """How a program is run, and the words on the screen that show that it stands."""

    command: Sequence[str]
    ready: str
    folder: Path
    data: Path | None = None
    """What the program changes: every run finds it as the first one did."""
    environ: Mapping[str, str] = field(default_factory=dict)

    def begin(self) -> Program:
        """The program, running."""
        if self.data:
            pristine = self.data.with_name("pristine")
            if not pristine.exists():
                shutil.copytree(self.data, pristine)
            shutil.rmtree(self.data)
            shutil.copytree(pristine, self.data)
        return Program(self.command, self.folder, environ=self.environ)


def contains(words: str, text: str) -> bool:
    """Whether `words` stand on the screen `text`."""
    return words in text


def start(run: Run) -> Figures:
    """The first paint, the memory at rest, and how long leaving takes."""
    with run.begin() as program:
        painted = program.wait(partial(contains, run.ready)) - program.begun
        program.listen(CALM)
        memory = program.memory
        return {"first paint": painted * 1000, "memory": memory, "quit": program.leave(QUIT) * 1000}


def typing(run: Run, count: int = 120, warm: int = 10) -> Figures:
    """Letters typed into the field that has the focus, one after another, each awaited on the screen."""
    chance = random.Random(1)
    times, sizes = [], []
    with run.begin() as program:
        painted = program.wait(partial(contains, run.ready)) - program.begun
        program.listen(CALM)
        typed = ""
        for number in range(count + warm):
            typed += chance.choice(ascii_lowercase)
            written = program.written
            pressed = program.press(typed[-1])
            shown = program.wait(partial(contains, typed[-4:]), quiet=0.03)
            if number >= warm:
                times.append((shown - pressed) * 1000)
                sizes.append(program.written - written)
            if len(typed) == 48:
                program.press("\r")
                program.listen(0.05)
                typed = ""
        memory = program.memory
    return {
        "first paint": painted * 1000,
        "key": statistics.median(times),
        "key, 95th of 100": share(times, 0.95),
        "key, 99th of 100": share(times, 0.99),
        "key, bytes": statistics.fmean(sizes),
        "memory after typing": memory,
    }


def steps(run: Run, keys: Sequence[tuple[str, str]], rounds: int = 6) -> Figures:
    """Keys pressed in turn, each with the words that it brings; the first round does not count."""
    shown, settled, sizes = [], [], []
    with run.begin() as program:
        program.wait(partial(contains, run.ready))
        program.listen(CALM)
        for number in range(rounds):
            for key, words in keys:
                program.listen(CALM / 2)
                written, pressed = program.written, program.press(key)
                seen = program.wait(partial(contains, words))
                if number:
                    shown.append((seen - pressed) * 1000)
                    settled.append((program.last - pressed) * 1000)
                    sizes.append(program.written - written)
    return {
        "shown": statistics.median(shown),
        "settled": statistics.median(settled),
        "bytes": statistics.fmean(sizes),
    }


def rest(run: Run, seconds: float = 5.0) -> Figures:
    """Processor time and bytes in a second in which nothing is pressed."""
    with run.begin() as program:
        program.wait(partial(contains, run.ready))
        program.listen(CALM)
        cpu, written, begun = program.cpu, program.written, time.perf_counter()
        program.listen(seconds)
        passed = time.perf_counter() - begun
        return {
            "processor": (program.cpu - cpu) * 1000 / passed,
            "bytes": (program.written - written) / passed,
        }


def whole(run: Run) -> Figures:
    """From the start to the end of a program that needs no terminal."""
    begun = time.perf_counter()
    done = subprocess.run(run.command, cwd=run.folder, capture_output=True, check=False)
    if done.returncode:
        raise TooLateError(done.stderr.decode(errors="replace"))
    return {"run": (time.perf_counter() - begun) * 1000}
