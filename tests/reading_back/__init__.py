"""The answers in an export, read again: what proves that none is lost on its way to paper."""

from .filled import read_filled

__all__ = ["read_filled"]
