"""Whether the program stands in GNU screen, and what it does without there.

It keeps Esc to itself until the next key while a program hears the mouse (4.9.0), shows italics in reverse,
as a cursor is shown, and garbles the true colours of the terminal around it. Knows no Textual, which reads
the environment when it is imported.
"""

import os


def is_gnu_screen() -> bool:
    """Whether the program stands in a window of GNU screen, which says so in this variable."""
    return bool(os.environ.get("STY"))


def forget_true_colours() -> None:
    """Take back what the terminal around GNU screen has said of itself."""
    if is_gnu_screen():
        os.environ.pop("COLORTERM", None)
