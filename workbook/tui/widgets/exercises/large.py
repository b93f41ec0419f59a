"""Time in digits three rows high, to be read from across a table."""

from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD

HEIGHT = 3


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds: 2:05."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def large(seconds: float) -> list[str]:
    """The same in three rows; only the digits and the colon are drawn."""
    rows = [""] * HEIGHT
    for character in clock(seconds):
        at = DIGITS.index(character) * HEIGHT
        for number, row in enumerate(DIGITS3X3_BOLD[at : at + HEIGHT]):
            rows[number] += f"{row[1:2]:<2}" if character == ":" else f"{row:<3} "
    return [row.rstrip() for row in rows]
