"""Every action once: its key, its words in help, on the key line and in the palette."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from .own_keys import shown_of

NO_KEY = "none"
"""A name that no terminal sends: what has no key is bound to it, so that a reader can give it one."""


class Command(NamedTuple):
    """One thing that the reader can do.

    `keys` are Textual's names, `shown` how they are written for a reader; `label` stands in the
    palette, `help` is a sentence.
    """

    action: str
    keys: str
    shown: str
    label: str
    help: str

    def bound(self, *, priority: bool = False) -> Binding:
        """The keys, under an id by which they can be remapped; with `priority` they act in dialogs too.

        A letter acts small or large: Caps Lock may be on.
        """
        keys = (self.keys or NO_KEY).split(",")
        large = [key.upper() for key in keys if len(key) == 1]
        return Binding(
            ",".join([*keys, *large]),
            self.action,
            self.label,
            show=False,
            id=self.action,
            tooltip=self.help,
            priority=priority,
        )


SHARE = Command(
    "share",
    "",
    "",
    "A copy to share",
    "The words you tick, in a file for one other person: your partner, say.",
)
"""It stands at the end of *Just now* too."""

EDIT = Command(
    "edit", "ctrl+o", "Ctrl+O", "Edit elsewhere", "Open the text you are in with the editor in $EDITOR."
)
SAVE = Command("save", "ctrl+s", "Ctrl+S", "Save now", "Save at once. Every word is saved by itself anyway.")
"""The two work on a page for two as well."""

READING = (
    Command("next_page", "n,f4", "n or F4", "Next page", "Go on to the next page, or the next chapter."),
    Command("previous_page", "p,f3", "p or F3", "Previous page", "Go back a page, or to the chapter before."),
    Command("contents", "c,f2", "c or F2", "Contents", "Show every chapter, and how much of each is filled."),
    Command("words", "w,f6", "w or F6", "Your words", "Everything you wrote, on one page."),
    Command(
        "find", "slash,ctrl+g", "/ or Ctrl+G", "Find", "Search for words in the book and in your answers."
    ),
    Command("links", "", "→", "Links", "Choose a link of the page with → and ←; Enter follows it."),
    Command("back", "backspace", "Backspace", "Back", "Return to where you were before a jump."),
    Command("print", "ctrl+e", "Ctrl+E", "Print", "Export what you wrote, whole chapters, or empty sheets."),
    SHARE,
    Command(
        "beside",
        "",
        "",
        "Lay your partner's copy beside yours",
        "Questions that both of you put in, as cards to guess and turn.",
    ),
    EDIT,
    Command(
        "kept", "", "", "Words kept aside", "Answers whose question is gone, and other versions of answers."
    ),
    SAVE,
    Command(
        "leave_field", "escape", "Esc", "Out of a field", "From a field to the page; closes what is open."
    ),
)
"""What can be done while reading."""

EVERYWHERE = (
    Command("help", "f1,question_mark", "F1 or ?", "Help", "The keys of this place."),
    Command(
        "safe", "f5", "F5", "Staying safe", "What to do if you are afraid of your partner, with helplines."
    ),
    Command(
        "curtain",
        "f8,ctrl+l",
        "F8 or Ctrl+L",
        "Curtain",
        "Hide every word until a key is pressed. It locks nothing.",
    ),
    Command(
        "leave_now",
        "f9,ctrl+t",
        "F9 or Ctrl+T",
        "Leave now",
        "Save, clear the screen and its scroll-back, and go.",
    ),
    Command("theme", "", "", "Theme", "One of the settings: the colours, dark or light."),
    Command(
        "idle",
        "",
        "",
        "Curtain by itself",
        "One of the settings: after how many idle minutes the curtain falls.",
    ),
    Command(
        "elsewhere",
        "",
        "",
        "Save elsewhere",
        "Write every word to another file: a backup, or the way out of a full disk.",
    ),
    Command("quit", "ctrl+q", "Ctrl+Q", "Quit", "Exit. Every word is saved, and so is your place."),
)
"""What can be done on any screen."""

COMMANDS = {command.action: command for command in (*READING, *EVERYWHERE)}
"""All of them by their ids, which are their actions."""

PAGE_KEYS = (
    ("Space", "on", "screen.read_on"),
    ("Tab", "fill in", "screen.field(1)"),
    ("c", "contents", "screen.contents"),
    ("w", "your words", "screen.words"),
    ("/", "find", "screen.find"),
    ("F1", "help", "app.help"),
)
"""The key line of a page: (key, what it does, the action)."""

GO_THERE = ("Enter", "go there", "focused.go")
"""On the key line while an answer is chosen on *Your words*."""

WORDS_KEYS = (
    ("Space", "on", "screen.read_on"),
    ("Tab", "next answer", "screen.field(1)"),
    ("/", "find", "screen.find"),
    ("Ctrl+E", "print", "screen.print"),
    ("Esc", "back", "screen.leave_field"),
    ("F1", "help", "app.help"),
)
"""The same of *Your words*."""

LINKS = ("→", "links", "screen.links")
"""On the key line of a page that has any."""

LINK_KEYS = (
    ("Enter", "follow", "screen.follow_link"),
    ("← →", "other links", "screen.links"),
    ("Esc", "let go", "screen.let_go"),
)
"""The key line while a link is chosen."""

FIELD_KEYS = (
    ("Esc", "to the page", "screen.leave_field"),
    ("Tab", "next field", "screen.field(1)"),
    ("F4", "next page", "screen.next_page"),
    ("F1", "help", "app.help"),
    ("Ctrl+P", "everything", "app.command_palette"),
)
"""The key line of a field, in which letters are letters."""

IN_EVERY_DIALOG = {"safe", "curtain", "leave_now", "quit"}
"""The actions that neither a dialog nor a field keeps from the reader."""


class PaletteLine(NamedTuple):
    """A line of the palette: its words, a sentence about them, what it does, the key that does the same."""

    words: str
    explained: str
    act: Callable[[], object]
    keys: str = ""
    is_asked: bool = False
    """Whether the words are a question of the book, which nobody calls anything by."""


def command_lines(screen: Screen[Any]) -> dict[str, PaletteLine]:
    """The palette lines of all commands that `screen` has, by action, each with its key."""
    app = screen.app

    def run(action: str) -> Callable[[], object]:
        return lambda: app.call_later(app.run_action, action)

    places: tuple[tuple[str, DOMNode, Iterable[Command]], ...]
    places = (("screen", screen, READING), ("app", app, EVERYWHERE))
    return {
        command.action: PaletteLine(
            command.label,
            command.help,
            run(f"{name}.{command.action}"),
            shown_of(app, command.action, command.shown),
        )
        for name, place, commands in places
        for command in commands
        if is_offered(place, command)
    }


def is_offered(place: DOMNode, command: Command) -> bool:
    """Whether `place`, a screen or the app, can do what `command` says, just now or at all."""
    known = hasattr(place, f"action_{command.action}")
    return known and place.check_action(command.action, ()) is not False
