"""What the reader has ticked to share: a tick belongs to words as they stood, never to those that come after.

The table `to-share` has a document for each exercise, or entry of one, that was ever ticked: `rev`, and
`versions`, the names of the versions that stood there then; none where the tick was taken away.
"""

from collections.abc import Collection

from .state import EXACT, Document
from .versions import revision


def ticked(document: Document | None, names: Collection[str]) -> Document:
    """The document after the versions called `names` were ticked, or nothing was."""
    before = document or {}
    return {**before, "rev": min(revision(before) + 1, EXACT - 1), "versions": sorted(names)}


def ticked_versions(document: Document | None) -> frozenset[str]:
    """The names of the versions that were ticked."""
    return frozenset((document or {}).get("versions", ()))
