"""The one table of the kinds that have a slot of their own."""

from collections.abc import Mapping
from typing import TypeAlias, get_args

from .checklist import Checklist
from .choice import Choice
from .scale import Scale
from .text import Text

AnyField: TypeAlias = Checklist | Choice | Scale | Text
"""All of them; a `match` over them that misses one is a mistake of type."""

FIELDS: Mapping[str, type[AnyField]] = {kind.kind: kind for kind in get_args(AnyField)}
"""The same by the name that a directive gives them."""
