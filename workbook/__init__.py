"""The workbook: a book that is read, filled in, kept and printed in a terminal."""

__version__ = "0.2.0"
