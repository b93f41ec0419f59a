"""Every word in another file: the way out when the disk of the answers does not take them."""

from pathlib import Path

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ....answers import Answers
from ....paths import SCREEN
from ....text import one_line
from ...own_keys import key_of
from ...widgets import LineField
from .dialog import Dialog, titled


class ElsewhereDialog(Dialog[Path]):
    """Asks for a path and writes a copy there, for nobody else to read; the result is the path.

    With `leaving` it stands between the reader and the end of words that are not saved.
    """

    def __init__(self, answers: Answers, suggested: Path, *, leaving: bool = False) -> None:
        super().__init__()
        self._answers = answers
        self._suggested = suggested
        self.leaving = leaving

    def compose(self) -> ComposeResult:
        """Why, where to, and what went wrong."""
        with Vertical():
            yield titled("Save elsewhere")
            yield Static(Content(self._why()), classes="hint")
            yield LineField(one_line(str(self._suggested)))
            yield Static(Content(self._keys()), classes="hint", id="outcome")

    def _keys(self) -> str:
        if not self.leaving:
            return "Enter writes it  ·  Esc closes"
        return (
            f"Enter writes it  ·  {key_of(self.app, 'quit', 'Ctrl+Q')} leaves without it  ·  Esc stays here"
        )

    def _why(self) -> str:
        said = (
            "Everything, your last word included, goes to this new file, made for you alone. "
            "'workbook restore' takes it back in."
        )
        reason = self._answers.saving.reason
        return f"Your last words are not on the disk: {reason}. {said}" if reason else said

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            path = _named(event.value.strip())
            self._answers.save_copy(path)
        except FileExistsError:
            self._say("There is something at that place already. Nothing was written; choose another name.")
        except (OSError, ValueError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or "there is no such place"
            self._say(f"Nothing was written: {reason}.")
        else:
            self.dismiss(path)

    def _say(self, outcome: str) -> None:
        self.query_one("#outcome", Static).update(Content(outcome))


def offer_elsewhere(app: App[None], answers: Answers, suggested: Path, *, leaving: bool) -> None:
    """Ask over `app` for the other file; once it is written, say so, or with `leaving` end the program."""

    def written(path: Path | None) -> None:
        if path and leaving:
            app.exit()
        elif path:
            app.notify(f"Every word is in {one_line(str(path))}.", markup=False)

    app.push_screen(ElsewhereDialog(answers, suggested, leaving=leaving), written)


def is_offered(app: App[None]) -> bool:
    """Whether another file is being offered, by an earlier wish to leave."""
    return any(isinstance(screen, ElsewhereDialog) and screen.leaving for screen in app.screen_stack)


def _named(typed: str) -> Path:
    """The file that was `typed`; raises ValueError where that stands for the screen."""
    if typed == SCREEN:
        raise ValueError
    return Path(typed).expanduser().absolute()
