"""A chapter's exercises with their answers in them: only the lines of their slots change."""

from collections.abc import Iterator

from ..book import Edit, Exercise, Field, Filling, Group


def edits(exercise: Exercise, at: str, filling: Filling) -> Iterator[Edit]:
    """What changes in the lines of `exercise`, whose answers stand under `at`."""
    if isinstance(exercise, Group):
        yield from _group_edits(exercise, at, filling)
    elif isinstance(exercise, Field):
        yield from exercise.written(at, filling)


def _group_edits(group: Group, at: str, filling: Filling) -> Iterator[Edit]:
    """Its body written anew where something in it is answered; otherwise its body as it stands."""
    if written := group.body_written(at, filling):
        yield Edit(group.body(), written)
    elif not group.rows:
        for part in group.fields:
            yield from part.written(f"{at}/{part.id}", filling)
