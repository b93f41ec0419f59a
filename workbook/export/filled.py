"""A chapter's exercises with their answers in them: only the lines of their slots change."""

from collections.abc import Iterator

from ..book import Edit, Exercise, Field, Filling, Group, removal
from .sharing import is_shared


def edits(exercise: Exercise, at: str, filling: Filling) -> Iterator[Edit]:
    """What changes in the lines of `exercise`, whose answers stand under `at`."""
    if filling.share and not is_shared(exercise):
        yield removal(filling.lines, exercise.lines)
    elif isinstance(exercise, Group):
        yield from _group_edits(exercise, at, filling)
    elif isinstance(exercise, Field):
        yield from exercise.written(at, filling)


def _group_edits(group: Group, at: str, filling: Filling) -> Iterator[Edit]:
    """Its body written anew where something in it is answered; otherwise its body as it stands."""
    seen = group.without_private() if filling.share else group
    if written := seen.body_written(at, filling):
        yield Edit(group.body(), written)
        return
    parts = ((part.lines, part.share) for listed in (group.rows, group.fields) for part in listed)
    hidden = [lines for lines, is_shared in parts if filling.share and not is_shared]
    yield from (removal(filling.lines, lines) for lines in hidden)
    if not group.rows:
        for part in seen.fields:
            yield from part.written(f"{at}/{part.id}", filling)
