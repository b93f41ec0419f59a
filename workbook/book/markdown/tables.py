"""Tables in a chapter whose rows have more cells than their head: Markdown leaves those out, silently."""

from typing import TYPE_CHECKING

from .source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

TABLE = "table_open"


def note_lost_cells(source: Source) -> None:
    """Note each row of a table at the left margin that has words in cells beyond those of the head."""
    for piece in source.pieces:
        if piece.kind == TABLE:
            columns = sum(token.type == "th_open" for token in piece.tokens)
            for token in piece.tokens:
                if token.type == "tr_open":
                    _note_row(source, token, columns)


def _note_row(source: Source, row: "Token", columns: int) -> None:
    from markdown_it.rules_block.table import escapedSplit

    line = row.map[0] if row.map else 0
    cells = escapedSplit(source.lines[line].strip())
    if cells and not cells[0]:
        cells = cells[1:]
    if any(cell.strip() for cell in cells[columns:]):
        text = f"this row has more cells than the {columns} of its table's head, and they are not shown; "
        text += "give the head as many, or write '\\|' where the stroke is part of the words"
        source.note(line, "lost-cells", text, "warning")
