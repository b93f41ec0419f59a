"""A page, and the place on it."""

from .page import PageView

__all__ = [
    "PageView",
]
