"""The workbook: a book that is read, filled in, kept and printed in a terminal."""
