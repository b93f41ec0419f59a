"""A page for paper: one HTML file to print from a browser, with lines to write on where it is empty."""

from .chapters import chapters_on_paper
from .page import page
from .words import as_paper

__all__ = ["as_paper", "chapters_on_paper", "page"]
