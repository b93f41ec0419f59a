"""What is marked with the mouse, and where it goes when it is copied.

Textual marks the whole of a widget at two clicks and the whole screen at three, and hands what is copied to
the terminal alone, of which many take nothing and none says so.
"""

from threading import Thread

from textual import events
from textual.app import App

from .marking import marked_by_clicks

MARKS = "Ctrl+C copies what is marked."
NOTHING = f"Nothing is marked. {MARKS}"


class CopyingApp(App[None]):
    """Marks a word at two clicks and a paragraph at three; copies to the desktop and to the terminal."""

    def on_click(self, event: events.Click) -> None:
        """Put the word or the paragraph in the place of what Textual has marked."""
        if event.chain > 1 and self.screen.allow_select:
            widget, at = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
            marked = marked_by_clicks(widget, at, event.chain) if widget and at else None
            self.screen.selections = {widget: marked} if widget and marked else {}

    def copy_to_clipboard(self, text: str) -> None:
        """Copy `text`, and say what became of it; nothing never takes the place of what is there."""
        if not text:
            self._say(NOTHING)
            return
        super().copy_to_clipboard(text)
        Thread(target=self._copy_to_desktop, args=(text,), daemon=True).start()  # its program may hang

    def _copy_to_desktop(self, text: str) -> None:
        self.call_later(self._tell, text, _is_on_desktop(text))

    def _tell(self, text: str, is_there: bool) -> None:
        count = len(text.split())
        words = f"{count} word{'' if count == 1 else 's'}"
        if is_there:
            self._say(f"Copied: {words}.")
        else:
            self._say(
                f"Copied: {words} to your terminal, which may not take them. If nothing arrives, hold Shift "
                "and drag to mark with the terminal itself."
            )
            self.refresh(layout=True)  # a program that failed may have written over the page

    def _say(self, words: str) -> None:
        self.clear_notifications()
        self.notify(words, markup=False, timeout=4)


def _is_on_desktop(text: str) -> bool:
    """Whether `text` is in the clipboard of the desktop now; its programs do not say that they failed."""
    import pyperclip  # some desktops answer slowly, and most readers never copy

    try:
        pyperclip.copy(text)
        return bool(pyperclip.paste() == text)
    except (pyperclip.PyperclipException, OSError, UnicodeError):
        return False
