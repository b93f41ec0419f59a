"""Real terminal programs, each read whole: what stands on the screen, and what was scrolled off it."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pexpect

from .resting import PATIENCE
from .terminal import KEYS, ROOT

_NOT_INHERITED = ("TEXTUAL", "COLUMNS", "LINES", "TERM", "TMUX", "STY", "DISPLAY")
_MOMENT = 0.05
_TMUX = {
    "enter": "Enter",
    "tab": "Tab",
    "f1": "F1",
    "f9": "F9",
    "ctrl+q": "C-q",
    "ctrl+t": "C-t",
    "ctrl+o": "C-o",
}
_XTERM = {
    "enter": "Return",
    "tab": "Tab",
    "f1": "F1",
    "f9": "F9",
    "ctrl+q": "ctrl+q",
    "ctrl+t": "ctrl+t",
    "ctrl+o": "ctrl+o",
}

MARK = "read to here"
"""What is written behind all else, so that what comes before it was shown."""
_PRINT = "F12"
"""The key that has xterm print."""
_LOW = 12
"""The rows of a window that was made lower."""
_ALL_OF_IT = "noAttrs,normalBuffer,altBuffer,savedLines"


def until(is_so: Callable[[], object], what: str) -> None:
    """Wait until `is_so()`; fails, saying `what` was waited for."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"waited for {what}"
        time.sleep(_MOMENT)


class RealTerminal:
    """Windows of one terminal program, by name; `folder` is short, for it holds sockets."""

    needs: tuple[str, ...] = ()
    """The programs without which it cannot be tried."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)}
        self.environ = {**inherited, "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "SCREENDIR": str(folder)}

    @classmethod
    def missing(cls) -> list[str]:
        """The programs that are needed and not there."""
        return [name for name in cls.needs if shutil.which(name) is None]

    def open(self, name: str, command: str, environ: Mapping[str, str]) -> None:
        """Open a window of 80 by 24 in which the shell runs `command`, and stays when it has ended."""
        script = self.folder / f"{name}.sh"
        ended = f'{command}\necho "$?" >{self.folder / name}.ended\nexec sleep 600\n'
        exports = "".join(f"export {key}='{value}'\n" for key, value in environ.items())
        script.write_text(f"{exports}tty >{self.folder / name}.tty\n{ended}", encoding="utf-8")
        self._open(name, ["sh", str(script)])

    def has_ended(self, name: str) -> bool:
        """Whether the command of the window has."""
        return (self.folder / f"{name}.ended").exists()

    def press(self, name: str, *keys: str) -> None:
        """Send keys by their names, a moment apart."""
        for key in keys:
            self._press(name, key)
            time.sleep(_MOMENT)

    def wait_for(self, name: str, words: str) -> None:
        """Wait until `words` can be read in the window."""
        until(lambda: words in self.words(name), f"{words!r} in {name}")

    def read(self, name: str) -> str:
        """Everything that can be read in the window, once all that was written to it is shown."""
        tty = Path((self.folder / f"{name}.tty").read_text(encoding="utf-8").strip())
        tty.write_text(MARK, encoding="utf-8")
        self.wait_for(name, MARK)
        return self.words(name)

    def words(self, name: str) -> str:
        """Everything that can be read in the window, scrolled off or not."""
        raise NotImplementedError

    def make_lower(self, name: str) -> None:
        """Give the window half of its rows; what then stands above it can be scrolled back to."""
        self._make_lower(name)
        tty = (self.folder / f"{name}.tty").read_text(encoding="utf-8").strip()
        until(lambda: self._run("stty", "-F", tty, "size").split()[0] == str(_LOW), f"a lower {name}")

    def close(self) -> None:
        """Close every window."""
        raise NotImplementedError

    def _make_lower(self, name: str) -> None:
        raise NotImplementedError

    def _open(self, name: str, argv: list[str]) -> None:
        raise NotImplementedError

    def _press(self, name: str, key: str) -> None:
        raise NotImplementedError

    def _run(self, *argv: str) -> str:
        done = subprocess.run(argv, env=self.environ, capture_output=True, text=True, check=True)
        return done.stdout


class Tmux(RealTerminal):
    """tmux with its alternate screen, as it is set up by itself."""

    needs = ("tmux",)
    alternate = "on"

    def _tmux(self, *arguments: str) -> str:
        return self._run(
            "tmux", "-S", str(self.folder / "socket"), "-f", str(self.folder / "conf"), *arguments
        )

    def _open(self, name: str, argv: list[str]) -> None:
        (self.folder / "conf").write_text(f"setw -g alternate-screen {self.alternate}\n", encoding="utf-8")
        self._tmux("new-session", "-d", "-x", "80", "-y", "24", "-s", name, *argv)

    def _press(self, name: str, key: str) -> None:
        self._tmux("send-keys", "-t", name, *([_TMUX[key]] if key in _TMUX else ["-l", key]))

    def _make_lower(self, name: str) -> None:
        self._tmux("resize-window", "-t", name, "-x", "80", "-y", str(_LOW))

    def words(self, name: str) -> str:
        """The pane with its history."""
        return self._tmux("capture-pane", "-p", "-S", "-", "-t", name)

    def close(self) -> None:
        """End the server, and all in it."""
        self._tmux("kill-server")


class TmuxWithoutAlternate(Tmux):
    """tmux as some set it up, so that they can scroll back to what a program showed."""

    alternate = "off"


class GnuScreen(RealTerminal):
    """GNU screen as it is by itself: it has no alternate screen."""

    needs = ("screen",)

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._names: list[str] = []
        self._looking: list[pexpect.spawn] = []
        (folder / "rc").write_text("startup_message off\ndefscrollback 1000\n", encoding="utf-8")

    def _screen(self, name: str, *command: str) -> None:
        self._run("screen", "-S", name, "-p", "0", "-X", *command)

    def _open(self, name: str, argv: list[str]) -> None:
        self._names.append(name)
        self._run("screen", "-c", str(self.folder / "rc"), "-dmS", name, "-T", "screen-256color", *argv)
        until(lambda: (self.folder / f"{name}.tty").exists(), f"the window {name}")

    def _press(self, name: str, key: str) -> None:
        sent = chr(ord(key[-1]) & 31) if key.startswith("ctrl+") else KEYS.get(key, key)
        self._screen(name, "stuff", "".join(f"\\{ord(character):03o}" for character in sent))

    def _make_lower(self, name: str) -> None:
        """Its windows take the size of whoever looks at them."""
        looking = pexpect.spawn(
            "screen", ["-x", name], dimensions=(24, 80), env={**self.environ, "TERM": "xterm"}
        )
        self._looking.append(looking)
        looking.expect_exact(b"Ctrl+P")
        looking.setwinsize(_LOW, 80)

    def words(self, name: str) -> str:
        """A hard copy of the window and its scroll-back."""
        copy, behind = (self.folder / f"{name}.{end}" for end in ("copy", "behind"))
        behind.unlink(missing_ok=True)
        for path in (copy, behind):  # they are written, not renamed, and one after the other
            self._screen(name, "hardcopy", "-h", str(path))
        until(behind.exists, f"the copy of {name}")
        return copy.read_text(encoding="utf-8", errors="replace")

    def close(self) -> None:
        """End every session."""
        for looking in self._looking:
            looking.close(force=True)
        for name in self._names:
            self._screen(name, "quit")


class Xterm(RealTerminal):
    """xterm, on a display that nobody sees; it prints what it holds when it is asked to."""

    needs = ("xterm", "Xvfb", "xdotool")

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        reading, writing = os.pipe()
        display = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24"]
        self._processes["display"] = subprocess.Popen(
            display, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as said:
            self.environ["DISPLAY"] = f":{said.readline().strip()}"

    def _open(self, name: str, argv: list[str]) -> None:
        new, copy = self.folder / f"{name}.new", self.folder / f"{name}.copy"
        settings = [
            "XTerm*allowSendEvents: true",
            f"XTerm*printerCommand: cat >{new}; mv {new} {copy}",
            f"XTerm*VT100.translations: #override <Key>{_PRINT}: print-everything({_ALL_OF_IT})",
        ]
        options = ["-sl", "1000", *(word for setting in settings for word in ("-xrm", setting))]
        self._processes[name] = subprocess.Popen(
            ["xterm", "-geometry", "80x24", "-title", name, *options, "-e", *argv],
            env=self.environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until(lambda: (self.folder / f"{name}.tty").exists(), f"the window {name}")

    def _window(self, name: str) -> str:
        return self._run("xdotool", "search", "--name", f"^{name}$").split()[0]

    def _press(self, name: str, key: str) -> None:
        verb = ["key", _XTERM[key]] if key in _XTERM else ["type", key]
        self._run("xdotool", verb[0], "--window", self._window(name), verb[1])

    def _make_lower(self, name: str) -> None:
        self._run("xdotool", "windowsize", "--usehints", self._window(name), "80", str(_LOW))

    def words(self, name: str) -> str:
        """What xterm prints of both of its screens and the scroll-back."""
        copy = self.folder / f"{name}.copy"
        copy.unlink(missing_ok=True)
        self._run("xdotool", "key", "--window", self._window(name), _PRINT)
        until(copy.exists, f"the print of {name}")
        return copy.read_text(encoding="utf-8", errors="replace")

    def close(self) -> None:
        """End every window, then the display."""
        for process in reversed(self._processes.values()):
            process.kill()
            process.wait()
