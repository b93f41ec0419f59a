"""The command line: opens the book and the answers, and hands them over."""

from .main import main

__all__ = [
    "main",
]
