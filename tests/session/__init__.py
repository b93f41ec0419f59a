"""Tests of a reader with a book, without a screen."""
