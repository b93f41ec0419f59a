"""Small books for tests: a few lines of Markdown for each chapter, read from a folder."""

from pathlib import Path

from workbook.book import Book, read_book


def book_of(folder: Path, **chapters: str) -> Book:
    """The book whose chapters have these ids and bodies, in this order."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text("---\nid: small\ntitle: A small book\n---\n\n# A small book\n", "utf-8")
    for number, (name, body) in enumerate(chapters.items(), start=1):
        head = f"---\nid: {name}\ntitle: On {name}\n---\n\n"
        (folder / f"{number:02}-{name}.md").write_text(head + body, "utf-8")
    return read_book(folder)
