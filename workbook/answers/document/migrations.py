"""From the schema that a file is written in to the one of this program, step by step.

A step is a pure function from a whole state to the next schema's; it is applied before anything else sees
the state, so the rest of the program knows one schema. Files that steps were written for stay in the tests
for ever (`tests/fixtures/answers/schema-<number>.json`).
"""

from collections.abc import Callable

from .state import ONLY, State, schema_of

SCHEMA = 1
"""The schema of this program; it grows by one whenever an older program would misread a file."""

STEPS: dict[int, Callable[[State], State]] = {}
"""By the schema each begins from. A step keeps every table and field that it does not know; `migrated` itself
raises the number in `meta`."""


def is_newer(state: State) -> bool:
    """Whether `state` is of a newer program: it may be shown, never written."""
    return schema_of(state) > SCHEMA


def is_older(state: State) -> bool:
    """Whether `state` needs migrating, and so a copy of its file before that."""
    return schema_of(state) < SCHEMA


def migrated(state: State) -> State:
    """`state` in the schema of this program; one that is there already, or newer, comes back as it is."""
    while is_older(state):
        schema = schema_of(state)
        state = STEPS[schema](state)
        meta = state["meta"] | {ONLY: state["meta"][ONLY] | {"schema": schema + 1}}
        state = state | {"meta": meta}
    return state
