"""The texts that are out in the reader's own editor, and how their words come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from ....answers import Answers, NotTextError, ReadOnly, as_read, drop, hand_out, take_back, words_in
from ....text import canonical, one_line
from ...lifetime import SafeExitApp
from ...messages import Answered
from ...own_keys import key_of
from ...widgets.fields import TextField
from .editor_command import editor_command, is_named
from .left_over import was_rescued

_AT_ONCE = 1.0
"""Seconds within which nobody has read and closed a text: the editor may have a window of its own."""
_LOOK = 0.5
"""Seconds between two looks at a file; what is the same in two of them is not half written."""


@dataclass
class _Out:
    """A text that is out in an editor."""

    address: str
    path: Path
    editor: str
    base: str
    """The words that the file and the answer had in common last."""
    seen: str
    """The words that the file held when it was last looked at."""
    is_refused: bool = False
    """Whether the file holds what cannot be read as text."""
    is_contested: bool = False
    """Whether other words were written here meanwhile."""
    is_taken: bool = False
    """Whether words were taken in that the field does not show yet."""
    told: str = ""


class Editor:
    """Hands texts out to $VISUAL or $EDITOR, and takes in whatever is saved there.

    The texts are those of `screen`, and of pages that stand over it. The file is private and lies beside the
    answers. It is removed once its words are on the disk among them, and not before: what cannot be taken in
    is offered among the words kept aside.
    """

    def __init__(self, screen: Screen[Any], answers: Answers) -> None:
        self._screen = screen
        self._answers = answers
        self._out: dict[str, _Out] = {}
        """By address: what an editor in a window of its own may still save."""
        self._done: list[Path] = []
        """Files that go as soon as every word is on the disk."""
        self._looking: Timer | None = None

    def edit(self, focused: Widget | None) -> None:
        """Open the text that has the focus; of one that is out already, ask whether the reader is done."""
        field = focused if isinstance(focused, TextField) else None
        out = self._out.get(field.address) if field else next(iter(self._out.values()), None)
        if self._answers.read_only:
            self._say(f"A text cannot be edited here: read-only, {self._answers.read_only}.")
        elif out:
            self._ask(out)
        elif field:
            self._open(field)
        else:
            key = key_of(self._screen.app, "edit", "Ctrl+O")
            self._say(f"Go into a text first; {key} then opens it in your editor.")

    def look_last(self) -> None:
        """Take in what was saved so far: the program is about to end. The files stay for the next start."""
        for out in self._out.values():
            self._look(out, is_last=True)

    def _open(self, field: TextField) -> None:
        out, begun = None, monotonic()
        try:
            command = editor_command()
            base = as_read(field.text)
            path = hand_out(self._answers, field.address, field.text)
            out = _Out(field.address, path, one_line(Path(command[0]).name), base, base)
            status = self._run([*command, str(path)], out)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            said = f"The text could not be edited with your editor: {reason}. It is as it was."
            self._say(said if is_named() else f"{said} $EDITOR can name an editor that you have.")
            if out:
                self._remove(out.path)
        else:
            self._come_back(out, status, at_once=monotonic() < begun + _AT_ONCE)
        finally:
            field.app.refresh()

    def _run(self, command: list[str], out: _Out) -> int | None:
        """The exit status of the editor; what it saved is on the disk before the screen is taken back."""

        def take_in(status: int | None) -> None:
            self._look(out, is_last=True, may_empty=status == 0)
            self._answers.flush()

        app = self._screen.app
        assert isinstance(app, SafeExitApp)
        return app.run_outside(command, take_in)

    def _come_back(self, out: _Out, status: int | None, *, at_once: bool) -> None:
        """Show what the editor made of the text, and say what has to be known."""
        is_changed = out.is_taken or out.is_refused
        self._show(out)
        self._tell(out)
        if status == 0 and at_once and not is_changed:
            self._out[out.address] = out
            self._ask(out)
            self._watch()
            return
        if status:
            self._say(f"The editor ended with an error. {_SAVED if is_changed else _AS_IT_WAS}")
        if status and not out.is_refused and was_rescued(self._answers, out.path):
            self._say("It left words that were not saved: Ctrl+P, Words kept aside.", seconds=12)
            out.path.unlink(missing_ok=True)  # its own words are here
            drop(self._answers, out.path)  # its own are here
        elif status is not None and not out.is_refused:
            self._remove(out.path)

    def _ask(self, out: _Out) -> None:
        from .still_open import StillOpenDialog

        self._screen.app.push_screen(StillOpenDialog(out.editor), partial(self._hear, out))

    def _hear(self, out: _Out, is_done: bool | None) -> None:
        if is_done:
            self._look(out, is_last=True, may_empty=True)
            self._show(out)
            self._tell(out)
            del self._out[out.address]
            if not out.is_refused and not out.is_contested:
                self._remove(out.path)
        self._look_around()

    # What was saved

    def _look(self, out: _Out, *, is_last: bool = False, may_empty: bool = False) -> None:
        """Take in what was saved since the last look, unless something else stands here by now.

        An empty file is what a crash leaves, or the beginning of a save, unless the reader says otherwise.
        """
        try:
            words = words_in(out.path)
        except FileNotFoundError:
            return
        except (OSError, NotTextError):
            out.is_refused = True
            return
        is_whole = is_last or words == out.seen
        out.seen, out.is_refused = words, False
        if is_whole and words != out.base and (words or may_empty):
            self._take_in(out, words)

    def _take_in(self, out: _Out, words: str) -> None:
        now = canonical(self._text(out.address))
        out.is_contested = now not in (canonical(out.base), canonical(words))
        if not out.is_contested:
            try:
                self._answers[out.address] = words
            except ReadOnly:  # it is over: the file stays
                return
            out.base, out.is_taken = words, True

    def _text(self, address: str) -> str:
        """What stands at `address`, to the last key."""
        for field in self._fields(address):
            return field.text
        value = self._answers.get(address)
        return value if isinstance(value, str) else ""

    def _fields(self, address: str) -> list[TextField]:
        return [field for field in self._shown() if field.address == address]

    def _shown(self) -> Iterator[TextField]:
        """The texts of the screen, and of whatever stands over it."""
        for screen in self._screen.app.screen_stack:
            yield from screen.query(TextField)

    def _show(self, out: _Out) -> None:
        if out.is_taken:
            out.is_taken = False
            for field in self._fields(out.address):
                field.rewrite(out.base)
            self._screen.post_message(Answered(out.address, out.base or None))

    def _tell(self, out: _Out) -> None:
        """Say once what could not be taken in, and where it is."""
        said = ""
        if out.is_refused:
            said = (
                f"What {out.editor} saved is no text that can be read here (it has to be UTF-8). It is kept "
                f"in {out.path.name}, beside your answers; the text here is as it was."
            )
        elif out.is_contested:
            said = (
                f"What you saved in {out.editor} was not put over what you wrote here meanwhile. You find it "
                "under Ctrl+P, Words kept aside."
            )
        if said and said != out.told:
            self._say(said, seconds=20)
        out.told = said

    # What is looked after

    def _watch(self) -> None:
        if self._looking is None:
            self._looking = self._screen.set_interval(_LOOK, self._look_around)
        self._look_around()

    def _look_around(self) -> None:
        """Take in what was saved, say in the fields which are out, remove what is done with."""
        for out in self._out.values():
            self._look(out)
            self._show(out)
            self._tell(out)
        for field in self._shown():
            out_now = self._out.get(field.address)
            if field.open_in != (name := out_now.editor if out_now else ""):
                field.open_in = name
        if self._answers.saving.state == "saved":
            while self._done:
                take_back(self._answers, self._done.pop())
        if self._looking and not self._out and not self._done:
            self._looking.stop()
            self._looking = None

    def _remove(self, path: Path) -> None:
        """Remove the file, once all that came of it is on the disk."""
        if self._answers.read_only:
            return
        if self._answers.saving.state == "saved":
            take_back(self._answers, path)
        else:
            self._done.append(path)
            self._watch()

    def _say(self, words: str, seconds: float = 6) -> None:
        self._screen.notify(words, markup=False, timeout=seconds)


_SAVED = "What you saved in it is here; Ctrl+Z takes it back."
_AS_IT_WAS = "Your text is as it was."
