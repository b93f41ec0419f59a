"""States and files for the tests of this floor."""

import json
from pathlib import Path
from typing import Any
from zlib import crc32

from workbook.answers.document.edit import edited
from workbook.answers.document.state import State

BOOK = "signs"


def sample(**values: bool | int | str) -> State:
    """A state of the book `signs` with these answers, at addresses `signs/<name>`."""
    answers = {
        f"signs/{name}": edited(
            None,
            value,
            at="2026-11-22T20:15:00Z",
            device="kqtz",
            asked="How?",
            version=f"{crc32(repr(value).encode()):012x}",
        )
        for name, value in (values or {"five": "We laugh – often.", "trust": True, "near": 7}).items()
    }
    return {
        "meta": {"1": {"schema": 1, "book": BOOK, "title": "Signs"}},
        "answers": answers,
        "place": {"1": {"at": "2026-11-22T20:15:00Z", "page": "signs", "block": 3}},
    }


def written(state: Any, **how: Any) -> bytes:
    """`state` as the program writes it."""
    return json.dumps(state, ensure_ascii=False, separators=(",", ":"), **how).encode()


def names(folder: Path) -> list[str]:
    """Everything below `folder`, by name, files in `backups/` with it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
