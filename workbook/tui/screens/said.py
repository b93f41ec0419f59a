"""What is said of saving, in the heading and when it is asked for."""

from ...answers import Saving


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
