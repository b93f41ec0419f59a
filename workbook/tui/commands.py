"""Every action once: its key, its words in help, on the key line and in the palette."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from textual.app import App
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the reader can do.

    `keys` are Textual's names, `shown` how they are written for a reader; `label` stands on the key line and in
    the palette, `help` is a sentence.
    """

    action: str
    keys: str
    shown: str
    label: str
    help: str

    def bound(self, *, priority: bool = False) -> Binding:
        """The keys, under an id by which they can be remapped; with `priority` they act in dialogs too."""
        return Binding(
            self.keys,
            self.action,
            self.label,
            show=False,
            id=self.action,
            tooltip=self.help,
            priority=priority,
        )


READING = (
    Command("next_page", "n,f4", "n or F4", "Next page", "Go on to the next page, or the next chapter."),
    Command("previous_page", "p,f3", "p or F3", "Previous page", "Go back a page, or to the chapter before."),
    Command("contents", "c,f2", "c or F2", "Contents", "Show every chapter, and how much of each is filled."),
    Command("find", "slash,ctrl+g", "/ or Ctrl+G", "Find", "Look for words in the book and in your answers."),
    Command("back", "backspace", "Backspace", "Back", "Return to where you were before a jump."),
    Command("safe", "f5", "F5", "Staying safe", "A page for when closeness is not the question."),
    Command("export", "ctrl+e", "Ctrl+E", "Export", "Print what you filled in as Markdown."),
    Command("edit", "ctrl+o", "Ctrl+O", "Edit elsewhere", "Open the text you are in with the editor in $EDITOR."),
    Command("save", "ctrl+s", "Ctrl+S", "Save now", "Save at once. Every word is saved by itself anyway."),
    Command("leave_field", "escape", "Esc", "Out of a field", "From a field to the page; closes what is open."),
)
"""What can be done while reading."""

EVERYWHERE = (
    Command("guide", "f1,question_mark", "F1 or ?", "Help", "The keys of this place."),
    Command("curtain", "f8", "F8", "Curtain", "Hide every word until a key is pressed."),
    Command("leave_now", "f9", "F9", "Leave now", "Save, clear the screen and its scroll-back, and go."),
    Command("search_themes", "", "", "Theme", "Choose the colours; your choice is kept."),
    Command("idle", "", "", "Curtain by itself", "Choose after how many idle minutes the curtain falls."),
    Command("quit", "ctrl+q", "Ctrl+Q", "Quit", "Leave. Every word is saved, and so is your place."),
)
"""What can be done on any screen."""

IN_EVERY_DIALOG = {"curtain", "leave_now", "quit"}
"""The actions that neither a dialog nor a field keeps from the reader."""


PaletteLine: TypeAlias = tuple[str, str, Callable[[], object]]
"""A line of the palette: its words, its help, what it does."""


class Palette(Provider):
    """What the palette offers: whatever the screen says can be done there."""

    def _entries(self) -> Iterable[PaletteLine]:
        offered: Callable[[], Iterable[PaletteLine]] | None
        offered = getattr(self.screen, "palette_entries", None)
        return offered() if offered else ()

    async def discover(self) -> Hits:
        """Everything, in order, before a word is typed."""
        for words, explained, act in self._entries():
            yield DiscoveryHit(Content(words), act, text=words, help=explained)

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for words, explained, act in self._entries():
            if (score := matcher.match(words)) > 0:
                yield Hit(score, matcher.highlight(words), act, text=words, help=explained)


def command_entries(app: App[object]) -> list[PaletteLine]:
    """The palette lines of all commands, each with the key that does the same."""

    def run(action: str) -> Callable[[], object]:
        return lambda: app.call_later(app.run_action, action)

    here = [(command, f"screen.{command.action}") for command in READING]
    everywhere = [(command, f"app.{command.action}") for command in EVERYWHERE]
    return [
        (command.label, f"{command.help} {command.shown}".rstrip(), run(action))
        for command, action in (*here, *everywhere)
    ]
