"""Texts that would take over a terminal, a page of markup or an eye, and a book and answers full of them."""

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

CHOSEN = (
    # Escape sequences: titles, links, colours, clipboard, notifications, reports, modes, other screens
    "\x1b]0;title\x07", "\x1b]1;icon\x1b\\", "\x1b]2;title\x9c", "\x1b]4;1;?\x07", "\x1b]7;file://h/\x07",
    "\x1b]8;;http://h/\x07link\x1b]8;;\x07", "\x1b]9;note\x07", "\x1b]11;?\x07", "\x1b]52;c;ZXZpbA==\x07",
    "\x1b]52;c;?\x07", "\x1b]133;A\x07", "\x1b]777;notify;a;b\x07", "\x1b]1337;File=:\x07", "\x1b[2J",
    "\x1b[3J", "\x1b[7;7H", "\x1b[?1049l", "\x1b[?25h", "\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[5i", "\x1b[21t",
    "\x1b[18t", "\x1b[?1003l", "\x1b[>4;2m", "\x1b[!p", "\x1b[2;3r", "\x1b[9L", "\x1b[9P", "\x1b[38;5;201m",
    "\x1b[8m", "\x1bc", "\x1b#8", "\x1bM", "\x1b7", "\x1b(0", "\x1b=", "\x1bP+q544e\x1b\\", "\x1bPq#0~\x1b\\",
    "\x1b_Ga=T;AAAA\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos\x1b\\", "\x9b2J", "\x9d0;title\x9c", "\x90q\x9c",
    "\x9fG\x9c", "\x84", "\x8d",
    # Single controls, directions, line ends
    "\x07", "\b\b\b\b", "\x0b", "\x0c", "\x0e", "\x0f", "\x00", "\x05", "\x18", "\x1a", "\x7f", "\x85", "\t",
    "\u202egnp.exe\u202c", "\u2066a\u2069", "\u2067", "\u2028", "\u2029", "\ufeff", "\ufffe",
    # Markup of Textual, of Rich, of Markdown, of HTML
    "[/]", "[/oops]", "[red]", "[@click=app.quit]q[/]", "[x]", "[ ]", "\\[b]", "[link=file:///etc]l[/link]",
    "[l](javascript:alert(1))", "![i](http://h/i.png)", "<b onclick=x>", "&#27;[2J", "&#155;2J", "`\x1b[2J`",
)  # fmt: skip
_CONTROLS = "\x00\x07\x08\x0e\x1b\x1b\x1b\x7f\x84\x9b\x9d\x9c\u202e\u2066"
_ALPHABET = f"{_CONTROLS}[]()?;!/\\@#$%&0123456789HJKhlmnrc<>*_`~"
_SEQUENCE = re.compile(
    r"\x1b\[([<=>?]?)[0-9;:]*([ -/]*)([@-~])|\x1b\](\d*)[^\x07\x1b]*\x07?|\x1b([^\[\]])"
    "|([\x00-\x1a\x1c-\x1f\x7f-\x9f])|([\u202a-\u202e\u2066-\u2069])"
)


def payloads(randoms: int = 200) -> list[str]:
    """The chosen ones and random ones, each between two marks of its own: `k007…z007`."""
    chance = random.Random(20)
    made = ["".join(chance.choices(_ALPHABET, k=chance.randint(1, 12))) for _ in range(randoms)]
    return [f"k{number:03}{text}z{number:03}" for number, text in enumerate([*CHOSEN, *made])]


def kinds(raw: bytes) -> set[str]:
    """Which kinds of sequences, controls and directions stand in what a terminal was sent."""
    found = _SEQUENCE.finditer(raw.decode("utf-8", "replace"))
    return {"|".join(part or "" for part in match.groups()) for match in found}


def pieces(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """`texts` in pieces of `size`."""
    return (texts[start : start + size] for start in range(0, len(texts), size))


def write_book(folder: Path, texts: Sequence[str], name: str) -> None:
    """A book with `texts` in titles, prose, questions, lists and links, and `name` in that of a file."""
    folder.mkdir(parents=True)
    one = texts[8]
    title = f"---\nid: small\ntitle: A small book {one}\n---\n\n# Cover {one}\n\n{' '.join(texts[:40])}\n"
    (folder / "index.md").write_text(title, "utf-8", newline="")
    (folder / "staying-safe.md").write_text(
        title.replace("id: small", "id: staying-safe"), "utf-8", newline=""
    )
    head = f"---\nid: words\ntitle: On words {one}\npart: Part {one}\nsummary: Sum {one}\n{one}: x\n---\n\n"
    body = ["# On words", f"[link {one}](http://h/{one.replace(' ', '')})", *_pages(texts)]
    (folder / f"01-{name}.md").write_text(head + "\n\n".join(body) + "\n", "utf-8", newline="")


def _pages(texts: Sequence[str]) -> Iterator[str]:
    for number, piece in enumerate(pieces(texts, 13)):
        yield f"## Page {number} {piece[0]}" if number % 2 == 0 else f"### Part {number}"
        yield "\n".join(piece)
        yield f"<!-- @text #t{number} rows=3 -->\n\nWhat {piece[1]}?\n\n> … {piece[2]}"
    one = texts[13]
    yield f"## Lists {one}\n\n- {one}\n  1. {one}\n\n> {one}\n\n| {one} | b |\n|---|---|\n| {one} | {one} |"
    yield "```\n" + "\n".join(texts[:30]) + "\n```"
    yield f"<!-- @checklist #c -->\n\nTick {one}\n\n- [ ] {one} <!-- #a -->\n- [ ] b {one} <!-- #b -->"
    yield f'<!-- @scale #s low="low {one}" high="high {one}" -->\n\nHow {one}?\n\n> … / 10'
    yield f"<!-- @nonsense {one} #n -->"


def write_answers(folder: Path, texts: Sequence[str]) -> None:
    """A file of answers as another program might write it: nothing in it is clean."""
    folder.mkdir(parents=True, mode=0o700)
    one = texts[8]

    def kept(value: str, beside: str) -> dict[str, object]:
        version = {"value": value, "at": "2026-11-22T20:15:00Z", "rev": 3, "device": one}
        return version | {"asked": one, "anc": [], "alts": [version | {"value": beside}]}

    answers = {
        f"words/t{number}": kept("\n".join(piece), piece[0]) for number, piece in enumerate(pieces(texts, 13))
    }
    answers |= {f"gone/{text}": kept(text, text) for text in texts[:40]}
    meta = {"1": {"schema": 1, "book": "small", "title": one}}
    state = {"meta": meta, "answers": answers, one: {one: {one: one}}}
    (folder / "small.json").write_text(json.dumps(state), "utf-8")
    (folder / "small.json").chmod(0o600)
