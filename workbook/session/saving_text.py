"""What is said of saving, in the heading and when it is asked for."""

from ..answers import Saving


def said_of(saving: Saving, read_only: str) -> str:
    """`saved`, `saving…`, `NOT SAVED: the disk is full`, or why nothing is written here."""
    if read_only:
        return f"read-only: {read_only}"
    match saving.state:
        case "saved":
            return "saved"
        case "saving":
            return "saving…"
    return f"NOT SAVED: {saving.reason}"


def warning_of(saving: Saving) -> str:
    """What to know and to do when `saving` has failed; said once, while the heading goes on saying it."""
    return (
        f"Your last words are not on the disk: {saving.reason}. They stay in the fields, and are saved by "
        "themselves once it works again. To keep them in another file now: Ctrl+P, then Save elsewhere."
    )
